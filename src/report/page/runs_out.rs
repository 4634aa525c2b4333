//! What runs out: the articles and the product families most often at zero on the headline's day.

use super::Page;
use super::figures::{Written, pointer};
use super::markup::{Table, esc};
use crate::report::headline;
use crate::report::json::claim_key;
use crate::report::wording::page::PageWord;
use crate::study::findings::Readings;

/// Articles, per scenario.
pub(super) fn articles(page: &Page, reserve: &str) -> String {
    let lists = Lists { caption: PageWord::ZeroCaption, column: PageWord::ItemColumn, key: "most_often_at_zero" };
    lists.table(page, reserve, |readings, level| readings.most_often_at_zero.get(level), |_, name| esc(name))
}

/// Product families, per scenario.
pub(super) fn families(page: &Page, reserve: &str) -> String {
    let lists = Lists { caption: PageWord::FamilyCaption, column: PageWord::FamilyColumn, key: "families_at_zero" };
    let name = |place: usize, id: &str| {
        let families = &page.findings.inputs.scenarios[place].families;
        families.iter().find(|(family, _)| family == id).map_or_else(|| esc(id), |(_, title)| page.title(title))
    };
    lists.table(page, reserve, |readings, level| readings.families_at_zero.get(level), name)
}

struct Lists {
    caption: PageWord,
    column: PageWord,
    key: &'static str,
}

type Named = Vec<(String, f64)>;

impl Lists {
    /// One group of rows per scenario; empty where no scenario has such a list.
    fn table<'a>(
        &self,
        page: &'a Page,
        reserve: &str,
        list: impl Fn(&'a Readings, usize) -> Option<&'a Named>,
        shown: impl Fn(usize, &str) -> String,
    ) -> String {
        let inputs = &page.findings.inputs;
        let (Some(level), Some(cut)) = (headline::level(inputs), inputs.cuts.first()) else { return String::new() };
        let places = [
            ("level", page.numbers.count(inputs.levels[level])),
            ("reserve", page.reserve(reserve)),
            ("cut", page.title(&cut.title)),
        ];
        let caption = page.fill(self.caption, &places.each_ref().map(|(name, value)| (*name, value.as_str())));
        let words = [PageWord::AlternativesColumn, self.column, PageWord::ColumnShare];
        let mut table = Table::new(caption, words.map(|word| page.text(word).to_string()).into());
        for (place, scenario) in inputs.scenarios.iter().enumerate() {
            let Some((cell, at)) = page.cell_at(&scenario.id, reserve) else { continue };
            let Some(found) = cell.endurance.first() else { continue };
            let Some((claim, readings)) = found.claims.iter().max_by_key(|(claim, _)| *claim) else { continue };
            let Some(named) = list(readings, level) else { continue };
            let keys = ["endurance", &found.cut, &claim_key(*claim), self.key, &inputs.levels[level].to_string()];
            table.group();
            let title = page.scenario(&scenario.id);
            if named.is_empty() {
                table.row(&title, &[page.text(PageWord::NothingOut).to_string(), String::new()]);
            }
            for (rank, (name, share)) in named.iter().enumerate() {
                let at = format!("{at}{}/{rank}/share", pointer(&keys));
                let share = page.numbers.percent(&page.value(Some(*share), &at, Written::Share));
                table.row(if rank == 0 { &title } else { "" }, &[shown(place, name), share]);
            }
        }
        if table.is_empty() { String::new() } else { table.html("across") }
    }
}
