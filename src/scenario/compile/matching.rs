//! Which rule holds where: selections of articles, priorities, ties.

use super::Fault;
use crate::order::Gather;
use crate::scenario::model::{
    Article, ExpressRule, Id, NeighbourRule, PolicyRule, PoolRule, RationingRule, ReactionRule, Scenario, Selection,
    SourcingRule, StockRule, WholeOrderRule,
};
use std::collections::{BTreeMap, BTreeSet};

/// A rule that holds at some sites for some articles, the one with the highest priority winning.
pub trait SiteRule {
    /// The table it stands in, for messages.
    const TABLE: &'static str;
    /// Sites where it holds.
    fn sites(&self) -> &[Id];
    /// Whether it holds at a site.
    fn holds_at(&self, site: &str) -> bool {
        self.sites().iter().any(|at| at == site)
    }
    /// Articles for which it holds.
    fn selection(&self) -> &Selection;
    /// Its priority.
    fn priority(&self) -> i64;
}

macro_rules! site_rule {
    ($rule:ty, $table:literal) => {
        impl SiteRule for $rule {
            const TABLE: &'static str = $table;
            fn sites(&self) -> &[Id] {
                &self.at
            }
            fn selection(&self) -> &Selection {
                &self.select
            }
            fn priority(&self) -> i64 {
                self.priority
            }
        }
    };
}

site_rule!(PoolRule, "pool");
site_rule!(SourcingRule, "sourcing");
site_rule!(PolicyRule, "policy");
site_rule!(StockRule, "stock");
site_rule!(ExpressRule, "express");
site_rule!(ReactionRule, "reaction");
site_rule!(RationingRule, "rationing");
site_rule!(NeighbourRule, "neighbour");
site_rule!(WholeOrderRule, "whole-order");

/// The rules of one table by the sites where they hold: a list of articles asks often.
pub struct BySite<'r, R>(BTreeMap<&'r str, Vec<(&'r Id, &'r R)>>);

impl<'r, R: SiteRule> BySite<'r, R> {
    /// Puts the rules in order.
    pub fn new(rules: impl IntoIterator<Item = (&'r Id, &'r R)>) -> Self {
        let mut by_site: BTreeMap<&str, Vec<(&Id, &R)>> = BTreeMap::new();
        for (id, rule) in rules {
            let sites: BTreeSet<&str> = rule.sites().iter().map(String::as_str).into_set();
            sites.into_iter().for_each(|site| by_site.entry(site).or_default().push((id, rule)));
        }
        BySite(by_site)
    }

    /// The rules that hold at a site, by id.
    pub fn at(&self, site: &str) -> &[(&'r Id, &'r R)] {
        self.0.get(site).map_or(&[], Vec::as_slice)
    }

    /// The rule that holds for an article at a site. A tie is a fault.
    pub fn winner(
        &self,
        scenario: &Scenario,
        site: &str,
        article_id: &str,
        article: &Article,
        faults: &mut Vec<Fault>,
    ) -> Option<(&'r Id, &'r R)> {
        let here = self.at(site).iter().copied();
        winner(
            here.filter(|(_, rule)| rule.selection().matches(article_id, article, &scenario.suppliers)),
            |id, other| faults.push(tie::<R>(id, other, article_id, site)),
        )
    }
}

/// The rule that holds for an article at a site, of a table that is asked seldom or whose rules may name no site. A tie is a fault.
pub fn winner_of<'r, R: SiteRule>(
    scenario: &Scenario,
    rules: &'r BTreeMap<Id, R>,
    site: &str,
    article_id: &str,
    article: &Article,
    faults: &mut Vec<Fault>,
) -> Option<(&'r Id, &'r R)> {
    let holds = |(_, rule): &(&Id, &R)| {
        rule.holds_at(site) && rule.selection().matches(article_id, article, &scenario.suppliers)
    };
    winner(rules.iter().filter(holds), |id, other| faults.push(tie::<R>(id, other, article_id, site)))
}

/// Two rules of one priority.
fn tie<R: SiteRule>(id: &Id, other: &Id, article_id: &str, site: &str) -> Fault {
    Fault::new(
        format!("{}.{other}", R::TABLE),
        format!("{}.{id} and {}.{other} both hold for article {article_id} at site {site}", R::TABLE, R::TABLE),
        "give one of them a higher `priority`, or narrow its `articles`",
    )
}

/// The rule with the highest priority; `tie` is told of two.
fn winner<'r, R: SiteRule>(
    rules: impl Iterator<Item = (&'r Id, &'r R)>,
    tie: impl FnOnce(&Id, &Id),
) -> Option<(&'r Id, &'r R)> {
    let mut best: Option<(&Id, &R)> = None;
    let mut tied: Option<&Id> = None;
    for (id, rule) in rules {
        match best {
            Some((_, other)) if other.priority() > rule.priority() => {}
            Some((_, other)) if other.priority() == rule.priority() => tied = Some(id),
            _ => (best, tied) = (Some((id, rule)), None),
        }
    }
    if let (Some((id, _)), Some(other)) = (best, tied) {
        tie(id, other);
    }
    best
}
