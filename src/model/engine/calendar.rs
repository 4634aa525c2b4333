//! The phases of a day and their order.

use serde::{Deserialize, Serialize};

/// What happens in a day. The order is named in the scenario (`day-order`), because results of different tools differ
/// only through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayPhase {
    /// Disruptions begin and end.
    State,
    /// Goods arrive.
    Receive,
    /// Wards take what they need.
    Demand,
    /// Stock is reviewed and orders are written.
    Review,
    /// Orders are allocated and shipped.
    Dispatch,
}

impl DayPhase {
    /// The default order of a day.
    pub const DEFAULT_ORDER: [DayPhase; 5] =
        [DayPhase::State, DayPhase::Receive, DayPhase::Demand, DayPhase::Review, DayPhase::Dispatch];

    /// The phase's name in scenario files.
    pub fn name(self) -> &'static str {
        match self {
            DayPhase::State => "state",
            DayPhase::Receive => "receive",
            DayPhase::Demand => "demand",
            DayPhase::Review => "review",
            DayPhase::Dispatch => "dispatch",
        }
    }

    /// The place of the phase in an order of the day.
    ///
    /// # Panics
    /// If the order does not hold the phase; the scenario check refuses such an order.
    pub fn place(self, order: &[DayPhase; 5]) -> u8 {
        let place = order.iter().position(|&phase| phase == self).expect("an order of the day holds every phase");
        u8::try_from(place).expect("a day has five phases")
    }
}
