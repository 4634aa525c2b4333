//! Endurance: intervals that cover what theory says, caps that change nothing below them, the same stock under two rhythms, and stories
//! that tell what the probes read.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;

use beredd::plan::Plan;
use beredd::sim::endurance::Reading;
use beredd::sim::observer::Nobody;
use beredd::sim::replication::Ready;
use beredd::stats::proportion::probability_interval;
use beredd::study::batch::readings;
use statrs::distribution::{ContinuousCDF, Normal};
use std::ops::Range;
use support::{compiled, ran, read, settings, shipped};

const PERIODIC: &str = "scenarios/theory/periodic_review.toml";
/// Deliveries take no time and the cut stops the supplier; endurance ends with the first unit that is not there.
const PROBED: [&str; 7] = [
    "article.item.critical=true",
    "article.item.critical-decided-by=\"theory\"",
    "origin.source.lead-time=\"0 days\"",
    "endurance.stop-rule=\"first-unmet-unit\"",
    "endurance.levels=[\"10 days\"]",
    "study.cuts=[\"all-suppliers\"]",
    "scenario.warm-up=\"7 days\"",
];

fn plan(path: &str, more: &[&str]) -> Plan {
    let texts: Vec<&str> = PROBED.iter().chain(more).copied().collect();
    compiled(&read(&shipped(path), &settings(&texts))).remove(0).plan
}

/// Share of the probes of each replication that last ten days.
fn shares(plan: &Plan, numbers: Range<u64>) -> Vec<f64> {
    let of = |_: &beredd::sim::prepared::Prepared, outcome: &beredd::sim::replication::Outcome, _: &Nobody| {
        let lasts = outcome.probes.iter().filter(|probe| probe.readings[0][0].days[0] >= 10).count();
        lasts as f64 / outcome.probes.len() as f64
    };
    readings(plan, numbers, 1, Some(2), &|_| Nobody, &of).unwrap_or_else(|failure| panic!("{failure}"))
}

/// Ten probes in each of 200 replications, 2,000 times: the interval of P(at least ten days) holds the true value in 93–97 % of the
/// batches. Ten probes lie one in each week, so that the windows of neighbours overlap and the probes of a replication depend on
/// each other.
///
/// Truth: every Monday evening the stock is filled up to S. A probe lies on each of the seven days alike, j = 0…6 days of demand
/// after a filling, and lasts ten days if j + 10 days of N(50, 8) demand are at most S: P = mean over j of
/// Φ((S − 50 (j + 10)) / (8 √(j + 10))). A share of 2,000 batches has a standard error of 0.49 points: an honest interval of 95 %
/// leaves 93–97 % with probability 5e-5.
#[test]
fn the_interval_of_a_probability_covers_it() {
    const BATCHES: u64 = 2_000;
    const REPLICATIONS: u64 = 200;
    let standard = Normal::new(0.0, 1.0).expect("a law");
    for level in [700.0, 800.0] {
        let stock = format!("policy.store.level=\"{level} units\"");
        let more =
            ["scenario.measured=\"70 days\"", "endurance.probes=10", "endurance.cap=\"12 days\"", stock.as_str()];
        let plan = plan(PERIODIC, &more);
        let truth = (10..17)
            .map(|days| standard.cdf((level - 50.0 * f64::from(days)) / (8.0 * f64::from(days).sqrt())))
            .sum::<f64>()
            / 7.0;
        let values = shares(&plan, 0..BATCHES * REPLICATIONS);
        let covers = |batch: &&[f64]| {
            let interval = probability_interval(batch, 0.95).expect("a batch has values");
            interval.low.is_none_or(|low| low <= truth) && interval.high.is_none_or(|high| truth <= high)
        };
        let covering = values.chunks_exact(REPLICATIONS as usize).filter(covers).count();
        let share = covering as f64 / BATCHES as f64;
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        println!(
            "S = {level}: P = {truth:.4}, mean of all {mean:.4}; {:.1} % of {BATCHES} intervals cover it",
            share * 100.0
        );
        assert!((0.93..=0.97).contains(&share), "S = {level}: {share}");
    }
}

/// A cap tells long endurance apart; below it nothing may depend on it.
#[test]
fn readings_below_the_cap_do_not_depend_on_it() {
    // The lowest threshold is one that some alternatives keep for more than 60 days.
    let read_with = |cap: &str| {
        let levels = "endurance.levels=[\"3 days\", \"7 days\", \"30 days\"]";
        let texts = settings(&[cap, levels, "endurance.thresholds=[0.4, 0.9, 0.95]", "endurance.probes=3"]);
        let cells = compiled(&read(&shipped("scenarios/demo/study.toml"), &texts));
        let readings_of = |cell: &beredd::study::design::StudyCell| {
            let ready = Ready::new(&cell.plan);
            let probes = (0..2).flat_map(|number| ready.simulate(5, number).expect("units are conserved").probes);
            probes.flat_map(|probe| probe.readings).flatten().collect::<Vec<_>>()
        };
        cells.iter().flat_map(readings_of).collect::<Vec<_>>()
    };
    let (short, long) = (read_with("endurance.cap=\"60 days\""), read_with("endurance.cap=\"120 days\""));
    let (mut ended, mut lasted) = (0, 0);
    assert_eq!(short.len(), long.len());
    for (short, long) in short.iter().zip(&long) {
        assert_eq!(
            (&short.curve, &short.groups_full, &short.groups_at_zero),
            (&long.curve, &long.groups_full, &long.groups_at_zero)
        );
        for place in 0..short.days.len() {
            if short.lasted[place] {
                assert!(long.days[place] >= 60, "what lasts to a cap of 60 lasts 60 days with a cap of 120");
                lasted += 1;
            } else {
                assert_eq!((short.days[place], short.lasted[place]), (long.days[place], long.lasted[place]));
                ended += 1;
            }
        }
    }
    println!("{ended} readings end before day 60, {lasted} do not");
    assert!(ended > 100 && lasted > 10, "both kinds are seen: {ended}, {lasted}");
}

/// The same mean stock, ordered every week or every quarter: the weekly one is nearly as good on its worst days as on its best, the
/// quarterly one is nearly empty before an order.
///
/// Order-up-to with no lead time has S at the start of the day after a review, 50 less each day until the next: a mean of
/// S − 25 (R − 1). 4,000 under 7 days and 6,100 under 91 days both give 3,850. Full days at 50 a day on the worst day of the cycle:
/// (4,000 − 6 · 50) / 50 = 74, and (6,100 − 90 · 50) / 50 = 32; the fifth percentile of days spread evenly over the cycle lies at
/// least there, and at the most one day in twenty of the cycle above it (0.35 and 4.6 days). Noise: the demand of 74 days has a
/// standard deviation of 1.4 days; three of them, and those of the quantile of 400 probes, are allowed.
#[test]
fn the_same_stock_lasts_differently_under_two_rhythms() {
    let seen = [("7 days", 4_000), ("91 days", 6_100)].map(|(review, level)| {
        let texts: Vec<String> = PROBED
            .iter()
            .map(|text| (*text).to_owned())
            .chain([
                format!("policy.store.review=\"{review}\""),
                format!("policy.store.level=\"{level} units\""),
                "scenario.warm-up=\"364 days\"".to_owned(),
                "scenario.measured=\"364 days\"".to_owned(),
                "endurance.probes=1".to_owned(),
                "endurance.cap=\"150 days\"".to_owned(),
                "study.replications=400".to_owned(),
            ])
            .collect();
        let texts: Vec<String> = texts.into_iter().filter(|text| text != PROBED[6]).collect();
        let ran = ran(&shipped(PERIODIC), &texts, Some(2));
        let cell = &ran.findings.cells[0];
        let days = cell.endurance[0].claims[0].1.days[0].days.quantiles.expect("400 replications have quantiles");
        (cell.metrics["mean_stock"].mean.expect("a mean"), days[0])
    });
    let [(weekly_stock, weekly), (quarterly_stock, quarterly)] = seen;
    println!("weekly: {weekly_stock:.0} on average, P5 {weekly}; quarterly: {quarterly_stock:.0}, P5 {quarterly}");
    for stock in [weekly_stock, quarterly_stock] {
        assert!((stock / 3_850.0 - 1.0).abs() < 0.02, "{stock}");
    }
    assert!((74.0 - 4.2..=74.35 + 4.2).contains(&weekly), "{weekly}");
    assert!((32.0 - 4.2..=36.6 + 4.2).contains(&quarterly), "{quarterly}");
}

/// The story of a probe runs the same copy as the probe: its reading is the probe's, and its days add up to its curve.
#[test]
fn a_story_tells_what_the_probe_read() {
    let texts = settings(&["endurance.probes=3"]);
    let plan = compiled(&read(&shipped("scenarios/demo/today.toml"), &texts)).remove(0).plan;
    let ready = Ready::new(&plan);
    let (mut short, mut cuts_tried) = (0, 0);
    for number in [0, 7] {
        let outcome = ready.simulate(3, number).expect("units are conserved");
        assert_eq!(ready.probe_days(3, number).len(), 3);
        for (place, probe) in outcome.probes.iter().enumerate() {
            for (cut, by_claim) in probe.readings.iter().enumerate() {
                for (&claim, reading) in plan.cuts[cut].claims.iter().zip(by_claim) {
                    let story = ready.story((3, number), place, (cut, claim)).expect("conserved").expect("a probe");
                    // Parts of need and what fails first are read beside the whole, and no story tells them.
                    let whole = Reading { slices: Vec::new(), failing: None, ..reading.clone() };
                    assert_eq!((story.day.0, &story.reading), (probe.day, &whole));
                    let told: Vec<f64> = story.days.iter().map(|day| day.served).collect();
                    assert_eq!(told[..reading.curve.len()], reading.curve[..]);
                    assert_eq!(story.out_before.len() as u32, probe.groups_out_before);
                    // Who begins to lack something was served before, and nobody is told twice without being served between.
                    let mut lacking = vec![false; plan.endurance.groups.len()];
                    for day in &story.days {
                        for news in &day.short {
                            assert!(!std::mem::replace(&mut lacking[news.group as usize], true));
                            assert!(news.served < 1.0);
                            short += 1;
                        }
                        for &group in &day.back {
                            assert!(std::mem::replace(&mut lacking[group as usize], false));
                        }
                    }
                    cuts_tried += 1;
                }
            }
        }
        assert!(ready.story((3, number), 3, (0, 1000)).expect("conserved").is_none(), "there is no fourth probe");
    }
    println!("{cuts_tried} stories, {short} times that a group began to lack something");
    assert!(short > 500, "{short}");
}
