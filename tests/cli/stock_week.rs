//! What to order, what runs out, and who delivers: the tools of the stock desk at a terminal.

use crate::stage::Stage;

const STOCK: &str = "Artikelnr;Benämning;Lagerställe;Hämtas från;Leverantör;Pris;Saldo;På väg;Förbrukning per dag;\
                     Ledtid;Beställningspunkt;Orderkvantitet;Kartong;Regel;Kritisk\n\
                     0012;Sårtvätt åäö;CL;;Nordmed;10,5;12;0;4;5;20;100;20;;ja\n\
                     0013;=1+1;CL;;Nordmed;2;500;0;4;5;20;100;20;;ja\n\
                     0012;Sårtvätt åäö;IVA;CL;;10,5;3;0;1;1;5;;;nivå;ja\n";

fn with(list: &str) -> impl Fn(&str) -> Stage {
    let list = list.to_owned();
    move |name| {
        let stage = Stage::new(name);
        stage.write("lager.csv", &list);
        stage
    }
}

#[test]
fn a_proposal_says_why_and_orders_and_requests_are_its_parts() {
    let stage = with(STOCK)("week-proposal");
    let base = ["stock", "reorder", "lager.csv", "--today", "2026-11-23", "--lang", "sv", "-q", "--round", "case"];
    let said = stage.run(&[&base[..], &["-o", "out"]].concat()).ends_with(0);
    for words in [
        "Nordmed → CL: 1 rad, 1\u{a0}050 SEK",
        "0012 Sårtvätt åäö: 100 st = 5 kartonger om 20",
        "saldo 12 under beställningspunkten 20; 1 orderkvantitet 100 avrundat till 5 kartonger",
        "saldo 3 under beställningspunkten 5; 2 återställer den",
    ] {
        assert!(said.out.contains(words), "{words}\n{}", said.out);
    }
    let csv = stage.read("out/reorder.csv");
    assert!(csv.starts_with("\u{feff}Handling;Till;Lagerställe;Artikelnr;"), "{csv}");
    assert!(csv.contains("\norder;Nordmed;CL;0012;Sårtvätt åäö;100;5;kartonger;10,5;1050;"), "{csv}");
    assert!(csv.contains("\nrekvisition;CL;IVA;0012;Sårtvätt åäö;2;"), "{csv}");
    for (document, lines) in [("order", "Nordmed → CL"), ("request", "CL → IVA")] {
        let said = stage.run(&[&base[..], &["--document", document]].concat()).ends_with(0);
        assert!(said.out.contains(lines) && said.out.matches(" → ").count() == 1, "{}", said.out);
    }
    let json = stage.run(&[&base[..], &["--format", "json"]].concat()).ends_with(0).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["lines"][0]["weighed"]["quantity"], 100.0);
    assert_eq!((json["lines"].as_array().map(Vec::len), json["enough"].as_array().map(Vec::len)), (Some(2), Some(1)));
}

#[test]
fn the_workbook_is_read_back_with_its_zeros_and_letters() {
    let stage = with(STOCK)("week-workbook");
    let args = ["stock", "reorder", "lager.csv", "--today", "2026-11-23", "--lang", "sv", "-q", "-o", "out"];
    stage.run(&args).ends_with(0);
    let back = ["stock", "import", "out/reorder.xlsx", "--as", "stock", "--sheet", "Rader", "--column"];
    let said = stage.run(&[&back[..], &["on-hand=Antal", "--format", "csv", "-q"]].concat()).ends_with(0);
    assert!(said.out.contains("0012,Sårtvätt åäö,CL"), "{}", said.out);
}

#[test]
fn what_lacks_data_is_listed_and_what_is_wrong_is_refused() {
    let stage = with(&STOCK.replace("0013;=1+1;CL;;Nordmed;2;500;0;4;5;20", "0013;=1+1;CL;;Nordmed;2;500;0;4;5;"))(
        "week-lacks",
    );
    let said = stage.run(&["stock", "reorder", "lager.csv", "--rule", "quantity", "-q", "--lang", "en"]).ends_with(0);
    assert!(
        said.out.contains("0013 =1+1 CL: quantity: Reorder point (reorder-point) is missing or out of range"),
        "{}",
        said.out
    );
    let twice = STOCK.to_owned() + "0012;Sårtvätt;CL;;Nordmed;10,5;12;0;4;5;20;100;20;;ja\n";
    let wrong = twice.replace(";nivå;", ";ibland;");
    let stage = with(&wrong)("week-wrong");
    let said = stage.run(&["stock", "reorder", "lager.csv", "--lang", "sv", "-o", "out"]).ends_with(2);
    assert!(said.err.contains("samma som rad 2") && said.err.contains("ingen regel heter ibland"), "{}", said.err);
    assert!(!stage.is_there("out"));
    let said = stage.run(&["stock", "reorder", "lager.csv", "--compare", "--simulate", "lager.csv"]).ends_with(2);
    assert!(said.err.contains("cannot be used with"), "{}", said.err);
}

#[test]
fn rules_side_by_side_and_tried_on_issues() {
    let stage = with(STOCK)("week-rules");
    let said = stage.run(&["stock", "reorder", "lager.csv", "--compare", "-q", "--lang", "en"]).ends_with(0);
    assert!(
        said.out
            .contains("0013 =1+1 CL: need: Coverage (coverage), Minimum stock (minimum) is missing or out of range"),
        "{}",
        said.out
    );
    stage.write("uttag.csv", "Datum;Artikelnr;Antal\n2026-01-01;0012;4\n2026-01-02;0012;9\n2026-01-03;0099;1\n");
    let args = ["stock", "reorder", "lager.csv", "--site", "CL", "--simulate", "uttag.csv", "--format", "json", "-q"];
    let json: serde_json::Value = serde_json::from_str(&stage.run(&args).ends_with(0).out).expect("JSON");
    // 12 in stock: 4 and 8 of 9 are served; 13 were asked for.
    assert_eq!(json["tried"][0]["rules"]["quantity"]["served"], 12.0);
    assert_eq!(json["without_issues"], serde_json::json!(["0013 CL"]));
}

#[test]
fn a_shortage_is_told_in_words() {
    let list = STOCK.replace(";12;0;4;5;", ";12;0;4;2;");
    let stage = with(&list)("week-shortage");
    stage.write("order.csv", "Ordernr;Artikelnr;Lagerställe;Antal;Lovat datum\nB1;0012;CL;100;2026-12-14\n");
    stage.write("kontakt.csv", "Leverantör;Kontakt;Telefon\nNordmed;Åsa;0771-1\n");
    let base = ["stock", "brist", "lager.csv", "--today", "2026-11-23", "--lang", "sv", "-q"];
    let lists = ["--orders", "order.csv", "--contacts", "kontakt.csv", "-o", "out"];
    let said = stage.run(&[&base[..], &lists].concat()).ends_with(0);
    for words in [
        "slut om 3 dagar, åter 2026-12-14 (order B1): 18 dagar utan; ingen ersättare i lager",
        "Ring Nordmed, Åsa, 0771-1",
        "slut om 3 dagar, hämta från CL, här 2026-11-24: inget glapp",
    ] {
        assert!(said.out.contains(words), "{words}\n{}", said.out);
    }
    assert!(stage.is_there("out/brist.xlsx") && stage.read("out/brist.csv").contains(";0012;"));
    stage.write("lager.csv", &list.replace(";ja\n", ";nej\n"));
    let said = stage.run(&base).ends_with(2);
    assert!(said.err.contains("ingen rad är kritisk") && said.err.contains("--all"), "{}", said.err);
    stage.run(&[&base[..], &["--all"]].concat()).ends_with(0);
}

#[test]
fn suppliers_are_scored_and_impossible_deliveries_refused() {
    let head = "Ordernr;Artikelnr;Leverantör;Beställt antal;Levererat antal;Orderdatum;Lovat datum;Leveransdatum\n";
    let stage = with(STOCK)("week-suppliers");
    let rows = "1;0012;Nordmed;10;10;2026-02-01;2026-02-08;2026-02-07\n2;0099;Glovia;10;;2026-02-01;2026-02-08;\n";
    stage.write("lev.csv", &(head.to_owned() + rows));
    let base = ["stock", "leverantor", "lev.csv", "--today", "2026-03-01", "--lang", "sv", "-q"];
    let said = stage.run(&[&base[..], &["-o", "out"]].concat()).ends_with(0);
    assert!(said.out.contains("100,0 (20,7–100,0)"), "Wilson's interval of 1 of 1\n{}", said.out);
    for name in [
        "leverantor.json",
        "leverantor.csv",
        "leverantor.xlsx",
        "charts/suppliers.sv.svg",
        "charts/suppliers.en.alt.txt",
    ] {
        assert!(stage.is_there(&format!("out/{name}")), "{name}: {:?}", stage.files().keys().collect::<Vec<_>>());
    }
    let said = stage.run(&[&base[..], &["--critical", "lager.csv"]].concat()).ends_with(0);
    assert!(said.out.contains("1 av 2 orderrader") && !said.out.contains("Glovia"), "{}", said.out);
    stage.write("lev.csv", &(head.to_owned() + rows + rows));
    let said = stage.run(&base).ends_with(2);
    assert!(said.err.contains("2 fel") && said.err.contains("samma som rad 2"), "{}", said.err);
}

#[test]
fn what_no_rule_is_for_is_told_and_not_proposed() {
    let list = "Artikelnr;Lagerställe;Leverantör;Saldo;Beställningspunkt;Orderkvantitet;Transit;Utgått\n\
                01;CL;Nordmed;0;20;100;ja;\n02;CL;Nordmed;5;20;100;;ja\n03;CL;Nordmed;0;20;100;;\n";
    let stage = with(list)("week-apart");
    let said = stage.run(&["stock", "reorder", "lager.csv", "--lang", "sv", "-q"]).ends_with(0).out;
    for words in
        ["3 rader: 1 att beställa", "transit: beställs åt en avdelning", "utgått: får inte beställas; förbruka"]
    {
        assert!(said.contains(words), "{words}\n{said}");
    }
}
