//! The rules side by side.

use super::super::sheaf::Sheaf;
use super::lacks::{apart, names};
use super::{Held, Say, Word};
use crate::desk::reorder::{Compared, Comparison, RuleKind};
use crate::report::book::{Cell, Form, Head, Leaf};
use crate::report::wording::Language;

/// Quantity and value by each rule, row by row.
pub fn compared(found: &Comparison, held: &Held, language: Language) -> Sheaf {
    let say = Say::new(language);
    let count = |count: usize| say.numbers.count(count as u64);
    let [l1, l2, l3] = found.lines.map(count);
    let [v1, v2, v3] = found.value.map(|sek| say.sek(sek));
    let places =
        [("common", count(found.common)), ("l1", l1), ("l2", l2), ("l3", l3), ("v1", v1), ("v2", v2), ("v3", v3)];
    let sum = say.fill(Word::CompareSum, &places.each_ref().map(|(place, text)| (*place, text.as_str())));
    let leaf = leaf(found, say);
    let title = say.fill(Word::TitleCompare, &[("today", &held.today.to_string())]);
    let mut notes = say.held(held);
    notes.push(say.text(Word::ListHolds));
    Sheaf {
        head: vec![title, say.text(Word::CompareHow), sum],
        body: apart(&leaf, &[0, 1, 2], say),
        notes,
        sheets: vec![leaf],
    }
}

fn leaf(found: &Comparison, say: Say) -> Leaf {
    let mut heads =
        say.heads(&[(Word::ArticleHead, Form::Text), (Word::NameHead, Form::Text), (Word::SiteHead, Form::Text)]);
    for rule in RuleKind::ALL {
        let name = say.rule(rule);
        heads.push(Head::new(say.fill(Word::RuleQuantityHead, &[("rule", &name)]), Form::Number(0)));
        heads.push(Head::new(say.fill(Word::RuleValueHead, &[("rule", &name)]), Form::Number(0)));
    }
    heads.push(Head::new(say.text(Word::LacksHead), Form::Text));
    let row = |one: &Compared| -> Vec<Cell> {
        let mut cells: Vec<Cell> = vec![one.article.clone().into(), one.name.clone().into(), one.site.clone().into()];
        let mut lacks: Vec<String> = Vec::new();
        for (rule, weighed) in RuleKind::ALL.into_iter().zip(&one.rules) {
            match weighed {
                Ok(weighed) => {
                    let value = one.price.map(|price| price * weighed.quantity);
                    cells.extend([weighed.quantity.into(), value.into()]);
                }
                Err(columns) => {
                    cells.extend([Cell::Empty, Cell::Empty]);
                    let places = [("rule", say.rule(rule)), ("columns", names(columns, say))];
                    lacks.push(
                        say.fill(Word::LacksFor, &places.each_ref().map(|(place, text)| (*place, text.as_str()))),
                    );
                }
            }
        }
        cells.push(lacks.join("; ").into());
        cells
    };
    Leaf { name: say.text(Word::LinesTitle), heads, rows: found.rows.iter().map(row).collect() }
}
