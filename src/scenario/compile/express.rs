//! Express of the plan: which service each way has, without a cut and where a cut calls on more.

use super::Fault;
use super::matching::BySite;
use super::network::{Network, owner_index};
use super::rules::Levels;
use super::transport::described;
use crate::plan::Plan;
use crate::plan::cut::CutExpress;
use crate::plan::transport::{CellExpress, Express, TransportPlan};
use crate::random::key::StreamName;
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{ExpressRule, Id, Scenario};
use crate::units::Quanta;
use std::collections::BTreeMap;

/// Writes the services into the plan of transport: one for each rule and lane. A cell has the rule with the highest priority.
pub fn build(
    scenario: &Scenario,
    network: &Network,
    levels: &Levels,
    plan: &mut TransportPlan,
    faults: &mut Vec<Fault>,
) {
    let mut making = Making { scenario, network, levels, services: BTreeMap::new(), express: Vec::new() };
    let always = scenario.express.iter().filter(|(_, rule)| !rule.only_in_cuts);
    if always.clone().next().is_some() {
        plan.express_of_cell = making.services(always, faults);
    }
    if scenario.express.values().any(|rule| rule.only_in_cuts) {
        plan.express_on_call = making.services(&scenario.express, faults);
    }
    plan.express = making.express;
    for id in scenario.express.keys().filter(|id| !plan.express.iter().any(|express| express.id == **id)) {
        faults.push(Fault::new(
            format!("express.{id}"),
            format!("express.{id} holds for no article at any of its sites"),
            "check `at`, `articles` and `priority`, or take the table away",
        ));
    }
}

/// The services so far.
struct Making<'s> {
    scenario: &'s Scenario,
    network: &'s Network,
    levels: &'s Levels,
    services: BTreeMap<(&'s Id, u32), u32>,
    express: Vec<Express>,
}

impl<'s> Making<'s> {
    /// The service of each way under some rules.
    fn services(
        &mut self,
        rules: impl IntoIterator<Item = (&'s Id, &'s ExpressRule)>,
        faults: &mut Vec<Fault>,
    ) -> Vec<Option<CellExpress>> {
        let (rules, network) = (BySite::new(rules), self.network);
        let first = (0..).zip(&network.cells).map(|(index, cell)| (index, cell.lane, None));
        let further = network.further_ways.iter().map(|way| (way.cell as usize, way.lane, Some(way.lane)));
        let of_way = |(index, lane, other): (usize, u32, Option<u32>)| {
            let cell = &network.cells[index];
            let (site, id) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
            let article = &self.scenario.articles[id];
            let (rule_id, rule) = rules.winner(self.scenario, site, id, article, faults)?;
            // A further source has a stream of its own, named by where it ships from.
            let from = other.map(|lane| &network.sites[network.lanes[lane as usize].from as usize].id);
            Some(CellExpress {
                service: self.service((rule_id, rule), lane, site),
                below: libm::round(rule.below_days * self.levels.mean_daily[index]) as Quanta,
                stream: match from {
                    None => StreamName::new(&["express", site, &article.supplier, id]),
                    Some(from) => StreamName::new(&["express from", site, from, id]),
                },
            })
        };
        first.chain(further).map(of_way).collect()
    }

    /// The service of a rule on a lane.
    fn service(&mut self, (id, rule): (&'s Id, &'s ExpressRule), lane: u32, site: &Id) -> u32 {
        let next = u32::try_from(self.express.len()).expect("lanes are counted by a u32");
        let service = *self.services.entry((id, lane)).or_insert(next);
        if service == next {
            let payer = described(self.scenario, self.network, lane as usize).map(|(_, lane)| &lane.payer);
            self.express.push(Express {
                id: id.clone(),
                lane,
                law: rule.lead_time.clone(),
                per_order: rule.per_order,
                per_line: rule.per_line,
                payer: owner_index(self.network, payer.unwrap_or(&self.scenario.sites[site].owner)),
            });
        }
        service
    }
}

/// Rules that no cut calls on, and cuts whose word on express changes nothing.
pub fn idle(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    let mut faults = Vec::new();
    let called = scenario.cuts.values().any(|cut| cut.express == Some(true));
    for id in scenario.express.iter().filter(|(_, rule)| rule.only_in_cuts && !called).map(|(id, _)| id) {
        let path = format!("express.{id}");
        let message = format!("[{path}] never acts: no cut calls on express");
        let help = "write `express = true` in a [cut.ID], or `enabled = false` here if it is not meant to act";
        faults.push(Fault::new(&path, message, help).coded(codes::MATCHES_NOTHING));
    }
    let transport = &plan.transport;
    for cut in &plan.cuts {
        let why = match cut.express {
            CutExpress::OnCall if transport.express_on_call.is_empty() => "no [express.ID] says `only-in-cuts = true`",
            CutExpress::Nothing if transport.express_of_cell.is_empty() => "nothing goes by express without it",
            _ => continue,
        };
        let path = format!("cut.{}", cut.id);
        let message = format!("`express` in [{path}] changes nothing: {why}");
        faults.push(Fault::new(&path, message, "leave it out").coded(codes::MATCHES_NOTHING));
    }
    faults
}
