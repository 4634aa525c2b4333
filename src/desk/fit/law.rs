//! Which law of the simulator a history follows best: every law gets the mean and the spread of the history, as the simulator takes
//! them, and is judged by how likely it makes the days (Akaike) and how well it fits them (χ²).

use crate::order::InOrder;
use crate::random::gamma::distribution;
use crate::random::normal::standard_normal_cdf;
use crate::random::truncated_normal::location_keeping_mean;
use crate::stats::chi_squared::more_than;
use crate::stats::poisson;
use serde::Serialize;
use statrs::function::beta::beta_reg;

/// Classes of the test at most, and days that a class must expect.
const MOST_CLASSES: usize = 12;
const LEAST_EXPECTED: f64 = 5.0;
/// The least probability of a day that is told from none.
const LEAST_PROBABILITY: f64 = 1e-30;

/// A law with its parameters, in units and days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Law {
    /// Which.
    pub kind: Kind,
    /// Units per day, before factors.
    pub mean: f64,
    /// Standard deviation of a day, before factors.
    pub sd: f64,
}

/// A law of the scenario format.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The same every day.
    Fixed,
    /// Normal, cut at 0 with the mean kept.
    Normal,
    /// Lognormal.
    Lognormal,
    /// Gamma.
    Gamma,
    /// Poisson.
    Poisson,
    /// Negative binomial.
    NegativeBinomial,
    /// On some days a size, else nothing.
    Intermittent {
        /// Days between uses on average.
        interval: f64,
        /// Law of the sizes.
        size: Size,
    },
}

/// Law of the size of an intermittent use.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    /// Always the same.
    Fixed,
    /// Lognormal, with this coefficient of variation.
    Lognormal(f64),
    /// Whole units.
    Geometric,
}

/// A law as it was judged.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Judged {
    /// The law.
    pub law: Law,
    /// Akaike's criterion, 2 × parameters − 2 × log-likelihood: the least is the best.
    pub aic: f64,
    /// Chance of a χ² as large as this one if the law holds; none if too few classes are left.
    pub chance: Option<f64>,
    /// Classes of that test.
    pub classes: usize,
}

/// The laws that can hold for these days, best first, with the mean and standard deviation per day before factors. A day is its
/// units and its factor.
pub fn judge(days: &[(f64, f64)]) -> (Vec<Judged>, f64, f64) {
    let days: Vec<(f64, f64)> = days.iter().copied().filter(|(_, factor)| *factor > 0.0).collect();
    let factors: f64 = days.iter().map(|(_, factor)| factor).sum();
    let units: f64 = days.iter().map(|(units, _)| units).sum();
    if days.len() < 2 || units <= 0.0 {
        return (Vec::new(), if factors > 0.0 { units / factors } else { 0.0 }, 0.0);
    }
    let mean = units / factors;
    let squares: f64 = days.iter().map(|(units, factor)| (units - mean * factor) * (units - mean * factor)).sum();
    let weights: f64 = days.iter().map(|(_, factor)| factor * factor).sum();
    // n − 1 for the mean that was estimated; without factors this is the sample variance.
    let freed = days.len() as f64 / (days.len() as f64 - 1.0);
    let sd = libm::sqrt(squares / weights * freed);
    let history = History { step: step(&days), factored: days.iter().any(|(_, factor)| *factor != 1.0), days };
    let laws = history.candidates(mean, sd, squares, weights, freed);
    let mut judged: Vec<Judged> = laws.into_iter().map(|law| history.judged(law)).collect();
    judged.order_by(|one, other| one.aic.total_cmp(&other.aic));
    (judged, mean, sd)
}

/// The unit in which all days are whole: 1, or a tenth, hundredth or thousandth.
fn step(days: &[(f64, f64)]) -> f64 {
    let whole =
        |step: f64| days.iter().all(|(units, _)| ((units / step).round() * step - units).abs() < 1e-9 * units.max(1.0));
    [1.0, 0.1, 0.01].into_iter().find(|step| whole(*step)).unwrap_or(0.001)
}

struct History {
    days: Vec<(f64, f64)>,
    step: f64,
    factored: bool,
}

impl History {
    fn candidates(&self, mean: f64, sd: f64, squares: f64, weights: f64, freed: f64) -> Vec<Law> {
        let law = |kind, sd| Law { kind, mean, sd };
        if sd <= 1e-9 * mean {
            return vec![law(Kind::Fixed, 0.0)];
        }
        let mut laws = vec![law(Kind::Normal, sd), law(Kind::Lognormal, sd), law(Kind::Gamma, sd)];
        if self.step == 1.0 {
            laws.push(law(Kind::Poisson, libm::sqrt(mean)));
            // Of a count the variance is mean × factor + (mean × factor)² / shape.
            let expected: f64 = self.days.iter().map(|(_, factor)| mean * factor).sum();
            let over = (squares * freed - expected) / weights;
            if over > 1e-9 * mean * mean {
                laws.push(law(Kind::NegativeBinomial, libm::sqrt(mean + over)));
            }
        }
        let sizes: Vec<f64> = self.days.iter().map(|(units, _)| *units).filter(|units| *units > 0.0).collect();
        if let (false, true, Some(size)) = (self.factored, sizes.len() < self.days.len(), super::shape(&sizes)) {
            let interval = self.days.len() as f64 / sizes.len() as f64;
            let intermittent = |size| law(Kind::Intermittent { interval, size }, sd);
            if size.variation == 0.0 {
                laws.push(intermittent(Size::Fixed));
            } else {
                laws.push(intermittent(Size::Lognormal(libm::sqrt(size.variation))));
                if self.step == 1.0 {
                    laws.push(intermittent(Size::Geometric));
                }
            }
        }
        laws
    }

    fn judged(&self, law: Law) -> Judged {
        let probability = |units: f64, factor: f64| {
            let below = if units > 0.0 { self.at_most(law, units - self.step, factor) } else { 0.0 };
            (self.at_most(law, units, factor) - below).max(LEAST_PROBABILITY)
        };
        let likelihood: f64 = self.days.iter().map(|(units, factor)| libm::log(probability(*units, *factor))).sum();
        let (chance, classes) = self.fits(law);
        Judged { law, aic: 2.0 * law.parameters() as f64 - 2.0 * likelihood, chance, classes }
    }

    /// The chance of at most so many units on a day with this factor.
    fn at_most(&self, law: Law, units: f64, factor: f64) -> f64 {
        // What is drawn between two steps is rounded to the nearer one.
        let drawn = (units + self.step / 2.0) / factor;
        let Law { kind, mean, sd } = law;
        match kind {
            Kind::Fixed => f64::from(drawn >= mean),
            Kind::Normal => standard_normal_cdf((drawn - location_keeping_mean(mean, sd)) / sd),
            Kind::Lognormal => lognormal(drawn, mean, sd / mean),
            Kind::Gamma => {
                let shape = (mean / sd) * (mean / sd);
                distribution(shape, drawn * shape / mean).0
            }
            Kind::Poisson => poisson::at_most(mean * factor, units.round() as u64),
            Kind::NegativeBinomial => {
                let shape = mean * mean / (sd * sd - mean);
                beta_reg(shape, units.round() + 1.0, shape / (shape + mean * factor))
            }
            Kind::Intermittent { interval, size } => {
                let size_mean = mean * interval;
                let of_size = match size {
                    Size::Fixed => f64::from(drawn >= size_mean),
                    Size::Lognormal(variation) => lognormal(drawn, size_mean, variation),
                    Size::Geometric => 1.0 - libm::pow(1.0 - 1.0 / size_mean, units.round()),
                };
                1.0 - (1.0 - of_size) / interval
            }
        }
    }

    /// The χ² test on days without use and on classes that hold equally many days with it, pooled until each expects enough; the chance and the classes.
    fn fits(&self, law: Law) -> (Option<f64>, usize) {
        let mut sorted: Vec<f64> = self.days.iter().map(|(units, _)| *units).collect();
        sorted.order_by(f64::total_cmp);
        // Days without use are a class of their own.
        let zeros = sorted.partition_point(|units| *units <= 0.0);
        let positive = sorted.get(zeros..).unwrap_or_default();
        let wanted = (positive.len() / 8).clamp(1, MOST_CLASSES);
        let mut borders: Vec<f64> =
            (1..wanted).filter_map(|at| positive.get(at * positive.len() / wanted)).copied().collect();
        if zeros > 0 {
            borders.insert(0, 0.0);
        }
        borders.dedup();
        let (mut classes, mut before, mut seen) = (Vec::new(), 0.0, 0);
        for border in borders.iter().map(Some).chain([None]) {
            let below =
                |border: f64| self.days.iter().map(|(_, factor)| self.at_most(law, border, *factor)).sum::<f64>();
            let expected_below = border.map_or(self.days.len() as f64, |border| below(*border));
            let seen_below = border.map_or(sorted.len(), |border| sorted.partition_point(|units| units <= border));
            classes.push((expected_below - before, (seen_below - seen) as f64));
            (before, seen) = (expected_below, seen_below);
        }
        let pooled = pooled(&classes);
        let freedom = pooled.len().checked_sub(1 + law.parameters()).filter(|freedom| *freedom > 0);
        let sum: f64 = pooled.iter().map(|(expected, seen)| (seen - expected) * (seen - expected) / expected).sum();
        (freedom.map(|freedom| more_than(sum, freedom)), pooled.len())
    }
}

fn pooled(classes: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut pooled: Vec<(f64, f64)> = Vec::new();
    let mut open = (0.0, 0.0);
    for (expected, seen) in classes {
        open = (open.0 + expected, open.1 + seen);
        if open.0 >= LEAST_EXPECTED {
            pooled.push(std::mem::take(&mut open));
        }
    }
    match pooled.last_mut() {
        Some(last) => *last = (last.0 + open.0, last.1 + open.1),
        None => pooled.push(open),
    }
    pooled
}

fn lognormal(x: f64, mean: f64, variation: f64) -> f64 {
    let variance = libm::log1p(variation * variation);
    standard_normal_cdf((libm::log(x) - libm::log(mean) + variance / 2.0) / libm::sqrt(variance))
}

impl Law {
    /// Parameters that were estimated.
    fn parameters(self) -> usize {
        match self.kind {
            Kind::Fixed | Kind::Poisson => 1,
            Kind::Intermittent { size: Size::Lognormal(_), .. } => 3,
            _ => 2,
        }
    }
}
