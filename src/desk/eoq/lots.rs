//! The economic lot, its relatives and lots to compare, each with its cost per year part by part; and the curve.

use super::Question;
use super::assumptions::{Assumption, PLAIN, without};
use crate::inventory::lot_size::LotCosts;
use crate::inventory::quantity_discount::DiscountedLot;
use crate::inventory::unanswered::Unanswered;
use crate::time::DAYS_PER_YEAR;
use serde::Serialize;

/// Which lot it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The economic order quantity.
    Economic,
    /// In whole packs.
    Packs,
    /// Where it comes in at a finite rate.
    Production,
    /// Where some demand waits on purpose.
    Backorders,
    /// Under a ladder of prices.
    Discount,
    /// The lot of today.
    Today,
    /// Small frequent orders.
    JustInTime,
}

/// A lot and what it costs per year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LotRow {
    /// Which lot.
    pub kind: Kind,
    /// Units per order.
    pub quantity: f64,
    /// Orders per year.
    pub orders: f64,
    /// Days between orders.
    pub days_between: f64,
    /// TO, SEK per year.
    pub ordering: f64,
    /// TH, SEK per year.
    pub holding: f64,
    /// Demand that waits, SEK per year; none where none does.
    pub waiting: Option<f64>,
    /// Share of demand that waits.
    pub waiting_share: Option<f64>,
    /// TC = TO + TH and what waiting costs, SEK per year.
    pub total: f64,
    /// Price of all goods of a year under the ladder of prices, SEK; none without one.
    pub goods: Option<f64>,
    /// What the formula assumes.
    pub assumes: Vec<Assumption>,
}

/// TO, TH and TC of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OnCurve {
    /// Units per order.
    pub quantity: f64,
    /// TO, SEK per year.
    pub ordering: f64,
    /// TH, SEK per year.
    pub holding: f64,
    /// TC, SEK per year.
    pub total: f64,
}

/// Points of the curve, and the multiples of the economic lot from and to which it goes.
const POINTS: u32 = 57;
const FROM: f64 = 0.2;
const STEP: f64 = 0.05;

/// Parts of a row before the figures that follow from them.
struct Costed {
    quantity: f64,
    ordering: f64,
    holding: f64,
    waiting: Option<(f64, f64)>,
}

impl Question {
    fn row(&self, kind: Kind, costed: &Costed, assumes: Vec<Assumption>) -> Result<LotRow, Unanswered> {
        // The lots of other models are not priced by the ladder: their stock is worth the first price.
        let laddered = !matches!(kind, Kind::Production | Kind::Backorders);
        let ladder = self.ladder().filter(|_| laddered);
        let goods = ladder.map(|ladder| ladder.parts(costed.quantity)).transpose()?;
        let waiting = costed.waiting.map(|(cost, _)| cost);
        Ok(LotRow {
            kind,
            quantity: costed.quantity,
            orders: self.demand / costed.quantity,
            days_between: DAYS_PER_YEAR * costed.quantity / self.demand,
            ordering: costed.ordering,
            holding: costed.holding,
            waiting,
            waiting_share: costed.waiting.map(|(_, share)| share),
            total: costed.ordering + costed.holding + waiting.unwrap_or(0.0),
            goods: goods.map(|[goods, _, _]| goods),
            assumes,
        })
    }

    /// A lot at one price that comes whole: K D ÷ Q and h Q ÷ 2; under a ladder of prices the stock is worth what was paid.
    fn plain(&self, quantity: f64, costs: LotCosts) -> Result<Costed, Unanswered> {
        let ordering = costs.cost_of_lot(quantity)?.cost_per_year - costs.holding_cost * quantity / 2.0;
        let holding = match self.ladder() {
            Some(ladder) => ladder.parts(quantity)?[2],
            None => costs.holding_cost * quantity / 2.0,
        };
        Ok(Costed { quantity, ordering, holding, waiting: None })
    }

    fn ladder(&self) -> Option<DiscountedLot> {
        let (price, rate) = (self.holding.price?, self.holding.rate?);
        if self.discounts.is_empty() {
            return None;
        }
        let (from, prices): (Vec<f64>, Vec<f64>) = self.discounts.iter().copied().unzip();
        Some(DiscountedLot {
            discount: self.discount(),
            fixed_cost: self.order_cost,
            holding_cost_rate: rate,
            demand_rate: self.demand,
            breakpoints: std::iter::once(0.0).chain(from).collect(),
            unit_costs: std::iter::once(price).chain(prices).collect(),
        })
    }
}

/// Every lot that was asked for.
pub(super) fn rows(question: &Question) -> Result<Vec<LotRow>, Unanswered> {
    let costs = question.costs();
    let best = costs.economic_lot()?.order_quantity;
    let mut rows = vec![question.row(Kind::Economic, &question.plain(best, costs)?, PLAIN.to_vec())?];
    if let Some(pack) = question.pack {
        let lot = costs.lot_in_packs(best, pack)?.order_quantity;
        rows.push(question.row(Kind::Packs, &question.plain(lot, costs)?, PLAIN.to_vec())?);
    }
    if let Some(rate) = question.production_rate {
        let lot = costs.economic_production_lot(rate)?;
        let ordering = costs.fixed_cost * costs.demand_rate / lot.order_quantity;
        let holding = lot.cost_per_year - ordering;
        let made = Costed { quantity: lot.order_quantity, ordering, holding, waiting: None };
        rows.push(question.row(Kind::Production, &made, without(Assumption::C))?);
    }
    if let Some(cost) = question.backorder_cost {
        rows.push(question.row(Kind::Backorders, &backorders(costs, cost)?, without(Assumption::F))?);
    }
    if let Some(ladder) = question.ladder() {
        let (quantity, _) = ladder.cheapest()?;
        let [_, ordering, holding] = ladder.parts(quantity)?;
        let bought = Costed { quantity, ordering, holding, waiting: None };
        rows.push(question.row(Kind::Discount, &bought, without(Assumption::D))?);
    }
    if let Some(lot) = question.lot {
        rows.push(question.row(Kind::Today, &question.plain(lot, costs)?, PLAIN.to_vec())?);
    }
    if let Some(lot) = question.jit_lot {
        let each = LotCosts { fixed_cost: question.jit_order_cost.unwrap_or(costs.fixed_cost), ..costs };
        rows.push(question.row(Kind::JustInTime, &question.plain(lot, each)?, PLAIN.to_vec())?);
    }
    Ok(rows)
}

fn backorders(costs: LotCosts, per_unit_year: f64) -> Result<Costed, Unanswered> {
    let lot = costs.economic_lot_with_backorders(per_unit_year)?;
    let (quantity, share) = (lot.order_quantity, lot.stockout_fraction);
    let ordering = costs.fixed_cost * costs.demand_rate / quantity;
    let waiting = per_unit_year * quantity * share * share / 2.0;
    let holding = lot.cost_per_year - ordering - waiting;
    Ok(Costed { quantity, ordering, holding, waiting: Some((waiting, share)) })
}

/// The curve from a fifth of the economic lot to three of it.
pub(super) fn curve(costs: LotCosts, best: f64) -> Result<Vec<OnCurve>, Unanswered> {
    (0..POINTS)
        .map(|number| {
            let quantity = best * (FROM + STEP * f64::from(number));
            let total = costs.cost_of_lot(quantity)?.cost_per_year;
            let holding = costs.holding_cost * quantity / 2.0;
            Ok(OnCurve { quantity, ordering: total - holding, holding, total })
        })
        .collect()
}
