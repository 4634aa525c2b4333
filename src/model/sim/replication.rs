//! One replication, from the first day of the warm-up to the last measured day.

use super::by_article::{self, ByArticle};
use super::conservation::{self, Violation};
use super::course::{Course, Gear};
use super::disruption;
use super::drivers::Drivers;
use super::endurance::{self, Probe, Probing};
use super::excerpt::Excerpt;
use super::ledger::Ledger;
use super::observer::{Nobody, Observer};
use super::prepared::Prepared;
use super::reserve;
use super::state::State;
use super::story::{self, Story};
use super::workspace::Workspace;
use crate::plan::Plan;
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// What one replication of one plan gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Integer drivers over the measured days.
    pub drivers: Drivers,
    /// Probes of endurance, in their order.
    pub probes: Vec<Probe>,
    /// The drivers of each phase of the run; empty where there is only one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Drivers>,
}

/// A plan ready for replications: derived tables, and the excerpt that probes run on.
#[derive(Clone, Debug)]
pub struct Ready<'p> {
    /// The plan with its tables, and those of its later phases.
    pub course: Course<'p>,
    /// What probes run on, each by itself; empty where nothing is probed.
    excerpts: Vec<Excerpt>,
    /// Where nothing joins the articles: what going through them one by one takes.
    by_article: Option<ByArticle>,
}

impl<'p> Ready<'p> {
    /// Works out what every replication of a plan needs.
    pub fn new(plan: &'p Plan) -> Ready<'p> {
        let probed = !plan.cuts.is_empty() && plan.endurance.probes > 0;
        Ready::of(plan, probed.then(|| Excerpt::new(plan)).into_iter().collect())
    }

    /// The same, but every day is gone through as a whole, as it is under the eyes of an observer. Results are the same.
    pub fn day_by_day(self) -> Ready<'p> {
        Ready { by_article: None, ..self }
    }

    fn of(plan: &'p Plan, excerpts: Vec<Excerpt>) -> Ready<'p> {
        let course = Course::new(plan);
        let by_article = by_article::fits(plan).then(|| ByArticle::of(&course.first));
        Ready { course, excerpts, by_article }
    }

    /// The same, but each probe is taken in several parts: plans that differ from the run's in need groups and cuts only. A probe then
    /// leaves one entry for each part, in their order; each part is a copy of its own, no larger than its need groups make it.
    pub fn in_parts(plan: &'p Plan, parts: &[Plan]) -> Ready<'p> {
        Ready::of(plan, parts.iter().map(Excerpt::new).collect())
    }

    /// Runs replication `number`: a pure function of (plan, seed, number).
    ///
    /// # Errors
    /// A violation of conservation, which is a fault of the program.
    #[inline(never)] // By its name, scripts/instructions.sh knows what is counted.
    pub fn simulate(&self, seed: u64, number: u64) -> Result<Outcome, Violation> {
        let calendar = &self.first().plan.calendar;
        let mut run = Run::new(self, seed, number);
        let ledger = match &self.by_article {
            Some(by_article) => {
                let mut memory = by_article::Memory::default();
                // The warm-up is counted too, and forgotten.
                run.stretches(by_article, &mut memory, calendar.warm_up_days, &mut Ledger::new(&self.course))?;
                let mut ledger = Ledger::new(&self.course);
                run.stretches(by_article, &mut memory, calendar.total_days(), &mut ledger)?;
                ledger
            }
            None => {
                run.days::<dyn Observer>(calendar.warm_up_days, &mut Nobody)?;
                let mut ledger = Ledger::new(&self.course);
                run.days(calendar.total_days(), &mut ledger)?;
                ledger
            }
        };
        Ok(run.close(ledger).0)
    }

    /// Runs a replication under the eyes of an observer, warm-up included; also returns the closing state.
    ///
    /// # Errors
    /// A violation of conservation, which is a fault of the program.
    pub fn observe(&self, seed: u64, number: u64, observer: &mut dyn Observer) -> Result<(Outcome, State), Violation> {
        let calendar = &self.course.first.plan.calendar;
        let mut ledger = Ledger::new(&self.course);
        let mut run = Run::new(self, seed, number);
        run.days(calendar.warm_up_days, observer)?;
        run.days::<dyn Observer>(calendar.total_days(), &mut (observer, &mut ledger))?;
        Ok(run.close(ledger))
    }

    /// Cells of the copies that probes run on; none where nothing is probed.
    pub fn cells_probed(&self) -> usize {
        self.excerpts.iter().map(|excerpt| excerpt.course.first.plan.cells.len()).sum()
    }

    /// Days of the run at whose starts a replication is probed, in the order of the probes.
    pub fn probe_days(&self, seed: u64, number: u64) -> Vec<Day> {
        Run::new(self, seed, number).probe_days
    }

    /// The story of probe `probe` of a replication under a cut of the plan with a claim in thousandths; nothing if there is no such
    /// probe.
    ///
    /// # Errors
    /// A violation of conservation, which is a fault of the program.
    pub fn story(
        &self,
        (seed, number): (u64, u64),
        probe: usize,
        (cut, claim): (usize, u16),
    ) -> Result<Option<Story>, Violation> {
        let mut run = Run::new(self, seed, number);
        let Some(&day) = run.probe_days.get(probe) else { return Ok(None) };
        // The run is watched for nothing but the probe.
        run.probe_days.clear();
        run.days::<dyn Observer>(day.0, &mut Nobody)?;
        self.course.begin_day::<dyn Observer>(&mut run.state, &mut Nobody);
        let Some(probing) = run.probing.first_mut() else { return Ok(None) };
        let cut = u32::try_from(cut).expect("cuts are counted by a u32");
        story::tell(&run.state, probing, probe as u64, (cut, claim)).map(Some)
    }

    /// The plan that the run begins with, with its tables.
    pub fn first(&self) -> &Prepared<'p> {
        &self.course.first
    }
}

/// Runs one replication of a plan under the eyes of an observer.
///
/// # Errors
/// A violation of conservation, which is a fault of the program.
pub fn simulate_observed(
    plan: &Plan,
    seed: u64,
    number: u64,
    observer: &mut dyn Observer,
) -> Result<(Outcome, State), Violation> {
    Ready::new(plan).observe(seed, number, observer)
}

/// A replication in progress.
struct Run<'r> {
    course: &'r Course<'r>,
    gear: Gear,
    state: State,
    probing: Vec<Probing<'r>>,
    probe_days: Vec<Day>,
    probes_taken: usize,
    probes: Vec<Probe>,
}

impl<'r> Run<'r> {
    fn new(ready: &'r Ready, seed: u64, number: u64) -> Run<'r> {
        let (course, prepared) = (&ready.course, ready.first());
        let gear = course.gear(seed, number, |_| Workspace::of_a_run());
        let keys = &gear.keys[0];
        let mut state = State::new(prepared);
        disruption::start(prepared, keys, &mut state);
        reserve::start(prepared, keys, &mut state);
        let probing: Vec<Probing> = ready.excerpts.iter().map(|excerpt| Probing::new(excerpt, seed, number)).collect();
        let probe_days = if probing.is_empty() { Vec::new() } else { endurance::probe_days(prepared, keys) };
        Run { course, gear, state, probing, probe_days, probes_taken: 0, probes: Vec::new() }
    }

    /// Runs until the given day, probing on the way, and checks that units are conserved.
    fn days<O: Observer + ?Sized>(&mut self, until: u32, observer: &mut O) -> Result<(), Violation> {
        while self.state.clock.day().0 < until {
            let today = self.state.clock.day();
            self.course.begin_day(&mut self.state, observer);
            self.probe(today)?;
            self.course.run_day(&mut self.gear, &mut self.state, observer);
        }
        conservation::check(self.course.phase(self.state.phase), &self.state)
    }

    /// The same as [`Run::days`] for a ledger alone, article by article wherever that can be.
    fn stretches(
        &mut self,
        by_article: &ByArticle,
        memory: &mut by_article::Memory,
        until: u32,
        ledger: &mut Ledger,
    ) -> Result<(), Violation> {
        let prepared = &self.course.first;
        while self.state.clock.day().0 < until {
            let today = self.state.clock.day();
            let is_probed = self.probe_days.get(self.probes_taken) == Some(&today);
            if is_probed {
                memory.give_back(prepared, &mut self.state);
                self.probe(today)?;
            }
            let next_probe = self.probe_days.get(self.probes_taken).map_or(until, |day| day.0.min(until));
            let days = by_article::calm_days(&prepared.plan, &self.gear.keys[0], &self.state, next_probe);
            if days == 0 {
                memory.give_back(prepared, &mut self.state);
                self.course.run_day(&mut self.gear, &mut self.state, ledger);
            } else {
                by_article.run(prepared, &self.gear.keys[0], &mut self.state, (days, memory), ledger);
            }
        }
        memory.give_back(prepared, &mut self.state);
        conservation::check(prepared, &self.state)
    }

    /// What the run leaves behind, and its closing state.
    fn close(self, ledger: Ledger) -> (Outcome, State) {
        let (drivers, phases) = ledger.close(&self.state);
        (Outcome { drivers, probes: self.probes, phases }, self.state)
    }

    /// Takes the probes of a day, at its start.
    fn probe(&mut self, today: Day) -> Result<(), Violation> {
        while self.probe_days.get(self.probes_taken) == Some(&today) {
            let prepared = self.course.phase(self.state.phase);
            for probing in &mut self.probing {
                self.probes.push(endurance::probe(prepared, &self.state, probing)?);
            }
            self.probes_taken += 1;
        }
        Ok(())
    }
}
