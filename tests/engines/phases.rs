//! Phases of a run in the second engine: from a day on the world has another plan.

use crate::event::Event;
use crate::naive::{State, cells, place};
use crate::transport;
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::terms::Forecast;
use beredd::units::Quanta;
use std::collections::BTreeMap;

impl<'a> World<'a> {
    /// The world of a phase, counted from 0.
    pub fn in_phase(&self, phase: usize) -> World<'a> {
        let plan = if phase == 0 { self.root } else { &self.root.phasing.later[phase - 1].plan };
        World { plan, root: self.root, key: self.key }
    }

    /// The phase of a day.
    fn phase_of(&self, day: u32) -> usize {
        self.root.phasing.later.iter().filter(|later| later.from_day <= day).count()
    }
}

/// Whether a phase has a cell.
fn has(plan: &Plan, cell: u32) -> bool {
    plan.phasing.closed.iter().all(|closed| closed.cell != cell)
}

fn buys_alike(old: &Plan, new: &Plan, cell: u32) -> bool {
    let (one, other) = (&old.cells[place(cell)], &new.cells[place(cell)]);
    one.lane == other.lane && one.source == other.source && one.offer == other.offer && has(old, cell) && has(new, cell)
}

impl State {
    /// The world of the day, after the switch if one comes today, and with the stock of closed cells handed on.
    pub fn begin<'a>(&mut self, world: &World<'a>, day: u32, log: &mut Vec<Event>) -> World<'a> {
        let phase = world.phase_of(day);
        while self.phase < phase {
            let (old, new) = (world.in_phase(self.phase), world.in_phase(self.phase + 1));
            self.switch(&old, &new, day, log);
            self.phase += 1;
        }
        let world = world.in_phase(phase);
        self.hand_on(world.plan, day, log);
        while self.phase_history.len() <= place(day) {
            self.phase_history.push(phase);
        }
        world
    }

    fn switch(&mut self, old: &World, new: &World, day: u32, log: &mut Vec<Event>) {
        let (from, to) = (old.plan, new.plan);
        for cell in cells(to).filter(|&cell| !buys_alike(from, to, cell)) {
            let quantity = std::mem::take(&mut self.requested[place(cell)]);
            if quantity > 0 {
                log.push(Event::TakenBack { day, cell, quantity });
            }
            self.ordering.unapproved.retain(|(of, ..)| *of != cell);
            self.memory.waiting_since.remove(&cell);
            self.memory.forget_receipt(cell);
        }
        self.left_for.fill(0);
        let forecast = |plan: &Plan, cell: u32| {
            plan.forecasts.iter().find(|forecast| forecast.cell == cell).map(|forecast: &Forecast| forecast.method)
        };
        for cell in cells(to) {
            if forecast(from, cell).is_none() || forecast(from, cell) != forecast(to, cell) {
                self.ordering.uses.remove(&cell);
                self.ordering.asked.remove(&cell);
                self.ordering.began_with.remove(&cell);
            } else {
                self.ordering.began_with.entry(cell).or_insert(from.cells[place(cell)].mean_daily);
            }
        }
        let yesterday = new.number(day) - 1;
        let lists = 0..u32::try_from(to.order_lists.len()).expect("a small plan");
        self.ordering.listed = lists.map(|list| (list, yesterday)).collect::<BTreeMap<_, _>>();
        self.memory.change_plan(from, to);
        self.change_reserves(from, to, day, log);
    }

    fn hand_on(&mut self, plan: &Plan, day: u32, log: &mut Vec<Event>) {
        for closed in &plan.phasing.closed {
            let all = self.on_hand[place(closed.cell)];
            if all == 0 || self.site_stopped(plan, closed.cell) {
                continue;
            }
            self.on_hand[place(closed.cell)] = 0;
            let weights: Quanta = closed.heirs.iter().map(|heir| heir.1).sum();
            if weights == 0 {
                log.push(Event::HandedOn { day, from: closed.cell, to: None, quantity: all });
            }
            for (number, (heir, _)) in closed.heirs.iter().enumerate() {
                let up_to = |heirs: &[(u32, i64)]| all * heirs.iter().map(|heir| heir.1).sum::<Quanta>() / weights;
                let quantity = up_to(&closed.heirs[..=number]) - up_to(&closed.heirs[..number]);
                self.on_hand[place(*heir)] += quantity;
                if quantity > 0 {
                    log.push(Event::HandedOn { day, from: closed.cell, to: Some(*heir), quantity });
                }
            }
        }
    }
}

impl transport::Memory {
    fn change_plan(&mut self, from: &Plan, to: &Plan) {
        let limited = |plan: &Plan| transport::in_steps(plan);
        if !(limited(from) && limited(to)) {
            self.waiting_since.clear();
        }
        let at_a_rate = |plan: &Plan| plan.transport.lanes.iter().any(|rules| rules.receipt_per_day.is_some());
        if at_a_rate(from) != at_a_rate(to) {
            self.forget_receipts();
        }
        if from.transport.servers != to.transport.servers {
            self.forget_servers();
        }
    }
}
