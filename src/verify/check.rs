//! Checking cases: each quantity by its closed form, and by simulation where the case asks for it and its kind can.

use super::cases::{Case, Fault, Quantity};
use super::simulate::{Failure, Luck, run};
use super::verdict::Line;
use super::{closed, simulated};
use std::collections::BTreeMap;

/// Relative tolerance of a simulation where a case gives none.
const USUAL_SIMULATION_TOLERANCE: f64 = 0.02;

/// A case that was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The case.
    pub case: Case,
    /// Its quantities: those expected, or all of its kind where nothing is.
    pub lines: Vec<Line>,
    /// How it was simulated, if it was.
    pub simulation: Option<Told>,
}

/// What is told of a simulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its file.
    pub file: &'static str,
    /// Settings of each run.
    pub settings: Vec<Vec<String>>,
    /// Replications.
    pub replications: u64,
}

/// Why cases could not be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The case is wrong.
    Input(Fault),
    /// The program is at fault.
    Program(String),
}

impl Checked {
    /// Whether all that is expected came out; nothing where nothing is expected.
    pub fn verdict(&self) -> Option<bool> {
        let verdicts: Vec<bool> = self.lines.iter().filter_map(|line| line.agrees).collect();
        (!verdicts.is_empty()).then(|| verdicts.iter().all(|agrees| *agrees))
    }

    /// Whether the case asks for a simulation and its kind has none yet.
    pub fn is_closed_form_only(&self) -> bool {
        self.case.simulate && self.simulation.is_none()
    }

    /// The chance that the case fails a right program, at most.
    pub fn false_alarm(&self) -> f64 {
        self.lines.iter().map(|line| line.false_alarm).sum()
    }
}

/// Checks a case.
///
/// # Errors
/// A fault of the case, or of the program.
pub fn check(case: &Case, luck: Luck) -> Result<Checked, Trouble> {
    let answers = closed::answers(case).map_err(Trouble::Input)?;
    let simulation = if case.simulate { simulated::simulation(case, &answers) } else { Ok(None) };
    let simulation = simulation.map_err(Trouble::Input)?;
    let tolerance = case.simulation_tolerance.unwrap_or(USUAL_SIMULATION_TOLERANCE);
    let mut found = BTreeMap::new();
    let mut told = None;
    if let Some(simulation) = simulation {
        let gave = run(&simulation, tolerance, luck).map_err(|failure| trouble(case, failure))?;
        found = gave.found;
        let settings = simulation.runs.into_iter().map(|run| run.settings).collect();
        told = Some(Told { file: simulation.file, settings, replications: gave.replications });
    }
    let line = |key: &str| {
        let (expected, closed) = (case.expected.get(key), answers.get(key));
        match (found.get(key), closed) {
            (Some(found), closed) => {
                let closed = closed.map(|closed| (closed, case.tolerance));
                Ok(Line::simulated(key, expected, found, closed, tolerance))
            }
            (None, Some(closed)) => Ok(Line::closed(key, expected, closed, case.tolerance)),
            (None, None) => Err(Trouble::Input(unknown_quantity(case, key, &answers))),
        }
    };
    let keys: Vec<&str> = if case.expected.is_empty() {
        let given = |key: &&str| !case.inputs.contains_key(*key);
        answers.keys().map(String::as_str).filter(given).collect()
    } else {
        case.expected.keys().map(String::as_str).collect()
    };
    let lines = keys.into_iter().map(line).collect::<Result<Vec<Line>, Trouble>>()?;
    Ok(Checked { case: case.clone(), lines, simulation: told })
}

fn unknown_quantity(case: &Case, key: &str, answers: &BTreeMap<String, Quantity>) -> Fault {
    let known: Vec<&str> = answers.keys().map(String::as_str).collect();
    let message = format!("no such quantity of kind `{}`; expected one of {}", case.kind, known.join(", "));
    Fault::of_case(&case.name, &format!("expected.{key}"), &message)
}

fn trouble(case: &Case, failure: Failure) -> Trouble {
    match failure {
        Failure::Refused(messages) => {
            let message = format!("the scenario file cannot follow these inputs: {}", messages.join("; "));
            Trouble::Input(Fault::of_case(&case.name, "inputs", &message))
        }
        Failure::Broken(message) => Trouble::Program(format!("{}: {message}", case.name)),
    }
}
