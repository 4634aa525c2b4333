//! What theory says about a case: every quantity of its kind, under the keys of the file of known answers.

use super::cases::{Case, Fault, Quantity};
use std::collections::BTreeMap;

/// The kinds of cases that have a closed form or a numerical answer.
pub const KINDS: &[&str] = &[];

/// Every quantity of the case's kind by its key, also when the case expects none of them.
///
/// # Errors
/// The first fault: an unknown kind, an input that is missing, unknown or out of range, or no answer at all.
pub fn answers(case: &Case) -> Result<BTreeMap<String, Quantity>, Fault> {
    Err(Fault::of_case(&case.name, "kind", &format!("no kind `{}`", case.kind)))
}
