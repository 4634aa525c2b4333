//! What a history of issues and deliveries tells of use and lead times, as the simulator takes it: mean, spread, class, law, weekdays,
//! months and trend of every article, and the lead time of every supplier, with open lines counted as longer.

mod class;
mod history;
mod hours;
mod law;
mod lead;
mod parts;
mod profile;

pub use class::{Class, Shape, shape};
pub use history::{Day, History, Issue, Receipts, read};
pub use hours::{Hour, Hours};
pub use law::{Judged, Kind, Law, Size, judge};
pub use lead::{Lead, LeadLaw, leads};
pub use profile::{Factor, Profile, Trend};

use crate::stats::estimate::{Interval, USUAL_LEVEL, mean_interval, standard_deviation};
use jiff::civil::Date;
use serde::Serialize;

/// Chance at which a pattern is taken for one, if there is none.
pub const LEVEL: f64 = 0.01;

/// What is told of one article.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleFit {
    /// Its number.
    pub article: String,
    /// Its use at all sites together, on days when all of them had stock.
    pub all: Use,
    /// Its use at each site.
    pub sites: Vec<(String, Use)>,
    /// Weekdays, Monday first.
    pub weekdays: Option<Profile>,
    /// Months, January first; none if there are fewer than two years.
    pub months: Option<Profile>,
    /// Trend; none if there are fewer than 26 whole weeks.
    pub trend: Option<Trend>,
    /// Laws, the most likely one first by Akaike's criterion.
    pub laws: Vec<Judged>,
    /// Units per day that the law has on average, before factors.
    pub mean: f64,
    /// Its standard deviation, units per day.
    pub sd: f64,
}

/// Use in figures.
#[derive(Clone, Debug, Serialize)]
pub struct Use {
    /// Calendar days of the history.
    pub days: usize,
    /// Days without stock, which are left out.
    pub out: usize,
    /// Days on which stock ran out at a known hour, which count up to it.
    pub ran_out: usize,
    /// Units that were probably wanted on those days after that.
    pub unseen: f64,
    /// Days with use.
    pub used: usize,
    /// Units per calendar day with stock.
    pub mean: Option<Interval>,
    /// Standard deviation of a day.
    pub sd: Option<f64>,
    /// Standard deviation of the use of a whole week.
    pub week_sd: Option<f64>,
    /// How often and how unevenly it is used; none without use.
    pub shape: Option<Shape>,
}

impl Use {
    /// The use of these days, of each of which stock met this share.
    fn of(days: &[Day], parts: &[f64]) -> Use {
        let units: Vec<f64> = in_stock(days).map(|day| day.units).collect();
        let met: Vec<f64> = days.iter().zip(parts).filter(|(day, _)| !day.out).map(|(_, part)| *part).collect();
        let partial = parts::Partial::of(&units, &met);
        let (mean, sd) = match &partial {
            Some(partial) => (Some(partial.mean), partial.sd),
            None => (mean_interval(&units, USUAL_LEVEL), standard_deviation(&units)),
        };
        Use {
            days: days.len(),
            out: days.len() - units.len(),
            ran_out: partial.as_ref().map_or(0, |partial| partial.days),
            unseen: partial.as_ref().map_or(0.0, |partial| partial.unseen),
            used: units.iter().filter(|units| **units > 0.0).count(),
            mean,
            sd,
            week_sd: standard_deviation(&weeks(days).map(|(_, sum)| sum).collect::<Vec<_>>()),
            shape: shape(&units),
        }
    }
}

/// The days that had stock.
fn in_stock(days: &[Day]) -> impl Iterator<Item = &Day> {
    days.iter().filter(|day| !day.out)
}

/// Whole weeks, counted from the first day, all of whose days had stock: their number and their use.
fn weeks(days: &[Day]) -> impl Iterator<Item = (usize, f64)> {
    let whole = |week: &&[Day]| week.len() == 7 && week.iter().all(|day| !day.out);
    days.chunks(7)
        .enumerate()
        .filter(move |(_, week)| whole(week))
        .map(|(at, week)| (at, week.iter().map(|day| day.units).sum()))
}

/// What an article's history tells; a day on which stock ran out counts up to its hour where the hours are known.
pub fn fit(article: &str, history: &History, from: Date, hours: &Hours) -> ArticleFit {
    let together = history.together();
    let (parts, of_sites) = parts::parts(history, from, hours);
    let all = Use::of(&together, &parts);
    let weekdays = profile::weekdays(&together, from);
    let months = profile::months(&together, from);
    let of = |profile: &Option<Profile>, at: usize| match profile {
        Some(profile) if profile.used => profile.factors.get(at).map_or(1.0, |factor| factor.estimate),
        _ => 1.0,
    };
    let factors: Vec<(f64, f64)> = together
        .iter()
        .zip(&parts)
        .enumerate()
        .filter(|(_, (day, _))| !day.out)
        .map(|(at, (day, part))| {
            let date = super::days::plus(from, at as i64);
            (day.units, of(&weekdays, profile::weekday(date)) * of(&months, profile::month(date)) * part)
        })
        .collect();
    let (laws, mean, sd) = judge(&factors);
    ArticleFit {
        article: article.to_owned(),
        sites: history
            .sites
            .iter()
            .zip(&of_sites)
            .map(|((site, days), parts)| (site.clone(), Use::of(days, parts)))
            .collect(),
        all,
        trend: profile::trend(&together),
        weekdays,
        months,
        laws,
        mean,
        sd,
    }
}
