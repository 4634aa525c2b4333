//! Hours of the day, by hand.

use crate::program::{run, stage};
use serde_json::Value;

/// Twenty days from a Monday: each hour from 8 to 18 sees one unit go at its last minute, ten a day. On the last day the fifth unit is the
/// last one.
fn list(stamp: impl Fn(&str, u32) -> String, head: &str) -> String {
    let mut text = format!("{head};Artikelnr;Antal;Saldo efter\n");
    for day in 0..20 {
        let last = if day == 19 { 5 } else { 10 };
        for at in 0..last {
            let balance = if day == 19 { 4 - at } else { 100 };
            text += &format!("{};a;1;{balance}\n", stamp(&format!("2026-11-{:02}", 2 + day), 8 + at as u32));
        }
    }
    text
}

fn fitted(name: &str, list: &str) -> (Value, String) {
    let folder = stage(name);
    std::fs::write(folder.join("uttag.csv"), list).expect("a list");
    let ask = ["stock", "fit", "uttag.csv", "--today", "2026-11-22", "-q", "--format", "json"];
    let output = run(&folder, &ask, 0);
    run(&folder, &["stock", "fit", "uttag.csv", "--today", "2026-11-22", "-q", "--lang", "en", "-o", "fit"], 0);
    let articles = std::fs::read_to_string(folder.join("fit/articles.csv")).expect("the list of articles");
    (serde_json::from_slice(&output.stdout).expect("JSON"), articles)
}

/// Hours 8 to 12 have 20 issues each, 13 to 17 have 19: 100 of 195 come until 13:00. The last day is 100/195 of a day, and 195 units in
/// 19 + 100/195 days are 195² / 3,805 a day.
const MEAN: f64 = 195.0 * 195.0 / 3_805.0;

#[test]
fn a_day_on_which_stock_ran_out_counts_until_its_hour() {
    let near = |value: &Value, by_hand: f64| (value.as_f64().expect("a number") - by_hand).abs() < 1e-9;
    for (name, text) in [
        ("stamps", list(|day, hour| format!("{day} {hour:02}:59:30"), "Datum")),
        ("own-column", list(|day, hour| format!("{day};{hour}.59"), "Datum;Klockslag")),
    ] {
        let (found, articles) = fitted(&format!("timmar-{name}"), &text);
        let all = &found["articles"][0]["all"];
        assert!(near(&all["mean"]["estimate"], MEAN), "{all}");
        assert!(near(&all["unseen"], MEAN * 95.0 / 195.0) && all["ran_out"] == 1, "{all}");
        // The simulator gets it: a year of 365 such days.
        let row = articles.lines().nth(1).expect("a row");
        let demand = row.split(',').nth(8).and_then(|cell| cell.parse::<f64>().ok()).expect("a yearly use");
        assert!((demand - 365.0 * MEAN).abs() < 1e-6, "{row}");
        let hours = found["hours"]["hours"].as_array().expect("hours");
        assert_eq!((hours.len(), &hours[0]["hour"], &found["hours"]["issues"]), (10, &8.into(), &195.into()));
        assert!(near(&hours[4]["until"], 100.0 / 195.0) && near(&hours[5]["share"], 19.0 / 195.0), "{hours:?}");
        assert!(near(&hours[5]["per_day"]["estimate"], 0.95) && hours[4]["ran_out"] == 1, "{hours:?}");
        // The twentieth day is a Saturday, the third of them.
        assert!(near(&hours[5]["weekdays"][5], 2.0 / 3.0) && near(&hours[5]["weekdays"][0], 1.0), "{hours:?}");
    }
}

#[test]
fn without_hours_the_day_counts_whole() {
    let plain = list(|day, _| day.to_owned(), "Datum");
    let midnight = list(|day, _| format!("{day} 00:00:00"), "Datum");
    for (name, text) in [("utan", plain), ("midnatt", midnight)] {
        let (found, _) = fitted(&format!("timmar-{name}"), &text);
        assert_eq!(found["articles"][0]["all"]["mean"]["estimate"], 9.75, "195 units in 20 days");
        assert_eq!((&found["hours"], &found["articles"][0]["all"]["unseen"]), (&Value::Null, &0.0.into()));
    }
}

#[test]
fn a_time_that_is_none_is_refused_and_import_keeps_times() {
    let folder = stage("timmar-import");
    std::fs::write(folder.join("fel.csv"), "Datum;Klockslag;Artikelnr;Antal\n2026-11-02;25:10;a;1\n").expect("a list");
    let output = run(&folder, &["stock", "fit", "fel.csv", "--today", "2026-11-22", "--lang", "en"], 2);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("no time of day") && told.contains("write hh:mm") && told.contains("25:10"), "{told}");
    std::fs::write(folder.join("ok.csv"), "Datum;Artikelnr;Antal\n2026-11-02 07:05;a;1\n").expect("a list");
    let output = run(&folder, &["stock", "import", "ok.csv", "--as", "issues", "--format", "csv", "-q"], 0);
    let clean = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(clean.contains("07:05") && clean.contains("2026-11-02"), "{clean}");
}
