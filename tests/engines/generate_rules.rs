//! The second half of the generator: stock, rules, disruptions, probes and cuts on a given network.

use crate::generate::{index, owners};
use crate::splitmix::SplitMix;
use beredd::plan::cell::Range;
use beredd::plan::cost::{Prices, SitePrices};
use beredd::plan::cut::{Cut, CutExpress};
use beredd::plan::demand::{Unmet, WeekProfile};
use beredd::plan::disruption::{Effects, Process, Source, Target};
use beredd::plan::endurance::{EndurancePlan, NeedGroup, StopPlan, StopRule};
use beredd::plan::phase::Phase;
use beredd::plan::policy::{ReviewGroup, Rule};
use beredd::plan::rationing::RationingPlan;
use beredd::plan::shortage::ShortagePlan;
use beredd::plan::transport::TransportPlan;
use beredd::plan::{CalendarPlan, Plan};
use beredd::random::key::StreamName;
use beredd::random::laws::DurationLaw;
use beredd::units::Quanta;

/// A plan with a calendar and nothing else.
pub fn empty_plan(calendar: CalendarPlan, resolution: i64) -> Plan {
    Plan {
        calendar,
        resolution,
        articles: Vec::new(),
        sites: Vec::new(),
        pools: Vec::new(),
        owners: owners(),
        lanes: Vec::new(),
        lead_scores: Vec::new(),
        offers: Vec::new(),
        cells: Vec::new(),
        buyer_ranges: Vec::new(),
        buyers: Vec::new(),
        demands: Vec::new(),
        unmet: Unmet::Backorder,
        phases: Vec::new(),
        disruptions: Vec::new(),
        endurance: no_probes(),
        cuts: Vec::new(),
        prices: no_prices(),

        transport: TransportPlan::default(),

        shortage: ShortagePlan::default(),
        rationing: RationingPlan::default(),
        demand_laws: Default::default(),
        forecasts: Vec::new(),
        order_lists: Vec::new(),
        further_ways: Vec::new(),

        shelf: Default::default(),
        phasing: Default::default(),
        space: Vec::new(),
        apart: Vec::new(),
        kept_back: Vec::new(),
        neighbours: Default::default(),
        whole_orders: Vec::new(),

        staff: Vec::new(),
    }
}

fn no_probes() -> EndurancePlan {
    EndurancePlan {
        probes: 0,
        fixed_day: None,
        probe_stream: StreamName::new(&["probe"]),
        cap_days: 10,
        thresholds: vec![0.9, 0.95, 0.98],
        levels: vec![3, 7],
        stop_rule: StopRule::ShareBelow { days_running: 3 },
        required_probability: 0.95,
        required_article_share: 0.95,
        stop: None,
        groups: Vec::new(),
        slices: Vec::new(),
    }
}

fn no_prices() -> Prices {
    Prices {
        capital: vec![None, None],
        sites: Vec::new(),
        holding_per_unit_day: None,
        backorder_per_unit_day: None,
        lost_per_unit: None,
        staff_hour: None,
        chasing_millihours: None,
        care_payer: 0,
        lump_sums: Vec::new(),
    }
}

/// Gives a network its stock, rules, disruptions, probes and cuts.
pub fn fill_in(plan: &mut Plan, random: &mut SplitMix) {
    plan.prices.sites = vec![SitePrices::default(); plan.sites.len()];
    plan.phases.push(phase(plan, 0, random));
    if random.chance(0.25) {
        let later = random.one_of(1, plan.calendar.total_days() as usize - 1);
        plan.phases.push(phase(plan, index(later), random));
    }
    for cell in &mut plan.cells {
        cell.initial = (cell.mean_daily * random.between(0.0, 12.0)) as Quanta;
    }
    plan.disruptions = (0..random.below(5)).map(|number| process(plan, number, random)).collect();
    plan.endurance = endurance(plan, random);
    plan.cuts = cuts(plan, random);
}

/// Factors with mean one, some of them zero.
pub fn weekday_profile(random: &mut SplitMix) -> WeekProfile {
    WeekProfile(match random.below(4) {
        0 => [1.4, 1.4, 1.4, 1.4, 1.4, 0.0, 0.0],
        1 => [1.5, 1.0, 0.5, 1.25, 1.75, 0.5, 0.5],
        2 => [0.0, 0.0, 7.0, 0.0, 0.0, 0.0, 0.0],
        _ => [1.0; 7],
    })
}

pub fn phase(plan: &Plan, from_day: u32, random: &mut SplitMix) -> Phase {
    let packs = plan.cells.iter().map(|_| pack(plan, random)).collect();
    let rules = (0..plan.cells.len()).map(|cell| rule(plan, cell, random)).collect();
    Phase { from_day, rules, packs, reviews: reviews(plan, random), terms: Vec::new(), sourcing: Vec::new() }
}

fn pack(plan: &Plan, random: &mut SplitMix) -> Quanta {
    let pack: Quanta = if random.chance(0.4) { 1 } else { index(random.one_of(2, 12)).into() };
    if random.chance(0.8) { pack * plan.resolution } else { pack }
}

fn rule(plan: &Plan, cell: usize, random: &mut SplitMix) -> Rule {
    let daily = plan.cells[cell].mean_daily;
    let point = (daily * random.between(0.0, 14.0)) as Quanta;
    let lot = (daily * random.between(0.1, 6.0)) as Quanta + 1;
    match random.below(12) {
        0 => Rule::Never,
        1..=5 => Rule::ReorderPoint { point, lot },
        _ => Rule::OrderUpTo { level: point },
    }
}

/// One or two review groups in each pool, downstream sites first. A pool is a run of neighbouring cells.
fn reviews(plan: &Plan, random: &mut SplitMix) -> Vec<ReviewGroup> {
    let mut groups = Vec::new();
    for pool in (0..index(plan.pools.len())).rev() {
        let start = index(plan.cells.partition_point(|cell| cell.pool < pool));
        let end = index(plan.cells.partition_point(|cell| cell.pool <= pool));
        let middle = start + index(random.below((end - start) as usize));
        for cells in [Range { start, end: middle }, Range { start: middle, end }] {
            if cells.start == cells.end {
                continue;
            }
            let every_days = index(if random.chance(0.5) { random.one_of(1, 3) } else { random.one_of(1, 14) });
            let offset = index(random.below(every_days as usize));
            groups.push(ReviewGroup {
                site: plan.pools[pool as usize].site,
                cells,
                every_days,
                offset,
                order_days: None,
            });
        }
    }
    groups
}

fn target(plan: &Plan, random: &mut SplitMix) -> Target {
    match random.below(4) {
        0 | 1 => Target::Offer(index(random.below(plan.offers.len()))),
        2 => Target::Site(index(random.below(plan.sites.len()))),
        _ => Target::Lane(index(random.below(plan.lanes.len()))),
    }
}

fn process(plan: &Plan, number: usize, random: &mut SplitMix) -> Process {
    let mut targets: Vec<Target> = (0..random.one_of(1, 3)).map(|_| target(plan, random)).collect();
    targets.sort_unstable();
    targets.dedup();
    let down = match random.below(3) {
        0 => DurationLaw::Fixed { days: *random.pick(&[0.25, 1.0, 3.0, 7.5]) },
        _ => DurationLaw::Lognormal { mu: random.between(-1.0, 2.0), sigma: random.between(0.2, 1.2) },
    };
    let major = random.chance(0.5);
    let mean = if random.chance(0.2) { 0.3 } else { random.between(2.0, 40.0) };
    Process {
        name: format!("process {number}"),
        major,
        source: Source::Renewal { up: DurationLaw::Exponential { mean } },
        down,
        stream: StreamName::new(&["process", &number.to_string()]),
        targets,
        effects: Effects::default(),
        information_delay: 0,
    }
}

fn endurance(plan: &Plan, random: &mut SplitMix) -> EndurancePlan {
    let fixed = index(random.below(plan.calendar.measured_days as usize));
    let running = index(random.one_of(1, 3));
    let groups = groups(plan, random);
    // Shares of need often are a half or a whole, so these thresholds are met exactly.
    let thresholds = random.pick(&[[0.9, 0.95, 0.98], [0.5, 0.75, 1.0]]).to_vec();
    let length_days = index(random.one_of(1, 8));
    let follow_days = length_days + index(random.one_of(2, 30));
    let stop = random.chance(0.8).then_some(StopPlan { length_days, follow_days });
    EndurancePlan {
        thresholds,
        stop,
        probes: if groups.is_empty() { 0 } else { index(random.below(4).min(2)) },
        fixed_day: random.chance(0.2).then_some(fixed),
        cap_days: index(random.one_of(7, 25)),
        stop_rule: if random.chance(0.7) {
            StopRule::ShareBelow { days_running: running }
        } else {
            StopRule::FirstUnmetUnit
        },
        groups,
        ..no_probes()
    }
}

/// Demands of critical articles at one site, in groups of one to three.
fn groups(plan: &Plan, random: &mut SplitMix) -> Vec<NeedGroup> {
    let mut groups: Vec<(u32, NeedGroup)> = Vec::new();
    for (number, demand) in (0..).zip(&plan.demands) {
        let cell = &plan.cells[demand.cell as usize];
        if !plan.articles[cell.article as usize].critical {
            continue;
        }
        match groups.last_mut() {
            Some((site, group)) if *site == cell.site && group.demands.len() < 3 && random.chance(0.6) => {
                group.demands.push(number);
            }
            _ => {
                let name = format!("{} / {number:03}", plan.sites[cell.site as usize].id);
                groups.push((cell.site, NeedGroup { name, demands: vec![number] }));
            }
        }
    }
    groups.sort_by(|one, other| one.1.name.cmp(&other.1.name));
    groups.into_iter().map(|(_, group)| group).collect()
}

fn cuts(plan: &Plan, random: &mut SplitMix) -> Vec<Cut> {
    (0..random.one_of(1, 3)).map(|number| cut(plan, number, random)).collect()
}

fn cut(plan: &Plan, number: usize, random: &mut SplitMix) -> Cut {
    let sites = || (0..).zip(&plan.sites);
    let any_stock_site = || sites().filter(|(_, site)| !site.is_supplier);
    let lanes_from = |stops: &[Target]| -> Vec<u32> {
        let stands = |from: u32| stops.contains(&Target::Site(from));
        (0..).zip(&plan.lanes).filter(|(_, lane)| stands(lane.from)).map(|(number, _)| number).collect()
    };
    let (stops, freezes): (Vec<Target>, Vec<u32>) = match random.below(8) {
        0..=2 => {
            let stops: Vec<_> = sites().filter(|(_, s)| !s.in_region).map(|(n, _)| Target::Site(n)).collect();
            (stops.clone(), lanes_from(&stops))
        }
        3 => (sites().filter(|(_, s)| s.is_supplier).map(|(n, _)| Target::Site(n)).collect(), Vec::new()),
        4 => {
            let stock_sites: Vec<u32> = any_stock_site().map(|(number, _)| number).collect();
            (vec![Target::Site(*random.pick(&stock_sites))], Vec::new())
        }
        5 | 6 => {
            let lane = index(random.below(plan.lanes.len()));
            (vec![Target::Lane(lane)], if random.chance(0.7) { vec![lane] } else { Vec::new() })
        }
        _ => (Vec::new(), Vec::new()),
    };
    let locks_supplier_stock = random.chance(0.6);
    let owned = plan.pools.iter().any(|pool| plan.owners[pool.owner as usize].is_supplier);
    let claims = if locks_supplier_stock && owned { vec![0, 333, 1000] } else { vec![1000] };
    let id = format!("cut-{number}");
    let name = id.clone();
    let (stop, with, rationing, express) = (None, Vec::new(), None, CutExpress::AsEver);
    let name_sv = name.clone();
    Cut { name_sv, name_en: name, id, stops, freezes, locks_supplier_stock, claims, stop, with, rationing, express }
}
