//! Phases of a run: each scenario compiled on the indices that all share, and what makes one run of them.

use super::disruptions::days_after;
use super::network::{self, Network};
use super::union::{CLOSED, union};
use super::{Compiled, Fault, heirs, plan, stop_on};
use crate::order::{Gather, InOrder};
use crate::plan::Plan;
use crate::plan::cost::LumpSum;
use crate::plan::disruption::{Effects, Process, Source};
use crate::plan::phase::{LaterPhase, PhaseName};
use crate::scenario::model::{Id, PhaseRule, PolicyKind, PolicyRule, Scenario, Selection, TermRules, Title, When};
use crate::units::Ore;
use std::collections::BTreeMap;

/// A phase before its levels.
pub struct PhaseBase {
    /// Its id and rule; absent for the first.
    pub(super) rule: Option<(Id, PhaseRule)>,
    /// The day, counted from the first measured day; 0 for the first.
    from: u32,
    scenario: Scenario,
    pub(super) network: Network,
    pub(super) closed: Vec<u32>,
}

/// The networks of a scenario with phases, the first phase first.
pub fn bases(scenario: &Scenario) -> Result<Vec<PhaseBase>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut order: Vec<(u32, &Id, &PhaseRule)> = Vec::new();
    for (id, rule) in &scenario.phases {
        order.extend(first_day(scenario, id, rule, &mut faults).map(|day| (day, id, rule)));
    }
    order.order_by_key(|&(day, id, _)| (day, id));
    for pair in order.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let message = format!("the phases `{}` and `{}` begin on the same day", pair[0].1, pair[1].1);
        faults.push(Fault::new(format!("phase.{}", pair[1].1), message, "let one begin later"));
    }
    if scenario.frame.batches && !scenario.phases.is_empty() {
        let message = "a run with phases cannot follow batches";
        faults.push(Fault::new("scenario.batches", message, "leave `batches` out, or the phases"));
    }
    let mut own: Vec<&Scenario> = vec![scenario];
    own.extend(order.iter().filter_map(|(_, _, rule)| rule.scenario.as_deref()));
    unlike(scenario, &order, &mut faults);
    stop_on(&mut faults)?;
    let scenarios: Vec<Scenario> = own.iter().map(|one| completed(one, &own)).collect();
    let mut networks = Vec::new();
    let rules = std::iter::once(None).chain(order.iter().map(|&(_, id, rule)| Some((id, rule))));
    for (one, rule) in scenarios.iter().zip(rules.clone()) {
        let mut here = Vec::new();
        let network = network::build(one, &mut here);
        several_sources(&network, &mut here);
        networks.push(network);
        faults.extend(here.into_iter().map(|fault| of_phase(rule.map(|(id, _)| id), fault)));
    }
    stop_on(&mut faults)?;
    let united = union(&scenarios.iter().collect::<Vec<_>>(), &networks, &mut faults);
    stop_on(&mut faults)?;
    let days = std::iter::once(0).chain(order.iter().map(|&(day, ..)| day));
    let united = united.unwrap_or_default().into_iter();
    let bases = united.zip(scenarios).zip(rules.zip(days)).map(|(((network, closed), scenario), (rule, from))| {
        let rule = rule.map(|(id, rule)| (id.clone(), rule.clone()));
        PhaseBase { rule, from, scenario, network, closed }
    });
    Ok(bases.collect())
}

/// A run with phases knows one source for each article at a site.
fn several_sources(network: &Network, faults: &mut Vec<Fault>) {
    if let Some(rule) = network.sourcing.first() {
        let cell = &network.cells[rule.cell as usize];
        let site = &network.sites[cell.site as usize].id;
        let article = &network.articles[cell.article as usize].id;
        let message = format!("a run with phases cannot have several sources, as for article {article} at {site}");
        faults.push(Fault::new("sourcing", message, "name one source per article and site, or leave out the phases"));
    }
}

/// A fault of a phase, told with the phase.
fn of_phase(id: Option<&Id>, fault: Fault) -> Fault {
    match id {
        None => fault,
        Some(id) => Fault {
            path: format!("phase.{id}.{}", fault.path),
            message: format!("{}, in the phase `{id}`", fault.message),
            ..fault
        },
    }
}

fn first_day(scenario: &Scenario, id: &str, rule: &PhaseRule, faults: &mut Vec<Fault>) -> Option<u32> {
    let frame = &scenario.frame;
    let (number, told, key) = match &rule.from {
        When::Day(day) => (i64::from(*day), format!("day {day}"), "day"),
        When::Date(date) => (days_after(&frame.start, date)?, date.clone(), "at"),
    };
    if (1..i64::from(frame.measured_days)).contains(&number) {
        return u32::try_from(number).ok();
    }
    let message = format!("{told} is not one of the measured days after the first, {}", frame.start);
    let help = format!("{} days are measured; move the phase, or change `start` or `measured`", frame.measured_days);
    faults.push(Fault::new(format!("phase.{id}.{key}"), message, help));
    None
}

/// What must be alike in all phases.
fn unlike(first: &Scenario, order: &[(u32, &Id, &PhaseRule)], faults: &mut Vec<Fault>) {
    for (_, id, rule) in order {
        let Some(other) = &rule.scenario else { continue };
        let mut refuse = |what: &str, help: &str| {
            let message = format!("{what} in the phase `{id}` are not those that the run begins with");
            faults.push(Fault::new(format!("phase.{id}"), message, help));
        };
        let places = |scenario: &Scenario| {
            let with = scenario.sites.iter().filter(|(_, site)| site.demand() > 0.0);
            with.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        };
        if !first.articles.keys().eq(other.articles.keys()) {
            refuse("the articles", "list all articles in every phase; one that nobody uses has the demand 0");
        }
        if places(first) != places(other) {
            refuse("the demand points", "give the same sites a demand in every phase");
        }
        let judged = |scenario: &Scenario| {
            let of = |article: &crate::scenario::model::Article| {
                (article.critical, article.need_group.clone(), article.need_factor, article.demand_mean > 0.0)
            };
            scenario.articles.values().map(of).collect::<Vec<_>>()
        };
        if judged(first) != judged(other) {
            let help = "what is critical, used at all, or stands in for what is alike in every phase";
            refuse("the critical articles, those in use, or their need groups", help);
        }
    }
}

/// A scenario with the owners, suppliers and sites of the others, so that all can be spoken of. Sites that it does not have take no
/// part in anything.
fn completed(scenario: &Scenario, all: &[&Scenario]) -> Scenario {
    let mut whole = scenario.clone();
    for other in all {
        for (id, owner) in &other.owners {
            whole.owners.entry(id.clone()).or_insert_with(|| owner.clone());
        }
        for (id, origin) in &other.origins {
            whole.origins.entry(id.clone()).or_insert_with(|| origin.clone());
        }
        for (id, supplier) in &other.suppliers {
            whole.suppliers.entry(id.clone()).or_insert_with(|| supplier.clone());
        }
        for (id, site) in &other.sites {
            whole.sites.entry(id.clone()).or_insert_with(|| crate::scenario::model::Site {
                role: format!("\u{0}{id}"),
                regional_stock: false,
                demand_share: 0.0,
                added_demand: 0.0,
                ..site.clone()
            });
        }
    }
    whole.policies.insert(CLOSED.to_owned(), closed_policy());
    whole
}

fn closed_policy() -> PolicyRule {
    PolicyRule {
        at: Vec::new(),
        select: Selection::default(),
        priority: 0,
        kind: PolicyKind::Never,
        review_days: 1,
        review_offset: 0,
        safety_stock_days: 0.0,
        at_least: 0.0,
        lead_time_quantile: None,
        packs: false,
        terms: TermRules::default(),
    }
}

/// Compiles all phases under a reserve and makes one plan of them.
pub fn under(bases: &[PhaseBase], reserve_days: f64, cuts: &[Id]) -> Result<Compiled, Vec<Fault>> {
    let mut compiled: Vec<Compiled> = Vec::new();
    let mut faults = Vec::new();
    for base in bases {
        let id = base.rule.as_ref().map(|(id, _)| id);
        match plan(&base.scenario, base.network.clone(), reserve_days, cuts) {
            Ok(mut one) => {
                one.findings = one.findings.into_iter().map(|finding| of_phase(id, finding)).collect();
                compiled.push(one);
            }
            Err(here) => faults.extend(here.into_iter().map(|fault| of_phase(id, fault))),
        }
    }
    stop_on(&mut faults)?;
    let findings = compiled.iter_mut().flat_map(|one| std::mem::take(&mut one.findings)).collect();
    let largest_site = compiled[0].largest_site;
    let mut plans: Vec<Plan> = compiled.into_iter().map(|one| one.plan).collect();
    one_course(&mut plans, bases, &mut faults);
    for (plan, base) in plans.iter().zip(bases) {
        let id = base.rule.as_ref().map(|(id, _)| id);
        faults.extend(super::continuous::of_phases(plan).map(|fault| of_phase(id, fault)));
        faults.extend(super::staff::of_phases(&base.scenario).map(|fault| of_phase(id, fault)));
    }
    let both: Vec<(&Scenario, &Plan)> = bases.iter().map(|base| &base.scenario).zip(&plans).collect();
    faults.extend(super::reserve::late_for_nobody(&both));
    stop_on(&mut faults)?;
    name(&mut plans, bases);
    weigh_lump_sums(&mut plans, bases);
    heirs::inherit(&mut plans, bases, &mut faults);
    stop_on(&mut faults)?;
    let warm_up = plans[0].calendar.warm_up_days;
    let mut plans = plans.into_iter();
    let mut plan = plans.next().expect("a run has a first phase");
    let later = plans.zip(&bases[1..]).map(|(plan, base)| LaterPhase { from_day: warm_up + base.from, plan });
    plan.phasing.later = later.collect();
    Ok(Compiled { plan, findings, largest_site })
}

/// Calendar, opening stock, cuts and processes of one run.
fn one_course(plans: &mut [Plan], bases: &[PhaseBase], faults: &mut Vec<Fault>) {
    let warm_up_days = plans.iter().map(|plan| plan.calendar.warm_up_days).max().unwrap_or_default();
    let initial: Vec<_> = plans[0].cells.iter().map(|cell| cell.initial).collect();
    let locks: Vec<Option<Vec<u16>>> = (0..plans[0].cuts.len())
        .map(|cut| plans.iter().map(|plan| &plan.cuts[cut]).find(|cut| cut.locks_supplier_stock))
        .map(|cut| cut.map(|cut| cut.claims.clone()))
        .collect();
    for plan in plans.iter_mut() {
        plan.calendar.warm_up_days = warm_up_days;
        plan.cells.iter_mut().zip(&initial).for_each(|(cell, &initial)| cell.initial = initial);
        for (cut, locks) in plan.cuts.iter_mut().zip(&locks) {
            if let Some(claims) = locks {
                (cut.locks_supplier_stock, cut.claims) = (true, claims.clone());
            }
        }
    }
    // Parts of need are told by the names of the first phase.
    let slices = plans[0].endurance.slices.clone();
    plans.iter_mut().for_each(|plan| plan.endurance.slices.clone_from(&slices));
    same_processes(plans, bases, faults);
}

/// Gives every phase the processes of all, those of others without anything that they hit.
fn same_processes(plans: &mut [Plan], bases: &[PhaseBase], faults: &mut Vec<Fault>) {
    let mut known: BTreeMap<String, (Process, Option<String>)> = BTreeMap::new();
    for (plan, base) in plans.iter().zip(bases) {
        for process in &plan.disruptions {
            let mine = (bare(process), followed(plan, process));
            let first = known.entry(process.name.clone()).or_insert_with(|| mine.clone());
            if without_place(first) != without_place(&mine) {
                let id = process.name.split(" / ").next().unwrap_or_default();
                let message = format!("the disruption `{id}` is not what it was before the phase");
                let help = "what hits and when is drawn for the whole run: a phase may change only what it hits, or switch it off";
                let rule = base.rule.as_ref().map(|(id, _)| id);
                faults.push(of_phase(rule, Fault::new(format!("disruption.{id}"), message, help)));
            }
        }
    }
    let places: BTreeMap<&String, u32> = known.keys().zip(0..).into_map();
    for plan in plans.iter_mut() {
        super::reserve::renumber_alarms(plan, &places);
        super::stops::renumber(plan, &places);
        let mut own: BTreeMap<String, Process> =
            plan.disruptions.drain(..).map(|process| (process.name.clone(), process)).into_map();
        let placed = |(name, (bare, other)): (&String, &(Process, Option<String>))| {
            let mut process = own.remove(name).unwrap_or_else(|| Process { major: false, ..bare.clone() });
            if let (Source::After { process, .. }, Some(other)) = (&mut process.source, other) {
                *process = places[other];
            }
            process
        };
        plan.disruptions = known.iter().map(placed).collect();
    }
}

/// A process without what it hits.
fn bare(process: &Process) -> Process {
    let effects = Effects {
        limited: Vec::new(),
        lanes: Vec::new(),
        demands: Vec::new(),
        cells: Vec::new(),
        dearer: Vec::new(),
        staffed: Vec::new(),
        ..process.effects.clone()
    };
    Process { targets: Vec::new(), effects, ..process.clone() }
}

/// The name of the process that one follows.
fn followed(plan: &Plan, process: &Process) -> Option<String> {
    match process.source {
        Source::After { process, .. } => Some(plan.disruptions[process as usize].name.clone()),
        _ => None,
    }
}

/// What must be alike: all but whether it is a major event, and the place of the process that it follows.
fn without_place((process, follows): &(Process, Option<String>)) -> (Process, &Option<String>) {
    let mut process = Process { major: false, ..process.clone() };
    if let Source::After { process, .. } = &mut process.source {
        *process = 0;
    }
    (process, follows)
}

fn name(plans: &mut [Plan], bases: &[PhaseBase]) {
    for (plan, base) in plans.iter_mut().zip(bases) {
        let (id, Title { sv, en }) = match &base.rule {
            None => (base.scenario.id.clone(), base.scenario.frame.title.clone()),
            Some((id, rule)) => (id.clone(), rule.title.clone()),
        };
        plan.phasing.name = Some(PhaseName { id, sv, en });
    }
}

/// A lump sum counts while its phase lasts: its yearly sum is weighted by the share of the measured days.
fn weigh_lump_sums(plans: &mut [Plan], bases: &[PhaseBase]) {
    let measured = plans[0].calendar.measured_days;
    let ends = bases[1..].iter().map(|base| base.from).chain([measured]);
    let mut sums: BTreeMap<String, LumpSum> = BTreeMap::new();
    for ((plan, base), end) in plans.iter_mut().zip(bases).zip(ends) {
        let days = i128::from(end - base.from);
        for one in plan.prices.lump_sums.drain(..) {
            let share = (i128::from(one.per_year.0) * days).div_euclid(i128::from(measured));
            let share = Ore(i64::try_from(share).expect("a share of a sum is no larger than the sum"));
            let sum = sums.entry(one.id.clone()).or_insert_with(|| LumpSum { per_year: Ore(0), ..one });
            sum.per_year = Ore(sum.per_year.0 + share.0);
        }
    }
    plans[0].prices.lump_sums = sums.into_values().collect();
}
