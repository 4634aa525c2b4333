//! `beredd stock brist`: what runs out this week, until when, what stands in, and whom to call.

use super::hand::hand_over_sheaf;
use super::input::ListForm;
use super::today::Today;
use crate::cli::BAD_INPUT;
use crate::cli::console::talk;
use crate::cli::delivery::Delivery;
use crate::desk::lists::{CONTACTS, ISSUES, List, NOTICES, ORDERS, STOCK, SUBSTITUTES};
use crate::desk::shortages::{Lists, Question, rows, shortages};
use crate::report::desk::shortages::{self as told, Given};
use crate::report::name::visible;
use crate::report::wording::desk::shortages::ShortageWord as Word;
use crate::sheet::Listing;
use std::path::PathBuf;

/// Arguments of `stock brist`.
#[derive(Debug, clap::Args)]
pub struct ShortagesArguments {
    /// Stock list: .xlsx, or CSV with commas, semicolons or tabs
    list: PathBuf,
    /// Open orders
    #[arg(long, value_name = "FILE")]
    orders: Option<PathBuf>,
    /// The suppliers' back-order notices
    #[arg(long, value_name = "FILE")]
    notices: Option<PathBuf>,
    /// Whom to call at each supplier
    #[arg(long, value_name = "FILE")]
    contacts: Option<PathBuf>,
    /// Which article replaces which, beside the need groups of the stock list
    #[arg(long, value_name = "FILE")]
    substitutes: Option<PathBuf>,
    /// Issues, for the use of rows whose use the stock list does not know
    #[arg(long, value_name = "FILE")]
    issues: Option<PathBuf>,
    /// Stock below so many days is short
    #[arg(long, value_name = "DAYS", default_value = "7", allow_negative_numbers = true, value_parser = super::values::positive)]
    days: f64,
    /// All articles, not only critical ones
    #[arg(long)]
    all: bool,
    /// Minutes of chasing per article and week (210 = half an hour a day: an assumption)
    #[arg(long, value_name = "MINUTES", default_value = "210", allow_negative_numbers = true, value_parser = super::values::not_negative)]
    chasing: f64,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    delivery: Delivery,
}

/// Finds what runs out.
pub fn shortages_of(arguments: &ShortagesArguments) -> u8 {
    arguments.found().unwrap_or_else(|code| code)
}

impl ShortagesArguments {
    fn listing(&self, path: &Option<PathBuf>, list: &List, needed: &[&str]) -> Result<Option<Listing>, u8> {
        let language = self.delivery.language();
        let read = |path: &PathBuf| self.form.read(path, list, &list.with(needed), self.delivery.quiet, language);
        path.as_ref().map(read).transpose()
    }

    fn found(&self) -> Result<u8, u8> {
        let language = self.delivery.language();
        self.form.known(&[&STOCK, &ORDERS, &NOTICES, &CONTACTS, &SUBSTITUTES, &ISSUES], language)?;
        let stock = self.form.read(&self.list, &STOCK, &STOCK.with(&["on-hand"]), self.delivery.quiet, language)?;
        let refuse = |listing: &Listing, problems| self.form.refuse_list(listing, problems, language);
        let mut rows = rows::stock(&stock, self.today.date()).map_err(|problems| refuse(&stock, problems))?;
        if !self.all && !rows.iter().any(|row| row.critical) {
            talk(&Word::NoneCritical.fill(language, &[("file", &visible(&stock.file))]));
            return Err(BAD_INPUT);
        }
        let orders = self.listing(&self.orders, &ORDERS, &[])?;
        let notices = self.listing(&self.notices, &NOTICES, &[])?;
        let contacts = self.listing(&self.contacts, &CONTACTS, &[])?;
        let substitutes = self.listing(&self.substitutes, &SUBSTITUTES, &[])?;
        let issues = self.listing(&self.issues, &ISSUES, &[])?;
        let use_filled = issues.as_ref().map_or(0, |issues| rows::use_of_issues(&mut rows, issues));
        let read = [Some(&stock), orders.as_ref(), notices.as_ref(), contacts.as_ref(), substitutes.as_ref()];
        let files = read.into_iter().chain([issues.as_ref()]).flatten().map(|listing| listing.file.clone()).collect();
        let given = Given {
            files,
            orders: orders.is_some(),
            notices: notices.is_some(),
            use_filled: issues.as_ref().map(|_| use_filled),
        };
        let by_supplier = match &contacts {
            Some(listing) => rows::contacts(listing).map_err(|problems| refuse(listing, problems))?,
            None => Default::default(),
        };
        let lists = Lists {
            stock: rows,
            orders: orders.as_ref().map(rows::orders).unwrap_or_default(),
            notices: notices.as_ref().map(rows::notices).unwrap_or_default(),
            contacts: by_supplier,
            substitutes: substitutes.as_ref().map(rows::substitutes).unwrap_or_default(),
        };
        let question = Question { today: self.today.date(), days: self.days, all: self.all, chasing: self.chasing };
        let found = shortages(&lists, &question);
        let sheaf = || told::shortages(&found, &question, &given, language);
        Ok(hand_over_sheaf(&self.delivery, "brist", sheaf, || told::json(&found, &question, &given), Vec::new()))
    }
}
