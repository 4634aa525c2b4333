//! Which parts of continuous time a run exercised, read off its log.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::laws::law_of;
use crate::ways::{way, ways};
use beredd::plan::Plan;
use beredd::plan::demand_law::{CustomerSize, Law, SizeLaw};
use beredd::plan::lane::LeadTimes;
use beredd::plan::policy::CONTINUOUS;
use beredd::units::Quanta;

/// How many features there are here.
pub const COUNT: usize = 16;

/// Whether some cell that a lane supplies is reviewed continuously at some time.
pub fn has_continuous(plan: &Plan, lane: usize) -> bool {
    let days = plan.phases.iter().map(|phase| phase.from_day);
    let of_lane = |number: &u32| way(plan, *number).lane as usize == lane;
    days.clone().any(|day| ways(plan).filter(of_lane).any(|number| is_continuous(plan, day, number)))
}

/// Whether the cell of a way is reviewed continuously on a day.
fn is_continuous(plan: &Plan, day: u32, number: u32) -> bool {
    let cell = way(plan, number).cell;
    let rules = plan.phases.iter().rfind(|phase| phase.from_day <= day).expect("a phase");
    let mut groups = rules.reviews.iter().filter(|group| group.every_days == CONTINUOUS);
    groups.any(|group| group.cells.indices().contains(&(cell as usize)))
}

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let mut now = None;
    // What each timed event has told so far.
    let mut told: Vec<&Event> = Vec::new();
    let mut requested: Vec<Quanta> = vec![0; plan.cells.len() + plan.further_ways.len()];
    for event in &run.events {
        match *event {
            Event::Clock { day, minute } => {
                now = Some((day, minute));
                told.clear();
                continue;
            }
            Event::DayEnd { day, .. } => {
                now = None;
                told.clear();
                note_waiting(plan, day, &requested, features);
            }
            Event::Ordered { cell, quantity, .. } => {
                let requested = &mut requested[cell as usize];
                *requested += quantity.max(-*requested);
            }
            Event::Dispatched { cell, quantity, .. } => requested[cell as usize] -= quantity,
            Event::MovedOn { from, to, quantity, .. } => {
                requested[from as usize] -= quantity;
                requested[to as usize] += quantity;
            }
            _ => {}
        }
        if now.is_some() {
            note_timed(plan, event, &told, features);
            told.push(event);
        } else if let Event::Ordered { day, cell, .. } = *event
            && is_continuous(plan, day, cell)
        {
            features.insert("continuous review: at the start of a day", true);
        }
    }
    let read = run.readings.iter().any(|reading| reading.served.iter().any(|share| *share > 0.0 && *share < 1.0));
    if read && plan.demand_laws.laws.iter().any(|one| matches!(one.law, Law::Arrivals { .. })) {
        features.insert("customers in a copy", true);
    }
}

/// Something that happened within the day.
fn note_timed(plan: &Plan, event: &Event, told: &[&Event], features: &mut Features) {
    let mut note = |name, fired: bool| {
        if fired {
            features.insert(name, true);
        }
    };
    let after_customer = told.iter().any(|event| matches!(event, Event::Demanded { .. }));
    let after_arrival = matches!(told.first(), Some(Event::Received { .. }));
    match *event {
        Event::Demanded { demand, quantity, served, .. } => {
            if let Some(Law::Arrivals { size, .. }) = law_of(plan, demand) {
                let name = match size {
                    CustomerSize::Plain(SizeLaw::Fixed { .. }) => "customers of one size",
                    CustomerSize::Plain(SizeLaw::Lognormal { .. }) => "customers of lognormal size",
                    CustomerSize::Plain(SizeLaw::Geometric { .. }) => "customers of geometric size",
                    CustomerSize::Empirical { .. } => "customers of empirical size",
                };
                note(name, quantity > 0);
            }
            note("customer short", served < quantity);
        }
        Event::Ordered { cell, .. } => {
            note("continuous review: order at a minute", after_customer);
            let asked = |event: &&Event| match **event {
                Event::Ordered { cell: buyer, .. } => way(plan, buyer).source == Some(way(plan, cell).cell),
                _ => false,
            };
            note("continuous review: a buyer's order sets off its seller's", told.iter().any(asked));
        }
        Event::Dispatched { cell, .. } => {
            let (source, lane) = (way(plan, cell).source, way(plan, cell).lane as usize);
            note("continuous review: the line is served from an arrival", after_arrival && source.is_some());
            let server = plan.transport.lanes.get(lane).is_some_and(|rules| rules.server.is_some());
            note("continuous review: servers", server);
            let correlated = matches!(plan.lanes[lane].lead_times, LeadTimes::Correlated { .. });
            note(
                if correlated { "continuous review: correlated lead time" } else { "continuous review: own lead time" },
                true,
            );
        }
        Event::Received { .. } => {
            note("arrival at a minute", told.is_empty());
            let sent = told.iter().any(|event| matches!(event, Event::Dispatched { .. }));
            note("continuous review: goods at once", sent);
        }
        _ => {}
    }
}

/// Requests that wait in the line at a day's end.
fn note_waiting(plan: &Plan, day: u32, requested: &[Quanta], features: &mut Features) {
    let waits = (0..).zip(requested).any(|(cell, requested)| *requested > 0 && is_continuous(plan, day, cell));
    if waits {
        features.insert("continuous review: the line waits over night", true);
    }
}
