//! Patterns of weekdays and months, and the trend, each with its intervals and the chance of seeing as much where there is none.

use super::{Day, LEVEL, weeks};
use crate::desk::days::plus;
use crate::random::normal::{standard_normal_cdf, standard_normal_quantile};
use crate::stats::estimate::{USUAL_LEVEL, mean_interval};
use crate::stats::kruskal_wallis::kruskal_wallis;
use crate::time::DAYS_PER_YEAR;
use jiff::civil::Date;
use serde::Serialize;

/// Days with stock that every weekday must have.
const LEAST_DAYS: usize = 5;
/// Days of history from which a month has been seen twice.
const TWO_YEARS: usize = 730;
/// Whole weeks from which a trend is looked for.
const LEAST_WEEKS: usize = 26;

/// A factor with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Factor {
    /// The factor; 1 is as on average.
    pub estimate: f64,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
}

/// Factors of weekdays or months.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Profile {
    /// Their factors, with mean one.
    pub factors: Vec<Factor>,
    /// Chance of differences this large where there are none (Kruskal & Wallis); none if nothing differs.
    pub chance: Option<f64>,
    /// Whether they are used: the chance is below [`LEVEL`].
    pub used: bool,
}

/// The trend of whole weeks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Trend {
    /// Change per year as a share of the mean.
    pub yearly: f64,
    /// Lower bound of its 95 % interval.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// Chance of as much where there is no trend.
    pub chance: f64,
}

/// The weekday of a date, Monday 0.
pub(super) fn weekday(date: Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0)
}

/// The month of a date, January 0.
pub(super) fn month(date: Date) -> usize {
    usize::try_from(date.month() - 1).unwrap_or(0)
}

/// Factors of weekdays; none if a weekday has too few days with stock.
pub(super) fn weekdays(days: &[Day], from: Date) -> Option<Profile> {
    let mut groups = vec![Vec::new(); 7];
    for (at, day) in days.iter().enumerate().filter(|(_, day)| !day.out) {
        if let Some(group) = groups.get_mut(weekday(plus(from, at as i64))) {
            group.push(day.units);
        }
    }
    profile(&groups, &[1.0; 7])
}

/// Factors of months, judged by the days' use of whole weeks that begin in them: days of a week are alike, and weeks tell them
/// apart. None with less than two years, in which a month cannot be told from chance of one year.
pub(super) fn months(days: &[Day], from: Date) -> Option<Profile> {
    const LENGTHS: [f64; 12] = [31.0, 28.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];
    if days.len() < TWO_YEARS {
        return None;
    }
    let mut groups = vec![Vec::new(); 12];
    for (week, sum) in weeks(days) {
        if let Some(group) = groups.get_mut(month(plus(from, 7 * week as i64 + 3))) {
            group.push(sum / 7.0);
        }
    }
    profile(&groups, &LENGTHS)
}

/// The means of groups as factors whose mean, weighted by `lengths`, is one.
fn profile(groups: &[Vec<f64>], lengths: &[f64]) -> Option<Profile> {
    if groups.iter().any(|group| group.len() < LEAST_DAYS) {
        return None;
    }
    let means: Option<Vec<_>> = groups.iter().map(|group| mean_interval(group, USUAL_LEVEL)).collect();
    let means = means?;
    let weighed: f64 = means.iter().zip(lengths).map(|(mean, length)| mean.estimate * length).sum();
    let whole = weighed / lengths.iter().sum::<f64>();
    if whole <= 0.0 {
        return None;
    }
    let bound = |bound: Option<f64>| bound.map(|bound| (bound / whole).max(0.0));
    let factor = |mean: &crate::stats::estimate::Interval| Factor {
        estimate: mean.estimate / whole,
        low: bound(mean.low),
        high: bound(mean.high),
    };
    let chance = kruskal_wallis(groups);
    let used = chance.is_some_and(|chance| chance < LEVEL);
    Some(Profile { factors: means.iter().map(factor).collect(), chance, used })
}

/// The straight line through whole weeks, by least squares.
pub(super) fn trend(days: &[Day]) -> Option<Trend> {
    let points: Vec<(f64, f64)> = weeks(days).map(|(week, sum)| (7.0 * week as f64, sum / 7.0)).collect();
    let n = points.len() as f64;
    if points.len() < LEAST_WEEKS {
        return None;
    }
    let mean = |value: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(value).sum::<f64>() / n;
    let (centre, height) = (mean(&|point| point.0), mean(&|point| point.1));
    let spread: f64 = points.iter().map(|(x, _)| (x - centre) * (x - centre)).sum();
    let slope = points.iter().map(|(x, y)| (x - centre) * (y - height)).sum::<f64>() / spread;
    let rest: f64 = points.iter().map(|(x, y)| y - height - slope * (x - centre)).map(|error| error * error).sum();
    if height <= 0.0 {
        return None;
    }
    let error = libm::sqrt(rest / (n - 2.0) / spread);
    let (yearly, error) = (slope * DAYS_PER_YEAR / height, error * DAYS_PER_YEAR / height);
    // With 26 weeks and more the normal law stands in for Student's.
    let wide = error * standard_normal_quantile(0.975);
    let chance =
        if error > 0.0 { 2.0 * standard_normal_cdf(-(yearly / error).abs()) } else { f64::from(yearly == 0.0) };
    Some(Trend { yearly, low: yearly - wide, high: yearly + wide, chance })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(units: impl Iterator<Item = f64>) -> Vec<Day> {
        units.map(|units| Day { units, ..Day::default() }).collect()
    }

    #[test]
    fn a_week_by_hand() {
        // Monday 2 November 2026. Ten a weekday and three on Saturdays, nothing on Sundays: mean 53/7, so Monday's factor is 70/53.
        let week = [10.0, 10.0, 10.0, 10.0, 10.0, 3.0, 0.0];
        let found = weekdays(&days((0..70).map(|at| week[at % 7])), date(2026, 11, 2)).unwrap();
        for (factor, units) in found.factors.iter().zip(week) {
            assert!((factor.estimate - units * 7.0 / 53.0).abs() < 1e-12);
        }
        assert!(found.used && found.chance.unwrap() < 1e-9);
        assert_eq!(weekdays(&days((0..34).map(|_| 1.0)), date(2026, 11, 2)), None, "a Sunday is seen four times");
        let flat = weekdays(&days((0..70).map(|_| 1.0)), date(2026, 11, 2)).unwrap();
        assert_eq!((flat.chance, flat.used), (None, false));
    }

    #[test]
    fn a_line_by_hand() {
        // A tenth of a unit more each week around 10: 0.1 × 365/7 / mean per year; 53 weeks have their mean at the 27th.
        let found = trend(&days((0..371).map(|at| 10.0 + 0.1 * (at / 7) as f64))).unwrap();
        assert!((found.yearly - 0.1 * 365.0 / 7.0 / 12.6).abs() < 1e-9 && found.chance < 1e-9, "{found:?}");
        assert_eq!(trend(&days((0..175).map(|_| 1.0))), None, "25 weeks");
    }
}
