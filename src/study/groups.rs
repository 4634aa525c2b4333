//! Names of need groups for people: the titles of the place and of the article.

use super::design::StudyCell;
use super::findings::CellFindings;
use crate::order::Gather;
use crate::plan::Plan;
use crate::scenario::model::Title;
use std::collections::{BTreeMap, BTreeSet};

/// The names of the groups that the findings of a scenario tell of.
pub fn told(scenario: usize, cells: &[StudyCell], found: &[CellFindings]) -> Vec<(String, Title)> {
    let Some(plan) = cells.iter().find(|cell| cell.scenario == scenario).map(|cell| &cell.plan) else {
        return Vec::new();
    };
    let of_scenario = cells.iter().zip(found).filter(|(cell, _)| cell.scenario == scenario);
    let cuts =
        found.iter().zip(cells).filter(|(_, cell)| cell.scenario == scenario).flat_map(|(found, _)| &found.endurance);
    let first = cuts.flat_map(|cut| &cut.failing.groups).map(|group| &group.name);
    let readings = of_scenario.flat_map(|(_, found)| &found.endurance).flat_map(|cut| cut.claims.iter());
    let told: BTreeSet<&String> = readings
        .flat_map(|(_, readings)| readings.most_often_at_zero.iter().flatten())
        .map(|(name, _)| name)
        .chain(first)
        .into_set();
    let names: BTreeMap<&String, Title> = plan
        .endurance
        .groups
        .iter()
        .filter(|group| told.contains(&group.name))
        .filter_map(|group| Some((&group.name, title(plan, *group.demands.first()?)?)))
        .into_map();
    names.into_iter().map(|(id, title)| (id.clone(), title)).collect()
}

/// The name of a group by one of its entries.
pub(super) fn title(plan: &Plan, demand: u32) -> Option<Title> {
    let cell = plan.cells.get(plan.demands.get(demand as usize)?.cell as usize)?;
    let (site, article) = (&plan.sites[cell.site as usize], &plan.articles[cell.article as usize]);
    Some(Title {
        sv: format!("{}: {}", site.name_sv, article.name_sv),
        en: format!("{}: {}", site.name_en, article.name_en),
    })
}
