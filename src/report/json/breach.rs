//! From the breach of a stop to the recovery: the same keys wherever a stop is told, in `results.json` and of each length of a breaking
//! point.

use super::estimate;
use crate::study::breach::BreachFindings;
use serde_json::Value;

/// An object with the figures of the breach after its own.
pub(super) fn with_breach(head: Value, found: &BreachFindings) -> Value {
    joined(head, found.named().into_iter().map(|(name, figure)| (name, estimate(figure))).collect())
}

/// The keys of one object and then those of another.
pub(super) fn joined(mut head: Value, tail: Value) -> Value {
    if let (Some(keys), Value::Object(more)) = (head.as_object_mut(), tail) {
        keys.extend(more);
    }
    head
}
