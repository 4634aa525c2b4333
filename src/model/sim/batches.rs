//! Batches of articles with a shelf life (docs/model.md, *Shelf life*).
//!
//! Whatever leaves a stock leaves it first-expired-first-out. So nothing is done when wards are served: the batches of a cell are
//! brought in line with its stock on hand, from the first to expire, when next it matters which are left – when goods join,
//! travel on, are locked, or expire.

use super::observer::Observer;
use super::prepared::Prepared;
use super::state::State;
use crate::plan::Plan;
use crate::time::Day;
use crate::units::Quanta;
use std::collections::{BTreeMap, VecDeque};

/// Goods of one article that expire on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Batch {
    /// The first day on which they cannot be used.
    pub expiry: Day,
    /// How much.
    pub quantity: Quanta,
}

/// How goods came to be written off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expiry {
    /// In stock, or when they would have joined it again.
    InStock,
    /// On their way: they arrived too old.
    OnArrival,
}

/// Who keeps goods aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// A disruption process that locks them.
    Process(u32),
    /// The cut of a copy.
    Cut,
}

/// The batches of a state. Everything is empty where the plan has none.
#[derive(Clone, Debug, Default)]
pub struct Batches {
    /// Per cell: its batches, the first to expire in front; some of the front may have left since they were last looked at.
    stock: Vec<VecDeque<Batch>>,
    /// Batches of lines under way, by the line's place in the store of lines. A line without is fresh when it arrives.
    loads: BTreeMap<u32, Vec<Batch>>,
    /// Batches that are locked, by who locks them and the cell.
    aside: BTreeMap<(Holder, u32), Vec<Batch>>,
    /// Batches that have left one place and not yet reached the next, the first to expire in front.
    hand: VecDeque<Batch>,
    /// Written off since the start, per article.
    pub expired: Vec<Quanta>,
}

impl Batches {
    /// Opening stock, its ages spread evenly.
    pub fn new(plan: &Plan) -> Batches {
        if !plan.shelf.is_used() {
            return Batches::default();
        }
        let of_cell = |cell: &crate::plan::cell::Cell| {
            plan.shelf.life(cell.article).map_or_else(VecDeque::new, |life| spread(cell.initial, life))
        };
        Batches {
            stock: plan.cells.iter().map(of_cell).collect(),
            expired: vec![0; plan.articles.len()],
            ..Batches::default()
        }
    }

    /// Whether the plan has batches.
    #[inline]
    pub fn is_used(&self) -> bool {
        !self.stock.is_empty()
    }

    /// Becomes a copy, reusing its own memory.
    pub fn copy_from(&mut self, other: &Batches) {
        self.stock.clone_from(&other.stock);
        self.loads.clone_from(&other.loads);
        self.aside.clone_from(&other.aside);
        self.expired.clone_from(&other.expired);
    }

    /// Becomes the part of another's batches that belongs to some cells, whose new places are given.
    pub fn take(&mut self, other: &Batches, cells: &[u32], places: &[u32]) {
        if !other.is_used() {
            return;
        }
        self.stock.resize_with(cells.len(), VecDeque::new);
        for (mine, &cell) in self.stock.iter_mut().zip(cells) {
            mine.clone_from(&other.stock[cell as usize]);
        }
        // Lines under way keep their places; those that nobody unloads keep their batches until the place is used again.
        self.loads.clone_from(&other.loads);
        let moved = other.aside.iter().map(|(&(holder, cell), batches)| ((holder, places[cell as usize]), batches));
        self.aside =
            moved.filter(|((_, cell), _)| *cell != u32::MAX).map(|(key, batches)| (key, batches.clone())).collect();
        self.expired.clone_from(&other.expired);
    }

    /// Brings the batches of a cell in line with its stock: what has left was the first to expire.
    fn settle(&mut self, cell: u32, on_hand: Quanta) {
        let batches = &mut self.stock[cell as usize];
        let mut gone = batches.iter().map(|batch| batch.quantity).sum::<Quanta>() - on_hand;
        while gone > 0 {
            let Some(first) = batches.front_mut() else { break };
            let part = gone.min(first.quantity);
            first.quantity -= part;
            gone -= part;
            if first.quantity == 0 {
                batches.pop_front();
            }
        }
    }

    /// Adds a batch to a cell's.
    fn add(&mut self, cell: u32, batch: Batch) {
        let batches = &mut self.stock[cell as usize];
        let place = batches.partition_point(|other| other.expiry < batch.expiry);
        match batches.get_mut(place) {
            Some(other) if other.expiry == batch.expiry => other.quantity += batch.quantity,
            _ => batches.insert(place, batch),
        }
    }

    /// Takes so much out of the hand, the first to expire first; less if there is less.
    pub fn out_of_hand(&mut self, mut quantity: Quanta) -> Vec<Batch> {
        let mut taken = Vec::new();
        while quantity > 0 {
            let Some(first) = self.hand.front_mut() else { break };
            let part = quantity.min(first.quantity);
            taken.push(Batch { quantity: part, ..*first });
            first.quantity -= part;
            quantity -= part;
            if first.quantity == 0 {
                self.hand.pop_front();
            }
        }
        taken
    }

    /// Takes batches in hand that were under way without a line.
    pub fn into_hand(&mut self, load: Vec<Batch>) {
        self.hand.extend(load);
    }

    /// Puts what is in hand on a line under way.
    pub fn load(&mut self, place: u32, quantity: Quanta) {
        let load = self.out_of_hand(quantity);
        self.put_on_line(place, load);
    }

    /// The first day on which goods of a line under way expire; absent where they are fresh on arrival.
    pub fn first_expiry_on_line(&self, place: u32) -> Option<u32> {
        self.loads.get(&place)?.iter().map(|batch| batch.expiry.0).min()
    }

    /// Puts batches on a line under way.
    pub fn put_on_line(&mut self, place: u32, load: Vec<Batch>) {
        if !load.is_empty() {
            self.loads.insert(place, load);
        }
    }

    /// Takes the batches of a line that is no longer under way.
    pub fn off_line(&mut self, place: u32) -> Vec<Batch> {
        if self.loads.is_empty() {
            return Vec::new();
        }
        self.loads.remove(&place).unwrap_or_default()
    }

    /// Takes the batches of a line in hand.
    pub fn unload(&mut self, place: u32) {
        let load = self.off_line(place);
        self.hand.extend(load);
    }

    /// Takes batches in hand.
    pub fn in_hand(&mut self, load: Vec<Batch>) {
        self.hand.extend(load);
    }

    /// Exchanges batches of a cell with others kept elsewhere, quantity for quantity, until these are the freshest of all. The
    /// cell's are in line with its stock.
    pub fn exchange(&mut self, cell: u32, kept: &mut VecDeque<Batch>) {
        let quantity: Quanta = kept.iter().map(|batch| batch.quantity).sum();
        for batch in kept.drain(..) {
            self.add(cell, batch);
        }
        let mut left = quantity;
        while left > 0 {
            let Some(last) = self.stock[cell as usize].back_mut() else { break };
            let part = left.min(last.quantity);
            kept.push_front(Batch { quantity: part, ..*last });
            last.quantity -= part;
            left -= part;
            if last.quantity == 0 {
                self.stock[cell as usize].pop_back();
            }
        }
    }

    /// Takes locked batches of a cell in hand.
    pub fn from_aside(&mut self, holder: Holder, cell: u32) {
        let batches = self.aside.remove(&(holder, cell)).unwrap_or_default();
        self.hand.extend(batches);
    }

    /// Lays so much of what is in hand aside; what the hand lacks expires on a given day.
    fn lay_aside(&mut self, holder: Holder, cell: u32, quantity: Quanta, fresh: Day) {
        let mut batches = self.out_of_hand(quantity);
        let rest = quantity - batches.iter().map(|batch| batch.quantity).sum::<Quanta>();
        if rest > 0 {
            batches.push(Batch { expiry: fresh, quantity: rest });
        }
        let aside = self.aside.entry((holder, cell)).or_default();
        aside.extend(batches);
        aside.sort_unstable();
    }
}

/// A stock whose ages are spread evenly over a life of so many days, the first to expire in front.
fn spread(quantity: Quanta, life: u32) -> VecDeque<Batch> {
    let until =
        |day: u32| Quanta::try_from(i128::from(quantity) * i128::from(day) / i128::from(life)).expect("a part of it");
    let batch = |day: u32| Batch { expiry: Day(day), quantity: until(day) - until(day - 1) };
    (1..=life).map(batch).filter(|batch| batch.quantity > 0).collect()
}

/// The day on which goods expire that come from outside today, if the cell's article has batches.
fn fresh(prepared: &Prepared, state: &State, cell: u32) -> Option<Day> {
    let article = prepared.plan.cells[cell as usize].article;
    prepared.plan.shelf.life(article).map(|life| state.clock.day().plus(life))
}

/// Takes the batches of goods that are about to leave a cell in hand. Called before its stock on hand falls.
pub fn pick_up(prepared: &Prepared, state: &mut State, cell: u32, quantity: Quanta) {
    let State { batches, on_hand, .. } = state;
    if prepared.plan.shelf.life(prepared.plan.cells[cell as usize].article).is_none() {
        return;
    }
    batches.settle(cell, on_hand[cell as usize]);
    let mut left = quantity;
    while left > 0 {
        let Some(first) = batches.stock[cell as usize].front_mut() else { break };
        let part = left.min(first.quantity);
        batches.hand.push_back(Batch { quantity: part, ..*first });
        first.quantity -= part;
        left -= part;
        if first.quantity == 0 {
            batches.stock[cell as usize].pop_front();
        }
    }
}

/// Goods join the stock of a cell: the batches in hand, and fresh goods for what the hand lacks. Called before its stock on
/// hand rises; returns by how much. What has expired is written off; `how` tells whether the goods arrive.
pub fn join<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    (cell, quantity): (u32, Quanta),
    how: Expiry,
    observer: &mut O,
) -> Quanta {
    let Some(fresh) = fresh(prepared, state, cell) else { return quantity };
    let today = state.clock.day();
    let State { batches, on_hand, .. } = state;
    batches.settle(cell, on_hand[cell as usize]);
    let mut joining = batches.out_of_hand(quantity);
    let rest = quantity - joining.iter().map(|batch| batch.quantity).sum::<Quanta>();
    if rest > 0 {
        joining.push(Batch { expiry: fresh, quantity: rest });
    }
    let mut too_old = 0;
    for batch in joining {
        if batch.expiry <= today {
            too_old += batch.quantity;
        } else {
            batches.add(cell, batch);
        }
    }
    if !prepared.plan.apart.is_empty() {
        super::reserve::rotate(prepared, state, cell);
    }
    write_off(prepared, state, (cell, too_old), how, observer);
    quantity - too_old
}

/// Goods that would join the stock of a cell are locked instead.
pub fn lock(prepared: &Prepared, state: &mut State, holder: Holder, cell: u32, quantity: Quanta) {
    if let Some(fresh) = fresh(prepared, state, cell) {
        state.batches.lay_aside(holder, cell, quantity, fresh);
    }
}

/// Writes off what expires today: first of all in the phase *state*.
pub fn expire<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, observer: &mut O) {
    let today = state.clock.day();
    for cell in (0_u32..).take(state.batches.stock.len()) {
        let due = |state: &State| {
            state.batches.stock[cell as usize].front().is_some_and(|first: &Batch| first.expiry <= today)
        };
        if !due(state) {
            continue;
        }
        let State { batches, on_hand, .. } = state;
        batches.settle(cell, on_hand[cell as usize]);
        let mut too_old = 0;
        while due(state) {
            too_old += state.batches.stock[cell as usize].pop_front().map_or(0, |batch| batch.quantity);
        }
        state.on_hand[cell as usize] -= too_old;
        write_off(prepared, state, (cell, too_old), Expiry::InStock, observer);
    }
}

fn write_off<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    (cell, quantity): (u32, Quanta),
    how: Expiry,
    observer: &mut O,
) {
    if quantity > 0 {
        state.batches.expired[prepared.plan.cells[cell as usize].article as usize] += quantity;
        observer.expired(state.clock.day(), cell, quantity, how);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(expiry: u32, quantity: Quanta) -> Batch {
        Batch { expiry: Day(expiry), quantity }
    }

    #[test]
    fn ages_of_an_opening_stock_are_spread_evenly_and_sum_to_it() {
        // 10 over 4 days: 2.5, 5, 7.5, 10 rounded down and taken apart.
        assert_eq!(spread(10, 4), [batch(1, 2), batch(2, 3), batch(3, 2), batch(4, 3)]);
        assert_eq!(spread(2, 5), [batch(3, 1), batch(5, 1)]);
        assert_eq!(spread(7, 1), [batch(1, 7)]);
    }

    #[test]
    fn what_has_left_was_the_first_to_expire() {
        let mut batches = Batches { stock: vec![VecDeque::new()], ..Batches::default() };
        for (expiry, quantity) in [(9, 4), (3, 5), (6, 2), (3, 1)] {
            batches.add(0, batch(expiry, quantity));
        }
        assert_eq!(batches.stock[0], [batch(3, 6), batch(6, 2), batch(9, 4)]);
        batches.settle(0, 5);
        assert_eq!(batches.stock[0], [batch(6, 1), batch(9, 4)]);
        batches.settle(0, 0);
        assert!(batches.stock[0].is_empty());
    }

    #[test]
    fn a_hand_gives_the_first_to_expire_and_no_more_than_it_has() {
        let mut batches = Batches::default();
        batches.hand.extend([batch(3, 4), batch(5, 4)]);
        batches.load(7, 6);
        assert_eq!(batches.out_of_hand(9), [batch(5, 2)]);
        assert_eq!(batches.off_line(7), [batch(3, 4), batch(5, 2)]);
        assert!(batches.off_line(7).is_empty());
    }
}
