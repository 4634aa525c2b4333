//! Is the engine's queue as fast as a bare heap? The hold model: `cargo bench --bench engine_hold`.
//!
//! With 100, 10,000 and 1,000,000 events waiting, three contenders take turns in the same run and see the same events:
//!
//! 1. the bare loop: an enum, a `match` and a heap of the standard library,
//! 2. the engine's queue, whose keys hold time, phase, rank, id and number,
//! 3. the engine's clock above that queue, as the simulator drives it: days end and phases pass.
//!
//! The engine must reach 0.9 of the bare loop at every size, and see every event at its minute in the same order, else the bench
//! fails. Times are those of the best of 25 rounds: the machine's noise only ever adds. `benches/peers/` races other engines.

mod hold;

use hold::{Contender, Race};

/// Least speed of the engine, as a share of the bare loop's.
const LEAST_RATIO: f64 = 0.9;

fn main() {
    println!("{:>9} waiting  {:<28} {:>8} {:>10} {:>7}", "events", "", "ns each", "million/s", "ratio");
    let mut too_slow = Vec::new();
    for waiting in [100, 10_000, 1_000_000] {
        let race = Race::new(waiting);
        let seen = race.seen();
        let mut contenders = [
            Contender::new("bare loop", hold::bare(waiting, seen.clone())),
            Contender::new("engine: queue", hold::beredd::queue(waiting, seen.clone())),
            Contender::new("engine: clock and queue", hold::beredd::clockwork(waiting, seen)),
        ];
        race.run(&mut contenders);
        for contender in &contenders {
            let ratio = contenders[0].ns / contender.ns;
            println!(
                "{waiting:>17}  {:<28} {:>8.1} {:>10.1} {ratio:>7.2}",
                contender.name,
                contender.ns,
                1e3 / contender.ns
            );
            if ratio < LEAST_RATIO {
                too_slow.push(format!("{} with {waiting} waiting: {ratio:.2} of the bare loop", contender.name));
            }
        }
    }
    assert!(too_slow.is_empty(), "less than {LEAST_RATIO} of the bare loop: {}", too_slow.join("; "));
}
