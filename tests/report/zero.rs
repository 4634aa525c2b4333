//! Alternative 0 is the reference without an added reserve; who pays stands beside the saving; people read names, not ids.

use crate::builder::{Invented, findings, region, title};
use crate::markup::{tags, text};
use beredd::report::page::{RunInfo, page};
use beredd::report::table::human;
use beredd::report::wording::Language;
use beredd::scenario::model::ValueOrigin;
use beredd::study::findings::{Estimate, Findings};

fn html(findings: &Findings, language: Language) -> String {
    page(findings, &RunInfo::default(), language)
}

/// The part of a page within the section of an id.
fn section(html: &str, id: &str) -> String {
    let rest = html.split(&format!("id=\"{id}\"")).nth(1).expect("the section");
    format!("<body><section {}", rest.split("</section>").next().expect("its end"))
}

#[test]
fn no_decision_adds_no_reserve() {
    let html = html(&region(), Language::Sv);
    let zero = section(&html, "zero");
    // Cell 0 is today without a reserve, cell 1 today with 30 days.
    assert!(zero.contains("/cells/0/endurance/") && !zero.contains("/cells/1/"), "{zero}");
    assert!(text(&zero).contains("utan tillagd reserv (ingen)"), "{}", text(&zero));
    let words = text(&html);
    assert!(words.contains("Alternativ 0 med tillagd reserv"), "the column of 30 days");
    assert!(words.contains("Reserven är en tillagd åtgärd också i Nuläge"), "the headline");
    assert!(words.contains("skillnad mot Nuläge, samma reserv"));
    let told = human(&region(), Language::En, 132);
    let last = told.lines().last().expect("a last line");
    assert!(
        last.contains("The reserve is an added measure in Today too: without a reserve, Today does so in"),
        "{last}"
    );
}

#[test]
fn a_study_without_such_a_row_says_which_it_takes() {
    let today = Invented::new("today", "Nuläge", 9.0);
    let html = html(
        &findings(&[today], &[("7-days", "7 dygn", "7 days", 7.0), ("30-days", "30 dygn", "30 days", 30.0)]),
        Language::Sv,
    );
    let zero = text(&section(&html, "zero"));
    assert!(zero.contains("Studien har ingen rad utan reserv; den minsta är 7 dygn."), "{zero}");
}

#[test]
fn who_pays_stands_beside_the_saving() {
    let mut findings = region();
    let sum = |msek: f64| Estimate { mean: Some(msek * 1e6), ..findings_total() };
    for cell in &mut findings.cells {
        let split = if cell.scenario == "delmal-2" { [13.0, 1.5] } else { [4.07, 13.4] };
        cell.cost.payers = vec![("region".into(), sum(split[0])), ("wholesaler".into(), sum(split[1]))];
    }
    for scenario in &mut findings.inputs.scenarios {
        scenario.owners = vec![
            ("region".into(), title("Regionen", "The region")),
            ("wholesaler".into(), title("Grossisten", "The wholesaler")),
        ];
    }
    let sv = text(&html(&findings, Language::Sv));
    assert!(sv.contains("Betalas av Regionen 4,07 → 13,0, Grossisten 13,4 → 1,50 MSEK/år."), "{}", &sv[..2000]);
    assert!(sv.contains("varav betalas av Regionen"));
    let told = human(&findings, Language::En, 132);
    let last = told.lines().last().expect("a last line");
    assert!(last.contains("; paid by The region 4.07 → 13.0, The wholesaler 13.4 → 1.50 MSEK/year."), "{last}");
}

/// An estimate to put another mean into.
fn findings_total() -> Estimate {
    region().cells.remove(0).cost.total
}

#[test]
fn titles_are_no_assumptions_and_what_runs_out_has_names() {
    let mut findings = region();
    let entries = &mut findings.inputs.scenarios[0].origins.entries;
    for path in ["scenario.title", "scenario.title.sv", "site.main.title.en", "study.cap"] {
        let (kind, source) = ("tool".to_owned(), "built-in default".to_owned());
        entries.insert(path.into(), ValueOrigin { kind, source, range: String::new(), value: "120".into() });
    }
    let mut named = Vec::new();
    for cell in &mut findings.cells {
        for (_, readings) in cell.endurance.iter_mut().flat_map(|cut| cut.claims.iter_mut()) {
            readings.most_often_at_zero.iter_mut().for_each(|list| *list = vec![("ward / reagents-003".into(), 0.5)]);
        }
    }
    named.push(("ward / reagents-003".to_owned(), title("Vårdavdelningen: Reagens", "The ward: Reagent")));
    findings.inputs.scenarios[0].groups = named;
    let sv = html(&findings, Language::Sv);
    assert!(!sv.contains(".title") && sv.contains("study.cap"));
    assert!(sv.contains("inbyggt förval") && !sv.contains("built-in default"));
    let words = text(&sv);
    assert!(words.contains("Vårdavdelningen: Reagens") && !words.contains("ward / reagents-003"));
    assert!(!tags(&sv).is_empty());
}
