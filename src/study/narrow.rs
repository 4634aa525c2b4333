//! A study narrowed to one cut, one threshold and sizes of reserve that the command line names.

use crate::plan::endurance::StopPlan;
use crate::scenario::model::{Id, Reserve, Scenario, Study};
use crate::scenario::read_events::reserve_of_days;

/// One cut, read in one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The cut.
    pub cut: Id,
    /// Share of need that must be served.
    pub threshold: f64,
}

impl Reading {
    /// The study with nothing read but this, with the largest claim, and no stop that ends.
    pub fn narrow(&self, study: &mut Study) {
        study.cuts = vec![self.cut.clone()];
        study.scenarios.iter_mut().for_each(|scenario| self.narrow_scenario(scenario));
    }

    fn narrow_scenario(&self, scenario: &mut Scenario) {
        let endurance = &mut scenario.endurance;
        endurance.thresholds = vec![self.threshold];
        endurance.claims = endurance.claims.iter().copied().max().into_iter().collect();
        endurance.stop = None;
        scenario.cuts.values_mut().for_each(|cut| cut.stop = None);
        let phases = scenario.phases.values_mut().filter_map(|phase| phase.scenario.as_deref_mut());
        phases.for_each(|phase| self.narrow_scenario(phase));
    }
}

/// The study with a stop that ends for every cut that has no length of its own.
pub fn end_after(study: &mut Study, stop: StopPlan) {
    study.scenarios.iter_mut().for_each(|scenario| end_scenario(scenario, stop));
}

fn end_scenario(scenario: &mut Scenario, stop: StopPlan) {
    scenario.endurance.stop = Some(stop);
    let phases = scenario.phases.values_mut().filter_map(|phase| phase.scenario.as_deref_mut());
    phases.for_each(|phase| end_scenario(phase, stop));
}

/// The study with reserves of these sizes and no others, days ascending. A reserve that the study names with that length keeps its name.
pub fn reserves_of(study: &mut Study, sizes: &[u32]) {
    let mut sizes = sizes.to_vec();
    sizes.sort_unstable();
    sizes.dedup();
    let named = |days: u32| -> (Id, Reserve) {
        let known = study.reserves.iter().find_map(|id| {
            let reserve = study.scenarios.first()?.reserves.get(id)?;
            (reserve.days == f64::from(days)).then(|| (id.clone(), reserve.clone()))
        });
        known.unwrap_or_else(|| reserve_of_days(days))
    };
    let reserves: Vec<(Id, Reserve)> = sizes.into_iter().map(named).collect();
    study.reserves = reserves.iter().map(|(id, _)| id.clone()).collect();
    for scenario in &mut study.scenarios {
        give(scenario, &reserves);
    }
}

fn give(scenario: &mut Scenario, reserves: &[(Id, Reserve)]) {
    scenario.reserves.extend(reserves.iter().cloned());
    for phase in scenario.phases.values_mut().filter_map(|phase| phase.scenario.as_deref_mut()) {
        give(phase, reserves);
    }
}
