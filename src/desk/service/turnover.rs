//! A target of turns beside a service level (T50): the lot that follows, or how they contradict each other.

use super::{Article, Question, Reading};
use crate::inventory::turnover_target::{Turnover, lot_for_turnover};
use crate::inventory::unanswered::Unanswered;
use serde::Serialize;

/// What a target of turns comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Target {
    /// Turns per year asked for.
    pub turns: f64,
    /// Mean stock that they allow, units.
    pub stock: f64,
    /// The lot that keeps them, units; none where the service forbids them.
    pub lot: Option<f64>,
    /// Orders per year with that lot.
    pub orders_per_year: Option<f64>,
    /// That lot, read in every way.
    pub reading: Option<Reading>,
    /// Where the service forbids them: turns per year that it allows at most, however small the lots.
    pub most_turns: Option<f64>,
    /// Turns per year with the lot that was given, where one was.
    pub turns_of_given_lot: Option<f64>,
}

pub(super) fn target(article: &Article, turns: f64, question: &Question) -> Result<Target, Unanswered> {
    let lacking = Unanswered::because(
        "turnover",
        "a target of turns stands beside a service: give --cycle-service or --fill-rate",
    );
    let service = question.given.service().ok_or(lacking)?;
    let of_given = |lot: f64| Ok(article.reading(lot, service.point(article.law, lot)?)?.turns);
    let turns_of_given_lot = question.lot.map(of_given).transpose()?;
    let stock = article.demand_year / turns;
    let plain =
        Target { turns, stock, lot: None, orders_per_year: None, reading: None, most_turns: None, turns_of_given_lot };
    Ok(match lot_for_turnover(article.law, article.demand_year, turns, service)? {
        Turnover::TooMany { most_turns } => Target { most_turns: Some(most_turns), ..plain },
        Turnover::Kept { lot, reorder_point } => Target {
            lot: Some(lot),
            orders_per_year: Some(article.demand_year / lot),
            reading: Some(article.reading(lot, reorder_point)?),
            ..plain
        },
    })
}
