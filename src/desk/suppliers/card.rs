//! The figures of a supplier (or an article, or a month) from its order lines.

use super::rows::OrderLine;
use super::scorecard::Question;
use crate::desk::days;
use crate::stats::estimate::{Interval, USUAL_LEVEL};
use crate::stats::product_limit::{ProductLimit, Time, product_limit};
use crate::stats::proportion::wilson;
use crate::stats::quantile::quantiles;
use crate::stats::ratio::ratio_interval;
use jiff::civil::Date;
use serde::Serialize;

/// A share with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The share.
    pub share: f64,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

impl From<Interval> for Figure {
    fn from(interval: Interval) -> Figure {
        Figure { share: interval.estimate, low: interval.low, high: interval.high }
    }
}

/// Whether the contract is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The lower end of the interval is at least what the contract says.
    Reached,
    /// The upper end is below it.
    NotReached,
    /// Neither.
    Undecided,
}

impl Figure {
    /// Whether the contract is kept.
    pub fn verdict(&self, contract: f64) -> Verdict {
        match (self.low, self.high) {
            (Some(low), _) if low >= contract => Verdict::Reached,
            (_, Some(high)) if high < contract => Verdict::NotReached,
            _ => Verdict::Undecided,
        }
    }
}

/// The three readings of availability.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Fulfilled {
    /// Lines that are due: the promised day has passed.
    pub due: u64,
    /// Of them, those that came in full on time.
    pub in_full_on_time: u64,
    /// Share of those that are due.
    pub on_time: Option<Figure>,
    /// Lines judged by their first receipt: those that are due.
    pub judged_by_first: u64,
    /// Of them, those whose first receipt held everything.
    pub full_at_first: u64,
    /// Share of those judged.
    pub first: Option<Figure>,
    /// Units ordered on the lines that are due.
    pub units_due: f64,
    /// Of them, those that came on time.
    pub units_on_time: f64,
    /// Share of the units due, a ratio of sums.
    pub quantity: Option<Figure>,
}

/// The figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// The supplier, the article or the month.
    pub name: String,
    /// Order lines in all.
    pub lines: u64,
    /// Of them, those whose promised day has not passed.
    pub not_due: u64,
    /// Of them, those without a promise.
    pub without_promise: u64,
    /// The three readings of availability.
    pub fulfilled: Fulfilled,
    /// Days from order to all received; what is still open counts as longer than until today.
    pub lead_time: LeadTime,
    /// Lines that came late, or are.
    pub late: u64,
    /// Their share of the lines that are due.
    pub late_share: Option<Figure>,
    /// Mean days late of these; what is still open counts with the days so far.
    pub mean_delay: Option<f64>,
    /// The longest delay, days.
    pub longest_delay: Option<i64>,
    /// Lines that came in full before the promised day.
    pub early: u64,
    /// Late lines of which a delay was told before the promised day.
    pub forewarned: u64,
    /// Median of the days from being told to the promised day, of late lines that were told of; negative: after it.
    pub notice_days: Option<f64>,
    /// Lines whose promised day has passed and that are not here in full.
    pub open: u64,
    /// Units that lack on these.
    pub open_units: f64,
    /// Mean days since their promised day.
    pub open_age: Option<f64>,
    /// Days since the earliest of these promised days.
    pub oldest_open: Option<i64>,
}

/// The law of lead times, with open lines counted as longer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct LeadTime {
    /// Lines that are here in full.
    pub complete: u64,
    /// Lines that are not.
    pub open: u64,
    /// Mean, days.
    pub mean: Option<f64>,
    /// Whether it is at least so much, as the longest line is open.
    pub at_least: bool,
    /// Standard deviation, days.
    pub sd: Option<f64>,
    /// Median, days; none: too many are open to tell.
    pub median: Option<f64>,
    /// Days that nine of ten lines do not exceed; none: too many are open to tell.
    pub p90: Option<f64>,
    /// The longest line so far, days.
    pub longest: Option<f64>,
}

/// One line judged.
struct Judged<'l> {
    line: &'l OrderLine,
    /// The promise, or order date + agreed days.
    promised: Option<Date>,
    complete: Option<Date>,
    due: bool,
}

impl Judged<'_> {
    /// Units that came on time, at most those ordered.
    fn on_time(&self, question: &Question) -> f64 {
        let Some(promised) = self.promised else { return 0.0 };
        let last = days::plus(promised, question.grace);
        let first = question.early.map(|early| days::plus(promised, -early));
        let counts = |date: Date| date <= last && first.is_none_or(|first| date >= first);
        let came = self.line.receipts.iter().filter(|receipt| counts(receipt.date)).map(|receipt| receipt.quantity);
        came.sum::<f64>().min(self.line.quantity)
    }

    fn lacking(&self) -> f64 {
        let came: f64 = self.line.receipts.iter().map(|receipt| receipt.quantity).sum();
        (self.line.quantity - came).max(0.0)
    }
}

/// The figures of some lines on a day.
pub fn card<'l>(name: &str, lines: &[&'l OrderLine], question: &Question) -> Card {
    let judged: Vec<Judged<'l>> = lines.iter().map(|line| judged(line, question)).collect();
    let due: Vec<&Judged<'l>> = judged.iter().filter(|one| one.due).collect();
    let delayed = |one: &&Judged<'l>| {
        let promised = one.promised?;
        let delay = days::between(promised, one.complete.unwrap_or(question.today));
        (delay > question.grace).then_some((delay, one.line, promised))
    };
    let late: Vec<(i64, &OrderLine, Date)> = due.iter().filter_map(delayed).collect();
    let told: Vec<f64> = late
        .iter()
        .filter_map(|(_, line, promised)| line.noticed.map(|noticed| days::between(noticed, *promised) as f64))
        .collect();
    let open: Vec<(i64, f64)> = due
        .iter()
        .filter(|one| one.complete.is_none())
        .filter_map(|one| Some((days::between(one.promised?, question.today), one.lacking())))
        .collect();
    let early = due.iter().filter(|one| one.complete.zip(one.promised).is_some_and(|(came, promised)| came < promised));
    Card {
        name: name.to_owned(),
        lines: lines.len() as u64,
        not_due: judged.iter().filter(|one| one.promised.is_some() && !one.due).count() as u64,
        without_promise: judged.iter().filter(|one| one.promised.is_none()).count() as u64,
        fulfilled: fulfilled(&judged, question),
        lead_time: lead_time(&judged, question.today),
        late: late.len() as u64,
        late_share: wilson(late.len() as u64, due.len() as u64, USUAL_LEVEL).map(Figure::from),
        mean_delay: mean(late.iter().map(|(delay, ..)| *delay as f64)),
        longest_delay: late.iter().map(|(delay, ..)| *delay).max(),
        early: early.count() as u64,
        forewarned: told.iter().filter(|days| **days > 0.0).count() as u64,
        notice_days: quantiles(&told, [0.5]).map(|[median]| median),
        open: open.len() as u64,
        open_units: open.iter().map(|(_, units)| units).sum(),
        open_age: mean(open.iter().map(|(age, _)| *age as f64)),
        oldest_open: open.iter().map(|(age, _)| *age).max(),
    }
}

fn judged<'l>(line: &'l OrderLine, question: &Question) -> Judged<'l> {
    let promised = line.promised.or_else(|| question.agreed.map(|agreed| days::plus(line.ordered, agreed)));
    let mut came = 0.0;
    let complete = line.receipts.iter().find_map(|receipt| {
        came += receipt.quantity;
        (came >= line.quantity).then_some(receipt.date)
    });
    let due = promised.is_some_and(|promised| days::plus(promised, question.grace) < question.today);
    Judged { line, promised, complete, due }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let values: Vec<f64> = values.collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn fulfilled(judged: &[Judged<'_>], question: &Question) -> Fulfilled {
    let due: Vec<&Judged<'_>> = judged.iter().filter(|one| one.due).collect();
    let first_of = |one: &Judged<'_>| {
        let first = one.line.receipts.first()?;
        // Receipts of one day are one.
        let of_day = one.line.receipts.iter().filter(|receipt| receipt.date == first.date);
        Some(of_day.map(|receipt| receipt.quantity).sum::<f64>())
    };
    let by_first: Vec<Option<f64>> =
        due.iter().map(|one| first_of(one).map(|first| first - one.line.quantity)).collect();
    let full_at_first = by_first.iter().flatten().filter(|over| **over >= 0.0).count() as u64;
    let on_time: Vec<f64> = due.iter().map(|one| one.on_time(question)).collect();
    let ordered: Vec<f64> = due.iter().map(|one| one.line.quantity).collect();
    let in_full = on_time.iter().zip(&ordered).filter(|(came, ordered)| came >= ordered).count() as u64;
    let quantity = ratio_interval(&on_time, &ordered, USUAL_LEVEL).map(|interval| interval.clamped(0.0, 1.0));
    Fulfilled {
        due: due.len() as u64,
        in_full_on_time: in_full,
        on_time: wilson(in_full, due.len() as u64, USUAL_LEVEL).map(Figure::from),
        judged_by_first: by_first.len() as u64,
        full_at_first,
        first: wilson(full_at_first, by_first.len() as u64, USUAL_LEVEL).map(Figure::from),
        units_due: ordered.iter().sum(),
        units_on_time: on_time.iter().sum(),
        // The same share, as exact as the sums.
        quantity: quantity.map(|interval| Figure {
            share: on_time.iter().sum::<f64>() / ordered.iter().sum::<f64>(),
            ..Figure::from(interval)
        }),
    }
}

fn lead_time(judged: &[Judged<'_>], today: Date) -> LeadTime {
    let time = |one: &Judged<'_>| Time {
        length: days::between(one.line.ordered, one.complete.unwrap_or(today)) as f64,
        ended: one.complete.is_some(),
    };
    let times: Vec<Time> = judged.iter().map(time).collect();
    let complete = times.iter().filter(|time| time.ended).count() as u64;
    let open = times.len() as u64 - complete;
    // Where nothing is complete there is no law, only how long it has been.
    let law: Option<ProductLimit> = product_limit(&times).filter(|_| complete > 0);
    LeadTime {
        complete,
        open,
        mean: law.as_ref().map(ProductLimit::mean),
        at_least: law.as_ref().is_some_and(|law| law.beyond > 0.0),
        sd: law.as_ref().map(ProductLimit::standard_deviation),
        median: law.as_ref().and_then(|law| law.quantile(0.5)),
        p90: law.as_ref().and_then(|law| law.quantile(0.9)),
        longest: times.iter().map(|time| time.length).reduce(f64::max),
    }
}
