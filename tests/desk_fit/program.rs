//! The program: what it writes is accepted and runs, and what cannot be is refused.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub fn stage(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desk-fit").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an earlier run's folder goes away");
    }
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[track_caller]
pub fn run(folder: &Path, arguments: &[&str], code: i32) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
    let output = command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().expect("the program starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{}\n{told}", String::from_utf8_lossy(&output.stdout));
    assert!(!told.contains("panicked"), "{told}");
    output
}

/// Sixty days of two articles at two sites, one of which runs out of stock; twelve lines of a supplier, two of them open.
fn lists(folder: &Path) {
    let mut issues = "Datum;Artikelnr;Benämning;Lagerställe;Antal;Saldo efter\n".to_owned();
    for day in 0..60_i32 {
        let date = format!("2026-{:02}-{:02}", 9 + day / 30, 1 + day % 30);
        let units = 4 + (day * 7) % 5;
        // Nothing in stock from the evening of day 20 until day 30.
        if !(21..30).contains(&day) {
            let balance = if day == 20 { 0 } else { 500 - day };
            issues += &format!("{date};000101;Ringer å ä ö;CL;{units};{balance}\n");
        }
        issues += &format!("{date};000101;Ringer å ä ö;IVA;2;50\n");
        if day % 6 == 0 {
            issues += &format!("{date};000 151;=Mask;CL;{};90\n", 5 + day % 4);
        }
    }
    issues += "2026-09-01;000199;Aldrig;CL;0;10\n";
    std::fs::write(folder.join("uttag.csv"), issues).expect("issues");
    let mut deliveries =
        "Ordernr;Artikelnr;Leverantör;Transportsätt;Beställt antal;Levererat antal;Orderdatum;Leveransdatum\n"
            .to_owned();
    for order in 0..12 {
        let (ordered, days) = (1 + order, 5 + (order * 3) % 8);
        let came = if order < 10 { format!("2026-10-{:02}", ordered + days) } else { String::new() };
        let quantity = if order < 10 { "100" } else { "" };
        deliveries += &format!("P{order};000101;Nordmed & Söner;lastbil;100;{quantity};2026-10-{ordered:02};{came}\n");
    }
    std::fs::write(folder.join("leveranser.csv"), deliveries).expect("deliveries");
}

#[test]
fn what_is_written_is_accepted_and_runs() {
    let folder = stage("kors");
    lists(&folder);
    let base = [
        "stock",
        "fit",
        "uttag.csv",
        "--deliveries",
        "leveranser.csv",
        "--today",
        "2026-11-22",
        "--lang",
        "en",
        "-o",
        "fit",
    ];
    let output = run(&folder, &base, 0);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("9 days without stock of 1 article are not in the means"), "{told}");
    assert!(told.contains("1 article without use is not in articles.csv: 000199."), "{told}");
    let read = |name: &str| std::fs::read_to_string(folder.join("fit").join(name)).expect("a file");
    let articles = read("articles.csv");
    assert!(articles.contains("\n000101,Ringer å ä ö,Nordmed---Soner,no,"), "{articles}");
    assert!(articles.contains("\n000-151,'=Mask,unknown,no,"), "{articles}");
    let scenario = read("fitted.toml");
    assert!(scenario.contains("title = \"Nordmed & Söner\"") && scenario.contains("origin = \"fitted\""), "{scenario}");
    assert!(scenario.contains("10 lines") || scenario.contains("12 lines, lastbil, 2 of them open"), "{scenario}");
    // Nothing is critical, which is a finding; nothing is wrong.
    let output = run(&folder, &["check", "fit/fitted.toml"], 1);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("no critical article") && !told.contains("error["), "{told}");
    assert_eq!(told.matches("finding[").count(), 1, "{told}");
    let output = run(&folder, &["run", "fit/fitted.toml", "-r", "3", "-q", "-o", "out", "--lang", "en"], 0);
    assert!(String::from_utf8_lossy(&output.stdout).contains("Fitted to issues and deliveries"));
    let results = std::fs::read(folder.join("out/results.json")).expect("the results");
    let results: serde_json::Value = serde_json::from_slice(&results).expect("JSON");
    // What was run tells where its figures come from: the list of articles and the laws were fitted, the policy was not.
    let origins = &results["inputs"]["scenarios"][0]["origins"];
    let kind = |key: &str| origins[key]["kind"].as_str().unwrap_or("none").to_owned();
    assert_eq!(["items.file", "policy.all.review"].map(kind), ["fitted", "assumption"], "{origins:#}");
    assert!(origins["items.file"]["source"].as_str().is_some_and(|source| source.contains("uttag.csv")));
    let shown = run(&folder, &["show", "fit/fitted.toml", "--origin"], 0);
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    let fitted = |key: &str| shown.lines().any(|line| line.contains(key) && line.contains("fitted"));
    assert!(fitted("law = ") && fitted("lead-time = ") && fitted("demand-share = "), "{shown}");
    // The same history gives the same bytes, and a second answer replaces the first.
    run(&folder, &base, 0);
    assert_eq!((read("articles.csv"), read("fitted.toml")), (articles, scenario));
}

#[test]
fn days_without_stock_are_left_out_of_the_mean() {
    let folder = stage("utan-lager");
    lists(&folder);
    let output = run(&folder, &["stock", "fit", "uttag.csv", "--today", "2026-11-22", "--format", "json", "-q"], 0);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let ringer =
        found["articles"].as_array().expect("articles").iter().find(|one| one["article"] == "000101").expect("it");
    // CL: 51 days of 4 + (7 day mod 5) units; ten whole fives of days and one day more. Days 0–20: 4 × 30 + 4 (day 20); days 30–59:
    // 6 × 30. IVA: 2 on each of the 51 days. (124 + 180 + 102) / 51.
    let mean = ringer["all"]["mean"]["estimate"].as_f64().expect("a mean");
    assert!((mean - 406.0 / 51.0).abs() < 1e-12, "{mean}");
    assert_eq!((&ringer["all"]["out"], &ringer["all"]["days"]), (&9.into(), &60.into()));
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    let folder = stage("nekas");
    lists(&folder);
    let output = run(&folder, &["stock", "fit", "uttag.csv", "--today", "2026-09-03", "--lang", "en"], 2);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("after the day of the list, 2026-09-03"), "{told}");
    let output = run(
        &folder,
        &["stock", "fit", "uttag.csv", "--from", "2027-01-01", "--today", "2027-02-01", "--lang", "en"],
        2,
    );
    assert!(String::from_utf8_lossy(&output.stderr).contains("no issues between 2027-01-01 and 2026-10-30"));
}
