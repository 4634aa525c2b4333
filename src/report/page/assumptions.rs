//! The assumptions: every value with its unit, origin, source and range; first what differs between the alternatives.

use super::Page;
use super::markup::{Table, esc, folded, list};
use crate::order::Gather;
use crate::report::table::origin_word;
use crate::report::wording::page::PageWord;
use crate::scenario::model::ValueOrigin;
use std::collections::{BTreeMap, BTreeSet};

/// One value with the scenarios (by place) that have it.
type Groups<'a> = Vec<(&'a ValueOrigin, Vec<usize>)>;

/// The section.
pub(super) fn section(page: &Page) -> String {
    let scenarios = &page.findings.inputs.scenarios;
    let keys = scenarios.iter().flat_map(|scenario| scenario.origins.entries.keys());
    let paths: BTreeSet<&String> = keys.filter(|path| !is_title(path)).into_set();
    let overview = overview(page, &paths);
    let (mut differ, mut same, mut tool) = (Vec::new(), Vec::new(), Vec::new());
    for path in paths {
        let groups = groups(page, path);
        let is_everywhere = matches!(&groups[..], [(_, places)] if places.len() == scenarios.len());
        let is_tool = is_everywhere && groups[0].0.kind == "tool";
        let list = if is_tool {
            &mut tool
        } else if is_everywhere {
            &mut same
        } else {
            &mut differ
        };
        list.push((path, groups));
    }
    let mut content = format!("<p>{}</p>\n", page.fill(PageWord::AssumptionsText, &[("origins", &counts(page, ""))]));
    content.push_str(&overview);
    for (caption, rows) in
        [(PageWord::DiffersCaption, differ), (PageWord::SameCaption, same), (PageWord::ToolCaption, tool)]
    {
        if !rows.is_empty() {
            let caption = page.fill(caption, &[("count", &page.numbers.count(rows.len() as u64))]);
            content.push_str(&folded("assumptions", &caption, &table(page, &caption, &rows)));
        }
    }
    let remarks: Vec<String> = page.findings.inputs.remarks.iter().map(|remark| esc(remark)).collect();
    if !remarks.is_empty() {
        content.push_str(&format!("<h3>{}</h3>\n{}", page.text(PageWord::Remarks), list(&remarks)));
    }
    page.part("assumptions", PageWord::AssumptionsHead, &content)
}

/// A title is a name and no assumption.
fn is_title(path: &str) -> bool {
    path.strip_suffix(".sv").or(path.strip_suffix(".en")).unwrap_or(path).ends_with(".title")
}

/// The values under a path, scenarios with the same one together.
fn groups<'a>(page: &'a Page, path: &str) -> Groups<'a> {
    let mut groups: Groups = Vec::new();
    for (place, scenario) in page.findings.inputs.scenarios.iter().enumerate() {
        let Some(origin) = scenario.origins.entries.get(path) else { continue };
        match groups.iter_mut().find(|(other, _)| *other == origin) {
            Some((_, places)) => places.push(place),
            None => groups.push((origin, vec![place])),
        }
    }
    groups
}

/// One row per part of a scenario: how many values it has, how many differ and where they come from.
fn overview(page: &Page, paths: &BTreeSet<&String>) -> String {
    let scenarios = page.findings.inputs.scenarios.len();
    let mut parts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for path in paths {
        let groups = groups(page, path);
        let is_everywhere = matches!(&groups[..], [(_, places)] if places.len() == scenarios);
        let (all, differ) = parts.entry(part_of(path)).or_default();
        *all += 1;
        *differ += u64::from(!is_everywhere);
    }
    let words = [PageWord::GroupColumn, PageWord::CountColumn, PageWord::DifferColumn, PageWord::OriginColumn];
    let heads = words.map(|word| page.text(word).to_string()).into();
    let mut table = Table::new(page.text(PageWord::OverviewCaption).to_string(), heads);
    for (part, (all, differ)) in parts {
        let cells = [page.numbers.count(all), page.numbers.count(differ), counts(page, part)];
        table.row(&format!("<code>{}</code>", esc(part)), &cells);
    }
    if table.is_empty() {
        return String::new();
    }
    table.html("across") + &format!("<p class=\"note print\">{}</p>\n", page.text(PageWord::Printed))
}

/// The first word of a key: `cost` of `cost.storage`.
fn part_of(path: &str) -> &str {
    path.split_once('.').map_or(path, |(part, _)| part)
}

/// "120 antaganden, 9 härledda", over all scenarios, each value once; of one part, or of all if it is empty.
fn counts(page: &Page, part: &str) -> String {
    let mut seen = BTreeSet::new();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for (path, origin) in page.findings.inputs.scenarios.iter().flat_map(|scenario| &scenario.origins.entries) {
        let is_asked = !is_title(path) && (part.is_empty() || part_of(path) == part);
        if is_asked && seen.insert((path, &origin.value, &origin.kind)) {
            *counts.entry(&origin.kind).or_default() += 1;
        }
    }
    let told = counts.iter().map(|(kind, count)| format!("{} {}", page.numbers.count(*count), kind_name(page, kind)));
    told.collect::<Vec<_>>().join(", ")
}

fn kind_name(page: &Page, kind: &str) -> String {
    esc(origin_word(kind).map_or(kind, |word| word.text(page.language)))
}

fn table(page: &Page, caption: &str, rows: &[(&String, Groups)]) -> String {
    let words = [
        PageWord::KeyColumn,
        PageWord::AlternativesColumn,
        PageWord::ValueColumn,
        PageWord::UnitColumn,
        PageWord::OriginColumn,
        PageWord::SourceColumn,
        PageWord::RangeColumn,
    ];
    let mut table = Table::new(caption.to_string(), words.map(|word| page.text(word).to_string()).into());
    let everyone = page.findings.inputs.scenarios.len();
    for (path, groups) in rows {
        for (origin, places) in groups {
            let name = |&place: &usize| page.scenario(&page.findings.inputs.scenarios[place].id);
            let whom = if places.len() == everyone {
                page.text(PageWord::EverywhereWord).to_string()
            } else {
                places.iter().map(name).collect::<Vec<_>>().join(", ")
            };
            let (value, unit) = value_and_unit(&origin.value);
            let cells = [
                whom,
                format!("<code>{}</code>", esc(value)),
                esc(unit),
                kind_name(page, &origin.kind),
                source(page, origin),
                esc(&origin.range),
            ];
            table.row(&format!("<code>{}</code>", esc(path)), &cells);
        }
    }
    table.html("assumed")
}

/// Where a value comes from; what the program says of its own values is said in the reader's language.
fn source(page: &Page, origin: &ValueOrigin) -> String {
    if origin.kind == "tool" { page.text(PageWord::BuiltIn).to_string() } else { esc(&origin.source) }
}

/// `"667 SEK/pallet"` as `667` and `SEK/pallet`; other values as they are.
fn value_and_unit(value: &str) -> (&str, &str) {
    let bare = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
    let is_number = bare.starts_with(|first: char| first.is_ascii_digit() || first == '-');
    match bare.split_once(' ') {
        Some((number, unit)) if is_number => (number, unit),
        _ => (bare, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::value_and_unit;

    #[test]
    fn units_stand_apart() {
        assert_eq!(value_and_unit("\"667 SEK/pallet\""), ("667", "SEK/pallet"));
        assert_eq!(value_and_unit("\"order-up-to\""), ("order-up-to", ""));
        assert_eq!(value_and_unit("[\"a b\"]"), ("[\"a b\"]", ""));
        assert_eq!(value_and_unit("0.95"), ("0.95", ""));
    }
}
