//! How issues are spread over the hours of the day, and what share of a day's need comes before an hour.

use super::profile::weekday;
use super::{History, Issue, LEVEL};
use crate::stats::estimate::{Interval, USUAL_LEVEL, mean_interval};
use crate::stats::kruskal_wallis::kruskal_wallis;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Issues, and days with issues, from which hours are told.
const LEAST_ISSUES: u64 = 100;
const LEAST_DAYS: usize = 5;

/// The hours of the day, all articles and sites together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Hours {
    /// Issues with a time.
    pub issues: u64,
    /// Issues without one.
    pub untimed: u64,
    /// Days with a timed issue, Monday first.
    pub days: [usize; 7],
    /// From the first hour with an issue to the last.
    pub hours: Vec<Hour>,
    /// Chance of hours this different where they do not differ (Kruskal & Wallis on days); none if it cannot be told.
    pub chance: Option<f64>,
    /// Whether there are enough of them to tell from.
    pub enough: bool,
    /// Issues by weekday and hour.
    #[serde(skip)]
    counts: [[u64; 24]; 7],
}

/// An hour of the day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hour {
    /// When it begins, 0 to 23.
    pub hour: usize,
    /// Issues in it on a day with issues.
    pub per_day: Option<Interval>,
    /// The same on each weekday, Monday first; none for a weekday without issues.
    pub weekdays: [Option<f64>; 7],
    /// Its share of all issues.
    pub share: f64,
    /// The share of all issues until its end.
    pub until: f64,
    /// Days of an article at a site on which stock ran out in it.
    pub ran_out: u64,
}

impl Hours {
    /// The hours of these issues from the first day to the last; returns are left out.
    pub fn of(issues: &[Issue], first: Date, last: Date, histories: &BTreeMap<String, History>) -> Hours {
        let mut hours = Hours::default();
        let mut by_day: BTreeMap<Date, [u64; 24]> = BTreeMap::new();
        let counts = |issue: &&Issue| issue.quantity > 0.0 && issue.date >= first && issue.date <= last;
        for issue in issues.iter().filter(counts) {
            match issue.minute {
                None => hours.untimed += 1,
                Some(minute) => by_day.entry(issue.date).or_default()[hour_of(minute)] += 1,
            }
        }
        for (date, counts) in &by_day {
            let day = weekday(*date);
            hours.days[day] += 1;
            hours.counts[day].iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        hours.issues = hours.counts.iter().flatten().sum();
        hours.enough = hours.issues >= LEAST_ISSUES && by_day.len() >= LEAST_DAYS;
        let whole: [u64; 24] = std::array::from_fn(|hour| hours.counts.iter().map(|day| day[hour]).sum());
        let open = whole.iter().position(|count| *count > 0).zip(whole.iter().rposition(|count| *count > 0));
        let Some((opens, closes)) = open else { return hours };
        let of_hour = |hour: usize| by_day.values().map(|counts| counts[hour] as f64).collect::<Vec<f64>>();
        let groups: Vec<Vec<f64>> = (opens..=closes).map(of_hour).collect();
        if by_day.len() >= LEAST_DAYS {
            hours.chance = kruskal_wallis(&groups);
        }
        let ran_out = ran_out(histories);
        let mut until = 0;
        for (hour, days) in (opens..=closes).zip(&groups) {
            until += whole[hour];
            let on = |day: usize| match hours.days[day] {
                0 => None,
                days => Some(hours.counts[day][hour] as f64 / days as f64),
            };
            let found = Hour {
                hour,
                per_day: mean_interval(days, USUAL_LEVEL),
                weekdays: std::array::from_fn(on),
                share: whole[hour] as f64 / hours.issues as f64,
                until: until as f64 / hours.issues as f64,
                ran_out: ran_out[hour],
            };
            hours.hours.push(found);
        }
        hours
    }

    /// Whether the hours differ beyond chance.
    pub fn differ(&self) -> bool {
        self.chance.is_some_and(|chance| chance < LEVEL)
    }

    /// The share of a weekday's need that comes until the end of a minute: that of its own issues where they are enough, else of all; 1 where
    /// the hours are not known.
    pub fn until(&self, weekday: usize, minute: u16) -> f64 {
        let own = self.counts[weekday];
        let counts = if own.iter().sum::<u64>() >= LEAST_ISSUES {
            own
        } else {
            std::array::from_fn(|hour| self.counts.iter().map(|day| day[hour]).sum())
        };
        let (hour, whole) = (hour_of(minute), counts.iter().sum::<u64>());
        if !self.enough || whole == 0 {
            return 1.0;
        }
        let before: u64 = counts.iter().take(hour).sum();
        // Within an hour issues are taken as evenly spread.
        let within = counts[hour] as f64 * f64::from(minute % 60 + 1) / 60.0;
        (before as f64 + within) / whole as f64
    }
}

fn hour_of(minute: u16) -> usize {
    usize::from(minute / 60).min(23)
}

/// Days on which stock ran out, by hour.
fn ran_out(histories: &BTreeMap<String, History>) -> [u64; 24] {
    let mut hours = [0; 24];
    let days = histories.values().flat_map(|history| history.sites.values()).flatten();
    days.filter_map(|day| day.emptied).for_each(|minute| hours[hour_of(minute)] += 1);
    hours
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// A hundred issues on five days from a Monday: on each day fifteen from 8:00 and five from 20:00.
    fn issues(count: i8) -> Vec<Issue> {
        let one = |day, minute| Issue {
            date: date(2026, 11, day),
            minute: Some(minute),
            article: "a".to_owned(),
            site: String::new(),
            quantity: 1.0,
            balance: None,
        };
        (2..2 + count).flat_map(|day| (0..20).map(move |at| one(day, if at < 15 { 480 } else { 1_200 }))).collect()
    }

    fn of(issues: &[Issue]) -> Hours {
        Hours::of(issues, date(2026, 11, 2), date(2026, 11, 8), &BTreeMap::new())
    }

    #[test]
    fn shares_until_an_hour_by_hand() {
        let hours = of(&issues(5));
        // Three quarters come from 8 to 9, evenly: half of them until the end of 8:29. The rest comes from 20 to 21.
        for (minute, share) in
            [(0, 0.0), (479, 0.0), (509, 0.375), (539, 0.75), (1_199, 0.75), (1_259, 1.0), (1_439, 1.0)]
        {
            assert!((hours.until(0, minute) - share).abs() < 1e-12, "{minute}: {}", hours.until(0, minute));
        }
        assert!(hours.enough && hours.differ() && hours.hours.len() == 13, "{hours:?}");
        assert_eq!((hours.hours[0].per_day.unwrap().estimate, hours.hours[12].weekdays[4]), (15.0, Some(5.0)));
        assert_eq!(hours.hours[12].weekdays[6], None, "no issues on Sundays");
    }

    #[test]
    fn too_few_tell_nothing_and_returns_are_no_issues() {
        let few = of(&issues(4));
        assert!(!few.enough && few.until(0, 480) == 1.0 && few.chance.is_none());
        let mut rows = issues(5);
        rows[0].quantity = -1.0;
        rows[1].minute = None;
        let hours = of(&rows);
        assert_eq!((hours.issues, hours.untimed), (98, 1));
    }

    #[test]
    fn a_weekday_with_issues_of_its_own_has_its_own_hours() {
        let mut rows = issues(5);
        // On Saturday a hundred, all from 10 to 11.
        let saturday = Issue { date: date(2026, 11, 7), minute: Some(600), ..rows[0].clone() };
        rows.extend(std::iter::repeat_n(saturday, 100));
        let hours = of(&rows);
        assert_eq!((hours.until(5, 539), hours.until(5, 659)), (0.0, 1.0));
        // Monday has twenty of its own: those of all days, 75 of 200 by nine.
        assert_eq!(hours.until(0, 539), 0.375);
    }
}
