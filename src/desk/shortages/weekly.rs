//! The list of the week: what runs short, sorted by what harms first.

use super::expected::{Expected, Said, Source, TooLittle};
use super::gap::{Walk, whole_days};
use super::rows::{Contact, Notice, OpenOrder, Pair, StockRow};
use super::stand_in::{StandIn, stand_ins};
use crate::desk::days;
use crate::order::{Gather, InOrder};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// The day of the list.
    #[serde(serialize_with = "of_today")]
    pub today: Date,
    /// Stock below so many days is short.
    pub days: f64,
    /// Whether articles that are not critical count too.
    pub all: bool,
    /// Minutes of chasing per article and week.
    pub chasing: f64,
}

fn of_today<S: serde::Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    days::iso(&Some(*date), to)
}

/// The lists; those that were not given are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    /// The stock list.
    pub stock: Vec<StockRow>,
    /// Open orders.
    pub orders: Vec<OpenOrder>,
    /// Back-order notices.
    pub notices: Vec<Notice>,
    /// Contacts by supplier.
    pub contacts: BTreeMap<String, Contact>,
    /// Substitutes.
    pub substitutes: Vec<Pair>,
}

/// An article that runs short at a site.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shortage {
    /// Row of the file.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub site: String,
    /// Who delivers it.
    pub supplier: String,
    /// The own site that refills it; empty: the supplier.
    pub from: String,
    /// Whether care cannot do without.
    pub critical: bool,
    /// Units in stock and promised to nobody.
    pub free: f64,
    /// Units per calendar day.
    pub daily_use: f64,
    /// Days that the stock lasts.
    pub days: f64,
    /// The first day that is not covered whole.
    #[serde(serialize_with = "days::iso")]
    pub out: Option<Date>,
    /// When goods come.
    pub expected: Expected,
    /// Days before that which neither stock nor what comes meanwhile covers whole; none: not known.
    pub without: Option<i64>,
    /// Substitutes at the site, those that last longest first.
    pub substitutes: Vec<StandIn>,
    /// Days without that the best substitute does not cover; none: not known.
    pub uncovered: Option<i64>,
    /// Other sites that have it, and units free there.
    pub elsewhere: Vec<(String, f64)>,
    /// Whom to call; empty: not known.
    pub contact: Option<(String, String, String)>,
}

impl Shortage {
    /// Units of need between running out and arrival; infinite where no arrival is known.
    pub fn harm(&self) -> f64 {
        self.without.map_or(f64::INFINITY, |days| days as f64 * self.daily_use)
    }
}

/// A critical article with nothing in stock whose use is not known, or nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Empty {
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub site: String,
    /// Who delivers it.
    pub supplier: String,
    /// Whether it may not be ordered any more.
    pub withdrawn: bool,
}

/// The week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shortages {
    /// Stock below the days asked for, what harms first first.
    pub short: Vec<Shortage>,
    /// More stock than that, but it runs out before goods come, and the supplier has said so or is late.
    pub ahead: Vec<Shortage>,
    /// Rows that count here.
    pub judged: usize,
    /// Of them, those without use: they last for ever.
    pub unused: usize,
    /// Rows whose use is not known: article and site.
    pub unknown: Vec<(String, String)>,
    /// Critical rows with nothing in stock, and no use that is known.
    pub empty: Vec<Empty>,
    /// Rows with stock whose last day has passed: it does not count.
    pub expired_rows: usize,
    /// Articles of orders that the stock list does not have.
    pub orders_unknown: Vec<String>,
    /// Articles of notices that the stock list does not have.
    pub notices_unknown: Vec<String>,
    /// Hours of chasing a week: those that run out before goods come.
    pub chasing_hours: f64,
}

/// Finds what runs short.
pub fn shortages(lists: &Lists, question: &Question) -> Shortages {
    let index = Index::of(lists, question);
    let counts = |row: &&StockRow| question.all || row.critical;
    let (mut short, mut ahead, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    let (mut judged, mut unused) = (0, 0);
    for row in lists.stock.iter().filter(counts) {
        judged += 1;
        match row.daily_use {
            None => unknown.push((row.article.clone(), row.site.clone())),
            Some(0.0) => unused += 1,
            Some(daily_use) => {
                let found = index.shortage(row, daily_use);
                if found.days < question.days {
                    short.push(found);
                } else if (index.on_notice(row) || found.expected.overdue_days > 0) && found.harm() > 0.0 {
                    ahead.push(found);
                }
            }
        }
    }
    [&mut short, &mut ahead].into_iter().for_each(|list| list.order_by(harm_first));
    let chased = short.iter().chain(&ahead).filter(|one| one.harm() > 0.0).count();
    let chasing_hours = chased as f64 * question.chasing / 60.0;
    let of_orders = lists.orders.iter().map(|order| order.article.as_str());
    let of_notices = lists.notices.iter().map(|notice| notice.article.as_str());
    Shortages {
        orders_unknown: index.not_in_stock(of_orders),
        notices_unknown: index.not_in_stock(of_notices),
        short,
        ahead,
        judged,
        unused,
        unknown,
        expired_rows: lists.stock.iter().filter(|row| row.expired > 0.0).count(),
        empty: lists.stock.iter().filter_map(empty).collect(),
        chasing_hours,
    }
}

fn empty(row: &StockRow) -> Option<Empty> {
    let idle = row.daily_use.is_none_or(|units| units <= 0.0);
    (row.critical && row.free <= 0.0 && idle).then(|| Empty {
        article: row.article.clone(),
        name: row.name.clone(),
        site: row.site.clone(),
        supplier: row.supplier.clone(),
        withdrawn: row.withdrawn,
    })
}

/// Critical first; then the most need without stock; where that is not known, or the same, the one that runs out first.
fn harm_first(one: &Shortage, other: &Shortage) -> std::cmp::Ordering {
    let by_harm = other.critical.cmp(&one.critical).then(other.harm().total_cmp(&one.harm()));
    by_harm
        .then(one.days.total_cmp(&other.days))
        .then_with(|| (&one.article, &one.site).cmp(&(&other.article, &other.site)))
}

/// The lists by article and site.
struct Index<'l> {
    lists: &'l Lists,
    today: Date,
    look_ahead: i64,
    by_article: BTreeMap<&'l str, Vec<&'l StockRow>>,
    /// Rows of each site and need group; without a group none.
    by_group: BTreeMap<(&'l str, &'l str), Vec<&'l StockRow>>,
    substitutes: BTreeMap<&'l str, Vec<&'l Pair>>,
    orders: BTreeMap<&'l str, Vec<&'l OpenOrder>>,
    notices: BTreeMap<&'l str, Vec<&'l Notice>>,
}

impl<'l> Index<'l> {
    fn of(lists: &'l Lists, question: &Question) -> Index<'l> {
        let mut index = Index {
            lists,
            today: question.today,
            look_ahead: libm::ceil(question.days).max(1.0) as i64,
            by_article: BTreeMap::new(),
            by_group: BTreeMap::new(),
            substitutes: BTreeMap::new(),
            orders: BTreeMap::new(),
            notices: BTreeMap::new(),
        };
        for row in &lists.stock {
            index.by_article.entry(&row.article).or_default().push(row);
            if !row.need_group.is_empty() {
                index.by_group.entry((&row.site, &row.need_group)).or_default().push(row);
            }
        }
        for pair in &lists.substitutes {
            index.substitutes.entry(&pair.article).or_default().push(pair);
        }
        for order in &lists.orders {
            index.orders.entry(&order.article).or_default().push(order);
        }
        for notice in &lists.notices {
            index.notices.entry(&notice.article).or_default().push(notice);
        }
        index
    }

    fn not_in_stock<'a>(&self, articles: impl Iterator<Item = &'a str>) -> Vec<String> {
        let unknown = articles.filter(|article| !self.by_article.contains_key(article));
        unknown.into_set().into_iter().map(str::to_owned).collect()
    }

    fn on_notice(&self, row: &StockRow) -> bool {
        self.notices.contains_key(row.article.as_str())
    }

    fn expected(&self, row: &StockRow, depth: usize) -> Expected {
        let of_article = |map: &BTreeMap<&str, Vec<&'l OpenOrder>>| map.get(row.article.as_str()).cloned();
        let mut orders = of_article(&self.orders).unwrap_or_default();
        orders.retain(|order| order.site == row.site || (order.site.is_empty() && row.from.is_empty()));
        let notices = self.notices.get(row.article.as_str()).cloned().unwrap_or_default();
        let said = |notices| Said { orders, notices, today: self.today, look_ahead: self.look_ahead }.expected(row);
        let Some(source) = self.refilling(row).filter(|_| depth > 0) else { return said(notices) };
        let lead_time = libm::ceil(row.lead_time.unwrap_or_default()) as i64;
        let waits = || {
            let waits = self.expected(source, depth - 1);
            let date = waits.date.map(|date| days::plus(date, lead_time));
            Expected { date, source: Source::RefillWaits, too_little: Vec::new(), ..waits }
        };
        if source.free <= 0.0 {
            return waits();
        }
        // The own site has it: what suppliers say of it does not matter here.
        let said = said(Vec::new());
        if said.source == Source::Promise {
            return said;
        }
        let (mut walk, here) =
            (Walk::new(row.free, row.daily_use.unwrap_or_default()), days::plus(self.today, lead_time));
        walk.to(lead_time);
        // What is ordered there already is part of what it has.
        walk.receive(source.free);
        let waits = waits();
        // Until the own site is refilled itself, or for the days that are asked for.
        let needed = waits.date.map_or(self.look_ahead, |date| days::between(here, date).clamp(1, self.look_ahead));
        if walk.lasts() >= needed {
            return Expected { date: Some(here), source: Source::Refill, too_little: Vec::new(), ..said };
        }
        let some = TooLittle { date: here, order: String::new(), units: source.free };
        Expected { too_little: vec![some], ..waits }
    }

    /// The row of the own site that refills this one.
    fn refilling(&self, row: &StockRow) -> Option<&'l StockRow> {
        let sites = self.by_article.get(row.article.as_str())?;
        sites.iter().find(|other| !row.from.is_empty() && other.site == row.from && other.site != row.site).copied()
    }

    /// The rows of its site that its need group or the pairs name, each once.
    fn may_stand_in(&self, row: &StockRow, pairs: &[Pair]) -> Vec<&'l StockRow> {
        let of_group = self.by_group.get(&(row.site.as_str(), row.need_group.as_str())).into_iter().flatten();
        let of_pairs = pairs.iter().filter_map(|pair| self.by_article.get(pair.substitute.as_str())).flatten();
        let at_site = of_group.chain(of_pairs).filter(|other| other.site == row.site);
        let by_article: BTreeMap<&str, &'l StockRow> = at_site.map(|other| (other.article.as_str(), *other)).into_map();
        by_article.into_values().collect()
    }

    fn shortage(&self, row: &StockRow, daily_use: f64) -> Shortage {
        let lasts = row.free / daily_use;
        let whole = whole_days(row.free, daily_use);
        // Sites refill sites, and those others; a ring of them ends here.
        let expected = self.expected(row, 8);
        let without = expected.without(row, self.today);
        let notices = self.notices.get(row.article.as_str()).cloned().unwrap_or_default();
        let offered = notices.iter().filter(|notice| !notice.substitute.is_empty());
        let offered = offered.map(|notice| Pair {
            article: row.article.clone(),
            substitute: notice.substitute.clone(),
            factor: 1.0,
        });
        let listed = self.substitutes.get(row.article.as_str()).into_iter().flatten().map(|pair| (*pair).clone());
        let pairs: Vec<Pair> = listed.chain(offered).collect();
        let substitutes = stand_ins(row, &self.may_stand_in(row, &pairs), &pairs);
        let covered = substitutes.first().map_or(0, |best| libm::floor(best.days).min(1e6) as i64);
        let others = self.by_article.get(row.article.as_str()).into_iter().flatten();
        let others = others.filter(|other| other.site != row.site && other.free > 0.0);
        let contact = self.lists.contacts.get(&row.supplier);
        Shortage {
            line: row.line,
            article: row.article.clone(),
            name: row.name.clone(),
            site: row.site.clone(),
            supplier: row.supplier.clone(),
            from: row.from.clone(),
            critical: row.critical,
            free: row.free,
            daily_use,
            days: lasts,
            out: Some(days::plus(self.today, whole)),
            expected,
            without,
            uncovered: without.map(|days| (days - covered).max(0)),
            substitutes,
            elsewhere: others.map(|other| (other.site.clone(), other.free)).collect(),
            contact: contact.map(|one| (one.name.clone(), one.phone.clone(), one.mail.clone())),
        }
    }
}
