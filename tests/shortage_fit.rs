//! The law of down-times that the shipped Swedish shortage reports support.

use beredd::scenario::shortage_cases::shortage_cases;
use beredd::stats::censored_lognormal::fit;
use jiff::civil::date;

#[test]
fn swedish_drug_shortages_are_lognormal_with_these_parameters() {
    // Checked against an independent fit (same EM equations, double precision, another language): μ 4.335587,
    // σ 1.163547.
    let text = include_str!("../data/swedish_drug_shortages.csv");
    let cases = shortage_cases(text, date(2018, 1, 1), date(2020, 9, 16)).unwrap();
    let found = fit(&cases).unwrap();
    assert_eq!((found.spells, found.closed), (2479, 2065));
    assert!((found.mu - 4.335_587).abs() < 2e-6, "{found:?}");
    assert!((found.sigma - 1.163_547).abs() < 2e-6, "{found:?}");
}
