//! Is the engine's queue as fast as a bare heap? The hold model: `cargo bench --bench engine_hold`.
//!
//! With 100, 10,000 and 1,000,000 events waiting, three contenders take turns in the same run and see the same events:
//!
//! 1. the bare loop: an enum, a `match` and a heap of the standard library,
//! 2. the engine's queue, whose keys hold time, phase, rank, id and number,
//! 3. the engine's clock above that queue, as the simulator drives it: days end and phases pass.
//!
//! The engine must reach 0.9 of the bare loop at every size, and see every event at its minute in the same order, else the bench
//! fails. Times are those of the best round: the machine's noise only ever adds. `benches/peers/` races other engines.

mod hold;

use hold::{Contender, bare, beredd, heat};

/// Least speed of the engine, as a share of the bare loop's.
const LEAST_RATIO: f64 = 0.9;
/// Heats of every size, spread over the run.
const HEATS: usize = 4;
/// How many events wait.
const SIZES: [u32; 3] = [100, 10_000, 1_000_000];

fn main() {
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
    println!("{:>9}  {:<28} {:>8} {:>10} {:>7}", "waiting", "", "ns each", "million/s", "ratio");
    let mut too_slow = Vec::new();
    for (waiting, contenders) in &races {
        for Contender { name, ns, .. } in contenders {
            let ratio = contenders[0].ns / ns;
            println!("{waiting:>9}  {name:<28} {ns:>8.1} {:>10.2} {ratio:>7.2}", 1e3 / ns);
            if ratio < LEAST_RATIO {
                too_slow.push(format!("{name} with {waiting} waiting: {ratio:.2} of the bare loop"));
            }
        }
    }
    assert!(too_slow.is_empty(), "less than {LEAST_RATIO} of the bare loop: {}", too_slow.join("; "));
}
