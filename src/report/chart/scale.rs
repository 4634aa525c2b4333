//! Scales from zero to a round number, with few round ticks.

/// Ticks above zero, at most.
const MOST_TICKS: f64 = 6.0;

/// A step of 1, 2 or 5 times a power of ten, of which at most six reach `most`.
fn step(most: f64) -> f64 {
    let least = most / MOST_TICKS;
    let power = libm::pow(10.0, libm::floor(libm::log10(least)));
    let factors = [1.0, 2.0, 5.0, 10.0];
    factors.into_iter().map(|factor| factor * power).find(|step| *step >= least * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

/// Ticks around a range: from zero, or from the round number below it where all of it lies in the upper half.
pub(super) fn around(least: f64, most: f64) -> (Vec<f64>, usize) {
    if !least.is_finite() || !most.is_finite() || least * 2.0 <= most || least >= most {
        return ticks(most);
    }
    let step = step(most - least);
    let (first, last) = (libm::floor(least / step + 1e-9), libm::ceil(most / step - 1e-9));
    let count = (last - first).max(1.0) as u32;
    ((0..=count).map(|number| (first + f64::from(number)) * step).collect(), decimals(step))
}

/// Ticks from zero to the first at or above `most`, and the decimals that tell them apart.
pub(super) fn ticks(most: f64) -> (Vec<f64>, usize) {
    if !most.is_finite() || most <= 0.0 {
        return (vec![0.0, 1.0], 0);
    }
    let step = step(most);
    let count = libm::ceil(most / step - 1e-9).max(1.0) as u32;
    ((0..=count).map(|number| f64::from(number) * step).collect(), decimals(step))
}

/// Decimals that tell ticks of this step apart.
fn decimals(step: f64) -> usize {
    (-libm::floor(libm::log10(step) + 1e-9)).clamp(0.0, 9.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_the_largest_value() {
        assert_eq!(ticks(18.4), (vec![0.0, 5.0, 10.0, 15.0, 20.0], 0));
        assert_eq!(ticks(60.0), (vec![0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0], 0));
        assert_eq!(ticks(1.1).1, 1);
        assert_eq!(ticks(0.0), (vec![0.0, 1.0], 0));
        assert_eq!(around(14.8, 20.3), (vec![14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0, 21.0], 0));
        assert_eq!(around(9.9, 20.0), (vec![0.0, 5.0, 10.0, 15.0, 20.0], 0));
        assert_eq!(around(20.0, 20.0), (vec![0.0, 5.0, 10.0, 15.0, 20.0], 0));
        let (small, decimals) = ticks(0.0123);
        assert!(decimals == 3 && small.len() == 4 && (small[3] - 0.015).abs() < 1e-12, "{small:?}");
    }
}
