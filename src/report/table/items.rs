//! What `beredd items read` prints: an article list in short.

use super::columns::{Cell, Table, wrap};
use crate::items::summary::{Part, Summary};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::items::ItemsWord;
use crate::scenario::model::{MoneyUnit, Title};
use std::collections::BTreeMap;

/// What a scenario or a study says about how its articles are shown; nothing of it for a bare list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Titles of flows, where known.
    pub flows: BTreeMap<String, Title>,
    /// What millions of kronor are called.
    pub money: MoneyUnit,
}

/// The summary as text of about `width` columns.
pub fn items(summary: &Summary, shown: &Shown, language: Language, width: usize) -> String {
    let numbers = Numbers(language);
    let count = |number: usize| numbers.count(number as u64);
    let line = ItemsWord::Line.fill(
        language,
        &[
            ("articles", &count(summary.all.articles)),
            ("families", &count(summary.families)),
            ("suppliers", &count(summary.suppliers)),
            ("top", &top(summary, language)),
        ],
    );
    let mut table = Table::new(heads(language, numbers.money_unit(shown.money)));
    let flow = |id: &str| shown.flows.get(id).map_or_else(|| visible(id), |title| visible(language.title(title)));
    let parts = [
        (ItemsWord::Flow, named(&summary.flows, flow)),
        (ItemsWord::Channel, named(&summary.channels, visible)),
        (ItemsWord::Class, named(&summary.classes, visible)),
    ];
    for (heading, parts) in parts {
        table.group(heading.text(language).to_owned());
        for (name, part) in parts {
            let name = if name.is_empty() { ItemsWord::NotSaid.text(language).to_owned() } else { name };
            table.row(row(&name, part, summary, numbers));
        }
    }
    table.group(ItemsWord::All.text(language).to_owned());
    table.row(row("", &summary.all, summary, numbers));
    let mut text = wrap(&line, width, "") + "\n" + &table.render();
    if !summary.decided_by.is_empty() {
        let whom = summary.decided_by.iter().map(|(name, number)| {
            let name = if name.is_empty() { ItemsWord::NotSaid.text(language).to_owned() } else { visible(name) };
            format!("{name} {}", count(*number))
        });
        let whom = whom.collect::<Vec<_>>().join(", ");
        text += &format!("\n{}", wrap(&ItemsWord::DecidedBy.fill(language, &[("whom", &whom)]), width, ""));
    }
    text
}

/// What the articles of the largest value carry, and how many they are.
fn top(summary: &Summary, language: Language) -> String {
    let numbers = Numbers(language);
    let share = numbers.share(Some(summary.concentration));
    let word = if summary.top_articles == 1 { ItemsWord::TopOne } else { ItemsWord::Top };
    word.fill(language, &[("top", &numbers.count(summary.top_articles as u64)), ("share", &share)])
}

fn named(parts: &BTreeMap<String, Part>, name: impl Fn(&str) -> String) -> Vec<(String, &Part)> {
    parts.iter().map(|(id, part)| (name(id), part)).collect()
}

fn heads(language: Language, money: &str) -> Vec<String> {
    let words = [
        ItemsWord::ArticlesHead,
        ItemsWord::CriticalHead,
        ItemsWord::ValueHead,
        ItemsWord::ShareHead,
        ItemsWord::CriticalValueHead,
        ItemsWord::PalletsHead,
    ];
    std::iter::once(String::new()).chain(words.map(|word| word.fill(language, &[("money", money)]))).collect()
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
