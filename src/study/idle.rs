//! Rules that hold nowhere in a study. A rule that several scenarios share may be idle in some: told is what acts in none of them.

use super::design::StudyCell;
use crate::plan::cut::{Cut, CutExpress};
use crate::scenario::compile::Fault;
use crate::scenario::diagnosis::{Diagnosis, codes};
use crate::scenario::source::Place;
use crate::scenario::study::Loaded;
use crate::scenario::tree::Entry;
use std::collections::BTreeMap;

/// What makes rules of two scenarios the same one: all its keys were written at the same places.
type Written = Vec<Place>;

/// One finding for each rule that is idle in every scenario that has it.
pub fn findings(loaded: &Loaded, cells: &[StudyCell]) -> Vec<Diagnosis> {
    let firsts = || cells.iter().filter(|cell| cell.reserve == 0);
    // A rule may be told of for several reasons.
    let mut idle: BTreeMap<(Written, &str), (usize, &Fault, Place)> = BTreeMap::new();
    for (scenario, fault) in firsts().flat_map(|cell| cell.idle.iter().map(|fault| (cell.scenario, fault))) {
        let Some(entry) = rule(loaded, scenario, fault) else { continue };
        idle.entry((written(entry), &fault.message)).or_insert((0, fault, changed_at(entry))).0 += 1;
    }
    let scenarios_with = |wanted: &Written, fault: &Fault| {
        let found = firsts().filter_map(|cell| rule(loaded, cell.scenario, fault));
        found.filter(|entry| written(entry) == *wanted).count()
    };
    let everywhere = idle.iter().filter(|((places, _), (count, fault, _))| scenarios_with(places, fault) == *count);
    let rules = everywhere
        .map(|(_, (_, fault, place))| Diagnosis::finding(fault.code, &fault.message, *place).help(&fault.help));
    rules.chain(idle_cuts(loaded, cells)).collect()
}

/// Cuts that stop nothing and change nothing: told even of a single scenario, whose figures would be read as an answer.
fn idle_cuts(loaded: &Loaded, cells: &[StudyCell]) -> Vec<Diagnosis> {
    let mut idle: BTreeMap<&str, (Vec<&str>, Place)> = BTreeMap::new();
    let firsts = || cells.iter().filter(|cell| cell.reserve == 0);
    for cell in firsts() {
        let scenario = &loaded.study.scenarios[cell.scenario].id;
        for cut in cell.plan.cuts.iter().filter(|cut| does_nothing(cut)) {
            let Some(entry) = table_of(loaded, cell.scenario, "cut", &cut.id) else { continue };
            idle.entry(&cut.id).or_insert((Vec::new(), changed_at(entry))).0.push(scenario);
        }
    }
    let told = |(id, (scenarios, place)): (&str, (Vec<&str>, Place))| {
        let of =
            if scenarios.len() == firsts().count() { String::new() } else { format!(" in {}", scenarios.join(", ")) };
        let help = "without a stop the figures tell of ordinary days; name what the scenario uses in `stops`";
        Diagnosis::finding(codes::MATCHES_NOTHING, &format!("[cut.{id}] stops nothing{of}"), place).help(help)
    };
    idle.into_iter().map(told).collect()
}

fn does_nothing(cut: &Cut) -> bool {
    let stops = !cut.stops.is_empty() || !cut.freezes.is_empty() || cut.locks_supplier_stock;
    !stops && cut.with.is_empty() && cut.rationing.is_none() && cut.express == CutExpress::AsEver
}

/// The table of the rule that a fault is about, as a scenario has it.
fn rule<'l>(loaded: &'l Loaded, scenario: usize, fault: &Fault) -> Option<&'l Entry> {
    let (table, id) = fault.path.split_once('.')?;
    table_of(loaded, scenario, table, id)
}

/// The table of an id, as a scenario has it.
fn table_of<'l>(loaded: &'l Loaded, scenario: usize, table: &str, id: &str) -> Option<&'l Entry> {
    loaded.resolved[&loaded.study.scenarios[scenario].id].get(table)?.node.table()?.get(id)
}

fn written(entry: &Entry) -> Written {
    let keys = entry.node.table().into_iter().flatten().map(|(_, inner)| inner.node.place);
    std::iter::once(entry.key).chain(keys).collect()
}

/// Where an overlay changed the rule, if one did; else where it begins.
fn changed_at(entry: &Entry) -> Place {
    let keys = entry.node.table().into_iter().flatten().map(|(_, inner)| inner.key);
    let elsewhere = keys.filter(|key| key.file != entry.key.file);
    elsewhere.min().unwrap_or(entry.key)
}
