//! Plans small enough to work by hand: one supplier, one article, stores with certain demand and fixed lead times.

use crate::event::Event;
use crate::generate::{add_buyers, add_means, index, lane, site};
use crate::generate_rules::empty_plan;
use beredd::engine::calendar::DayPhase;
use beredd::plan::article::Article;
use beredd::plan::cell::{Cell, Range};
use beredd::plan::cost::SitePrices;
use beredd::plan::cut::{Cut, CutExpress};
use beredd::plan::demand::{Demand, Negative, WeekProfile};
use beredd::plan::disruption::{Effects, Offer, Process, Source, Target};
use beredd::plan::endurance::NeedGroup;
use beredd::plan::lane::{LeadScore, LeadTimes};
use beredd::plan::phase::Phase;
use beredd::plan::policy::{ReviewGroup, Rule};
use beredd::plan::site::Pool;
use beredd::plan::{CalendarPlan, Plan};
use beredd::random::key::StreamName;
use beredd::random::laws::{DurationLaw, LeadTimeLaw};
use beredd::units::{MilliOre, Quanta};

/// A store with one cell. The i-th store of a plan stands at site i + 1 and has cell i; the supplier is site 0.
pub struct Store {
    /// The store it buys from; `None` is the supplier.
    pub source: Option<u32>,
    pub initial: Quanta,
    pub need: Option<f64>,
    pub lead_days: f64,
    pub rule: Rule,
    pub pack: Quanta,
    pub every_days: u32,
    pub offset: u32,
    pub supplier_owned: bool,
}

/// A store that buys from the supplier, reviews daily, and waits a day for its goods.
pub fn store(initial: Quanta, rule: Rule) -> Store {
    Store {
        source: None,
        initial,
        need: None,
        lead_days: 1.0,
        rule,
        pack: 1,
        every_days: 1,
        offset: 0,
        supplier_owned: false,
    }
}

pub fn up_to(level: Quanta) -> Rule {
    Rule::OrderUpTo { level }
}

/// A plan without warm-up, in the usual order of the day. Stores stand upstream first.
pub fn plan(days: u32, stores: &[Store]) -> Plan {
    let calendar =
        CalendarPlan { warm_up_days: 0, measured_days: days, start_weekday: 0, day_order: DayPhase::DEFAULT_ORDER };
    let mut plan = empty_plan(calendar, 1);
    plan.articles.push(Article {
        id: "article".to_owned(),
        name_sv: "Artikel".to_owned(),
        name_en: "Article".to_owned(),
        family: String::new(),
        flow: String::new(),
        critical: true,
        price: MilliOre(100_000),
        units_per_pallet: 1000,
    });
    plan.sites.push(site("a-supplier".to_owned(), 0, false));
    plan.offers.push(Offer { supplier: 0, article: 0 });
    plan.lead_scores.push(LeadScore { stream: StreamName::new(&["score"]) });
    for (number, store) in (0..).zip(stores) {
        add_store(&mut plan, number, store);
    }
    add_lanes(&mut plan, stores);
    add_buyers(&mut plan);
    add_means(&mut plan);
    plan.prices.sites = vec![SitePrices::default(); plan.sites.len()];
    let mut reviews: Vec<ReviewGroup> = (0..).zip(stores).map(|(number, store)| review_group(number, store)).collect();
    reviews.reverse();
    let rules = stores.iter().map(|store| store.rule).collect();
    let packs = stores.iter().map(|store| store.pack).collect();
    plan.phases.push(Phase { from_day: 0, rules, packs, reviews, terms: Vec::new(), sourcing: Vec::new() });
    plan.endurance.groups = (0..index(plan.demands.len()))
        .map(|demand| NeedGroup { name: format!("group {demand}"), demands: vec![demand] })
        .collect();
    plan
}

fn review_group(number: u32, store: &Store) -> ReviewGroup {
    let cells = Range { start: number, end: number + 1 };
    ReviewGroup { site: number + 1, cells, every_days: store.every_days, offset: store.offset, order_days: None }
}

fn add_store(plan: &mut Plan, number: u32, store: &Store) {
    let rank = 1 + store.source.map_or(0, |source| plan.sites[source as usize + 1].rank);
    let mut place = site(format!("store-{number}"), rank, true);
    place.cells = Range { start: number, end: number + 1 };
    plan.sites.push(place);
    plan.pools.push(Pool { site: number + 1, owner: u32::from(store.supplier_owned) });
    plan.cells.push(Cell {
        site: number + 1,
        pool: number,
        article: 0,
        lane: 0,
        source: store.source,
        offer: if store.source.is_none() { Some(0) } else { None },
        initial: store.initial,
        mean_daily: 0.0,
        reserve: 0,
        lead_stream: StreamName::new(&["lead", &number.to_string()]),
    });
    if let Some(location) = store.need {
        plan.demands.push(Demand {
            cell: number,
            location,
            deviation: 0.0,
            negative: Negative::Allow,
            profile: WeekProfile([1.0; 7]),
            stream: StreamName::new(&["demand", &number.to_string()]),
            lines_per_quantum: 1.0,
        });
    }
}

/// One lane to each store, sorted by where they begin and end.
fn add_lanes(plan: &mut Plan, stores: &[Store]) {
    for (number, store) in (0..).zip(stores) {
        let law = LeadTimeLaw::Fixed { days: store.lead_days };
        let from = store.source.map_or(0, |source| source + 1);
        plan.lanes.push(lane(from, number + 1, law, LeadTimes::Correlated { score: 0 }));
    }
    plan.lanes.sort_by_key(|lane| (lane.from, lane.to));
    for cell in &mut plan.cells {
        cell.lane = index(plan.lanes.iter().position(|lane| lane.to == cell.site).expect("just added"));
    }
}

/// A process with fixed down-times.
pub fn process(mean_up_days: f64, down_days: f64, target: Target) -> Process {
    Process {
        name: "process".to_owned(),
        major: true,
        source: Source::Renewal { up: DurationLaw::Exponential { mean: mean_up_days } },
        down: DurationLaw::Fixed { days: down_days },
        stream: StreamName::new(&["process"]),
        targets: vec![target],
        effects: Effects::default(),
        information_delay: 0,
    }
}

pub fn cut(stops: &[Target], freezes: &[u32], locks_supplier_stock: bool, claims: &[u16]) -> Cut {
    Cut {
        id: "cut".to_owned(),
        name_sv: "Avskärning".to_owned(),
        name_en: "Cut".to_owned(),
        stops: stops.to_vec(),
        freezes: freezes.to_vec(),
        locks_supplier_stock,
        claims: claims.to_vec(),
        stop: None,
        with: Vec::new(),
        rationing: None,
        express: CutExpress::AsEver,
    }
}

// Short names, so that a log fits on a page.

pub fn toggled(day: u32, process: u32, down: bool) -> Event {
    Event::Toggled { day, process, down }
}

pub fn received(day: u32, cell: u32, quantity: Quanta) -> Event {
    Event::Received { day, cell, quantity }
}

pub fn need(day: u32, demand: u32, quantity: Quanta, served: Quanta) -> Event {
    Event::Demanded { day, demand, quantity, served }
}

pub fn ordered(day: u32, cell: u32, quantity: Quanta) -> Event {
    Event::Ordered { day, cell, quantity }
}

pub fn sent(day: u32, cell: u32, quantity: Quanta, arrival_day: u32) -> Event {
    Event::Dispatched { day, cell, quantity, arrival_day }
}

/// Sums at the end of a day: on hand, backlog, in transit, requested.
pub fn end(day: u32, on_hand: Quanta, backlog: Quanta, in_transit: Quanta, requested: Quanta) -> Event {
    Event::DayEnd { day, on_hand, backlog, in_transit, requested }
}
