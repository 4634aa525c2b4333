//! The one number formatter: how figures are written for people. Data files never pass through here.

use super::wording::{Language, Word};
use crate::scenario::model::MoneyUnit;

/// What stands where there is no figure.
pub const ABSENT: &str = "–";
const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';
const SEK_PER_MSEK: f64 = 1e6;
/// Lifts a logarithm that floating point left just below a whole number.
const LOGARITHM_TOLERANCE: f64 = 1e-9;

/// Writes numbers in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers(pub Language);

impl Numbers {
    /// How many replications, in words: "1 simulering", "200 simuleringar".
    pub fn replications(self, count: u32) -> String {
        match count {
            1 => Word::OneReplication.text(self.0).to_string(),
            _ => Word::Replications.fill(self.0, &[("n", &self.count(count))]),
        }
    }

    /// A number with fixed decimals: `1 234,5` or `1,234.5`; the minus is U+2212.
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return ABSENT.to_string();
        }
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (group, point) = match self.0 {
            Language::Sv => (NO_BREAK_SPACE, ','),
            Language::En => (',', '.'),
        };
        let mut text = String::new();
        if value < 0.0 && plain.bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
            text.push(MINUS);
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// A number with at most so many decimals, none of them an idle 0 at the end.
    pub fn short(self, value: f64, most: usize) -> String {
        let rounded = format!("{value:.most$}");
        let decimals = rounded.split_once('.').map_or(0, |(_, fraction)| fraction.trim_end_matches('0').len());
        self.decimal(value, decimals)
    }

    /// A count.
    pub fn count(self, value: impl Into<u64>) -> String {
        self.decimal(value.into() as f64, 0)
    }

    /// A share in per cent with one decimal, without its sign; never rounded to a 0 or 100 that it is not.
    pub fn share(self, share: Option<f64>) -> String {
        let Some(share) = share else { return ABSENT.to_string() };
        match share * 100.0 {
            percent if percent > 0.0 && percent < 0.05 => format!("<{}", self.decimal(0.1, 1)),
            percent if (99.95..100.0).contains(&percent) => format!(">{}", self.decimal(99.9, 1)),
            percent => self.decimal(percent, 1),
        }
    }

    /// A probability in whole per cent, without its sign: `>99` and `<1` at the ends, never 0 or 100.
    pub fn probability(self, probability: Option<f64>) -> String {
        match probability {
            None => ABSENT.to_string(),
            Some(value) if value < 0.01 => "<1".to_string(),
            Some(value) if value > 0.99 => ">99".to_string(),
            Some(value) => self.decimal(value * 100.0, 0),
        }
    }

    /// A share in whole per cent, without its sign; rounded down where rounding would reach `required` from below, up where
    /// it would fall below it, and never to a 0 or 100 that it is not.
    pub fn share_against(self, share: Option<f64>, required: f64) -> String {
        let Some(share) = share else { return ABSENT.to_string() };
        let rounded = (share * 100.0).round() / 100.0;
        let crosses = (rounded >= required) != (share >= required);
        match share {
            _ if crosses && share < required => self.decimal((share * 100.0).floor(), 0),
            _ if crosses => self.decimal((share * 100.0).ceil(), 0),
            _ if rounded >= 1.0 && share < 1.0 => ">99".to_string(),
            _ if rounded <= 0.0 && share > 0.0 => "<1".to_string(),
            _ => self.decimal(share * 100.0, 0),
        }
    }

    /// Whole days; `≥ cap` where the cap is reached.
    pub fn days(self, days: Option<f64>, cap: u32) -> String {
        match days {
            None => ABSENT.to_string(),
            Some(days) if days >= f64::from(cap) => format!("≥{}", self.count(cap)),
            Some(days) => self.decimal(days, 0),
        }
    }

    /// How millions of kronor are called: as the region writes, or as the language council of Sweden does.
    pub fn money_unit(self, unit: MoneyUnit) -> &'static str {
        match (unit, self.0) {
            (MoneyUnit::Msek, _) => "MSEK",
            (MoneyUnit::Mnkr, Language::Sv) => "mnkr",
            (MoneyUnit::Mnkr, Language::En) => "SEK m",
        }
    }

    /// Kronor as millions with three significant digits, without the unit.
    pub fn msek(self, sek: Option<f64>) -> String {
        match sek {
            Some(sek) if sek.is_finite() => self.significant(sek / SEK_PER_MSEK),
            _ => ABSENT.to_string(),
        }
    }

    /// A text with its per cent sign: `94,7 %` or `94.7%`.
    pub fn percent(self, figure: &str) -> String {
        match self.0 {
            Language::Sv => format!("{figure}{NO_BREAK_SPACE}%"),
            Language::En => format!("{figure}%"),
        }
    }

    /// A share that was asked for, in per cent: as many digits as it was given with, to a tenth.
    pub fn asked(self, share: f64) -> String {
        self.percent(&self.short(share * 100.0, 1))
    }

    /// A value with its sign, for differences: `+0,4` or `−0,4`.
    pub fn signed(self, written: String) -> String {
        let is_plain = written.starts_with(|first: char| first.is_ascii_digit());
        if is_plain && written.bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
            format!("+{written}")
        } else {
            written
        }
    }

    /// An interval in brackets, `(38,9–43,6)`; with a word between the bounds where one is negative.
    pub fn interval(self, low: String, high: String) -> String {
        if low == ABSENT && high == ABSENT {
            return String::new();
        }
        let has_minus = low.starts_with(MINUS) || high.starts_with(MINUS);
        let between = if has_minus { format!(" {} ", Word::To.text(self.0)) } else { "–".to_string() };
        format!("({low}{between}{high})")
    }

    /// So many significant digits, none of them an idle 0 after the point.
    pub fn figures(self, value: f64, digits: i32) -> String {
        let (rounded, decimals) = to_digits(value, digits);
        self.short(rounded, decimals.max(0) as usize)
    }

    /// Three significant digits, at most six decimals.
    fn significant(self, value: f64) -> String {
        let (rounded, decimals) = to_digits(value, 3);
        self.decimal(rounded, decimals.clamp(0, 6) as usize)
    }
}

/// The value at so many significant digits, and the decimals that show them; 0 has none.
fn to_digits(value: f64, digits: i32) -> (f64, i32) {
    if value == 0.0 || !value.is_finite() {
        return (value, 0);
    }
    let magnitude = libm::log10(value.abs()).floor() as i32;
    let grain = 10f64.powi(magnitude + 1 - digits);
    let rounded = (value / grain).round() * grain;
    (rounded, digits - 1 - (libm::log10(rounded.abs()) + LOGARITHM_TOLERANCE).floor() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn significant_figures_without_idle_zeros() {
        let figures = |value| Numbers(Language::En).figures(value, 5);
        let written = [0.0, 304.0467, 14039.23, 0.017817948, 0.9999999, -2.5, 978.6].map(figures);
        assert_eq!(written, ["0", "304.05", "14,039", "0.017818", "1", "\u{2212}2.5", "978.6"]);
    }

    const SV: Numbers = Numbers(Language::Sv);
    const EN: Numbers = Numbers(Language::En);

    #[test]
    fn decimals_groups_and_minus() {
        assert_eq!(SV.decimal(1_234_567.94, 1), "1\u{a0}234\u{a0}567,9");
        assert_eq!(EN.decimal(1_234_567.94, 1), "1,234,567.9");
        assert_eq!(SV.decimal(-12.5, 1), "\u{2212}12,5");
        assert_eq!(SV.decimal(-0.04, 1), "0,0");
        assert_eq!(SV.decimal(999.0, 0), "999");
        assert_eq!(SV.decimal(f64::NAN, 1), "–");
        assert_eq!(EN.decimal(f64::INFINITY, 1), "–");
        assert_eq!([0.5, 30.0, 0.123_456, -0.000_01].map(|value| SV.short(value, 4)), ["0,5", "30", "0,1235", "0"]);
    }

    #[test]
    fn shares_and_probabilities() {
        for (share, written) in [(0.947, "94,7"), (1.0, "100,0"), (0.9999, ">99,9"), (0.0, "0,0"), (0.0001, "<0,1")] {
            assert_eq!(SV.share(Some(share)), written);
        }
        for (share, written) in [(0.0, "<1"), (0.009, "<1"), (0.01, "1"), (0.5, "50"), (0.991, ">99"), (1.0, ">99")] {
            assert_eq!(SV.probability(Some(share)), written);
        }
        assert_eq!(SV.share(None), "–");
        assert_eq!(SV.percent("94,7"), "94,7\u{a0}%");
        assert_eq!(EN.percent("94.7"), "94.7%");
    }

    #[test]
    fn rounding_never_crosses_the_requirement() {
        assert_eq!(SV.share_against(Some(0.947), 0.95), "94");
        assert_eq!(SV.share_against(Some(0.94999), 0.95), "94");
        assert_eq!(SV.share_against(Some(0.9543), 0.954), "96");
        assert_eq!(SV.share_against(Some(0.9539), 0.954), "95");
        assert_eq!(SV.share_against(Some(0.944), 0.95), "94");
        assert_eq!(SV.share_against(Some(0.95), 0.95), "95");
        assert_eq!(SV.share_against(Some(0.998), 0.95), ">99");
        assert_eq!(SV.share_against(Some(0.001), 0.95), "<1");
        assert_eq!(SV.share_against(Some(1.0), 0.95), "100");
    }

    #[test]
    fn costs_have_three_significant_digits() {
        let table = [
            (41_049_000.0, "41,0"),
            (15_400_000.0, "15,4"),
            (412_345.0, "0,412"),
            (9_996_000.0, "10,0"),
            (123_456_789.0, "123"),
            (1_234_567_890.0, "1\u{a0}230"),
            (-5_250_000.0, "\u{2212}5,25"),
            (0.0, "0"),
            (1000.0, "0,00100"),
        ];
        for (sek, written) in table {
            assert_eq!(SV.msek(Some(sek)), written);
        }
        assert_eq!(SV.msek(None), "–");
    }

    #[test]
    fn days_and_cap() {
        assert_eq!(SV.days(Some(29.6), 120), "30");
        assert_eq!(SV.days(Some(120.0), 120), "≥120");
        assert_eq!(SV.days(None, 120), "–");
    }

    #[test]
    fn intervals_and_signs() {
        assert_eq!(SV.interval("38,9".into(), "43,6".into()), "(38,9–43,6)");
        assert_eq!(SV.interval("\u{2212}1".into(), "2".into()), "(\u{2212}1 till 2)");
        assert_eq!(EN.interval("\u{2212}2".into(), "\u{2212}1".into()), "(\u{2212}2 to \u{2212}1)");
        assert_eq!(SV.interval("–".into(), "–".into()), "");
        assert_eq!(SV.signed("0,4".into()), "+0,4");
        assert_eq!(SV.signed("0,0".into()), "0,0");
        assert_eq!(SV.signed("\u{2212}0,4".into()), "\u{2212}0,4");
    }
}
