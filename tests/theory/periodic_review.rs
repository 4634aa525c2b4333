//! Periodic review with a level (kind `periodic_review_RS`).
//!
//! The cycle formula of the known answers sets R + L days of demand against the level. That is what happens when the store
//! is reviewed before the demand of a day and the goods come L days later before that day's demand. With the
//! default order, the review after demand, one day less stands against it: R + L − 1.

use crate::formulas::Daily;
use crate::oracles::{Case, cases};
use crate::support::{ran, shipped};
use crate::verdict::{REPLICATIONS, Verdict, judge};
use beredd::study::findings::CellFindings;

/// When the store is reviewed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Review {
    /// Before the demand of its day: R + L days stand against the level.
    BeforeDemand,
    /// After it (the shipped order): R + L − 1 days.
    AfterDemand,
}

/// One article that is ordered up to a level every R-th day.
#[derive(Clone, Debug)]
pub struct PeriodicReview {
    /// Demand of a day.
    pub demand: Daily,
    /// R.
    pub period: f64,
    /// Lead times in days with their probabilities.
    pub lead_times: Vec<(f64, f64)>,
    /// Order-up-to level.
    pub level: f64,
    /// When the store is reviewed.
    pub review: Review,
}

/// Days measured in a replication: whole cycles of 5, 7, 10, 14, 21 and 30 days.
const DAYS: u32 = 8400;

impl PeriodicReview {
    /// A case of the file of known answers.
    pub fn of(case: &Case) -> PeriodicReview {
        let lead_times = case.list("lead_times").into_iter().zip(case.list("lead_time_probabilities")).collect();
        PeriodicReview {
            demand: Daily { mean: case.input("demand_mean"), sd: case.input("demand_sd") },
            period: case.input("review"),
            lead_times,
            level: case.input("order_up_to"),
            review: Review::BeforeDemand,
        }
    }

    /// Fill rate and cycle service (Silver, Pyke & Peterson 1998): what a cycle begins and ends with, over the lead times.
    pub fn theory(&self) -> (f64, f64) {
        let less = if self.review == Review::AfterDemand { 1.0 } else { 0.0 };
        let over_lead_times =
            |of: &dyn Fn(f64) -> f64| self.lead_times.iter().map(|&(days, p)| p * of(days - less)).sum::<f64>();
        let at_end = over_lead_times(&|days| self.demand.loss(self.period + days, self.level));
        let at_start = over_lead_times(&|days| self.demand.loss(days, self.level));
        let covered = over_lead_times(&|days| self.demand.covered(self.period + days, self.level));
        (1.0 - (at_end - at_start) / (self.demand.mean * self.period), covered)
    }

    /// The settings that make the shipped file this case; `bias` multiplies the demand that is simulated.
    fn settings(&self, bias: f64) -> Vec<String> {
        let days: Vec<String> = self.lead_times.iter().map(|(days, _)| format!("\"{days} days\"")).collect();
        let weights: Vec<String> = self.lead_times.iter().map(|(_, p)| format!("{p:?}")).collect();
        let law = format!("days = [{}], probabilities = [{}]", days.join(", "), weights.join(", "));
        let mut settings = vec![
            format!("article.item.demand={} units/day", self.demand.mean * bias),
            format!("article.item.demand-sd={} units/day", self.demand.sd),
            format!("origin.source.lead-time={{ dist = \"discrete\", {law} }}"),
            format!("policy.store.review={} days", self.period),
            format!("policy.store.level={} units", self.level),
            format!("scenario.measured={DAYS} days"),
            format!("study.replications={REPLICATIONS}"),
            "endurance.probes=0".to_owned(),
        ];
        if self.review == Review::BeforeDemand {
            settings.push(r#"scenario.day-order=["state", "receive", "review", "dispatch", "demand"]"#.to_owned());
        }
        settings
    }

    /// Runs the case.
    pub fn run(&self, bias: f64) -> CellFindings {
        let ran = ran(&shipped("scenarios/theory/periodic_review.toml"), &self.settings(bias), None);
        ran.findings.cells.into_iter().next().expect("a scenario by itself is one cell")
    }

    fn verdicts(&self, name: &str, (fill, cycle): (f64, f64), tolerance: f64) -> [Verdict; 2] {
        let found = self.run(1.0);
        [("fill_rate", fill), ("cycle_service", cycle)]
            .map(|(quantity, expected)| Verdict::of(name, quantity, expected, &found.metrics[quantity], 1.0, tolerance))
    }
}

#[test]
fn the_given_cases_come_out() {
    let mut verdicts = Vec::new();
    for case in cases("periodic_review_RS") {
        let model = PeriodicReview::of(&case);
        let number = |key: &str| case.expected[key].as_f64().expect("a number");
        let expected = (number("fill_rate"), number("cycle_service"));
        let ours = model.theory();
        assert!((ours.0 / expected.0 - 1.0).abs() < 1e-9 && (ours.1 / expected.1 - 1.0).abs() < 1e-9, "{ours:?}");
        verdicts.extend(model.verdicts(&case.name, expected, case.tolerance()));
    }
    judge(&verdicts);
}

#[test]
fn other_cases_of_the_kind_come_out() {
    use Review::{AfterDemand, BeforeDemand};
    let case = |(mean, sd), period, lead_times: &[(f64, f64)], level, review| {
        let demand = Daily { mean, sd };
        PeriodicReview { demand, period, lead_times: lead_times.to_vec(), level, review }
    };
    let models = [
        case((50.0, 8.0), 10.0, &[(5.0, 1.0)], 790.0, BeforeDemand),
        case((50.0, 8.0), 7.0, &[(1.0, 0.25), (3.0, 0.5), (5.0, 0.25)], 560.0, BeforeDemand),
        case((50.0, 8.0), 14.0, &[(3.0, 1.0)], 840.0, BeforeDemand),
        case((100.0, 15.0), 30.0, &[(20.0, 1.0)], 5050.0, BeforeDemand),
        case((50.0, 10.0), 5.0, &[(12.0, 1.0)], 880.0, BeforeDemand),
        case((50.0, 8.0), 7.0, &[(4.0, 1.0)], 520.0, AfterDemand),
        case((20.0, 4.0), 21.0, &[(6.0, 0.4), (12.0, 0.6)], 650.0, AfterDemand),
    ];
    let mut verdicts = Vec::new();
    for model in &models {
        let name = format!(
            "R {} L {:?} S {} {:?}",
            model.period,
            model.lead_times.iter().map(|(days, _)| *days).collect::<Vec<_>>(),
            model.level,
            model.review
        );
        verdicts.extend(model.verdicts(&name, model.theory(), 0.02));
    }
    judge(&verdicts);
}
