//! `beredd stock eoq`: the economic order quantity and its relatives.

use super::WIDTH;
use super::holding::HoldingArguments;
use super::values::{daily_sd, days, level, not_negative, positive, step, tell_unanswered, yearly};
use crate::cli::answer::{refused, tell_refusal};
use crate::cli::delivery::{Answer, Delivery};
use crate::desk::eoq::{EoqFindings, Question, ServiceLevel, Waiting, eoq as answered};
use crate::report::wording::Language;
use crate::report::{chart, csv, desk};

/// Arguments of `stock eoq`.
#[derive(Debug, clap::Args)]
pub struct EoqArguments {
    /// Demand, units per year; or e.g. 25/week, 3.5/day
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = yearly)]
    demand: f64,
    /// Cost of an order, SEK: administration and transport
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = positive)]
    order_cost: f64,
    #[command(flatten)]
    holding: HoldingArguments,
    /// Lead time, e.g. 14, "14 days" or "2 weeks"; gives the reorder point
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days)]
    lead_time: Option<f64>,
    /// Standard deviation of the lead time
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days, requires = "lead_time", default_value = "0")]
    lead_time_sd: f64,
    /// Standard deviation of demand, e.g. 4/day or 9/week
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = daily_sd, requires = "lead_time", default_value = "0/day")]
    demand_sd: f64,
    /// Units per pack
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = positive)]
    pack: Option<f64>,
    /// Service level: share of cycles without a shortage
    #[arg(long, value_name = "LEVEL", allow_negative_numbers = true, value_parser = level, requires = "lead_time", conflicts_with = "fill_rate")]
    cycle_service: Option<f64>,
    /// Service level: share of demand served from stock
    #[arg(long, value_name = "LEVEL", allow_negative_numbers = true, value_parser = level, requires = "lead_time")]
    fill_rate: Option<f64>,
    /// Cost of a unit short, SEK: finds lot and reorder point together
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = positive, requires = "lead_time")]
    shortage_cost: Option<f64>,
    /// Cost of a unit that waits a year, SEK: planned backorders
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = positive)]
    backorder_cost: Option<f64>,
    /// Units per year at which a lot comes in, where it does not come at once
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = yearly)]
    production_rate: Option<f64>,
    /// Price of a unit from a quantity on, e.g. 400:0.72; may be given several times
    #[arg(long, value_name = "FROM:PRICE", allow_negative_numbers = true, value_parser = step, requires = "price")]
    discount: Vec<(f64, f64)>,
    /// A lower price is paid for the units above its quantity only, not for the whole order
    #[arg(long, requires = "discount")]
    incremental: bool,
    /// Lot of today, to compare
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = positive)]
    lot: Option<f64>,
    /// Small frequent lot, to compare (just in time)
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true, value_parser = positive)]
    jit_lot: Option<f64>,
    /// Cost of a small delivery, SEK (default: the order cost)
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = not_negative, requires = "jit_lot")]
    jit_order_cost: Option<f64>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Tells the economic order quantity.
pub fn eoq(arguments: &EoqArguments) -> u8 {
    let language = arguments.delivery.language();
    let Some(holding) = arguments.holding.holding() else {
        let help = "give --holding SEK, or --price with --holding-rate or --capital-rate";
        return tell_refusal(&refused("what a unit in stock costs is not said", help), language);
    };
    let wants_spread =
        arguments.cycle_service.is_some() || arguments.fill_rate.is_some() || arguments.shortage_cost.is_some();
    if wants_spread && arguments.demand_sd == 0.0 && arguments.lead_time_sd == 0.0 {
        let help = "give --demand-sd, e.g. 4/day, or --lead-time-sd";
        return tell_refusal(&refused("a service level means nothing where nothing varies", help), language);
    }
    let waiting = arguments.lead_time.map(|lead_time| Waiting {
        lead_time,
        lead_time_sd: arguments.lead_time_sd,
        demand_sd: arguments.demand_sd,
    });
    let question = Question {
        demand: arguments.demand,
        order_cost: arguments.order_cost,
        holding,
        waiting,
        pack: arguments.pack,
        service: arguments.cycle_service.map(ServiceLevel::Cycle).or(arguments.fill_rate.map(ServiceLevel::Fill)),
        shortage_cost: arguments.shortage_cost,
        backorder_cost: arguments.backorder_cost,
        production_rate: arguments.production_rate,
        discounts: arguments.discount.clone(),
        incremental: arguments.incremental,
        lot: arguments.lot,
        jit_lot: arguments.jit_lot,
        jit_order_cost: arguments.jit_order_cost,
    };
    match answered(&question) {
        Ok(found) => arguments.delivery.hand_over("eoq", answer(&found, &arguments.delivery)),
        Err(why) => tell_unanswered(&why, language),
    }
}

fn answer(found: &EoqFindings, delivery: &Delivery) -> Answer {
    let language = delivery.language();
    let chart = |language| Some((language, chart::desk::eoq::chart(found, language)?));
    Answer {
        human: desk::eoq::human(found, language, WIDTH),
        json: desk::eoq::json(found),
        csv: csv::desk::eoq::tidy(found),
        // Drawn only where they are written.
        charts: Language::ALL.into_iter().filter(|_| delivery.output.is_some()).filter_map(chart).collect(),
        files: Vec::new(),
    }
}
