//! What do probes of endurance cost? `cargo bench --bench probes`.
//!
//! 1. A copy of the state, in ms per 50,000 cells. It must take at most 1 ms.
//! 2. A day of a probe's copy against an ordinary day of the same run: what a probe adds (excerpt, copying, cutting and living on) ÷
//!    the days that its copies live. It must cost at most as much as an ordinary one. A copy carries only the articles that need
//!    groups count, so the same ratio per article-site-day is told beside it: that is what a day of the same size costs.
//!
//! Times are the least of several repetitions: the machine's noise only ever adds.

use beredd::plan::Plan;
use beredd::scenario::study::load;
use beredd::sim::observer::Nobody;
use beredd::sim::replication::Ready;
use beredd::study::design::cells;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Times that each thing is done.
const REPETITIONS: usize = 15;
/// Copies of a state that are timed together.
const COPIES: usize = 200;

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/vasterbotten/study.toml");
    let settings = ["study.reserves=[\"none\"]", "endurance.probes=10"].map(str::to_owned);
    let loaded = load(&path, &settings).unwrap_or_else(|problems| panic!("{:?}", problems.diagnoses));
    let plans = cells(&loaded.study).expect("the shipped study compiles").into_iter().map(|cell| cell.plan);
    let mut worst = (0.0_f64, 0.0_f64);
    for (place, plan) in plans.enumerate() {
        let scenario = &loaded.study.scenarios[place].id;
        let (copy, (ratio, of_its_size)) = (copy(&plan), probe_day(&plan));
        println!(
            "{scenario}: copying {copy:.3} ms per 50,000 cells; a probe-day costs {ratio:.2} of an ordinary day, {of_its_size:.2} of one of its size"
        );
        worst = (worst.0.max(copy), worst.1.max(ratio));
    }
    assert!(worst.0 <= 1.0, "copying takes {:.3} ms per 50,000 cells", worst.0);
    assert!(worst.1 <= 1.0, "a probe-day costs {:.2} of an ordinary day", worst.1);
}

/// The least seconds that some work takes.
fn least(mut work: impl FnMut()) -> f64 {
    let once = |work: &mut dyn FnMut()| {
        let begun = Instant::now();
        work();
        begun.elapsed().as_secs_f64()
    };
    (0..REPETITIONS).map(|_| once(&mut work)).fold(f64::INFINITY, f64::min)
}

/// Milliseconds for a copy of 50,000 cells as they stand at the end of a run.
fn copy(plan: &Plan) -> f64 {
    let unprobed = Plan { cuts: Vec::new(), ..plan.clone() };
    let (_, state) = Ready::new(&unprobed).observe(1, 0, &mut Nobody).expect("units are conserved");
    let mut copy = state.clone();
    let seconds = least(|| (0..COPIES).for_each(|_| copy.copy_from(black_box(&state)))) / COPIES as f64;
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
    let timed = |plan: &Plan| {
        let ready = Ready::new(plan);
        least(|| drop(black_box(ready.simulate(1, 0).expect("units are conserved"))))
    };
    let (with, without) = (timed(&probed), timed(&unprobed));
    let copies: usize = probed.cuts.iter().map(|cut| cut.claims.len()).sum();
    let copied_days = copies as f64 * f64::from(probed.endurance.probes * probed.endurance.curve_days());
    let cells = Ready::new(&probed).cells_probed() as f64;
    let ratio = (with - without) / copied_days / (without / f64::from(plan.calendar.total_days()));
    (ratio, ratio * plan.cells.len() as f64 / cells)
}
