//! `beredd stock cross-abc`: consumption against the value of stock.

use super::consumption::{Consumption, amount, total_too_small};
use super::hand::hand_over;
use super::today::Today;
use crate::cli::delivery::Delivery;
use crate::desk::cross_abc::{TooSmall, cross};
use crate::report::desk::cross_abc::{Of, json, told};

/// Arguments of `stock cross-abc`.
#[derive(Debug, clap::Args)]
pub struct CrossArguments {
    #[command(flatten)]
    list: Consumption,
    /// Value of the whole stock of which the list is a part, SEK
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = amount)]
    stock_total: Option<f64>,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    delivery: Delivery,
}

/// Crosses a list.
pub fn cross_abc(arguments: &CrossArguments) -> u8 {
    let (delivery, list) = (&arguments.delivery, &arguments.list);
    let language = delivery.language();
    let (listing, rows, is_stock) = match list.read(&["stock-value"], delivery.quiet, language) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let found = match cross(&rows, list.limits, list.total, arguments.stock_total) {
        Ok(found) => found,
        Err(TooSmall::Use(sum)) => return total_too_small("total", list.total, sum, language),
        Err(TooSmall::Stock(sum)) => return total_too_small("stock-total", arguments.stock_total, sum, language),
    };
    let of = Of { listing: &listing, today: arguments.today.date(), limits: list.limits, is_stock };
    hand_over(delivery, "cross-abc", || told(&found, of, language), 1, || json(&found, of), Vec::new())
}
