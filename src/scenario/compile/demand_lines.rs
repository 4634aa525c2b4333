//! Order lines per quantum: chance of at least half a quantum on a day ÷ mean use, over the week. A weight of the fill rate, so
//! the approximation of stochastic rounding by its midpoint does no harm: it is the same in every scenario and replication.

use crate::plan::demand::WeekProfile;
use crate::plan::demand_law::{CustomerSize, Law, Series, SizeLaw};
use crate::random::gamma;
use crate::random::normal::standard_normal_cdf;

/// Under the normal law, or with the mean alone.
pub fn by_normal(location: f64, deviation: f64, mean: f64, profile: &WeekProfile) -> f64 {
    if mean <= 0.0 {
        return 0.0;
    }
    let chance = |&factor: &f64| {
        if factor <= 0.0 {
            0.0
        } else if deviation > 0.0 {
            standard_normal_cdf((location - 0.5 / factor) / deviation)
        } else {
            of_certain(location * factor)
        }
    };
    profile.0.iter().map(chance).sum::<f64>() / (7.0 * mean)
}

/// Under another law. A series counts its own days.
pub fn by_law(law: &Law, series: &[Series], profile: &WeekProfile, resolution: i64) -> f64 {
    if let Law::Replay { series: index } = law {
        let quantities = &series[*index as usize].quantities;
        let (lines, sum) = (quantities.iter().filter(|&&one| one > 0).count(), quantities.iter().sum::<i64>());
        return if sum > 0 { lines as f64 / sum as f64 } else { 0.0 };
    }
    let mean = mean(law, resolution as f64);
    if mean <= 0.0 {
        return 0.0;
    }
    if let Law::Arrivals { rate, .. } = law {
        return rate / mean;
    }
    let chance = |&factor: &f64| if factor <= 0.0 { 0.0 } else { chance(law, factor) };
    profile.0.iter().map(chance).sum::<f64>() / (7.0 * mean)
}

/// Mean of a law on a day with factor one, in quanta; nothing of a series.
fn mean(law: &Law, resolution: f64) -> f64 {
    match law {
        Law::Lognormal { mu, sigma } => libm::exp(mu + sigma * sigma / 2.0),
        Law::Gamma { shape, scale } => shape * scale,
        Law::Poisson { mean } | Law::NegativeBinomial { mean, .. } => mean * resolution,
        Law::Intermittent { probability, size } => probability * size_moments(size, resolution).0,
        Law::Arrivals { rate, size } => rate * customer_moments(size, resolution).0,
        Law::Empirical { values, cumulative } => moments(values, cumulative).0,
        Law::Replay { .. } => 0.0,
    }
}

/// Variance of the need of a day with factor one, in quanta².
pub fn variance(law: &Law, series: &[Series], resolution: f64) -> f64 {
    match law {
        Law::Lognormal { mu, sigma } => lognormal(*mu, *sigma),
        Law::Gamma { shape, scale } => shape * scale * scale,
        Law::Poisson { mean } => mean * resolution * resolution,
        Law::NegativeBinomial { mean, shape } => (mean + mean * mean / shape) * resolution * resolution,
        Law::Intermittent { probability, size } => {
            let (mean, variance) = size_moments(size, resolution);
            // Var(B·X) with B a chance p: p (var + mean²) − (p mean)².
            probability * (variance + mean * mean) - probability * probability * mean * mean
        }
        Law::Arrivals { rate, size } => {
            // Of a Poisson number of sizes: rate × mean square.
            let (mean, variance) = customer_moments(size, resolution);
            rate * (variance + mean * mean)
        }
        Law::Empirical { values, cumulative } => moments(values, cumulative).1,
        Law::Replay { series: index } => {
            let needs = &series[*index as usize].quantities;
            let days = needs.len().max(1) as f64;
            let middle = needs.iter().map(|&need| need as f64).sum::<f64>() / days;
            needs.iter().map(|&need| (need as f64 - middle) * (need as f64 - middle)).sum::<f64>() / days
        }
    }
}

fn chance(law: &Law, factor: f64) -> f64 {
    let above = |mu: f64, sigma: f64| {
        if sigma > 0.0 {
            standard_normal_cdf((mu - libm::log(0.5 / factor)) / sigma)
        } else {
            of_certain(libm::exp(mu) * factor)
        }
    };
    match law {
        Law::Lognormal { mu, sigma } => above(*mu, *sigma),
        Law::Gamma { shape, scale } => gamma::distribution(*shape, 0.5 / (factor * scale)).1,
        Law::Poisson { mean } => -libm::expm1(-mean * factor),
        Law::NegativeBinomial { mean, shape } => -libm::expm1(-shape * libm::log1p(mean * factor / shape)),
        Law::Intermittent { probability, size } => {
            probability
                * match *size {
                    SizeLaw::Fixed { quanta } => of_certain(quanta * factor),
                    SizeLaw::Lognormal { mu, sigma } => above(mu, sigma),
                    SizeLaw::Geometric { mean } => of_certain(mean * factor),
                }
        }
        Law::Empirical { values, cumulative } => {
            let place = values.partition_point(|value| value * factor < 0.5);
            1.0 - if place == 0 { 0.0 } else { cumulative[place - 1] }
        }
        // Customers are their own lines; a series has its own days.
        Law::Arrivals { .. } | Law::Replay { .. } => 0.0,
    }
}

fn lognormal(mu: f64, sigma: f64) -> f64 {
    libm::expm1(sigma * sigma) * libm::exp(2.0 * mu + sigma * sigma)
}

/// Mean and variance of a size, in quanta.
fn size_moments(size: &SizeLaw, resolution: f64) -> (f64, f64) {
    match size {
        SizeLaw::Fixed { quanta } => (*quanta, 0.0),
        SizeLaw::Lognormal { mu, sigma } => (libm::exp(mu + sigma * sigma / 2.0), lognormal(*mu, *sigma)),
        SizeLaw::Geometric { mean } => (mean * resolution, mean * (mean - 1.0) * resolution * resolution),
    }
}

/// Mean and variance of what a customer needs, in quanta.
fn customer_moments(size: &CustomerSize, resolution: f64) -> (f64, f64) {
    match size {
        CustomerSize::Plain(size) => size_moments(size, resolution),
        CustomerSize::Empirical { values, cumulative } => moments(values, cumulative),
    }
}

/// Mean and variance of a value from a list.
fn moments(values: &[f64], cumulative: &[f64]) -> (f64, f64) {
    let below = std::iter::once(&0.0).chain(cumulative);
    let weighted = values.iter().zip(cumulative.iter().zip(below).map(|(upto, below)| upto - below));
    let mean = weighted.clone().map(|(value, chance)| value * chance).sum::<f64>();
    (mean, weighted.map(|(value, chance)| (value - mean) * (value - mean) * chance).sum())
}

/// The chance of a need of this many quanta: below half a quantum, that of its being rounded up.
fn of_certain(quanta: f64) -> f64 {
    if quanta >= 0.5 { 1.0 } else { quanta }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVEN: WeekProfile = WeekProfile([1.0; 7]);

    #[test]
    fn variances_by_hand() {
        assert_eq!(variance(&Law::Poisson { mean: 4.0 }, &[], 10.0), 400.0);
        assert_eq!(variance(&Law::Gamma { shape: 4.0, scale: 5.0 }, &[], 1.0), 100.0);
        assert_eq!(variance(&Law::NegativeBinomial { mean: 6.0, shape: 3.0 }, &[], 1.0), 18.0);
        // A size of 8 on one day in four: mean 2, mean of squares 16.
        let rare = Law::Intermittent { probability: 0.25, size: SizeLaw::Fixed { quanta: 8.0 } };
        assert_eq!(variance(&rare, &[], 1.0), 12.0);
        // 0 or 10, even chances.
        let coin = Law::Empirical { values: vec![0.0, 10.0], cumulative: vec![0.5, 1.0] };
        assert_eq!(variance(&coin, &[], 1.0), 25.0);
        let series = [Series { first: 0, quantities: vec![2, 4, 6], repeats: true }];
        assert!((variance(&Law::Replay { series: 0 }, &series, 1.0) - 8.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn customers_by_hand() {
        // Two a day, each 1 or 3: mean 4, variance 2 · (1 + 9) / 2, half a line per unit.
        let size = CustomerSize::Empirical { values: vec![1.0, 3.0], cumulative: vec![0.5, 1.0] };
        let law = Law::Arrivals { rate: 2.0, size };
        assert_eq!((mean(&law, 1.0), variance(&law, &[], 1.0)), (4.0, 10.0));
        assert_eq!(by_law(&law, &[], &EVEN, 1), 0.5);
        // Geometric with mean 3: mean square 6 + 9.
        let law = Law::Arrivals { rate: 0.2, size: CustomerSize::Plain(SizeLaw::Geometric { mean: 3.0 }) };
        assert!((variance(&law, &[], 10.0) - 300.0).abs() < 1e-9);
    }

    #[test]
    fn an_article_used_every_day_has_one_line_a_day() {
        assert!((by_normal(50.0, 8.0, 50.0, &EVEN) - 1.0 / 50.0).abs() < 1e-9);
        assert_eq!(by_normal(0.0, 0.0, 0.0, &EVEN), 0.0);
        let law = Law::Gamma { shape: 400.0, scale: 0.5 };
        assert!((by_law(&law, &[], &EVEN, 1) - 1.0 / 200.0).abs() < 1e-12);
    }

    #[test]
    fn lines_of_rare_needs_by_hand() {
        // One unit on every tenth day: a line per unit. Poisson with mean ln 2: a line on every second day.
        let rare = Law::Intermittent { probability: 0.1, size: SizeLaw::Fixed { quanta: 1.0 } };
        assert!((by_law(&rare, &[], &EVEN, 1) - 1.0).abs() < 1e-12);
        let poisson = Law::Poisson { mean: std::f64::consts::LN_2 };
        assert!((by_law(&poisson, &[], &EVEN, 1000) - 0.5 / (1000.0 * std::f64::consts::LN_2)).abs() < 1e-12);
        // Shape 1, mean 1: geometric on 0, 1, … with chance ½ of nothing.
        let overdispersed = Law::NegativeBinomial { mean: 1.0, shape: 1.0 };
        assert!((by_law(&overdispersed, &[], &EVEN, 1) - 0.5).abs() < 1e-12);
        let values = Law::Empirical { values: vec![0.0, 3.0], cumulative: vec![0.75, 1.0] };
        assert!((by_law(&values, &[], &EVEN, 1) - 1.0 / 3.0).abs() < 1e-12);
        let series = [Series { first: 0, quantities: vec![0, 8, 0, 2], repeats: true }];
        assert!((by_law(&Law::Replay { series: 0 }, &series, &EVEN, 1) - 0.2).abs() < 1e-12);
    }
}
