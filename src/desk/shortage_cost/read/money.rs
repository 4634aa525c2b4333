//! Money of a case: what customers buy, what loyalty is worth, what stock, orders and back-orders cost.

use super::super::case::{HoldingCost, HoldingKnown, Loyalty, Profit};
use super::customers::{MANY, required_share};
use crate::desk::holding::CAPITAL_SHARE;
use crate::scenario::amount::{Dimension, Measure, PER_YEAR, SHARE, YEARLY_SHARE};
use crate::scenario::diagnosis::codes;
use crate::scenario::reader::Section;
use crate::scenario::typed::Range;

/// A sum of money.
pub(super) const SEK: Measure = Measure { unit: "SEK", dimension: Dimension::Money(&[]), least: 0.0, most: 1e12 };
/// A sum above 0.
pub(super) const SOME_SEK: Measure = Measure { least: 0.001, ..SEK };
/// A share above 0.
const PART: Measure = Measure { least: 1e-6, ..SHARE };
/// A rate above 0.
const RATE: Measure = Measure { least: 1e-6, ..YEARLY_SHARE };
/// A ratio of two costs.
const RATIO: Measure = Measure { least: 1e-6, most: 1000.0, ..SHARE };

/// `[profit]`.
pub(super) fn profit(section: &mut Section<'_, '_>) -> Option<Profit> {
    for key in ["prescription", "otc", "lines-per-customer"] {
        section.required(key);
    }
    let (prescription, otc) = (section.amount("prescription", SEK), section.amount("otc", SEK));
    let lines = section.number("lines-per-customer", Range { least: 1.0, most: 1000.0 });
    let line_profit = section.amount("line-profit", SEK);
    let kept_lines = section.number("kept-lines", Range { least: 0.0, most: 1000.0 }).unwrap_or(1.0);
    let rounded_to = section.amount("rounded-to", SOME_SEK);
    let still_buys_prescription = required_share(section, "still-buys-prescription");
    let still_buys_otc = required_share(section, "still-buys-otc");
    Some(Profit {
        prescription: prescription?,
        otc: otc?,
        lines_per_customer: lines?,
        line_profit,
        kept_lines,
        still_buys_prescription: still_buys_prescription?,
        still_buys_otc: still_buys_otc?,
        rounded_to,
    })
}

/// `[loyalty]`.
pub(super) fn loyalty(section: &mut Section<'_, '_>) -> Option<Loyalty> {
    let (loyal, by_assortment) = (required_share(section, "loyal"), required_share(section, "by-assortment"));
    let counted = section.truth("counted").unwrap_or(false);
    let yearly = section.amount("yearly-profit", PER_YEAR);
    let years = section.number("years", Range { least: 0.01, most: 200.0 });
    let rate = section.amount("discount-rate", YEARLY_SHARE);
    let future = yearly.zip(years).map(|(yearly, years)| (yearly, years, rate.unwrap_or(0.0)));
    let place = section.place;
    if yearly.is_some() != years.is_some() || (rate.is_some() && future.is_none()) {
        section.wrong(codes::MISSING, "yearly-profit", "and `years` belong together", place, "give both");
    }
    if counted && future.is_none() {
        section.wrong(codes::MISSING, "counted", "needs the worth of a customer", place, "add yearly-profit and years");
    }
    Some(Loyalty { loyal: loyal?, by_assortment: by_assortment?, counted, future })
}

/// `[holding]`.
pub(super) fn holding(section: &mut Section<'_, '_>) -> Option<HoldingCost> {
    section.required("capital-rate");
    let capital_rate = section.amount("capital-rate", RATE);
    let capital_share = section.amount("capital-share", PART).unwrap_or(CAPITAL_SHARE);
    let compound = section.choice("weekly-rate", &[("simple", false), ("compound", true)]).unwrap_or(false);
    let stock = section.amount("stock-value", SOME_SEK).map(HoldingKnown::StockValue);
    let ratio = section.amount("shortage-to-holding", RATIO).map(HoldingKnown::ShortageShare);
    if stock.is_some() == ratio.is_some() {
        let place = section.place;
        let what = "or `shortage-to-holding`: one of them tells how large the stock is";
        section.wrong(codes::EXCLUSIVE, "stock-value", what, place, "give exactly one");
    }
    Some(HoldingCost { capital_rate: capital_rate?, capital_share, compound, known: stock.or(ratio)? })
}

/// `[order-cost]`.
pub(super) fn order_cost(section: &mut Section<'_, '_>) -> Option<f64> {
    section.required("per-week");
    section.amount("per-week", SEK)
}

/// `[back-order]`.
pub(super) fn back_orders(section: &mut Section<'_, '_>) -> Option<(f64, f64)> {
    section.required("per-week");
    section.required("cost");
    let (count, cost) = (section.number("per-week", MANY), section.amount("cost", SEK));
    Some((count?, cost?))
}
