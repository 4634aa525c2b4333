//! Checking cases: each quantity by its closed form, and by simulation where the case asks for it and its kind can.

use super::cases::{Case, Fault, Quantity};
use super::found::Found;
use super::simulate::{Failure, Luck, run};
use super::verdict::Line;
use super::{closed, simulated};
use crate::order::Gather;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Why it was not, if its kind can be simulated and these inputs cannot.
    pub not_followed: Option<String>,
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

    /// Whether the case asks for a simulation and had none.
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
    let tolerance = case.simulation_tolerance.unwrap_or(USUAL_SIMULATION_TOLERANCE);
    let (found, told, not_followed) = match by_simulation(case, &answers, tolerance, luck) {
        Ok(Some((found, told))) => (found, Some(told), None),
        Ok(None) => (BTreeMap::new(), None, None),
        Err(Failure::Refused(reasons)) => (BTreeMap::new(), None, Some(reasons.join("; "))),
        Err(Failure::Broken(message)) => return Err(Trouble::Program(format!("{}: {message}", case.name))),
    };
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
    let keys: BTreeSet<&str> = if case.expected.is_empty() {
        let given = |key: &&str| !case.inputs.contains_key(*key);
        answers.keys().map(String::as_str).chain(found.keys().copied()).filter(given).into_set()
    } else {
        case.expected.keys().map(String::as_str).into_set()
    };
    let lines = keys.into_iter().map(line).collect::<Result<Vec<Line>, Trouble>>()?;
    Ok(Checked { case: case.clone(), lines, simulation: told, not_followed })
}

/// Quantities by key, and how they were found.
type BySimulation = (BTreeMap<&'static str, Found>, Told);

/// What the simulation says; nothing if the case asks for none or its kind has none.
fn by_simulation(
    case: &Case,
    answers: &BTreeMap<String, Quantity>,
    tolerance: f64,
    luck: Luck,
) -> Result<Option<BySimulation>, Failure> {
    if !case.simulate {
        return Ok(None);
    }
    // The closed form has taken every input, so what is refused here is legal and only beyond the scenario file.
    let built = simulated::simulation(case, answers);
    let Some(simulation) = built.map_err(|fault| Failure::Refused(vec![fault.to_string()]))? else { return Ok(None) };
    let gave = run(&simulation, tolerance, luck)?;
    let settings = simulation.runs.into_iter().map(|run| run.settings).collect();
    Ok(Some((gave.found, Told { file: simulation.file, settings, replications: gave.replications })))
}

fn unknown_quantity(case: &Case, key: &str, answers: &BTreeMap<String, Quantity>) -> Fault {
    let known: Vec<&str> = answers.keys().map(String::as_str).collect();
    let message = format!("no such quantity of kind `{}`; expected one of {}", case.kind, known.join(", "));
    Fault::of_case(&case.name, &format!("expected.{key}"), &message)
}
