//! Terms of orders beyond rule and levels, in quanta: what `compile::rules` asks for when a policy has some.

use super::Fault;
use super::network::Network;
use super::rules::quanta;
use crate::inventory::hadley_whitin::{point_for_cycle_service, point_for_fill_rate};
use crate::inventory::lead_time_demand::over_lead_time;
use crate::inventory::loss::NormalDemand;
use crate::inventory::lot_size::LotCosts;
use crate::inventory::safety_stock::factor_of_shortage_cost;
use crate::plan::cell::Cell;
use crate::plan::policy::Rule;
use crate::plan::terms::{Follows, PlannedOrder, Terms};
use crate::scenario::model::{Article, PolicyKind, PolicyRule, Round, Safety, Scenario, Stretch, TermRules, Tolerance};
use crate::time::DAYS_PER_YEAR;
use crate::units::Quanta;

/// Terms of a cell whose rule is known.
pub fn of_cell(rules: &TermRules, rule: Rule, follows: Follows, mean_daily: f64, resolution: f64) -> Terms {
    let point = match rule {
        Rule::ReorderPoint { point, .. }
        | Rule::MinMax { point, .. }
        | Rule::FixedQuantity { point, .. }
        | Rule::Restore { point } => point,
        _ => 0,
    };
    Terms {
        basis: rules.basis,
        tolerance: match rules.tolerance {
            None => 0,
            Some(Tolerance::Units(units)) => quanta(units * resolution),
            Some(Tolerance::Share(share)) => quanta(share * point.max(0) as f64),
        },
        minimum_order: quanta(rules.minimum_order * resolution),
        approval_days: rules.approval_days,
        joint: rules.can_order.map(|margin| in_quanta(margin, mean_daily, resolution)),
        returns: rules.returns,
        follows: rules.forecast.map(|_| follows),
        written_at: rules.written_at.unwrap_or(0),
    }
}

/// A quantity in units or days of use.
pub fn in_quanta(stretch: Stretch, mean_daily: f64, resolution: f64) -> Quanta {
    match stretch {
        Stretch::Units(units) => quanta(units * resolution),
        Stretch::Days(days) => quanta(days * mean_daily),
    }
}

/// The planned orders of a policy.
pub fn planned(rules: &TermRules, resolution: f64) -> Vec<PlannedOrder> {
    let order = |&(day, units): &(u32, f64)| PlannedOrder { day: i64::from(day), quantity: quanta(units * resolution) };
    rules.orders.iter().map(order).filter(|order| order.quantity > 0).collect()
}

/// What an order of an article is rounded up to a multiple of.
pub fn multiple(policy: &PolicyRule, article: &Article, id: &str, resolution: i64, faults: &mut Vec<Fault>) -> Quanta {
    let units = match policy.terms.round {
        _ if !policy.packs || policy.kind == PolicyKind::PassThrough => return 1,
        Round::Nothing => return 1,
        Round::Pack => article.pack,
        Round::Pallet => article.pallet,
        Round::Case => article.case.unwrap_or_else(|| {
            let message = format!("orders of article {id} are rounded to cases, and it has no case");
            faults.push(Fault::new(format!("article.{id}"), message, "give the article a `case`, or round to packs"));
            1
        }),
    };
    units * resolution
}

/// The mean lot of a cycle and what it costs: what safety stock and EOQ need to know of a cell.
pub struct Costs<'s> {
    pub scenario: &'s Scenario,
    pub network: &'s Network,
    pub cell: &'s Cell,
    /// The agreed lane on which goods are planned to take longest.
    pub lane: usize,
    /// Mean use per day, quanta.
    pub mean_daily: f64,
    /// Standard deviation of a day's use, quanta.
    pub daily_deviation: f64,
    pub policy_id: &'s str,
}

impl Costs<'_> {
    /// Holding a unit for a year, SEK: `cost.holding`, or else capital, pallet position and write-off, as far as they are priced.
    fn holding_year(&self) -> f64 {
        if let Some(holding) = self.scenario.cost.holding_per_unit_day {
            return holding.sek() * DAYS_PER_YEAR;
        }
        let article = &self.network.articles[self.cell.article as usize];
        let owner = &self.network.owners[self.network.pools[self.cell.pool as usize].owner as usize];
        let site = &self.scenario.sites[&self.network.sites[self.cell.site as usize].id];
        let rate = |rate: Option<crate::units::PerMillion>| rate.map_or(0.0, |rate| rate.0 as f64 / 1e6);
        let yearly = rate(self.scenario.owners[&owner.id].capital_rate) + rate(site.write_off);
        let pallet = site.pallet_year.map_or(0.0, crate::units::MilliOre::sek);
        article.price.sek() * yearly + pallet / article.units_per_pallet as f64
    }

    fn fault(&self, key: &str, message: &str, help: &str, faults: &mut Vec<Fault>) {
        let article = &self.network.articles[self.cell.article as usize].id;
        let site = &self.network.sites[self.cell.site as usize].id;
        let message = format!("{message} for article {article} at {site}");
        faults.push(Fault::new(format!("policy.{}.{key}", self.policy_id), message, help));
    }

    /// The economic lot, quanta (I17): order cost = price of an order and of a departure on the cell's lane.
    pub fn economic_lot(&self, faults: &mut Vec<Fault>) -> Quanta {
        let lane = &self.network.lanes[self.cell.lane as usize];
        let (order, holding) = (lane.per_order.sek() + lane.per_departure.sek(), self.holding_year());
        if order <= 0.0 || holding <= 0.0 {
            let help =
                "price `per-order` on the lane, and `cost.holding` or the owner's `capital-rate` and the article";
            self.fault("lot", "the economic lot needs the cost of an order and of holding stock", help, faults);
            return 1;
        }
        let resolution = self.scenario.frame.resolution as f64;
        let use_year = self.mean_daily / resolution * DAYS_PER_YEAR;
        let costs = LotCosts { fixed_cost: order, holding_cost: holding, demand_rate: use_year };
        // Nothing used, nothing to order.
        costs.economic_lot().map_or(1, |lot| quanta(lot.order_quantity * resolution).max(1))
    }

    /// What is used between an order that is just missed and the arrival of the next, less its mean, quanta: the review and the
    /// lead time, whose spread counts, with the time at a server.
    fn exposure(&self, review: f64) -> NormalDemand {
        let lane = self.lane;
        let law = &self.network.lanes[lane].law;
        let service = self.network.servers[lane].as_ref().map(|servers| &servers.service);
        let days = review + law.mean() + service.map_or(0.0, |law| law.mean());
        let variance = law.variance() + service.map_or(0.0, |law| law.variance());
        let daily = NormalDemand { mean: self.mean_daily, sd: self.daily_deviation };
        let used = over_lead_time(daily, days, libm::sqrt(variance));
        NormalDemand { mean: 0.0, sd: used.map_or(0.0, |used| used.sd) }
    }

    /// Safety stock in quanta. `review` and `lead` in days, `cycle` the quantity that a cycle replaces.
    pub fn safety(&self, safety: Safety, review: f64, lead: f64, cycle: f64, faults: &mut Vec<Fault>) -> f64 {
        let resolution = self.scenario.frame.resolution as f64;
        let exposure = self.exposure(review);
        let stock = match safety {
            Safety::Days(days) => return days * self.mean_daily,
            Safety::Units(units) => return units * resolution,
            Safety::ShareOfLeadTimeDemand(share) => return share * self.mean_daily * lead,
            _ if exposure.sd <= 0.0 || self.mean_daily <= 0.0 => return 0.0,
            // The reorder point of demand whose mean is taken off.
            Safety::CycleService(service) => point_for_cycle_service(exposure, service),
            Safety::FillRate(fill_rate) => point_for_fill_rate(exposure, cycle, fill_rate),
            Safety::ShortageCost(cost) => {
                let holding = self.holding_year();
                if holding <= 0.0 {
                    let help = "set `cost.holding`, or the owner's `capital-rate` and the article's `price`";
                    self.fault("safety", "a shortage cost needs the cost of holding stock", help, faults);
                    return 0.0;
                }
                let units = |quanta: f64| quanta / resolution;
                let use_year = units(self.mean_daily) * DAYS_PER_YEAR;
                Ok(factor_of_shortage_cost(units(cycle), holding, use_year, cost.sek()) * exposure.sd)
            }
        };
        stock.unwrap_or_else(|why| {
            self.fault("safety", &format!("no safety stock gives this service ({why})"), "ask for less", faults);
            0.0
        })
    }
}
