//! What the cells of an article share while their days are gone through.

use super::lines::Later;
use super::spot::{Dated, Spot};
use super::stretch::{Joins, Stretch};
use crate::plan::demand::Unmet;
use crate::sim::cause::Cause;
use crate::sim::lead_time::whole_minutes;
use crate::sim::prepared::Prepared;
use crate::sim::road::{open_day, own_days};
use crate::sim::state::Keys;
use crate::time::Day;
use crate::units::Quanta;

/// The plan, the stretch, and what is noted of all cells together.
pub(super) struct Common<'a> {
    pub prepared: &'a Prepared<'a>,
    pub keys: &'a Keys,
    pub stretch: &'a Stretch,
    /// Lines that are still under way at the end.
    pub later: &'a mut Vec<Later>,
    /// Per demand entry what was short, by cause.
    pub short_by_cause: &'a mut [[i64; 3]],
    /// Supplied from outside in this stretch.
    pub supplied: Quanta,
}

impl Common<'_> {
    /// So much of what wards needed was not there.
    pub fn falls_short(&mut self, spot: &mut Spot, missing: Quanta, is_cut_off: bool) {
        let cause = Cause::given(is_cut_off, spot.rule);
        spot.falls_short(missing, self.prepared.plan.unmet == Unmet::Backorder);
        self.short_by_cause[spot.demand as usize][cause.place()] += missing;
    }

    /// Puts a part of what a cell has requested on its way, by a lane with these arrivals. Returns the day of the stretch on which it
    /// joins the stock, which may lie behind the last; if it is this very day, the caller sees to it.
    #[inline(always)]
    pub fn put(&mut self, joins: &Joins, (spot, dated): (&mut Spot, &mut Dated), day: u32, quantity: Quanta) -> u32 {
        let Stretch { first, days, .. } = *self.stretch;
        spot.departed |= 1 << day;
        let joins = match joins {
            Joins::Drawn => drawn(self.prepared, self.keys, first.plus(day), spot),
            Joins::On(days) => days[day as usize],
        };
        let arrives = joins.0 - first.0;
        if arrives == day {
            return day;
        }
        if arrives < days {
            spot.will_get(dated, arrives, quantity);
            spot.goes(quantity, arrives - day);
        } else {
            self.later.push(Later { day: joins, lane: spot.lane, cell: spot.cell, quantity });
            spot.goes(quantity, days - day);
        }
        arrives
    }
}

/// When a line joins the stock whose lead time is its own.
#[inline(never)]
fn drawn(prepared: &Prepared, keys: &Keys, today: Day, spot: &Spot) -> Day {
    let plan = &*prepared.plan;
    let days = own_days(keys, (spot.cell, &plan.lanes[spot.lane as usize].law), plan.calendar.number(today));
    open_day(prepared, spot.site, today.start().plus(whole_minutes(days)).next_day_start())
}
