//! What people are told when their files are wrong: the whole message, by hand.

mod told;

use told::{BASE, assert_told, overlay, told};

#[test]
fn the_base_is_without_fault() {
    assert_told(&told("sound", &[("base.toml", BASE)], &[]), "");
}

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
fn errors_of_two_files_are_told_at_once() {
    let found = told(
        "files",
        &[
            ("over.toml", "extends = \"base.toml\"\n[policy.main]\npriority = 1.5\n"),
            ("base.toml", &BASE.replace("\"30 days\"\n\n[owner", "\"30 dayz\"\n\n[owner")),
        ],
        &[],
    );
    let expected = r#"
error[S0201]: `priority` in [policy.main] is a number and should be a whole number
 --> over.toml:3:12
  |
3 | priority = 1.5
  |            ^^^ write a whole number, without quotes and unit

error[S0301]: `lead-time` in [origin.asia] has the unit `dayz`; time is in minutes, hours, days, weeks or years
 --> base.toml:8:13
  |
8 | lead-time = "30 dayz"
  |             ^^^^^^^^^ write "30 days"
"#;
    assert_told(&found, expected);
}

#[test]
fn syntax_errors_of_two_files_are_told_at_once() {
    let found = told(
        "syntax",
        &[
            ("over.toml", "extends = \"base.toml\"\n[policy.main\nreview = \n"),
            ("base.toml", &BASE.replace("owner = \"region\"", "owner = region")),
        ],
        &[],
    );
    let expected = r#"
error[S0103]: this is not TOML: unclosed table, expected `]`
 --> over.toml:2:13
  |
2 | [policy.main
  |             ^

error[S0103]: this is not TOML: string values must be quoted, expected literal string
  --> base.toml:14:9
   |
14 | owner = region
   |         ^^^^^^
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
fn a_circle_of_files_is_told() {
    let found = told("circle", &[("a.toml", "extends = \"b.toml\"\n"), ("b.toml", "extends = \"a.toml\"\n")], &[]);
    let expected = r#"
error[S0104]: files extend each other in a circle: a.toml → b.toml → a.toml
 --> b.toml:1:11
  |
1 | extends = "a.toml"
  |           ^^^^^^^^ leads back here
"#;
    assert_told(&found, expected);
}

#[test]
fn parts_that_overlap_are_told() {
    let found = told(
        "parts",
        &[
            ("a.toml", "extends = [\"base.toml\", \"b.toml\"]\n"),
            ("base.toml", BASE),
            ("b.toml", "[policy.main]\nreview = \"2 days\"\n"),
        ],
        &[],
    );
    let expected = r#"
error[S0105]: `policy.main.review` is set in two parts of the same scenario
  --> b.toml:2:1
   |
 2 | review = "2 days"
   | ^^^^^^ set here
   |
help: parts must not overlap; it is also set here:
  --> base.toml:20:1
   |
20 | review = "7 days"
   | ------
"#;
    assert_told(&found, expected);
}

#[test]
fn a_missing_file_is_told_where_it_is_named() {
    let found = overlay("file", "[items]\nfile = \"no.csv\"\n");
    let expected = r#"
error[S0101]: `no.csv` cannot be read: there is no such file
 --> over.toml:3:8
  |
3 | file = "no.csv"
  |        ^^^^^^^^
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

error[S0204]: there is no [policy.mian] to change
  --> --set:2:8
   |
 2 | policy.mian.review=2 days
   |        ^^^^ not in the base
   |
help: did you mean `main`? What is new says `new = true`.
  --> base.toml:17:9
   |
17 | [policy.main]
   |         ----
"#;
    assert_told(&found, expected);
}
