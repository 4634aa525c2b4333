//! Figures of the command line: numbers in a range, rates per unit of time, shares.

use crate::cli::amounts::{number, numbers};
use crate::cli::answer::{refused, tell_refusal};
use crate::inventory::unanswered::Unanswered;
use crate::report::wording::Language;
use crate::time::DAYS_PER_YEAR;

/// The largest figure: more is a slip of the hand.
const MOST: f64 = 1e12;
/// The smallest figure above 0.
const LEAST: f64 = 1e-9;
const DAYS_PER_WEEK: f64 = 7.0;

fn above_nothing(number: f64) -> Result<f64, String> {
    let fits = (LEAST..=MOST).contains(&number);
    fits.then_some(number).ok_or_else(|| "it must be above 0 and at most 10^12".to_owned())
}

fn at_least_nothing(number: f64) -> Result<f64, String> {
    let fits = (0.0..=MOST).contains(&number);
    fits.then_some(number).ok_or_else(|| "it must be at least 0 and at most 10^12".to_owned())
}

/// A number above 0.
pub fn positive(text: &str) -> Result<f64, String> {
    above_nothing(number(text)?)
}

/// A number of at least 0.
pub fn not_negative(text: &str) -> Result<f64, String> {
    at_least_nothing(number(text)?)
}

/// A number on either side of 0.
pub fn any(text: &str) -> Result<f64, String> {
    match number(text)? {
        number if number.abs() <= MOST => Ok(number),
        _ => Err("it must be at most 10^12 on either side of 0".to_owned()),
    }
}

/// A share: 0.183, 0,183, 18.3% or "18,3 %". A bare number above 1 is neither.
fn share(text: &str) -> Result<f64, String> {
    match text.trim().strip_suffix('%') {
        Some(percent) => number(percent).map(|percent| percent / 100.0),
        None => match number(text)? {
            bare if bare > 1.0 => Err(format!("a share above 1 needs its sign: write {}%", text.trim())),
            bare => Ok(bare),
        },
    }
}

/// A yearly rate above 0 and at most ten times the whole.
pub fn rate(text: &str) -> Result<f64, String> {
    match share(text)? {
        rate if (LEAST..=10.0).contains(&rate) => Ok(rate),
        _ => Err("write a share of the price per year above 0 and at most 1000%, e.g. 0.18 or 18%".to_owned()),
    }
}

/// A share of the whole, above 0.
pub fn part(text: &str) -> Result<f64, String> {
    match share(text)? {
        part if part > 0.0 && part <= 1.0 => Ok(part),
        _ => Err("write a share above 0 and at most 1, e.g. 0.82 or 82%".to_owned()),
    }
}

/// A share of at least 0, and at most a hundred times the whole.
pub fn multiple(text: &str) -> Result<f64, String> {
    match share(text)? {
        part if (0.0..=100.0).contains(&part) => Ok(part),
        _ => Err("write a share of at least 0, e.g. 0.3 or 30%".to_owned()),
    }
}

/// Days above 0, or several apart by commas, or by semicolons where decimals have commas.
#[derive(Clone, Debug, PartialEq)]
pub struct Days(pub Vec<f64>);

/// Days of reserves, each above 0 and at most `MOST`.
pub fn reserves<const MOST: u32>(text: &str) -> Result<Days, String> {
    let expected = || format!("write days above 0 and at most {MOST}, e.g. 3,7,30,90; 7,5;30 with decimal commas");
    let found = numbers(text)?;
    let all = found.iter().all(|days| *days > 0.0 && *days <= f64::from(MOST));
    if all { Ok(Days(found)) } else { Err(expected()) }
}

/// Whole days of a list, a grace or an agreement, from 0 to ten years.
pub fn whole_days(text: &str) -> Result<i64, String> {
    let found = number(text).ok().filter(|days| (0.0..=3650.0).contains(days) && *days == libm::floor(*days));
    found.map(|days| days as i64).ok_or_else(|| "write whole days from 0 to 3650, e.g. 14".to_owned())
}

/// A service level from one half to what a normal law can tell.
pub fn level(text: &str) -> Result<f64, String> {
    match share(text)? {
        level if (0.5..=0.999_999_9).contains(&level) => Ok(level),
        _ => Err("write a service level from 0.5 to 0.9999999, e.g. 0.97 or 97%".to_owned()),
    }
}

/// Splits `12/week` into its number and the days of its unit of time; a number alone is per year.
fn over_time(text: &str) -> Result<(f64, f64), String> {
    let (figure, unit) = text.split_once('/').unwrap_or((text, "year"));
    let days = match unit.trim() {
        "year" | "år" => DAYS_PER_YEAR,
        "week" | "vecka" => DAYS_PER_WEEK,
        "day" | "dag" => 1.0,
        "month" | "månad" => return Err("a month has no certain length: write per year, week or day".to_owned()),
        _ => return Err("write e.g. 1300/year, 25/week or 3.5/day".to_owned()),
    };
    Ok((number(figure)?, days))
}

/// Demand in units per year: 1300, 1300/year, 25/week or 3.5/day.
pub fn yearly(text: &str) -> Result<f64, String> {
    let (figure, days) = over_time(text)?;
    above_nothing(figure * DAYS_PER_YEAR / days)
}

/// Standard deviation of one day's demand: 4/day, or that of a week or a year, whose days are independent.
pub fn daily_sd(text: &str) -> Result<f64, String> {
    if !text.contains('/') {
        return Err("say of what time it is: e.g. 4/day, or 9/week".to_owned());
    }
    let (figure, days) = over_time(text)?;
    at_least_nothing(figure / libm::sqrt(days))
}

/// Days: 14, "14 days" or "2 weeks".
pub fn days(text: &str) -> Result<f64, String> {
    let text = text.trim();
    let end = text.find(|letter: char| letter.is_alphabetic()).unwrap_or(text.len());
    // An exponent is part of the number.
    let end = if text[end..].starts_with(['e', 'E']) { text.len() } else { end };
    let (figure, unit) = text.split_at(end);
    let days = match unit.trim() {
        "" | "d" | "day" | "days" | "dag" | "dagar" => 1.0,
        "week" | "weeks" | "vecka" | "veckor" => DAYS_PER_WEEK,
        _ => return Err("write days, e.g. 14, \"14 days\" or \"2 weeks\"".to_owned()),
    };
    match number(figure)? * days {
        days if (0.0..=36_500.0).contains(&days) => Ok(days),
        _ => Err("it must be from 0 to 36500 days".to_owned()),
    }
}

/// A quantity and the price of a unit from it on: 400:0.72.
pub fn step(text: &str) -> Result<(f64, f64), String> {
    let (from, price) = text.split_once(':').ok_or("write FROM:PRICE, e.g. 400:0.72")?;
    Ok((positive(from)?, positive(price)?))
}

/// Tells why a formula has no answer.
pub fn tell_unanswered(why: &Unanswered, language: Language) -> u8 {
    let option = match why.parameter {
        "holding_cost" | "holding" => "holding cost",
        "fixed_cost" => "order cost",
        "demand_rate" | "demand" | "demand_mean" => "demand",
        "production_rate" => "production rate",
        "breakpoints" | "unit_costs" => "discounts",
        "stockout_cost_per_unit" | "shortage_cost" => "shortage cost",
        "stockout_cost" => "backorder cost",
        "ltd_mean" => "demand over the lead time",
        "ltd_sd" | "demand_sd" => "spread of demand over the lead time",
        "type1" | "cycle_service" => "cycle service",
        "type2" | "fill_rate" => "fill rate",
        "order_quantity" | "lot" => "lot",
        other => other,
    };
    tell_refusal(&refused(&format!("there is no answer: {option}"), &why.to_string()), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_their_units() {
        assert_eq!([yearly("1300"), yearly("1300/year"), yearly("7/week")], [Ok(1300.0), Ok(1300.0), Ok(365.0)]);
        assert_eq!(daily_sd("4/day"), Ok(4.0));
        assert!((daily_sd("9/week").unwrap() - 9.0 / libm::sqrt(7.0)).abs() < 1e-12);
        assert_eq!(
            [days("14"), days("2 weeks"), days("1.5 dagar"), days("1e1")],
            [Ok(14.0), Ok(14.0), Ok(1.5), Ok(10.0)]
        );
        assert_eq!([rate("0.183"), rate("15%"), level("97 %")], [Ok(0.183), Ok(0.15), Ok(0.97)]);
        assert_eq!([step("400:0.72"), step("1 400:0,72")], [Ok((400.0, 0.72)), Ok((1400.0, 0.72))]);
        for text in ["0.2", "0,2", "20%", "20 %", "20,0%"] {
            assert_eq!([rate(text), part(text), multiple(text)], [Ok(0.2), Ok(0.2), Ok(0.2)], "{text}");
        }
        // 20 is no rate of 2,000 %, and what it is told to write is read.
        for refused in [rate("20"), part("20"), multiple("20"), level("97").map(|_| 0.0)] {
            let advice = refused.unwrap_err();
            let written = advice.rsplit(' ').next().unwrap();
            assert!(written == "20%" && rate(written) == Ok(0.2) || written == "97%" && level(written) == Ok(0.97));
        }
        assert_eq!(reserves::<3650>("7,5;30"), Ok(Days(vec![7.5, 30.0])));
        assert_eq!(reserves::<3650>("3,7,30"), Ok(Days(vec![3.0, 7.0, 30.0])));
        for text in ["0", "3,0", "-1", "3651", ""] {
            assert!(reserves::<3650>(text).is_err(), "{text}");
        }
        assert_eq!([whole_days("14"), whole_days("1 000")], [Ok(14), Ok(1000)]);
        assert!(whole_days("1,5").is_err() && whole_days("-1").is_err());
    }

    #[test]
    fn slips_are_refused() {
        for text in ["", "0", "-1", "NaN", "inf", "1e308", "1e400", "1,300", "1 00", "x", "0x10"] {
            assert!(positive(text).is_err(), "{text}");
            assert!(yearly(text).is_err(), "{text}");
            assert!(step(&format!("{text}:1")).is_err() && step(&format!("1:{text}")).is_err(), "{text}");
        }
        for text in ["-1", "NaN", "1e308", "4", "4/month", "4/fortnight"] {
            assert!(daily_sd(text).is_err(), "{text}");
        }
        for text in ["-1", "NaN", "1e308", "3 months", "å"] {
            assert!(days(text).is_err(), "{text}");
        }
        assert!(level("0.3").is_err() && level("1").is_err() && level("101%").is_err() && rate("0").is_err());
    }
}
