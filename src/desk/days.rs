//! Calendar days between dates, and how dates are written in JSON.

use jiff::civil::Date;
use serde::Serializer;

/// Days from one date to another; negative if the other is earlier.
pub fn between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// The date so many days later; the last date there is if that is beyond it.
pub fn plus(from: Date, days: i64) -> Date {
    from.saturating_add(jiff::Span::new().days(days.clamp(-3_000_000, 3_000_000)))
}

/// A date as `yyyy-mm-dd`, or null.
///
/// # Errors
/// Those of the serializer.
pub fn iso<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => to.collect_str(date),
        None => to.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_cross_months_and_leap_days() {
        assert_eq!(between(date(2026, 11, 23), date(2026, 12, 14)), 21);
        assert_eq!(between(date(2028, 2, 28), date(2028, 3, 1)), 2);
        assert_eq!(between(date(2026, 12, 14), date(2026, 11, 23)), -21);
        assert_eq!(plus(date(2026, 11, 23), 21), date(2026, 12, 14));
        assert_eq!(plus(date(2026, 11, 23), i64::MAX), plus(date(2026, 11, 23), 4_000_000));
    }
}
