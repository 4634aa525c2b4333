//! From text to a plan and what happens in it, told by names instead of numbers.

use beredd::plan::Plan;
use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::load_carried;
use beredd::sim::observer::Observer;
use beredd::sim::replication::{Outcome, Ready};
use beredd::study::design;
use beredd::time::Day;
use beredd::units::Quanta;
use std::collections::BTreeMap;
use std::path::Path;

/// The plan of a scenario.
pub fn plan(text: &str) -> Plan {
    let path = "generated.toml";
    let loaded = load_carried(&[(path, text)], Path::new(path), &[])
        .unwrap_or_else(|problems| panic!("{}\n{text}", render(&problems.diagnoses, &problems.sources, Colour::Plain)));
    design::cells(&loaded.study).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).swap_remove(0).plan
}

/// What a replication gives.
pub fn outcome(plan: &Plan, replication: u64) -> Outcome {
    Ready::new(plan).simulate(1, replication).unwrap_or_else(|fault| panic!("{fault}"))
}

/// (day, what happened, how much) for each name: a site and an article, or a disruption.
pub type Story = BTreeMap<String, Vec<(u32, &'static str, Quanta)>>;

/// What happened to each article at each site, by names.
pub fn story(plan: &Plan, replication: u64) -> Story {
    let mut teller = Teller { plan, story: Story::new() };
    Ready::new(plan).observe(1, replication, &mut teller).unwrap_or_else(|fault| panic!("{fault}"));
    teller.story
}

struct Teller<'p> {
    plan: &'p Plan,
    story: Story,
}

impl Teller<'_> {
    fn at(&mut self, cell: u32, day: Day, what: &'static str, quantity: Quanta) {
        let cell = &self.plan.cells[cell as usize];
        let (site, article) = (&self.plan.sites[cell.site as usize].id, &self.plan.articles[cell.article as usize].id);
        self.story.entry(format!("{site} {article}")).or_default().push((day.0, what, quantity));
    }

    fn of_demand(&mut self, demand: u32, day: Day, what: &'static str, quantity: Quanta) {
        self.at(self.plan.demands[demand as usize].cell, day, what, quantity);
    }
}

impl Observer for Teller<'_> {
    fn toggled(&mut self, day: Day, process: u32, down: bool) {
        let name = self.plan.disruptions[process as usize].name.clone();
        self.story.entry(name).or_default().push((day.0, "toggled", Quanta::from(down)));
    }
    fn struck(&mut self, day: Day, _process: u32, cell: u32, lost: Quanta, locked: Quanta) {
        self.at(cell, day, "lost", lost);
        self.at(cell, day, "locked", locked);
    }
    fn received(&mut self, day: Day, way: u32, quantity: Quanta, before: Quanta) {
        let cell = self.plan.buyer(way);
        self.at(cell, day, "received", quantity);
        self.at(cell, day, "with on hand", before);
    }
    fn backlog_served(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.at(cell, day, "backlog served", quantity);
    }
    fn demanded(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.of_demand(demand, day, "demanded", quantity);
        self.of_demand(demand, day, "served", served);
    }
    fn ordered(&mut self, day: Day, way: u32, quantity: Quanta) {
        let cell = self.plan.buyer(way);
        self.at(cell, day, "ordered", quantity);
    }
    fn dispatched(&mut self, day: Day, way: u32, quantity: Quanta, arrival: Day) {
        let cell = self.plan.buyer(way);
        self.at(cell, day, "dispatched", quantity);
        self.at(cell, arrival, "arrives", quantity);
    }
    fn substituted(&mut self, day: Day, demand: u32, by: u32, covered: Quanta, taken: Quanta) {
        self.of_demand(demand, day, "covered", covered);
        self.of_demand(by, day, "stands in", taken);
    }
    fn helped(&mut self, day: Day, demand: u32, giver: u32, quantity: Quanta, _arrival: Option<Day>) {
        self.of_demand(demand, day, "helped", quantity);
        self.at(giver, day, "gives", quantity);
    }
    fn held_back(&mut self, day: Day, demand: u32, _missing: u32, quantity: Quanta) {
        self.of_demand(demand, day, "held back", quantity);
    }
    fn reacted(&mut self, day: Day, demand: u32, kind: beredd::plan::shortage::ReactionKind, quantity: Quanta) {
        self.of_demand(demand, day, kind.id(), quantity);
    }
}
