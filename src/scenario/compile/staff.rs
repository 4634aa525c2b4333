//! Staff of the plan's sites, cut-off times, and what does not go together with them.

use super::Fault;
use super::network::Network;
use crate::order::Gather;
use crate::plan::Plan;
use crate::plan::policy::CONTINUOUS;
use crate::plan::staff::{HOUR, SiteStaff};
use crate::scenario::model::{Id, Scenario, StaffRule};
use std::collections::BTreeMap;

/// Seconds in a minute.
const MINUTE: f64 = 60.0;

/// One entry for each site with a rule.
pub fn build(scenario: &Scenario, network: &Network, faults: &mut Vec<Fault>) -> Vec<SiteStaff> {
    let index: BTreeMap<&Id, u32> = network.sites.iter().map(|site| &site.id).zip(0..).into_map();
    let mut by_site: BTreeMap<u32, (&Id, SiteStaff)> = BTreeMap::new();
    for (id, rule) in &scenario.staff {
        check_picking(network, id, rule, faults);
        for name in &rule.at {
            let Some(&site) = index.get(name) else { continue };
            let staff = of_site(site, id, rule, faults);
            if let Some((other, _)) = by_site.insert(site, (id, staff)) {
                let message = format!("[staff.{other}] and [staff.{id}] are both about {name}");
                faults.push(Fault::new(format!("staff.{id}.at"), message, "one rule for each site"));
            }
        }
    }
    check_receipts(scenario, network, &by_site, faults);
    by_site.into_values().map(|(_, staff)| staff).collect()
}

fn of_site(site: u32, id: &str, rule: &StaffRule, faults: &mut Vec<Fault>) -> SiteStaff {
    // The measures keep these far below 2⁵³.
    let scheduled = rule.weekday.map(|factor| libm::floor(rule.hours * HOUR as f64 * factor) as i64);
    if scheduled.iter().all(|&seconds| seconds == 0) {
        let message = format!("the hours of [staff.{id}] round to nothing");
        faults.push(Fault::new(format!("staff.{id}.hours"), message, "at least a second a day"));
    }
    let mut seconds = |minutes: Option<f64>, key: &str| {
        let seconds = minutes.map(|minutes| libm::round(minutes * MINUTE) as i64);
        if seconds == Some(0) {
            let message = format!("`{key}` of [staff.{id}] rounds to nothing");
            faults.push(Fault::new(format!("staff.{id}.{key}"), message, "at least a second"));
        }
        seconds
    };
    SiteStaff {
        site,
        scheduled,
        per_line_received: seconds(rule.per_line_received, "per-line-received"),
        per_line_picked: seconds(rule.per_line_picked, "per-line-picked"),
        price: rule.price,
    }
}

/// Nothing is picked where nobody buys.
fn check_picking(network: &Network, id: &str, rule: &StaffRule, faults: &mut Vec<Fault>) {
    let sells = |site: &Id| network.lanes.iter().any(|lane| network.sites[lane.from as usize].id == *site);
    if rule.per_line_picked.is_some() && !rule.at.iter().any(sells) {
        let message = format!("nobody buys from the sites of [staff.{id}], so no line is picked there");
        let help = "leave `per-line-picked` out: what wards take at a site takes no time";
        faults.push(Fault::new(format!("staff.{id}.per-line-picked"), message, help));
    }
}

/// A receipt rate spreads a line over days before it arrives; a dock does so after.
fn check_receipts(
    scenario: &Scenario,
    network: &Network,
    by_site: &BTreeMap<u32, (&Id, SiteStaff)>,
    faults: &mut Vec<Fault>,
) {
    for (lane, id) in network.lanes.iter().zip(&network.lane_ids) {
        let (Some(id), Some((staff, rule))) = (id, by_site.get(&lane.to)) else { continue };
        if rule.per_line_received.is_some() && scenario.lanes[id].transport.receipt_per_day.is_some() {
            let message = format!("[lane.{id}] has a receipt rate, and [staff.{staff}] times the lines that come in");
            faults.push(Fault::new(format!("staff.{staff}.per-line-received"), message, "leave one of the two out"));
        }
    }
}

/// What speaks of minutes goes past the dock and the phase of dispatch.
pub fn check_continuous(scenario: &Scenario, plan: &Plan, faults: &mut Vec<Fault>) {
    if plan.staff.is_empty() {
        return;
    }
    let mut holds = vec![false; plan.cells.len()];
    let groups = plan.phases.iter().flat_map(|phase| &phase.reviews).filter(|group| group.every_days == CONTINUOUS);
    groups.for_each(|group| holds[group.cells.indices()].fill(true));
    let ways = u32::try_from(plan.ways()).expect("ways are counted by a u32");
    for number in (0..ways).filter(|&number| holds[plan.buyer(number) as usize]) {
        let lane = &plan.lanes[plan.way(number).lane as usize];
        let buyer = &plan.sites[plan.cells[plan.buyer(number) as usize].site as usize].id;
        for staff in plan.staff.iter().filter(|staff| staff.site == lane.from || staff.site == lane.to) {
            let site = &plan.sites[staff.site as usize].id;
            let Some((id, _)) = scenario.staff.iter().find(|(_, rule)| rule.at.contains(site)) else { continue };
            let message = format!("{buyer} reviews continuously, which does not go together with the staff of {site}");
            let help = "let the policy review on days (`review = \"1 day\"`), or take the staff away";
            faults.push(Fault::new(format!("staff.{id}.at"), message, help));
        }
    }
}

/// A run with phases does not carry docks over.
pub fn of_phases(scenario: &Scenario) -> Option<Fault> {
    let (id, _) = scenario.staff.first_key_value()?;
    let message = "staff does not go together with phases of a run";
    Some(Fault::new(format!("staff.{id}"), message, "take the staff or the phases away"))
}

/// A cut-off and a time of review act only on each other.
pub fn check_cut_offs(
    scenario: &Scenario,
    plan: &Plan,
    (policies, lanes): (&[Id], &[Option<Id>]),
    faults: &mut Vec<Fault>,
) {
    let mut seen: BTreeMap<&Id, bool> = BTreeMap::new();
    let mut timed: BTreeMap<&Id, bool> = BTreeMap::new();
    for (id, lane) in &scenario.lanes {
        if lane.transport.cut_off.is_some() {
            seen.insert(id, false);
        }
    }
    for (id, policy) in &scenario.policies {
        if policy.terms.written_at.is_some() {
            timed.insert(id, false);
        }
    }
    let ways = u32::try_from(plan.ways()).expect("ways are counted by a u32");
    for number in 0..ways {
        let Some(lane) = &lanes[plan.way(number).lane as usize] else { continue };
        let policy = &policies[plan.buyer(number) as usize];
        let rule = &scenario.policies[policy];
        let has_cut_off = scenario.lanes[lane].transport.cut_off.is_some();
        if has_cut_off && (rule.terms.written_at.is_some() || rule.review_days == CONTINUOUS) {
            seen.insert(lane, true);
            if let Some(acts) = timed.get_mut(policy) {
                *acts = true;
            }
        }
    }
    let (unseen, untimed) = (seen.iter().filter(|(_, seen)| !**seen), timed.iter().filter(|(_, acts)| !**acts));
    faults.extend(unseen.map(|(id, _)| {
        let message =
            format!("every order on [lane.{id}] is written at the first minute of its day, before the cut-off");
        let help = "give a policy that orders on it a `review-at`, or leave `cut-off` out";
        Fault::new(format!("lane.{id}.cut-off"), message, help)
    }));
    faults.extend(untimed.map(|(id, _)| {
        let message =
            format!("no lane that [policy.{id}] orders on has a cut-off, so the time of its review changes nothing");
        Fault::new(format!("policy.{id}.review-at"), message, "give a lane a `cut-off`, or leave `review-at` out")
    }));
}
