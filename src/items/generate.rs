//! A synthetic article list: drawn by key, so that the same seed and number give the same list on any machine.

use super::apportion::apportion;
use super::critical::{self, Candidate};
use super::families::{Families, Family};
use super::value::{self, Claim};
use crate::order::InOrder;
use crate::random::block::Block;
use crate::random::key::{ReplicationKey, StreamName};
use crate::random::normal::standard_normal_quantile;
use crate::scenario::model::Title;

/// Spread of the logarithm of value within a family, before it is fitted to the concentration.
const SIGMA: f64 = 2.2;
/// How much of an article's price follows its kind; the rest is its own.
const OF_KIND: f64 = 0.7;
/// How much the order of grades counts in the rank of value: commoner grades are used more.
const OF_GRADE: f64 = 0.3;

/// An article of a synthetic list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Id: family and number.
    pub id: String,
    /// Name.
    pub name: Title,
    /// Flow.
    pub flow: String,
    /// Family.
    pub family: String,
    /// Class by value: A, B or C.
    pub class: &'static str,
    /// Channel.
    pub channel: String,
    /// Supplier.
    pub supplier: String,
    /// Critical.
    pub critical: bool,
    /// Price, SEK per unit.
    pub price: f64,
    /// Units per pack.
    pub pack: u32,
    /// Volume, litres per unit.
    pub volume: f64,
    /// Shelf life, days.
    pub shelf_life: Option<u32>,
    /// Temperature class.
    pub temperature: String,
    /// Use, units per year.
    pub demand: f64,
}

/// One article before value, class and criticality are known.
struct Draft<'a> {
    id: String,
    number: usize,
    at: usize,
    family_id: &'a str,
    family: &'a Family,
    group: usize,
    price: f64,
    volume: f64,
    pack: u32,
    rank: f64,
    draw: f64,
}

/// Generates a list of `articles` articles under `seed`.
pub fn generate(table: &Families, articles: usize, seed: u64) -> Vec<Item> {
    let key = ReplicationKey::new(seed, 0);
    let weights: Vec<f64> = table.family.values().map(|family| family.articles).collect();
    let counts = apportion(articles, &weights);
    let groups: Vec<&String> = table.group.keys().collect();
    let mut drafts = Vec::new();
    for (at, ((id, family), count)) in table.family.iter().zip(counts).enumerate() {
        let group = groups.iter().position(|group| **group == family.group).unwrap_or_default();
        drafts.extend((0..count).map(|number| draft(key, (at, id, family, group), number)));
    }
    let sums: Vec<f64> = table.group.values().map(|group| group.spend * 1e6).collect();
    let targets = value::spread(&claims(&drafts, groups.len()), &sums);
    let demands: Vec<f64> = drafts.iter().zip(&targets).map(|(one, value)| use_of(*value, one.price)).collect();
    let values: Vec<f64> = drafts.iter().zip(&demands).map(|(one, demand)| one.price * demand).collect();
    let classes = value::classes(&values);
    let candidate = |(one, value): (&Draft<'_>, &f64)| Candidate {
        family: one.at,
        wholesaler: table.group[&one.family.group].channel == "wholesaler",
        weight: one.family.critical,
        value: *value,
        draw: one.draw,
    };
    let chosen = critical::choose(&drafts.iter().zip(&values).map(candidate).collect::<Vec<_>>());
    let finished = drafts.into_iter().zip(demands).zip(classes.into_iter().zip(chosen));
    finished.map(|((one, demand), (class, critical))| item(table, one, demand, class, critical)).collect()
}

fn draft<'a>(
    key: ReplicationKey,
    (at, family_id, family, group): (usize, &'a str, &'a Family, usize),
    number: usize,
) -> Draft<'a> {
    let id = format!("{family_id}-{:03}", number + 1);
    let kind = family.kind(number).to_string();
    let of_kind = stream(key, &["items", "kind", family_id, &kind]).unit();
    let mut own = stream(key, &["items", "article", &id]);
    let height = OF_KIND * of_kind + (1.0 - OF_KIND) * own.unit();
    let bulk = OF_KIND * height + (1.0 - OF_KIND) * own.unit();
    // The dearer an article, the smaller its pack; the height is below 1.
    let step = (1.0 - height) * family.pack.len() as f64;
    let pack = family.pack[(libm::ceil(step) as usize).clamp(1, family.pack.len()) - 1];
    let grade = number / family.kinds.len();
    let rarity = grade as f64 / family.grades.len() as f64;
    let rank = OF_GRADE * rarity + (1.0 - OF_GRADE) * own.unit();
    let price = significant(between(family.price, height), 2);
    let volume = significant(between(family.volume, bulk), 2);
    Draft { id, number, at, family_id, family, group, price, volume, pack, rank, draw: own.unit() }
}

fn stream(key: ReplicationKey, parts: &[&str]) -> Block {
    key.stream(StreamName::new(parts)).occurrence(0)
}

/// A point of a range on the scale of logarithms.
fn between([low, high]: [f64; 2], height: f64) -> f64 {
    low * libm::pow(high / low, height)
}

/// What each article claims of its group: the family's share, spread over its articles by their order.
fn claims(drafts: &[Draft<'_>], groups: usize) -> Vec<Claim> {
    let mut scores = vec![0.0; drafts.len()];
    let families = drafts.chunk_by(|one, other| one.at == other.at);
    let mut start = 0;
    for family in families {
        let count = family.len() as f64;
        let mut order: Vec<usize> = (0..family.len()).collect();
        order.order_by(|&a, &b| family[b].rank.total_cmp(&family[a].rank).then(a.cmp(&b)));
        let mut weights = vec![0.0; family.len()];
        for (place, &at) in order.iter().enumerate() {
            weights[at] = SIGMA * standard_normal_quantile((place as f64 + 0.5) / count);
        }
        let sum: f64 = weights.iter().map(|weight| libm::exp(*weight)).sum();
        for (at, weight) in weights.into_iter().enumerate() {
            scores[start + at] = libm::log(family[at].family.spend) + weight - libm::log(sum);
        }
        start += family.len();
    }
    debug_assert!(drafts.iter().all(|one| one.group < groups));
    drafts.iter().zip(scores).map(|(one, log_weight)| Claim { group: one.group, log_weight }).collect()
}

/// Units a year, to three figures; at least one, since an article that nobody uses is in no list.
fn use_of(value: f64, price: f64) -> f64 {
    let units = significant(value / price, 3);
    if units < 1.0 { 1.0 } else { libm::round(units) }
}

/// A positive number to so many significant figures.
fn significant(number: f64, figures: i32) -> f64 {
    let size = libm::floor(libm::log10(number)) as i32;
    let places = figures - 1 - size;
    let scale = libm::pow(10.0, f64::from(places.abs()));
    if places >= 0 { libm::round(number * scale) / scale } else { libm::round(number / scale) * scale }
}

fn item(table: &Families, one: Draft<'_>, demand: f64, class: &'static str, critical: bool) -> Item {
    let group = &table.group[&one.family.group];
    Item {
        name: one.family.name(one.number),
        id: one.id,
        flow: group.flow.clone(),
        family: one.family_id.to_owned(),
        class,
        channel: group.channel.clone(),
        supplier: one.family.supplier.clone(),
        critical,
        price: one.price,
        pack: one.pack,
        volume: one.volume,
        shelf_life: one.family.shelf_life,
        temperature: one.family.temperature.clone().unwrap_or_else(|| "ambient".into()),
        demand,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn significant_figures_are_kept_on_both_sides_of_one() {
        assert_eq!(significant(0.5549, 2), 0.55);
        assert_eq!(significant(12345.0, 2), 12000.0);
        assert_eq!(significant(9.99, 2), 10.0);
    }
}
