//! A synthetic list as files: the rows as CSV, its flows and families as tables of a scenario.

use super::families::{Families, title};
use super::generate::Item;
use std::fmt::Write;

/// The columns of a generated list: keys of `[article.ID]`.
pub const COLUMNS: [&str; 16] = [
    "id",
    "name-sv",
    "name-en",
    "flow",
    "family",
    "class",
    "channel",
    "supplier",
    "critical",
    "critical-decided-by",
    "price",
    "pack",
    "volume",
    "shelf-life",
    "temperature",
    "demand",
];

/// Who decided that a synthetic article is critical: nobody of the region.
const DECIDED_BY: &str = "assumption";

/// The list as CSV with a header, lines ended by a line feed.
pub fn csv(items: &[Item]) -> String {
    let mut text = COLUMNS.join(",") + "\n";
    for item in items {
        let cells = [
            item.id.clone(),
            item.name.sv.clone(),
            item.name.en.clone(),
            item.flow.clone(),
            item.family.clone(),
            item.class.to_owned(),
            item.channel.clone(),
            item.supplier.clone(),
            (if item.critical { "yes" } else { "no" }).to_owned(),
            (if item.critical { DECIDED_BY } else { "" }).to_owned(),
            item.price.to_string(),
            item.pack.to_string(),
            item.volume.to_string(),
            item.shelf_life.map_or_else(String::new, |days| days.to_string()),
            item.temperature.clone(),
            item.demand.to_string(),
        ];
        text.push_str(&cells.map(|cell| quoted(&cell)).join(","));
        text.push('\n');
    }
    text
}

/// A cell, in quotes if it holds a separator or a quote.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// `[flow.*]` and `[family.*]` of the built-in table, as a part of a scenario.
pub fn tables(table: &Families) -> String {
    let mut text = String::from(
        "# Flows and product families: made by `beredd items generate --tables`. Synthetic articles; the words are assumptions.\n",
    );
    let both = |text: &str| {
        let title = title(text);
        format!("{{ sv = \"{}\", en = \"{}\" }}", title.sv, title.en)
    };
    // Writing to a string cannot fail.
    for (id, flow) in &table.flow {
        let _ = write!(
            text,
            "\n[flow.{id}]\ntitle = {}\nneed = {}\nunit = {}\n",
            both(&flow.title),
            both(&flow.need),
            both(&flow.unit)
        );
    }
    for (id, family) in &table.family {
        let _ = write!(text, "\n[family.{id}]\ntitle = {}\n", both(&family.title));
    }
    text
}
