//! Shelf lives for generated plans; the draws are the generator's own.

use crate::splitmix::SplitMix;
use beredd::plan::Plan;

/// Gives half of the plans short lives: goods must expire on the road and on shelves.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x7368_656c_666c);
    if random.chance(0.5) {
        return;
    }
    let life = |_| {
        let days = if random.chance(0.6) { random.one_of(1, 8) } else { random.one_of(5, 60) };
        random.chance(0.85).then(|| crate::generate::index(days))
    };
    plan.shelf.lives = plan.articles.iter().map(life).collect();
}
