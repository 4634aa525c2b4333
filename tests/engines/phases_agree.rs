//! Both engines through runs with phases: generated plans with a later phase or two, and runs worked by hand.

use crate::agreement::{disagreement, main_engine};
use crate::event::{Event, normalise};
use crate::generate::{self, add_means, index};
use crate::generate_rules;
use crate::splitmix::SplitMix;
use crate::tiny::{end, need, ordered, plan, received, sent, store, up_to};
use crate::{generate_apart, generate_terms, naive};
use beredd::plan::Plan;
use beredd::plan::phase::{Closed, LaterPhase};
use beredd::plan::policy::Rule;
use beredd::plan::terms::Terms;
use beredd::plan::transport::{LaneRules, TransportPlan};
use std::collections::BTreeMap;

const PLANS: u64 = 4600;

/// A generated plan with phases, of days as a run with phases is; nothing where it has several sources per cell, or batches.
fn phased(number: u64) -> Option<Plan> {
    let mut plan = generate::plan_of_days(number);
    let random = &mut SplitMix::new(number ^ 0x7068_6173_6573_0001);
    if plan.shelf.is_used()
        || !plan.further_ways.is_empty()
        || plan.phases.iter().any(|phase| !phase.sourcing.is_empty())
    {
        return None;
    }
    // A run with phases has no staff.
    plan.staff.clear();
    crate::generate_staff::add_cut_offs(&mut plan, number);
    add_direct_lanes(&mut plan, random);
    let mut other = variant(&plan, number, random);
    let first = plan.calendar.warm_up_days + 1;
    let last = plan.calendar.total_days() - 1;
    let day = index(random.one_of(first as usize, last as usize));
    // Cells close in the second phase, or open in it.
    let opens = random.chance(0.4);
    if opens {
        std::mem::swap(&mut plan, &mut other);
        for closed in plan.phasing.closed.clone() {
            plan.cells[closed.cell as usize].initial = 0;
        }
        let initial: Vec<_> = plan.cells.iter().map(|cell| cell.initial).collect();
        other.cells.iter_mut().zip(initial).for_each(|(cell, initial)| cell.initial = initial);
    }
    let back = (day < last && random.chance(0.3)).then(|| index(random.one_of(day as usize + 1, last as usize)));
    let mut later = vec![LaterPhase { from_day: day, plan: other }];
    later.extend(back.map(|from_day| LaterPhase { from_day, plan: plan.clone() }));
    plan.phasing.later = later;
    Some(plan)
}

/// A lane from the supplier to each site that buys an article elsewhere, so that it can buy it there.
fn add_direct_lanes(plan: &mut Plan, random: &mut SplitMix) {
    for cell in 0..plan.cells.len() {
        let (site, article) = (plan.cells[cell].site, plan.cells[cell].article);
        let Some(offer) = plan.offers.iter().find(|offer| offer.article == article) else { continue };
        if !plan.lanes.iter().any(|lane| (lane.from, lane.to) == (offer.supplier, site)) && random.chance(0.7) {
            let like = plan.lanes[plan.cells[cell].lane as usize].clone();
            plan.lanes.push(generate::lane(offer.supplier, site, like.law, like.lead_times));
            if !plan.transport.lanes.is_empty() {
                plan.transport.lanes.push(LaneRules::default());
            }
        }
    }
}

/// Another plan over the same things: some cells closed, some buying elsewhere, other rules, laws, owners and targets.
fn variant(plan: &Plan, number: u64, random: &mut SplitMix) -> Plan {
    let mut other = plan.clone();
    let direct = |plan: &Plan, cell: usize| {
        let (site, article) = (plan.cells[cell].site, plan.cells[cell].article);
        let offer = plan.offers.iter().position(|offer| offer.article == article)?;
        let pair = (plan.offers[offer].supplier, site);
        let lane = plan.lanes.iter().position(|lane| (lane.from, lane.to) == pair)?;
        Some((index(offer), index(lane)))
    };
    let demanded = |cell: u32| plan.demands.iter().any(|demand| demand.cell == cell);
    let mut closed: Vec<u32> = Vec::new();
    for cell in (0..index(plan.cells.len())).rev() {
        let buyers: Vec<u32> =
            (0..index(plan.cells.len())).filter(|&buyer| other.cells[buyer as usize].source == Some(cell)).collect();
        let still: Vec<u32> = buyers.into_iter().filter(|buyer| !closed.contains(buyer)).collect();
        let free = still.iter().all(|&buyer| direct(plan, buyer as usize).is_some());
        let closes = !demanded(cell) && free && random.chance(0.6);
        for buyer in still.into_iter().filter(|_| closes) {
            let (offer, lane) = direct(plan, buyer as usize).expect("looked for");
            let buyer = &mut other.cells[buyer as usize];
            (buyer.source, buyer.offer, buyer.lane) = (None, Some(offer), lane);
        }
        if closes {
            closed.push(cell);
        } else if let (Some(_), Some((offer, lane)), true) =
            (other.cells[cell as usize].source, direct(plan, cell as usize), random.chance(0.2))
        {
            let moved = &mut other.cells[cell as usize];
            (moved.source, moved.offer, moved.lane) = (None, Some(offer), lane);
        }
    }
    closed.sort_unstable();
    change_rules(&mut other, number, &closed, random);
    if random.chance(0.6) {
        generate_apart::change(&mut other, number + 50_000, &closed);
    } else {
        other.apart.retain(|apart| !closed.contains(&apart.cell));
        other.kept_back.retain(|reserve| !closed.contains(&reserve.cell));
    }
    other.phasing.closed = closed.iter().map(|&cell| inherited(plan, cell, random)).collect();
    other
}

fn inherited(plan: &Plan, cell: u32, random: &mut SplitMix) -> Closed {
    let same = |&other: &u32| other != cell && plan.cells[other as usize].article == plan.cells[cell as usize].article;
    let mut heirs: Vec<u32> = (0..index(plan.cells.len())).filter(same).collect();
    let none = random.chance(0.35);
    heirs.retain(|_| !none && random.chance(0.7));
    Closed { cell, heirs: heirs.into_iter().map(|heir| (heir, index(random.one_of(1, 5)).into())).collect() }
}

fn change_rules(other: &mut Plan, number: u64, closed: &[u32], random: &mut SplitMix) {
    other.buyers.clear();
    other.buyer_ranges.clear();
    let sources: Vec<Option<u32>> = other.cells.iter().map(|cell| cell.source).collect();
    for &cell in closed {
        other.cells[cell as usize].source = None;
    }
    generate::add_buyers(other);
    other.cells.iter_mut().for_each(|cell| cell.mean_daily = 0.0);
    add_means(other);
    other.cells.iter_mut().zip(sources).for_each(|(cell, source)| cell.source = source);
    (other.forecasts, other.order_lists) = (Vec::new(), Vec::new());
    other.phases = vec![generate_rules::phase(other, 0, random)];
    generate_terms::fill_in(other, if random.chance(0.5) { number } else { number + 10_000 });
    let phase = &mut other.phases[0];
    for &cell in closed {
        phase.rules[cell as usize] = Rule::Never;
        if let Some(terms) = phase.terms.get_mut(cell as usize) {
            *terms = Terms::default();
        }
    }
    for lane in &mut other.lanes {
        if random.chance(0.3) {
            lane.law = generate::lead_time(random);
        }
    }
    for process in &mut other.disruptions {
        if random.chance(0.4) {
            (process.targets, process.major) = (Vec::new(), false);
            let effects = &mut process.effects;
            (effects.limited, effects.lanes) = (Vec::new(), Vec::new());
            (effects.demands, effects.cells) = (Vec::new(), Vec::new());
        }
    }
    if random.chance(0.3) {
        other.transport = TransportPlan::default();
        other.rationing = Default::default();
    }
    if !other.pools.is_empty() && random.chance(0.3) {
        let pool = random.below(other.pools.len());
        other.pools[pool].owner = 1 - other.pools[pool].owner;
    }
}

#[test]
fn the_engines_agree_through_phases() {
    let mut fired: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut plans, mut wrong) = (0, Vec::new());
    for number in 0..PLANS {
        let Some(plan) = phased(number) else { continue };
        plans += 1;
        let (seed, replication) = (number % 7, number);
        let (mut main, mut naive) = (main_engine(&plan, seed, replication), naive::simulate(&plan, seed, replication));
        normalise(&mut main.events);
        normalise(&mut naive.events);
        let mut note = |what, here: bool| *fired.entry(what).or_default() += u32::from(here);
        let told = |wanted: &dyn Fn(&Event) -> bool| naive.events.iter().any(wanted);
        note("a request is taken back", told(&|event| matches!(event, Event::TakenBack { .. })));
        note("stock goes to other cells", told(&|event| matches!(event, Event::HandedOn { to: Some(_), .. })));
        note("stock goes back to the supplier", told(&|event| matches!(event, Event::HandedOn { to: None, .. })));
        let days = |event: &Event| matches!(event, Event::HandedOn { day, .. } if plan.phasing.later.iter().all(|l| l.from_day != *day));
        note("late goods are handed on", told(&days));
        note("a reserve is given up or made smaller", told(&|event| matches!(event, Event::ReserveReleased { .. })));
        let begins = |day: u32| plan.phasing.later.iter().any(|later| later.from_day <= day);
        let filled = |event: &Event| matches!(event, Event::ReserveFilled { day, .. } if begins(*day));
        note("a reserve is filled in a later phase", told(&filled));
        note("a second switch", plan.phasing.later.len() > 1);
        let cap = plan.endurance.cap_days;
        let crosses = |day: u32| plan.phasing.later.iter().any(|l| day < l.from_day && l.from_day < day + cap);
        note("a switch within a copy", naive.readings.iter().any(|reading| crosses(reading.day)));
        let after = |day: u32| plan.phasing.later.iter().any(|later| later.from_day <= day);
        note("a probe in a later phase", naive.readings.iter().any(|reading| after(reading.day)));
        if let Some(difference) = disagreement(&main, &naive) {
            wrong.push(format!("plan {number}: {difference}"));
        }
    }
    println!("{plans} plans with phases");
    for (feature, plans) in &fired {
        println!("{plans:5} plans with: {feature}");
    }
    let shown = wrong.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} plans disagree:\n{shown}", wrong.len());
    assert_eq!(fired.len(), 9);
    assert!(fired.values().all(|&plans| plans >= 200), "{fired:?}");
}

/// A later phase of a hand-worked plan.
fn later(from_day: u32, mut plan: Plan, closed: Vec<Closed>) -> LaterPhase {
    plan.phasing.closed = closed;
    LaterPhase { from_day, plan }
}

fn events(plan: &Plan) -> Vec<Event> {
    let (main, naive) = (main_engine(plan, 1, 0), naive::simulate(plan, 1, 0));
    assert_eq!(disagreement(&main, &naive), None);
    main.events
}

/// A store that buys from the supplier gets another level on day 2, and nothing of its request is taken back: it is on its way.
#[test]
fn a_reserve_is_built_up_by_ordinary_orders() {
    let level = |level| plan(4, &[crate::tiny::Store { need: Some(2.0), ..store(4, up_to(level)) }]);
    let mut run = level(4);
    run.phasing.later = vec![later(2, level(9), Vec::new())];
    let expected = [
        // 4 − 2 = 2, so 2 are ordered and come the next day.
        need(0, 0, 2, 2),
        ordered(0, 0, 2),
        sent(0, 0, 2, 1),
        end(0, 2, 0, 2, 0),
        received(1, 0, 2),
        need(1, 0, 2, 2),
        ordered(1, 0, 2),
        sent(1, 0, 2, 2),
        end(1, 2, 0, 2, 0),
        // The new level is 9: 2 + 2 − 2 = 2 on hand, 7 are ordered.
        received(2, 0, 2),
        need(2, 0, 2, 2),
        ordered(2, 0, 7),
        sent(2, 0, 7, 3),
        end(2, 2, 0, 7, 0),
        received(3, 0, 7),
        need(3, 0, 2, 2),
        ordered(3, 0, 2),
        sent(3, 0, 2, 4),
        end(3, 7, 0, 2, 0),
    ];
    assert_eq!(events(&run), expected);
}

/// A warehouse closes on day 2. What its buyer has requested there and not got is taken back; its own request too. What stands
/// there, and what arrives a day later, goes to the buyer, who buys from the supplier from then on.
#[test]
fn a_warehouse_closes() {
    let warehouse = crate::tiny::Store { lead_days: 3.0, ..store(1, up_to(4)) };
    let ward = crate::tiny::Store { source: Some(0), need: Some(2.0), ..store(2, up_to(4)) };
    let mut run = plan(5, &[warehouse, ward]);
    // The lane that the ward buys by in the second phase exists from the start.
    let like = run.lanes[0].clone();
    run.lanes.push(generate::lane(0, 2, beredd::random::laws::LeadTimeLaw::Fixed { days: 1.0 }, like.lead_times));
    let mut second = run.clone();
    second.cells[1].source = None;
    (second.cells[1].offer, second.cells[1].lane) = (Some(0), index(run.lanes.len() - 1));
    (second.cells[0].mean_daily, second.phases[0].rules[0]) = (0.0, Rule::Never);
    (second.buyers, second.buyer_ranges) = (Vec::new(), Vec::new());
    second.cells[0].source = None;
    generate::add_buyers(&mut second);
    run.phasing.later = vec![later(2, second, vec![Closed { cell: 0, heirs: vec![(1, 1)] }])];
    let expected = [
        // The ward is empty and asks for 4; the warehouse has 1 of them. It asks for 4 − (1 − 4) = 7.
        need(0, 0, 2, 2),
        ordered(0, 1, 4),
        ordered(0, 0, 7),
        sent(0, 0, 7, 3),
        sent(0, 1, 1, 1),
        end(0, 0, 0, 8, 3),
        received(1, 1, 1),
        need(1, 0, 2, 1),
        // The ward stands at 0 + 3 requested − 1 owed to the wards = 2, and asks for 2 more; so does the warehouse.
        ordered(1, 1, 2),
        ordered(1, 0, 2),
        sent(1, 0, 2, 4),
        end(1, 0, 1, 9, 5),
        // The switch: 5 are taken back. The warehouse has nothing, and nothing requested that has not left.
        Event::TakenBack { day: 2, cell: 1, quantity: 5 },
        need(2, 0, 2, 0),
        // 4 − (0 − 3) = 7, from the supplier.
        ordered(2, 1, 7),
        sent(2, 1, 7, 3),
        end(2, 0, 3, 16, 0),
        // 7 come to the closed warehouse, 7 to the ward: 3 + 2 are used, 2 stand there.
        received(3, 0, 7),
        received(3, 1, 7),
        need(3, 0, 2, 2),
        ordered(3, 1, 2),
        sent(3, 1, 2, 4),
        end(3, 9, 0, 4, 0),
        // The 7 are handed on in the morning, and the last 2 come to the closed warehouse.
        Event::HandedOn { day: 4, from: 0, to: Some(1), quantity: 7 },
        received(4, 0, 2),
        received(4, 1, 2),
        need(4, 0, 2, 2),
        end(4, 11, 0, 0, 0),
    ];
    assert_eq!(events(&run), expected);
}
