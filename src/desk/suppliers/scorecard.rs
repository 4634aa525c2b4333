//! The scorecard: figures by supplier, and by article and month for each of them.

use super::card::{Card, card};
use super::rows::OrderLine;
use crate::desk::days;
use crate::order::InOrder;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// The day of the list.
    #[serde(serialize_with = "of_today")]
    pub today: Date,
    /// Share that the contract asks for.
    pub contract: f64,
    /// Days from order to promise where the list has no promise.
    pub agreed: Option<i64>,
    /// Days after the promise that still count as on time.
    pub grace: i64,
    /// What comes more days before the promise than this does not count as on time.
    pub early: Option<i64>,
    /// Fewer lines due than this are told as few.
    pub few: u64,
}

fn of_today<S: serde::Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    days::iso(&Some(*date), to)
}

/// Figures by supplier.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scorecard {
    /// All lines together.
    pub all: Card,
    /// By supplier, the least share in full on time first.
    pub suppliers: Vec<Card>,
    /// By supplier and article, in that order; the name is the article.
    pub articles: Vec<(String, Card)>,
    /// By supplier and month of the promise (of the order where there is none); the name is the month.
    pub months: Vec<(String, Card)>,
}

/// Reckons the figures. `all` names the card of all lines.
pub fn scorecard(lines: &[OrderLine], question: &Question, all: &str) -> Scorecard {
    let whole: Vec<&OrderLine> = lines.iter().collect();
    let by = |key: &dyn Fn(&OrderLine) -> String| {
        let mut groups: BTreeMap<(String, String), Vec<&OrderLine>> = BTreeMap::new();
        for line in lines {
            groups.entry((line.supplier.clone(), key(line))).or_default().push(line);
        }
        let cards = groups.into_iter().map(|((supplier, name), lines)| (supplier, card(&name, &lines, question)));
        cards.collect::<Vec<_>>()
    };
    let month = |line: &OrderLine| {
        let promised = line.promised.or_else(|| question.agreed.map(|agreed| days::plus(line.ordered, agreed)));
        let day = promised.unwrap_or(line.ordered);
        format!("{:04}-{:02}", day.year(), day.month())
    };
    let mut suppliers: Vec<Card> = by(&|line| line.supplier.clone()).into_iter().map(|(_, card)| card).collect();
    // Those of whom nothing is due come last.
    let share = |card: &Card| card.fulfilled.on_time.map_or(f64::INFINITY, |figure| figure.share);
    suppliers.order_by(|one, other| share(one).total_cmp(&share(other)).then(other.lines.cmp(&one.lines)));
    Scorecard {
        all: card(all, &whole, question),
        suppliers,
        articles: by(&|line| line.article.clone()),
        months: by(&month),
    }
}
