//! Today's proposals.

use super::joined::{Joined, joined};
use super::rows::{Apart, StockRow};
use super::weigh::{Figures, RuleKind, Terms, Weighed, weigh};
use serde::Serialize;

/// Something about a line that its reader should look at.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Warning {
    /// The order does not lift the stock to the reorder point.
    StillBelow,
    /// With the order there is more than the maximum, units.
    AboveMaximum(f64),
    /// The coverage is shorter than lead time + review, days.
    ShortCoverage(f64),
    /// An article of class A whose coverage is long, days (I8).
    LongCoverage(f64),
    /// Level restore is meant for sites that an own site refills (I21), and this one buys.
    LevelFromSupplier,
    /// No supplier is named.
    NoSupplier,
    /// More is reserved than there is and is coming.
    Owed,
    /// Units on hand whose last day has passed, which do not count.
    Expired(f64),
}

/// A row with its rule weighed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Row of the file.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it is to go.
    pub site: String,
    /// Who delivers it.
    pub supplier: String,
    /// The own site that refills it; empty: the supplier.
    pub from: String,
    /// Class A, B or C by the yearly value of use; none where price or use is not known.
    pub class: Option<char>,
    /// Units in stock.
    pub on_hand: f64,
    /// Units on order.
    pub on_order: f64,
    /// Units reserved.
    pub reserved: f64,
    /// Units above the reorder point that count as low.
    pub tolerance: f64,
    /// Least units per order.
    pub minimum_order: f64,
    /// What the rule said.
    pub weighed: Weighed,
    /// SEK of the order; none where the price is not known.
    pub value: Option<f64>,
    /// SEK per unit.
    pub price: Option<f64>,
    /// Pallets of the order; none where the list does not say what a pallet holds.
    pub pallets: Option<f64>,
    /// What to look at.
    pub warnings: Vec<Warning>,
}

/// A row whose rule lacks data.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lacking {
    /// Row of the file.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub site: String,
    /// The rule.
    pub rule: RuleKind,
    /// Columns that are empty or out of range.
    pub columns: Vec<&'static str>,
}

/// A row that no rule of stock is for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetApart {
    /// Row of the file.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub site: String,
    /// Why.
    pub why: Apart,
    /// Units in stock.
    pub on_hand: f64,
}

/// What to order today.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposals {
    /// Lines to order, the most urgent first: the least share of the threshold left.
    pub lines: Vec<Line>,
    /// Rows that need nothing.
    pub enough: Vec<Line>,
    /// Rows whose rule lacks data.
    pub lacking: Vec<Lacking>,
    /// Rows that no rule of stock is for.
    pub apart: Vec<SetApart>,
    /// Orders by supplier or refilling site, and where they go.
    pub orders: Vec<Joined>,
}

/// Weighs every row by its own rule, else the one asked for, else the one that fits (see `rule_of`). `classes` are those of the
/// rows, in their order; `long_coverage` (days) is what class A is warned above.
pub fn propose(
    rows: &[StockRow],
    classes: &[Option<char>],
    asked: Option<RuleKind>,
    terms: &Terms,
    long_coverage: f64,
) -> Proposals {
    let (mut lines, mut enough, mut lacking, mut apart) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        if let Some(why) = row.apart {
            apart.push(set_apart(row, why));
            continue;
        }
        let rule = rule_of(row, asked);
        match weigh(row, rule, terms) {
            Err(columns) => lacking.push(Lacking {
                line: row.line,
                article: row.article.clone(),
                name: row.name.clone(),
                site: row.site.clone(),
                rule,
                columns,
            }),
            Ok(weighed) => {
                let class = classes.get(at).copied().flatten();
                let line = line(row, weighed, class, long_coverage);
                if line.weighed.quantity > 0.0 { &mut lines } else { &mut enough }.push(line);
            }
        }
    }
    let urgency = |line: &Line| left(&line.weighed);
    lines.sort_by(|one, other| urgency(one).total_cmp(&urgency(other)).then(one.line.cmp(&other.line)));
    let orders = joined(&lines, rows);
    Proposals { lines, enough, lacking, apart, orders }
}

fn set_apart(row: &StockRow, why: Apart) -> SetApart {
    SetApart {
        line: row.line,
        article: row.article.clone(),
        name: row.name.clone(),
        site: row.site.clone(),
        why,
        on_hand: row.on_hand,
    }
}

/// The rule of a row: its own, else the one asked for; else level restore where an own site refills it, a fixed quantity where
/// there is a reorder point, and need otherwise.
pub fn rule_of(row: &StockRow, asked: Option<RuleKind>) -> RuleKind {
    let fits = || match row {
        _ if !row.from.is_empty() => RuleKind::Level,
        _ if row.reorder_point.is_some() => RuleKind::Quantity,
        _ => RuleKind::Need,
    };
    row.rule.or(asked).unwrap_or_else(fits)
}

/// The share of what the rule wants to see that is there.
fn left(weighed: &Weighed) -> f64 {
    let threshold = match weighed.figures {
        Figures::Need { need, minimum, .. } => need + minimum,
        Figures::Quantity { point, .. } | Figures::Level { point } => point.units,
    };
    if threshold > 0.0 { weighed.stock / threshold } else { f64::from(weighed.stock > 0.0) }
}

fn line(row: &StockRow, weighed: Weighed, class: Option<char>, long_coverage: f64) -> Line {
    let warnings = warnings(row, &weighed, class, long_coverage);
    Line {
        line: row.line,
        article: row.article.clone(),
        name: row.name.clone(),
        site: row.site.clone(),
        supplier: row.supplier.clone(),
        from: row.from.clone(),
        class,
        on_hand: row.on_hand,
        on_order: row.on_order,
        reserved: row.reserved,
        tolerance: row.tolerance,
        minimum_order: row.minimum_order,
        value: row.price.map(|price| price * weighed.quantity),
        price: row.price,
        pallets: row.pallet.map(|pallet| weighed.quantity / pallet),
        weighed,
        warnings,
    }
}

fn warnings(row: &StockRow, weighed: &Weighed, class: Option<char>, long_coverage: f64) -> Vec<Warning> {
    let mut found = Vec::new();
    let after = weighed.stock + weighed.quantity;
    let ordered = weighed.quantity > 0.0;
    match weighed.figures {
        Figures::Quantity { point, .. } if ordered && after < point.units => found.push(Warning::StillBelow),
        Figures::Need { coverage, reckoned: false, .. } => {
            let needed = row.lead_time.map(|lead_time| lead_time + row.review.unwrap_or_default());
            if let Some(needed) = needed.filter(|needed| coverage < *needed) {
                found.push(Warning::ShortCoverage(needed));
            }
        }
        Figures::Level { .. } if row.from.is_empty() => found.push(Warning::LevelFromSupplier),
        _ => {}
    }
    let coverage = match weighed.figures {
        Figures::Need { coverage, .. } => Some(coverage),
        Figures::Quantity { lot, .. } => row.daily_use.filter(|rate| *rate > 0.0).map(|rate| lot.units / rate),
        Figures::Level { .. } => None,
    };
    if let Some(days) = coverage.filter(|days| class == Some('A') && *days > long_coverage) {
        found.push(Warning::LongCoverage(days));
    }
    if let Some(maximum) = row.maximum.filter(|maximum| ordered && after > *maximum) {
        found.push(Warning::AboveMaximum(after - maximum));
    }
    if ordered && row.from.is_empty() && row.supplier.is_empty() {
        found.push(Warning::NoSupplier);
    }
    if row.on_hand + row.on_order < row.reserved {
        found.push(Warning::Owed);
    }
    if row.expired > 0.0 {
        found.push(Warning::Expired(row.expired));
    }
    found
}
