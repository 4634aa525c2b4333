//! What the disruptions of a replication do and when: they depend on nothing in the state, so all of it is worked out
//! before the first day, for the run and for the copies of its probes.
//!
//! Alternating renewal starts from the stationary law, with a length-biased residual of what is under way (Cox 1962,
//! *Renewal Theory*, ch. 7), at the anchor of the calendar, which the length of the warm-up does not move. So the warm-up
//! does not change the failures of the measured days.

use super::lead_time::whole_minutes;
use crate::plan::Plan;
use crate::plan::disruption::{Effects, Process, Source};
use crate::random::key::StreamKey;
use crate::random::laws::DurationLaw;
use crate::time::{Day, MINUTES_PER_DAY, Minute};

/// A time during which a process is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spell {
    begin: Minute,
    end: Minute,
    /// Occurrence of its draws; absent where it began before the anchor.
    occurrence: Option<u64>,
}

/// What changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The process begins.
    Begin,
    /// A step of one of its ramps; so many minutes have gone since it began.
    Step(i64),
    /// The process ends.
    End,
}

/// A change in a process, in the *state* phase of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The day that starts at or after the instant of the change.
    pub day: Day,
    /// Index into the plan's disruptions.
    pub process: u32,
    /// What changes.
    pub kind: Kind,
}

/// How a process stands before day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Index into the plan's disruptions.
    pub process: u32,
    /// Minutes since it began, at its latest step.
    pub elapsed: i64,
    /// The day that starts at or after its begin, counted from the start of the run.
    pub day: i64,
}

/// All changes of a replication.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Processes that are down when the run starts, ascending.
    pub opening: Vec<Opening>,
    /// What changes later, by day and process, and in order of time for each process.
    pub changes: Vec<Change>,
}

impl Timeline {
    /// The changes of a plan up to the last day that a run or a copy can see.
    pub fn new(plan: &Plan, keys: &[StreamKey]) -> Timeline {
        let days = plan.calendar.total_days() + plan.endurance.longest_copy_days(&plan.cuts);
        let horizon = Day(days).start();
        let mut spells: Vec<Option<Vec<Spell>>> = vec![None; plan.disruptions.len()];
        let run = Horizon { plan, keys, horizon, followed: followed(plan) };
        for process in 0..spells.len() {
            run.follow(process, &mut spells);
        }
        let mut timeline = Timeline::default();
        for (index, (process, spells)) in (0..).zip(plan.disruptions.iter().zip(spells)) {
            for spell in spells.unwrap_or_default() {
                timeline.add(index, process, spell, horizon);
            }
        }
        timeline.in_order()
    }

    /// The changes of what begins with a cut on the first day of its copy, and of what follows it. Such a process lasts as long as
    /// its own draw says, whether or not the cut ends before.
    pub fn of_cut(plan: &Plan, keys: &[StreamKey], with: &[u32], (probe, first): (u64, Day)) -> Vec<Change> {
        let follows = |process: &Process| matches!(process.source, Source::After { .. });
        let mut spells: Vec<Option<Vec<Spell>>> =
            plan.disruptions.iter().map(|process| (!follows(process)).then(Vec::new)).collect();
        let begin = first.start();
        for &process in with {
            let duration =
                plan.disruptions[process as usize].down.sample(&mut keys[process as usize].occurrence(probe));
            let end = Minute(begin.0 + at_least_a_minute(duration));
            spells[process as usize] = Some(vec![Spell { begin, end, occurrence: Some(probe) }]);
        }
        let never = Minute(i64::MAX);
        let mut timeline = Timeline::default();
        let copy = Horizon { plan, keys, horizon: never, followed: followed(plan) };
        for index in 0..spells.len() {
            copy.follow(index, &mut spells);
            let number = u32::try_from(index).expect("processes are counted by a u32");
            for &spell in spells[index].iter().flatten() {
                timeline.add(number, &plan.disruptions[index], spell, never);
            }
        }
        timeline.in_order().changes
    }

    fn in_order(mut self) -> Timeline {
        self.changes.sort_by_key(|change| (change.day, change.process));
        self
    }

    fn add(&mut self, index: u32, process: &Process, spell: Spell, horizon: Minute) {
        // What a renewal does up to the first minute is over before the run, and what others do before it.
        let seen_from = if matches!(process.source, Source::Renewal { .. }) { 1 } else { 0 };
        let mut note = |at: Minute, kind: Kind| {
            if at.0 >= seen_from && at <= horizon {
                self.changes.push(Change { day: at.next_day_start(), process: index, kind });
            }
        };
        note(spell.begin, Kind::Begin);
        let mut elapsed = 0;
        for after in steps(&process.effects) {
            let at = Minute(spell.begin.0 + after);
            if after > 0 && at < spell.end {
                note(at, Kind::Step(after));
            }
            if at.0 < seen_from {
                elapsed = after;
            }
        }
        note(spell.end, Kind::End);
        if spell.begin.0 < seen_from && spell.end.0 >= seen_from {
            let day = -(-spell.begin.0).div_euclid(MINUTES_PER_DAY);
            self.opening.push(Opening { process: index, elapsed, day });
        }
    }
}

/// The minutes after the begin at which some ramp steps, ascending.
fn steps(effects: &Effects) -> Vec<i64> {
    let ramps =
        [&effects.capacity, &effects.lead_factor, &effects.demand_factor, &effects.price_factor, &effects.staff_factor];
    let mut steps: Vec<i64> = ramps.into_iter().flat_map(|ramp| ramp.0.iter().map(|step| step.after)).collect();
    steps.sort_unstable();
    steps.dedup();
    steps
}

/// Per process: whether another one follows it.
fn followed(plan: &Plan) -> Vec<bool> {
    let mut followed = vec![false; plan.disruptions.len()];
    for process in &plan.disruptions {
        if let Source::After { process: other, .. } = process.source {
            followed[other as usize] = true;
        }
    }
    followed
}

/// What spells are worked out from, and how far ahead.
struct Horizon<'p> {
    plan: &'p Plan,
    keys: &'p [StreamKey],
    horizon: Minute,
    followed: Vec<bool>,
}

impl Horizon<'_> {
    /// Works the spells of a process out, and first those of the process that it follows.
    fn follow(&self, index: usize, spells: &mut [Option<Vec<Spell>>]) {
        if spells[index].is_some() {
            return;
        }
        let (process, key) = (&self.plan.disruptions[index], self.keys[index]);
        let found = match &process.source {
            Source::Renewal { up } => self.renewal(index, up),
            Source::Once { day, probability } => {
                let mut block = key.occurrence(day.cast_unsigned());
                let happens = block.unit() < *probability;
                let first = self.plan.calendar.number(Day(0));
                let begin = Minute((day - first) * MINUTES_PER_DAY);
                let end = Minute(begin.0 + at_least_a_minute(process.down.sample(&mut block)));
                if happens { vec![Spell { begin, end, occurrence: Some(day.cast_unsigned()) }] } else { Vec::new() }
            }
            Source::WithCut => Vec::new(),
            Source::After { process: other, delay, probability } => {
                self.follow(*other as usize, spells);
                let of_other = spells[*other as usize].as_deref().unwrap_or_default();
                after(of_other, delay, *probability, &process.down, key)
            }
        };
        spells[index] = Some(found);
    }

    /// Up and down in turn, from the stationary law at the anchor.
    fn renewal(&self, index: usize, up: &DurationLaw) -> Vec<Spell> {
        let Horizon { plan, keys, horizon, followed } = self;
        let (down, key, calendar) = (&plan.disruptions[index].down, keys[index], &plan.calendar);
        let mut now = Minute((calendar.anchor() - calendar.number(Day(0))) * MINUTES_PER_DAY);
        let mut block = key.occurrence(0);
        let (mean_up, mean_down) = (up.mean(), down.mean());
        let mut spells = Vec::new();
        if block.unit() < mean_down / (mean_up + mean_down) {
            let end = Minute(now.0 + at_least_a_minute(down.sample_residual(&mut block)));
            spells.push(Spell { begin: now, end, occurrence: None });
        } else {
            let begin = Minute(now.0 + at_least_a_minute(up.sample_residual(&mut block)));
            let end = Minute(begin.0 + at_least_a_minute(down.sample(&mut block)));
            spells.push(Spell { begin, end, occurrence: Some(0) });
        }
        for cycle in 1.. {
            now = spells.last().map_or(now, |spell| spell.end);
            if now > *horizon {
                break;
            }
            // What is over before the run matters to nobody but the processes that follow it.
            if now.0 < 0 && !followed[index] {
                spells.clear();
            }
            let mut block = key.occurrence(cycle);
            let begin = Minute(now.0 + at_least_a_minute(up.sample(&mut block)));
            let end = Minute(begin.0 + at_least_a_minute(down.sample(&mut block)));
            spells.push(Spell { begin, end, occurrence: Some(cycle) });
        }
        spells
    }
}

/// One spell for each begin of another process that comes while none is waited for or lasts.
fn after(of_other: &[Spell], delay: &DurationLaw, probability: f64, down: &DurationLaw, key: StreamKey) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    for other in of_other {
        let busy = spells.last().is_some_and(|last| other.begin < last.end);
        let Some(occurrence) = other.occurrence.filter(|_| !busy) else { continue };
        let mut block = key.occurrence(occurrence);
        if block.unit() < probability {
            let begin = Minute(other.begin.0 + whole_minutes(delay.sample(&mut block)));
            let end = Minute(begin.0 + at_least_a_minute(down.sample(&mut block)));
            spells.push(Spell { begin, end, occurrence: Some(occurrence) });
        }
    }
    spells
}

fn at_least_a_minute(days: f64) -> i64 {
    whole_minutes(days).max(1)
}
