//! Need groups and reactions for generated plans. The draws are the generator's own, so that the rest of a plan does not
//! depend on them.

use crate::generate::index;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::shortage::{DemandReaction, KINDS, Reaction, ReactionKind, WHOLE};
use beredd::random::key::StreamName;
use beredd::units::Quanta;

/// Gives three plans in four something of shortage.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x7368_6f72_7461_6765);
    if random.chance(0.25) {
        return;
    }
    if random.chance(0.8) {
        groups(plan, random);
    }
    if random.chance(0.6) {
        reactions(plan, random);
    }
}

/// Neighbouring demand entries of a site, two to four together.
fn groups(plan: &mut Plan, random: &mut SplitMix) {
    let mut groups: Vec<(u32, Vec<u32>)> = Vec::new();
    for (number, demand) in (0..).zip(&plan.demands) {
        let site = plan.cells[demand.cell as usize].site;
        match groups.last_mut() {
            Some((at, group)) if *at == site && random.chance(0.95) => group.push(number),
            _ => groups.push((site, vec![number])),
        }
    }
    plan.shortage.groups = groups.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect();
    if random.chance(0.6) {
        let factors = [250_000, 500_000, WHOLE, 2 * WHOLE, 3_333_333];
        plan.shortage.need_factors = plan.articles.iter().map(|_| *random.pick(&factors)).collect();
    }
    // Stock that lasts long beside stock that does not.
    for cell in 0..plan.cells.len() {
        if random.chance(0.3) {
            let days = if random.chance(0.5) { 40.0 } else { 4.0 };
            plan.cells[cell].initial += (plan.cells[cell].mean_daily * random.between(days / 8.0, days)) as Quanta;
        }
    }
}

fn reactions(plan: &mut Plan, random: &mut SplitMix) {
    let rules = random.one_of(1, 2);
    plan.shortage.reactions = (0..rules).map(|number| reaction(number, random)).collect();
    let of_entry = |number: usize| {
        let stream = StreamName::new(&["reaction", &number.to_string()]);
        let reaction = index(random.below(rules));
        random.chance(0.85).then_some(DemandReaction { reaction, stream })
    };
    plan.shortage.of_demand = (0..plan.demands.len()).map(of_entry).collect();
}

fn reaction(number: usize, random: &mut SplitMix) -> Reaction {
    let mut weights: [i64; KINDS] = [0; KINDS];
    for kind in ReactionKind::ALL.into_iter().filter(|kind| *kind != ReactionKind::Neighbour) {
        weights[kind.place()] = index(if random.chance(0.3) { 0 } else { random.one_of(1, 9) }).into();
    }
    let sum = weights.iter().sum::<i64>().max(1);
    let mut shares = weights.map(|weight| weight * WHOLE / sum);
    let rest = [0, 1, 3, 4, 5, 6][random.below(6)];
    shares[rest] += WHOLE - shares.iter().sum::<i64>();
    Reaction {
        id: format!("reaction-{number}"),
        shares,
        emergency_days: index(random.below(4)),
        come_back_days: index(random.one_of(1, 6)),
        costs: [None; KINDS],
    }
}
