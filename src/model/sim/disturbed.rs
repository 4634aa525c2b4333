//! Where the disruptions of a replication stand, and what those that are under way do to requests, lead times and needs.

use super::lead_time::whole_minutes;
use super::need_laws::need_scaled;
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::{Keys, State};
use super::timeline::Change;
use crate::plan::Plan;
use crate::plan::disruption::{Effects, Process, Target};
use crate::plan::lane::LeadTimes;
use crate::time::{Day, Minute};
use crate::units::Quanta;

/// A process under way that does more than stop things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Active {
    process: u32,
    /// Minutes from its begin to its latest step.
    elapsed: i64,
}

/// Where the disruptions stand.
#[derive(Clone, Debug, Default)]
pub struct Disturbed {
    /// The next change of the timeline.
    pub next: usize,
    /// In a copy: what changes by what begins with the cut, the latest first; empty otherwise.
    pub with_cut: Vec<Change>,
    /// Per process: whether it is under way.
    pub down: Vec<bool>,
    /// Processes under way that have effects, ascending.
    active: Vec<Active>,
    /// Stock that processes lock: (process, cell, quantity).
    pub locked: Vec<(u32, u32, Quanta)>,
    /// Lost to disruptions since the start, per article.
    pub lost: Vec<Quanta>,
    /// Per lane: the latest arrival that a departure on a day with disturbed lead times would have had; empty if none can be.
    late: Vec<Minute>,
    /// Per way: what has left by it since the latest begin of a process that limits it; empty if none does.
    left: Vec<Quanta>,
    /// Per process: the number of the day from which the region knows of its latest begin, counted from the start of the run;
    /// empty if everything is known at once.
    known_from: Vec<i64>,
}

impl Disturbed {
    /// Nothing is under way.
    pub fn new(prepared: &Prepared) -> Disturbed {
        let plan = &*prepared.plan;
        let delays = plan.disruptions.iter().any(|process| !process.effects.lanes.is_empty());
        let limits = plan.disruptions.iter().any(|process| !process.effects.limited.is_empty());
        Disturbed {
            down: vec![false; plan.disruptions.len()],
            lost: vec![0; plan.articles.len()],
            late: if delays { vec![Minute(0); plan.lanes.len()] } else { Vec::new() },
            left: if limits { vec![0; plan.ways()] } else { Vec::new() },
            known_from: if plan.disruptions.iter().any(|process| process.information_delay > 0) {
                vec![0; plan.disruptions.len()]
            } else {
                Vec::new()
            },
            ..Disturbed::default()
        }
    }

    /// The next change that is due by a day: of the timeline, or of what began with the cut of a copy, the lower process first.
    pub fn next_change(&mut self, timeline: &[Change], today: Day) -> Option<Change> {
        let due = |change: &&Change| change.day <= today;
        // On most days nothing changes.
        if timeline.get(self.next).filter(due).is_none() && self.with_cut.last().filter(due).is_none() {
            return None;
        }
        let (ordinary, extra) =
            (timeline.get(self.next).filter(due).copied(), self.with_cut.last().filter(due).copied());
        let place = |change: Change| (change.day, change.process);
        if extra.is_some_and(|extra| ordinary.is_none_or(|ordinary| place(extra) < place(ordinary))) {
            return self.with_cut.pop();
        }
        self.next += usize::from(ordinary.is_some());
        ordinary
    }

    /// A phase of the run begins: what has left is counted anew.
    pub fn begin_phase(&mut self, plan: &Plan) {
        if self.late.is_empty() && plan.disruptions.iter().any(|process| !process.effects.lanes.is_empty()) {
            self.late = vec![Minute(0); plan.lanes.len()];
        }
        if self.left.is_empty() && plan.disruptions.iter().any(|process| !process.effects.limited.is_empty()) {
            self.left = vec![0; plan.cells.len()];
        }
        self.left.fill(0);
    }

    /// Becomes a copy, reusing its own memory.
    pub fn copy_from(&mut self, other: &Disturbed) {
        self.next = other.next;
        self.with_cut.clone_from(&other.with_cut);
        self.down.clone_from(&other.down);
        self.active.clone_from(&other.active);
        self.locked.clone_from(&other.locked);
        self.lost.clone_from(&other.lost);
        self.late.clone_from(&other.late);
        self.left.clone_from(&other.left);
        self.known_from.clone_from(&other.known_from);
    }

    /// Keeps only some cells and ways; a cell's new place is `u32::MAX` if it has none.
    pub fn narrow(&mut self, places: &[u32], ways: &[u32]) {
        if !self.left.is_empty() {
            self.left = ways.iter().map(|&way| self.left[way as usize]).collect();
        }
        self.locked.iter_mut().for_each(|(_, cell, _)| *cell = places[*cell as usize]);
        self.locked.retain(|&(_, cell, _)| cell != u32::MAX);
    }

    /// A process begins on a day, or began then, so many minutes before its latest step.
    pub fn begin(&mut self, index: u32, process: &Process, (day, elapsed): (i64, i64)) {
        self.down[index as usize] = true;
        if let Some(known_from) = self.known_from.get_mut(index as usize) {
            *known_from = day + i64::from(process.information_delay);
        }
        if !process.effects.is_none() {
            let place = self.active.partition_point(|active| active.process < index);
            self.active.insert(place, Active { process: index, elapsed });
        }
    }

    /// Whether a process is under way and the region knows it.
    pub fn is_known(&self, process: u32, today: Day) -> bool {
        let known_from = self.known_from.get(process as usize).copied().unwrap_or(i64::MIN);
        self.down[process as usize] && known_from <= i64::from(today.0)
    }

    /// How many of the reasons why something is stopped the region does not know yet.
    pub fn unknown_stops(&self, plan: &Plan, target: Target, today: Day) -> u16 {
        if self.known_from.is_empty() {
            return 0;
        }
        let unknown = |&(process, _): &(u32, &Process)| self.down[process as usize] && !self.is_known(process, today);
        let stops = (0..).zip(&plan.disruptions).filter(unknown).flat_map(|(_, process)| &process.targets);
        u16::try_from(stops.filter(|&&stopped| stopped == target).count()).expect("counted like the stops")
    }

    /// A ramp of a process under way steps.
    pub fn step(&mut self, index: u32, elapsed: i64) {
        self.active.iter_mut().filter(|active| active.process == index).for_each(|active| active.elapsed = elapsed);
    }

    /// A process ends.
    pub fn end(&mut self, index: u32) {
        self.down[index as usize] = false;
        self.active.retain(|active| active.process != index);
    }

    /// Effects under way, in the order of the processes, with the minutes from begin to latest step.
    fn effects<'p>(&self, prepared: &'p Prepared) -> impl Iterator<Item = (&'p Effects, i64)> {
        let disruptions = &prepared.plan.disruptions;
        self.active.iter().map(|active| (&disruptions[active.process as usize].effects, active.elapsed))
    }
}

/// How much of a request can leave now: all of it, or under a limited capacity so much that of all that was asked for since
/// the limit took hold at most the share has left, rounded down.
#[inline]
pub fn let_through(prepared: &Prepared, state: &State, way: u32, requested: Quanta) -> Quanta {
    if is_calm(state) { requested } else { let_through_a_limit(prepared, state, way, requested) }
}

fn let_through_a_limit(prepared: &Prepared, state: &State, way: u32, requested: Quanta) -> Quanta {
    let share = capacity(prepared, state, way);
    if share >= 1.0 {
        return requested;
    }
    let left = state.disturbed.left[way as usize];
    // The measures of shares keep this between 0 and a million.
    let millionths = libm::round(share * 1e6) as i128;
    let most = i128::from(requested + left) * millionths / 1_000_000;
    let most = Quanta::try_from(most).expect("a share of what is asked for is no more than that");
    (most - left).clamp(0, requested)
}

/// Whether no process with effects is under way.
#[inline]
pub fn is_calm(state: &State) -> bool {
    state.disturbed.active.is_empty()
}

/// The factor that disruptions put on the needs of a demand entry now.
pub fn demand_factor(prepared: &Prepared, state: &State, demand: u32) -> f64 {
    let concerned = state.disturbed.effects(prepared).filter(|(effects, _)| effects.demands.contains(&demand));
    concerned.fold(1.0, |factor, (effects, elapsed)| factor * effects.demand_factor.at(elapsed))
}

/// Whether a limited capacity concerns a way now.
pub fn is_limited(prepared: &Prepared, state: &State, way: u32) -> bool {
    !state.disturbed.active.is_empty() && capacity(prepared, state, way) < 1.0
}

/// The factor that disruptions put on the work of a site's staff now.
pub fn staff_factor(prepared: &Prepared, state: &State, site: u32) -> f64 {
    let concerned =
        state.disturbed.effects(prepared).filter(|(effects, _)| effects.staffed.binary_search(&site).is_ok());
    concerned.fold(1.0, |factor, (effects, elapsed)| factor * effects.staff_factor.at(elapsed))
}

/// Most that prices can multiply by.
const DEAREST: f64 = 1e6;

/// Tells what is paid beyond the price for goods that leave a supplier now.
#[inline]
pub fn note_price<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &State,
    way: u32,
    quantity: Quanta,
    observer: &mut O,
) {
    if !is_calm(state) {
        note_disturbed_price(prepared, state, way, quantity, observer);
    }
}

fn note_disturbed_price<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &State,
    way: u32,
    quantity: Quanta,
    observer: &mut O,
) {
    let plan = &*prepared.plan;
    let Some(offer) = plan.way(way).offer else { return };
    let supplier = Target::Site(plan.offers[offer as usize].supplier);
    let dearer = |effects: &Effects| {
        let hit = |target: &Target| effects.dearer.binary_search(target).is_ok();
        hit(&Target::Offer(offer)) || hit(&supplier)
    };
    let concerned = state.disturbed.effects(prepared).filter(|(effects, _)| dearer(effects));
    let factor = concerned.fold(1.0, |factor, (effects, elapsed)| factor * effects.price_factor.at(elapsed));
    let thousandths = libm::round((factor.min(DEAREST) - 1.0) * 1000.0) as i64;
    if thousandths > 0 {
        observer.dearer(state.clock.day(), way, quantity, thousandths);
    }
}

/// Counts what leaves by a way.
#[inline]
pub fn note_leaving(state: &mut State, way: u32, quantity: Quanta) {
    if let Some(left) = state.disturbed.left.get_mut(way as usize) {
        *left += quantity;
    }
}

/// A process that limits ways begins: what has left by them is counted from now on.
pub fn limit_from_now(prepared: &Prepared, state: &mut State, process: &Process) {
    if process.effects.limited.is_empty() {
        return;
    }
    for way in 0..u32::try_from(state.disturbed.left.len()).expect("ways are counted by a u32") {
        if concerns(prepared, &process.effects, way) {
            state.disturbed.left[way as usize] = 0;
        }
    }
}

/// Whether effects limit what leaves by a way: by its offer, its lane or its lane's origin.
fn concerns(prepared: &Prepared, effects: &Effects, way: u32) -> bool {
    let plan = &*prepared.plan;
    let buyer = plan.way(way);
    let things = [
        buyer.offer.map(Target::Offer),
        Some(Target::Site(plan.lanes[buyer.lane as usize].from)),
        Some(Target::Lane(buyer.lane)),
    ];
    things.iter().flatten().any(|thing| effects.limited.binary_search(thing).is_ok())
}

/// The product of the capacities that concern a way's requests. A process that limits a site and its lane limits once.
fn capacity(prepared: &Prepared, state: &State, way: u32) -> f64 {
    let concerned = state.disturbed.effects(prepared).filter(|(effects, _)| concerns(prepared, effects, way));
    concerned.fold(1.0, |share, (effects, elapsed)| share * effects.capacity.at(elapsed))
}

/// The minutes of a lead time of so many days on a lane, as the disruptions under way have it.
pub fn lead_minutes(prepared: &Prepared, state: &State, lane: u32, days: f64) -> i64 {
    let (mut factor, mut added) = (1.0, 0.0);
    for (effects, elapsed) in state.disturbed.effects(prepared) {
        if effects.lanes.binary_search(&lane).is_ok() {
            factor *= effects.lead_factor.at(elapsed);
            added += effects.lead_added;
        }
    }
    whole_minutes(days * factor + added)
}

/// The minutes of today's lead time on a lane with correlated lead times.
#[inline]
pub fn minutes_of_today(prepared: &Prepared, state: &State, lane: u32) -> i64 {
    let description = &prepared.plan.lanes[lane as usize];
    match description.lead_times {
        LeadTimes::Correlated { score } if !state.disturbed.active.is_empty() => {
            lead_minutes(prepared, state, lane, description.law.at_score(state.scores[score as usize]))
        }
        _ => state.lead_minutes[lane as usize],
    }
}

/// The arrival that no departure from now on may come before because of an earlier day with disturbed lead times.
#[inline]
pub fn not_before(state: &State, lane: u32) -> Minute {
    state.disturbed.late.get(lane as usize).copied().unwrap_or(Minute(0))
}

/// Notes, when dispatch begins, when a departure of today would arrive on each lane whose lead times are disturbed.
pub fn note_lead_times(prepared: &Prepared, state: &mut State) {
    if state.disturbed.active.is_empty() || state.disturbed.late.is_empty() {
        return;
    }
    let today = state.clock.day().start();
    let lanes: Vec<u32> =
        state.disturbed.effects(prepared).flat_map(|(effects, _)| effects.lanes.iter().copied()).collect();
    for lane in lanes {
        let arrival = Minute(today.0 + minutes_of_today(prepared, state, lane));
        let late = &mut state.disturbed.late[lane as usize];
        *late = arrival.max(*late);
    }
}

/// The needs of a day with those that disruptions raise or lower drawn again; nothing if there are none.
pub fn changed_needs(
    prepared: &Prepared,
    keys: &Keys,
    state: &State,
    day: Day,
    needs: &[Quanta],
) -> Option<Vec<Quanta>> {
    if state.disturbed.active.is_empty() {
        return None;
    }
    let mut factors: Vec<f64> = Vec::new();
    for (effects, elapsed) in state.disturbed.effects(prepared).filter(|(effects, _)| !effects.demands.is_empty()) {
        factors.resize(needs.len(), 1.0);
        let factor = effects.demand_factor.at(elapsed);
        effects.demands.iter().for_each(|&demand| factors[demand as usize] *= factor);
    }
    if factors.is_empty() {
        return None;
    }
    let number = prepared.plan.calendar.number(day);
    let again = (0..).zip(needs.iter().zip(&factors)).map(|(demand, (&need, &factor))| {
        if factor == 1.0 {
            return need;
        }
        let key = keys.demand[demand as usize];
        need_scaled(&prepared.plan, demand, key, number, factor)
    });
    Some(again.collect())
}
