//! The same input gives the same result, to the last bit; other luck gives another, and more of it narrower intervals.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;

use beredd::plan::Plan;
use beredd::sim::drivers::Drivers;
use beredd::sim::observer::Observer;

use beredd::sim::replication::{Outcome, Ready, simulate_observed};
use beredd::study::findings::{CellFindings, Comparison};
use beredd::study::rows::Spare;
use beredd::time::Day;
use beredd::units::Quanta;
use std::collections::BTreeMap;
use std::path::Path;
use support::{Ran, compiled, half_width, mean, quoted, ran, ran_with, read, settings, shipped, whole, written};

const STUDY: &str = "scenarios/vasterbotten/study.toml";
const TODAY: &str = "scenarios/vasterbotten/today.toml";
const CENTRAL: &str = "scenarios/vasterbotten/delmal-2.toml";

#[test]
fn the_number_of_threads_changes_no_bit() {
    let run = |jobs| {
        let ran = ran(&shipped(STUDY), &settings(&["study.replications=8"]), Some(jobs));
        let rows: Vec<_> = ran.runs.iter().map(|cell| (whole(cell), cell.tallies.clone())).collect();
        (rows, ran.findings)
    };
    let (rows, findings) = run(1);
    assert_eq!(rows.len(), 20, "four scenarios under five reserves");
    // Numbers print with all their digits, so equal texts are equal bits.
    let texts = (format!("{rows:?}"), format!("{findings:?}"));
    for jobs in [3, 8] {
        let (other_rows, other_findings) = run(jobs);
        assert!(rows == other_rows, "other rows with {jobs} threads");
        assert!(findings == other_findings, "other findings with {jobs} threads");
        assert!(texts == (format!("{other_rows:?}"), format!("{other_findings:?}")), "other bits with {jobs} threads");
    }
}

#[test]
fn rows_that_are_put_away_change_no_bit() {
    let found = |kept_bytes: usize, path: &str, quick: &[&str]| {
        let spare = Spare { kept_bytes, ..Spare::default() };
        ran_with(&spare, &shipped(path), &settings(quick), None).findings
    };
    // Pairs and a stop that ends; phases, several claims and parts of need: every part of a row is read for some finding.
    let study = ("tests/data/example/study.toml", &["study.replications=12", "endurance.stop-length=5 days"][..]);
    let phases = ("scenarios/vasterbotten/transition.toml", &["study.replications=3"][..]);
    for (path, quick) in [study, phases] {
        let in_memory = found(usize::MAX, path, quick);
        let cell = &in_memory.cells[0];
        assert!(cell.endurance[0].stop.is_some() || !cell.phases.is_empty(), "{path} has neither stop nor phases");
        assert!(cell.endurance[0].claims.len() > 1 && !cell.endurance[0].slices.is_empty(), "{path}");
        for kept_bytes in [0, 10_000] {
            // Numbers print with all their digits, so equal texts are equal bits.
            let put_away = found(kept_bytes, path, quick);
            assert!(format!("{in_memory:?}") == format!("{put_away:?}"), "{path}: {kept_bytes} bytes kept tell");
        }
    }
}

#[test]
fn the_order_of_replications_changes_nothing() {
    let loaded = read(&shipped("tests/data/example/today.toml"), &[]);
    let cells = compiled(&loaded);
    let ready = Ready::new(&cells[0].plan);
    let outcome = |number: u64| ready.simulate(7, number).unwrap_or_else(|fault| panic!("{fault}"));
    let in_order: Vec<Outcome> = (0..25).map(outcome).collect();
    // 11 and 25 have no common divisor, so this meets every number once.
    let shuffled: BTreeMap<u64, Outcome> = (0..25).map(|step| (step * 11 + 3) % 25).map(|n| (n, outcome(n))).collect();
    assert!(in_order == shuffled.into_values().collect::<Vec<_>>(), "the order of running tells");
    let different = in_order.windows(2).all(|pair| pair[0].drivers != pair[1].drivers);
    assert!(different, "replications differ from each other");
}

#[test]
fn seeds_give_different_luck() {
    let run = |seed: u32| {
        let own = format!("study.seed={seed}");
        cell(ran(&shipped(CENTRAL), &settings(&["study.replications=4", "endurance.probes=0", &own]), None))
    };
    let (one, two) = (run(1), run(2));
    assert_ne!(one.metrics["fill_rate"].mean, two.metrics["fill_rate"].mean);
    assert_ne!(one.cost.total.mean, two.cost.total.mean);
}

fn cell(ran: Ran) -> CellFindings {
    ran.findings.cells.into_iter().next().expect("one cell")
}

#[test]
fn four_times_the_replications_halve_the_intervals() {
    // The ratio of half-widths is ½ S₈₀₀/S₂₀₀. Failures of the only warehouse and of large suppliers outweigh everything else in
    // their year, and S of so rare a thing is not known from 200 replications: with suppliers failing, the ratio of cost was
    // 0.46 to 0.62 over eight seeds, one of them outside. So both are switched off here, and shortages of single articles
    // stay. Over six seeds the ratios were then 0.45 to 0.55, standard deviation 0.03: a false alarm is rare (some 10⁻³ of
    // new draws), not as rare as in the tests of theory. The seed is fixed.
    let run = |replications: u32| {
        let own = format!("study.replications={replications}");
        let quick = [
            "endurance.probes=0",
            "disruption.site-failure.enabled=false",
            "disruption.supplier-failure.enabled=false",
            "scenario.warm-up=60 days",
            "scenario.measured=120 days",
            &own,
        ];
        cell(ran(&shipped(CENTRAL), &settings(&quick), None))
    };
    let (few, many) = (run(200), run(800));
    for (name, few, many) in [
        ("fill rate", &few.metrics["fill_rate"], &many.metrics["fill_rate"]),
        ("cost", &few.cost.total, &many.cost.total),
    ] {
        let ratio = half_width(many) / half_width(few);
        println!(
            "{name}: half-width {:.6} with 200, {:.6} with 800, ratio {ratio:.3}",
            half_width(few),
            half_width(many)
        );
        assert!((0.4..=0.6).contains(&ratio), "{name}: {ratio}");
    }
}

/// Everything counted for each (site, article) and each (from, to), by name.
fn by_name(plan: &Plan, drivers: &Drivers) -> BTreeMap<(String, String), Vec<i64>> {
    let site = |index: u32| plan.sites[index as usize].id.clone();
    let mut counted: BTreeMap<(String, String), Vec<i64>> = BTreeMap::new();
    let of_cell = |index: usize| {
        let cell = &plan.cells[index];
        (site(cell.site), plan.articles[cell.article as usize].id.clone())
    };
    for (number, column) in drivers.columns().into_iter().enumerate() {
        for (index, &value) in column.iter().enumerate() {
            let name = match number {
                0..12 => of_cell(index),
                12..19 => of_cell(plan.demands[index].cell as usize),
                _ => (site(plan.lanes[index].from), site(plan.lanes[index].to)),
            };
            counted.entry(name).or_default().push(value);
        }
    }
    counted
}

#[test]
fn an_unrelated_site_and_article_leave_every_integer_of_the_others_alone() {
    let text = include_str!("data/unrelated.toml").replace("BASE", &quoted(TODAY));
    let folder = written("unrelated", &[("unrelated.toml", &text)]);
    let quick = settings(&["endurance.probes=0", "scenario.warm-up=200 days", "scenario.measured=150 days"]);
    let plan_of = |path: &Path| compiled(&read(path, &quick)).swap_remove(0).plan;
    let (alone, joined) = (plan_of(&shipped(TODAY)), plan_of(&folder.join("unrelated.toml")));
    assert_eq!((joined.articles.len(), joined.cells.len()), (alone.articles.len() + 1, alone.cells.len() + 5));
    let (ready, ready_joined) = (Ready::new(&alone), Ready::new(&joined));
    for number in 0..4 {
        let run = |ready: &Ready| ready.simulate(1, number).unwrap_or_else(|fault| panic!("{fault}")).drivers;
        let before = by_name(&alone, &run(&ready));
        let after = by_name(&joined, &run(&ready_joined));
        assert!(after[&("annex".to_owned(), "aaa-first-by-id".to_owned())].iter().any(|&count| count > 0));
        for (name, counts) in &before {
            assert_eq!(counts, &after[name], "{name:?} in replication {number}");
        }
        println!("replication {number}: {} cells and lanes unchanged", before.len());
    }
}

#[test]
fn identical_alternatives_differ_by_exactly_nothing() {
    let overlay = format!("extends = {}\n", quoted("scenarios/vasterbotten/delmal-1.toml"));
    let study = "[study]\nscenarios = [\"one\", \"two\"]\nreserves = [\"none\", \"30-days\"]\nreplications = 6\n";
    let folder = written("twins", &[("one.toml", &overlay), ("two.toml", &overlay), ("study.toml", study)]);
    let ran = ran(&folder.join("study.toml"), &settings(&["scenario.warm-up=100 days"]), None);
    let between = |one: &&Comparison| one.first.0 != one.second.0;
    let twins: Vec<&Comparison> = ran.findings.comparisons.iter().filter(between).collect();
    assert_eq!(twins.len(), 2, "one for each reserve");
    for comparison in twins {
        let names: Vec<_> = comparison.differences.keys().copied().collect();
        assert_eq!(names, ["availability", "cost_per_year", "days", "fill_rate"]);
        for (name, difference) in &comparison.differences {
            let found = (difference.paired.mean, difference.paired.low, difference.paired.high);
            assert_eq!(found, (Some(0.0), Some(0.0), Some(0.0)), "{name}");
            assert_eq!(difference.paired.quantiles, Some([0.0; 5]), "{name}");
            assert!(difference.unpaired.1 >= Some(0.0), "{name} without pairs");
        }
    }
}

#[test]
fn a_difference_is_that_of_the_figures_in_the_tables() {
    let quick = settings(&["study.replications=8", "endurance.probes=0", "scenario.warm-up=100 days"]);
    let found = ran(&shipped(STUDY), &quick, None).findings;
    let figure = |(scenario, reserve): &(String, String), name: &str| {
        let cell = found.cells.iter().find(|cell| cell.scenario == *scenario && cell.reserve == *reserve).unwrap();
        mean(if name == "cost_per_year" { &cell.cost.total } else { &cell.metrics[name] })
    };
    for comparison in &found.comparisons {
        for (name, difference) in &comparison.differences {
            let expected = figure(&comparison.second, name) - figure(&comparison.first, name);
            let gap = (mean(&difference.paired) - expected).abs();
            assert!(gap < 1e-12 * expected.abs().max(1.0), "{name}: {gap}");
        }
    }
}

#[test]
fn common_luck_halves_the_interval_of_a_difference_in_cost() {
    let quick = settings(&["study.replications=25", "endurance.probes=0"]);
    let ran = ran(&shipped(STUDY), &quick, None);
    let within = |one: &&Comparison| one.first.0 == one.second.0;
    let neighbours: Vec<&Comparison> = ran.findings.comparisons.iter().filter(within).collect();
    assert_eq!(neighbours.len(), 16, "four steps in each of four scenarios");
    for comparison in neighbours {
        let cost = &comparison.differences["cost_per_year"];
        let (low, high) = cost.unpaired;
        let unpaired = (high.expect("a bound") - low.expect("a bound")) / 2.0;
        let ratio = half_width(&cost.paired) / unpaired;
        println!(
            "{} {} to {}: {:.0} SEK/year ± {:.0} paired, ± {unpaired:.0} unpaired, ratio {ratio:.3}",
            comparison.first.0,
            comparison.first.1,
            comparison.second.1,
            mean(&cost.paired),
            half_width(&cost.paired)
        );
        assert!(ratio < 0.5, "{:?} to {:?}: {ratio}", comparison.first, comparison.second);
    }
}

/// Writes down what the wards needed, by day counted from the first measured one.
struct Needs {
    warm_up_days: u32,
    seen: Vec<(u32, u32, Quanta)>,
}

impl Observer for Needs {
    fn demanded(&mut self, day: Day, demand: u32, quantity: Quanta, _served: Quanta) {
        if let Some(number) = day.0.checked_sub(self.warm_up_days) {
            self.seen.push((number, demand, quantity));
        }
    }
}

#[test]
fn a_longer_warm_up_changes_no_demand_of_the_measured_days() {
    let needs = |warm_up_days: u32| {
        let own = format!("scenario.warm-up={warm_up_days} days");
        let loaded = read(&shipped(TODAY), &settings(&["scenario.measured=60 days", "endurance.probes=0", &own]));
        let mut needs = Needs { warm_up_days, seen: Vec::new() };
        simulate_observed(&compiled(&loaded)[0].plan, 1, 3, &mut needs).unwrap_or_else(|fault| panic!("{fault}"));
        needs.seen
    };
    let short = needs(40);
    assert_eq!(short.len(), 60 * 4 * 200, "every article at every demand point on every measured day");
    assert!(short == needs(331), "331 days of warm-up begin in another week and on another weekday");
}

/// Writes down failures and lead times by day counted from the first measured one.
struct Chance {
    warm_up_days: u32,
    /// Day, process, whether it went down.
    toggles: Vec<(u32, u32, bool)>,
    /// Lead time in days of what left for a cell on a day.
    lead_days: BTreeMap<(u32, u32), u32>,
}

impl Observer for Chance {
    fn toggled(&mut self, day: Day, process: u32, down: bool) {
        if let Some(number) = day.0.checked_sub(self.warm_up_days) {
            self.toggles.push((number, process, down));
        }
    }
    fn dispatched(&mut self, day: Day, cell: u32, _quantity: Quanta, arrival: Day) {
        if let Some(number) = day.0.checked_sub(self.warm_up_days) {
            self.lead_days.insert((number, cell), arrival.0 - day.0);
        }
    }
}

#[test]
fn a_longer_warm_up_changes_no_failure_and_no_lead_time_of_the_measured_days() {
    let chance = |warm_up_days: u32| {
        let own = format!("scenario.warm-up={warm_up_days} days");
        let loaded = read(&shipped(TODAY), &settings(&["scenario.measured=365 days", "endurance.probes=0", &own]));
        let mut chance = Chance { warm_up_days, toggles: Vec::new(), lead_days: BTreeMap::new() };
        simulate_observed(&compiled(&loaded)[0].plan, 1, 3, &mut chance).unwrap_or_else(|fault| panic!("{fault}"));
        chance
    };
    let (short, long) = (chance(400), chance(700));
    assert!(short.toggles.len() > 10, "{} toggles", short.toggles.len());
    assert_eq!(short.toggles, long.toggles, "failures");
    // What leaves depends on the stock, which remembers the opening of the run; how long it takes does not.
    let both: Vec<_> =
        short.lead_days.iter().filter_map(|(at, days)| long.lead_days.get(at).map(|other| (at, days, other))).collect();
    println!(
        "{} toggles, {} and {} lines, {} in both",
        short.toggles.len(),
        short.lead_days.len(),
        long.lead_days.len(),
        both.len()
    );
    assert!(2 * both.len() > short.lead_days.len(), "{} of {} lines", both.len(), short.lead_days.len());
    for (at, days, other) in both {
        assert_eq!(days, other, "lead time of (day, cell) {at:?}");
    }
}
