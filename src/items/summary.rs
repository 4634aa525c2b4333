//! What an article list holds in short.

use super::value::{CLASS_A, top_count, top_share};
use crate::order::Gather;
use crate::scenario::model::{Article, Id};
use crate::time::DAYS_PER_YEAR;
use std::collections::BTreeMap;

/// A list in short.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// All articles.
    pub all: Part,
    /// Product families that occur.
    pub families: usize,
    /// Suppliers that occur.
    pub suppliers: usize,
    /// Per flow.
    pub flows: BTreeMap<String, Part>,
    /// Per class.
    pub classes: BTreeMap<String, Part>,
    /// Per channel.
    pub channels: BTreeMap<String, Part>,
    /// How many articles the top 8 % are: to whole ones, at least one of a list that has any.
    pub top_articles: usize,
    /// Share of the value that these carry.
    pub concentration: f64,
    /// Critical articles by who decided it; an empty name where nobody is named.
    pub decided_by: BTreeMap<String, usize>,
}

/// Some articles of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// Articles.
    pub articles: usize,
    /// Of which critical.
    pub critical: usize,
    /// Value of a year's use, SEK.
    pub value: f64,
    /// Of which critical articles'.
    pub critical_value: f64,
    /// Pallets of a year's use.
    pub pallets: f64,
}

impl Part {
    fn add(&mut self, article: &Article) {
        let units = article.demand_mean * DAYS_PER_YEAR;
        let value = units * article.price.sek();
        self.articles += 1;
        self.value += value;
        self.pallets += units / article.pallet as f64;
        if article.critical {
            self.critical += 1;
            self.critical_value += value;
        }
    }
}

/// Sums a list up.
pub fn summary(articles: &BTreeMap<Id, Article>) -> Summary {
    let mut all = Part::default();
    let (mut flows, mut classes, mut channels) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut decided_by: BTreeMap<String, usize> = BTreeMap::new();
    let mut values = Vec::new();
    for article in articles.values() {
        all.add(article);
        for (parts, name) in
            [(&mut flows, &article.flow), (&mut classes, &article.class), (&mut channels, &article.channel)]
        {
            let part: &mut Part = parts.entry(name.clone()).or_default();
            part.add(article);
        }
        values.push(article.demand_mean * article.price.sek());
        if article.critical {
            *decided_by.entry(article.critical_decided_by.clone()).or_default() += 1;
        }
    }
    let count =
        |word: fn(&Article) -> &String| articles.values().map(word).filter(|word| !word.is_empty()).into_set().len();
    Summary {
        all,
        families: count(|article| &article.family),
        suppliers: count(|article| &article.supplier),
        flows,
        classes,
        channels,
        top_articles: top_count(values.len(), CLASS_A),
        concentration: top_share(&values, CLASS_A),
        decided_by,
    }
}
