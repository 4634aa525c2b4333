//! Names: of keys, of ids, of what a value refers to.

use crate::told::{BASE, assert_told, overlay, told};

#[test]
fn a_typo_in_an_overlay_is_met_with_the_key_and_its_place() {
    let found = overlay("typo", "[policy.main]\nsaftey-stock = \"90 days\"\n");
    let expected = r#"
error[S0203]: unknown key `saftey-stock` in [policy.main]
  --> over.toml:3:1
   |
 3 | saftey-stock = "90 days"
   | ^^^^^^^^^^^^ not a key of a policy
   |
help: did you mean `safety-stock`? It is set in the base here:
  --> base.toml:21:1
   |
21 | safety-stock = "30 days"
   | ------------
"#;
    assert_told(&found, expected);
}

#[test]
fn a_wrong_id_in_an_overlay_is_no_second_site() {
    let found = overlay("id", "[site.mian]\nrole = \"x\"\n");
    let expected = r#"
error[S0204]: there is no [site.mian] to change
  --> over.toml:2:7
   |
 2 | [site.mian]
   |       ^^^^ not in the base
   |
help: did you mean `main`? What is new says `new = true`.
  --> base.toml:13:7
   |
13 | [site.main]
   |       ----
"#;
    assert_told(&found, expected);
}

#[test]
fn an_unknown_reference_is_met_with_the_nearest_name() {
    let found = overlay("reference", "[supplier.acme]\norigin = \"aisa\"\n");
    let expected = r#"
error[S0501]: there is no origin `aisa`
 --> over.toml:3:10
  |
3 | origin = "aisa"
  |          ^^^^^^ not an origin of this scenario
  |
help: did you mean `asia`?
 --> base.toml:7:9
  |
7 | [origin.asia]
  |         ----
"#;
    assert_told(&found, expected);
}

#[test]
fn a_reference_to_something_switched_off_says_so() {
    let found = overlay("off", "[origin.asia]\nenabled = false\n");
    let expected = r#"
error[S0502]: the origin `asia` is switched off
 --> base.toml:5:10
  |
5 | origin = "asia"
  |          ^^^^^^
  |
help: it is switched off here:
 --> over.toml:3:11
  |
3 | enabled = false
  |           -----
"#;
    assert_told(&found, expected);
}

#[test]
fn a_missing_key_is_told_at_its_table() {
    let found = overlay("missing", "[lane.x]\nnew = true\nfrom = \"main\"\nto = \"main\"\n");
    let expected = r#"
error[S0202]: `lead-time` is missing in [lane.x]
 --> over.toml:2:7
  |
2 | [lane.x]
  |       ^ needs it
"#;
    assert_told(&found, expected);
}

#[test]
fn a_word_in_a_selection_must_exist() {
    let found = overlay("word", "[policy.main]\narticles = { flow = \"drugs\", suppliers = \"acme\" }\n");
    let expected = r#"
error[S0501]: nothing has the flow `drugs`
 --> over.toml:3:21
  |
3 | articles = { flow = "drugs", suppliers = "acme" }
  |                     ^^^^^^^

error[S0203]: unknown key `suppliers` in [policy.main.articles]
 --> over.toml:3:30
  |
3 | articles = { flow = "drugs", suppliers = "acme" }
  |                              ^^^^^^^^^ not a key of a selection
  |
help: did you mean `supplier`?
"#;
    assert_told(&found, expected);
}

#[test]
fn a_mistyped_setting_is_an_unknown_key() {
    let found = told("set", &[("base.toml", BASE)], &["policy.main.reveiw=2 days", "policy.mian.review=2 days"]);
    let expected = r#"
error[S0203]: unknown key `reveiw` in [policy.main]
  --> --set:1:13
   |
 1 | policy.main.reveiw=2 days
   |             ^^^^^^ not a key of a policy
   |
help: did you mean `review`? It is set in the base here:
  --> base.toml:20:1
   |
20 | review = "7 days"
   | ------

error[S0204]: there is no [policy.mian] to set
  --> --set:2:8
   |
 2 | policy.mian.review=2 days
   |        ^^^^ no scenario has it
   |
help: did you mean `main`?
  --> base.toml:17:9
   |
17 | [policy.main]
   |         ----
"#;
    assert_told(&found, expected);
}
