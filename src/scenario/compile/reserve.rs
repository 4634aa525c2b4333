//! Reserves of the plan: which placement holds where, and those that stand apart.

use super::Fault;
use super::disruptions::disruption_of;
use super::network::Network;
use super::rules::Levels;
use crate::order::Gather;
use crate::plan::Plan;
use crate::plan::disruption::{Process, Target};
use crate::plan::reserve::{Alarm, Apart};
use crate::plan::shelf::ShelfPlan;
use crate::random::key::StreamName;
use crate::scenario::model::{AlarmRule, Article, Id, ReserveKind, ReservePlacement, Scenario};
use std::collections::{BTreeMap, BTreeSet};

/// The placement that holds for a critical article at a site. Two that hold a reserve in different ways are a fault.
pub fn placement<'s>(
    scenario: &'s Scenario,
    (site, article_id, article): (&str, &str, &Article),
    faults: &mut Vec<Fault>,
) -> Option<(&'s Id, &'s ReservePlacement)> {
    let mut found = placements(scenario, (site, article_id, article));
    let (id, first) = found.next()?;
    if let Some((other, _)) = found.find(|(_, other)| other.kind != first.kind) {
        faults.push(Fault::new(
            format!("reserve-placement.{other}"),
            format!("{id} and {other} hold the reserve of article {article_id} at {site} in different ways"),
            "let each article at a site have one kind of reserve",
        ));
    }
    Some((id, first))
}

/// All placements that hold a critical article at a site.
fn placements<'s>(
    scenario: &'s Scenario,
    (site, article_id, article): (&str, &str, &Article),
) -> impl Iterator<Item = (&'s Id, &'s ReservePlacement)> {
    scenario.reserve_placements.iter().filter(move |(_, placement)| {
        let selects = || placement.select.matches(article_id, article, &scenario.suppliers);
        article.critical && placement.at == site && selects()
    })
}

/// Days of the reserve of an article at a site: of several placements the largest. One without days of its own is as large as the
/// study says.
pub fn days(scenario: &Scenario, about: (&str, &str, &Article), of_the_study: f64) -> f64 {
    placements(scenario, about).map(|(_, placement)| placement.days.unwrap_or(of_the_study)).fold(0.0, f64::max)
}

/// Builds the reserves that stand apart, in the order of their cells.
pub fn build(
    scenario: &Scenario,
    network: &Network,
    levels: &Levels,
    (shelf, processes): (&ShelfPlan, &[Process]),
    faults: &mut Vec<Fault>,
) -> Vec<Apart> {
    let mut apart = Vec::new();
    for (index, cell) in (0_u32..).zip(&network.cells) {
        let quantity = levels.apart[index as usize];
        if quantity == 0 {
            continue;
        }
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        // Two placements that differ have been told when the levels were worked out.
        let about = (site.as_str(), article.as_str(), &scenario.articles[article]);
        let Some((id, placement)) = placement(scenario, about, &mut Vec::new()) else { continue };
        let ReserveKind::Alarm(rule) = &placement.kind else { continue };
        if network.owners[network.pools[cell.pool as usize].owner as usize].is_supplier {
            faults.push(Fault::new(
                format!("reserve-placement.{id}"),
                format!("the reserve of article {article} at {site} stands apart in stock that a supplier owns"),
                "a supplier's stock is locked by a cut: let another own it ([pool.ID]), or write kind = \"free\"",
            ));
        }
        if rule.rotates && shelf.life(cell.article).is_none() {
            faults.push(Fault::new(
                format!("reserve-placement.{id}.rotates"),
                format!("`rotates` changes nothing for article {article}: no batches of it are followed"),
                "give it a `shelf-life` and write `batches = true` in [scenario], or leave `rotates` out",
            ));
        }
        let stream = StreamName::new(&["reserve age", site, article]);
        let alarm = alarm(id, rule, processes, faults);
        apart.push(Apart {
            cell: index,
            quantity,
            alarm,
            refill_days: rule.refill_days,
            rotates: rule.rotates,
            age: stream,
        });
    }
    apart
}

fn alarm(placement: &str, rule: &AlarmRule, processes: &[Process], faults: &mut Vec<Fault>) -> Alarm {
    for id in rule.disruptions.iter().filter(|id| !processes.iter().any(|process| disruption_of(process) == *id)) {
        faults.push(Fault::new(
            format!("reserve-placement.{placement}.alarm"),
            format!("the disruption {id} hits nothing, so it opens nothing"),
            "let it hit something, or take it out of `alarm`",
        ));
    }
    let named = |process: &Process| rule.disruptions.iter().any(|id| id == disruption_of(process));
    let processes = (0..).zip(processes).filter(|(_, process)| named(process)).map(|(index, _)| index).collect();
    Alarm { cut: rule.cut, stock_out: rule.stock_out, processes }
}

/// Gives the alarms of a plan, which know its processes by place, the places that these get.
pub fn renumber_alarms(plan: &mut Plan, places: &BTreeMap<&String, u32>) {
    let Plan { apart, disruptions, .. } = plan;
    for processes in apart.iter_mut().map(|apart| &mut apart.alarm.processes) {
        processes.iter_mut().for_each(|process| *process = places[&disruptions[*process as usize].name]);
        processes.sort_unstable();
    }
}

/// News that comes late must be late for somebody: an alarm, or a source that takes over as soon as another is stopped. Each plan
/// comes with its scenario, because an alarm under no reserve at all is one under the other reserves of a study.
pub fn late_for_nobody(plans: &[(&Scenario, &Plan)]) -> Vec<Fault> {
    let all =
        || plans.iter().flat_map(|(scenario, plan)| plan.disruptions.iter().map(move |one| (scenario, plan, one)));
    let late: BTreeSet<&str> = all()
        .filter(|(.., process)| process.information_delay > 0)
        .map(|(.., process)| disruption_of(process))
        .into_set();
    let matters = |(scenario, plan, process): &(&&Scenario, &&Plan, &Process)| {
        let alarms = |placement: &ReservePlacement| match &placement.kind {
            ReserveKind::Alarm(rule) => rule.disruptions.iter().any(|id| id == disruption_of(process)),
            ReserveKind::Free | ReserveKind::Critical(_) => false,
        };
        scenario.reserve_placements.values().any(alarms) || makes_sources_take_over(plan, process)
    };
    let heard: BTreeSet<&str> = all().filter(matters).map(|(.., process)| disruption_of(process)).into_set();
    let fault = |id: &&str| {
        Fault::new(
            format!("disruption.{id}.information-delay"),
            "nothing that the region decides waits for this news",
            "let an alarm of a reserve name the disruption, or a source with a fail-over be stopped by it; or leave the key out",
        )
    };
    late.difference(&heard).map(fault).collect()
}

/// Whether what a process stops is a reason to buy elsewhere at once, or keeps a source from taking over.
fn makes_sources_take_over(plan: &Plan, process: &Process) -> bool {
    let stops = |&number: &u32| {
        let way = plan.way(number);
        let origin = plan.lanes[way.lane as usize].from;
        let things = [Some(Target::Lane(way.lane)), Some(Target::Site(origin)), way.offer.map(Target::Offer)];
        things.iter().flatten().any(|thing| process.targets.contains(thing))
    };
    let mut rules = plan.phases.iter().flat_map(|phase| &phase.sourcing).filter(|rule| !rule.fail_over.is_empty());
    rules.any(|rule| {
        let at_once = rule.after_days == 0 && rule.agreed.iter().any(|(way, _)| stops(way));
        at_once || rule.fail_over.iter().any(stops)
    })
}
