//! The breaking point's tables and chart, from invented findings.

use crate::builder::{figure, region};
use crate::chart::assert_inside;
use crate::tables::assert_snapshot;
use beredd::report::{chart, table::breaking::human, wording::Language};
use beredd::study::breach::BreachFindings;
use beredd::study::breaking::{BreakingFindings, CellBreaking, LengthFindings, Question, Reach, reach};
use beredd::study::findings::Verdict;
use beredd::study::narrow::Reading;

/// Three scenarios under two reserves: the probability falls by a hundredth a day from 1.05, 1.10 … at 0 days, and is 1 at the most.
fn found() -> BreakingFindings {
    let findings = region();
    let lengths = vec![1, 7, 30, 90];
    let question = Question {
        reading: Reading { cut: "outside-region".into(), threshold: 0.95 },
        lengths: lengths.clone(),
        follow: 30,
        probability: 0.9,
    };
    let share = |value: f64, half: f64| {
        let mut figure = figure(value, half, "share");
        (figure.low, figure.high) = (figure.low.map(|low| low.max(0.0)), figure.high.map(|high| high.min(1.0)));
        figure
    };
    let cell = |(place, cell): (usize, &beredd::study::findings::CellFindings)| {
        let chance = |length: u32| (1.05 + 0.05 * place as f64 - 0.01 * f64::from(length)).clamp(0.0, 1.0);
        let points = |shift: f64| -> Vec<(u32, f64)> {
            lengths.iter().map(|&length| (length, (chance(length) + shift).clamp(0.0, 1.0))).collect()
        };
        let of_length = |&length: &u32| LengthFindings {
            length,
            served: share(0.5 + 0.5 * chance(length), 0.01),
            lowest: share(chance(length), 0.02),
            no_breach: share(chance(length), 0.04),
            calm: share(0.97, 0.02),
            verdict: Verdict::of(&share(chance(length), 0.04), 0.9),
            breach: BreachFindings {
                day: figure(9.0, 1.0, "days"),
                recovery_days: figure(12.0, 2.0, "days"),
                not_recovered: share(0.05, 0.02),
            },
        };
        let found: Vec<LengthFindings> = lengths.iter().map(of_length).collect();
        let stood = found.iter().take_while(|found| found.verdict == Verdict::Reached);
        CellBreaking {
            scenario: cell.scenario.clone(),
            reserve: cell.reserve.clone(),
            breaking: [0.0, -0.04, 0.04].map(|shift| reach(&points(shift), 0.9)),
            longest: stood.last().map(|found: &LengthFindings| found.length),
            lengths: found.clone(),
        }
    };
    BreakingFindings { cells: findings.cells.iter().enumerate().map(cell).collect(), inputs: findings.inputs, question }
}

#[test]
fn the_tables_in_both_languages() {
    assert_snapshot("breaking-point.sv.txt", &human(&found(), Language::Sv, 132));
    assert_snapshot("breaking-point.en.txt", &human(&found(), Language::En, 132));
}

#[test]
fn the_chart_tells_the_breaking_points_and_keeps_its_texts_apart() {
    for language in Language::ALL {
        let named = chart::breaking::chart(&found(), language).expect("a chart");
        if let Some(folder) = std::env::var_os("CHART_FOLDER") {
            let path = std::path::Path::new(&folder).join(format!("breaking-point.{}.png", language.code()));
            std::fs::write(path, &named.chart.png).expect("a folder");
        }
        assert_inside("breaking-point", &named.chart);
    }
    // Of the second cell of the first scenario 1 at 7 days and 0.8 at 30: 0.9 half-way, at 18.5. Of that of the last one 1 at 30 and 0.4
    // at 90: 0.9 after a sixth of the way, at 40.
    let named = chart::breaking::chart(&found(), Language::En).expect("a chart");
    assert_eq!(named.title, "Reserve 30 days: Delmål 2 stands a stop of 40 d, Today 19");
    let mut beyond = found();
    beyond.cells.iter_mut().for_each(|cell| cell.breaking[0] = Reach::Beyond(90));
    let named = chart::breaking::chart(&beyond, Language::Sv).expect("a chart");
    // Where the reserve is none, no reserve is said to be had.
    let mut without = found();
    without.inputs.reserves.retain(|reserve| reserve.days == 0.0);
    let named_without = chart::breaking::chart(&without, Language::Sv).expect("a chart");
    assert!(named_without.title.starts_with("Utan reserv: "), "{}", named_without.title);
    assert!(named.title.contains("ett stopp på 30 d går utan brist med sannolikheten"), "{}", named.title);
}
