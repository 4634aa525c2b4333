//! What things cost: `[cost]` and lump sums.

use super::amount::{PER_HOUR, PER_UNIT, PER_UNIT_DAY, PER_YEAR, WORK};
use super::assemble::single;
use super::context::Context;
use super::model::{CostRules, LumpSum};
use super::reader::Section;

/// Reads `[cost]`.
pub fn cost(ctx: &mut Context<'_>) -> CostRules {
    single(ctx, "cost", cost_rules).unwrap_or_default()
}

fn cost_rules(section: &mut Section<'_, '_>) -> CostRules {
    let rules = CostRules {
        price_year: section.whole("price-year", 1900, 2200),
        staff_hour: section.price("staff-hour", PER_HOUR),
        chasing_hours: section.amount("chasing", WORK),
        holding_per_unit_day: section.price("holding", PER_UNIT_DAY),
        backorder_per_unit_day: section.price("backorder", PER_UNIT_DAY),
        lost_per_unit: section.price("lost", PER_UNIT),
        care_payer: section.reference("care-payer", "owner").unwrap_or_default(),
    };
    let priced = ["staff-hour", "chasing", "holding", "backorder", "lost"];
    if priced.into_iter().any(|key| section.entry(key).is_some()) && section.entry("care-payer").is_none() {
        section.missing("care-payer", "name the owner who pays chasing, backorders and lost units");
    }
    rules
}

/// Reads `[lump-sum.ID]`.
pub fn lump_sum(section: &mut Section<'_, '_>, id: &str) -> Option<LumpSum> {
    let title = section.title_or(id);
    section.required("amount");
    Some(LumpSum { title, per_year: section.price("amount", PER_YEAR)? })
}
