//! The frontier's table, chart and sentences, from invented findings.

use crate::builder::{absent, figure, region};
use crate::chart::assert_inside;
use crate::tables::assert_snapshot;
use beredd::report::{chart, csv, table::frontier::human, wording::Language};
use beredd::sim::cost::Component;
use beredd::study::frontier::curve::Side;
use beredd::study::frontier::{Compared, Crossing, FrontierFindings, Pair, Verdict};

/// Three scenarios: two that cross, two that do not, and two that cannot be ranked.
fn found() -> FrontierFindings {
    let mut findings = region();
    for readings in findings.cells.iter_mut().flat_map(|cell| &mut cell.endurance).flat_map(|cut| &mut cut.claims) {
        readings.1.days = vec![readings.1.days[1].clone()];
    }
    findings.inputs.thresholds = vec![0.95];
    findings.cells[5].endurance[0].claims[0].1.days[0].share_at_cap = 0.25;
    let compared = |cheaper: Vec<Side>, crossings: Vec<Crossing>, most, same| {
        Verdict::Compared(Box::new(Compared {
            from: 9.0,
            to: 39.0,
            least: figure(-2.5e6, 0.4e6, "SEK/year"),
            most: figure(most, 0.3e6, "SEK/year"),
            cheaper,
            crossings,
            same: Some(same),
            further: Some((Side::Second, 54.0)),
            capped: true,
        }))
    };
    let crossing = Crossing { days: figure(24.0, 3.0, "days"), cost: 9.7e6 };
    let pairs = vec![
        Pair { scenarios: [0, 1], verdict: Verdict::Lacking(vec![Component::Holding, Component::Transport]) },
        Pair { scenarios: [0, 2], verdict: compared(vec![Side::First, Side::Second], vec![crossing], 1.5e6, 0.998) },
        Pair { scenarios: [1, 2], verdict: compared(vec![Side::Second], vec![], -0.7e6, 0.61) },
    ];
    FrontierFindings {
        efficient: [Some(true), Some(true), Some(true), Some(false), None, Some(true)].into(),
        pairs,
        findings,
    }
}

#[test]
fn the_table_in_both_languages() {
    assert_snapshot("frontier.sv.txt", &human(&found(), Language::Sv, 120));
    assert_snapshot("frontier.en.txt", &human(&found(), Language::En, 120));
}

#[test]
fn the_chart_says_where_the_two_cross_and_keeps_its_texts_apart() {
    for language in Language::ALL {
        let named = chart::frontier::chart(&found(), language).expect("a chart");
        if let Some(folder) = std::env::var_os("CHART_FOLDER") {
            let path = std::path::Path::new(&folder).join(format!("frontier.{}.png", language.code()));
            std::fs::write(path, &named.chart.png).expect("a folder");
        }
        assert_inside("frontier", &named.chart);
    }
    let named = chart::frontier::chart(&found(), Language::En).expect("a chart");
    assert_eq!(named.title, "Delmål 2 and Today cost the same at 24 days; for more days Delmål 2 is cheaper");
    assert!(named.chart.alt.contains("0–") && named.chart.alt.contains("not compared by cost"), "{}", named.chart.alt);
}

#[test]
fn without_cost_there_is_no_chart_and_the_table_says_so() {
    let mut found = found();
    for cell in &mut found.findings.cells {
        cell.cost.total = absent("SEK/year");
    }
    found.efficient = vec![None; 6];
    found.pairs = vec![Pair { scenarios: [0, 2], verdict: Verdict::NoCost }];
    assert_eq!(chart::frontier::chart(&found, Language::En), None);
    let text = human(&found, Language::En, 120);
    assert!(text.contains("one of them has no prices") && !text.contains("  ●\n"), "{text}");
}

#[test]
fn the_long_table_has_a_row_for_each_figure() {
    let text = csv::frontier::tidy(&found());
    let row = "today,delmal-2,,,,crossing_days.1,days,mean,24";
    assert!(text.lines().any(|line| line == row), "{text}");
    assert!(text.lines().all(|line| line.matches(',').count() == 8));
    assert_eq!(text.lines().filter(|line| line.contains(",endurance_days,days,mean,")).count(), 6);
}
