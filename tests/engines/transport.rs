//! Transport in the second engine: schedules, loading, servers, receipt bit by bit, express, opening days.

use crate::event::Event;
use crate::naive::{Line, State, day_at_or_after, minutes, place, start_of};
use crate::rationing::{self, Rules};
use crate::shelf::{self, Ages};
use crate::ways::{way, ways};
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::disruption::Target;
use beredd::plan::lane::LeadTimes;
use beredd::plan::transport::{Delivery, Departures, LaneRules};
use beredd::random::block::Block;
use beredd::random::normal::standard_normal;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// What transport remembers from day to day.
#[derive(Clone, Default)]
pub struct Memory {
    /// Cells with an open request → the first day on which dispatch met it.
    pub waiting_since: BTreeMap<u32, u32>,
    /// Parts of lines with a receipt rate: (cell, day, quantity).
    planned: Vec<(u32, u32, Quanta)>,
    /// Server pool → for each of its servers the minute at which it is free.
    busy: BTreeMap<u32, Vec<i64>>,
    /// Lane → the latest arrival of a line that had a server.
    latest: BTreeMap<u32, i64>,
}

impl Memory {
    /// A cell buys otherwise: what of its lines comes in when is nothing to it.
    pub fn forget_receipt(&mut self, cell: u32) {
        self.planned.retain(|(of, ..)| *of != cell);
    }

    pub fn forget_receipts(&mut self) {
        self.planned.clear();
    }

    pub fn forget_servers(&mut self) {
        self.busy.clear();
        self.latest.clear();
    }
}

/// The rules of a lane; those of a plan without any are the plain ones.
pub fn rules(plan: &Plan, lane: u32) -> LaneRules {
    plan.transport.lanes.get(place(lane)).cloned().unwrap_or_default()
}

/// Whether a day with this number is a day of departure.
pub fn departs(plan: &Plan, lane: u32, number: i64) -> bool {
    match rules(plan, lane).departs {
        Departures::Daily => true,
        Departures::Weekdays(days) => days[weekday(plan, number)],
        Departures::Every { days, offset } => (number - i64::from(offset)) % i64::from(days) == 0,
    }
}

fn weekday(plan: &Plan, number: i64) -> usize {
    usize::try_from((number + i64::from(plan.calendar.start_weekday)).rem_euclid(7)).expect("a weekday")
}

/// Whether goods come in at a site on a day.
pub fn takes_in(plan: &Plan, site: u32, day: u32) -> bool {
    let number = i64::from(day) - i64::from(plan.calendar.warm_up_days);
    plan.transport.receives.is_empty() || plan.transport.receives[place(site)][weekday(plan, number)]
}

/// The minute itself if its day is one on which the site takes goods in, else the start of the next such day.
pub fn when_open(plan: &Plan, site: u32, minute: i64) -> i64 {
    let mut day = day_at_or_after(minute);
    if takes_in(plan, site, day) {
        return minute;
    }
    while !takes_in(plan, site, day) {
        day += 1;
    }
    start_of(day)
}

/// Whether dispatch goes through the four steps.
pub fn in_steps(plan: &Plan) -> bool {
    let special = |rules: &LaneRules| {
        let capacity = rules.capacity;
        capacity.pallets.or(capacity.payload).or(capacity.quantity).is_some() || rules.delivers != Delivery::Partial
    };
    !plan.staff.is_empty()
        || !plan.rationing.rules.is_empty()
        || !plan.transport.express.is_empty()
        || plan.transport.lanes.iter().any(special)
}

impl State {
    /// The four steps of one origin.
    pub fn dispatch_in_steps(&mut self, world: &World, origin: u32, day: u32, log: &mut Vec<Event>) {
        let plan = world.plan;
        let from_here = |cell: &u32| plan.lanes[place(way(plan, *cell).lane)].from == origin;
        let mine: Vec<u32> = ways(plan).filter(from_here).collect();
        self.send_express(world, &mine, day, log);
        let lanes: Vec<u32> = (0..).zip(&plan.lanes).filter(|(_, lane)| lane.from == origin).map(|(n, _)| n).collect();
        let on = |lane: u32| mine.iter().copied().filter(move |&cell| way(plan, cell).lane == lane);

        let mut orders: Vec<(u32, u32)> = Vec::new();
        for &lane in lanes.iter().filter(|&&lane| rules(plan, lane).delivers == Delivery::CompleteOrders) {
            let open = on(lane).filter(|&cell| self.can_leave(world, cell, day));
            orders.extend(open.map(|cell| self.memory.waiting_since[&cell]).min().map(|since| (since, lane)));
        }
        orders.sort_unstable();
        for (_, lane) in orders {
            let asked: Vec<u32> = on(lane).filter(|&cell| self.can_leave(world, cell, day)).collect();
            if asked.iter().all(|&cell| self.on_offer(world, cell) >= self.releasable(cell)) {
                let all = asked.into_iter().map(|cell| (cell, self.releasable(cell))).collect();
                self.load(world, lane, all, day, log);
            }
        }

        let given = self.give(world, &mine, day);
        for lane in lanes {
            let own = given.iter().copied().filter(|(cell, _)| way(plan, *cell).lane == lane).collect();
            self.load(world, lane, own, day, log);
        }
    }

    /// A request that is open on a lane that is open today.
    fn can_leave(&self, world: &World, cell: u32, day: u32) -> bool {
        self.asks_over_an_open_lane(world, cell, day)
    }

    /// What the source could part with, whoever asks.
    fn on_offer(&self, world: &World, cell: u32) -> Quanta {
        let buyer = way(world.plan, cell);
        let stock = match (buyer.source, buyer.offer) {
            (Some(source), _) => self.sees(world.plan, source, cell),
            (None, Some(offer)) if self.stopped(world.plan, Target::Offer(offer)) => 0,
            (None, _) => Quanta::MAX,
        };
        stock.min(self.may_leave(world, cell))
    }

    /// What each request is given that is not part of a complete order.
    fn give(&self, world: &World, mine: &[u32], day: u32) -> Vec<(u32, Quanta)> {
        let plan = world.plan;
        let delivers = |cell: u32| rules(plan, way(plan, cell).lane).delivers;
        let mut asked: Vec<u32> = mine.iter().copied().filter(|&cell| self.can_leave(world, cell, day)).collect();
        asked.retain(|&cell| delivers(cell) != Delivery::CompleteOrders);
        let mut given = Vec::new();
        let mut by_source: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for cell in asked {
            match way(plan, cell).source {
                Some(source) => by_source.entry(source).or_default().push(cell),
                None => given.push((cell, self.releasable(cell).min(self.on_offer(world, cell)))),
            }
        }
        for (source, askers) in by_source {
            let by = |rules: &Rules| {
                let share = |stock: Quanta, asked: &[(u32, Quanta)]| {
                    if asked.iter().all(|&(cell, _)| delivers(cell) == Delivery::Partial) {
                        return self.rationed(world, (source, rules), stock, asked);
                    }
                    self.one_after_another(world, (source, rules), stock, asked)
                };
                self.in_two_rounds(world, source, &askers, &share)
            };
            let parts = by(self.sharing(plan));
            if self.cut.is_some() {
                self.note_sharing(plan, &parts, &by(&plan.rationing.of_cell));
            }
            given.extend(parts);
        }
        given.retain(|(_, quantity)| *quantity > 0);
        given
    }

    /// So much of a stock, where some lines are delivered whole: they get all or nothing.
    fn one_after_another(
        &self,
        world: &World,
        (source, rules): (u32, &Rules),
        mut stock: Quanta,
        asked: &[(u32, Quanta)],
    ) -> Vec<(u32, Quanta)> {
        let plan = world.plan;
        let mut given = Vec::new();
        let turn = |cell: u32| rationing::turn(plan, rules, &self.memory.waiting_since, (source, cell));
        let mut asked = asked.to_vec();
        asked.sort_by_key(|&(cell, _)| (turn(cell), self.memory.waiting_since[&cell], cell));
        for (cell, had) in asked {
            let wish = self.releasable(cell) - had;
            let most = (self.may_leave(world, cell) - had).min(stock);
            if wish <= most || self::rules(plan, way(plan, cell).lane).delivers == Delivery::Partial {
                given.push((cell, most));
                stock -= most;
            }
        }
        given
    }

    fn load(&mut self, world: &World, lane: u32, mut given: Vec<(u32, Quanta)>, day: u32, log: &mut Vec<Event>) {
        let plan = world.plan;
        let rules = rules(plan, lane);
        given.sort_by_key(|(cell, _)| (self.memory.waiting_since[cell], way(plan, *cell).source, *cell));
        let mut loads: BTreeMap<u32, Vec<(u32, Quanta)>> = BTreeMap::new();
        for (cell, quantity) in given {
            let article = plan.cells[place(way(plan, cell).cell)].article;
            let flow = if rules.apart { plan.transport.flows[place(article)] } else { 0 };
            let load = loads.entry(flow).or_default();
            let part = largest_part(plan, &rules, load, article, quantity);
            let may_split = rules.delivers != Delivery::CompleteLines || load.is_empty();
            let loads = part > 0 && (part == quantity || may_split);
            if loads && self.picked(world, plan.lanes[place(lane)].from, day) {
                load.push((article, part));
                self.ship(world, cell, part, day, log);
            }
        }
    }

    fn send_express(&mut self, world: &World, mine: &[u32], day: u32, log: &mut Vec<Event>) {
        let plan = world.plan;
        let mut short: Vec<u32> = Vec::new();
        for &cell in mine {
            let always = plan.transport.express_of_cell.get(place(cell)).copied().flatten();
            let Some(service) = self.express(plan, cell).or(always) else { continue };
            let road = !self.stopped(plan, Target::Lane(way(plan, cell).lane));
            let at = place(way(plan, cell).cell);
            let holds = self.on_hand[at] - self.backlog[at];
            if road && self.releasable(cell) > 0 && holds < service.below {
                match self.express(plan, cell) {
                    Some(_) => short.push(cell),
                    None if self.on_offer(world, cell) > 0 => self.note_express(plan, cell, false),
                    None => {}
                }
            }
        }
        short.sort_by_key(|cell| (self.memory.waiting_since[cell], *cell));
        for cell in short {
            let quantity = self.releasable(cell).min(self.on_offer(world, cell));
            let from = plan.lanes[place(way(plan, cell).lane)].from;
            if quantity > 0 && self.picked(world, from, day) {
                self.tell_price(plan, cell, quantity, day, log);
                self.note_express(plan, cell, true);
                let service = self.express(plan, cell).expect("short cells have one");
                let z = standard_normal(&mut world.block(service.stream, world.number(day)));
                let days = plan.transport.express[place(service.service)].law.at_score(z);
                let takes = self.lead_minutes(plan, way(plan, cell).lane, days);
                let ages = self.take_from_source(world, cell, quantity);
                self.on_the_way(world, cell, (quantity, ages), start_of(day) + takes, day, log);
            }
        }
    }

    /// A line leaves by its lane; with a receipt rate it comes in part by part.
    pub fn ship(&mut self, world: &World, cell: u32, quantity: Quanta, day: u32, log: &mut Vec<Event>) {
        let (plan, buyer) = (world.plan, way(world.plan, cell));
        let site = plan.cells[place(buyer.cell)].site;
        self.tell_price(plan, cell, quantity, day, log);
        let mut ages = self.take_from_source(world, cell, quantity);
        let arrival = self.arrival(world, cell, day);
        let Some(rate) = rules(plan, buyer.lane).receipt_per_day else {
            self.on_the_way(world, cell, (quantity, ages), arrival, day, log);
            return;
        };
        let mut left = quantity;
        let last = self.memory.planned.iter().filter(|(own, ..)| *own == cell).map(|(_, day, _)| *day).max();
        let first = day_at_or_after(when_open(plan, site, arrival));
        let mut on = first.max(last.unwrap_or(0));
        while left > 0 {
            let taken: Quanta =
                self.memory.planned.iter().filter(|(own, day, _)| (*own, *day) == (cell, on)).map(|part| part.2).sum();
            let part = left.min(rate - taken);
            if takes_in(plan, site, on) && part > 0 {
                self.memory.planned.push((cell, on, part));
                let at = if on == day_at_or_after(arrival) { arrival } else { start_of(on) };
                let ages = shelf::part(&mut ages, part);
                self.on_the_way(world, cell, (part, ages), at, day, log);
                left -= part;
            }
            on += 1;
        }
    }

    pub fn take_from_source(&mut self, world: &World, cell: u32, quantity: Quanta) -> Ages {
        self.requested[place(cell)] -= quantity;
        self.left_for[place(cell)] += quantity;
        way(world.plan, cell).source.map_or_else(Ages::new, |source| self.take(source, quantity))
    }

    fn on_the_way(
        &mut self,
        world: &World,
        cell: u32,
        (quantity, ages): (Quanta, Ages),
        due: i64,
        day: u32,
        log: &mut Vec<Event>,
    ) {
        let buyer = way(world.plan, cell).cell;
        let arrival = when_open(world.plan, world.plan.cells[place(buyer)].site, due);
        log.push(Event::Dispatched { day, cell, quantity, arrival_day: day_at_or_after(arrival) });
        let lane = way(world.plan, cell).lane;
        let line = Line { way: cell, lane, cell: buyer, quantity, arrival, frozen: false, exact: false, ages };
        if arrival == start_of(day) {
            self.arrives_at_once(world, line, day, log);
        } else {
            self.under_way.push(line);
        }
    }

    /// Waits for the server that is free first, is served, and travels.
    pub fn served_arrival(&mut self, world: &World, cell: u32, day: u32, pool: u32) -> i64 {
        let mut block = world.block(way(world.plan, cell).stream, world.number(day));
        self.served_at(world, cell, pool, start_of(day), &mut block)
    }

    /// The same from a minute on, with the draws of the line.
    pub fn served_at(&mut self, world: &World, cell: u32, pool: u32, now: i64, block: &mut Block) -> i64 {
        let (plan, buyer) = (world.plan, way(world.plan, cell));
        let (lane, description) = (&plan.lanes[place(buyer.lane)], &plan.transport.servers[place(pool)]);
        let travel = standard_normal(block);
        let service = minutes(description.service.at_score(standard_normal(block)));
        let servers = self.memory.busy.entry(pool).or_insert_with(|| vec![0; place(description.count)]);
        servers.sort_unstable();
        servers[0] = servers[0].max(now) + service;
        let served = servers[0];
        match lane.lead_times {
            LeadTimes::Independent => served + self.lead_minutes(plan, buyer.lane, lane.law.at_score(travel)),
            LeadTimes::Correlated { score } => {
                let arrival =
                    served + self.lead_minutes(plan, buyer.lane, lane.law.at_score(self.scores[place(score)]));
                let latest = self.memory.latest.entry(buyer.lane).or_insert(0);
                *latest = arrival.max(*latest);
                *latest
            }
        }
    }
}

/// The largest part of a line that fits beside what is loaded, found by trying.
fn largest_part(plan: &Plan, rules: &LaneRules, load: &[(u32, Quanta)], article: u32, quantity: Quanta) -> Quanta {
    let fits = |part: Quanta| {
        let all = || load.iter().copied().chain([(article, part)]);
        let room = |limit: Option<i64>, takes: &dyn Fn(u32, Quanta) -> i64| {
            limit.is_none_or(|limit| all().map(|(article, quantity)| takes(article, quantity)).sum::<i64>() <= limit)
        };
        let up = |top: i64, under: i64| (top + under - 1) / under;
        let pallets = |article: u32, quantity: Quanta| {
            up(quantity * 1_000_000, plan.resolution * plan.articles[place(article)].units_per_pallet)
        };
        let weight = |article: u32, quantity: Quanta| {
            up(quantity * plan.transport.unit_weights.get(place(article)).copied().unwrap_or(0), plan.resolution)
        };
        room(rules.capacity.pallets, &pallets)
            && room(rules.capacity.payload, &weight)
            && room(rules.capacity.quantity, &|_, quantity| quantity)
    };
    if fits(quantity) {
        return quantity;
    }
    let (mut fit, mut unfit) = (0, quantity);
    while unfit - fit > 1 {
        let middle = fit + (unfit - fit) / 2;
        if fits(middle) { fit = middle } else { unfit = middle }
    }
    fit
}
