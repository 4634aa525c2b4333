//! What happens within a day, after its phases: customers, timed arrivals, and what they set off.

use super::continuous::{Moment, Places};
use super::customers::{self, Customer};
use super::demand::take_at_once;
use super::forecast;
use super::observer::Observer;
use super::prepared::Prepared;
use super::receive::{store, take_in_hand};
use super::reserve;
use super::state::{Event, Keys, State};
use super::transit::{NO_LINE, NO_WAY};
use crate::plan::Plan;
use crate::plan::demand_law::Law;
use crate::plan::phase::Phase;
use crate::plan::policy::CONTINUOUS;

/// What a plan has to do with minutes; a plan of days has none of it.
#[derive(Clone, Debug, Default)]
pub struct MinuteTables {
    /// Whether anything happens at minutes.
    pub any: bool,
    /// Whether some cell is reviewed continuously.
    pub reviews: bool,
    /// Places of the laws of such entries among the laws of demand.
    pub arrivals: Vec<u32>,
    /// Per phase of the plan: cells reviewed continuously.
    pub continuous: Vec<ContinuousCells>,
}

/// Cells reviewed continuously.
#[derive(Clone, Debug, Default)]
pub struct ContinuousCells {
    /// Per cell, whether it is one.
    pub holds: Vec<bool>,
    /// The cells, downstream sites first, then ascending.
    pub downstream_first: Vec<u32>,
}

impl MinuteTables {
    /// What a plan has.
    pub fn of(plan: &Plan) -> MinuteTables {
        let laws = (0..).zip(&plan.demand_laws.laws);
        let arrivals: Vec<u32> = laws.filter(|(_, one)| is_timed(&one.law)).map(|(place, _)| place).collect();
        let continuous: Vec<ContinuousCells> = plan.phases.iter().map(|phase| cells_of(plan, phase)).collect();
        let reviews = continuous.iter().any(|cells| !cells.downstream_first.is_empty());
        MinuteTables { any: reviews || !arrivals.is_empty(), reviews, arrivals, continuous }
    }
}

fn is_timed(law: &Law) -> bool {
    matches!(law, Law::Arrivals { .. })
}

/// Whether some demand entry of a plan has customers at minutes.
pub fn has_customers(plan: &Plan) -> bool {
    plan.demand_laws.laws.iter().any(|one| is_timed(&one.law))
}

fn cells_of(plan: &Plan, phase: &Phase) -> ContinuousCells {
    let mut holds = vec![false; plan.cells.len()];
    for group in phase.reviews.iter().filter(|group| group.every_days == CONTINUOUS) {
        holds[group.cells.indices()].fill(true);
    }
    let mut downstream_first: Vec<u32> = (0..).zip(&holds).filter(|(_, holds)| **holds).map(|(cell, _)| cell).collect();
    let rank = |cell: u32| plan.sites[plan.cells[cell as usize].site as usize].rank;
    downstream_first.sort_unstable_by_key(|&cell| (std::cmp::Reverse(rank(cell)), cell));
    ContinuousCells { holds, downstream_first }
}

/// Memory that is used again every day.
#[derive(Clone, Debug, Default)]
pub struct MinuteDesk {
    customers: Vec<Customer>,
    moments: Vec<i64>,
    places: Places,
    climb: Places,
}

/// Reviews and serves what is to be reviewed and served at the start of the day.
pub fn settle<O: Observer + ?Sized>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    desk: &mut MinuteDesk,
    observer: &mut O,
) {
    let now = state.clock.day().start();
    Moment { prepared, keys, now, places: &mut desk.places, climb: &mut desk.climb, observer }.settle(state);
}

/// Runs the day's timed events, after its phases.
pub fn run<O: Observer + ?Sized>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    desk: &mut MinuteDesk,
    observer: &mut O,
) {
    if prepared.minutes.reviews {
        settle(prepared, keys, state, desk, observer);
    }
    customers::draw(prepared, keys, state, &mut desk.customers, &mut desk.moments);
    let MinuteDesk { customers, places, climb, .. } = desk;
    let mut coming = customers.iter().peekable();
    loop {
        if let Some((now, Event::Arrival { first, .. })) = state.clock.next_timed(coming.peek().map(|one| one.key)) {
            observer.minute(now);
            let mut moment =
                Moment { prepared, keys, now, places: &mut *places, climb: &mut *climb, observer: &mut *observer };
            unload(&mut moment, state, first);
        } else if let Some(customer) = coming.next() {
            let now = customer.key.time();
            observer.minute(now);
            let mut moment =
                Moment { prepared, keys, now, places: &mut *places, climb: &mut *climb, observer: &mut *observer };
            serve(&mut moment, state, customer);
        } else {
            break;
        }
    }
    state.line.end_day();
}

/// A timed arrival joins the stock and is passed on.
fn unload<O: Observer + ?Sized>(moment: &mut Moment<O>, state: &mut State, first: u32) {
    let mut place = first;
    while place != NO_LINE {
        let line = state.transit.take(place);
        if state.batches.is_used() {
            take_in_hand(state, place, line.way != NO_WAY);
        }
        place = line.next;
        if line.way != NO_WAY {
            let cell = moment.prepared.plan.buyer(line.way);
            state.in_transit[cell as usize] -= line.quantity;
            store(moment.prepared, state, line.way, line.quantity, moment.observer);
            moment.stock_rose(cell);
        }
    }
    moment.pass_on(state);
}

/// A customer takes what there is.
fn serve<O: Observer + ?Sized>(moment: &mut Moment<O>, state: &mut State, customer: &Customer) {
    let prepared = moment.prepared;
    let cell = prepared.plan.demands[customer.demand as usize].cell;
    if !state.apart.is_empty() {
        let wanted = state.backlog[cell as usize] + customer.quantity;
        if reserve::open_for(prepared, state, cell, wanted, moment.observer) {
            moment.stock_rose(cell);
        }
    }
    let served = take_at_once(prepared, state, cell, customer.quantity, moment.observer);
    if !prepared.plan.forecasts.is_empty() {
        forecast::note(prepared, state, cell, customer.quantity);
    }
    moment.observer.customer(state.clock.day(), customer.demand, customer.quantity, served);
    if served < customer.quantity {
        let (demand, missing) = (customer.demand, customer.quantity - served);
        moment.observer.short(prepared, state, demand, demand, missing);
    }
    if prepared.minutes.reviews {
        moment.position_fell(state, cell);
    }
}
