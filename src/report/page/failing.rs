//! What fails first: a folded table for each alternative, under the headline's cut and reserve; the other cuts stand in results.json.

use super::Page;
use super::figures::{Written, pointer};
use super::markup::{Table, esc, folded};
use crate::report::failing::{MOST, name, ratio, reason};
use crate::report::headline;
use crate::report::wording::failing::FailWord;
use crate::study::failing::FailingGroup;
use crate::study::findings::{CellFindings, CutFindings, CutInput};

/// The tables; empty where nothing was probed.
pub(super) fn tables(page: &Page, reserve: &str) -> String {
    let inputs = &page.findings.inputs;
    let mut tables = String::new();
    for cut in inputs.cuts.iter().take(1) {
        for scenario in &inputs.scenarios {
            let Some((cell, at)) = page.cell_at(&scenario.id, reserve) else { continue };
            let Some(found) = headline::cut(cell, &cut.id).filter(|found| !found.failing.groups.is_empty()) else {
                continue;
            };
            tables.push_str(&table(page, (cell, cut, found), &at));
        }
    }
    tables
}

fn table(page: &Page, (cell, cut, found): (&CellFindings, &CutInput, &CutFindings), at: &str) -> String {
    let inputs = &page.findings.inputs;
    let word = |word: FailWord, places: &[(&str, &str)]| word.fill(page.language, places);
    let how = word(FailWord::How, &[("most", &page.numbers.count(MOST))]);
    let caption = format!("{how} {}", ratio(&found.failing, page.numbers, page.language));
    let mut heads = vec![word(FailWord::Need, &[]), word(FailWord::Day, &[])];
    heads.extend(inputs.levels.iter().map(|&level| word(FailWord::ShortBy, &[("days", &page.numbers.count(level))])));
    heads.extend([FailWord::Fixed, FailWord::Simulated, FailWord::Reason].map(|head| word(head, &[])));
    let mut table = Table::new(caption, heads);
    for (place, group) in found.failing.groups.iter().enumerate() {
        let at = format!("{at}{}/groups/{place}", pointer(&["failing", &cut.id]));
        table.row(&esc(&name(inputs, group, page.language)), &row(page, group, &at));
    }
    let places = [("cut", page.title(&cut.title)), ("scenario", page.scenario(&cell.scenario))];
    let summary = word(FailWord::Summary, &places.each_ref().map(|(name, text)| (*name, text.as_str())));
    folded("slices", &summary, &table.html("across"))
}

fn row(page: &Page, found: &FailingGroup, at: &str) -> Vec<String> {
    let inputs = &page.findings.inputs;
    let written = Written::Days(inputs.curve_days());
    let later = || esc(&FailWord::Later.fill(page.language, &[("days", &page.numbers.count(inputs.curve_days()))]));
    let day = found.median_day.map(|day| page.numbers.count(day));
    let mut cells = vec![day.unwrap_or_else(later)];
    for (level, &share) in inputs.levels.iter().zip(&found.short_by) {
        cells.push(page.value(Some(share), &format!("{at}/short_by/{level}"), Written::Probability));
    }
    for (key, [mean, p5]) in
        [("static_days", found.supply.static_days), ("simulated_days", found.supply.simulated_days)]
    {
        let value = |value: f64, name: &str| page.value(Some(value), &format!("{at}/supply/{key}/{name}"), written);
        cells.push(format!("{} <span class=\"interval\">({})</span>", value(mean, "mean"), value(p5, "p5")));
    }
    let share = found.reason.as_ref().map(|(.., share)| {
        let share = page.value(Some(*share), &format!("{at}/reason/share"), Written::Probability);
        format!(" <span class=\"interval\">({})</span>", page.numbers.percent(&share))
    });
    cells.push(esc(&reason(found, page.language)) + &share.unwrap_or_default());
    cells
}
