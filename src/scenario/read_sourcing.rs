//! Where a site buys: one source, shares of several, and who takes over what is not shipped.

use super::amount::{SHARE, WHOLE_DAYS};
use super::diagnosis::codes;
use super::model::{Id, SourcingRule};
use super::read_rules::{priority, sites};
use super::reader::Section;
use super::selection;
use super::tree::{Node, Value};
use crate::plan::shortage::WHOLE;

/// The word for the article's own supplier.
pub const OWN_SUPPLIER: &str = "supplier";

/// The word for all suppliers of the article, in the order in which it names them.
pub const ALL_OWN_SUPPLIERS: &str = "suppliers";

/// Reads `[sourcing.ID]`.
pub fn sourcing(section: &mut Section<'_, '_>, _id: &str) -> Option<SourcingRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    let sources = match section.first_of(["from", "sources"]) {
        Some("sources") => shares(section),
        _ => {
            let node = section.required("from");
            node.and_then(|node| source(section, "from", node)).map(|source| vec![(source, WHOLE)])
        }
    };
    let (fail_over, fail_over_days) = fail_over(section, sources.as_deref().unwrap_or_default());
    Some(SourcingRule { at: at?, select, sources: sources?, fail_over, fail_over_days, priority })
}

/// A site, a supplier, or the word for the article's own supplier or for all of them.
fn source<'a>(section: &mut Section<'a, '_>, key: &str, node: &'a Node) -> Option<Id> {
    let text = section.text_of(key, node)?;
    let known = [OWN_SUPPLIER, ALL_OWN_SUPPLIERS].contains(&text)
        || section.ctx.table("supplier").is_some_and(|all| all.contains_key(text));
    (known || section.ctx.knows("site", text, node.place)).then(|| text.to_owned())
}

/// Sources with their agreed shares, which sum to all.
fn shares(section: &mut Section<'_, '_>) -> Option<Vec<(Id, i64)>> {
    let place = section.entry("sources").map_or(section.place, |entry| entry.node.place);
    let nodes = section.list("sources")?;
    let mut sources: Vec<(Id, i64)> = Vec::new();
    for node in &nodes {
        let Value::Table(table) = &node.value else {
            let fix = "write { from = \"id\", share = \"70 %\" }";
            section.wrong(codes::KIND, "sources", "has an entry that is no table", node.place, fix);
            continue;
        };
        let mut inner = section.inner(table, node.place, "sources", "a source");
        let from = inner.required("from").and_then(|from| source(&mut inner, "from", from));
        inner.required("share");
        let share = inner.amount("share", SHARE).map(|share| libm::round(share * WHOLE as f64) as i64);
        inner.finish();
        if share == Some(0) {
            let what = "gives a source no share";
            section.wrong(codes::IMPOSSIBLE, "sources", what, node.place, "leave it out, or put it into `fail-over`");
        }
        let (Some(from), Some(share)) = (from, share) else { continue };
        if sources.iter().any(|(known, _)| *known == from) {
            let what = format!("names {from} twice");
            section.wrong(codes::IMPOSSIBLE, "sources", &what, node.place, "name each source once");
        }
        sources.push((from, share));
    }
    let sum: i64 = sources.iter().map(|(_, share)| share).sum();
    if sources.len() == nodes.len() && sum != WHOLE {
        let what = format!("has shares that sum to {} %, not 100 %", sum as f64 / 10_000.0);
        section.wrong(codes::SHARES, "sources", &what, place, "let the agreed shares sum to 100 %");
    }
    (sources.len() == nodes.len()).then_some(sources)
}

/// Who takes over, and after how many days.
fn fail_over(section: &mut Section<'_, '_>, sources: &[(Id, i64)]) -> (Vec<Id>, u32) {
    let Some(nodes) = section.list("fail-over") else {
        if let Some(entry) = section.entry("fail-over-after") {
            let what = "changes nothing without `fail-over`";
            section.wrong(codes::EXCLUSIVE, "fail-over-after", what, entry.key, "name who takes over, or leave it out");
        }
        return (Vec::new(), 0);
    };
    if nodes.is_empty() {
        let place = section.entry("fail-over").map_or(section.place, |entry| entry.node.place);
        section.wrong(codes::MATCHES_NOTHING, "fail-over", "names nobody", place, "name a source, or leave it out");
    }
    let mut next: Vec<Id> = Vec::new();
    for node in nodes {
        let Some(from) = source(section, "fail-over", node) else { continue };
        if next.contains(&from) || sources.iter().any(|(known, _)| *known == from) {
            let what = format!("names {from}, which is a source already");
            section.wrong(codes::IMPOSSIBLE, "fail-over", &what, node.place, "name each source once");
        }
        next.push(from);
    }
    section.required("fail-over-after");
    (next, section.days("fail-over-after", WHOLE_DAYS).unwrap_or(0))
}
