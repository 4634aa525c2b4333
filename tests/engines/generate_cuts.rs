//! Cuts with a length of their own, and disruptions that begin with a cut, for generated plans. The draws are the generator's own.

use crate::generate::index;
use crate::generate_disruptions::{duration, effects};
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::disruption::{Effects, Process, Ramp, Source, Step, Target};
use beredd::plan::endurance::StopPlan;
use beredd::plan::slice::{Slice, SliceKind};
use beredd::random::key::StreamName;
use beredd::random::laws::DurationLaw;

/// Gives half of the plans something of both.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x6375_7473_0001);
    slices(plan, random);
    if plan.endurance.probes == 0 || random.chance(0.4) {
        return;
    }
    for cut in &mut plan.cuts {
        let length_days = if random.chance(0.3) { 0 } else { index(random.one_of(1, 12)) };
        let follow_days = length_days + index(random.one_of(1, 20));
        cut.stop = random.chance(0.5).then_some(StopPlan { length_days, follow_days });
    }
    let first = index(plan.disruptions.len());
    for more in 0..random.one_of(1, 4) {
        let process = begins_with_a_cut(plan, more, random);
        plan.disruptions.push(process);
    }
    if random.chance(0.5) {
        let follower = follows(plan, first, random);
        plan.disruptions.push(follower);
    }
    let processes: Vec<u32> = (first..index(plan.disruptions.len()))
        .filter(|&process| plan.disruptions[process as usize].source == Source::WithCut)
        .collect();
    for cut in &mut plan.cuts {
        cut.with = processes.iter().copied().filter(|_| random.chance(0.7)).collect();
    }
}

/// Parts of need, one group or more in each, in three plans of four; levels within the cap.
fn slices(plan: &mut Plan, random: &mut SplitMix) {
    let endurance = &mut plan.endurance;
    endurance.levels = vec![1, 3, 7];
    let groups = index(endurance.groups.len());
    if groups == 0 || random.chance(0.25) {
        return;
    }
    for number in 0..random.one_of(1, 5) {
        let mut chosen: Vec<u32> = (0..groups).filter(|_| random.chance(0.5)).collect();
        if chosen.is_empty() {
            chosen = vec![index(random.below(groups as usize))];
        }
        let id = format!("slice {number}");
        let (kind, name_sv, name_en) = (SliceKind::ALL[number % 4], id.clone(), id.clone());
        endurance.slices.push(Slice { kind, id, name_sv, name_en, groups: chosen });
    }
}

fn begins_with_a_cut(plan: &Plan, more: usize, random: &mut SplitMix) -> Process {
    let mut effects = if random.chance(0.25) { Effects::default() } else { effects(plan, random) };
    if !plan.staff.is_empty() && random.chance(0.6) {
        let factor = *random.pick(&[0.0, 0.3, 0.6]);
        effects.staff_factor = Ramp(vec![Step { after: 0, factor }]);
        effects.staffed = plan.staff.iter().map(|rule| rule.site).collect();
    }
    let stops = effects.is_none() || random.chance(0.2);
    Process {
        name: format!("with a cut {more}"),
        major: random.chance(0.3),
        source: Source::WithCut,
        down: duration(random),
        stream: StreamName::new(&["with a cut", &more.to_string()]),
        targets: if stops { vec![Target::Site(index(random.below(plan.sites.len())))] } else { Vec::new() },
        effects,
        information_delay: if random.chance(0.2) { index(random.one_of(1, 4)) } else { 0 },
    }
}

/// What comes some time after the first of those that begin with a cut.
fn follows(plan: &Plan, process: u32, random: &mut SplitMix) -> Process {
    let delay = if random.chance(0.3) { DurationLaw::Fixed { days: 0.0 } } else { duration(random) };
    Process {
        source: Source::After { process, delay, probability: *random.pick(&[0.7, 1.0]) },
        name: "with a cut, later".to_owned(),
        stream: StreamName::new(&["with a cut, later"]),
        information_delay: 0,
        ..begins_with_a_cut(plan, 99, random)
    }
}
