//! Demand of each article at each demand point.

use super::network::Network;
use crate::plan::demand::{Demand, Negative, Unmet, WeekProfile};
use crate::random::key::StreamName;
use crate::random::normal::standard_normal_cdf;
use crate::random::truncated_normal::location_keeping_mean;
use crate::scenario::model::Scenario;

/// Demand entries, ascending by cell. A site takes its share of the mean, and of the variance, of the region's use.
pub fn build(scenario: &Scenario, network: &Network) -> (Vec<Demand>, Unmet) {
    let profile = scaled_to_mean_one(scenario.demand.weekday);
    let resolution = scenario.frame.resolution as f64;
    let mut demands = Vec::new();
    for (index, cell) in (0..).zip(&network.cells) {
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        let share = scenario.sites[site].demand();
        if share <= 0.0 {
            continue;
        }
        let use_of = &scenario.articles[article];
        let mean = use_of.demand_mean * share * resolution;
        let deviation = use_of.demand_sd * libm::sqrt(share) * resolution;
        let location = match scenario.demand.negative {
            Negative::Allow => mean,
            Negative::Truncate => location_keeping_mean(mean, deviation),
        };
        demands.push(Demand {
            cell: index,
            location,
            deviation: if mean > 0.0 { deviation } else { 0.0 },
            negative: scenario.demand.negative,
            profile,
            stream: StreamName::new(&["demand", site, article]),
            lines_per_quantum: lines_per_quantum(location, deviation, mean, &profile),
        });
    }
    (demands, scenario.frame.unmet)
}

/// Mean use per day at each cell, in quanta: its own demand and that of all that buy from it.
pub fn mean_daily(scenario: &Scenario, network: &Network) -> Vec<f64> {
    let resolution = scenario.frame.resolution as f64;
    let mut mean = vec![0.0; network.cells.len()];
    for (index, cell) in network.cells.iter().enumerate().rev() {
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        mean[index] += scenario.articles[article].demand_mean * scenario.sites[site].demand() * resolution;
        if let Some(source) = cell.source {
            mean[source as usize] += mean[index];
        }
    }
    mean
}

/// Variance of the use of a day at each cell, in quanta²: its own demand and that of all that buy from it.
pub fn variance_daily(scenario: &Scenario, network: &Network) -> Vec<f64> {
    let resolution = scenario.frame.resolution as f64;
    let mut variance = vec![0.0; network.cells.len()];
    for (index, cell) in network.cells.iter().enumerate().rev() {
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        let deviation = scenario.articles[article].demand_sd * resolution;
        variance[index] += deviation * deviation * scenario.sites[site].demand();
        if let Some(source) = cell.source {
            variance[source as usize] += variance[index];
        }
    }
    variance
}

fn scaled_to_mean_one(factors: [f64; 7]) -> WeekProfile {
    let mean = factors.iter().sum::<f64>() / 7.0;
    WeekProfile(factors.map(|factor| factor / mean))
}

/// Order lines per quantum: chance of at least half a quantum on a day ÷ mean use, over the week. A weight, so the
/// approximation of stochastic rounding by its midpoint does no harm: it is the same in every scenario and replication.
fn lines_per_quantum(location: f64, deviation: f64, mean: f64, profile: &WeekProfile) -> f64 {
    if mean <= 0.0 {
        return 0.0;
    }
    let chance = |&factor: &f64| {
        if factor <= 0.0 {
            0.0
        } else if deviation > 0.0 {
            standard_normal_cdf((location - 0.5 / factor) / deviation)
        } else if location * factor >= 0.5 {
            1.0
        } else {
            location * factor
        }
    };
    profile.0.iter().map(chance).sum::<f64>() / (7.0 * mean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekday_factors_get_mean_one() {
        let WeekProfile(scaled) = scaled_to_mean_one([1.25, 1.1, 1.1, 1.1, 1.2, 0.15, 0.1]);
        assert!((scaled.iter().sum::<f64>() - 7.0).abs() < 1e-12);
        assert!((scaled[0] - 1.25 * 7.0 / 6.0).abs() < 1e-12);
    }

    #[test]
    fn an_article_used_every_day_has_one_line_a_day() {
        let profile = WeekProfile([1.0; 7]);
        assert!((lines_per_quantum(50.0, 8.0, 50.0, &profile) - 1.0 / 50.0).abs() < 1e-9);
        assert_eq!(lines_per_quantum(0.0, 0.0, 0.0, &profile), 0.0);
    }
}
