//! A flow that is not assessed: its articles might as well not be in the file.

use crate::support::{compiled, ran, read, settings, shipped, written};
use beredd::report::table::human;
use beredd::report::wording::Language;
use std::fs::read_to_string;

const OFF: [&str; 2] =
    ["flow.pharmaceuticals.assessed=false", "flow.pharmaceuticals.reason={ sv = \"data saknas\", en = \"no data\" }"];

#[test]
fn the_plan_is_that_of_a_list_without_the_flow() {
    let list = read_to_string(shipped("scenarios/vasterbotten/articles.csv")).expect("the list");
    let without: String =
        list.lines().filter(|line| !line.contains(",pharmaceuticals,")).map(|l| format!("{l}\n")).collect();
    let folder = written("not-assessed", &[("rest.csv", &without)]);
    let file = format!("items.file=\"{}\"", folder.join("rest.csv").display());
    // Without drugs, the rule about drug shortages cannot name them.
    let left = settings(&[&file, "disruption.drug-shortage.offers={}", "disruption.drug-shortage.enabled=false"]);
    let off = settings(&[OFF[0], OFF[1], "disruption.drug-shortage.enabled=false"]);
    let today = shipped("scenarios/vasterbotten/today.toml");
    let (left_out, never_there) = (read(&today, &off), read(&today, &left));
    assert_eq!(left_out.study.scenarios[0].articles.len(), 160);
    let (left_out, never_there) = (compiled(&left_out), compiled(&never_there));
    assert_eq!(left_out[0].plan, never_there[0].plan);
}

#[test]
fn it_costs_less_and_the_report_says_so_in_both_languages() {
    let study = shipped("scenarios/vasterbotten/today.toml");
    let run = |more: &[&str]| ran(&study, &settings(&[&["study.replications=1"], more].concat()), None).findings;
    let (all, rest) = (run(&[]), run(&OFF));
    let cost = |found: &beredd::study::findings::Findings| found.cells[0].cost.total.mean.expect("a cost");
    assert!(cost(&rest) < cost(&all), "{} and {}", cost(&rest), cost(&all));
    let flow = rest.inputs.scenarios[0].flows.iter().find(|flow| flow.id == "pharmaceuticals").expect("the flow");
    assert_eq!(flow.articles, 0);
    let texts = [human(&rest, Language::Sv, 400), human(&rest, Language::En, 400)];
    let lines = [
        "Ej bedömd – alla scenarier: Läkemedel, data saknas.",
        "Not assessed – all scenarios: Pharmaceuticals, no data.",
    ];
    for (text, line) in texts.iter().zip(lines) {
        assert!(text.contains(line), "{text}");
    }
    assert!(!human(&all, Language::Sv, 400).contains("Ej bedömd"));
}

#[test]
fn rules_about_the_flow_alone_do_not_fail_because_of_it() {
    let loaded = read(&shipped("scenarios/vasterbotten/study.toml"), &settings(&OFF));
    let codes: Vec<&str> = loaded.findings.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["S0605"], "one remark, and none about rules that are about nothing");
    compiled(&loaded);
}
