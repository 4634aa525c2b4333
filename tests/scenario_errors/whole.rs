//! What only the whole scenario shows: shares, rules about nothing, keys that do not go together.

use crate::told::{assert_told, overlay};

#[test]
fn shares_must_make_a_whole() {
    let found = overlay("shares", "[site.main]\ndemand-share = \"90 %\"\n");
    let expected = r#"
error[S0601]: the demand shares of the sites sum to 90 %, not 100 %
 --> over.toml:3:16
  |
3 | demand-share = "90 %"
  |                ^^^^^^
  |
help: main 90 %
"#;
    assert_told(&found, expected);
}

#[test]
fn the_parts_of_a_joint_cost_must_make_a_whole() {
    let found = overlay("joint", "[owner.pool]\nnew = true\nkind = \"partner\"\nshares = { region = \"90 %\" }\n");
    let expected = r#"
error[S0601]: `shares` in [owner.pool] sums to 90 %, not 100 %
 --> over.toml:5:10
  |
5 | shares = { region = "90 %" }
  |          ^^^^^^^^^^^^^^^^^^^ say who bears the rest
"#;
    assert_told(&found, expected);
}

#[test]
fn a_joint_owner_is_no_party_and_no_supplier() {
    let found =
        overlay("joint-party", "[owner.pool]\nnew = true\nkind = \"supplier\"\nshares = { pool = \"100 %\" }\n");
    let expected = r#"
error[S0602]: `shares` in [owner.pool] is given for a supplier
 --> over.toml:5:10
  |
5 | shares = { pool = "100 %" }
  |          ^^^^^^^^^^^^^^^^^^ leave it out

error[S0602]: `shares` in [owner.pool] names `pool`, whose cost is itself shared
 --> over.toml:5:12
  |
5 | shares = { pool = "100 %" }
  |            ^^^^ name those who pay
"#;
    assert_told(&found, expected);
}

#[test]
fn a_demand_point_is_the_regions_or_another_ones() {
    let found = overlay("added", "[site.main]\nadded-demand = \"20 %\"\n");
    let expected = r#"
error[S0206]: `added-demand` in [site.main] stands beside `demand-share`
 --> over.toml:3:1
  |
3 | added-demand = "20 %"
  | ^^^^^^^^^^^^ a demand point is the region's or another's
"#;
    assert_told(&found, expected);
}

#[test]
fn a_rule_about_nothing_is_a_finding() {
    let found = overlay("nothing", "[policy.main]\narticles = { critical = true }\n");
    let expected = r#"
finding[S0603]: `articles` in [policy.main] selects no article
 --> over.toml:3:12
  |
3 | articles = { critical = true }
  |            ^^^^^^^^^^^^^^^^^^^ no article meets all of these conditions
"#;
    assert_told(&found, expected);
}

#[test]
fn an_empty_list_in_a_selection_is_refused() {
    let found =
        overlay("empty-list", "[policy.main]\narticles = { class = [], supplier = [\"acme\"], article = [] }\n");
    let expected = r#"
error[S0603]: `class` in [policy.main.articles] is an empty list
 --> over.toml:3:22
  |
3 | articles = { class = [], supplier = ["acme"], article = [] }
  |                      ^^ name at least one, or leave the key out: then it is no condition

error[S0603]: `article` in [policy.main.articles] is an empty list
 --> over.toml:3:57
  |
3 | articles = { class = [], supplier = ["acme"], article = [] }
  |                                                         ^^ name at least one, or leave the key out: then it is no condition
"#;
    assert_told(&found, expected);
}
