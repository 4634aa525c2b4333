//! The tables as a reader sees them. `UPDATE_SNAPSHOTS=1 cargo test --test report` rewrites the files; read them then.

use crate::builder::{self, Invented};
use beredd::report::name::display_width;
use beredd::report::table::{human, slices};
use beredd::report::wording::Language;
use beredd::sim::cost::Component;
use std::path::Path;

const WIDTH: usize = 120;

pub fn assert_snapshot(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, text).expect("the snapshot can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the snapshot can be read");
    assert!(text == expected, "{name} differs. Now:\n{text}");
}

#[test]
fn whole_page_in_swedish() {
    assert_snapshot("region.sv.txt", &human(&builder::region(), Language::Sv, WIDTH));
}

#[test]
fn whole_page_in_english() {
    assert_snapshot("region.en.txt", &human(&builder::region(), Language::En, WIDTH));
}

#[test]
fn parts_of_need_for_those_who_ask() {
    assert_snapshot("slices.sv.txt", &slices(&builder::region(), Language::Sv, WIDTH));
    assert_snapshot("slices.en.txt", &slices(&builder::region(), Language::En, 132));
}

#[test]
fn whole_page_where_room_is_short() {
    assert_snapshot("region.narrow.sv.txt", &human(&builder::region(), Language::Sv, 100));
}

#[test]
fn lines_keep_within_the_width_but_for_the_last_sentence() {
    for language in Language::ALL {
        for width in [100, WIDTH, 160] {
            let page = human(&builder::region(), language, width);
            let lines: Vec<&str> = page.lines().collect();
            let (_, body) = lines.split_last().expect("a page has lines");
            for line in body {
                assert!(display_width(line) <= width, "{line}");
                assert!(!line.ends_with(' '), "{line}");
            }
        }
    }
}

#[test]
fn a_single_scenario_ends_with_its_own_sentence() {
    let findings = builder::findings(&[Invented::new("today", "Nuläge", 9.0)], &[("none", "ingen", "none", 0.0)]);
    let page = human(&findings, Language::Sv, WIDTH);
    let last = page.lines().last().expect("a page has lines");
    assert!(last.starts_with("Utan reserv, snitt ”allt utanför regionen”: Nuläge betjänar"), "{last}");
    assert!(last.contains("MSEK/år (6,63–6,77)"), "{last}");
}

#[test]
fn costs_that_lack_different_parts_are_not_ranked() {
    let other = Invented { not_included: vec![Component::Storage], ..Invented::new("b", "B", 20.0) };
    let findings = builder::findings(&[Invented::new("a", "A", 9.0), other], &[("none", "ingen", "none", 0.0)]);
    let page = human(&findings, Language::En, WIDTH);
    assert!(page.contains("not compared"), "{page}");
    let last = page.lines().last().expect("a page has lines");
    assert!(last.contains("only one of them includes storage"), "{last}");
}

#[test]
fn names_cannot_steer_the_terminal() {
    let hostile = Invented::new("x", "\u{1b}[31mRöd\u{202e}\n\t{first}", 9.0);
    let page = human(&builder::findings(&[hostile], &[("none", "in\u{7}gen", "none", 0.0)]), Language::Sv, WIDTH);
    assert!(!page.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{page}");
    assert!(page.contains("\\u{1b}[31mRöd\\u{202e}\\u{a}\\u{9}{first}"), "{page}");
}

#[test]
fn no_probes_and_no_cells_are_said_not_hidden() {
    let mut findings = builder::region();
    for cell in &mut findings.cells {
        cell.endurance.clear();
    }
    assert!(human(&findings, Language::En, WIDTH).contains("No probes of endurance were run."));
    findings.cells.clear();
    findings.comparisons.clear();
    assert!(human(&findings, Language::Sv, WIDTH).contains("Beslutstabell"));
}

#[test]
fn payers_are_called_by_their_titles_and_by_id_where_they_have_none() {
    let mut findings = builder::findings(&[Invented::new("a", "A", 9.0)], &[("none", "ingen", "none", 0.0)]);
    findings.inputs.scenarios[0].owners.retain(|(id, _)| id == "region");
    let page = human(&findings, Language::En, WIDTH);
    assert!(page.contains("  The region  supplier"), "{page}");
    assert!(human(&findings, Language::Sv, WIDTH).contains("Regionen  supplier"));
    let whole = beredd::report::page::page(&findings, &Default::default(), Language::En);
    assert!(whole.contains("paid by The region") && whole.contains("paid by supplier"));
}
