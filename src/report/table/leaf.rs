//! A table that leaves the house, as text for people: as many rows and columns as fit, and what was left out is told.

use super::columns::{Cell, Table, wrap};
use crate::report::book::{Form, Leaf};
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::sheet::SheetWord as Word;

/// The table with its name above it; at most so many columns of the terminal and so many rows.
pub fn leaf(leaf: &Leaf, language: Language, width: usize, most: usize) -> String {
    let numbers = Numbers(language);
    let rows: Vec<Vec<String>> = leaf.rows.iter().take(most).map(|row| leaf.shown(row, numbers)).collect();
    let table = |columns: usize| {
        let mut table = Table::new(leaf.heads.iter().take(columns).map(|head| head.text.clone()).collect());
        for row in &rows {
            let cells = leaf.heads.iter().zip(row).take(columns);
            table.row(cells.map(|(head, text)| cell(head.form, text)).collect());
        }
        table
    };
    let all = leaf.heads.len();
    let fits = (1..=all).rev().find(|&columns| table(columns).width() <= width).unwrap_or(all.min(1));
    let mut text = wrap(&leaf.name, width, "") + "\n" + &table(fits).render();
    if leaf.rows.len() > most {
        let rest = numbers.count((leaf.rows.len() - most) as u64);
        text += &wrap(&Word::MoreRows.fill(language, &[("n", &rest)]), width, "");
    }
    if fits < all {
        let heads: Vec<String> = leaf.heads.iter().skip(fits).map(|head| head.text.replace('\n', " ")).collect();
        text += &wrap(&Word::MoreColumns.fill(language, &[("heads", &heads.join(", "))]), width, "");
    }
    text
}

fn cell(form: Form, text: &str) -> Cell {
    match form {
        Form::Text => Cell::text(text),
        _ => Cell::number(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::book::Head;

    #[test]
    fn what_does_not_fit_is_told() {
        let heads = ["Artikelnr", "Antal", "Orsak"].into_iter().zip([Form::Text, Form::Number(0), Form::Text]);
        let row = |article: &str, count: f64| vec![article.into(), count.into(), "under beställningspunkten".into()];
        let table = Leaf {
            name: "Förslag".to_owned(),
            heads: heads.map(|(text, form)| Head::new(text, form)).collect(),
            rows: vec![row("0012", 1200.0), row("7", 5.0), row("8", 6.0)],
        };
        let text = leaf(&table, Language::Sv, 40, 2);
        let expected = "Förslag\n\n  Artikelnr  Antal\n──────────────────\n  0012       1\u{a0}200\n  7              5\n\
                        1 rad till: i filerna (-o).\nKolumner som inte får plats: Orsak.\n";
        assert_eq!(text, expected);
    }
}
