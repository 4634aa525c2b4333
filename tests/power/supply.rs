//! The families on the way to the wards: rationing, transport, shelf life.

#![expect(clippy::disallowed_methods, reason = "theory may use the functions of the platform; results may not")]

use crate::families::{compiled, found};
use crate::verdict::{BIAS, judge};
use beredd::plan::Plan;
use beredd::sim::batches::Expiry;
use beredd::sim::observer::Observer;
use beredd::sim::state::State;
use beredd::time::Day;
use beredd::units::Quanta;
use statrs::distribution::{Discrete, Poisson};

const DAYS: u32 = 1500;
/// Days until the start is forgotten.
const FORGOTTEN: u32 = 100;

/// Units that leave for the second store.
#[derive(Default)]
struct ToTheSecond {
    units: Quanta,
}

impl Observer for ToTheSecond {
    fn dispatched(&mut self, day: Day, way: u32, quantity: Quanta, _: Day) {
        // Cells stand upstream first, then by site: the warehouse, the first store, the second.
        if way == 2 && day.0 >= FORGOTTEN {
            self.units += quantity;
        }
    }
}

/// A warehouse gets 20 units a day, two stores ask for more than that, and the first goes first.
#[test]
fn rationing_by_priority() {
    let run = |first: f64| {
        let text = format!(
            "[scenario]\nwarm-up = \"0 days\"\nmeasured = \"{DAYS} days\"\n[endurance]\nprobes = 0\n[owner.region]\n[supplier.s]\norigin = \"o\"\n\
             [origin.o]\nlead-time = \"1 day\"\n[site.c]\nowner = \"region\"\n[site.c1]\nowner = \"region\"\ndemand-share = \"{} %\"\n\
             [site.c2]\nowner = \"region\"\ndemand-share = \"{} %\"\n[lane.in]\nfrom = \"suppliers\"\nto = \"c\"\nreceipt-rate = \"20 units/day\"\n\
             [lane.one]\nfrom = \"c\"\nto = \"c1\"\nlead-time = \"0 days\"\n[lane.two]\nfrom = \"c\"\nto = \"c2\"\nlead-time = \"0 days\"\n\
             [sourcing.c]\nat = [\"c\"]\nfrom = \"supplier\"\n[sourcing.stores]\nat = [\"c1\", \"c2\"]\nfrom = \"c\"\n\
             [policy.all]\nat = [\"c\", \"c1\", \"c2\"]\nkind = \"order-up-to\"\n[rationing.r]\nat = [\"c\"]\nkind = \"priority\"\norder = [\"c1\"]\n\
             [demand]\nlaw = \"poisson\"\n[article.a]\nsupplier = \"s\"\ndemand = \"25 units/day\"\n",
            100.0 * first / 25.0,
            100.0 - 100.0 * first / 25.0,
        );
        found(&compiled(&text), |seen: &ToTheSecond| seen.units as f64 / f64::from(DAYS - FORGOTTEN))
    };
    // What the first does not take is left for the second.
    judge("rationing: priority", [12.0, 12.0 * BIAS], &run(8.0), &run(20.0 - 12.0 * BIAS));
}

#[derive(Default)]
struct Departures {
    count: f64,
}

impl Observer for Departures {
    fn departed(&mut self, _: Day, _: u32) {
        self.count += 1.0;
    }
}

/// One store that orders every day what was used.
fn store(scenario: &str, mean: f64, article: &str, policy: &str) -> Plan {
    compiled(&format!(
        "[scenario]\nwarm-up = \"0 days\"\nmeasured = \"{DAYS} days\"\n{scenario}\n[endurance]\nprobes = 0\n[owner.region]\n[supplier.s]\n\
         origin = \"o\"\n[origin.o]\nlead-time = \"0 days\"\n[site.store]\nowner = \"region\"\ndemand-share = \"100 %\"\n[lane.in]\n\
         from = \"suppliers\"\nto = \"store\"\n[sourcing.store]\nat = [\"store\"]\nfrom = \"supplier\"\n[policy.store]\nat = [\"store\"]\n\
         kind = \"order-up-to\"\n{policy}\n[demand]\nlaw = \"poisson\"\n[article.a]\nsupplier = \"s\"\ndemand = \"{mean} units/day\"\n{article}\n"
    ))
}

/// A lane departs on the days on which anything was asked for: 1 − exp(−mean) of them.
#[test]
fn departures_of_a_lane() {
    let run = |mean: f64| found(&store("", mean, "", ""), |seen: &Departures| seen.count / f64::from(DAYS));
    let theory = |mean: f64| 1.0 - (-mean).exp();
    let more = -(1.0 - BIAS * theory(1.0)).ln();
    judge("transport: departures", [theory(1.0), theory(more)], &run(1.0), &run(more));
}

#[derive(Default)]
struct Expired {
    units: Quanta,
    days: u32,
}

impl Observer for Expired {
    fn expired(&mut self, _: Day, _: u32, quantity: Quanta, _: Expiry) {
        self.units += quantity;
    }
    fn day_ended(&mut self, _: Day, _: &State) {
        self.days += 1;
    }
}

/// Twelve units each morning that keep for the day: E(12 − D)⁺ of them expire (a newsvendor's leftovers).
#[test]
fn goods_that_expire() {
    let scenario =
        "unmet = \"lost\"\nbatches = true\nday-order = [\"state\", \"review\", \"dispatch\", \"receive\", \"demand\"]";
    let run = |mean: f64| {
        let plan = store(scenario, mean, "shelf-life = \"1 day\"", "level = \"12 units\"");
        // What stands on the last day expires after the run.
        found(&plan, |seen: &Expired| seen.units as f64 / f64::from(seen.days - 1))
    };
    let theory = |mean: f64| {
        let law = Poisson::new(mean).expect("a law");
        (0..12).map(|k| (12.0 - k as f64) * law.pmf(k)).sum()
    };
    judge("shelf life: expired", [theory(10.0), theory(10.0 * BIAS)], &run(10.0), &run(10.0 * BIAS));
}
