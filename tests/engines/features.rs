//! Which parts of the model a run exercised, read off its log and its plan alone.
//!
//! A feature counts only where the log proves it, so the counts are lower bounds.

use crate::event::{Event, Run};
use crate::generate::index;
use crate::ways::{way, ways};
use beredd::engine::calendar::DayPhase;
use beredd::plan::Plan;
use beredd::plan::cut::Cut;
use beredd::plan::demand::{Negative, Unmet};
use beredd::plan::disruption::Target;
use beredd::plan::endurance::StopRule;
use beredd::plan::lane::LeadTimes;
use beredd::plan::policy::Rule;
use beredd::plan::terms::Terms;
use beredd::random::laws::LeadTimeLaw;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// Name of a feature → whether it fired.
pub type Features = BTreeMap<&'static str, bool>;

/// What fired in a run.
pub fn features(plan: &Plan, run: &Run) -> Features {
    let mut features = Features::new();
    from_the_plan(plan, &mut features);
    from_orders(plan, run, &mut features);
    from_demand(plan, run, &mut features);
    from_lead_times(plan, run, &mut features);
    from_disruptions(plan, run, &mut features);
    from_probes(plan, run, &mut features);
    from_stops(plan, run, &mut features);
    crate::transport_features::note(plan, run, &mut features);
    crate::features_disruptions::note(plan, run, &mut features);
    crate::shortage_features::note(plan, run, &mut features);
    crate::features_shelf::note(plan, run, &mut features);
    crate::features_apart::note(plan, run, &mut features);
    crate::features_laws::from_laws(plan, run, &mut features);
    crate::features_terms::note(plan, run, &mut features);
    crate::features_ways::note(plan, run, &mut features);
    crate::features_minutes::note(plan, run, &mut features);
    crate::features_help::note(plan, run, &mut features);
    crate::features_staff::note(plan, run, &mut features);
    crate::features_cuts::note(plan, run, &mut features);
    features
}

fn from_the_plan(plan: &Plan, features: &mut Features) {
    features.insert("warm-up", plan.calendar.warm_up_days > 0);
    features.insert("unusual order of the day", plan.calendar.day_order != DayPhase::DEFAULT_ORDER);
    features.insert("resolution above 1", plan.resolution > 1);
    features.insert("three echelons", plan.sites.iter().any(|site| site.rank >= 3));
    features.insert("weekday without demand", plan.demands.iter().any(|demand| demand.profile.0.contains(&0.0)));
    features.insert("demand at a warehouse", plan.demands.iter().any(|demand| !buyers(plan, demand.cell).is_empty()));
    features.insert("truncated demand", plan.demands.iter().any(|d| d.negative == Negative::Truncate));
    features.insert("rules change at a date", plan.phases.len() > 1);
}

fn buyers(plan: &Plan, cell: u32) -> &[u32] {
    &plan.buyers[plan.buyer_ranges[cell as usize].indices()]
}

/// Orders, packs, lots and partial shipments, with the position rebuilt from what the log says happened before.
fn from_orders(plan: &Plan, run: &Run, features: &mut Features) {
    let mut position: Vec<Quanta> = plan.cells.iter().map(|cell| cell.initial).collect();
    let mut requested = vec![0; ways(plan).count()];
    for event in &run.events {
        match *event {
            Event::Ordered { day, cell, quantity } => {
                let rules = plan.phases.iter().rfind(|phase| phase.from_day <= day).expect("a phase");
                let (number, at) = (cell as usize, way(plan, cell).cell as usize);
                let rule = rules.rules[at];
                if rules.terms.get(at).is_none_or(|terms| *terms == Terms::default()) {
                    note_order(features, rule, position[at], quantity);
                }
                position[at] += quantity;
                requested[number] += quantity.max(-requested[number]); // what is sent back beyond it is goods
                if let Some(source) = way(plan, cell).source {
                    position[source as usize] -= quantity;
                }
            }
            Event::Dispatched { cell, quantity, .. } => {
                requested[cell as usize] -= quantity;
                if requested[cell as usize] > 0 {
                    features.insert("partial shipment", true);
                }
            }
            Event::Expired { cell, quantity, .. } => position[cell as usize] -= quantity,
            Event::ReserveOpened { reserve, quantity, .. } => {
                position[plan.apart[reserve as usize].cell as usize] += quantity;
            }
            Event::MovedOn { from, to, quantity, .. } => {
                for (number, change) in [(from, -quantity), (to, quantity)] {
                    requested[number as usize] += change;
                    if let Some(source) = way(plan, number).source {
                        position[source as usize] -= change;
                    }
                }
            }
            Event::Struck { cell, lost, locked, .. } => position[cell as usize] -= lost + locked,
            Event::GivenBack { cell, quantity, .. } => position[cell as usize] += quantity,
            Event::Demanded { demand, quantity, served, .. } => {
                let used = if plan.unmet == Unmet::Backorder { quantity } else { served };
                position[plan.demands[demand as usize].cell as usize] -= used;
            }
            Event::Substituted { .. }
            | Event::Reacted { .. }
            | Event::CameBack { .. }
            | Event::Helped { .. }
            | Event::HelpCame { .. } => {
                for (cell, net, in_transit) in crate::shortage::effects(plan, event) {
                    position[cell] += net + in_transit;
                }
            }
            _ => {}
        }
    }
}

fn note_order(features: &mut Features, rule: Rule, position: Quanta, quantity: Quanta) {
    match rule {
        Rule::Never => unreachable!("such a cell never orders"),
        Rule::OrderUpTo { level } => {
            features.insert("order up to level", true);
            assert!(position < level && position + quantity >= level, "an order up to the level");
            if position + quantity > level {
                features.insert("pack rounding", true);
            }
        }
        Rule::ReorderPoint { point, lot } => {
            features.insert("reorder point", true);
            assert!(position <= point && position + quantity > point, "an order past the point");
            if position + lot <= point {
                features.insert("several lots", true);
            }
        }
        _ => {}
    }
}

fn from_demand(plan: &Plan, run: &Run, features: &mut Features) {
    let (mut before, mut unmet) = (0, 0);
    for event in &run.events {
        match *event {
            Event::Demanded { quantity, served, .. } => {
                if served < quantity {
                    let name = if plan.unmet == Unmet::Lost { "lost demand" } else { "backlog" };
                    features.insert(name, true);
                    unmet += quantity - served;
                }
                if quantity < 0 {
                    features.insert("return", true);
                }
            }
            Event::DayEnd { backlog, .. } => {
                if plan.unmet == Unmet::Backorder
                    && !plan.shortage.acts()
                    && !plan.neighbours.is_used()
                    && backlog < before + unmet
                {
                    features.insert("backlog served", true);
                }
                (before, unmet) = (backlog, 0);
            }
            _ => {}
        }
    }
}

fn from_lead_times(plan: &Plan, run: &Run, features: &mut Features) {
    let mut lines: Vec<(u32, u32, u32)> = Vec::new();
    for event in &run.events {
        let &Event::Dispatched { day, cell, arrival_day, .. } = event else { continue };
        let lane = way(plan, cell).lane;
        let description = &plan.lanes[lane as usize];
        if arrival_day == day {
            features.insert("zero lead time", true);
        }
        if is_fractional(&description.law) {
            features.insert("fractional lead time", true);
        }
        let earlier = lines.iter().rev().take(40);
        match description.lead_times {
            LeadTimes::Independent => {
                features.insert("independent lead times", true);
                let crosses =
                    |&(on, before, arrives): &(u32, u32, u32)| on == cell && before < day && arrives > arrival_day;
                if earlier.clone().any(crosses) {
                    features.insert("crossing orders", true);
                }
            }
            LeadTimes::Correlated { .. } => {
                features.insert("correlated lead times", true);
                if held_back(plan, &description.law, lane, day, arrival_day, earlier) {
                    features.insert("overtaking prevented", true);
                }
            }
        }
        lines.push((cell, day, arrival_day));
    }
}

fn is_fractional(law: &LeadTimeLaw) -> bool {
    match law {
        LeadTimeLaw::Fixed { days } => days.fract() > 0.0,
        LeadTimeLaw::Lognormal { .. } => true,
        LeadTimeLaw::Discrete { days, .. } => days.iter().any(|days| days.fract() > 0.0),
        _ => true,
    }
}

/// Whether goods of a lane arrive together with goods sent on an earlier day, although their own lead time must end on
/// another day: because no value of the law gives this one, or because both left in one week, under one score.
fn held_back<'a>(
    plan: &Plan,
    law: &LeadTimeLaw,
    lane: u32,
    day: u32,
    arrival: u32,
    mut earlier: impl Iterator<Item = &'a (u32, u32, u32)>,
) -> bool {
    let week = |day: u32| plan.calendar.week(beredd::time::Day(day));
    earlier.any(|&(cell, before, arrives)| {
        let together = way(plan, cell).lane == lane && before < day && arrives == arrival;
        let no_own_value = match law {
            LeadTimeLaw::Discrete { days, .. } => days.iter().all(|days| days.ceil() != f64::from(arrival - day)),
            _ => false,
        };
        together && (no_own_value || week(before) == week(day))
    })
}

/// How many processes stop each target at each day's end, and what waits then.
fn from_disruptions(plan: &Plan, run: &Run, features: &mut Features) {
    let first_toggle = |number: u32| {
        run.events.iter().find_map(|event| match *event {
            Event::Toggled { process, down, .. } if process == number => Some(down),
            _ => None,
        })
    };
    let mut down: Vec<bool> =
        (0..index(plan.disruptions.len())).map(|number| first_toggle(number) == Some(false)).collect();
    if down.contains(&true) {
        features.insert("down at the start", true);
    }
    let mut requested = vec![0; ways(plan).count()];
    let mut toggles_today = vec![0; plan.disruptions.len()];
    for event in &run.events {
        match *event {
            Event::Toggled { process, down: now, .. } => {
                down[process as usize] = now;
                toggles_today[process as usize] += 1;
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
            Event::DayEnd { .. } => {
                note_stops(plan, &down, &requested, features);
                if toggles_today.iter().any(|toggles| *toggles > 1) {
                    features.insert("a stop begins and ends in one morning", true);
                }
                toggles_today.fill(0);
            }
            _ => {}
        }
    }
}

fn note_stops(plan: &Plan, down: &[bool], requested: &[Quanta], features: &mut Features) {
    let stops = |target: Target| {
        plan.disruptions.iter().zip(down).filter(|(process, down)| **down && process.targets.contains(&target)).count()
    };
    let mut note = |name, fired: bool| {
        if fired {
            features.insert(name, true);
        }
    };
    for site in (0..index(plan.sites.len())).map(Target::Site) {
        note("site failure", stops(site) > 0);
        note("overlapping stops", stops(site) > 1);
    }
    for (cell, requested) in ways(plan).map(|number| way(plan, number)).zip(requested) {
        let waits = *requested > 0;
        note("lane stop with orders waiting", waits && stops(Target::Lane(cell.lane)) > 0);
        note("overlapping stops", stops(Target::Lane(cell.lane)) > 1);
        if let Some(offer) = cell.offer {
            note("stopped offer queueing", waits && stops(Target::Offer(offer)) > 0);
            note("overlapping stops", stops(Target::Offer(offer)) > 1);
        }
    }
}

fn from_probes(plan: &Plan, run: &Run, features: &mut Features) {
    for reading in &run.readings {
        let cut = &plan.cuts[reading.cut as usize];
        let cap = plan.endurance.cap_days;
        let mut note = |name, fired: bool| {
            if fired {
                features.insert(name, true);
            }
        };
        note("probe", true);
        note("two probes", reading.probe > 0);
        note("probe under major event", reading.major);
        note("copy runs past the horizon", reading.day + cap > plan.calendar.total_days());
        note("claim between none and all", reading.claim == 333);
        note("endurance above none, below the cap", reading.endurance.iter().any(|days| *days > 0 && *days < cap));
        note("share between none and all", reading.served.iter().any(|share| *share > 0.0 && *share < 1.0));
        note("first unmet unit", plan.endurance.stop_rule == StopRule::FirstUnmetUnit);
        note("group of several demands", plan.endurance.groups.iter().any(|group| group.demands.len() > 1));
        note("frozen goods", freezes_something(plan, run, cut, reading.day));
        note("locked stock", reading.claim < 1000 && locks_something(plan, run, cut, reading.day));
    }
}

fn from_stops(plan: &Plan, run: &Run, features: &mut Features) {
    for stop in &run.stops {
        let frozen = freezes_something(plan, run, &plan.cuts[stop.cut as usize], probed_on(run, stop.probe));
        let mut note = |name, fired: bool| {
            if fired {
                features.insert(name, true);
            }
        };
        note("stop that ends", true);
        note("stop that ends: frozen goods travel on", frozen);
        note("stop that ends: breach", stop.breach.is_some());
        note("stop that ends: recovery", stop.recovered.is_some());
    }
}

fn probed_on(run: &Run, probe: u32) -> u32 {
    run.readings.iter().find(|reading| reading.probe == probe).expect("a probe has readings").day
}

/// Whether goods were under way on a frozen lane at the start of a day.
fn freezes_something(plan: &Plan, run: &Run, cut: &Cut, probed: u32) -> bool {
    run.events.iter().any(|event| match *event {
        Event::Dispatched { day, cell, arrival_day, .. } => {
            let under_way = day < probed && arrival_day >= probed;
            under_way && cut.freezes.contains(&way(plan, cell).lane)
        }
        _ => false,
    })
}

/// Whether a supplier-owned cell had more on hand than it owed to wards at the start of a day.
fn locks_something(plan: &Plan, run: &Run, cut: &Cut, probed: u32) -> bool {
    let mut net: Vec<Quanta> = plan.cells.iter().map(|cell| cell.initial).collect();
    for event in run.events.iter().take_while(|event| event.day() < probed) {
        match *event {
            Event::Received { cell, quantity, .. } => net[way(plan, cell).cell as usize] += quantity,
            Event::Expired { cell, quantity, .. } => net[cell as usize] -= quantity,
            Event::ReserveOpened { reserve, quantity, .. } => {
                net[plan.apart[reserve as usize].cell as usize] += quantity;
            }
            Event::Struck { cell, lost, locked, .. } => net[cell as usize] -= lost + locked,
            Event::GivenBack { cell, quantity, .. } => net[cell as usize] += quantity,
            Event::Dispatched { cell, quantity, .. } => {
                if let Some(source) = way(plan, cell).source {
                    net[source as usize] -= quantity;
                }
            }
            Event::Demanded { demand, quantity, served, .. } => {
                let used = if plan.unmet == Unmet::Backorder { quantity } else { served };
                net[plan.demands[demand as usize].cell as usize] -= used;
            }
            Event::Substituted { .. }
            | Event::Reacted { .. }
            | Event::CameBack { .. }
            | Event::Helped { .. }
            | Event::HelpCame { .. } => {
                for (cell, change, _) in crate::shortage::effects(plan, event) {
                    net[cell] += change;
                }
            }
            _ => {}
        }
    }
    let is_locked = |cell: u32| cut.locks_supplier_stock && crate::probe::owned_by_a_supplier(plan, cell);
    (0..).zip(&net).any(|(cell, net)| is_locked(cell) && *net > 0)
}
