//! What is changed must act: settings and assumptions that change nothing are told.

use crate::stage::Stage;

const RULE: &str = "extends = \"today.toml\"\n[policy.never]\nnew = true\nat = [\"ward\"]\narticles = { critical = true }\npriority = -1\nkind = \"order-up-to\"\nsafety-stock = \"1 day\"\n";

#[test]
fn a_setting_of_a_rule_that_holds_nowhere_is_told_even_to_the_quiet() {
    let stage = Stage::new("settings-idle");
    stage.write("idle.toml", RULE);
    let quiet = ["run", "idle.toml", "-r", "2", "-q", "-o", "out"];
    let said = stage.run(&quiet).ends_with(0);
    assert_eq!(said.err, "", "a rule that nobody touched is told by check");
    let set = [&quiet[..], &["--set", "policy.never.safety-stock=\"7 days\""]].concat();
    let said = stage.run(&set).ends_with(0);
    assert!(
        said.err.contains("finding[S0603]: [policy.never] holds nowhere") && said.err.contains("--set:1:"),
        "{}",
        said.err
    );
}

fn with_assumption(stage: &Stage, set: &str, low: &str) {
    let study = "[study]\nscenarios = [\"today\", \"tomorrow\"]\nreserves = [\"none\"]\nreplications = 2\n";
    stage.write(
        "moved.toml",
        &format!("{study}\n[sensitivity.safety]\nset = {set}\nlow = \"{low}\"\nhigh = \"9 days\"\n"),
    );
}

#[test]
fn every_command_tells_a_wrong_assumption() {
    let stage = Stage::new("settings-assumption");
    for (set, low, words) in [
        (
            "\"policy.depto.safety-stock\"",
            "2 days",
            &["there is no [policy.depto] to set", "did you mean `depot`?"][..],
        ),
        ("\"lane.nowhere.lead-time\"", "2 days", &["there is no [lane.nowhere] to set", "there are: in, out"]),
        ("\"policy.depot.saftey-stock\"", "2 days", &["unknown key `saftey-stock`", "did you mean `safety-stock`?"]),
        ("\"policy.depot.safety-stock\"", "two days", &["does not begin with a number"]),
    ] {
        with_assumption(&stage, set, low);
        for arguments in
            [&["check", "moved.toml"][..], &["run", "moved.toml", "-o", "out"], &["sensitivity", "moved.toml"]]
        {
            let said = stage.run(arguments).ends_with(2);
            assert!(words.iter().all(|word| said.err.contains(word)), "{arguments:?}: {}", said.err);
            assert!(!said.err.contains("new = true") && said.err.contains("moved.toml:"), "{}", said.err);
        }
    }
    with_assumption(&stage, "\"policy.depot.safety-stock\"", "2 days");
    stage.run(&["check", "moved.toml"]).ends_with(0);
}

#[test]
fn an_assumption_may_be_about_one_scenario_and_the_nearest_id_of_all_is_told() {
    let stage = Stage::new("settings-nearest");
    let own = "\n[policy.central]\nnew = true\nat = [\"depot\"]\narticles = { critical = true }\npriority = 1\nkind = \"order-up-to\"\nsafety-stock = \"4 days\"\n";
    stage.write("tomorrow.toml", &(stage.read("tomorrow.toml") + own));
    with_assumption(&stage, "\"policy.central.safety-stock\"", "2 days");
    stage.run(&["check", "moved.toml"]).ends_with(0);
    with_assumption(&stage, "\"policy.centrall.safety-stock\"", "2 days");
    let said = stage.run(&["check", "moved.toml"]).ends_with(2);
    assert!(said.err.contains("did you mean `central`?"), "{}", said.err);
}

#[test]
fn a_negative_number_is_a_wrong_number_and_no_unknown_option() {
    let stage = Stage::new("settings-negative");
    for arguments in
        [&["run", "study.toml", "-r", "-1"][..], &["run", "study.toml", "--seed", "-1"], &["demo", "-j", "-2"]]
    {
        let said = stage.run(arguments).ends_with(2);
        assert!(said.err.contains("invalid value '-") && !said.err.contains("'-- -"), "{}", said.err);
    }
}

#[test]
fn one_replication_has_no_interval_and_no_space_before_the_full_stop() {
    let stage = Stage::new("settings-one");
    let said = stage.run(&["run", "today.toml", "-r", "1", "-q", "-o", "out"]).ends_with(0);
    let last = said.out.lines().last().expect("a last line");
    assert!(last.contains("MSEK/year") && !last.contains(" .") && !last.contains(" ,"), "{last}");
}

#[test]
fn scenarios_set_on_a_scenario_or_to_nothing_are_told_at_the_setting() {
    let stage = Stage::new("settings-scenarios");
    for (arguments, words) in [
        (
            ["check", "today.toml", "--set", "study.scenarios=[\"today\",\"gone\"]"],
            "this file is a scenario and names no others",
        ),
        (["check", "study.toml", "--set", "study.scenarios=[]"], "this study names no scenario"),
        (["check", "study.toml", "--set", "study.scenarios=[\"todai\"]"], "did you mean `today.toml`?"),
        (
            ["check", "study.toml", "--set", "study.cuts=[\"utanfor\"]"],
            "there are: all-suppliers, largest-site, outside-region",
        ),
    ] {
        let said = stage.run(&arguments).ends_with(2);
        assert!(said.err.contains(words) && said.err.contains("--> --set:1:"), "{arguments:?}: {}", said.err);
    }
}

#[test]
fn a_file_that_is_not_there_has_one_like_it() {
    let stage = Stage::new("settings-file");
    let said = stage.run(&["check", "studi.toml"]).ends_with(2);
    assert!(said.err.contains("did you mean `study.toml`?"), "{}", said.err);
}

#[test]
fn a_setting_holds_in_the_scenarios_that_have_what_it_sets() {
    let stage = Stage::new("settings-some");
    let own = "\n[site.attic]\nnew = true\nowner = \"region\"\n";
    stage.write("tomorrow.toml", &(stage.read("tomorrow.toml") + own));
    let set = ["--set", "site.attic.recovery=\"9 days\""];
    let said = stage.run(&[&["check", "study.toml"][..], &set].concat()).ends_with(1);
    let expected = "\
finding[S0207]: [site.attic] is set in tomorrow only
 --> --set:1:6
  |
1 | site.attic.recovery=\"9 days\"
  |      ^^^^^ not in today
1 finding: 2 scenarios, 2 reserves, 2 articles
";
    assert_eq!(said.err, expected);
    let shown = stage.run(&[&["show", "study.toml", "--scenario", "tomorrow"][..], &set].concat());
    assert!(shown.out.contains("9 days"), "{}{}", shown.out, shown.err);
    // What none has is refused, with the names of one of them.
    let said = stage.run(&["check", "study.toml", "--set", "site.loft.recovery=\"9 days\""]).ends_with(2);
    assert!(
        said.err.contains("there is no [site.loft] to set") && said.err.contains("no scenario has it"),
        "{}",
        said.err
    );
}
