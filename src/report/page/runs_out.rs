//! What runs out: the articles and the product families most often at zero on the headline's day, one column per
//! alternative.

use super::Page;
use super::figures::{Written, pointer};
use super::markup::{Table, esc};
use crate::order::InOrder;
use crate::report::headline;
use crate::report::json::claim_key;
use crate::report::number::ABSENT;
use crate::report::wording::charts::ChartWord;
use crate::report::wording::page::PageWord;
use crate::study::findings::Readings;

/// Names with their shares, the largest first.
type Named = Vec<(String, f64)>;

/// One scenario's list and its place in `results.json`.
type Listed<'a> = Option<(&'a Named, String)>;

/// Articles: each alternative's own list, rank by rank.
pub(super) fn articles(page: &Page, reserve: &str) -> String {
    let lists = lists(page, reserve, "most_often_at_zero", |readings, level| readings.most_often_at_zero.get(level));
    let mut table = table(page, reserve, PageWord::ZeroCaption, PageWord::RankColumn);
    let longest = lists.iter().flatten().map(|(list, _)| list.len()).max().unwrap_or(0);
    for rank in 0..longest {
        let cell = |list: &Listed| match list {
            Some((list, _)) if list.is_empty() && rank == 0 => page.text(PageWord::NothingOut).to_string(),
            Some((list, at)) => list.get(rank).map_or(String::new(), |(name, share)| {
                format!(
                    "{} <span class=\"interval\">{}</span>",
                    group_title(page, name),
                    percent(page, *share, &format!("{at}/{rank}/share"))
                )
            }),
            None => ABSENT.to_string(),
        };
        table.row(&page.numbers.count(rank as u64 + 1), &lists.iter().map(cell).collect::<Vec<_>>());
    }
    if table.is_empty() { String::new() } else { table.html("across") }
}

/// Product families, the worst in any alternative first.
pub(super) fn families(page: &Page, reserve: &str) -> String {
    let lists = lists(page, reserve, "families_at_zero", |readings, level| readings.families_at_zero.get(level));
    let mut table = table(page, reserve, PageWord::FamilyCaption, PageWord::FamilyColumn);
    let mut families: Vec<(&str, f64)> = Vec::new();
    for (id, share) in lists.iter().flatten().flat_map(|(list, _)| list.iter()) {
        match families.iter_mut().find(|(other, _)| other == id) {
            Some((_, worst)) => *worst = worst.max(*share),
            None => families.push((id, *share)),
        }
    }
    families.order_by(|one, other| other.1.total_cmp(&one.1));
    for (id, _) in families {
        let cell = |list: &Listed| {
            let found = list.as_ref().and_then(|(list, at)| {
                let rank = list.iter().position(|(other, _)| other == id)?;
                Some(percent(page, list[rank].1, &format!("{at}/{rank}/share")))
            });
            found.unwrap_or_else(|| ABSENT.to_string())
        };
        table.row(&family_title(page, id), &lists.iter().map(cell).collect::<Vec<_>>());
    }
    if table.is_empty() { String::new() } else { table.html("across") }
}

/// The place and the article of a group by their titles.
fn group_title(page: &Page, id: &str) -> String {
    let mut groups = page.findings.inputs.scenarios.iter().flat_map(|scenario| &scenario.groups);
    groups.find(|(group, _)| group == id).map_or_else(|| esc(id), |(_, title)| page.title(title))
}

fn family_title(page: &Page, id: &str) -> String {
    let mut families = page.findings.inputs.scenarios.iter().flat_map(|scenario| &scenario.families);
    match families.find(|(family, _)| family == id) {
        Some((_, title)) => page.title(title),
        None if id.is_empty() => ChartWord::FamilyUnnamed.text(page.language).to_string(),
        None => esc(id),
    }
}

fn percent(page: &Page, share: f64, at: &str) -> String {
    page.numbers.percent(&page.value(Some(share), at, Written::Share))
}

/// The list of every scenario at the first cut with the full claim, on the headline's day.
fn lists<'a>(
    page: &'a Page,
    reserve: &str,
    key: &str,
    list: impl Fn(&'a Readings, usize) -> Option<&'a Named>,
) -> Vec<Listed<'a>> {
    let inputs = &page.findings.inputs;
    let of = |id: &str| -> Listed<'a> {
        let level = headline::level(inputs)?;
        let (cell, at) = page.cell_at(id, reserve)?;
        let found = cell.endurance.first()?;
        let (claim, readings) = found.claims.iter().max_by_key(|(claim, _)| *claim)?;
        let keys = ["endurance", &found.cut, &claim_key(*claim), key, &inputs.levels[level].to_string()];
        Some((list(readings, level)?, at + &pointer(&keys)))
    };
    inputs.scenarios.iter().map(|scenario| of(&scenario.id)).collect()
}

fn table(page: &Page, reserve: &str, caption: PageWord, first: PageWord) -> Table {
    let inputs = &page.findings.inputs;
    let level = headline::level(inputs).map_or(ABSENT.into(), |level| page.numbers.count(inputs.levels[level]));
    let cut = inputs.cuts.first().map_or(ABSENT.into(), |cut| page.title(&cut.title));
    let caption = page.fill(caption, &[("level", &level), ("reserve", &page.reserve(reserve)), ("cut", &cut)]);
    let mut heads = vec![page.text(first).to_string()];
    heads.extend(inputs.scenarios.iter().map(|scenario| page.head(&scenario.id)));
    Table::new(caption, heads)
}
