//! Deliveries as order lines, each with its receipts.

use crate::order::InOrder;
use crate::sheet::{Fault, Listing, Problem, Row};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What came on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Receipt {
    /// When.
    pub date: Date,
    /// Units.
    pub quantity: f64,
}

/// A line of an order with all its receipts.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderLine {
    /// First row of the file that tells of it.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Who delivers.
    pub supplier: String,
    /// Where it goes; empty if the list does not say.
    pub site: String,
    /// How it travels; empty if the list does not say.
    pub mode: String,
    /// Units ordered.
    pub quantity: f64,
    /// When it was ordered.
    pub ordered: Date,
    /// The earliest promise.
    pub promised: Option<Date>,
    /// When a delay was first told.
    pub noticed: Option<Date>,
    /// What came, by date; nothing of 0 units.
    pub receipts: Vec<Receipt>,
}

/// Order lines, and what was done to get them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// The lines, in the order of the file.
    pub lines: Vec<OrderLine>,
    /// Rows of the file.
    pub rows: usize,
    /// Whether lines are told apart by order number.
    pub by_order: bool,
    /// Whether receipts without a column of quantity count as whole.
    pub whole_receipts: bool,
    /// Lines whose rows name several promises; the earliest counts.
    pub promises_moved: usize,
    /// Receipts of 0 units, which are none.
    pub empty_receipts: usize,
    /// First rows of lines whose promise lies before the order.
    pub promised_early: Vec<u32>,
    /// Lines of which more came than was ordered.
    pub over_delivered: usize,
}

/// What tells order lines apart.
type Key<'l> = (&'l str, &'l str, &'l str, &'l str, Option<Date>, u64);

/// Reads order lines from deliveries.
///
/// # Errors
/// Rows that say the same twice, contradict each other, or tell of days after `today`.
pub fn read(listing: &Listing, today: Date) -> Result<Read, Vec<Problem>> {
    let mut problems = repeated(listing);
    let mut read = Read {
        rows: listing.len(),
        by_order: listing.has("order"),
        whole_receipts: !listing.has("delivered-quantity"),
        ..Read::default()
    };
    let mut places: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    let mut moved = std::collections::BTreeSet::new();
    for row in listing.rows() {
        let found = wrong(listing, row, today);
        let (Some(ordered), Some(quantity), true) =
            (row.date("ordered"), row.number("ordered-quantity"), found.is_empty())
        else {
            problems.extend(found);
            continue;
        };
        let text = |key| row.text(key).unwrap_or_default();
        let key = match row.text("order") {
            Some(order) => (order, text("article"), text("site"), text("supplier"), None, 0),
            None => ("", text("article"), text("site"), text("supplier"), Some(ordered), quantity.to_bits()),
        };
        let place = *places.entry(key).or_insert_with(|| {
            read.lines.push(new(row, ordered, quantity));
            read.lines.len() - 1
        });
        let Some(line) = read.lines.get_mut(place) else { continue };
        problems.extend(contradiction(listing, row, line));
        if row.date("promised").is_some_and(|promised| line.promised.is_some_and(|first| first != promised)) {
            moved.insert(place);
        }
        let earliest = |one: Option<Date>, other: Option<Date>| one.into_iter().chain(other).min();
        line.promised = earliest(line.promised, row.date("promised"));
        line.noticed = earliest(line.noticed, row.date("noticed"));
        if let Some(date) = row.date("delivered") {
            let came =
                if read.whole_receipts { quantity } else { row.number("delivered-quantity").unwrap_or_default() };
            match came > 0.0 {
                true => line.receipts.push(Receipt { date, quantity: came }),
                false => read.empty_receipts += 1,
            }
        }
    }
    read.promises_moved = moved.len();
    for line in &mut read.lines {
        line.receipts.order_by_key(|receipt| receipt.date);
        let came: f64 = line.receipts.iter().map(|receipt| receipt.quantity).sum();
        if line.promised.is_some_and(|promised| promised < line.ordered) {
            read.promised_early.push(line.line);
        }
        read.over_delivered += usize::from(came > line.quantity);
    }
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

/// Suppliers whose names differ only in capitals or spaces, by groups.
pub fn alike(lines: &[OrderLine]) -> Vec<Vec<&str>> {
    let mut groups: BTreeMap<String, std::collections::BTreeSet<&str>> = BTreeMap::new();
    for line in lines {
        let plain =
            line.supplier.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect();
        groups.entry(plain).or_default().insert(&line.supplier);
    }
    groups.into_values().filter(|names| names.len() > 1).map(|names| names.into_iter().collect()).collect()
}

fn new(row: Row<'_>, ordered: Date, quantity: f64) -> OrderLine {
    OrderLine {
        line: row.line(),
        article: row.text("article").unwrap_or_default().to_owned(),
        supplier: row.text("supplier").unwrap_or_default().to_owned(),
        site: row.text("site").unwrap_or_default().to_owned(),
        mode: row.text("mode").unwrap_or_default().to_owned(),
        quantity,
        ordered,
        promised: None,
        noticed: None,
        receipts: Vec::new(),
    }
}

/// Rows that tell of the same receipt of the same line again.
fn repeated(listing: &Listing) -> Vec<Problem> {
    let mut seen = BTreeMap::new();
    let mut problems = Vec::new();
    for row in listing.rows() {
        let texts = ["order", "article", "site", "supplier", "mode"].map(|key| row.text(key).unwrap_or_default());
        let numbers = ["ordered-quantity", "delivered-quantity"].map(|key| row.number(key).map(f64::to_bits));
        let dates = ["ordered", "promised", "delivered", "noticed"].map(|key| row.date(key));
        match seen.entry((texts, numbers, dates)) {
            std::collections::btree_map::Entry::Vacant(place) => drop(place.insert(row.line())),
            std::collections::btree_map::Entry::Occupied(first) => {
                problems.push(listing.problem(row, "article", Fault::Duplicate(*first.get())));
            }
        }
    }
    problems
}

fn wrong(listing: &Listing, row: Row<'_>, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |key, sv: String, en: String| problems.push(listing.problem(row, key, Fault::Other { sv, en }));
    let (ordered, delivered) = (row.date("ordered"), row.date("delivered"));
    for key in ["ordered", "delivered"] {
        if row.date(key).is_some_and(|day| day > today) {
            let sv = format!("efter den dag då listan läses, {today}: rätta, eller säg --today");
            say(key, sv, format!("after the day of the list, {today}: correct it, or say --today"));
        }
    }
    if delivered.zip(ordered).is_some_and(|(delivered, ordered)| delivered < ordered) {
        say("delivered", "före orderdatum".to_owned(), "before the order".to_owned());
    }
    if listing.has("delivered-quantity") {
        let quantity = row.number("delivered-quantity");
        if delivered.is_some() && quantity.is_none() {
            problems.push(listing.problem(row, "delivered-quantity", Fault::Missing));
        }
        if delivered.is_none() && quantity.is_some_and(|quantity| quantity > 0.0) {
            problems.push(listing.problem(row, "delivered", Fault::Missing));
        }
    }
    problems
}

/// A row that tells otherwise of a line than its first row.
fn contradiction(listing: &Listing, row: Row<'_>, line: &OrderLine) -> Vec<Problem> {
    let differs = [
        ("ordered-quantity", row.number("ordered-quantity") != Some(line.quantity)),
        ("ordered", row.date("ordered") != Some(line.ordered)),
    ];
    let first = line.line;
    let of = |(key, differs): (&'static str, bool)| {
        differs.then(|| {
            let sv = format!("annat än rad {first}, som är samma orderrad");
            let en = format!("not as in row {first}, which is the same order line");
            listing.problem(row, key, Fault::Other { sv, en })
        })
    };
    differs.into_iter().filter_map(of).collect()
}
