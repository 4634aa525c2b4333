//! Ways: where the goods of a cell can come from.
//!
//! Every cell has a first way, which stands in the cell itself and has the cell's number. Further ways stand in
//! [`Plan::further_ways`] and are numbered on from there; the table is empty where every cell has one source.

use super::Plan;
use super::shortage::WHOLE;
use crate::random::key::StreamName;
use serde::{Deserialize, Serialize};

/// A source of a cell and the lane that leads from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// The cell that buys.
    pub cell: u32,
    /// The lane.
    pub lane: u32,
    /// The cell at the other end of the lane; `None` when a supplier sells directly.
    pub source: Option<u32>,
    /// The offer bought, when a supplier sells directly.
    pub offer: Option<u32>,
    /// Draws independent lead times, as [`super::cell::Cell::lead_stream`] does.
    pub lead_stream: StreamName,
}

/// How a cell uses its ways. A cell without one orders everything by its first way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sourcing {
    /// The cell.
    pub cell: u32,
    /// Ways that orders are written to, each with its agreed share in millionths; the shares sum to [`WHOLE`]. At least one.
    pub agreed: Vec<(u32, i64)>,
    /// Ways that take over, in this order, what is not shipped.
    pub fail_over: Vec<u32>,
    /// Days that a request waits at a way before it moves on; 0: at once when the way is stopped, else the next day.
    pub after_days: u32,
}

impl Plan {
    /// How many ways there are.
    pub fn ways(&self) -> usize {
        self.cells.len() + self.further_ways.len()
    }

    /// The way of a number.
    #[inline]
    pub fn way(&self, number: u32) -> Way {
        match self.cells.get(number as usize) {
            Some(cell) => Way {
                cell: number,
                lane: cell.lane,
                source: cell.source,
                offer: cell.offer,
                lead_stream: cell.lead_stream,
            },
            None => self.further_ways[number as usize - self.cells.len()],
        }
    }

    /// The cell that buys by a way.
    #[inline]
    pub fn buyer(&self, way: u32) -> u32 {
        if (way as usize) < self.cells.len() { way } else { self.way(way).cell }
    }

    /// The share of a cell's orders that goes by a way when the run starts.
    pub fn agreed_share(&self, way: u32) -> f64 {
        let (cell, rules) = (self.buyer(way), &self.phases[0].sourcing);
        match rules.binary_search_by_key(&cell, |rule| rule.cell) {
            Err(_) => f64::from(u8::from(way == cell)),
            Ok(place) => {
                let agreed = rules[place].agreed.iter().find(|(agreed, _)| *agreed == way);
                agreed.map_or(0.0, |&(_, share)| share as f64 / WHOLE as f64)
            }
        }
    }
}
