//! Customers and continuous review for generated plans. The draws are the generator's own, so that the plans of the other
//! parts stay what they are.
#![expect(clippy::disallowed_methods, reason = "tests may use the functions of the platform; results may not")]

use crate::generate::index;
use crate::splitmix::SplitMix;
use crate::ways::{way, ways};
use beredd::plan::Plan;
use beredd::plan::demand::Negative;
use beredd::plan::demand_law::{CustomerSize, EntryLaw, Law, SizeLaw};
use beredd::plan::lane::LeadTimes;
use beredd::plan::policy::{CONTINUOUS, Rule};
use beredd::plan::terms::{Basis, Terms};
use beredd::plan::transport::{LaneRules, ServerPool};
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;

/// Number of the first plan in which things happen at minutes. The plans before it show what happens on days.
pub const FIRST: u64 = 1500;

/// Gives the plans from [`FIRST`] on customers, continuous review, or both.
pub fn add(plan: &mut Plan, number: u64) {
    if number < FIRST {
        return;
    }
    let random = &mut SplitMix::new(number ^ 0x6d69_6e75_7465_7300);
    if random.chance(0.95) {
        for demand in 0..plan.demands.len() {
            if random.chance(0.85) {
                give_customers(plan, demand, random);
            }
        }
    }
    if random.chance(0.95) {
        review_continuously(plan, random);
    }
}

/// Entries with reactions or substitutes have needs of days.
fn give_customers(plan: &mut Plan, demand: usize, random: &mut SplitMix) {
    let place = index(demand);
    let reacts = plan.shortage.of_demand.get(demand).is_some_and(Option::is_some);
    let helped = plan.neighbours.of(place).is_some();
    let ordered = plan.whole_orders.iter().any(|order| order.demands.contains(&place));
    if reacts || helped || ordered || plan.shortage.groups.iter().any(|group| group.contains(&place)) {
        return;
    }
    let rate = random.between(0.2, 6.0);
    let quanta = (plan.demands[demand].location / rate).max(1e-3);
    let units = quanta / plan.resolution as f64;
    let size = match random.below(8) {
        0 => CustomerSize::Plain(SizeLaw::Fixed { quanta: quanta.ceil() }),
        1 => CustomerSize::Plain(SizeLaw::Fixed { quanta }),
        2 | 3 => CustomerSize::Plain(SizeLaw::Lognormal { mu: quanta.ln(), sigma: random.between(0.0, 1.2) }),
        4 | 5 => CustomerSize::Plain(SizeLaw::Geometric { mean: units.max(1.0) }),
        _ => CustomerSize::Empirical { values: vec![0.5 * quanta, 2.0 * quanta], cumulative: vec![0.7, 1.0] },
    };
    let entry = &mut plan.demands[demand];
    (entry.deviation, entry.negative) = (0.0, Negative::Truncate);
    let cell = &plan.cells[entry.cell as usize];
    entry.stream = StreamName::new(&["customers", &cell.site.to_string(), &cell.article.to_string()]);
    let one = EntryLaw { demand: place, law: Law::Arrivals { rate, size } };
    match plan.demand_laws.laws.binary_search_by_key(&place, |one| one.demand) {
        Ok(at) => plan.demand_laws.laws[at] = one,
        Err(at) => plan.demand_laws.laws.insert(at, one),
    }
}

fn review_continuously(plan: &mut Plan, random: &mut SplitMix) {
    let mut chosen = vec![false; plan.cells.len()];
    for phase in 0..plan.phases.len() {
        for group in 0..plan.phases[phase].reviews.len() {
            if random.chance(0.15) {
                continue;
            }
            let group = &mut plan.phases[phase].reviews[group];
            (group.every_days, group.offset, group.order_days) = (CONTINUOUS, 0, None);
            for cell in group.cells.indices() {
                chosen[cell] = true;
                let daily = plan.cells[cell].mean_daily;
                if let Rule::List { .. } = plan.phases[phase].rules[cell] {
                    plan.phases[phase].rules[cell] = Rule::OrderUpTo { level: (daily * 4.0) as i64 };
                }
                if let Some(terms) = plan.phases[phase].terms.get_mut(cell) {
                    let basis = if terms.basis == Basis::OnHand { Basis::Position } else { terms.basis };
                    *terms = Terms { basis, approval_days: 0, joint: None, returns: false, ..*terms };
                }
            }
        }
    }
    let lanes_of_days = random.chance(0.3);
    for number in ways(plan) {
        let by = way(plan, number);
        let (lane, site) = (by.lane as usize, plan.cells[by.cell as usize].site as usize);
        if !chosen[by.cell as usize] {
            continue;
        }
        if let Some(rules) = plan.transport.lanes.get_mut(lane) {
            *rules = LaneRules { server: rules.server, apart: rules.apart, ..LaneRules::default() };
        }
        if let Some(open) = plan.transport.receives.get_mut(site) {
            *open = [true; 7];
        }
        let transport = &mut plan.transport;
        for services in [&mut transport.express_of_cell, &mut transport.express_on_call] {
            if let Some(express) = services.get_mut(number as usize) {
                *express = None;
            }
        }
        if !lanes_of_days && random.chance(0.75) {
            // Often within the day; nothing; or to the minute a day.
            let days = *random.pick(&[0.0, 0.0, 0.0, 0.05, 0.3, 0.7, 1.0, 1.6]);
            plan.lanes[lane].law = LeadTimeLaw::Fixed { days };
        }
        if random.chance(0.3) {
            plan.lanes[lane].lead_times = LeadTimes::Independent;
        }
    }
    if plan.transport.servers.is_empty() && random.chance(0.6) {
        let service = LeadTimeLaw::Exponential { mean: random.between(0.01, 0.4) };
        plan.transport.servers.push(ServerPool { first: 0, count: index(random.one_of(1, 2)), service });
        plan.transport.unit_weights.resize(plan.articles.len(), 0);
        plan.transport.flows.resize(plan.articles.len(), 0);
        plan.transport.lanes.resize(plan.lanes.len(), LaneRules::default());
        for (lane, rules) in plan.lanes.iter().zip(&mut plan.transport.lanes) {
            if lane.from == 0 {
                rules.server = Some(0);
            }
        }
    }
}
