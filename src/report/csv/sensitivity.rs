//! The long table of `beredd sensitivity`: one value per row.

use super::{Rows, number_cell, text_cell};
use crate::study::findings::Estimate;
use crate::study::sensitivity::SensitivityFindings;

const COLUMNS: [&str; 9] =
    ["measure", "assumption", "end", "value_set", "rank", "figure", "unit", "statistic", "value"];

/// The table, header first. The difference with nothing moved has the end `base`.
pub fn tidy(findings: &SensitivityFindings) -> String {
    let mut table = Rows::with_header(&COLUMNS);
    for found in &findings.measures {
        let measure = found.measure.id();
        table.moved_figure([measure, "", "base", "", "", "difference"], &found.base);
        for (rank, swing) in (1u32..).zip(&found.swings) {
            let one = &findings.assumptions[swing.assumption];
            let (id, rank) = (text_cell(&one.id), rank.to_string());
            for (end, name) in swing.ends.iter().zip(["low", "high"]) {
                let set = text_cell(&one.written(end.end));
                let place = |figure| [measure, id.as_str(), name, set.as_str(), rank.as_str(), figure];
                table.moved_figure(place("difference"), &end.difference);
                table.moved_figure(place("change"), &end.change);
                table.moved_value(place("order"), "", "word", end.order.id().to_string());
            }
            let place = |figure| [measure, id.as_str(), "", "", rank.as_str(), figure];
            table.moved_value(place("swing"), found.base.unit, "range", number_cell(swing.swing));
            table.moved_value(place("order"), "", "word", swing.order.id().to_string());
        }
    }
    table.text()
}

impl Rows {
    fn moved_figure(&mut self, place: [&str; 6], figure: &Estimate) {
        for (statistic, value) in [("mean", figure.mean), ("low", figure.low), ("high", figure.high)] {
            self.moved_value(place, figure.unit, statistic, number_cell(value));
        }
        self.moved_value(place, figure.unit, "n", figure.n.to_string());
    }

    fn moved_value(&mut self, place: [&str; 6], unit: &str, statistic: &str, value: String) {
        let measured = [unit.to_string(), statistic.to_string(), value];
        self.push(&[&place.map(str::to_string)[..], &measured[..]].concat());
    }
}
