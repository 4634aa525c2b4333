//! The rules side by side on one list.

use super::rows::StockRow;
use super::weigh::{RuleKind, Terms, Weighed, weigh};
use serde::Serialize;

/// A row under every rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// Row of the file.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub site: String,
    /// SEK per unit.
    pub price: Option<f64>,
    /// What each rule says, in the order of [`RuleKind::ALL`], or the columns that it lacks.
    #[serde(serialize_with = "super::by_rule")]
    pub rules: super::ByRule<Weighed>,
}

/// A list under every rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Row by row, in the order of the list.
    pub rows: Vec<Compared>,
    /// Rows that every rule can weigh; the sums are theirs.
    pub common: usize,
    /// Lines to order under each rule.
    pub lines: [usize; 3],
    /// SEK to order under each rule, of rows with a price.
    pub value: [f64; 3],
}

/// Weighs every row by all three rules.
pub fn compare(rows: &[StockRow], terms: &Terms) -> Comparison {
    let compared: Vec<Compared> = rows
        .iter()
        .map(|row| Compared {
            line: row.line,
            article: row.article.clone(),
            name: row.name.clone(),
            site: row.site.clone(),
            price: row.price,
            rules: RuleKind::ALL.map(|rule| weigh(row, rule, terms)),
        })
        .collect();
    let (mut common, mut lines, mut value) = (0, [0; 3], [0.0; 3]);
    for row in compared.iter().filter(|row| row.rules.iter().all(Result::is_ok)) {
        common += 1;
        for (place, weighed) in row.rules.iter().flatten().enumerate() {
            lines[place] += usize::from(weighed.quantity > 0.0);
            value[place] += weighed.quantity * row.price.unwrap_or_default();
        }
    }
    Comparison { rows: compared, common, lines, value }
}
