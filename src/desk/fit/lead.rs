//! Lead times of suppliers and ways of transport from order lines; lines that are not whole yet count as longer than they have been.

use crate::desk::days::between;
use crate::desk::suppliers::OrderLine;
use crate::stats::censored_lognormal::{Spell, fit};
use crate::stats::product_limit::{Time, product_limit};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Whole lines from which a law is fitted; of fewer the median is told.
const LEAST_LINES: usize = 8;
/// Days that stand for a line that came on the day of its order.
const SAME_DAY: f64 = 0.5;

/// What is told of a supplier and way of transport.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lead {
    /// Who delivers.
    pub supplier: String,
    /// How; empty if the list does not say.
    pub mode: String,
    /// Order lines.
    pub lines: usize,
    /// Of them not whole yet.
    pub open: usize,
    /// Days in which half of the lines are whole (Kaplan & Meier); none if the lines do not tell.
    pub median: Option<f64>,
    /// Mean days, where what lies beyond the longest line counts as that.
    pub mean: f64,
    /// Share of lines that take longer than the longest one has been; above 0 the mean is at least what it says.
    pub beyond: f64,
    /// Days of the longest line, whole or not.
    pub longest: f64,
    /// The law for the simulator; none if no line is whole.
    pub law: Option<LeadLaw>,
    /// Akaike's criterion of the exponential and the lognormal law, if both were fitted.
    pub criteria: Option<[f64; 2]>,
}

/// A law of lead times, in days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeadLaw {
    /// Always the same.
    Fixed(f64),
    /// The median of lines that are too few for a law.
    Few(f64),
    /// Exponential with this mean.
    Exponential(f64),
    /// Lognormal.
    Lognormal {
        /// Median.
        median: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
}

/// The lead times of order lines, by supplier and way of transport.
pub fn leads(lines: &[OrderLine], today: Date) -> Vec<Lead> {
    let mut groups: BTreeMap<(&str, &str), Vec<Spell>> = BTreeMap::new();
    for line in lines {
        groups.entry((&line.supplier, &line.mode)).or_default().push(spell(line, today));
    }
    let of = |((supplier, mode), spells): (_, Vec<Spell>)| lead(supplier, mode, &spells);
    groups.into_iter().filter_map(of).collect()
}

/// How long a line took until it was whole, or has taken so far.
fn spell(line: &OrderLine, today: Date) -> Spell {
    let mut left = line.quantity;
    let whole = line.receipts.iter().find(|receipt| {
        left -= receipt.quantity;
        left <= 1e-9 * line.quantity
    });
    let days = between(line.ordered, whole.map_or(today, |receipt| receipt.date)) as f64;
    Spell { days: days.max(SAME_DAY), closed: whole.is_some() }
}

fn lead(supplier: &str, mode: &str, spells: &[Spell]) -> Option<Lead> {
    let times: Vec<Time> = spells.iter().map(|spell| Time { length: spell.days, ended: spell.closed }).collect();
    let law = product_limit(&times)?;
    let closed: Vec<f64> = spells.iter().filter(|spell| spell.closed).map(|spell| spell.days).collect();
    let median = law.quantile(0.5);
    let lognormal = fit(spells);
    let exponential = exponential(spells);
    let criteria = lognormal
        .zip(exponential)
        .map(|(lognormal, (_, likelihood))| [2.0 - 2.0 * likelihood, 4.0 - 2.0 * lognormal.log_likelihood]);
    let same = closed.first().filter(|first| closed.iter().all(|days| days == *first));
    let chosen = match (same, closed.len(), lognormal, exponential, criteria) {
        (Some(days), ..) if closed.len() == spells.len() => Some(LeadLaw::Fixed(*days)),
        (_, 0, ..) => None,
        (_, few, ..) if few < LEAST_LINES => median.or_else(|| closed.last().copied()).map(LeadLaw::Few),
        (.., Some((mean, _)), Some([one, other])) if one < other => Some(LeadLaw::Exponential(mean)),
        (_, _, Some(fit), ..) => Some(LeadLaw::Lognormal { median: libm::exp(fit.mu), sigma: fit.sigma }),
        (_, _, None, Some((mean, _)), _) => Some(LeadLaw::Exponential(mean)),
        (_, _, None, None, _) => None,
    };
    Some(Lead {
        supplier: supplier.to_owned(),
        mode: mode.to_owned(),
        lines: spells.len(),
        open: spells.len() - closed.len(),
        median,
        mean: law.mean(),
        beyond: law.beyond,
        longest: law.longest,
        law: chosen,
        criteria,
    })
}

/// The mean of the exponential law that makes the spells most likely, all days ÷ ended spells, and its log-likelihood.
fn exponential(spells: &[Spell]) -> Option<(f64, f64)> {
    let ended = spells.iter().filter(|spell| spell.closed).count() as f64;
    let days: f64 = spells.iter().map(|spell| spell.days).sum();
    (ended > 0.0).then(|| (days / ended, -ended * libm::log(days / ended) - ended))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::suppliers::Receipt;
    use crate::random::block::Block;
    use crate::random::sampling::{Exponential, Lognormal};
    use jiff::civil::date;
    use rand_distr::Distribution;

    fn line(ordered: i8, quantity: f64, receipts: &[(i8, f64)]) -> OrderLine {
        OrderLine {
            line: 2,
            article: "000101".to_owned(),
            supplier: "Nordmed".to_owned(),
            site: String::new(),
            mode: "lastbil".to_owned(),
            quantity,
            ordered: date(2026, 11, ordered),
            promised: None,
            noticed: None,
            receipts: receipts.iter().map(|&(day, quantity)| Receipt { date: date(2026, 11, day), quantity }).collect(),
        }
    }

    #[test]
    fn order_lines_by_hand() {
        // Whole on the second receipt after 6 days; on the day of the order; half delivered and 12 days old; whole after 4 days.
        let lines = [
            line(1, 10.0, &[(3, 4.0), (7, 6.0)]),
            line(2, 5.0, &[(2, 5.0)]),
            line(10, 8.0, &[(12, 4.0)]),
            line(3, 1.0, &[(7, 2.0)]),
        ];
        let found = leads(&lines, date(2026, 11, 22));
        let [found] = &found[..] else { panic!("{found:?}") };
        // ½, 4, 6 and more than 12: a quarter each. Median 4; mean (½ + 4 + 6 + 12) / 4 = 5.625 at least.
        assert_eq!((found.lines, found.open, found.median, found.beyond), (4, 1, Some(4.0), 0.25));
        assert!((found.mean - 5.625).abs() < 1e-12);
        assert_eq!(found.law, Some(LeadLaw::Few(4.0)));
    }

    #[test]
    fn the_exponential_law_by_its_closed_form() {
        // Nine whole lines of 2 days and one open after 9: 27 days, 9 ends, mean 3.
        let spells: Vec<Spell> =
            (0..10).map(|at| Spell { days: if at < 9 { 2.0 } else { 9.0 }, closed: at < 9 }).collect();
        let (mean, likelihood) = exponential(&spells).unwrap();
        assert!((mean - 3.0).abs() < 1e-12 && (likelihood + 9.0 * libm::log(3.0) + 9.0).abs() < 1e-12);
        // The maximum: on a grid nothing is likelier.
        let of = |mean: f64| -9.0 * libm::log(mean) - 27.0 / mean;
        assert!((1..600).all(|at| of(f64::from(at) / 100.0) <= likelihood + 1e-12));
    }

    /// 400 lines each; the choice goes wrong where |ΔAIC| is left to chance, far less than once in 10⁶ here: the expected difference
    /// is above 60 with a deviation of about 10.
    #[test]
    fn the_law_that_made_the_lines_is_chosen_behind_censoring() {
        let spells = |draw: &dyn Fn(&mut Block) -> f64| -> Vec<Spell> {
            let of = |k| {
                let mut block = Block::new(5, k);
                let (days, seen) = (draw(&mut block), Exponential { mean: 60.0 }.sample(&mut block));
                Spell { days: days.min(seen).max(1e-6), closed: days <= seen }
            };
            (0..400).map(of).collect()
        };
        let found = lead("a", "", &spells(&|block| Lognormal { mu: 2.5, sigma: 0.4 }.sample(block))).unwrap();
        let Some(LeadLaw::Lognormal { median, sigma }) = found.law else { panic!("{found:?}") };
        // Standard errors 0.022 of ln median and 0.017 of sigma; five of them are left to chance once in a million.
        assert!((libm::log(median) - 2.5).abs() < 0.11 && (sigma - 0.4).abs() < 0.085 && found.open > 20, "{found:?}");
        let found = lead("a", "", &spells(&|block| Exponential { mean: 12.0 }.sample(block))).unwrap();
        let Some(LeadLaw::Exponential(mean)) = found.law else { panic!("{found:?}") };
        assert!((libm::log(mean / 12.0)).abs() < 5.0 / libm::sqrt(300.0), "{found:?}");
    }

    #[test]
    fn lines_that_never_come_have_no_law() {
        let found = leads(&[line(1, 10.0, &[]), line(3, 10.0, &[(4, 2.0)])], date(2026, 11, 22));
        assert_eq!((found[0].law, found[0].median, found[0].beyond), (None, None, 1.0));
    }
}
