//! The road: on which days a lane is open, and when what leaves now arrives.

use super::disturbed::{lead_minutes, minutes_of_today, not_before};
use super::lead_time::whole_minutes;
use super::prepared::Prepared;
use super::state::{Keys, State};
use crate::engine::calendar::DayPhase;
use crate::plan::Plan;
use crate::plan::lane::{Lane, LeadTimes};
use crate::plan::transport::{Departures, ServerPool};
use crate::random::block::Block;
use crate::random::laws::LeadTimeLaw;
use crate::random::normal::standard_normal;
use crate::time::{Day, Minute};

/// Whether nothing stops a lane or its origin.
#[inline]
pub fn road_open(prepared: &Prepared, state: &State, lane: u32) -> bool {
    state.lane_stops[lane as usize] == 0 && state.site_open(prepared.plan.lanes[lane as usize].from)
}

/// Whether goods can leave on a lane today: nothing stops it, and it is a day of departure.
#[inline]
pub fn lane_open(prepared: &Prepared, state: &State, lane: u32) -> bool {
    road_open(prepared, state, lane) && departs_today(prepared, state, lane)
}

/// Whether today is a day of departure of a lane.
#[inline]
pub fn departs_today(prepared: &Prepared, state: &State, lane: u32) -> bool {
    departs_on(&prepared.plan, lane, state.clock.day())
}

/// Whether a day is a day of departure of a lane.
#[inline]
pub fn departs_on(plan: &Plan, lane: u32, day: Day) -> bool {
    let Some(rules) = plan.transport.lanes.get(lane as usize) else { return true };
    match rules.departs {
        Departures::Daily => true,
        Departures::Weekdays(days) => days[plan.calendar.weekday(day)],
        Departures::Every { days, offset } => {
            (plan.calendar.number(day) - i64::from(offset)).rem_euclid(i64::from(days)) == 0
        }
    }
}

/// The first day at or after a day on which a site takes goods in.
#[inline]
pub fn open_day(prepared: &Prepared, site: u32, day: Day) -> Day {
    let plan = &*prepared.plan;
    let Some(open) = plan.transport.receives.get(site as usize) else { return day };
    let next = (0..7).map(|days| day.plus(days)).find(|&day| open[plan.calendar.weekday(day)]);
    next.expect("a site that receives nothing on any weekday is refused")
}

/// When something due at an instant joins the stock of a site: then, or at the start of the next day open.
#[inline]
pub fn joins_at(prepared: &Prepared, state: &State, site: u32, due: Minute) -> Minute {
    if prepared.plan.transport.receives.is_empty() {
        return due;
    }
    let day = joins_on(state, due);
    let open = open_day(prepared, site, day);
    if open == day { due } else { open.start() }
}

/// The day on which something due at an instant joins the stock, were every day open. What takes no time joins today.
#[inline]
pub fn joins_on(state: &State, due: Minute) -> Day {
    let today = state.clock.day();
    if due == today.start() { today } else { state.clock.day_of(due, DayPhase::Receive) }
}

/// When goods that leave now by a way arrive. With correlated lead times nothing overtakes: the arrival is not earlier
/// than that of a departure on any earlier day would have been, whether there was one or not, so that what one article
/// does on a lane moves no other.
#[inline]
pub fn arrival(prepared: &Prepared, keys: &Keys, state: &mut State, (way, lane_number): (u32, u32)) -> Minute {
    let plan = &*prepared.plan;
    let (lane, today) = (&plan.lanes[lane_number as usize], state.clock.day().start());
    let server = if prepared.transport.servers { plan.transport.lanes[lane_number as usize].server } else { None };
    match (server, shared_lead(prepared, state, lane_number)) {
        (None, Some((minutes, earliest))) => today.plus(minutes).max(earliest),
        (None, None) => {
            let number = plan.calendar.number(state.clock.day());
            today.plus(lead_minutes(prepared, state, lane_number, own_days(keys, (way, &lane.law), number)))
        }
        (Some(server), _) => {
            let number = plan.calendar.number(state.clock.day()).cast_unsigned();
            let block = keys.lead[way as usize].occurrence(number);
            arrival_after_service(prepared, state, way, &plan.transport.servers[server as usize], (today, block))
        }
    }
}

/// The minutes that all goods take that leave on a lane today, and the arrival that none of them may come before; nothing where
/// each line draws a time of its own.
#[inline]
pub fn shared_lead(prepared: &Prepared, state: &State, lane_number: u32) -> Option<(i64, Minute)> {
    let lane = &prepared.plan.lanes[lane_number as usize];
    match (lane.lead_times, &lane.law) {
        (LeadTimes::Correlated { .. }, _) => {
            let earlier = state.promised[lane_number as usize].max(not_before(state, lane_number));
            Some((minutes_of_today(prepared, state, lane_number), earlier))
        }
        (LeadTimes::Independent, LeadTimeLaw::Fixed { days }) => {
            Some((lead_minutes(prepared, state, lane_number, *days), Minute(0)))
        }
        (LeadTimes::Independent, _) => None,
    }
}

/// Whether goods always take the same time on a lane, as long as no disruption does more than stop things.
pub fn lead_is_constant(lane: &Lane) -> bool {
    matches!((lane.lead_times, &lane.law), (LeadTimes::Independent, LeadTimeLaw::Fixed { .. }))
}

/// The days that a line takes which leaves by a way on the day with a number, by a draw of its own.
pub fn own_days(keys: &Keys, (way, law): (u32, &LeadTimeLaw), number: i64) -> f64 {
    law.at_score(standard_normal(&mut keys.lead[way as usize].occurrence(number.cast_unsigned())))
}

/// When goods that leave at a minute arrive, given the draws of the line. With correlated lead times the arrival is not
/// earlier than that of a departure at the start of any earlier day would have been.
pub fn arrival_at_minute(prepared: &Prepared, state: &mut State, way: u32, now: Minute, mut block: Block) -> Minute {
    let plan = &*prepared.plan;
    let lane_index = plan.way(way).lane;
    let lane = &plan.lanes[lane_index as usize];
    if prepared.transport.servers
        && let Some(server) = plan.transport.lanes[lane_index as usize].server
    {
        return arrival_after_service(prepared, state, way, &plan.transport.servers[server as usize], (now, block));
    }
    let days = match (lane.lead_times, &lane.law) {
        (LeadTimes::Correlated { .. }, _) => {
            let own = Minute(now.0 + minutes_of_today(prepared, state, lane_index));
            return own.max(state.promised[lane_index as usize]).max(not_before(state, lane_index));
        }
        (LeadTimes::Independent, LeadTimeLaw::Fixed { days }) => *days,
        (LeadTimes::Independent, law) => law.at_score(standard_normal(&mut block)),
    };
    Minute(now.0 + lead_minutes(prepared, state, lane_index, days))
}

/// A line first takes a server, then travels. Where lead times are correlated it does not arrive before an earlier line.
fn arrival_after_service(
    prepared: &Prepared,
    state: &mut State,
    way: u32,
    pool: &ServerPool,
    (now, mut block): (Minute, Block),
) -> Minute {
    let plan = &*prepared.plan;
    let lane_number = plan.way(way).lane;
    let lane_index = lane_number as usize;
    let lane = &plan.lanes[lane_index];
    let (travel_score, service_score) = (standard_normal(&mut block), standard_normal(&mut block));
    let servers = &mut state.under_way.servers[pool.first as usize..(pool.first + pool.count) as usize];
    let free = servers.iter_mut().min().expect("a pool has a server");
    *free = Minute((*free).max(now).0 + whole_minutes(pool.service.at_score(service_score)));
    let served = free.0;
    match lane.lead_times {
        LeadTimes::Independent => {
            let travel = lane.law.at_score(travel_score);
            Minute(served + lead_minutes(prepared, state, lane_number, travel))
        }
        LeadTimes::Correlated { .. } => {
            let minutes = minutes_of_today(prepared, state, lane_number);
            let latest = &mut state.under_way.latest[lane_index];
            *latest = (*latest).max(Minute(served + minutes));
            *latest
        }
    }
}
