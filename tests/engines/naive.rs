//! The second engine: the model page (`docs/model.md`) as a loop over days, with nothing clever in it.
//!
//! Goods under way are a plain list that is searched every day. What is owed, what is in transit, what is stopped and
//! the inventory position are summed from scratch whenever they are asked for. The only things shared with the main
//! engine are the types of the plan and the keyed draws.

use crate::apart;
use crate::event::{Event, Run};
use crate::help;
use crate::minutes;
use crate::naive_terms;
use crate::need::need;
use crate::probe;
use crate::processes::{self, ProcessState};
use crate::shelf;
use crate::shortage;
use crate::staff;
use crate::stop;
use crate::transport;
use crate::ways::{way, ways};
use crate::world::World;
use beredd::engine::calendar::DayPhase;
use beredd::plan::Plan;
use beredd::plan::cut::Cut;
use beredd::plan::disruption::Target;
use beredd::random::key::ReplicationKey;
use beredd::random::normal::standard_normal;
use beredd::units::Quanta;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub const MINUTES_PER_DAY: i64 = 1440;
const RHO: f64 = 0.98;

/// Runs one replication from its first day to its last.
pub fn simulate(plan: &Plan, seed: u64, replication: u64) -> Run {
    let world = World { plan, root: plan, key: ReplicationKey::new(seed, replication) };
    let mut state = State::at_start(&world);
    let mut run =
        Run { events: Vec::new(), readings: Vec::new(), stops: Vec::new(), causes: Vec::new(), notes: BTreeSet::new() };
    for day in 0..plan.calendar.warm_up_days + plan.calendar.measured_days {
        let world = state.begin(&world, day, &mut run.events);
        for number in 0..plan.endurance.probes {
            if probe::day(&world, number) == day {
                run.readings.extend(probe::take(&world, &state, number, day));
                run.stops.extend(stop::take(&world, &state, number, day));
            }
        }
        state.live_through(&world, day, &mut run.events);
    }
    run.notes = state.notes.borrow().clone();
    run.causes = state.causes;
    run.stops.sort_by_key(|stop| (stop.probe, stop.cut));
    run.readings.sort_by_key(|reading| (reading.probe, reading.cut, reading.claim));
    run
}

/// The indices of all cells.
pub fn cells(plan: &Plan) -> impl Iterator<Item = u32> + use<> {
    0..u32::try_from(plan.cells.len()).expect("cells have u32 indices")
}

/// The state of the supply on a day.
#[derive(Clone)]
pub struct State {
    pub on_hand: Vec<Quanta>,
    /// Ordered and not yet shipped, per way.
    pub requested: Vec<Quanta>,
    pub backlog: Vec<Quanta>,
    pub under_way: Vec<Line>,
    pub scores: Vec<f64>,
    /// The scores of every day so far.
    pub score_history: Vec<Vec<f64>>,
    pub processes: Vec<ProcessState>,
    /// Stock that processes have locked: (process, cell, quantity).
    pub locked_away: Vec<(u32, u32, Quanta)>,
    /// Per way: what has left by it since a process that limits it began last.
    pub left_for: Vec<Quanta>,
    /// Per day so far and lane: the factor on lead times, and the days added.
    pub slower_history: Vec<Vec<(f64, f64)>>,
    /// Per demand entry: stock within reach just after the latest demand.
    pub reachable: Vec<bool>,
    /// The copy of a probe has a cut.
    pub cut: Option<Cut>,
    /// What transport remembers.
    pub memory: transport::Memory,
    /// Need that comes back.
    pub returning: shortage::Returning,
    /// What neighbours have sent.
    pub between_sites: help::OnTheirWay,
    /// Entries whose line was blocked by others of its order in the latest demand.
    pub blocked: Vec<u32>,
    /// What ordering remembers.
    pub ordering: naive_terms::Memory,
    /// What happens at minutes remembers.
    pub minutes: minutes::Memory,
    pub today: u32,
    /// Per way: what it was ordered so far.
    pub ever_ordered: BTreeMap<u32, Quanta>,
    /// What was short so far, and why.
    pub causes: Vec<crate::causes::Short>,
    /// What stands on shelves, by the day on which it expires.
    pub shelf: shelf::Shelf,
    /// What staff remembers.
    pub staff: staff::Memory,
    /// The phase of the run.
    pub phase: usize,
    /// The phase of every day so far.
    pub phase_history: Vec<usize>,
    /// Reserves that stand apart.
    pub apart: Vec<apart::Store>,
    /// The cut of the copy is over.
    pub cut_lifted: bool,
    /// What is noted of this state and of all its copies together.
    pub notes: Rc<RefCell<BTreeSet<&'static str>>>,
}

/// Goods on their way to a cell.
#[derive(Clone)]
pub struct Line {
    /// The way that it came by, and its lane then.
    pub way: u32,
    pub lane: u32,
    pub cell: u32,
    pub quantity: Quanta,
    /// Minutes from the start of the run.
    pub arrival: i64,
    /// Under way on a frozen lane when the cut came: never arrives, and nobody counts on it any more.
    pub frozen: bool,
    /// Joins the stock at its minute, not on the next morning.
    pub exact: bool,
    /// When its goods expire; what is not told of is fresh on arrival.
    pub ages: shelf::Ages,
}

/// The first day that starts at or after a minute.
pub fn day_at_or_after(minute: i64) -> u32 {
    u32::try_from((minute + MINUTES_PER_DAY - 1) / MINUTES_PER_DAY).expect("a minute of the run")
}

pub fn start_of(day: u32) -> i64 {
    i64::from(day) * MINUTES_PER_DAY
}

pub fn minutes(days: f64) -> i64 {
    (days * MINUTES_PER_DAY as f64).round() as i64
}

pub fn place(index: u32) -> usize {
    index as usize
}

impl State {
    /// Before day 0: the stock of the plan, nothing ordered, the processes as they come from the anchor.
    pub fn at_start(world: &World) -> State {
        let plan = world.plan;
        State {
            on_hand: plan.cells.iter().map(|cell| cell.initial).collect(),
            requested: vec![0; ways(plan).count()],
            backlog: vec![0; plan.cells.len()],
            under_way: Vec::new(),
            scores: vec![0.0; plan.lead_scores.len()],
            score_history: Vec::new(),
            processes: processes::at_start(world),
            locked_away: Vec::new(),
            left_for: vec![0; ways(plan).count()],
            slower_history: Vec::new(),
            reachable: vec![false; plan.demands.len()],
            cut: None,
            memory: transport::Memory::default(),
            returning: Vec::new(),
            between_sites: Vec::new(),
            blocked: Vec::new(),
            ordering: naive_terms::Memory::default(),
            minutes: minutes::Memory::default(),
            today: 0,
            ever_ordered: BTreeMap::new(),
            causes: Vec::new(),
            shelf: shelf::at_start(plan),
            staff: staff::Memory::default(),
            phase: 0,
            phase_history: Vec::new(),
            apart: apart::at_start(world),
            cut_lifted: false,
            notes: Rc::default(),
        }
    }

    /// One day: the scores, the five phases, the sums.
    pub fn live_through(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        let world = &self.begin(world, day, log);
        self.today = day;
        self.renew_scores(world, day);
        for phase in world.plan.calendar.day_order {
            match phase {
                DayPhase::State => self.state_phase(world, day, log),
                DayPhase::Receive => self.receive_phase(world, day, log),
                DayPhase::Demand => self.demand_phase(world, day, log),
                DayPhase::Review => {
                    self.settle(world, day, log);
                    self.review_phase(world, day, log);
                }
                DayPhase::Dispatch => {
                    self.settle(world, day, log);
                    self.dispatch_phase(world, day, log);
                }
            }
        }
        self.within_the_day(world, day, log);
        log.push(Event::DayEnd {
            day,
            on_hand: self.on_hand.iter().sum(),
            backlog: self.backlog.iter().sum(),
            in_transit: cells(world.plan).map(|cell| self.in_transit(cell)).sum(),
            requested: self.requested.iter().sum(),
        });
    }

    /// Whether something is stopped: by a process that is down, or by the cut.
    pub fn stopped(&self, plan: &Plan, target: Target) -> bool {
        let by_process =
            plan.disruptions.iter().zip(&self.processes).any(|(p, state)| state.down && p.targets.contains(&target));
        by_process || self.cut.as_ref().is_some_and(|cut| cut.stops.contains(&target))
    }

    pub fn site_stopped(&self, plan: &Plan, cell: u32) -> bool {
        self.stopped(plan, Target::Site(plan.cells[place(cell)].site))
    }

    /// What is on its way to a cell and will arrive.
    pub fn in_transit(&self, cell: u32) -> Quanta {
        let on_lanes = self.under_way.iter().filter(|line| line.cell == cell && !line.frozen);
        let road: Quanta = on_lanes.map(|line| line.quantity).sum();
        road + help::on_the_way_to(self, cell) + self.staff.waits_for(cell)
    }

    fn owed(&self, world: &World, cell: u32) -> Quanta {
        world.buyers(cell).map(|buyer| self.requested[place(buyer)]).sum()
    }

    pub fn position(&self, world: &World, cell: u32) -> Quanta {
        let at = place(cell);
        self.on_hand[at] + self.requested_of(world.plan, cell) + self.in_transit(cell)
            - self.backlog[at]
            - self.owed(world, cell)
    }

    pub fn serve_backlog(&mut self, cell: u32) {
        let at = place(cell);
        let served = self.on_hand[at].min(self.backlog[at]);
        self.take(cell, served);
        self.backlog[at] -= served;
    }

    /// Before the phases: every score is followed from the anchor to the first day, and then renewed when the week has
    /// changed.
    fn renew_scores(&mut self, world: &World, day: u32) {
        for (score, law) in self.scores.iter_mut().zip(&world.plan.lead_scores) {
            let epsilon = |number: i64| standard_normal(&mut world.block(law.stream, number.div_euclid(7)));
            let mut number = world.number(day) - 1;
            if day == 0 {
                number = world.anchor();
                *score = epsilon(number);
            }
            while number < world.number(day) {
                number += 1;
                if number.rem_euclid(7) == 0 {
                    *score = RHO * *score + (1.0 - RHO * RHO).sqrt() * epsilon(number);
                }
            }
        }
        self.score_history.push(self.scores.clone());
    }

    /// 2. Arrivals, upstream sites first.
    fn receive_phase(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        for rank in world.ranks() {
            let today = |line: &Line| {
                !(line.frozen || line.exact && line.arrival % MINUTES_PER_DAY != 0)
                    && day_at_or_after(line.arrival) == day
                    && world.rank_of(line.cell) == rank
            };
            let mut arriving: Vec<Line> = self.under_way.iter().filter(|line| today(line)).cloned().collect();
            // Which of two lanes comes first matters where goods expire and somebody waits.
            arriving.sort_by_key(|line| way(world.plan, line.way).lane);
            let site = |line: &Line| world.plan.cells[place(line.cell)].site;
            let (mut docked, arriving): (Vec<Line>, Vec<Line>) =
                arriving.into_iter().partition(|line| staff::time_to_receive(world.plan, site(line)).is_some());
            let first_expiry = |line: &Line| line.ages.iter().map(|age| age.0).min();
            docked.sort_by_key(|line| (way(world.plan, line.way).lane, line.way, line.quantity, first_expiry(line)));
            self.under_way.retain(|line| !today(line));
            for line in arriving {
                self.receive(world, line, day, log);
            }
            docked.into_iter().for_each(|line| self.comes_to_dock(site(&line), line));
            for (number, site) in (0..).zip(&world.plan.sites) {
                if site.rank == rank {
                    self.work_on_dock(world, number, day, log);
                }
            }
        }
        help::come_in(self, world, day, log);
    }

    /// The goods join the stock, and the backlog is served first from it.
    pub fn receive(&mut self, world: &World, line: Line, day: u32, log: &mut Vec<Event>) {
        let Line { way: number, cell, quantity, ages, .. } = line;
        log.push(Event::Received { day, cell: number, quantity });
        let locked = way(world.plan, number).offer.is_some()
            && self.cut.as_ref().is_some_and(|cut| cut.locks_supplier_stock)
            && probe::owned_by_a_supplier(world.plan, cell);
        if self.cut.as_ref().is_some_and(|cut| cut.locks_supplier_stock) {
            probe::note_claim(self, world.plan, cell, locked);
        }
        if locked {
            self.lock_ages(world.plan, None, cell, quantity, ages);
        } else {
            self.put(world.plan, cell, (quantity, ages), true, log);
        }
        if !self.site_stopped(world.plan, cell) {
            self.serve_backlog(cell);
        }
    }

    /// 3. The wards take what they need.
    fn demand_phase(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        let mut short = Vec::new();
        shortage::come_back(self, world.plan, day, log);
        let entries = (0..).zip(&world.plan.demands);
        let needs: Vec<Quanta> =
            entries.map(|(number, demand)| need(world, number, demand, day, self.surge(world.plan, number))).collect();
        self.open_for_wards(world, &needs, day, log);
        let held = help::decide(self, world, day, log);
        self.blocked.clear();
        for (number, demand) in (0..).zip(&world.plan.demands) {
            let (cell, at) = (demand.cell, place(demand.cell));
            let stopped = self.site_stopped(world.plan, cell);
            if !stopped {
                self.serve_backlog(cell);
            }
            let quantity = needs[place(number)];
            let blocked = held.contains_key(&number) && help::covers(self, world.plan, number, quantity);
            self.ordering.ask(cell, quantity);
            let served = if quantity < 0 {
                self.take_back(world.plan, cell, -quantity, log);
                quantity
            } else if stopped || held.contains_key(&number) {
                0
            } else {
                self.on_hand[at].min(quantity)
            };
            if quantity > 0 {
                self.take(cell, served);
                short.push((number, quantity - served));
            }
            log.push(Event::Demanded { day, demand: number, quantity, served });
            if served < quantity {
                let cause = self.cause(world, if blocked { held[&number] } else { number }, day);
                self.causes.push((day, number, quantity - served, cause));
            }
            if blocked {
                self.blocked.push(number);
                log.push(Event::HeldBack { day, demand: number, missing: held[&number], quantity });
            }
        }
        short.retain(|(_, quantity)| *quantity > 0);
        shortage::settle(self, world, &short, day, log);
        for (number, demand) in world.plan.demands.iter().enumerate() {
            let stopped = self.site_stopped(world.plan, demand.cell);
            self.reachable[number] = !stopped && self.on_hand[place(demand.cell)] > 0;
        }
    }

    /// 4. Stock is reviewed, downstream sites first.
    fn review_phase(&mut self, world: &World, day: u32, log: &mut Vec<Event>) {
        let rules = world.rules(day);
        for rank in world.ranks().rev() {
            for group in &rules.reviews {
                let here = world.plan.sites[place(group.site)].rank == rank;
                for cell in (group.cells.start..group.cells.end).filter(|_| here) {
                    self.ordering.close(cell);
                }
                let due = group.every_days != 0 && naive_terms::is_due(world, group, world.number(day));
                if here && due && !self.stopped(world.plan, Target::Site(group.site)) {
                    self.review_group(world, rules, group, day, log);
                }
            }
        }
    }
}
