//! Further cases of every kind, with values from other means than the program: quadrature, sums, trying everything, linear
//! algebra, value iteration, scipy and stockpyl. Each case names its own.

use crate::given::misses;
use beredd::verify::cases::{Case, parse};
use beredd::verify::closed::{KINDS, answers};

fn cases() -> Vec<Case> {
    parse(include_str!("../data/further_cases.json")).expect("the file of further cases")
}

#[test]
fn every_further_case_comes_out_right() {
    let wrong: Vec<String> = cases().iter().flat_map(misses).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_kind_has_two_further_cases() {
    for kind in KINDS {
        assert!(cases().iter().filter(|case| case.kind == *kind).count() >= 2, "{kind}");
    }
}

#[test]
fn answers_do_not_look_at_what_is_expected() {
    for case in cases() {
        let silent = Case { expected: Default::default(), ..case.clone() };
        assert_eq!(answers(&silent), answers(&case), "{}", case.name);
    }
}
