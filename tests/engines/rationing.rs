//! Rationing in the second engine, its draws for generated plans, and what a log proves of it.

use crate::dispatch::fair_parts;
use crate::event::{Event, Run};
use crate::features::Features;
use crate::generate::index;
use crate::naive::{State, place};
use crate::splitmix::SplitMix;
use beredd::engine::calendar::DayPhase;
use beredd::plan::Plan;
use beredd::plan::disruption::Target;
use beredd::plan::rationing::Rationing;
use beredd::plan::transport::{Delivery, Departures};
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// When it is a buyer's turn at a source.
pub fn turn(plan: &Plan, since: &BTreeMap<u32, u32>, source: u32, cell: u32) -> u32 {
    let rule = plan.rationing.of_cell.get(place(source)).copied().flatten();
    match rule.map(|rule| &plan.rationing.rules[place(rule)]) {
        Some(Rationing::FirstCome) => since[&cell],
        Some(Rationing::Priority(places)) => places[place(plan.cells[place(cell)].site)],
        Some(Rationing::Proportional) | None => 0,
    }
}

impl State {
    /// What each of the askers gets of a source's stock: turn by turn, those of one turn in fair parts.
    pub fn rationed(&self, plan: &Plan, source: u32, askers: Vec<u32>) -> Vec<(u32, Quanta)> {
        let mut turns: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for cell in askers {
            turns.entry(turn(plan, &self.memory.waiting_since, source, cell)).or_default().push(cell);
        }
        let mut given = Vec::new();
        let mut stock = self.on_hand[place(source)];
        for cells in turns.into_values() {
            let wishes: Vec<Quanta> = cells.iter().map(|&cell| self.requested[place(cell)]).collect();
            let parts = fair_parts(stock, &wishes);
            stock -= parts.iter().sum::<Quanta>();
            given.extend(cells.into_iter().zip(parts));
        }
        given
    }
}

/// Gives half of the plans rules of rationing.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x7261_7469_6f6e);
    if random.chance(0.2) {
        return;
    }
    let mut places: Vec<u32> = (0..index(plan.sites.len())).collect();
    random.shuffle(&mut places);
    // Some sites share a place.
    places.iter_mut().for_each(|place| *place /= 2);
    plan.rationing.rules = vec![Rationing::FirstCome, Rationing::Priority(places), Rationing::Proportional];
    let rule = |_| random.chance(0.9).then(|| if random.chance(0.9) { index(random.below(2)) } else { 2 });
    plan.rationing.of_cell = (0..plan.cells.len()).map(rule).collect();
}

/// Notes what fired: at one dispatch of one source a request is met in full while another that was open too gets at most half,
/// or nothing.
/// Sharing in proportion, which differs from the exact share by less than a quantum, cannot do that to requests of this size.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let mut requested: Vec<Quanta> = vec![0; plan.cells.len()];
    // Per cell of the day: what was sent, and what was left then.
    let mut sent: BTreeMap<u32, (Quanta, Quanta)> = BTreeMap::new();
    // Then all that is requested at a day's end was open at its dispatch.
    let at = |phase: DayPhase| plan.calendar.day_order.iter().position(|own| *own == phase);
    let written_before = at(DayPhase::Review) < at(DayPhase::Dispatch);
    for event in &run.events {
        match *event {
            Event::Ordered { cell, quantity, .. } => requested[place(cell)] += quantity,
            Event::Dispatched { cell, quantity, .. } => {
                requested[place(cell)] -= quantity;
                sent.insert(cell, (quantity, requested[place(cell)]));
            }
            Event::DayEnd { .. } => {
                for (&served, _) in sent.iter().filter(|(_, (quantity, left))| *left == 0 && *quantity >= 5) {
                    let source = plan.cells[place(served)].source;
                    let nothing = |(other, &left): (u32, &Quanta)| {
                        let buyer = &plan.cells[place(other)];
                        let mut stopped = plan.disruptions.iter().flat_map(|process| &process.targets);
                        left >= 2
                            && buyer.source == source
                            && !sent.contains_key(&other)
                            && plain(plan, other)
                            && departs_daily(plan, buyer.lane)
                            && !stopped.any(|target| *target == Target::Lane(buyer.lane))
                    };
                    let halved = sent.iter().any(|(&other, &(quantity, left))| {
                        plan.cells[place(other)].source == source
                            && quantity <= left
                            && quantity + left >= 4
                            && plain(plan, other)
                    });
                    let none = written_before && (0..).zip(&requested).any(nothing);
                    if let Some(source) = source.filter(|_| (halved || none) && plain(plan, served)) {
                        match plan.rationing.of_cell.get(place(source)).copied().flatten() {
                            Some(0) => features.insert("rationing: first come", true),
                            Some(1) => features.insert("rationing: priority", true),
                            _ => panic!("shared in proportion: {source}"),
                        };
                    }
                }
                sent.clear();
            }
            _ => {}
        }
    }
}

/// Whether only the sharing of stock decides what leaves for a cell.
fn plain(plan: &Plan, cell: u32) -> bool {
    let rules = crate::transport::rules(plan, plan.cells[place(cell)].lane);
    !rules.capacity.is_limited()
        && rules.delivers == Delivery::Partial
        && rules.receipt_per_day.is_none()
        && plan.transport.express.is_empty()
}

fn departs_daily(plan: &Plan, lane: u32) -> bool {
    crate::transport::rules(plan, lane).departs == Departures::Daily
}
