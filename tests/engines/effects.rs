//! What disruptions of the second engine do beside stopping things.

use crate::event::Event;
use crate::naive::{State, minutes, place};
use crate::probe::owned_by_a_supplier;
use crate::processes;
use crate::ways::{way, ways};
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::disruption::{Effects, Ramp, Target};
use beredd::units::Quanta;

/// The last step that has come.
fn factor(ramp: &Ramp, elapsed: i64) -> f64 {
    let mut factor = 1.0;
    for step in &ramp.0 {
        if step.after <= elapsed {
            factor = step.factor;
        }
    }
    factor
}

/// Whether effects limit what leaves for a cell.
fn limits(plan: &Plan, effects: &Effects, cell: u32) -> bool {
    let buyer = way(plan, cell);
    effects.limited.iter().any(|limited| match *limited {
        Target::Offer(offer) => buyer.offer == Some(offer),
        Target::Site(site) => plan.lanes[place(buyer.lane)].from == site,
        Target::Lane(lane) => buyer.lane == lane,
    })
}

impl State {
    /// 1. Disruptions begin and end: all changes up to the start of the day; then, process by process, what they do to stock.
    pub fn state_phase(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        for cell in crate::naive::cells(world.plan) {
            self.throw_away(cell, log);
        }
        let mut changes = processes::live_until(world, &mut self.processes, crate::naive::start_of(day));
        changes.sort_by_key(|change| change.process);
        for change in changes {
            crate::features_cuts::note_change(self, world.plan, &change);
            let number = u32::try_from(change.process).expect("a small plan");
            log.push(Event::Toggled { day, process: number, down: change.down });
            if change.down {
                self.strike(world.plan, day, number, log);
            } else {
                self.unlock(world.plan, day, number, log);
            }
        }
        self.tend_reserves(world, day, log);
    }

    fn strike(&mut self, plan: &Plan, day: u32, process: u32, log: &mut Vec<Event>) {
        let effects = &plan.disruptions[place(process)].effects;
        for cell in ways(plan).filter(|&cell| limits(plan, effects, cell)) {
            self.left_for[place(cell)] = 0;
        }
        for &cell in &effects.cells {
            let stock = self.on_hand[place(cell)];
            let lost = stock * effects.lost.0 / 1_000_000;
            let locked = (stock - lost) * effects.locked.0 / 1_000_000;
            self.take(cell, lost);
            let ages = self.take(cell, locked);
            self.lock_ages(plan, Some(process), cell, locked, ages);
            self.locked_away.push((process, cell, locked));
            if lost + locked > 0 {
                log.push(Event::Struck { day, process, cell, lost, locked });
            }
            self.lose_reserve(plan, cell, effects.lost.0, day, log);
        }
    }

    fn unlock(&mut self, plan: &Plan, day: u32, process: u32, log: &mut Vec<Event>) {
        let back: Vec<(u32, Quanta)> = self
            .locked_away
            .iter()
            .filter(|(by, _, quantity)| *by == process && *quantity > 0)
            .map(|&(_, cell, quantity)| (cell, quantity))
            .collect();
        self.locked_away.retain(|(by, ..)| *by != process);
        for (cell, quantity) in back {
            log.push(Event::GivenBack { day, process, cell, quantity });
            let kept = self.cut.as_ref().is_some_and(|cut| cut.locks_supplier_stock) && owned_by_a_supplier(plan, cell);
            let ages = self.unlock_ages(Some(process), cell);
            if kept {
                self.lock_ages(plan, None, cell, quantity, ages);
            } else {
                self.put(plan, cell, (quantity, ages), false, log);
            }
        }
    }

    /// Whether a process is down and the region knows it by this morning.
    pub fn known_down(&self, plan: &Plan, process: u32) -> bool {
        let (now, delay) = (&self.processes[place(process)], plan.disruptions[place(process)].information_delay);
        now.down && crate::naive::start_of(self.today) >= now.began + crate::naive::start_of(delay)
    }

    /// Effects of the processes that are down, with the minutes since they began.
    fn in_force<'p>(&self, plan: &'p Plan) -> Vec<(&'p Effects, i64)> {
        let both = plan.disruptions.iter().zip(&self.processes).filter(|(_, state)| state.down);
        both.map(|(process, state)| (&process.effects, state.seen - state.began)).collect()
    }

    /// The part of a cell's request that may leave today.
    pub fn may_leave(&self, world: &World, cell: u32) -> Quanta {
        self.limited(world, cell, self.releasable(cell))
    }

    /// What of so many requested quanta may leave for a cell.
    pub fn limited(&self, world: &World, cell: u32, requested: Quanta) -> Quanta {
        let plan = world.plan;
        let share = self.share_that_leaves(plan, cell);
        if share >= 1.0 {
            return requested;
        }
        let left = self.left_for[place(cell)];
        let millionths = (share * 1e6).round() as Quanta;
        ((requested + left) * millionths / 1_000_000 - left).clamp(0, requested)
    }

    fn share_that_leaves(&self, plan: &Plan, cell: u32) -> f64 {
        let mut share = 1.0;
        for (effects, elapsed) in self.in_force(plan) {
            if limits(plan, effects, cell) {
                share *= factor(&effects.capacity, elapsed);
            }
        }
        share
    }

    /// Whether a limited capacity concerns a way.
    pub fn is_limited(&self, plan: &Plan, number: u32) -> bool {
        self.share_that_leaves(plan, number) < 1.0
    }

    /// The factor on a lane's lead times, and the days added.
    pub fn slower(&self, plan: &Plan, lane: u32) -> (f64, f64) {
        let concerned = self.in_force(plan).into_iter().filter(|(effects, _)| effects.lanes.contains(&lane));
        concerned.fold((1.0, 0.0), |(times, added), (effects, elapsed)| {
            (times * factor(&effects.lead_factor, elapsed), added + effects.lead_added)
        })
    }

    /// The minutes of a lead time that a law gave.
    pub fn lead_minutes(&self, plan: &Plan, lane: u32, days: f64) -> i64 {
        let (times, added) = self.slower(plan, lane);
        minutes(days * times + added)
    }

    /// The factor on the work of a site's staff.
    pub fn staff_factor(&self, plan: &Plan, site: u32) -> f64 {
        let concerned = self.in_force(plan).into_iter().filter(|(effects, _)| effects.staffed.contains(&site));
        concerned.fold(1.0, |times, (effects, elapsed)| times * factor(&effects.staff_factor, elapsed))
    }

    /// Tells what goods that leave a supplier cost beyond their price.
    pub fn tell_price(&self, plan: &Plan, number: u32, quantity: Quanta, day: u32, log: &mut Vec<Event>) {
        let Some(offer) = way(plan, number).offer else { return };
        let sold_by = Target::Site(plan.offers[place(offer)].supplier);
        let mut dear = 1.0;
        for (effects, elapsed) in self.in_force(plan) {
            if effects.dearer.contains(&Target::Offer(offer)) || effects.dearer.contains(&sold_by) {
                dear *= factor(&effects.price_factor, elapsed);
            }
        }
        let thousandths = ((dear.min(1e6) - 1.0) * 1000.0).round() as i64;
        if thousandths != 0 {
            log.push(Event::Dearer { day, cell: number, quantity, thousandths });
        }
    }

    /// The factor on the needs of an entry.
    pub fn surge(&self, plan: &Plan, demand: u32) -> f64 {
        let concerned = self.in_force(plan).into_iter().filter(|(effects, _)| effects.demands.contains(&demand));
        concerned.fold(1.0, |times, (effects, elapsed)| times * factor(&effects.demand_factor, elapsed))
    }
}
