//! Nothing that a scenario leaves out may be the program's fault: each table is switched off in turn.

use crate::stage::Stage;
use std::path::Path;

/// `kind.id` of each table of the text.
fn tables(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix('[')?.split(']').next()).filter(|name| name.contains('.'))
}

#[test]
fn a_small_region_without_one_of_its_tables_runs_or_is_refused() {
    let stage = Stage::new("off-small");
    let text = stage.read("today.toml");
    let mut refused = 0;
    for table in tables(&text) {
        let off = format!("{table}.enabled=false");
        let said = stage.run(&["check", "study.toml", "--set", &off]);
        assert!(matches!(said.code, Some(0..=2)), "{table}: {:?}\n{}", said.code, said.err);
        refused += u32::from(said.code == Some(2));
    }
    assert!(refused >= 10, "{refused} tables are needed");
}

#[test]
fn a_missing_lane_or_policy_upstream_is_told() {
    let stage = Stage::new("off-upstream");
    for (off, word) in [
        ("lane.out.enabled=false", "there is no lane from depot to ward"),
        ("policy.depot.enabled=false", "no policy holds for article glove at site depot"),
    ] {
        let said = stage.run(&["check", "today.toml", "--set", off]).ends_with(2);
        assert!(said.err.contains(word) && said.out.is_empty(), "{}", said.err);
    }
}

#[test]
fn the_region_without_one_of_its_lanes_or_policies_is_refused() {
    let stage = Stage::new("off-region");
    let region = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/vasterbotten");
    let text = std::fs::read_to_string(region.join("today.toml")).expect("the region of today");
    let scenario = region.join("today.toml");
    let upstream = ["policy.kungsbacka", "policy.vasterslatt", "lane.kungsbacka", "lane.vasterslatt"];
    let named = tables(&text).filter(|table| upstream.iter().any(|start| table.starts_with(start)));
    let mut seen = 0;
    for table in named {
        let off = format!("{table}.enabled=false");
        stage.run(&["check", &scenario.to_string_lossy(), "--set", &off]).ends_with(2);
        seen += 1;
    }
    assert_eq!(seen, 9, "two policies at each warehouse, five lanes");
}
