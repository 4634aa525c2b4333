//! What to order today: every row of a stock list weighed by its rule, joined by supplier. The rules are those of
//! [`crate::inventory::reorder`], which the simulator's reviews apply.

pub mod backtest;
mod classes;
mod compare;
mod joined;
mod proposals;
pub mod rows;
mod weigh;

pub use classes::classes;
pub use compare::{Compared, Comparison, compare};
pub use joined::{Joined, joined};
pub use proposals::{Lacking, Line, Proposals, SetApart, Warning, propose};
pub use weigh::{Basis, Figures, Lot, Multiple, Point, Rounding, RuleKind, Terms, Weighed, weigh};

use crate::units::Quanta;
use serde::{Serialize, Serializer};

/// Quanta of a unit: quantities of lists are reckoned exactly to a thousandth.
const RESOLUTION: f64 = 1000.0;
/// More units than a list of one article can mean; sums of less are exact.
const MOST_UNITS: f64 = 1e9;

/// Units in quanta; `None` above a billion.
fn quanta(units: f64) -> Option<Quanta> {
    (units.abs() <= MOST_UNITS).then(|| libm::round(units * RESOLUTION) as Quanta)
}

fn units(quanta: Quanta) -> f64 {
    quanta as f64 / RESOLUTION
}

/// What each rule says, in the order of [`RuleKind::ALL`], or the columns that it lacks.
pub type ByRule<T> = [Result<T, Vec<&'static str>>; 3];

/// The rules by name, each with what it says or `lacks`.
fn by_rule<T: Serialize, S: Serializer>(rules: &ByRule<T>, to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Either<'r, T> {
        Says(&'r T),
        Lacks { lacks: &'r [&'static str] },
    }
    to.collect_map(RuleKind::ALL.iter().zip(rules).map(|(rule, found)| match found {
        Ok(found) => (rule, Either::Says(found)),
        Err(lacks) => (rule, Either::Lacks { lacks }),
    }))
}

#[cfg(test)]
mod tests;
