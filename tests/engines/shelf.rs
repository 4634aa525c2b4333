//! Shelf life in the second engine: every stock is a shelf of (expiry day, quantity), kept up to date whenever goods come or go.

use crate::event::Event;
use crate::naive::{State, cells, place};
use beredd::plan::Plan;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// Goods by the day on which they expire.
pub type Ages = Vec<(u32, Quanta)>;

/// What stands on shelves, and what is locked away from them.
#[derive(Clone, Default)]
pub struct Shelf {
    /// (cell, expiry day) → quantity.
    goods: BTreeMap<(u32, u32), Quanta>,
    /// (process, or none for the cut; cell) → what it has locked.
    locked: BTreeMap<(Option<u32>, u32), Ages>,
}

/// Days that fresh goods of a cell keep.
pub fn life(plan: &Plan, cell: u32) -> Option<u32> {
    plan.shelf.lives.get(place(plan.cells[place(cell)].article)).copied().flatten()
}

/// Opening stock: the k-th part of a life ends on day k.
pub fn at_start(plan: &Plan) -> Shelf {
    let mut shelf = Shelf::default();
    for cell in cells(plan) {
        let Some(life) = life(plan, cell) else { continue };
        let mut left = plan.cells[place(cell)].initial;
        for day in (1..=life).rev() {
            let older = plan.cells[place(cell)].initial * Quanta::from(day - 1) / Quanta::from(life);
            shelf.goods.insert((cell, day), left - older);
            left = older;
        }
    }
    shelf
}

/// So much of some goods, the first to expire first; they are no longer in what is left.
pub fn part(ages: &mut Ages, quantity: Quanta) -> Ages {
    let mut part = Ages::new();
    ages.sort_unstable();
    for (day, has) in ages.iter_mut() {
        let missing = quantity - part.iter().map(|(_, quantity)| quantity).sum::<Quanta>();
        let taken = missing.min(*has);
        *has -= taken;
        part.push((*day, taken));
    }
    ages.retain(|(_, quantity)| *quantity > 0);
    part.retain(|(_, quantity)| *quantity > 0);
    part
}

impl State {
    /// Takes goods from a stock, and says when they expire.
    pub fn take(&mut self, cell: u32, quantity: Quanta) -> Ages {
        self.on_hand[place(cell)] -= quantity;
        let (mut taken, mut left) = (Ages::new(), quantity);
        while left > 0 {
            let first = self.shelf.goods.range((cell, 0)..=(cell, u32::MAX)).next();
            let Some((&shelf, &has)) = first else { break };
            self.shelf.goods.remove(&shelf);
            if has > left {
                self.shelf.goods.insert(shelf, has - left);
            }
            taken.push((shelf.1, has.min(left)));
            left -= has.min(left);
        }
        taken
    }

    /// Adds goods to a stock: those whose ages are known, and fresh ones. What is too old is thrown away.
    pub fn put(
        &mut self,
        plan: &Plan,
        cell: u32,
        (quantity, ages): (Quanta, Ages),
        arriving: bool,
        log: &mut Vec<Event>,
    ) {
        let day = self.today;
        let mut old = 0;
        if let Some(life) = life(plan, cell) {
            let known: Quanta = ages.iter().map(|(_, quantity)| quantity).sum();
            for (expiry, quantity) in ages.into_iter().chain([(day + life, quantity - known)]) {
                if expiry > day {
                    *self.shelf.goods.entry((cell, expiry)).or_default() += quantity;
                } else {
                    old += quantity;
                }
            }
            self.rotate(plan, cell);
        }
        self.on_hand[place(cell)] += quantity - old;
        if old > 0 {
            log.push(Event::Expired { day, cell, quantity: old, arriving });
        }
    }

    /// A return fills backlog first, then stock.
    pub fn take_back(&mut self, plan: &Plan, cell: u32, quantity: Quanta, log: &mut Vec<Event>) {
        let fills = quantity.min(self.backlog[place(cell)]);
        self.backlog[place(cell)] -= fills;
        self.put(plan, cell, (quantity - fills, Vec::new()), false, log);
    }

    /// Writes off what a cell has too old.
    pub fn throw_away(&mut self, cell: u32, log: &mut Vec<Event>) {
        let day = self.today;
        let old: Quanta = self.shelf.goods.range((cell, 0)..=(cell, day)).map(|(_, quantity)| quantity).sum();
        self.take(cell, old);
        if old > 0 {
            log.push(Event::Expired { day, cell, quantity: old, arriving: false });
        }
    }

    /// What stands on the shelf of a cell.
    pub fn shelf_of(&self, cell: u32) -> Ages {
        let here = self.shelf.goods.range((cell, 0)..=(cell, u32::MAX));
        here.map(|(&(_, day), &quantity)| (day, quantity)).collect()
    }

    /// Puts other goods on the shelf of a cell.
    pub fn set_shelf(&mut self, cell: u32, goods: Ages) {
        self.shelf.goods.retain(|(of, _), _| *of != cell);
        for (day, quantity) in goods {
            *self.shelf.goods.entry((cell, day)).or_default() += quantity;
        }
    }

    /// Notes the ages of goods that a process, or the cut, locks; what is missing is fresh.
    pub fn lock_ages(&mut self, plan: &Plan, by: Option<u32>, cell: u32, quantity: Quanta, ages: Ages) {
        let Some(life) = life(plan, cell) else { return };
        let known: Quanta = ages.iter().map(|(_, quantity)| quantity).sum();
        let locked = self.shelf.locked.entry((by, cell)).or_default();
        locked.extend(ages);
        locked.push((self.today + life, quantity - known));
    }

    /// The ages of what a process, or the cut, has locked of a cell, which it gives back.
    pub fn unlock_ages(&mut self, by: Option<u32>, cell: u32) -> Ages {
        self.shelf.locked.remove(&(by, cell)).unwrap_or_default()
    }
}
