//! `beredd stock service`: cycle service, fill rate, safety stock and reorder point of one article, each from any other; what they
//! tie up and what they imply.

mod levels;
mod turnover;

pub use levels::{Compared, LEVELS};
pub use turnover::Target;

use super::holding::Holding;
use crate::inventory::lead_time_demand::over_lead_time;
use crate::inventory::loss::NormalDemand;
use crate::inventory::service_level::{Cycle, LeadTimeDemand, negative_share};
use crate::inventory::turnover_target::{Service, mean_stock};
use crate::inventory::unanswered::Unanswered;
use crate::time::DAYS_PER_YEAR;
use serde::Serialize;

/// The law of the demand of a lead time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Law {
    /// Normal.
    Normal,
    /// Gamma.
    Gamma,
    /// Poisson.
    Poisson,
}

/// What is given; the rest follows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "given", content = "value")]
pub enum Given {
    /// Share of cycles without a shortage.
    CycleService(f64),
    /// Share of demand served from stock.
    FillRate(f64),
    /// Units.
    SafetyStock(f64),
    /// Units.
    ReorderPoint(f64),
    /// Safety stock as a share of mean demand over the lead time (N6).
    ShareOfLeadTimeDemand(f64),
    /// SEK per unit short: the safety stock that it justifies (T8).
    ShortageCost(f64),
}

/// The question.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Question {
    /// Mean demand per day, units.
    pub demand_day: f64,
    /// Standard deviation of one day's demand, units; not for the Poisson law, which has its own.
    pub demand_sd: Option<f64>,
    /// Mean lead time, days.
    pub lead_time: f64,
    /// Standard deviation of the lead time, days.
    pub lead_time_sd: f64,
    /// The law of demand over the lead time.
    pub law: Law,
    /// Units per order; where it is lacking a turnover target must give it.
    pub lot: Option<f64>,
    /// What is given.
    #[serde(flatten)]
    pub given: Given,
    /// What a unit in stock costs, where that is known.
    pub holding: Option<Holding>,
    /// Price of a unit, SEK, where it is known.
    pub price: Option<f64>,
    /// SEK per unit short, to hold the answer against.
    pub shortage_cost: Option<f64>,
    /// Turns per year that are asked for.
    pub turnover: Option<f64>,
}

/// One reorder point, read in every way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// Units.
    pub reorder_point: f64,
    /// Units: the point less mean demand over the lead time.
    pub safety_stock: f64,
    /// Days of mean demand.
    pub safety_days: f64,
    /// Share of mean demand over the lead time (N6).
    pub share_of_lead_time_demand: f64,
    /// Standard deviations of demand over the lead time.
    pub safety_factor: f64,
    /// Share of cycles without a shortage (T7, the probability reading).
    pub cycle_service: f64,
    /// Share of demand served from stock (T7, *servicegrad*), one cycle's shortage against one lot.
    pub fill_rate: f64,
    /// The same where orders may overlap.
    pub fill_rate_overlapping: f64,
    /// Units short per cycle.
    pub short_cycle: f64,
    /// Units short per year.
    pub short_year: f64,
    /// Mean stock, units: lot ÷ 2 + safety stock.
    pub mean_stock: f64,
    /// Turns per year.
    pub turns: f64,
    /// SEK tied up in safety stock.
    pub safety_capital: Option<f64>,
    /// SEK tied up in all.
    pub capital: Option<f64>,
    /// SEK per year for the safety stock.
    pub safety_cost: Option<f64>,
    /// SEK per unit short for which this point would be the cheapest (T8).
    pub implied_shortage_cost: Option<f64>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceFindings {
    /// What was asked.
    pub question: Question,
    /// Mean demand over the lead time, units.
    pub lead_time_mean: f64,
    /// Its standard deviation, units.
    pub lead_time_sd: f64,
    /// Demand per year, units.
    pub demand_year: f64,
    /// Units per order: as given, or as the target of turns leaves it; none where the service forbids the turns.
    pub lot: Option<f64>,
    /// Share of normal draws below 0, where the law is normal (T6).
    pub negative_share: Option<f64>,
    /// What follows from what is given; none without a lot.
    pub answer: Option<Reading>,
    /// What the shortage cost justifies, where one is given beside.
    pub justified: Option<Reading>,
    /// The usual levels, as cycle service and as fill rate (N4, N5).
    pub levels: Vec<Compared>,
    /// What the target of turns comes to (T50).
    pub target: Option<Target>,
}

/// One article's figures that readings need.
#[derive(Clone, Copy, Debug)]
pub(super) struct Article {
    law: LeadTimeDemand,
    demand_year: f64,
    demand_day: f64,
    holding: Option<Holding>,
    price: Option<f64>,
}

impl Question {
    fn article(&self) -> Result<Article, Unanswered> {
        let daily = NormalDemand { mean: self.demand_day, sd: self.demand_sd.unwrap_or(0.0) };
        let over = over_lead_time(daily, self.lead_time, self.lead_time_sd)?;
        let law = match self.law {
            Law::Normal => LeadTimeDemand::normal(over)?,
            Law::Gamma => LeadTimeDemand::gamma(over)?,
            Law::Poisson => LeadTimeDemand::poisson(over.mean)?,
        };
        let demand_year = self.demand_day * DAYS_PER_YEAR;
        let price = self.price;
        Ok(Article { law, demand_year, demand_day: self.demand_day, holding: self.holding, price })
    }
}

impl Article {
    fn cycle(&self, lot: f64) -> Option<Cycle> {
        let holding = self.holding?;
        Some(Cycle { lot, holding_cost: holding.per_unit, use_year: self.demand_year })
    }

    /// A reorder point read in every way.
    fn reading(&self, lot: f64, point: f64) -> Result<Reading, Unanswered> {
        let (law, mean) = (self.law, self.law.mean());
        let safety_stock = point - mean;
        let stock = mean_stock(law, lot, point);
        let implied = self.cycle(lot).map(|cycle| law.implied_shortage_cost(cycle, point)).transpose()?;
        let short_cycle = law.short(point);
        Ok(Reading {
            reorder_point: point,
            safety_stock,
            safety_days: safety_stock / self.demand_day,
            share_of_lead_time_demand: safety_stock / mean,
            safety_factor: safety_stock / law.sd(),
            cycle_service: law.cycle_service(point),
            fill_rate: law.fill_rate(point, lot),
            fill_rate_overlapping: law.fill_rate_of_overlapping_orders(point, lot),
            short_cycle,
            short_year: short_cycle * self.demand_year / lot,
            mean_stock: stock,
            turns: self.demand_year / stock,
            safety_capital: self.price.map(|price| price * safety_stock),
            capital: self.price.map(|price| price * stock),
            safety_cost: self.holding.map(|holding| holding.per_unit * safety_stock),
            implied_shortage_cost: implied.flatten(),
        })
    }

    fn point(&self, lot: f64, given: Given) -> Result<f64, Unanswered> {
        let (law, mean) = (self.law, self.law.mean());
        let whole = |point: f64| if law.is_whole() { libm::ceil(point - 1e-9 * point.abs()) } else { point };
        match given {
            Given::CycleService(service) => law.point_for_cycle_service(service),
            Given::FillRate(fill_rate) => law.point_for_fill_rate(lot, fill_rate),
            Given::SafetyStock(units) => Ok(whole(mean + units)),
            Given::ReorderPoint(point) => Ok(point),
            Given::ShareOfLeadTimeDemand(share) => Ok(whole(mean * (1.0 + share))),
            Given::ShortageCost(cost) => {
                let lacking =
                    Unanswered::because("holding", "a holding cost is needed to weigh a shortage cost against");
                law.point_for_shortage_cost(self.cycle(lot).ok_or(lacking)?, cost)
            }
        }
    }
}

/// Reads what is given in every way.
///
/// # Errors
/// If a figure is out of range, or something is lacking that the answer needs.
pub fn service(question: &Question) -> Result<ServiceFindings, Unanswered> {
    let article = question.article()?;
    let target = question.turnover.map(|turns| turnover::target(&article, turns, question)).transpose()?;
    let from_target = target.as_ref().and_then(|target| target.lot);
    if question.lot.is_none() && question.turnover.is_none() {
        let needs = "the size of an order is needed: --lot, or --turnover to have it follow";
        return Err(Unanswered::because("lot", needs));
    }
    let lot = question.lot.or(from_target);
    let read = |lot: f64, given: Given| article.reading(lot, article.point(lot, given)?);
    let answer = lot.map(|lot| read(lot, question.given)).transpose()?;
    let justified = lot.zip(question.shortage_cost).map(|(lot, cost)| read(lot, Given::ShortageCost(cost)));
    let over = NormalDemand { mean: article.law.mean(), sd: article.law.sd() };
    Ok(ServiceFindings {
        question: *question,
        lead_time_mean: over.mean,
        lead_time_sd: over.sd,
        demand_year: article.demand_year,
        lot,
        negative_share: (question.law == Law::Normal).then(|| negative_share(over)),
        answer,
        justified: justified.transpose()?,
        levels: lot.map(|lot| levels::compared(&article, lot)).transpose()?.unwrap_or_default(),
        target,
    })
}

impl Given {
    /// The service level that a turnover target stands beside; other givens are none.
    pub(super) fn service(self) -> Option<Service> {
        match self {
            Given::CycleService(service) => Some(Service::Cycle(service)),
            Given::FillRate(fill_rate) => Some(Service::Fill(fill_rate)),
            _ => None,
        }
    }
}
