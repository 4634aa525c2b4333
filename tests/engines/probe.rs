//! Endurance in the second engine: the whole state is copied, cut, and lived through day by day.

use crate::event::{Event, Reading};
use crate::naive::{Line, State, cells};
use crate::processes::begin_with_cut;
use crate::ways::ways_of;
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::cut::Cut;
use beredd::plan::endurance::{NeedGroup, StopRule};
use beredd::plan::slice::Slice;
use beredd::units::Quanta;

/// The day of a probe, counted from the start of the run.
pub fn day(world: &World, number: u32) -> u32 {
    let (calendar, endurance) = (&world.plan.calendar, &world.plan.endurance);
    if let Some(fixed) = endurance.fixed_day {
        return calendar.warm_up_days + fixed;
    }
    let slice_start = |k: u32| u64::from(k) * u64::from(calendar.measured_days) / u64::from(endurance.probes);
    let (start, end) = (slice_start(number), slice_start(number + 1));
    let u = world.block(endurance.probe_stream, i64::from(number)).unit();
    let within = (u * (end - start) as f64).floor() as u64;
    calendar.warm_up_days + u32::try_from(start + within).expect("a measured day")
}

/// Whether the stock of a cell belongs to a supplier.
pub fn owned_by_a_supplier(plan: &Plan, cell: u32) -> bool {
    let pool = plan.pools[plan.cells[cell as usize].pool as usize];
    plan.owners[pool.owner as usize].is_supplier
}

/// Reads every cut and claim from a state at the start of a day.
pub fn take(world: &World, state: &State, number: u32, day: u32) -> Vec<Reading> {
    let plan = world.plan;
    let major = plan.disruptions.iter().zip(&state.processes).any(|(process, now)| process.major && now.down);
    let mut readings = Vec::new();
    for (cut_number, cut) in (0..).zip(&plan.cuts) {
        for &claim in &cut.claims {
            let mut copy = under_cut(plan, state, cut, claim);
            begin_with_cut(world, &mut copy.processes, &cut.with, (number, day));
            let supply = static_days(world, &copy);
            let lived = live_on(world, copy, day);
            let everything: Vec<u32> = (0..).zip(&plan.endurance.groups).map(|(group, _)| group).collect();
            let (served, unmet) = of_groups(&lived, &everything);
            let days = |threshold: &f64| days_of_endurance(plan, &served, &unmet, *threshold);
            let endurance = plan.endurance.thresholds.iter().map(days).collect();
            // The copy lives on to the cap; what is told of its days ends with the last level.
            let served = served[..told(plan) as usize].to_vec();
            let largest = Some(&claim) == cut.claims.iter().max();
            let slices = if largest { slices(plan, &lived) } else { Vec::new() };
            let failing = if largest { first_short(plan, &lived).zip(supply).collect() } else { Vec::new() };
            readings.push(Reading {
                probe: number,
                day,
                cut: cut_number,
                claim,
                served,
                endurance,
                major,
                slices,
                failing,
            });
        }
    }
    readings
}

/// The copy of a state under a cut.
pub fn under_cut(plan: &Plan, state: &State, cut: &Cut, claim: u16) -> State {
    let mut copy = state.clone();
    for line in &mut copy.under_way {
        line.frozen =
            cut.freezes.contains(&line.lane) || (cut.locks_supplier_stock && owned_by_a_supplier(plan, line.cell));
    }
    // What waits at a dock is on no lane any more.
    for (_, line) in
        copy.staff.docks.extract_if(.., |(_, line)| cut.locks_supplier_stock && owned_by_a_supplier(plan, line.cell))
    {
        copy.under_way.push(Line { frozen: true, lane: u32::MAX, ..line });
    }
    for cell in cells(plan).filter(|&cell| cut.locks_supplier_stock && owned_by_a_supplier(plan, cell)) {
        let stock = copy.on_hand[cell as usize];
        let locked = stock - stock * Quanta::from(claim) / 1000;
        if locked > 0 && ways_of(plan, cell).len() > 1 {
            copy.notes.borrow_mut().insert(CLAIM_NOTES[0]);
        }
        let ages = copy.take(cell, locked);
        copy.lock_ages(plan, None, cell, locked, ages);
    }
    copy.backlog.fill(0);
    copy.returning.clear();
    copy.cut = Some(cut.clone());
    copy
}

/// What a claim does where stock comes by several ways.
pub const CLAIM_NOTES: [&str; 3] = [
    "claim: stock of a cell with several sources",
    "claim: a supplier's line to such a cell is locked",
    "claim: a warehouse's line to such a cell is not",
];

/// Notes that a line joins a cell under a cut that locks suppliers' stock.
pub fn note_claim(copy: &State, plan: &Plan, cell: u32, locked: bool) {
    if owned_by_a_supplier(plan, cell) && ways_of(plan, cell).len() > 1 {
        copy.notes.borrow_mut().insert(CLAIM_NOTES[if locked { 1 } else { 2 }]);
    }
}

/// Days of a copy that are told of.
fn told(plan: &Plan) -> u32 {
    let cap = plan.endurance.cap_days;
    plan.endurance.levels.last().map_or(cap, |&last| last.min(cap))
}

/// Per day and group: the share served, and whether a unit was unmet.
type Lived = Vec<Vec<(f64, bool)>>;

/// S of each day over some groups, and whether any unit of theirs was unmet.
fn of_groups(lived: &Lived, groups: &[u32]) -> (Vec<f64>, Vec<bool>) {
    let of = |day: &Vec<(f64, bool)>| -> Vec<(f64, bool)> { groups.iter().map(|&group| day[group as usize]).collect() };
    let served = |day: &Vec<(f64, bool)>| of(day).iter().map(|one| one.0).sum::<f64>() / groups.len() as f64;
    (lived.iter().map(served).collect(), lived.iter().map(|day| of(day).iter().any(|one| one.1)).collect())
}

/// The first day on which each group lacked a unit; one past the days told of if there is none among them.
fn first_short<'l>(plan: &'l Plan, lived: &'l Lived) -> impl Iterator<Item = u32> + 'l {
    let first = |group: usize| lived.iter().position(|day| day[group].1).unwrap_or(lived.len());
    (0..plan.endurance.groups.len())
        .map(move |group| u32::try_from(first(group) + 1).expect("a day").min(told(plan) + 1))
}

/// Stock from which wards can be reached ÷ mean use, of the articles of each group, in millionths of a day.
fn static_days(world: &World, copy: &State) -> Vec<i64> {
    let plan = world.plan;
    let of_group = |group: &NeedGroup| {
        let (mut there, mut used) = (0.0, 0.0);
        for &demand in &group.demands {
            let article = plan.cells[plan.demands[demand as usize].cell as usize].article;
            let (stock, daily) = crate::stop::stock_and_use(world, copy, article);
            there += stock as f64 * plan.shortage.factor(article) as f64;
            used += daily * plan.shortage.factor(article) as f64;
        }
        let most = f64::from(told(plan));
        ((if used > 0.0 { (there / used).min(most) } else { most }) * 1e6).round() as i64
    };
    plan.endurance.groups.iter().map(of_group).collect()
}

/// What each part of need gives.
fn slices(plan: &Plan, lived: &Lived) -> Vec<(Vec<f64>, Vec<u32>)> {
    let endurance = &plan.endurance;
    let slice = |slice: &Slice| {
        let (served, unmet) = of_groups(lived, &slice.groups);
        let days = endurance.thresholds.iter().map(|&threshold| days_of_endurance(plan, &served, &unmet, threshold));
        let days = days.map(|days| days.min(told(plan)));
        (endurance.levels.iter().map(|&level| served[level as usize - 1]).collect(), days.collect())
    };
    endurance.slices.iter().map(slice).collect()
}

/// Lives the copy to a few days past the cap.
fn live_on(world: &World, mut copy: State, first: u32) -> Lived {
    let endurance = &world.plan.endurance;
    let mut lived = Vec::new();
    for day in first..first + endurance.cap_days + endurance.stop_rule.days_past_cap() {
        let mut log = Vec::new();
        copy.live_through(world, day, &mut log);
        let of_group = |group: &NeedGroup| {
            let (needed, served) = needed_and_served(world.plan, group, &log);
            (share_served(world.plan, group, &log, &copy), served < needed)
        };
        lived.push(endurance.groups.iter().map(of_group).collect());
    }
    lived
}

/// What a group needed and got on the day of a log, substitutes included, in millionths of its common unit. A return is
/// neither: it does not make up for another's need.
fn needed_and_served(plan: &Plan, group: &NeedGroup, log: &[Event]) -> (i128, i128) {
    let (mut needed, mut got) = (0, 0);
    for event in log {
        let (demand, wished, met) = match *event {
            Event::Demanded { demand, quantity, served, .. } => (demand, quantity.max(0), served.max(0)),
            Event::Substituted { demand, covered, .. } => (demand, 0, covered),
            Event::Helped { demand, quantity, arrival: None, .. } => (demand, 0, quantity),
            _ => continue,
        };
        if group.demands.contains(&demand) {
            let article = plan.cells[plan.demands[demand as usize].cell as usize].article;
            let factor = i128::from(plan.shortage.factor(article));
            needed += i128::from(wished) * factor;
            got += i128::from(met) * factor;
        }
    }
    (needed, got)
}

/// Served ÷ needed; a group that needs nothing counts 1 with stock within reach and 0 without.
pub fn share_served(plan: &Plan, group: &NeedGroup, log: &[Event], copy: &State) -> f64 {
    let (needed, served) = needed_and_served(plan, group, log);
    if needed > 0 {
        served as f64 / needed as f64
    } else {
        f64::from(u8::from(group.demands.iter().any(|&demand| copy.reachable[demand as usize])))
    }
}

/// Days before the first of some days in a row below the threshold, or before the first unmet unit; the cap at most.
fn days_of_endurance(plan: &Plan, served: &[f64], unmet: &[bool], threshold: f64) -> u32 {
    let ends = match plan.endurance.stop_rule {
        StopRule::FirstUnmetUnit => unmet.iter().position(|&unmet| unmet),
        StopRule::ShareBelow { days_running } => {
            served.windows(days_running as usize).position(|days| days.iter().all(|share| *share < threshold))
        }
    };
    let cap = plan.endurance.cap_days;
    ends.map_or(cap, |day| u32::try_from(day).expect("within the copy").min(cap))
}
