//! Which rule holds where: selections of articles, priorities, ties.

use super::Fault;
use crate::scenario::model::{
    Article, ExpressRule, Id, PolicyRule, PoolRule, RationingRule, ReactionRule, Scenario, Selection, SourcingRule,
    StockRule,
};
use std::collections::BTreeMap;

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

/// The rule that holds for an article at a site. A tie is a fault.
pub fn winner<'r, R: SiteRule>(
    scenario: &Scenario,
    rules: &'r BTreeMap<Id, R>,
    site: &str,
    article_id: &str,
    article: &Article,
    faults: &mut Vec<Fault>,
) -> Option<(&'r Id, &'r R)> {
    let mut best: Option<(&Id, &R)> = None;
    let mut tied: Option<&Id> = None;
    for (id, rule) in rules {
        let holds = rule.holds_at(site) && rule.selection().matches(article_id, article, &scenario.suppliers);
        if !holds {
            continue;
        }
        match best {
            Some((_, other)) if other.priority() > rule.priority() => {}
            Some((_, other)) if other.priority() == rule.priority() => tied = Some(id),
            _ => (best, tied) = (Some((id, rule)), None),
        }
    }
    if let (Some((id, _)), Some(other)) = (best, tied) {
        faults.push(Fault::new(
            format!("{}.{other}", R::TABLE),
            format!("{}.{id} and {}.{other} both hold for article {article_id} at site {site}", R::TABLE, R::TABLE),
            "give one of them a higher `priority`, or narrow its `articles`",
        ));
    }
    best
}
