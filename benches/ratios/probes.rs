//! What do probes of endurance cost?
//!
//! 1. A copy of the state, in ms per 50,000 cells. It must take at most 1 ms.
//! 2. A day of a probe's copy against an ordinary day of the same run: what a probe adds (excerpt, copying, cutting and living on) ÷
//!    the days that its copies live. It must cost at most as much as an ordinary one. A copy carries only the articles that need
//!    groups count, so the same ratio per article-site-day is told beside it: that is what a day of the same size costs.
//!
//! What probes cost with default settings is a part of `article_days`.

use crate::compiled::{compiled, shipped};
use crate::fastest::{Fastest, least};
use crate::table::{Bar, Row};
use beredd::plan::Plan;
use beredd::sim::observer::Nobody;
use beredd::sim::replication::Ready;
use std::hint::black_box;

/// Times that each thing is done.
const REPETITIONS: usize = 15;
/// Copies of a state that are timed together.
const COPIES: usize = 200;
/// Milliseconds that a copy of 50,000 cells may take.
const MOST_MILLISECONDS: f64 = 1.0;
/// What a day of a copy may cost, in ordinary days.
const MOST_DAYS: f64 = 1.0;

/// Every scenario of the shipped study.
pub fn rows() -> Vec<Row> {
    let settings = ["study.reserves=[\"none\"]", "endurance.probes=10"];
    let (loaded, cells) = compiled(&shipped("scenarios/vasterbotten/study.toml"), &settings);
    let scenarios = &loaded.study.scenarios;
    cells.iter().flat_map(|cell| of_a_scenario(&scenarios[cell.scenario].id, &cell.plan)).collect()
}

fn of_a_scenario(scenario: &str, plan: &Plan) -> [Row; 2] {
    let (ratio, of_its_size) = probe_day(plan);
    let days = format!("of an ordinary day, {of_its_size:.2} of one of its size");
    [
        Row::asked(format!("{scenario}, copying 50,000 cells"), copy(plan), "ms", Bar::AtMost(MOST_MILLISECONDS)),
        Row::asked(format!("{scenario}, a day of a probe's copy"), ratio, days, Bar::AtMost(MOST_DAYS)),
    ]
}

/// Milliseconds for a copy of 50,000 cells as they stand at the end of a run.
fn copy(plan: &Plan) -> f64 {
    let unprobed = Plan { cuts: Vec::new(), ..plan.clone() };
    let (_, state) = Ready::new(&unprobed).observe(1, 0, &mut Nobody).expect("units are conserved");
    let mut copy = state.clone();
    let seconds = least(REPETITIONS, || (0..COPIES).for_each(|_| copy.copy_from(black_box(&state)))) / COPIES as f64;
    seconds * 1e3 * 50_000.0 / plan.cells.len() as f64
}

/// What a day of a copy costs, with its share of all that a probe takes, ÷ what an ordinary day of the run costs; and the same per
/// article-site-day.
fn probe_day(plan: &Plan) -> (f64, f64) {
    // Without thresholds a copy lives exactly to the last level, so that its days are known.
    let mut probed = plan.clone();
    probed.endurance.thresholds.clear();
    probed.endurance.stop = None;
    let unprobed = Plan { cuts: Vec::new(), ..probed.clone() };
    let (with, without) = (Ready::new(&probed), Ready::new(&unprobed));
    let cells = with.cells_probed() as f64;
    let mut with = Fastest::of(|| with.simulate(black_box(1), 0).expect("units are conserved"));
    let mut without = Fastest::of(|| without.simulate(black_box(1), 0).expect("units are conserved"));
    for _ in 1..REPETITIONS {
        with.again(1);
        without.again(1);
    }
    let copies: usize = probed.cuts.iter().map(|cut| cut.claims.len()).sum();
    let copied_days = copies as f64 * f64::from(probed.endurance.probes * probed.endurance.curve_days());
    let ratio =
        (with.seconds - without.seconds) / copied_days / (without.seconds / f64::from(plan.calendar.total_days()));
    (ratio, ratio * plan.cells.len() as f64 / cells)
}
