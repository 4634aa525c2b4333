//! Lists of the stock desk in and out: all problems at once, nothing that steers a terminal, no sheet dropped in silence.

use crate::stage::Stage;
use beredd::report::book::{Book, Form, Head, Leaf};
use beredd::report::wording::Language;

const HEAD: &str = "Artikelnr;Benämning;Saldo;Förbrukning per dag\n";

fn stage(name: &str, rows: &str) -> Stage {
    let stage = Stage::new(name);
    stage.write("lager.csv", &(HEAD.to_owned() + rows));
    stage
}

#[test]
fn twins_and_unreadable_cells_stand_in_one_table() {
    let stage = stage("lists-together", "1;a;5;1\n2;b;fem;1\n1;c;7;1\n2;d;x;1\n");
    let said = stage.run(&["stock", "import", "lager.csv", "--as", "stock", "--lang", "en"]).ends_with(2).err;
    assert!(said.contains("4 problems"), "{said}");
    for words in ["the same as row 2", "the same as row 3", "fem", "x"] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn dates_that_cannot_be_read_and_dates_that_cannot_be_stand_in_one_table() {
    let stage = Stage::new("lists-dates");
    let head = "Ordernr;Artikelnr;Leverantör;Beställt antal;Orderdatum;Lovat datum;Leveransdatum\n";
    let rows = "1;a;N;10;2026-02-01;2026-02-08;igår\n2;a;N;10;2026-02-05;2026-02-08;2026-02-01\n";
    stage.write("lev.csv", &(head.to_owned() + rows));
    let args = ["stock", "leverantor", "lev.csv", "--today", "2026-03-01", "--lang", "en"];
    let said = stage.run(&args).ends_with(2).err;
    assert!(said.contains("2 problems") && said.contains("igår") && said.contains("before the order"), "{said}");
}

#[test]
fn every_missing_column_gets_advice_in_the_readers_words() {
    let stage = Stage::new("lists-missing");
    stage.write("lager.csv", "Vara;Mängd\n1;2\n");
    let said = stage.run(&["stock", "turnover", "lager.csv", "--lang", "sv"]).ends_with(2).err;
    for words in ["Artikelnr (article)", "--column article=RUBRIK", "--column on-hand=RUBRIK", "--column price=RUBRIK"]
    {
        assert!(said.replace('\n', " ").contains(words), "{words}\n{said}");
    }
}

#[test]
fn clean_files_have_the_form_of_the_language_and_steer_nothing() {
    let stage = stage("lists-clean", "0012;\"Röd\u{1b}[31m\u{202e} \u{7}vara\nB\";5,5;1\n");
    let args = ["stock", "import", "lager.csv", "--as", "stock", "--lang", "sv", "-q"];
    let out = stage.run(&[&args[..], &["--format", "csv"]].concat()).ends_with(0).out;
    assert!(out.starts_with("\u{feff}article;name;on-hand;daily-use\n0012;"), "{out}");
    assert!(out.contains("vara B;5,5;1\n") && !out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{out}");
    stage.run(&[&args[..], &["-o", "out"]].concat()).ends_with(0);
    assert_eq!(stage.read("out/stock.csv"), out);
}

#[test]
fn an_apostrophe_before_a_formula_is_taken_off_again() {
    let stage = stage("lists-formula", "0012;'=1+1;5;1\n0013;'skål';6;1\n");
    let args = ["stock", "import", "lager.csv", "--as", "stock", "--lang", "en", "-q"];
    let said = stage.run(&args).ends_with(0).out;
    assert!(said.contains(" =1+1") && !said.contains("'=1+1") && said.contains("'skål'"), "{said}");
    let said = stage.run(&[&args[..], &["--format", "csv"]].concat()).ends_with(0).out;
    assert!(said.contains("0012,'=1+1,5,1"), "{said}");
}

#[test]
fn a_sheet_that_is_as_good_is_told_of_even_to_the_quiet() {
    let stage = Stage::new("lists-sheets");
    let heads = ["Artikelnr", "Saldo"].map(|head| Head::new(head, Form::Text)).to_vec();
    let sheet =
        |name: &str| Leaf { name: name.to_owned(), heads: heads.clone(), rows: vec![vec!["1".into(), 5.0.into()]] };
    let sheets = ["Oktober", "November"].map(sheet);
    let book = Book { about: vec!["Om".to_owned()], sheets: sheets.iter().collect() };
    std::fs::write(stage.path("lager.xlsx"), book.xlsx(Language::Sv).unwrap()).unwrap();
    let args = ["stock", "import", "lager.xlsx", "--as", "stock", "--lang", "en", "-q"];
    let said = stage.run(&args).ends_with(0).err;
    assert!(said.contains("not read: November; choose with --sheet"), "{said}");
    let said = stage.run(&[&args[..], &["--sheet", "November"]].concat()).ends_with(0).err;
    assert!(!said.contains("not read"), "{said}");
}

#[test]
fn what_can_only_be_a_workbook_is_not_called_csv() {
    let stage = Stage::new("lists-template");
    let said = stage.run(&["stock", "template", "-o", "t.csv", "--lang", "en"]).ends_with(2).err;
    assert!(said.contains(".xlsx") && !stage.is_there("t.csv"), "{said}");
}

#[test]
fn suppliers_written_two_ways_and_promises_before_the_order_are_told() {
    let stage = Stage::new("lists-suppliers");
    let head = "Ordernr;Artikelnr;Leverantör;Beställt antal;Orderdatum;Lovat datum;Leveransdatum\n";
    let rows = "1;a;Nordmed;10;2026-02-01;2026-02-08;2026-02-07\n2;a;NORD MED;10;2026-02-05;2026-02-01;2026-02-07\n";
    stage.write("lev.csv", &(head.to_owned() + rows));
    let args = ["stock", "leverantor", "lev.csv", "--today", "2026-03-01", "--lang", "en", "-q"];
    let said = stage.run(&args).ends_with(0).out.replace('\n', " ");
    assert!(said.contains("NORD MED / Nordmed"), "{said}");
    assert!(said.contains("Promised before the order was placed (1), first row 3"), "{said}");
}

#[test]
fn a_history_without_use_fits_nothing_and_a_short_one_says_so() {
    let stage = Stage::new("lists-fit");
    stage.write("uttag.csv", "Datum;Artikelnr;Antal\n2026-01-01;1;-5\n2026-01-02;1;-5\n");
    let args = ["stock", "fit", "uttag.csv", "--today", "2026-03-01", "--lang", "en", "-q"];
    let said = stage.run(&[&args[..], &["-o", "out"]].concat()).ends_with(2).err;
    assert!(said.contains("there is nothing to fit") && !stage.is_there("out"), "{said}");
    stage.write("uttag.csv", "Datum;Artikelnr;Antal\n2026-01-01;1;5\n2026-01-09;1;4\n");
    let said = stage.run(&args).ends_with(0).out.replace('\n', " ");
    assert!(said.contains("Fewer than 28 days with stock behind 1 article"), "{said}");
}
