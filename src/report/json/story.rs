//! The JSON of `beredd trace endurance`: ids instead of names, quantities in units, days counted from the cut.

use crate::sim::story::{GroupShort, StoryDay};
use crate::sim::why_short::Why;
use crate::study::story::Told;
use crate::units::Quanta;
use serde_json::{Value, json};

/// Version of the format.
pub const SCHEMA: u32 = 1;

/// The story as indented text, ending in a newline.
pub fn text(told: &Told) -> String {
    let (story, teller) = (&told.story, Teller { told });
    let plan = &story.plan;
    let document = json!({
        "schema": SCHEMA,
        "scenario": told.scenario.id,
        "reserve": told.reserve,
        "cut": told.cut.id,
        "claim": f64::from(told.claim) / 1000.0,
        "replication": told.replication,
        "probe": told.probe.0,
        "probes": told.probe.1,
        "seed": told.seed,
        "start": told.scenario.frame.start,
        "day": told.number(story.day),
        "date": told.date(story.day),
        "under_way": story.under_way.iter().map(|&process| &plan.disruptions[process as usize].name).collect::<Vec<_>>(),
        "groups": plan.endurance.groups.len(),
        "out_before": story.out_before.iter().map(|&group| teller.group(group)).collect::<Vec<_>>(),
        "held": story.held.iter().map(|&(site, lines)| json!({ "from": teller.site(site), "lines": lines })).collect::<Vec<_>>(),
        "locked": story.locked.iter().map(|&(site, articles)| json!({ "site": teller.site(site), "articles": articles })).collect::<Vec<_>>(),
        "days": (1..).zip(&story.days).map(|(number, day)| teller.day(number, day)).collect::<Vec<_>>(),
        "thresholds": plan.endurance.thresholds,
        "endurance": story.reading.days,
        "lasted": story.reading.lasted,
    });
    format!("{document:#}\n")
}

struct Teller<'a> {
    told: &'a Told<'a>,
}

impl Teller<'_> {
    fn group(&self, group: u32) -> &str {
        &self.told.story.plan.endurance.groups[group as usize].name
    }

    fn site(&self, site: u32) -> &str {
        &self.told.story.plan.sites[site as usize].id
    }

    fn units(&self, quantity: Quanta) -> f64 {
        quantity as f64 / self.told.story.plan.resolution as f64
    }

    fn day(&self, number: u32, day: &StoryDay) -> Value {
        let plan = &self.told.story.plan;
        let groups = |groups: &[u32]| groups.iter().map(|&group| self.group(group).to_owned()).collect::<Vec<_>>();
        let toggled = |begins: bool| {
            let of_kind = day.toggled.iter().filter(move |(_, down)| *down == begins);
            of_kind.map(|&(process, _)| &plan.disruptions[process as usize].name).collect::<Vec<_>>()
        };
        let arrived = day.arrived.iter().map(|(&lane, &lines)| {
            let lane = &plan.lanes[lane as usize];
            json!({ "from": self.site(lane.from), "to": self.site(lane.to), "lines": lines })
        });
        json!({
            "day": number,
            "date": self.told.date(self.told.story.day.plus(number - 1)),
            "served": day.served,
            "begins": toggled(true),
            "ends": toggled(false),
            "arrived": arrived.collect::<Vec<_>>(),
            "runs_short": day.short.iter().map(|short| self.short(short)).collect::<Vec<_>>(),
            "runs_out": groups(&day.zero),
            "served_again": groups(&day.back),
        })
    }

    fn short(&self, short: &GroupShort) -> Value {
        let mut value = json!({ "group": self.group(short.group), "served": short.served });
        let (word, site, quantity) = match short.why {
            Why::SiteStopped => ("site-stopped", None, None),
            Why::OnItsWay { quantity } => ("on-its-way", None, Some(quantity)),
            Why::BehindStop { site, quantity } => ("behind-stop", Some(site), Some(quantity)),
            Why::Locked { site, quantity } => ("locked", Some(site), Some(quantity)),
            Why::CutOff { site } => ("cut-off", Some(site), None),
            Why::Waits { site, quantity } => ("waits", Some(site), Some(quantity)),
            Why::Ordered { site } => ("ordered", Some(site), None),
        };
        value["why"] = json!({ "what": word, "site": site.map(|site| self.site(site)), "quantity": quantity.map(|quantity| self.units(quantity)) });
        value
    }
}
