//! Every date of the format against what is no date of the calendar, and the ends of the calendar.

use crate::files::folder;
use beredd::scenario::diagnosis::Severity;
use beredd::scenario::study::load;
use beredd::study::design;

/// Keys that take a date, at the place of `@`.
const KEYS: [&str; 4] = [
    "[scenario]\nstart = @",
    "[disruption.x]\nat = [@]\nnew = true\nsites = [\"central\"]\nduration = \"3 days\"",
    "[disruption.x]\nduration = { dist = \"fitted-lognormal\", from = @, file = \"cases.csv\", censored-at = 2020-09-16 }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    "[disruption.x]\nduration = { dist = \"fitted-lognormal\", censored-at = @, file = \"cases.csv\", from = 2018-01-01 }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
];
/// What is no date without quotes.
const HOSTILE: [&str; 16] = [
    "nan",
    "inf",
    "-1",
    "0",
    "20260101",
    "\"\"",
    "\"2026-01-01\"",
    "2026-13-01",
    "2026-02-30",
    "2026-00-10",
    "2026-01-01T08:00:00",
    "08:00:00",
    "99999-01-01",
    "2026-1-1",
    "true",
    "{}",
];

#[test]
fn what_is_no_date_is_refused_at_its_place() {
    let folder = folder("hostile-dates");
    let base = crate::files::example();
    let mut faults = Vec::new();
    for key in KEYS {
        for value in HOSTILE {
            let file = folder.join("hostile.toml");
            let text = format!("extends = \"{}\"\n{}\n", base.display(), key.replace('@', value));
            std::fs::write(&file, text).expect("a file for the test");
            let Err(problems) = load(&file, &[]) else {
                faults.push(format!("{key:?} {value}: accepted"));
                continue;
            };
            let error = problems.diagnoses.iter().find(|one| one.severity == Severity::Error).expect("an error");
            let told = error.place.map(|place| problems.sources.file_and_line(place)).unwrap_or_default();
            if !told.ends_with("hostile.toml:3") {
                faults.push(format!("{key:?} {value}: told at {told}: {}", error.message));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The first and the last day that a date can be written for: read, or refused, and never a panic.
#[test]
fn the_ends_of_the_calendar_do_no_harm() {
    let folder = folder("hostile-calendar");
    let base = crate::files::example();
    for start in ["0001-01-01", "1582-10-10", "1900-02-28", "2000-02-29", "9999-12-31"] {
        let file = folder.join("hostile.toml");
        let text = format!("extends = \"{}\"\n[scenario]\nstart = {start}\n", base.display());
        std::fs::write(&file, text).expect("a file for the test");
        match load(&file, &[]) {
            Ok(loaded) => {
                let cells = design::cells(&loaded.study).unwrap_or_else(|faults| panic!("{start}: {faults:?}"));
                let plan = &cells.first().expect("a cell").plan;
                beredd::sim::replication::Ready::new(plan).simulate(1, 1).unwrap_or_else(|fault| panic!("{fault}"));
            }
            Err(problems) => {
                let error = problems.diagnoses.first().expect("an error");
                let place = error.place.expect("a place");
                let told = problems.sources.file_and_line(place);
                assert!(told.ends_with("hostile.toml:3"), "{start}: {told}: {}", error.message);
            }
        }
    }
}
