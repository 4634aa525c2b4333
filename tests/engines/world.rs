//! What the second engine does not change while it runs: the plan, the draws, and the numbers of days.

use crate::ways::{way, ways};
use beredd::plan::Plan;
use beredd::plan::phase::Phase;
use beredd::random::block::Block;
use beredd::random::key::{ReplicationKey, StreamName};

/// What does not change during a replication.
pub struct World<'a> {
    /// The plan of the day.
    pub plan: &'a Plan,
    /// The plan that the run begins with, and that knows the others.
    pub root: &'a Plan,
    pub key: ReplicationKey,
}

impl World<'_> {
    /// The block of draws of a stream at an occurrence; numbers of days and weeks before the measured days are
    /// negative and are wrapped around.
    pub fn block(&self, stream: StreamName, occurrence: i64) -> Block {
        self.key.stream(stream).occurrence(occurrence as u64)
    }

    /// The number of a day, counted from the first measured day.
    pub fn number(&self, day: u32) -> i64 {
        i64::from(day) - i64::from(self.plan.calendar.warm_up_days)
    }

    /// The number of the anchor: of −7300, −14600, … the first that lies before the run.
    pub fn anchor(&self) -> i64 {
        let mut anchor = -7300;
        while anchor >= self.number(0) {
            anchor -= 7300;
        }
        anchor
    }

    /// How many days before the run the anchor lies.
    pub fn days_from_anchor(&self) -> i64 {
        self.number(0) - self.anchor()
    }

    /// The rules of the last phase that has begun.
    pub fn rules(&self, day: u32) -> &Phase {
        self.plan.phases.iter().rfind(|phase| phase.from_day <= day).expect("the first phase begins on day 0")
    }

    /// The ranks of the plan, upstream first.
    pub fn ranks(&self) -> std::ops::RangeInclusive<u8> {
        0..=self.plan.sites.iter().map(|site| site.rank).max().unwrap_or(0)
    }

    pub fn rank_of(&self, cell: u32) -> u8 {
        self.plan.sites[self.plan.cells[cell as usize].site as usize].rank
    }

    /// All ways that lead from a cell.
    pub fn buyers(&self, source: u32) -> impl Iterator<Item = u32> {
        let closed = |number: u32| self.plan.phasing.closed.iter().any(|closed| closed.cell == number);
        ways(self.plan).filter(move |&number| way(self.plan, number).source == Some(source) && !closed(number))
    }
}
