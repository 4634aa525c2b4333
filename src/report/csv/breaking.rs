//! The long table of `beredd breaking-point`: one value per row.

use super::{Rows, number_cell, text_cell};
use crate::study::breaking::{BreakingFindings, Reach};
use crate::study::findings::Estimate;

const COLUMNS: [&str; 7] = ["scenario", "reserve", "length_days", "metric", "unit", "statistic", "value"];

/// The table, header first. What is said of all lengths together has none.
pub fn tidy(found: &BreakingFindings) -> String {
    let mut table = Rows::with_header(&COLUMNS);
    for cell in &found.cells {
        let place = |length: String| [text_cell(&cell.scenario), text_cell(&cell.reserve), length];
        for one in &cell.lengths {
            let place = place(one.length.to_string());
            let figures = [
                ("share_served", &one.served),
                ("share_served_worst_day", &one.lowest),
                ("p_no_breach", &one.no_breach),
                ("p_no_breach_without_stop", &one.calm),
            ];
            figures
                .into_iter()
                .chain(one.breach.named())
                .for_each(|(metric, figure)| table.breaking_figure(&place, metric, figure));
            table.breaking_value(&place, ("p_no_breach", "", "verdict"), one.verdict.id().to_owned());
        }
        let whole = place(String::new());
        let longest = cell.longest.map(|days| days.to_string()).unwrap_or_default();
        table.breaking_value(&whole, ("longest_stood", "days", "days"), longest);
        for (statistic, reach) in ["mean", "low", "high"].into_iter().zip(cell.breaking) {
            let (metric, days) = match reach {
                Reach::Below(days) => ("breaks_below", f64::from(days)),
                Reach::At(days) => ("breaks_at", days),
                Reach::Beyond(days) => ("breaks_at_no_less_than", f64::from(days)),
            };
            table.breaking_value(&whole, (metric, "days", statistic), number_cell(Some(days)));
        }
    }
    table.text()
}

impl Rows {
    fn breaking_value(&mut self, place: &[String; 3], (metric, unit, statistic): (&str, &str, &str), value: String) {
        let measured = [metric.to_owned(), unit.to_owned(), statistic.to_owned(), value];
        self.push(&[&place[..], &measured[..]].concat());
    }

    fn breaking_figure(&mut self, place: &[String; 3], metric: &str, figure: &Estimate) {
        for (statistic, value) in [("mean", figure.mean), ("low", figure.low), ("high", figure.high)] {
            self.breaking_value(place, (metric, figure.unit, statistic), number_cell(value));
        }
        self.breaking_value(place, (metric, figure.unit, "n"), figure.n.to_string());
    }
}
