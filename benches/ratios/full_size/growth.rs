//! Work against size: what does four times as much cost?
//!
//! The sizes take turns within one process, so that calm moments of the machine come to all of them. Two processes one after the other do
//! not tell: on a shared machine the same work took 0.7 to 1.4 times as long from one second to the next. And the smaller size is done
//! as many times over as it is smaller: what is over sooner meets a moment that is calm throughout more often.

use super::region::Size;
use super::{FULL, Measured, SMALL, plan_of};
use crate::compiled::compiled;
use crate::fastest::Fastest;
use crate::table::{Bar, Row};
use beredd::sim::replication::Ready;
use beredd::study::batch;

/// Powers of size that count as linear.
const LINEAR: Bar = Bar::Between(0.95, 1.05);
/// How many times as large the larger of two sizes is.
const TIMES: u32 = 4;
/// Turns that each size gets.
const TURNS: usize = 8;
/// Replications of the smaller batch.
const FEW: u32 = 4;

/// The powers, given what the two processes of [`measure`] and [`measure_replications`] measured.
pub fn rows(sizes: &[Measured], batches: &[Measured]) -> Vec<Row> {
    let [full, articles, sites, years] = sizes else { panic!("four sizes are measured") };
    let [few, many] = batches else { panic!("two batches are measured") };
    let times = f64::from(TIMES);
    // Sites count as cells: the central warehouse is one, whatever the number of stores.
    vec![
        power("articles", full.seconds / articles.seconds, times),
        power("sites", full.seconds / sites.seconds, full.cells / sites.cells),
        power("years", full.seconds / years.seconds, times),
        power("replications", many.seconds / few.seconds, times),
    ]
}

fn power(name: &str, work: f64, times: f64) -> Row {
    let power = libm::log(work) / libm::log(times);
    Row::asked(format!("work against {name}"), power, "as the power of size", LINEAR)
}

/// The least seconds of one replication, and the cells: of the full size, and with a quarter of its articles, sites and days.
pub fn measure() -> Vec<Measured> {
    let plans = [
        FULL,
        Size { articles: FULL.articles / TIMES as usize, ..FULL },
        Size { sites: FULL.sites / TIMES, ..FULL },
        Size { days: FULL.days / TIMES, ..FULL },
    ]
    .map(plan_of);
    let ready = plans.each_ref().map(Ready::new);
    let simulate = |ready: &Ready| drop(ready.simulate(1, 0).expect("units are conserved"));
    let times = [1, TIMES, TIMES, TIMES];
    let mut works = [0, 1, 2, 3].map(|size: usize| {
        let (ready, times) = (&ready[size], times[size]);
        Fastest::of(move || (0..times).for_each(|_| simulate(ready)))
    });
    take_turns(&mut works);
    let measured = works.iter().zip(times).zip(&plans);
    measured.map(|((work, times), plan)| Measured::of(work.seconds / f64::from(times), plan.cells.len())).collect()
}

/// The least seconds of a few replications of a small region on one thread, and of four times as many.
pub fn measure_replications() -> Vec<Measured> {
    let folder = SMALL.write();
    let (_loaded, cells) = compiled(&folder.join("region.toml"), &["endurance.probes=0"]);
    let run = |replications| drop(batch::run(&cells, replications, 1, Some(1), &|| ()).expect("units are conserved"));
    let times = [TIMES, 1];
    let mut works = [(FEW, times[0]), (TIMES * FEW, times[1])]
        .map(|(replications, times)| Fastest::of(move || (0..times).for_each(|_| run(replications))));
    take_turns(&mut works);
    std::fs::remove_dir_all(folder).expect("the bench's folder is removed");
    let measured = works.iter().zip(times);
    measured.map(|(work, times)| Measured::of(work.seconds / f64::from(times), cells[0].plan.cells.len())).collect()
}

fn take_turns<W: FnMut()>(works: &mut [Fastest<W, ()>]) {
    for _ in 1..TURNS {
        works.iter_mut().for_each(|work| work.again(1));
    }
}
