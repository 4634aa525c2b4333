//! How often and how unevenly an article is used: the four classes of Syntetos and Boylan.

use serde::Serialize;

/// Days between uses from which use counts as intermittent.
const MOST_INTERVAL: f64 = 1.32;
/// Squared variation of sizes from which sizes count as uneven.
const MOST_VARIATION: f64 = 0.49;

/// A class of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Often, and much the same.
    Smooth,
    /// Often, and uneven.
    Erratic,
    /// Seldom, and much the same.
    Intermittent,
    /// Seldom, and uneven.
    Lumpy,
}

impl Class {
    /// Every class.
    pub const ALL: [Class; 4] = [Class::Smooth, Class::Erratic, Class::Intermittent, Class::Lumpy];
}

/// How an article is used.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Shape {
    /// Days with stock for each day with use (ADI).
    pub interval: f64,
    /// Squared coefficient of variation of the use of days with use (CV²), divisor n − 1; 0 for a single day.
    pub variation: f64,
    /// Its class.
    pub class: Class,
}

/// How the use of these days is; none without use.
pub fn shape(units: &[f64]) -> Option<Shape> {
    let sizes: Vec<f64> = units.iter().copied().filter(|units| *units > 0.0).collect();
    let mean = sizes.iter().sum::<f64>() / sizes.len() as f64;
    let sd = match sizes.len() {
        0 => return None,
        1 => 0.0,
        _ => crate::stats::estimate::standard_deviation(&sizes)?,
    };
    let (interval, variation) = (units.len() as f64 / sizes.len() as f64, sd * sd / (mean * mean));
    let class = match (interval < MOST_INTERVAL, variation < MOST_VARIATION) {
        (true, true) => Class::Smooth,
        (true, false) => Class::Erratic,
        (false, true) => Class::Intermittent,
        (false, false) => Class::Lumpy,
    };
    Some(Shape { interval, variation, class })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_classes_by_hand() {
        // Sizes 4, 5, 6: mean 5, variance 1, CV² = 0.04. Sizes 1, 1, 10: mean 4, variance 27, CV² = 27/16.
        for (units, interval, variation, class) in [
            (&[4.0, 5.0, 6.0][..], 1.0, 0.04, Class::Smooth),
            (&[1.0, 1.0, 10.0], 1.0, 27.0 / 16.0, Class::Erratic),
            (&[0.0, 4.0, 0.0, 5.0, 0.0, 6.0], 2.0, 0.04, Class::Intermittent),
            (&[0.0, 1.0, 0.0, 1.0, 0.0, 10.0], 2.0, 27.0 / 16.0, Class::Lumpy),
        ] {
            let found = shape(units).unwrap();
            assert!(
                (found.interval - interval).abs() < 1e-12 && (found.variation - variation).abs() < 1e-12,
                "{found:?}"
            );
            assert_eq!(found.class, class);
        }
        assert_eq!(shape(&[0.0, 0.0]), None);
    }

    #[test]
    fn the_limits_belong_to_the_higher_class() {
        // 33 days, 25 with use: ADI = 1.32. Sizes 3, 10, 17: mean 10, variance 49, CV² = 0.49.
        let units: Vec<f64> = (0..33).map(|day| if day < 25 { 1.0 } else { 0.0 }).collect();
        assert_eq!(shape(&units).map(|shape| shape.class), Some(Class::Intermittent));
        assert_eq!(shape(&units[..32]).map(|shape| shape.class), Some(Class::Smooth));
        assert_eq!(shape(&[3.0, 10.0, 17.0]).map(|shape| shape.class), Some(Class::Erratic));
        assert_eq!(shape(&[3.1, 10.0, 16.9]).map(|shape| shape.class), Some(Class::Smooth));
    }
}
