//! Cells: one article in one pool at one site.

use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// A half-open range of indices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// First index.
    pub start: u32,
    /// One past the last index.
    pub end: u32,
}

impl Range {
    /// The indices as `usize`.
    pub fn indices(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One article in one pool at one site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The site.
    pub site: u32,
    /// The pool, which names the owner.
    pub pool: u32,
    /// The article.
    pub article: u32,
    /// The lane that supplies the cell.
    pub lane: u32,
    /// The cell at the other end of the lane; `None` when a supplier sells directly.
    pub source: Option<u32>,
    /// The offer bought, when a supplier sells directly.
    pub offer: Option<u32>,
    /// Stock on hand when the run starts.
    pub initial: Quanta,
    /// Mean use per calendar day through the cell, in quanta (own demand and that of all buyers below).
    pub mean_daily: f64,
    /// The part of the cell's stock rule that is reserve (design.md: words kept apart).
    pub reserve: Quanta,
    /// Draws an independent lead time for each (article, order date), used by lanes with independent lead times.
    pub lead_stream: crate::random::key::StreamName,
}
