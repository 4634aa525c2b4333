//! `beredd stock abc`: classes of articles by the value consumed.

use super::consumption::{Consumption, amount, total_too_small};
use super::hand::hand_over;
use super::today::Today;
use crate::cli::BAD_INPUT;
use crate::cli::amounts::numbers;
use crate::cli::delivery::Delivery;
use crate::desk::abc::{By, Found, Question, classify};
use crate::desk::consumption::lacking;
use crate::inventory::steadiness::Variation;
use crate::report::chart::pareto;
use crate::report::desk::abc::{Of, json, told};
use crate::report::wording::Language;
use crate::sheet::Listing;

/// Arguments of `stock abc`.
#[derive(Debug, clap::Args)]
pub struct AbcArguments {
    #[command(flatten)]
    list: Consumption,
    /// Classify each of these by itself too
    #[arg(long, value_enum, conflicts_with = "total")]
    by: Option<ByColumn>,
    /// Class by steadiness too, from the periods of the list
    #[arg(long)]
    xyz: bool,
    /// Coefficients of variation where X and Y end
    #[arg(long, value_name = "X,Y", allow_negative_numbers = true, value_parser = variation, requires = "xyz", default_value = "0.5,1.0")]
    xyz_limits: Variation,
    /// Class by need too, from the column VED
    #[arg(long)]
    ved: bool,
    /// Days above which the stock of an A article is called long
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = amount, default_value = "30")]
    long: f64,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    delivery: Delivery,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ByColumn {
    CostCentre,
    Site,
}

fn variation(text: &str) -> Result<Variation, String> {
    let found = match numbers(text)?.as_slice() {
        [x, y] => Variation::of(*x, *y),
        _ => None,
    };
    found.ok_or_else(|| "two numbers above 0, X below Y: 0.5,1.0, or 0,5;1,0 with decimal commas".to_owned())
}

/// Classifies a list.
pub fn abc(arguments: &AbcArguments) -> u8 {
    let (delivery, list) = (&arguments.delivery, &arguments.list);
    let language = delivery.language();
    let (listing, rows, is_stock) = match list.read(&[], delivery.quiet, language) {
        Ok(read) => read,
        Err(code) => return code,
    };
    if let Err(code) = arguments.has_columns(&listing, language) {
        return code;
    }
    let by = match arguments.by {
        None => By::Whole,
        Some(ByColumn::CostCentre) => By::CostCentre,
        Some(ByColumn::Site) => By::Site,
    };
    let question = Question {
        total: list.total,
        limits: list.limits,
        by,
        variation: arguments.xyz.then_some(arguments.xyz_limits),
        long_days: arguments.long,
    };
    let found = match classify(&rows, &question) {
        Ok(found) => found,
        Err(sum) => return total_too_small("total", list.total, sum, language),
    };
    let of = Of { listing: &listing, today: arguments.today.date(), question, ved: arguments.ved, is_stock };
    let charts = if delivery.output.is_some() { charts(&found, of) } else { Vec::new() };
    hand_over(delivery, "abc", || told(&found, of, language), 1, || json(&found, of), charts)
}

fn charts(found: &Found, of: Of<'_>) -> Vec<(Language, crate::report::chart::NamedChart)> {
    let Some(whole) = found.groups.first() else { return Vec::new() };
    let draw = |language| {
        pareto::chart(whole, &of.question, &of.listing.file, of.today, language).map(|chart| (language, chart))
    };
    Language::ALL.into_iter().filter_map(draw).collect()
}

impl AbcArguments {
    /// Whether the list has the columns that were asked for.
    fn has_columns(&self, listing: &Listing, language: Language) -> Result<(), u8> {
        let by = match self.by {
            Some(ByColumn::CostCentre) => Some("cost-centre"),
            Some(ByColumn::Site) => Some("site"),
            None => None,
        };
        let asked = [by, self.xyz.then_some("period"), self.ved.then_some("ved")];
        let keys: Vec<&str> = asked.into_iter().flatten().collect();
        lacking(listing, &keys).map_err(|found| {
            self.list.form.refuse_list(listing, found, language);
            BAD_INPUT
        })
    }
}
