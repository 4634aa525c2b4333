//! The cases of the file of known answers.

use serde::Deserialize;
use std::collections::BTreeMap;

/// One case.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// What is given.
    pub inputs: BTreeMap<String, serde_json::Value>,
    /// What must come out.
    pub expected: BTreeMap<String, serde_json::Value>,
    /// Relative tolerance of a simulation.
    pub simulation_tolerance: Option<f64>,
    /// Whether a simulation must reproduce it.
    pub simulate: bool,
}

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

/// All cases of a kind that a simulation must reproduce.
pub fn cases(kind: &str) -> Vec<Case> {
    some_cases(kind, 3)
}

/// All cases of a kind that a simulation must reproduce, and how many there are.
pub fn some_cases(kind: &str, count: usize) -> Vec<Case> {
    let file: File = serde_json::from_str(include_str!("../data/oracles.json")).expect("the file of known answers");
    let cases: Vec<Case> = file.cases.into_iter().filter(|case| case.kind == kind && case.simulate).collect();
    assert_eq!(cases.len(), count, "cases of kind {kind}");
    cases
}

impl Case {
    /// A number that is given.
    pub fn input(&self, key: &str) -> f64 {
        self.optional(key).unwrap_or_else(|| panic!("{} gives {key}", self.name))
    }

    /// A number that may be given.
    pub fn optional(&self, key: &str) -> Option<f64> {
        self.inputs.get(key).map(|value| value.as_f64().expect("a number"))
    }

    /// A list that is given.
    pub fn list(&self, key: &str) -> Vec<f64> {
        let list = self.inputs[key].as_array().expect("a list");
        list.iter().map(|value| value.as_f64().expect("a number")).collect()
    }

    /// Relative tolerance of a simulation.
    pub fn tolerance(&self) -> f64 {
        self.simulation_tolerance.expect("a case to simulate has a tolerance")
    }
}
