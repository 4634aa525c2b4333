//! Orders of the second engine: every rule and every term of `docs/model.md`, *Orders*. Nothing is kept that can be searched
//! for: what a forecast has seen is the whole past, what waits for approval is a list of orders.

use crate::event::Event;
use crate::naive::{State, place};
use crate::ways::way;
use crate::world::World;
use beredd::plan::phase::Phase;
use beredd::plan::policy::{ReviewGroup, Rule};
use beredd::plan::terms::{Basis, Follows, Forecast, Method, Terms};
use beredd::random::normal::standard_normal;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// What ordering remembers.
#[derive(Clone, Default)]
pub struct Memory {
    /// (way, quantity, first day on which it may be shipped) of orders that wait for approval.
    pub unapproved: Vec<(u32, Quanta, u32)>,
    /// Asked of each cell since its latest review phase.
    pub asked: BTreeMap<u32, Quanta>,
    /// The use of every day so far, per cell.
    pub uses: BTreeMap<u32, Vec<Quanta>>,
    /// Per cell whose forecast goes on through a switch: the mean that it began with.
    pub began_with: BTreeMap<u32, f64>,
    /// The number of the latest day on which each list was looked at.
    pub listed: BTreeMap<u32, i64>,
}

impl Memory {
    pub fn ask(&mut self, cell: u32, quantity: Quanta) {
        *self.asked.entry(cell).or_default() += quantity;
    }

    /// The day's asking of a cell is over.
    pub fn close(&mut self, cell: u32) {
        let today = self.asked.remove(&cell).unwrap_or(0);
        self.uses.entry(cell).or_default().push(today);
    }

    /// What of a cell's requests is not yet approved on a day.
    pub fn waits(&self, cell: u32, day: u32) -> Quanta {
        self.unapproved
            .iter()
            .filter(|(of, _, ready)| *of == cell && *ready > day)
            .map(|(_, quantity, _)| quantity)
            .sum()
    }
}

pub fn terms(rules: &Phase, cell: u32) -> Terms {
    if rules.terms.is_empty() { Terms::default() } else { rules.terms[place(cell)] }
}

impl State {
    /// A review of a group on a day.
    pub fn review_group(&mut self, world: &World, rules: &Phase, group: &ReviewGroup, day: u32, log: &mut Vec<Event>) {
        let cells = group.cells.start..group.cells.end;
        let first = log.len();
        for cell in cells.clone() {
            self.review_cell(world, rules, cell, terms(rules, cell).tolerance, day, log);
        }
        let written: Vec<u32> = log[first..]
            .iter()
            .filter_map(|event| match *event {
                Event::Ordered { cell, quantity, .. } if quantity > 0 => Some(way(world.plan, cell).cell),
                _ => None,
            })
            .collect();
        for cell in cells.filter(|cell| !written.contains(cell)) {
            let lane = |cell: u32| world.plan.cells[place(cell)].lane;
            let caller = |&other: &u32| terms(rules, other).joint.is_some() && lane(other) == lane(cell);
            if let Some(margin) = terms(rules, cell).joint
                && written.iter().any(caller)
            {
                let tolerance = terms(rules, cell).tolerance;
                self.review_cell(world, rules, cell, if margin > tolerance { margin } else { tolerance }, day, log);
            }
        }
    }

    fn review_cell(
        &mut self,
        world: &World,
        rules: &Phase,
        cell: u32,
        tolerance: Quanta,
        day: u32,
        log: &mut Vec<Event>,
    ) {
        let (terms, stock) = (terms(rules, cell), self.seen_stock(world, cell, terms(rules, cell).basis));
        let rule = self.rule_today(world, rules.rules[place(cell)], cell, terms.follows, day);
        if let (Rule::OrderUpTo { level }, true) = (rule, terms.returns)
            && stock > level
        {
            self.give_back(world, cell, stock - level, day, log);
            return;
        }
        let mut quantity = match rule {
            Rule::List { list } => self.due_of_list(world, list, day),
            rule => asked_for(rule, stock, tolerance),
        };
        if quantity > 0 {
            quantity = quantity.max(terms.minimum_order);
            while quantity % rules.packs[place(cell)] != 0 {
                quantity += 1;
            }
            let number = self.choose_way(rules, cell, quantity);
            self.requested[place(number)] += quantity;
            let cut_off = crate::transport::rules(world.plan, way(world.plan, number).lane).cut_off;
            let missed = cut_off.is_some_and(|cut_off| cut_off <= terms.written_at);
            let waits = terms.approval_days + u32::from(missed);
            if waits > 0 {
                self.ordering.unapproved.push((number, quantity, day + waits));
            }
            if let Some(source) = way(world.plan, number).source {
                self.ordering.ask(source, quantity);
            }
            log.push(Event::Ordered { day, cell: number, quantity });
        }
    }

    pub fn seen_stock(&self, world: &World, cell: u32, basis: Basis) -> Quanta {
        let below = || {
            world
                .buyers(cell)
                .map(|buyer| self.seen_stock(world, way(world.plan, buyer).cell, Basis::Echelon))
                .sum::<Quanta>()
        };
        match basis {
            Basis::OnHand => self.on_hand[place(cell)],
            Basis::Available => self.on_hand[place(cell)] + self.requested_of(world.plan, cell) + self.in_transit(cell),
            Basis::Position => self.position(world, cell),
            Basis::Echelon => self.position(world, cell) + below(),
        }
    }

    fn due_of_list(&mut self, world: &World, list: u32, day: u32) -> Quanta {
        let today = world.number(day);
        let before = self.ordering.listed.insert(list, today).unwrap_or(i64::MIN);
        let orders = world.plan.order_lists[place(list)].iter();
        orders.filter(|order| order.day > before && order.day <= today).map(|order| order.quantity).sum()
    }

    fn give_back(&mut self, world: &World, cell: u32, quantity: Quanta, day: u32, log: &mut Vec<Event>) {
        let unsent = quantity.min(self.releasable(cell));
        let goods = (quantity - unsent).min(self.on_hand[place(cell)]);
        self.requested[place(cell)] -= unsent;
        let ages = self.take(cell, goods);
        if let Some(source) = world.plan.cells[place(cell)].source {
            self.put(world.plan, source, (goods, ages), false, log);
            self.ordering.ask(source, -unsent - goods);
        }
        if unsent + goods > 0 {
            log.push(Event::Ordered { day, cell, quantity: -unsent - goods });
        }
    }

    /// The rule with its level as the forecast has it.
    pub fn rule_today(&self, world: &World, rule: Rule, cell: u32, follows: Option<Follows>, day: u32) -> Rule {
        let forecast = world.plan.forecasts.iter().find(|forecast| forecast.cell == cell);
        let (Some(follows), Some(forecast)) = (follows, forecast) else { return rule };
        let expected = self.expected(world, forecast, day);
        let to = ((expected * follows.days + follows.constant).round() as Quanta).max(follows.least);
        match rule {
            Rule::MinMax { point, level } => Rule::MinMax { point: to, level: to + level - point },
            Rule::OrderUpTo { .. } => Rule::OrderUpTo { level: to },
            Rule::ReorderPoint { lot, .. } => Rule::ReorderPoint { point: to, lot },
            Rule::FixedQuantity { lot, .. } => Rule::FixedQuantity { point: to, lot },
            Rule::Need { minimum, .. } => Rule::Need { need: to, minimum },
            Rule::Restore { .. } => Rule::Restore { point: to },
            other => other,
        }
    }

    fn expected(&self, world: &World, forecast: &Forecast, day: u32) -> f64 {
        let known = world.plan.cells[place(forecast.cell)].mean_daily;
        let none = Vec::new();
        let uses = self.ordering.uses.get(&forecast.cell).unwrap_or(&none);
        let mean = match forecast.method {
            Method::Given => known,
            Method::Smoothing { alpha } => {
                let first = self.ordering.began_with.get(&forecast.cell).copied().unwrap_or(known);
                uses.iter().fold(first, |mean, &newest| alpha * newest as f64 + (1.0 - alpha) * mean)
            }
            Method::MovingAverage { days } => {
                let latest = uses.iter().rev().take(days as usize);
                let missing = days - u32::try_from(latest.len()).expect("a short run");
                (latest.sum::<Quanta>() as f64 + f64::from(missing) * known) / f64::from(days)
            }
        };
        let z = standard_normal(&mut world.block(forecast.stream, world.number(day).div_euclid(7)));
        let noise = forecast.noise;
        let score = if noise > 0.0 { z } else { 0.0 };
        mean * ((1.0 + forecast.bias) * libm::exp(noise * score - noise * noise / 2.0))
    }
}

/// What a rule asks for when it sees so much stock.
pub fn asked_for(rule: Rule, stock: Quanta, tolerance: Quanta) -> Quanta {
    match rule {
        Rule::Never | Rule::List { .. } => 0,
        Rule::OrderUpTo { level } => (level - stock).max(0),
        Rule::ReorderPoint { point, lot } => {
            let mut quantity = if stock > point && stock <= point + tolerance { lot } else { 0 };
            while stock + quantity <= point {
                quantity += lot;
            }
            quantity
        }
        Rule::Need { need, minimum } => {
            let delta = stock - need;
            if delta >= minimum { 0 } else { minimum - delta }
        }
        Rule::MinMax { point, level } => {
            if stock > point + tolerance {
                0
            } else {
                (level - stock).max(0)
            }
        }
        Rule::FixedQuantity { point, lot } => {
            if stock >= point + tolerance {
                0
            } else {
                lot
            }
        }
        Rule::Restore { point } => {
            if stock >= point + tolerance {
                0
            } else {
                (point - stock).max(1)
            }
        }
    }
}

/// Whether a group is reviewed on the day of a number.
pub fn is_due(world: &World, group: &ReviewGroup, number: i64) -> bool {
    let weekday = (number + i64::from(world.plan.calendar.start_weekday)).rem_euclid(7);
    let on_this_day = |days: [bool; 7]| days[usize::try_from(weekday).expect("a remainder of 7")];
    (number - i64::from(group.offset)).rem_euclid(i64::from(group.every_days)) == 0
        && group.order_days.is_none_or(on_this_day)
}
