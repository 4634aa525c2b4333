//! The answer as JSON.

use super::Of;
use crate::desk::abc::{Classified, Found, Group, Long};
use crate::inventory::abc::Class;
use crate::inventory::steadiness::{Steadiness, Vital};
use crate::report::desk::{document, head};
use serde::Serialize;

#[derive(Serialize)]
struct Rest<'a> {
    groups: Vec<OfGroup<'a>>,
    long_a_articles: Vec<OfLong<'a>>,
}

#[derive(Serialize)]
struct OfGroup<'a> {
    group: Option<&'a str>,
    total_sek: f64,
    listed_sek: f64,
    classes: [OfClass; 3],
    without_use: usize,
    returned_more_than_used: usize,
    articles: Vec<OfArticle<'a>>,
}

#[derive(Serialize)]
struct OfClass {
    class: &'static str,
    articles: usize,
    value_sek: f64,
}

#[derive(Serialize)]
struct OfArticle<'a> {
    article: &'a str,
    name: &'a str,
    units: Option<f64>,
    value_sek: f64,
    share: Option<f64>,
    cumulative_share: Option<f64>,
    cumulative_share_of_articles: f64,
    class: &'static str,
    coefficient_of_variation: Option<f64>,
    xyz: Option<&'static str>,
    ved: Option<&'static str>,
}

#[derive(Serialize)]
struct OfLong<'a> {
    article: &'a str,
    name: &'a str,
    site: &'a str,
    days: Option<f64>,
    coverage_days: Option<f64>,
    excess_sek: Option<f64>,
}

/// The answer as JSON.
pub fn json(found: &Found, of: Of<'_>) -> String {
    let limits = Class::ALL.map(|class| of.question.limits.percent(class));
    let asked = serde_json::json!({
        "schema": 1, "tool": "abc", "file": of.listing.file, "rows": of.listing.len(), "today": of.today.to_string(),
        "limits_percent": limits, "xyz_limits": of.question.variation.map(|one| one.limits()), "long_days": of.question.long_days,
        "periods": found.periods, "internal_rows": found.internal_rows,
    });
    let rest = Rest {
        groups: found.groups.iter().map(group).collect(),
        long_a_articles: found.long.iter().map(long).collect(),
    };
    document(head(asked), &rest)
}

fn group(group: &Group) -> OfGroup<'_> {
    let class = |class: Class| {
        let sum = group.sum(class);
        OfClass { class: class.letter(), articles: sum.articles, value_sek: sum.value }
    };
    OfGroup {
        group: group.name.as_deref(),
        total_sek: group.total,
        listed_sek: group.listed,
        classes: Class::ALL.map(class),
        without_use: group.without_use(),
        returned_more_than_used: group.returned().count(),
        articles: group.articles.iter().map(article).collect(),
    }
}

fn article(one: &Classified) -> OfArticle<'_> {
    OfArticle {
        article: &one.net.article,
        name: &one.net.name,
        units: one.net.quantity,
        value_sek: one.net.value,
        share: one.share,
        cumulative_share: one.cumulative,
        cumulative_share_of_articles: one.cumulative_count,
        class: one.class.letter(),
        coefficient_of_variation: one.variation,
        xyz: one.steadiness.map(Steadiness::letter),
        ved: one.net.vital.map(Vital::letter),
    }
}

fn long(one: &Long) -> OfLong<'_> {
    OfLong {
        article: &one.article,
        name: &one.name,
        site: &one.site,
        days: one.days,
        coverage_days: one.coverage,
        excess_sek: one.excess,
    }
}
