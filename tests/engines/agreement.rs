//! The two engines, event by event, on random plans.

use crate::event::{Event, Reading, Run, StopRun, normalise};
use crate::{features, generate, naive};
use beredd::plan::Plan;
use beredd::plan::shortage::ReactionKind;
use beredd::sim::batches::Expiry;
use beredd::sim::cause;
use beredd::sim::observer::{Gone, Observer};
use beredd::sim::prepared::Prepared;
use beredd::sim::replication::simulate_observed;
use beredd::sim::state::State;
use beredd::time::{Day, Minute};
use beredd::units::Quanta;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

const PLANS: u64 = crate::generate_minutes::FIRST + 1100;
/// On how many of the plans each feature must fire.
const FIRED_AT_LEAST: u32 = 200;
/// Features that the generator must reach; one that never fires is missing from the tally.
const FEATURES: usize = 91
    + crate::features_laws::COUNT
    + crate::features_disruptions::COUNT
    + crate::features_ways::COUNT
    + crate::features_minutes::COUNT
    + crate::features_shelf::COUNT
    + crate::features_apart::COUNT
    + crate::features_kept_back::COUNT
    + crate::features_help::COUNT
    + crate::features_staff::COUNT
    + crate::features_cuts::COUNT
    + crate::cut_rules::COUNT
    + CAUSES;
/// Kinds of causes.
const CAUSES: usize = 3;

/// Writes the main engine's run down in the language of the naive one.
#[derive(Default)]
struct Scribe {
    events: Vec<Event>,
    causes: Vec<crate::causes::Short>,
}

impl Observer for Scribe {
    fn toggled(&mut self, day: Day, process: u32, down: bool) {
        self.events.push(Event::Toggled { day: day.0, process, down });
    }
    fn struck(&mut self, day: Day, process: u32, cell: u32, lost: Quanta, locked: Quanta) {
        self.events.push(Event::Struck { day: day.0, process, cell, lost, locked });
    }
    fn given_back(&mut self, day: Day, process: u32, cell: u32, quantity: Quanta) {
        self.events.push(Event::GivenBack { day: day.0, process, cell, quantity });
    }
    fn expired(&mut self, day: Day, cell: u32, quantity: Quanta, how: Expiry) {
        self.events.push(Event::Expired { day: day.0, cell, quantity, arriving: how == Expiry::OnArrival });
    }
    fn reserve_gone(&mut self, day: Day, reserve: u32, quantity: Quanta, how: Gone) {
        self.events.push(Event::ReserveGone { day: day.0, reserve, quantity, expired: how == Gone::Expired });
    }
    fn reserve_filled(&mut self, day: Day, reserve: u32, quantity: Quanta) {
        self.events.push(Event::ReserveFilled { day: day.0, reserve, quantity });
    }
    fn reserve_opened(&mut self, day: Day, reserve: u32, quantity: Quanta) {
        self.events.push(Event::ReserveOpened { day: day.0, reserve, quantity });
    }
    fn reserve_released(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.events.push(Event::ReserveReleased { day: day.0, cell, quantity });
    }
    fn received(&mut self, day: Day, cell: u32, quantity: Quanta, _before: Quanta) {
        self.events.push(Event::Received { day: day.0, cell, quantity });
    }
    fn demanded(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.events.push(Event::Demanded { day: day.0, demand, quantity, served });
    }
    fn short(&mut self, prepared: &Prepared, state: &State, demand: u32, missing: u32, quantity: Quanta) {
        self.causes.push((state.clock.day().0, demand, quantity, cause::of(prepared, state, missing).id()));
    }
    fn substituted(&mut self, day: Day, demand: u32, by: u32, covered: Quanta, taken: Quanta) {
        self.events.push(Event::Substituted { day: day.0, demand, by, covered, taken });
    }
    fn reacted(&mut self, day: Day, demand: u32, kind: ReactionKind, quantity: Quanta) {
        self.events.push(Event::Reacted { day: day.0, demand, kind, quantity });
    }
    fn came_back(&mut self, day: Day, demand: u32, quantity: Quanta) {
        self.events.push(Event::CameBack { day: day.0, demand, quantity });
    }
    fn helped(&mut self, day: Day, demand: u32, from: u32, quantity: Quanta, arrival: Option<Day>) {
        let arrival = arrival.map(|day| day.0);
        self.events.push(Event::Helped { day: day.0, demand, from, quantity, arrival });
    }
    fn help_came(&mut self, day: Day, cell: u32, quantity: Quanta, _before: Quanta) {
        self.events.push(Event::HelpCame { day: day.0, cell, quantity });
    }
    fn order_decided(&mut self, day: Day, demands: &[u32], whole: bool) {
        self.events.push(Event::OrderDecided { day: day.0, first: demands[0], whole });
    }
    fn held_back(&mut self, day: Day, demand: u32, missing: u32, quantity: Quanta) {
        self.events.push(Event::HeldBack { day: day.0, demand, missing, quantity });
    }
    fn ordered(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.events.push(Event::Ordered { day: day.0, cell, quantity });
    }
    fn dispatched(&mut self, day: Day, cell: u32, quantity: Quanta, arrival: Day) {
        self.events.push(Event::Dispatched { day: day.0, cell, quantity, arrival_day: arrival.0 });
    }
    fn dearer(&mut self, day: Day, cell: u32, quantity: Quanta, thousandths: i64) {
        self.events.push(Event::Dearer { day: day.0, cell, quantity, thousandths });
    }
    fn minute(&mut self, now: Minute) {
        let day = u32::try_from(now.0 / 1440).expect("a minute of the run");
        self.events.push(Event::Clock { day, minute: now.0 % 1440 });
    }
    fn moved_on(&mut self, day: Day, from: u32, to: u32, quantity: Quanta) {
        self.events.push(Event::MovedOn { day: day.0, from, to, quantity });
    }
    fn taken_back(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.events.push(Event::TakenBack { day: day.0, cell, quantity });
    }
    fn handed_on(&mut self, day: Day, from: u32, to: Option<u32>, quantity: Quanta) {
        self.events.push(Event::HandedOn { day: day.0, from, to, quantity });
    }
    fn day_ended(&mut self, day: Day, state: &State) {
        self.events.push(Event::DayEnd {
            day: day.0,
            on_hand: state.on_hand.iter().sum(),
            backlog: state.backlog.iter().sum(),
            in_transit: state.in_transit.iter().sum(),
            requested: state.requested.iter().sum(),
        });
    }
}

/// A replication by the main engine.
pub fn main_engine(plan: &Plan, seed: u64, replication: u64) -> Run {
    let mut scribe = Scribe::default();
    let (outcome, _) = simulate_observed(plan, seed, replication, &mut scribe).expect("units are conserved");
    let (mut readings, mut stops) = (Vec::new(), Vec::new());
    for (number, probe) in (0..).zip(&outcome.probes) {
        for ((cut_number, cut), by_claim) in (0..).zip(&plan.cuts).zip(&probe.readings) {
            for (&claim, reading) in cut.claims.iter().zip(by_claim) {
                readings.push(Reading {
                    probe: number,
                    day: probe.day,
                    cut: cut_number,
                    claim,
                    served: reading.curve.clone(),
                    endurance: reading.days.clone(),
                    major: probe.major_event,
                    failing: failing(reading),
                    slices: reading.slices.iter().map(|slice| (slice.served.clone(), slice.days.clone())).collect(),
                });
            }
        }
        let ended = (0..).zip(&probe.stops).filter_map(|(cut, stop)| Some((cut, stop.as_ref()?)));
        stops.extend(ended.map(|(cut, stop)| StopRun {
            probe: number,
            cut,
            served: stop.served.clone(),
            cover: stop.cover.clone(),
            breach: stop.breach,
            recovered: stop.recovered,
        }));
    }
    Run { events: scribe.events, readings, stops, causes: scribe.causes, notes: BTreeSet::new() }
}

/// First days short and static days; every group that is short has a reason unless customers come at minutes.
fn failing(reading: &beredd::sim::endurance::Reading) -> Vec<(u32, i64)> {
    let Some(found) = &reading.failing else { return Vec::new() };
    let millionths = found.static_days.iter().map(|days| (days * 1e6).round() as i64);
    found.first_short.iter().copied().zip(millionths).collect()
}

/// The first thing on which two runs differ, told for a reader.
pub fn disagreement(one: &Run, other: &Run) -> Option<String> {
    let events = one.events.iter().zip(&other.events).position(|(one, other)| one != other);
    if let Some(place) = events {
        return Some(format!("event {place}: main {:?}, naive {:?}", one.events[place], other.events[place]));
    }
    if one.events.len() != other.events.len() {
        return Some(format!("{} events against {}", one.events.len(), other.events.len()));
    }
    if let Some((one, other)) = one.causes.iter().zip(&other.causes).find(|(one, other)| one != other) {
        return Some(format!("cause: main {one:?}, naive {other:?}"));
    }
    if one.causes.len() != other.causes.len() {
        return Some(format!("{} causes against {}", one.causes.len(), other.causes.len()));
    }
    let readings = one.readings.iter().zip(&other.readings).find(|(one, other)| one != other);
    if let Some((one, other)) = readings {
        return Some(format!("main {one:?},\n   naive {other:?}"));
    }
    if one.stops.len() != other.stops.len() {
        return Some(format!("{} stops that end against {}", one.stops.len(), other.stops.len()));
    }
    if let Some((one, other)) = one.stops.iter().zip(&other.stops).find(|(one, other)| !same_stop(one, other)) {
        return Some(format!("main {one:?},\n   naive {other:?}"));
    }
    (one.readings.len() != other.readings.len()).then(|| "the numbers of readings differ".to_owned())
}

/// All alike; cover, a quotient of sums, to a rounding error.
fn same_stop(one: &StopRun, other: &StopRun) -> bool {
    let near = one.cover.len() == other.cover.len()
        && one.cover.iter().zip(&other.cover).all(|(one, other)| (one - other).abs() < 1e-9);
    near && *one == StopRun { cover: one.cover.clone(), ..other.clone() }
}

/// What the comparison of the plans has found.
#[derive(Default)]
struct Tally {
    /// On how many plans each feature fired.
    fired: BTreeMap<&'static str, u32>,
    events: usize,
    readings: usize,
    stops: usize,
    disagreements: Vec<String>,
}

/// Runs a plan with both engines and notes what was found.
fn compare(number: u64, tally: &Mutex<Tally>) {
    let plan = generate::plan(number);
    let (seed, replication) = (number % 7, number);
    let (mut main, mut naive) = (main_engine(&plan, seed, replication), naive::simulate(&plan, seed, replication));
    let mut features = features::features(&plan, &naive);
    let before = tally.lock().expect("no thread failed").fired.clone();
    crate::rationing::note(&plan, (seed, replication), &naive, &mut features);
    crate::features_kept_back::note(&plan, (seed, replication), &naive, &before, &mut features);
    for &(_, _, _, cause) in &naive.causes {
        let name = match cause {
            "supplier_out" => "cause: supplier out",
            "not_stocked" => "cause: not stocked",
            _ => "cause: avoidable",
        };
        features.insert(name, true);
    }
    normalise(&mut main.events);
    normalise(&mut naive.events);
    let difference = disagreement(&main, &naive);
    let mut tally = tally.lock().expect("no thread failed");
    for (feature, here) in features {
        *tally.fired.entry(feature).or_default() += u32::from(here);
    }
    tally.events += naive.events.len();
    tally.readings += naive.readings.len();
    tally.stops += naive.stops.len();
    tally.disagreements.extend(difference.map(|difference| format!("plan {number}: {difference}")));
}

#[test]
fn the_engines_agree_event_by_event() {
    let (next, tally) = (AtomicU64::new(0), Mutex::default());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= PLANS {
                        break;
                    }
                    compare(number, &tally);
                }
            });
        }
    });
    let Tally { fired, events, readings, stops, mut disagreements } = tally.into_inner().expect("no thread failed");
    disagreements.sort_unstable();
    println!("{PLANS} plans, {events} events, {readings} readings, {stops} stops that end");
    for (feature, plans) in &fired {
        println!("{plans:5} plans with: {feature}");
    }
    let shown = disagreements.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(disagreements.is_empty(), "{} plans disagree:\n{shown}", disagreements.len());
    assert_eq!(fired.len(), FEATURES, "features that fired at all");
    let rare: Vec<_> = fired.iter().filter(|(_, plans)| **plans < FIRED_AT_LEAST).collect();
    assert!(rare.is_empty(), "features that fired on fewer than {FIRED_AT_LEAST} plans: {rare:?}");
}
