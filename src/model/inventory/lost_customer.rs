//! What a shortage costs a shop: lost profit per customer who leaves times their number (Oliver; T14), in the thesis's three steps.

use super::unanswered::{Unanswered, not_negative, positive};

/// Weeks in a year, as the thesis counts.
pub const WEEKS_PER_YEAR: f64 = 52.0;

/// Gross profit on a customer who came for a prescription, SEK, and what those who leave still buy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basket {
    /// On prescribed articles.
    pub prescription: f64,
    /// On other articles.
    pub other: f64,
    /// On one prescribed article.
    pub line: f64,
    /// Prescribed articles that a customer buys who leaves for the missing one only.
    pub kept_lines: f64,
    /// Share of those who leave that still buy the other prescribed articles.
    pub keeps_prescription: f64,
    /// Share of those who leave that still buy other articles.
    pub keeps_other: f64,
}

/// Lost profit per customer who leaves, SEK.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lost {
    /// Step 1: everything that a customer buys.
    pub before: f64,
    /// Step 2: prescribed articles that are lost.
    pub prescription: f64,
    /// Step 2: other articles that are lost.
    pub other: f64,
}

impl Lost {
    /// m, the lost profit per customer who leaves.
    pub fn profit(self) -> f64 {
        self.prescription + self.other
    }
}

impl Basket {
    /// Steps 1 and 2: the whole basket, and what is lost of it (T35–T39): prescription − share × lines × profit of a line, and
    /// other × (1 − share). What is kept cannot be more than was there.
    pub fn lost(self) -> Lost {
        let kept = self.keeps_prescription * self.kept_lines * self.line;
        Lost {
            before: self.prescription + self.other,
            prescription: (self.prescription - kept).max(0.0),
            other: self.other * (1.0 - self.keeps_other),
        }
    }
}

/// Present value of all profit on a customer who never comes back (T16): Σ profit ÷ (1 + i)ᵗ over whole years and the part of one
/// that is left, paid at the end of each.
///
/// # Errors
/// If the profit, the years or the rate is out of range.
///
/// ```
/// # use beredd_model::inventory::lost_customer::present_value;
/// // 100 a year for two years at 10 %: 90.91 + 82.64.
/// assert!((present_value(100.0, 2.0, 0.1).unwrap() - 173.553_719_008_264_46).abs() < 1e-9);
/// assert_eq!(present_value(100.0, 2.5, 0.0).unwrap(), 250.0);
/// ```
pub fn present_value(profit_year: f64, years: f64, rate: f64) -> Result<f64, Unanswered> {
    not_negative("yearly-profit", profit_year)?;
    positive("years", years)?;
    not_negative("discount-rate", rate)?;
    let whole = libm::floor(years) as u32;
    let of_year = |year: u32| 1.0 / libm::pow(1.0 + rate, f64::from(year));
    let rest = (years - f64::from(whole)) / libm::pow(1.0 + rate, years);
    Ok(profit_year * ((1..=whole).map(of_year).sum::<f64>() + rest))
}

/// How a yearly rate becomes a weekly one (T45).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weekly {
    /// A fifty-second part.
    Simple,
    /// (1 + i)^(1/52) − 1.
    Compound,
}

impl Weekly {
    /// The weekly rate.
    ///
    /// ```
    /// # use beredd_model::inventory::lost_customer::Weekly;
    /// assert!((Weekly::Simple.rate(0.15) - 0.002_884_615).abs() < 1e-9);
    /// assert!((Weekly::Compound.rate(0.15) - 0.002_691_345).abs() < 1e-9);
    /// ```
    pub fn rate(self, yearly: f64) -> f64 {
        match self {
            Weekly::Simple => yearly / WEEKS_PER_YEAR,
            Weekly::Compound => libm::expm1(libm::log1p(yearly) / WEEKS_PER_YEAR),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thesis_in_three_steps() {
        // 104.6 + 10 = 114.6 ≈ 115; 104.6 − 0.28 · 2 · 60 = 71.0; 10 · 0.85 = 8.5; together 79.5.
        let basket = Basket {
            prescription: 104.6,
            other: 10.0,
            line: 60.0,
            kept_lines: 2.0,
            keeps_prescription: 0.28,
            keeps_other: 0.15,
        };
        let lost = basket.lost();
        assert!((lost.before - 114.6).abs() < 1e-9 && (lost.prescription - 71.0).abs() < 1e-9, "{lost:?}");
        assert!((lost.other - 8.5).abs() < 1e-9 && (lost.profit() - 79.5).abs() < 1e-9);
        let generous = Basket { keeps_prescription: 1.0, ..basket };
        assert_eq!(generous.lost().prescription, 0.0);
    }
}
