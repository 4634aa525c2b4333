//! Days and shares of the command line, bare or with their unit.

use crate::scenario::amount::WHOLE_DAYS;
use crate::sheet::{Decimal, parse_number};

/// Whole days within bounds: `30`, `30-days`, `"30 days"`, `"2 weeks"`.
///
/// # Errors
/// What is expected instead.
pub fn days<const LEAST: u32, const MOST: u32>(text: &str) -> Result<u32, String> {
    let read = || -> Option<u32> {
        let text = text.trim();
        // As reserves of days are called.
        let spaced = text.strip_suffix("-days").or_else(|| text.strip_suffix("-day")).unwrap_or(text);
        let days = match spaced.parse::<u32>() {
            Ok(days) => days,
            Err(_) => {
                let days = WHOLE_DAYS.read(text).ok()?;
                u32::try_from(days as i64).ok()?
            }
        };
        (LEAST..=MOST).contains(&days).then_some(days)
    };
    read().ok_or_else(|| format!("write whole days from {LEAST} to {MOST}, e.g. 30 or \"30 days\""))
}

/// A share from nothing to all: `0.9`, `90%`, `"90 %"`.
///
/// # Errors
/// What is expected instead.
pub fn share(text: &str) -> Result<f64, String> {
    read_share(text).ok_or_else(|| "write a share from 0 to 1, e.g. 0.95 or 95%".to_owned())
}

/// A share above nothing, up to all: a threshold of nothing is always met.
///
/// # Errors
/// What is expected instead.
pub fn some_share(text: &str) -> Result<f64, String> {
    let share = read_share(text).filter(|&share| share > 0.0);
    share.ok_or_else(|| "write a share above 0 and up to 1, e.g. 0.95 or 95%".to_owned())
}

/// A probability between 0 and 1: no number of replications shows certainty.
///
/// # Errors
/// What is expected instead.
pub fn probability(text: &str) -> Result<f64, String> {
    let share = read_share(text).filter(|&share| share > 0.0 && share < 1.0);
    share.ok_or_else(|| {
        "write a probability above 0 and below 1, e.g. 0.95 or 95%; no number of replications shows certainty"
            .to_owned()
    })
}

fn read_share(text: &str) -> Option<f64> {
    let text = text.trim();
    let share = match text.strip_suffix('%') {
        Some(per_cent) => number(per_cent).ok()? / 100.0,
        None => number(text).ok()?,
    };
    (0.0..=1.0).contains(&share).then_some(share)
}

/// A number as an office writes it: `12.5`, `12,5`, `1 300`. What can be read two ways is not guessed.
///
/// # Errors
/// What is expected instead.
pub fn number(text: &str) -> Result<f64, String> {
    let text = text.trim();
    let read = |decimal| parse_number(text, decimal).filter(|number| number.is_finite());
    match (read(Decimal::Point), read(Decimal::Comma)) {
        (Some(one), Some(other)) if one == other => Ok(one),
        // A point is a point: nobody writes thousands with it on a command line, and scripts write decimals with it.
        (Some(point), Some(_)) if !text.contains(',') => Ok(point),
        (Some(grouped), Some(_)) => Err(format!(
            "{text} may be {grouped} or {}: write {grouped}, or a point for decimals",
            text.replace(',', ".")
        )),
        (Some(number), None) | (None, Some(number)) => Ok(number),
        (None, None) => Err("write a number, e.g. 12.5 or 12,5".to_owned()),
    }
}

/// Numbers apart by semicolons; without any, by commas, and then decimals have a point: `80,90`, `79.5,90` or `79,5;90`.
///
/// # Errors
/// What is expected instead.
pub fn numbers(text: &str) -> Result<Vec<f64>, String> {
    let separator = if text.contains(';') { ';' } else { ',' };
    text.split(separator).map(|part| number(part.trim().trim_end_matches('%'))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_bare_and_with_their_unit() {
        let read = days::<1, 1825>;
        for text in ["30", "30 days", "30-days", " 30 ", "30 day"] {
            assert_eq!(read(text), Ok(30), "{text}");
        }
        assert_eq!(read("1 day"), Ok(1));
        assert_eq!(read("1-day"), Ok(1));
        for text in ["0", "-1", "1826", "3.5", "days", "", "30 SEK", "1e2", "9999999999 days", "NaN days"] {
            let refused = read(text).expect_err(text);
            assert_eq!(refused, "write whole days from 1 to 1825, e.g. 30 or \"30 days\"", "{text}");
        }
        assert_eq!(days::<0, 10>("0"), Ok(0));
    }

    #[test]
    fn shares_are_read_bare_and_in_per_cent() {
        for text in ["0.9", "90%", "90 %", " 90 % "] {
            assert_eq!(share(text), Ok(0.9), "{text}");
        }
        for text in ["0,9", "90,0 %", "90%"] {
            assert_eq!(share(text), Ok(0.9), "{text}");
        }
        assert_eq!([share("20,5%"), share("20.5 %")], [Ok(0.205), Ok(0.205)]);
        for text in ["1.5", "-0.1", "101%", "90", "NaN", "", "%"] {
            assert!(share(text).is_err(), "{text}");
        }
        assert_eq!((share("0"), share("1")), (Ok(0.0), Ok(1.0)));
        assert!(some_share("0").is_err() && some_share("0%").is_err() && some_share("1").is_ok());
        assert!(probability("0").is_err() && probability("100%").is_err() && probability("99%") == Ok(0.99));
    }

    #[test]
    fn numbers_are_read_as_offices_write_them() {
        for (text, expected) in [
            ("1300", 1300.0),
            ("1 300", 1300.0),
            ("1\u{a0}300,25", 1300.25),
            ("0,75", 0.75),
            ("0.75", 0.75),
            ("0,750", 0.75),
            ("1.300", 1.3),
            ("1,300.5", 1300.5),
            ("1.300,5", 1300.5),
            ("-10", -10.0),
            ("1e3", 1000.0),
        ] {
            assert_eq!(number(text), Ok(expected), "{text}");
        }
        assert_eq!(number("1,300").unwrap_err(), "1,300 may be 1300 or 1.300: write 1300, or a point for decimals");
        assert_eq!([number("1300"), number("1.300")], [Ok(1300.0), Ok(1.3)], "the advice is taken");
        for text in ["", "x", "NaN", "inf", "0x10", "1 30", "1,2,3", "12 st", "1e400"] {
            assert!(number(text).is_err(), "{text}");
        }
    }

    #[test]
    fn lists_with_decimal_commas_are_apart_by_semicolons() {
        assert_eq!(numbers("80,90"), Ok(vec![80.0, 90.0]));
        assert_eq!(numbers("79.5,90"), Ok(vec![79.5, 90.0]));
        assert_eq!(numbers("79,5;90"), Ok(vec![79.5, 90.0]));
        assert_eq!(numbers("80%, 90 %"), Ok(vec![80.0, 90.0]));
        assert!(numbers("80,,90").is_err() && numbers("").is_err());
    }
}
