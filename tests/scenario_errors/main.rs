//! What people are told when their files are wrong: the whole message, by hand.

mod files;
mod names;
#[expect(dead_code, reason = "a part of it is used here")]
#[path = "../told/mod.rs"]
mod told;
mod values;
mod whole;

use told::{BASE, assert_told, told};

#[test]
fn the_base_is_without_fault() {
    assert_told(&told("sound", &[("base.toml", BASE)], &[]), "");
}
