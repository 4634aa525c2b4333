//! Why need was not served at once, in the second engine.

use crate::naive::{State, place};
use crate::ways::{way, ways_of};
use crate::world::World;
use beredd::plan::disruption::Target;
use beredd::plan::policy::Rule;
use beredd::units::Quanta;

/// Need of one day that was short: (day, demand entry, quantity, name of the cause).
pub type Short = (u32, u32, Quanta, &'static str);

impl State {
    /// The name of the cause of a shortage now.
    pub fn cause(&self, world: &World, demand: u32, day: u32) -> &'static str {
        let cell = world.plan.demands[place(demand)].cell;
        let kept = match world.rules(day).rules[place(cell)] {
            Rule::Never => false,
            Rule::OrderUpTo { level } => level > 0,
            Rule::MinMax { level, .. } => level > 0,
            Rule::Restore { point } => point > 0,
            Rule::Need { need, minimum } => need > -minimum,
            _ => true,
        };
        match (self.is_cut_off(world, cell, day), kept) {
            (true, _) => "supplier_out",
            (false, false) => "not_stocked",
            (false, true) => "avoidable",
        }
    }

    fn is_cut_off(&self, world: &World, cell: u32, day: u32) -> bool {
        if self.site_stopped(world.plan, cell) {
            return true;
        }
        let rule = world.rules(day).sourcing.iter().find(|rule| rule.cell == cell);
        let used = |number: &u32| match rule {
            None => *number == cell,
            Some(rule) => rule.fail_over.contains(number) || rule.agreed.iter().any(|(agreed, _)| agreed == number),
        };
        ways_of(world.plan, cell)
            .iter()
            .filter(|number| used(number))
            .all(|&number| self.nothing_comes(world, number, day))
    }

    fn nothing_comes(&self, world: &World, number: u32, day: u32) -> bool {
        let (plan, way) = (world.plan, way(world.plan, number));
        let offer_stopped = way.offer.is_some_and(|offer| self.stopped(plan, Target::Offer(offer)));
        if offer_stopped || self.stopped(plan, Target::Lane(way.lane)) || self.is_limited(plan, number) {
            return true;
        }
        if self.stopped(plan, Target::Site(plan.lanes[place(way.lane)].from)) {
            return true;
        }
        way.source.is_some_and(|source| self.on_hand[place(source)] <= 0 && self.is_cut_off(world, source, day))
    }
}
