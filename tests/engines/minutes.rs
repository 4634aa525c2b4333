//! Within the day, in the second engine: customers at their minutes, continuous review, the line of its requests.
//!
//! Nothing is scheduled: whatever comes next is searched for among the customers of the day and the goods under way. After
//! each event the whole line is gone through, place by place.
#![expect(clippy::disallowed_methods, reason = "tests may use the functions of the platform; results may not")]

use crate::event::Event;
use crate::laws;
use crate::naive::{Line, MINUTES_PER_DAY, State, cells, minutes, place, start_of};
use crate::naive_terms::{asked_for, terms};
use crate::transport;
use crate::ways::{way, ways, ways_of};
use crate::world::World;
use beredd::engine::calendar::DayPhase;
use beredd::plan::Plan;
use beredd::plan::demand::Unmet;
use beredd::plan::demand_law::{CustomerSize, Law, SizeLaw};
use beredd::plan::disruption::Target;
use beredd::plan::lane::LeadTimes;
use beredd::random::counts::{Geometric, Poisson};
use beredd::random::normal::standard_normal;
use beredd::units::Quanta;
use rand_distr::Distribution;
use std::collections::BTreeMap;

/// What happens at minutes remembers.
#[derive(Clone, Default)]
pub struct Memory {
    /// Requests that wait, (way, quantity, first day on which it may leave), the first to come in front.
    pub line: Vec<(u32, Quanta, u32)>,
    /// The minute of the day.
    now: i64,
    /// Lines that have left at minutes of today, per way.
    left: BTreeMap<u32, i64>,
}

impl Memory {
    /// What of the requests of a way waits in the line.
    pub fn waits(&self, way: u32) -> Quanta {
        self.line.iter().filter(|(of, ..)| *of == way).map(|(_, quantity, _)| quantity).sum()
    }
}

/// When a timed event comes: minute, place of its phase, rank, id, number.
type When = (i64, u8, u8, u32, usize);

/// A customer of today.
struct Customer {
    when: When,
    demand: u32,
    quantity: Quanta,
}

/// Whether a cell is reviewed continuously on a day.
pub fn is_continuous(world: &World, day: u32, cell: u32) -> bool {
    let reviews = &world.rules(day).reviews;
    reviews.iter().any(|group| group.every_days == 0 && (group.cells.start..group.cells.end).contains(&cell))
}

/// Whether a plan has customers at minutes.
pub fn has_customers(plan: &Plan) -> bool {
    plan.demand_laws.laws.iter().any(|one| matches!(one.law, Law::Arrivals { .. }))
}

impl State {
    /// All continuous cells are reviewed and everything that can leave leaves.
    pub fn settle(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        self.minutes.now = 0;
        for rank in world.ranks().rev() {
            for cell in cells(world.plan) {
                if world.rank_of(cell) == rank {
                    self.review_now(world, cell, day, log);
                }
            }
        }
        self.pass_on(world, start_of(day), log);
    }

    /// What comes after the phases of a day.
    pub fn within_the_day(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        self.settle(world, day, log);
        let mut customers = self.customers(world, day);
        let receive = DayPhase::Receive.place(&world.plan.calendar.day_order);
        loop {
            let arrivals = self.under_way.iter().enumerate().filter(|(_, line)| {
                line.exact && !line.frozen && (start_of(day) + 1..start_of(day + 1)).contains(&line.arrival)
            });
            let arrivals = arrivals.map(|(number, line)| {
                let lane = way(world.plan, line.way).lane;
                ((line.arrival, receive, world.rank_of(line.cell), lane, number), true, number)
            });
            let coming = customers.iter().enumerate().map(|(number, customer)| (customer.when, false, number));
            let Some((when, is_arrival, number)) = arrivals.chain(coming).min() else { break };
            self.minutes.now = when.0 - start_of(day);
            log.push(Event::Clock { day, minute: self.minutes.now });
            if is_arrival {
                let line = self.under_way.remove(number);
                self.receive(world, line, day, log);
            } else {
                let customer = customers.remove(number);
                self.serve_customer(world, &customer, day, log);
            }
            self.pass_on(world, when.0, log);
        }
        self.minutes.left.clear();
        if has_customers(world.plan) {
            for (number, demand) in world.plan.demands.iter().enumerate() {
                let stopped = self.site_stopped(world.plan, demand.cell);
                self.reachable[number] = !stopped && self.on_hand[place(demand.cell)] > 0;
            }
        }
    }

    fn customers(&self, world: &World, day: u32) -> Vec<Customer> {
        let plan = world.plan;
        let number = world.number(day);
        let mut customers = Vec::new();
        for (entry, demand) in (0..).zip(&plan.demands) {
            let Some(Law::Arrivals { rate, size }) = laws::law_of(plan, entry) else { continue };
            let weekday = (number + i64::from(plan.calendar.start_weekday)).rem_euclid(7) as usize;
            let factor = demand.profile.0[weekday] * laws::season(plan, entry, number);
            let surge = self.surge(plan, entry);
            let mut block = world.block(demand.stream, number);
            let count = Poisson { mean: factor * rate }.sample(&mut block) as usize;
            let mut moments: Vec<i64> =
                (0..count).map(|_| (block.unit() * MINUTES_PER_DAY as f64).floor() as i64).collect();
            moments.sort_unstable();
            for (nth, moment) in moments.into_iter().enumerate() {
                let (x, scale) = match size {
                    CustomerSize::Plain(SizeLaw::Fixed { quanta }) => (*quanta, 1),
                    CustomerSize::Plain(SizeLaw::Lognormal { mu, sigma }) => {
                        ((mu + sigma * standard_normal(&mut block)).exp(), 1)
                    }
                    CustomerSize::Plain(SizeLaw::Geometric { mean }) => {
                        (Geometric { mean: *mean }.sample(&mut block), plan.resolution)
                    }
                    CustomerSize::Empirical { values, cumulative } => {
                        let p = 1.0 - block.unit();
                        (values[cumulative.iter().position(|reached| *reached >= p).expect("the last is 1")], 1)
                    }
                };
                let quantity = laws::rounded(x * surge, block.unit()) * scale;
                let rank = 255 - world.rank_of(demand.cell);
                let phase = DayPhase::Demand.place(&plan.calendar.day_order);
                customers.push(Customer {
                    when: (start_of(day) + moment, phase, rank, entry, nth),
                    demand: entry,
                    quantity,
                });
            }
        }
        customers
    }

    fn serve_customer(&mut self, world: &World, customer: &Customer, day: u32, log: &mut Vec<Event>) {
        let &Customer { demand, quantity, .. } = customer;
        let cell = world.plan.demands[place(demand)].cell;
        let mut served = 0;
        self.open_for_want(world.plan, cell, self.backlog[place(cell)] + quantity, log);
        if !self.site_stopped(world.plan, cell) {
            self.serve_backlog(cell);
            served = quantity.min(self.on_hand[place(cell)]);
            self.take(cell, served);
        }
        if world.plan.unmet == Unmet::Backorder && self.cut.is_none() {
            self.backlog[place(cell)] += quantity - served;
        }
        self.ordering.ask(cell, quantity);
        log.push(Event::Demanded { day, demand, quantity, served });
        if served < quantity {
            let cause = self.cause(world, demand, day);
            self.causes.push((day, demand, quantity - served, cause));
        }
        // All that supply it, whatever way; downstream first.
        let mut concerned = vec![false; world.plan.cells.len()];
        concerned[place(cell)] = true;
        for rank in world.ranks().rev() {
            for cell in cells(world.plan).filter(|&cell| world.rank_of(cell) == rank) {
                if concerned[place(cell)] {
                    self.review_now(world, cell, day, log);
                    for number in ways_of(world.plan, cell) {
                        if let Some(source) = way(world.plan, number).source {
                            concerned[place(source)] = true;
                        }
                    }
                }
            }
        }
    }

    /// Orders of a cell that is reviewed continuously, if it is.
    fn review_now(&mut self, world: &World, cell: u32, day: u32, log: &mut Vec<Event>) {
        if !is_continuous(world, day, cell) || self.site_stopped(world.plan, cell) {
            return;
        }
        let rules = world.rules(day);
        let terms = terms(rules, cell);
        loop {
            let rule = self.rule_today(world, rules.rules[place(cell)], cell, terms.follows, day);
            let mut quantity = asked_for(rule, self.seen_stock(world, cell, terms.basis), terms.tolerance);
            if quantity == 0 {
                return;
            }
            quantity = quantity.max(terms.minimum_order);
            let pack = rules.packs[place(cell)];
            quantity += (pack - quantity % pack) % pack;
            let number = self.choose_way(rules, cell, quantity);
            self.requested[place(number)] += quantity;
            let cut_off = transport::rules(world.plan, way(world.plan, number).lane).cut_off;
            let missed = cut_off.is_some_and(|cut_off| i64::from(cut_off) <= self.minutes.now);
            self.minutes.line.push((number, quantity, if missed { day + 1 } else { day }));
            if let Some(source) = way(world.plan, number).source {
                self.ordering.ask(source, quantity);
            }
            log.push(Event::Ordered { day, cell: number, quantity });
        }
    }

    /// Goes through the line for what is bought from suppliers, cell by cell, then for each selling cell, upstream first.
    fn pass_on(&mut self, world: &World, now: i64, log: &mut Vec<Event>) {
        let plan = world.plan;
        for number in ways(plan).filter(|&number| way(plan, number).source.is_none()) {
            self.serve_line(world, now, &|asked| asked == number, None, log);
        }
        for rank in world.ranks() {
            for seller in cells(plan).filter(|&cell| world.rank_of(cell) == rank) {
                let buys_here = |asked: u32| way(plan, asked).source == Some(seller);
                self.serve_line(world, now, &buys_here, Some(seller), log);
            }
        }
    }

    fn serve_line(
        &mut self,
        world: &World,
        now: i64,
        concerned: &dyn Fn(u32) -> bool,
        seller: Option<u32>,
        log: &mut Vec<Event>,
    ) {
        if let Some(seller) = seller {
            let open = |number: &u32| concerned(*number) && self.way_is_free(world, *number);
            let asked = ways(world.plan).filter(open);
            let wanted = asked.map(|number| self.limited(world, number, self.minutes.waits(number))).sum();
            self.open_for_want(world.plan, seller, wanted, log);
        }
        for number in 0..self.minutes.line.len() {
            let (asked, quantity, from) = self.minutes.line[number];
            if from > self.today || !concerned(asked) || !self.way_is_free(world, asked) {
                continue;
            }
            let stock = seller.map_or(Quanta::MAX, |seller| self.sees(world.plan, seller, asked));
            let most = self.limited(world, asked, self.minutes.waits(asked));
            let leaves = quantity.min(stock).min(most);
            if leaves > 0 {
                self.minutes.line[number].1 -= leaves;
                self.leave_now(world, asked, leaves, now, log);
            }
        }
        self.minutes.line.retain(|(_, quantity, _)| *quantity > 0);
    }

    fn way_is_free(&self, world: &World, number: u32) -> bool {
        let buyer = way(world.plan, number);
        let origin = world.plan.lanes[place(buyer.lane)].from;
        let offer = buyer.offer.is_some_and(|offer| self.stopped(world.plan, Target::Offer(offer)));
        !offer && !self.stopped(world.plan, Target::Lane(buyer.lane)) && !self.stopped(world.plan, Target::Site(origin))
    }

    fn leave_now(&mut self, world: &World, number: u32, quantity: Quanta, now: i64, log: &mut Vec<Event>) {
        let day = self.today;
        self.tell_price(world.plan, number, quantity, day, log);
        let ages = self.take_from_source(world, number, quantity);
        let arrival = self.arrival_at(world, number, now);
        let arrival_day = u32::try_from(arrival / MINUTES_PER_DAY).expect("a minute of the run");
        log.push(Event::Dispatched { day, cell: number, quantity, arrival_day });
        let (cell, lane) = (way(world.plan, number).cell, way(world.plan, number).lane);
        let line = Line { way: number, lane, cell, quantity, arrival, frozen: false, exact: true, ages };
        if arrival == now {
            self.receive(world, line, day, log);
        } else {
            self.under_way.push(line);
        }
    }

    fn arrival_at(&mut self, world: &World, number: u32, now: i64) -> i64 {
        let (plan, today) = (world.plan, self.today);
        let buyer = way(plan, number);
        let lane = &plan.lanes[place(buyer.lane)];
        let nth = self.minutes.left.entry(number).or_insert(0);
        let occurrence = (1_u128 << 63) as i128 + (i128::from(world.number(today)) + (1 << 40)) * (1 << 20);
        let mut block = world.block(buyer.stream, (occurrence + i128::from(*nth)) as u64 as i64);
        *nth += 1;
        if let Some(pool) = transport::rules(plan, buyer.lane).server {
            return self.served_at(world, number, pool, now, &mut block);
        }
        match lane.lead_times {
            LeadTimes::Independent => {
                let z = standard_normal(&mut block);
                now + self.lead_minutes(plan, buyer.lane, lane.law.at_score(z))
            }
            LeadTimes::Correlated { score } => {
                let own = now + self.lead_minutes(plan, buyer.lane, lane.law.at_score(self.scores[place(score)]));
                let of_day = |past: u32| {
                    let z = self.score_history[past as usize][place(score)];
                    // Noted when dispatch began; today that may be still to come.
                    let (times, added) = self.slower_history.get(past as usize)?.get(place(buyer.lane))?;
                    Some(start_of(past) + minutes(lane.law.at_score(z) * times + added))
                };
                (0..=today).filter_map(of_day).fold(own, i64::max)
            }
        }
    }
}
