//! What is said of wrong articles and flows.

use crate::told::{assert_told, overlay};

#[test]
fn a_temperature_is_one_of_three() {
    let expected = r#"
error[S0304]: `temperature` in [article.A1] is `cold`
 --> over.toml:3:15
  |
3 | temperature = "cold"
  |               ^^^^^^ did you mean "cool"?
"#;
    assert_told(&overlay("temperature", "[article.A1]\ntemperature = \"cold\"\n"), expected);
}

#[test]
fn a_volume_and_a_pallet_exclude_each_other() {
    let expected = r#"
error[S0206]: [article.A1] has both `pallet` and `volume`
 --> over.toml:4:1
  |
4 | volume = "2 l/unit"
  | ^^^^^^ leave one out
"#;
    assert_told(&overlay("both", "[article.A1]\npallet = \"10 units\"\nvolume = \"2 l/unit\"\n"), expected);
}

#[test]
fn a_volume_is_positive_and_per_unit() {
    let expected = r#"
error[S0303]: `volume` in [article.A1] is -2 l/unit
 --> over.toml:3:10
  |
3 | volume = "-2 l/unit"
  |          ^^^^^^^^^^^ must be between 0.00001 and 100000 l/unit
"#;
    assert_told(&overlay("negative", "[article.A1]\nvolume = \"-2 l/unit\"\n"), expected);
    let expected = r#"
error[S0301]: `volume` in [article.A1] has the unit `kg/unit`; this is a volume per unit: l, ml or m³
 --> over.toml:3:10
  |
3 | volume = "2 kg/unit"
  |          ^^^^^^^^^^^ write "2 l/unit"
"#;
    assert_told(&overlay("kilos", "[article.A1]\nvolume = \"2 kg/unit\"\n"), expected);
}

#[test]
fn a_flow_that_is_not_assessed_says_why() {
    let expected = r#"
error[S0202]: `reason` is missing in [flow.drugs]
 --> over.toml:2:7
  |
2 | [flow.drugs]
  |       ^^^^^ needs it
  |
help: a flow that is not assessed says why, and tables print it
"#;
    assert_told(&overlay("reason", "[flow.drugs]\nnew = true\nassessed = false\n"), expected);
    let expected = r#"
error[S0206]: `reason` in [flow.drugs] is given for a flow that is assessed
 --> over.toml:4:1
  |
4 | reason = "none"
  | ^^^^^^ write assessed = false too
"#;
    assert_told(&overlay("assessed", "[flow.drugs]\nnew = true\nreason = \"none\"\n"), expected);
}

#[test]
fn a_flow_that_nothing_has_and_one_that_everything_has_are_told() {
    let expected = r#"
finding[S0603]: the flow `drugs` is not assessed, and no article has it
 --> over.toml:2:7
  |
2 | [flow.drugs]
  |       ^^^^^
"#;
    let flow = "[flow.drugs]\nnew = true\nassessed = false\nreason = \"no data\"\n";
    assert_told(&overlay("nothing", flow), expected);
    let found = overlay("everything", &format!("{flow}[article.A1]\nflow = \"drugs\"\n"));
    assert!(
        found.contains("error[S0605]: no flow of the scenario `over` is assessed, so no article is left"),
        "{found}"
    );
}
