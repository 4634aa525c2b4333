//! Endurance: the state is copied, cut, and run on to see how long the wards are served (design.md chapter 3).

use super::batches::{self, Batch, Holder};
use super::conservation::{self, Violation};
use super::course::Gear;
use super::excerpt::Excerpt;
use super::failing::{Failing, Watch};
use super::prepared::Prepared;
use super::slices::{SliceReading, Slices};
use super::state::{Event, Keys, State};
use super::stop::{self, StopReading};
use super::survival::Survival;
use super::timeline::Timeline;
use super::workspace::Workspace;
use crate::plan::cut::Cut;
use crate::plan::endurance::NeedGroup;
use crate::time::{Day, Minute};
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// One cut with one claim, tried at one probe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// S(1), S(2), … to the last level: mean share of need served over the groups, day by day.
    pub curve: Vec<f64>,
    /// Days of endurance per threshold; the cap where it lasted longer.
    pub days: Vec<u32>,
    /// Whether the cap was reached without an end, per threshold.
    pub lasted: Vec<bool>,
    /// Groups served in full on every day through each level.
    pub groups_full: Vec<u32>,
    /// For each level the groups of which nothing was served that day, as indices of the plan's groups.
    pub groups_at_zero: Vec<Vec<u32>>,
    /// Parts of need, in the order of the plan's; empty but at the largest claim.
    pub slices: Vec<SliceReading>,
    /// Group by group when it first fell short, and why; absent but at the largest claim.
    pub failing: Option<Failing>,
}

/// One probe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Probe {
    /// Day of the run at whose start the state was copied.
    pub day: u32,
    /// Whether a major event was under way.
    pub major_event: bool,
    /// Groups already without stock before the cut.
    pub groups_out_before: u32,
    /// Readings: for each cut of the plan, for each of its claims.
    pub readings: Vec<Vec<Reading>>,
    /// For each cut of the plan, the cut that ends, where one is asked for.
    pub stops: Vec<Option<StopReading>>,
}

/// A line of goods that a cut took out of a copy.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// The way that it was on.
    pub way: u32,
    /// What was under way.
    pub quantity: Quanta,
    /// The lane it is on.
    pub lane: u32,
    /// When it would have arrived.
    pub arrival: Minute,
    /// Running number of its arrival, the order of departures; absent for what waits at a dock.
    pub number: Option<u64>,
    /// Whether the cut stopped it on its way; else it travels on and is locked when it arrives.
    pub frozen: bool,
    /// Its batches, if it is not fresh when it arrives.
    pub load: Vec<Batch>,
}

/// What the probes of a replication share: the excerpt of the plan, its keys, and memory that is used again.
#[derive(Clone, Debug)]
pub struct Probing<'e> {
    pub(super) excerpt: &'e Excerpt,
    pub(super) gear: Gear,
    /// The state at the probe, cut down to the excerpt.
    pub(super) base: State,
    /// The copy that runs on.
    pub(super) copy: State,
    /// The number of the next probe.
    number: u64,
}

impl<'e> Probing<'e> {
    /// Room for the probes of replication `number` under `seed`.
    pub fn new(excerpt: &'e Excerpt, seed: u64, number: u64) -> Probing<'e> {
        let base = State::new(&excerpt.course.first);
        let gear = excerpt.course.gear(seed, number, Workspace::of_copies);
        Probing { excerpt, gear, copy: base.clone(), base, number: 0 }
    }

    /// Takes the state at a probe, which is the one with this number.
    pub(super) fn take(&mut self, original: &State, number: u64) {
        self.number = number;
        self.excerpt.take(original, &mut self.base);
    }

    /// Makes the copy one of the state at the probe, under a cut of the plan; returns the goods that the cut took out.
    pub(super) fn begin_copy(&mut self, cut: u32, claim: u16) -> Vec<Held> {
        let Probing { excerpt, gear, base, copy, number } = self;
        let prepared = excerpt.course.phase(base.phase);
        copy.copy_from(base);
        let held = apply(prepared, copy, cut, claim);
        let cut = &prepared.plan.cuts[cut as usize];
        if !cut.with.is_empty() {
            let keys = &gear.keys[base.phase].process;
            let mut changes = Timeline::of_cut(&prepared.plan, keys, &cut.with, (*number, base.clock.day()));
            changes.reverse();
            copy.disturbed.with_cut = changes;
        }
        held
    }
}

/// The days (of the run) at whose start replication is probed, ascending: one in each slice of the measured days.
pub fn probe_days(prepared: &Prepared, keys: &Keys) -> Vec<Day> {
    let (calendar, endurance) = (&prepared.plan.calendar, &prepared.plan.endurance);
    let (measured, probes) = (u64::from(calendar.measured_days), u64::from(endurance.probes));
    let in_slice = |k: u64| {
        let (from, to) = (k * measured / probes, (k + 1) * measured / probes);
        let within = keys.probe.occurrence(k).unit() * (to - from) as f64;
        from + (libm::floor(within) as u64).min((to - from).saturating_sub(1))
    };
    (0..probes)
        .map(|k| endurance.fixed_day.map_or_else(|| in_slice(k), u64::from))
        .map(|number| Day(calendar.warm_up_days + u32::try_from(number).expect("a measured day is a u32")))
        .collect()
}

/// Takes a probe: every cut with every claim.
///
/// # Errors
/// A copy in which units are not conserved.
pub fn probe(prepared: &Prepared, original: &State, probing: &mut Probing) -> Result<Probe, Violation> {
    probing.take(original, probing.number);
    let base = &probing.base;
    let plan = &*probing.excerpt.course.phase(base.phase).plan;
    let out = |cell: u32| base.on_hand[cell as usize] == 0 || !base.site_open(plan.cells[cell as usize].site);
    let all_out = |group: &&NeedGroup| group.demands.iter().all(|&demand| out(plan.demands[demand as usize].cell));
    let groups_out = plan.endurance.groups.iter().filter(all_out).count();
    let mut readings = Vec::with_capacity(plan.cuts.len());
    for (number, cut) in (0..).zip(&plan.cuts) {
        let by_claim: Result<Vec<_>, _> = cut.claims.iter().map(|&claim| read(probing, number, claim)).collect();
        readings.push(by_claim?);
    }
    let ending = |(number, cut): (u32, &Cut)| {
        plan.endurance.stop_of(cut).map(|ending| stop::read(probing, number, ending)).transpose()
    };
    let stops: Result<Vec<_>, _> = (0..).zip(&plan.cuts).map(ending).collect();
    probing.number += 1;
    Ok(Probe {
        day: original.clock.day().0,
        major_event: super::disruption::major_event(prepared, original),
        groups_out_before: u32::try_from(groups_out).expect("groups are counted by a u32"),
        readings,
        stops: stops?,
    })
}

fn read(probing: &mut Probing, number: u32, claim: u16) -> Result<Reading, Violation> {
    probing.begin_copy(number, claim);
    let Probing { excerpt, gear, base, copy, .. } = probing;
    let prepared = excerpt.course.phase(base.phase);
    let (endurance, cut) = (&prepared.plan.endurance, &prepared.plan.cuts[number as usize]);
    let mut survival = Survival::new(prepared, excerpt.timed);
    if cut.claims.iter().all(|&other| other <= claim) {
        survival.slices = Some(Slices::new(endurance));
        survival.watch = Some(Watch::new(prepared, copy));
    }
    for _ in 0..endurance.copied_days() {
        if survival.is_decided() {
            break;
        }
        excerpt.course.run_day(gear, copy, &mut survival);
    }
    conservation::check(excerpt.course.phase(copy.phase), copy)?;
    Ok(survival.reading())
}

/// Applies a cut to a copy; returns the goods that it took out.
fn apply(prepared: &Prepared, state: &mut State, number: u32, claim: u16) -> Vec<Held> {
    let cut = &prepared.plan.cuts[number as usize];
    (state.lapses, state.cut_in_force) = (true, Some(number));
    state.backlog.iter_mut().for_each(|backlog| *backlog = 0);
    state.returning.clear();
    cut.stops.iter().for_each(|&target| state.stop(target));
    let held = withhold(prepared, state, cut);
    if cut.locks_supplier_stock {
        lock(prepared, state, claim);
    }
    held
}

/// Takes goods under way out of a copy: those on frozen lanes never arrive, and those that a supplier has under way to a pool of
/// its own are locked with it.
fn withhold(prepared: &Prepared, state: &mut State, cut: &Cut) -> Vec<Held> {
    let plan = &*prepared.plan;
    let State { clock, transit, in_transit, withheld, batches, .. } = state;
    let shipments = clock.waiting().map(|(key, event)| {
        let Event::Arrival { lane, first } = *event;
        (key.time(), key.number(), lane, first)
    });
    let mut held = Vec::new();
    for (arrival, number, lane, first) in shipments {
        let frozen = cut.freezes.binary_search(&lane).is_ok();
        let own = |way: u32| prepared.supplier_owned[plan.buyer(way) as usize];
        let lose = |way: u32| frozen || (cut.locks_supplier_stock && own(way));
        transit.lose(first, lose, |place, line| {
            let cell = plan.buyer(line.way) as usize;
            in_transit[cell] -= line.quantity;
            withheld[plan.cells[cell].article as usize] += line.quantity;
            let load = batches.off_line(place);
            let (way, quantity, number) = (line.way, line.quantity, Some(number));
            held.push(Held { way, quantity, lane, arrival, number, frozen, load });
        });
    }
    if cut.locks_supplier_stock {
        lock_docks(prepared, state, &mut held);
    }
    held
}

/// Locks what waits at docks for pools of suppliers: no lane freezes it, it has arrived.
fn lock_docks(prepared: &Prepared, state: &mut State, held: &mut Vec<Held>) {
    let plan = &*prepared.plan;
    let State { staff, transit, in_transit, withheld, batches, .. } = state;
    super::staff::clear_docks(staff, |place| {
        let line = transit.line(place);
        let cell = plan.buyer(line.way) as usize;
        if !prepared.supplier_owned[cell] {
            return false;
        }
        transit.take(place);
        in_transit[cell] -= line.quantity;
        withheld[plan.cells[cell].article as usize] += line.quantity;
        let (load, lane) = (batches.off_line(place), plan.way(line.way).lane);
        let (way, quantity, arrival) = (line.way, line.quantity, Minute(0));
        held.push(Held { way, quantity, lane, arrival, number: None, frozen: false, load });
        true
    });
}

/// Locks the stock of supplier-owned pools but for the claimed share (in thousandths), rounded down.
fn lock(prepared: &Prepared, state: &mut State, claim: u16) {
    state.locks_supplier_stock = true;
    for (index, cell) in (0_u32..).zip(&prepared.plan.cells) {
        if prepared.supplier_owned[index as usize] {
            let stock = state.on_hand[index as usize];
            let freed = i128::from(stock) * i128::from(claim) / 1000;
            let freed = Quanta::try_from(freed).expect("a share of the stock is no larger than the stock");
            if state.batches.is_used() && stock > freed {
                batches::pick_up(prepared, state, index, stock - freed);
                batches::lock(prepared, state, Holder::Cut, index, stock - freed);
            }
            state.on_hand[index as usize] = freed;
            state.withheld[cell.article as usize] += stock - freed;
            state.locked.push((index, stock - freed));
        }
    }
}
