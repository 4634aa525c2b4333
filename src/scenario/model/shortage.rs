//! What a scenario says about need that stock does not cover.

use super::{Id, Selection};
use crate::plan::shortage::KINDS;
use crate::units::MilliOre;
use serde::Serialize;

/// `[reaction.ID]`. Shares and costs in the order of [`ReactionKind::ALL`](crate::plan::shortage::ReactionKind::ALL).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReactionRule {
    /// Sites with demand.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
    /// Millionths of what is short; they sum to a million.
    pub shares: [i64; KINDS],
    /// Days until an emergency order arrives.
    pub emergency_days: u32,
    /// Days until need comes back.
    pub come_back_days: u32,
    /// Price per unit.
    pub costs: [Option<MilliOre>; KINDS],
}

/// `[rationing.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RationingRule {
    /// Selling sites.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
    /// Who gets what.
    pub kind: RationingKind,
    /// Holds only where a cut names it.
    pub only_in_cuts: bool,
}

/// Who gets what when stock does not cover the requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum RationingKind {
    /// All in proportion.
    Proportional,
    /// The longest waiting first.
    FirstCome,
    /// Buying sites in an order; those not named come last, together.
    Priority(Vec<Id>),
}

/// `[neighbour.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NeighbourRule {
    /// Sites with demand that take.
    pub at: Vec<Id>,
    /// Sites that give; empty: the other sites of `at`.
    pub from: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
    /// Days of the giver's mean use that stay there.
    pub keep_days: f64,
    /// Days until what is given is there.
    pub days: u32,
    /// Price of a line.
    pub price: Option<MilliOre>,
    /// Acts in the copies of probes.
    pub in_stop: bool,
}

/// `[whole-order.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WholeOrderRule {
    /// Sites with demand.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
}
