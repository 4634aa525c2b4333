//! How the desk's calculators write figures: about four digits, money of a thousand SEK and more in whole SEK.

use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::Language;

/// From here on decimals say nothing.
const LARGE: f64 = 1000.0;

/// Writes figures in one language.
#[derive(Clone, Copy)]
pub(super) struct Figures(pub Language);

impl Figures {
    /// A quantity or a sum of money.
    pub fn amount(self, value: f64) -> String {
        let numbers = Numbers(self.0);
        if value.abs() >= LARGE { numbers.decimal(value, 0) } else { numbers.figures(value, 4) }
    }

    /// The same, or a dash.
    pub fn amount_or_none(self, value: Option<f64>) -> String {
        value.map_or_else(|| ABSENT.to_owned(), |value| self.amount(value))
    }

    /// A difference with its sign.
    pub fn signed(self, value: f64) -> String {
        Numbers(self.0).signed(self.amount(value))
    }

    /// A share as per cent with its sign; with a second decimal near 100 %.
    pub fn percent(self, share: f64) -> String {
        Numbers(self.0).percent(&self.percent_bare(share))
    }

    /// A share as per cent without its sign, never rounded to a 0 or 100 that it is not.
    pub fn percent_bare(self, share: f64) -> String {
        let numbers = Numbers(self.0);
        let percent = share * 100.0;
        match percent {
            _ if percent > 99.995 && percent < 100.0 => format!(">{}", numbers.decimal(99.99, 2)),
            _ if percent > 99.0 && percent < 100.0 => numbers.short(percent, 2),
            _ if percent > 0.0 && percent < 0.05 => format!("<{}", numbers.decimal(0.1, 1)),
            _ => numbers.short(percent, 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_four_digits_and_shares_keep_their_ends() {
        let sv = Figures(Language::Sv);
        assert_eq!(
            [304.0467, 6490.566, 0.2885, 12.5].map(|value| sv.amount(value)),
            ["304", "6\u{a0}491", "0,2885", "12,5"]
        );
        let shares = [0.95, 0.9999, 0.99999, 1.0, 0.0001, 0.0, 0.2095].map(|share| sv.percent_bare(share));
        assert_eq!(shares, ["95", "99,99", ">99,99", "100", "<0,1", "0", "20,9"]);
    }
}
