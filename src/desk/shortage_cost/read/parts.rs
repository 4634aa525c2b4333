//! The smaller tables of a case: causes, tests, differences, margins, articles, notes.

use super::super::case::{ArticleCase, Causes, Difference, Margins, Sign, Test};
use super::customers::MANY;
use super::money::{SEK, SOME_SEK};
use super::place_of;
use crate::inventory::retail_margin::{Kind, Rules, from_purchase, from_selling};
use crate::scenario::context::Context;
use crate::scenario::diagnosis::{Diagnosis, codes};
use crate::scenario::model::{Id, Title};
use crate::scenario::reader::Section;
use crate::scenario::tree::Value;
use crate::scenario::typed::Range;
use std::collections::BTreeMap;

const MOST: i64 = 1_000_000_000;

/// `[causes]`.
pub(super) fn causes(section: &mut Section<'_, '_>) -> Option<Causes> {
    let counts = ["supplier-out", "both", "rare", "avoidable"].map(|key| {
        section.required(key);
        section.whole(key, 0, MOST).map(|count| count as u64)
    });
    let [supplier, both, rare, avoidable] = counts;
    let counts = [supplier?, both?, rare?, avoidable?];
    if counts.iter().sum::<u64>() == 0 {
        let place = section.place;
        section.wrong(codes::IMPOSSIBLE, "supplier-out", "and the others are all 0", place, "count at least one");
        return None;
    }
    Some(counts)
}

/// `[test.ID]`.
pub(super) fn test(section: &mut Section<'_, '_>, id: &str) -> Option<Test> {
    let title = section.title_or(id);
    section.required("groups");
    section.required("u");
    let sizes = counts(section, "groups");
    let u = section.number("u", Range { least: 0.0, most: 1e18 });
    let rank_sum = section.number("rank-sum", Range { least: 0.0, most: 1e18 });
    let ties = section.entry("ties").map(|_| ()).and_then(|()| counts(section, "ties"));
    let z = section.number("z", Range { least: -1000.0, most: 1000.0 });
    let p = section.number("p", Range { least: 0.0, most: 1.0 });
    let claimed = section.truth("claimed").unwrap_or(false);
    let (sizes, u, place) = (sizes?, u?, section.place);
    let &[first, second] = sizes.as_slice() else {
        section.wrong(codes::KIND, "groups", "is no list of two sizes", place, "write groups = [165, 10]");
        return None;
    };
    let all = first + second;
    if u > first as f64 * second as f64 {
        section.wrong(codes::IMPOSSIBLE, "u", "is more than the product of the groups", place, "U is at most n1 n2");
        return None;
    }
    if ties.as_ref().is_some_and(|ties| ties.iter().sum::<u64>() > all) {
        section.wrong(
            codes::IMPOSSIBLE,
            "ties",
            "holds more values than the groups",
            place,
            "at most all values are tied",
        );
        return None;
    }
    Some(Test { title, sizes: [first, second], u, rank_sum, ties, z, p, claimed })
}

fn counts(section: &mut Section<'_, '_>, key: &'static str) -> Option<Vec<u64>> {
    let nodes = section.list(key)?;
    let count = |value: &Value| match value {
        Value::Integer(count @ 1..=1_000_000) => Some(*count as u64),
        _ => None,
    };
    let found: Option<Vec<u64>> = nodes.iter().map(|node| count(&node.value)).collect();
    if found.is_none() {
        let place = nodes.first().map_or(section.place, |node| node.place);
        section.wrong(codes::KIND, key, "is no list of counts", place, "write whole numbers from 1 to 1000000");
    }
    found
}

/// `[difference.ID]`.
pub(super) fn difference(section: &mut Section<'_, '_>, id: &str) -> Option<Difference> {
    let title = section.title_or(id);
    let signs = [("+", Sign::Up), ("-", Sign::Down), ("0", Sign::None), ("?", Sign::Unknown)];
    let mut sign = |key| section.choice(key, &signs).unwrap_or(Sign::None);
    Some(Difference { title, m: sign("m"), u: sign("u"), holding: sign("holding") })
}

/// `[margin]`.
pub(super) fn margin(section: &mut Section<'_, '_>) -> (Option<Rules>, Vec<f64>) {
    section.required("rules");
    let years = [("2011", Rules::Y2011), ("2016", Rules::Y2016), ("2022", Rules::Y2022)];
    let rules = section.choice("rules", &years);
    let nodes = section.list("prices").unwrap_or_default();
    let prices = nodes.into_iter().filter_map(|node| section.amount_of("prices", node, SOME_SEK)).collect();
    (rules, prices)
}

/// `[printed-margin.ID]`.
pub(super) fn printed(section: &mut Section<'_, '_>, _id: &str) -> Option<(f64, f64)> {
    section.required("price");
    section.required("profit");
    let (price, profit) = (section.amount("price", SOME_SEK), section.amount("profit", SEK));
    Some((price?, profit?))
}

/// `[article.ID]`.
pub(super) fn article(section: &mut Section<'_, '_>, id: &str) -> Option<ArticleCase> {
    let title = section.title_or(id);
    let kinds =
        [("drug", Kind::Drug), ("generic", Kind::Generic), ("stoma", Kind::Stoma), ("consumable", Kind::Consumable)];
    let kind = section.choice("kind", &kinds).unwrap_or(Kind::Drug);
    let which = section.first_of(["selling-price", "purchase-price"]);
    if which.is_none() {
        section.missing("selling-price", "give selling-price or purchase-price");
    }
    let price = section.amount(which?, SOME_SEK);
    let short_per_week = section.number("short-per-week", MANY);
    Some(ArticleCase { title, price: price?, is_purchase: which? == "purchase-price", kind, short_per_week })
}

/// Prices that the bands cannot answer are refused where they stand.
pub(super) fn check_margins(ctx: &mut Context<'_>, margins: &Margins, articles: &BTreeMap<Id, ArticleCase>) -> bool {
    let Some(rules) = margins.rules else { return true };
    let before = ctx.diagnoses.len();
    let prices = margins.prices.iter().map(|price| ("margin", *price));
    let printed = margins.printed.iter().map(|(price, _)| ("printed-margin", *price));
    for (table, price) in prices.chain(printed).collect::<Vec<_>>() {
        if let Err(why) = from_selling(rules, Kind::Drug, price) {
            let place = place_of(ctx, table);
            let message = format!("no margin at {price} SEK: {why}");
            ctx.report(Diagnosis::error(codes::RANGE, &message, place).label("a price here has no margin"));
        }
    }
    for (id, article) in articles {
        let margin = if article.is_purchase { from_purchase } else { from_selling };
        if let Err(why) = margin(rules, article.kind, article.price) {
            let entry = ctx.table("article").and_then(|table| table.get(id));
            let place = entry.map_or(Default::default(), |entry| entry.key);
            let message = format!("no margin of [article.{id}]: {why}");
            ctx.report(Diagnosis::error(codes::RANGE, &message, place).label("its price or kind has no margin"));
        }
    }
    ctx.diagnoses.len() == before
}

/// `[note.ID]`.
pub(super) fn note(section: &mut Section<'_, '_>, _id: &str) -> Option<Title> {
    section.required("text");
    section.title("text")
}
