//! What people are told when their files are wrong: the whole message, by hand.

use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::load;
use std::path::{Path, PathBuf};

/// A complete scenario without an item file.
const BASE: &str = r#"[scenario]
title = { sv = "Nu", en = "Now" }

[supplier.acme]
origin = "asia"

[origin.asia]
lead-time = "30 days"

[owner.region]
kind = "region"

[site.main]
owner = "region"
demand-share = "100 %"

[policy.main]
at = ["main"]
kind = "order-up-to"
review = "7 days"
safety-stock = "30 days"

[article.A1]
supplier = "acme"
demand = "5 units/day"
demand-sd = "2 units/day"
"#;

const HEADER: &str = "id,supplier,critical,price,demand,demand-sd";

/// Writes files into a folder of the test's own.
fn written(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("errors").join(test);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file for the test");
    }
    folder
}

/// What is said of the first file, with its folder left out of paths.
fn told(test: &str, files: &[(&str, &str)], settings: &[&str]) -> String {
    let folder = written(test, files);
    let settings: Vec<_> = settings.iter().map(|setting| (*setting).to_owned()).collect();
    let (diagnoses, sources) = match load(&folder.join(files[0].0), &settings) {
        Ok(loaded) => (loaded.findings, loaded.sources),
        Err(problems) => (problems.diagnoses, problems.sources),
    };
    let prefix = format!("{}/", folder.display());
    render(&diagnoses, &sources, Colour::Plain).replace(&prefix, "")
}

/// What is said of an overlay on the base.
fn overlay(test: &str, text: &str) -> String {
    told(test, &[("over.toml", &format!("extends = \"base.toml\"\n{text}")), ("base.toml", BASE)], &[])
}

/// What is said of an item file with these rows under the usual header.
fn items(test: &str, csv: &str) -> String {
    let base = BASE.split("[article.A1]").next().expect("the part before articles");
    told(test, &[("base.toml", &format!("{base}[items]\nfile = \"items.csv\"\n")), ("items.csv", csv)], &[])
}

#[track_caller]
fn assert_told(found: &str, expected: &str) {
    assert_eq!(found.trim(), expected.trim(), "\n--- found ---\n{found}\n--- expected ---\n{expected}");
}

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

#[test]
fn text_in_a_number_cell_names_row_column_and_header() {
    let found = items("cell", &format!("{HEADER}\nA1,acme,yes,\"12,50 kr\",365,1\nA2,acme,maybe,x,-3,NaN\n"));
    let expected = r#"
error[S0302]: items.csv, row 2, column D (price): `price` in [article.A1] is `12,50 kr`, with a decimal comma
 --> items.csv:2:13
  |
2 | A1,acme,yes,"12,50 kr",365,1
  |             ^^^^^^^^^^ use a point here: 12.50

error[S0201]: items.csv, row 3, column C (critical): `critical` in [article.A2] is neither true nor false
 --> items.csv:3:9
  |
3 | A2,acme,maybe,x,-3,NaN
  |         ^^^^^ write yes or no

error[S0302]: items.csv, row 3, column D (price): `price` in [article.A2] is `x`, which does not begin with a number
 --> items.csv:3:15
  |
3 | A2,acme,maybe,x,-3,NaN
  |               ^ write only the number, in SEK/unit

error[S0303]: items.csv, row 3, column E (demand): `demand` in [article.A2] is -3 units/year
 --> items.csv:3:17
  |
3 | A2,acme,maybe,x,-3,NaN
  |                 ^^ must be 0 units/day or more, at most 1e12

error[S0302]: items.csv, row 3, column F (demand-sd): `demand-sd` in [article.A2] is `NaN`, which does not begin with a number
 --> items.csv:3:20
  |
3 | A2,acme,maybe,x,-3,NaN
  |                    ^^^ write only the number, in units/day
"#;
    assert_told(&found, expected);
}

#[test]
fn a_duplicate_id_names_both_rows() {
    let found = items("duplicate", &format!("{HEADER}\nA1,acme,no,1,365,1\nA1,acme,no,1,365,1\n"));
    let expected = r#"
error[S0402]: items.csv, row 3, column A (id): the id `A1` stands twice
 --> items.csv:3:1
  |
3 | A1,acme,no,1,365,1
  | ^^ an id is for one row
  |
help: it also stands here:
 --> items.csv:2:1
  |
2 | A1,acme,no,1,365,1
  | --
"#;
    assert_told(&found, expected);
}

#[test]
fn a_missing_id_column_and_an_unknown_one_are_told() {
    let found = items("column", "artikel,supplier,pris,demand,demand-sd\nA1,acme,1,365,1\n");
    let expected = r#"
error[S0401]: items.csv, row 1, column A: unknown column `artikel`
 --> items.csv:1:1
  |
1 | artikel,supplier,pris,demand,demand-sd
  | ^^^^^^^
  |
help: name it in [items] columns, or in [items] ignore-columns

error[S0401]: items.csv, row 1: the column `id` is missing
 --> items.csv:1:1
  |
1 | artikel,supplier,pris,demand,demand-sd
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not among these headers
  |
help: name the column with the ids: [items] columns = { id = "Artikelnr" }

error[S0401]: items.csv, row 1, column C: unknown column `pris`
 --> items.csv:1:18
  |
1 | artikel,supplier,pris,demand,demand-sd
  |                  ^^^^
  |
help: did you mean `price`?
"#;
    assert_told(&found, expected);
}

#[test]
fn a_short_row_and_an_empty_row_are_told() {
    let found = items("short", &format!("{HEADER}\nA1,acme,no\n\nA3,acme,no,1,365,1\n"));
    let expected = r#"
error[S0401]: items.csv, row 2: this row has 3 cells and the header 6
 --> items.csv:2:1
  |
2 | A1,acme,no
  | ^^^^^^^^^^ a cell with a comma needs quotes

error[S0401]: items.csv, row 3: this row is empty
 --> items.csv:3:1
  |
3 |
  | ^ take it away
"#;
    assert_told(&found, expected);
}

#[test]
fn a_swedish_excel_export_is_recognised() {
    let found = items("excel", "id;supplier;price;demand;demand-sd\nA1;acme;12,50;365;1\n");
    let expected = r#"
error[S0403]: this looks like an export from a Swedish Excel: semicolons between the cells and decimal commas
 --> items.csv:1:1
  |
1 | id;supplier;price;demand;demand-sd
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
help: save it with commas between the cells and points in the numbers (15.4); nothing is guessed
"#;
    assert_told(&found, expected);
}

#[test]
fn an_empty_item_file_is_told() {
    let found = items("empty", "");
    let expected = r#"
error[S0401]: this item file is empty
--> items.csv:1:1
"#;
    assert_told(&found, expected);
}

#[test]
fn an_empty_scenario_is_told() {
    let found = told("void", &[("void.toml", "")], &[]);
    let expected = r#"
error[S0202]: the scenario `void` has no article
--> void.toml:1:1
 |
help: write [items] file, or [article.ID]

error[S0202]: the scenario `void` has no site
--> void.toml:1:1
 |
help: write [site.ID]
"#;
    assert_told(&found, expected);
}
