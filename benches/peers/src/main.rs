//! The hold model on Beredd's engine and on others, in the same run: one line each, `engine <tab> events waiting <tab> million events
//! per second`. `run.sh` puts them into a table.
//!
//! Every engine must see every event at its minute in the same order as the bare loop, else the program ends in a panic.

#[path = "../../hold/mod.rs"]
mod hold;
#[cfg(feature = "ixa")]
mod on_ixa;
#[cfg(feature = "nexosim")]
mod on_nexosim;
#[cfg(feature = "simcore")]
mod on_simcore;

use hold::{Contender, heat};

/// Heats of every size, spread over the run.
const HEATS: usize = 3;

fn contenders() -> Vec<Contender> {
    vec![
        Contender::new("Beredd (clock and queue)", hold::beredd::clockwork),
        Contender::new("Beredd (queue)", hold::beredd::queue),
        Contender::new("bare loop (enum and heap)", hold::bare),
        #[cfg(feature = "ixa")]
        Contender::new("ixa 4.0.0", on_ixa::hold),
        #[cfg(feature = "simcore")]
        Contender::new("simcore 0.1.0", on_simcore::hold),
        #[cfg(feature = "nexosim")]
        Contender::new("nexosim 1.0.0, one thread", on_nexosim::hold),
    ]
}

fn main() {
    let mut races = [100, 10_000, 1_000_000].map(|waiting| (waiting, contenders()));
    for _ in 0..HEATS {
        races.iter_mut().for_each(|(waiting, contenders)| heat(*waiting, contenders));
    }
    for (waiting, contenders) in &races {
        contenders.iter().for_each(|one| println!("{}\t{waiting}\t{}", one.name, 1e3 / one.ns));
    }
}
