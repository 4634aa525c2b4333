//! `beredd stock reorder`: what to order today, by which rule, and why.

use super::hand::hand_over_sheaf;
use super::input::ListForm;
use super::today::Today;
use crate::cli::BAD_INPUT;
use crate::cli::console::talk;
use crate::cli::delivery::Delivery;
use crate::desk::lists::{ISSUES, STOCK};
use crate::desk::reorder::{Basis, Rounding, RuleKind, Terms, backtest, classes, compare, propose, rows};
use crate::report::desk::reorder::{self as told, Document, Held};
use crate::report::desk::{Sheaf, document};
use crate::report::name::visible;
use crate::report::wording::Language;
use crate::report::wording::desk::reorder::ReorderWord as Word;
use crate::sheet::Listing;
use clap::ValueEnum;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Arguments of `stock reorder`.
#[derive(Debug, clap::Args)]
pub struct ReorderArguments {
    /// Stock list: .xlsx, or CSV with commas, semicolons or tabs
    list: PathBuf,
    /// Rule of rows that name none: need (use × coverage), quantity (fixed, below the reorder point) or level (restores it)
    #[arg(long, value_enum)]
    rule: Option<Rule>,
    /// What is held against the rule
    #[arg(long, value_enum, default_value = "availability")]
    basis: Against,
    /// What orders are whole multiples of, where the list knows it
    #[arg(long, value_enum, default_value = "pack")]
    round: Round,
    /// SEK per order, for economic quantities of rows that have none
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = super::values::positive)]
    order_cost: Option<f64>,
    /// Share of the value that a year in stock costs, for the same, e.g. 0.2 or 20%
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true, value_parser = super::values::rate)]
    holding_rate: Option<f64>,
    /// Warn where class A is ordered for more days than this
    #[arg(long, value_name = "DAYS", default_value = "30", allow_negative_numbers = true, value_parser = super::values::positive)]
    long_coverage: f64,
    /// Only this site
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// Only this supplier
    #[arg(long, value_name = "SUPPLIER")]
    supplier: Option<String>,
    /// Which document: proposal (all, with reasons), order (what is bought) or request (what an own site is asked for)
    #[arg(long, value_enum, default_value = "proposal")]
    document: Kind,
    /// The three rules side by side
    #[arg(long, conflicts_with_all = ["simulate", "document", "rule"])]
    compare: bool,
    /// Try the three rules on this list of issues
    #[arg(long, value_name = "ISSUES", conflicts_with_all = ["document", "rule"])]
    simulate: Option<PathBuf>,
    /// Stock at the beginning of the trial, in days of mean issues (default: what the list has on hand)
    #[arg(long, value_name = "DAYS", requires = "simulate", allow_negative_numbers = true, value_parser = super::values::not_negative)]
    start: Option<f64>,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    delivery: Delivery,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Rule {
    Need,
    Quantity,
    Level,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Against {
    /// On hand + on order − reserved
    Availability,
    /// On hand
    OnHand,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Round {
    Pack,
    Case,
    Pallet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Proposal,
    Order,
    Request,
}

/// Finds what to order.
pub fn reorder(arguments: &ReorderArguments) -> u8 {
    found(arguments).unwrap_or_else(|code| code)
}

fn found(arguments: &ReorderArguments) -> Result<u8, u8> {
    let delivery = &arguments.delivery;
    let language = delivery.language();
    arguments.form.known(&[&STOCK, &ISSUES], language)?;
    let today = arguments.today.date();
    let check = |listing: &Listing| rows::rows(listing, today).err().unwrap_or_default();
    let columns = STOCK.with(&["on-hand"]);
    let listing = arguments.form.read_checked(&arguments.list, &STOCK, &columns, delivery.quiet, language, &check)?;
    let rows =
        rows::rows(&listing, today).map_err(|problems| arguments.form.refuse_list(&listing, problems, language))?;
    let classes = classes(&rows);
    let (rows, classes): (Vec<_>, Vec<_>) =
        rows.into_iter().zip(classes).filter(|(row, _)| arguments.keeps(row)).unzip();
    if rows.is_empty() {
        talk(&Word::NoneKept.fill(language, &[("file", &visible(&listing.file))]));
        return Err(BAD_INPUT);
    }
    let held =
        Held { expired: rows.iter().filter(|row| row.expired > 0.0).count(), ..arguments.held(&listing, language) };
    if let Some(issues) = &arguments.simulate {
        return arguments.simulated(issues, &rows, &held, language);
    }
    if arguments.compare {
        let compared = compare(&rows, &held.terms);
        let json = || document(told::header("reorder-compare", &held), &BTreeMap::from([("compared", &compared)]));
        return Ok(arguments.hand_over(|| told::compared(&compared, &held, language), json));
    }
    let proposals = propose(&rows, &classes, held.rule, &held.terms, arguments.long_coverage);
    let document = arguments.document();
    let sheaf = || told::proposals(&proposals, &held, document, language);
    Ok(arguments.hand_over(sheaf, || told::json(&proposals, &held, document)))
}

impl ReorderArguments {
    fn keeps(&self, row: &rows::StockRow) -> bool {
        let same = |asked: &Option<String>, is: &str| asked.as_ref().is_none_or(|asked| asked == is);
        same(&self.site, &row.site) && same(&self.supplier, &row.supplier)
    }

    fn held(&self, listing: &Listing, language: Language) -> Held {
        let terms = Terms {
            basis: match self.basis {
                Against::Availability => Basis::Availability,
                Against::OnHand => Basis::OnHand,
            },
            rounding: match self.round {
                Round::Pack => Rounding::Pack,
                Round::Case => Rounding::Case,
                Round::Pallet => Rounding::Pallet,
            },
            order_cost: self.order_cost,
            holding_rate: self.holding_rate,
        };
        let rule = self.rule.map(|rule| match rule {
            Rule::Need => RuleKind::Need,
            Rule::Quantity => RuleKind::Quantity,
            Rule::Level => RuleKind::Level,
        });
        let lacks = |key: &&str| self.basis == Against::Availability && !listing.has(key);
        let named = |key: &str| {
            let column = STOCK.columns.iter().find(|column| column.key == key)?;
            Some(match language {
                Language::Sv => column.sv,
                Language::En => column.en,
            })
        };
        let without = ["on-order", "reserved"].iter().filter(|key| lacks(key)).filter_map(|key| named(key)).collect();
        Held { today: self.today.date(), file: listing.file.clone(), terms, rule, without, expired: 0 }
    }

    fn document(&self) -> Document {
        match self.document {
            Kind::Proposal => Document::Proposal,
            Kind::Order => Document::Order,
            Kind::Request => Document::Request,
        }
    }

    fn simulated(&self, path: &Path, rows: &[rows::StockRow], held: &Held, language: Language) -> Result<u8, u8> {
        let listing = self.form.read(path, &ISSUES, &ISSUES.with(&[]), self.delivery.quiet, language)?;
        let Some(history) = backtest::history(&listing) else {
            talk(&Word::TooLongHistory.fill(language, &[("file", &visible(&listing.file))]));
            return Err(BAD_INPUT);
        };
        let (tried, without) = backtest::try_all(rows, &history, &held.terms, self.start);
        let names: Vec<String> = rows
            .iter()
            .filter(|row| without.contains(&row.line))
            .map(|row| visible(format!("{} {}", row.article, row.site).trim_end()))
            .collect();
        let sheaf = || told::tried((&tried, &names), &history, held, self.start, language);
        let json = || told::tried_json((&tried, &names), &listing.file, held, self.start);
        Ok(self.hand_over(sheaf, json))
    }

    fn hand_over(&self, sheaf: impl FnOnce() -> Sheaf, json: impl FnOnce() -> String) -> u8 {
        hand_over_sheaf(&self.delivery, "reorder", sheaf, json, Vec::new())
    }
}
