//! Reserves that stand apart, in the second engine. Each is a small shelf of its own; nothing is kept that can be worked out.

use crate::event::Event;
use crate::naive::{State, place};
use crate::shelf::{Ages, part};
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::reserve::Apart;
use beredd::units::Quanta;

/// A reserve on a day.
#[derive(Clone, Default)]
pub struct Store {
    pub quantity: Quanta,
    /// When it is made whole.
    due: Option<u32>,
    ages: Ages,
}

/// Whole reserves of a drawn age: the first day from day 1 on that leaves the drawn remainder.
pub fn at_start(world: &World) -> Vec<Store> {
    let of = |apart: &Apart| {
        let life = crate::shelf::life(world.plan, apart.cell);
        let expiry = life.map(|life| {
            let drawn = (world.block(apart.age, 0).unit() * f64::from(life)).floor() as i64;
            let mut day = 1;
            while (world.number(day) - drawn) % i64::from(life) != 0 {
                day += 1;
            }
            (day, apart.quantity)
        });
        Store { quantity: apart.quantity, due: None, ages: expiry.into_iter().collect() }
    };
    world.plan.apart.iter().map(of).collect()
}

/// The reserves of a plan with their numbers.
fn all(plan: &Plan) -> impl Iterator<Item = (u32, &Apart)> {
    (0..).zip(&plan.apart)
}

impl State {
    /// Last in the phase *state*: what is too old goes, what is missing is filled up, alarms open.
    pub fn tend_reserves(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        for (reserve, apart) in all(world.plan) {
            let store = &mut self.apart[place(reserve)];
            let old: Quanta =
                store.ages.iter().filter(|(expiry, _)| *expiry <= day).map(|(_, quantity)| quantity).sum();
            if old > 0 {
                store.ages.retain(|(expiry, _)| *expiry > day);
                store.quantity -= old;
                store.due = Some(day);
                log.push(Event::ReserveGone { day, reserve, quantity: old, expired: true });
            }
            let cut_off = self.cut.is_some() && !self.cut_lifted;
            if store.due.is_some_and(|due| due <= day) && !cut_off {
                let quantity = apart.quantity - store.quantity;
                if let Some(life) = crate::shelf::life(world.plan, apart.cell) {
                    store.ages.push((day + life, quantity));
                }
                (store.quantity, store.due) = (apart.quantity, None);
                log.push(Event::ReserveFilled { day, reserve, quantity });
            }
            let down = |process: &u32| self.known_down(world.plan, *process);
            if (apart.alarm.cut && cut_off) || apart.alarm.processes.iter().any(down) {
                self.open_reserve(world.plan, reserve, day, log);
            }
        }
    }

    fn open_reserve(&mut self, plan: &Plan, reserve: u32, day: u32, log: &mut Vec<Event>) {
        let apart = &plan.apart[place(reserve)];
        let quantity = self.apart[place(reserve)].quantity;
        if quantity == 0 || self.site_stopped(plan, apart.cell) {
            return;
        }
        let ages = std::mem::take(&mut self.apart[place(reserve)].ages);
        self.apart[place(reserve)] = Store { quantity: 0, due: Some(day + apart.refill_days), ages: Ages::new() };
        log.push(Event::ReserveOpened { day, reserve, quantity });
        self.put(plan, apart.cell, (quantity, ages), false, log);
    }

    /// First in the phase *demand*, when what came back waits: reserves of wards that will be short.
    pub fn open_for_wards(&mut self, world: &World, needs: &[Quanta], day: u32, log: &mut Vec<Event>) {
        for (reserve, apart) in all(world.plan).filter(|(_, apart)| apart.alarm.stock_out) {
            let entry = world.plan.demands.iter().position(|demand| demand.cell == apart.cell);
            let Some(entry) = entry else { continue };
            let wanted = self.backlog[place(apart.cell)] + needs[entry].max(0);
            if wanted > self.on_hand[place(apart.cell)] {
                self.open_reserve(world.plan, reserve, day, log);
            }
        }
    }

    /// First in the phase *dispatch*: reserves of warehouses that cannot send all they are asked for.
    pub fn open_for_buyers(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        for (reserve, apart) in all(world.plan).filter(|(_, apart)| apart.alarm.stock_out) {
            let asked: Quanta = world.buyers(apart.cell).map(|buyer| self.releasable(buyer)).sum();
            if asked > self.on_hand[place(apart.cell)] {
                self.open_reserve(world.plan, reserve, day, log);
            }
        }
    }

    /// At a minute so much is wanted of a cell: its reserve opens if the stock does not suffice.
    pub fn open_for_want(&mut self, plan: &Plan, cell: u32, wanted: Quanta, log: &mut Vec<Event>) {
        let day = self.today;
        for (reserve, _) in all(plan).filter(|(_, apart)| apart.cell == cell && apart.alarm.stock_out) {
            if wanted > self.on_hand[place(cell)] {
                self.open_reserve(plan, reserve, day, log);
            }
        }
    }

    /// A switch of phases: reserves as the new phase has them, as far as there was something of them; the rest to the stock.
    pub fn change_reserves(&mut self, from: &Plan, to: &Plan, day: u32, log: &mut Vec<Event>) {
        let old: Vec<(u32, Store)> =
            from.apart.iter().map(|apart| apart.cell).zip(std::mem::take(&mut self.apart)).collect();
        for cell in crate::naive::cells(to) {
            let had = old.iter().find(|(of, _)| *of == cell).map(|(_, store)| store.clone()).unwrap_or_default();
            let wanted = to.apart.iter().find(|apart| apart.cell == cell);
            let most = wanted.map_or(0, |apart| apart.quantity);
            let stays = had.quantity.min(most);
            if let Some(apart) = wanted {
                let due = if stays == most { None } else { Some(had.due.unwrap_or(day + apart.refill_days)) };
                self.apart.push(Store { quantity: stays, due, ages: Ages::new() });
            }
            self.on_hand[place(cell)] += had.quantity - stays;
            if had.quantity > stays {
                log.push(Event::ReserveReleased { day, cell, quantity: had.quantity - stays });
            }
        }
    }

    /// A process destroys a share of what stands apart beside a cell.
    pub fn lose_reserve(&mut self, plan: &Plan, cell: u32, millionths: i64, day: u32, log: &mut Vec<Event>) {
        for (reserve, apart) in all(plan).filter(|(_, apart)| apart.cell == cell) {
            let store = &mut self.apart[place(reserve)];
            let lost = store.quantity * millionths / 1_000_000;
            if lost > 0 {
                part(&mut store.ages, lost);
                store.quantity -= lost;
                store.due.get_or_insert(day + apart.refill_days);
                log.push(Event::ReserveGone { day, reserve, quantity: lost, expired: false });
            }
        }
    }

    /// After goods have joined a stock: a reserve that rotates keeps the freshest of all.
    pub fn rotate(&mut self, plan: &Plan, cell: u32) {
        for (reserve, _) in all(plan).filter(|(_, apart)| apart.cell == cell && apart.rotates) {
            let quantity = self.apart[place(reserve)].ages.iter().map(|(_, quantity)| quantity).sum::<Quanta>();
            let mut goods = self.shelf_of(cell);
            let stock: Quanta = goods.iter().map(|(_, quantity)| quantity).sum();
            goods.append(&mut self.apart[place(reserve)].ages);
            let oldest = part(&mut goods, stock);
            assert_eq!(goods.iter().map(|(_, quantity)| quantity).sum::<Quanta>(), quantity);
            self.apart[place(reserve)].ages = goods;
            self.set_shelf(cell, oldest);
        }
    }
}
