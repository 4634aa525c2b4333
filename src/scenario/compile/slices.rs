//! Parts of need that are read by themselves.

use super::network::Network;
use crate::plan::demand::Demand;
use crate::plan::endurance::NeedGroup;
use crate::plan::slice::{Slice, SliceKind};
use crate::scenario::model::{Scenario, Title};
use std::collections::BTreeMap;

/// The flows, sites, classes and families that the need groups belong to, each by its first demand entry; an article without a
/// flow, class or family is in no part of that kind.
pub fn build(scenario: &Scenario, network: &Network, demands: &[Demand], groups: &[NeedGroup]) -> Vec<Slice> {
    let mut parts: BTreeMap<(SliceKind, &str), Vec<u32>> = BTreeMap::new();
    for (index, group) in (0..).zip(groups) {
        let cell = &network.cells[demands[group.demands[0] as usize].cell as usize];
        let article = &scenario.articles[&network.articles[cell.article as usize].id];
        let ids = [&article.flow, &network.sites[cell.site as usize].id, &article.class, &article.family];
        for (kind, id) in SliceKind::ALL.into_iter().zip(ids).filter(|(_, id)| !id.is_empty()) {
            parts.entry((kind, id)).or_default().push(index);
        }
    }
    let slice = |((kind, id), groups): ((SliceKind, &str), Vec<u32>)| {
        let Title { sv, en } = title(scenario, kind, id);
        Slice { kind, id: id.to_owned(), name_sv: sv, name_en: en, groups }
    };
    parts.into_iter().map(slice).collect()
}

fn title(scenario: &Scenario, kind: SliceKind, id: &str) -> Title {
    let found = match kind {
        SliceKind::Flow => scenario.flows.get(id).map(|flow| &flow.title),
        SliceKind::Site => scenario.sites.get(id).map(|site| &site.title),
        SliceKind::Family => scenario.families.get(id).map(|family| &family.title),
        SliceKind::Class => None,
    };
    found.cloned().unwrap_or_else(|| Title { sv: id.to_owned(), en: id.to_owned() })
}
