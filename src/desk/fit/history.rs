//! Issues as days: what was used on each calendar day at each site, and on which days there was nothing to use.

use crate::desk::days::between;
use crate::order::Gather;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// An issue; below 0 a return.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Its day.
    pub date: Date,
    /// Minutes after midnight, if known.
    pub minute: Option<u16>,
    /// Article number.
    pub article: String,
    /// Site; empty if the list has none.
    pub site: String,
    /// Units.
    pub quantity: f64,
    /// Units in stock after it, if known.
    pub balance: Option<f64>,
}

/// A calendar day of an article at a site.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Day {
    /// Units used.
    pub units: f64,
    /// Whether there was no stock from morning to evening.
    pub out: bool,
    /// Issues on it, returns left out.
    pub issues: u16,
    /// When stock ran out on it for the rest of the day, in minutes after midnight; none if it did not, or if the time is not known.
    pub emptied: Option<u16>,
}

/// The days of an article at each site, all of the same length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The days of each site.
    pub sites: BTreeMap<String, Vec<Day>>,
    /// Units returned that no earlier issue of the history covers.
    pub unmatched: f64,
    /// Whether any row tells a balance.
    pub has_balances: bool,
}

/// Days on which goods came, by article and site; an empty site stands for every one.
pub type Receipts = BTreeMap<String, BTreeMap<String, BTreeSet<Date>>>;

/// The histories of all articles from the first day to the last, both included.
///
/// A return reduces the latest uses before it. A day counts as without stock if the balance was 0 on the evening before and nothing
/// was issued, came or stood in stock on the day itself: the day on which stock ran out is kept, since it had use.
pub fn read(issues: &[Issue], first: Date, last: Date, receipts: &Receipts) -> BTreeMap<String, History> {
    let days = usize::try_from(between(first, last) + 1).unwrap_or(0);
    let mut by_place: BTreeMap<(&str, &str), Vec<&Issue>> = BTreeMap::new();
    for issue in issues.iter().filter(|issue| issue.date >= first && issue.date <= last) {
        by_place.entry((&issue.article, &issue.site)).or_default().push(issue);
    }
    let mut histories: BTreeMap<String, History> = BTreeMap::new();
    for ((article, site), mut rows) in by_place {
        // Without times rows of a day stay in the order of the file, so that its last balance is that of the evening.
        let timed = rows.iter().all(|issue| issue.minute.is_some());
        rows.sort_by_key(|issue| (issue.date, issue.minute.filter(|_| timed)));
        let of_site = |(place, _): &(&String, &BTreeSet<Date>)| site.is_empty() || place.is_empty() || *place == site;
        let days_of = receipts.get(article).into_iter().flatten().filter(of_site).flat_map(|(_, days)| days);
        let came: BTreeSet<i64> = days_of.map(|date| between(first, *date)).into_set();
        let (series, unmatched) = series(&rows, first, days, &came);
        let history = histories.entry(article.to_owned()).or_default();
        history.sites.insert(site.to_owned(), series);
        history.unmatched += unmatched;
        history.has_balances |= rows.iter().any(|issue| issue.balance.is_some());
    }
    histories
}

fn series(rows: &[&Issue], first: Date, length: usize, came: &BTreeSet<i64>) -> (Vec<Day>, f64) {
    let mut days = vec![Day::default(); length];
    let (mut rows, mut empty_since) = (rows.iter().peekable(), None);
    for (at, day) in (0..).zip(days.iter_mut()) {
        let has_come = empty_since.is_some_and(|since| came.range(since + 1..=at).next().is_some());
        let (mut showed_stock, mut evening, mut emptied) = (has_come, None, None);
        while let Some(issue) = rows.next_if(|issue| between(first, issue.date) == at) {
            day.units += issue.quantity;
            day.issues = day.issues.saturating_add(u16::from(issue.quantity > 0.0));
            showed_stock |= issue.quantity > 0.0 || issue.balance.is_some_and(|balance| balance > 0.0);
            evening = issue.balance.or(evening);
            if let Some(balance) = issue.balance {
                emptied = if balance > 0.0 { None } else { emptied.or(issue.minute) };
            }
        }
        if showed_stock {
            empty_since = None;
        }
        day.out = empty_since.is_some();
        day.emptied = emptied.filter(|_| !day.out);
        match evening {
            Some(balance) if balance > 0.0 => empty_since = None,
            Some(_) => empty_since = empty_since.or(Some(at)),
            None => {}
        }
    }
    let mut returned = 0.0;
    for day in days.iter_mut().rev() {
        let units = day.units - returned;
        (day.units, returned) = if units < 0.0 { (0.0, -units) } else { (units, 0.0) };
    }
    (days, returned)
}

impl History {
    /// All sites together: a day on which a site had no stock counts as such.
    pub fn together(&self) -> Vec<Day> {
        let length = self.sites.values().map(Vec::len).max().unwrap_or(0);
        let mut days = vec![Day::default(); length];
        for site in self.sites.values() {
            for (sum, day) in days.iter_mut().zip(site) {
                sum.units += day.units;
                sum.out |= day.out;
            }
        }
        days
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn issue(day: i8, quantity: f64, balance: Option<f64>) -> Issue {
        Issue {
            date: date(2026, 11, day),
            minute: None,
            article: "000101".to_owned(),
            site: String::new(),
            quantity,
            balance,
        }
    }

    fn days(issues: &[Issue], receipts: &[i8]) -> (Vec<f64>, Vec<usize>, f64) {
        let came = receipts.iter().map(|day| date(2026, 11, *day)).collect();
        let receipts = BTreeMap::from([("000101".to_owned(), BTreeMap::from([("CL".to_owned(), came)]))]);
        let read = read(issues, date(2026, 11, 1), date(2026, 11, 10), &receipts);
        let history = &read["000101"];
        let days = history.together();
        let out = days.iter().enumerate().filter(|(_, day)| day.out).map(|(at, _)| at + 1).collect();
        (days.iter().map(|day| day.units).collect(), out, history.unmatched)
    }

    #[test]
    fn days_without_stock_by_hand() {
        // Two a day from 1 to 3; the store is empty on the evening of the 3rd; the next issue is on the 8th.
        let rows = [
            issue(1, 2.0, Some(4.0)),
            issue(2, 2.0, Some(2.0)),
            issue(3, 2.0, Some(0.0)),
            issue(8, 2.0, Some(18.0)),
            issue(9, 2.0, Some(16.0)),
            issue(10, 2.0, Some(14.0)),
        ];
        let units = vec![2.0, 2.0, 2.0, 0.0, 0.0, 0.0, 0.0, 2.0, 2.0, 2.0];
        assert_eq!(days(&rows, &[]), (units.clone(), vec![4, 5, 6, 7], 0.0));
        // Of 10 days 6 had stock: 12 units in 6 days are 2 a day, and not 1.2.
        let together = read(&rows, date(2026, 11, 1), date(2026, 11, 10), &BTreeMap::new())["000101"].together();
        let with_stock = super::super::Use::of(&together, &[1.0; 10]);
        assert_eq!((with_stock.mean.unwrap().estimate, with_stock.out, with_stock.used), (2.0, 4, 6));
        // A delivery on the 6th ends it; then the 6th and 7th are days on which nothing was asked for.
        assert_eq!(days(&rows, &[2, 6]), (units.clone(), vec![4, 5], 0.0));
        // Without balances nothing is known.
        let bare: Vec<Issue> = rows.iter().map(|row| Issue { balance: None, ..row.clone() }).collect();
        assert_eq!(days(&bare, &[]), (units, vec![], 0.0));
    }

    #[test]
    fn goods_that_came_to_another_site_end_nothing() {
        let site = |row: Issue| Issue { site: "IVA".to_owned(), ..row };
        let rows = [site(issue(1, 2.0, Some(0.0))), site(issue(5, 1.0, None))];
        let out = |place: &str| {
            let came = BTreeMap::from([(place.to_owned(), BTreeSet::from([date(2026, 11, 3)]))]);
            let read =
                read(&rows, date(2026, 11, 1), date(2026, 11, 5), &BTreeMap::from([("000101".to_owned(), came)]));
            read["000101"].together().iter().filter(|day| day.out).count()
        };
        assert_eq!(["CL", "IVA", ""].map(out), [3, 1, 1]);
    }

    #[test]
    fn a_return_reduces_what_was_used_before_it() {
        let rows = [issue(1, 5.0, None), issue(2, 3.0, None), issue(4, -4.0, None), issue(5, 1.0, None)];
        assert_eq!(days(&rows, &[]).0[..5], [4.0, 0.0, 0.0, 0.0, 1.0]);
        let rows = [issue(1, 5.0, None), issue(4, -7.0, None)];
        assert_eq!(days(&rows, &[]), (vec![0.0; 10], vec![], 2.0));
    }

    #[test]
    fn the_balance_of_the_evening_counts() {
        let rows =
            [issue(2, 2.0, Some(0.0)), issue(2, 1.0, Some(9.0)), issue(3, 9.0, Some(0.0)), issue(5, 0.0, Some(0.0))];
        assert_eq!(days(&rows, &[]).1, [4, 5, 6, 7, 8, 9, 10]);
    }

    #[test]
    fn stock_runs_out_at_an_hour() {
        let at = |day, minute, balance| Issue { minute: Some(minute), ..issue(day, 1.0, Some(balance)) };
        let emptied = |rows: &[Issue]| {
            let read = read(rows, date(2026, 11, 1), date(2026, 11, 4), &BTreeMap::new());
            read["000101"].sites[""].iter().map(|day| day.emptied).collect::<Vec<_>>()
        };
        // With times the file may have the newest row first.
        let rows = [at(2, 900, 0.0), at(2, 600, 1.0), at(1, 480, 2.0)];
        assert_eq!(emptied(&rows), [None, Some(900), None, None]);
        // Filled again on the same day; and emptied twice on the next, the last time counts.
        let rows = [at(1, 480, 0.0), at(1, 700, 5.0), at(2, 500, 0.0), at(2, 600, 1.0), at(2, 960, 0.0)];
        assert_eq!(emptied(&rows), [None, Some(960), None, None]);
        let untimed = Issue { minute: None, ..at(1, 0, 0.0) };
        assert_eq!(emptied(&[untimed]), [None; 4]);
    }
}
