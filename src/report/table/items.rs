//! What `beredd items read` prints: an article list in short.

use super::columns::{Cell, Table, wrap};
use crate::items::summary::{Part, Summary};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::{Language, Word};
use crate::scenario::model::Title;
use std::collections::BTreeMap;

/// The summary as text of about `width` columns. `flows` are the titles of flows, where known.
pub fn items(summary: &Summary, flows: &BTreeMap<String, Title>, language: Language, width: usize) -> String {
    let numbers = Numbers(language);
    let count = |number: usize| numbers.count(number as u64);
    let line = Word::ItemsLine.fill(
        language,
        &[
            ("articles", &count(summary.all.articles)),
            ("families", &count(summary.families)),
            ("suppliers", &count(summary.suppliers)),
            ("share", &numbers.share(Some(summary.concentration))),
        ],
    );
    let mut table = Table::new(heads(language));
    let flow = |id: &str| flows.get(id).map_or_else(|| visible(id), |title| visible(language.title(title)));
    let parts = [
        (Word::ItemsFlow, named(&summary.flows, flow)),
        (Word::ItemsChannel, named(&summary.channels, visible)),
        (Word::ItemsClass, named(&summary.classes, visible)),
    ];
    for (heading, parts) in parts {
        table.group(heading.text(language).to_owned());
        for (name, part) in parts {
            let name = if name.is_empty() { Word::ItemsNotSaid.text(language).to_owned() } else { name };
            table.row(row(&name, part, summary, numbers));
        }
    }
    table.group(Word::ItemsAll.text(language).to_owned());
    table.row(row("", &summary.all, summary, numbers));
    let mut text = wrap(&line, width, "") + "\n" + &table.render();
    if !summary.decided_by.is_empty() {
        let whom = summary.decided_by.iter().map(|(name, number)| {
            let name = if name.is_empty() { Word::ItemsNotSaid.text(language).to_owned() } else { visible(name) };
            format!("{name} {}", count(*number))
        });
        let whom = whom.collect::<Vec<_>>().join(", ");
        text += &format!("\n{}", wrap(&Word::ItemsDecidedBy.fill(language, &[("whom", &whom)]), width, ""));
    }
    text
}

fn named(parts: &BTreeMap<String, Part>, name: impl Fn(&str) -> String) -> Vec<(String, &Part)> {
    parts.iter().map(|(id, part)| (name(id), part)).collect()
}

fn heads(language: Language) -> Vec<String> {
    let words = [
        Word::ItemsArticlesHead,
        Word::ItemsCriticalHead,
        Word::ItemsValueHead,
        Word::ItemsShareHead,
        Word::ItemsCriticalValueHead,
        Word::ItemsPalletsHead,
    ];
    std::iter::once(String::new()).chain(words.map(|word| word.text(language).to_owned())).collect()
}

fn row(name: &str, part: &Part, summary: &Summary, numbers: Numbers) -> Vec<Cell> {
    let of = |part: f64, whole: f64| numbers.share((whole > 0.0).then(|| part / whole));
    vec![
        Cell::text(name),
        Cell::number(numbers.count(part.articles as u64)),
        Cell::number(numbers.count(part.critical as u64)),
        Cell::number(numbers.msek(Some(part.value))),
        Cell::number(of(part.value, summary.all.value)),
        Cell::number(of(part.critical_value, part.value)),
        Cell::number(numbers.decimal(part.pallets, 0)),
    ]
}
