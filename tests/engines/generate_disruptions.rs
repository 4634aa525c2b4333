//! Disruptions beyond stops for generated plans: sources, effects, chains. The draws are the generator's own, so that the
//! rest of a plan does not depend on them.

use crate::generate::index;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::disruption::{Effects, Process, Ramp, Source, Step, Target};
use beredd::random::key::StreamName;
use beredd::random::laws::DurationLaw;
use beredd::units::PerMillion;

/// Gives two plans in three some more processes.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x6469_7372_7570_7473);
    if random.chance(0.33) {
        return;
    }
    for more in 0..random.one_of(2, 7) {
        let process = process(plan, more, random);
        plan.disruptions.push(process);
    }
}

fn process(plan: &Plan, number: usize, random: &mut SplitMix) -> Process {
    let stops = random.chance(0.25);
    let targets = if stops { vec![target(plan, random)] } else { Vec::new() };
    let effects = if stops && random.chance(0.5) { Effects::default() } else { effects(plan, random) };
    Process {
        name: format!("more {number}"),
        major: random.chance(0.3),
        source: source(plan, random),
        down: duration(random),
        stream: StreamName::new(&["more", &number.to_string()]),
        targets,
        effects,
        information_delay: 0,
    }
}

fn target(plan: &Plan, random: &mut SplitMix) -> Target {
    match random.below(3) {
        0 => Target::Offer(index(random.below(plan.offers.len()))),
        1 => Target::Site(index(random.below(plan.sites.len()))),
        _ => Target::Lane(index(random.below(plan.lanes.len()))),
    }
}

pub fn duration(random: &mut SplitMix) -> DurationLaw {
    match random.below(5) {
        0 => DurationLaw::Fixed { days: *random.pick(&[0.25, 2.0, 9.0]) },
        1 => DurationLaw::Exponential { mean: random.between(1.0, 12.0) },
        2 => DurationLaw::Geometric { mean: random.between(1.0, 8.0) },
        3 => DurationLaw::Gamma { shape: random.between(0.5, 4.0), scale: random.between(0.5, 4.0) },
        _ => DurationLaw::Discrete { days: vec![0.5, 3.0, 12.0], cumulative: vec![0.3, 0.8, 1.0] },
    }
}

fn source(plan: &Plan, random: &mut SplitMix) -> Source {
    match random.below(4) {
        0 => Source::Renewal { up: duration(random) },
        1 | 2 if !plan.disruptions.is_empty() => Source::After {
            process: index(random.below(plan.disruptions.len())),
            delay: if random.chance(0.3) { DurationLaw::Fixed { days: 0.0 } } else { duration(random) },
            probability: *random.pick(&[0.6, 0.8, 1.0]),
        },
        _ => Source::Once {
            day: index(random.below(plan.calendar.measured_days as usize)).into(),
            probability: *random.pick(&[0.6, 0.8, 1.0]),
        },
    }
}

pub fn effects(plan: &Plan, random: &mut SplitMix) -> Effects {
    let mut effects = Effects::default();
    let kind = random.below(7);
    let several = random.chance(0.3);
    if kind == 0 || kind > 4 || several {
        effects.capacity = ramp(&[0.0, 0.2, 0.5, 0.66], random);
        effects.limited = (0..random.one_of(2, 5)).map(|_| target(plan, random)).collect();
        effects.limited.sort_unstable();
        effects.limited.dedup();
    }
    if kind == 1 || kind == 2 {
        effects.lead_factor = if random.chance(0.7) { ramp(&[1.0, 1.5, 3.0], random) } else { Ramp::default() };
        effects.lead_added = *random.pick(&[0.0, 0.5, 2.0]);
        effects.lanes = some(plan.lanes.len(), random);
    }
    if kind == 3 || several {
        effects.demand_factor = ramp(&[0.0, 0.5, 2.0, 3.5], random);
        effects.demands = some(plan.demands.len(), random);
    }
    if kind == 4 || several {
        effects.lost = PerMillion(*random.pick(&[0, 300_000, 1_000_000]));
        effects.locked = PerMillion(*random.pick(&[0, 500_000, 1_000_000]));
        effects.cells = some(plan.cells.len(), random);
    }
    effects
}

fn some(count: usize, random: &mut SplitMix) -> Vec<u32> {
    (0..index(count)).filter(|_| random.chance(0.6)).collect()
}

fn ramp(factors: &[f64], random: &mut SplitMix) -> Ramp {
    let mut after = if random.chance(0.8) { 0 } else { 700 };
    let steps = (0..random.one_of(1, 3)).map(|_| {
        let step = Step { after, factor: *random.pick(factors) };
        after += *random.pick(&[600, 1440, 4320]);
        step
    });
    Ramp(steps.collect())
}
