//! What people are told when their item file is wrong: the whole message, by hand.

#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use told::{BASE, HEADER, assert_told, items, told, written};

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
  |                 ^^ must be 0 units/year or more, at most 3.65e14

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
help: tell its key: KEY = "artikel" in [items] columns, or leave it out: [items] ignore-columns; keys are id, name-sv, name-en, flow, family, class, channel, supplier, critical, critical-decided-by, price, pack, pallet, case, volume, temperature, need-group, need-factor, shelf-life, shelf-life-left, weight, demand, demand-sd, weekly-cv

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
help: did you mean `price`? Then tell it: price = "pris" in [items] columns
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
fn a_list_with_tabs_is_refused_and_nothing_else_is_told() {
    let found = items("tabs", "id\tsupplier\tdemand\nA1\tacme\t365\n");
    let (first, rest) = found.split_once('\n').expect("a message and its place");
    assert_eq!(first, "error[S0403]: tabs stand between the cells of this list");
    assert!(rest.contains("help: save it as CSV, with commas or semicolons between the cells"), "{found}");
    assert_eq!(found.matches("error[").count(), 1, "{found}");
}

#[test]
fn a_list_of_a_swedish_excel_is_read() {
    let list =
        "id;supplier;critical;price;demand;demand-sd\nA1;acme;ja;12,50;1 825\u{a0}000,5;1\nA2;acme;nej;3;\"365\";0,5\n";
    assert_told(&items("excel", list), "");
    let expected = r#"
error[S0302]: items.csv, row 3, column C (price): `1.500` has a point, and this list has decimal commas
 --> items.csv:3:9
  |
3 | A2;acme;1.500;365;1
  |         ^^^^^ write 1,5 for one and a half and 1500 for a thousand and five hundred
"#;
    let list = "id;supplier;price;demand;demand-sd\nA1;acme;12,50;365;1\nA2;acme;1.500;365;1\n";
    assert_told(&items("mixed", list), expected);
    let found = items("short-swedish", "id;supplier;demand;demand-sd\nA1;acme;12;5;1\n");
    assert!(found.contains("a cell with a semicolon needs quotes"), "{found}");
}

#[test]
fn a_file_that_is_no_text_is_called_so() {
    let base = BASE.split("[article.A1]").next().expect("the part before articles");
    let base = format!("{base}[items]\nfile = \"items.csv\"\n");
    for (bytes, words) in [
        (&b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0"[..], "name a study or scenario"),
        (&b"PK\x03\x04\x14\0\x06\0\x08\0"[..], "save its sheet as \"CSV UTF-8\""),
    ] {
        let folder = written("binary", &[]);
        std::fs::write(folder.join("items.csv"), bytes).expect("a file for the test");
        let found = told("binary", &[("base.toml", &base)], &[]);
        assert!(found.contains("error[S0102]: this file is no text") && found.contains(words), "{found}");
        assert!(!found.contains("UTF-16") && found.matches("error[").count() == 1, "{found}");
    }
}

#[test]
fn a_class_that_nobody_describes_is_named_where_its_value_is_missing() {
    let found = items("class", "id,supplier,class,demand\nA1,acme,Z,365\n");
    let help = "help: or `weekly-cv`; the class `Z` cannot give it: there is no [item-class.*]";
    assert!(found.contains("`demand-sd` is missing in [article.A1]") && found.contains(help), "{found}");
}

#[test]
fn an_article_names_its_supplier_by_title_too() {
    let base = BASE.split("[article.A1]").next().expect("the part before articles");
    let base = format!(
        "{base}[supplier.molnlycke]\ntitle = {{ sv = \"Mölnlycke AB\", en = \"Molnlycke Ltd\" }}\norigin = \"asia\"\n[items]\nfile = \"items.csv\"\n"
    );
    let list = |supplier: &str| format!("id,supplier,demand,demand-sd\nA1,{supplier},365,1\n");
    let told_of = |supplier: &str| told("title", &[("base.toml", &base), ("items.csv", &list(supplier))], &[]);
    for supplier in ["molnlycke", "Mölnlycke AB", " mölnlycke  ab", "Molnlycke Ltd"] {
        assert_told(&told_of(supplier), "");
    }
    let found = told_of("Onemed Sverige AB");
    assert!(found.contains("there is no supplier `Onemed Sverige AB`"), "{found}");
    assert!(found.contains("write the id or the title of a [supplier.ID]"), "{found}");
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

#[test]
fn other_encodings_are_refused_with_their_name() {
    let base = BASE.split("[article.A1]").next().expect("the part before articles");
    let base = format!("{base}[items]\nfile = \"items.csv\"\n");
    for (bytes, name) in [
        (&b"id,name-sv\nA1,Handsk\xe5r\n"[..], "it looks like Windows-1252 or another 8-bit code"),
        (&b"\xff\xfei\0d\0\n\0"[..], "it looks like UTF-16"),
        (&b"i\0d\0,\0"[..], "it looks like UTF-16"),
    ] {
        let folder = written("encoding", &[]);
        std::fs::write(folder.join("items.csv"), bytes).expect("a file for the test");
        let found = told("encoding", &[("base.toml", &base)], &[]);
        assert!(found.contains("error[S0102]: this file is not UTF-8 text") && found.contains(name), "{found}");
        assert_eq!(found.matches("error[").count(), 1, "{found}");
    }
}

#[test]
fn a_mark_and_breaks_of_windows_are_fine() {
    let text = format!("\u{feff}{HEADER}\r\nA1,acme,no,1.5,365,1\r\n");
    assert_told(&items("windows", &text), "");
}

#[test]
fn a_column_that_is_left_out_must_not_be_needed() {
    let base = told::BASE.split("[article.A1]").next().expect("the part before articles");
    let items = "[items]\nfile = \"items.csv\"\ncolumns = { price = \"pris\" }\nignore-columns = [\"id\", \"note\", \"pris\"]\n";
    let csv = "id,supplier,pris,demand,demand-sd\nA1,acme,1,365,1\n";
    let found = told::told("left-out", &[("base.toml", &format!("{base}{items}")), ("items.csv", csv)], &[]);
    let expected = r#"
error[S0401]: the column `id` has the ids
  --> base.toml:26:19
   |
26 | ignore-columns = ["id", "note", "pris"]
   |                   ^^^^
   |
help: every article needs its id

error[S0401]: the column `pris` is named and left out
  --> base.toml:26:33
   |
26 | ignore-columns = ["id", "note", "pris"]
   |                                 ^^^^^^
   |
help: take it out of one of `columns` and `ignore-columns`
"#;
    assert_told(&found, expected);
}
