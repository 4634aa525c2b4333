//! The part of a plan that a probe needs.
//!
//! A copy for a probe carries only the articles that a need group counts, and those coupled with them. That is exact, not an
//! approximation: articles share no allocation and no draw, so the others cannot change a reading. (Lead times are a
//! lane's, not an article's: [`super::road`].) What couples articles is a lane with a capacity or with complete orders,
//! servers, joint orders, substitution within a need group, whole orders, and the staff of a site; the excerpt widens to all articles that any
//! such thing joins with one that is counted.

use super::course::Course;
use super::minutes::has_customers;
use super::neighbour::Given;
use super::staff;
use super::state::{Approval, State};
use super::transit::NO_WAY;
use crate::plan::Plan;
use crate::plan::cell::Range;
use crate::plan::phase::{Closed, LaterPhase, Phase, Phasing};
use crate::plan::reserve::Apart;
use crate::plan::sourcing::Sourcing;
use crate::plan::transport::Delivery;
use std::collections::{BTreeMap, BTreeSet};

/// A cell that is not in the excerpt.
const LEFT_OUT: u32 = u32::MAX;

/// A plan cut down to the articles that need groups count. Sites, lanes, offers, processes and articles keep their indices.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// The smaller plan and its later phases, prepared.
    pub course: Box<Course<'static>>,
    /// For each cell of the excerpt its index in the whole plan.
    cells: Vec<u32>,
    /// For each cell of the whole plan its index in the excerpt, or [`LEFT_OUT`].
    places: Vec<u32>,
    /// For each way of the excerpt its number in the whole plan.
    ways: Vec<u32>,
    /// For each way of the whole plan its number in the excerpt, or [`LEFT_OUT`].
    way_places: Vec<u32>,
    /// The whole plan has customers at minutes: days are read at their ends, also where the excerpt has no such customer.
    pub timed: bool,
    /// Articles in the excerpt.
    kept: Vec<bool>,
    /// Forecasts in the excerpt, as indices in the whole plan, by phase.
    forecasts: Vec<Vec<u32>>,
    /// Per reserve that stands apart, by phase: whether it is in the excerpt.
    apart: Vec<Vec<bool>>,
}

impl Excerpt {
    /// The excerpt of a plan.
    pub fn new(plan: &Plan) -> Excerpt {
        let mut kept = vec![false; plan.articles.len()];
        for &demand in plan.endurance.groups.iter().flat_map(|group| &group.demands) {
            let cell = plan.demands[demand as usize].cell;
            kept[plan.cells[cell as usize].article as usize] = true;
        }
        widen_to_all_phases(plan, &mut kept);
        let chosen = |&cell: &u32| kept[plan.cells[cell as usize].article as usize];
        let all = 0..u32::try_from(plan.cells.len()).expect("cells are counted by a u32");
        let cells: Vec<u32> = all.filter(chosen).collect();
        let mut places = vec![LEFT_OUT; plan.cells.len()];
        for (place, &cell) in (0..).zip(&cells) {
            places[cell as usize] = place;
        }
        let (ways, way_places) = ways(plan, &cells);
        let plans = || std::iter::once(plan).chain(plan.phasing.later.iter().map(|later| &later.plan));
        let forecasts = plans().map(|plan| forecasts_kept(plan, &places)).collect();
        let stays = |apart: &Apart| places[apart.cell as usize] != LEFT_OUT;
        let apart = plans().map(|plan| plan.apart.iter().map(stays).collect()).collect();
        let smaller = smaller(plan, &cells, &places, (&ways, &way_places));
        let (course, timed) = (Box::new(Course::owned(smaller)), has_customers(plan));
        Excerpt { course, cells, places, ways, way_places, timed, kept, forecasts, apart }
    }

    /// Makes `copy` the excerpt's part of a state of the whole plan.
    pub fn take(&self, whole: &State, copy: &mut State) {
        copy.clock.copy_from(&whole.clock);
        for (mine, theirs) in copy.cell_columns_mut().into_iter().zip(whole.cell_columns()) {
            mine.clear();
            mine.extend(self.cells.iter().map(|&cell| theirs[cell as usize]));
        }
        copy.pending.clear();
        copy.pending
            .extend(whole.pending.iter().map(|&way| self.way_places[way as usize]).filter(|&way| way != LEFT_OUT));
        copy.transit.copy_with(&whole.transit, |way| self.way_places[way as usize]);
        copy.under_way.take(&whole.under_way, &self.ways);
        copy.sourced.take(&whole.sourced, &self.ways);
        copy.copy_shared(whole);
        // Need that comes back lapses in every copy.
        copy.returning.clear();
        copy.given.clear();
        let given = whole.given.iter().filter(|one| self.places[one.cell as usize] != LEFT_OUT);
        copy.given.extend(given.map(|one| Given { cell: self.places[one.cell as usize], ..one.clone() }));
        self.take_terms(whole, copy);
        let State { staff, transit, .. } = &mut *copy;
        staff::clear_docks(staff, |place| transit.line(place).way == NO_WAY);
        copy.batches.take(&whole.batches, &self.cells, &self.places);
        let apart = whole.apart.iter().zip(&self.apart[whole.phase]).filter(|(_, stays)| **stays);
        copy.apart.clear();
        copy.apart.extend(apart.map(|(stands, _)| stands.clone()));
        copy.disturbed.narrow(&self.places, &self.ways);
        let (lost, expired) = (&mut copy.disturbed.lost, &mut copy.batches.expired);
        for column in [&mut copy.supplied, &mut copy.consumed, &mut copy.withheld, lost, expired] {
            column.iter_mut().zip(&self.kept).filter(|(_, kept)| !**kept).for_each(|(sum, _)| *sum = 0);
        }
    }

    /// What ordering on terms keeps; empty where the plan has none.
    fn take_terms(&self, whole: &State, copy: &mut State) {
        copy.awaiting.clear();
        if !whole.awaiting.is_empty() {
            copy.awaiting.extend(self.ways.iter().map(|&way| whole.awaiting[way as usize]));
        }
        copy.line.take(&whole.line, &self.way_places, self.ways.len());
        copy.approvals.clear();
        let approvals = whole.approvals.iter().map(|one| Approval { way: self.way_places[one.way as usize], ..*one });
        copy.approvals.extend(approvals.filter(|one| one.way != LEFT_OUT));
        copy.seen.clear();
        copy.seen.extend(self.forecasts[whole.phase].iter().map(|&forecast| whole.seen[forecast as usize].clone()));
    }
}

/// Adds every article that is coupled with one that is kept, in any phase of the run, directly or through others.
pub fn widen_to_all_phases(plan: &Plan, kept: &mut [bool]) {
    let mut before = Vec::new();
    while before != kept {
        before = kept.to_vec();
        for phase in std::iter::once(plan).chain(plan.phasing.later.iter().map(|later| &later.plan)) {
            widen(phase, kept);
            widen_to_joint_orders(phase, kept);
        }
    }
}

fn forecasts_kept(plan: &Plan, places: &[u32]) -> Vec<u32> {
    let stays = |forecast: &crate::plan::terms::Forecast| places[forecast.cell as usize] != LEFT_OUT;
    (0..).zip(&plan.forecasts).filter(|(_, forecast)| stays(forecast)).map(|(index, _)| index).collect()
}

/// Joint orders couple articles: what one orders may make another on the same lane order. So the excerpt takes all joint
/// articles of a lane, or none.
fn widen_to_joint_orders(plan: &Plan, kept: &mut [bool]) {
    let terms = plan.phases.iter().flat_map(|phase| phase.terms.iter().zip(&plan.cells));
    let joint: Vec<(u32, u32)> =
        terms.filter(|(terms, _)| terms.joint.is_some()).map(|(_, cell)| (cell.lane, cell.article)).collect();
    loop {
        let lanes: BTreeSet<u32> =
            joint.iter().filter(|(_, article)| kept[*article as usize]).map(|&(lane, _)| lane).collect();
        let more: Vec<u32> = joint
            .iter()
            .filter(|(lane, article)| lanes.contains(lane) && !kept[*article as usize])
            .map(|&(_, article)| article)
            .collect();
        if more.is_empty() {
            return;
        }
        more.into_iter().for_each(|article| kept[article as usize] = true);
    }
}

/// What couples the articles of a lane with each other, if anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Coupling {
    Lane(u32),
    Server(u32),
    Substitutes(u32),
    Order(u32),
    Staff(u32),
}

/// Adds every article that is coupled with one that is kept, directly or through others.
fn widen(plan: &Plan, kept: &mut [bool]) {
    let first = plan.cells.iter().map(|cell| (cell.lane, cell.article));
    let further = plan.further_ways.iter().map(|way| (way.lane, plan.cells[way.cell as usize].article));
    let couplings = first.chain(further).flat_map(|(lane, article)| {
        let rules = plan.transport.lanes.get(lane as usize);
        let shares = rules.is_some_and(|r| r.capacity.is_limited() || r.delivers == Delivery::CompleteOrders);
        let server = rules.and_then(|rules| rules.server).map(Coupling::Server);
        [shares.then_some(Coupling::Lane(lane)), server].into_iter().flatten().map(move |on| (on, article))
    });
    let mut coupled: BTreeMap<Coupling, BTreeSet<u32>> = BTreeMap::new();
    let article_of = |demand: u32| plan.cells[plan.demands[demand as usize].cell as usize].article;
    let substitutes = (0..)
        .zip(&plan.shortage.groups)
        .flat_map(|(place, group)| group.iter().map(move |&demand| (Coupling::Substitutes(place), article_of(demand))));
    let orders = (0..).zip(&plan.whole_orders).flat_map(|(place, order)| {
        order.demands.iter().map(move |&demand| (Coupling::Order(place), article_of(demand)))
    });
    let staffed = |site: u32| plan.staff.binary_search_by_key(&site, |rule| rule.site).is_ok();
    let worked_on = plan.cells.iter().filter(|cell| staffed(cell.site));
    let worked_on = worked_on.map(|cell| (Coupling::Staff(cell.site), cell.article));
    for (on, article) in couplings.chain(substitutes).chain(orders).chain(worked_on) {
        coupled.entry(on).or_default().insert(article);
    }
    let mut grows = true;
    while grows {
        grows = false;
        for articles in coupled.values() {
            if articles.iter().any(|&article| kept[article as usize]) {
                for &article in articles {
                    grows |= !std::mem::replace(&mut kept[article as usize], true);
                }
            }
        }
    }
}

/// The ways of some cells, and for each way of the plan its place among them.
fn ways(plan: &Plan, cells: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let further = (0..).zip(&plan.further_ways).filter(|(_, way)| cells.binary_search(&way.cell).is_ok());
    let first_further = u32::try_from(plan.cells.len()).expect("cells are counted by a u32");
    let ways: Vec<u32> =
        cells.iter().copied().chain(further.map(|(index, _): (u32, _)| first_further + index)).collect();
    let mut places = vec![LEFT_OUT; plan.ways()];
    for (place, &way) in (0..).zip(&ways) {
        places[way as usize] = place;
    }
    (ways, places)
}

fn smaller(plan: &Plan, cells: &[u32], places: &[u32], (ways, way_places): (&[u32], &[u32])) -> Plan {
    let mut smaller = plan.clone();
    smaller.further_ways.retain(|way| places[way.cell as usize] != LEFT_OUT);
    for way in &mut smaller.further_ways {
        (way.cell, way.source) = (places[way.cell as usize], way.source.map(|source| places[source as usize]));
    }
    smaller.cells = cells.iter().map(|&cell| plan.cells[cell as usize].clone()).collect();
    for cell in &mut smaller.cells {
        cell.source = cell.source.map(|source| places[source as usize]);
    }
    for site in &mut smaller.sites {
        site.cells = narrowed(site.cells, cells);
    }
    smaller.demands.retain(|demand| places[demand.cell as usize] != LEFT_OUT);
    smaller.demands.iter_mut().for_each(|demand| demand.cell = places[demand.cell as usize]);
    let mut demand_places = vec![LEFT_OUT; plan.demands.len()];
    let chosen = (0_u32..).zip(&plan.demands).filter(|(_, demand)| places[demand.cell as usize] != LEFT_OUT);
    for (place, (index, _)) in (0..).zip(chosen) {
        demand_places[index as usize] = place;
    }
    for group in &mut smaller.endurance.groups {
        group.demands.iter_mut().for_each(|demand| *demand = demand_places[*demand as usize]);
    }
    let shortage = &mut smaller.shortage;
    // A group stays whole or falls away.
    shortage.groups.retain(|group| group.iter().all(|&demand| demand_places[demand as usize] != LEFT_OUT));
    for demand in shortage.groups.iter_mut().flatten() {
        *demand = demand_places[*demand as usize];
    }
    narrow_help(plan, places, &demand_places, &mut smaller);
    let shortage = &mut smaller.shortage;
    let mut places_of_demands = demand_places.iter();
    shortage.of_demand.retain(|_| places_of_demands.next().is_some_and(|&place| place != LEFT_OUT));
    smaller.demand_laws = plan.demand_laws.narrowed(|demand| {
        let place = demand_places[demand as usize];
        (place != LEFT_OUT).then_some(place)
    });
    narrow_buyers(plan, cells, way_places, &mut smaller);
    narrow_effects(plan, places, &demand_places, &mut smaller);
    narrow_sending(cells, ways, &mut smaller);
    smaller.forecasts.retain(|forecast| places[forecast.cell as usize] != LEFT_OUT);
    smaller.forecasts.iter_mut().for_each(|forecast| forecast.cell = places[forecast.cell as usize]);
    smaller.apart.retain(|apart| places[apart.cell as usize] != LEFT_OUT);
    smaller.apart.iter_mut().for_each(|apart| apart.cell = places[apart.cell as usize]);
    smaller.kept_back.retain(|reserve| places[reserve.cell as usize] != LEFT_OUT);
    smaller.kept_back.iter_mut().for_each(|reserve| reserve.cell = places[reserve.cell as usize]);
    smaller.phases = plan.phases.iter().map(|phase| narrowed_phase(phase, cells, places, way_places)).collect();
    smaller.phasing = narrowed_phasing(&plan.phasing, cells, places, (ways, way_places));
    smaller
}

/// Heirs have the article of the cell that they inherit from, so they are in the excerpt when it is.
fn narrowed_phasing(phasing: &Phasing, cells: &[u32], places: &[u32], ways: (&[u32], &[u32])) -> Phasing {
    let narrowed = |closed: &Closed| Closed {
        cell: places[closed.cell as usize],
        heirs: closed.heirs.iter().map(|&(heir, weight)| (places[heir as usize], weight)).collect(),
    };
    let stays = |closed: &&Closed| places[closed.cell as usize] != LEFT_OUT;
    let later = |later: &LaterPhase| LaterPhase { plan: smaller(&later.plan, cells, places, ways), ..*later };
    Phasing {
        name: phasing.name.clone(),
        closed: phasing.closed.iter().filter(stays).map(narrowed).collect(),
        later: phasing.later.iter().map(later).collect(),
    }
}

/// Givers have the article of their taker. An order stays whole or falls away.
fn narrow_help(plan: &Plan, places: &[u32], demand_places: &[u32], smaller: &mut Plan) {
    let kept = |demand: u32| demand_places[demand as usize] != LEFT_OUT;
    smaller.neighbours.takers.retain(|taker| kept(taker.demand));
    for taker in &mut smaller.neighbours.takers {
        taker.demand = demand_places[taker.demand as usize];
        taker.givers.iter_mut().for_each(|giver| giver.cell = places[giver.cell as usize]);
    }
    smaller.whole_orders =
        plan.whole_orders.iter().filter(|order| order.demands.iter().all(|&d| kept(d))).cloned().collect();
    for demand in smaller.whole_orders.iter_mut().flat_map(|order| &mut order.demands) {
        *demand = demand_places[*demand as usize];
    }
}

/// Which express services and which rules of rationing are left of those of all ways and cells.
fn narrow_sending(cells: &[u32], ways: &[u32], smaller: &mut Plan) {
    let transport = &mut smaller.transport;
    for services in [&mut transport.express_of_cell, &mut transport.express_on_call] {
        if !services.is_empty() {
            *services = ways.iter().map(|&way| services.get(way as usize).copied().flatten()).collect();
        }
    }
    let in_cuts = smaller.cuts.iter_mut().filter_map(|cut| cut.rationing.as_mut());
    for rules in in_cuts.chain([&mut smaller.rationing.of_cell]) {
        if !rules.is_empty() {
            *rules = cells.iter().map(|&cell| rules[cell as usize]).collect();
        }
    }
}

fn narrow_effects(plan: &Plan, places: &[u32], demand_places: &[u32], smaller: &mut Plan) {
    let kept = |indices: &[u32], places: &[u32]| -> Vec<u32> {
        indices.iter().map(|&index| places[index as usize]).filter(|&place| place != LEFT_OUT).collect()
    };
    for (process, whole) in smaller.disruptions.iter_mut().zip(&plan.disruptions) {
        process.effects.cells = kept(&whole.effects.cells, places);
        process.effects.demands = kept(&whole.effects.demands, demand_places);
    }
}

fn narrow_buyers(plan: &Plan, cells: &[u32], way_places: &[u32], smaller: &mut Plan) {
    (smaller.buyers, smaller.buyer_ranges) = (Vec::new(), Vec::new());
    for &cell in cells {
        let start = u32::try_from(smaller.buyers.len()).expect("buyers are counted by a u32");
        let buyers = &plan.buyers[plan.buyer_ranges[cell as usize].indices()];
        smaller.buyers.extend(buyers.iter().map(|&way| way_places[way as usize]));
        let end = u32::try_from(smaller.buyers.len()).expect("buyers are counted by a u32");
        smaller.buyer_ranges.push(Range { start, end });
    }
}

/// What is left of the rules by which some cells use their ways.
fn narrowed_sourcing(sourcing: &[Sourcing], places: &[u32], way_places: &[u32]) -> Vec<Sourcing> {
    let stay = sourcing.iter().filter(|rule| places[rule.cell as usize] != LEFT_OUT);
    let narrowed = |rule: &Sourcing| Sourcing {
        cell: places[rule.cell as usize],
        agreed: rule.agreed.iter().map(|&(way, share)| (way_places[way as usize], share)).collect(),
        fail_over: rule.fail_over.iter().map(|&way| way_places[way as usize]).collect(),
        after_days: rule.after_days,
    };
    stay.map(narrowed).collect()
}

fn narrowed_phase(phase: &Phase, cells: &[u32], places: &[u32], way_places: &[u32]) -> Phase {
    let mut reviews = phase.reviews.clone();
    reviews.iter_mut().for_each(|group| group.cells = narrowed(group.cells, cells));
    reviews.retain(|group| group.cells.start < group.cells.end);
    Phase {
        from_day: phase.from_day,
        rules: cells.iter().map(|&cell| phase.rules[cell as usize]).collect(),
        packs: cells.iter().map(|&cell| phase.packs[cell as usize]).collect(),
        reviews,
        terms: if phase.terms.is_empty() {
            Vec::new()
        } else {
            cells.iter().map(|&cell| phase.terms[cell as usize]).collect()
        },
        sourcing: narrowed_sourcing(&phase.sourcing, places, way_places),
    }
}

/// What is left of a range of cells: cells keep their order, so it is a range again.
fn narrowed(range: Range, cells: &[u32]) -> Range {
    let place =
        |bound: u32| u32::try_from(cells.partition_point(|&cell| cell < bound)).expect("cells are counted by a u32");
    Range { start: place(range.start), end: place(range.end) }
}
