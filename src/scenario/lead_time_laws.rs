//! Lead-time laws beyond the first three: gamma, exponential, uniform, triangular, empirical, servers.

use super::amount::DURATION;
use super::diagnosis::{Diagnosis, codes};
use super::law::{lead_time, positive};
use super::model::Servers;
use super::reader::Section;
use super::source::Place;
use super::typed::Range;
use crate::order::InOrder;
use crate::random::laws::LeadTimeLaw;

/// Coefficients of variation of a gamma law: shapes from 0.01 to 10 000.
const GAMMA_SPREAD: Range = Range { least: 0.01, most: 10.0 };

/// `{ dist = "gamma", mean, cv }`.
pub fn gamma(section: &mut Section<'_, '_>) -> Option<LeadTimeLaw> {
    let mean = mean(section);
    if section.entry("cv").is_none() {
        section.missing("cv", "standard deviation ÷ mean");
    }
    let cv = section.number("cv", GAMMA_SPREAD)?;
    let shape = 1.0 / (cv * cv);
    Some(LeadTimeLaw::Gamma { shape, scale: mean? / shape })
}

/// `{ dist = "exponential", mean }`.
pub fn exponential(section: &mut Section<'_, '_>) -> Option<LeadTimeLaw> {
    mean(section).map(|mean| LeadTimeLaw::Exponential { mean })
}

fn mean(section: &mut Section<'_, '_>) -> Option<f64> {
    section.required("mean");
    positive(section, "mean")
}

/// `{ dist = "uniform", least, most }`.
pub fn uniform(section: &mut Section<'_, '_>) -> Option<LeadTimeLaw> {
    let (least, most) = bounds(section)?;
    Some(LeadTimeLaw::Uniform { least, most })
}

/// `{ dist = "triangular", least, mode, most }`.
pub fn triangular(section: &mut Section<'_, '_>) -> Option<LeadTimeLaw> {
    section.required("mode");
    let mode = section.amount("mode", DURATION);
    let (least, most) = bounds(section)?;
    let mode = mode?;
    if (least..=most).contains(&mode) {
        return Some(LeadTimeLaw::Triangular { least, mode, most });
    }
    let place = section.entry("mode").map_or(section.place, |entry| entry.node.place);
    section.wrong(codes::LAW, "mode", "is not between `least` and `most`", place, "the most likely time of the three");
    None
}

fn bounds(section: &mut Section<'_, '_>) -> Option<(f64, f64)> {
    section.required("least");
    section.required("most");
    let (least, most) = (section.amount("least", DURATION), section.amount("most", DURATION));
    let (least, most) = (least?, most?);
    if least < most {
        return Some((least, most));
    }
    let place = section.entry("most").map_or(section.place, |entry| entry.node.place);
    section.wrong(codes::LAW, "most", "is not more than `least`", place, "the longest time; a sure one is a duration");
    None
}

/// `{ dist = "empirical", days = […] }` or `{ dist = "empirical", file, column }`: each value weighs the same.
pub fn empirical(section: &mut Section<'_, '_>) -> Option<LeadTimeLaw> {
    let mut days = match section.first_of(["days", "file"]) {
        Some("days") => {
            let nodes = section.list("days")?;
            let read: Option<Vec<f64>> = nodes.iter().map(|node| section.amount_of("days", node, DURATION)).collect();
            read?
        }
        Some(_) => from_file(section)?,
        None => {
            section.missing("days", "or `file`");
            return None;
        }
    };
    if days.is_empty() {
        let place = section.entry("days").map_or(section.place, |entry| entry.node.place);
        section.wrong(codes::LAW, "days", "has no values", place, "at least one time");
        return None;
    }
    days.order_by(f64::total_cmp);
    let count = days.len();
    let cumulative = (1..=count).map(|place| place as f64 / count as f64).collect();
    Some(LeadTimeLaw::Discrete { days, cumulative })
}

fn from_file(section: &mut Section<'_, '_>) -> Option<Vec<f64>> {
    section.required("column");
    let column = section.text("column")?.to_owned();
    let node = section.value("file")?;
    let written = section.text_of("file", node)?;
    let path = section.ctx.files.beside(node.place.file, written);
    let file = section.ctx.files.text(&path, Some(node.place), &mut section.ctx.diagnoses)?;
    let text = section.ctx.files.sources.get(file).map(|source| source.text.clone()).unwrap_or_default();
    match column_of(&text, &column) {
        Ok(days) => Some(days),
        Err((line, problem)) => {
            let line = usize::try_from(line).unwrap_or(1).max(1);
            let (start, end) = section.ctx.files.sources.get(file).map_or((0, 0), |source| source.line_span(line));
            let message = format!("column `{column}`: {problem}");
            let problem = Diagnosis::error(codes::CELLS, &message, Place { file, start, end });
            section.ctx.report(problem.help("the file is named here:").second(node.place));
            None
        }
    }
}

/// The times of a column; a bare number counts days.
fn column_of(text: &str, column: &str) -> Result<Vec<f64>, (u64, String)> {
    let broken = |error: &csv::Error| (error.position().map_or(1, csv::Position::line), error.to_string());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| broken(&error))?.clone();
    let place = header.iter().position(|name| name.trim() == column);
    let place = place.ok_or_else(|| (1, "the column is missing".to_owned()))?;
    let mut days = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| broken(&error))?;
        let line = record.position().map_or(1, csv::Position::line);
        days.push(
            DURATION.read_cell(&record[place]).map_err(|complaint| (line, complaint.what + "; " + &complaint.fix))?,
        );
    }
    Ok(days)
}

/// `{ dist = "servers", servers, service, then }`: the law of the travel, and the servers.
pub fn servers(section: &mut Section<'_, '_>) -> Option<(LeadTimeLaw, Servers)> {
    section.required("servers");
    let count = section.whole("servers", 1, 1_000_000);
    section.required("service");
    let service = lead_time(section, "service");
    let travel = match section.entry("then") {
        Some(_) => lead_time(section, "then")?,
        None => LeadTimeLaw::Fixed { days: 0.0 },
    };
    let count = u32::try_from(count?).ok()?;
    Some((travel, Servers { count, service: service? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_times() {
        assert_eq!(column_of("id,days\na,3\nb,2 weeks\n", "days"), Ok(vec![3.0, 14.0]));
        assert_eq!(column_of("id,days\na,3\n", "time"), Err((1, "the column is missing".to_owned())));
        let wrong = column_of("id,days\na,3\nb,soon\n", "days").expect_err("no time");
        assert_eq!(wrong.0, 3);
    }
}
