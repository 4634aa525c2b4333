//! The book of a way: which orders are open and what is on its way, so that an arrival can be told with its order.

use super::entry::Lot;
use crate::time::Day;
use crate::units::Quanta;
use std::collections::VecDeque;

/// Open orders and goods on their way, both in the order in which they began.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// (day of the order, what of it has not left).
    open: VecDeque<(Day, Quanta)>,
    /// (day on which it joins the stock, the goods).
    on_way: Vec<(Day, Lot)>,
}

impl Book {
    /// An order was written.
    pub fn order(&mut self, day: Day, quantity: Quanta) {
        self.open.push_back((day, quantity));
    }

    /// Of the newest orders so much was taken back.
    pub fn cancel(&mut self, mut quantity: Quanta) {
        while let Some((day, left)) = self.open.pop_back().filter(|_| quantity > 0) {
            let taken = left.min(quantity);
            quantity -= taken;
            if left > taken {
                self.open.push_back((day, left - taken));
            }
            if quantity == 0 {
                break;
            }
        }
    }

    /// Another way takes over so much of the oldest orders.
    pub fn hand_over(&mut self, to: &mut Book, quantity: Quanta) {
        to.open.extend(take(&mut self.open, quantity));
    }

    /// Goods left: the oldest orders are served first.
    pub fn send(&mut self, day: Day, quantity: Quanta, arrival: Day) {
        let ordered = take(&mut self.open, quantity);
        self.on_way.push((arrival, Lot { quantity, sent: day, ordered }));
    }

    /// Goods were bought outside the usual way.
    pub fn buy(&mut self, day: Day, quantity: Quanta) {
        self.on_way.push((day, Lot { quantity, sent: day, ordered: Vec::new() }));
    }

    /// Goods arrived: those that have waited at a dock go first, then those that are due today, then those that have been on
    /// their way for longest.
    pub fn arrive(&mut self, day: Day, quantity: Quanta) -> Vec<Lot> {
        let (mut left, mut lots) = (quantity, Vec::new());
        while left > 0 && !self.on_way.is_empty() {
            let overdue = |(arrival, lot): &(Day, Lot)| *arrival < day && !lot.ordered.is_empty();
            let due = |(arrival, lot): &(Day, Lot)| *arrival == day && lot.quantity == left;
            let place = self
                .on_way
                .iter()
                .position(|one| overdue(one) && one.1.quantity == left)
                .or_else(|| self.on_way.iter().position(overdue))
                .or_else(|| self.on_way.iter().position(due))
                .or_else(|| self.on_way.iter().position(|(arrival, _)| *arrival == day))
                .unwrap_or(0);
            let (arrival, mut lot) = self.on_way.remove(place);
            if lot.quantity > left {
                let (now, later) = split(lot, left);
                self.on_way.insert(place, (arrival, later));
                lot = now;
            }
            left -= lot.quantity;
            lots.push(lot);
        }
        lots
    }
}

/// Takes so much of the oldest orders, with the day of each.
fn take(open: &mut VecDeque<(Day, Quanta)>, quantity: Quanta) -> Vec<(Day, Quanta)> {
    let (mut left, mut taken) = (quantity, Vec::new());
    while left > 0
        && let Some((since, quantity)) = open.pop_front()
    {
        let part = quantity.min(left);
        left -= part;
        taken.push((since, part));
        if quantity > part {
            open.push_front((since, quantity - part));
        }
    }
    taken
}

/// The first `quantity` of a lot, and the rest.
fn split(lot: Lot, quantity: Quanta) -> (Lot, Lot) {
    let (mut left, mut first, mut rest) = (quantity, Vec::new(), Vec::new());
    for (day, ordered) in lot.ordered {
        let taken = ordered.min(left);
        left -= taken;
        first.extend((taken > 0).then_some((day, taken)));
        rest.extend((ordered > taken).then_some((day, ordered - taken)));
    }
    let of = |quantity, ordered| Lot { quantity, sent: lot.sent, ordered };
    (of(quantity, first), of(lot.quantity - quantity, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_order_leaves_first_and_is_told_on_arrival() {
        let mut book = Book::default();
        book.order(Day(1), 10);
        book.order(Day(2), 5);
        book.send(Day(3), 12, Day(6));
        book.send(Day(4), 3, Day(5));
        assert_eq!(book.arrive(Day(5), 3), [Lot { quantity: 3, sent: Day(4), ordered: vec![(Day(2), 3)] }]);
        let lots = book.arrive(Day(6), 12);
        assert_eq!(lots, [Lot { quantity: 12, sent: Day(3), ordered: vec![(Day(1), 10), (Day(2), 2)] }]);
        assert_eq!(book.arrive(Day(7), 4), []);
    }

    #[test]
    fn what_waited_at_a_dock_is_told_before_what_is_due() {
        let mut book = Book::default();
        for day in [0, 1] {
            book.order(Day(day), 2);
            book.send(Day(day), 2, Day(day + 1));
        }
        assert_eq!(book.arrive(Day(2), 2)[0].sent, Day(0));
        assert_eq!(book.arrive(Day(2), 2)[0].sent, Day(1));
    }

    #[test]
    fn what_moves_on_keeps_the_day_of_its_order() {
        let (mut first, mut second) = (Book::default(), Book::default());
        first.order(Day(0), 4);
        first.order(Day(1), 4);
        first.hand_over(&mut second, 6);
        second.send(Day(2), 6, Day(3));
        first.send(Day(2), 2, Day(3));
        let ordered = vec![(Day(0), 4), (Day(1), 2)];
        assert_eq!(second.arrive(Day(3), 6), [Lot { quantity: 6, sent: Day(2), ordered }]);
        assert_eq!(first.arrive(Day(3), 2), [Lot { quantity: 2, sent: Day(2), ordered: vec![(Day(1), 2)] }]);
    }

    #[test]
    fn what_comes_in_parts_is_parted() {
        let mut book = Book::default();
        book.order(Day(0), 4);
        book.order(Day(1), 4);
        book.send(Day(1), 8, Day(3));
        assert_eq!(
            book.arrive(Day(3), 5),
            [Lot { quantity: 5, sent: Day(1), ordered: vec![(Day(0), 4), (Day(1), 1)] }]
        );
        assert_eq!(book.arrive(Day(4), 3), [Lot { quantity: 3, sent: Day(1), ordered: vec![(Day(1), 3)] }]);
    }

    #[test]
    fn what_is_taken_back_is_taken_from_the_newest() {
        let mut book = Book::default();
        book.order(Day(0), 4);
        book.order(Day(1), 4);
        book.cancel(5);
        book.send(Day(2), 3, Day(3));
        assert_eq!(book.arrive(Day(3), 3), [Lot { quantity: 3, sent: Day(2), ordered: vec![(Day(0), 3)] }]);
        assert!(book.open.is_empty());
    }
}
