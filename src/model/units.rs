//! Units of the model: quantities in whole quanta, money in whole öre.

use serde::{Deserialize, Serialize};

/// A quantity of one article in **quanta**. A quantum is 1/`resolution` of the article's unit, so sums are exact.
pub type Quanta = i64;

/// An amount of money in öre (1/100 SEK).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ore(pub i64);

impl Ore {
    /// The amount in SEK, for reports.
    pub fn sek(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl std::ops::Add for Ore {
    type Output = Ore;
    fn add(self, other: Ore) -> Ore {
        Ore(self.0 + other.0)
    }
}

impl std::ops::AddAssign for Ore {
    fn add_assign(&mut self, other: Ore) {
        self.0 += other.0;
    }
}

impl std::iter::Sum for Ore {
    fn sum<I: Iterator<Item = Ore>>(amounts: I) -> Ore {
        amounts.fold(Ore(0), |total, amount| total + amount)
    }
}

/// A price or a rate of money in thousandths of an öre, so that an article of 0.125 SEK keeps its price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MilliOre(pub i64);

impl MilliOre {
    /// The amount in SEK, for reports.
    pub fn sek(self) -> f64 {
        self.0 as f64 / 100_000.0
    }

    /// Rounds an amount in SEK to the nearest thousandth of an öre; `None` if it is not finite or out of range.
    pub fn from_sek(sek: f64) -> Option<MilliOre> {
        let scaled = libm::round(sek * 100_000.0);
        (scaled.is_finite() && scaled.abs() < 9.0e18).then_some(MilliOre(scaled as i64))
    }
}

/// A yearly rate in millionths (12 % = 120 000).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PerMillion(pub i64);

impl PerMillion {
    /// Rounds a share (0.12) to the nearest millionth; `None` if it is not finite or out of range.
    pub fn from_share(share: f64) -> Option<PerMillion> {
        let scaled = libm::round(share * 1e6);
        (scaled.is_finite() && scaled.abs() < 9.0e15).then_some(PerMillion(scaled as i64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_below_an_ore_survive() {
        assert_eq!(MilliOre::from_sek(0.125), Some(MilliOre(12_500)));
        assert_eq!(MilliOre::from_sek(f64::NAN), None);
        assert_eq!(PerMillion::from_share(0.025), Some(PerMillion(25_000)));
        assert_eq!([Ore(3), Ore(4)].into_iter().sum::<Ore>(), Ore(7));
    }
}
