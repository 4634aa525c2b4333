//! Every case of the file of known answers, by its closed form.

use beredd::verify::cases::{Case, parse};
use beredd::verify::closed::answers;

/// The quantities that miss, in words.
pub fn misses(case: &Case) -> Vec<String> {
    let found = match answers(case) {
        Ok(found) => found,
        Err(fault) => return vec![fault.to_string()],
    };
    let miss = |(key, expected): (&String, &beredd::verify::cases::Quantity)| {
        let got = found.get(key);
        let good = got.is_some_and(|got| got.agrees(expected, case.tolerance));
        (!good).then(|| format!("{} {key}: expected {expected:?}, got {got:?}", case.name))
    };
    case.expected.iter().filter_map(miss).collect()
}

#[test]
fn every_case_comes_out_right() {
    let cases = parse(include_str!("../data/oracles.json")).expect("the file of known answers");
    assert_eq!(cases.len(), 80);
    let wrong: Vec<String> = cases.iter().flat_map(misses).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
