//! Compile: a checked scenario under one reserve becomes a plan of indices and arrays.
//!
//! Steps, one file each: which cells exist and where they buy (`network`), which rule holds where (`matching`), stock levels
//! (`rules`), demand (`demand`), need groups and reactions (`shortage`), disruptions (`disruptions`), cuts (`stops`), prices
//! (`prices`). `idle` tells which rules hold nowhere.

mod continuous;
mod demand;
mod demand_laws;
mod demand_lines;
mod disruptions;
mod express;
mod heirs;
mod helping;
mod idle;
mod kept_back;
mod matching;
mod network;
mod parts;
mod phases;
mod prices;
mod rationing;
mod reserve;
mod rules;
mod shelf;
mod shortage;
mod slices;
mod sourcing;
mod space;
mod staff;
mod stops;
mod suppliers;
mod terms;
mod transport;
mod union;

pub use idle::idle_rules;

use super::diagnosis::codes;
use super::model::{Article, DemandRules, Id, Scenario};
use crate::order::InOrder;
use crate::plan::demand_law::DemandLaws;
use crate::plan::endurance::{EndurancePlan, NeedGroup};
use crate::plan::phase::{Phase, Phasing};
use crate::plan::{CalendarPlan, Plan};
use crate::random::key::StreamName;
use std::collections::BTreeMap;

/// Something wrong, or worth knowing, that only shows when the parts are put together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Key path of the value to blame, e.g. `sourcing.stores`.
    pub path: String,
    /// Code of its diagnosis.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Fault {
    fn new(path: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault { path: path.into(), code: codes::PLAN, message: message.into(), help: help.into() }
    }

    /// With another code than that of a plan that cannot be made.
    fn coded(self, code: &'static str) -> Fault {
        Fault { code, ..self }
    }
}

/// A plan and what is worth knowing about it.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The plan.
    pub plan: Plan,
    /// Findings that do not stop a run, e.g. a reserve that outlives the shelf life.
    pub findings: Vec<Fault>,
    /// Plan index of the largest stock-holding site, by value of the target stock.
    pub largest_site: Option<u32>,
}

/// A scenario's network, which no reserve changes: made once, compiled under each reserve.
pub struct Base<'s> {
    scenario: &'s Scenario,
    network: network::Network,
    /// Of a scenario with phases, all of them, the first included; else empty.
    phases: Vec<phases::PhaseBase>,
}

/// Builds the network of a scenario.
///
/// # Errors
/// Articles without a source, cycles, missing lanes or policies, rules that tie.
pub fn base(scenario: &Scenario) -> Result<Base<'_>, Vec<Fault>> {
    let mut faults = Vec::new();
    let network = network::build(scenario, &mut faults);
    stop_on(&mut faults)?;
    let phases = if scenario.phases.is_empty() { Vec::new() } else { phases::bases(scenario)? };
    Ok(Base { scenario, network, phases })
}

/// Compiles a scenario under a reserve of `reserve_days`, with the named cuts.
///
/// # Errors
/// Every fault found: articles without a source, cycles, missing lanes or policies, rules that tie, ids that are gone.
pub fn compile(scenario: &Scenario, reserve_days: f64, cuts: &[Id]) -> Result<Compiled, Vec<Fault>> {
    base(scenario)?.under(reserve_days, cuts)
}

impl Base<'_> {
    /// Compiles under a reserve of `reserve_days`, with the named cuts.
    ///
    /// # Errors
    /// Levels that cannot be counted, ids that are gone.
    pub fn under(&self, reserve_days: f64, cuts: &[Id]) -> Result<Compiled, Vec<Fault>> {
        if self.phases.is_empty() {
            let compiled = plan(self.scenario, self.network.clone(), reserve_days, cuts)?;
            stop_on(&mut reserve::late_for_nobody(&[(self.scenario, &compiled.plan)]))?;
            return Ok(compiled);
        }
        phases::under(&self.phases, reserve_days, cuts)
    }
}

fn plan(
    scenario: &Scenario,
    mut network: network::Network,
    reserve_days: f64,
    cuts: &[Id],
) -> Result<Compiled, Vec<Fault>> {
    let mut faults = Vec::new();
    let demands = demand::build(scenario, &network, &mut faults);
    let mut levels = levels(scenario, &network, &demands, reserve_days, &mut faults)?;
    let demand::Demands { entries: demands, laws: demand_laws, unmet } = demands;
    let disruptions = disruptions::build(scenario, &network, &demands, &mut faults);
    let largest_site = stops::largest_site(&network, &levels);
    let groups = shortage::need_groups(scenario, &network, &demands);
    let slices = slices::build(scenario, &network, &demands, &groups);
    let (rationing, in_cuts) = rationing::build(scenario, &network, cuts, &mut faults);
    let named = (cuts, groups.is_empty());
    let cuts = plan_cuts(scenario, (&network, largest_site), named, (&disruptions, &in_cuts), &mut faults);
    let warm_up_days = scenario.frame.warm_up_days.unwrap_or_else(|| automatic_warm_up(&network, &levels));
    check_demand(scenario, &network, (&demands, &demand_laws), (warm_up_days, &cuts), &mut faults);
    let parts = parts::build(scenario, &mut network, &levels, (&demands, &disruptions), &mut faults);
    stop_on(&mut faults)?;
    let findings = findings(scenario, (&network, &levels), reserve_days, groups.is_empty());
    let (policies, lane_ids) = continuous::names(&network);
    let plan = Plan {
        calendar: calendar(scenario, warm_up_days),
        resolution: scenario.frame.resolution,
        articles: network.articles,
        sites: network.sites,
        pools: network.pools,
        owners: network.owners,
        lanes: network.lanes,
        lead_scores: network.lead_scores,
        offers: network.offers,
        cells: network.cells,
        buyer_ranges: network.buyer_ranges,
        buyers: network.buyers,
        demands,
        unmet,
        phases: vec![Phase { sourcing: network.sourcing, ..rules::from_day_0(&mut levels) }],
        disruptions,
        endurance: EndurancePlan { slices, ..endurance(scenario, groups) },
        cuts,
        prices: parts.prices,
        transport: parts.transport,
        shortage: parts.shortage,
        rationing,
        demand_laws,
        forecasts: levels.forecasts,
        order_lists: levels.order_lists,
        further_ways: network.further_ways,
        shelf: parts.shelf,
        phasing: Phasing::default(),
        space: parts.space,
        apart: parts.apart,
        kept_back: parts.kept_back,
        neighbours: parts.neighbours,
        whole_orders: parts.whole_orders,
        staff: parts.staff,
    };
    check_minutes(scenario, &plan, (&policies, &lane_ids), faults)?;
    check_streams(&plan)?;
    Ok(Compiled { plan, findings, largest_site })
}

/// The cuts that are tried: none where there is nothing to judge.
fn plan_cuts(
    scenario: &Scenario,
    (network, largest_site): (&network::Network, Option<u32>),
    (cuts, nothing_judged): (&[Id], bool),
    (processes, in_cuts): (&[crate::plan::disruption::Process], &rationing::InCuts),
    faults: &mut Vec<Fault>,
) -> Vec<crate::plan::cut::Cut> {
    let cuts = if nothing_judged || scenario.endurance.probes == 0 { &[] } else { cuts };
    stops::cuts(scenario, network, (cuts, processes, in_cuts), largest_site, faults)
}

/// What does not go together with continuous review, customers at minutes, or hours of staff.
fn check_minutes(
    scenario: &Scenario,
    plan: &Plan,
    (policies, lanes): (&[Id], &[Option<Id>]),
    mut faults: Vec<Fault>,
) -> Result<(), Vec<Fault>> {
    continuous::check(scenario, plan, policies, lanes, &mut faults);
    staff::check_continuous(scenario, plan, &mut faults);
    staff::check_cut_offs(scenario, plan, (policies, lanes), &mut faults);
    stop_on(&mut faults)
}

/// Levels that can be counted.
fn levels(
    scenario: &Scenario,
    network: &network::Network,
    demands: &demand::Demands,
    reserve_days: f64,
    faults: &mut Vec<Fault>,
) -> Result<rules::Levels, Vec<Fault>> {
    let levels = rules::build(scenario, network, demands, reserve_days, faults);
    rules::check_bounds(scenario, network, &levels, faults);
    stop_on(faults)?;
    Ok(levels)
}

/// What is worth knowing about a plan that can be made.
fn findings(
    scenario: &Scenario,
    (network, levels): (&network::Network, &rules::Levels),
    reserve_days: f64,
    nothing_judged: bool,
) -> Vec<Fault> {
    let mut findings = rules::shelf_life_findings(scenario, network, levels);
    findings.extend(rules::reserve_that_nobody_holds(reserve_days, levels));
    findings.extend(nothing_judged.then(nothing_to_judge));
    findings
}

fn calendar(scenario: &Scenario, warm_up_days: u32) -> CalendarPlan {
    let frame = &scenario.frame;
    CalendarPlan {
        warm_up_days,
        measured_days: frame.measured_days,
        start_weekday: frame.start_weekday,
        day_order: frame.day_order,
    }
}

/// Endurance and the stock requirement are about critical articles that are used.
fn nothing_to_judge() -> Fault {
    let help = "mark articles as critical (`critical`), and give them a use (`demand`) above 0";
    Fault::new("items", "endurance cannot be judged: no critical article has use", help).coded(codes::SUSPICIOUS)
}

/// What holds for the demand of an article at a site, and the path of the table that says so. Ties are told by [`compile`].
pub fn law_at<'s>(scenario: &'s Scenario, site: &str, id: &str, article: &Article) -> (String, &'s DemandRules) {
    demand::holding(scenario, (site, id, article), &mut Vec::new())
}

fn stop_on(faults: &mut Vec<Fault>) -> Result<(), Vec<Fault>> {
    if faults.is_empty() {
        return Ok(());
    }
    faults.order_by(Ord::cmp);
    faults.dedup();
    Err(std::mem::take(faults))
}

/// Needs that are too large to be counted, replayed files that do not reach, probes that are no days of the run.
fn check_demand(
    scenario: &Scenario,
    network: &network::Network,
    (entries, laws): (&[crate::plan::demand::Demand], &DemandLaws),
    (warm_up_days, cuts): (u32, &[crate::plan::cut::Cut]),
    faults: &mut Vec<Fault>,
) {
    check_probes(scenario, faults);
    let copies =
        if scenario.endurance.probes > 0 { endurance(scenario, Vec::new()).longest_copy_days(cuts) } else { 0 };
    let first = -i64::from(warm_up_days);
    let last = i64::from(scenario.frame.measured_days) - 1 + i64::from(copies);
    for demand in demand_laws::check_size(entries, laws, scenario.frame.resolution, last) {
        let cell = &network.cells[entries[demand].cell as usize];
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        faults.push(Fault::new(
            format!("article.{article}"),
            format!("the need of article {article} at {site} can be too large to be counted"),
            "mind the unit, the resolution, the spread, the months and the trend",
        ));
    }
    let rules = scenario.demand_rules.iter().map(|(id, rule)| (format!("demand-rule.{id}"), &rule.rules));
    for (path, rules) in rules.chain([("demand".to_owned(), &scenario.demand)]) {
        faults.extend(demand_laws::days_that_lack(scenario, &path, &rules.law, (first, last)));
    }
}

/// A probe on a fixed day needs that day to be measured, and there is only one such day.
fn check_probes(scenario: &Scenario, faults: &mut Vec<Fault>) {
    let Some(day) = scenario.endurance.fixed_day else { return };
    if day >= scenario.frame.measured_days {
        let message = format!("the probe's day {day} is not one of the {} measured days", scenario.frame.measured_days);
        faults.push(Fault::new("endurance.day", message, "days count from 0, the first measured day"));
    }
    if scenario.endurance.probes > 1 {
        let message = format!("{} probes on one and the same day", scenario.endurance.probes);
        faults.push(Fault::new("endurance.probes", message, "leave `day` out, or set `probes` to 1"));
    }
}

/// max(1 year, 2 × (P99 of the longest lead time + its review)): design.md 2.
fn automatic_warm_up(network: &network::Network, levels: &rules::Levels) -> u32 {
    let days = |lane: u32, review: u32| {
        let lane = lane as usize;
        let service = network.servers[lane].as_ref().map_or(0.0, |servers| servers.service.quantile(0.99));
        network.lanes[lane].law.quantile(0.99) + service + f64::from(review)
    };
    let first = network.cells.iter().zip(&levels.review_days).map(|(cell, &review)| days(cell.lane, review));
    let further = network.further_ways.iter().map(|way| days(way.lane, levels.review_days[way.cell as usize]));
    let longest = first.chain(further).fold(0.0, f64::max);
    let days = libm::ceil(2.0 * longest).clamp(365.0, 36_500.0);
    days as u32
}

fn endurance(scenario: &Scenario, groups: Vec<NeedGroup>) -> EndurancePlan {
    let rules = &scenario.endurance;
    EndurancePlan {
        probes: rules.probes,
        fixed_day: rules.fixed_day,
        probe_stream: StreamName::new(&["probe"]),
        cap_days: rules.cap_days,
        thresholds: rules.thresholds.clone(),
        levels: rules.levels.clone(),
        stop_rule: rules.stop_rule,
        stop: rules.stop,
        required_probability: rules.required_probability,
        required_article_share: rules.required_article_share,
        groups,
        slices: Vec::new(),
    }
}

/// Two streams with one fingerprint would share their draws; a plan with such a pair is refused.
fn check_streams(plan: &Plan) -> Result<(), Vec<Fault>> {
    let names = (plan.demands.iter().map(|demand| demand.stream))
        .chain(plan.cells.iter().map(|cell| cell.lead_stream))
        .chain(plan.further_ways.iter().map(|way| way.lead_stream))
        .chain(plan.lead_scores.iter().map(|score| score.stream))
        .chain(plan.disruptions.iter().map(|process| process.stream))
        .chain((0..).take(plan.ways()).filter_map(|way| plan.transport.service_ever(way)).map(|express| express.stream))
        .chain(plan.shortage.of_demand.iter().flatten().map(|reaction| reaction.stream))
        .chain(plan.forecasts.iter().map(|forecast| forecast.stream))
        .chain(plan.apart.iter().map(|apart| apart.age))
        .chain([plan.endurance.probe_stream]);
    let mut seen = BTreeMap::new();
    for name in names {
        *seen.entry(name).or_insert(0) += 1;
    }
    if seen.values().all(|&count| count == 1) {
        return Ok(());
    }
    Err(vec![Fault::new(
        "scenario",
        "two random streams have the same fingerprint",
        "rename one of the articles, sites or disruptions",
    )])
}
