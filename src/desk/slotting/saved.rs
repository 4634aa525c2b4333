//! How far is walked with articles standing where they do, per day and year.

use super::Question;
use super::place::metres;
use super::route::{Round, Ways, round};
use serde::Serialize;
use std::collections::BTreeMap;

const SECONDS_PER_HOUR: f64 = 3_600.0;

/// What is walked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Walk {
    /// Metres per working day.
    pub metres_per_day: f64,
    /// Metres per year.
    pub metres_per_year: f64,
    /// Metres per year that no rounds through these places are below.
    pub at_least_per_year: f64,
    /// Hours per year at the walking speed.
    pub hours_per_year: f64,
    /// Rounds that are proved to be the shortest.
    pub shortest_rounds: usize,
    /// Rounds that are not.
    pub other_rounds: usize,
}

/// Walks orders; equal rounds are found once.
pub struct Walker<'a> {
    question: &'a Question,
    known: BTreeMap<Vec<usize>, Round>,
}

impl<'a> Walker<'a> {
    /// One who has not walked yet.
    pub fn new(question: &'a Question) -> Walker<'a> {
        Walker { question, known: BTreeMap::new() }
    }

    /// What is walked when each article stands in its place.
    pub fn walk(&mut self, places: &[usize]) -> Walk {
        match &self.question.orders {
            Some(orders) => self.rounds(orders, places),
            None => self.one_by_one(places),
        }
    }

    fn rounds(&mut self, orders: &[Vec<usize>], places: &[usize]) -> Walk {
        let (mut length, mut at_least, mut shortest) = (0_i64, 0_i64, 0);
        for order in orders {
            let round = self.round(order, places);
            length += round.length;
            at_least += round.at_least;
            shortest += usize::from(round.is_shortest);
        }
        let per_year = self.question.working_days / self.question.order_days;
        self.told(metres(length) * per_year, metres(at_least) * per_year, (shortest, orders.len() - shortest))
    }

    fn round(&mut self, order: &[usize], places: &[usize]) -> Round {
        let mut stops: Vec<usize> = order.iter().map(|&item| places[item]).collect();
        stops.sort_unstable();
        stops.dedup();
        let layout = &self.question.layout;
        *self.known.entry(stops).or_insert_with_key(|stops| {
            let to = |from: Option<usize>, to: Option<usize>| match (from, to) {
                (Some(from), Some(to)) => layout.between(from, to),
                (Some(place), None) | (None, Some(place)) => layout.from_door(place),
                (None, None) => 0,
            };
            let points: Vec<Option<usize>> = std::iter::once(None).chain(stops.iter().copied().map(Some)).collect();
            let ways: Ways = points.iter().map(|&from| points.iter().map(|&other| to(from, other)).collect()).collect();
            round(&ways)
        })
    }

    /// Every line by itself: to the place and back.
    fn one_by_one(&self, places: &[usize]) -> Walk {
        let items = self.question.items.iter().zip(places);
        let length: f64 =
            items.map(|(item, &place)| item.lines * 2.0 * metres(self.question.layout.from_door(place))).sum();
        self.told(length, length, (0, 0))
    }

    fn told(&self, length: f64, at_least: f64, (shortest_rounds, other_rounds): (usize, usize)) -> Walk {
        Walk {
            metres_per_day: length / self.question.working_days,
            metres_per_year: length,
            at_least_per_year: at_least,
            hours_per_year: length / self.question.speed / SECONDS_PER_HOUR,
            shortest_rounds,
            other_rounds,
        }
    }
}
