//! Whether reserves kept for some buyers, and news that comes late, changed a run: it is held against runs without them.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::naive::simulate;
use beredd::plan::Plan;
use std::collections::BTreeMap;

/// How many features there are here.
pub const COUNT: usize = 4 + crate::probe::CLAIM_NOTES.len();

const KEPT: [&str; 2] = ["critical reserve kept from others", "critical reserve used by those named"];
const LATE: [&str; 2] = ["late news: fail-over", "late news: alarm"];
/// So many plans are enough: each takes several runs.
const ENOUGH: u32 = 250;

/// Notes what fired; `before` is on how many plans so far.
pub fn note(plan: &Plan, draws: (u64, u64), run: &Run, before: &BTreeMap<&'static str, u32>, features: &mut Features) {
    features.extend(run.notes.iter().map(|note| (*note, true)));
    let enough = |names: [&str; 2]| names.iter().all(|name| before.get(name).is_some_and(|&plans| plans >= ENOUGH));
    let events = |plan: &Plan| simulate(plan, draws.0, draws.1).events;
    if !plan.kept_back.is_empty() && !enough(KEPT) {
        let nobody_named = changed(plan, |plan| plan.kept_back.iter_mut().for_each(|one| one.named.clear()));
        if events(&changed(plan, |plan| plan.kept_back.clear())) != run.events {
            features.insert(KEPT[0], true);
        }
        if events(&nobody_named) != run.events {
            features.insert(KEPT[1], true);
        }
    }
    if plan.disruptions.iter().any(|process| process.information_delay > 0) && !enough(LATE) {
        let at_once = |plan: &mut Plan| plan.disruptions.iter_mut().for_each(|process| process.information_delay = 0);
        // Without the one the other alone can make a difference.
        let no_alarm = changed(plan, |plan| plan.apart.iter_mut().for_each(|apart| apart.alarm.processes.clear()));
        let no_fail_over = changed(plan, |plan| {
            let rules = plan.phases.iter_mut().flat_map(|phase| &mut phase.sourcing);
            rules.for_each(|rule| rule.fail_over.clear());
        });
        let differs = |plan: &Plan| events(plan) != events(&changed(plan, at_once));
        let moves = run.events.iter().any(|event| matches!(event, Event::MovedOn { .. }));
        if moves && differs(&no_alarm) {
            features.insert(LATE[0], true);
        }
        let alarmed = plan.apart.iter().any(|apart| !apart.alarm.processes.is_empty());
        if alarmed && differs(&no_fail_over) {
            features.insert(LATE[1], true);
        }
    }
}

fn changed(plan: &Plan, change: impl Fn(&mut Plan)) -> Plan {
    let mut other = plan.clone();
    change(&mut other);
    other
}
