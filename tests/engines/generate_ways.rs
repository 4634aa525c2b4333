//! Further sources for generated plans. The draws are the generator's own, so that the rest of a plan does not depend on
//! them.

use crate::generate::{self, index};
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::disruption::{Offer, Target};
use beredd::plan::lane::{LeadScore, LeadTimes};
use beredd::plan::sourcing::{Sourcing, Way};
use beredd::plan::terms::Basis;
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;

/// Gives two plans in three cells with several sources.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x0077_6179_735f_6f66);
    if random.chance(0.35) {
        return;
    }
    for cell in 0..index(plan.cells.len()) {
        if random.chance(0.75) && may_have_several(plan, cell) {
            for _ in 0..random.one_of(2, 6) {
                add_way(plan, cell, random);
            }
        }
    }
    for phase in 0..plan.phases.len() {
        plan.phases[phase].sourcing = sourcing(plan, random);
    }
    plan.buyers.clear();
    plan.buyer_ranges.clear();
    generate::add_buyers(plan);
    let further: Vec<u32> = (index(plan.cells.len())..).take(plan.further_ways.len()).collect();
    disturb(plan, &further, random);
}

/// Neither goods that go back nor what stands below a site is defined where a cell has several sources.
fn may_have_several(plan: &Plan, cell: u32) -> bool {
    let article = plan.cells[cell as usize].article;
    plan.phases.iter().all(|phase| {
        let mut terms = phase.terms.iter().zip(&plan.cells).zip(0..);
        terms.all(|((terms, other), number)| {
            !(terms.returns && number == cell || terms.basis == Basis::Echelon && other.article == article)
        })
    })
}

fn add_way(plan: &mut Plan, cell: u32, random: &mut SplitMix) {
    let (site, article) = (plan.cells[cell as usize].site, plan.cells[cell as usize].article);
    let rank = plan.sites[site as usize].rank;
    let above: Vec<u32> =
        (0..).zip(&plan.sites).filter(|(_, from)| from.rank < rank).map(|(number, _): (u32, _)| number).collect();
    // Warehouses that hold the article come up more often than suppliers.
    let holds = |from: &&u32| plan.cells.iter().any(|cell| (cell.site, cell.article) == (**from, article));
    let warehouses: Vec<u32> = above.iter().filter(holds).copied().collect();
    let among = if warehouses.is_empty() || random.chance(0.5) { &above } else { &warehouses };
    let from = *random.pick(among);
    let is_supplier = plan.sites[from as usize].is_supplier;
    let source = (0..).zip(&plan.cells).find(|(_, cell)| (cell.site, cell.article) == (from, article));
    let source = source.map(|(number, _): (u32, _)| number);
    let mine = |way: &Way| way.cell == cell && plan.lanes[way.lane as usize].from == from;
    let taken = plan.lanes[plan.cells[cell as usize].lane as usize].from == from || plan.further_ways.iter().any(mine);
    if taken || (source.is_none() && !is_supplier) {
        return;
    }
    let way = Way {
        cell,
        lane: lane(plan, from, site, random),
        source,
        offer: is_supplier.then(|| offer(plan, from, article)),
        lead_stream: StreamName::new(&["lead further", &cell.to_string(), &from.to_string()]),
    };
    plan.further_ways.push(way);
    let Some(express) = plan.transport.express.first().cloned().filter(|_| random.chance(0.5)) else { return };
    let service = index(plan.transport.express.len());
    plan.transport.express.push(beredd::plan::transport::Express { lane: way.lane, ..express });
    let stream = StreamName::new(&["express further", &cell.to_string(), &from.to_string()]);
    let below = plan.cells[cell as usize].mean_daily as i64;
    let ways = plan.cells.len() + plan.further_ways.len();
    plan.transport.express_of_cell.resize(ways, None);
    plan.transport.express_of_cell[ways - 1] = Some(beredd::plan::transport::CellExpress { service, below, stream });
}

/// The lane between two sites; a new one stands last.
fn lane(plan: &mut Plan, from: u32, to: u32, random: &mut SplitMix) -> u32 {
    if let Some(known) = plan.lanes.iter().position(|lane| (lane.from, lane.to) == (from, to)) {
        return index(known);
    }
    let lead_times = if random.chance(0.5) {
        plan.lead_scores.push(LeadScore { stream: StreamName::new(&["score further", &plan.lanes.len().to_string()]) });
        LeadTimes::Correlated { score: index(plan.lead_scores.len() - 1) }
    } else {
        LeadTimes::Independent
    };
    let law = match random.below(3) {
        0 => LeadTimeLaw::Fixed { days: *random.pick(&[0.0, 1.0, 2.5]) },
        1 => LeadTimeLaw::Lognormal { mu: random.between(-1.0, 1.5), sigma: random.between(0.1, 1.0) },
        _ => LeadTimeLaw::Discrete { days: vec![1.0, 4.0], cumulative: vec![0.6, 1.0] },
    };
    plan.lanes.push(generate::lane(from, to, law, lead_times));
    if !plan.transport.lanes.is_empty() {
        let rules = random.pick(&plan.transport.lanes).clone();
        plan.transport.lanes.push(rules);
    }
    index(plan.lanes.len() - 1)
}

fn offer(plan: &mut Plan, supplier: u32, article: u32) -> u32 {
    let wanted = Offer { supplier, article };
    let known = plan.offers.iter().position(|offer| *offer == wanted).unwrap_or_else(|| {
        plan.offers.push(wanted);
        plan.offers.len() - 1
    });
    index(known)
}

/// How the cells with several ways use them, under one set of rules.
fn sourcing(plan: &Plan, random: &mut SplitMix) -> Vec<Sourcing> {
    let mut rules = Vec::new();
    for cell in 0..index(plan.cells.len()) {
        let further = (index(plan.cells.len())..).zip(&plan.further_ways).filter(|(_, way)| way.cell == cell);
        let mut ways: Vec<u32> = further.map(|(number, _)| number).collect();
        if ways.is_empty() || random.chance(0.1) {
            continue;
        }
        ways.push(cell);
        random.shuffle(&mut ways);
        let agreed = if random.chance(0.6) { 1 } else { random.one_of(1, ways.len()) };
        let (agreed, fail_over) = ways.split_at(agreed);
        let weights: Vec<i64> = agreed.iter().map(|_| i64::from(index(random.one_of(1, 9)))).collect();
        let sum: i64 = weights.iter().sum();
        let mut shares: Vec<i64> = weights.iter().map(|weight| weight * 1_000_000 / sum).collect();
        shares[0] += 1_000_000 - shares.iter().sum::<i64>();
        rules.push(Sourcing {
            cell,
            agreed: agreed.iter().copied().zip(shares).collect(),
            fail_over: fail_over.to_vec(),
            after_days: index(*random.pick(&[0, 0, 1, 2, 5])),
        });
    }
    rules
}

/// Lets some processes stop what the further ways use too.
fn disturb(plan: &mut Plan, further: &[u32], random: &mut SplitMix) {
    for process in 0..plan.disruptions.len() {
        if further.is_empty() || random.chance(0.5) {
            continue;
        }
        let way = plan.way(*random.pick(further));
        let target = match way.offer {
            Some(offer) if random.chance(0.6) => Target::Offer(offer),
            _ => Target::Lane(way.lane),
        };
        let process = &mut plan.disruptions[process];
        if !process.targets.contains(&target) {
            process.targets.push(target);
        }
        if !process.effects.limited.is_empty() && !process.effects.limited.contains(&target) {
            process.effects.limited.push(target);
            process.effects.limited.sort_unstable();
        }
    }
    // Ways that are often stopped, now one and now another.
    for (number, up) in [(0, 4.0), (1, 9.0), (2, 15.0)] {
        let mut process = crate::tiny::process(up, 6.0, Target::Lane(0));
        process.name = format!("ways-{number}");
        process.stream = StreamName::new(&["ways", &number.to_string()]);
        process.targets = (0..plan.lanes.len()).map(|lane| Target::Lane(index(lane))).collect();
        process.targets.retain(|_| random.chance(0.35));
        if !process.targets.is_empty() && random.chance(0.8) {
            plan.disruptions.push(process);
        }
    }
}
