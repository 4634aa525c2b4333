//! What makes no sense is refused with exit code 2, its place and what to do; nothing panics.

use crate::{beredd, written};

const EOQ: [&str; 8] = ["stock", "eoq", "--demand", "1300", "--order-cost", "8", "--holding", "0.2"];
const SERVICE: [&str; 10] =
    ["stock", "service", "--demand", "20/day", "--demand-sd", "8/day", "--lead-time", "9", "--lot", "300"];

#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let output = beredd(arguments);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}\n{told}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    assert!(!told.contains("panicked") && !told.is_empty(), "{told}");
    told
}

const BAD: [&str; 8] = ["0", "-1", "NaN", "inf", "1e308", "1e999", "", "1,500"];

#[test]
fn numbers_out_of_range_of_eoq() {
    for bad in BAD {
        for option in ["--pack", "--lot", "--jit-lot", "--backorder-cost", "--production-rate", "--price"] {
            refused(&[&EOQ[..], &[option, bad]].concat());
        }
        refused(&["stock", "eoq", "--demand", bad, "--order-cost", "8", "--holding", "1"]);
        refused(&["stock", "eoq", "--demand", "5", "--order-cost", bad, "--holding", "1"]);
        refused(&["stock", "eoq", "--demand", "5", "--order-cost", "8", "--holding", bad]);
        for option in ["--cycle-service", "--fill-rate", "--shortage-cost"] {
            refused(&[&EOQ[..], &["--lead-time", "9", "--demand-sd", "2/day", option, bad]].concat());
        }
    }
}

#[test]
fn numbers_out_of_range_of_service() {
    for bad in BAD {
        for option in ["--cycle-service", "--fill-rate", "--by-shortage-cost"] {
            refused(&[&SERVICE[..], &["--price", "4", "--holding-rate", "0.2", option, bad]].concat());
        }
        refused(&[&SERVICE[..], &["--cycle-service", "0.9", "--turnover", bad]].concat());
    }
    for bad in ["NaN", "1e308", "", "1,500"] {
        refused(&[&SERVICE[..], &["--safety-stock", bad]].concat());
        refused(&[&SERVICE[..], &["--reorder-point", bad]].concat());
    }
}

#[test]
fn what_does_not_fit_together() {
    let cases: [(&[&str], &str); 9] = [
        (&["stock", "eoq", "--demand", "5", "--order-cost", "8"], "what a unit in stock costs is not said"),
        (&["stock", "eoq", "--demand", "5", "--order-cost", "8", "--holding-rate", "0.2"], "--price"),
        (&[&EOQ[..], &["--production-rate", "1300"]].concat(), "above the demand rate"),
        (&[&EOQ[..], &["--lead-time", "9", "--cycle-service", "0.9"]].concat(), "nothing varies"),
        (&[&EOQ[..], &["--price", "1", "--discount", "400:2"]].concat(), "at most the unit cost before it"),
        (&[&SERVICE[..], &["--cycle-service", "0.9", "--fill-rate", "0.9"]].concat(), "cannot be used with"),
        (&SERVICE, "required"),
        (&[&SERVICE[..], &["--cycle-service", "0.9", "--law", "poisson"]].concat(), "its own spread"),
        (&[&SERVICE[..], &["--by-shortage-cost", "9"]].concat(), "holding"),
    ];
    for (arguments, told) in cases {
        let printed = refused(arguments);
        assert!(printed.contains(told), "{arguments:?}\n{printed}");
    }
    refused(&[
        "stock",
        "service",
        "--demand",
        "20",
        "--demand-sd",
        "8/day",
        "--lead-time",
        "9",
        "--cycle-service",
        "0.9",
    ]);
}

const CASE: &str = "[case]\ntitle = \"t\"\n[profit]\nprescription = \"100 SEK\"\notc = \"1 SEK\"\nlines-per-customer = 2\n\
                    still-buys-prescription = \"25 %\"\nstill-buys-otc = \"10 %\"\n[leaving.a]\nper-week = 4\n";

#[test]
fn faults_of_a_case_are_told_with_their_place() {
    let with = |from: &str, to: &str| {
        assert!(CASE.contains(from), "{from}");
        CASE.replacen(from, to, 1)
    };
    let cases: [(String, &str, &str); 22] = [
        (String::new(), "S0202", "[case] is missing"),
        ("x".into(), "S0103", ":1:"),
        (format!("{CASE}[tset.a]\nu = 1\n"), "S0203", "did you mean `test`?"),
        (format!("{CASE}weigth = 1\n"), "S0203", "did you mean `weight`?"),
        (with("per-week = 4", "per-week = -4"), "S0303", "must be between"),
        (with("per-week = 4", "per-week = nan"), "S0303", "NaN"),
        (with("per-week = 4", "per-week = 1e308"), "S0303", "must be between"),
        (with("per-week = 4", "per-week = \"4\""), "S0201", "without quotes"),
        (with("per-week = 4", ""), "S0206", "must tell in one way"),
        (with("per-week = 4", "per-week = 4\nof-customers = \"2 %\""), "S0206", "must tell in one way"),
        (with("per-week = 4", "of-customers = \"2 %\""), "S0202", "customers-per-week"),
        (with("per-week = 4", "per-week = 4\nweight = 0"), "S0601", "weight 0"),
        (with("\"100 SEK\"", "100"), "S0301", "SEK"),
        (with("\"25 %\"", "\"125 %\""), "S0303", "between 0 and 100"),
        (with("\"25 %\"", "{ hits = 9, of = 3 }"), "S0602", "more hits than people"),
        (with("\"25 %\"", "{ hits = 1, off = 3 }"), "S0203", "off"),
        (format!("{CASE}[mix.case]\notc-only = \"50 %\"\nboth = \"20 %\"\n"), "S0601", "sum to 70 %"),
        (format!("{CASE}[mix.other]\nboth = \"100 %\"\n"), "S0202", "mix.case"),
        (format!("{CASE}[holding]\ncapital-rate = \"15 %/year\"\n"), "S0206", "exactly one"),
        (format!("{CASE}[test.a]\ngroups = [2, 3]\nu = 7\n"), "S0602", "product of the groups"),
        (format!("{CASE}[article.a]\nselling-price = \"100 SEK\"\n"), "S0202", "[margin]"),
        (format!("{CASE}[margin]\nrules = \"2011\"\nprices = \"20 SEK\"\n"), "S0303", "fixed part"),
    ];
    for (place, (text, code, told)) in cases.iter().enumerate() {
        let path = written(&format!("bad-{place}.toml"), text);
        let printed = refused(&["stock", "shortage-cost", &path.to_string_lossy()]);
        assert!(printed.contains(code) && printed.contains(told), "{place}: {code} {told}\n{text}\n{printed}");
        assert!(printed.contains(&format!("bad-{place}.toml:")), "no place: {printed}");
    }
}

#[test]
fn names_of_a_case_do_nothing_in_a_terminal_or_a_workbook() {
    let text = CASE.replace("title = \"t\"", "title = \"\\u001b[31m=1+1\"").replace("[leaving.a]", "[leaving.-a]");
    let path = written("names.toml", &text);
    for form in ["human", "csv"] {
        let output = beredd(&["stock", "shortage-cost", &path.to_string_lossy(), "--format", form]);
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(0), "{printed}");
        assert!(!printed.contains('\u{1b}'), "{form}");
        assert!(form != "csv" || printed.contains(",'-a,"), "{printed}");
    }
}
