//! The day of an answer.

use jiff::civil::Date;

/// The day that counts as today.
#[derive(Debug, clap::Args)]
pub struct Today {
    /// Day that counts as today (default: the system's date)
    #[arg(long = "today", value_name = "YYYY-MM-DD")]
    day: Option<Date>,
}

impl Today {
    /// The day.
    pub fn date(&self) -> Date {
        self.day.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}
