//! The dispatch phase of the second engine: who ships what, and when it arrives.

use crate::event::Event;
use crate::naive::{State, cells, minutes, place, start_of};
use crate::transport;
use crate::ways::{way, ways};
use crate::world::World;
use beredd::plan::disruption::Target;
use beredd::plan::lane::LeadTimes;
use beredd::random::normal::standard_normal;
use beredd::units::Quanta;

impl State {
    /// 5. Orders are shipped, sites upstream first.
    pub fn dispatch_phase(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        let plan = world.plan;
        let lanes = 0..u32::try_from(plan.lanes.len()).expect("a small plan");
        self.slower_history.push(lanes.map(|lane| self.slower(plan, lane)).collect());
        self.fail_over(world, world.rules(day), day, log);
        self.open_for_buyers(world, day, log);
        let open: Vec<u32> = ways(plan).filter(|&cell| self.releasable(cell) > 0).collect();
        for cell in open {
            self.memory.waiting_since.entry(cell).or_insert(day);
        }
        for rank in world.ranks() {
            for (number, site) in (0..).zip(&plan.sites) {
                if site.rank != rank || self.stopped(plan, Target::Site(number)) {
                    continue;
                }
                if transport::in_steps(plan) {
                    self.dispatch_in_steps(world, number, day, log);
                    continue;
                }
                let mut lines = self.sold_directly(world, number, day);
                for source in cells(plan).filter(|&cell| plan.cells[place(cell)].site == number) {
                    lines.extend(self.shared(world, source, day));
                }
                for (cell, quantity) in lines {
                    self.ship(world, cell, quantity, day, log);
                }
            }
        }
        let open: Vec<u32> = ways(plan).filter(|&cell| self.releasable(cell) > 0).collect();
        self.memory.waiting_since.retain(|cell, _| open.contains(cell));
    }

    pub fn asks_over_an_open_lane(&self, world: &World, cell: u32, day: u32) -> bool {
        let lane = way(world.plan, cell).lane;
        let open = !self.stopped(world.plan, Target::Lane(lane));
        self.releasable(cell) > 0 && open && transport::departs(world.plan, lane, world.number(day))
    }

    /// Requested and approved.
    pub fn releasable(&self, cell: u32) -> Quanta {
        self.requested[place(cell)] - self.ordering.waits(cell, self.today) - self.minutes.waits(cell)
    }

    /// What a supplier ships: everything requested of offers that are not stopped.
    fn sold_directly(&self, world: &World, supplier: u32, day: u32) -> Vec<(u32, Quanta)> {
        let plan = world.plan;
        let sold_here = |cell: &u32| {
            way(plan, *cell).offer.is_some_and(|offer| {
                plan.offers[place(offer)].supplier == supplier && !self.stopped(plan, Target::Offer(offer))
            })
        };
        let ways = ways(plan).filter(sold_here).filter(|&cell| self.asks_over_an_open_lane(world, cell, day));
        ways.map(|cell| (cell, self.may_leave(world, cell))).filter(|(_, quantity)| *quantity > 0).collect()
    }

    /// What a cell of a warehouse ships to the cells that buy from it.
    fn shared(&self, world: &World, source: u32, day: u32) -> Vec<(u32, Quanta)> {
        let askers: Vec<u32> =
            world.buyers(source).filter(|&buyer| self.asks_over_an_open_lane(world, buyer, day)).collect();
        let share = |stock: Quanta, asked: &[(u32, Quanta)]| {
            let wishes: Vec<Quanta> = asked.iter().map(|&(cell, had)| self.may_leave(world, cell) - had).collect();
            asked.iter().map(|(cell, _)| *cell).zip(fair_parts(stock, &wishes)).collect()
        };
        let mut parts = self.in_two_rounds(world, source, &askers, &share);
        parts.retain(|(_, quantity)| *quantity > 0);
        parts.sort_unstable();
        parts
    }

    /// The minute at which goods that leave today for a cell arrive.
    pub fn arrival(&mut self, world: &World, cell: u32, day: u32) -> i64 {
        if let Some(pool) = transport::rules(world.plan, way(world.plan, cell).lane).server {
            return self.served_arrival(world, cell, day, pool);
        }
        let cell = way(world.plan, cell);
        let lane = &world.plan.lanes[place(cell.lane)];
        match lane.lead_times {
            LeadTimes::Independent => {
                let z = standard_normal(&mut world.block(cell.stream, world.number(day)));
                start_of(day) + self.lead_minutes(world.plan, cell.lane, lane.law.at_score(z))
            }
            LeadTimes::Correlated { score } => {
                // Not earlier than a departure on any earlier day would have arrived, whether there was one or not.
                let of_day = |past: u32| {
                    let z = self.score_history[usize::try_from(past).expect("a day is small")][place(score)];
                    let (times, added) = self.slower_history[past as usize][place(cell.lane)];
                    let plan = world.in_phase(self.phase_history[past as usize]).plan;
                    start_of(past) + minutes(plan.lanes[place(cell.lane)].law.at_score(z) * times + added)
                };
                (0..=day).map(of_day).max().expect("today is one of the days")
            }
        }
    }
}

/// Shares a stock among requests: all of them if it suffices, else in proportion, the rest one by one in order.
pub fn fair_parts(stock: Quanta, requests: &[Quanta]) -> Vec<Quanta> {
    let all: Quanta = requests.iter().sum();
    if stock >= all {
        return requests.to_vec();
    }
    let mut parts: Vec<Quanta> = requests.iter().map(|request| stock * request / all).collect();
    let mut left = stock - parts.iter().sum::<Quanta>();
    for (part, request) in parts.iter_mut().zip(requests) {
        if left > 0 && *part < *request {
            *part += 1;
            left -= 1;
        }
    }
    assert_eq!(left, 0, "the quanta left over are fewer than the requesters that lack some");
    parts
}
