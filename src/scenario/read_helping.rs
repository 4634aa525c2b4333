//! Neighbours who help out, and orders that are served whole.

use super::amount::{DURATION, PER_LINE, WHOLE_DAYS};
use super::diagnosis::codes;
use super::model::{NeighbourRule, WholeOrderRule};
use super::read_rules::{priority, sites};
use super::reader::Section;
use super::selection;
use super::tree::Value;

/// Reads `[neighbour.ID]`.
pub fn neighbour(section: &mut Section<'_, '_>, _id: &str) -> Option<NeighbourRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    let from = section.references("from", "site");
    match section.entry("from") {
        Some(entry) if matches!(&entry.node.value, Value::List(list) if list.is_empty()) => {
            let fix = "name a site, or leave it out: then those of `at` help each other";
            section.wrong(codes::MATCHES_NOTHING, "from", "names nobody", entry.node.place, fix);
        }
        None if at.as_ref().is_some_and(|at| at.iter().all(|site| *site == at[0])) => {
            let place = section.entry("at").map_or(section.place, |entry| entry.node.place);
            let fix = "name a second site, or who gives: `from = [\"site\"]`";
            section.wrong(codes::MATCHES_NOTHING, "at", "names one site, so nobody can give", place, fix);
        }
        _ => {}
    }
    let keep_days = section.amount("keep", DURATION).unwrap_or(0.0);
    let days = section.days("lead-time", WHOLE_DAYS).unwrap_or(0);
    let price = section.price("price", PER_LINE);
    let in_stop = section.truth("in-stop").unwrap_or(false);
    if let Some(entry) = section.entry("in-stop").filter(|_| in_stop && days > 0) {
        let what = "changes nothing beside a `lead-time`: in a stop, need that is not met lapses the same day";
        section.wrong(codes::EXCLUSIVE, "in-stop", what, entry.key, "leave one of them out");
    }
    Some(NeighbourRule { at: at?, from, select, priority, keep_days, days, price, in_stop })
}

/// Reads `[whole-order.ID]`.
pub fn whole_order(section: &mut Section<'_, '_>, _id: &str) -> Option<WholeOrderRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    Some(WholeOrderRule { at: at?, select, priority })
}
