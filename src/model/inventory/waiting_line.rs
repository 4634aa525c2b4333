//! Queues that stock stands in: one server, and an order capacity.

use super::unanswered::{Unanswered, need, not_negative, positive};
use crate::stats::root::crossing;

/// Means of a queue before a single server.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Time from arrival to the start of service.
    pub mean_wait: f64,
    /// Number waiting, without the one in service.
    pub mean_in_queue: f64,
}

/// Poisson arrivals, any service time: λ E(S²) / (2 (1 − ρ)) (Pollaczek 1930, Khinchine 1932).
///
/// # Errors
/// If a rate or a moment is out of range, or work comes at least as fast as it is done.
pub fn single_server(arrival_rate: f64, service_mean: f64, second_moment: f64) -> Result<Line, Unanswered> {
    not_negative("arrival_rate", arrival_rate)?;
    positive("service_mean", service_mean)?;
    // A constant time has exactly the square; its rounding is forgiven.
    let least = service_mean * service_mean * (1.0 - 1e-12);
    let possible = second_moment.is_finite() && second_moment >= least;
    need(possible, "service_second_moment", second_moment, "at least the square of the mean")?;
    let load = arrival_rate * service_mean;
    need(
        load < 1.0,
        "arrival_rate",
        arrival_rate,
        "below one arrival per mean service time, or the queue grows for ever",
    )?;
    let mean_wait = arrival_rate * second_moment / (2.0 * (1.0 - load));
    Ok(Line { mean_wait, mean_in_queue: arrival_rate * mean_wait })
}

/// What an order capacity leaves below the base-stock level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapacityShortfall {
    /// Mean units below the level.
    pub mean_shortfall: f64,
    /// Share of periods at the level.
    pub p_no_shortfall: f64,
}

/// The stationary shortfall V = (V + D − c)⁺ under exponential demand of mean m: 0 with probability 1 − σ, else exponential with
/// mean m / (1 − σ), where σ = exp(−(c / m)(1 − σ)) (the wait of a D/M/1 queue; Tayur 1993).
///
/// # Errors
/// If the mean is out of range or the capacity is not above it.
pub fn capacity_shortfall(demand_mean: f64, capacity: f64) -> Result<CapacityShortfall, Unanswered> {
    positive("demand_mean", demand_mean)?;
    let enough = capacity.is_finite() && capacity > demand_mean;
    need(enough, "capacity_per_period", capacity, "above the mean demand, or the shortfall grows for ever")?;
    let ratio = capacity / demand_mean;
    // With u = 1 − σ: 1 − exp(−ratio u) − u is positive between 0 and the root, and falls from its top at ln(ratio) / ratio.
    let top = libm::log(ratio) / ratio;
    let at_level = crossing(top, 1.0, |u| u + libm::expm1(-ratio * u));
    let short = libm::exp(-ratio * at_level);
    Ok(CapacityShortfall { mean_shortfall: short * demand_mean / at_level, p_no_shortfall: at_level })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponential_and_constant_service_by_hand() {
        // M/M/1 at ρ = ½: wait ρ / (μ − λ) = 1; M/D/1 half of it.
        let line = single_server(0.5, 1.0, 2.0).unwrap();
        assert_eq!((line.mean_wait, line.mean_in_queue), (1.0, 0.5));
        assert_eq!(single_server(0.5, 1.0, 1.0).unwrap().mean_wait, 0.5);
        assert_eq!(single_server(1.0, 1.0, 2.0).unwrap_err().parameter, "arrival_rate");
        assert_eq!(single_server(0.5, 1.0, 0.9).unwrap_err().parameter, "service_second_moment");
    }

    #[test]
    fn shortfall_solves_its_equation_from_tight_to_ample() {
        for capacity in [50.001, 51.0, 60.0, 100.0, 1000.0] {
            let found = capacity_shortfall(50.0, capacity).unwrap();
            let sigma = 1.0 - found.p_no_shortfall;
            assert!((sigma - libm::exp(-capacity / 50.0 * found.p_no_shortfall)).abs() < 1e-14, "{capacity}");
            assert!(found.p_no_shortfall > 0.0 && found.mean_shortfall > 0.0);
        }
        // Near the limit the wait is that of heavy traffic: variance / (2 (c − m)), here 2500 / 0.002.
        let tight = capacity_shortfall(50.0, 50.001).unwrap();
        assert!((tight.mean_shortfall / 1_250_000.0 - 1.0).abs() < 1e-3);
    }
}
