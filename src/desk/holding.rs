//! What it costs to keep a unit in stock for a year, however it is said: money, a share of the price, or its capital part.

use serde::Serialize;

/// The part of holding cost that is capital, by the thesis's source (Ballou; T44). It presupposes a capital rate near 15 %.
pub const CAPITAL_SHARE: f64 = 0.82;

/// How the holding cost is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    /// Money per unit and year.
    PerUnit(f64),
    /// Share of the price per year, all in.
    Rate(f64),
    /// Capital rate per year, and the share of holding cost that capital is.
    Capital {
        /// Per year.
        rate: f64,
        /// From 0 to 1.
        share: f64,
    },
}

/// The holding cost of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Holding {
    /// SEK per unit and year.
    pub per_unit: f64,
    /// Price of a unit, SEK.
    pub price: Option<f64>,
    /// Share of the price per year.
    pub rate: Option<f64>,
    /// SEK per unit and year that are capital, where that is said.
    pub capital: Option<f64>,
    /// SEK per unit and year that are storage, handling and the like, where capital is said.
    pub other: Option<f64>,
    /// Capital rate per year, where it is said.
    pub capital_rate: Option<f64>,
    /// Share of holding cost that capital is, where it is said.
    pub capital_share: Option<f64>,
}

impl Said {
    /// The holding cost of a unit of this price; `None` if a price is needed and lacking.
    pub fn of(self, price: Option<f64>) -> Option<Holding> {
        let plain = |per_unit, rate| Holding {
            per_unit,
            price,
            rate,
            capital: None,
            other: None,
            capital_rate: None,
            capital_share: None,
        };
        Some(match self {
            Said::PerUnit(per_unit) => plain(per_unit, price.map(|price| per_unit / price)),
            Said::Rate(rate) => plain(rate * price?, Some(rate)),
            Said::Capital { rate, share } => {
                let all_in = rate / share;
                let (per_unit, capital) = (all_in * price?, rate * price?);
                Holding {
                    capital: Some(capital),
                    other: Some(per_unit - capital),
                    capital_rate: Some(rate),
                    capital_share: Some(share),
                    ..plain(per_unit, Some(all_in))
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_per_cent_of_capital_are_eighteen_in_all() {
        // 15 % / 0.82 = 18.29 %; of a price of 100 SEK 15 are capital and 3.29 the rest.
        let found = Said::Capital { rate: 0.15, share: CAPITAL_SHARE }.of(Some(100.0)).unwrap();
        assert!((found.per_unit - 18.292_682_926_829).abs() < 1e-9);
        assert!((found.other.unwrap() - 3.292_682_926_829).abs() < 1e-9);
        assert_eq!(Said::Rate(0.2).of(None), None);
        assert_eq!(Said::PerUnit(5.0).of(Some(50.0)).unwrap().rate, Some(0.1));
    }
}
