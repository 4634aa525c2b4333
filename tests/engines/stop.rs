//! A cut that ends, in the second engine, and worked by hand in both.

use crate::event::{Event, StopRun};
use crate::naive::{State, cells, place, start_of};
use crate::probe::{owned_by_a_supplier, share_served, under_cut};
use crate::processes::begin_with_cut;
use crate::transport::when_open;
use crate::ways::{share, way};
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::cut::Cut;
use beredd::plan::disruption::Target;
use beredd::plan::endurance::{StopPlan, StopRule};
use beredd::units::Quanta;

/// Tries every cut with its largest claim and lifts it after some days.
pub fn take(world: &World, state: &State, number: u32, first: u32) -> Vec<StopRun> {
    let plan = world.plan;
    let run = |(cut_number, cut): (u32, &Cut)| {
        let stop = match cut.stop {
            Some(own) if own.length_days == 0 => return None,
            Some(own) => own,
            None => plan.endurance.stop?,
        };
        let (served, cover) = live_on(world, state, cut, stop, (number, first));
        let breach = breach(plan, &served);
        let recovered = breach.and_then(|breach| recovered(plan, &served, breach));
        let day = |place: usize| u32::try_from(place + 1).expect("a small day");
        Some(StopRun {
            probe: number,
            cut: cut_number,
            served,
            cover,
            breach: breach.map(day),
            recovered: recovered.map(day),
        })
    };
    (0..).zip(&plan.cuts).filter_map(run).collect()
}

fn middle(plan: &Plan) -> usize {
    plan.endurance.thresholds.len() / 2
}

/// Days in a row that count.
fn in_a_row(plan: &Plan) -> usize {
    match plan.endurance.stop_rule {
        StopRule::ShareBelow { days_running } => days_running as usize,
        StopRule::FirstUnmetUnit => 1,
    }
}

/// The first day that begins enough days in a row below the middle threshold.
fn breach(plan: &Plan, served: &[f64]) -> Option<usize> {
    let (below, days) = (plan.endurance.thresholds[middle(plan)], in_a_row(plan));
    (0..served.len()).find(|&day| day + days <= served.len() && (0..days).all(|k| served[day + k] < below))
}

/// The first day after the breach that begins enough days in a row at the highest threshold.
fn recovered(plan: &Plan, served: &[f64], breach: usize) -> Option<usize> {
    let enough = plan.endurance.thresholds[plan.endurance.thresholds.len() - 1];
    let days = in_a_row(plan);
    (breach + 1..served.len()).find(|&day| day + days <= served.len() && (0..days).all(|k| served[day + k] >= enough))
}

fn live_on(
    world: &World,
    state: &State,
    cut: &Cut,
    stop: StopPlan,
    (number, first): (u32, u32),
) -> (Vec<f64>, Vec<f64>) {
    let (plan, claim) = (world.plan, *cut.claims.iter().max().expect("a claim"));
    let mut copy = under_cut(plan, state, cut, claim);
    begin_with_cut(world, &mut copy.processes, &cut.with, (number, first));
    let mut locked: Vec<Quanta> = state.on_hand.iter().zip(&copy.on_hand).map(|(all, freed)| all - freed).collect();
    let (mut served, mut cover) = (Vec::new(), Vec::new());
    for day in first..first + stop.follow_days {
        if day == first + stop.length_days {
            end(plan, &mut copy, cut, &locked, day, stop.length_days);
        }
        let still = day < first + stop.length_days;
        let mut log = Vec::new();
        copy.live_through(world, day, &mut log);
        let plan = world.in_phase(copy.phase).plan;
        for event in log.iter().filter(|_| still && cut.locks_supplier_stock) {
            if let Event::Received { cell, quantity, .. } = *event
                && way(plan, cell).offer.is_some()
                && owned_by_a_supplier(plan, way(plan, cell).cell)
            {
                locked[place(way(plan, cell).cell)] += quantity;
            }
            if let Event::GivenBack { cell, quantity, .. } = *event
                && owned_by_a_supplier(plan, cell)
            {
                locked[place(cell)] += quantity;
            }
        }
        let shares = plan.endurance.groups.iter().map(|group| share_served(plan, group, &log, &copy));
        served.push(shares.sum::<f64>() / plan.endurance.groups.len() as f64);
        cover.push(days_of_cover(&world.in_phase(copy.phase), &copy));
    }
    (served, cover)
}

/// Nothing is stopped or locked any more; what was frozen has lost so many days, what was locked under way none.
fn end(plan: &Plan, copy: &mut State, cut: &Cut, locked: &[Quanta], day: u32, length_days: u32) {
    (copy.today, copy.cut_lifted) = (day, true);
    for (cell, &locked) in cells(plan).zip(locked) {
        let ages = copy.unlock_ages(None, cell);
        copy.put(plan, cell, (locked, ages), false, &mut Vec::new());
    }
    for line in copy.under_way.iter_mut().filter(|line| line.frozen) {
        line.frozen = false;
        line.arrival = if cut.freezes.contains(&line.lane) {
            line.arrival + start_of(length_days)
        } else {
            line.arrival.max(start_of(day))
        };
        line.arrival = when_open(plan, plan.cells[place(line.cell)].site, line.arrival);
    }
    copy.cut = Some(Cut { stops: Vec::new(), freezes: Vec::new(), locks_supplier_stock: false, ..cut.clone() });
}

/// Mean over the articles of the need groups: stock that can reach a ward ÷ mean use, the cap at most.
fn days_of_cover(world: &World, copy: &State) -> f64 {
    let plan = world.plan;
    let of_groups = |article: u32| {
        let demands = plan.endurance.groups.iter().flat_map(|group| &group.demands);
        demands.map(|&demand| plan.demands[place(demand)].cell).any(|cell| plan.cells[place(cell)].article == article)
    };
    let mut covers = Vec::new();
    for (article, _) in (0..).zip(&plan.articles).filter(|(article, _)| of_groups(*article)) {
        let (stock, used) = stock_and_use(world, copy, article);
        if used > 0.0 {
            covers.push((stock as f64 / used).min(f64::from(plan.endurance.cap_days)));
        }
    }
    if covers.is_empty() { 0.0 } else { covers.iter().sum::<f64>() / covers.len() as f64 }
}

/// Of an article: the stock that can reach a ward, and the mean use of the wards.
pub fn stock_and_use(world: &World, copy: &State, article: u32) -> (Quanta, f64) {
    let plan = world.plan;
    let of_article = |cell: &u32| plan.cells[place(*cell)].article == article;
    let demanded = plan.demands.iter().map(|demand| demand.cell).filter(of_article);
    let through = |buyer: u32| plan.cells[place(way(plan, buyer).cell)].mean_daily * share(plan, buyer);
    let used_below = |cell: u32| world.buyers(cell).map(through).sum::<f64>();
    let used: f64 = demanded.map(|cell| plan.cells[place(cell)].mean_daily - used_below(cell)).sum();
    let reached = cells(plan).filter(of_article).filter(|&cell| reaches_a_ward(world, copy, cell));
    (reached.map(|cell| copy.on_hand[place(cell)]).sum(), used)
}

/// A cell at an open site that serves a ward, or can send to one that does, and so on.
fn reaches_a_ward(world: &World, copy: &State, cell: u32) -> bool {
    let plan = world.plan;
    let open_lane = |buyer: u32| !copy.stopped(plan, Target::Lane(way(plan, buyer).lane));
    let serves = plan.demands.iter().any(|demand| demand.cell == cell);
    let sends =
        || world.buyers(cell).any(|buyer| open_lane(buyer) && reaches_a_ward(world, copy, way(plan, buyer).cell));
    !copy.site_stopped(plan, cell) && (serves || sends())
}
