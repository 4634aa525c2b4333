//! A trace with what is needed to tell it: the plan it ran on, and the scenario's names.

use crate::plan::Plan;
use crate::plan::phase::LaterPhase;
use crate::scenario::model::{Id, Scenario, Title};
use crate::sim::trace::entry::Entry;
use crate::time::Day;

/// What happened to one article in one replication.
#[derive(Clone, Debug)]
pub struct Traced<'t> {
    /// The scenario.
    pub scenario: &'t Scenario,
    /// Id of the reserve.
    pub reserve: &'t Id,
    /// The plan of both.
    pub plan: &'t Plan,
    /// Index of the article in the plan.
    pub article: u32,
    /// Number of the replication, from 0.
    pub replication: u64,
    /// The seed.
    pub seed: u64,
    /// First and last day told.
    pub days: (Day, Day),
    /// What happened.
    pub entries: Vec<Entry>,
}

impl Traced<'_> {
    /// The day's number from the first measured day.
    pub fn number(&self, day: Day) -> i64 {
        self.plan.calendar.number(day)
    }

    /// The date of a day, ISO 8601; empty outside of the calendar.
    pub fn date(&self, day: Day) -> String {
        date(&self.scenario.frame.start, self.number(day)).unwrap_or_default()
    }

    /// The name of a process.
    pub fn process(&self, index: u32) -> Title {
        process(self.scenario, self.plan, index)
    }

    /// The plan in force on a day: that of its phase.
    pub fn plan_on(&self, day: Day) -> &Plan {
        let begun = |phase: &&LaterPhase| phase.from_day <= day.0;
        self.plan.phasing.later.iter().rev().find(begun).map_or(self.plan, |phase| &phase.plan)
    }

    /// Id of the place that the goods of a way come from on a day.
    pub fn source_id(&self, way: u32, day: Day) -> &str {
        let plan = self.plan_on(day);
        &plan.sites[plan.lanes[plan.way(way).lane as usize].from as usize].id
    }

    /// Where the goods of a way come from on a day: another site, or a supplier with the origin of its goods.
    pub fn source(&self, way: u32, day: Day) -> Title {
        let plan = self.plan_on(day);
        let lane = &plan.lanes[plan.way(way).lane as usize];
        let site = &plan.sites[lane.from as usize];
        let title = Title { sv: site.name_sv.clone(), en: site.name_en.clone() };
        let supplier = self.scenario.suppliers.get(&site.id).filter(|_| site.is_supplier);
        match supplier.and_then(|supplier| self.scenario.origins.get(&supplier.origin)) {
            Some(origin) => Title {
                sv: format!("{} ({})", title.sv, origin.title.sv),
                en: format!("{} ({})", title.en, origin.title.en),
            },
            None => title,
        }
    }
}

/// The name of a process of a plan: the title of its disruption, and what it hits.
pub fn process(scenario: &Scenario, plan: &Plan, index: u32) -> Title {
    let name = &plan.disruptions[index as usize].name;
    let (id, rest) = name.split_once(" / ").map_or((name.as_str(), ""), |(id, rest)| (id, rest));
    let Some(disruption) = scenario.disruptions.get(id) else {
        return Title { sv: name.clone(), en: name.clone() };
    };
    let whole = |title: &str| if rest.is_empty() { title.to_owned() } else { format!("{title} / {rest}") };
    Title { sv: whole(&disruption.title.sv), en: whole(&disruption.title.en) }
}

/// The date so many days after a first one; `None` outside of the calendar.
pub fn date(start: &str, number: i64) -> Option<String> {
    let start: jiff::civil::Date = start.parse().ok()?;
    start.checked_add(jiff::Span::new().try_days(number).ok()?).ok().map(|date| date.to_string())
}
