//! Nothing appears from nowhere and nothing vanishes in the naive engine, on any generated plan.

use crate::event::{Event, Run};
use crate::naive::{State, day_at_or_after, start_of};
use crate::transport::when_open;
use crate::ways::{way, ways};
use crate::world::World;
use crate::{features, generate, generate_minutes, naive};
use beredd::plan::Plan;
use beredd::plan::demand::Unmet;
use beredd::plan::lane::LeadTimes;
use beredd::plan::shortage::ReactionKind;
use beredd::random::key::ReplicationKey;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// Goods of one article, at all cells together.
#[derive(Debug, Default, Clone, PartialEq)]
struct Book {
    /// On hand minus backlog.
    net: Quanta,
    in_transit: Quanta,
    requested: Quanta,
}

/// Lives through a plan day by day and holds the state against books kept from the log alone, article by article.
fn check(plan: &Plan, seed: u64, replication: u64) {
    let world = World { plan, root: plan, key: ReplicationKey::new(seed, replication) };
    let mut state = State::at_start(&world);
    let mut books = vec![Book::default(); plan.articles.len()];
    let mut requested = vec![0; ways(plan).count()];
    for cell in &plan.cells {
        books[cell.article as usize].net += cell.initial;
    }
    for day in 0..plan.calendar.total_days() {
        let mut log = Vec::new();
        state.live_through(&world, day, &mut log);
        for event in &log {
            enter(&mut books, &mut requested, plan, event);
        }
        assert_eq!(books, counted(plan, &state), "day {day}");
        let sum = |part: fn(&Book) -> Quanta| books.iter().map(part).sum::<Quanta>();
        let Some(Event::DayEnd { on_hand, backlog, in_transit, requested, .. }) = log.last() else {
            panic!("a day ends")
        };
        assert_eq!((on_hand - backlog, *in_transit), (sum(|book| book.net), sum(|book| book.in_transit)));
        assert_eq!(*requested, sum(|book| book.requested));
        assert!(state.on_hand.iter().chain(&state.backlog).chain(&state.requested).all(|quanta| *quanta >= 0));
    }
}

/// The books as a stocktaking would have them.
fn counted(plan: &Plan, state: &State) -> Vec<Book> {
    let mut books = vec![Book::default(); plan.articles.len()];
    for (cell, description) in plan.cells.iter().enumerate() {
        let book = &mut books[description.article as usize];
        book.net += state.on_hand[cell] - state.backlog[cell];
        book.requested += state.requested_of(plan, crate::generate::index(cell));
    }
    for line in &state.under_way {
        book(&mut books, plan, line.cell).in_transit += line.quantity;
    }
    for (_, cell, quantity, _) in &state.between_sites {
        book(&mut books, plan, *cell).in_transit += quantity;
    }
    for (_, line) in &state.staff.docks {
        book(&mut books, plan, line.cell).in_transit += line.quantity;
    }
    books
}

fn enter(books: &mut [Book], requested: &mut [Quanta], plan: &Plan, event: &Event) {
    match *event {
        Event::Ordered { cell, quantity, .. } => {
            // What is sent back is requests not yet shipped, and then goods: these leave the books if a supplier takes them.
            let changed = quantity.max(-requested[cell as usize]);
            requested[cell as usize] += changed;
            let book = book(books, plan, cell);
            book.requested += changed;
            book.net += if way(plan, cell).source.is_some() { 0 } else { quantity - changed };
        }
        Event::Dispatched { cell, quantity, .. } => {
            requested[cell as usize] -= quantity;
            let book = book(books, plan, cell);
            book.requested -= quantity;
            book.in_transit += quantity;
            book.net -= if way(plan, cell).source.is_some() { quantity } else { 0 };
        }
        Event::Received { cell, quantity, .. } => {
            let book = book(books, plan, cell);
            book.in_transit -= quantity;
            book.net += quantity;
        }
        Event::Demanded { demand, quantity, served, .. } => {
            assert!(served <= quantity, "nobody gets more than they need");
            let used = if plan.unmet == Unmet::Lost { served } else { quantity };
            book(books, plan, plan.demands[demand as usize].cell).net -= used;
        }
        Event::Expired { cell, quantity, .. } => book(books, plan, cell).net -= quantity,
        Event::ReserveOpened { reserve, quantity, .. } => {
            book(books, plan, plan.apart[reserve as usize].cell).net += quantity;
        }
        Event::ReserveReleased { cell, quantity, .. } => book(books, plan, cell).net += quantity,
        Event::ReserveGone { .. } | Event::ReserveFilled { .. } => {}
        Event::Struck { cell, lost, locked, .. } => book(books, plan, cell).net -= lost + locked,
        Event::GivenBack { cell, quantity, .. } => book(books, plan, cell).net += quantity,
        Event::Substituted { .. }
        | Event::Reacted { .. }
        | Event::CameBack { .. }
        | Event::Helped { .. }
        | Event::HelpCame { .. } => {
            for (cell, net, in_transit) in crate::shortage::effects(plan, event) {
                let book = book(books, plan, crate::generate::index(cell));
                book.net += net;
                book.in_transit += in_transit;
            }
        }
        Event::MovedOn { from, to, quantity, .. } => {
            requested[from as usize] -= quantity;
            requested[to as usize] += quantity;
        }
        Event::TakenBack { cell, quantity, .. } => {
            requested[cell as usize] -= quantity;
            book(books, plan, cell).requested -= quantity;
        }
        Event::HandedOn { from, to: None, quantity, .. } => book(books, plan, from).net -= quantity,
        Event::OrderDecided { .. } | Event::HeldBack { .. } => {}
        Event::Dearer { .. } => {}
        Event::Toggled { .. } | Event::Clock { .. } | Event::DayEnd { .. } | Event::HandedOn { .. } => {}
    }
}

fn book<'a>(books: &'a mut [Book], plan: &Plan, cell: u32) -> &'a mut Book {
    &mut books[plan.cells[way(plan, cell).cell as usize].article as usize]
}

/// Every line that left arrives on its day, and nothing else does.
fn check_arrivals(plan: &Plan, log: &[Event]) {
    let docked = |number: u32| {
        let site = plan.cells[way(plan, number).cell as usize].site;
        crate::staff::time_to_receive(plan, site).is_some()
    };
    let total_days = plan.calendar.total_days();
    let mut latest = vec![0; plan.lanes.len()];
    let mut due: BTreeMap<(u32, u32, Quanta), i32> = BTreeMap::new();
    for event in log {
        match *event {
            Event::Dispatched { cell, quantity, arrival_day, .. } => {
                let lane = way(plan, cell).lane as usize;
                let may_overtake = crate::features_minutes::has_continuous(plan, lane)
                    || plan.lanes[lane].lead_times == LeadTimes::Independent
                    || plan.transport.lanes.get(lane).is_some_and(|rules| rules.receipt_per_day.is_some())
                    || plan.transport.express.iter().any(|express| express.lane as usize == lane);
                assert!(may_overtake || arrival_day >= latest[lane], "overtaking on lane {lane}");
                latest[lane] = arrival_day;
                if arrival_day < total_days && !docked(cell) {
                    *due.entry((arrival_day, cell, quantity)).or_default() += 1;
                }
            }
            Event::Reacted { day, demand, kind: ReactionKind::Emergency, quantity } => {
                let rule = plan.shortage.of_demand[demand as usize].expect("a rule");
                let later = plan.shortage.reactions[rule.reaction as usize].emergency_days;
                let cell = plan.demands[demand as usize].cell;
                let site = plan.cells[cell as usize].site;
                let arrival_day = day_at_or_after(when_open(plan, site, start_of(day + later)));
                if later > 0 && arrival_day < total_days && !docked(cell) {
                    *due.entry((arrival_day, cell, quantity)).or_default() += 1;
                }
            }
            Event::Received { cell, .. } if docked(cell) => {}
            Event::Received { day, cell, quantity } => *due.entry((day, cell, quantity)).or_default() -= 1,
            _ => {}
        }
    }
    assert!(due.values().all(|balance| *balance == 0), "{due:?}");
}

/// Probe k of K lies in slice k of the measured days.
fn check_probes(plan: &Plan, run: &Run) {
    let (measured, probes) = (plan.calendar.measured_days, plan.endurance.probes);
    for reading in run.readings.iter().filter(|_| plan.endurance.fixed_day.is_none()) {
        let day = reading.day - plan.calendar.warm_up_days;
        assert!((reading.probe * measured / probes..(reading.probe + 1) * measured / probes).contains(&day));
    }
    let copies: usize = plan.cuts.iter().map(|cut| cut.claims.len()).sum();
    assert_eq!(run.readings.len(), copies * probes as usize);
}

#[test]
fn the_naive_engine_conserves_goods() {
    let mut fired: BTreeMap<&str, u32> = BTreeMap::new();
    for number in (0..400).chain(generate_minutes::FIRST..generate_minutes::FIRST + 150) {
        let plan = generate::plan(number);
        check(&plan, 7, number);
        let run = naive::simulate(&plan, 7, number);
        check_arrivals(&plan, &run.events);
        check_probes(&plan, &run);
        for (feature, here) in features::features(&plan, &run) {
            *fired.entry(feature).or_default() += u32::from(here);
        }
    }
    assert!(fired.values().all(|plans| *plans > 5), "{fired:?}");
}
