//! The story of one probe under one cut: day by day what ran out, where, and why (docs/model.md, *The story of a probe*).

use super::conservation::{self, Violation};
use super::endurance::{Held, Probing, Reading};
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::State;
use super::survival::{GroupDay, Survival};
use super::why_short::{Why, why};
use crate::plan::Plan;
use crate::time::Day;
use crate::units::Quanta;
use std::collections::BTreeMap;

/// What happened in one copy. Cells, demands and groups are those of [`Story::plan`].
#[derive(Clone, Debug)]
pub struct Story {
    /// The part of the plan that the copy ran on.
    pub plan: Plan,
    /// Day of the run at whose start the state was copied.
    pub day: Day,
    /// Disruptions under way at that time.
    pub under_way: Vec<u32>,
    /// Groups that were without stock already.
    pub out_before: Vec<u32>,
    /// Per site or supplier that they come from: lines of goods that the cut stopped on their way, or that a supplier keeps when
    /// they arrive.
    pub held: Vec<(u32, u32)>,
    /// Per site: articles of which suppliers keep stock there.
    pub locked: Vec<(u32, u32)>,
    /// Every day of the copy.
    pub days: Vec<StoryDay>,
    /// What the probe read.
    pub reading: Reading,
}

/// One day of a copy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryDay {
    /// S of the day.
    pub served: f64,
    /// Disruptions that began (true) or ended.
    pub toggled: Vec<(u32, bool)>,
    /// Per lane: lines that came in.
    pub arrived: BTreeMap<u32, u32>,
    /// Groups that lack something after a day of need without lack.
    pub short: Vec<GroupShort>,
    /// Groups of which nothing is served, after a day of need on which some was.
    pub zero: Vec<u32>,
    /// Groups served in full after a day of lack.
    pub back: Vec<u32>,
}

/// A group that begins to lack something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupShort {
    /// The group.
    pub group: u32,
    /// Share of its need that was served.
    pub served: f64,
    /// Why its first article that lacked something did.
    pub why: Why,
}

/// Runs one copy of a probe and tells what happened in it.
///
/// # Errors
/// A copy in which units are not conserved.
pub(super) fn tell(
    original: &State,
    probing: &mut Probing,
    number: u64,
    (cut, claim): (u32, u16),
) -> Result<Story, Violation> {
    probing.take(original, number);
    let excerpt = probing.excerpt;
    let prepared = excerpt.course.phase(probing.base.phase);
    let plan = &*prepared.plan;
    let held = probing.begin_copy(cut, claim);
    let Probing { gear, base, copy, .. } = probing;
    let locked = articles_locked(plan, copy);
    let mut teller = Teller::new(prepared, excerpt.timed);
    for _ in 0..plan.endurance.copied_days() {
        if teller.survival.is_decided() {
            break;
        }
        excerpt.course.run_day::<dyn Observer>(gear, copy, &mut teller);
    }
    conservation::check(excerpt.course.phase(copy.phase), copy)?;
    let is_out = |cell: u32| base.on_hand[cell as usize] == 0 || !base.site_open(plan.cells[cell as usize].site);
    let out_before = (0..).zip(&plan.endurance.groups);
    let out_before =
        out_before.filter(|(_, group)| group.demands.iter().all(|&demand| is_out(plan.demands[demand as usize].cell)));
    Ok(Story {
        plan: plan.clone(),
        day: original.clock.day(),
        under_way: (0..).zip(&base.disturbed.down).filter(|(_, down)| **down).map(|(process, _)| process).collect(),
        out_before: out_before.map(|(group, _)| group).collect(),
        held: lines_held(plan, &held),
        locked,
        days: teller.days,
        reading: teller.survival.reading(),
    })
}

fn lines_held(plan: &Plan, held: &[Held]) -> Vec<(u32, u32)> {
    let mut lines: BTreeMap<u32, u32> = BTreeMap::new();
    held.iter().for_each(|held| *lines.entry(plan.lanes[held.lane as usize].from).or_default() += 1);
    lines.into_iter().collect()
}

fn articles_locked(plan: &Plan, copy: &State) -> Vec<(u32, u32)> {
    let mut articles: BTreeMap<u32, u32> = BTreeMap::new();
    for &(cell, quantity) in &copy.locked {
        *articles.entry(plan.cells[cell as usize].site).or_default() += u32::from(quantity > 0);
    }
    articles.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// Watches a copy: reads it as every probe does, and notes what is new.
struct Teller<'a> {
    prepared: &'a Prepared<'a>,
    survival: Survival<'a>,
    today: StoryDay,
    days: Vec<StoryDay>,
    /// Why demand entries are short today.
    reasons: BTreeMap<u32, Why>,
    /// Per group: the share served yesterday, 1 at first.
    yesterday: Vec<f64>,
}

impl<'a> Teller<'a> {
    fn new(prepared: &'a Prepared<'a>, timed: bool) -> Teller<'a> {
        Teller {
            prepared,
            survival: Survival::new(prepared, timed),
            today: StoryDay::default(),
            days: Vec::new(),
            reasons: BTreeMap::new(),
            yesterday: vec![1.0; prepared.plan.endurance.groups.len()],
        }
    }

    /// What is new of the groups today.
    fn compare(&mut self) {
        let plan = &*self.prepared.plan;
        let groups = plan.endurance.groups.iter().zip(self.survival.groups());
        for ((index, (group, day)), before) in (0..).zip(groups).zip(&mut self.yesterday) {
            // A day without need is no news, whatever S makes of it.
            let GroupDay { share: Some(share), is_short } = *day else { continue };
            let reason = group.demands.iter().find_map(|demand| self.reasons.get(demand));
            if let Some(&why) = reason.filter(|_| is_short && *before >= 1.0) {
                self.today.short.push(GroupShort { group: index, served: share, why });
            }
            if share == 0.0 && *before > 0.0 {
                self.today.zero.push(index);
            }
            if !is_short && *before < 1.0 {
                self.today.back.push(index);
            }
            *before = share;
        }
        self.reasons.clear();
    }
}

impl Observer for Teller<'_> {
    fn toggled(&mut self, _day: Day, process: u32, down: bool) {
        self.today.toggled.push((process, down));
    }

    fn received(&mut self, _day: Day, way: u32, _quantity: Quanta, _before: Quanta) {
        *self.today.arrived.entry(self.prepared.plan.way(way).lane).or_default() += 1;
    }

    fn demanded(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.survival.demanded(day, demand, quantity, served);
    }

    fn substituted(&mut self, day: Day, demand: u32, by: u32, covered: Quanta, taken: Quanta) {
        self.survival.substituted(day, demand, by, covered, taken);
    }

    fn helped(&mut self, day: Day, demand: u32, giver: u32, quantity: Quanta, arrival: Option<Day>) {
        self.survival.helped(day, demand, giver, quantity, arrival);
    }

    fn customer(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.survival.customer(day, demand, quantity, served);
    }

    fn short(&mut self, prepared: &Prepared, state: &State, demand: u32, missing: u32, _quantity: Quanta) {
        self.reasons.entry(demand).or_insert_with(|| why(prepared, state, missing));
    }

    fn demand_ended(&mut self, day: Day, state: &State) {
        self.survival.demand_ended(day, state);
    }

    fn day_ended(&mut self, day: Day, state: &State) {
        self.survival.day_ended(day, state);
        self.compare();
        self.today.served = self.survival.today();
        self.days.push(std::mem::take(&mut self.today));
    }
}
