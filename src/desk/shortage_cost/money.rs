//! m in its three steps, the kinds of shortage cost, and what stock costs beside it.

use super::case::{Case, HoldingKnown, Profit};
use super::customers::{Counted, counted};
use crate::inventory::lost_customer::{Basket, WEEKS_PER_YEAR, Weekly, present_value};
use crate::inventory::unanswered::Unanswered;
use serde::Serialize;

/// Half a unit in the last place that rounding looks at: 79.4999… out of binary sums is 79.5.
const LAST_DIGIT: f64 = 1e-9;

/// Steps 1 and 2.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ProfitFindings {
    /// Step 1: gross profit per prescription customer, SEK (T35).
    pub before: f64,
    /// Profit on one prescribed article, SEK.
    pub line: f64,
    /// Share that still buys prescribed articles.
    pub still_buys_prescription: Counted,
    /// Share that still buys other articles.
    pub still_buys_otc: Counted,
    /// Step 2: lost profit on prescribed articles, SEK.
    pub lost_prescription: f64,
    /// Step 2: lost profit on other articles, SEK.
    pub lost_otc: f64,
    /// m, SEK per customer who leaves.
    pub lost: f64,
    /// m as used: rounded where the case rounds it.
    pub used: f64,
}

/// What a customer buys, as the formula takes it.
pub(super) fn basket(profit: &Profit) -> Basket {
    Basket {
        prescription: profit.prescription,
        other: profit.otc,
        line: profit.line_profit.unwrap_or(profit.prescription / profit.lines_per_customer),
        kept_lines: profit.kept_lines,
        keeps_prescription: profit.still_buys_prescription.share,
        keeps_other: profit.still_buys_otc.share,
    }
}

pub(super) fn profit(case: &Case) -> ProfitFindings {
    let (basket, lost) = (basket(&case.profit), basket(&case.profit).lost());
    ProfitFindings {
        before: lost.before,
        line: basket.line,
        still_buys_prescription: counted(case.profit.still_buys_prescription),
        still_buys_otc: counted(case.profit.still_buys_otc),
        lost_prescription: lost.prescription,
        lost_otc: lost.other,
        lost: lost.profit(),
        used: rounded(lost.profit(), case.profit.rounded_to),
    }
}

/// To the nearest multiple, halves up.
fn rounded(value: f64, to: Option<f64>) -> f64 {
    to.map_or(value, |to| libm::floor(value / to + 0.5 + LAST_DIGIT) * to)
}

/// Step 3.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LoyaltyFindings {
    /// Share that is loyal.
    pub loyal: Counted,
    /// Share of the loyal that choose by assortment.
    pub by_assortment: Counted,
    /// The product: a customer who leaves is lost for good (T41).
    pub lost_for_good: f64,
    /// Present value of a customer, SEK (T16).
    pub present_value: Option<f64>,
    /// SEK per customer who leaves.
    pub per_leaver: Option<f64>,
    /// Whether it is counted in m.
    pub counted: bool,
}

pub(super) fn loyalty(case: &Case) -> Result<Option<LoyaltyFindings>, Unanswered> {
    let Some(loyalty) = case.loyalty else { return Ok(None) };
    let lost_for_good = loyalty.loyal.share * loyalty.by_assortment.share;
    let value = loyalty.future.map(|(yearly, years, rate)| present_value(yearly, years, rate)).transpose()?;
    Ok(Some(LoyaltyFindings {
        loyal: counted(loyalty.loyal),
        by_assortment: counted(loyalty.by_assortment),
        lost_for_good,
        present_value: value,
        per_leaver: value.map(|value| lost_for_good * value),
        counted: loyalty.counted,
    }))
}

/// Kinds of shortage cost, SEK per week; none where it is not in the case (T12, T47).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Kinds {
    /// Lost sales of the articles asked for.
    pub prescription: f64,
    /// Lost additional sales.
    pub additional: f64,
    /// What rounding m adds.
    pub rounding: f64,
    /// Lost future sales.
    pub future: Option<f64>,
    /// Handling of back-orders.
    pub back_orders: Option<f64>,
}

impl Kinds {
    /// SEK per week.
    pub fn total(&self) -> f64 {
        self.prescription
            + self.additional
            + self.rounding
            + self.future.unwrap_or(0.0)
            + self.back_orders.unwrap_or(0.0)
    }
}

pub(super) fn kinds(case: &Case, profit: &ProfitFindings, future: Option<f64>, u: f64) -> Kinds {
    Kinds {
        prescription: profit.lost_prescription * u,
        additional: profit.lost_otc * u,
        rounding: (profit.used - profit.lost) * u,
        future: future.map(|future| future * u),
        back_orders: case.back_orders.map(|(count, cost)| count * cost),
    }
}

/// What stock costs (T44–T46).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StockCost {
    /// SEK per week, capital and the rest.
    pub holding_week: f64,
    /// SEK per week of capital.
    pub capital_week: f64,
    /// SEK per year.
    pub holding_year: f64,
    /// Holding rate per year, all in.
    pub holding_rate: f64,
    /// Weekly capital rate, simple.
    pub simple_rate: f64,
    /// Weekly capital rate, compound.
    pub compound_rate: f64,
    /// Mean stock by the simple rate, SEK.
    pub stock_simple: f64,
    /// Mean stock by the compound rate, SEK.
    pub stock_compound: f64,
    /// Mean stock by the rate chosen, SEK.
    pub stock: f64,
    /// Shortage cost as a share of holding cost.
    pub ratio: f64,
    /// Whether the holding cost is known through that share only.
    pub calibrated: bool,
}

pub(super) fn stock(case: &Case, shortage_week: f64) -> Option<StockCost> {
    let holding = case.holding?;
    let [simple, compound] = [Weekly::Simple, Weekly::Compound].map(|weekly| weekly.rate(holding.capital_rate));
    let chosen = if holding.compound { compound } else { simple };
    let (holding_week, calibrated) = match holding.known {
        HoldingKnown::ShortageShare(ratio) => (shortage_week / ratio, true),
        HoldingKnown::StockValue(stock) => (stock * chosen / holding.capital_share, false),
    };
    let capital_week = holding_week * holding.capital_share;
    Some(StockCost {
        holding_week,
        capital_week,
        holding_year: holding_week * WEEKS_PER_YEAR,
        holding_rate: holding.capital_rate / holding.capital_share,
        simple_rate: simple,
        compound_rate: compound,
        stock_simple: capital_week / simple,
        stock_compound: capital_week / compound,
        stock: capital_week / chosen,
        ratio: shortage_week / holding_week,
        calibrated,
    })
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn halves_round_up_also_out_of_binary_sums() {
        assert_eq!(rounded(104.6 - 0.28 * 2.0 * 60.0 + 8.5, Some(1.0)), 80.0);
        assert_eq!((rounded(79.4, Some(1.0)), rounded(79.4, Some(10.0)), rounded(79.4, None)), (79.0, 80.0, 79.4));
    }
}
