//! What does not go together with continuous review or with customers at their minutes: it speaks of days.

use super::network::Network;
use super::{Fault, law_at};
use crate::plan::Plan;
use crate::plan::demand_law::Law;
use crate::plan::policy::CONTINUOUS;
use crate::plan::rationing::Rationing;
use crate::plan::transport::{Delivery, Departures, LaneRules};
use crate::scenario::model::{Id, Scenario};

/// Checks a plan whose parts are built. `policies` is parallel to its cells, `lanes` (ids, if they have tables) to its lanes.
pub fn check(scenario: &Scenario, plan: &Plan, policies: &[Id], lanes: &[Option<Id>], faults: &mut Vec<Fault>) {
    let groups = plan.phases.iter().flat_map(|phase| &phase.reviews).filter(|group| group.every_days == CONTINUOUS);
    let mut holds = vec![false; plan.cells.len()];
    groups.for_each(|group| holds[group.cells.indices()].fill(true));
    let ways = u32::try_from(plan.ways()).expect("ways are counted by a u32");
    for number in (0..ways).filter(|&number| holds[plan.buyer(number) as usize]) {
        let (way, cell) = (plan.way(number), plan.buyer(number) as usize);
        let (lane, site) = (way.lane as usize, &plan.sites[plan.cells[cell].site as usize].id);
        let lane_name = lanes[lane].as_ref().map_or(String::from("its lane"), |id| format!("[lane.{id}]"));
        let mut refuse = |who: String, what: &str| {
            faults.push(Fault::new(
                format!("policy.{}.review", policies[cell]),
                format!("{who} {what}, which does not go together with continuous review"),
                "let the policy review on days (`review = \"1 day\"`), or take the other away",
            ));
        };
        if let Some(what) = plan.transport.lanes.get(lane).and_then(of_days) {
            refuse(lane_name, what);
        }
        if plan.transport.receives.get(plan.cells[cell].site as usize).is_some_and(|open| open.contains(&false)) {
            refuse(format!("[site.{site}]"), "receives goods on some weekdays only");
        }
        if let Some(express) = plan.transport.service_ever(number) {
            refuse(format!("[express.{}]", plan.transport.express[express.service as usize].id), "acts once a day");
        }
        let fails_over = plan.phases.iter().flat_map(|phase| &phase.sourcing).filter(|rule| rule.cell as usize == cell);
        if fails_over.clone().any(|rule| !rule.fail_over.is_empty()) {
            refuse(format!("the sourcing of {site}"), "hands requests on to other sources after days");
        }
        if let Some(source) = way.source
            && rules_ever(plan, source).any(|rule| *rule != Rationing::FirstCome)
        {
            let seller = &plan.sites[plan.cells[source as usize].site as usize].id;
            refuse(format!("the rationing at {seller}"), "is not first come first served");
        }
    }
    check_customers(scenario, plan, faults);
}

/// The rules by which a cell's stock is shared, without a cut or under one.
fn rules_ever(plan: &Plan, source: u32) -> impl Iterator<Item = &Rationing> {
    let cuts = (0..).zip(&plan.cuts).map(|(cut, _)| Some(cut));
    std::iter::once(None).chain(cuts).filter_map(move |cut| plan.rationing_rule(source, cut))
}

/// What happens at minutes is not carried over from one phase of a run to the next.
pub fn of_phases(plan: &Plan) -> Option<Fault> {
    let reviews = plan.phases.iter().flat_map(|phase| &phase.reviews).any(|group| group.every_days == CONTINUOUS);
    let customers = plan.demand_laws.laws.iter().any(|one| matches!(one.law, Law::Arrivals { .. }));
    let (path, what) = match (reviews, customers) {
        (true, _) => ("policy", "continuous review"),
        (false, true) => ("demand", "the law \"arrivals\""),
        (false, false) => return None,
    };
    let message = format!("{what} does not go together with phases of a run");
    Some(Fault::new(path, message, "review on days and choose a law of days, or take the phases away"))
}

/// The part of the network that [`check`] asks for.
pub fn names(network: &Network) -> (Vec<Id>, Vec<Option<Id>>) {
    (network.policies.clone(), network.lane_ids.clone())
}

/// What of a lane's rules counts days, in words that follow the lane's name.
fn of_days(rules: &LaneRules) -> Option<&'static str> {
    match rules {
        _ if rules.departs != Departures::Daily => Some("has days of departure"),
        _ if rules.capacity.is_limited() => Some("has a capacity per departure"),
        _ if rules.delivers != Delivery::Partial => Some("delivers whole lines or orders"),
        _ if rules.receipt_per_day.is_some() => Some("has a receipt rate"),
        _ => None,
    }
}

/// Reactions and substitutes are settled once a day.
fn check_customers(scenario: &Scenario, plan: &Plan, faults: &mut Vec<Fault>) {
    for one in plan.demand_laws.laws.iter().filter(|one| matches!(one.law, Law::Arrivals { .. })) {
        let cell = &plan.cells[plan.demands[one.demand as usize].cell as usize];
        let (site, article) = (&plan.sites[cell.site as usize].id, &plan.articles[cell.article as usize].id);
        let reaction = plan.shortage.of_demand.get(one.demand as usize).copied().flatten();
        let in_a_group = plan.shortage.groups.iter().any(|group| group.contains(&one.demand));
        let helped = plan.neighbours.of(one.demand);
        let ordered = plan.whole_orders.iter().find(|order| order.demands.contains(&one.demand));
        let what = match reaction {
            Some(on) => format!("[reaction.{}] holds", plan.shortage.reactions[on.reaction as usize].id),
            None if in_a_group => format!("the `need-group` of {article} acts"),
            None => match (helped, ordered) {
                (Some(taker), _) => format!("[neighbour.{}] holds", plan.neighbours.rules[taker.rule as usize].id),
                (None, Some(order)) => format!("[whole-order.{}] holds", order.id),
                (None, None) => continue,
            },
        };
        let (path, _) = law_at(scenario, site, article, &scenario.articles[article]);
        faults.push(Fault::new(
            format!("{path}.law"),
            format!("{what} at {site}, and it settles the needs of a day; customers of the law \"arrivals\" come at their minutes"),
            "choose a law of days for these articles, such as \"poisson\", or take the other away",
        ));
    }
}
