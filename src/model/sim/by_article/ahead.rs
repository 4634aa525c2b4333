//! The days of the cells of an article that buy from each other, where needs wait that are not met. What a cell orders then depends on needs
//! alone: they and orders move its inventory position, whatever is in stock. So all orders of the stretch are written first, those of
//! buyers before those of the cells that they buy from; then the cells go through their days one after the other, sources
//! before their buyers. Visited are days on which something arrives or is asked for. What happens on a day, and in which order, is
//! as in `day.rs`, which goes through them together where needs are lost.

mod own;
mod sharing;

use super::LONGEST;
use super::agenda::bits;
use super::common::Common;
use super::places::NOWHERE;
use super::spot::{Dated, Spot};
use crate::units::Quanta;
use own::Own;
use sharing::Sharing;

/// The cells of an article and what their days bring. Sets of cells are words with a bit for each place.
pub(super) struct Ahead<'a, 'b> {
    pub common: &'a mut Common<'b>,
    /// Its cells, upstream first.
    pub spots: &'a mut [Spot],
    /// Parallel to the spots: what their days bring.
    pub dated: &'a mut [Dated],
    /// Who asks another one. Nobody before and after.
    pub asks: &'a mut Asks,
    /// Memory for the requests to one source.
    pub requests: &'a mut Vec<(u32, Quanta)>,
}

/// Per day of a stretch: the cells of an article that ask another one.
#[derive(Clone, Debug)]
pub(super) struct Asks([u64; LONGEST as usize]);

impl Default for Asks {
    fn default() -> Asks {
        Asks([0; LONGEST as usize])
    }
}

impl Ahead<'_, '_> {
    /// Goes through all days.
    #[inline(never)]
    pub fn run(&mut self) {
        for place in (0..self.spots.len()).rev() {
            if self.spots[place].is_joined() {
                self.order(place);
            }
        }
        for place in 0..self.spots.len() {
            if self.spots[place].is_joined() {
                self.go(place);
            }
        }
    }

    /// Writes the orders of a cell.
    #[inline(always)]
    fn order(&mut self, place: usize) {
        let (sources, here) = self.spots.split_at_mut(place);
        let (dated_of_sources, dated) = self.dated.split_at_mut(place);
        let (spot, dated) = (&mut here[0], &mut dated[0]);
        let (mut needed, mut asked, mut ordered, mut first, mut ahead) = (0, 0, 0, 0, spot.asked);
        for day in bits(spot.due) {
            let next = day as usize + 1;
            needed += dated.needs[first..next].iter().sum::<Quanta>();
            first = next;
            let until = ahead & u64::MAX >> (LONGEST - 1 - day);
            ahead ^= until;
            asked += dated.take_asked(until);
            let quantity = spot.wants(spot.position - needed - asked + ordered);
            if quantity != 0 {
                ordered += quantity;
                spot.will_order(dated, day, quantity);
                if spot.source != NOWHERE {
                    let source = spot.source as usize;
                    sources[source].will_be_asked(&mut dated_of_sources[source], day, quantity);
                    self.asks.0[day as usize] |= 1 << place;
                }
            }
        }
        asked += dated.take_asked(ahead);
        // Needs move the position when they are seen.
        spot.position += ordered - asked;
    }

    /// Goes through the days of a cell.
    #[inline(always)]
    fn go(&mut self, place: usize) {
        let (here, spots) = self.spots.split_at_mut(place + 1);
        let (spot, upstream) = here.split_last_mut().expect("this one");
        let (of_here, dated_of_spots) = self.dated.split_at_mut(place + 1);
        let mut own = Own { spot, dated: &mut of_here[place], upstream, common: self.common };
        if own.spot.source == NOWHERE {
            own.is_supplied();
        }
        if own.spot.buyers == 0 {
            own.lives();
        } else {
            let first = place as u32 + 1;
            Sharing { own, first, spots, dated: dated_of_spots, asks: self.asks, requests: self.requests }.run();
        }
    }
}

impl Asks {
    /// Those of some cells that ask on a day; they are forgotten.
    #[inline(always)]
    fn take(&mut self, day: u32, of: u64) -> u64 {
        let asks = self.0[day as usize] & of;
        self.0[day as usize] ^= asks;
        asks
    }
}
