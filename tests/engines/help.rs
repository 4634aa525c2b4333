//! Neighbours and whole orders in the second engine: who gives what, what is under way between sites, which lines wait for
//! others of their order.

use crate::event::Event;
use crate::naive::{State, place};
use crate::need::need_on;
use crate::shelf::Ages;
use crate::transport::when_open;
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::neighbour::Giver;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// Goods between sites: (minute of arrival, cell, quantity, when they expire).
pub type OnTheirWay = Vec<(i64, u32, Quanta, Ages)>;

/// Neighbours give what they can spare, one after another; the best is looked for anew each time. Returns what is left.
pub fn ask(state: &mut State, world: &World, demand: u32, mut left: Quanta, day: u32, log: &mut Vec<Event>) -> Quanta {
    let plan = world.plan;
    let Some(taker) = plan.neighbours.takers.iter().find(|taker| taker.demand == demand) else { return left };
    let rule = &plan.neighbours.rules[place(taker.rule)];
    let cell = plan.demands[place(demand)].cell;
    let acts = state.cut.is_none() || (rule.in_stop && rule.days == 0);
    if !acts || state.site_stopped(plan, cell) {
        return left;
    }
    let mut givers = taker.givers.clone();
    while left > 0 && !givers.is_empty() {
        let best = longest_lasting(state, plan, &givers);
        let Giver { cell: from, keep } = givers.remove(best);
        let spare = state.on_hand[place(from)] - keep;
        if spare <= 0 || state.site_stopped(plan, from) {
            continue;
        }
        let quantity = spare.min(left);
        left -= quantity;
        let ages = state.take(from, quantity);
        let arrival = (rule.days > 0).then(|| {
            let minute = when_open(plan, plan.cells[place(cell)].site, crate::naive::start_of(day + rule.days));
            state.between_sites.push((minute, cell, quantity, ages));
            state.backlog[place(cell)] += quantity;
            crate::naive::day_at_or_after(minute)
        });
        log.push(Event::Helped { day, demand, from, quantity, arrival });
    }
    left
}

/// The place of the giver whose whole stock lasts longest; the first of equals.
fn longest_lasting(state: &State, plan: &Plan, givers: &[Giver]) -> usize {
    let lasts = |giver: &Giver| {
        let daily = plan.cells[place(giver.cell)].mean_daily;
        if daily > 0.0 { state.on_hand[place(giver.cell)] as f64 / daily } else { f64::INFINITY }
    };
    (1..givers.len()).fold(0, |best, other| if lasts(&givers[other]) > lasts(&givers[best]) { other } else { best })
}

/// What neighbours have sent comes in, after all else that comes today.
pub fn come_in(state: &mut State, world: &World, day: u32, log: &mut Vec<Event>) {
    let all = std::mem::take(&mut state.between_sites);
    for (minute, cell, quantity, ages) in all {
        if crate::naive::day_at_or_after(minute) != day {
            state.between_sites.push((minute, cell, quantity, ages));
            continue;
        }
        log.push(Event::HelpCame { day, cell, quantity });
        state.put(world.plan, cell, (quantity, ages), true, log);
        if !state.site_stopped(world.plan, cell) {
            state.serve_backlog(cell);
        }
    }
}

/// What is on its way to a cell from neighbours.
pub fn on_the_way_to(state: &State, cell: u32) -> Quanta {
    state.between_sites.iter().filter(|line| line.1 == cell).map(|line| line.2).sum()
}

/// The order that an entry belongs to, as its needs of today: (entry, need above 0).
fn lines(world: &World, state: &State, demand: u32, day: u32) -> Vec<(u32, Quanta)> {
    let order = world.plan.whole_orders.iter().find(|order| order.demands.contains(&demand));
    let entries = order.map_or(&[][..], |order| &order.demands);
    entries.iter().map(|&entry| (entry, need_on(world, state, entry, day))).filter(|(_, need)| *need > 0).collect()
}

/// What keeps an entry's line from being served: the first line that its stock does not cover. Asked at each line; none has been
/// served before the last of them has been asked, or all have.
pub fn decide(state: &mut State, world: &World, day: u32, log: &mut Vec<Event>) -> BTreeMap<u32, u32> {
    let plan = world.plan;
    let mut held = BTreeMap::new();
    for order in &plan.whole_orders {
        for &entry in &order.demands {
            let cell = plan.demands[place(entry)].cell;
            if !state.site_stopped(plan, cell) {
                state.serve_backlog(cell);
            }
        }
        let lines = lines(world, state, order.demands[0], day);
        let lacks = |&&(entry, need): &&(u32, Quanta)| !covers(state, plan, entry, need);
        let missing = lines.iter().find(lacks).map(|(entry, _)| *entry);
        if !lines.is_empty() {
            log.push(Event::OrderDecided { day, first: order.demands[0], whole: missing.is_none() });
        }
        if let Some(missing) = missing {
            held.extend(lines.iter().map(|(entry, _)| (*entry, missing)));
        }
    }
    held
}

/// Whether the stock of an entry covers a need.
pub fn covers(state: &State, plan: &Plan, entry: u32, need: Quanta) -> bool {
    let cell = plan.demands[place(entry)].cell;
    !state.site_stopped(plan, cell) && state.on_hand[place(cell)] >= need
}

/// What an event between sites does to (stock − backlog) and to what is under way at cells, for books that have taken the whole
/// unserved need as backlog (`owed`), or as lost.
pub fn effects(plan: &Plan, event: &Event, owed: bool) -> Vec<(usize, Quanta, Quanta)> {
    let cell = |demand: u32| place(plan.demands[place(demand)].cell);
    match *event {
        Event::Helped { demand, from, quantity, arrival: None, .. } => {
            vec![(place(from), -quantity, 0), (cell(demand), if owed { quantity } else { 0 }, 0)]
        }
        Event::Helped { demand, from, quantity, arrival: Some(_), .. } => {
            vec![(place(from), -quantity, 0), (cell(demand), if owed { 0 } else { -quantity }, quantity)]
        }
        Event::HelpCame { cell, quantity, .. } => vec![(place(cell), quantity, -quantity)],
        _ => Vec::new(),
    }
}
