//! The law of one article at one demand point, out of the region's.
//!
//! How a site with share a of the region's use takes its part:
//!
//! - lognormal, gamma, negative binomial: a of the mean and a of the variance (for the last two the parts add up to the
//!   region's law again);
//! - Poisson: a of the mean, and so of the variance;
//! - intermittent: each need of the region arises at one site, so the probability of a day with demand is a / interval and the
//!   sizes are the region's;
//! - arrivals: a of the customers, with the region's sizes;
//! - empirical: the values times a;
//! - replay: rows of a site are its own; rows of the region are parted by the cumulative shares of the sites in the order of their
//!   ids, rounded down to whole quanta, so that the parts add up.

use super::Fault;
use crate::plan::demand_law::{CustomerSize, DemandLaws, Law, Series, SizeLaw};
use crate::scenario::model::{Article, Beyond, CustomerRule, DemandLaw, Replay, Scenario, SizeRule};
use crate::units::Quanta;

/// An article at a demand point.
pub struct Piece<'s> {
    pub scenario: &'s Scenario,
    /// Path of the table that holds.
    pub path: &'s str,
    pub site: &'s str,
    pub article: &'s str,
    pub use_of: &'s Article,
    /// Share of the region's use.
    pub share: f64,
}

impl Piece<'_> {
    fn resolution(&self) -> f64 {
        self.scenario.frame.resolution as f64
    }

    /// Mean per day, quanta.
    pub fn mean(&self) -> f64 {
        self.use_of.demand_mean * self.share * self.resolution()
    }

    /// Standard deviation per day, quanta; 0 where the article has none.
    pub fn deviation(&self) -> f64 {
        self.use_of.demand_sd.unwrap_or(0.0) * libm::sqrt(self.share) * self.resolution()
    }

    fn fault(&self, what: &str, help: &str) -> Fault {
        Fault::new(self.path, format!("{what}: article {} at {}", self.article, self.site), help)
    }
}

/// The law; `None` where the entry's mean and deviation say all.
pub fn law(piece: &Piece<'_>, law: &DemandLaw, book: &mut Vec<Series>, faults: &mut Vec<Fault>) -> Option<Law> {
    let (mean, deviation) = (piece.mean(), piece.deviation());
    let by_mean = !matches!(law, DemandLaw::Empirical { .. } | DemandLaw::Replay(_));
    if by_mean && mean <= 0.0 {
        return None;
    }
    match law {
        DemandLaw::Normal { .. } | DemandLaw::Fixed => None,
        DemandLaw::Lognormal => {
            let (mu, sigma) = lognormal(mean, deviation / mean);
            Some(Law::Lognormal { mu, sigma })
        }
        DemandLaw::Gamma => {
            let cv = deviation / mean;
            // Without deviation it is the mean every day.
            (cv > 0.0).then(|| Law::Gamma { shape: 1.0 / (cv * cv), scale: mean * cv * cv })
        }
        DemandLaw::Poisson => Some(Law::Poisson { mean: mean / piece.resolution() }),
        DemandLaw::NegativeBinomial => {
            let (mean, variance) = (piece.use_of.demand_mean, piece.use_of.demand_sd.map_or(0.0, |sd| sd * sd));
            let shape = mean * mean / (variance - mean) * piece.share;
            Some(Law::NegativeBinomial { mean: mean * piece.share, shape })
        }
        DemandLaw::Intermittent { interval_days, size } => Some(intermittent(piece, *interval_days, *size)),
        DemandLaw::Empirical { values, cumulative } => {
            let scale = piece.share * piece.resolution();
            let values = values.iter().map(|value| value * scale).collect();
            Some(Law::Empirical { values, cumulative: cumulative.clone() })
        }
        DemandLaw::Arrivals { size } => arrivals(piece, size, faults),
        DemandLaw::Replay(replay) => replayed(piece, replay, book, faults),
    }
}

/// μ and σ of the lognormal law with a mean and a coefficient of variation.
fn lognormal(mean: f64, cv: f64) -> (f64, f64) {
    let variance = libm::log1p(cv * cv);
    (libm::log(mean) - variance / 2.0, libm::sqrt(variance))
}

fn intermittent(piece: &Piece<'_>, interval_days: f64, size: SizeRule) -> Law {
    let probability = piece.share / interval_days;
    let units = piece.use_of.demand_mean * interval_days;
    let size = plain_size(units, size, piece.resolution());
    Law::Intermittent { probability, size }
}

/// Most customers of an article at a site on a mean day.
const MOST_CUSTOMERS: f64 = 50_000.0;

/// The sizes are the region's; a site has its share of the customers.
fn arrivals(piece: &Piece<'_>, size: &CustomerRule, faults: &mut Vec<Fault>) -> Option<Law> {
    let (daily, resolution) = (piece.use_of.demand_mean, piece.resolution());
    let (units, size) = match size {
        CustomerRule::Unit => (1.0, CustomerSize::Plain(SizeLaw::Fixed { quanta: resolution })),
        CustomerRule::Rate { per_day, size } => {
            let units = daily / per_day;
            (units, CustomerSize::Plain(plain_size(units, *size, resolution)))
        }
        CustomerRule::Empirical { values, cumulative } => {
            let below = std::iter::once(&0.0).chain(cumulative);
            let weighted = values.iter().zip(cumulative.iter().zip(below));
            let units = weighted.map(|(value, (upto, below))| value * (upto - below)).sum();
            let values = values.iter().map(|value| value * resolution).collect();
            (units, CustomerSize::Empirical { values, cumulative: cumulative.clone() })
        }
    };
    let rate = daily * piece.share / units;
    if rate.is_nan() || rate > MOST_CUSTOMERS {
        let what = format!("{rate} customers a day are more than the {MOST_CUSTOMERS} that are told apart");
        faults.push(piece.fault(&what, "let a customer take more, or choose a law of days such as \"poisson\""));
        return None;
    }
    Some(Law::Arrivals { rate, size })
}

fn plain_size(units: f64, size: SizeRule, resolution: f64) -> SizeLaw {
    match size {
        SizeRule::Fixed => SizeLaw::Fixed { quanta: units * resolution },
        SizeRule::Lognormal { cv } => {
            let (mu, sigma) = lognormal(units * resolution, cv);
            SizeLaw::Lognormal { mu, sigma }
        }
        SizeRule::Geometric => SizeLaw::Geometric { mean: units },
    }
}

/// The first measured day, in days since 1970.
pub fn start_day(scenario: &Scenario) -> i64 {
    scenario.frame.start.parse().map_or(0, crate::scenario::read_replay::days_since_1970)
}

fn replayed(piece: &Piece<'_>, replay: &Replay, book: &mut Vec<Series>, faults: &mut Vec<Fault>) -> Option<Law> {
    let of = |site: Option<&str>| {
        let by = |one: &crate::scenario::model::ReplaySeries| {
            (one.site.as_deref(), one.article.as_str()).cmp(&(site, piece.article))
        };
        replay.series.binary_search_by(by).ok().map(|place| &replay.series[place].needs)
    };
    let own = replay.series.first().is_some_and(|first| first.site.is_some());
    let needs = if own { of(Some(piece.site)) } else { of(None) };
    let before = if own { 0.0 } else { shares_before(piece) };
    let upto = if own { 1.0 } else { before + piece.share };
    let start = if replay.dated { start_day(piece.scenario) } else { 0 };
    let days = usize::try_from(replay.last - replay.first + 1).unwrap_or(0);
    let mut quantities = vec![0; days];
    for &(day, units) in needs.into_iter().flatten() {
        let quanta = units * piece.resolution();
        if (quanta - libm::round(quanta)).abs() > 1e-6 * quanta.max(1.0) {
            let what = format!("{units} units are no whole number of the scenario's resolution");
            faults.push(piece.fault(&what, "write whole units, or resolution = \"1/1000 unit\""));
            return None;
        }
        let place = usize::try_from(day - replay.first).unwrap_or(0);
        quantities[place] = part(quanta, upto) - part(quanta, before);
    }
    let series = u32::try_from(book.len()).expect("series are counted by a u32");
    book.push(Series { first: replay.first - start, quantities, repeats: replay.beyond == Beyond::Repeat });
    Some(Law::Replay { series })
}

/// A share of a quantity in whole quanta, rounded down; shares that should be whole are let be so.
fn part(quanta: f64, share: f64) -> Quanta {
    libm::floor(quanta * share + 1e-6) as Quanta
}

/// Shares of the sites with demand whose ids come before this one's.
fn shares_before(piece: &Piece<'_>) -> f64 {
    let before = piece.scenario.sites.iter().take_while(|(id, _)| id.as_str() < piece.site);
    before.map(|(_, site)| site.demand()).sum()
}

/// A file that is replayed must have every day that a run or a copy of a probe reaches.
pub fn days_that_lack(scenario: &Scenario, path: &str, law: &DemandLaw, (first, last): (i64, i64)) -> Option<Fault> {
    let DemandLaw::Replay(replay) = law else { return None };
    let start = if replay.dated { start_day(scenario) } else { 0 };
    let (begins, ends) = (replay.first - start, replay.last - start);
    if replay.beyond != Beyond::Refuse || (begins <= first && last <= ends) {
        return None;
    }
    let what = format!(
        "the file has the days {begins} to {ends} (0 is the first measured day), and the run reaches from {first} to {last}"
    );
    let help =
        "write beyond = \"repeat\" or beyond = \"nothing\", or choose other days; probes look ahead as far as `cap`";
    Some(Fault::new(format!("{path}.file"), what, help))
}

/// Largest need of a day and entry, quanta: leaves room to add up 2¹⁵ entries over 10⁵ days in 64 bits.
const LARGEST_NEED: f64 = (1_u64 << 40) as f64;

/// Refuses needs that integers could not count over a run. `last` is the number of the last day that anything runs to.
pub fn check_size(
    entries: &[crate::plan::demand::Demand],
    laws: &DemandLaws,
    resolution: i64,
    last: i64,
) -> Vec<usize> {
    let season = |demand: usize| {
        let season = laws.season_of.get(demand).map(|&season| &laws.seasons[season as usize]);
        season.map_or(1.0, |season| {
            let years = last as f64 / crate::time::DAYS_PER_YEAR;
            season.months.iter().fold(0.0, |a: f64, &b| a.max(b)) * libm::pow(season.yearly_growth, years).max(1.0)
        })
    };
    let index = |demand: usize| u32::try_from(demand).expect("entries are counted by a u32");
    let largest = |demand: usize| {
        let entry = &entries[demand];
        let factor = entry.profile.0.iter().fold(0.0, |a: f64, &b| a.max(b)) * season(demand);
        match laws.of(index(demand)) {
            None => (entry.location + 40.0 * entry.deviation) * factor,
            Some(law) => largest_draw(law, laws, resolution as f64, factor),
        }
    };
    let special = |demand: &usize| !laws.season_of.is_empty() || laws.of(index(*demand)).is_some();
    (0..entries.len())
        .filter(special)
        .filter(|&demand| largest(demand).is_nan() || largest(demand) > LARGEST_NEED)
        .collect()
}

/// A need that a law exceeds with a probability below 1e-20, quanta.
fn largest_draw(law: &Law, laws: &DemandLaws, resolution: f64, factor: f64) -> f64 {
    // Beyond shape × scale + 10 deviations, a gamma law falls by e in each scale.
    let gamma = |shape: f64, scale: f64| scale * (shape + 10.0 * libm::sqrt(shape) + 60.0);
    let poisson = |mean: f64| mean + 10.0 * libm::sqrt(mean) + 60.0;
    match law {
        Law::Lognormal { mu, sigma } => libm::exp(mu + 10.0 * sigma) * factor,
        Law::Gamma { shape, scale } => gamma(*shape, *scale) * factor,
        Law::Poisson { mean } => poisson(mean * factor) * resolution,
        Law::NegativeBinomial { mean, shape } => poisson(gamma(*shape, mean * factor / shape)) * resolution,
        Law::Intermittent { size: SizeLaw::Fixed { quanta }, .. } => quanta * factor,
        Law::Intermittent { size: SizeLaw::Lognormal { mu, sigma }, .. } => libm::exp(mu + 10.0 * sigma) * factor,
        Law::Intermittent { size: SizeLaw::Geometric { mean }, .. } => 60.0 * mean * factor * resolution,
        Law::Empirical { values, .. } => values.last().copied().unwrap_or(0.0) * factor,
        Law::Arrivals { rate, size } => {
            poisson(rate * factor)
                * match size {
                    CustomerSize::Plain(SizeLaw::Fixed { quanta }) => *quanta,
                    CustomerSize::Plain(SizeLaw::Lognormal { mu, sigma }) => libm::exp(mu + 10.0 * sigma),
                    CustomerSize::Plain(SizeLaw::Geometric { mean }) => 60.0 * mean * resolution,
                    CustomerSize::Empirical { values, .. } => values.last().copied().unwrap_or(0.0),
                }
        }
        Law::Replay { series } => {
            laws.series[*series as usize].quantities.iter().max().map_or(0.0, |&largest| largest as f64)
        }
    }
}
