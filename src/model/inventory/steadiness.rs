//! Classes beside ABC: how steady the use is (XYZ), and how vital the article is (VED).

use super::abc::Class;
use crate::stats::estimate::standard_deviation;
use serde::{Deserialize, Serialize};

/// How steady use is from period to period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Steadiness {
    /// Steady.
    X,
    /// Varying.
    Y,
    /// Seldom or by leaps.
    Z,
}

impl Steadiness {
    /// All classes, in order.
    pub const ALL: [Steadiness; 3] = [Steadiness::X, Steadiness::Y, Steadiness::Z];

    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Steadiness::X => "X",
            Steadiness::Y => "Y",
            Steadiness::Z => "Z",
        }
    }
}

/// Where X and Y end: coefficients of variation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variation {
    x: f64,
    y: f64,
}

impl Default for Variation {
    /// 0.5 and 1.0.
    fn default() -> Variation {
        Variation { x: 0.5, y: 1.0 }
    }
}

impl Variation {
    /// Limits above 0, X below Y; `None` for all else.
    pub fn of(x: f64, y: f64) -> Option<Variation> {
        (x > 0.0 && x < y && y.is_finite()).then_some(Variation { x, y })
    }

    /// Where X and Y end.
    pub fn limits(self) -> [f64; 2] {
        [self.x, self.y]
    }

    /// The class of a coefficient; at most the limit belongs to the class.
    pub fn class(self, coefficient: f64) -> Steadiness {
        match coefficient {
            low if low <= self.x => Steadiness::X,
            middle if middle <= self.y => Steadiness::Y,
            _ => Steadiness::Z,
        }
    }
}

/// Coefficient of variation of the use of periods: sample standard deviation ÷ mean. `None` with fewer than two periods, or if no
/// more was used than returned.
///
/// ```
/// # use beredd_model::inventory::steadiness::variation;
/// // Mean 4, deviations −2, 0, 2: standard deviation 2.
/// assert_eq!(variation(&[2.0, 4.0, 6.0]), Some(0.5));
/// assert_eq!(variation(&[0.0, 0.0]), None);
/// ```
pub fn variation(periods: &[f64]) -> Option<f64> {
    let mean = periods.iter().sum::<f64>() / periods.len() as f64;
    standard_deviation(periods).filter(|_| mean > 0.0).map(|deviation| deviation / mean)
}

/// How much care needs an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Vital {
    /// Vital: care stops without it.
    V,
    /// Essential: care suffers.
    E,
    /// Desirable.
    D,
}

impl Vital {
    /// All classes, in order.
    pub const ALL: [Vital; 3] = [Vital::V, Vital::E, Vital::D];

    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Vital::V => "V",
            Vital::E => "E",
            Vital::D => "D",
        }
    }

    /// The class of a letter or word.
    ///
    /// ```
    /// # use beredd_model::inventory::steadiness::Vital;
    /// assert_eq!(Vital::read("livsviktig"), Some(Vital::V));
    /// assert_eq!(Vital::read("d"), Some(Vital::D));
    /// assert_eq!(Vital::read("viktig"), None);
    /// ```
    pub fn read(text: &str) -> Option<Vital> {
        match text.trim().to_lowercase().as_str() {
            "v" | "vital" | "livsviktig" => Some(Vital::V),
            "e" | "essential" | "nödvändig" | "essentiell" => Some(Vital::E),
            "d" | "desirable" | "önskvärd" => Some(Vital::D),
            _ => None,
        }
    }

    /// The group of money and care together: 1 if it is dear (A) or vital, 3 if it is cheap (C) and only desirable, else 2.
    pub fn group_with(self, class: Class) -> u8 {
        match (self, class) {
            (Vital::V, _) | (_, Class::A) => 1,
            (Vital::D, Class::C) => 3,
            _ => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_belong_to_the_steadier_class() {
        let limits = Variation::default();
        assert_eq!([0.0, 0.5, 0.501, 1.0, 1.01].map(|one| limits.class(one).letter()), ["X", "X", "Y", "Y", "Z"]);
        assert_eq!(Variation::of(1.0, 0.5), None);
    }

    #[test]
    fn nine_pairs_make_three_groups() {
        let groups = Vital::ALL.map(|vital| Class::ALL.map(|class| vital.group_with(class)));
        assert_eq!(groups, [[1, 1, 1], [1, 2, 2], [1, 2, 3]]);
    }
}
