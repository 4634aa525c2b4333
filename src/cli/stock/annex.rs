//! `beredd stock underlag`: the annex of a tender or a building brief.

use super::consumption::amount;
use super::hand::hand_over;
use super::input::ListForm;
use super::today::Today;
use super::values::{Days, reserves};
use crate::cli::BAD_INPUT;
use crate::cli::console::talk;
use crate::cli::delivery::Delivery;
use crate::desk::annex::{Goods, Keeping, LONGEST, Question, annex as reckon, problems};
use crate::desk::lists::STOCK;
use crate::desk::stock_rows::{StockRow, read};
use crate::inventory::room::m2_per_pallet;
use crate::order::Gather;
use crate::report::desk::annex::{FIGURES, Of, json, told};
use crate::report::name::visible;
use crate::report::wording::Language;
use crate::report::wording::desk::DeskWord as Say;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Arguments of `stock underlag`.
#[derive(Debug, clap::Args)]
pub struct AnnexArguments {
    /// Stock list: .xlsx, or CSV with commas, semicolons or tabs
    file: PathBuf,
    /// Only this site of the list
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// Reserves of critical articles on top of the stock, days of use
    #[arg(long, value_name = "DAYS,…", allow_negative_numbers = true, value_parser = reserves::<LONGEST>, default_value = "3,7,30,90")]
    reserve: Vec<Days>,
    /// Area that is offered, m²: in all, for room, cold or frozen goods (--offered cold=400), or for a flow of the list
    #[arg(long, value_name = "[GOODS=]M2", allow_negative_numbers = true, value_parser = offer)]
    offered: Vec<(Goods, f64)>,
    /// Floor of a pallet place with aisles and all, m² (default: foot ÷ levels × gross factor)
    #[arg(long, value_name = "M2", allow_negative_numbers = true, value_parser = factor, conflicts_with_all = ["foot", "levels", "gross"])]
    m2_per_pallet: Option<f64>,
    /// Footprint of a pallet, m² (a EUR pallet: 1.2 × 0.8)
    #[arg(long, value_name = "M2", allow_negative_numbers = true, value_parser = factor, default_value = "0.96")]
    foot: f64,
    /// Pallets above each other; an assumption
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, value_parser = factor, default_value = "4")]
    levels: f64,
    /// Whole floor over the floor of pallets: aisles, dock, staff; an assumption
    #[arg(long, value_name = "FACTOR", allow_negative_numbers = true, value_parser = factor, default_value = "3.5")]
    gross: f64,
    /// Goods on a pallet of an article with a volume only, m³; an assumption
    #[arg(long, value_name = "M3", allow_negative_numbers = true, value_parser = factor, default_value = "1.4")]
    m3_per_pallet: f64,
    /// Busiest day over the mean calendar day; an assumption
    #[arg(long, value_name = "FACTOR", allow_negative_numbers = true, value_parser = peak, default_value = "1.46")]
    peak: f64,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    delivery: Delivery,
}

/// A factor that keeps floor and peaks within reason.
fn factor(text: &str) -> Result<f64, String> {
    amount(text)
        .ok()
        .filter(|factor| (1e-3..=1e3).contains(factor))
        .ok_or_else(|| "a number from 0.001 to 1000".to_owned())
}

/// The busiest day is no calmer than the mean one.
fn peak(text: &str) -> Result<f64, String> {
    let fits = factor(text)?;
    let refuse = || "the busiest day has at least as much as the mean one: write 1 or more, e.g. 1.46".to_owned();
    Some(fits).filter(|factor| *factor >= 1.0).ok_or_else(refuse)
}

fn offer(text: &str) -> Result<(Goods, f64), String> {
    let Some((name, area)) = text.split_once('=') else { return amount(text).map(|area| (Goods::All, area)) };
    let goods = Keeping::read(name).map_or_else(|| Goods::Flow(name.trim().to_owned()), Goods::Kept);
    amount(area).map(|area| (goods, area))
}

/// Reckons the annex of a list.
pub fn annex(arguments: &AnnexArguments) -> u8 {
    let (delivery, form) = (&arguments.delivery, &arguments.form);
    let language = delivery.language();
    if let Err(code) = form.known(&[&STOCK], language) {
        return code;
    }
    let columns = STOCK.with(&["on-hand"]);
    let check = |listing: &crate::sheet::Listing| problems(listing, arguments.m3_per_pallet);
    let listing = match form.read_checked(&arguments.file, &STOCK, &columns, delivery.quiet, language, &check) {
        Ok(listing) => listing,
        Err(code) => return code,
    };
    let unknown = problems(&listing, arguments.m3_per_pallet);
    let rows = match read(&listing) {
        Ok(rows) if unknown.is_empty() => rows,
        Ok(_) => return form.refuse_list(&listing, unknown, language),
        Err(found) => return form.refuse_list(&listing, found.into_iter().chain(unknown).collect(), language),
    };
    if let Err(code) = arguments.are_there(&rows, language) {
        return code;
    }
    let question = arguments.question(listing.has("critical"));
    let built = arguments.m2_per_pallet.is_none().then_some([arguments.foot, arguments.levels, arguments.gross]);
    let found = reckon(&rows, &question);
    let of = Of { listing: &listing, today: arguments.today.date(), question: &question, built };
    hand_over(delivery, "underlag", || told(&found, of, language), FIGURES, || json(&found, of), Vec::new())
}

impl AnnexArguments {
    /// Whether the list has the site and the flows that were asked for.
    fn are_there(&self, rows: &[StockRow], language: Language) -> Result<(), u8> {
        let known = |of: fn(&StockRow) -> &str| {
            let names: BTreeSet<&str> = rows.iter().map(of).filter(|name| !name.is_empty()).into_set();
            names.into_iter().map(visible).collect::<Vec<_>>().join(", ")
        };
        let refuse = |word: Say, name: &str, known: String| {
            talk(&word.fill(language, &[("name", &visible(name)), ("known", &known)]));
            Err(BAD_INPUT)
        };
        let unknown = self.site.as_ref().filter(|site| !rows.iter().any(|row| row.site == **site));
        if let Some(site) = unknown {
            return refuse(Say::NoSuchSite, site, known(|row| &row.site));
        }
        let flows = self.offered.iter().filter_map(|(goods, _)| match goods {
            Goods::Flow(name) => Some(name),
            _ => None,
        });
        for flow in flows {
            if !rows.iter().any(|row| row.flow == *flow) {
                return refuse(Say::NoSuchGoods, flow, known(|row| &row.flow));
            }
        }
        Ok(())
    }

    fn question(&self, knows_critical: bool) -> Question {
        Question {
            m2_per_pallet: self.m2_per_pallet.unwrap_or_else(|| m2_per_pallet(self.foot, self.levels, self.gross)),
            m3_per_pallet: self.m3_per_pallet,
            peak_factor: self.peak,
            reserves: self.reserve.iter().flat_map(|days| days.0.clone()).collect(),
            offered: self.offered.clone(),
            knows_critical,
            today: self.today.date(),
            site: self.site.clone(),
        }
    }
}
