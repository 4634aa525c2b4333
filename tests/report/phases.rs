//! Phases of a run: the page and the long table tell each of them.

use crate::builder::{figure, region};
use crate::markup::{tags, text};
use beredd::report::csv::tidy;
use beredd::report::json::results_text;
use beredd::report::page::{RunInfo, page};
use beredd::report::wording::Language;
use beredd::scenario::model::Title;
use beredd::study::findings::{Findings, PhaseFindings};
use serde_json::Value;

/// The region, where the last scenario has two phases under every reserve.
fn with_phases() -> Findings {
    let mut findings = region();
    let last = findings.inputs.scenarios.last().expect("a scenario").id.clone();
    let phase = |id: &str, sv: &str, days: u32, fill: f64| PhaseFindings {
        id: id.into(),
        title: Title { sv: sv.into(), en: format!("{id} <in> English") },
        days,
        fill_rate: figure(fill, 0.004, "share"),
        availability: figure(fill + 0.01, 0.004, "share"),
        cost: figure(12_300_000.0, 1e5, "SEK/year"),
    };
    for cell in findings.cells.iter_mut().filter(|cell| cell.scenario == last) {
        cell.phases = vec![phase("before", "Före <bygget>", 365, 0.871), phase("after", "Efter bygget", 730, 0.942)];
    }
    findings
}

#[test]
fn the_page_tells_each_phase_with_its_place_in_the_data() {
    let findings = with_phases();
    let json: Value = serde_json::from_str(&results_text(&findings)).expect("JSON");
    let html = page(&findings, &RunInfo::default(), Language::Sv);
    let said = text(&html);
    for words in ["Före <bygget>", "Efter bygget", "87,1", "94,2", "730"] {
        assert!(said.contains(words), "{words}");
    }
    assert!(!html.contains("<bygget>"), "a name is text");
    let places: Vec<String> = tags(&html)
        .iter()
        .flat_map(|tag| &tag.attributes)
        .filter(|(name, value)| name == "data-at" && value.contains("/phases/"))
        .map(|(_, value)| value.clone())
        .collect();
    // Two phases, three figures each with mean and both ends of the interval.
    assert_eq!(places.len(), 2 * 3 * 3);
    for place in places {
        assert!(json.pointer(&place).is_some_and(Value::is_number), "{place}");
    }
}

#[test]
fn a_page_without_phases_says_nothing_of_them() {
    let html = page(&region(), &RunInfo::default(), Language::En);
    assert!(!html.contains("phases of the run"));
}

#[test]
fn the_long_table_has_rows_of_each_phase() {
    let table = tidy(&with_phases());
    for (metric, unit, statistic, value) in [
        ("phase.before.days", "days", "sum", "365"),
        ("phase.after.fill_rate", "share", "mean", "0.942"),
        ("phase.after.cost_per_year", "SEK/year", "mean", "12300000"),
    ] {
        let end = format!(",{metric},{unit},{statistic},{value}");
        assert!(table.lines().any(|line| line.ends_with(&end)), "{end}");
    }
}
