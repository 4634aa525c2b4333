//! Base stock under normal demand (kind `base_stock_normal`).

use crate::formulas::{Daily, normal_quantile};
use crate::oracles::{Case, cases};
use crate::support::{ran, shipped};
use crate::verdict::{REPLICATIONS, Verdict, judge};
use beredd::study::findings::CellFindings;
use std::collections::BTreeMap;

/// One article that is ordered up to a level every day.
#[derive(Clone, Debug)]
pub struct BaseStock {
    /// Demand of a day.
    pub demand: Daily,
    /// Days from order to arrival.
    pub lead_time: f64,
    /// Days of demand that the stock at the end of a day stands against: L or L + 1, by the order of the day.
    pub exposure: f64,
    /// Base-stock level.
    pub level: f64,
    /// Cost per unit left over and day.
    pub holding: f64,
    /// Cost per unit short and day.
    pub shortage: f64,
}

/// Days measured in a replication.
const DAYS: u32 = 6000;
/// The quantities that the formulas give.
const QUANTITIES: [&str; 5] = ["mean_on_hand", "mean_backorders", "cycle_service", "fill_rate", "cost_per_period"];

impl BaseStock {
    fn of(case: &Case) -> BaseStock {
        let demand = Daily { mean: case.input("demand_mean"), sd: case.input("demand_sd") };
        let (exposure, holding, shortage) =
            (case.input("exposure_periods"), case.input("holding_cost"), case.input("stockout_cost"));
        // Not given: the level that is cheapest (newsvendor over the exposure).
        let z = normal_quantile(shortage / (shortage + holding));
        let cheapest = demand.mean * exposure + z * demand.sd * exposure.sqrt();
        let level = case.optional("base_stock_level").unwrap_or(cheapest);
        BaseStock { demand, lead_time: case.input("lead_time"), exposure, level, holding, shortage }
    }

    /// The closed forms (Snyder & Shen 2019, 4.3; the fill rate is exact when no demand is negative).
    pub fn theory(&self) -> BTreeMap<&'static str, f64> {
        let (demand, days, level) = (self.demand, self.exposure, self.level);
        let (left_over, short) = (demand.left_over(days, level), demand.loss(days, level));
        let newly_short = short - demand.loss(days - 1.0, level);
        BTreeMap::from([
            ("mean_on_hand", left_over),
            ("mean_backorders", short),
            ("cycle_service", demand.covered(days, level)),
            ("fill_rate", 1.0 - newly_short / demand.mean),
            ("cost_per_period", self.holding * left_over + self.shortage * short),
        ])
    }

    /// The settings that make the shipped file this case; `bias` multiplies the demand that is simulated.
    pub fn settings(&self, bias: f64) -> Vec<String> {
        let mut settings = vec![
            format!("article.item.demand={} units/day", self.demand.mean * bias),
            format!("article.item.demand-sd={} units/day", self.demand.sd),
            format!("origin.source.lead-time={} days", self.lead_time),
            format!("policy.store.level={} units", self.level),
            format!("cost.holding={} SEK/unit/day", self.holding),
            format!("cost.backorder={} SEK/unit/day", self.shortage),
            format!("scenario.measured={DAYS} days"),
            format!("study.replications={REPLICATIONS}"),
            "endurance.probes=0".to_owned(),
        ];
        match self.exposure - self.lead_time {
            0.0 => {}
            1.0 => {
                settings.push(r#"scenario.day-order=["state", "receive", "review", "dispatch", "demand"]"#.to_owned())
            }
            days => panic!("no order of the day gives an exposure of the lead time and {days} days"),
        }
        settings
    }

    /// Runs the case.
    pub fn run(&self, bias: f64) -> CellFindings {
        let ran = ran(&shipped("scenarios/theory/base_stock.toml"), &self.settings(bias), None);
        ran.findings.cells.into_iter().next().expect("a scenario by itself is one cell")
    }
}

/// Compares one quantity of a run.
pub fn verdict(case: &str, quantity: &'static str, expected: f64, found: &CellFindings, tolerance: f64) -> Verdict {
    let (estimate, scale) = match quantity {
        "mean_on_hand" => (&found.metrics["mean_stock"], 1.0),
        "mean_backorders" => (&found.metrics["mean_backlog"], 1.0),
        "cost_per_period" => (&found.cost.total, 1.0 / 365.0),
        name => (&found.metrics[name], 1.0),
    };
    Verdict::of(case, quantity, expected, estimate, scale, tolerance)
}

#[test]
fn the_given_cases_come_out() {
    let mut verdicts = Vec::new();
    for case in cases("base_stock_normal") {
        let model = BaseStock::of(&case);
        let found = model.run(1.0);
        for (key, value) in &case.expected {
            let expected = value.as_f64().expect("a number");
            match key.as_str() {
                "base_stock_level" => {
                    assert!((model.level / expected - 1.0).abs() < 1e-9, "{} {expected}", model.level)
                }
                key => {
                    let wanted = if key == "cost" { "cost_per_period" } else { key };
                    let quantity = QUANTITIES.into_iter().find(|name| *name == wanted).expect("a known quantity");
                    assert!((model.theory()[quantity] / expected - 1.0).abs() < 1e-9, "our formula for {quantity}");
                    verdicts.push(verdict(&case.name, quantity, expected, &found, case.tolerance()));
                }
            }
        }
    }
    assert_eq!(verdicts.len(), 11);
    judge(&verdicts);
}

#[test]
fn other_cases_of_the_kind_come_out() {
    let case = |(mean, sd), lead_time, exposure, level, holding, shortage| {
        let demand = Daily { mean, sd };
        BaseStock { demand, lead_time, exposure, level, holding, shortage }
    };
    let models = [
        case((120.0, 24.0), 3.0, 3.0, 400.0, 2.0, 10.0),
        case((20.0, 3.0), 7.0, 8.0, 170.0, 1.0, 19.0),
        case((500.0, 100.0), 2.0, 3.0, 1700.0, 0.5, 4.0),
        case((8.0, 1.5), 10.0, 10.0, 78.0, 3.0, 3.0),
        case((50.0, 8.0), 0.0, 1.0, 58.0, 1.0, 9.0),
        case((1000.0, 150.0), 1.0, 1.0, 1100.0, 1.0, 5.0),
        case((75.0, 14.0), 6.0, 6.0, 490.0, 1.0, 30.0),
    ];
    let mut verdicts = Vec::new();
    for model in &models {
        let name = format!(
            "N({}, {}) L {} exposure {} S {}",
            model.demand.mean, model.demand.sd, model.lead_time, model.exposure, model.level
        );
        let found = model.run(1.0);
        let theory = model.theory();
        verdicts.extend(QUANTITIES.map(|quantity| verdict(&name, quantity, theory[quantity], &found, 0.02)));
    }
    judge(&verdicts);
}
