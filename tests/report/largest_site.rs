//! A cut that takes the largest site may take another store in each alternative and with each reserve: it is named, and
//! a warning says where the figures do not compare.

use crate::builder::{region, title};
use crate::markup::{tags, text};
use beredd::report::chart::{charts, survival_chart};
use beredd::report::page::{RunInfo, page};
use beredd::report::table::{decision, human};
use beredd::report::wording::Language;
use beredd::study::findings::Findings;

const DIFFERS: &str = "Det är inte samma lager i alla alternativ";
const MOVES: &str = "Med en annan reserv kan det vara ett annat lager";

/// Today's largest store is the hospital's, but with 30 days the wholesaler's; the others have the central warehouse.
fn moving() -> Findings {
    let mut findings = region();
    let stores = &mut findings.inputs.scenarios[0].largest_site;
    stores[0].1 = title("Sjukhusförrådet", "The hospital store");
    stores[1].1 = title("Grossistens lager <Umeå>", "The wholesaler's store <Umeå>");
    findings
}

fn html(findings: &Findings) -> String {
    page(findings, &RunInfo::default(), Language::Sv)
}

/// The decision tables with their notes, in the order reserves × cuts.
fn variants(html: &str) -> Vec<String> {
    let parts = html.split("<div class=\"variant ").skip(1);
    let whole = |part: &str| format!("<body><div class=\"variant {}", part.split("</section>").next().expect("an end"));
    parts.map(|part| text(&whole(part))).collect()
}

#[test]
fn every_column_names_the_store_and_the_note_warns() {
    let found = variants(&html(&moving()));
    assert_eq!(found.len(), 2 * 2);
    assert!(!found[0].contains("snittet slår ut") && !found[2].contains("snittet slår ut"), "another cut");
    assert!(found[1].contains("snittet slår ut: Sjukhusförrådet"), "{}", found[1]);
    assert!(found[3].contains("snittet slår ut: Grossistens lager <Umeå>"), "{}", found[3]);
    assert!(found[3].contains("snittet slår ut: Centrallagret, Umeå"));
    for with_cut in [&found[1], &found[3]] {
        assert!(with_cut.contains(DIFFERS) && with_cut.contains(MOVES), "{with_cut}");
    }
    assert!(!tags(&html(&moving())).is_empty(), "a name with brackets stays a name");
}

#[test]
fn one_store_everywhere_is_named_without_a_warning() {
    let page = text(&html(&region()));
    assert!(page.contains("snittet slår ut: Centrallagret, Umeå"));
    for told in [page, human(&region(), Language::Sv, 132), survival_chart(&region(), Language::Sv, None).alt] {
        assert!(!told.contains(DIFFERS) && !told.contains(MOVES), "{told}");
    }
}

#[test]
fn the_terminal_tells_it_in_run_and_in_demo() {
    for told in [human(&moving(), Language::En, 132), decision(&moving(), Language::En, 132)] {
        let told = told.replace('\n', " ");
        let named = "takes out – Today: The hospital store (none), The wholesaler's store <Umeå> (30 days); ";
        assert!(told.contains(named), "{told}");
        assert!(told.contains("Delmål 1 with raised stock in Kungsbacka, Delmål 2: The central warehouse, Umeå."));
        assert!(told.contains("It is not the same store in all alternatives"), "{told}");
    }
}

#[test]
fn the_panel_and_its_alternative_text_name_the_stores() {
    let chart = survival_chart(&moving(), Language::Sv, None);
    let named = "slår ut – Nuläge: Grossistens lager <Umeå>; Delmål 1 med höjt lager i Kungsbacka, Delmål 2: Centrallagret, Umeå.";
    assert!(chart.alt.contains(named) && chart.alt.contains(DIFFERS) && chart.alt.contains(MOVES), "{}", chart.alt);
    assert!(chart.svg.split("<text").any(|text| text.contains("slår ut – Nuläge: Grossistens lager &lt;Umeå&gt;")));
    // The other charts are about the first cut, which takes no such store.
    for drawn in charts(&moving(), Language::Sv).iter().filter(|drawn| drawn.name != "survival") {
        assert!(!drawn.chart.alt.contains("slår ut"), "{}", drawn.name);
    }
}

#[test]
fn charts_of_a_first_cut_that_takes_the_largest_site_name_it_too() {
    let mut findings = moving();
    findings.inputs.cuts[0].takes_largest_site = true;
    for drawn in charts(&findings, Language::Sv).iter().filter(|drawn| drawn.name != "cost-breakdown") {
        assert!(drawn.chart.alt.contains("Grossistens lager"), "{}", drawn.name);
    }
    let (first, _) =
        html(&findings).split_once("<section id=\"decision\"").map(|(a, b)| (a.to_owned(), b.len())).expect("a table");
    assert!(text(&first).contains("slår ut – Nuläge: Grossistens lager <Umeå>; "), "{first}");
}
