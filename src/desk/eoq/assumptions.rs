//! What each formula assumes (T4, T6, T10), in our own words. The source's own list of (A)–(F) is lost; the letters here are ours,
//! with (G) and (H) where the source has them.

use serde::Serialize;

/// One assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Assumption {
    /// Demand is known and the same every day.
    A,
    /// The lead time is known and the same for every order.
    B,
    /// A lot comes whole and at once.
    C,
    /// The price of a unit does not depend on the lot.
    D,
    /// An order costs the same whatever its size, and a unit in stock the same whatever their number.
    E,
    /// Nothing runs short.
    F,
    /// Demand over the lead time is normal; in place of A and F.
    G,
    /// The cost of a unit short is known; in place of F.
    H,
}

/// Assumptions of the plain economic lot (A)–(F), in order.
pub const PLAIN: [Assumption; 6] =
    [Assumption::A, Assumption::B, Assumption::C, Assumption::D, Assumption::E, Assumption::F];

/// The plain ones without one.
pub fn without(dropped: Assumption) -> Vec<Assumption> {
    PLAIN.into_iter().filter(|one| *one != dropped).collect()
}
