//! Reads `results.json` back into findings: the inverse of the writer. What does not fit is told with its place in the
//! document; keys that a newer program of the same schema added are passed over.

mod at;
mod cells;
mod endurance;
mod inputs;
mod slices;

use super::SCHEMA;
use crate::study::findings::Findings;
use at::At;
use serde_json::Value;

/// Why a text is no `results.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Where: line and column where the text is no JSON, else the JSON pointer of what does not fit.
    pub place: String,
    /// What is wrong and what was expected.
    pub message: String,
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let place = super::super::name::visible(&self.place);
        write!(f, "{}{}{}", place, if place.is_empty() { "" } else { ": " }, super::super::name::visible(&self.message))
    }
}

/// Findings from the text of `results.json`; writing them again gives the same text.
///
/// # Errors
/// The text is no JSON, was cut off, is something else than results, or has another schema.
pub fn read(text: &str) -> Result<Findings, ReadError> {
    let value: Value = serde_json::from_str(text).map_err(|error| ReadError {
        place: format!("{}:{}", error.line(), error.column().max(1)),
        message: format!(
            "this is no JSON, or it was cut off ({}); expected results.json of a run",
            error.classify_text()
        ),
    })?;
    let top = At::top(&value);
    let schema = top.maybe_key("schema").map(|schema| schema.count::<u32>()).transpose()?;
    match schema {
        None => return Err(top.wrong("has no `schema`; expected results.json of a run")),
        Some(SCHEMA) => {}
        Some(other) => {
            let message =
                format!("is results.json of schema {other}; this program reads schema {SCHEMA}. Run the study again");
            return Err(top.wrong(&message));
        }
    }
    let inputs = inputs::inputs(&top.key("inputs")?)?;
    let cells = top.key("cells")?.list(|cell| cells::cell(cell, &inputs))?;
    let comparisons = top.key("comparisons")?.list(cells::comparison)?;
    Ok(Findings { inputs, cells, comparisons })
}

trait ClassifyText {
    fn classify_text(&self) -> &'static str;
}

impl ClassifyText for serde_json::Error {
    /// The kind of the fault; serde's own words name no place that a reader could use better than line and column.
    fn classify_text(&self) -> &'static str {
        if self.is_eof() { "the end is missing" } else { "a sign that cannot stand here" }
    }
}
