//! `beredd stock turnover`: how fast stock moves, what does not, and what reserves allow.

use super::consumption::{amount, limits};
use super::hand::hand_over;
use super::input::ListForm;
use super::today::Today;
use super::values::{Days, reserves};
use crate::cli::answer::{refused, tell_refusal};
use crate::cli::delivery::Delivery;
use crate::desk::lists::STOCK;
use crate::desk::stock_rows::read;
use crate::desk::turnover::{Question, turnover as reckon};
use crate::inventory::abc::Limits;
use crate::report::desk::turnover::{PROPOSALS, json, told};
use std::path::PathBuf;

/// Arguments of `stock turnover`.
#[derive(Debug, clap::Args)]
pub struct TurnoverArguments {
    /// Stock list: .xlsx, or CSV with commas, semicolons or tabs
    file: PathBuf,
    /// Days without an issue from which an article is slow
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = amount, default_value = "180")]
    slow: f64,
    /// Days without an issue from which it is dead
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = amount, default_value = "365")]
    dead: f64,
    /// Days of use above which a stock is too much
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = amount, default_value = "365")]
    most: f64,
    /// Reserves to hold against turns and shelf life, days of use
    #[arg(long, value_name = "DAYS,…", allow_negative_numbers = true, value_parser = reserves::<36_500>, default_value = "3,7,30,90")]
    reserve: Vec<Days>,
    /// Where A, B and C end, per cent of value
    #[arg(long, value_name = "A,B[,100]", allow_negative_numbers = true, value_parser = limits, default_value = "80,90,100")]
    limits: Limits,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    delivery: Delivery,
}

/// Reckons how a stock turns over.
pub fn turnover(arguments: &TurnoverArguments) -> u8 {
    let (delivery, form) = (&arguments.delivery, &arguments.form);
    let language = delivery.language();
    if let Err(code) = form.known(&[&STOCK], language) {
        return code;
    }
    if arguments.slow > arguments.dead {
        let what = "--slow is more days than --dead: nothing would be slow before it is dead";
        return tell_refusal(
            &refused(what, "give --slow fewer days than --dead, e.g. --slow 200 --dead 400"),
            language,
        );
    }
    let columns = STOCK.with(&["on-hand", "price"]);
    let listing = match form.read(&arguments.file, &STOCK, &columns, delivery.quiet, language) {
        Ok(listing) => listing,
        Err(code) => return code,
    };
    let rows = match read(&listing) {
        Ok(rows) => rows,
        Err(found) => return form.refuse_list(&listing, found, language),
    };
    let question = Question {
        today: arguments.today.date(),
        slow_days: arguments.slow,
        dead_days: arguments.dead,
        most_days: arguments.most,
        reserves: arguments.reserve.iter().flat_map(|days| days.0.clone()).collect(),
        knows_critical: listing.has("critical"),
        limits: arguments.limits,
    };
    let found = reckon(&rows, &question);
    let told = || told(&found, &question, &listing, language);
    hand_over(delivery, "turnover", told, PROPOSALS, || json(&found, &question, &listing), Vec::new())
}
