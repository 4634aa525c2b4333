//! `stock abc`, `cross-abc`, `turnover` and `underlag` as people run them: files, forms, and what they refuse.

use crate::stage::Stage;

const STORE: &str = "Artikelnr;Benämning;Lagerställe;Pris;Saldo;Förbrukning per dag;Pall;Temperatur;Kritisk\n\
    007;=HYPERLINK(\"x\");CL;2,5;100;10;100;rum;ja\n\
    008;Åäö;CL;1;20;1;100;kyl;nej\n";

fn stage(name: &str) -> Stage {
    let stage = Stage::new(name);
    stage.write("lager.csv", STORE);
    stage.write("use.csv", "article,value,cost-centre\n1,80,a\n2,20,b\n");
    stage
}

#[test]
fn an_answer_has_all_its_files_and_no_name_becomes_a_formula() {
    let stage = stage("classes-files");
    for tool in ["abc", "cross-abc", "turnover", "underlag"] {
        let arguments = ["stock", tool, "lager.csv", "--today", "2026-11-22", "--lang", "sv", "-o", "out"];
        let said = stage.run(&arguments).ends_with(0);
        assert!(said.err.contains("lager.csv: 2 rader läst så här"), "{}", said.err);
        for ending in ["json", "csv", "xlsx"] {
            assert!(stage.is_there(&format!("out/{tool}.{ending}")), "{tool}.{ending}");
        }
        let json: serde_json::Value = serde_json::from_str(&stage.read(&format!("out/{tool}.json"))).expect("JSON");
        assert_eq!((json["schema"].as_u64(), json["tool"].as_str()), (Some(1), Some(tool)));
        assert_eq!((json["file"].as_str(), json["today"].as_str()), (Some("lager.csv"), Some("2026-11-22")));
        let bytes = stage.bytes(&format!("out/{tool}.xlsx"));
        assert!(bytes.starts_with(b"PK"));
    }
    let csv = stage.read("out/abc.csv");
    assert!(csv.starts_with("\u{feff}Artikelnr;Benämning;Klass;Värde SEK;"), "{csv}");
    // 10 × 365 × 2.5; the number keeps its zeros, the name is no formula.
    assert!(csv.contains("\n007;\"'=HYPERLINK") && csv.contains(";A;9125;"), "{csv}");
    for language in ["sv", "en"] {
        for ending in ["svg", "png", "csv", "alt.txt"] {
            let name = format!("out/charts/pareto.{language}.{ending}");
            assert!(stage.is_there(&name), "{name}: {:?}", stage.files().keys());
        }
    }
    let pareto = stage.read("out/charts/pareto.sv.csv");
    // 9125 of 9490 SEK.
    assert!(pareto.contains("\n0.5,0.961538461538461"), "{pareto}");
}

#[test]
fn what_is_printed_has_the_form_that_was_asked_for() {
    let stage = stage("classes-forms");
    let run = |tool: &str, form: &str| {
        let arguments = ["stock", tool, "lager.csv", "--today", "2026-11-22", "--lang", "en", "-q", "--format", form];
        let said = stage.run(&arguments).ends_with(0);
        assert_eq!(said.err, "", "{tool} {form}");
        said.out
    };
    for tool in ["abc", "cross-abc", "turnover", "underlag"] {
        let json: serde_json::Value = serde_json::from_str(&run(tool, "json")).expect("JSON");
        assert_eq!(json["tool"].as_str(), Some(tool));
        assert!(run(tool, "csv").lines().next().is_some_and(|head| head.contains(',')), "{tool}");
        assert!(run(tool, "human").contains("How it was reckoned"), "{tool}");
    }
    // 100 on 1 place, 20 on another; 1.46 × 0 lines.
    assert!(run("underlag", "human").contains("Today: 2 pallet places on 1.7 m²."), "{}", run("underlag", "human"));
    assert!(
        run("turnover", "human").contains("The stock turns over 35.15 times a year"),
        "{}",
        run("turnover", "human")
    );
}

#[test]
fn what_cannot_be_answered_is_refused_with_a_reason() {
    let stage = stage("classes-refused");
    let refused = |arguments: &[&str], why: &str| {
        let said = stage.run(&[&["stock"], arguments, &["--lang", "en", "-q", "-o", "never"]].concat()).ends_with(2);
        assert!(said.err.contains(why), "{arguments:?}: {}", said.err);
        assert!(said.out.is_empty() && !stage.is_there("never"), "{arguments:?}");
    };
    refused(&["abc", "use.csv", "--total", "99,5"], "--total SEK 99.50 is less than the list's own sum SEK 100.00");
    refused(&["abc", "use.csv", "--by", "site"], "column is missing: Site (site)");
    refused(&["abc", "use.csv", "--xyz"], "column is missing: Period (period)");
    refused(&["abc", "use.csv", "--ved"], "column is missing: VED (ved)");
    refused(&["abc", "use.csv", "--total", "500", "--by", "cost-centre"], "cannot be used with");
    refused(&["abc", "use.csv", "--limits", "90,80"], "A below B");
    refused(&["abc", "use.csv", "--xyz-limits", "0.5,1"], "--xyz");
    refused(&["abc", "use.csv", "--column", "nosuch=x"], "nosuch");
    refused(&["cross-abc", "use.csv"], "column is missing: Stock value (stock-value)");
    refused(&["cross-abc", "lager.csv", "--stock-total", "100"], "--stock-total SEK 100.00 is less than");
    refused(&["turnover", "use.csv"], "column is missing");
    refused(&["underlag", "lager.csv", "--site", "IVA"], "no site IVA; it has CL");
    refused(&["underlag", "lager.csv", "--offered", "warm=3"], "nor a flow of the list: warm");
    refused(&["underlag", "lager.csv", "--reserve", "4000"], "at most 3650");
    refused(&["underlag", "lager.csv", "--m2-per-pallet", "1", "--levels", "3"], "cannot be used with");
}

#[test]
fn a_stock_list_is_told_from_a_list_of_consumption() {
    let stage = stage("classes-kinds");
    let total = |arguments: &[&str]| {
        let said = stage.run(&[&["stock", "abc"], arguments, &["-q", "--format", "json"]].concat()).ends_with(0);
        let json: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
        json["groups"][0]["total_sek"].as_f64()
    };
    assert_eq!(total(&["lager.csv"]), Some(9_490.0));
    assert_eq!(total(&["use.csv"]), Some(100.0));
    stage.write("both.csv", "article,value,on-hand,price,daily-use\n1,80,5,1,1\n");
    assert_eq!(total(&["both.csv"]), Some(365.0));
    assert_eq!(total(&["both.csv", "--as", "use"]), Some(80.0));
}
