//! Rows of a stock list that get no proposal, and why.

use super::Say;
use super::lacks::names;
use crate::desk::reorder::rows::Apart;
use crate::desk::reorder::{Lacking, Proposals, SetApart};
use crate::report::book::{Cell, Form, Leaf};
use crate::report::wording::desk::reorder::ReorderWord as Word;

/// Rows whose rule lacks data.
pub(super) fn lacking_leaf(found: &Proposals, say: Say) -> Leaf {
    let heads = say.heads(&[
        (Word::RowHead, Form::Number(0)),
        (Word::ArticleHead, Form::Text),
        (Word::NameHead, Form::Text),
        (Word::SiteHead, Form::Text),
        (Word::LacksHead, Form::Text),
    ]);
    let row = |one: &Lacking| -> Vec<Cell> {
        let columns = names(&one.columns, say);
        let lacks = say.fill(Word::LacksFor, &[("rule", &say.rule(one.rule)), ("columns", &columns)]);
        vec![
            f64::from(one.line).into(),
            one.article.clone().into(),
            one.name.clone().into(),
            one.site.clone().into(),
            lacks.into(),
        ]
    };
    Leaf { name: say.text(Word::LackingTitle), heads, rows: found.lacking.iter().map(row).collect() }
}

/// Rows that no rule of stock is for.
pub(super) fn apart_leaf(found: &Proposals, say: Say) -> Leaf {
    let heads = say.heads(&[
        (Word::RowHead, Form::Number(0)),
        (Word::ArticleHead, Form::Text),
        (Word::NameHead, Form::Text),
        (Word::SiteHead, Form::Text),
        (Word::ApartHead, Form::Text),
    ]);
    let row = |one: &SetApart| -> Vec<Cell> {
        let why = match one.why {
            Apart::Transit => say.text(Word::Transit),
            Apart::Withdrawn if one.on_hand > 0.0 => say.text(Word::WithdrawnWithStock),
            Apart::Withdrawn => say.text(Word::Withdrawn),
        };
        vec![
            f64::from(one.line).into(),
            one.article.clone().into(),
            one.name.clone().into(),
            one.site.clone().into(),
            why.into(),
        ]
    };
    Leaf { name: say.text(Word::ApartTitle), heads, rows: found.apart.iter().map(row).collect() }
}
