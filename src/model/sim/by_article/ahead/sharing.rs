//! A cell that others of its article buy from: it shares what it has among them.

use super::super::agenda::bits;
use super::super::requests::{leaving, portions};
use super::super::spot::{Dated, Spot};
use super::Asks;
use super::own::Own;
use crate::units::Quanta;

/// The cell, those after it, among them the ones that buy from it, and who asks when.
pub(super) struct Sharing<'a, 'b> {
    pub own: Own<'a, 'b>,
    /// The place of the first cell after it.
    pub first: u32,
    pub spots: &'a mut [Spot],
    /// Parallel to the spots: what their days bring.
    pub dated: &'a mut [Dated],
    /// Who asks another cell.
    pub asks: &'a mut Asks,
    /// Memory for the requests.
    pub requests: &'a mut Vec<(u32, Quanta)>,
}

impl Sharing<'_, '_> {
    /// Goes through the days of the cell, and sends the others what there is.
    #[inline(never)]
    pub fn run(&mut self) {
        let all = self.own.common.stretch.all();
        let Spot { buyers, arrives, late, asked, .. } = *self.own.spot;
        // From here on a set of cells begins with the one after this one.
        let buyers = buyers >> self.first;
        let requests = bits(buyers).filter(|&buyer| self.spots[buyer as usize].requested > 0);
        let mut asking = requests.fold(0, |set, buyer| set | 1 << buyer);
        let mut ahead = all;
        loop {
            let busy = ahead & if asking != 0 { all } else { arrives | late | asked };
            if busy == 0 {
                break;
            }
            let day = busy.trailing_zeros();
            ahead &= !1 << day;
            self.own.complete(day);
            self.own.receive(day);
            if asked >> day & 1 != 0 {
                let asks = self.asks.take(day, buyers << self.first) >> self.first;
                for buyer in bits(asks) {
                    self.spots[buyer as usize].requested += self.dated[buyer as usize].orders[day as usize];
                }
                asking |= asks;
            }
            if asking != 0 {
                asking = self.share(day, asking);
            }
        }
        self.own.complete(self.own.common.stretch.days);
    }

    /// Requests are sent what there is. Returns who still asks.
    #[inline(always)]
    fn share(&mut self, day: u32, asking: u64) -> u64 {
        let (served, asked) = leaving(self.spots, asking, day);
        self.own.serve(day);
        if asked <= self.own.spot.on_hand {
            bits(served).for_each(|buyer| self.ship(day, buyer as usize, self.spots[buyer as usize].requested));
        } else {
            self.ration(day, served);
        }
        let mut left = asking;
        for buyer in bits(asking) {
            let spot = &mut self.spots[buyer as usize];
            if spot.requested == 0 {
                left ^= 1 << buyer;
            }
            spot.requested_days += spot.requested;
        }
        left
    }

    #[inline(never)]
    fn ration(&mut self, day: u32, served: u64) {
        let mut requests = std::mem::take(self.requests);
        portions(self.spots, served, self.own.spot.on_hand, &mut requests);
        for &(buyer, quantity) in &requests {
            self.ship(day, buyer as usize, quantity);
        }
        *self.requests = requests;
    }

    /// Sends a buyer so much of the stock.
    #[inline(always)]
    fn ship(&mut self, day: u32, buyer: usize, quantity: Quanta) {
        let from = &mut *self.own.spot;
        from.on_hand -= quantity;
        from.owed -= quantity;
        from.count.sends(quantity);
        let (spot, dated) = (&mut self.spots[buyer], &mut self.dated[buyer]);
        spot.requested -= quantity;
        let common = &mut *self.own.common;
        let joins = &common.stretch.joins[spot.lane as usize];
        if common.put(joins, (spot, dated), day, quantity) == day {
            spot.will_get_late(dated, day, quantity);
        }
    }
}
