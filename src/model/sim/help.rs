//! What neighbours and whole orders did: counted, measured and charged.

use super::cost::{Account, Component};
use super::drivers::Drivers;
use super::measures::Ratio;
use crate::plan::Plan;
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// Drivers of help from neighbours and of whole orders. Columns are empty where a plan has nothing of the kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Per demand: quanta that neighbours gave.
    pub moved: Vec<i64>,
    /// Per cell: of what was received, what neighbours had sent; it came by no lane.
    pub arrived: Vec<i64>,
    /// Per neighbour rule: lines given.
    pub lines: Vec<i64>,
    /// Whole orders with a line.
    pub orders: i64,
    /// Of these, served at once.
    pub whole: i64,
    /// Quanta of need that other lines of their order held back.
    pub blocked: i64,
}

impl Help {
    /// Nothing counted yet.
    pub fn none_yet(plan: &Plan) -> Help {
        let (demands, cells) = if plan.neighbours.is_used() { (plan.demands.len(), plan.cells.len()) } else { (0, 0) };
        Help {
            moved: vec![0; demands],
            arrived: vec![0; cells],
            lines: vec![0; plan.neighbours.rules.len()],
            ..Help::default()
        }
    }

    /// Whether nothing of the kind was there to count.
    pub fn is_empty(&self) -> bool {
        *self == Help::default()
    }

    /// A neighbour gave something to a demand entry.
    pub fn gave(&mut self, plan: &Plan, demand: u32, quantity: Quanta) {
        self.moved[demand as usize] += quantity;
        if let Some(taker) = plan.neighbours.of(demand) {
            self.lines[taker.rule as usize] += 1;
        }
    }

    /// Quanta that neighbours gave to a demand entry.
    pub fn moved_to(&self, demand: usize) -> i64 {
        self.moved.get(demand).copied().unwrap_or(0)
    }

    /// Adds what a later phase of the run counted. Rules may differ by phase; their lines stand side by side.
    pub fn add(&mut self, phase: &Help) {
        let columns =
            [(&mut self.moved, &phase.moved), (&mut self.arrived, &phase.arrived), (&mut self.lines, &phase.lines)];
        for (sums, column) in columns {
            sums.resize(sums.len().max(column.len()), 0);
            sums.iter_mut().zip(column).for_each(|(sum, &value)| *sum += value);
        }
        self.orders += phase.orders;
        self.whole += phase.whole;
        self.blocked += phase.blocked;
    }
}

/// What a replication tells of neighbours and whole orders; absent where the plan has nothing of the kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HelpMeasures {
    /// Need that neighbours were sent for ÷ need, weighted as the fill rate.
    pub moved_between_sites: Option<Ratio>,
    /// Units per year that neighbours gave.
    pub moved_units: Option<f64>,
    /// Whole orders served at once ÷ whole orders.
    pub orders_served_whole: Option<Ratio>,
    /// Units per year that other lines of their order held back.
    pub blocked_units: Option<f64>,
}

/// The measures; `weighted` turns a column of quanta per demand entry into order lines.
pub fn measures(plan: &Plan, drivers: &Drivers, weighted: &dyn Fn(&[i64]) -> f64) -> HelpMeasures {
    let help = &drivers.help;
    let yearly = |quanta: i64| quanta as f64 / plan.resolution as f64 / drivers.days.max(1) as f64 * 365.0;
    let (neighbours, orders) = (plan.neighbours.is_used(), !plan.whole_orders.is_empty());
    HelpMeasures {
        moved_between_sites: neighbours
            .then(|| Ratio { part: weighted(&help.moved), whole: weighted(&drivers.needed) }),
        moved_units: neighbours.then(|| yearly(help.moved.iter().sum())),
        orders_served_whole: orders.then_some(Ratio { part: help.whole as f64, whole: help.orders as f64 }),
        blocked_units: orders.then(|| yearly(help.blocked)),
    }
}

/// The lines that neighbours gave, each at the price of its rule.
pub(super) fn charge(plan: &Plan, help: &Help, account: &mut Account) {
    for (rule, &lines) in plan.neighbours.rules.iter().zip(&help.lines) {
        if let Some(price) = rule.per_line {
            let numerator = i128::from(lines) * i128::from(price.0);
            account.charge(Component::Neighbours, plan.prices.care_payer, numerator, 1);
        }
    }
}
