//! Phases of a run: `[phase.ID]`.

use super::amount::WHOLE_DAYS;
use super::diagnosis::codes;
use super::model::{Id, PhaseFile, PhaseRule, Title, When};
use super::reader::Section;
use super::tree::Value;
use super::typed::whole_days;
use std::collections::BTreeMap;

/// Reads `[phase.ID]`. Its file is read by the loading of the study; the scenario stays empty here.
pub fn phase(section: &mut Section<'_, '_>, id: &str) -> Option<PhaseRule> {
    let title = section.title("title");
    let from = from(section);
    let file = file(section);
    let stock_to = stock_to(section);
    if id.contains('.') {
        let place = section.place;
        section.wrong(codes::ID, id, "has a point", place, "name the phase without a point");
    }
    Some(PhaseRule {
        titled: title.is_some(),
        title: title.unwrap_or_else(|| Title { sv: id.to_owned(), en: id.to_owned() }),
        from: from?,
        file: file?,
        stock_to,
        scenario: None,
    })
}

fn from(section: &mut Section<'_, '_>) -> Option<When> {
    match section.first_of(["at", "day"]) {
        Some("at") => section.date("at").map(|date| When::Date(date.to_string())),
        Some(_) => section.amount("day", WHOLE_DAYS).and_then(whole_days).map(When::Day),
        None => {
            section.missing("at", "say when the phase begins: at = 2028-01-01, or day = \"365 days\"");
            None
        }
    }
}

fn file(section: &mut Section<'_, '_>) -> Option<PhaseFile> {
    let Some(key) = section.first_of(["scenario", "overlay"]) else {
        section.missing("scenario", "name the scenario file that holds from then on, or an `overlay` on this one");
        return None;
    };
    let node = section.value(key)?;
    let path = section.text_of(key, node)?.to_owned();
    Some(PhaseFile { path, place: node.place, whole: key == "scenario" })
}

/// Who takes over what stands at a site that closes. The sites may be those of other phases: the plan knows.
fn stock_to(section: &mut Section<'_, '_>) -> BTreeMap<Id, Id> {
    let Some(node) = section.value("stock-to") else { return BTreeMap::new() };
    let Value::Table(table) = &node.value else {
        let fix = "write { site-that-closes = \"site\" }";
        section.wrong(codes::KIND, "stock-to", "is no table of sites", node.place, fix);
        return BTreeMap::new();
    };
    let mut to = BTreeMap::new();
    for (site, entry) in table {
        if let Some(heir) = section.text_of("stock-to", &entry.node) {
            to.insert(site.clone(), heir.to_owned());
        }
    }
    to
}
