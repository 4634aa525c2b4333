//! Staff hours: lines that wait at docks, and lines that are not picked for want of time (docs/model.md, *Staff*).

use super::disturbed::staff_factor;
use super::observer::Observer;
use super::prepared::Prepared;
use super::receive::{store, take_in_hand};
use super::state::State;
use super::transit::{NO_LINE, NO_WAY};
use crate::order::InOrder;
use crate::plan::Plan;
use crate::plan::staff::SiteStaff;
use crate::time::Day;
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// What staff remembers; columns per staff rule of the plan, empty where there is none.
#[derive(Clone, Debug, Default)]
pub struct Staff {
    /// Seconds used today.
    used: Vec<i64>,
    /// Whether a line was not loaded today for want of time.
    refused: Vec<bool>,
    /// Lines at the dock, as places in the store of lines under way, the first to be worked on first.
    docks: Vec<Vec<u32>>,
    /// Lines that have come in the running phase: (rule, lane, place).
    coming: Vec<(usize, u32, u32)>,
}

/// What is counted of the staff of one site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Seconds scheduled, summed over the days.
    pub scheduled: i64,
    /// Seconds used, summed over the days.
    pub used: i64,
    /// Lines at the dock at the ends of days, summed.
    pub waiting_line_days: i64,
    /// Days that ended with work left.
    pub days_left: i64,
}

impl Work {
    /// Adds what was counted in another phase of the run.
    pub fn add(&mut self, other: Work) {
        self.scheduled += other.scheduled;
        self.used += other.used;
        self.waiting_line_days += other.waiting_line_days;
        self.days_left += other.days_left;
    }
}

impl Staff {
    /// Nobody has worked yet.
    pub fn new(plan: &Plan) -> Staff {
        let rules = plan.staff.len();
        Staff { used: vec![0; rules], refused: vec![false; rules], docks: vec![Vec::new(); rules], coming: Vec::new() }
    }

    /// Becomes a copy, reusing its own memory.
    pub fn copy_from(&mut self, other: &Staff) {
        self.used.clone_from(&other.used);
        self.refused.clone_from(&other.refused);
        self.docks.clone_from(&other.docks);
        self.coming.clone_from(&other.coming);
    }

    /// A day begins.
    pub fn begin_day(&mut self) {
        self.used.fill(0);
        self.refused.fill(false);
    }

    /// Whether work is left at the end of the day.
    fn work_is_left(&self, rule: usize) -> bool {
        self.refused[rule] || !self.docks[rule].is_empty()
    }
}

/// The staff rule of a site.
#[inline]
fn rule_of(prepared: &Prepared, site: u32) -> Option<usize> {
    prepared.plan.staff.binary_search_by_key(&site, |rule| rule.site).ok()
}

/// The rule of a site whose lines go over its dock.
fn with_dock(prepared: &Prepared, site: u32) -> Option<usize> {
    rule_of(prepared, site).filter(|&rule| prepared.plan.staff[rule].per_line_received.is_some())
}

/// Seconds of work that are there at a site now, used or not.
fn there(prepared: &Prepared, state: &State, rule: &SiteStaff) -> i64 {
    if !state.site_open(rule.site) {
        return 0;
    }
    let scheduled = rule.scheduled[prepared.plan.calendar.weekday(state.clock.day())];
    // The measures of hours and factors keep the product far below 2⁵³.
    libm::floor(scheduled as f64 * staff_factor(prepared, state, rule.site)) as i64
}

/// Uses the seconds of a line, if it can be worked on now.
fn work(prepared: &Prepared, state: &mut State, rule: usize, seconds: i64) -> bool {
    let there = there(prepared, state, &prepared.plan.staff[rule]);
    let used = state.staff.used[rule];
    let left = (there - used).max(0);
    let first_of_the_day = used == 0 && there > 0;
    if seconds > left && !first_of_the_day {
        return false;
    }
    state.staff.used[rule] += seconds.min(left);
    true
}

/// Takes a shipment to the dock of the site that its lane leads to; false if lines join the stock there as they come.
pub fn to_dock(prepared: &Prepared, state: &mut State, lane: u32, first: u32) -> bool {
    let Some(rule) = with_dock(prepared, prepared.plan.lanes[lane as usize].to) else { return false };
    let mut place = first;
    while place != NO_LINE {
        let line = state.transit.line(place);
        if line.way == NO_WAY {
            state.transit.take(place);
            take_in_hand(state, place, false);
        } else {
            state.staff.coming.push((rule, lane, place));
        }
        place = line.next;
    }
    true
}

fn stand_in_line(state: &mut State) {
    let mut coming = std::mem::take(&mut state.staff.coming);
    coming.order_by_key(|&(rule, lane, place)| {
        let line = state.transit.line(place);
        (rule, lane, line.way, line.quantity, state.batches.first_expiry_on_line(place))
    });
    for (rule, _, place) in coming.drain(..) {
        state.staff.docks[rule].push(place);
    }
    state.staff.coming = coming;
}

/// Lets the lines of today's arrivals stand in line, and works on what the docks hold, upstream sites first.
pub fn receive<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, observer: &mut O) {
    stand_in_line(state);
    for rule in 0..prepared.plan.staff.len() {
        let Some(seconds) = prepared.plan.staff[rule].per_line_received else { continue };
        while let Some(&place) = state.staff.docks[rule].first()
            && work(prepared, state, rule, seconds)
        {
            state.staff.docks[rule].remove(0);
            let line = state.transit.take(place);
            if state.batches.is_used() {
                take_in_hand(state, place, true);
            }
            state.in_transit[prepared.plan.buyer(line.way) as usize] -= line.quantity;
            store(prepared, state, line.way, line.quantity, observer);
        }
    }
}

/// Whether a line that arrives at once joins the stock of a site now. If it has to wait, [`wait`] takes it.
pub fn takes_in_now(prepared: &Prepared, state: &mut State, site: u32) -> bool {
    let Some(rule) = with_dock(prepared, site) else { return true };
    let seconds = prepared.plan.staff[rule].per_line_received.unwrap_or(0);
    state.staff.docks[rule].is_empty() && work(prepared, state, rule, seconds)
}

/// Puts a line that has just arrived last at the dock of a site.
pub fn wait(prepared: &Prepared, state: &mut State, site: u32, (way, quantity): (u32, Quanta)) {
    let Some(rule) = with_dock(prepared, site) else { return };
    state.in_transit[prepared.plan.buyer(way) as usize] += quantity;
    let place = state.transit.prepend(way, quantity, NO_LINE);
    if state.batches.is_used() {
        state.batches.load(place, quantity);
    }
    state.staff.docks[rule].push(place);
}

/// Whether there is time to pick a line at a site; the time is then used.
pub fn picks(prepared: &Prepared, state: &mut State, site: u32) -> bool {
    let Some(rule) = rule_of(prepared, site) else { return true };
    let Some(seconds) = prepared.plan.staff[rule].per_line_picked else { return true };
    let can = work(prepared, state, rule, seconds);
    state.staff.refused[rule] |= !can;
    can
}

/// Whether lines were not picked at a site today for want of time.
pub fn ran_out_of_time(prepared: &Prepared, state: &State, site: u32) -> bool {
    rule_of(prepared, site).is_some_and(|rule| state.staff.refused[rule])
}

/// Takes the lines for which `lose` says so, given their places, from all docks.
pub fn clear_docks(staff: &mut Staff, mut lose: impl FnMut(u32) -> bool) {
    for dock in &mut staff.docks {
        dock.retain(|&place| !lose(place));
    }
}

/// Counts a day that has just ended.
pub fn count(plan: &Plan, state: &State, day: Day, counts: &mut [Work]) {
    let weekday = plan.calendar.weekday(day);
    for (rule, (staff, count)) in plan.staff.iter().zip(counts).enumerate() {
        count.scheduled += staff.scheduled[weekday];
        count.used += state.staff.used[rule];
        count.waiting_line_days += state.staff.docks[rule].len() as i64;
        count.days_left += i64::from(state.staff.work_is_left(rule));
    }
}
