//! Requests of the cells of an article to one of them.

use super::agenda::bits;
use super::spot::Spot;
use crate::sim::dispatch::allocate;
use crate::units::Quanta;

/// Those of some cells to which goods leave on a day, and what they request together.
#[inline(always)]
pub(super) fn leaving(spots: &[Spot], asking: u64, day: u32) -> (u64, Quanta) {
    let (mut leaving, mut together) = (0, 0);
    for buyer in bits(asking) {
        let spot = &spots[buyer as usize];
        if spot.leaves >> day & 1 != 0 {
            leaving |= 1 << buyer;
            together += spot.requested;
        }
    }
    (leaving, together)
}

/// What each of some cells gets of a stock that does not suffice for all.
pub(super) fn portions(spots: &[Spot], buyers: u64, stock: Quanta, portions: &mut Vec<(u32, Quanta)>) {
    portions.clear();
    portions.extend(bits(buyers).map(|buyer| (buyer, spots[buyer as usize].requested)));
    allocate(stock, portions);
    portions.retain(|&(_, quantity)| quantity > 0);
}
