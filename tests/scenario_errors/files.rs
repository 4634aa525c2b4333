//! Files: several at once, circles, parts, files that are not there.

use crate::told::{BASE, assert_told, overlay, told};

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
