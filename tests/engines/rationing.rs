//! Rationing in the second engine, its draws for generated plans, and what a log proves of it.

use crate::dispatch::fair_parts;
use crate::event::Run;
use crate::features::Features;
use crate::generate::index;
use crate::naive::{State, place, simulate};
use crate::splitmix::SplitMix;
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::policy::Rule;
use beredd::plan::rationing::Rationing;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// The rule of each cell that others buy from, as far as the list goes.
pub type Rules = [Option<u32>];

/// When it is a buyer's turn at a source.
pub fn turn(plan: &Plan, rules: &Rules, since: &BTreeMap<u32, u32>, (source, cell): (u32, u32)) -> u32 {
    let rule = rules.get(place(source)).copied().flatten();
    match rule.map(|rule| &plan.rationing.rules[place(rule)]) {
        Some(Rationing::FirstCome) => since[&cell],
        Some(Rationing::Priority(places)) => places[place(plan.cells[place(crate::ways::way(plan, cell).cell)].site)],
        Some(Rationing::Proportional) | None => 0,
    }
}

impl State {
    /// What each of the askers gets of so much of a source's stock: turn by turn, those of one turn in fair parts. The askers come
    /// with what they have got already.
    pub fn rationed(
        &self,
        world: &World,
        (source, rules): (u32, &Rules),
        mut stock: Quanta,
        askers: &[(u32, Quanta)],
    ) -> Vec<(u32, Quanta)> {
        let mut turns: BTreeMap<u32, Vec<(u32, Quanta)>> = BTreeMap::new();
        for &(cell, had) in askers {
            let turn = turn(world.plan, rules, &self.memory.waiting_since, (source, cell));
            turns.entry(turn).or_default().push((cell, had));
        }
        let mut given = Vec::new();
        for cells in turns.into_values() {
            let wishes: Vec<Quanta> = cells.iter().map(|&(cell, had)| self.may_leave(world, cell) - had).collect();
            let parts = fair_parts(stock, &wishes);
            stock -= parts.iter().sum::<Quanta>();
            given.extend(cells.into_iter().map(|(cell, _)| cell).zip(parts));
        }
        given
    }
}

/// Gives nearly all plans rules of rationing.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x7261_7469_6f6e);
    if random.chance(0.05) {
        return;
    }
    let mut places: Vec<u32> = (0..index(plan.sites.len())).collect();
    random.shuffle(&mut places);
    // Some sites share a place.
    places.iter_mut().for_each(|place| *place /= 2);
    plan.rationing.rules = vec![Rationing::FirstCome, Rationing::Priority(places), Rationing::Proportional];
    let rule = |_| random.chance(0.97).then(|| if random.chance(0.95) { u32::from(random.chance(0.47)) } else { 2 });
    plan.rationing.of_cell = (0..plan.cells.len()).map(rule).collect();
    make_scarce(plan, random);
}

/// Mostly lets warehouses with several buyers hold too little: without that, rationing is seldom seen.
fn make_scarce(plan: &mut Plan, random: &mut SplitMix) {
    for cell in 0..plan.cells.len() {
        if plan.buyer_ranges[cell].indices().len() < 2 || random.chance(0.1) {
            continue;
        }
        plan.cells[cell].initial /= 20;
        for phase in &mut plan.phases {
            match &mut phase.rules[cell] {
                Rule::OrderUpTo { level } => *level /= 6,
                rule @ (Rule::Never | Rule::List { .. }) => {
                    *rule = Rule::OrderUpTo { level: 2 * plan.cells[cell].mean_daily as Quanta }
                }
                Rule::ReorderPoint { point, .. } | Rule::Restore { point } => *point /= 6,
                Rule::MinMax { point, level } => (*point, *level) = (*point / 6, *point / 6 + (*level - *point)),
                Rule::Need { need, .. } => *need /= 6,
                _ => {}
            }
        }
    }
}

/// Notes what fired: the run goes another way than one of the same plan in which the rule shares in proportion.
pub fn note(plan: &Plan, (seed, replication): (u64, u64), run: &Run, features: &mut Features) {
    for (rule, name) in [(0, "rationing: first come"), (1, "rationing: priority")] {
        if !plan.rationing.rules.is_empty() {
            let mut other = plan.clone();
            other.rationing.rules[rule] = Rationing::Proportional;
            if simulate(&other, seed, replication).events != run.events {
                features.insert(name, true);
            }
        }
    }
}
