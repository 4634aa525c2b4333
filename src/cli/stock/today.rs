//! The day of a list.

use jiff::civil::Date;

/// The day that lists are of.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Today {
    /// Day of the list, yyyy-mm-dd (default: the system's date)
    #[arg(long, value_name = "DATE", value_parser = date)]
    today: Option<Date>,
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a date as 2026-11-23".to_owned())
}

impl Today {
    /// The day.
    pub fn date(self) -> Date {
        self.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}
