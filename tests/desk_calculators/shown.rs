//! What people see: tables within 100 columns in both languages, files that know each other, the same bytes each time.

use crate::beredd;
use std::path::Path;

const EOQ: &[&str] = &[
    "stock",
    "eoq",
    "--demand",
    "1300",
    "--order-cost",
    "8",
    "--price",
    "0.75",
    "--holding-rate",
    "30%",
    "--lead-time",
    "4 weeks",
    "--demand-sd",
    "8/day",
    "--cycle-service",
    "97%",
    "--shortage-cost",
    "7.5",
    "--backorder-cost",
    "5",
    "--production-rate",
    "2000",
    "--discount",
    "400:0.72",
    "--pack",
    "100",
    "--lot",
    "100",
    "--jit-lot",
    "25",
];
const SERVICE: &[&str] = &[
    "stock",
    "service",
    "--demand",
    "20/day",
    "--demand-sd",
    "8/day",
    "--lead-time",
    "9",
    "--lot",
    "300",
    "--fill-rate",
    "98%",
    "--price",
    "40",
    "--capital-rate",
    "15%",
    "--shortage-cost",
    "30",
    "--turnover",
    "20",
];
const CASE: &[&str] = &["stock", "shortage-cost", "scenarios/apotek/shortage-cost.toml"];

#[test]
fn tables_fit_a_hundred_columns() {
    for tool in [EOQ, SERVICE, CASE] {
        for language in ["sv", "en"] {
            let output = beredd(&[tool, &["--lang", language]].concat());
            assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
            let text = String::from_utf8(output.stdout).expect("text");
            assert!(text.lines().count() > 20, "{text}");
            for line in text.lines() {
                assert!(line.chars().count() <= 100, "{} columns: {line}", line.chars().count());
                assert!(!line.contains('{') && !line.contains('}'), "a place is not filled: {line}");
            }
        }
    }
}

#[test]
fn files_hold_the_json_the_long_table_and_the_chart() {
    for (tool, stem) in [(EOQ, "eoq"), (SERVICE, "service"), (CASE, "shortage-cost")] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desk_calculators").join(stem);
        let place = folder.to_string_lossy().into_owned();
        let arguments = [tool, &["-o", &place, "--format", "csv", "--quiet"]].concat();
        let first = beredd(&arguments);
        assert_eq!(first.status.code(), Some(0), "{}", String::from_utf8_lossy(&first.stderr));
        let read = |name: &str| std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(read(&format!("{stem}.csv")), first.stdout, "the long table is printed and written");
        let json = read(&format!("{stem}.json"));
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&json).expect("JSON")["tool"], stem);
        for language in ["sv", "en"] {
            let alt = String::from_utf8(read(&format!("charts/{stem}.{language}.alt.txt"))).expect("text");
            assert!(alt.len() > 100 && !alt.contains('{'), "{alt}");
            let svg = String::from_utf8(read(&format!("charts/{stem}.{language}.svg"))).expect("text");
            assert!(svg.contains("<svg") && svg.contains("<title"), "{stem}");
            assert!(read(&format!("charts/{stem}.{language}.png")).starts_with(b"\x89PNG"));
        }
        // A second answer into the same place replaces the first, byte for byte.
        let second = beredd(&arguments);
        assert_eq!((second.status.code(), &second.stdout), (Some(0), &first.stdout));
        assert_eq!(read(&format!("{stem}.json")), json);
    }
}

#[test]
fn which_service_is_meant_is_said() {
    let text = |arguments: &[&str]| String::from_utf8(beredd(arguments).stdout).expect("text");
    let eoq = text(&[EOQ, &["--lang", "sv"]].concat());
    assert!(eoq.contains("cykelservice") && eoq.contains("fyllnadsgrad (servicegrad)"), "{eoq}");
    let service = text(&[SERVICE, &["--lang", "en"]].concat());
    assert!(service.contains("They are not the same number."), "{service}");
}
