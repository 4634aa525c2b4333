//! The families: laws of demand, laws of lead times, disruptions, reactions. Policies against closed forms stand in `tests/theory`.

#![expect(clippy::disallowed_methods, reason = "theory may use the functions of the platform; results may not")]

use crate::verdict::{BIAS, judge};
use beredd::plan::Plan;
use beredd::plan::shortage::{KINDS, ReactionKind};
use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::load_carried;
use beredd::sim::observer::Observer;
use beredd::sim::replication::Ready;
use beredd::sim::state::State;
use beredd::study::design;
use beredd::time::Day;
use beredd::units::Quanta;
use statrs::distribution::{ContinuousCDF, Exp, Gamma, LogNormal, Triangular, Uniform};
use std::path::Path;

const REPLICATIONS: u64 = 400;

/// One article at one store, which orders what was used every day from a supplier with a lead time.
fn plan(days: u32, article: &str, rest: &str) -> Plan {
    let text = format!(
        "[scenario]\nwarm-up = \"0 days\"\nmeasured = \"{days} days\"\nlead-times = \"independent\"\n[endurance]\nprobes = 0\n[owner.region]\n\
         [supplier.s]\norigin = \"o\"\n[site.store]\nowner = \"region\"\ndemand-share = \"100 %\"\n[lane.in]\nfrom = \"suppliers\"\nto = \"store\"\n\
         [sourcing.store]\nat = [\"store\"]\nfrom = \"supplier\"\n[article.a]\nsupplier = \"s\"\n{article}\n{rest}\n"
    );
    compiled(&text)
}

/// The plan of a scenario.
pub fn compiled(text: &str) -> Plan {
    let path = "power.toml";
    let loaded = load_carried(&[(path, text)], Path::new(path), &[])
        .unwrap_or_else(|problems| panic!("{}\n{text}", render(&problems.diagnoses, &problems.sources, Colour::Plain)));
    design::cells(&loaded.study).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).swap_remove(0).plan
}

/// What one observer finds in each replication.
pub fn found<O: Observer + Default>(plan: &Plan, figure: impl Fn(&O) -> f64) -> Vec<f64> {
    let ready = Ready::new(plan);
    let one = |number| {
        let mut observer = O::default();
        ready.observe(1, number, &mut observer).unwrap_or_else(|fault| panic!("{fault}"));
        figure(&observer)
    };
    (0..REPLICATIONS).map(one).collect()
}

#[derive(Default)]
struct Needs {
    sum: Quanta,
    days: u32,
}

impl Observer for Needs {
    fn demanded(&mut self, _: Day, _: u32, quantity: Quanta, _: Quanta) {
        self.sum += quantity;
    }
    fn day_ended(&mut self, _: Day, _: &State) {
        self.days += 1;
    }
}

#[test]
fn laws_of_demand() {
    let policy = "[origin.o]\nlead-time = \"1 day\"\n[policy.store]\nat = [\"store\"]\nkind = \"order-up-to\"\n";
    let laws = [
        ("normal", "law = \"normal\"", "demand-sd = \"5 units/day\""),
        ("normal, negatives allowed", "law = \"normal\"\nnegative = \"allow\"", "demand-sd = \"12 units/day\""),
        ("lognormal", "law = \"lognormal\"", "demand-sd = \"8 units/day\""),
        ("gamma", "law = \"gamma\"", "demand-sd = \"10 units/day\""),
        ("poisson", "law = \"poisson\"", ""),
        ("negative binomial", "law = \"negative-binomial\"", "demand-sd = \"7 units/day\""),
        ("intermittent", "law = \"intermittent\"\ninterval = \"2 days\"\nsize = \"geometric\"", ""),
        (
            "intermittent, lognormal sizes",
            "law = \"intermittent\"\ninterval = \"3 days\"\nsize = \"lognormal\"\nsize-cv = 0.5",
            "",
        ),
    ];
    for (name, law, spread) in laws {
        let run = |mean: f64| {
            let article = format!("demand = \"{mean} units/day\"\n{spread}");
            let plan = plan(4500, &article, &format!("{policy}[demand]\n{law}\n"));
            found(&plan, |needs: &Needs| needs.sum as f64 / f64::from(needs.days))
        };
        judge(&format!("demand: {name}"), [10.0, 10.0 * BIAS], &run(10.0), &run(10.0 * BIAS));
    }
}

#[derive(Default)]
struct Lines {
    count: f64,
    days: f64,
}

impl Observer for Lines {
    fn dispatched(&mut self, day: Day, _: u32, _: Quanta, arrival: Day) {
        self.count += 1.0;
        self.days += f64::from(arrival.0 - day.0);
    }
}

/// Mean days until goods are there: they leave at the start of a day and join at the start of the day at or after their arrival, so
/// Σ P(lead time > k) over whole k.
fn whole_days(law: &impl ContinuousCDF<f64, f64>, scale: f64) -> f64 {
    (0..4000).map(|k| 1.0 - law.cdf(f64::from(k) / scale)).sum()
}

#[test]
fn laws_of_lead_times() {
    let sigma = (1.0_f64 + 0.6 * 0.6).ln().sqrt();
    type Theory = Box<dyn Fn(f64) -> f64>;
    let laws: [(&str, &str, Theory); 6] = [
        (
            "lognormal",
            "{ dist = \"lognormal\", mean = \"@ days\", cv = 0.6 }",
            Box::new(move |scale| {
                whole_days(&LogNormal::new(8.0_f64.ln() - sigma * sigma / 2.0, sigma).unwrap(), scale)
            }),
        ),
        (
            "gamma",
            "{ dist = \"gamma\", mean = \"@ days\", cv = 0.5 }",
            Box::new(|scale| whole_days(&Gamma::new(4.0, 0.5).unwrap(), scale)),
        ),
        (
            "exponential",
            "{ dist = \"exponential\", mean = \"@ days\" }",
            Box::new(|scale| whole_days(&Exp::new(0.125).unwrap(), scale)),
        ),
        (
            "uniform",
            "{ dist = \"uniform\", least = \"0 days\", most = \"@@ days\" }",
            Box::new(|scale| whole_days(&Uniform::new(0.0, 16.0).unwrap(), scale)),
        ),
        (
            "triangular",
            "{ dist = \"triangular\", least = \"0 days\", mode = \"@ days\", most = \"@@ days\" }",
            Box::new(|scale| whole_days(&Triangular::new(0.0, 16.0, 8.0).unwrap(), scale)),
        ),
        // Whole days and half days, of which the half ones are there a half day later.
        (
            "discrete",
            "{ dist = \"discrete\", days = [\"4 days\", \"#1 days\", \"12 days\"], probabilities = [0.3, 0.4, 0.3] }",
            Box::new(|_| 8.0),
        ),
    ];
    for (name, law, theory) in laws {
        let run = |scale: f64| {
            let law = law.replace("@@", &format!("{}", 16.0 * scale)).replace('@', &format!("{}", 8.0 * scale));
            // One more day for a fifth of four tenths of the lines is one per cent of eight days.
            let law = match (law.contains('#'), scale > 1.0) {
                (true, true) => law.replace("\"#1 days\"", "\"8 days\", \"9 days\"").replace("0.4", "0.32, 0.08"),
                _ => law.replace("#1", "8"),
            };
            let rest = format!(
                "[origin.o]\nlead-time = {law}\n[policy.store]\nat = [\"store\"]\nkind = \"order-up-to\"\n[demand]\nlaw = \"fixed\"\n"
            );
            let plan = plan(1500, "demand = \"5 units/day\"", &rest);
            found(&plan, |lines: &Lines| lines.days / lines.count)
        };
        let biased = if name == "discrete" { 8.08 } else { theory(BIAS) };
        judge(&format!("lead time: {name}"), [theory(1.0), biased], &run(1.0), &run(BIAS));
    }
}

/// Days on which the one process is down.
#[derive(Default)]
struct Down {
    now: bool,
    down: f64,
    days: f64,
    first: bool,
    toggled: bool,
}

impl Observer for Down {
    fn toggled(&mut self, _: Day, _: u32, down: bool) {
        if !self.toggled {
            // What it was before its first change.
            (self.toggled, self.first) = (true, !down);
            if self.first {
                self.down = self.days;
            }
        }
        self.now = down;
    }
    fn day_ended(&mut self, _: Day, _: &State) {
        self.days += 1.0;
        self.down += f64::from(u8::from(self.now));
    }
}

#[test]
fn disruptions() {
    let laws = [
        (
            "gamma up and down",
            "{ dist = \"gamma\", mean = \"7.5 days\", cv = 0.3 }",
            "{ dist = \"gamma\", mean = \"@ days\", cv = 0.3 }",
        ),
        (
            "gamma up, fixed down",
            "{ dist = \"gamma\", mean = \"7.5 days\", cv = 0.3 }",
            "{ dist = \"fixed\", days = \"@ days\" }",
        ),
        (
            "gamma up, lognormal down",
            "{ dist = \"gamma\", mean = \"7.5 days\", cv = 0.3 }",
            "{ dist = \"lognormal\", mean = \"@ days\", cv = 0.4 }",
        ),
    ];
    for (name, up, down) in laws {
        let run = |mean: f64| {
            let down = down.replace('@', &format!("{mean}"));
            let rest = format!(
                "[origin.o]\nlead-time = \"1 day\"\n[policy.store]\nat = [\"store\"]\nkind = \"order-up-to\"\n[demand]\nlaw = \"fixed\"\n\
                 [disruption.d]\noffers = {{}}\nup = {up}\nduration = {down}\n"
            );
            let plan = plan(6000, "demand = \"5 units/day\"", &rest);
            found(&plan, |down: &Down| down.down / down.days)
        };
        // The share of time down: mean down ÷ (mean up + mean down), a new process every time.
        let theory = |mean: f64| mean / (mean + 7.5);
        judge(&format!("disruption: {name}"), [theory(2.5), theory(2.5 * BIAS)], &run(2.5), &run(2.5 * BIAS));
    }
}

#[derive(Default)]
struct Reacted {
    needed: Quanta,
    by_kind: [Quanta; KINDS],
}

impl Observer for Reacted {
    fn demanded(&mut self, _: Day, _: u32, quantity: Quanta, _: Quanta) {
        self.needed += quantity;
    }
    fn reacted(&mut self, _: Day, _: u32, kind: ReactionKind, quantity: Quanta) {
        self.by_kind[kind.place()] += quantity;
    }
}

#[test]
fn shares_of_reactions() {
    // Nothing is on hand and nothing comes, so all need is short.
    let kinds =
        [("wait", ReactionKind::Wait), ("elsewhere", ReactionKind::Elsewhere), ("cancel", ReactionKind::Cancel)];
    for (word, kind) in kinds {
        let run = |share: f64| {
            let other = if word == "wait" { "cancel" } else { "wait" };
            let rest = format!(
                "[origin.o]\nlead-time = \"1 day\"\n[policy.store]\nat = [\"store\"]\nkind = \"none\"\n[demand]\nlaw = \"poisson\"\n\
                 [reaction.r]\nat = [\"store\"]\n{word} = \"{} %\"\n{other} = \"{} %\"\n",
                100.0 * share,
                100.0 - 100.0 * share,
            );
            let plan = plan(1000, "demand = \"7 units/day\"", &rest);
            found(&plan, |reacted: &Reacted| reacted.by_kind[kind.place()] as f64 / reacted.needed as f64)
        };
        judge(&format!("reaction: {word}"), [0.4, 0.4 * BIAS], &run(0.4), &run(0.4 * BIAS));
    }
}
