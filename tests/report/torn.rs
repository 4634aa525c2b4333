//! The chance of the level and the median of days may rank two alternatives differently: then the page and the chart say so.

use crate::builder::region;
use crate::markup::text;
use beredd::report::chart::charts;
use beredd::report::page::{RunInfo, page};
use beredd::report::wording::Language;
use beredd::study::findings::Findings;

/// Delmål 2 lasts 30 days in more replications than today (>99 % against 99 %), but its median is 17 days against 20.
fn torn() -> Findings {
    let mut findings = region();
    for (scenario, days) in [("today", [4.0, 5.0, 20.0, 35.0, 36.0]), ("delmal-2", [0.0, 1.0, 17.0, 80.0, 90.0])] {
        let cells = findings.cells.iter_mut().filter(|cell| cell.scenario == scenario && cell.reserve == "30-days");
        for (_, readings) in cells.flat_map(|cell| &mut cell.endurance[0].claims) {
            readings.days[1].days.quantiles = Some(days);
        }
    }
    findings
}

#[test]
fn page_and_chart_say_that_the_median_ranks_otherwise() {
    let words = text(&page(&torn(), &RunInfo::default(), Language::Sv));
    let told = "Medianen ger en annan ordning: Delmål 2 räcker 17 dagar (1–80), Nuläge 20 (5–35) (median, P10–P90). \
                Delmål 2 når oftare hela nivån, men räcker också oftare kortare än 20 dagar";
    assert!(words.contains(told), "{}", &words[..2500]);
    let chart = &charts(&torn(), Language::En)[0];
    let told =
        "The median ranks them the other way: Delmål 2 17 days (1–80), Today 20 (5–35). Delmål 2 more often lasts";
    assert!(chart.chart.alt.contains(told), "{}", chart.chart.alt);
    assert!(chart.title.contains("lasts 30 days in >99% of replications"), "{}", chart.title);
}

#[test]
fn nothing_is_said_where_both_agree() {
    let words = text(&page(&region(), &RunInfo::default(), Language::Sv));
    assert!(!words.contains("annan ordning"));
    assert!(!charts(&region(), Language::En)[0].chart.alt.contains("the other way"));
}
