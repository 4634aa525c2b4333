//! Rationing of the plan: which rule holds at which selling cell, without a cut and under each of them.

use super::Fault;
use super::matching::BySite;
use super::network::Network;
use crate::order::Gather;
use crate::plan::Plan;
use crate::plan::article::Article;
use crate::plan::cell::{Cell, Range};
use crate::plan::rationing::{Rationing, RationingPlan};
use crate::plan::site::Site;
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{CutRationing, CutRule, Id, RationingKind, RationingRule, Scenario};
use std::collections::{BTreeMap, BTreeSet};

/// For each cell, the rule that holds there; empty where none holds anywhere.
type Holding<'s> = Vec<Option<&'s Id>>;
/// For each cut that says so, the rule of each cell while it lasts.
pub type InCuts = BTreeMap<Id, Vec<Option<u32>>>;

/// Builds the side tables, and for each cut that says so, by its id, the rules that hold while it lasts. A rule holds at cells that at least two others buy from; elsewhere there is nothing to share.
pub fn build(scenario: &Scenario, network: &Network, cuts: &[Id], faults: &mut Vec<Fault>) -> (RationingPlan, InCuts) {
    let shared = Shared {
        scenario,
        sites: &network.sites,
        articles: &network.articles,
        cells: &network.cells,
        buyer_ranges: &network.buyer_ranges,
    };
    let always = shared.always(faults);
    let in_cut = |cut: &Id| Some((cut.clone(), shared.in_cut(scenario.cuts.get(cut))?));
    let in_cuts: BTreeMap<Id, Holding> = cuts.iter().filter_map(in_cut).into_map();
    let used: BTreeSet<&Id> = in_cuts.values().chain([&always]).flatten().copied().flatten().into_set();
    let index: BTreeMap<&Id, u32> = used.iter().copied().zip(0..).into_map();
    let rules = used.iter().map(|&id| match &scenario.rationing[id].kind {
        RationingKind::Proportional => Rationing::Proportional,
        RationingKind::FirstCome => Rationing::FirstCome,
        RationingKind::Priority(order) => Rationing::Priority(places(network, order)),
    });
    let numbers = |holds: &Holding| -> Vec<Option<u32>> { holds.iter().map(|rule| rule.map(|id| index[id])).collect() };
    let of_cell = if always.iter().all(Option::is_none) { Vec::new() } else { numbers(&always) };
    let in_cuts = in_cuts.iter().map(|(cut, holds)| (cut.clone(), numbers(holds))).into_map();
    (RationingPlan { rules: rules.collect(), of_cell }, in_cuts)
}

/// The place of each site in an order; those that it does not name come last, together.
fn places(network: &Network, order: &[Id]) -> Vec<u32> {
    let place = |id: &Id| order.iter().position(|named| named == id).unwrap_or(order.len());
    let place = |id: &Id| u32::try_from(place(id)).expect("sites are counted by a u32");
    network.sites.iter().map(|site| place(&site.id)).collect()
}

/// What rules are about: cells, and how many buy from each.
struct Shared<'s> {
    scenario: &'s Scenario,
    sites: &'s [Site],
    articles: &'s [Article],
    cells: &'s [Cell],
    buyer_ranges: &'s [Range],
}

impl<'s> Shared<'s> {
    fn of(scenario: &'s Scenario, plan: &'s Plan) -> Shared<'s> {
        let Plan { sites, articles, cells, buyer_ranges, .. } = plan;
        Shared { scenario, sites, articles, cells, buyer_ranges }
    }

    /// What holds where no cut says otherwise.
    fn always(&self, faults: &mut Vec<Fault>) -> Holding<'s> {
        self.holding(self.scenario.rationing.iter().filter(|(_, rule)| !rule.only_in_cuts), faults)
    }

    /// What holds while a cut lasts, if it says so.
    fn in_cut(&self, cut: Option<&'s CutRule>) -> Option<Holding<'s>> {
        match cut?.rationing.as_ref()? {
            CutRationing::None => Some(Vec::new()),
            // One rule cannot tie.
            CutRationing::Rule(id) => Some(self.holding(self.scenario.rationing.get_key_value(id), &mut Vec::new())),
        }
    }

    fn holding(
        &self,
        rules: impl IntoIterator<Item = (&'s Id, &'s RationingRule)>,
        faults: &mut Vec<Fault>,
    ) -> Holding<'s> {
        let mut rules = rules.into_iter().peekable();
        if rules.peek().is_none() {
            return Vec::new();
        }
        let rules = BySite::new(rules);
        let holds = |(cell, buyers): (&Cell, &Range)| {
            let (site, id) = (&self.sites[cell.site as usize].id, &self.articles[cell.article as usize].id);
            let shared = buyers.end - buyers.start > 1;
            let rule = rules.winner(self.scenario, site, id, &self.scenario.articles[id], faults);
            rule.filter(|_| shared).map(|(rule, _)| rule)
        };
        self.cells.iter().zip(self.buyer_ranges).map(holds).collect()
    }
}

/// Rules that decide nothing, and cuts whose word on rationing changes nothing.
pub fn idle(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    let shared = Shared::of(scenario, plan);
    // Ties are told when the plan is made.
    let always = shared.always(&mut Vec::new());
    let holds: BTreeSet<&Id> = always.iter().copied().flatten().into_set();
    let selects = |id: &Id| {
        let select = &scenario.rationing[id].select;
        scenario.articles.iter().any(|(id, article)| select.matches(id, article, &scenario.suppliers))
    };
    let named = |id: &Id| scenario.cuts.values().any(|cut| cut.rationing == Some(CutRationing::Rule(id.clone())));
    let idle = scenario.rationing.iter().filter(|(id, _)| !holds.contains(id) && selects(id) && !named(id));
    let told = |(id, rule): (&Id, &RationingRule)| {
        let path = format!("rationing.{id}");
        let (why, help) = match rule.only_in_cuts {
            false => (
                "holds nowhere: no two sites buy what it selects there, or other rules have a higher `priority`",
                "mend it, or write `enabled = false` if it is not meant to act here",
            ),
            true => (
                "never holds: no cut names it",
                "name it in `rationing` of a [cut.ID], or write `enabled = false` if it is not meant to act here",
            ),
        };
        Fault::new(&path, format!("[{path}] {why}"), help).coded(codes::MATCHES_NOTHING)
    };
    let mut faults: Vec<Fault> = idle.map(told).collect();
    let none = |holding: &Holding| holding.iter().all(Option::is_none);
    for cut in &plan.cuts {
        let Some(in_cut) = shared.in_cut(scenario.cuts.get(&cut.id)) else { continue };
        if in_cut == always || none(&in_cut) && none(&always) {
            let path = format!("cut.{}", cut.id);
            let message =
                format!("`rationing` in [{path}] changes nothing: stock is shared in the same way without it");
            let help = "name a rule that selects articles of a site that two others buy from, or leave it out";
            faults.push(Fault::new(&path, message, help).coded(codes::MATCHES_NOTHING));
        }
    }
    faults
}
