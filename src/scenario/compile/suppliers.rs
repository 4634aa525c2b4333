//! Suppliers that articles name beside the first: a list of several does nothing where no rule buys from the others.

use super::Fault;
use crate::order::Gather;
use crate::plan::Plan;
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{Id, Scenario};
use crate::scenario::read_sourcing::ALL_OWN_SUPPLIERS;
use std::collections::BTreeSet;

/// Lists of suppliers whose others nobody buys from, told once; and rules that speak of several where no article has them.
pub fn idle(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    let mut faults: Vec<Fault> = unused(scenario, plan).into_iter().collect();
    let several = |rule: &crate::scenario::model::SourcingRule| {
        scenario.articles.iter().any(|(id, article)| {
            !article.further_suppliers.is_empty() && rule.select.matches(id, article, &scenario.suppliers)
        })
    };
    for (id, rule) in &scenario.sourcing {
        let named = |source: &Id| source == ALL_OWN_SUPPLIERS;
        let path = match () {
            () if several(rule) => continue,
            () if rule.fail_over.iter().any(named) => format!("sourcing.{id}.fail-over"),
            () if rule.sources.iter().any(|(source, _)| named(source)) => format!("sourcing.{id}"),
            () => continue,
        };
        let message =
            format!("[sourcing.{id}] speaks of all suppliers of an article, but each of its articles names one");
        let help = "name several in the `supplier` of articles (\"a|b\"), or write \"supplier\"";
        faults.push(Fault::new(path, message, help).coded(codes::MATCHES_NOTHING));
    }
    faults
}

fn unused(scenario: &Scenario, plan: &Plan) -> Option<Fault> {
    let sold: BTreeSet<(&str, &str)> = plan
        .offers
        .iter()
        .map(|offer| {
            let (supplier, article) = (&plan.sites[offer.supplier as usize], &plan.articles[offer.article as usize]);
            (supplier.id.as_str(), article.id.as_str())
        })
        .into_set();
    let idle = |(id, article): &(&Id, &crate::scenario::model::Article)| {
        article.further_suppliers.iter().any(|supplier| !sold.contains(&(supplier.as_str(), id.as_str())))
    };
    let mut all = scenario.articles.iter().filter(idle);
    let (first, article) = all.next()?;
    let others = match all.count() {
        0 => String::new(),
        more => format!("; so do {more} more articles"),
    };
    let list: Vec<&str> =
        std::iter::once(&article.supplier).chain(&article.further_suppliers).map(String::as_str).collect();
    let message = format!(
        "article {first} names the suppliers {}, and no sourcing rule buys from all of them{others}",
        list.join(", ")
    );
    let help =
        "write `from = \"suppliers\"` or `fail-over = [\"suppliers\"]` in the [sourcing.…] rule, or name one supplier";
    Some(Fault::new(format!("article.{first}.supplier"), message, help).coded(codes::MATCHES_NOTHING))
}
