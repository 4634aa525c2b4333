//! `beredd stock leverantor`: the suppliers' scorecard from actual deliveries.

use super::hand::hand_over_sheaf;
use super::input::ListForm;
use super::today::Today;
use crate::cli::BAD_INPUT;
use crate::cli::console::talk;
use crate::cli::delivery::Delivery;
use crate::desk::lists::{DELIVERIES, STOCK};
use crate::desk::shortages::rows::stock;
use crate::desk::suppliers::{Question, rows, scorecard};
use crate::order::Gather;
use crate::report::chart::suppliers::chart;
use crate::report::desk::suppliers::{self as told, Given};
use crate::report::name::visible;
use crate::report::wording::Language;
use crate::report::wording::desk::suppliers::SupplierWord as Word;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Arguments of `stock leverantor`.
#[derive(Debug, clap::Args)]
pub struct SuppliersArguments {
    /// Deliveries: .xlsx, or CSV with commas, semicolons or tabs
    list: PathBuf,
    /// Stock list: count only the articles that are critical in it
    #[arg(long, value_name = "STOCK")]
    critical: Option<PathBuf>,
    /// What the contract asks for, e.g. 0.98 or 98%
    #[arg(long, value_name = "SHARE", default_value = "98%", allow_negative_numbers = true, value_parser = super::values::part)]
    contract: f64,
    /// Days from order to promise of lines without a promise
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = super::values::whole_days)]
    agreed: Option<i64>,
    /// Days after the promise that still count as on time
    #[arg(long, value_name = "DAYS", default_value = "0", allow_negative_numbers = true, value_parser = super::values::whole_days)]
    grace: i64,
    /// What comes more days before the promise than this is not on time (default: it always is)
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = super::values::whole_days)]
    early: Option<i64>,
    /// Warn where fewer lines are due
    #[arg(long, value_name = "LINES", default_value = "30")]
    few: u64,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    delivery: Delivery,
}

/// Scores the suppliers.
pub fn suppliers(arguments: &SuppliersArguments) -> u8 {
    arguments.found().unwrap_or_else(|code| code)
}

impl SuppliersArguments {
    fn found(&self) -> Result<u8, u8> {
        let (delivery, language) = (&self.delivery, self.delivery.language());
        self.form.known(&[&DELIVERIES, &STOCK], language)?;
        let today = self.today.date();
        let check = |listing: &crate::sheet::Listing| rows::read(listing, today).err().unwrap_or_default();
        let columns = DELIVERIES.with(&[]);
        let listing = self.form.read_checked(&self.list, &DELIVERIES, &columns, delivery.quiet, language, &check)?;
        let mut read =
            rows::read(&listing, today).map_err(|problems| self.form.refuse_list(&listing, problems, language))?;
        let mut given = Given { file: listing.file.clone(), critical: None };
        if let Some(path) = &self.critical {
            let all = read.lines.len();
            let (file, critical) = self.critical_of(path, language)?;
            read.lines.retain(|line| critical.contains(&line.article));
            if read.lines.is_empty() {
                let places = [("file", visible(&listing.file)), ("list", visible(&file))];
                talk(&Word::NothingKept.fill(language, &places.each_ref().map(|(at, text)| (*at, text.as_str()))));
                return Err(BAD_INPUT);
            }
            given.critical = Some((file, all));
        }
        let question = Question {
            today,
            contract: self.contract,
            agreed: self.agreed,
            grace: self.grace,
            early: self.early,
            few: self.few,
        };
        let found = scorecard(&read.lines, &question, Word::All.text(language));
        let drawn = Language::ALL.into_iter().filter(|_| delivery.output.is_some());
        let charts = drawn.filter_map(|language| Some((language, chart(&found, &question, &given.file, language)?)));
        let charts = charts.collect();
        let sheaf = || told::scorecard(&found, &read, &question, &given, language);
        Ok(hand_over_sheaf(delivery, "leverantor", sheaf, || told::json(&found, &question, &given), charts))
    }

    fn critical_of(&self, path: &Path, language: Language) -> Result<(String, BTreeSet<String>), u8> {
        let listing = self.form.read(path, &STOCK, &STOCK.with(&[]), self.delivery.quiet, language)?;
        let rows = stock(&listing, self.today.date())
            .map_err(|problems| self.form.refuse_list(&listing, problems, language))?;
        let critical = rows.into_iter().filter(|row| row.critical).map(|row| row.article).into_set();
        Ok((listing.file.clone(), critical))
    }
}
