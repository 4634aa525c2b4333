//! The long table of `beredd frontier`: one value per row.

use super::{Rows, number_cell, text_cell};
use crate::report::headline;
use crate::study::findings::Estimate;
use crate::study::frontier::{FrontierFindings, Pair, Verdict};

const COLUMNS: [&str; 9] =
    ["scenario", "other_scenario", "reserve", "reserve_days", "level", "metric", "unit", "statistic", "value"];

/// The table, header first. Rows of a point have no other scenario, rows of a pair no reserve.
pub fn tidy(found: &FrontierFindings) -> String {
    let mut table = Rows::with_header(&COLUMNS);
    let inputs = &found.findings.inputs;
    for (cell, efficient) in found.findings.cells.iter().zip(&found.efficient) {
        let reserve = inputs.reserves.iter().find(|reserve| reserve.id == cell.reserve);
        let days = number_cell(reserve.map(|reserve| reserve.days));
        let place = |level: &str| [&cell.scenario, "", &cell.reserve, &days, level].map(text_cell);
        table.frontier_figure(&place(""), "cost_per_year", &cell.cost.total);
        if let Some(readings) = cell.endurance.first().and_then(headline::full_claim) {
            for days in &readings.days {
                table.frontier_figure(&place(""), "endurance_days", &days.days);
                let at_cap = number_cell(Some(days.share_at_cap));
                table.frontier_value(&place(""), "endurance_days", "share", "share_at_cap", at_cap);
            }
            let chances = readings.p_at_least.first().into_iter().flatten();
            for ((level, served), chance) in inputs.levels.iter().zip(&readings.share_served).zip(chances) {
                table.frontier_figure(&place(&level.to_string()), "share_served", served);
                table.frontier_figure(&place(&level.to_string()), "p_at_least", chance);
            }
        }
        let efficient = efficient.map_or("", |efficient| if efficient { "1" } else { "0" });
        table.frontier_value(&place(""), "efficient", "", "flag", efficient.to_owned());
    }
    found.pairs.iter().for_each(|pair| table.pair(pair, &|place| &inputs.scenarios[place].id));
    table.text()
}

impl Rows {
    fn frontier_value(&mut self, place: &[String; 5], metric: &str, unit: &str, statistic: &str, value: String) {
        let measured = [metric.to_owned(), unit.to_owned(), statistic.to_owned(), value];
        self.push(&[&place[..], &measured[..]].concat());
    }

    fn frontier_figure(&mut self, place: &[String; 5], metric: &str, figure: &Estimate) {
        for (statistic, value) in [("mean", figure.mean), ("low", figure.low), ("high", figure.high)] {
            self.frontier_value(place, metric, figure.unit, statistic, number_cell(value));
        }
        self.frontier_value(place, metric, figure.unit, "n", figure.n.to_string());
    }

    fn pair<'i>(&mut self, pair: &Pair, id: &dyn Fn(usize) -> &'i String) {
        let [first, second] = pair.scenarios.map(|place| id(place).as_str());
        let place = [first, second, "", "", ""].map(text_cell);
        let Verdict::Compared(compared) = &pair.verdict else {
            return self.frontier_value(&place, "compared", "", "flag", "0".to_owned());
        };
        self.frontier_value(&place, "compared", "", "flag", "1".to_owned());
        for (metric, days) in [("compared_from", compared.from), ("compared_to", compared.to)] {
            self.frontier_value(&place, metric, "days", "mean", number_cell(Some(days)));
        }
        self.frontier_figure(&place, "difference_least", &compared.least);
        self.frontier_figure(&place, "difference_most", &compared.most);
        for (number, crossing) in (1..).zip(&compared.crossings) {
            self.frontier_figure(&place, &format!("crossing_days.{number}"), &crossing.days);
            let cost = number_cell(Some(crossing.cost));
            self.frontier_value(&place, &format!("crossing_cost.{number}"), "SEK/year", "mean", cost);
        }
        self.frontier_value(&place, "same_in_resamples", "share", "mean", number_cell(compared.same));
    }
}
