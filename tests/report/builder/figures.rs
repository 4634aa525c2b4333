//! Invented figures with their intervals.

use super::REPLICATIONS;
use beredd::study::findings::Estimate;

/// A figure with a half width; the quantiles lie two, one and a half and zero half widths from the mean.
pub fn figure(mean: f64, half: f64, unit: &'static str) -> Estimate {
    Estimate {
        mean: Some(mean),
        low: Some(mean - half),
        high: Some(mean + half),
        quantiles: Some([-2.0, -1.5, 0.0, 1.5, 2.0].map(|steps| mean + steps * half)),
        n: REPLICATIONS,
        unit,
    }
}

/// A figure that was never counted.
pub fn absent(unit: &'static str) -> Estimate {
    Estimate { mean: None, low: None, high: None, quantiles: None, n: 0, unit }
}

/// A share with its Wilson interval.
pub fn share(share: f64) -> Estimate {
    let (n, z2) = (f64::from(REPLICATIONS), 3.8416);
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = (z2 * (share * (1.0 - share) / n + z2 / (4.0 * n * n))).sqrt() / (1.0 + z2 / n);
    let (low, high) = ((middle - half).max(0.0), (middle + half).min(1.0));
    Estimate { mean: Some(share), low: Some(low), high: Some(high), quantiles: None, n: REPLICATIONS, unit: "share" }
}

pub(super) trait WithinOne {
    /// Bounds and quantiles cut to 0–1.
    fn within_one(self) -> Self;
}

impl WithinOne for Estimate {
    fn within_one(mut self) -> Self {
        let cut = |value: f64| value.clamp(0.0, 1.0);
        self.low = self.low.map(cut);
        self.high = self.high.map(cut);
        self.quantiles = self.quantiles.map(|quantiles| quantiles.map(cut));
        self
    }
}
