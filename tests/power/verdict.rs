//! A z-test with its power.

use statrs::distribution::{ContinuousCDF, Normal};

/// Largest score of a right program.
pub const LIMIT: f64 = 5.91;
/// What a planted bias must be detected with.
const POWER: f64 = 0.9;
/// The planted bias.
pub const BIAS: f64 = 1.01;

/// Mean and standard error of replications.
fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (mean, (variance / n).sqrt())
}

/// Holds sound replications to theory, and biased ones too: those must fail. `expected` is the theory of both.
pub fn judge(what: &str, expected: [f64; 2], sound: &[f64], biased: &[f64]) {
    assert!(sound.len() >= 200, "replications are the unit");
    let ((mean, error), (off, _)) = (mean_and_error(sound), mean_and_error(biased));
    let (z, planted) = ((mean - expected[0]) / error, (off - expected[0]) / error);
    let shift = (expected[1] - expected[0]).abs() / error;
    let power = Normal::standard().cdf(shift - LIMIT);
    println!(
        "{what:<34} theory {:>10.5} got {mean:>10.5} z {z:>6.2}; 1 % makes {shift:>5.1} errors, power {power:.4}, z {planted:>7.2}",
        expected[0]
    );
    assert!(z.abs() < LIMIT, "{what}: theory {}, got {mean}, z {z:.2}", expected[0]);
    assert!(power >= POWER, "{what}: power {power:.3}; more replications are needed");
    assert!(planted.abs() > LIMIT, "{what}: a bias of 1 % goes unseen, z {planted:.2}");
}
