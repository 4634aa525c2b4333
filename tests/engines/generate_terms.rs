//! The third part of the generator: rules and terms of orders beyond levels and lots. It draws from a generator of its own, so
//! that the plans of the other parts stay what they are.

use crate::generate::index;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::policy::Rule;
use beredd::plan::terms::{Basis, Follows, Forecast, Method, PlannedOrder, Terms};
use beredd::random::key::StreamName;
use beredd::units::Quanta;

/// Gives most plans some rules and terms.
pub fn fill_in(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x7e57_0000_0000_0001);
    if random.chance(0.1) {
        return;
    }
    forecasts(plan, random);
    for phase in 0..plan.phases.len() {
        for cell in 0..plan.cells.len() {
            if random.chance(0.6) {
                plan.phases[phase].rules[cell] = rule(plan, cell, random);
            }
        }
        if random.chance(0.85) {
            let terms = (0..plan.cells.len()).map(|cell| terms(plan, phase, cell, random)).collect();
            plan.phases[phase].terms = terms;
            join(plan, phase, random);
        }
        for group in &mut plan.phases[phase].reviews {
            if random.chance(0.3) {
                let mut days = [false; 7];
                days.iter_mut().for_each(|day| *day = random.chance(0.4));
                days[6] = false;
                (group.order_days, group.every_days, group.offset) = (Some(days), 1, 0);
            }
        }
    }
}

fn rule(plan: &mut Plan, cell: usize, random: &mut SplitMix) -> Rule {
    let daily = plan.cells[cell].mean_daily;
    let below_zero = random.chance(0.25);
    let days = if below_zero { random.between(-4.0, -0.2) } else { random.between(0.0, 14.0) };
    let point = (daily * days) as Quanta;
    let lot = (daily * random.between(0.1, 6.0)) as Quanta + 1;
    match random.below(7) {
        0 => Rule::Need { need: point.max(0), minimum: lot },
        1 | 2 => Rule::MinMax { point, level: point + lot },
        3 => Rule::FixedQuantity { point, lot },
        4 => Rule::Restore { point },
        5 => Rule::List { list: list(plan, daily, random) },
        _ => Rule::ReorderPoint { point, lot },
    }
}

/// A new list of planned orders, some of them in the warm-up.
fn list(plan: &mut Plan, daily: f64, random: &mut SplitMix) -> u32 {
    let first = -i64::from(plan.calendar.warm_up_days);
    let mut day = first;
    let mut orders = Vec::new();
    while day < i64::from(plan.calendar.measured_days) {
        day += random.below(9) as i64;
        orders.push(PlannedOrder { day, quantity: (daily * random.between(0.1, 9.0)) as Quanta + 1 });
    }
    plan.order_lists.push(orders);
    index(plan.order_lists.len() - 1)
}

fn forecasts(plan: &mut Plan, random: &mut SplitMix) {
    for cell in 0..plan.cells.len() {
        if random.chance(0.2) {
            continue;
        }
        let method = match random.below(5) {
            0 => Method::Given,
            1 | 2 => Method::Smoothing { alpha: *random.pick(&[0.1, 0.5, 1.0]) },
            _ => Method::MovingAverage { days: index(random.one_of(1, 12)) },
        };
        plan.forecasts.push(Forecast {
            cell: index(cell),
            method,
            bias: *random.pick(&[0.0, 0.0, 0.3, -0.2]),
            noise: *random.pick(&[0.0, 0.3]),
            stream: StreamName::new(&["forecast", &cell.to_string()]),
        });
    }
}

/// Mostly one term, so that the log can prove it; sometimes a mixture. Goods go back only where no order waits for approval.
fn terms(plan: &Plan, phase: usize, cell: usize, random: &mut SplitMix) -> Terms {
    let daily = plan.cells[cell].mean_daily;
    let amount = |random: &mut SplitMix, most: f64| (daily * random.between(0.0, most)) as Quanta + 1;
    let mut terms = Terms::default();
    let mixed = random.chance(0.15);
    let only = if mixed { usize::MAX } else { random.below(8) };
    let has = |random: &mut SplitMix, term: usize| if mixed { random.chance(0.3) } else { only == term };
    if has(random, 0) {
        terms.basis = Basis::Available;
    }
    if has(random, 1) {
        terms.basis = Basis::OnHand;
    }
    if has(random, 2) {
        terms.basis = Basis::Echelon;
    }
    if has(random, 3) {
        terms.tolerance = amount(random, 4.0);
    }
    if has(random, 4) {
        terms.minimum_order = amount(random, 8.0);
    }
    let forecast = plan.forecasts.iter().any(|forecast| forecast.cell == index(cell));
    if (has(random, 5) || has(random, 6)) && forecast {
        let constant = if random.chance(0.5) { daily * random.between(0.0, 3.0) } else { 0.0 };
        let least = if random.chance(0.2) { amount(random, 4.0) } else { 0 };
        terms.follows = Some(Follows { days: random.between(0.0, 14.0), constant, least });
    }
    if cell.is_multiple_of(2) {
        terms.approval_days = if random.chance(0.3) { index(random.one_of(1, 5)) } else { 0 };
    } else if matches!(plan.phases[phase].rules[cell], Rule::OrderUpTo { .. }) && random.chance(0.7) {
        (terms.returns, terms.minimum_order) = (true, 0);
    }
    terms
}

/// Makes the cells of some review groups joint.
fn join(plan: &mut Plan, phase: usize, random: &mut SplitMix) {
    let groups = plan.phases[phase].reviews.clone();
    for group in &groups {
        if group.cells.indices().len() < 2 || random.chance(0.35) {
            continue;
        }
        for cell in group.cells.indices() {
            let daily = plan.cells[cell].mean_daily;
            if random.chance(0.85) {
                let rules = &mut plan.phases[phase].rules;
                if matches!(rules[cell], Rule::Never | Rule::List { .. }) {
                    rules[cell] = Rule::MinMax { point: (daily * 4.0) as Quanta, level: (daily * 9.0) as Quanta };
                }
                let margin = (daily * random.between(0.0, 8.0)) as Quanta;
                let terms = &mut plan.phases[phase].terms[cell];
                if random.chance(0.7) {
                    *terms = Terms { approval_days: terms.approval_days, ..Terms::default() };
                }
                terms.joint = Some(margin);
            }
        }
    }
}
