//! From rows of lists to places, articles and orders; what does not fit together is a problem with its row and column.

use super::Item;
use super::place::{Kind, Place, millimetres};
use crate::order::Gather;
use crate::sheet::{Fault, Listing, Problem, Row};
use std::collections::BTreeMap;

/// Coordinates are within this, metres: a store is no larger.
const MOST_METRES: f64 = 10_000.0;
/// Different articles of one picking order, at most: the ways between so many places take 128 MB.
const MOST_STOPS: usize = 4_000;
/// Height where none is given, metres: that of the hands.
const USUAL_HEIGHT: f64 = 1.2;

/// The places of a list.
///
/// # Errors
/// All that is wrong.
pub fn places(listing: &Listing) -> Result<Vec<Place>, Vec<Problem>> {
    let mut problems = listing.duplicates(&["place"]);
    let mut places = Vec::with_capacity(listing.len());
    for row in listing.rows() {
        let mut metres = |key: &'static str, usual: f64| {
            let found = row.number(key).unwrap_or(usual);
            if found.abs() > MOST_METRES {
                let [sv, en] = ["mer än 10 000 meter bort", "more than 10,000 metres away"].map(str::to_owned);
                problems.push(listing.problem(row, key, Fault::Other { sv, en }));
                return 0;
            }
            millimetres(found)
        };
        let (x, y, z) = (metres("x", 0.0), metres("y", 0.0), metres("z", USUAL_HEIGHT));
        let zone = row.text("zone").unwrap_or_default().to_owned();
        let kind = kind(listing, row, &mut problems);
        if kind == Kind::Zone && zone.is_empty() {
            problems.push(listing.problem(row, "zone", Fault::Missing));
        }
        let id = row.text("place").unwrap_or_default().to_owned();
        places.push(Place { id, x, y, z, zone, kind, litres: row.number("volume") });
    }
    if problems.is_empty() { Ok(places) } else { Err(problems) }
}

fn kind(listing: &Listing, row: Row<'_>, problems: &mut Vec<Problem>) -> Kind {
    match row.text("kind").map(str::to_lowercase).as_deref() {
        None | Some("free" | "fri") => Kind::Free,
        Some("dedicated" | "fast" | "dedikerad") => Kind::Dedicated,
        Some("shared" | "delad") => Kind::Shared,
        Some("zone" | "zon") => Kind::Zone,
        Some(_) => {
            let sv = "inget slag av plats: skriv fast, delad, zon eller ingenting".to_owned();
            let en = "no kind of place: write dedicated, shared, zone or nothing".to_owned();
            problems.push(listing.problem(row, "kind", Fault::Other { sv, en }));
            Kind::Free
        }
    }
}

/// The articles of a stock list. Its litres are those of a unit times the stock on hand.
///
/// # Errors
/// All that is wrong.
pub fn items(listing: &Listing, places: &[Place]) -> Result<Vec<Item>, Vec<Problem>> {
    let mut problems = listing.duplicates(&["article"]);
    let known: BTreeMap<&str, usize> = places.iter().enumerate().map(|(at, place)| (place.id.as_str(), at)).into_map();
    let mut items = Vec::with_capacity(listing.len());
    for row in listing.rows() {
        let today = row.text("place").map(|place| known.get(place).copied());
        if today == Some(None) {
            let [sv, en] = ["finns inte i listan över platser", "is not in the list of places"].map(str::to_owned);
            problems.push(listing.problem(row, "place", Fault::Other { sv, en }));
        }
        let text = |key| row.text(key).unwrap_or_default().to_owned();
        items.push(Item {
            article: text("article"),
            name: text("name"),
            lines: row.number("lines").unwrap_or(0.0),
            litres: row.number("volume").zip(row.number("on-hand")).map(|(litres, units)| litres * units),
            family: text("family"),
            look_alike: row.text("look-alike").map(str::to_owned),
            today: today.flatten(),
        });
    }
    if problems.is_empty() { Ok(items) } else { Err(problems) }
}

/// The picking orders of a list, in the order in which they first come, each as its articles.
///
/// # Errors
/// Articles that the stock list does not have; orders of more articles than a round is reckoned for.
pub fn orders(listing: &Listing, items: &[Item]) -> Result<Vec<Vec<usize>>, Vec<Problem>> {
    let known: BTreeMap<&str, usize> =
        items.iter().enumerate().map(|(at, item)| (item.article.as_str(), at)).into_map();
    let (mut places, mut orders, mut problems) = (BTreeMap::new(), Vec::<Vec<usize>>::new(), Vec::new());
    let mut heads: Vec<Row<'_>> = Vec::new();
    for row in listing.rows() {
        let Some(&item) = row.text("article").and_then(|article| known.get(article)) else {
            let [sv, en] = ["finns inte i artikellistan", "is not in the list of articles"].map(str::to_owned);
            problems.push(listing.problem(row, "article", Fault::Other { sv, en }));
            continue;
        };
        let place = *places.entry(row.text("order").unwrap_or_default()).or_insert(orders.len());
        if place == orders.len() {
            orders.push(Vec::new());
            heads.push(row);
        }
        orders[place].push(item);
    }
    for (order, head) in orders.iter().zip(heads).filter(|(order, _)| order.len() > MOST_STOPS) {
        if order.iter().into_set().len() > MOST_STOPS {
            let sv = format!("mer än {MOST_STOPS} olika artiklar på en order: dela den i rundor");
            let en = format!("more than {MOST_STOPS} different articles in one order: split it into rounds");
            problems.push(listing.problem(head, "order", Fault::Other { sv, en }));
        }
    }
    if problems.is_empty() { Ok(orders) } else { Err(problems) }
}

/// Counts order lines per year from picking orders that are of so many working days.
pub fn count_lines(items: &mut [Item], orders: &[Vec<usize>], order_days: f64, working_days: f64) {
    items.iter_mut().for_each(|item| item.lines = 0.0);
    for &item in orders.iter().flatten() {
        items[item].lines += 1.0;
    }
    items.iter_mut().for_each(|item| item.lines *= working_days / order_days);
}
