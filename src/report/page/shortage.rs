//! Who went without, and why: need that was not served at once, by cause and by site.

use super::Page;
use super::detail::{Row, across};
use super::figures::{Written, pointer};
use super::markup::esc;
use crate::report::number::ABSENT;
use crate::report::wording::page::PageWord;
use crate::study::findings::CellFindings;

/// The table: the causes over all sites, then the share short at each site.
pub(super) fn table(page: &Page, reserve: &str) -> String {
    let causes = [
        (PageWord::SupplierOut, "short_supplier_out"),
        (PageWord::NotStocked, "short_not_stocked"),
        (PageWord::Avoidable, "short_avoidable"),
    ];
    let mut sites: Vec<(&str, String)> = Vec::new();
    for found in page.findings.cells.iter().filter(|cell| cell.reserve == reserve).flat_map(|cell| &cell.shortage) {
        if !sites.iter().any(|(id, _)| *id == found.site) {
            sites.push((&found.site, page.title(&found.title)));
        }
    }
    if sites.is_empty() {
        return String::new();
    }
    let mut rows: Vec<Row> = Vec::new();
    for (word, name) in causes {
        let value = move |cell: &CellFindings, at: &str| {
            let at = format!("{at}/metrics/{name}");
            cell.metrics.get(name).map_or(ABSENT.to_string(), |figure| page.figure(figure, &at, Written::Share))
        };
        rows.push((page.text(word).to_string(), Box::new(value)));
    }
    for (site, title) in sites {
        let value = move |cell: &CellFindings, at: &str| {
            let Some(place) = cell.shortage.iter().position(|found| found.site == site) else {
                return ABSENT.to_string();
            };
            let at = at.to_string() + &pointer(&["shortage", &place.to_string(), "short"]);
            page.figure(&cell.shortage[place].short, &at, Written::Share)
        };
        rows.push((page.fill(PageWord::ShortAt, &[("site", &esc(&title))]), Box::new(value)));
    }
    across(page, reserve, PageWord::ShortageCaption, &rows)
}
