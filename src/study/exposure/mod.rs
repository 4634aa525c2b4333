//! Risk exposure: what is lost if one supplier, site or lane alone fails for as long as it takes to recover.
//!
//! At each probe the state is copied twice: the node fails in one copy and nothing does in the other (a cut that stops nothing), under
//! the same luck. What is lost is the difference, so a node that nobody needs costs exactly nothing. Copies carry only the need groups
//! that the node can reach (`parts`).

pub mod findings;
pub mod nodes;
mod parts;
mod reading;

use super::batch::{self, Failure};
use super::findings::Inputs;
use crate::order::Gather;
use crate::plan::Plan;
use crate::plan::endurance::StopPlan;
use crate::scenario::model::{CutRule, Id, Scenario, Study, Title};
use crate::sim::observer::Nobody;
use crate::sim::prepared::Prepared;
use crate::sim::replication::{Outcome, Ready};
use findings::{ExposureFindings, found};
use nodes::{Node, nodes};
use parts::{Part, parts};
use reading::{Seen, seen};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The scenario.
    pub scenario: Id,
    /// Share of need below which there is a breach.
    pub threshold: f64,
    /// Days that a node takes to recover which does not say itself.
    pub recovery: u32,
    /// Days that are followed after the recovery; absent = twice as many as it takes.
    pub follow: Option<u32>,
}

impl Question {
    fn stop(&self, recovery: u32) -> StopPlan {
        StopPlan { length_days: recovery, follow_days: recovery + self.follow.unwrap_or(2 * recovery) }
    }

    /// Narrows a study to the scenario, with one cut for each node and one that stops nothing for each time of recovery; returns the
    /// nodes, in the order of their cuts.
    pub fn narrow(&self, study: &mut Study) -> Vec<Node> {
        study.scenarios.retain(|scenario| scenario.id == self.scenario);
        study.compare_to.clone_from(&self.scenario);
        let Some(scenario) = study.scenarios.first_mut() else { return Vec::new() };
        let nodes = nodes(scenario, self.recovery);
        self.narrow_scenario(scenario, &nodes);
        let nothing = recoveries(&nodes).into_iter().map(nothing_for);
        study.cuts = nodes.iter().map(Node::cut).chain(nothing).collect();
        nodes
    }

    fn narrow_scenario(&self, scenario: &mut Scenario, nodes: &[Node]) {
        let endurance = &mut scenario.endurance;
        endurance.thresholds = vec![self.threshold];
        endurance.stop = None;
        let rule = |stops, title: &Title, recovery| CutRule {
            title: title.clone(),
            stops,
            locks_supplier_stock: false,
            stop: Some(self.stop(recovery)),
            with: Vec::new(),
            rationing: None,
            express: None,
        };
        let fails = nodes.iter().map(|node| (node.cut(), rule(vec![node.stopped()], &node.title, node.recovery)));
        let nothing = recoveries(nodes).into_iter();
        let nothing = nothing.map(|days| (nothing_for(days), rule(Vec::new(), &Title::default(), days)));
        scenario.cuts = fails.chain(nothing).into_map();
    }
}

/// The times that the nodes take to recover, ascending.
fn recoveries(nodes: &[Node]) -> Vec<u32> {
    let mut days: Vec<u32> = nodes.iter().map(|node| node.recovery).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Id of the cut that stops nothing for so many days.
fn nothing_for(days: u32) -> Id {
    format!("nothing:{days}")
}

/// A plan whose nodes are ready to fail.
pub struct Failing<'p> {
    ready: Ready<'p>,
    parts: Vec<Part>,
    /// Need groups of the whole plan.
    groups: usize,
}

impl<'p> Failing<'p> {
    /// Works out which need groups each node can reach. The plan's cuts are those of [`Question::narrow`].
    pub fn new(plan: &'p Plan, nodes: &[Node]) -> Failing<'p> {
        let parts = parts(plan, nodes);
        let plans: Vec<Plan> = parts.iter().map(|part| part.plan.clone()).collect();
        Failing { ready: Ready::in_parts(plan, &plans), parts, groups: plan.endurance.groups.len() }
    }

    /// One replication.
    ///
    /// # Errors
    /// A failing replication: a fault of the program.
    pub fn run(
        &self,
        nodes: &[Node],
        numbers: std::ops::Range<u64>,
        (seed, jobs): (u64, Option<usize>),
        done: &(dyn Fn() + Sync),
    ) -> Result<Vec<Vec<Seen>>, Failure> {
        let of = |prepared: &Prepared, outcome: &Outcome, _: &Nobody| {
            let seen = seen(&prepared.plan.endurance, (&self.parts, self.groups), nodes, outcome);
            done();
            seen
        };
        batch::readings_of(&self.ready, numbers, seed, jobs, &|_| Nobody, &of)
    }
}

/// Has every node of a plan fail. `done` is called after each replication.
///
/// # Errors
/// A failing replication: a fault of the program.
pub fn exposure(
    study: &Study,
    plan: &Plan,
    (inputs, question, nodes): (Inputs, Question, Vec<Node>),
    jobs: Option<usize>,
    done: &(dyn Fn() + Sync),
) -> Result<ExposureFindings, Failure> {
    let failing = Failing::new(plan, &nodes);
    let seen = failing.run(&nodes, 0..u64::from(study.replications), (study.seed, jobs), done)?;
    Ok(found((inputs, question), nodes, &seen))
}
