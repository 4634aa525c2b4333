//! Which need groups a node can reach, and nodes put together into parts that are copied together.
//!
//! A node reaches the articles that are bought from it, stand at it or go over it, and those that something couples with them
//! ([`widen_to_all_phases`]). No other article can tell whether it fails. A copy of a part carries the need groups of its nodes and no
//! others; about as many parts as the root of the number of nodes keep both the copies and their number small.

use super::nodes::Node;
use super::{nothing_for, recoveries};
use crate::order::InOrder;
use crate::plan::Plan;
use crate::plan::cut::Cut;
use crate::plan::disruption::Target;
use crate::sim::excerpt::widen_to_all_phases;

/// Nodes that fail in copies of one part of the plan.
#[derive(Clone, Debug)]
pub struct Part {
    /// The plan with the need groups of the part. Its cuts: those that stop nothing, by their length, then the nodes'.
    pub plan: Plan,
    /// The nodes, as places in their list.
    pub nodes: Vec<usize>,
    /// The times of recovery of its cuts that stop nothing.
    pub recoveries: Vec<u32>,
}

/// The parts; the first carries all need groups and so tells what S is without a failure, and holds the nodes that reach most of them.
pub fn parts(plan: &Plan, nodes: &[Node]) -> Vec<Part> {
    let reached: Vec<Vec<usize>> = nodes.iter().map(|node| groups(plan, node)).collect();
    let all = plan.endurance.groups.len();
    let (wide, mut narrow): (Vec<usize>, Vec<usize>) =
        (0..nodes.len()).filter(|&node| !reached[node].is_empty()).partition(|&node| 2 * reached[node].len() > all);
    // Nodes that reach the same groups stand beside each other.
    narrow.order_by(|&one, &other| reached[one].cmp(&reached[other]).then(one.cmp(&other)));
    let size = libm::ceil(libm::sqrt(narrow.len() as f64)).max(1.0) as usize;
    let mut found = vec![part(plan, nodes, (0..all).collect(), wide, &recoveries(nodes))];
    for together in narrow.chunks(size) {
        let mut groups: Vec<usize> = together.iter().flat_map(|&node| reached[node].iter().copied()).collect();
        groups.sort_unstable();
        groups.dedup();
        let theirs: Vec<Node> = together.iter().map(|&node| nodes[node].clone()).collect();
        found.push(part(plan, nodes, groups, together.to_vec(), &recoveries(&theirs)));
    }
    found
}

fn part(plan: &Plan, all: &[Node], groups: Vec<usize>, nodes: Vec<usize>, recoveries: &[u32]) -> Part {
    let mut part = plan.clone();
    part.endurance.groups = groups.into_iter().map(|group| plan.endurance.groups[group].clone()).collect();
    let nothing = recoveries.iter().copied().map(nothing_for);
    let ids = nothing.chain(nodes.iter().map(|&node| all[node].cut()));
    // No days of endurance are read, and so no slices of them.
    part.endurance.slices.clear();
    part.cuts = ids.filter_map(|id| cut(plan, &id)).map(|cut| Cut { claims: Vec::new(), ..cut.clone() }).collect();
    Part { plan: part, nodes, recoveries: recoveries.to_vec() }
}

fn cut<'p>(plan: &'p Plan, id: &str) -> Option<&'p Cut> {
    plan.cuts.iter().find(|cut| cut.id == id)
}

/// The need groups that a node can reach, ascending.
fn groups(plan: &Plan, node: &Node) -> Vec<usize> {
    let Some(cut) = cut(plan, &node.cut()) else { return Vec::new() };
    let mut kept = vec![false; plan.articles.len()];
    let is_hit = |site: u32, lane: u32| {
        cut.stops.iter().any(|target| match *target {
            Target::Site(stopped) => stopped == site || stopped == plan.lanes[lane as usize].from,
            Target::Lane(stopped) => stopped == lane,
            Target::Offer(_) => false,
        })
    };
    for cell in plan.cells.iter().filter(|cell| is_hit(cell.site, cell.lane)) {
        kept[cell.article as usize] = true;
    }
    for way in &plan.further_ways {
        let cell = &plan.cells[way.cell as usize];
        if is_hit(cell.site, way.lane) {
            kept[cell.article as usize] = true;
        }
    }
    widen_to_all_phases(plan, &mut kept);
    let is_kept = |&demand: &u32| kept[plan.cells[plan.demands[demand as usize].cell as usize].article as usize];
    let groups = plan.endurance.groups.iter().enumerate();
    groups.filter(|(_, group)| group.demands.iter().any(is_kept)).map(|(place, _)| place).collect()
}
