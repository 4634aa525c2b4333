//! Need that an article's own stock does not cover: substitutes, emergency orders, coming back, going without
//! (docs/model.md, *Shortage*). The first pass of the phase *demand* serves every entry; this is the second, over the short ones.

use super::measures::own_use;
use super::neighbour;
use super::observer::Observer;
use super::prepared::Prepared;
use super::road::open_day;
use super::state::{Event, Keys, State};
use super::transit::NO_LINE;
use crate::engine::calendar::DayPhase;
use crate::order::InOrder;
use crate::plan::Plan;
use crate::plan::demand::Unmet;
use crate::plan::shortage::{DemandReaction, Reaction, ReactionKind, WHOLE, exchange};
use crate::time::Day;
use crate::units::Quanta;

/// The group of an entry that has none.
const NO_GROUP: u32 = u32::MAX;

/// Need that its own article did not cover.
#[derive(Clone, Copy, Debug)]
pub struct Short {
    /// The demand entry.
    pub demand: u32,
    /// What is missing.
    pub quantity: Quanta,
    /// Its own stock would have covered it, but its order was not whole: nobody else is asked.
    pub blocked: bool,
}

/// Need that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Returning {
    /// On which day.
    pub day: Day,
    /// To which demand entry.
    pub demand: u32,
    /// How much.
    pub quantity: Quanta,
}

/// Tables about shortage; empty where the plan has nothing of the kind.
#[derive(Clone, Debug, Default)]
pub struct ShortageTables {
    /// Whether the second pass is needed at all.
    pub acts: bool,
    /// Per demand entry its group of substitutes, or [`NO_GROUP`].
    group: Vec<u32>,
    /// Per demand entry its own mean use per day.
    daily: Vec<f64>,
}

impl ShortageTables {
    /// Works the tables out.
    pub fn of(plan: &Plan) -> ShortageTables {
        if !plan.shortage.acts() && !plan.neighbours.is_used() && plan.whole_orders.is_empty() {
            return ShortageTables::default();
        }
        let mut group = vec![NO_GROUP; plan.demands.len()];
        for (place, members) in (0..).zip(&plan.shortage.groups) {
            members.iter().for_each(|&demand| group[demand as usize] = place);
        }
        let daily = plan.demands.iter().map(|demand| own_use(plan, demand)).collect();
        ShortageTables { acts: true, group, daily }
    }
}

/// Lets the need that comes back today wait.
pub fn come_back<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, observer: &mut O) {
    let today = state.clock.day();
    let State { returning, backlog, .. } = state;
    returning.retain(|back| {
        if back.day == today {
            backlog[prepared.plan.demands[back.demand as usize].cell as usize] += back.quantity;
            observer.came_back(today, back.demand, back.quantity);
        }
        back.day != today
    });
}

/// Deals with what the own stock did not cover, entry by entry.
pub fn settle<O: Observer + ?Sized>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    shorts: &[Short],
    observer: &mut O,
) {
    let shortage = &prepared.plan.shortage;
    for &short in shorts {
        match shortage.of_demand.get(short.demand as usize).copied().flatten() {
            None => {
                let left = substitute(prepared, state, short, observer);
                let left = neighbour::ask(prepared, state, Short { quantity: left, ..short }, observer);
                let waits = prepared.plan.unmet == Unmet::Backorder && !state.lapses;
                state.backlog[cell_of(prepared, short.demand)] += if waits { left } else { 0 };
            }
            Some(DemandReaction { reaction, .. }) => {
                let reaction = &shortage.reactions[reaction as usize];
                react(prepared, keys, state, (reaction, short), observer);
            }
        }
    }
}

fn cell_of(prepared: &Prepared, demand: u32) -> usize {
    prepared.plan.demands[demand as usize].cell as usize
}

fn react<O: Observer + ?Sized>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    (reaction, short): (&Reaction, Short),
    observer: &mut O,
) {
    let (plan, today) = (&*prepared.plan, state.clock.day());
    let number = plan.calendar.number(today).cast_unsigned();
    let unit = keys.reaction[short.demand as usize].occurrence(number).unit();
    // The unit is below 1, so the point is below the whole.
    let mut parts = reaction.split(short.quantity, libm::floor(unit * WHOLE as f64) as i64);
    let of = |kind: ReactionKind| Short { quantity: parts[kind.place()], ..short };
    let (wished, asked) = (of(ReactionKind::Substitute), of(ReactionKind::Neighbour));
    let mut left = substitute(prepared, state, wished, observer);
    left += neighbour::ask(prepared, state, asked, observer);
    if state.lapses {
        return;
    }
    let otherwise = if plan.unmet == Unmet::Backorder { ReactionKind::Wait } else { ReactionKind::Elsewhere };
    parts[ReactionKind::Substitute.place()] = 0;
    parts[ReactionKind::Neighbour.place()] = 0;
    parts[otherwise.place()] += left;
    let cell = cell_of(prepared, short.demand);
    for (kind, quantity) in ReactionKind::ALL.into_iter().zip(parts).filter(|(_, quantity)| *quantity > 0) {
        match kind {
            ReactionKind::Wait => state.backlog[cell] += quantity,
            ReactionKind::Emergency => buy(prepared, state, short.demand, quantity, reaction.emergency_days),
            ReactionKind::ComeBack => {
                let day = today.plus(reaction.come_back_days);
                state.returning.push(Returning { day, demand: short.demand, quantity });
            }
            ReactionKind::Substitute | ReactionKind::Neighbour | ReactionKind::Elsewhere | ReactionKind::Cancel => {}
        }
        observer.reacted(today, short.demand, kind, quantity);
    }
}

/// Takes other articles of the need group in place of one, the best supplied first. Returns what they do not cover.
fn substitute<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, short: Short, observer: &mut O) -> Quanta {
    let (plan, tables) = (&*prepared.plan, &prepared.shortage);
    let group = tables.group[short.demand as usize];
    let own = &plan.cells[cell_of(prepared, short.demand)];
    if group == NO_GROUP || short.quantity == 0 || short.blocked || !state.site_open(own.site) {
        return short.quantity;
    }
    let (mut left, factor) = (short.quantity, |article: u32| plan.shortage.factor(article));
    for by in best_supplied_first(prepared, state, short.demand, &plan.shortage.groups[group as usize]) {
        let cell = cell_of(prepared, by);
        let article = plan.cells[cell].article;
        let (covered, taken) = exchange(left, state.on_hand[cell], factor(own.article), factor(article));
        if covered == 0 {
            continue;
        }
        state.on_hand[cell] -= taken;
        state.consumed[article as usize] += taken;
        left -= covered;
        observer.substituted(state.clock.day(), short.demand, by, covered, taken);
        if left == 0 {
            break;
        }
    }
    left
}

/// The other demand entries of a need group that have stock, by days of supply from the most.
fn best_supplied_first(prepared: &Prepared, state: &State, but: u32, group: &[u32]) -> Vec<u32> {
    let days = |demand: u32| {
        let stock = state.on_hand[cell_of(prepared, demand)] as f64;
        let daily = prepared.shortage.daily[demand as usize];
        if daily > 0.0 { stock / daily } else { f64::INFINITY }
    };
    let stocked = |demand: &u32| *demand != but && state.on_hand[cell_of(prepared, *demand)] > 0;
    let mut others: Vec<(f64, u32)> =
        group.iter().copied().filter(stocked).map(|demand| (days(demand), demand)).collect();
    others.order_by(|one, other| other.0.total_cmp(&one.0));
    others.into_iter().map(|(_, demand)| demand).collect()
}

/// Buys units outside the usual way: they serve the need at once, or are under way to the cell while the need waits.
fn buy(prepared: &Prepared, state: &mut State, demand: u32, quantity: Quanta, days: u32) {
    let plan = &*prepared.plan;
    let cell = plan.demands[demand as usize].cell;
    let (index, at) = (cell as usize, &plan.cells[cell as usize]);
    state.supplied[at.article as usize] += quantity;
    if days == 0 {
        state.consumed[at.article as usize] += quantity;
        return;
    }
    state.backlog[index] += quantity;
    state.in_transit[index] += quantity;
    let first = state.transit.prepend(cell, quantity, NO_LINE);
    let day = open_day(prepared, at.site, state.clock.day().plus(days));
    let (rank, lane) = (plan.sites[at.site as usize].rank, at.lane);
    state.clock.schedule(day.start(), DayPhase::Receive, rank, lane, Event::Arrival { lane, first });
}
