//! Small random plans, one for each number, valid as `src/model/plan` documents: sites sorted by rank, cells by site, review
//! group and article, lanes by (from, to), buyers grouped by the cell they buy from.
//!
//! The generator aims at trouble, not at health care: short up-times, tight stock, stocks owned by suppliers, phases of
//! a day in any order.

use crate::generate_disruptions;
use crate::generate_laws;
use crate::generate_rules::{self, weekday_profile};
use crate::generate_shortage;
use crate::generate_terms;
use crate::generate_transport;
use crate::splitmix::SplitMix;
use beredd::engine::calendar::DayPhase;
use beredd::plan::article::Article;
use beredd::plan::cell::{Cell, Range};
use beredd::plan::demand::{Demand, Negative, Unmet};
use beredd::plan::disruption::Offer;
use beredd::plan::lane::{Lane, LeadScore, LeadTimes};
use beredd::plan::site::{Owner, Pool, Site};
use beredd::plan::transport::{LaneRules, TransportPlan};
use beredd::plan::{CalendarPlan, Plan};
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;
use beredd::units::MilliOre;
use std::collections::{BTreeMap, BTreeSet};

/// The plan of a number.
pub fn plan(number: u64) -> Plan {
    let mut plan = plan_of_days(number);
    crate::generate_minutes::add(&mut plan, number);
    crate::generate_staff::without_continuous(&mut plan);
    crate::generate_staff::add_cut_offs(&mut plan, number);
    plan
}

/// The plan of a number, in which nothing happens at minutes.
pub fn plan_of_days(number: u64) -> Plan {
    let random = &mut SplitMix::new(number);
    let draft = Draft::new(random);
    let mut plan = draft.network(random);
    generate_laws::fill_in(&mut plan, number);
    generate_rules::fill_in(&mut plan, random);
    generate_transport::add(&mut plan, number);
    generate_disruptions::add(&mut plan, number);
    generate_terms::fill_in(&mut plan, number);
    generate_shortage::add(&mut plan, number);
    crate::rationing::add(&mut plan, number);
    crate::generate_ways::add(&mut plan, number);
    crate::generate_shelf::add(&mut plan, number);
    crate::generate_apart::add(&mut plan, number);
    crate::generate_apart::add_claims(&mut plan, number);
    crate::generate_help::add(&mut plan, number);
    crate::generate_staff::add_staff(&mut plan, number);
    crate::generate_staff::add_prices(&mut plan, number);
    crate::generate_cuts::add(&mut plan, number);
    crate::cut_rules::add(&mut plan, number);
    plan
}

/// The plan of a number, in which nothing joins the articles: days of departure and of receiving, disruptions and probes, and no more.
pub fn plain(number: u64) -> Plan {
    let random = &mut SplitMix::new(number);
    let mut plan = Draft::new(random).network(random);
    plan.calendar.day_order = DayPhase::DEFAULT_ORDER;
    generate_laws::fill_in(&mut plan, number);
    generate_rules::fill_in(&mut plan, random);
    generate_transport::add(&mut plan, number);
    let TransportPlan { lanes, receives, .. } = std::mem::take(&mut plan.transport);
    let lanes = lanes.into_iter().map(|lane| LaneRules { departs: lane.departs, ..LaneRules::default() }).collect();
    plan.transport = TransportPlan { lanes, receives, ..TransportPlan::default() };
    generate_disruptions::add(&mut plan, number);
    order_on_weekdays(&mut plan, number);
    plan
}

/// Some groups order on some weekdays only.
fn order_on_weekdays(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x6f72_6465_7264_6179);
    for group in plan.phases.iter_mut().flat_map(|phase| &mut phase.reviews) {
        if random.chance(0.2) {
            let days = std::array::from_fn(|_| random.chance(0.5));
            (group.order_days, group.every_days, group.offset) = (Some(days), 1, 0);
        }
    }
}

pub fn index(n: usize) -> u32 {
    u32::try_from(n).expect("a small plan")
}

/// Who buys what where, before anything has an index.
struct Draft {
    articles: usize,
    suppliers: usize,
    /// Stock sites per echelon, upstream first.
    echelons: Vec<usize>,
    /// The supplier of each article.
    sold_by: Vec<usize>,
    /// (site, article) → the stock site it is bought from; `None` is the supplier.
    sources: BTreeMap<(usize, usize), Option<usize>>,
    /// (site, article) pairs with demand.
    demands: BTreeSet<(usize, usize)>,
}

impl Draft {
    fn new(random: &mut SplitMix) -> Draft {
        let (articles, suppliers) = (random.one_of(1, 5), random.one_of(1, 3));
        let mut echelons = vec![1 + random.one_of(1, 6) / 2];
        for _ in 0..*random.pick(&[0, 1, 1, 1, 2, 2]) {
            echelons.insert(0, 1 + random.below(4) / 3);
        }
        let sold_by = (0..articles).map(|_| random.below(suppliers)).collect();
        let (sources, demands) = (BTreeMap::new(), BTreeSet::new());
        let mut draft = Draft { articles, suppliers, echelons, sold_by, sources, demands };
        let stock_sites: usize = draft.echelons.iter().sum();
        let wards = stock_sites - draft.echelons[draft.echelons.len() - 1];
        for site in 0..stock_sites {
            let anyway = random.below(articles);
            for article in 0..articles {
                let wanted = if site < wards { random.chance(0.1) } else { random.chance(0.7) || article == anyway };
                if wanted {
                    draft.demands.insert((site, article));
                    draft.buy(site, article, random);
                }
            }
        }
        draft
    }

    /// The echelon of a stock site.
    fn echelon(&self, site: usize) -> usize {
        let mut end = 0;
        self.echelons
            .iter()
            .position(|size| {
                end += size;
                site < end
            })
            .expect("a stock site")
    }

    /// Gives the pair a source, and the source a source.
    fn buy(&mut self, site: usize, article: usize, random: &mut SplitMix) {
        if self.sources.contains_key(&(site, article)) {
            return;
        }
        let above: usize = self.echelons[..self.echelon(site)].iter().sum();
        let source = (above > 0 && random.chance(0.9)).then(|| {
            let nearest = above - self.echelons[self.echelon(site) - 1];
            if random.chance(0.8) { random.one_of(nearest, above - 1) } else { random.below(above) }
        });
        self.sources.insert((site, article), source);
        if let Some(source) = source {
            self.buy(source, article, random);
        }
    }

    fn rank(&self, site: usize) -> u8 {
        let own = self.sources.iter().filter(|((buyer, _), _)| *buyer == site);
        own.map(|(_, source)| 1 + source.map_or(0, |source| self.rank(source))).max().unwrap_or(1)
    }

    /// The plan without rules, disruptions and probes.
    fn network(&self, random: &mut SplitMix) -> Plan {
        let resolution = *random.pick(&[1, 1, 10, 1000]);
        let mut plan = generate_rules::empty_plan(calendar(random), resolution);
        plan.unmet = if random.chance(0.6) { Unmet::Backorder } else { Unmet::Lost };
        plan.articles = (0..self.articles).map(|a| article(a, random)).collect();
        let place = self.add_sites(&mut plan, random);
        self.add_lanes_and_offers(&mut plan, &place, random);
        self.add_cells(&mut plan, &place, random);
        add_buyers(&mut plan);
        self.add_demands(&mut plan, &place, random);
        add_means(&mut plan);
        plan
    }

    /// Adds suppliers and stock sites, sorted by rank, then id. Returns the index of each stock site.
    fn add_sites(&self, plan: &mut Plan, random: &mut SplitMix) -> Vec<u32> {
        for supplier in 0..self.suppliers {
            plan.sites.push(site(format!("a-supplier-{supplier}"), 0, random.chance(0.2)));
        }
        let stock_sites: usize = self.echelons.iter().sum();
        for number in 0..stock_sites {
            let in_region = random.chance(if self.echelon(number) == 0 { 0.7 } else { 0.9 });
            plan.sites.push(site(format!("site-{number}"), self.rank(number), in_region));
        }
        plan.sites.sort_by(|one, other| (one.rank, &one.id).cmp(&(other.rank, &other.id)));
        let index_of = |id: String| plan.sites.iter().position(|site| site.id == id).expect("just added");
        (0..stock_sites).map(|number| index(index_of(format!("site-{number}")))).collect()
    }

    /// Where the goods of a pair come from: a site's index.
    fn origin(&self, place: &[u32], article: usize, source: Option<usize>) -> u32 {
        source.map_or(index(self.sold_by[article]), |source| place[source])
    }

    fn add_lanes_and_offers(&self, plan: &mut Plan, place: &[u32], random: &mut SplitMix) {
        let independent = random.chance(0.4);
        plan.lead_scores = (0..random.one_of(1, 3))
            .map(|n| LeadScore { stream: StreamName::new(&["score", &n.to_string()]) })
            .collect();
        let pairs: BTreeSet<(u32, u32)> = self
            .sources
            .iter()
            .map(|(&(site, article), &source)| (self.origin(place, article, source), place[site]))
            .collect();
        for (from, to) in pairs {
            let score = index(random.below(plan.lead_scores.len()));
            let lead_times = if independent { LeadTimes::Independent } else { LeadTimes::Correlated { score } };
            plan.lanes.push(lane(from, to, lead_time(random), lead_times));
        }
        let offers: BTreeSet<(u32, u32)> =
            (0..self.articles).map(|article| (index(self.sold_by[article]), index(article))).collect();
        plan.offers = offers.into_iter().map(|(supplier, article)| Offer { supplier, article }).collect();
    }

    fn add_cells(&self, plan: &mut Plan, place: &[u32], random: &mut SplitMix) {
        let by_supplier = random.chance(0.6);
        // (site, owner, article) → the review group is the owner's, so that each pool is one contiguous run.
        let mut pairs: Vec<(u32, u32, usize, usize)> = self
            .sources
            .keys()
            .map(|&(site, article)| (place[site], u32::from(by_supplier && random.chance(0.4)), article, site))
            .collect();
        pairs.sort_unstable();
        for &(site, owner, article, drafted) in &pairs {
            let pool = Pool { site, owner };
            if plan.pools.last() != Some(&pool) {
                plan.pools.push(pool);
            }
            let source = self.sources[&(drafted, article)];
            let from = self.origin(place, article, source);
            let source_cell = source.map(|_| {
                let here = |cell: &Cell| (cell.site, cell.article) == (from, index(article));
                index(plan.cells.iter().position(here).expect("sources stand upstream and come first"))
            });
            let offer = plan.offers.iter().position(|offer| offer.article == index(article)).map(index);
            plan.cells.push(Cell {
                site,
                pool: index(plan.pools.len() - 1),
                article: index(article),
                lane: index(plan.lanes.iter().position(|lane| (lane.from, lane.to) == (from, site)).expect("added")),
                source: source_cell,
                offer: if source.is_none() { offer } else { None },
                initial: 0,
                mean_daily: 0.0,
                reserve: 0,
                lead_stream: StreamName::new(&["lead", &site.to_string(), &article.to_string()]),
            });
        }
        for (number, site) in (0..).zip(&mut plan.sites) {
            let start = plan.cells.partition_point(|cell| cell.site < number);
            let end = plan.cells.partition_point(|cell| cell.site <= number);
            site.cells = Range { start: index(start), end: index(end) };
        }
    }

    fn add_demands(&self, plan: &mut Plan, place: &[u32], random: &mut SplitMix) {
        let negative = if random.chance(0.6) { Negative::Truncate } else { Negative::Allow };
        let sure = random.chance(0.15);
        for number in 0..plan.cells.len() {
            let cell = &plan.cells[number];
            let drafted = place.iter().position(|&site| site == cell.site).expect("cells stand at stock sites");
            if !self.demands.contains(&(drafted, cell.article as usize)) {
                continue;
            }
            let location = random.between(0.2, 12.0) * plan.resolution as f64;
            let deviation = if sure { 0.0 } else { location * random.between(0.0, 1.0) };
            plan.demands.push(Demand {
                cell: index(number),
                location,
                deviation,
                negative,
                profile: weekday_profile(random),
                stream: StreamName::new(&["demand", &cell.site.to_string(), &cell.article.to_string()]),
                lines_per_quantum: 0.1,
            });
        }
    }
}

fn calendar(random: &mut SplitMix) -> CalendarPlan {
    let mut day_order = DayPhase::DEFAULT_ORDER;
    if random.chance(0.7) {
        random.shuffle(&mut day_order);
    }
    CalendarPlan {
        warm_up_days: index(random.one_of(0, 40)),
        measured_days: index(random.one_of(20, 120)),
        start_weekday: u8::try_from(random.below(7)).expect("a weekday"),
        day_order,
    }
}

fn article(number: usize, random: &mut SplitMix) -> Article {
    Article {
        id: format!("article-{number}"),
        name_sv: format!("Artikel {number}"),
        name_en: format!("Article {number}"),
        family: String::new(),
        flow: String::new(),
        critical: number == 0 || random.chance(0.6),
        price: MilliOre(100_000),
        units_per_pallet: 1000,
    }
}

pub fn site(id: String, rank: u8, in_region: bool) -> Site {
    Site {
        name_sv: id.clone(),
        name_en: id.clone(),
        id,
        is_supplier: rank == 0,
        in_region,
        regional_stock: in_region && rank > 0,
        rank,
        cells: Range::default(),
    }
}

pub fn lane(from: u32, to: u32, law: LeadTimeLaw, lead_times: LeadTimes) -> Lane {
    let (per_departure, per_pallet, per_order) = (MilliOre(0), MilliOre(0), MilliOre(0));
    Lane { from, to, law, lead_times, per_departure, per_pallet, per_order, payer: 0 }
}

pub fn owners() -> Vec<Owner> {
    let owner = |id: &str, is_supplier| Owner { id: id.to_owned(), is_supplier, shares: Vec::new() };
    vec![owner("region", false), owner("supplier", true)]
}

pub fn lead_time(random: &mut SplitMix) -> LeadTimeLaw {
    match random.below(4) {
        0 => LeadTimeLaw::Fixed { days: *random.pick(&[0.0, 0.0, 1.0, 2.0, 3.0, 5.0]) },
        1 => LeadTimeLaw::Fixed { days: *random.pick(&[0.25, 0.5, 1.5, 2.75, 0.0001]) },
        2 => LeadTimeLaw::Lognormal { mu: random.between(-1.5, 2.0), sigma: random.between(0.1, 1.5) },
        _ => LeadTimeLaw::Discrete {
            days: random.pick(&[[0.0, 1.0, 4.0], [1.0, 5.0, 9.0], [0.5, 2.0, 6.25]]).to_vec(),
            cumulative: random.pick(&[[0.3, 0.7, 1.0], [0.5, 0.6, 1.0], [0.1, 0.5, 1.0]]).to_vec(),
        },
    }
}

/// Lists for each cell the ways that lead from it.
pub fn add_buyers(plan: &mut Plan) {
    for source in 0..index(plan.cells.len()) {
        let start = index(plan.buyers.len());
        let buys = |number: &u32| crate::ways::way(plan, *number).source == Some(source);
        let buyers: Vec<u32> = crate::ways::ways(plan).filter(buys).collect();
        plan.buyers.extend(buyers);
        plan.buyer_ranges.push(Range { start, end: index(plan.buyers.len()) });
    }
}

/// Adds up the mean use through each cell, downstream cells first.
pub fn add_means(plan: &mut Plan) {
    for demand in &plan.demands {
        plan.cells[demand.cell as usize].mean_daily += demand.location;
    }
    for number in (0..plan.cells.len()).rev() {
        if let Some(source) = plan.cells[number].source {
            plan.cells[source as usize].mean_daily += plan.cells[number].mean_daily;
        }
    }
}
