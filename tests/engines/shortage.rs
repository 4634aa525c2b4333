//! Shortage in the second engine: substitutes, reactions, need that comes back; and what they do to books kept by others.

use crate::event::Event;
use crate::help::ask;
use crate::naive::{Line, State, place, start_of};
use crate::transport::when_open;
use crate::ways::{share, way};
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::demand::Unmet;
use beredd::plan::shortage::ReactionKind;
use beredd::units::Quanta;

/// Need that comes back: (day, demand entry, quantity).
pub type Returning = Vec<(u32, u32, Quanta)>;

/// The need that comes back today waits from now on.
pub fn come_back(state: &mut State, plan: &Plan, day: u32, log: &mut Vec<Event>) {
    for (on, demand, quantity) in state.returning.clone() {
        if on == day {
            state.backlog[place(plan.demands[place(demand)].cell)] += quantity;
            log.push(Event::CameBack { day, demand, quantity });
        }
    }
    state.returning.retain(|(on, _, _)| *on != day);
}

/// What nobody served from the article itself, entry by entry.
pub fn settle(state: &mut State, world: &World, short: &[(u32, Quanta)], day: u32, log: &mut Vec<Event>) {
    let plan = world.plan;
    let in_copy = state.cut.is_some();
    for &(demand, quantity) in short {
        let cell = place(plan.demands[place(demand)].cell);
        let blocked = state.blocked.contains(&demand);
        let rule = plan.shortage.of_demand.get(place(demand)).copied().flatten();
        let Some(rule) = rule else {
            let left = if blocked { quantity } else { replace(state, world, demand, quantity, day, log) };
            let left = if blocked { left } else { ask(state, world, demand, left, day, log) };
            if plan.unmet == Unmet::Backorder && !in_copy {
                state.backlog[cell] += left;
            }
            continue;
        };
        let reaction = &plan.shortage.reactions[place(rule.reaction)];
        let point = (world.block(rule.stream, world.number(day)).unit() * 1e6).floor() as i128;
        let mut shares = parts(quantity, &reaction.shares, point);
        let mut left = shares[1] + shares[2];
        if !blocked {
            left = replace(state, world, demand, shares[1], day, log);
            left += ask(state, world, demand, shares[2], day, log);
        }
        if in_copy {
            continue;
        }
        (shares[1], shares[2]) = (0, 0);
        shares[if plan.unmet == Unmet::Backorder { 0 } else { 5 }] += left;
        let [waits, _, _, bought, back, _, _] = shares;
        state.backlog[cell] += waits;
        if bought > 0 && reaction.emergency_days > 0 {
            state.backlog[cell] += bought;
            let arrival = start_of(day + reaction.emergency_days);
            let cell = plan.demands[place(demand)].cell;
            let arrival = when_open(plan, plan.cells[place(cell)].site, arrival);
            let (ages, lane) = (Vec::new(), plan.cells[place(cell)].lane);
            let line = Line { way: cell, lane, cell, quantity: bought, arrival, frozen: false, exact: false, ages };
            state.under_way.push(line);
        }
        if back > 0 {
            state.returning.push((day + reaction.come_back_days, demand, back));
        }
        for (kind, quantity) in ReactionKind::ALL.into_iter().zip(shares) {
            if quantity > 0 {
                log.push(Event::Reacted { day, demand, kind, quantity });
            }
        }
    }
}

/// Shares of a number of units: the running sums, moved up by the point, are cut to whole units.
fn parts(quantity: Quanta, shares: &[i64; 7], point: i128) -> [Quanta; 7] {
    let mut parts = [0; 7];
    let mut given = 0;
    for kind in 0..7 {
        let running: i128 = shares[..=kind].iter().map(|share| i128::from(*share)).sum();
        let until = (running * i128::from(quantity) + point).div_euclid(1_000_000) as Quanta;
        parts[kind] = until - given;
        given = until;
    }
    parts
}

/// Replaces units by other articles of the group, as long as there are units and articles. Returns what is left.
fn replace(state: &mut State, world: &World, demand: u32, mut left: Quanta, day: u32, log: &mut Vec<Event>) -> Quanta {
    let plan = world.plan;
    let cell_of = |demand: u32| plan.demands[place(demand)].cell;
    let Some(group) = plan.shortage.groups.iter().find(|group| group.contains(&demand)) else { return left };
    if state.site_stopped(plan, cell_of(demand)) {
        return left;
    }
    let factor = |demand: u32| i128::from(plan.shortage.factor(plan.cells[place(cell_of(demand))].article));
    let mut others: Vec<u32> = group.iter().copied().filter(|&other| other != demand).collect();
    while left > 0 && !others.is_empty() {
        let mut best = 0;
        for candidate in 1..others.len() {
            if supply(state, world, cell_of(others[candidate])) > supply(state, world, cell_of(others[best])) {
                best = candidate;
            }
        }
        let by = others.remove(best);
        let stock = state.on_hand[place(cell_of(by))];
        let takes = |units: Quanta| (i128::from(units) * factor(demand) + factor(by) - 1) / factor(by);
        // The most units that the stock can stand in for.
        let (mut covered, mut too_many) = (0, left + 1);
        while too_many - covered > 1 {
            let middle = i64::midpoint(covered, too_many);
            if takes(middle) <= i128::from(stock) { covered = middle } else { too_many = middle }
        }
        if covered > 0 {
            let taken = takes(covered) as Quanta;
            state.take(cell_of(by), taken);
            left -= covered;
            log.push(Event::Substituted { day, demand, by, covered, taken });
        }
    }
    left
}

/// Days that a cell's stock lasts at its own wards' mean use.
fn supply(state: &State, world: &World, cell: u32) -> f64 {
    let plan = world.plan;
    let through = |buyer: u32| plan.cells[place(way(plan, buyer).cell)].mean_daily * share(plan, buyer);
    let below: f64 = world.buyers(cell).map(through).sum();
    let (stock, daily) = (state.on_hand[place(cell)] as f64, plan.cells[place(cell)].mean_daily - below);
    match () {
        () if stock == 0.0 => -1.0,
        () if daily > 0.0 => stock / daily,
        () => f64::INFINITY,
    }
}

/// What an event of shortage does to (stock − backlog) and to what is under way at cells, for books that have taken the whole
/// unserved need as backlog, or as lost where the plan says so.
pub fn effects(plan: &Plan, event: &Event) -> Vec<(usize, Quanta, Quanta)> {
    let cell = |demand: u32| place(plan.demands[place(demand)].cell);
    let owed = plan.unmet == Unmet::Backorder;
    match *event {
        Event::Substituted { demand, by, covered, taken, .. } => {
            vec![(cell(by), -taken, 0), (cell(demand), if owed { covered } else { 0 }, 0)]
        }
        Event::CameBack { demand, quantity, .. } => vec![(cell(demand), -quantity, 0)],
        Event::Reacted { demand, kind, quantity, .. } => {
            let rule = plan.shortage.of_demand[place(demand)].expect("a rule");
            let later = plan.shortage.reactions[place(rule.reaction)].emergency_days > 0;
            // As if it were owed; else it is not until it waits.
            let forgiven = match kind {
                ReactionKind::Wait => 0,
                ReactionKind::Emergency if later => 0,
                _ => quantity,
            };
            let net = if owed { forgiven } else { forgiven - quantity };
            let bought = kind == ReactionKind::Emergency && later;
            vec![(cell(demand), net, if bought { quantity } else { 0 })]
        }
        _ => crate::help::effects(plan, event, owed),
    }
}
