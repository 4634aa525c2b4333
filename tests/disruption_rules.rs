//! Disruptions from files to plans: what they hit, when they begin, what they do, and what is refused.

#[expect(dead_code, reason = "a part of it is used here")]
#[path = "support/mod.rs"]
mod support;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::plan::Plan;
use beredd::plan::disruption::{Process, Source, Step, Target};
use beredd::random::laws::DurationLaw;
use beredd::scenario::study::load;
use beredd::study::design;
use support::{compiled, read, settings, written};

/// A supplier in Asia and one in the EU, a warehouse abroad and a store, one article of each supplier.
const FILE: &str = r#"[supplier.acme]
origin = "asia"
[supplier.bolt]
origin = "eu"
[origin.asia]
lead-time = "2 days"
[origin.eu]
lead-time = "2 days"
[owner.region]
kind = "region"
[site.abroad]
owner = "region"
in-region = false
[site.store]
owner = "region"
demand-share = "100 %"
[lane.abroad]
from = "suppliers"
to = "abroad"
[lane.store]
from = "abroad"
to = "store"
lead-time = "1 day"
[sourcing.abroad]
at = ["abroad"]
from = "supplier"
[sourcing.store]
at = ["store"]
from = "abroad"
[policy.all]
at = ["abroad", "store"]
kind = "order-up-to"
[article.A1]
supplier = "acme"
family = "gloves"
demand = "5 units/day"
demand-sd = "3 units/day"
[article.B1]
supplier = "bolt"
demand = "2 units/day"
demand-sd = "1 unit/day"
[scenario]
start = 2026-01-01
warm-up = "0 days"
measured = "60 days"
"#;

fn plan(test: &str, more: &str) -> Plan {
    let folder = written(&format!("disruption-{test}"), &[("s.toml", &format!("{FILE}{more}"))]);
    compiled(&read(&folder.join("s.toml"), &settings(&["endurance.probes=0"]))).remove(0).plan
}

fn processes(test: &str, more: &str) -> Vec<Process> {
    plan(test, more).disruptions
}

/// What is said of a file that is read, or made into a plan, in vain.
fn refused(test: &str, more: &str) -> String {
    let folder = written(&format!("disruption-{test}"), &[("s.toml", &format!("{FILE}{more}"))]);
    match load(&folder.join("s.toml"), &[]) {
        Err(problems) => problems.diagnoses.iter().map(|one| format!("{} {}\n", one.code, one.message)).collect(),
        Ok(loaded) => {
            let faults = design::cells(&loaded.study).expect_err("this cannot run");
            faults.iter().map(|fault| format!("{fault:?}\n")).collect()
        }
    }
}

#[test]
fn each_thing_has_its_process_unless_they_fall_together() {
    let apart =
        processes("apart", "[disruption.x]\nsuppliers = \"all\"\nrate = \"1 per year\"\nduration = \"5 days\"\n");
    let names: Vec<_> = apart.iter().map(|process| process.name.as_str()).collect();
    assert_eq!(names, ["x / acme", "x / bolt"]);
    // A start a year and 5 days down leave 360 days up.
    assert_eq!(apart[0].source, Source::Renewal { up: DurationLaw::Exponential { mean: 360.0 } });
    let more = "[disruption.x]\nsuppliers = \"all\"\ntogether = true\nrate = \"1 per year\"\nduration = \"5 days\"\n";
    let together = processes("together", more);
    assert_eq!((together.len(), together[0].name.as_str(), together[0].targets.len()), (1, "x", 2));
}

#[test]
fn origins_and_the_outside_are_hit_whole() {
    let plan = plan(
        "whole",
        "[disruption.o]\norigins = [\"asia\"]\nday = \"3 days\"\nduration = \"5 days\"\n\
         [disruption.u]\noutside-region = true\nat = [2026-01-31]\nduration = \"5 days\"\nlead-time-added = \"2 days\"\n",
    );
    let site = |id: &str| Target::Site(plan.sites.iter().position(|site| site.id == id).expect("a site") as u32);
    let [origin, outside] = plan.disruptions.as_slice() else { panic!("{:?}", plan.disruptions) };
    assert_eq!((origin.name.as_str(), &origin.targets), ("o / asia / day 3", &vec![site("acme")]));
    assert_eq!(outside.source, Source::Once { day: 30, probability: 1.0 });
    // Three sites lie outside; their lanes are slower, and nothing stops.
    assert_eq!((outside.targets.len(), outside.effects.lanes.len()), (0, plan.lanes.len()));
    assert_eq!(outside.effects.lead_added, 2.0);
}

#[test]
fn a_chain_has_a_process_for_each_that_it_follows() {
    let more = "[disruption.a]\nsuppliers = \"all\"\nrate = \"1 per year\"\nduration = \"5 days\"\n\
        [disruption.b]\ndemand = { articles = { family = \"gloves\" }, at = [\"store\"] }\nafter = \"a\"\ndelay = \"2 days\"\nprobability = 0.8\n\
        duration = { dist = \"geometric\", mean = \"4 days\" }\ndemand-factor = [[\"0 days\", 2.0], [\"12 hours\", 1.5]]\n";
    let processes = processes("chain", more);
    let names: Vec<_> = processes.iter().map(|process| process.name.as_str()).collect();
    assert_eq!(names, ["a / acme", "a / bolt", "b / demand / after a / acme", "b / demand / after a / bolt"]);
    let Source::After { process, ref delay, probability } = processes[3].source else { panic!("{:?}", processes[3]) };
    assert_eq!((process, delay, probability), (1, &DurationLaw::Fixed { days: 2.0 }, 0.8));
    let effects = &processes[3].effects;
    assert_eq!(effects.demand_factor.0, [Step { after: 0, factor: 2.0 }, Step { after: 720, factor: 1.5 }]);
    assert_eq!(effects.demands.len(), 1, "gloves at the store");
    assert_eq!(processes[3].down, DurationLaw::Geometric { mean: 4.0 });
}

#[test]
fn stock_and_capacity_name_their_cells() {
    let more = "[disruption.f]\nsites = [\"abroad\"]\nday = [\"3 days\", \"9 days\"]\nduration = \"5 days\"\nstop = true\nstock-lost = \"30 %\"\n\
        stock-locked = \"100 %\"\narticles = { family = \"gloves\" }\n\
        [disruption.g]\nlanes = [\"store\"]\nup = \"20 days\"\nduration = \"5 days\"\ncapacity = 0.4\n";
    let plan = plan("cells", more);
    assert_eq!(plan.disruptions.len(), 3, "a fire on each of two days, and a lane");
    let fire = &plan.disruptions[0];
    assert_eq!((fire.effects.lost.0, fire.effects.locked.0, fire.targets.len()), (300_000, 1_000_000, 1));
    let cell = &plan.cells[fire.effects.cells[0] as usize];
    assert_eq!((fire.effects.cells.len(), plan.articles[cell.article as usize].id.as_str()), (1, "A1"));
    let lane = &plan.disruptions[2];
    assert_eq!((lane.effects.capacity.at(0), lane.effects.limited.len(), lane.targets.len()), (0.4, 1, 0));
}

#[test]
fn what_cannot_be_is_refused() {
    let start = "[disruption.x]\nduration = \"5 days\"\n";
    let said = |test: &str, more: &str| refused(test, &format!("{start}{more}"));
    for (test, more, code, word) in [
        ("no-target", "rate = \"1 per year\"\n", "S0206", "needs exactly one of offers"),
        ("no-source", "suppliers = \"all\"\n", "S0206", "needs exactly one of rate"),
        ("two", "suppliers = \"all\"\nrate = \"1 per year\"\nday = \"1 day\"\n", "S0206", "needs exactly one of rate"),
        ("needs", "demand = {}\nday = \"1 day\"\n", "S02", "`demand-factor` is missing"),
        ("surge", "suppliers = \"all\"\nday = \"1 day\"\ndemand-factor = 2\n", "S0602", "is about needs"),
        ("lost", "suppliers = \"all\"\nday = \"1 day\"\nstock-lost = \"1 %\"\n", "S0602", "needs sites with stock"),
        ("road", "offers = {}\nday = \"1 day\"\nlead-time-factor = 2\n", "S0602", "is about lanes"),
        ("nothing", "suppliers = \"all\"\nday = \"1 day\"\nstop = false\n", "S0602", "nothing else happens"),
        ("chance", "suppliers = \"all\"\nrate = \"1 per year\"\nprobability = 0.5\n", "S0602", "belongs to `at`"),
        ("delay", "suppliers = \"all\"\nday = \"1 day\"\ndelay = \"1 day\"\n", "S0602", "belongs to `after`"),
        ("ghost", "suppliers = \"all\"\nafter = \"ghost\"\n", "S05", "no disruption `ghost`"),
        ("twice", "suppliers = \"all\"\nday = [\"1 day\", \"1 day\"]\n", "S", "names a day twice"),
        (
            "steps",
            "suppliers = \"all\"\nday = \"1 day\"\ncapacity = [[\"5 days\", 0.5], [\"1 day\", 1]]\n",
            "S",
            "do not ascend",
        ),
        ("inside", "outside-region = false\nday = \"1 day\"\n", "S", "is false"),
        ("late", "suppliers = \"all\"\nday = \"60 days\"\n", "S0701", "not one of the 60 measured days"),
        ("early", "suppliers = \"all\"\nat = [2025-12-31]\n", "S0701", "not one of the 60 measured days"),
        ("ring", "suppliers = \"all\"\nafter = \"x\"\n", "S0701", "follows itself"),
    ] {
        let found = said(test, more);
        assert!(found.contains(word) && found.contains(code), "{test}: {found}");
    }
}
