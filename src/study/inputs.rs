//! What was run, told with every result: titles, sizes, origins of values, hashes of files.

use super::design::StudyCell;
use super::findings::{CutInput, CutOwn, FlowInput, Inputs, ReserveInput, ScenarioInput, Truncation};
use super::phases::not_included;
use crate::engine::calendar::DayPhase;
use crate::order::Gather;
use crate::plan::Plan;
use crate::plan::demand::{Demand, Negative};
use crate::random::truncated_normal::deviation_after;
use crate::scenario::model::{CutRationing, CutRule, Flow, Id, Scenario, Stopped, Title};
use crate::scenario::read_events::NO_RATIONING;
use crate::scenario::study::Loaded;
use crate::stats::quantile::quantiles;
use std::collections::{BTreeMap, BTreeSet};

/// Gathers the inputs of a study. `settings` are the `--set` texts, `remarks` the findings of the check, one text each.
pub fn inputs(loaded: &Loaded, cells: &[StudyCell], settings: &[String], remarks: Vec<String>) -> Inputs {
    let study = &loaded.study;
    let first = &study.scenarios[0];
    Inputs {
        title: study.title.clone(),
        largest_unmodelled_risk: study.largest_unmodelled_risk.clone(),
        scenarios: (0..study.scenarios.len()).map(|index| scenario(loaded, cells, index)).collect(),
        reserves: study.reserves.iter().map(|id| reserve(first, id)).collect(),
        cuts: study.cuts.iter().map(|id| cut(first, id)).collect(),
        thresholds: first.endurance.thresholds.clone(),
        levels: first.endurance.levels.clone(),
        cap_days: first.endurance.cap_days,
        required_probability: first.endurance.required_probability,
        required_article_share: first.endurance.required_article_share,
        compare_to: study.compare_to.clone(),
        replications: study.replications,
        seed: study.seed,
        money: study.money,
        measured_days: first.frame.measured_days,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        files: loaded.input_files.clone(),
        settings: settings.to_vec(),
        remarks,
    }
}

fn scenario(loaded: &Loaded, cells: &[StudyCell], index: usize) -> ScenarioInput {
    let scenario = &loaded.study.scenarios[index];
    let of_scenario: Vec<&StudyCell> = cells.iter().filter(|cell| cell.scenario == index).collect();
    let plan = &of_scenario[0].plan;
    let largest = |cell: &&StudyCell| {
        let site = &cell.plan.sites[cell.largest_site? as usize];
        let title = Title { sv: site.name_sv.clone(), en: site.name_en.clone() };
        Some((loaded.study.reserves[cell.reserve].clone(), title))
    };
    let lump_sum = |sum: &crate::plan::cost::LumpSum| {
        (sum.id.clone(), Title { sv: sum.name_sv.clone(), en: sum.name_en.clone() }, sum.per_year.sek())
    };
    ScenarioInput {
        id: scenario.id.clone(),
        title: scenario.frame.title.clone(),
        remark: scenario.frame.remark.clone(),
        day_order: plan.calendar.day_order.iter().map(|phase: &DayPhase| phase.name()).collect(),
        warm_up_days: plan.calendar.warm_up_days,
        size: (plan.articles.len(), plan.sites.len(), plan.cells.len()),
        largest_site: of_scenario.iter().filter_map(largest).collect(),
        not_included: not_included(plan),
        lump_sums: plan.prices.lump_sums.iter().map(lump_sum).collect(),
        flows: flows(scenario),
        families: families(scenario),
        groups: Vec::new(),
        owners: scenario.owners.iter().map(|(id, owner)| (id.clone(), owner.title.clone())).collect(),
        price_year: scenario.cost.price_year,
        critical_decided_by: critical_decided_by(scenario),
        truncation: truncation(plan),
        origins: loaded.origins[&scenario.id].clone(),
    }
}

fn flows(scenario: &Scenario) -> Vec<FlowInput> {
    let flow = |(id, flow): (&String, &Flow)| FlowInput {
        id: id.clone(),
        title: flow.title.clone(),
        need: flow.need.clone(),
        unit: flow.unit.clone(),
        articles: scenario.articles.values().filter(|article| article.flow == *id).count(),
        not_assessed: flow.not_assessed.clone(),
    };
    scenario.flows.iter().map(flow).collect()
}

/// The families that articles of the plan have: a shared table of titles may know more.
fn families(scenario: &Scenario) -> Vec<(String, Title)> {
    let of_articles: BTreeSet<&String> = scenario.articles.values().map(|article| &article.family).into_set();
    let occurring = scenario.families.iter().filter(|(id, _)| of_articles.contains(id));
    occurring.map(|(id, family)| (id.clone(), family.title.clone())).collect()
}

fn critical_decided_by(scenario: &Scenario) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for article in scenario.articles.values().filter(|article| article.critical) {
        *counts.entry(&article.critical_decided_by).or_default() += 1;
    }
    counts.into_iter().map(|(name, count)| (name.clone(), count)).collect()
}

fn truncation(plan: &Plan) -> Truncation {
    let ratio = |demand: &Demand| match demand.negative {
        Negative::Allow => 1.0,
        Negative::Truncate => deviation_after(demand.location, demand.deviation) / demand.deviation,
    };
    let spread = plan.demands.iter().filter(|demand| demand.deviation > 0.0);
    let ratios: Vec<f64> = spread.map(ratio).collect();
    Truncation {
        entries: plan.demands.len(),
        shrunk: ratios.iter().filter(|&&ratio| ratio < 0.9).count(),
        median_ratio: quantiles(&ratios, [0.5]).map(|[median]| median),
    }
}

fn reserve(scenario: &Scenario, id: &str) -> ReserveInput {
    let reserve = scenario.reserves.get(id);
    let plain = || Title { sv: id.to_owned(), en: id.to_owned() };
    ReserveInput {
        id: id.to_owned(),
        title: reserve.map_or_else(plain, |reserve| reserve.title.clone()),
        days: reserve.map_or(0.0, |reserve| reserve.days),
    }
}

fn cut(scenario: &Scenario, id: &str) -> CutInput {
    let plain = || Title { sv: id.to_owned(), en: id.to_owned() };
    let rule = scenario.cuts.get(id);
    CutInput {
        id: id.to_owned(),
        title: rule.map_or_else(plain, |cut| cut.title.clone()),
        takes_largest_site: rule.is_some_and(|cut| cut.stops.contains(&Stopped::LargestSite)),
        own: rule.map_or_else(CutOwn::default, |cut| own(scenario, cut)),
    }
}

fn own(scenario: &Scenario, cut: &CutRule) -> CutOwn {
    let title = |id: &Id| scenario.disruptions.get(id).map(|disruption| disruption.title.clone());
    let rationing = cut.rationing.as_ref().map(|rationing| match rationing {
        CutRationing::None => NO_RATIONING,
        CutRationing::Rule(id) => id,
    });
    CutOwn {
        stop: cut.stop,
        with: cut.with.iter().filter_map(title).collect(),
        rationing: rationing.map(str::to_owned),
        express: cut.express,
    }
}
