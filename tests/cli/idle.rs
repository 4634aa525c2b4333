//! Rules that decide nothing are findings: they are told with their place, and `check` ends with 1.

use crate::stage::Stage;

/// What `check` says of an overlay on `today.toml`.
#[track_caller]
fn found(stage: &Stage, text: &str) -> String {
    stage.write("over.toml", &format!("extends = \"today.toml\"\n{text}"));
    let said = stage.run(&["check", "over.toml"]).ends_with(1);
    assert!(said.out.is_empty(), "{}", said.out);
    said.err
}

const WEAK: &str = "[policy.weak]\nnew = true\nat = [\"ward\"]\nkind = \"order-up-to\"\npriority = -1\n";

#[test]
fn a_rule_that_never_wins_names_its_winner() {
    let stage = Stage::new("idle-policy");
    let expected = "\
finding[S0603]: [policy.weak] holds nowhere: [policy.ward] has a higher `priority` at all its sites
 --> over.toml:2:9
  |
2 | [policy.weak]
  |         ^^^^
  |
help: mend it, or write `enabled = false` if it is not meant to act here
1 finding: 1 scenario, 1 reserve, 2 articles
";
    assert_eq!(found(&stage, WEAK), expected);
    stage.run(&["run", "over.toml", "-r", "2", "-o", "out"]).ends_with(0);
}

#[test]
fn every_kind_of_rule_is_looked_at() {
    let stage = Stage::new("idle-kinds");
    let rule = |table: &str, more: &str| {
        let text = format!("[{table}.idle]\nnew = true\nat = [\"ward\"]\npriority = 1\n{more}");
        // The same rule, overruled by itself under another name.
        format!("{text}{}", text.replace(".idle]", ".winner]").replace("priority = 1", "priority = 2"))
    };
    for (text, message) in [
        (rule("sourcing", "from = \"depot\"\n"), "[sourcing.idle] holds nowhere: [sourcing.winner] has a higher"),
        (rule("pool", "owner = \"region\"\n"), "[pool.idle] holds nowhere: [pool.winner] has a higher"),
        (rule("stock", "on-hand = \"5 units\"\n"), "[stock.idle] holds nowhere: [stock.winner] has a higher"),
        (
            "[lane.idle]\nnew = true\nfrom = \"ward\"\nto = \"depot\"\nlead-time = \"1 day\"\n".to_owned(),
            "[lane.idle] is idle: no article goes from ward to depot by it",
        ),
        (
            "[site.attic]\nnew = true\nowner = \"region\"\n[stock.idle]\nnew = true\nat = [\"attic\"]\non-hand = \"5 units\"\n".to_owned(),
            "[stock.idle] holds nowhere: its sites hold no article that it selects",
        ),
        (
            "[site.attic]\nnew = true\nowner = \"region\"\n[reserve-placement.idle]\nnew = true\nat = \"attic\"\n".to_owned(),
            "[reserve-placement.idle] places no reserve: attic holds no critical article that it selects",
        ),
    ] {
        let said = found(&stage, &text);
        assert!(said.contains(message) && said.contains(" --> over.toml:"), "{said}");
    }
}

#[test]
fn a_rule_that_an_overlay_made_idle_is_told_where_the_overlay_changed_it() {
    let stage = Stage::new("idle-overlay");
    let said = found(
        &stage,
        "[policy.winner]\nnew = true\nat = [\"depot\"]\nkind = \"order-up-to\"\n[policy.depot]\npriority = -1\n",
    );
    assert!(said.contains("[policy.depot] holds nowhere") && said.contains(" --> over.toml:7:1"), "{said}");
}

#[test]
fn a_shared_rule_that_acts_in_one_scenario_is_no_finding() {
    let stage = Stage::new("idle-shared");
    let today = stage.read("today.toml");
    stage.write("today.toml", &format!("{today}\n{WEAK}"));
    let said = stage.run(&["check", "study.toml"]).ends_with(1);
    assert_eq!(said.err.matches("holds nowhere").count(), 1, "idle in both, told once: {}", said.err);
    let tomorrow = stage.read("tomorrow.toml");
    stage.write("tomorrow.toml", &format!("{tomorrow}\n[policy.ward]\nenabled = false\n"));
    stage.run(&["check", "study.toml"]).ends_with(0);
}

#[test]
fn a_cut_that_stops_nothing_is_told_with_its_scenarios() {
    let stage = Stage::new("idle-cut");
    let cut = "[cut.c]\nnew = true\nstops = [\"site:attic\"]\n[site.attic]\nnew = true\nowner = \"region\"\n";
    let expected = "\
finding[S0603]: [cut.c] stops nothing
 --> over.toml:2:6
  |
2 | [cut.c]
  |      ^
  |
help: without a stop the figures tell of ordinary days; name what the scenario uses in `stops`
1 finding: 1 scenario, 1 reserve, 2 articles
";
    assert_eq!(found(&stage, cut), expected);
    // With something else to do it is no idle cut.
    stage.write(
        "over.toml",
        &format!(
            "extends = \"today.toml\"\n{}",
            cut.replace("stops =", "locks-supplier-stock = false\nexpress = false\nstops =")
        ),
    );
    let said = stage.run(&["check", "over.toml"]).ends_with(1);
    assert!(
        said.err.contains("`express` in [cut.c] changes nothing") && !said.err.contains("stops nothing"),
        "{}",
        said.err
    );
    // In one of two scenarios only.
    let both = "[cut.c]\nnew = true\nstops = [\"owner:house\"]\n[owner.house]\nnew = true\nkind = \"region\"\n";
    stage.write("a.toml", &format!("extends = \"today.toml\"\n{both}"));
    stage.write("b.toml", &format!("extends = \"today.toml\"\n{both}[site.depot]\nowner = \"house\"\n"));
    stage.write("both.toml", "[study]\nscenarios = [\"a\", \"b\"]\n");
    let said = stage.run(&["check", "both.toml"]).ends_with(1);
    assert!(said.err.contains("finding[S0603]: [cut.c] stops nothing in a\n"), "{}", said.err);
}
