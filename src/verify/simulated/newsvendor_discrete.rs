//! The newsvendor under demand with given probabilities.

use super::Simulation;
use super::given::Given;
use super::newsvendor_normal::of_demand;
use crate::verify::cases::Fault;
use serde_json::Value;

const REPLICATIONS: u64 = 400;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let law = match given.case.inputs.get("demand_pmf") {
        Some(Value::Object(law)) => law.iter().map(|(value, p)| Some((value.parse().ok()?, p.as_f64()?))).collect(),
        _ => None,
    };
    let law: Vec<(f64, f64)> =
        law.ok_or_else(|| given.fault("inputs.demand_pmf", "expected an object of probabilities by value"))?;
    let values: Vec<String> = law.iter().map(|(value, _)| format!("\"{value} units\"")).collect();
    let probabilities: Vec<f64> = law.iter().map(|(_, p)| *p).collect();
    let mean: f64 = law.iter().map(|(value, p)| value * p).sum();
    let mut settings = vec![
        "scenario.measured=1000 days".to_owned(),
        format!("demand.values=[{}]", values.join(", ")),
        format!("demand.probabilities={probabilities:?}"),
        format!("article.item.demand={mean} units/day"),
    ];
    if law.iter().any(|(value, _)| libm::floor(*value) != *value) {
        settings.push("scenario.resolution=1/1000 unit".to_owned());
    }
    of_demand(given, settings, REPLICATIONS)
}
