//! Days of which stock met only the first hours: their use is that of a part of a day.

use super::profile::weekday;
use super::{Class, Day, History, Hours, shape};
use crate::desk::days::plus;
use crate::stats::estimate::{Interval, USUAL_LEVEL, mean_interval};
use jiff::civil::Date;

/// Issues of an article on the mean day with use from which its need is taken as spread over the hours. One issue a day may be all that
/// the day wants, whenever it is made.
const LEAST_A_DAY: f64 = 2.0;

/// The share of each day's need that came while there was stock: for all sites together, and for each.
///
/// Only for what is used on most days, with several issues on each: else a day may have had all it wanted, and counts whole.
pub(super) fn parts(history: &History, from: Date, hours: &Hours) -> (Vec<f64>, Vec<Vec<f64>>) {
    let of_sites: Vec<Vec<f64>> = history.sites.values().map(|days| of_site(days, from, hours)).collect();
    let units: Vec<f64> = history.sites.values().map(|days| days.iter().map(|day| day.units).sum()).collect();
    let whole: f64 = units.iter().sum();
    let length = of_sites.iter().map(Vec::len).max().unwrap_or(0);
    let together = |at: usize| -> f64 {
        // A site weighs by what it uses.
        let lost = of_sites.iter().zip(&units).map(|(parts, units)| (1.0 - parts.get(at).unwrap_or(&1.0)) * units);
        if whole > 0.0 { 1.0 - lost.sum::<f64>() / whole } else { 1.0 }
    };
    ((0..length).map(together).collect(), of_sites)
}

fn of_site(days: &[Day], from: Date, hours: &Hours) -> Vec<f64> {
    let units: Vec<f64> = super::in_stock(days).map(|day| day.units).collect();
    let is_steady = shape(&units).is_some_and(|shape| matches!(shape.class, Class::Smooth | Class::Erratic));
    let with_use = days.iter().filter(|day| day.issues > 0).count();
    let issues: u64 = days.iter().map(|day| u64::from(day.issues)).sum();
    let is_spread = issues as f64 >= LEAST_A_DAY * with_use as f64;
    let part = |(at, day): (usize, &Day)| match day.emptied {
        Some(minute) if is_steady && is_spread => hours.until(weekday(plus(from, at as i64)), minute),
        _ => 1.0,
    };
    days.iter().enumerate().map(part).collect()
}

/// The use of days of which some count in part.
pub(super) struct Partial {
    /// Units a whole day: all units by all parts.
    pub(super) mean: Interval,
    /// Standard deviation of a whole day.
    pub(super) sd: Option<f64>,
    /// Days that count in part.
    pub(super) days: usize,
    /// Units that were probably wanted in the other parts.
    pub(super) unseen: f64,
}

impl Partial {
    /// None if every day counts whole.
    pub(super) fn of(units: &[f64], parts: &[f64]) -> Option<Partial> {
        let days = parts.iter().filter(|part| **part < 1.0).count();
        let (n, whole): (f64, f64) = (parts.len() as f64, parts.iter().sum());
        if days == 0 || whole <= 0.0 {
            return None;
        }
        let mean = units.iter().sum::<f64>() / whole;
        // A ratio of sums: its error is that of what is left of each day, for a day of the usual part.
        let left: Vec<f64> = units.iter().zip(parts).map(|(units, part)| units - mean * part).collect();
        let half = mean_interval(&left, USUAL_LEVEL).and_then(|of| of.half_width()).map(|half| half * n / whole);
        let squares: f64 = left.iter().map(|left| left * left).sum();
        let weights: f64 = parts.iter().map(|part| part * part).sum();
        Some(Partial {
            mean: half.map_or(Interval::without_bounds(mean), |half| Interval::around(mean, half)),
            sd: (n > 1.0).then(|| libm::sqrt(squares / weights * n / (n - 1.0))),
            days,
            unseen: mean * (n - whole),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Issue;
    use super::*;
    use jiff::civil::date;
    use std::collections::BTreeMap;

    /// Five days from a Monday, on each `a_day` issues at 8:30 and as many at 16:30, of two sites alike; at the first site stock ran out with
    /// the last of the morning of the fifth day.
    fn parts_with(a_day: usize) -> (Vec<f64>, Vec<Vec<f64>>, Hours) {
        let mut issues = Vec::new();
        for day in 2..7_i8 {
            for site in ["A", "B"] {
                for at in 0..2 * a_day {
                    let (is_morning, ran_out) = (at < a_day, site == "A" && day == 6);
                    if ran_out && !is_morning {
                        continue;
                    }
                    let balance = if ran_out && at + 1 == a_day { 0.0 } else { 9.0 };
                    let (article, site) = ("a".to_owned(), site.to_owned());
                    let minute = Some(if is_morning { 510 } else { 990 });
                    issues.push(Issue {
                        date: date(2026, 11, day),
                        minute,
                        article,
                        site,
                        quantity: 1.0,
                        balance: Some(balance),
                    });
                }
            }
        }
        let (first, last) = (date(2026, 11, 2), date(2026, 11, 6));
        let histories = super::super::read(&issues, first, last, &BTreeMap::new());
        let hours = Hours::of(&issues, first, last, &histories);
        let (together, sites) = parts(&histories["a"], first, &hours);
        (together, sites, hours)
    }

    #[test]
    fn a_day_in_part_by_hand() {
        // Ten in the morning at each of two sites on five days: 100; in the afternoon ten less: 90. Of the morning hour 31 of 60 minutes are
        // over at the end of 8:30: 100/190 × 31/60 of the day.
        let (together, sites, hours) = parts_with(10);
        let part = 100.0 / 190.0 * 31.0 / 60.0;
        assert!((sites[0][4] - part).abs() < 1e-12 && hours.hours.iter().any(|hour| hour.ran_out == 1), "{sites:?}");
        assert_eq!((&sites[0][..4], &sites[1][..]), (&[1.0; 4][..], &[1.0; 5][..]));
        // The first site used 90 of 190 units.
        assert!((together[4] - (1.0 - (1.0 - part) * 90.0 / 190.0)).abs() < 1e-12, "{together:?}");
    }

    #[test]
    fn one_issue_a_day_may_be_all_that_it_wanted() {
        // 19 issues are too few to know the hours; and with more of another article a day with one issue would still count whole.
        let days = [Day { units: 1.0, issues: 1, emptied: Some(510), ..Day::default() }; 5];
        let (_, _, hours) = parts_with(10);
        assert_eq!(of_site(&days, date(2026, 11, 2), &hours), [1.0; 5]);
        let twice = days.map(|day| Day { issues: 2, ..day });
        assert!(of_site(&twice, date(2026, 11, 2), &hours).iter().all(|part| *part < 1.0));
    }

    #[test]
    fn a_ratio_of_sums_by_hand() {
        // 10 and 8 in whole days, 6 in half a day: 24 in 2.5 days are 9.6; left are 0.4, −1.6 and 1.2: squares 4.16 by weights 2.25 × 3/2.
        let of = Partial::of(&[10.0, 8.0, 6.0], &[1.0, 1.0, 0.5]).unwrap();
        assert!((of.mean.estimate - 9.6).abs() < 1e-12 && (of.unseen - 4.8).abs() < 1e-12 && of.days == 1);
        assert!((of.sd.unwrap() - libm::sqrt(4.16 / 2.25 * 1.5)).abs() < 1e-12);
        // Student's t at 97.5 % with 2 degrees is 4.302653: t √(4.16/2/3) for the mean of what is left, by 3/2.5 for a whole day.
        let half = 4.302_652_729_7 * libm::sqrt(4.16 / 6.0) * 1.2;
        assert!((of.mean.half_width().unwrap() - half).abs() < 1e-6);
        assert!(Partial::of(&[1.0, 2.0], &[1.0, 1.0]).is_none());
    }
}
