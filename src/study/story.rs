//! The story of a probe with what is needed to tell it: the scenario's names, and which probe and cut it was.

use super::groups;
use super::trace::{date, process};
use crate::plan::cut::Cut;
use crate::scenario::model::{Id, Scenario, Title};
use crate::sim::story::Story;
use crate::time::Day;

/// What happened in the copy of one probe.
#[derive(Clone, Debug)]
pub struct Told<'t> {
    /// The scenario.
    pub scenario: &'t Scenario,
    /// Id of the reserve.
    pub reserve: &'t Id,
    /// The cut.
    pub cut: &'t Cut,
    /// Share of the suppliers' stock that can be claimed, in thousandths.
    pub claim: u16,
    /// Number of the replication, from 0.
    pub replication: u64,
    /// The seed.
    pub seed: u64,
    /// Number of the probe, from 0, and how many there are.
    pub probe: (usize, usize),
    /// What happened.
    pub story: Story,
}

impl Told<'_> {
    /// A day's number from the first measured day.
    pub fn number(&self, day: Day) -> i64 {
        self.story.plan.calendar.number(day)
    }

    /// The date of a day, ISO 8601; empty outside of the calendar.
    pub fn date(&self, day: Day) -> String {
        date(&self.scenario.frame.start, self.number(day)).unwrap_or_default()
    }

    /// The name of a process.
    pub fn process(&self, index: u32) -> Title {
        process(self.scenario, &self.story.plan, index)
    }

    /// The name of a need group: its place and article.
    pub fn group(&self, index: u32) -> Title {
        let group = &self.story.plan.endurance.groups[index as usize];
        let named = group.demands.first().and_then(|&demand| groups::title(&self.story.plan, demand));
        named.unwrap_or_else(|| Title { sv: group.name.clone(), en: group.name.clone() })
    }

    /// The name of a site or a supplier.
    pub fn site(&self, index: u32) -> Title {
        let site = &self.story.plan.sites[index as usize];
        Title { sv: site.name_sv.clone(), en: site.name_en.clone() }
    }
}
