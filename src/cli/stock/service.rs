//! `beredd stock service`: service level, safety stock and reorder point, each from any other.

use super::WIDTH;
use super::holding::HoldingArguments;
use super::values::{any, daily_sd, days, level, multiple, positive, tell_unanswered, yearly};
use crate::cli::answer::{refused, tell_refusal};
use crate::cli::delivery::{Answer, Delivery};
use crate::desk::service::{Given, Law, Question, ServiceFindings, service as answered};
use crate::report::wording::Language;
use crate::report::{chart, csv, desk};
use crate::time::DAYS_PER_YEAR;

/// The law of demand over the lead time.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum LawName {
    /// Normal
    Normal,
    /// Gamma: never negative, skewed
    Gamma,
    /// Poisson: few units, one at a time
    Poisson,
}

/// Arguments of `stock service`.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("given").required(true).args(["cycle_service", "fill_rate", "safety_stock", "reorder_point", "share_of_lead_time_demand", "by_shortage_cost"]))]
pub struct ServiceArguments {
    /// Demand, units per year; or e.g. 25/week, 3.5/day
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = yearly)]
    demand: f64,
    /// Standard deviation of demand, e.g. 4/day or 9/week; the Poisson law has its own
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = daily_sd)]
    demand_sd: Option<f64>,
    /// Lead time, e.g. 14, "14 days" or "2 weeks"
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days)]
    lead_time: f64,
    /// Standard deviation of the lead time
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days, default_value = "0")]
    lead_time_sd: f64,
    /// Law of demand over the lead time
    #[arg(long, value_enum, default_value = "normal")]
    law: LawName,
    /// Units per order; where it is not given, --turnover gives it
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = positive)]
    lot: Option<f64>,
    /// Given: share of cycles without a shortage
    #[arg(long, value_name = "LEVEL", allow_negative_numbers = true, value_parser = level)]
    cycle_service: Option<f64>,
    /// Given: share of demand served from stock
    #[arg(long, value_name = "LEVEL", allow_negative_numbers = true, value_parser = level)]
    fill_rate: Option<f64>,
    /// Given: safety stock, units
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = any)]
    safety_stock: Option<f64>,
    /// Given: reorder point, units
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = any)]
    reorder_point: Option<f64>,
    /// Given: safety stock as a share of demand over the lead time, e.g. 30%
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true, value_parser = multiple)]
    share_of_lead_time_demand: Option<f64>,
    /// Given: cost of a unit short, SEK; the service that it justifies follows
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = positive)]
    by_shortage_cost: Option<f64>,
    /// Cost of a unit short, SEK, to hold what is given against
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = positive, conflicts_with = "by_shortage_cost")]
    shortage_cost: Option<f64>,
    /// Turns per year asked for, beside --cycle-service or --fill-rate
    #[arg(long, value_name = "TURNS", allow_negative_numbers = true, value_parser = positive)]
    turnover: Option<f64>,
    #[command(flatten)]
    holding: HoldingArguments,
    #[command(flatten)]
    delivery: Delivery,
}

impl ServiceArguments {
    /// The group lets exactly one through.
    fn given(&self) -> Option<Given> {
        let all = [
            self.cycle_service.map(Given::CycleService),
            self.fill_rate.map(Given::FillRate),
            self.safety_stock.map(Given::SafetyStock),
            self.reorder_point.map(Given::ReorderPoint),
            self.share_of_lead_time_demand.map(Given::ShareOfLeadTimeDemand),
            self.by_shortage_cost.map(Given::ShortageCost),
        ];
        all.into_iter().flatten().next()
    }

    /// What does not fit together, and what to do.
    fn contradiction(&self) -> Option<(&'static str, &'static str)> {
        let spread = self.demand_sd.unwrap_or(0.0) > 0.0 || self.lead_time_sd > 0.0;
        let weighed = self.shortage_cost.is_some() || self.by_shortage_cost.is_some();
        match self.law {
            LawName::Poisson if spread => Some((
                "the Poisson law has its own spread",
                "leave out --demand-sd and --lead-time-sd, or take --law gamma",
            )),
            LawName::Normal | LawName::Gamma if !spread => {
                Some(("service means nothing where nothing varies", "give --demand-sd, e.g. 4/day, or --lead-time-sd"))
            }
            _ if weighed && self.holding.holding().is_none() => Some((
                "a shortage cost is weighed against what a unit in stock costs, which is not said",
                "give --holding SEK, or --price with --holding-rate or --capital-rate",
            )),
            _ => None,
        }
    }
}

/// Tells what follows from what is given.
pub fn service(arguments: &ServiceArguments) -> u8 {
    let language = arguments.delivery.language();
    if let Some((what, help)) = arguments.contradiction() {
        return tell_refusal(&refused(what, help), language);
    }
    let Some(given) = arguments.given() else {
        return tell_refusal(&refused("nothing is given", "give e.g. --cycle-service 0.97"), language);
    };
    let question = Question {
        demand_day: arguments.demand / DAYS_PER_YEAR,
        demand_sd: arguments.demand_sd,
        lead_time: arguments.lead_time,
        lead_time_sd: arguments.lead_time_sd,
        law: match arguments.law {
            LawName::Normal => Law::Normal,
            LawName::Gamma => Law::Gamma,
            LawName::Poisson => Law::Poisson,
        },
        lot: arguments.lot,
        given,
        holding: arguments.holding.holding(),
        price: arguments.holding.price,
        shortage_cost: arguments.shortage_cost,
        turnover: arguments.turnover,
    };
    match answered(&question) {
        Ok(found) => arguments.delivery.hand_over("service", answer(&found, &arguments.delivery)),
        Err(why) => tell_unanswered(&why, language),
    }
}

fn answer(found: &ServiceFindings, delivery: &Delivery) -> Answer {
    let language = delivery.language();
    let chart = |language| Some((language, chart::desk::service::chart(found, language)?));
    Answer {
        human: desk::service::human(found, language, WIDTH),
        json: desk::service::json(found),
        csv: csv::desk::service::tidy(found),
        // Drawn only where they are written.
        charts: Language::ALL.into_iter().filter(|_| delivery.output.is_some()).filter_map(chart).collect(),
        files: Vec::new(),
    }
}
