//! Several sources in the second engine: the ways of a cell, which of them an order takes, and what moves on.

use crate::event::Event;
use crate::naive::{State, place};
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::disruption::Target;
use beredd::plan::phase::Phase;
use beredd::plan::sourcing::Sourcing;
use beredd::random::key::StreamName;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// A way, looked up.
#[derive(Clone, Copy)]
pub struct Way {
    pub cell: u32,
    pub lane: u32,
    pub source: Option<u32>,
    pub offer: Option<u32>,
    pub stream: StreamName,
}

/// The way of a number: first those of the cells, then the further ones.
pub fn way(plan: &Plan, number: u32) -> Way {
    if place(number) >= plan.cells.len() {
        let further = &plan.further_ways[place(number) - plan.cells.len()];
        let (lane, source, offer) = (further.lane, further.source, further.offer);
        return Way { cell: further.cell, lane, source, offer, stream: further.lead_stream };
    }
    let cell = &plan.cells[place(number)];
    Way { cell: number, lane: cell.lane, source: cell.source, offer: cell.offer, stream: cell.lead_stream }
}

/// All ways.
pub fn ways(plan: &Plan) -> impl Iterator<Item = u32> + use<> {
    0..u32::try_from(plan.cells.len() + plan.further_ways.len()).expect("a small plan")
}

/// The ways of one cell.
pub fn ways_of(plan: &Plan, cell: u32) -> Vec<u32> {
    ways(plan).filter(|&number| way(plan, number).cell == cell).collect()
}

/// The part of a cell's orders that goes by a way under the first rules.
pub fn share(plan: &Plan, number: u32) -> f64 {
    let cell = way(plan, number).cell;
    let Some(rule) = rule(&plan.phases[0], cell) else { return if number == cell { 1.0 } else { 0.0 } };
    let shares: BTreeMap<u32, i64> = rule.agreed.iter().copied().collect();
    shares.get(&number).map_or(0.0, |&share| share as f64 / 1e6)
}

fn rule(rules: &Phase, cell: u32) -> Option<&Sourcing> {
    rules.sourcing.iter().find(|rule| rule.cell == cell)
}

impl State {
    /// What a cell has ordered and not yet been sent, by all its ways.
    pub fn requested_of(&self, plan: &Plan, cell: u32) -> Quanta {
        ways_of(plan, cell).into_iter().map(|number| self.requested[place(number)]).sum()
    }

    /// The way of an order: whose agreed part of all orders, this one too, exceeds most what it was ordered.
    pub fn choose_way(&mut self, rules: &Phase, cell: u32, quantity: Quanta) -> u32 {
        let mut chosen = cell;
        if let Some(rule) = rule(rules, cell) {
            let had = |number: u32| i128::from(self.ever_ordered.get(&number).copied().unwrap_or(0));
            let all: i128 = rule.agreed.iter().map(|(number, _)| had(*number)).sum::<i128>() + i128::from(quantity);
            let lags: Vec<(i128, u32)> = rule
                .agreed
                .iter()
                .map(|&(number, share)| (i128::from(share) * all - 1_000_000 * had(number), number))
                .collect();
            let most = lags.iter().map(|(lag, _)| *lag).max().expect("an agreed way");
            chosen = lags.iter().find(|(lag, _)| *lag == most).expect("the largest is one of them").1;
        }
        *self.ever_ordered.entry(chosen).or_default() += quantity;
        chosen
    }

    /// What was not shipped for long enough is requested elsewhere.
    pub fn fail_over(&mut self, world: &World, rules: &Phase, day: u32, log: &mut Vec<Event>) {
        let plan = world.plan;
        for cell in crate::naive::cells(plan) {
            let Some(rule) = rule(rules, cell) else { continue };
            let mut givers: Vec<(u32, &[u32])> = Vec::new();
            for (number, giver) in rule.fail_over.iter().enumerate() {
                givers.insert(0, (*giver, &rule.fail_over[number + 1..]));
            }
            givers.extend(rule.agreed.iter().map(|(giver, _)| (*giver, &rule.fail_over[..])));
            for (giver, takers) in givers {
                let quantity = self.releasable(giver);
                let days = self.memory.waiting_since.get(&giver).map_or(0, |since| day - since);
                let tired = days > 0 && days >= rule.after_days;
                let at_once = rule.after_days == 0 && self.way_stopped(plan, giver);
                let taker = takers.iter().copied().find(|&taker| !self.way_stopped(plan, taker));
                if let (Some(taker), true) = (taker, quantity > 0 && (tired || at_once)) {
                    self.requested[place(giver)] -= quantity;
                    self.requested[place(taker)] += quantity;
                    self.memory.waiting_since.remove(&giver);
                    for (number, change) in [(giver, -quantity), (taker, quantity)] {
                        if let Some(source) = way(plan, number).source {
                            self.ordering.ask(source, change);
                        }
                    }
                    log.push(Event::MovedOn { day, from: giver, to: taker, quantity });
                }
            }
        }
    }

    /// Whether a way is known to be stopped.
    fn way_stopped(&self, plan: &Plan, number: u32) -> bool {
        let way = way(plan, number);
        let mut concerns = vec![Target::Lane(way.lane), Target::Site(plan.lanes[place(way.lane)].from)];
        concerns.extend(way.offer.map(Target::Offer));
        let by = (0..).zip(&plan.disruptions).filter(|(process, _)| self.known_down(plan, *process));
        let known: Vec<Target> = by.flat_map(|(_, process)| process.targets.iter().copied()).collect();
        let cut = self.cut.as_ref();
        concerns.iter().any(|thing| known.contains(thing) || cut.is_some_and(|cut| cut.stops.contains(thing)))
    }
}
