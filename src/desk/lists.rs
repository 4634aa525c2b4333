//! The lists of daily stock work: their columns, as the template names them and as other systems do.

mod history;
mod shortage;
mod slotting;
mod stock;

pub use history::{DELIVERIES, ISSUES, USE};
pub use shortage::{CONTACTS, NOTICES, ORDERS, SUBSTITUTES};
pub use slotting::{PICKS, PLACES};
pub use stock::STOCK;

use crate::sheet::{Column, Kind, Must};

/// A kind of list.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Its name on the command line and in file names.
    pub key: &'static str,
    /// Its name in Swedish and English.
    pub title: [&'static str; 2],
    /// What it holds and who has it.
    pub about: [&'static str; 2],
    /// Its columns; those of [`Must::Filled`] are needed by every tool, others by some.
    pub columns: &'static [Column],
}

impl List {
    /// Its columns, where those named must be there and filled.
    pub fn with(&self, needed: &[&str]) -> Vec<Column> {
        let must = |column: &Column| if needed.contains(&column.key) { Must::Filled } else { column.must };
        self.columns.iter().map(|column| Column { must: must(column), ..*column }).collect()
    }
}

impl List {
    /// The columns that together tell its rows apart; none where the same row may stand twice.
    pub fn identity(&self) -> &'static [&'static str] {
        match self.key {
            "stock" => &["article", "site"],
            "contacts" => &["supplier"],
            "places" => &["place"],
            "substitutes" => &["article", "substitute"],
            _ => &[],
        }
    }
}

/// Every list that the desk reads.
pub const LISTS: [&List; 10] =
    [&STOCK, &USE, &ORDERS, &NOTICES, &DELIVERIES, &ISSUES, &CONTACTS, &SUBSTITUTES, &PLACES, &PICKS];

const fn column(key: &'static str, sv: &'static str, en: &'static str, kind: Kind, about: [&'static str; 2]) -> Column {
    Column { key, sv, en, also: &[], about, kind, must: Must::Optional }
}

const ARTICLE: Column =
    column("article", "Artikelnr", "Article", Kind::Code, ["Artikelnummer, som text", "Article number, as text"])
        .also(&[
            "artikelnummer",
            "artikel",
            "artnr",
            "varunr",
            "varunummer",
            "article number",
            "article id",
            "item",
            "id",
            "codice",
        ])
        .filled();
const NAME: Column = column("name", "Benämning", "Name", Kind::Text, ["Artikelns namn", "Name of the article"])
    .also(&["artikelbenämning", "namn", "produkt", "product", "description", "name-sv", "prodotto"]);
const SITE: Column =
    column("site", "Lagerställe", "Site", Kind::Code, ["Var varan ligger eller ska", "Where the goods are or go"])
        .also(&["lager", "förråd", "enhet", "site id", "warehouse", "magazzino"]);
const SUPPLIER: Column =
    column("supplier", "Leverantör", "Supplier", Kind::Code, ["Vem som levererar", "Who delivers"]).also(&[
        "lev",
        "leverantörsnamn",
        "vendor",
        "fornitore",
    ]);
const COST_CENTRE: Column =
    column("cost-centre", "Kostnadsställe", "Cost centre", Kind::Code, ["Vem som förbrukar", "Who consumes"]).also(&[
        "ks",
        "kst",
        "avdelning",
        "cost center",
        "ward",
        "centro di costo",
    ]);
const PRICE: Column =
    column("price", "Pris", "Price", Kind::Amount, ["SEK per enhet, utan moms", "SEK per unit, without VAT"]).also(&[
        "styckpris",
        "á-pris",
        "a-pris",
        "inköpspris",
        "unit price",
    ]);
const QUANTITY: Column = column("quantity", "Antal", "Quantity", Kind::Number, ["Enheter", "Units"]).also(&[
    "kvantitet",
    "mängd",
    "qty",
    "quantità",
]);
const UNIT: Column =
    column("unit", "Enhet (mått)", "Unit", Kind::Text, ["Vad antal räknas i", "What quantities count"]).also(&[
        "mått",
        "måttenhet",
        "uom",
        "u.m.",
    ]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_columns_of_a_list_answer_to_one_header() {
        for list in LISTS {
            let mut names = std::collections::BTreeMap::new();
            for column in list.columns {
                for name in [column.key, column.sv, column.en].into_iter().chain(column.also.iter().copied()) {
                    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).collect();
                    let before = names.insert(plain.to_lowercase(), column.key);
                    assert!(
                        before.is_none_or(|key| key == column.key),
                        "{}: {name} is {before:?} and {}",
                        list.key,
                        column.key
                    );
                }
            }
        }
    }
}
