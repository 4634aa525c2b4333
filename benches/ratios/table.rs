//! One form for everything that is measured: what, how much, how much is asked, and whether that was met.

use std::fmt::{Display, Formatter, Result};

/// What is asked of a number. Bounds are in the unit of the number.
#[derive(Clone, Copy, Debug)]
pub enum Bar {
    /// That much or less.
    AtMost(f64),
    /// Less than that.
    Below(f64),
    /// That much or more.
    AtLeast(f64),
    /// From the first to the second, both included.
    Between(f64, f64),
}

impl Bar {
    /// Whether a number meets the bar; what is no number meets none.
    fn is_met_by(self, value: f64) -> bool {
        match self {
            Bar::AtMost(most) => value <= most,
            Bar::Below(bound) => value < bound,
            Bar::AtLeast(least) => value >= least,
            Bar::Between(least, most) => (least..=most).contains(&value),
        }
    }
}

impl Display for Bar {
    fn fmt(&self, f: &mut Formatter) -> Result {
        match *self {
            Bar::AtMost(most) => write!(f, "at most {}", bound(most)),
            Bar::Below(limit) => write!(f, "below {}", bound(limit)),
            Bar::AtLeast(least) => write!(f, "at least {}", bound(least)),
            Bar::Between(least, most) => write!(f, "{} to {}", bound(least), bound(most)),
        }
    }
}

/// A bound with at most three decimals, and no more than it needs.
fn bound(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Three figures or more: what a measurement of time can bear.
fn figure(value: f64) -> String {
    let decimals = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    format!("{value:.decimals$}")
}

/// One line of the table.
#[derive(Debug)]
pub struct Row {
    name: String,
    /// The number; nothing where it could not be measured.
    value: Option<f64>,
    /// The unit of the number, what else was seen beside it, or why there is none.
    unit: String,
    bar: Option<Bar>,
}

impl Row {
    /// A measurement of which nothing is asked.
    pub fn told(name: impl Into<String>, value: f64, unit: impl Into<String>) -> Row {
        Row { name: name.into(), value: Some(value), unit: unit.into(), bar: None }
    }

    /// A measurement that must meet a bar.
    pub fn asked(name: impl Into<String>, value: f64, unit: impl Into<String>, bar: Bar) -> Row {
        Row { bar: Some(bar), ..Row::told(name, value, unit) }
    }

    /// A measurement that this machine does not allow, and why.
    pub fn not_run(name: impl Into<String>, reason: impl Into<String>, bar: Bar) -> Row {
        Row { name: name.into(), value: None, unit: reason.into(), bar: Some(bar) }
    }

    /// Whether the row has a number that does not meet its bar.
    pub fn is_missed(&self) -> bool {
        matches!((self.value, self.bar), (Some(value), Some(bar)) if !bar.is_met_by(value))
    }

    fn verdict(&self) -> &'static str {
        match (self.value, self.bar) {
            (None, _) => "not run",
            (Some(_), None) => "",
            (Some(_), Some(_)) if self.is_missed() => "MISSED",
            (Some(_), Some(_)) => "met",
        }
    }

    /// The cells: what, number, unit, what is asked, verdict.
    fn cells(&self) -> [String; 5] {
        [
            format!("  {}", self.name),
            self.value.map_or_else(String::new, figure),
            self.unit.clone(),
            self.bar.map_or_else(String::new, |bar| bar.to_string()),
            self.verdict().to_owned(),
        ]
    }
}

/// The table of all rows, under the names of their parts.
pub fn table(parts: &[(&str, Vec<Row>)]) -> String {
    let heads = ["", "measured", "", "asked", "verdict"].map(str::to_owned);
    let mut lines = vec![heads];
    for (part, rows) in parts {
        lines.push([(*part).to_owned(), String::new(), String::new(), String::new(), String::new()]);
        lines.extend(rows.iter().map(Row::cells));
    }
    let width = |column: usize| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap_or(0);
    let [names, values, units, bars, _] = std::array::from_fn(width);
    let mut text = String::new();
    for [name, value, unit, bar, verdict] in &lines {
        let line = format!("{name:<names$}  {value:>values$} {unit:<units$}  {bar:<bars$}  {verdict}");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
