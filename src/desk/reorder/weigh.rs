//! One row weighed by one rule: what it looks at, what it asks for, and what becomes of that in packs.

use super::rows::StockRow;
use super::{quanta, units};
use crate::inventory::lot_size::LotCosts;
use crate::inventory::reorder::{by_need, fixed_quantity, order_quantity, restore};
use crate::time::DAYS_PER_YEAR;
use crate::units::Quanta;
use serde::Serialize;

/// The three rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleKind {
    /// Periodic review by need (I9–I12).
    Need,
    /// A fixed quantity below the reorder point (I14–I19).
    Quantity,
    /// Restores the reorder point itself (I21).
    Level,
}

impl RuleKind {
    /// Every rule.
    pub const ALL: [RuleKind; 3] = [RuleKind::Need, RuleKind::Quantity, RuleKind::Level];

    /// The rule that a list calls so.
    pub fn named(word: &str) -> Option<RuleKind> {
        match word.trim().to_lowercase().as_str() {
            "need" | "behov" | "fabbisogno" => Some(RuleKind::Need),
            "quantity" | "kvantitet" | "fixed" | "fixed-quantity" | "eoq" => Some(RuleKind::Quantity),
            "level" | "nivå" | "niva" | "restore" => Some(RuleKind::Level),
            _ => None,
        }
    }
}

/// What is held against the rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// On hand + on order − reserved.
    #[default]
    Availability,
    /// What is in stock.
    OnHand,
}

/// What orders are whole multiples of, where the list knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Packs.
    #[default]
    Pack,
    /// Cases, or packs where the list has no case.
    Case,
    /// Pallets, or cases, or packs.
    Pallet,
}

/// What holds for the whole list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Terms {
    /// What is held against the rule.
    pub basis: Basis,
    /// What orders are whole multiples of.
    pub rounding: Rounding,
    /// SEK per order where the list says nothing.
    pub order_cost: Option<f64>,
    /// Share of value per year where the list says nothing.
    pub holding_rate: Option<f64>,
}

/// What an order is a whole multiple of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Multiple {
    /// Single units.
    Unit,
    /// Packs.
    Pack,
    /// Cases.
    Case,
    /// Pallets.
    Pallet,
}

/// A reorder point and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Units.
    pub units: f64,
    /// Whether it is use × lead time + minimum (T5), as the list has none.
    pub reckoned: bool,
}

/// A fixed quantity and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Lot {
    /// Units, before packs.
    pub units: f64,
    /// Whether it is the economic order quantity, as the list has none.
    pub economic: bool,
}

/// The figures of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figures {
    /// Periodic review by need.
    Need {
        /// Units per day.
        daily_use: f64,
        /// Days.
        coverage: f64,
        /// Whether the coverage is lead time + review, as the list has none.
        reckoned: bool,
        /// Use × coverage, units.
        need: f64,
        /// Stock − need, units.
        delta: f64,
        /// Units.
        minimum: f64,
    },
    /// A fixed quantity.
    Quantity {
        /// The reorder point.
        point: Point,
        /// The quantity.
        lot: Lot,
    },
    /// Level restore.
    Level {
        /// The reorder point.
        point: Point,
    },
}

/// A row weighed by a rule. Quantities are units.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weighed {
    /// The rule.
    pub rule: RuleKind,
    /// What was held against it.
    pub stock: f64,
    /// The figures of the rule.
    pub figures: Figures,
    /// What it asks for.
    pub wanted: f64,
    /// What is ordered: at least the minimum order, in whole multiples.
    pub quantity: f64,
    /// What it is a multiple of.
    pub multiple: Multiple,
    /// Units of a multiple.
    pub multiple_units: f64,
    /// How many multiples.
    pub multiples: f64,
    /// Whether the minimum order raised it.
    pub raised: bool,
}

/// The rule in quanta.
#[derive(Clone, Copy, Debug)]
pub(super) enum Exact {
    Need { need: Quanta, minimum: Quanta },
    Quantity { point: Quanta, lot: Quanta },
    Level { point: Quanta },
}

/// A row's rule ready to be asked, any number of times.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ready {
    pub exact: Exact,
    figures: Figures,
    tolerance: Quanta,
    minimum_order: Quanta,
    multiple: (Multiple, Quanta),
}

impl Ready {
    /// What the rule asks for when it sees so much stock, and what is ordered then.
    pub fn asks(&self, stock: Quanta) -> (Quanta, Quanta) {
        let wanted = match self.exact {
            Exact::Need { need, minimum } => by_need(stock, need, minimum),
            Exact::Quantity { point, lot } => fixed_quantity(stock, point, lot, self.tolerance),
            Exact::Level { point } => restore(stock, point, self.tolerance),
        };
        (wanted, order_quantity(wanted, self.minimum_order, self.multiple.1))
    }
}

/// Weighs a row, or tells which columns the rule lacks.
///
/// # Errors
/// The keys of the columns that are empty and needed, or hold more than a billion units.
pub fn weigh(row: &StockRow, rule: RuleKind, terms: &Terms) -> Result<Weighed, Vec<&'static str>> {
    let ready = ready(row, rule, terms)?;
    let stock = exact(stock_of(row, terms.basis), "on-hand")?;
    let (wanted, ordered) = ready.asks(stock);
    let (multiple, of) = ready.multiple;
    let figures = match ready.figures {
        Figures::Need { daily_use, coverage, reckoned, need, minimum, .. } => {
            Figures::Need { daily_use, coverage, reckoned, need, minimum, delta: units(stock) - need }
        }
        other => other,
    };
    Ok(Weighed {
        rule,
        stock: units(stock),
        figures,
        wanted: units(wanted),
        quantity: units(ordered),
        multiple,
        multiple_units: units(of),
        multiples: (ordered / of) as f64,
        raised: wanted > 0 && wanted < ready.minimum_order,
    })
}

/// What is held against the rule, units.
fn stock_of(row: &StockRow, basis: Basis) -> f64 {
    match basis {
        Basis::Availability => row.on_hand + row.on_order - row.reserved,
        Basis::OnHand => row.on_hand,
    }
}

pub(super) fn exact(units: f64, key: &'static str) -> Result<Quanta, Vec<&'static str>> {
    quanta(units).ok_or_else(|| vec![key])
}

/// The rule of a row with its figures.
pub(super) fn ready(row: &StockRow, rule: RuleKind, terms: &Terms) -> Result<Ready, Vec<&'static str>> {
    let (figures, exact_rule) = match rule {
        RuleKind::Need => need(row)?,
        RuleKind::Quantity => {
            let (point, lot) = both(point(row), lot(row, terms))?;
            let rule = Exact::Quantity {
                point: exact(point.units, "reorder-point")?,
                lot: exact(lot.units, "order-quantity")?.max(1),
            };
            (Figures::Quantity { point, lot }, rule)
        }
        RuleKind::Level => {
            let point = point(row)?;
            (Figures::Level { point }, Exact::Level { point: exact(point.units, "reorder-point")? })
        }
    };
    let (multiple, of) = multiple(row, terms.rounding);
    Ok(Ready {
        exact: exact_rule,
        figures,
        tolerance: exact(row.tolerance, "tolerance")?,
        minimum_order: exact(row.minimum_order, "minimum-order")?,
        multiple: (multiple, exact(of, "pack")?.max(1)),
    })
}

fn both<A, B>(
    one: Result<A, Vec<&'static str>>,
    other: Result<B, Vec<&'static str>>,
) -> Result<(A, B), Vec<&'static str>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err(one.err().into_iter().chain(other.err()).flatten().collect()),
    }
}

fn need(row: &StockRow) -> Result<(Figures, Exact), Vec<&'static str>> {
    let reckoned = row.coverage.is_none();
    let coverage = row.coverage.or_else(|| Some(row.lead_time? + row.review?));
    let lacking = [("daily-use", row.daily_use), ("coverage", coverage), ("minimum", row.minimum)];
    let (Some(daily_use), Some(coverage), Some(minimum)) = (row.daily_use, coverage, row.minimum) else {
        return Err(lacking.into_iter().filter(|(_, value)| value.is_none()).map(|(key, _)| key).collect());
    };
    let need = exact(daily_use * coverage, "coverage")?;
    let figures = Figures::Need { daily_use, coverage, reckoned, need: units(need), delta: 0.0, minimum };
    Ok((figures, Exact::Need { need, minimum: exact(minimum, "minimum")? }))
}

fn point(row: &StockRow) -> Result<Point, Vec<&'static str>> {
    if let Some(units) = row.reorder_point {
        return Ok(Point { units, reckoned: false });
    }
    let reckoned = || Some(row.daily_use? * row.lead_time? + row.minimum?);
    reckoned().map(|units| Point { units, reckoned: true }).ok_or_else(|| vec!["reorder-point"])
}

fn lot(row: &StockRow, terms: &Terms) -> Result<Lot, Vec<&'static str>> {
    if let Some(units) = row.order_quantity {
        return Ok(Lot { units, economic: false });
    }
    let costs = [
        ("order-cost", row.order_cost.or(terms.order_cost)),
        ("holding-rate", row.holding_rate.or(terms.holding_rate)),
        ("price", row.price),
        ("daily-use", row.daily_use),
    ];
    let lacks = |(_, value): &(&str, Option<f64>)| value.is_none_or(|value| value <= 0.0);
    let [Some(order_cost), Some(rate), Some(price), Some(daily_use)] = costs.map(|(_, value)| value) else {
        return Err(["order-quantity"]
            .into_iter()
            .chain(costs.iter().filter(|c| lacks(c)).map(|(key, _)| *key))
            .collect());
    };
    let costs_of =
        LotCosts { fixed_cost: order_cost, holding_cost: rate * price, demand_rate: daily_use * DAYS_PER_YEAR };
    match costs_of.economic_lot() {
        Ok(lot) if lot.order_quantity > 0.0 => Ok(Lot { units: lot.order_quantity, economic: true }),
        _ => {
            Err(["order-quantity"].into_iter().chain(costs.iter().filter(|c| lacks(c)).map(|(key, _)| *key)).collect())
        }
    }
}

/// The largest multiple that is asked for and known.
fn multiple(row: &StockRow, rounding: Rounding) -> (Multiple, f64) {
    let known = [
        (Rounding::Pallet, Multiple::Pallet, row.pallet),
        (Rounding::Case, Multiple::Case, row.case),
        (Rounding::Pack, Multiple::Pack, row.pack),
    ];
    let from = known.iter().position(|(asked, ..)| *asked == rounding).unwrap_or_default();
    let found = known.iter().skip(from).find_map(|(_, multiple, units)| Some((*multiple, (*units)?)));
    found.unwrap_or((Multiple::Unit, 1.0))
}
