//! Is the engine's queue as fast as a bare heap? The hold model.
//!
//! With 100, 10,000 and 1,000,000 events waiting, three contenders take turns in the same run and see the same events:
//!
//! 1. the bare loop: an enum, a `match` and a heap of the standard library,
//! 2. the engine's queue, whose keys hold time, phase, rank, id and number,
//! 3. the engine's clock above that queue, as the simulator drives it: days end and phases pass.
//!
//! The engine must reach 0.9 of the bare loop at every size. It must see every event at its minute in the same order, else the program
//! stops. `benches/peers/` races other engines.

use crate::table::{Bar, Row};
use beredd_yardsticks::hold::{Contender, bare, beredd, heat};

/// Least speed of the engine, as a share of the bare loop's.
const LEAST_RATIO: f64 = 0.9;
/// Heats of every size, spread over the run.
const HEATS: usize = 4;
/// How many events wait.
const SIZES: [u32; 3] = [100, 10_000, 1_000_000];

/// The contenders at every size.
pub fn rows() -> Vec<Row> {
    let mut races = SIZES.map(|waiting| {
        let contenders = [
            Contender::new("bare loop", bare),
            Contender::new("engine: queue", beredd::queue),
            Contender::new("engine: clock and queue", beredd::clockwork),
        ];
        (waiting, contenders)
    });
    for _ in 0..HEATS {
        races.iter_mut().for_each(|(waiting, contenders)| heat(*waiting, contenders));
    }
    races.iter().flat_map(|(waiting, [bare, engine @ ..])| race(*waiting, bare, engine)).collect()
}

/// One size: the bare loop, and the engine beside it.
fn race(waiting: u32, bare: &Contender, engine: &[Contender]) -> Vec<Row> {
    let name = |contender: &Contender| format!("{waiting} waiting, {}", contender.name);
    let speed = |contender: &Contender| format!("ns a hold, {:.2} million/s", 1e3 / contender.ns);
    let mut rows = vec![Row::told(name(bare), bare.ns, speed(bare))];
    for one in engine {
        let unit = format!("of the bare loop, {:.1} {}", one.ns, speed(one));
        rows.push(Row::asked(name(one), bare.ns / one.ns, unit, Bar::AtLeast(LEAST_RATIO)));
    }
    rows
}
