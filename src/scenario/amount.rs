//! Amounts: numbers with units, as text.

mod number;
mod units;

use super::diagnosis::codes;
use crate::time::DAYS_PER_YEAR;
use number::{not_a_number, split};
use units::{days_in, expect, kilograms, money, square_metres, thing, time_over, volume};

/// Why a text is not the amount asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The code of the diagnosis.
    pub code: &'static str,
    /// Continues "`key` in its table …".
    pub what: String,
    /// The correction, shown at the place.
    pub fix: String,
}

/// A dimension and the range allowed in it.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// The unit that a bare number of an item file has, and that corrections show.
    pub unit: &'static str,
    /// The dimension.
    pub dimension: Dimension,
    /// Least value, in the dimension's own unit.
    pub least: f64,
    /// Largest value.
    pub most: f64,
}

/// What is measured, and the unit that the reader turns it into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Time, in days.
    Duration,
    /// Time that must be whole days.
    WholeDays,
    /// Money over these things, in SEK.
    Money(&'static [&'static str]),
    /// Units of issue.
    Quantity,
    /// Whole units of issue.
    WholeQuantity,
    /// Units per day (a yearly figure is divided by 365).
    Flow,
    /// A part of a whole, as a fraction.
    Share,
    /// A share per year, as a fraction.
    YearlyShare,
    /// Times per year.
    Frequency,
    /// Times per day.
    DailyRate,
    /// Hours of work per line and day.
    Work,
    /// Litres per unit.
    Volume,
    /// Pallets.
    Pallets,
    /// Kilograms.
    Mass,
    /// Kilograms per unit.
    UnitMass,
    /// Square metres.
    Area,
    /// Square metres per pallet.
    PalletArea,
    /// Hours of work per day.
    WorkingTime,
    /// Minutes per line.
    LineTime,
}

const fn measure(unit: &'static str, dimension: Dimension, most: f64) -> Measure {
    Measure { unit, dimension, least: 0.0, most }
}

/// Durations up to a hundred years.
pub const DURATION: Measure = measure("days", Dimension::Duration, 36_500.0);
/// Whole days.
pub const WHOLE_DAYS: Measure = measure("days", Dimension::WholeDays, 36_500.0);
/// At least one whole day.
pub const AT_LEAST_A_DAY: Measure = Measure { least: 1.0, ..WHOLE_DAYS };
/// At least a day, whole or not.
pub const AT_LEAST_A_DAY_LONG: Measure = Measure { least: 1.0, ..DURATION };
/// Growth per year: from a loss of nine tenths to eleven times as much.
pub const GROWTH: Measure = Measure { least: -0.9, ..measure("%/year", Dimension::YearlyShare, 10.0) };
/// Units.
pub const QUANTITY: Measure = measure("units", Dimension::Quantity, 1e12);
/// At least one whole unit.
pub const PACK: Measure = Measure { least: 1.0, ..measure("units", Dimension::WholeQuantity, 1e9) };
/// Mean use.
pub const DEMAND: Measure = measure("units/year", Dimension::Flow, 1e12);
/// Spread of daily use.
pub const DEMAND_SD: Measure = measure("units/day", Dimension::Flow, 1e12);
/// A share from nothing to all.
pub const SHARE: Measure = measure("%", Dimension::Share, 1.0);
/// A yearly share.
pub const YEARLY_SHARE: Measure = measure("%/year", Dimension::YearlyShare, 10.0);
/// A frequency.
pub const FREQUENCY: Measure = measure("per year", Dimension::Frequency, 1e6);
/// Customers, above 0.
pub const CUSTOMERS: Measure = Measure { least: 1e-9, ..measure("per day", Dimension::DailyRate, 1e9) };
/// Volume of a unit, from a hundredth of a millilitre to a hundred cubic metres.
pub const VOLUME: Measure = Measure { least: 0.000_01, ..measure("l/unit", Dimension::Volume, 100_000.0) };
/// Hours of work per line and day.
pub const WORK: Measure = measure("hours/line/day", Dimension::Work, 24.0);

/// Pallets that a departure holds.
pub const PALLETS: Measure = measure("pallets", Dimension::Pallets, 1e6);
/// Kilograms that a departure carries.
pub const MASS: Measure = measure("kg", Dimension::Mass, 1e9);
/// Floor area.
pub const AREA: Measure = measure("m2", Dimension::Area, 1e9);
/// Floor that a pallet takes, stacked and with aisles.
pub const AREA_PER_PALLET: Measure = Measure { least: 0.01, ..measure("m2/pallet", Dimension::PalletArea, 1000.0) };
/// Price of a pallet that stands elsewhere for a day.
pub const PER_PALLET_DAY: Measure = measure("SEK/pallet/day", Dimension::Money(&["pallet", "day"]), LARGEST_SUM);
/// Hours that a staff works on a day: a thousand people at most.
pub const WORKING_TIME: Measure = measure("hours/day", Dimension::WorkingTime, 24_000.0);
/// Time that a line takes.
pub const LINE_TIME: Measure = measure("minutes/line", Dimension::LineTime, 14_400.0);
/// Weight of a unit.
pub const UNIT_MASS: Measure = measure("kg/unit", Dimension::UnitMass, 1e6);

const LARGEST_SUM: f64 = 1e13;
/// Price of a unit.
pub const PER_UNIT: Measure = measure("SEK/unit", Dimension::Money(&["unit"]), LARGEST_SUM);
/// Price of a unit and day.
pub const PER_UNIT_DAY: Measure = measure("SEK/unit/day", Dimension::Money(&["unit", "day"]), LARGEST_SUM);
/// Price of a pallet.
pub const PER_PALLET: Measure = measure("SEK/pallet", Dimension::Money(&["pallet"]), LARGEST_SUM);
/// Price of a pallet position for a year.
pub const PER_PALLET_YEAR: Measure = measure("SEK/pallet/year", Dimension::Money(&["pallet", "year"]), LARGEST_SUM);
/// Price of an order line.
pub const PER_LINE: Measure = measure("SEK/line", Dimension::Money(&["line"]), LARGEST_SUM);
/// Price of an order.
pub const PER_ORDER: Measure = measure("SEK/order", Dimension::Money(&["order"]), LARGEST_SUM);
/// Price of a departure.
pub const PER_DEPARTURE: Measure = measure("SEK/departure", Dimension::Money(&["departure"]), LARGEST_SUM);
/// Price of an hour.
pub const PER_HOUR: Measure = measure("SEK/hour", Dimension::Money(&["hour"]), LARGEST_SUM);
/// A sum per year.
pub const PER_YEAR: Measure = measure("SEK/year", Dimension::Money(&["year"]), LARGEST_SUM);

impl Measure {
    /// Reads an amount, in the dimension's own unit.
    pub fn read(&self, text: &str) -> Result<f64, Complaint> {
        let (number, unit) = split(text, self.unit)?;
        let scale = self.scale(unit).map_err(|reason| self.wrong_unit(&number, unit, &reason))?;
        let parsed: f64 = number.parse().map_err(|_| not_a_number(text, self.unit))?;
        let value = parsed * scale;
        self.check(value, text)
    }

    /// Reads a cell of an item file, where a bare number has the measure's unit.
    pub fn read_cell(&self, text: &str) -> Result<f64, Complaint> {
        let text = text.trim();
        match text.parse::<f64>() {
            Ok(_) if text.bytes().any(|byte| byte.is_ascii_digit()) => self.read(&format!("{text} {}", self.unit)),
            _ => self.read(text).map_err(|complaint| match complaint.fix.strip_prefix("write \"") {
                Some(_) if complaint.code == codes::NUMBER => {
                    Complaint { fix: format!("write only the number, in {}", self.unit), ..complaint }
                }
                _ => complaint,
            }),
        }
    }

    fn check(&self, value: f64, text: &str) -> Result<f64, Complaint> {
        if !value.is_finite() || value < self.least || value > self.most {
            let what = format!("is {}", super::render::printable(text.trim(), 40));
            return Err(Complaint { code: codes::RANGE, what, fix: format!("must be {}", self.range()) });
        }
        let whole = matches!(self.dimension, Dimension::WholeDays | Dimension::WholeQuantity);
        // Hours and minutes are fractions of a day that need not be exact in binary.
        let nearest = libm::round(value);
        let nothing = nearest == 0.0 && value != 0.0;
        if whole && ((value - nearest).abs() > 1e-9 || nothing) {
            let what = format!("is {}", super::render::printable(text.trim(), 40));
            return Err(Complaint { code: codes::RANGE, what, fix: format!("must be whole {}", self.unit) });
        }
        Ok(if whole { nearest } else { value })
    }

    /// The range allowed, in words.
    pub fn range(&self) -> String {
        let unit = self.unit;
        let percent = if matches!(self.dimension, Dimension::Share | Dimension::YearlyShare) { 100.0 } else { 1.0 };
        // Flows are bounded per day and told per the period of their own unit.
        let period = if self.dimension == Dimension::Flow { self.scale(unit).unwrap_or(1.0) } else { 1.0 };
        let (least, most) = (self.least * percent / period, self.most * percent / period);
        if most >= 1e9 {
            format!("{least} {unit} or more, at most {most:e}")
        } else {
            format!("between {least} and {most} {unit}")
        }
    }

    fn scale(&self, unit: &str) -> Result<f64, String> {
        let parts: Vec<_> = unit.split('/').map(str::trim).collect();
        match self.dimension {
            Dimension::Duration | Dimension::WholeDays => days_in(unit),
            Dimension::Money(over) => money(&parts, over),
            Dimension::Quantity | Dimension::WholeQuantity => expect(&parts, &["unit"], 1.0),
            Dimension::Flow => match parts.as_slice() {
                [what, per] if thing(what) == Some("unit") => match thing(per) {
                    Some("day") => Ok(1.0),
                    Some("week") => Ok(1.0 / 7.0),
                    Some("year") => Ok(1.0 / DAYS_PER_YEAR),
                    _ => Err(format!("`{per}` is no period")),
                },
                _ => Err("this is a flow: units over time".into()),
            },
            Dimension::Share if unit == "%" => Ok(0.01),
            Dimension::Share => Err("this is a share".into()),
            Dimension::YearlyShare => match parts.as_slice() {
                ["%", per] if thing(per) == Some("year") => Ok(0.01),
                _ => Err("this is a share per year".into()),
            },
            Dimension::Frequency => {
                let per = unit.strip_prefix("per ").or(unit.strip_prefix('/')).or(unit.strip_prefix("times/"));
                match per.map(str::trim).and_then(thing) {
                    Some("year") => Ok(1.0),
                    _ => Err("this is a frequency per year".into()),
                }
            }
            Dimension::DailyRate => {
                let per = unit.strip_prefix("per ").or(unit.strip_prefix('/')).map(str::trim);
                per.and_then(|per| days_in(per).ok()).map(|days| 1.0 / days).ok_or("this is a number per day".into())
            }
            Dimension::Work => expect(&parts, &["hour", "line", "day"], 1.0),
            Dimension::Volume => volume(&parts),
            Dimension::Pallets => expect(&parts, &["pallet"], 1.0),
            Dimension::Area => square_metres(unit),
            Dimension::PalletArea => match parts.as_slice() {
                [area, per] if thing(per) == Some("pallet") => square_metres(area),
                _ => Err("this is an area per pallet".into()),
            },
            Dimension::WorkingTime => time_over(&parts, "day", 24.0),
            Dimension::LineTime => time_over(&parts, "line", 1440.0),
            Dimension::Mass => kilograms(unit),
            Dimension::UnitMass => match parts.as_slice() {
                [mass, per] if thing(per) == Some("unit") => kilograms(mass),
                _ => Err("this is a weight per unit".into()),
            },
        }
    }

    fn wrong_unit(&self, number: &str, unit: &str, reason: &str) -> Complaint {
        let unit = super::render::printable(unit, 40);
        let what = format!("has the unit `{unit}`; {reason}");
        Complaint { code: codes::UNIT, what, fix: format!("write \"{number} {}\"", self.unit) }
    }
}

/// Reads a resolution, `1 unit` or `1/1000 unit`, as quanta per unit.
pub fn read_resolution(text: &str) -> Result<i64, Complaint> {
    let refuse = || {
        let what = format!("`{}` is no resolution", super::render::printable(text, 40));
        Complaint { code: codes::NUMBER, what, fix: "write \"1 unit\" or \"1/1000 unit\"".into() }
    };
    let (number, unit) = text.trim().split_once(' ').ok_or_else(refuse)?;
    let quanta = match number.split_once('/') {
        None if number == "1" => 1,
        Some(("1", parts)) => parts.parse::<i64>().map_err(|_| refuse())?,
        _ => return Err(refuse()),
    };
    let known = thing(unit) == Some("unit") && (1..=1_000_000).contains(&quanta);
    if known { Ok(quanta) } else { Err(refuse()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_days() {
        let cases =
            [("30 days", 30.0), ("2 veckor", 14.0), ("12 h", 0.5), ("1 år", 365.0), ("1e1 d", 10.0), ("7dagar", 7.0)];
        for (text, days) in cases {
            assert_eq!(DURATION.read(text), Ok(days), "{text}");
        }
        assert_eq!(WHOLE_DAYS.read("48 hours"), Ok(2.0));
    }

    #[test]
    fn money_has_its_denominators_in_any_number() {
        assert_eq!(PER_PALLET_YEAR.read("900 SEK/pallet/year"), Ok(900.0));
        assert_eq!(PER_PALLET_YEAR.read("0.9 tkr/år/pall"), Ok(900.0));
        assert_eq!(PER_YEAR.read("15.4 MSEK/year"), Ok(15_400_000.0));
        assert_eq!(PER_UNIT.read("12.5 öre/st"), Ok(0.125));
    }

    #[test]
    fn flows_shares_and_frequencies() {
        assert_eq!(DEMAND.read("18250 units/year"), Ok(50.0));
        assert_eq!(DEMAND.read_cell("18250"), Ok(50.0));
        assert_eq!(SHARE.read("50 %"), Ok(0.5));
        assert_eq!(YEARLY_SHARE.read("2.5 %/year"), Ok(0.025));
        assert_eq!(FREQUENCY.read("0.06 per year"), Ok(0.06));
        assert_eq!(CUSTOMERS.read("14 per week"), Ok(2.0));
        assert_eq!(WORK.read("0.5 hours/line/day"), Ok(0.5));
        assert_eq!(read_resolution("1/1000 unit"), Ok(1000));
    }

    #[test]
    fn corrections_are_shown() {
        let fix = |measure: Measure, text: &str| measure.read(text).expect_err(text).fix;
        assert_eq!(fix(DURATION, "30"), "write \"30 days\"");
        assert_eq!(fix(PER_YEAR, "15,4 MSEK/year"), "use a point here: 15.4");
        assert_eq!(fix(PER_PALLET_YEAR, "900 SEK/pallet"), "write \"900 SEK/pallet/year\"");
        assert_eq!(fix(DURATION, "-3 days"), "must be between 0 and 36500 days");
        assert_eq!(fix(DURATION, "1e999 days"), "must be between 0 and 36500 days");
        assert_eq!(fix(PER_UNIT, "15 000 SEK/unit"), "write the digits together");
        assert_eq!(fix(WHOLE_DAYS, "1.5 days"), "must be whole days");
        assert!(DURATION.read("1 month").expect_err("month").what.contains("no certain length"));
    }

    #[test]
    fn hostile_texts_are_complaints() {
        for text in [
            "",
            "nan",
            "nan days",
            "-inf days",
            "inf",
            "--3 days",
            "1.2.3 days",
            ".",
            "e5 days",
            "30 dayz",
            "3 days days",
        ] {
            assert!(DURATION.read(text).is_err(), "{text}");
            assert!(DURATION.read_cell(text).is_err(), "{text}");
        }
        for cell in ["NaN", "inf", "1e999", "-1", "0x10", "12,50 kr", "1 000"] {
            assert!(PER_UNIT.read_cell(cell).is_err(), "{cell}");
        }
        for text in ["1/0 unit", "2 unit", "1/-3 unit", "1/1e3 unit", "unit", "1 day"] {
            assert!(read_resolution(text).is_err(), "{text}");
        }
    }
}
