//! What all replications say of each node, ranked.

use super::Question;
use super::nodes::Node;
use super::reading::Seen;
use crate::order::InOrder;
use crate::study::findings::{Estimate, Inputs};

/// From this share on of the probes that are not in breach already, a node whose failure leads to a breach is a single point of
/// failure.
pub const SINGLE_POINT: f64 = 0.5;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct ExposureFindings {
    /// What was run.
    pub inputs: Inputs,
    /// What was asked.
    pub question: Question,
    /// The nodes, the one that costs most first.
    pub nodes: Vec<NodeFindings>,
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeFindings {
    /// The node.
    pub node: Node,
    /// Critical need lost, group-days: the sum over days and need groups of the share that is not served for the failure.
    pub lost: Estimate,
    /// Share of the probes that are in breach without any failure.
    pub already: Estimate,
    /// Share of the other probes in which the failure leads to a breach.
    pub breached: Estimate,
    /// First day of breach, over the probes with one.
    pub breach_day: Estimate,
    /// Days from the breach until the region is back, over those that came back while they were followed.
    pub back_after: Estimate,
    /// Share of the breaches that had not come back at the end.
    pub not_back: Estimate,
    /// Days that the failure outlasts the region, over the probes that are not in breach already.
    pub exposure: Estimate,
}

impl NodeFindings {
    /// Whether its failure alone leads to a breach in at least half of the probes that are not in breach already.
    pub fn is_single_point(&self) -> bool {
        self.breached.mean.is_some_and(|share| share >= SINGLE_POINT)
    }

    /// Whether some probe can tell: one that is not in breach without any failure.
    pub fn is_judged(&self) -> bool {
        self.breached.mean.is_some()
    }

    /// Whether anything is lost by its failure in any replication.
    pub fn costs(&self) -> bool {
        self.lost.mean.is_some_and(|days| days != 0.0)
    }
}

/// Puts the replications together. Nodes are ranked by what is lost; those that lose the same, by the kind and the id.
pub(super) fn found((inputs, question): (Inputs, Question), nodes: Vec<Node>, seen: &[Vec<Seen>]) -> ExposureFindings {
    let of_node = |(place, node): (usize, Node)| {
        let values = |of: &dyn Fn(&Seen) -> Option<f64>| -> Vec<f64> {
            seen.iter().filter_map(|replication| of(&replication[place])).collect()
        };
        NodeFindings {
            lost: Estimate::of_mean(&values(&|seen| Some(seen.lost)), "group-days"),
            already: Estimate::of_probability(&values(&|seen| Some(seen.already))),
            breached: Estimate::of_probability(&values(&|seen| seen.breached)),
            breach_day: Estimate::of_days(&values(&|seen| seen.breach_day), f64::INFINITY),
            back_after: Estimate::of_days(&values(&|seen| seen.back_after), f64::INFINITY),
            not_back: Estimate::of_probability(&values(&|seen| seen.not_back)),
            exposure: Estimate::of_days(&values(&|seen| seen.exposure), f64::INFINITY),
            node,
        }
    };
    let mut nodes: Vec<NodeFindings> = nodes.into_iter().enumerate().map(of_node).collect();
    let lost = |found: &NodeFindings| found.lost.mean.unwrap_or(0.0);
    // The sort keeps the order of those that are equal.
    nodes.order_by(|one, other| lost(other).total_cmp(&lost(one)));
    // The cuts of nodes are no cuts of the study: the nodes tell of them.
    ExposureFindings { inputs: Inputs { cuts: Vec::new(), ..inputs }, question, nodes }
}
