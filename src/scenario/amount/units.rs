//! Units: their names in two languages, and what one of each is in the unit of its dimension.

use crate::time::DAYS_PER_YEAR;

/// The scale, if these are the parts wanted, in any order.
pub fn expect(parts: &[&str], wanted: &[&str], scale: f64) -> Result<f64, String> {
    let found: Vec<_> = parts.iter().map(|part| thing(part)).collect();
    if found.len() == wanted.len() && wanted.iter().all(|want| found.contains(&Some(want))) {
        Ok(scale)
    } else {
        Err(format!("this is {}", wanted.join(" per ")))
    }
}

/// SEK in a unit of money over some things.
pub fn money(parts: &[&str], over: &[&str]) -> Result<f64, String> {
    let (currency, rest) = parts.split_first().ok_or("this is money")?;
    let scale = match *currency {
        "SEK" | "kr" => 1.0,
        "öre" => 0.01,
        "tkr" => 1e3,
        "mnkr" | "MSEK" => 1e6,
        "mdkr" => 1e9,
        _ => return Err("money is in SEK, kr, öre, tkr, mnkr, MSEK or mdkr".into()),
    };
    expect(rest, over, scale).map_err(|_| format!("this is money per {}", over.join(" and ")))
}

/// Litres per unit.
pub fn volume(parts: &[&str]) -> Result<f64, String> {
    let litres = match parts {
        [what, per] if thing(per) == Some("unit") => match *what {
            "l" | "litre" | "litres" | "liter" | "dm³" | "dm3" => Some(1.0),
            "ml" => Some(0.001),
            "m³" | "m3" => Some(1000.0),
            _ => None,
        },
        _ => None,
    };
    litres.ok_or_else(|| "this is a volume per unit: l, ml or m³".into())
}

/// Kilograms in a unit of mass.
pub fn kilograms(unit: &str) -> Result<f64, String> {
    match unit {
        "kg" => Ok(1.0),
        "g" => Ok(0.001),
        "t" | "ton" => Ok(1000.0),
        _ => Err("a weight is in g, kg or t".into()),
    }
}

/// Square metres in a unit of area.
pub fn square_metres(unit: &str) -> Result<f64, String> {
    match unit {
        "m2" | "m²" | "kvm" => Ok(1.0),
        _ => Err("an area is in m2".into()),
    }
}

/// Days in a unit of time.
pub fn days_in(unit: &str) -> Result<f64, String> {
    match thing(unit) {
        Some("day") => Ok(1.0),
        Some("week") => Ok(7.0),
        Some("hour") => Ok(1.0 / 24.0),
        Some("minute") => Ok(1.0 / 1440.0),
        Some("year") => Ok(DAYS_PER_YEAR),
        Some("month") => Err("a month has no certain length".into()),
        _ => Err("time is in minutes, hours, days, weeks or years".into()),
    }
}

/// Time over a thing; `in_a_day` is how many of the dimension's own unit of time make a day.
pub fn time_over(parts: &[&str], over: &str, in_a_day: f64) -> Result<f64, String> {
    match parts {
        [time, per] if thing(per) == Some(over) => days_in(time).map(|days| days * in_a_day),
        _ => Err(format!("this is time per {over}")),
    }
}

/// The one name of a unit in singular or plural, in Swedish or English.
pub fn thing(word: &str) -> Option<&'static str> {
    Some(match word.trim() {
        "unit" | "units" | "st" | "styck" => "unit",
        "pallet" | "pallets" | "pall" | "pallar" => "pallet",
        "line" | "lines" | "rad" | "rader" => "line",
        "order" | "orders" | "ordrar" => "order",
        "departure" | "departures" | "avgång" | "avgångar" => "departure",
        "minute" | "minutes" | "min" | "minut" | "minuter" => "minute",
        "hour" | "hours" | "h" | "timme" | "timmar" => "hour",
        "day" | "days" | "d" | "dag" | "dagar" => "day",
        "week" | "weeks" | "vecka" | "veckor" => "week",
        "month" | "months" | "månad" | "månader" => "month",
        "year" | "years" | "år" => "year",
        _ => return None,
    })
}
