//! Endurance of parts of need: a folded table for each alternative, under the headline's cut and reserve. All cuts, and the days and
//! probabilities at every threshold and level, stand in results.json: on the page they would weigh more than all the rest.

use super::Page;
use super::figures::{Written, pointer};
use super::markup::{Table, esc, folded};
use crate::order::InOrder;
use crate::plan::slice::SliceKind;
use crate::report::headline;
use crate::report::json::threshold_key;
use crate::report::slices::{name, told};
use crate::report::wording::slices::SliceWord;
use crate::study::findings::{CellFindings, CutFindings, CutInput};
use crate::study::slices::{SliceFindings, Spread};

/// Families shown, at most: those with the least served on the headline's day.
const MOST_FAMILIES: usize = 3;

/// The tables; empty where nothing was probed.
pub(super) fn tables(page: &Page, reserve: &str) -> String {
    let inputs = &page.findings.inputs;
    let mut tables = String::new();
    for cut in inputs.cuts.iter().take(1) {
        for scenario in &inputs.scenarios {
            let Some((cell, at)) = page.cell_at(&scenario.id, reserve) else { continue };
            let Some(found) = headline::cut(cell, &cut.id) else { continue };
            tables.push_str(&table(page, (cell, cut, found), &at).unwrap_or_default());
        }
    }
    tables
}

fn table(page: &Page, (cell, cut, found): (&CellFindings, &CutInput, &CutFindings), at: &str) -> Option<String> {
    let inputs = &page.findings.inputs;
    let level = headline::level(inputs)?;
    let shown = shown(found, level);
    if shown.is_empty() {
        return None;
    }
    let word = |word: SliceWord, places: &[(&str, &str)]| word.fill(page.language, places);
    let names = [
        ("cut", page.title(&cut.title)),
        ("scenario", page.scenario(&cell.scenario)),
        ("reserve", page.reserve(&cell.reserve)),
        ("most", page.numbers.count(MOST_FAMILIES as u64)),
        ("level", page.numbers.count(inputs.levels[level])),
    ];
    let places = names.each_ref().map(|(place, text)| (*place, text.as_str()));
    let mut heads = vec![word(SliceWord::Part, &[]), word(SliceWord::Needs, &[])];
    let count = |days: u32| page.numbers.count(days);
    heads.extend(inputs.levels.iter().map(|&days| word(SliceWord::Served, &[("days", &count(days))])));
    let threshold =
        |&share: &f64| word(SliceWord::Days, &[("threshold", page.per_cent(share).trim_end_matches(['%', '\u{a0}']))]);
    heads.extend(headline::threshold(inputs).map(|place| threshold(&inputs.thresholds[place])));
    let mut table = Table::new(word(SliceWord::Caption, &places), heads);
    for (place, slice) in shown {
        let at = format!("{at}{}/{place}", pointer(&["slices", &cut.id]));
        table.row(&esc(&name(slice, page.language)), &row(page, slice, &at));
    }
    Some(folded("slices", &word(SliceWord::Summary, &places), &table.html("across")))
}

/// All parts but families; of those the most stricken, in their order.
fn shown(found: &CutFindings, level: usize) -> Vec<(usize, &SliceFindings)> {
    let (mut families, mut shown): (Vec<_>, Vec<_>) =
        told(found).into_iter().partition(|(_, slice)| slice.kind == SliceKind::Family);
    let served = |slice: &SliceFindings| slice.share_served.get(level).and_then(|figure| figure.mean).unwrap_or(1.0);
    families.order_by(|(_, one), (_, other)| served(one).total_cmp(&served(other)));
    families.truncate(MOST_FAMILIES);
    shown.extend(families);
    shown
}

fn row(page: &Page, found: &SliceFindings, at: &str) -> Vec<String> {
    let inputs = &page.findings.inputs;
    let middle = headline::threshold(inputs);
    let required = middle.map_or(1.0, |place| inputs.thresholds[place]);
    let figure = |figure: &Spread, ends: [(Option<f64>, &str); 2], at: &str, written: Written| {
        let mean = page.value(figure.mean, &format!("{at}/mean"), written);
        format!("{mean} {}", page.between(ends, at, written)).trim_end().to_string()
    };
    let spread =
        |found: &Spread, at: &str, written: Written| figure(found, [(found.p5, "p5"), (found.p95, "p95")], at, written);
    let mut cells = vec![page.numbers.count(found.groups)];
    for (level, found) in inputs.levels.iter().zip(&found.share_served) {
        cells.push(spread(found, &format!("{at}/share_served/{level}"), Written::Against(required)));
    }
    if let Some(found) = middle.and_then(|place| found.days.get(place)) {
        let at = format!("{at}{}", pointer(&["days", &threshold_key(required)]));
        cells.push(spread(found, &at, Written::Days(inputs.curve_days())));
    }
    cells
}
