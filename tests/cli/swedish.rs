//! Diagnoses are English; with `--lang sv` or a Swedish environment a line in Swedish stands below each.

use crate::stage::{Stage, hear};

const BAD: &str = "extends = \"today.toml\"\n[policy.depot]\nsaftey-stock = \"3 days\"\nreview = 2\n";

#[test]
fn each_diagnosis_has_a_swedish_line_below() {
    let stage = Stage::new("swedish-lines");
    stage.write("bad.toml", BAD);
    let expected = "\
error[S0203]: unknown key `saftey-stock` in [policy.depot]
  --> bad.toml:3:1
   |
 3 | saftey-stock = \"3 days\"
   | ^^^^^^^^^^^^ not a key of a policy
   |
help: did you mean `safety-stock`? It is set in the base here:
  --> today.toml:55:1
   |
55 | safety-stock = \"5 days\"
   | ------------
På svenska: En nyckel som inget läser. Gör så här: rätta stavningen; närmaste nyckel föreslås. Mer: beredd explain S0203 --lang sv

error[S0301]: `review` in [policy.depot] is a bare number and needs a unit
 --> bad.toml:4:10
  |
4 | review = 2
  |          ^ write \"2 days\"
På svenska: Ett tal saknar enhet, eller har en annan än nyckeln vill ha. Gör så här: skriv talet med enhet inom citattecken: \"3 days\". Mer: beredd explain S0301 --lang sv
";
    for command in ["check", "run", "show", "sensitivity"] {
        let said = stage.run(&[command, "bad.toml", "--lang", "sv"]).ends_with(2);
        assert_eq!(said.err, expected, "{command}");
        let said = stage.run(&[command, "bad.toml"]).ends_with(2);
        assert!(!said.err.contains("svenska") && said.err.contains("S0301"), "{command}: {}", said.err);
    }
    let said = hear(stage.command(&["check", "bad.toml"]).env("LANG", "sv_SE.UTF-8")).ends_with(2);
    assert_eq!(said.err, expected);
}

#[test]
fn what_the_swedish_line_names_can_be_asked_for() {
    let stage = Stage::new("swedish-explain");
    let said = stage.run(&["explain", "S0203", "--lang", "sv"]).ends_with(0);
    assert!(said.out.contains("En nyckel som inget läser."), "{}", said.out);
}

#[test]
fn check_counts_in_swedish() {
    let stage = Stage::new("swedish-check");
    let said = stage.run(&["check", "study.toml", "--lang", "sv"]).ends_with(0);
    assert_eq!(said.out, "ok: 2 scenarier, 2 reserver, 2 artiklar\n");
    let one = ["check", "today.toml", "--lang", "sv", "--set", "disruption.supplier-stop.suppliers=[]"];
    let said = stage.run(&one).ends_with(1);
    assert!(said.err.ends_with("1 anmärkning: 1 scenario, 1 reserv, 2 artiklar\n"), "{}", said.err);
}

#[test]
fn json_is_the_same_in_every_language() {
    let stage = Stage::new("swedish-json");
    let none = ["run", "today.toml", "-r", "2", "--format", "json", "--set", "disruption.supplier-stop.suppliers=[]"];
    let (english, swedish) =
        (stage.run(&none).ends_with(0), stage.run(&[&none[..], &["--lang", "sv"]].concat()).ends_with(0));
    assert!(english.err.contains("S0603") && swedish.err.contains("På svenska: En regel som inte gäller något."));
    assert_eq!(english.out, swedish.out);
}
