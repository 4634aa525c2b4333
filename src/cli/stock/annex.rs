//! `beredd stock underlag`: the annex of a tender or a building brief.

use super::consumption::amount;
use super::hand::hand_over;
use super::input::ListForm;
use super::today::Today;
use crate::cli::BAD_INPUT;
use crate::cli::console::talk;
use crate::cli::delivery::Delivery;
use crate::desk::annex::{Keeping, LONGEST, Question, annex as reckon, problems};
use crate::desk::lists::STOCK;
use crate::desk::stock_rows::read;
use crate::inventory::room::m2_per_pallet;
use crate::report::desk::annex::{FIGURES, Of, json, told};
use crate::report::wording::desk::DeskWord as Say;
use std::collections::BTreeMap;
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
    #[arg(long, value_name = "DAYS,…", value_delimiter = ',', value_parser = days, default_value = "3,7,30,90")]
    reserve: Vec<f64>,
    /// Area that is offered, m²: in all, or for room, cold or frozen goods (--offered cold=400)
    #[arg(long, value_name = "[KEEPING=]M2", value_parser = offer)]
    offered: Vec<(Option<Keeping>, f64)>,
    /// Floor of a pallet place with aisles and all, m² (default: foot ÷ levels × gross factor)
    #[arg(long, value_name = "M2", value_parser = factor, conflicts_with_all = ["foot", "levels", "gross"])]
    m2_per_pallet: Option<f64>,
    /// Footprint of a pallet, m² (a EUR pallet: 1.2 × 0.8)
    #[arg(long, value_name = "M2", value_parser = factor, default_value = "0.96")]
    foot: f64,
    /// Pallets above each other; an assumption
    #[arg(long, value_name = "NUMBER", value_parser = factor, default_value = "4")]
    levels: f64,
    /// Whole floor over the floor of pallets: aisles, dock, staff; an assumption
    #[arg(long, value_name = "FACTOR", value_parser = factor, default_value = "3.5")]
    gross: f64,
    /// Goods on a pallet of an article with a volume only, m³; an assumption
    #[arg(long, value_name = "M3", value_parser = factor, default_value = "1.4")]
    m3_per_pallet: f64,
    /// Busiest day over the mean calendar day; an assumption
    #[arg(long, value_name = "FACTOR", value_parser = factor, default_value = "1.46")]
    peak: f64,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    delivery: Delivery,
}

/// Days of a reserve.
fn days(text: &str) -> Result<f64, String> {
    amount(text)
        .ok()
        .filter(|days| *days <= f64::from(LONGEST))
        .ok_or_else(|| format!("days above 0, at most {LONGEST}"))
}

/// A factor that keeps floor and peaks within reason.
fn factor(text: &str) -> Result<f64, String> {
    amount(text)
        .ok()
        .filter(|factor| (1e-3..=1e3).contains(factor))
        .ok_or_else(|| "a number from 0.001 to 1000".to_owned())
}

fn offer(text: &str) -> Result<(Option<Keeping>, f64), String> {
    match text.split_once('=') {
        None => amount(text).map(|area| (None, area)),
        Some((name, area)) => {
            let keeping = Keeping::read(name).ok_or_else(|| "room, cold or frozen before the =".to_owned())?;
            amount(area).map(|area| (Some(keeping), area))
        }
    }
}

/// Reckons the annex of a list.
pub fn annex(arguments: &AnnexArguments) -> u8 {
    let (delivery, form) = (&arguments.delivery, &arguments.form);
    let language = delivery.language();
    if let Err(code) = form.known(&[&STOCK], language) {
        return code;
    }
    let columns = STOCK.with(&["on-hand"]);
    let listing = match form.read(&arguments.file, &STOCK, &columns, delivery.quiet, language) {
        Ok(listing) => listing,
        Err(code) => return code,
    };
    let unknown = problems(&listing, arguments.m3_per_pallet);
    let rows = match read(&listing) {
        Ok(rows) if unknown.is_empty() => rows,
        Ok(_) => return form.refuse_list(&listing, unknown, language),
        Err(found) => return form.refuse_list(&listing, found.into_iter().chain(unknown).collect(), language),
    };
    if let Some(site) = arguments.site.as_ref().filter(|site| !rows.iter().any(|row| row.site == **site)) {
        let mut known: Vec<&str> = rows.iter().map(|row| row.site.as_str()).collect();
        known.sort_unstable();
        known.dedup();
        talk(&Say::NoSuchSite.fill(language, &[("site", site), ("known", &known.join(", "))]));
        return BAD_INPUT;
    }
    let question = arguments.question(listing.has("critical"));
    let built = arguments.m2_per_pallet.is_none().then_some([arguments.foot, arguments.levels, arguments.gross]);
    let found = reckon(&rows, &question);
    let of = Of { listing: &listing, today: arguments.today.date(), question: &question, built };
    hand_over(delivery, "underlag", &told(&found, of, language), FIGURES, json(&found, of), Vec::new())
}

impl AnnexArguments {
    fn question(&self, knows_critical: bool) -> Question {
        let by = |given: &(Option<Keeping>, f64)| given.0.map(|keeping| (keeping.key(), given.1));
        Question {
            m2_per_pallet: self.m2_per_pallet.unwrap_or_else(|| m2_per_pallet(self.foot, self.levels, self.gross)),
            m3_per_pallet: self.m3_per_pallet,
            peak_factor: self.peak,
            reserves: self.reserve.clone(),
            offered: self.offered.iter().rev().find(|(keeping, _)| keeping.is_none()).map(|(_, area)| *area),
            offered_by: self.offered.iter().filter_map(by).collect::<BTreeMap<_, _>>(),
            knows_critical,
            site: self.site.clone(),
        }
    }
}
