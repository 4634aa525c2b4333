//! A rule tried on the article's own history of issues, day by day: receive, issue, review. Need that stock does not cover waits.

use super::rows::StockRow;
use super::weigh::{Basis, RuleKind, Terms, exact, ready};
use super::{quanta, units};
use crate::desk::days;
use crate::sheet::Listing;
use crate::units::Quanta;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, VecDeque};

/// Longest history that is followed.
const MOST_DAYS: i64 = 36_525;

/// Issues by day.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Its first day.
    pub first: Date,
    /// Days from the first issue of the list to the last one, both counted.
    pub days: usize,
    /// Whether issues name their site.
    pub by_site: bool,
    /// Units by article and site (empty if issues do not name it), by day; returns of a day reduce its issues.
    pub issues: BTreeMap<(String, String), BTreeMap<usize, f64>>,
}

/// What a rule would have done.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Tried {
    /// Units demanded.
    pub demand: f64,
    /// Units served on their day.
    pub served: f64,
    /// Replenishment cycles: each ends with a receipt, the last one with the history.
    pub cycles: u32,
    /// Those in which all need was served on its day.
    pub cycles_served: u32,
    /// Units in stock in the evening, mean over days.
    pub mean_stock: f64,
    /// Orders written.
    pub orders: u32,
    /// Units ordered.
    pub ordered: f64,
    /// Days that ended with an empty stock.
    pub empty_days: u32,
    /// Days followed.
    pub days: u32,
}

impl Tried {
    /// Units served at once of those demanded; none without demand.
    pub fn fill_rate(&self) -> Option<f64> {
        (self.demand > 0.0).then(|| self.served / self.demand)
    }

    /// Share of cycles without unmet need.
    pub fn cycle_service(&self) -> Option<f64> {
        (self.cycles > 0).then(|| f64::from(self.cycles_served) / f64::from(self.cycles))
    }
}

/// A row tried under every rule, in the order of [`RuleKind::ALL`], or the columns that it lacks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TriedRow {
    /// Row of the file.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub site: String,
    /// SEK per unit.
    pub price: Option<f64>,
    /// Mean issues per day in the history, units.
    pub mean_issue: f64,
    /// What each rule would have done.
    #[serde(serialize_with = "super::by_rule")]
    pub rules: super::ByRule<Tried>,
}

/// The history of a list of issues; none if it spans more than a hundred years.
pub fn history(listing: &Listing) -> Option<History> {
    let dates = || listing.rows().filter_map(|row| row.date("date"));
    let (first, last) = (dates().min()?, dates().max()?);
    let span = days::between(first, last) + 1;
    if span > MOST_DAYS {
        return None;
    }
    let by_site = listing.has("site");
    let mut issues: BTreeMap<(String, String), BTreeMap<usize, f64>> = BTreeMap::new();
    for row in listing.rows() {
        let (Some(date), Some(quantity)) = (row.date("date"), row.number("quantity")) else { continue };
        let key = |column| row.text(column).unwrap_or_default().to_owned();
        let day = days::between(first, date) as usize;
        *issues.entry((key("article"), key("site"))).or_default().entry(day).or_default() += quantity;
    }
    Some(History { first, days: span as usize, by_site, issues })
}

/// Tries every row that has a history; the others are counted. `start` is the stock at the beginning in days of mean issues;
/// without it, what the list has on hand.
pub fn try_all(rows: &[StockRow], history: &History, terms: &Terms, start: Option<f64>) -> (Vec<TriedRow>, Vec<u32>) {
    let (mut tried, mut without) = (Vec::new(), Vec::new());
    for row in rows {
        let site = if history.by_site { row.site.clone() } else { String::new() };
        let Some(issues) = history.issues.get(&(row.article.clone(), site)) else {
            without.push(row.line);
            continue;
        };
        let mean_issue = issues.values().sum::<f64>() / history.days as f64;
        let beginning = start.map_or(row.on_hand, |days| (days * mean_issue).max(0.0));
        tried.push(TriedRow {
            line: row.line,
            article: row.article.clone(),
            name: row.name.clone(),
            site: row.site.clone(),
            price: row.price,
            mean_issue,
            rules: RuleKind::ALL.map(|rule| try_one(row, rule, terms, (issues, history.days), beginning)),
        });
    }
    (tried, without)
}

/// Tries one row under one rule from a stock of `beginning` units.
///
/// # Errors
/// The columns that the rule lacks; the lead time is always needed.
pub fn try_one(
    row: &StockRow,
    rule: RuleKind,
    terms: &Terms,
    (issues, days): (&BTreeMap<usize, f64>, usize),
    beginning: f64,
) -> Result<Tried, Vec<&'static str>> {
    let rule = ready(row, rule, terms);
    let Some(lead_time) = row.lead_time else {
        return Err(rule.err().into_iter().flatten().chain(["lead-time"]).collect());
    };
    let rule = rule?;
    // An order is written in the evening: what takes no time comes the next morning.
    let lead_time = libm::ceil(lead_time).clamp(1.0, MOST_DAYS as f64) as usize;
    let review = row.review.map_or(1, |days| libm::ceil(days).clamp(1.0, MOST_DAYS as f64) as usize);
    let mut store = Store::with(exact(beginning, "on-hand")?, terms.basis);
    for day in 0..days {
        store.receive(day);
        let issue = issues.get(&day).copied().unwrap_or_default();
        store.issue(quanta(issue).ok_or_else(|| vec!["quantity"])?);
        if day % review == 0 {
            let (_, ordered) = rule.asks(store.seen());
            store.order(ordered, day + lead_time);
        }
        store.close_day();
    }
    Ok(store.tried(days))
}

/// A stock under trial.
struct Store {
    basis: Basis,
    on_hand: Quanta,
    waiting: Quanta,
    on_order: Quanta,
    coming: VecDeque<(usize, Quanta)>,
    demand: Quanta,
    served: Quanta,
    stock_days: i128,
    ordered: Quanta,
    orders: u32,
    empty_days: u32,
    cycles: u32,
    cycles_served: u32,
    short_in_cycle: bool,
}

impl Store {
    fn with(on_hand: Quanta, basis: Basis) -> Store {
        Store {
            basis,
            on_hand,
            waiting: 0,
            on_order: 0,
            coming: VecDeque::new(),
            demand: 0,
            served: 0,
            stock_days: 0,
            ordered: 0,
            orders: 0,
            empty_days: 0,
            cycles: 0,
            cycles_served: 0,
            short_in_cycle: false,
        }
    }

    fn close_cycle(&mut self) {
        self.cycles += 1;
        self.cycles_served += u32::from(!self.short_in_cycle);
        self.short_in_cycle = false;
    }

    fn receive(&mut self, day: usize) {
        while self.coming.front().is_some_and(|(due, _)| *due <= day) {
            let Some((_, quantity)) = self.coming.pop_front() else { break };
            self.close_cycle();
            self.on_hand += quantity;
            self.on_order -= quantity;
            let now = self.waiting.min(self.on_hand);
            self.on_hand -= now;
            self.waiting -= now;
        }
    }

    fn issue(&mut self, quantity: Quanta) {
        if quantity <= 0 {
            // A day of returns.
            self.on_hand -= quantity;
            return;
        }
        let now = quantity.min(self.on_hand);
        self.on_hand -= now;
        self.waiting += quantity - now;
        self.demand += quantity;
        self.served += now;
        self.short_in_cycle |= now < quantity;
    }

    /// What the rule sees.
    fn seen(&self) -> Quanta {
        match self.basis {
            Basis::Availability => self.on_hand + self.on_order - self.waiting,
            Basis::OnHand => self.on_hand,
        }
    }

    fn order(&mut self, quantity: Quanta, due: usize) {
        if quantity > 0 {
            self.coming.push_back((due, quantity));
            self.on_order += quantity;
            self.ordered += quantity;
            self.orders += 1;
        }
    }

    fn close_day(&mut self) {
        self.stock_days += i128::from(self.on_hand);
        self.empty_days += u32::from(self.on_hand == 0);
    }

    fn tried(mut self, days: usize) -> Tried {
        self.close_cycle();
        Tried {
            demand: units(self.demand),
            served: units(self.served),
            cycles: self.cycles,
            cycles_served: self.cycles_served,
            mean_stock: self.stock_days as f64 / days.max(1) as f64 / super::RESOLUTION,
            orders: self.orders,
            ordered: units(self.ordered),
            empty_days: self.empty_days,
            days: days as u32,
        }
    }
}
