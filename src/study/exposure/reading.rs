//! What the copies of a replication say of each node.

use super::nodes::Node;
use super::parts::Part;
use crate::plan::endurance::EndurancePlan;
use crate::sim::endurance::Probe;
use crate::sim::replication::Outcome;
use crate::sim::stop::{breach, recovered};

/// One node in one replication: means over its probes; absent where no probe has it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seen {
    /// Critical need lost, group-days.
    pub lost: f64,
    /// Share of the probes that are in breach without any failure: they cannot tell what a failure does to it.
    pub already: f64,
    /// Share of the other probes in which the failure leads to a breach.
    pub breached: Option<f64>,
    /// First day of breach, over the probes with one.
    pub breach_day: Option<f64>,
    /// Days from the breach until the region is back, over those that came back while they were followed.
    pub back_after: Option<f64>,
    /// Share of the breaches that had not come back at the end.
    pub not_back: Option<f64>,
    /// Days that the failure outlasts the region: max(0, recovery − full days before the breach). Over the probes that are not in
    /// breach already.
    pub exposure: Option<f64>,
}

/// One node at one probe.
struct AtProbe {
    lost: f64,
    already: bool,
    breach: Option<u32>,
    back: Option<u32>,
}

/// What one replication says of every node.
pub(super) fn seen(
    endurance: &EndurancePlan,
    (parts, groups): (&[Part], usize),
    nodes: &[Node],
    outcome: &Outcome,
) -> Vec<Seen> {
    let mut of_node: Vec<Vec<AtProbe>> = nodes.iter().map(|_| Vec::new()).collect();
    let is_carried = |node: &usize| parts.iter().any(|part| part.nodes.contains(node));
    let idle: Vec<usize> = (0..nodes.len()).filter(|node| !is_carried(node)).collect();
    for probe in outcome.probes.chunks_exact(parts.len()) {
        // Whoever reaches no need group changes nothing.
        for &node in &idle {
            if let Some(whole) = nothing(&parts[0], &probe[0], nodes[node].recovery) {
                let curves = Curves { whole, without: whole, with: whole, share: 1.0 };
                of_node[node].push(curves.read(endurance, groups));
            }
        }
        for (part, taken) in parts.iter().zip(probe) {
            for (place, &node) in part.nodes.iter().enumerate() {
                let recovery = nodes[node].recovery;
                let (Some(whole), Some(without)) =
                    (nothing(&parts[0], &probe[0], recovery), nothing(part, taken, recovery))
                else {
                    continue;
                };
                let Some(with) = served(taken, part.recoveries.len() + place) else { continue };
                let share = part.plan.endurance.groups.len() as f64 / groups.max(1) as f64;
                let curves = Curves { whole, without, with, share };
                of_node[node].push(curves.read(endurance, groups));
            }
        }
    }
    of_node.iter().zip(nodes).map(|(probes, node)| Seen::of(probes, node)).collect()
}

/// S without a failure, in a part.
fn nothing<'o>(part: &Part, probe: &'o Probe, recovery: u32) -> Option<&'o [f64]> {
    served(probe, part.recoveries.binary_search(&recovery).ok()?)
}

fn served(probe: &Probe, cut: usize) -> Option<&[f64]> {
    probe.stops.get(cut)?.as_ref().map(|stop| stop.served.as_slice())
}

/// S of a probe with and without a failure: over all groups and over those of the part.
struct Curves<'o> {
    whole: &'o [f64],
    without: &'o [f64],
    with: &'o [f64],
    /// Groups of the part ÷ all groups.
    share: f64,
}

impl Curves<'_> {
    fn read(&self, endurance: &EndurancePlan, groups: usize) -> AtProbe {
        let less: Vec<f64> =
            self.without.iter().zip(self.with).map(|(without, with)| (without - with) * self.share).collect();
        let failed: Vec<f64> = self.whole.iter().zip(&less).map(|(whole, less)| whole - less).collect();
        let already = breach(endurance, self.whole).is_some();
        let found = breach(endurance, &failed).filter(|_| !already);
        AtProbe {
            already,
            lost: less.iter().sum::<f64>() * groups as f64,
            breach: found,
            back: found.and_then(|day| recovered(endurance, &failed, day)),
        }
    }
}

impl Seen {
    fn of(probes: &[AtProbe], node: &Node) -> Seen {
        if probes.is_empty() {
            return Seen::default();
        }
        let mean = |of: &dyn Fn(&AtProbe) -> Option<f64>| {
            let values: Vec<f64> = probes.iter().filter_map(of).collect();
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        };
        let flag = |is: bool| f64::from(u8::from(is));
        let exposure =
            |probe: &AtProbe| probe.breach.map_or(0.0, |day| (f64::from(node.recovery) - f64::from(day - 1)).max(0.0));
        let judged = |probe: &AtProbe, value: f64| (!probe.already).then_some(value);
        Seen {
            lost: mean(&|probe| Some(probe.lost)).unwrap_or(0.0),
            already: mean(&|probe| Some(flag(probe.already))).unwrap_or(0.0),
            breached: mean(&|probe| judged(probe, flag(probe.breach.is_some()))),
            breach_day: mean(&|probe| probe.breach.map(f64::from)),
            back_after: mean(&|probe| Some(f64::from(probe.back? - probe.breach?))),
            not_back: mean(&|probe| probe.breach.map(|_| flag(probe.back.is_none()))),
            exposure: mean(&|probe| judged(probe, exposure(probe))),
        }
    }
}
