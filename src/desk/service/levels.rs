//! The usual service levels under both definitions, and what the choice of definition ties up (N4, N5).

use super::{Article, Given, Reading};
use crate::inventory::unanswered::Unanswered;
use serde::Serialize;

/// Levels of the table.
pub const LEVELS: [f64; 6] = [0.90, 0.95, 0.97, 0.98, 0.99, 0.995];

/// One level under both definitions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// The level.
    pub level: f64,
    /// As cycle service.
    pub cycle: Reading,
    /// As fill rate.
    pub fill: Reading,
}

/// Every usual level, read as either.
pub(super) fn compared(article: &Article, lot: f64) -> Result<Vec<Compared>, Unanswered> {
    let reading = |given| article.reading(lot, article.point(lot, given)?);
    LEVELS
        .into_iter()
        .map(|level| {
            let (cycle, fill) = (reading(Given::CycleService(level))?, reading(Given::FillRate(level))?);
            Ok(Compared { level, cycle, fill })
        })
        .collect()
}
