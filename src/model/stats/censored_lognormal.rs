//! The lognormal law of durations of which some had not ended when we last looked.

use crate::random::normal::{standard_normal_cdf, standard_normal_density};
use serde::{Deserialize, Serialize};

/// A duration, ended or still under way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spell {
    /// Days, > 0: the whole duration, or what had passed when last seen.
    pub days: f64,
    /// Whether it had ended; if not, the duration is censored from the right.
    pub closed: bool,
}

/// A lognormal law fitted to spells.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LognormalFit {
    /// Mean of the logarithm (ln days).
    pub mu: f64,
    /// Standard deviation of the logarithm.
    pub sigma: f64,
    /// Number of spells.
    pub spells: usize,
    /// How many of them had ended.
    pub closed: usize,
    /// Σ ln f(days) over the closed + Σ ln P(duration > days) over the open, in days.
    pub log_likelihood: f64,
}

/// The lognormal law that makes the spells most likely (maximum likelihood under right censoring).
///
/// By the EM algorithm (Dempster, Laird & Rubin 1977): an open spell of log duration y, z = (y − μ)/σ, counts with
/// E[Y | Y > y] = μ + σ h and E[Y² | Y > y] = μ² + 2 μ σ h + σ² (1 + z h), h = φ(z) / Φ(−z); then μ and σ² are the
/// mean and the variance (divisor n) of what is counted, until both stand still to 1e-12.
///
/// `None` unless two closed spells differ, or if the iteration has not come to rest after 100,000 steps (nearly
/// everything open).
///
/// # Panics
/// If a spell is not positive and finite.
pub fn fit(spells: &[Spell]) -> Option<LognormalFit> {
    let logs: Vec<(f64, bool)> = spells.iter().map(|spell| (log_days(spell), spell.closed)).collect();
    let mut closed = logs.iter().filter(|(_, closed)| *closed).map(|(y, _)| *y);
    let first = closed.next()?;
    closed.find(|y| *y != first)?;
    let (mut mu, mut sigma) = mean_and_deviation(&logs, |(y, _)| (y, y * y));
    for _ in 0..100_000 {
        let next = mean_and_deviation(&logs, |(y, closed)| if closed { (y, y * y) } else { beyond(y, mu, sigma) });
        let step = (next.0 - mu).abs() + (next.1 - sigma).abs();
        (mu, sigma) = next;
        if step < 1e-12 {
            return Some(LognormalFit {
                mu,
                sigma,
                spells: logs.len(),
                closed: logs.iter().filter(|(_, closed)| *closed).count(),
                log_likelihood: logs.iter().map(|(y, closed)| log_likelihood(*y, *closed, mu, sigma)).sum(),
            });
        }
    }
    None
}

fn log_days(spell: &Spell) -> f64 {
    assert!(spell.days > 0.0 && spell.days.is_finite(), "a spell of {} days", spell.days);
    libm::log(spell.days)
}

/// The mean and the standard deviation (divisor n) from each entry's expected value and expected square.
fn mean_and_deviation(logs: &[(f64, bool)], expected: impl Fn((f64, bool)) -> (f64, f64)) -> (f64, f64) {
    let n = logs.len() as f64;
    let (sum, squares) = logs.iter().map(|log| expected(*log)).fold((0.0, 0.0), |(s, q), (e, f)| (s + e, q + f));
    let mean = sum / n;
    (mean, libm::sqrt(squares / n - mean * mean))
}

/// E[Y | Y > y] and E[Y² | Y > y] for Y normal with mean `mu` and standard deviation `sigma`.
fn beyond(y: f64, mu: f64, sigma: f64) -> (f64, f64) {
    let z = (y - mu) / sigma;
    // Far out both density and tail vanish; there h = z + 1/z − 2/z³ + …
    let hazard = if z > 30.0 { z + 1.0 / z } else { standard_normal_density(z) / standard_normal_cdf(-z) };
    (mu + sigma * hazard, mu * mu + 2.0 * mu * sigma * hazard + sigma * sigma * (1.0 + z * hazard))
}

/// ln of the density in days at exp(y), or of the probability of a longer duration.
fn log_likelihood(y: f64, closed: bool, mu: f64, sigma: f64) -> f64 {
    const LOG_ROOT_TWO_PI: f64 = 0.918_938_533_204_672_8;
    let z = (y - mu) / sigma;
    if closed { -y - libm::log(sigma) - LOG_ROOT_TWO_PI - z * z / 2.0 } else { libm::log(standard_normal_cdf(-z)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::block::Block;
    use crate::random::sampling::{Exponential, Lognormal};
    use rand_distr::Distribution;

    fn closed(days: f64) -> Spell {
        Spell { days, closed: true }
    }

    #[test]
    fn without_censoring_it_is_the_mean_and_deviation_of_the_logarithms() {
        let e = std::f64::consts::E;
        let found = fit(&[closed(1.0), closed(e), closed(e * e)]).unwrap();
        assert!((found.mu - 1.0).abs() < 1e-12 && (found.sigma - (2.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        let by_hand = -3.0 - 1.5 * libm::log(2.0 / 3.0) - 3.0 * 0.918_938_533_204_672_8 - 1.5;
        assert!((found.log_likelihood - by_hand).abs() < 1e-12);
    }

    #[test]
    fn known_law_is_found_behind_heavy_censoring() {
        // 20,000 spells, lognormal(3, 1), censored by an exponential clock: standard errors below 0.012; 6 of them
        // have a false-alarm rate of 4e-9.
        let spells: Vec<Spell> = (0..20_000)
            .map(|k| {
                let mut block = Block::new(11, k);
                let whole = Lognormal { mu: 3.0, sigma: 1.0 }.sample(&mut block);
                let clock = Exponential { mean: 30.0 }.sample(&mut block);
                Spell { days: whole.min(clock), closed: whole <= clock }
            })
            .collect();
        let found = fit(&spells).unwrap();
        assert!((found.mu - 3.0).abs() < 0.072 && (found.sigma - 1.0).abs() < 0.072, "{found:?}");
        assert!(found.closed < 14_000, "{found:?}");
    }

    #[test]
    fn the_fit_is_a_maximum() {
        let spells = [closed(3.0), closed(8.0), Spell { days: 20.0, closed: false }, closed(30.0), closed(2.0)];
        let found = fit(&spells).unwrap();
        for (dm, ds) in [(1e-3, 0.0), (-1e-3, 0.0), (0.0, 1e-3), (0.0, -1e-3)] {
            let near =
                spells.iter().map(|s| log_likelihood(libm::log(s.days), s.closed, found.mu + dm, found.sigma + ds));
            assert!(near.sum::<f64>() < found.log_likelihood);
        }
    }

    #[test]
    fn too_little_to_fit() {
        assert_eq!(fit(&[]), None);
        assert_eq!(fit(&[closed(5.0), closed(5.0), Spell { days: 9.0, closed: false }]), None);
    }
}
