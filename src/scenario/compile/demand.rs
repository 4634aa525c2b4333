//! Demand of each article at each demand point.

use super::Fault;
use super::demand_laws::{self, Piece};
use super::demand_lines::{self, by_law, by_normal};
use super::matching::{SiteRule, winner_of};
use super::network::Network;
use crate::plan::demand::{Demand, Negative, Unmet, WeekProfile};
use crate::plan::demand_law::{DemandLaws, EntryLaw, Season};
use crate::random::key::StreamName;
use crate::random::truncated_normal::location_keeping_mean;
use crate::scenario::model::{Article, DemandLaw, DemandRule, DemandRules, Id, Scenario, Selection};

impl SiteRule for DemandRule {
    const TABLE: &'static str = "demand-rule";
    fn sites(&self) -> &[Id] {
        &self.at
    }
    /// A rule that names no site holds at all of them.
    fn holds_at(&self, site: &str) -> bool {
        self.at.is_empty() || self.at.iter().any(|at| at == site)
    }
    fn selection(&self) -> &Selection {
        &self.select
    }
    fn priority(&self) -> i64 {
        self.priority
    }
}

/// What holds for an article at a site, and the path of the table that says so.
pub fn holding<'s>(
    scenario: &'s Scenario,
    (site, article_id, article): (&str, &str, &Article),
    faults: &mut Vec<Fault>,
) -> (String, &'s DemandRules) {
    match winner_of(scenario, &scenario.demand_rules, site, article_id, article, faults) {
        Some((id, rule)) => (format!("demand-rule.{id}"), &rule.rules),
        None => ("demand".to_owned(), &scenario.demand),
    }
}

/// The demand of a plan.
pub struct Demands {
    /// Entries, ascending by cell.
    pub entries: Vec<Demand>,
    /// Laws and seasons.
    pub laws: DemandLaws,
    /// What happens to demand that is not met at once.
    pub unmet: Unmet,
}

/// Demand entries, ascending by cell. A site takes its share of the mean, and of the variance, of the region's use, as far
/// as the law allows (`demand_laws`).
pub fn build(scenario: &Scenario, network: &Network, faults: &mut Vec<Fault>) -> Demands {
    let mut demands = Demands { entries: Vec::new(), laws: DemandLaws::default(), unmet: scenario.frame.unmet };
    let mut series = Vec::new();
    let mut seasons = Vec::new();
    for (index, cell) in (0..).zip(&network.cells) {
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        let share = scenario.sites[site].demand();
        if share <= 0.0 {
            continue;
        }
        let use_of = &scenario.articles[article];
        let (path, rules) = holding(scenario, (site, article, use_of), faults);
        let piece = Piece { scenario, path: &path, site, article, use_of, share };
        let law = demand_laws::law(&piece, &rules.law, &mut series, faults);
        let mut entry = plain(&piece, rules, index);
        if let Some(law) = law {
            entry.stream = StreamName::new(&["demand", site, article, rules.law.word()]);
            entry.lines_per_quantum = by_law(&law, &series, &entry.profile, scenario.frame.resolution);
            let demand = u32::try_from(demands.entries.len()).expect("entries are counted by a u32");
            demands.laws.laws.push(EntryLaw { demand, law });
        }
        seasons.push(season(scenario, rules));
        demands.entries.push(entry);
    }
    demands.laws.series = series;
    add_seasons(&mut demands.laws, &seasons);
    demands
}

/// The entry with the normal law, or with the mean alone.
fn plain(piece: &Piece<'_>, rules: &DemandRules, cell: u32) -> Demand {
    let (mean, deviation) = (piece.mean(), piece.deviation());
    let (negative, deviation, location) = match rules.law {
        DemandLaw::Normal { negative: Negative::Truncate } => {
            (Negative::Truncate, deviation, location_keeping_mean(mean, deviation))
        }
        DemandLaw::Normal { negative } => (negative, deviation, mean),
        _ => (Negative::Truncate, 0.0, mean),
    };
    let replayed = matches!(rules.law, DemandLaw::Replay(_));
    let profile = if replayed { WeekProfile([1.0; 7]) } else { scaled_to_mean_one(rules.weekday) };
    Demand {
        cell,
        location,
        deviation: if mean > 0.0 { deviation } else { 0.0 },
        negative,
        profile,
        stream: StreamName::new(&["demand", piece.site, piece.article]),
        lines_per_quantum: by_normal(location, deviation, mean, &profile),
    }
}

fn season(scenario: &Scenario, rules: &DemandRules) -> Season {
    let none = rules.month == [1.0; 12] && rules.trend == 0.0;
    if none || matches!(rules.law, DemandLaw::Replay(_)) {
        return Season::NONE;
    }
    Season { months: rules.month, yearly_growth: 1.0 + rules.trend, start: demand_laws::start_day(scenario) }
}

fn add_seasons(laws: &mut DemandLaws, of_entries: &[Season]) {
    if of_entries.iter().all(|season| *season == Season::NONE) {
        return;
    }
    for season in of_entries {
        let known = laws.seasons.iter().position(|known| known == season).unwrap_or_else(|| {
            laws.seasons.push(*season);
            laws.seasons.len() - 1
        });
        laws.season_of.push(u32::try_from(known).expect("seasons are counted by a u32"));
    }
}

/// Mean use per day at each cell, in quanta: its own demand and that of all that buy from it; without season and trend.
pub fn mean_daily(scenario: &Scenario, network: &Network) -> Vec<f64> {
    let resolution = scenario.frame.resolution as f64;
    let mut mean = vec![0.0; network.cells.len()];
    for (index, cell) in network.cells.iter().enumerate().rev() {
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        mean[index] += scenario.articles[article].demand_mean * scenario.sites[site].demand() * resolution;
        for (_, source, share) in network.ways_of(index) {
            if let Some(source) = source {
                mean[source as usize] += mean[index] * share;
            }
        }
    }
    mean
}

/// Variance of the use of a day at each cell, in quanta²: its own demand and that of all that buy from it; without weekday and
/// season. That of a normal law is the one that the article gives, before negative draws are cut off.
pub fn variance_daily(scenario: &Scenario, network: &Network, demands: &Demands) -> Vec<f64> {
    let resolution = scenario.frame.resolution as f64;
    let mut variance = vec![0.0; network.cells.len()];
    for (index, demand) in (0..).zip(&demands.entries) {
        let cell = &network.cells[demand.cell as usize];
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        variance[demand.cell as usize] = match demands.laws.of(index) {
            Some(law) => demand_lines::variance(law, &demands.laws.series, resolution),
            None if demand.deviation == 0.0 => 0.0,
            None => {
                let deviation = scenario.articles[article].demand_sd.unwrap_or(0.0) * resolution;
                deviation * deviation * scenario.sites[site].demand()
            }
        };
    }
    // Cells stand upstream first.
    for index in (0..network.cells.len()).rev() {
        for (_, source, share) in network.ways_of(index) {
            if let Some(source) = source {
                variance[source as usize] += variance[index] * share;
            }
        }
    }
    variance
}

fn scaled_to_mean_one(factors: [f64; 7]) -> WeekProfile {
    let mean = factors.iter().sum::<f64>() / 7.0;
    WeekProfile(factors.map(|factor| factor / mean))
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
}
