//! What must hold of the region's results whatever they are.

use crate::support::{Ran, mean, quoted, ran, settings, shipped, whole, written};
use beredd::sim::cost::Component;
use beredd::study::findings::CellFindings;
use beredd::study::row::RunRow;

const TODAY: &str = "scenarios/vasterbotten/today.toml";

#[test]
fn holding_cost_rises_strictly_with_the_reserve() {
    // The same luck under every reserve, so the comparison holds replication by replication, without chance.
    let quick = settings(&["study.replications=6", "endurance.probes=0"]);
    let ran = ran(&shipped("scenarios/vasterbotten/study.toml"), &quick, None);
    let is_holding = |component: Component| matches!(component, Component::Capital | Component::Storage);
    let holding = |row: &RunRow| -> f64 {
        row.costs.iter().filter(|line| is_holding(line.component)).map(|line| line.per_year.sek()).sum()
    };
    for of_scenario in ran.runs.chunks(5) {
        for pair in of_scenario.windows(2) {
            for (less, more) in pair[0].rows.of_runs(holding).zip(pair[1].rows.of_runs(holding)) {
                let (less, more) = (less.expect("in memory"), more.expect("in memory"));
                assert!(less < more, "{less} and {more}");
            }
        }
    }
    for of_scenario in ran.findings.cells.chunks(5) {
        let cost = |cell: &CellFindings| -> f64 {
            cell.cost.components.iter().filter(|(component, _)| is_holding(*component)).map(|(_, sum)| mean(sum)).sum()
        };
        let costs: Vec<f64> = of_scenario.iter().map(cost).collect();
        println!("{}: capital and storage {costs:.0?} SEK/year", of_scenario[0].scenario);
        assert!(costs.windows(2).all(|pair| pair[0] < pair[1]), "{costs:?}");
    }
}

#[test]
fn cutting_nothing_with_ample_stock_and_no_disruptions_lasts_to_the_cap() {
    let overlay = format!(
        "extends = {}\n[cut.nothing]\nnew = true\ntitle = {{ sv = \"Inget\", en = \"Nothing\" }}\nstops = []\n",
        quoted(TODAY)
    );
    let folder = written("nothing", &[("calm.toml", &overlay)]);
    let calm = settings(&[
        r#"study.cuts=["nothing"]"#,
        "study.replications=5",
        "disruption.*.enabled=false",
        "policy.*.safety-stock=300 days",
        "scenario.warm-up=100 days",
    ]);
    let ran = ran(&folder.join("calm.toml"), &calm, None);
    for (claim, readings) in &ran.findings.cells[0].endurance[0].claims {
        for days in &readings.days {
            assert_eq!((days.days.mean, days.share_at_cap), (Some(120.0), 1.0), "claim {claim}, {}", days.threshold);
        }
        assert!(readings.curve.iter().all(|point| point.mean == 1.0), "everything is served on every day");
    }
}

/// Today with a site, Annex, that is there for one article that nobody uses, and whatever `more` says. Two scenarios: in the
/// second one the cut takes the site.
fn with_unused_site(folder: &str, more: &str) -> Ran {
    let site = include_str!("../data/unrelated.toml").replace("BASE", &quoted(TODAY));
    let site = site.replace("100 units/day", "0 units/day").replace("critical = true", "critical = false");
    let cut = "[cut.annex]\nnew = true\ntitle = { sv = \"Annex\", en = \"Annex\" }\nstops = [STOPS]\n";
    let text = format!("{site}{cut}{more}");
    let (idle, cut) = (text.replace("STOPS", ""), text.replace("STOPS", "\"site:annex\""));
    let folder = written(folder, &[("idle.toml", &idle), ("cut.toml", &cut), ("study.toml", STUDY)]);
    ran(&folder.join("study.toml"), &settings(&["scenario.warm-up=200 days"]), None)
}

const STUDY: &str =
    "[study]\nscenarios = [\"idle\", \"cut\"]\ncuts = [\"annex\"]\nreserves = [\"none\"]\nreplications = 5\n";
const FAILURE: &str = "[disruption.annex]\nnew = true\ntitle = { sv = \"Brand\", en = \"Fire\" }\nroles = [\"annex\"]\n\
                       rate = \"3 per year\"\nduration = \"60 days\"\n";

#[test]
fn cutting_or_failing_a_site_that_nobody_uses_costs_exactly_nothing() {
    let calm = with_unused_site("unused-calm", "");
    let failing = with_unused_site("unused-failing", FAILURE);
    assert_eq!(calm.cells[0].plan.disruptions.len() + 1, failing.cells[0].plan.disruptions.len());
    assert_eq!(calm.cells[1].plan.cuts[0].stops.len(), calm.cells[0].plan.cuts[0].stops.len() + 1);
    let rows = |ran: &Ran, cell: usize| whole(&ran.runs[cell]);
    assert!(rows(&calm, 0) == rows(&calm, 1), "cutting it changes something");
    assert!(rows(&calm, 0) == rows(&failing, 0), "failing it changes something");
    assert!(rows(&calm, 0) == rows(&failing, 1), "both change something");
    let cost = &failing.findings.comparisons[0].differences["cost_per_year"];
    assert_eq!((cost.paired.mean, cost.paired.low, cost.paired.high), (Some(0.0), Some(0.0), Some(0.0)));
}
