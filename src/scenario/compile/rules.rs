//! Stock rules: levels in quanta from days or units, opening stock, review groups.

use super::matching::winner;
use super::network::Network;
use super::{Fault, demand};
use crate::inventory::levels::{DaysRule, planned_lead_days};
use crate::plan::cell::{Cell, Range};
use crate::plan::policy::{ReviewGroup, Rule};
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{Lot, PolicyKind, PolicyRule, Scenario};
use crate::units::Quanta;

/// Levels of every cell, parallel to the network's cells.
pub struct Levels {
    pub rules: Vec<Rule>,
    pub packs: Vec<Quanta>,
    pub reviews: Vec<ReviewGroup>,
    pub review_days: Vec<u32>,
    pub initial: Vec<Quanta>,
    pub reserve: Vec<Quanta>,
    pub mean_daily: Vec<f64>,
    /// Days of mean use that stand still between orders: safety stock and reserve.
    pub standing_days: Vec<f64>,
}

/// Works the levels out.
pub fn build(scenario: &Scenario, network: &Network, reserve_days: f64, faults: &mut Vec<Fault>) -> Levels {
    let mean_daily = demand::mean_daily(scenario, network);
    let cells = network.cells.len();
    let mut levels = Levels {
        rules: Vec::with_capacity(cells),
        packs: Vec::with_capacity(cells),
        reviews: Vec::new(),
        review_days: Vec::with_capacity(cells),
        initial: Vec::with_capacity(cells),
        reserve: Vec::with_capacity(cells),
        mean_daily,
        standing_days: Vec::with_capacity(cells),
    };
    for (index, cell) in network.cells.iter().enumerate() {
        add_cell(scenario, network, index, cell, reserve_days, &mut levels, faults);
    }
    levels.reviews = review_groups(scenario, network);
    levels
}

fn add_cell(
    scenario: &Scenario,
    network: &Network,
    index: usize,
    cell: &Cell,
    reserve_days: f64,
    levels: &mut Levels,
    faults: &mut Vec<Fault>,
) {
    let (site, article_id) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
    let (article, policy) = (&scenario.articles[article_id], &scenario.policies[&network.policies[index]]);
    let resolution = scenario.frame.resolution;
    let placed = article.critical
        && policy.kind != PolicyKind::PassThrough
        && scenario.reserve_placements.values().any(|placement| {
            placement.at == *site && placement.select.matches(article_id, article, &scenario.suppliers)
        });
    let law = &network.lanes[cell.lane as usize].law;
    let service_days = network.servers[cell.lane as usize].as_ref().map_or(0.0, |servers| servers.service.mean());
    let days = DaysRule {
        mean_daily: levels.mean_daily[index],
        review_days: f64::from(policy.review_days),
        lead_days: planned_lead_days(law, policy.lead_time_quantile) + service_days,
        safety_days: policy.safety_stock_days,
        reserve_days: if placed { reserve_days } else { 0.0 },
    };
    let rule = rule(policy, &days, resolution);
    let preset = winner(scenario, &scenario.stocks, site, article_id, article, faults);
    let under_way = days.mean_daily * (law.mean() + service_days);
    levels.initial.push(match (preset, rule) {
        (Some((_, stock)), _) => quanta(stock.on_hand * resolution as f64),
        (None, Rule::Never) => 0,
        (None, Rule::OrderUpTo { level }) => (level - quanta(under_way)).max(0),
        (None, Rule::ReorderPoint { point, lot }) => (point + lot - quanta(under_way)).max(0),
    });
    levels.rules.push(rule);
    levels.packs.push(if policy.packs && policy.kind != PolicyKind::PassThrough {
        article.pack * resolution
    } else {
        1
    });
    levels.review_days.push(policy.review_days);
    levels.reserve.push(quanta(days.reserve()));
    levels.standing_days.push(days.safety_days + days.reserve_days);
}

fn rule(policy: &PolicyRule, days: &DaysRule, resolution: i64) -> Rule {
    let reserve = days.reserve();
    let in_quanta = |units: f64| quanta(units * resolution as f64 + reserve);
    // Days of a slow article's use round to nothing; what is kept at all is kept with this much.
    let least = if days.mean_daily > 0.0 { quanta(policy.at_least * resolution as f64) } else { 0 };
    match policy.kind {
        PolicyKind::Never => Rule::Never,
        PolicyKind::PassThrough => Rule::OrderUpTo { level: 0 },
        PolicyKind::OrderUpTo { level } => {
            Rule::OrderUpTo { level: level.map_or_else(|| quanta(days.order_up_to_level()).max(least), in_quanta) }
        }
        PolicyKind::ReorderPoint { point, lot } => Rule::ReorderPoint {
            point: point.map_or_else(|| quanta(days.reorder_point()).max(least), in_quanta),
            lot: match lot {
                Lot::Units(units) => quanta(units * resolution as f64).max(1),
                Lot::Days(lot_days) => quanta(lot_days * days.mean_daily).max(1),
            },
        },
    }
}

/// Rounds to whole quanta. What is too large to count is refused by [`check_bounds`], so nothing saturates unseen.
fn quanta(value: f64) -> Quanta {
    libm::round(value) as Quanta
}

/// Largest quantity of a cell, in quanta: leaves room to add up 2¹⁵ cells over 10⁵ days in 64 bits.
const LARGEST_QUANTITY: f64 = (1_u64 << 40) as f64;
/// Largest value of a cell's stock, in thousandths of an öre: leaves room for rates and days in 128 bits.
const LARGEST_VALUE: f64 = (1_u64 << 62) as f64;

/// Refuses stock and use that integers could not count over a run.
pub fn check_bounds(scenario: &Scenario, network: &Network, levels: &Levels, faults: &mut Vec<Fault>) {
    for (index, cell) in network.cells.iter().enumerate() {
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize]);
        let highest = match levels.rules[index] {
            Rule::Never => 0.0,
            Rule::OrderUpTo { level } => level as f64,
            Rule::ReorderPoint { point, lot } => point as f64 + lot as f64,
        };
        let spread = scenario.articles[&article.id].demand_sd.unwrap_or(0.0) * scenario.frame.resolution as f64;
        let quantities = [highest, levels.initial[index] as f64, levels.packs[index] as f64];
        let largest = quantities.into_iter().fold(levels.mean_daily[index] + 40.0 * spread, f64::max);
        let value = largest / scenario.frame.resolution as f64 * article.price.0 as f64;
        if !(largest <= LARGEST_QUANTITY && value <= LARGEST_VALUE) {
            faults.push(Fault::new(
                format!("article.{}", article.id),
                format!("stock or use of article {} at {site} is too large to be counted", article.id),
                "mind the unit, the resolution, the spread of the lead time, and the price",
            ));
        }
    }
}

fn review_groups(scenario: &Scenario, network: &Network) -> Vec<ReviewGroup> {
    let mut groups: Vec<ReviewGroup> = Vec::new();
    for (index, cell) in (0..).zip(&network.cells) {
        let policy = &scenario.policies[&network.policies[index as usize]];
        if policy.kind == PolicyKind::Never {
            continue;
        }
        let (every_days, offset) = (policy.review_days, policy.review_offset);
        match groups.last_mut() {
            Some(group)
                if (group.site, group.every_days, group.offset) == (cell.site, every_days, offset)
                    && group.cells.end == index =>
            {
                group.cells.end = index + 1;
            }
            _ => groups.push(ReviewGroup {
                site: cell.site,
                cells: Range { start: index, end: index + 1 },
                every_days,
                offset,
            }),
        }
    }
    let rank = |group: &ReviewGroup| network.sites[group.site as usize].rank;
    groups.sort_by_key(|group| (std::cmp::Reverse(rank(group)), group.site, group.cells.start));
    groups
}

/// Cells with their levels written in.
pub fn finished_cells(mut cells: Vec<Cell>, levels: &Levels) -> Vec<Cell> {
    for (index, cell) in cells.iter_mut().enumerate() {
        cell.initial = levels.initial[index];
        cell.mean_daily = levels.mean_daily[index];
        cell.reserve = levels.reserve[index];
    }
    cells
}

/// A reserve that stands nowhere changes nothing, and a row with its name would say otherwise.
pub fn reserve_that_nobody_holds(reserve_days: f64, levels: &Levels) -> Option<Fault> {
    let nobody = reserve_days > 0.0 && levels.reserve.iter().all(|&reserve| reserve == 0);
    nobody.then(|| {
        Fault::new(
            "reserve-placement",
            format!("nobody holds the reserve of {reserve_days} days"),
            "add a [reserve-placement.…] whose site holds critical articles that it selects",
        )
        .coded(codes::SUSPICIOUS)
    })
}

/// Stock that cannot rotate: safety stock and reserve stand longer than the shelf life (V20, domain 7.20).
pub fn shelf_life_findings(scenario: &Scenario, network: &Network, levels: &Levels) -> Vec<Fault> {
    let mut findings = Vec::new();
    for (index, cell) in network.cells.iter().enumerate() {
        let (site, article_id) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        let (standing, reserve) = (levels.standing_days[index], levels.reserve[index]);
        if let Some(life) = scenario.articles[article_id].shelf_life_days.filter(|&life| standing > life && reserve > 0)
        {
            let finding = Fault::new(
                format!("article.{article_id}.shelf-life"),
                format!(
                    "the stock of article {article_id} at {site} stands for {standing:.0} days, longer than its shelf life of {life:.0} days"
                ),
                "a reserve that cannot rotate expires: hold less of the article, or choose one that keeps longer",
            );
            findings.push(finding.coded(codes::SHELF_LIFE));
        }
    }
    findings
}
