//! The long table of `beredd stock eoq`.

use super::{Long, id};
use crate::desk::eoq::EoqFindings;

/// The table, header first.
pub fn tidy(found: &EoqFindings) -> String {
    let mut table = Long::new();
    for row in &found.lots {
        let name = id(&row.kind);
        let metrics = [
            (("quantity", "units"), Some(row.quantity)),
            (("orders", "per year"), Some(row.orders)),
            (("days_between", "days"), Some(row.days_between)),
            (("ordering", "SEK/year"), Some(row.ordering)),
            (("holding", "SEK/year"), Some(row.holding)),
            (("waiting", "SEK/year"), row.waiting),
            (("waiting_share", "share"), row.waiting_share),
            (("total", "SEK/year"), Some(row.total)),
            (("goods", "SEK/year"), row.goods),
        ];
        metrics.into_iter().for_each(|(metric, value)| table.value(("lots", &name), metric, value));
    }
    for (number, point) in (1_u32..).zip(&found.curve) {
        let number = number.to_string();
        let metrics = [
            (("quantity", "units"), point.quantity),
            (("ordering", "SEK/year"), point.ordering),
            (("holding", "SEK/year"), point.holding),
            (("total", "SEK/year"), point.total),
        ];
        metrics.into_iter().for_each(|(metric, value)| table.value(("curve", &number), metric, Some(value)));
    }
    for row in found.policies.iter().flat_map(|policies| &policies.rows) {
        let name = id(&row.kind);
        let metrics = [
            (("lot", "units"), Some(row.lot)),
            (("reorder_point", "units"), Some(row.reorder_point)),
            (("safety_stock", "units"), Some(row.safety_stock)),
            (("safety_factor", "sd"), row.safety_factor),
            (("cycle_service", "share"), row.cycle_service),
            (("fill_rate", "share"), row.fill_rate),
            (("short", "units/year"), row.short_year),
            (("ordering", "SEK/year"), Some(row.ordering)),
            (("holding", "SEK/year"), Some(row.holding)),
            (("shortage", "SEK/year"), row.shortage),
            (("total", "SEK/year"), Some(row.total)),
            (("implied_shortage_cost", "SEK/unit"), row.implied_shortage_cost),
        ];
        metrics.into_iter().for_each(|(metric, value)| table.value(("policies", &name), metric, value));
    }
    if let Some(jit) = &found.just_in_time {
        table.value(("just_in_time", ""), ("economic_at", "SEK/order"), Some(jit.economic_at));
        table.value(("just_in_time", ""), ("break_even", "SEK/order"), jit.break_even);
        table.value(("just_in_time", ""), ("difference", "SEK/year"), Some(jit.difference));
    }
    table.text()
}
