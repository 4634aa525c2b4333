//! Where a monotone function crosses zero.

/// The place in [`low`, `high`] where a function that does not fall becomes ≥ 0, to the last digit of a float, by
/// halving. `high` if it stays below 0, `low` if it starts at or above it.
pub fn crossing(low: f64, high: f64, mut function: impl FnMut(f64) -> f64) -> f64 {
    let (mut below, mut above) = (low, high);
    if function(low) >= 0.0 {
        return low;
    }
    loop {
        let middle = below + (above - below) / 2.0;
        if middle <= below || middle >= above {
            return above;
        }
        if function(middle) >= 0.0 { above = middle } else { below = middle }
    }
}

/// A place above `low` where a function that does not fall is ≥ 0: `low` + `step`, 2 `step`, 4 `step` … `None` if
/// there is none among the floats.
pub fn bracket(low: f64, step: f64, mut function: impl FnMut(f64) -> f64) -> Option<f64> {
    let mut step = step;
    while (low + step).is_finite() {
        if function(low + step) >= 0.0 {
            return Some(low + step);
        }
        step *= 2.0;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_root_of_two() {
        assert_eq!(crossing(0.0, 2.0, |x| x * x - 2.0), std::f64::consts::SQRT_2);
        assert_eq!(crossing(-8.0, -1.0, |x| x * x * x + 8.0), -2.0);
        assert_eq!(crossing(-1.0, 3.0, |x| x + 1.0), -1.0);
        assert_eq!(crossing(0.0, 1.0, |_| -1.0), 1.0);
    }

    #[test]
    fn a_bracket_is_found_however_far() {
        assert_eq!(bracket(0.0, 1.0, |x| x - 5.0), Some(8.0));
        assert_eq!(bracket(0.0, 1.0, |_| -1.0), None);
    }
}
