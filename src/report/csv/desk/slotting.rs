//! The long table of `beredd stock slotting`: what is walked each way, then where each article stands.

use crate::desk::slotting::SlottingFindings;
use crate::desk::slotting::saved::Walk;
use crate::report::csv::{Rows, number_cell, text_cell};

const COLUMNS: [&str; 6] = ["part", "way", "item", "metric", "unit", "value"];

/// The table, header first.
pub fn tidy(found: &SlottingFindings) -> String {
    let mut table = Rows::with_header(&COLUMNS);
    if let Some(today) = &found.today {
        walk(&mut table, "today", &today.walk);
    }
    for way in &found.ways {
        if let Some(walked) = &way.walk {
            walk(&mut table, way.method.id(), walked);
            push(
                &mut table,
                ["walk", way.method.id(), "", "places_used", "places"],
                number_cell(Some(way.places_used as f64)),
            );
        }
    }
    for standing in &found.standing {
        let item = standing.article.as_str();
        push(&mut table, ["article", "", item, "class", ""], text_cell(standing.class));
        push(&mut table, ["article", "", item, "lines", "lines/year"], number_cell(Some(standing.lines_per_year)));
        if let Some(place) = &standing.today {
            push(&mut table, ["article", "today", item, "place", ""], text_cell(place));
        }
        for (way, place) in found.ways.iter().zip(&standing.places) {
            if let Some(place) = place {
                push(&mut table, ["article", way.method.id(), item, "place", ""], text_cell(place));
            }
        }
    }
    table.text()
}

fn walk(table: &mut Rows, way: &str, walked: &Walk) {
    let metrics = [
        ("walked_per_day", "m/day", walked.metres_per_day),
        ("walked_per_year", "m/year", walked.metres_per_year),
        ("at_least_per_year", "m/year", walked.at_least_per_year),
        ("hours_per_year", "hours/year", walked.hours_per_year),
        ("shortest_rounds", "rounds", walked.shortest_rounds as f64),
        ("other_rounds", "rounds", walked.other_rounds as f64),
    ];
    for (metric, unit, value) in metrics {
        push(table, ["walk", way, "", metric, unit], number_cell(Some(value)));
    }
}

fn push(table: &mut Rows, place: [&str; 5], value: String) {
    table.push(&[&place.map(text_cell)[..], &[value]].concat());
}
