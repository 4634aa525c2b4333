//! Safety stocks by guaranteed service times, in a row or a tree of stages (Simpson 1958; Graves & Willems 2000).
//!
//! Each stage promises its customers a service time S and is promised SI by its suppliers; it holds safety stock for the
//! SI + T − S periods between. The promises that cost least are found by dynamic programming, from the leaves to a root.

use super::unanswered::{Unanswered, need, not_negative};

/// A stage; times in periods.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PromisingStage {
    /// Money per unit of safety stock.
    pub holding_cost: f64,
    /// Periods from having all parts to having the product.
    pub processing_time: f64,
    /// Periods that a supplier outside takes; 0 for a first stage that names none.
    pub inbound_time: Option<f64>,
    /// The longest service time to customers outside; a last stage that names none serves at once.
    pub outbound_time: Option<f64>,
    /// Standard deviation of the demand from outside in a period, units.
    pub demand_sd: f64,
}

/// Promised times and what their safety stocks cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Promises {
    /// Outbound service time of each stage, periods. Of equally cheap ones the shorter.
    pub service_times: Vec<f64>,
    /// Money.
    pub cost: f64,
}

/// The most units of time that the longest path is divided into.
const LONGEST: f64 = 1000.0;

/// The cheapest promises. `edges` lead from supplier to customer, by the index of the stages; safety stock is
/// z × standard deviation × √(net time).
///
/// # Errors
/// If a number is out of range, the stages do not form one tree, or the times have no common unit of at least a thousandth.
pub fn cheapest_promises(stages: &[PromisingStage], edges: &[(usize, usize)], z: f64) -> Result<Promises, Unanswered> {
    not_negative("z", z)?;
    for stage in stages {
        not_negative("holding_costs", stage.holding_cost)?;
        not_negative("processing_times", stage.processing_time)?;
        not_negative("inbound_time", stage.inbound_time.unwrap_or(0.0))?;
        not_negative("outbound_time", stage.outbound_time.unwrap_or(0.0))?;
        not_negative("demand_sd", stage.demand_sd)?;
        for (name, time) in
            [("processing_times", stage.processing_time), ("inbound_time", stage.inbound_time.unwrap_or(0.0))]
        {
            need(time <= LONGEST, name, time, "at most 1000 periods")?;
        }
    }
    let order = downstream_order(stages.len(), edges)?;
    let parts = common_parts(stages)?;
    let whole = |time: f64| libm::round(time * parts) as usize;
    let mut nodes: Vec<Node> = Vec::new();
    for (index, stage) in stages.iter().enumerate() {
        let up: Vec<usize> = edges.iter().filter(|edge| edge.1 == index).map(|edge| edge.0).collect();
        let down: Vec<usize> = edges.iter().filter(|edge| edge.0 == index).map(|edge| edge.1).collect();
        let limit = stage.outbound_time.map(whole).or(down.is_empty().then_some(0));
        let (time, least_in) = (whole(stage.processing_time), whole(stage.inbound_time.unwrap_or(0.0)));
        nodes.push(Node { up, down, time, least_in, limit, most_in: 0, weight: 0.0 });
    }
    // Demand adds up from the customers, the longest time from the suppliers.
    let mut variance: Vec<f64> = stages.iter().map(|stage| stage.demand_sd * stage.demand_sd).collect();
    for &index in order.iter().rev() {
        variance[index] += nodes[index].down.iter().map(|below| variance[*below]).sum::<f64>();
        nodes[index].weight = stages[index].holding_cost * z * libm::sqrt(variance[index] / parts);
    }
    for &index in &order {
        let above = nodes[index].up.iter().map(|above| nodes[*above].most_in + nodes[*above].time).max();
        nodes[index].most_in = above.unwrap_or(0).max(nodes[index].least_in);
        let longest = (nodes[index].most_in + nodes[index].time) as f64;
        need(longest <= LONGEST, "processing_times", longest, "at most 1000 time units along a path")?;
    }
    let (cost, times) = Tree { nodes: &nodes }.solve();
    Ok(Promises { service_times: times.iter().map(|time| *time as f64 / parts).collect(), cost })
}

/// The indices with every supplier before its customers; refused unless the edges form one tree.
fn downstream_order(n: usize, edges: &[(usize, usize)]) -> Result<Vec<usize>, Unanswered> {
    let tree = Unanswered::because("edges", "the stages must form one tree: all connected, without a ring");
    if n == 0 || edges.len() != n - 1 || edges.iter().any(|(from, to)| *from >= n || *to >= n || from == to) {
        return Err(tree);
    }
    // With n − 1 edges, being connected is being a tree.
    let mut reached = vec![0];
    let mut next = 0;
    while next < reached.len() {
        for (from, to) in edges {
            for (here, there) in [(from, to), (to, from)] {
                if *here == reached[next] && !reached.contains(there) {
                    reached.push(*there);
                }
            }
        }
        next += 1;
    }
    if reached.len() < n {
        return Err(tree);
    }
    let mut order: Vec<usize> = Vec::new();
    while order.len() < n {
        let free = |index: &usize| {
            !order.contains(index) && edges.iter().all(|(from, to)| to != index || order.contains(from))
        };
        let next: Vec<usize> = (0..n).filter(free).collect();
        order.extend(next);
    }
    Ok(order)
}

/// The smallest number of parts of a period in which all times are whole.
fn common_parts(stages: &[PromisingStage]) -> Result<f64, Unanswered> {
    let times = || {
        stages.iter().flat_map(|stage| {
            [stage.processing_time, stage.inbound_time.unwrap_or(0.0), stage.outbound_time.unwrap_or(0.0)]
        })
    };
    let fits = |parts: &f64| times().all(|time| (time * parts - libm::round(time * parts)).abs() < 1e-6);
    let refused =
        Unanswered::because("processing_times", "the times must share a unit of at least a thousandth of a period");
    (1..=1000).map(f64::from).find(fits).ok_or(refused)
}

/// A stage with whole times.
struct Node {
    up: Vec<usize>,
    down: Vec<usize>,
    time: usize,
    least_in: usize,
    limit: Option<usize>,
    most_in: usize,
    /// Cost of a net time of one unit; cost grows with its root.
    weight: f64,
}

/// The best of a subtree for each value of what its edge to the root carries: cost, own inbound and outbound time.
type Best = Vec<(f64, usize, usize)>;

struct Tree<'a> {
    nodes: &'a [Node],
}

impl Tree<'_> {
    /// Least cost and the outbound time of each stage.
    fn solve(&self) -> (f64, Vec<usize>) {
        let mut tables: Vec<Best> = vec![Vec::new(); self.nodes.len()];
        let pairs = self.pairs(0, None, &mut tables);
        let best = pairs.into_iter().fold((f64::INFINITY, 0, 0), better);
        let mut times = vec![0; self.nodes.len()];
        self.follow(0, None, (best.1, best.2), &tables, &mut times);
        (best.0, times)
    }

    /// All allowed (inbound, outbound) pairs of a stage with the cost of its subtree; fills the tables of its children.
    fn pairs(&self, index: usize, parent: Option<usize>, tables: &mut [Best]) -> Vec<(f64, usize, usize)> {
        let node = &self.nodes[index];
        for child in self.children(index, parent) {
            tables[child] = self.table(child, index, tables);
        }
        let at = |child: usize, carried: usize, tables: &[Best]| tables[child][carried].0;
        let outbound = |table: &[Best], out: usize| -> f64 {
            node.down.iter().filter(|below| Some(**below) != parent).map(|below| at(*below, out, table)).sum()
        };
        let longest = node.most_in + node.time;
        let below: Vec<f64> = (0..=longest).map(|out| outbound(tables, out)).collect();
        let mut pairs = Vec::new();
        for inbound in node.least_in..=node.most_in {
            let above: f64 =
                node.up.iter().filter(|above| Some(**above) != parent).map(|above| at(*above, inbound, tables)).sum();
            let latest = (inbound + node.time).min(node.limit.unwrap_or(usize::MAX));
            for (out, below) in below.iter().enumerate().take(latest + 1) {
                let net = (inbound + node.time - out) as f64;
                pairs.push((node.weight * libm::sqrt(net) + above + below, inbound, out));
            }
        }
        pairs
    }

    /// The table of a child over what the edge to its parent carries. A supplier may promise less than what is carried; a customer may
    /// count on no less.
    fn table(&self, child: usize, parent: usize, tables: &mut [Best]) -> Best {
        let supplies = self.nodes[child].down.contains(&parent);
        let pairs = self.pairs(child, Some(parent), tables);
        let node = &self.nodes[child];
        let size = if supplies { self.nodes[parent].most_in } else { node.most_in } + 1;
        let mut best: Best = vec![(f64::INFINITY, 0, 0); size];
        for pair in pairs {
            let carried = if supplies { pair.2 } else { pair.1 };
            best[carried] = better(best[carried], pair);
        }
        if supplies {
            (1..size).for_each(|k| best[k] = better(best[k - 1], best[k]));
        } else {
            (0..size - 1).rev().for_each(|k| best[k] = better(best[k], best[k + 1]));
        }
        best
    }

    fn children(&self, index: usize, parent: Option<usize>) -> Vec<usize> {
        let node = &self.nodes[index];
        node.up.iter().chain(&node.down).copied().filter(|child| Some(*child) != parent).collect()
    }

    fn follow(
        &self,
        index: usize,
        parent: Option<usize>,
        (inbound, out): (usize, usize),
        tables: &[Best],
        times: &mut [usize],
    ) {
        times[index] = out;
        for child in self.children(index, parent) {
            let carried = if self.nodes[index].up.contains(&child) { inbound } else { out };
            let (_, its_in, its_out) = tables[child][carried];
            self.follow(child, Some(index), (its_in, its_out), tables, times);
        }
    }
}

/// The cheaper of two; of equal ones the earlier.
fn better(a: (f64, usize, usize), b: (f64, usize, usize)) -> (f64, usize, usize) {
    if b.0 < a.0 { b } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(holding_cost: f64, processing_time: f64) -> PromisingStage {
        PromisingStage { holding_cost, processing_time, ..PromisingStage::default() }
    }

    /// Least cost by trying every whole service time.
    fn by_trying(stages: &[PromisingStage], edges: &[(usize, usize)]) -> f64 {
        let n = stages.len();
        let order = downstream_order(n, edges).unwrap();
        let mut variance: Vec<f64> = stages.iter().map(|stage| stage.demand_sd.powi(2)).collect();
        for index in order.iter().rev() {
            let below: f64 = edges.iter().filter(|edge| edge.0 == *index).map(|edge| variance[edge.1]).sum();
            variance[*index] += below;
        }
        let longest: f64 = stages.iter().map(|stage| stage.processing_time + stage.inbound_time.unwrap_or(0.0)).sum();
        let choices = longest as usize + 1;
        let mut least = f64::INFINITY;
        for code in 0..choices.pow(n as u32) {
            let time = |index: usize| (code / choices.pow(index as u32) % choices) as f64;
            let mut cost = 0.0;
            for (index, stage) in stages.iter().enumerate() {
                let above = edges.iter().filter(|edge| edge.1 == index).map(|edge| time(edge.0));
                let inbound = above.fold(stage.inbound_time.unwrap_or(0.0), f64::max);
                let last = edges.iter().all(|edge| edge.0 != index);
                let limit = stage.outbound_time.unwrap_or(if last { 0.0 } else { f64::INFINITY });
                let net = inbound + stage.processing_time - time(index);
                let allowed = net >= 0.0 && time(index) <= limit;
                cost += if allowed { stage.holding_cost * (variance[index] * net).sqrt() } else { f64::INFINITY };
            }
            least = least.min(cost);
        }
        least
    }

    #[test]
    fn trees_agree_with_trying_everything() {
        let demand = |stage: PromisingStage, demand_sd| PromisingStage { demand_sd, ..stage };
        let row = [stage(2.0, 1.0), stage(4.0, 2.0), demand(stage(5.0, 1.0), 1.0)];
        let fork = [
            PromisingStage { inbound_time: Some(2.0), ..stage(1.0, 1.0) },
            demand(stage(2.0, 1.0), 2.0),
            PromisingStage { outbound_time: Some(1.0), ..demand(stage(2.5, 2.0), 1.0) },
        ];
        let star = [
            stage(1.0, 2.0),
            stage(2.0, 1.0),
            stage(4.0, 1.0),
            demand(stage(5.0, 0.0), 1.0),
            demand(stage(6.0, 1.0), 3.0),
        ];
        type Net<'a> = (&'a [PromisingStage], &'a [(usize, usize)]);
        let nets: [Net; 3] =
            [(&row, &[(0, 1), (1, 2)]), (&fork, &[(0, 1), (0, 2)]), (&star, &[(0, 2), (1, 2), (2, 3), (2, 4)])];
        for (stages, edges) in nets {
            let found = cheapest_promises(stages, edges, 1.0).unwrap();
            assert!((found.cost - by_trying(stages, edges)).abs() < 1e-9, "{stages:?}");
        }
    }

    #[test]
    fn halves_of_a_period_are_a_unit_too() {
        let halves = [stage(2.0, 0.5), PromisingStage { demand_sd: 1.0, ..stage(4.0, 1.5) }];
        let found = cheapest_promises(&halves, &[(0, 1)], 1.0).unwrap();
        // All at the end: 4 √2; or both serve at once: 2 √0.5 + 4 √1.5.
        assert!((found.cost - 4.0 * libm::sqrt(2.0)).abs() < 1e-12, "{found:?}");
        assert_eq!(found.service_times, [0.5, 0.0]);
    }

    #[test]
    fn rings_and_islands_are_refused() {
        let three = [stage(1.0, 1.0); 3];
        for edges in [&[(0, 1), (1, 2), (2, 0)][..], &[(0, 1), (0, 1)][..], &[(0, 1)][..], &[(0, 1), (1, 7)][..]] {
            assert_eq!(cheapest_promises(&three, edges, 1.0).unwrap_err().parameter, "edges");
        }
    }
}
