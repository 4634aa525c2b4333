//! Values: units, numbers, ranges.

use crate::told::{assert_told, overlay};

#[test]
fn a_missing_unit_is_shown() {
    let found = overlay("unit", "[policy.main]\nsafety-stock = \"90\"\n");
    let expected = r#"
error[S0301]: `safety-stock` in [policy.main] needs a unit
 --> over.toml:3:16
  |
3 | safety-stock = "90"
  |                ^^^^ write "90 days"
"#;
    assert_told(&found, expected);
}

#[test]
fn a_bare_number_is_shown_with_its_unit() {
    let found = overlay("bare", "[policy.main]\nsafety-stock = 90\n");
    let expected = r#"
error[S0301]: `safety-stock` in [policy.main] is a bare number and needs a unit
 --> over.toml:3:16
  |
3 | safety-stock = 90
  |                ^^ write "90 days"
"#;
    assert_told(&found, expected);
}

#[test]
fn a_decimal_comma_is_corrected() {
    let found = overlay("comma", "[site.main]\nhandling = \"15,4 SEK/pallet\"\n");
    let expected = r#"
error[S0302]: `handling` in [site.main] is `15,4 SEK/pallet`, with a decimal comma
 --> over.toml:3:12
  |
3 | handling = "15,4 SEK/pallet"
  |            ^^^^^^^^^^^^^^^^^ use a point here: 15.4
"#;
    assert_told(&found, expected);
}

#[test]
fn two_errors_of_one_file_are_told_at_once() {
    let found = overlay("two", "[policy.main]\nreview = \"-3 days\"\n[demand]\nnegative = \"alow\"\n");
    let expected = r#"
error[S0303]: `review` in [policy.main] is -3 days
 --> over.toml:3:10
  |
3 | review = "-3 days"
  |          ^^^^^^^^^ must be between 1 and 36500 days

error[S0304]: `negative` in [demand] is `alow`
 --> over.toml:5:12
  |
5 | negative = "alow"
  |            ^^^^^^ did you mean "allow"?
"#;
    assert_told(&found, expected);
}

#[test]
fn no_number_is_no_number() {
    let found = overlay("nan", "[policy.main]\nlead-time-quantile = nan\nsafety-stock = nan\n");
    let expected = r#"
error[S0303]: `lead-time-quantile` in [policy.main] is NaN
 --> over.toml:3:22
  |
3 | lead-time-quantile = nan
  |                      ^^^ must be between 0.5 and 0.999

error[S0301]: `safety-stock` in [policy.main] is a bare number and needs a unit
 --> over.toml:4:16
  |
4 | safety-stock = nan
  |                ^^^ write "30 days"
"#;
    assert_told(&found, expected);
}

#[test]
fn a_negative_amount_is_out_of_range() {
    let found = overlay("negative", "[policy.main]\nsafety-stock = \"-30 days\"\n");
    let expected = r#"
error[S0303]: `safety-stock` in [policy.main] is -30 days
 --> over.toml:3:16
  |
3 | safety-stock = "-30 days"
  |                ^^^^^^^^^^ must be between 0 and 36500 days
"#;
    assert_told(&found, expected);
}

#[test]
fn an_element_of_a_list_has_no_origin_of_its_own() {
    let found = overlay("element", "[endurance]\nthresholds = [{ value = 0.9, origin = \"seed\" }, 0.95]\n");
    let expected = r#"
error[S0201]: `thresholds` in [endurance] has an element that states an origin of its own
 --> over.toml:3:15
  |
3 | thresholds = [{ value = 0.9, origin = "seed" }, 0.95]
  |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ state the origin of the whole list: thresholds = { value = […], origin = … }
"#;
    assert_told(&found, expected);
}
