//! The long table of `beredd stock service`.

use super::Long;
use crate::desk::service::{Reading, ServiceFindings};

/// The table, header first.
pub fn tidy(found: &ServiceFindings) -> String {
    let mut table = Long::new();
    if let Some(answer) = &found.answer {
        reading(&mut table, ("answer", ""), answer);
    }
    if let Some(justified) = &found.justified {
        reading(&mut table, ("justified", ""), justified);
    }
    for row in &found.levels {
        let level = row.level.to_string();
        reading(&mut table, ("as_cycle_service", &level), &row.cycle);
        reading(&mut table, ("as_fill_rate", &level), &row.fill);
    }
    if let Some(target) = &found.target {
        let metrics = [
            (("turns", "per year"), Some(target.turns)),
            (("stock", "units"), Some(target.stock)),
            (("lot", "units"), target.lot),
            (("orders", "per year"), target.orders_per_year),
            (("most_turns", "per year"), target.most_turns),
            (("turns_of_given_lot", "per year"), target.turns_of_given_lot),
        ];
        metrics.into_iter().for_each(|(metric, value)| table.value(("target", ""), metric, value));
        if let Some(found) = &target.reading {
            reading(&mut table, ("target", "reading"), found);
        }
    }
    table.text()
}

fn reading(table: &mut Long, place: (&str, &str), one: &Reading) {
    let metrics = [
        (("reorder_point", "units"), Some(one.reorder_point)),
        (("safety_stock", "units"), Some(one.safety_stock)),
        (("safety_days", "days"), Some(one.safety_days)),
        (("share_of_lead_time_demand", "share"), Some(one.share_of_lead_time_demand)),
        (("safety_factor", "sd"), Some(one.safety_factor)),
        (("cycle_service", "share"), Some(one.cycle_service)),
        (("fill_rate", "share"), Some(one.fill_rate)),
        (("fill_rate_overlapping", "share"), Some(one.fill_rate_overlapping)),
        (("short_cycle", "units/cycle"), Some(one.short_cycle)),
        (("short", "units/year"), Some(one.short_year)),
        (("mean_stock", "units"), Some(one.mean_stock)),
        (("turns", "per year"), Some(one.turns)),
        (("safety_capital", "SEK"), one.safety_capital),
        (("capital", "SEK"), one.capital),
        (("safety_cost", "SEK/year"), one.safety_cost),
        (("implied_shortage_cost", "SEK/unit"), one.implied_shortage_cost),
    ];
    metrics.into_iter().for_each(|(metric, value)| table.value(place, metric, value));
}
