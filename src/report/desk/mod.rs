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
    document(Map::from_iter([("schema".to_owned(), SCHEMA.into()), ("tool".to_owned(), tool.into())]), findings)
}

/// A head and what follows it as one object of JSON text. Long lists are written row by row: as a tree of values they would take
/// ten times the room of their text.
pub fn document<T: Serialize>(head: Map<String, Value>, rest: &T) -> String {
    #[derive(Serialize)]
    struct Whole<'a, T: Serialize> {
        #[serde(flatten)]
        head: Map<String, Value>,
        #[serde(flatten)]
        rest: &'a T,
    }
    // Plain data of numbers and words with text keys, which JSON always holds.
    let text = serde_json::to_string_pretty(&Whole { head, rest });
    debug_assert!(text.is_ok(), "{text:?}");
    text.unwrap_or_default() + "\n"
}

/// An object of JSON as the head of a document.
fn head(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(head) => head,
        _ => Map::new(),
    }
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
