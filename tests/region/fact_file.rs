//! Shipped values against chapter 4 of the fact file (`tests/data/domain_chapter_4.toml`).

use crate::support::{read, shipped};
use beredd::scenario::model::{Article, Scenario};
use beredd::scenario::study::Loaded;
use beredd::scenario::tree::{Node, Table, Value};
use serde::Deserialize;

#[derive(Deserialize)]
struct FactFile {
    value: Vec<Row>,
    total: Vec<Total>,
}

/// One value of the fact file.
#[derive(Deserialize)]
struct Row {
    scenario: String,
    key: String,
    domain: String,
    low: String,
    high: String,
    deviation: Option<String>,
}

/// One total over the article list.
#[derive(Deserialize)]
struct Total {
    name: String,
    low: String,
    high: String,
}

fn fact_file() -> FactFile {
    toml::from_str(include_str!("../data/domain_chapter_4.toml")).expect("the values of the fact file")
}

fn region() -> Loaded {
    read(&shipped("scenarios/vasterbotten/study.toml"), &[])
}

/// The full study has every alternative.
fn full() -> Loaded {
    read(&shipped("scenarios/vasterbotten/full.toml"), &[])
}

/// An amount: its number and, word for word, its unit.
#[derive(Clone, Debug, PartialEq)]
struct Amount {
    number: f64,
    unit: String,
}

impl Amount {
    fn of(text: &str) -> Amount {
        let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
        let (number, unit) = text.split_at(end);
        let number = number.parse().unwrap_or_else(|_| panic!("{text} is no amount"));
        Amount { number, unit: unit.trim().trim_end_matches('s').replace("days", "day") }
    }

    fn is_between(&self, low: &Amount, high: &Amount) -> bool {
        self.unit == low.unit && self.unit == high.unit && (low.number..=high.number).contains(&self.number)
    }
}

/// The shipped value at a key path; `{ value = … }` is looked through at every step.
fn resolved<'a>(root: &'a Table, path: &str) -> Option<&'a Node> {
    let mut parts = path.split('.');
    let mut node = looked_through(&root.get(parts.next()?)?.node);
    for part in parts {
        node = looked_through(&node.table()?.get(part)?.node);
    }
    Some(node)
}

fn looked_through(node: &Node) -> &Node {
    node.table().and_then(|table| table.get("value")).map_or(node, |entry| &entry.node)
}

fn amount_of(node: &Node) -> Amount {
    match &node.value {
        Value::Text(text) | Value::Cell(text) => Amount::of(text),
        Value::Integer(number) => Amount { number: *number as f64, unit: String::new() },
        Value::Float(number) => Amount { number: *number, unit: String::new() },
        other => panic!("{other:?} is no amount"),
    }
}

/// The most probable day of a law of whole days, whose shortest and longest must be the ends of the range; `None` for other values.
fn most_probable_day(node: &Node, low: &Amount, high: &Amount) -> Option<Amount> {
    let list = |key: &str| match &node.table()?.get(key)?.node.value {
        Value::List(nodes) => Some(nodes.iter().map(amount_of).collect::<Vec<_>>()),
        _ => None,
    };
    let (days, odds) = (list("days")?, list("probabilities")?);
    assert_eq!((days.first(), days.last()), (Some(low), Some(high)));
    let best = odds.iter().zip(days).max_by(|(one, _), (other, _)| one.number.total_cmp(&other.number));
    best.map(|(_, day)| day)
}

#[test]
fn shipped_values_are_those_of_the_fact_file_or_listed_deviations() {
    let (loaded, rows) = (full(), fact_file().value);
    assert!(rows.len() > 80, "{} rows", rows.len());
    let deviations = include_str!("../../docs/deviations.md");
    for Row { scenario, key, domain, low, high, deviation } in &rows {
        let node = resolved(&loaded.resolved[scenario], key).unwrap_or_else(|| panic!("{scenario} has no {key}"));
        let (low, high) = (Amount::of(low), Amount::of(high));
        if let Some(days) = most_probable_day(node, &low, &high) {
            assert_eq!(days, Amount::of(domain), "{scenario}: {key}");
            continue;
        }
        let found = amount_of(node);
        match deviation {
            None => {
                assert_eq!(found, Amount::of(domain), "{scenario}: {key}");
                assert!(found.is_between(&low, &high), "{scenario}: {key}");
            }
            Some(id) => {
                assert!(found.is_between(&low, &high), "{scenario}: {key} is {found:?}, outside {low:?} to {high:?}");
                assert!(deviations.contains(&format!("| {id} | `")), "{id} is not in docs/deviations.md");
            }
        }
    }
    let listed = deviations.split("## ").find(|part| part.starts_with("Values that differ")).expect("the list");
    for line in listed.lines().filter(|line| line.contains(" | `")) {
        let id = line.split('|').nth(1).expect("a first column").trim();
        assert!(rows.iter().any(|row| row.deviation.as_deref() == Some(id)), "{id} is listed but nothing deviates");
    }
    println!("{} values, {} of them deviate", rows.len(), rows.iter().filter(|row| row.deviation.is_some()).count());
}

fn value_per_year(article: &Article) -> f64 {
    article.demand_mean * 365.0 * article.price.sek()
}

/// A total of the article list, in the unit of the fact file.
fn total(scenario: &Scenario, name: &str) -> f64 {
    let articles: Vec<&Article> = scenario.articles.values().collect();
    let sum = |keep: &dyn Fn(&Article) -> bool, of: &dyn Fn(&Article) -> f64| {
        articles.iter().filter(|article| keep(article)).map(|article| of(article)).sum::<f64>()
    };
    let share =
        |keep: &dyn Fn(&Article) -> bool, of: &dyn Fn(&Article) -> f64| 100.0 * sum(keep, of) / sum(&|_| true, of);
    let wholesaler = |article: &Article| article.channel == "wholesaler";
    match name {
        "share of articles that are critical" => share(&|article| article.critical, &|_| 1.0),
        "share of value that is critical" => share(&|article| article.critical, &value_per_year),
        "share of critical articles through the wholesaler" => {
            100.0 * sum(&|article| article.critical && wholesaler(article), &|_| 1.0)
                / sum(&|article| article.critical, &|_| 1.0)
        }
        "value of consumables per year" => sum(&|article| article.flow == "consumables", &value_per_year) / 1e6,
        "value of consumables through the wholesaler per year" => {
            sum(&|article| article.flow == "consumables" && wholesaler(article), &value_per_year) / 1e6
        }
        "pallets per working day through the wholesaler (250 days)" => {
            sum(&wholesaler, &|article| article.demand_mean * 365.0 / article.pallet as f64) / 250.0
        }
        "share of value of the 8 % of articles with the highest value" => {
            let mut values: Vec<f64> = articles.iter().map(|article| value_per_year(article)).collect();
            values.sort_by(|a, b| b.total_cmp(a));
            let top = values.len() * 8 / 100;
            100.0 * values[..top].iter().sum::<f64>() / values.iter().sum::<f64>()
        }
        other => panic!("no such total: {other}"),
    }
}

#[test]
fn totals_of_the_article_list_lie_in_the_ranges_of_the_fact_file() {
    let loaded = region();
    let totals = fact_file().total;
    assert_eq!(totals.len(), 7);
    for scenario in &loaded.study.scenarios {
        for Total { name, low, high } in &totals {
            let found = total(scenario, name);
            println!("{}: {name}: {found:.1} ({low} to {high})", scenario.id);
            let (low, high) = (Amount::of(low).number, Amount::of(high).number);
            assert!((low..=high).contains(&found), "{}: {name}: {found}", scenario.id);
        }
    }
}
