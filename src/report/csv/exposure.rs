//! The long table of `beredd exposure`: one value per row.

use super::{Rows, number_cell, text_cell};
use crate::study::exposure::findings::ExposureFindings;
use crate::study::findings::Estimate;

const COLUMNS: [&str; 8] = ["rank", "kind", "node", "recovery_days", "metric", "unit", "statistic", "value"];

/// The table, header first.
pub fn tidy(found: &ExposureFindings) -> String {
    let mut table = Rows::with_header(&COLUMNS);
    for (rank, one) in (1_u32..).zip(&found.nodes) {
        let (kind, id) = (one.node.kind.id().to_owned(), text_cell(&one.node.id));
        let place = [rank.to_string(), kind, id, one.node.recovery.to_string()];
        let figures = [
            ("lost", &one.lost),
            ("already_in_breach", &one.already),
            ("breached", &one.breached),
            ("breach_day", &one.breach_day),
            ("back_after", &one.back_after),
            ("not_back", &one.not_back),
            ("exposure", &one.exposure),
        ];
        figures.into_iter().for_each(|(metric, figure)| table.exposure_figure(&place, metric, figure));
        let single = if one.is_single_point() { "1" } else { "0" };
        table.exposure_value(&place, ("single_point_of_failure", "", "flag"), single.to_owned());
    }
    table.text()
}

impl Rows {
    fn exposure_value(&mut self, place: &[String; 4], (metric, unit, statistic): (&str, &str, &str), value: String) {
        let measured = [metric.to_owned(), unit.to_owned(), statistic.to_owned(), value];
        self.push(&[&place[..], &measured[..]].concat());
    }

    fn exposure_figure(&mut self, place: &[String; 4], metric: &str, figure: &Estimate) {
        for (statistic, value) in [("mean", figure.mean), ("low", figure.low), ("high", figure.high)] {
            self.exposure_value(place, (metric, figure.unit, statistic), number_cell(value));
        }
        self.exposure_value(place, (metric, figure.unit, "n"), figure.n.to_string());
    }
}
