//! Phases of a run.

use super::{Id, Scenario, Title, When};
use crate::scenario::source::Place;
use serde::Serialize;
use std::collections::BTreeMap;

/// `[phase.ID]`: another scenario from a date on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PhaseRule {
    /// Name; if the table gives none, that of its file.
    pub title: Title,
    /// Whether the table itself gives a name.
    #[serde(skip)]
    pub titled: bool,
    /// Its first day.
    pub from: When,
    /// What holds from then on.
    #[serde(skip)]
    pub file: PhaseFile,
    /// Site that closes → site that takes over what stands there.
    pub stock_to: BTreeMap<Id, Id>,
    /// The scenario of the file, once it is read.
    pub scenario: Option<Box<Scenario>>,
}

/// The file of a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseFile {
    /// Its path as written.
    pub path: String,
    /// Where that is written.
    pub place: Place,
    /// A scenario of its own; else an overlay on the scenario that has the phase.
    pub whole: bool,
}
