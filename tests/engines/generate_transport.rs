//! Transport for generated plans: laws, schedules, capacity, whole deliveries, servers, receipt rates, express, opening
//! days. The draws are the generator's own, so that the rest of a plan does not depend on them.

use crate::generate::index;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::transport::{
    Capacity, CellExpress, Delivery, Departures, Express, LaneRules, ServerPool, TransportPlan,
};
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;
use beredd::units::{MilliOre, Quanta};

/// Gives three plans in five something of transport.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x7472_616e_7370_6f72);
    if random.chance(0.4) {
        return;
    }
    laws(plan, random);
    let articles = plan.articles.len();
    plan.transport = TransportPlan {
        lanes: vec![LaneRules::default(); plan.lanes.len()],
        unit_weights: (0..articles).map(|_| index(random.one_of(0, 3_000_000)).into()).collect(),
        flows: (0..articles).map(|article| index(article % 2)).collect(),
        ..TransportPlan::default()
    };
    for article in &mut plan.articles {
        article.units_per_pallet = *random.pick(&[7, 30, 1000]);
    }
    for lane in 0..plan.lanes.len() {
        plan.transport.lanes[lane] = rules(plan, lane, random);
    }
    if random.chance(0.8) {
        servers(plan, random);
    }
    if random.chance(0.5) {
        express(plan, random);
    }
    if random.chance(0.85) {
        plan.transport.receives = (0..plan.sites.len()).map(|_| some_weekdays(0.4, random)).collect();
    }
}

/// Continuous laws on some lanes.
fn laws(plan: &mut Plan, random: &mut SplitMix) {
    for lane in &mut plan.lanes {
        if random.chance(0.45) {
            lane.law = match random.below(4) {
                0 => LeadTimeLaw::Gamma { shape: random.between(0.2, 5.0), scale: random.between(0.2, 2.0) },
                1 => LeadTimeLaw::Exponential { mean: random.between(0.3, 5.0) },
                2 => LeadTimeLaw::Uniform { least: 0.5, most: random.between(1.0, 8.0) },
                _ => LeadTimeLaw::Triangular { least: 0.0, mode: random.between(0.0, 2.0), most: 7.0 },
            };
        }
    }
}

fn some_weekdays(share: f64, random: &mut SplitMix) -> [bool; 7] {
    let mut days = std::array::from_fn(|_| random.chance(share));
    days[random.below(7)] = true;
    days
}

/// Units that a lane carries on a mean day.
fn daily(plan: &Plan, lane: usize) -> f64 {
    plan.cells.iter().filter(|cell| cell.lane as usize == lane).map(|cell| cell.mean_daily).sum()
}

fn rules(plan: &Plan, lane: usize, random: &mut SplitMix) -> LaneRules {
    let departs = match random.below(5) {
        0 | 1 => Departures::Daily,
        2 | 3 => Departures::Weekdays(some_weekdays(0.6, random)),
        _ => {
            let days = index(random.one_of(1, 5));
            Departures::Every { days, offset: index(random.below(days as usize)) }
        }
    };
    let units = daily(plan, lane) * random.between(0.5, 3.0);
    let in_units = units / plan.resolution as f64;
    let mut capacity = Capacity::default();
    match random.below(5) {
        0 => capacity.quantity = Some(units as Quanta + 1),
        1 => capacity.pallets = Some((in_units / 60.0 * 1e6) as i64 + 1000),
        2 => capacity.payload = Some((in_units * 1e6) as i64 + 1000),
        3 => {
            capacity.pallets = Some((in_units / 15.0 * 1e6) as i64 + 1000);
            capacity.payload = Some((in_units * 1.5e6) as i64 + 1000);
        }
        _ => {}
    }
    let delivers = *random.pick(&[
        Delivery::Partial,
        Delivery::Partial,
        Delivery::CompleteLines,
        Delivery::CompleteLines,
        Delivery::CompleteOrders,
        Delivery::CompleteOrders,
    ]);
    let receipt_per_day = random.chance(0.2).then(|| (daily(plan, lane) * random.between(0.3, 1.5)) as Quanta + 1);
    LaneRules { departs, capacity, apart: random.chance(0.8), delivers, receipt_per_day, server: None, cut_off: None }
}

/// Servers on the lanes of some origins; now and then one pool for all lanes of an origin.
fn servers(plan: &mut Plan, random: &mut SplitMix) {
    let together = random.chance(0.5);
    let (mut first, mut pool_of_origin) = (0, std::collections::BTreeMap::new());
    for lane in 0..plan.lanes.len() {
        let from = plan.lanes[lane].from;
        if random.chance(0.3) {
            continue;
        }
        let key = if together { (from, 0) } else { (from, lane) };
        let pool = *pool_of_origin.entry(key).or_insert_with(|| {
            let count = index(random.one_of(1, 2));
            let days = *random.pick(&[0.7, 1.5, 2.5, 4.0]);
            let service = match random.below(5) {
                0 | 1 => LeadTimeLaw::Fixed { days },
                2 | 3 => LeadTimeLaw::Uniform { least: 0.5 * days, most: days },
                _ => LeadTimeLaw::Exponential { mean: days },
            };
            plan.transport.servers.push(ServerPool { first, count, service });
            first += count;
            index(plan.transport.servers.len() - 1)
        });
        plan.transport.lanes[lane].server = Some(pool);
    }
}

/// Express beside some lanes, for some of the cells that they serve.
fn express(plan: &mut Plan, random: &mut SplitMix) {
    plan.transport.express_of_cell = vec![None; plan.cells.len()];
    for lane in 0..index(plan.lanes.len()) {
        if random.chance(0.3) {
            continue;
        }
        let law = match random.below(3) {
            0 => LeadTimeLaw::Fixed { days: 0.0 },
            1 => LeadTimeLaw::Fixed { days: 1.0 },
            _ => LeadTimeLaw::Uniform { least: 0.2, most: 2.0 },
        };
        let service = index(plan.transport.express.len());
        let (per_order, per_line) = (Some(MilliOre(100)), Some(MilliOre(10)));
        plan.transport.express.push(Express {
            id: format!("express-{lane}"),
            lane,
            law,
            per_order,
            per_line,
            payer: 0,
        });
        for (number, cell) in plan.cells.iter().enumerate().filter(|(_, cell)| cell.lane == lane) {
            if random.chance(0.7) {
                let days = *random.pick(&[0.0, 1.0, 2.0, 4.0]);
                plan.transport.express_of_cell[number] = Some(CellExpress {
                    service,
                    below: (days * cell.mean_daily).round() as Quanta,
                    stream: StreamName::new(&["express", &number.to_string()]),
                });
            }
        }
    }
}
