//! Which breaches a figure counts. A breach is what [`crate::sim::stop::breach`] says: a share served below the threshold for days in a
//! row, from the first day followed to the last. Everyday shortage can be one too, so every answer that speaks of breaches says which
//! of them it counts, by one of these two words.

/// Which breaches count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Every one, also one that would have come without the stop: the stop that ends, and the breaking point.
    Every,
    /// Only those of probes that have none without the failure, over the same days under the same luck: exposure.
    Caused,
}

impl Counted {
    /// The word in data files.
    pub fn id(self) -> &'static str {
        match self {
            Counted::Every => "every",
            Counted::Caused => "caused",
        }
    }
}
