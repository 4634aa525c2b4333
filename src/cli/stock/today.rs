//! The day of an answer.

use jiff::civil::Date;

/// The day that counts as today.
#[derive(Debug, clap::Args)]
pub struct Today {
    /// Day that counts as today (default: the system's date)
    #[arg(long = "today", value_name = "YYYY-MM-DD", value_parser = day)]
    day: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| "write the day as year-month-day, e.g. 2026-11-23".to_owned())
}

impl Today {
    /// The day.
    pub fn date(&self) -> Date {
        self.day.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}
