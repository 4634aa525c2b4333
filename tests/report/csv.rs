//! The long table.

use crate::builder::{self, Invented, region};
use beredd::report::csv::{text_cell, tidy};

fn rows(text: &str) -> Vec<::csv::StringRecord> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a well-formed row")).collect()
}

#[test]
fn values_stand_unrounded_in_long_form() {
    let text = tidy(&region());
    assert!(text.starts_with("scenario,reserve,cut,claim,threshold,level,metric,unit,statistic,value\n"));
    assert!(text.contains("delmal-2,30-days,,,,,lump_sums,SEK/year,sum,14200000\n"));
    assert!(text.contains("today,none,outside-region,0.5,0.95,30,p_at_least,,verdict,not_reached\n"));
    assert!(text.contains("today,none,,,,,fill_rate,share,mean,0.9764705882352941\n"));
    assert!(text.contains("today,none,outside-region,1,0.95,30,p_major_event,share,mean,\n"));
    assert!(text.contains("today,none,outside-region,1,,,stop.breached,share,mean,0.8\n"));
    assert!(text.contains("delmal-2,none,largest-site,1,,,stop.recovery_days,days,p90,15\n"));
    // A smooth step 12 days past an endurance of 9 − 6 days: 1 ÷ (1 + e⁴) on day 3.
    assert!(text.contains("today,none,outside-region,1,,3,families_at_zero.gloves,share,mean,0.017986209962"));
}

#[test]
fn every_row_has_its_own_place() {
    let text = tidy(&region());
    let places: Vec<Vec<String>> =
        rows(&text).iter().map(|row| row.iter().take(9).map(str::to_string).collect()).collect();
    let unique: std::collections::BTreeSet<_> = places.iter().collect();
    assert_eq!(unique.len(), places.len());
}

#[test]
fn no_text_is_a_formula() {
    assert_eq!(text_cell("=1+1"), "'=1+1");
    assert_eq!(text_cell("Umeå"), "Umeå");
    let hostile = Invented::new("=cmd|' /C calc'!A0", "x", 9.0);
    let findings = builder::findings(&[hostile], &[("@none", "ingen", "none", 0.0)]);
    for row in rows(&tidy(&findings)) {
        for text in row.iter().take(9) {
            assert!(!text.starts_with(['=', '+', '-', '@', '\t', '\r']), "{text}");
        }
    }
}
