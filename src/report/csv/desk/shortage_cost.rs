//! The long table of `beredd stock shortage-cost`.

use super::{Long, id};
use crate::desk::shortage_cost::ShortageCostFindings;

/// The table, header first.
pub fn tidy(found: &ShortageCostFindings) -> String {
    let mut table = Long::new();
    answer(&mut table, found);
    for one in &found.leaving.sources {
        let place = ("leaving", one.id.as_str());
        table.value(place, ("weight", ""), Some(one.weight));
        for (metric, value) in [("u", Some(one.u)), ("u_low", one.low), ("u_high", one.high)] {
            table.value(place, (metric, "customers/week"), value);
        }
    }
    stock(&mut table, found);
    causes(&mut table, found);
    for margin in &found.margins {
        let price = margin.selling.to_string();
        table.value(("margin", &price), ("purchase", "SEK"), Some(margin.purchase));
        table.value(("margin", &price), ("profit", "SEK"), Some(margin.profit));
    }
    for one in &found.articles {
        let place = ("article", one.id.as_str());
        table.value(place, ("profit", "SEK"), Some(one.margin.profit));
        table.value(place, ("shortage_cost", "SEK/request"), one.shortage_cost);
        table.value(place, ("shortage_cost", "SEK/week"), one.per_week);
    }
    for one in &found.tests {
        let place = ("test", one.id.as_str());
        table.value(place, ("rank_sum", ""), Some(one.rank_sum));
        table.value(place, ("score", ""), one.score);
        table.value(place, ("p", ""), one.p_used);
    }
    for one in &found.sensitivity {
        let name = moved_id(one);
        let place = ("sensitivity", name.as_str());
        table.value(place, ("from", ""), Some(one.from));
        table.value(place, ("to", ""), Some(one.to));
        table.value(place, ("cost_from", "SEK/week"), Some(one.cost_from));
        table.value(place, ("cost_to", "SEK/week"), Some(one.cost_to));
    }
    for one in &found.differences {
        let sign = |value: &crate::desk::shortage_cost::case::Sign| match id(value).as_str() {
            "up" => Some(1.0),
            "down" => Some(-1.0),
            "none" => Some(0.0),
            _ => None,
        };
        let place = ("difference", one.id.as_str());
        for (metric, value) in [("m", one.m), ("u", one.u), ("shortage", one.shortage), ("holding", one.holding)] {
            table.value(place, (metric, "sign"), sign(&value));
        }
    }
    table.text()
}

/// What is moved, by the name that the JSON has for it; a mix with its title.
fn moved_id(one: &crate::desk::shortage_cost::Moved) -> String {
    let value = serde_json::to_value(&one.what).unwrap_or_default();
    let text = |key: &str| value.get(key).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    let title = value.get("title").and_then(|title| title.get("en")).and_then(serde_json::Value::as_str);
    title.map_or_else(|| text("moved"), |title| format!("{} {title}", text("moved")))
}

fn answer(table: &mut Long, found: &ShortageCostFindings) {
    let (profit, kinds, whole) = (&found.profit, &found.kinds, ("answer", ""));
    let metrics = [
        (("profit_before", "SEK/customer"), Some(profit.before)),
        (("lost_prescription", "SEK/customer"), Some(profit.lost_prescription)),
        (("lost_otc", "SEK/customer"), Some(profit.lost_otc)),
        (("m", "SEK/customer"), Some(profit.lost)),
        (("m_used", "SEK/customer"), Some(profit.used)),
        (("lost_for_good", "share"), found.loyalty.map(|loyalty| loyalty.lost_for_good)),
        (("present_value", "SEK"), found.loyalty.and_then(|loyalty| loyalty.present_value)),
        (("u", "customers/week"), Some(found.leaving.u)),
        (("leaving", "share of customers"), found.leaving.share_of_customers),
        (("shortage_cost", "SEK/week"), Some(found.shortage_week)),
        (("shortage_cost_unrounded", "SEK/week"), Some(found.shortage_week_unrounded)),
        (("shortage_cost", "SEK/year"), Some(found.shortage_year)),
        (("total", "SEK/week"), found.total_week),
        (("line_fill_rate", "share"), found.line_fill.map(|one| one.line_fill_rate)),
    ];
    metrics.into_iter().for_each(|(metric, value)| table.value(whole, metric, value));
    let kinds = [
        ("prescription", Some(kinds.prescription)),
        ("additional", Some(kinds.additional)),
        ("rounding", Some(kinds.rounding)),
        ("future", kinds.future),
        ("back_orders", kinds.back_orders),
    ];
    kinds.into_iter().for_each(|(name, value)| table.value(("kinds", name), ("shortage_cost", "SEK/week"), value));
}

fn stock(table: &mut Long, found: &ShortageCostFindings) {
    let Some(stock) = &found.stock else { return };
    let metrics = [
        (("holding", "SEK/week"), stock.holding_week),
        (("capital", "SEK/week"), stock.capital_week),
        (("holding", "SEK/year"), stock.holding_year),
        (("holding_rate", "per year"), stock.holding_rate),
        (("simple_rate", "per week"), stock.simple_rate),
        (("compound_rate", "per week"), stock.compound_rate),
        (("stock_simple", "SEK"), stock.stock_simple),
        (("stock_compound", "SEK"), stock.stock_compound),
        (("shortage_to_holding", "share"), stock.ratio),
        (("calibrated", "flag"), f64::from(u8::from(stock.calibrated))),
    ];
    metrics.into_iter().for_each(|(metric, value)| table.value(("stock", ""), metric, Some(value)));
}

fn causes(table: &mut Long, found: &ShortageCostFindings) {
    for (part, causes) in [("causes", &found.causes), ("causes_otherwise", &found.causes_otherwise)] {
        let Some(causes) = causes else { continue };
        for (place, name) in ["supplier_out", "both", "rare", "avoidable"].into_iter().enumerate() {
            table.value((part, name), ("customers", "count"), Some(causes.counts[place] as f64));
            table.value((part, name), ("share", "share"), Some(causes.shares[place]));
            table.value((part, name), ("shortage_cost", "SEK/week"), Some(causes.cost_week[place]));
        }
    }
}
