//! `beredd stock eoq`: the economic lot of one article, its relatives, the reorder point, and the service-level policy beside the
//! shortage-cost policy.

pub mod assumptions;
mod lots;
mod policies;

pub use lots::{Kind, LotRow, OnCurve};
pub use policies::{Policies, Policy, PolicyKind};

use super::holding::Holding;
use crate::inventory::just_in_time::{break_even_order_cost, order_cost_of_lot};
use crate::inventory::lot_size::LotCosts;
use crate::inventory::quantity_discount::Discount;
use crate::inventory::unanswered::Unanswered;
use serde::Serialize;

/// Which service a level means (T7).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "service", content = "level")]
pub enum ServiceLevel {
    /// Share of cycles without a shortage.
    Cycle(f64),
    /// Share of demand served from stock.
    Fill(f64),
}

/// Demand that varies, and how long an order takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Waiting {
    /// Mean lead time, days.
    pub lead_time: f64,
    /// Standard deviation of the lead time, days.
    pub lead_time_sd: f64,
    /// Standard deviation of one day's demand, units.
    pub demand_sd: f64,
}

/// The question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// Units per year.
    pub demand: f64,
    /// SEK per order.
    pub order_cost: f64,
    /// What a unit in stock costs.
    pub holding: Holding,
    /// Lead time and spread, where a reorder point is asked for.
    pub waiting: Option<Waiting>,
    /// Units per pack.
    pub pack: Option<f64>,
    /// A service level.
    pub service: Option<ServiceLevel>,
    /// SEK per unit short.
    pub shortage_cost: Option<f64>,
    /// SEK per unit and year that waits.
    pub backorder_cost: Option<f64>,
    /// Units per year at which a lot comes in.
    pub production_rate: Option<f64>,
    /// Quantities and the price of a unit from each on, ascending.
    pub discounts: Vec<(f64, f64)>,
    /// Whether a lower price is paid for the units above its quantity only.
    pub incremental: bool,
    /// A lot of today, units.
    pub lot: Option<f64>,
    /// A small frequent lot, units.
    pub jit_lot: Option<f64>,
    /// SEK per small delivery; the order cost where it is not said.
    pub jit_order_cost: Option<f64>,
}

/// Small frequent orders against the economic lot (T20).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct JustInTime {
    /// The order cost for which the small lot is the economic one, SEK.
    pub economic_at: f64,
    /// The cost of a small delivery at which both cost the same, SEK; none where the stock of the lot alone costs more.
    pub break_even: Option<f64>,
    /// SEK per year above the economic lot; below 0 where the small lot is cheaper.
    pub difference: f64,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EoqFindings {
    /// What was asked.
    pub question: Question,
    /// The economic lot first, then its relatives and the lots to compare.
    pub lots: Vec<LotRow>,
    /// TO, TH and TC by lot (T3).
    pub curve: Vec<OnCurve>,
    /// Small frequent orders, where asked for.
    pub just_in_time: Option<JustInTime>,
    /// Reorder point and policies, where a lead time is given.
    pub policies: Option<Policies>,
}

impl Question {
    fn costs(&self) -> LotCosts {
        LotCosts { fixed_cost: self.order_cost, holding_cost: self.holding.per_unit, demand_rate: self.demand }
    }

    fn discount(&self) -> Discount {
        if self.incremental { Discount::Incremental } else { Discount::AllUnits }
    }
}

/// The economic lot and what is asked beside it.
///
/// # Errors
/// If a figure is out of range for a formula.
pub fn eoq(question: &Question) -> Result<EoqFindings, Unanswered> {
    let costs = question.costs();
    let best = costs.economic_lot()?;
    let just_in_time = question.jit_lot.map(|lot| {
        let each = LotCosts { fixed_cost: question.jit_order_cost.unwrap_or(question.order_cost), ..costs };
        Ok(JustInTime {
            economic_at: order_cost_of_lot(costs, lot)?,
            break_even: break_even_order_cost(costs, lot)?,
            difference: each.cost_of_lot(lot)?.cost_per_year - best.cost_per_year,
        })
    });
    Ok(EoqFindings {
        question: question.clone(),
        lots: lots::rows(question)?,
        curve: lots::curve(costs, best.order_quantity)?,
        just_in_time: just_in_time.transpose()?,
        policies: question.waiting.map(|waiting| policies::policies(question, waiting)).transpose()?,
    })
}
