//! When goods are expected: the promise of an open order, the supplier's notice, the later one where they contradict each other.

use super::gap::Walk;
use super::rows::{Notice, OpenOrder, StockRow};
use crate::desk::days;
use crate::order::InOrder;
use jiff::civil::Date;
use serde::Serialize;

/// Where a date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The promise of an open order.
    Promise,
    /// The supplier's notice, on an open order.
    Notice,
    /// Both, and they differ: the later one counts.
    Contradiction,
    /// No order is open: lead time from today, not before the notice's date.
    IfOrderedToday,
    /// The own site that refills has it: lead time from today.
    Refill,
    /// The own site that refills waits itself.
    RefillWaits,
    /// The promised date has passed, and nothing newer is said.
    Overdue,
    /// The supplier has it on notice without a date, or with one that has passed.
    NoticeWithoutDate,
    /// No order is open, and no lead time is known.
    NoOrder,
    /// An order is open without a date.
    OrderWithoutDate,
    /// What is on order does not suffice: lead time from today, and not before the orders that are open.
    TooLittle,
    /// Nothing that suffices is on order, and it may not be ordered any more.
    Withdrawn,
}

/// An order that comes and does not suffice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TooLittle {
    /// When it comes.
    #[serde(serialize_with = "of_day")]
    pub date: Date,
    /// Number of the order; empty: what the own site that refills has.
    pub order: String,
    /// Units.
    pub units: f64,
}

fn of_day<S: serde::Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    days::iso(&Some(*date), to)
}

/// When goods are expected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Expected {
    /// The date; none: not known.
    #[serde(serialize_with = "days::iso")]
    pub date: Option<Date>,
    /// Where it comes from.
    pub source: Source,
    /// Number of the order that comes first; empty: none.
    pub order: String,
    /// Units of that order.
    pub quantity: Option<f64>,
    /// Days since the earliest promise that was not kept; 0: none.
    pub overdue_days: i64,
    /// The supplier's words; empty: none.
    pub reason: String,
    /// What comes before that and does not suffice, by date.
    pub too_little: Vec<TooLittle>,
}

impl Expected {
    /// Days before the date that neither stock nor what comes meanwhile covers whole; none: no date is known.
    pub(super) fn without(&self, row: &StockRow, today: Date) -> Option<i64> {
        let end = self.date?;
        let mut walk = Walk::new(row.free, row.daily_use.unwrap_or_default());
        for some in self.too_little.iter().filter(|some| some.date < end) {
            walk.to(days::between(today, some.date));
            walk.receive(some.units);
        }
        walk.to(days::between(today, end));
        Some(walk.uncovered)
    }
}

/// What is said of one article at one site.
pub(super) struct Said<'l> {
    pub orders: Vec<&'l OpenOrder>,
    pub notices: Vec<&'l Notice>,
    pub today: Date,
    /// Days that an order has to last where it is not known when the next one could be here.
    pub look_ahead: i64,
}

impl Said<'_> {
    /// When goods are expected from the supplier: the first order with which the stock lasts beyond the day on which one of today
    /// could be here. Where none does, that day.
    pub fn expected(&self, row: &StockRow) -> Expected {
        let told = |date, source, order| self.told(date, source, order);
        let fresh = self.if_ordered_today(row);
        if self.orders.is_empty() {
            return match fresh {
                Ok(date) => told(Some(date), Source::IfOrderedToday, None),
                Err(source) => told(None, source, None),
            };
        }
        let mut dated = Vec::new();
        let mut undated = Vec::new();
        for order in &self.orders {
            match self.of_order(order) {
                (Some(date), source) => dated.push((date, source, *order)),
                (None, source) => undated.push((source, *order)),
            }
        }
        dated.order_by_key(|(date, _, order)| (*date, order.promised));
        let mut walk = Walk::new(row.free, row.daily_use.unwrap_or_default());
        let mut too_little = Vec::new();
        for (date, source, order) in dated {
            walk.to(days::between(self.today, date));
            walk.receive(order.quantity);
            let needed = fresh.map_or(self.look_ahead, |fresh| days::between(date, fresh).max(0) + 1);
            if walk.lasts() >= needed {
                return Expected { too_little, ..told(Some(date), source, Some(order)) };
            }
            too_little.push(TooLittle { date, order: order.order.clone(), units: order.quantity });
        }
        let found = match (undated.into_iter().min_by_key(|(_, order)| order.promised), fresh) {
            (Some((source, order)), _) => told(None, source, Some(order)),
            // No supplier is expected to deliver a new order before those that it has.
            (None, Ok(date)) => {
                told(too_little.iter().map(|one| one.date).chain([date]).max(), Source::TooLittle, None)
            }
            (None, Err(Source::NoOrder)) => told(None, Source::TooLittle, None),
            (None, Err(source)) => told(None, source, None),
        };
        Expected { too_little, ..found }
    }

    fn told(&self, date: Option<Date>, source: Source, order: Option<&OpenOrder>) -> Expected {
        let overdue = self.orders.iter().filter_map(|order| order.promised).map(|day| days::between(day, self.today));
        let reason = self.notices.iter().map(|notice| notice.reason.as_str()).find(|words| !words.is_empty());
        Expected {
            date,
            source,
            order: order.map(|order| order.order.clone()).unwrap_or_default(),
            quantity: order.map(|order| order.quantity),
            overdue_days: overdue.max().unwrap_or_default().max(0),
            reason: reason.unwrap_or_default().to_owned(),
            too_little: Vec::new(),
        }
    }

    /// The notice that stands in the way on a day: of several, the latest date, and no date is the latest.
    fn notice_on(&self, day: Date) -> Option<Option<Date>> {
        let in_force = self.notices.iter().filter(|notice| notice.since.is_none_or(|since| since <= day));
        in_force.map(|notice| notice.back.filter(|back| *back >= self.today)).reduce(|one, other| match (one, other) {
            (Some(one), Some(other)) => Some(one.max(other)),
            _ => None,
        })
    }

    fn of_order(&self, order: &OpenOrder) -> (Option<Date>, Source) {
        let ahead = order.promised.filter(|day| *day >= self.today);
        let notice = self.notice_on(ahead.unwrap_or(self.today));
        match (ahead, order.promised, notice) {
            (Some(day), _, None) => (Some(day), Source::Promise),
            (Some(day), _, Some(Some(back))) if day == back => (Some(day), Source::Promise),
            (Some(day), _, Some(Some(back))) => (Some(day.max(back)), Source::Contradiction),
            (None, _, Some(Some(back))) => (Some(back), Source::Notice),
            (_, _, Some(None)) => (None, Source::NoticeWithoutDate),
            (None, Some(_), None) => (None, Source::Overdue),
            (None, None, None) => (None, Source::OrderWithoutDate),
        }
    }

    fn if_ordered_today(&self, row: &StockRow) -> Result<Date, Source> {
        let lead_time = row.lead_time.map(|lead_time| days::plus(self.today, libm::ceil(lead_time) as i64));
        if row.withdrawn {
            return Err(Source::Withdrawn);
        }
        match (lead_time, self.notice_on(self.today)) {
            (_, Some(None)) => Err(Source::NoticeWithoutDate),
            (Some(day), notice) => Ok(notice.flatten().map_or(day, |back| back.max(day))),
            (None, _) => Err(Source::NoOrder),
        }
    }
}
