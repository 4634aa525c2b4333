//! How many customers leave, by every source, and what the others do.

use super::case::{Case, Causes, Share, Told};
use crate::inventory::lost_customer::WEEKS_PER_YEAR;
use crate::scenario::model::{Id, Title};
use crate::stats::poisson;
use crate::stats::proportion::wilson;
use serde::Serialize;

/// Level of intervals.
const LEVEL: f64 = 0.95;

/// A share with its interval, where its sample is known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Counted {
    /// As stated.
    pub share: f64,
    /// How many of how many.
    pub sample: Option<(u64, u64)>,
    /// 95 % interval (Wilson).
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
}

/// A share with its interval.
pub(super) fn counted(share: Share) -> Counted {
    let interval = share.sample.and_then(|(hits, of)| wilson(hits, of, LEVEL));
    let (low, high) = (interval.and_then(|one| one.low), interval.and_then(|one| one.high));
    Counted { share: share.share, sample: share.sample, low, high }
}

/// One source of u.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// Id.
    pub id: Id,
    /// Name.
    pub title: Title,
    /// Weight.
    pub weight: f64,
    /// Customers a week.
    pub u: f64,
    /// Lower end of its 95 % interval, where the sample is known; of a count that of the Poisson law (exact).
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// u.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeavingFindings {
    /// The sources (T56).
    pub sources: Vec<Source>,
    /// Customers who leave a week: the weighted mean.
    pub u: f64,
    /// Share of all customers, where their number is known (T27).
    pub share_of_customers: Option<f64>,
    /// Customers a year.
    pub per_year: f64,
}

pub(super) fn leaving(case: &Case) -> LeavingFindings {
    let customers = case.customers.unwrap_or(0.0);
    let sources: Vec<Source> = case
        .leaving
        .iter()
        .map(|(id, one)| {
            let (u, interval) = told(one.told, customers);
            let (low, high) = (interval.map(|(low, _)| low), interval.map(|(_, high)| high));
            Source { id: id.clone(), title: one.title.clone(), weight: one.weight, u, low, high }
        })
        .collect();
    let weights: f64 = sources.iter().map(|one| one.weight).sum();
    let u = sources.iter().map(|one| one.weight * one.u).sum::<f64>() / weights;
    LeavingFindings { sources, u, share_of_customers: case.customers.map(|all| u / all), per_year: u * WEEKS_PER_YEAR }
}

/// Customers a week, and the interval of the sample.
fn told(told: Told, customers: f64) -> (f64, Option<(f64, f64)>) {
    let ends = |share: Share| {
        let found = counted(share);
        found.low.zip(found.high)
    };
    match told {
        Told::Count(count) => (count, poisson_interval(count)),
        Told::OfAll(share) => {
            (customers * share.share, ends(share).map(|(low, high)| (customers * low, customers * high)))
        }
        Told::OfThoseWhoMeetOne(meet, leave) => {
            let those = customers * meet.share;
            // The smaller sample decides: the share that leaves is of those who met a shortage.
            (those * leave.share, ends(leave).map(|(low, high)| (those * low, those * high)))
        }
    }
}

/// The exact 95 % interval of a count (Garwood 1936): the means for which so few, or so many, are just improbable enough.
fn poisson_interval(count: f64) -> Option<(f64, f64)> {
    let is_count = libm::floor(count) == count && (0.0..=1e6).contains(&count);
    if !is_count {
        return None;
    }
    let (outside, n) = ((1.0 - LEVEL) / 2.0, count as u64);
    let far = 2.0 * count + 20.0;
    let low = match n.checked_sub(1) {
        None => 0.0,
        Some(below) => crate::stats::root::crossing(0.0, far, |mean| poisson::more_than(mean, below) - outside),
    };
    Some((low, crate::stats::root::crossing(0.0, far, |mean| outside - poisson::at_most(mean, n))))
}

/// What those do who meet a shortage (T30).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reactions {
    /// Another article.
    pub substitute: Counted,
    /// The same here later.
    pub come_back: Counted,
    /// Another shop.
    pub elsewhere: Counted,
    /// An order.
    pub back_order: Counted,
}

pub(super) fn reactions(case: &Case) -> Option<Reactions> {
    let counts = case.reactions?;
    let of: u64 = counts.iter().sum();
    let [substitute, come_back, elsewhere, back_order] =
        counts.map(|count| counted(Share { share: count as f64 / of as f64, sample: Some((count, of)) }));
    Some(Reactions { substitute, come_back, elsewhere, back_order })
}

/// What the interviews say of prescriptions: the share of all customers is no fill rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LineFill {
    /// Share of prescription customers who met a shortage.
    pub of_prescription_customers: f64,
    /// The same per line, if lines run short independently.
    pub short_per_line: f64,
    /// Line fill rate that follows.
    pub line_fill_rate: f64,
}

pub(super) fn line_fill(case: &Case) -> Option<LineFill> {
    let (met, _) = case.meeting?.sample?;
    let of = case.prescription_respondents?;
    let share = met as f64 / of as f64;
    (share < 1.0).then(|| {
        let line_fill_rate = libm::pow(1.0 - share, 1.0 / case.profit.lines_per_customer);
        LineFill { of_prescription_customers: share, short_per_line: 1.0 - line_fill_rate, line_fill_rate }
    })
}

/// Why shelves were empty, and what of the cost stock could have saved (T51–T53).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CauseShares {
    /// Counts: supplier out only, both, rare only, avoidable.
    pub counts: Causes,
    /// Their shares.
    pub shares: [f64; 4],
    /// Shortage cost of each, SEK per week.
    pub cost_week: [f64; 4],
}

pub(super) fn causes(counts: Causes, shortage_week: f64) -> CauseShares {
    let all: u64 = counts.iter().sum();
    let shares = counts.map(|count| count as f64 / all as f64);
    CauseShares { counts, shares, cost_week: shares.map(|share| share * shortage_week) }
}

#[cfg(test)]
mod tests {
    use super::poisson_interval;

    #[test]
    fn the_interval_of_a_count_is_that_of_the_tables() {
        // Garwood's table: 0: 0–3.689; 10: 4.795–18.390; 43: 31.119–57.921.
        for (count, low, high) in [(0.0, 0.0, 3.689), (10.0, 4.795, 18.390), (43.0, 31.119, 57.921)] {
            let found = poisson_interval(count).unwrap();
            assert!((found.0 - low).abs() < 0.001 && (found.1 - high).abs() < 0.001, "{count} {found:?}");
        }
        assert_eq!(poisson_interval(43.5), None);
    }
}
