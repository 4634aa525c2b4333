//! Integer drivers of every figure of a replication: what the ledger counts, and what prices and measures are made of.

use super::help::Help;
use super::space::Overflow;
use super::staff::Work;
use crate::plan::Plan;
use crate::plan::shortage::KINDS;
use serde::{Deserialize, Serialize};

/// Integer drivers of one replication. Arrays are parallel to the plan's cells, demands and lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drivers {
    /// Days counted.
    pub days: i64,
    /// Per cell: stock on hand at the end of each day, summed (quantum-days).
    pub stock_days: Vec<i64>,
    /// Per cell: backlog at the end of each day, summed (quantum-days).
    pub backlog_days: Vec<i64>,
    /// Per cell: days that ended with stock on hand.
    pub days_in_stock: Vec<i64>,
    /// Per cell: days that ended with a backlog; each is one open order line for one day.
    pub open_line_days: Vec<i64>,
    /// Per cell: quanta received.
    pub received: Vec<i64>,
    /// Per cell: quanta that left (shipped, served at once or from backlog).
    pub issued: Vec<i64>,
    /// Per cell: order lines picked.
    pub picks: Vec<i64>,
    /// Per cell: days on which goods arrived.
    pub arrivals: Vec<i64>,
    /// Per cell: stock on hand just before the first arrival of such a day, summed.
    pub stock_before_arrival: Vec<i64>,
    /// Per cell: stock on hand at the end, for cells that nothing arrived at.
    pub stock_at_end: Vec<i64>,
    /// Per cell: ordered and not yet shipped at the end of each day, summed (quantum-days).
    pub requested_days: Vec<i64>,
    /// Per cell: shipped and not yet arrived at the end of each day, summed (quantum-days).
    pub transit_days: Vec<i64>,
    /// Per demand: quanta needed.
    pub needed: Vec<i64>,
    /// Per demand: quanta served at once.
    pub served: Vec<i64>,
    /// Per demand: order lines: days with need, or customers.
    pub lines: Vec<i64>,
    /// Per demand: order lines served whole at once.
    pub whole_lines: Vec<i64>,
    /// Per demand: completed replenishment cycles.
    pub cycles: Vec<i64>,
    /// Per demand: completed cycles without unmet demand.
    pub full_cycles: Vec<i64>,
    /// Per demand: quanta that other articles of the need group covered.
    pub substituted: Vec<i64>,
    /// Per demand, where there are reactions: quanta per kind of reaction (substitutes stand in `substituted`); else empty.
    pub reacted: Vec<[i64; KINDS]>,
    /// Per demand: quanta not served at once, by cause.
    pub short_by_cause: Vec<[i64; 3]>,
    /// Critical articles at the regional stock, counted daily.
    pub availability_checks: i64,
    /// Of these, in stock and reachable after demand.
    pub available: i64,
    /// Per lane: days with an order; under continuous review every order.
    pub orders: Vec<i64>,
    /// Per lane: days with a departure; at minutes every line.
    pub departures: Vec<i64>,
    /// Per express service: days with an express order.
    pub express_orders: Vec<i64>,
    /// Per express service: lines sent.
    pub express_lines: Vec<i64>,
    /// Per site with limited room: what stood beyond it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overflow: Vec<Overflow>,
    /// Per further way: what of the quanta received came by it.
    pub received_by_further: Vec<i64>,
    /// Quanta of requests that moved on to another source.
    pub moved_on: i64,
    /// Per cell, where articles have batches: quanta that expired; else empty.
    pub expired: Vec<i64>,
    /// Reserves that stand apart: how often one was opened.
    pub openings: i64,
    /// Help from neighbours, and whole orders.
    #[serde(default, skip_serializing_if = "Help::is_empty")]
    pub help: Help,

    /// Per site with staff: its work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<Work>,
    /// Per cell, where prices can rise: quanta bought, each times the thousandths of its price that it cost beyond it; else empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub price_rise: Vec<i128>,
}

impl Drivers {
    /// All per-cell, per-demand and per-lane columns, in a fixed order.
    pub fn columns(&self) -> [&Vec<i64>; 23] {
        [
            &self.stock_days,
            &self.backlog_days,
            &self.days_in_stock,
            &self.open_line_days,
            &self.received,
            &self.issued,
            &self.picks,
            &self.arrivals,
            &self.stock_before_arrival,
            &self.stock_at_end,
            &self.requested_days,
            &self.transit_days,
            &self.needed,
            &self.served,
            &self.lines,
            &self.whole_lines,
            &self.cycles,
            &self.full_cycles,
            &self.substituted,
            &self.orders,
            &self.departures,
            &self.express_orders,
            &self.express_lines,
        ]
    }

    /// Nothing counted yet, in columns as long as a plan needs.
    pub fn none_yet(plan: &Plan) -> Drivers {
        let (cells, demands, lanes) = (plan.cells.len(), plan.demands.len(), plan.lanes.len());
        let mut drivers = Drivers::default();
        for (index, column) in drivers.columns_mut().into_iter().enumerate() {
            let length = match index {
                0..12 => cells,
                12..19 => demands,
                19..21 => lanes,
                _ => plan.transport.express.len(),
            };
            column.resize(length, 0);
        }
        drivers.reacted.resize(plan.shortage.of_demand.len(), [0; KINDS]);
        drivers.received_by_further.resize(plan.further_ways.len(), 0);
        drivers.short_by_cause.resize(demands, [0; 3]);
        drivers.overflow.resize(plan.space.len(), Overflow::default());
        drivers.help = Help::none_yet(plan);
        drivers.expired.resize(if plan.shelf.is_used() { plan.cells.len() } else { 0 }, 0);
        drivers.work.resize(plan.staff.len(), Work::default());
        drivers.price_rise.resize(if prices_rise(plan) { plan.cells.len() } else { 0 }, 0);
        drivers
    }

    /// The drivers of consecutive phases as those of one run. Services may differ by phase; their counts stand side by side.
    pub fn together(phases: &[Drivers]) -> Drivers {
        let mut whole = Drivers::default();
        for phase in phases {
            whole.days += phase.days;
            for (sums, column) in whole.columns_mut().into_iter().zip(phase.columns()) {
                sums.resize(sums.len().max(column.len()), 0);
                sums.iter_mut().zip(column).for_each(|(sum, &value)| *sum += value);
            }
            whole.reacted.resize(whole.reacted.len().max(phase.reacted.len()), [0; KINDS]);
            whole.short_by_cause.resize(phase.short_by_cause.len(), [0; 3]);
            for (sums, parts) in whole.short_by_cause.iter_mut().zip(&phase.short_by_cause) {
                sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
            }
            whole.overflow.resize(whole.overflow.len().max(phase.overflow.len()), Overflow::default());
            for (sum, part) in whole.overflow.iter_mut().zip(&phase.overflow) {
                sum.pallet_days += part.pallet_days;
                sum.days += part.days;
            }
            whole.expired.resize(phase.expired.len(), 0);
            whole.expired.iter_mut().zip(&phase.expired).for_each(|(sum, &value)| *sum += value);
            whole.work.resize(whole.work.len().max(phase.work.len()), Work::default());
            whole.work.iter_mut().zip(&phase.work).for_each(|(sum, &part)| sum.add(part));
            whole.price_rise.resize(whole.price_rise.len().max(phase.price_rise.len()), 0);
            whole.price_rise.iter_mut().zip(&phase.price_rise).for_each(|(sum, &part)| *sum += part);
            whole.received_by_further.resize(phase.received_by_further.len(), 0);
            let further = whole.received_by_further.iter_mut().zip(&phase.received_by_further);
            further.for_each(|(sum, &value)| *sum += value);
            for (sums, parts) in whole.reacted.iter_mut().zip(&phase.reacted) {
                sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
            }
            whole.openings += phase.openings;
            whole.availability_checks += phase.availability_checks;
            whole.available += phase.available;
            whole.help.add(&phase.help);
            whole.moved_on += phase.moved_on;
        }
        whole.stock_at_end = phases.last().map_or_else(Vec::new, |last| last.stock_at_end.clone());
        whole
    }

    fn columns_mut(&mut self) -> [&mut Vec<i64>; 23] {
        [
            &mut self.stock_days,
            &mut self.backlog_days,
            &mut self.days_in_stock,
            &mut self.open_line_days,
            &mut self.received,
            &mut self.issued,
            &mut self.picks,
            &mut self.arrivals,
            &mut self.stock_before_arrival,
            &mut self.stock_at_end,
            &mut self.requested_days,
            &mut self.transit_days,
            &mut self.needed,
            &mut self.served,
            &mut self.lines,
            &mut self.whole_lines,
            &mut self.cycles,
            &mut self.full_cycles,
            &mut self.substituted,
            &mut self.orders,
            &mut self.departures,
            &mut self.express_orders,
            &mut self.express_lines,
        ]
    }
}

/// Whether some disruption of a plan raises prices.
pub fn prices_rise(plan: &Plan) -> bool {
    plan.disruptions.iter().any(|process| !process.effects.dearer.is_empty())
}
