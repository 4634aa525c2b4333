//! The chance that a right program fails any statistical test of the suite at a new choice of seeds.

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};
use std::path::Path;

/// Comparisons in the families here: eight laws of demand, six of lead times, three disruptions, three reactions, one of rationing,
/// one of transport, one of shelf life.
const FAMILIES: f64 = 23.0;

fn beyond(z: f64) -> f64 {
    2.0 * Normal::standard().cdf(-z)
}

/// Student's t with 399 degrees of freedom beyond ±z.
fn t_beyond(z: f64) -> f64 {
    2.0 * StudentsT::new(0.0, 1.0, 399.0).expect("a law").cdf(-z)
}

#[test]
fn the_chance_of_a_false_alarm_in_the_whole_suite() {
    // (test program, comparisons, chance of each), as each program states them.
    let suite = [
        ("tests/power/main.rs", FAMILIES, t_beyond(crate::verdict::LIMIT)),
        ("tests/theory/main.rs", 120.0, t_beyond(5.9)),
        ("tests/disruption_theory.rs", 4.0, t_beyond(5.9)),
        ("tests/random_laws.rs", 40.0, beyond(6.0)),
        ("tests/random_counts.rs", 40.0, beyond(6.0)),
        ("tests/random_streams.rs", 20.0, beyond(6.0)),
    ];
    let mut sum = 0.0;
    for (program, comparisons, chance) in suite {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(program).exists(), "{program}");
        println!("{program:<30} {comparisons:>4} comparisons at {chance:.1e}: {:.1e}", comparisons * chance);
        sum += comparisons * chance;
    }
    println!("whole suite: {sum:.1e}");
    assert!(sum < 2e-6, "{sum}");
}
