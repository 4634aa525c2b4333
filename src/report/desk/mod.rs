//! What the tools of the stock desk print, draw and write.

pub mod abc;
pub mod annex;
pub mod cross_abc;
pub mod fit;
pub mod import;
mod problems;
mod reference;
pub mod template;
pub mod told;
pub mod turnover;

pub use problems::{assumed, leaf as problems_leaf, problems, unread_sheets};
pub use reference::reference;
pub use sheaf::{Part, Sheaf};
pub mod eoq;
mod figures;
pub mod reorder;
pub mod service;
mod sheaf;
pub mod shortage_cost;
pub mod shortages;
pub mod slotting;
pub mod suppliers;

use crate::report::wording::Language;
use serde::Serialize;
use serde_json::{Map, Value};

/// Version of the JSON of the desk's calculators.
const SCHEMA: u32 = 1;

/// Findings as JSON text: indented, never rounded, ending in a newline.
fn json<T: Serialize>(tool: &str, findings: &T) -> String {
    let mut object = Map::new();
    object.insert("schema".into(), SCHEMA.into());
    object.insert("tool".into(), tool.into());
    // Plain data of numbers and words, which JSON always holds.
    if let Ok(Value::Object(found)) = serde_json::to_value(findings) {
        object.extend(found);
    }
    format!("{:#}\n", Value::Object(object))
}

/// The text with a capital first letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// An amount for people, in about four digits.
pub fn amount(value: f64, language: Language) -> String {
    figures::Figures(language).amount(value)
}

/// A share for people, in per cent with its sign.
pub fn percent(share: f64, language: Language) -> String {
    figures::Figures(language).percent(share)
}
