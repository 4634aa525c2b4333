//! Who does what on which day of a stretch, for the cells of one article.

use super::LONGEST;
use super::places::NOWHERE;
use super::spot::Spot;

/// Sets of cells are words with a bit for each place, sets of days with a bit for each day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agenda {
    /// Per day: the cells that are reviewed.
    pub due: [u64; LONGEST as usize],
    /// Per day: the cells where goods arrive.
    pub arrives: [u64; LONGEST as usize],
    /// The cells with requests that are not yet shipped.
    pub asking: u64,
    /// The cells that buy from others, and those that others buy from.
    pub joined: u64,
    /// Those of them that buy from suppliers.
    pub from_suppliers: u64,
    /// The cells that others buy from.
    pub sources: u64,
    /// Days on which anything is reviewed or arrives.
    busy: u64,
}

impl Default for Agenda {
    fn default() -> Agenda {
        let none = [0; LONGEST as usize];
        Agenda { due: none, arrives: none, asking: 0, joined: 0, from_suppliers: 0, sources: 0, busy: 0 }
    }
}

impl Agenda {
    /// Begins anew with the cells of an article.
    pub fn begin(&mut self, spots: &[Spot]) {
        *self = Agenda::default();
        for (place, &Spot { source, .. }) in spots.iter().enumerate() {
            if source != NOWHERE {
                self.sources |= 1 << source;
                self.joined |= 1 << source | 1 << place;
            }
        }
        for place in bits(self.joined) {
            let Spot { due, arrives, requested, source, .. } = spots[place as usize];
            self.busy |= due | arrives;
            bits(due).for_each(|day| self.due[day as usize] |= 1 << place);
            bits(arrives).for_each(|day| self.arrives[day as usize] |= 1 << place);
            self.asking |= u64::from(requested > 0) << place;
            self.from_suppliers |= u64::from(source == NOWHERE) << place;
        }
    }

    /// The first day from a day on that has to be visited: one with a review, an arrival, or a request from before; nothing if there is
    /// none.
    #[inline(always)]
    pub fn next_day(&self, day: u32) -> Option<u32> {
        if self.asking != 0 {
            return Some(day);
        }
        let ahead = self.busy.checked_shr(day)?;
        (ahead != 0).then(|| day + ahead.trailing_zeros())
    }

    /// Goods will arrive at a cell on a day.
    #[inline(always)]
    pub fn will_arrive(&mut self, place: usize, day: u32) {
        self.arrives[day as usize] |= 1 << place;
        self.busy |= 1 << day;
    }
}

/// The members of a set, ascending.
#[inline(always)]
pub(super) fn bits(set: u64) -> Bits {
    Bits(set)
}

/// What is left of a set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bits(u64);

impl Iterator for Bits {
    type Item = u32;

    #[inline(always)]
    fn next(&mut self) -> Option<u32> {
        if self.0 == 0 {
            return None;
        }
        let first = self.0.trailing_zeros();
        self.0 &= self.0 - 1;
        Some(first)
    }
}
