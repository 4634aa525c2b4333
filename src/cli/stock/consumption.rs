//! What `abc` and `cross-abc` share: a list of consumption or a stock list, told apart by its columns, and limits of classes.

use super::input::ListForm;
use crate::cli::BAD_INPUT;
use crate::cli::amounts::{number, numbers};
use crate::cli::console::talk;
use crate::desk::consumption::{UseRow, of_stock, of_use};
use crate::desk::lists::{STOCK, USE};
use crate::inventory::abc::Limits;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::DeskWord as Say;
use crate::sheet::Listing;
use std::path::PathBuf;

/// Where a list of consumption comes from, and the limits of its classes.
#[derive(Debug, clap::Args)]
pub struct Consumption {
    /// List of consumption, or stock list with its use: .xlsx, or CSV with commas, semicolons or tabs
    pub file: PathBuf,
    /// What it is (default: a stock list if it has a column of what is on hand, else a list of consumption)
    #[arg(long = "as", value_name = "LIST", value_parser = ["stock", "use"])]
    kind: Option<String>,
    /// Where A, B and C end, per cent of value
    #[arg(long, value_name = "A,B[,100]", allow_negative_numbers = true, value_parser = limits, default_value = "80,90,100")]
    pub limits: Limits,
    /// Value of the whole of which the list is a part, SEK: shares are shares of it
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = amount)]
    pub total: Option<f64>,
    #[command(flatten)]
    pub form: ListForm,
}

/// Limits of classes.
pub fn limits(text: &str) -> Result<Limits, String> {
    let found = numbers(text)?;
    if found.iter().all(|limit| *limit <= 1.0) {
        let in_per_cent: Vec<String> = found.iter().map(|limit| (libm::round(limit * 1e6) / 1e4).to_string()).collect();
        return Err(format!("limits are in per cent: write {}", in_per_cent.join(",")));
    }
    let limits = match found.as_slice() {
        [a, b] => Limits::of(*a, *b),
        [a, b, c] if *c == 100.0 => Limits::of(*a, *b),
        _ => None,
    };
    limits.ok_or_else(|| {
        "two limits in per cent, A below B, B at most 100; a third must be 100: 80,90,100, or 79,5;90 with decimal commas"
            .to_owned()
    })
}

/// An amount above 0.
pub fn amount(text: &str) -> Result<f64, String> {
    let found = number(text)?;
    let fits = found > 0.0 && found <= 1e18;
    fits.then_some(found).ok_or_else(|| "it must be above 0, e.g. 30 or 1 300,5".to_owned())
}

impl Consumption {
    /// Reads the list, telling how; the exit code if it is refused. `needed` are columns of a list of consumption that must be
    /// there; whether it is a stock list comes with the rows.
    pub fn read(&self, needed: &[&str], quiet: bool, language: Language) -> Result<(Listing, Vec<UseRow>, bool), u8> {
        self.form.known(&[&STOCK, &USE], language)?;
        let (form, file, stock) = (&self.form, &self.file, STOCK.with(&["price", "on-hand"]));
        let as_use = || form.read(file, &USE, &USE.with(needed), quiet, language).map(|listing| (listing, false));
        let (listing, is_stock) = match self.kind.as_deref() {
            Some(kind) if kind == STOCK.key => (form.read(file, &STOCK, &stock, quiet, language)?, true),
            Some(_) => as_use()?,
            None => match form.read_if(file, (&STOCK, "on-hand"), &stock, quiet, language) {
                Some(read) => (read?, true),
                None => as_use()?,
            },
        };
        let rows = if is_stock { of_stock(&listing) } else { of_use(&listing) };
        match rows {
            Ok(rows) => Ok((listing, rows, is_stock)),
            Err(found) => Err(self.form.refuse_list(&listing, found, language)),
        }
    }
}

/// Tells that a total is less than the list's own sum; the exit code.
pub fn total_too_small(key: &str, given: Option<f64>, sum: f64, language: Language) -> u8 {
    let exact = |amount: f64| Say::Sek.fill(language, &[("n", &Numbers(language).decimal(amount, 2))]);
    let (given, sum) = (exact(given.unwrap_or_default()), exact(sum));
    talk(&Say::TotalTooSmall.fill(language, &[("key", key), ("given", &given), ("sum", &sum)]));
    BAD_INPUT
}
