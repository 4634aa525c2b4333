//! When goods are expected: the promise of an open order, the supplier's notice, the later one where they contradict each other.

use super::rows::{Notice, OpenOrder, StockRow};
use crate::desk::days;
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
}

/// What is said of one article at one site.
pub(super) struct Said<'l> {
    pub orders: Vec<&'l OpenOrder>,
    pub notices: Vec<&'l Notice>,
    pub today: Date,
}

impl Said<'_> {
    /// When goods are expected from the supplier.
    pub fn expected(&self, row: &StockRow) -> Expected {
        let overdue = self.orders.iter().filter_map(|order| order.promised).map(|day| days::between(day, self.today));
        let overdue_days = overdue.max().unwrap_or_default().max(0);
        let reason = self.notices.iter().map(|notice| notice.reason.as_str()).find(|words| !words.is_empty());
        let reason = reason.unwrap_or_default().to_owned();
        let told = |date, source, order: Option<&OpenOrder>| Expected {
            date,
            source,
            order: order.map(|order| order.order.clone()).unwrap_or_default(),
            quantity: order.map(|order| order.quantity),
            overdue_days,
            reason: reason.clone(),
        };
        if self.orders.is_empty() {
            return match self.if_ordered_today(row) {
                Ok(date) => told(Some(date), Source::IfOrderedToday, None),
                Err(source) => told(None, source, None),
            };
        }
        let weighed = self.orders.iter().map(|order| (self.of_order(order), *order));
        let first = weighed.min_by_key(|((date, _), order)| (date.is_none(), *date, order.promised));
        match first {
            Some(((date, source), order)) => told(date, source, Some(order)),
            None => told(None, Source::NoOrder, None),
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
        match (lead_time, self.notice_on(self.today)) {
            (_, Some(None)) => Err(Source::NoticeWithoutDate),
            (Some(day), notice) => Ok(notice.flatten().map_or(day, |back| back.max(day))),
            (None, _) => Err(Source::NoOrder),
        }
    }
}
