//! Classes of articles, each of which has a reserve of its own.

use crate::scenario::model::{Article, Id, Scenario, Selection};
use std::collections::BTreeMap;

/// What tells classes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// All critical articles are one class.
    Together,
    /// By `class` of the article list.
    Class,
    /// By flow.
    Flow,
    /// By product family.
    Family,
    /// By channel.
    Channel,
    /// Every article by itself.
    Article,
}

impl Grouping {
    /// Every grouping with its word.
    pub const WORDS: [(&'static str, Grouping); 6] = [
        ("together", Grouping::Together),
        ("class", Grouping::Class),
        ("flow", Grouping::Flow),
        ("family", Grouping::Family),
        ("channel", Grouping::Channel),
        ("article", Grouping::Article),
    ];

    /// The word of an article's class; empty where it has none.
    fn word<'a>(self, id: &'a str, article: &'a Article) -> &'a str {
        match self {
            Grouping::Together => "",
            Grouping::Class => &article.class,
            Grouping::Flow => &article.flow,
            Grouping::Family => &article.family,
            Grouping::Channel => &article.channel,
            Grouping::Article => id,
        }
    }
}

/// A class of critical articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Its name: the word that its articles share, and `short-lived` where they keep less than twice the level.
    pub name: String,
    /// Its articles.
    pub articles: Vec<Id>,
    /// It is one of the weakest articles, which may hold more than the others.
    pub weak: bool,
}

impl Class {
    /// A selection of these articles and no others.
    pub fn selection(&self) -> Selection {
        Selection { articles: self.articles.clone(), critical: Some(true), ..Selection::default() }
    }
}

/// The classes of a scenario's critical articles, by name. Articles that keep less than twice the level stand by themselves: shelf
/// life may forbid them a reserve that the others can have.
pub fn classes(scenario: &Scenario, by: Grouping, level: u32) -> Vec<Class> {
    let mut found: BTreeMap<(String, bool), Vec<Id>> = BTreeMap::new();
    for (id, article) in scenario.articles.iter().filter(|(_, article)| article.critical) {
        let short = article.shelf_life_days.is_some_and(|life| life < 2.0 * f64::from(level));
        found.entry((by.word(id, article).to_owned(), short)).or_default().push(id.clone());
    }
    let name = |word: &str, short: bool| match (word.is_empty(), short && by != Grouping::Article) {
        (true, false) => "all".to_owned(),
        (true, true) => "short-lived".to_owned(),
        (false, false) => word.to_owned(),
        (false, true) => format!("{word}-short-lived"),
    };
    found
        .into_iter()
        .map(|((word, short), articles)| Class { name: name(&word, short), articles, weak: false })
        .collect()
}
