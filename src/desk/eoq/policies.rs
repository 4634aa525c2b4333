//! The reorder point, and the policy of a service level beside that of a known shortage cost (T5, T8–T11).

use super::assumptions::{Assumption, PLAIN};
use super::{Question, ServiceLevel, Waiting};
use crate::inventory::hadley_whitin::{point_and_quantity, point_for_cycle_service, point_for_fill_rate};
use crate::inventory::lead_time_demand::over_lead_time;
use crate::inventory::levels::DaysRule;
use crate::inventory::loss::NormalDemand;
use crate::inventory::service_level::{Cycle, LeadTimeDemand, negative_share};
use crate::inventory::three_part_cost::parts;
use crate::inventory::unanswered::Unanswered;
use crate::time::DAYS_PER_YEAR;
use serde::Serialize;

/// Which policy it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyKind {
    /// The economic lot, ordered when mean demand over the lead time is left.
    NoSafetyStock,
    /// The economic lot with a safety stock for a service level.
    ServiceLevel,
    /// Lot and point together, by the cost of shortages.
    ShortageCost,
}

/// A lot, a reorder point, and what they come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Policy {
    /// Which.
    pub kind: PolicyKind,
    /// Units per order.
    pub lot: f64,
    /// Units.
    pub reorder_point: f64,
    /// Units.
    pub safety_stock: f64,
    /// Standard deviations; none where nothing varies.
    pub safety_factor: Option<f64>,
    /// Share of cycles without a shortage.
    pub cycle_service: Option<f64>,
    /// Share of demand served from stock.
    pub fill_rate: Option<f64>,
    /// Units short per year.
    pub short_year: Option<f64>,
    /// SEK per year for orders.
    pub ordering: f64,
    /// SEK per year for stock, safety stock with it.
    pub holding: f64,
    /// SEK per year for shortages; none where their cost is not known.
    pub shortage: Option<f64>,
    /// SEK per year, of what is known.
    pub total: f64,
    /// SEK per unit short for which this reorder point would be the cheapest for its lot (T8).
    pub implied_shortage_cost: Option<f64>,
    /// What it assumes.
    pub assumes: Vec<Assumption>,
}

/// Policies side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Policies {
    /// Mean demand over the lead time, units.
    pub lead_time_mean: f64,
    /// Its standard deviation, units.
    pub lead_time_sd: f64,
    /// Share of normal draws below 0 (T6).
    pub negative_share: f64,
    /// The policies.
    pub rows: Vec<Policy>,
    /// What the service level costs above the shortage-cost policy, SEK per year (T8).
    pub service_above_best: Option<f64>,
}

pub(super) fn policies(question: &Question, waiting: Waiting) -> Result<Policies, Unanswered> {
    let daily = question.demand / DAYS_PER_YEAR;
    let over =
        over_lead_time(NormalDemand { mean: daily, sd: waiting.demand_sd }, waiting.lead_time, waiting.lead_time_sd)?;
    let best = question.costs().economic_lot()?.order_quantity;
    // The same rule as a policy of the simulator: days of mean use (T5).
    let days = DaysRule {
        mean_daily: daily,
        review_days: 0.0,
        lead_days: waiting.lead_time,
        safety_days: 0.0,
        reserve_days: 0.0,
    };
    let mut rows = vec![question.policy(PolicyKind::NoSafetyStock, over, (best, days.reorder_point()))?];
    if let Some(service) = question.service {
        let point = match service {
            ServiceLevel::Cycle(level) => point_for_cycle_service(over, level)?,
            ServiceLevel::Fill(level) => point_for_fill_rate(over, best, level)?,
        };
        rows.push(question.policy(PolicyKind::ServiceLevel, over, (best, point))?);
    }
    if let Some(cost) = question.shortage_cost {
        let found = point_and_quantity(question.costs(), cost, over)?;
        let pair = (found.order_quantity, found.reorder_point);
        rows.push(question.policy(PolicyKind::ShortageCost, over, pair)?);
    }
    let total = |kind| rows.iter().find(|row| row.kind == kind).map(|row| row.total);
    let service_above_best =
        total(PolicyKind::ServiceLevel).zip(total(PolicyKind::ShortageCost)).map(|(service, best)| service - best);
    let negative_share = negative_share(over);
    Ok(Policies { lead_time_mean: over.mean, lead_time_sd: over.sd, negative_share, rows, service_above_best })
}

impl Question {
    fn policy(&self, kind: PolicyKind, over: NormalDemand, pair: (f64, f64)) -> Result<Policy, Unanswered> {
        let (lot, point) = pair;
        let cost = parts(self.costs(), self.shortage_cost, over, pair)?;
        let varies = over.sd > 0.0;
        let law = LeadTimeDemand::Normal(over);
        let cycle = Cycle { lot, holding_cost: self.holding.per_unit, use_year: self.demand };
        let implied = if varies { law.implied_shortage_cost(cycle, point)? } else { None };
        Ok(Policy {
            kind,
            lot,
            reorder_point: point,
            safety_stock: point - over.mean,
            safety_factor: varies.then(|| (point - over.mean) / over.sd),
            cycle_service: varies.then(|| law.cycle_service(point)),
            fill_rate: varies.then(|| law.fill_rate(point, lot)),
            short_year: varies.then(|| law.short(point) * self.demand / lot),
            ordering: cost.ordering,
            holding: cost.cycle_stock + cost.safety_stock,
            shortage: cost.shortage,
            total: cost.total(),
            implied_shortage_cost: implied,
            assumes: self.assumes(kind, varies),
        })
    }

    fn assumes(&self, kind: PolicyKind, varies: bool) -> Vec<Assumption> {
        if !varies {
            return PLAIN.to_vec();
        }
        let known_lead_time = self.waiting.is_none_or(|waiting| waiting.lead_time_sd == 0.0);
        let known = known_lead_time.then_some(Assumption::B);
        let shortage = (kind == PolicyKind::ShortageCost).then_some(Assumption::H);
        let common = [Assumption::C, Assumption::D, Assumption::E, Assumption::G];
        known.into_iter().chain(common).chain(shortage).collect()
    }
}
