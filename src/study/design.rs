//! The design of a study: one plan for each scenario under each reserve.

use crate::plan::Plan;
use crate::scenario::compile::{Fault, base, idle_rules};
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{Id, Scenario, Study};

/// One cell of a study.
#[derive(Clone, Debug)]
pub struct StudyCell {
    /// Index of the scenario in the study.
    pub scenario: usize,
    /// Index of the reserve in the study.
    pub reserve: usize,
    /// The compiled plan.
    pub plan: Plan,
    /// Findings that do not stop the run.
    pub findings: Vec<Fault>,
    /// Rules of the scenario that hold nowhere; told with the first reserve only, since they do not depend on it.
    pub idle: Vec<Fault>,
    /// Plan index of the largest stock-holding site.
    pub largest_site: Option<u32>,
}

/// Faults of one scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioFaults {
    /// Scenario id.
    pub scenario: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// Compiles every cell, scenarios in the study's order, reserves within.
///
/// # Errors
/// The faults of every scenario that has some.
pub fn cells(study: &Study) -> Result<Vec<StudyCell>, Vec<ScenarioFaults>> {
    let (mut cells, mut failed) = (Vec::new(), unlike(study));
    if !failed.is_empty() {
        return Err(failed);
    }
    for (scenario_index, scenario) in study.scenarios.iter().enumerate() {
        let base = match base(scenario) {
            Ok(base) => base,
            Err(faults) => {
                failed.push(ScenarioFaults { scenario: scenario.id.clone(), faults });
                continue;
            }
        };
        for (reserve_index, reserve) in study.reserves.iter().enumerate() {
            let days = scenario.reserves.get(reserve).map_or(0.0, |reserve| reserve.days);
            match base.under(days, &study.cuts) {
                Ok(compiled) => cells.push(StudyCell {
                    scenario: scenario_index,
                    reserve: reserve_index,
                    idle: if reserve_index == 0 { idle_rules(scenario, &compiled.plan) } else { Vec::new() },
                    findings: compiled.findings,
                    largest_site: compiled.largest_site,
                    plan: compiled.plan,
                }),
                Err(faults) => {
                    failed.push(ScenarioFaults { scenario: scenario.id.clone(), faults });
                    break;
                }
            }
        }
    }
    if failed.is_empty() { Ok(cells) } else { Err(failed) }
}

/// Scenarios that are measured unlike the first cannot stand in one table with it.
fn unlike(study: &Study) -> Vec<ScenarioFaults> {
    let Some((first, others)) = study.scenarios.split_first() else { return Vec::new() };
    let fault = |path: &str, what: &str| Fault {
        path: path.to_owned(),
        code: codes::PLAN,
        message: format!("{what} differs from that of the scenario `{}`", first.id),
        help: "set it once, in the study file or in a file that all scenarios extend".to_owned(),
    };
    let faults_of = |scenario: &Scenario| {
        let mut faults = Vec::new();
        if scenario.endurance != first.endurance {
            faults.push(fault("endurance", "how endurance is read"));
        }
        if scenario.frame.measured_days != first.frame.measured_days {
            faults.push(fault("scenario.measured", "the time measured"));
        }
        let days = |of: &Scenario, id: &Id| of.reserves.get(id).map(|reserve| reserve.days);
        let unlike = study.reserves.iter().filter(|id| days(scenario, id) != days(first, id));
        faults.extend(unlike.map(|id| fault(&format!("reserve.{id}.days"), &format!("the reserve `{id}`"))));
        ScenarioFaults { scenario: scenario.id.clone(), faults }
    };
    others.iter().map(faults_of).filter(|scenario| !scenario.faults.is_empty()).collect()
}
