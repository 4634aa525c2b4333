//! What a stretch of days brings to all articles alike: what is stopped and what leaves, what is reviewed, when goods arrive.
//! None of it depends on stock or orders, so it is worked out before the first article is gone through.

use super::LONGEST;
use super::agenda::bits;
use crate::plan::Plan;
use crate::plan::disruption::Target;
use crate::sim::disruption;
use crate::sim::lead_time::renew_scores;
use crate::sim::ledger::Ledger;
use crate::sim::observer::{Nobody, Observer};
use crate::sim::ordering::number_of_phase;
use crate::sim::prepared::Prepared;
use crate::sim::road::{departs_on, lead_is_constant, open_day, shared_lead};
use crate::sim::state::{Keys, State};
use crate::time::Day;
use std::ops::Range;

/// The days of a stretch. Sets of days are words: bit d stands for its day d.
#[derive(Clone, Debug, Default)]
pub(super) struct Stretch {
    /// Its first day.
    pub first: Day,
    /// How many days it has, at most [`LONGEST`].
    pub days: u32,
    /// Number of the first day, counted from the first measured day.
    pub number: i64,
    /// The phase of the plan whose rules hold.
    pub phase: usize,
    /// Per site: days on which nothing stops it.
    pub open: Vec<u64>,
    /// Per lane: days on which nothing stops it or its origin.
    pub road: Vec<u64>,
    /// Per lane: days on which goods leave.
    pub leaves: Vec<u64>,
    /// Per offer: days on which its supplier ships it.
    pub offered: Vec<u64>,
    /// Per review group of the phase: days on which it is reviewed.
    pub due: Vec<u64>,
    /// Per lane: when what leaves on a day joins the stock.
    pub joins: Vec<Joins>,
    /// Factors of the needs, one law after the other in the order of their table, each for every pair of days from the first on.
    pub factors: Vec<[f64; 2]>,
    /// Per lane: days with an order.
    pub ordered: Vec<u64>,
    /// Per lane: days with a departure.
    pub departed: Vec<u64>,
}

/// When what leaves on a lane joins the stock.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every lane has days, and a box for them is one more place to look"
)]
pub(super) enum Joins {
    /// Each line draws its own lead time.
    Drawn,
    /// Per day of the stretch on which it leaves.
    On([Day; LONGEST as usize]),
}

impl Joins {
    /// The days, to be filled in.
    fn days(&mut self) -> &mut [Day; LONGEST as usize] {
        if let Joins::Drawn = self {
            *self = Joins::On([Day(0); LONGEST as usize]);
        }
        let Joins::On(days) = self else { unreachable!("set above") };
        days
    }
}

impl Stretch {
    /// Looks at so many days from today on. The disruptions, lead times and clock of the state
    /// are then those of the day after them.
    pub fn look_ahead(&mut self, prepared: &Prepared, keys: &Keys, state: &mut State, days: u32) {
        let plan = &*prepared.plan;
        (self.first, self.days) = (state.clock.day(), days);
        self.number = plan.calendar.number(self.first);
        self.phase = number_of_phase(prepared, state);
        self.begin(plan, state);
        let mut day = 0;
        while day < days {
            state.clock.skip_to(self.first.plus(day));
            renew_scores(prepared, keys, state);
            let week_ends = days.min(day + plan.calendar.days_left_of_week(state.clock.day()));
            self.follow_lanes(prepared, state, day..week_ends);
            while let Some(change) = keys.timeline.changes.get(state.disturbed.next) {
                if change.day >= self.first.plus(week_ends) {
                    break;
                }
                state.clock.skip_to(change.day.max(state.clock.day()));
                self.follow_disruptions(prepared, keys, state);
            }
            day = week_ends;
        }
        state.clock.skip_to(self.first.plus(days));
        self.close_roads(plan);
        self.plan_reviews(plan);
        prepared.need_laws.factors_on(plan, self.pairs(), &mut self.factors);
    }

    /// All its days.
    pub fn all(&self) -> u64 {
        u64::MAX >> (u64::BITS - self.days)
    }

    /// The pairs of days that needs are drawn for: days 2 p and 2 p + 1, counted from the first measured day.
    pub fn pairs(&self) -> Range<i64> {
        self.number.div_euclid(2)..(self.number + i64::from(self.days) + 1).div_euclid(2)
    }

    /// The place of the first day within its pair.
    pub fn place_in_pair(&self) -> usize {
        usize::from(self.number.rem_euclid(2) == 1)
    }

    /// Tells the ledger what all articles together did on the days of the stretch.
    pub fn count(&self, prepared: &Prepared, ledger: &mut Ledger) {
        let days = i64::from(self.days);
        let drivers = &mut ledger.drivers;
        drivers.days += days;
        drivers.availability_checks += days * prepared.availability_cells.len() as i64;
        let counts = [(&mut drivers.orders, &self.ordered), (&mut drivers.departures, &self.departed)];
        for (counts, days) in counts {
            counts.iter_mut().zip(days).for_each(|(count, days)| *count += i64::from(days.count_ones()));
        }
    }

    fn begin(&mut self, plan: &Plan, state: &State) {
        fill(&mut self.open, state.site_stops.iter().map(|&stops| if stops == 0 { u64::MAX } else { 0 }));
        fill(&mut self.road, state.lane_stops.iter().map(|&stops| if stops == 0 { u64::MAX } else { 0 }));
        fill(&mut self.offered, state.offer_stops.iter().map(|&stops| if stops == 0 { u64::MAX } else { 0 }));
        let none = || plan.lanes.iter().map(|_| 0);
        fill(&mut self.ordered, none());
        fill(&mut self.departed, none());
        self.joins.resize(plan.lanes.len(), Joins::Drawn);
    }

    /// Disruptions begin and end on a day: what they hit is as it then is from that day on.
    fn follow_disruptions(&mut self, prepared: &Prepared, keys: &Keys, state: &mut State) {
        let seen = state.disturbed.next;
        disruption::run::<dyn Observer>(prepared, keys, state, &mut Nobody);
        let from_now = u64::MAX << (state.clock.day().0 - self.first.0);
        for change in &keys.timeline.changes[seen..state.disturbed.next] {
            for &target in &prepared.plan.disruptions[change.process as usize].targets {
                let days = match target {
                    Target::Offer(index) => &mut self.offered[index as usize],
                    Target::Site(index) => &mut self.open[index as usize],
                    Target::Lane(index) => &mut self.road[index as usize],
                };
                *days = if state.stops(target) == 0 { *days | from_now } else { *days & !from_now };
            }
        }
    }

    /// Lead times last for a week, or as long as the stretch: they say when goods arrive that leave on one of its days.
    fn follow_lanes(&mut self, prepared: &Prepared, state: &State, week: Range<u32>) {
        let plan = &*prepared.plan;
        for (index, lane) in (0..).zip(&plan.lanes) {
            let lasts = lead_is_constant(lane);
            if lasts && week.start > 0 {
                continue;
            }
            let days = if lasts { 0..self.days } else { week.clone() };
            let Some((minutes, earliest)) = shared_lead(prepared, state, index) else { continue };
            let earliest = earliest.next_day_start();
            let joins = self.first.plus(days.start).start().plus(minutes).next_day_start();
            let places = &mut self.joins[index as usize].days()[days.start as usize..days.end as usize];
            for (place, day) in places.iter_mut().zip(joins.0..joins.0 + days.end - days.start) {
                *place = Day(day);
            }
            let late = places.partition_point(|&joins| joins < earliest);
            places[..late].fill(earliest);
            if !plan.transport.receives.is_empty() {
                places.iter_mut().for_each(|joins| *joins = open_day(prepared, lane.to, *joins));
            }
        }
    }

    /// A stopped origin closes a road, and goods leave on days of departure only.
    fn close_roads(&mut self, plan: &Plan) {
        self.leaves.clear();
        for (index, (road, lane)) in (0..).zip(self.road.iter_mut().zip(&plan.lanes)) {
            *road &= self.open[lane.from as usize];
            let departs = |&day: &u32| departs_on(plan, index, self.first.plus(day));
            let days = if plan.transport.lanes.is_empty() { u64::MAX } else { set((0..self.days).filter(departs)) };
            self.leaves.push(*road & days);
        }
    }

    fn plan_reviews(&mut self, plan: &Plan) {
        self.due.clear();
        for group in &plan.phases[self.phase].reviews {
            let first = (i64::from(group.offset) - self.number).rem_euclid(i64::from(group.every_days));
            let mut due = every_nth(first, group.every_days) & self.all();
            if let Some(order_days) = group.order_days {
                let is_order_day = |&day: &u32| order_days[plan.calendar.weekday_of(self.number + i64::from(day))];
                due = set(bits(due).filter(is_order_day));
            }
            self.due.push(due & self.open[group.site as usize]);
        }
    }
}

/// The days `first`, `first` + `every`, and so on.
fn every_nth(first: i64, every: u32) -> u64 {
    let mut days = u32::try_from(first).ok().and_then(|first| 1_u64.checked_shl(first)).unwrap_or(0);
    let mut step = every;
    // Each turn doubles how many there are.
    while step < u64::BITS {
        days |= days << step;
        step *= 2;
    }
    days
}

/// The word of a set of days.
fn set(days: impl Iterator<Item = u32>) -> u64 {
    days.fold(0, |set, day| set | 1 << day)
}

fn fill(column: &mut Vec<u64>, values: impl Iterator<Item = u64>) {
    column.clear();
    column.extend(values);
}
