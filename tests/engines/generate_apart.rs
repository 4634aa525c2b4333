//! Reserves that stand apart, for generated plans; the draws are the generator's own.

use crate::generate::index;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::reserve::{Alarm, Apart};
use beredd::random::key::StreamName;
use beredd::units::Quanta;

/// Gives half of the plans reserves at some of their cells.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x61_7061_7274);
    if random.chance(0.4) {
        return;
    }
    for cell in 0..plan.cells.len() {
        if random.chance(0.5) {
            continue;
        }
        let quantity = (plan.cells[cell].mean_daily * random.between(0.5, 8.0)) as Quanta + 1;
        let processes = (0..index(plan.disruptions.len())).filter(|_| random.chance(0.3)).collect();
        let alarm = Alarm { cut: random.chance(0.6), stock_out: random.chance(0.6), processes };
        plan.apart.push(Apart {
            cell: index(cell),
            quantity,
            alarm,
            refill_days: index(random.one_of(0, 20)),
            rotates: random.chance(0.5),
            age: StreamName::new(&["age", &cell.to_string()]),
        });
    }
}
