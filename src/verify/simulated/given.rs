//! What a simulation is made from: the inputs of a case, and the decisions that its closed form makes.

use super::{Figure, Quantities, Run, Simulation};
use crate::verify::cases::{Case, Fault, Quantity};
use serde_json::Value;
use std::collections::BTreeMap;

/// A case with its closed form.
pub struct Given<'a> {
    /// The case.
    pub case: &'a Case,
    /// What the closed form says, by key.
    pub answers: &'a BTreeMap<String, Quantity>,
    /// The scenario file of its kind.
    pub file: &'static str,
}

/// The order of a day in which an order that arrives at once serves the demand of its own day.
pub const REVIEW_BEFORE_DEMAND: &str = r#"scenario.day-order=["state", "receive", "review", "dispatch", "demand"]"#;

impl Given<'_> {
    /// An input that may be left out.
    pub fn optional(&self, key: &str) -> Option<f64> {
        self.case.inputs.get(key).and_then(Value::as_f64)
    }

    /// An input.
    ///
    /// # Errors
    /// If it is missing or no number.
    pub fn number(&self, key: &str) -> Result<f64, Fault> {
        self.optional(key).ok_or_else(|| self.fault(&format!("inputs.{key}"), "missing; a number was expected"))
    }

    /// A list of numbers; one number is a list of one.
    ///
    /// # Errors
    /// If it is missing or holds something else.
    pub fn list(&self, key: &str) -> Result<Vec<f64>, Fault> {
        let found = match self.case.inputs.get(key) {
            Some(Value::Array(list)) => list.iter().map(Value::as_f64).collect(),
            Some(one) => one.as_f64().map(|one| vec![one]),
            None => None,
        };
        found.ok_or_else(|| self.fault(&format!("inputs.{key}"), "missing; a list of numbers was expected"))
    }

    /// A text that may be left out.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.case.inputs.get(key).and_then(Value::as_str)
    }

    /// A decision: as given, or the one that the closed form makes.
    ///
    /// # Errors
    /// If neither says.
    pub fn decision(&self, key: &str) -> Result<f64, Fault> {
        let decided = match self.answers.get(key) {
            Some(Quantity::Number(number)) => Some(*number),
            _ => None,
        };
        let found = self.optional(key).or(decided);
        found.ok_or_else(|| self.fault(key, "neither the inputs nor the closed form give it"))
    }

    /// Decisions, one for each of something.
    ///
    /// # Errors
    /// If neither the inputs nor the closed form give them.
    pub fn decisions(&self, key: &str) -> Result<Vec<f64>, Fault> {
        match (self.case.inputs.contains_key(key), self.answers.get(key)) {
            (false, Some(Quantity::List(list))) => Ok(list.clone()),
            _ => self.list(key),
        }
    }

    /// A number of whole periods.
    ///
    /// # Errors
    /// If it is missing, or not whole: goods arrive at the start of a day.
    pub fn whole(&self, key: &str) -> Result<f64, Fault> {
        self.number(key).and_then(|number| self.is_whole(key, number))
    }

    /// Numbers of whole periods.
    ///
    /// # Errors
    /// If it is missing, or one of them is not whole.
    pub fn wholes(&self, key: &str) -> Result<Vec<f64>, Fault> {
        self.list(key)?.into_iter().map(|number| self.is_whole(key, number)).collect()
    }

    fn is_whole(&self, key: &str, number: f64) -> Result<f64, Fault> {
        let message = "is not whole; the scenario file counts whole days";
        if libm::floor(number) == number { Ok(number) } else { Err(self.fault(&format!("inputs.{key}"), message)) }
    }

    /// Something that the scenario file cannot follow.
    pub fn fault(&self, key: &str, message: &str) -> Fault {
        Fault::of_case(&self.case.name, key, message)
    }

    /// A simulation of one run.
    pub fn of_one_run(
        &self,
        settings: Vec<String>,
        replications: u64,
        figures: Vec<Figure>,
        quantities: Quantities,
    ) -> Simulation {
        Simulation { file: self.file, runs: vec![Run { settings, luck: 0 }], figures, replications, quantities }
    }
}

/// Mean and standard deviation of the demand of the article `item` per day, under the law of the file.
pub fn daily_demand(mean: f64, sd: f64) -> [String; 2] {
    [format!("article.item.demand={mean} units/day"), format!("article.item.demand-sd={sd} units/day")]
}

/// Prices are thousandths of an öre. Costs of theory may be far smaller, so money is scaled: this many kronor stand for one of
/// the theory.
pub fn money_scale(costs: &[f64]) -> f64 {
    /// The smallest price in kronor, so that rounding is below a millionth.
    const LEAST: f64 = 10.0;
    let smallest = costs.iter().copied().filter(|cost| *cost > 0.0).fold(f64::INFINITY, f64::min);
    let mut scale = 1.0;
    while smallest.is_finite() && smallest * scale < LEAST {
        scale *= 10.0;
    }
    scale
}
