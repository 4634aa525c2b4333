//! The long tables of the stock desk: one value per row.

pub mod eoq;
pub mod service;
pub mod shortage_cost;
pub mod slotting;

use super::{Rows, number_cell, text_cell};

const COLUMNS: [&str; 5] = ["part", "item", "metric", "unit", "value"];

/// A long table being filled.
pub(super) struct Long(Rows);

impl Long {
    /// The header.
    pub(super) fn new() -> Long {
        Long(Rows::with_header(&COLUMNS))
    }

    /// A value; nothing where there is none.
    pub(super) fn value(&mut self, place: (&str, &str), (metric, unit): (&str, &str), value: Option<f64>) {
        if value.is_some() {
            let cells = [place.0, place.1, metric, unit].map(text_cell);
            self.0.push(&[&cells[..], &[number_cell(value)]].concat());
        }
    }

    /// The table.
    pub(super) fn text(self) -> String {
        self.0.text()
    }
}

/// The name of a plain enumeration as its JSON writes it.
pub(super) fn id<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
