//! What a copy of a probe says: the survival curve, and the days of endurance by each threshold.

use super::endurance::Reading;
use super::failing::Watch;
use super::observer::Observer;
use super::prepared::Prepared;
use super::slices::Slices;
use super::state::State;
use crate::plan::endurance::StopRule;
use crate::time::Day;
use crate::units::Quanta;

/// What a need group needed and got, in the common unit of its articles.
#[derive(Clone, Copy, Debug, Default)]
struct Need {
    needed: i128,
    served: i128,
}

/// A need group on one day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GroupDay {
    /// The share of its need that was served; absent where it needed nothing.
    pub share: Option<f64>,
    /// Whether it lacked some.
    pub is_short: bool,
}

impl Need {
    fn of_the_day(self) -> GroupDay {
        let Need { needed, served } = self;
        // Most groups get all they need, or nothing: no division for them.
        let share = (needed > 0).then(|| match served {
            0 => 0.0,
            _ if served == needed => 1.0,
            _ => ratio(served, needed),
        });
        GroupDay { share, is_short: served < needed }
    }
}

/// The ratio of two sums. Nearly all fit in 64 bits, of which the processor makes a float in one step.
fn ratio(served: i128, needed: i128) -> f64 {
    match (i64::try_from(served), i64::try_from(needed)) {
        (Ok(served), Ok(needed)) => served as f64 / needed as f64,
        _ => ratio_of_wide(served, needed),
    }
}

/// A function of its own: the compiler would convert all sums the long way.
#[cold]
#[inline(never)]
fn ratio_of_wide(served: i128, needed: i128) -> f64 {
    served as f64 / needed as f64
}

/// Watches a copy and draws the survival curve.
pub(super) struct Survival<'a> {
    prepared: &'a Prepared<'a>,
    /// Per group: what it needed and got since the last day that was read.
    sums: Vec<Need>,
    /// Per group: the day that was read last.
    read: Vec<GroupDay>,
    curve: Vec<f64>,
    /// Per threshold: the days in a row up to now on which it was missed.
    missed: Vec<u32>,
    /// Per threshold: full days before endurance ended, if it has.
    ended: Vec<Option<u32>>,
    /// Per group: the first day with unmet need, counted from 1; `u32::MAX` = none yet.
    first_short: Vec<u32>,
    zero_at_level: Vec<Vec<u32>>,
    /// The plan has customers at minutes: a day is read when it ends.
    timed: bool,
    /// Today's share of each group.
    shares: Vec<f64>,
    /// Parts of need, where they are read.
    pub(super) slices: Option<Slices<'a>>,
    /// When and why groups fall short, where it is read.
    pub(super) watch: Option<Watch>,
}

impl<'a> Survival<'a> {
    /// Nothing seen yet; `timed` says that the whole plan has customers at minutes.
    pub fn new(prepared: &'a Prepared<'a>, timed: bool) -> Survival<'a> {
        let endurance = &prepared.plan.endurance;
        Survival {
            prepared,
            sums: vec![Need::default(); endurance.groups.len()],
            read: vec![GroupDay::default(); endurance.groups.len()],
            curve: Vec::new(),
            missed: vec![0; endurance.thresholds.len()],
            ended: vec![None; endurance.thresholds.len()],
            first_short: vec![u32::MAX; endurance.groups.len()],
            zero_at_level: vec![Vec::new(); endurance.levels.len()],
            timed,
            shares: vec![0.0; endurance.groups.len()],
            slices: None,
            watch: None,
        }
    }

    /// S of the last day seen.
    pub fn today(&self) -> f64 {
        self.curve.last().copied().unwrap_or(1.0)
    }

    /// S of every day seen.
    pub fn into_curve(self) -> Vec<f64> {
        self.curve
    }

    /// Whether no further day can change the reading: the curve is drawn, and endurance has ended by every threshold.
    pub(super) fn is_decided(&self) -> bool {
        self.curve.len() >= self.prepared.plan.endurance.curve_days() as usize
            && self.ended.iter().all(Option::is_some)
            && self.slices.as_ref().is_none_or(|slices| slices.are_decided(self.curve.len()))
    }

    /// What the copy says.
    pub(super) fn reading(mut self) -> Reading {
        let endurance = &self.prepared.plan.endurance;
        let ends: Vec<_> =
            self.ended.iter().map(|end| end.filter(|&full_days| full_days < endurance.cap_days)).collect();
        let full_through = |level: u32| self.first_short.iter().filter(|&&day| day > level).count();
        self.curve.truncate(endurance.curve_days() as usize);
        Reading {
            curve: self.curve,
            days: ends.iter().map(|end| end.unwrap_or(endurance.cap_days)).collect(),
            lasted: ends.iter().map(Option::is_none).collect(),
            groups_full: endurance
                .levels
                .iter()
                .map(|&level| u32::try_from(full_through(level)).expect("groups are counted by a u32"))
                .collect(),
            failing: self.watch.map(|watch| watch.failing(&self.first_short, endurance.curve_days())),
            slices: self.slices.map(|slices| slices.readings(&self.first_short)).unwrap_or_default(),
            groups_at_zero: self.zero_at_level,
        }
    }

    /// Sees whether endurance ends on a day, counted from 1, by each threshold.
    fn look_for_ends(&mut self, today: u32, share: f64, any_short: bool) {
        let endurance = &self.prepared.plan.endurance;
        let in_a_row = endurance.stop_rule.days_in_a_row();
        for ((&threshold, missed), ended) in endurance.thresholds.iter().zip(&mut self.missed).zip(&mut self.ended) {
            let misses = match endurance.stop_rule {
                StopRule::FirstUnmetUnit => any_short,
                StopRule::ShareBelow { .. } => share < threshold,
            };
            *missed = if misses { *missed + 1 } else { 0 };
            if *missed == in_a_row && ended.is_none() {
                *ended = Some(today - in_a_row);
            }
        }
    }
}

impl Observer for Survival<'_> {
    #[inline]
    fn demanded(&mut self, _day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.note(demand, quantity.max(0), served.max(0));
    }

    fn substituted(&mut self, _day: Day, demand: u32, _by: u32, covered: Quanta, _taken: Quanta) {
        self.note(demand, 0, covered);
    }

    fn helped(&mut self, _day: Day, demand: u32, _giver: u32, quantity: Quanta, arrival: Option<Day>) {
        self.note(demand, 0, if arrival.is_none() { quantity } else { 0 });
    }

    fn short(&mut self, prepared: &Prepared, state: &State, demand: u32, missing: u32, _quantity: Quanta) {
        if let Some(watch) = &mut self.watch {
            watch.short(prepared, state, (demand, missing), &self.first_short);
        }
    }

    fn customer(&mut self, _day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.note(demand, quantity, served);
    }

    fn demand_ended(&mut self, _day: Day, state: &State) {
        if !self.timed {
            self.read_day(state);
        }
    }

    fn day_ended(&mut self, _day: Day, state: &State) {
        if self.timed {
            self.read_day(state);
        }
    }
}

impl Survival<'_> {
    fn read_day(&mut self, state: &State) {
        let Survival { prepared, sums, read, shares, first_short, watch, .. } = self;
        let plan = &*prepared.plan;
        let today = u32::try_from(self.curve.len() + 1).expect("days of a copy are counted by a u32");
        let (mut sum, mut any_short) = (0.0, false);
        let places = sums.iter_mut().zip(read).zip(shares.iter_mut()).zip(first_short);
        for (index, (group, (((needed, read), share), first))) in
            (0_u32..).zip(plan.endurance.groups.iter().zip(places))
        {
            *read = std::mem::take(needed).of_the_day();
            *share = read.share.unwrap_or_else(|| stocked(prepared, state, &group.demands));
            sum += *share;
            if read.is_short {
                any_short = true;
                if *first == u32::MAX {
                    *first = today;
                    watch.iter_mut().for_each(|watch| watch.first(index));
                }
            }
        }
        if let Some(level) = plan.endurance.levels.iter().position(|&level| level == today) {
            let at_zero = (0..).zip(&*shares).filter(|(_, share)| **share == 0.0).map(|(index, _)| index);
            self.zero_at_level[level].extend(at_zero);
        }
        let share = sum / plan.endurance.groups.len() as f64;
        self.curve.push(share);
        self.look_for_ends(today, share, any_short);
        if let Some(slices) = &mut self.slices {
            slices.day(today, &self.shares);
        }
        if let Some(watch) = &mut self.watch {
            watch.day_ended();
        }
    }

    /// Notes what an entry needed and got.
    #[inline]
    fn note(&mut self, demand: u32, needed: Quanta, served: Quanta) {
        let group = self.prepared.group_of_demand[demand as usize];
        if group == u32::MAX {
            return;
        }
        let (needed, served) = (i128::from(needed), i128::from(served));
        let sum = &mut self.sums[group as usize];
        let shortage = &self.prepared.plan.shortage;
        if shortage.need_factors.is_empty() {
            sum.needed += needed;
            sum.served += served;
        } else {
            let factor = i128::from(shortage.factor(self.prepared.served_from[demand as usize].article));
            sum.needed += needed * factor;
            sum.served += served * factor;
        }
    }

    /// The groups on the day that was read last.
    pub(super) fn groups(&self) -> &[GroupDay] {
        &self.read
    }
}

/// 1 if a group that needs nothing today has reachable stock, else 0.
fn stocked(prepared: &Prepared, state: &State, demands: &[u32]) -> f64 {
    let has_stock = demands.iter().any(|&demand| {
        let at = prepared.served_from[demand as usize];
        state.on_hand[at.cell as usize] > 0 && state.site_open(at.site)
    });
    if has_stock { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_sums_beyond_64_bits_are_those_of_small_ones() {
        let share = |served, needed| Need { needed, served }.of_the_day().share;
        for unit in [1, 1 << 40, 1 << 70] {
            assert_eq!(share(unit, 4 * unit), Some(0.25));
            assert_eq!(share(0, 4 * unit), Some(0.0));
            assert_eq!(share(4 * unit, 4 * unit), Some(1.0));
        }
        // One of the two alone is wide.
        assert_eq!(share(1 << 62, 1 << 64), Some(0.25));
        assert_eq!(share(0, 0), None);
    }

    #[test]
    fn a_group_that_needs_nothing_is_not_short() {
        let is_short = |served, needed| Need { needed, served }.of_the_day().is_short;
        assert_eq!(
            [is_short(0, 0), is_short(1, 1), is_short(0, 1), is_short(1 << 70, (1 << 70) + 1)],
            [false, false, true, true]
        );
    }
}
