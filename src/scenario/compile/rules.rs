//! Stock rules: levels in quanta from days or units, opening stock, review groups.

use super::matching::BySite;
use super::network::Network;
use super::{Fault, demand, reserve, terms};
use crate::inventory::forecast::error_factor;
use crate::inventory::levels::{DaysRule, planned_lead_days};
use crate::order::InOrder;
use crate::plan::cell::{Cell, Range};
use crate::plan::phase::Phase;
use crate::plan::policy::{ReviewGroup, Rule};
use crate::plan::terms::{Basis, Follows, Forecast, PlannedOrder, Terms};
use crate::random::key::StreamName;
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{ForecastRule, Lot, PolicyKind, PolicyRule, ReserveKind, Scenario, StockRule, Upper};
use crate::units::Quanta;

/// Levels of every cell, parallel to the network's cells.
pub struct Levels {
    pub rules: Vec<Rule>,
    pub packs: Vec<Quanta>,
    pub reviews: Vec<ReviewGroup>,
    pub review_days: Vec<u32>,
    pub initial: Vec<Quanta>,
    pub reserve: Vec<Quanta>,
    /// The part of the reserve that stands apart from the stock.
    pub apart: Vec<Quanta>,
    pub mean_daily: Vec<f64>,
    /// Days of mean use that stand still between orders: safety stock and reserve.
    pub standing_days: Vec<f64>,
    /// Terms of each cell; empty if no cell has any.
    pub terms: Vec<Terms>,
    pub forecasts: Vec<Forecast>,
    pub order_lists: Vec<Vec<PlannedOrder>>,
    /// Days of lead time that an echelon level plans with: the cell's own and those below it.
    echelon_lead: Vec<f64>,
    variance_daily: Vec<f64>,
}

/// Works the levels out.
pub fn build(
    scenario: &Scenario,
    network: &Network,
    demands: &demand::Demands,
    reserve_days: f64,
    faults: &mut Vec<Fault>,
) -> Levels {
    let cells = network.cells.len();
    let mut levels = Levels {
        rules: Vec::with_capacity(cells),
        packs: Vec::with_capacity(cells),
        reviews: Vec::new(),
        review_days: Vec::with_capacity(cells),
        initial: Vec::with_capacity(cells),
        reserve: Vec::with_capacity(cells),
        apart: Vec::with_capacity(cells),
        mean_daily: demand::mean_daily(scenario, network),
        standing_days: Vec::with_capacity(cells),
        terms: Vec::new(),
        forecasts: Vec::new(),
        order_lists: Vec::new(),
        echelon_lead: echelon_lead(scenario, network),
        variance_daily: demand::variance_daily(scenario, network, demands),
    };
    let stocks = BySite::new(&scenario.stocks);
    for index in 0..cells {
        add_cell(scenario, network, index, &stocks, reserve_days, &mut levels, faults);
    }
    if levels.terms.iter().all(|terms| *terms == Terms::default()) {
        levels.terms.clear();
    }
    levels.reviews = review_groups(scenario, network);
    levels
}

/// Planned lead time of each cell and, along the longest way, of the cells below it. Cells stand upstream first.
fn echelon_lead(scenario: &Scenario, network: &Network) -> Vec<f64> {
    let mut lead = vec![0.0_f64; network.cells.len()];
    for (index, cell) in network.cells.iter().enumerate().rev() {
        let quantile = scenario.policies[&network.policies[index]].lead_time_quantile;
        lead[index] += planned_lead_days(&network.lanes[network.planned_lane(index)].law, quantile);
        if let Some(source) = cell.source {
            lead[source as usize] = lead[source as usize].max(lead[index]);
        }
    }
    lead
}

fn add_cell(
    scenario: &Scenario,
    network: &Network,
    index: usize,
    stocks: &BySite<'_, StockRule>,
    reserve_days: f64,
    levels: &mut Levels,
    faults: &mut Vec<Fault>,
) {
    let cell = &network.cells[index];
    let (site, article_id) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
    let policy_id = &network.policies[index];
    let (article, policy) = (&scenario.articles[article_id], &scenario.policies[policy_id]);
    let resolution = scenario.frame.resolution;
    let about = (site.as_str(), article_id.as_str(), article);
    let holds = policy.kind != PolicyKind::PassThrough;
    let placement = holds.then(|| reserve::placement(scenario, about, faults)).flatten();
    let reserved = placement.map_or(0.0, |_| reserve::days(scenario, about, reserve_days));
    let stands_apart = placement.is_some_and(|(_, placement)| matches!(placement.kind, ReserveKind::Alarm(_)));
    let lane = network.planned_lane(index);
    let law = &network.lanes[lane].law;
    let service_days = network.servers[lane].as_ref().map_or(0.0, |servers| servers.service.mean());
    let echelon = policy.terms.basis == Basis::Echelon;
    let days = DaysRule {
        mean_daily: levels.mean_daily[index],
        review_days: f64::from(policy.review_days),
        lead_days: if echelon {
            levels.echelon_lead[index]
        } else {
            planned_lead_days(law, policy.lead_time_quantile) + service_days
        },
        safety_days: policy.safety_stock_days,
        reserve_days: if stands_apart { 0.0 } else { reserved },
    };
    let costs = terms::Costs {
        scenario,
        network,
        cell,
        lane,
        mean_daily: days.mean_daily,
        daily_deviation: libm::sqrt(levels.variance_daily[index]),
        policy_id,
    };
    let (rule, follows) = rule(policy, &days, &costs, levels, faults);
    let preset = stocks.winner(scenario, site, article_id, article, faults);
    let initial = match preset {
        Some((_, stock)) => quanta(stock.on_hand * resolution as f64),
        None => (peak(rule) - quanta(days.mean_daily * (law.mean() + service_days))).max(0),
    };
    levels.initial.push(if rule == Rule::Never && preset.is_none() { 0 } else { initial });
    levels.rules.push(rule);
    levels.packs.push(terms::multiple(policy, article, article_id, resolution, faults));
    levels.review_days.push(policy.review_days);
    let apart = if stands_apart { quanta(days.mean_daily * reserved) } else { 0 };
    levels.apart.push(apart);
    levels.reserve.push(quanta(days.reserve()) + apart);
    levels.standing_days.push(days.safety_days + days.reserve_days + more_standing_days(rule, &days, follows));
    levels.terms.push(terms::of_cell(&policy.terms, rule, follows, days.mean_daily, resolution as f64));
    if let Some(forecast) = &policy.terms.forecast {
        levels.forecasts.push(Forecast {
            cell: u32::try_from(index).expect("cells are counted by a u32"),
            method: forecast.method,
            bias: forecast.bias,
            noise: forecast.noise,
            stream: StreamName::new(&["forecast", site, article_id]),
        });
    }
}

/// Days of safety stock that `safety` or a minimum stock adds.
fn more_standing_days(rule: Rule, days: &DaysRule, follows: Follows) -> f64 {
    let standing = match rule {
        Rule::Need { minimum, .. } => minimum as f64,
        _ => follows.constant,
    };
    let more = standing - days.reserve();
    if days.mean_daily > 0.0 && more > 0.0 { more / days.mean_daily } else { 0.0 }
}

/// The highest that a rule lifts stock to.
fn peak(rule: Rule) -> Quanta {
    match rule {
        Rule::Never | Rule::List { .. } => 0,
        Rule::OrderUpTo { level } | Rule::MinMax { level, .. } => level,
        Rule::ReorderPoint { point, lot } | Rule::FixedQuantity { point, lot } => point + lot,
        Rule::Need { need, minimum } => need + minimum,
        Rule::Restore { point } => point,
    }
}

/// The rule of a cell, and how its level follows a forecast.
fn rule(
    policy: &PolicyRule,
    days: &DaysRule,
    costs: &terms::Costs,
    levels: &mut Levels,
    faults: &mut Vec<Fault>,
) -> (Rule, Follows) {
    let resolution = costs.scenario.frame.resolution as f64;
    let (lot, safety) = lot_and_safety(policy, days, costs, faults);
    let in_quanta = |units: f64| quanta(units * resolution + days.reserve());
    // Days of a slow article's use round to nothing; what is kept at all is kept with this much.
    let least = if days.mean_daily > 0.0 { quanta(policy.at_least * resolution) } else { 0 };
    let at = |units: Option<f64>| units.map_or_else(|| quanta(days.order_up_to_level() + safety).max(least), in_quanta);
    let horizon = days.review_days + days.lead_days + days.safety_days;
    let follows = Follows { days: horizon, constant: days.reserve() + safety, least };
    let rule = match policy.kind {
        PolicyKind::Never => Rule::Never,
        PolicyKind::PassThrough => {
            return (Rule::OrderUpTo { level: 0 }, Follows { days: 0.0, constant: 0.0, least: 0 });
        }
        PolicyKind::OrderUpTo { level } => Rule::OrderUpTo { level: at(level) },
        PolicyKind::ReorderPoint { point, .. } => Rule::ReorderPoint { point: at(point), lot },
        PolicyKind::FixedQuantity { point, .. } => Rule::FixedQuantity { point: at(point), lot },
        PolicyKind::Restore { point } => Rule::Restore { point: at(point) },
        PolicyKind::MinMax { point, upper } => {
            let point = at(point);
            let level = match upper {
                Upper::Level(units) => in_quanta(units),
                Upper::Lot(_) => point + lot,
            };
            Rule::MinMax { point, level }
        }
        PolicyKind::Need { coverage_days, minimum } => {
            let minimum = terms::in_quanta(minimum, days.mean_daily, resolution) + quanta(days.reserve());
            let follows = Follows { days: coverage_days, constant: 0.0, least: 0 };
            return (Rule::Need { need: quanta(days.mean_daily * coverage_days), minimum }, follows);
        }
        PolicyKind::List => {
            let list = u32::try_from(levels.order_lists.len()).expect("cells are counted by a u32");
            levels.order_lists.push(terms::planned(&policy.terms, resolution));
            Rule::List { list }
        }
    };
    (rule, follows)
}

/// The lot in quanta (1 where the policy has none), and the safety stock that `safety` asks for.
fn lot_and_safety(
    policy: &PolicyRule,
    days: &DaysRule,
    costs: &terms::Costs,
    faults: &mut Vec<Fault>,
) -> (Quanta, f64) {
    let resolution = costs.scenario.frame.resolution as f64;
    let lot = match policy.kind {
        PolicyKind::ReorderPoint { lot, .. }
        | PolicyKind::FixedQuantity { lot, .. }
        | PolicyKind::MinMax { upper: Upper::Lot(lot), .. } => match lot {
            Lot::Units(units) => quanta(units * resolution).max(1),
            Lot::Days(lot_days) => quanta(lot_days * days.mean_daily).max(1),
            Lot::Economic => costs.economic_lot(faults),
        },
        _ => 1,
    };
    let cycle = (days.mean_daily * days.review_days).max(lot as f64);
    let safety = policy.terms.safety;
    (lot, safety.map_or(0.0, |safety| costs.safety(safety, days.review_days, days.lead_days, cycle, faults)))
}

/// Rounds to whole quanta. What is too large to count is refused by [`check_bounds`], so nothing saturates unseen.
pub fn quanta(value: f64) -> Quanta {
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
        let spread = scenario.articles[&article.id].demand_sd.unwrap_or(0.0) * scenario.frame.resolution as f64;
        let forecast = scenario.policies[&network.policies[index]].terms.forecast;
        let most_used = levels.mean_daily[index] + 40.0 * spread;
        let highest = highest(levels, index).max(highest_forecast(levels, index, forecast, most_used));
        let apart = levels.apart[index] as f64;
        let quantities = [highest, levels.initial[index] as f64, levels.packs[index] as f64, apart];
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

/// The largest level that a forecast can ask for, its weekly error eight deviations off.
fn highest_forecast(levels: &Levels, index: usize, forecast: Option<ForecastRule>, most_used: f64) -> f64 {
    let follows = levels.terms.get(index).and_then(|terms| terms.follows);
    follows.zip(forecast).map_or(0.0, |(follows, forecast)| {
        let error = error_factor(forecast.bias, forecast.noise, 8.0);
        most_used * error * follows.days + follows.constant
    })
}

/// The largest quantity that a cell's rule and terms speak of.
fn highest(levels: &Levels, index: usize) -> f64 {
    let rule = match levels.rules[index] {
        Rule::List { list } => levels.order_lists[list as usize].iter().map(|order| order.quantity as f64).sum(),
        Rule::Never => 0.0,
        Rule::OrderUpTo { level } => level as f64,
        Rule::MinMax { point, level } => (level as f64).max((point as f64).abs()),
        Rule::ReorderPoint { point, lot } | Rule::FixedQuantity { point, lot } => (point as f64).abs() + lot as f64,
        Rule::Need { need, minimum } => need as f64 + minimum as f64,
        Rule::Restore { point } => (point as f64).abs(),
    };
    let terms = levels.terms.get(index).copied().unwrap_or_default();
    let joint = terms.joint.unwrap_or(0);
    [terms.tolerance, terms.minimum_order, joint].into_iter().map(|quantity| quantity as f64).fold(rule, f64::max)
}

fn review_groups(scenario: &Scenario, network: &Network) -> Vec<ReviewGroup> {
    let mut groups: Vec<ReviewGroup> = Vec::new();
    for (index, cell) in (0..).zip(&network.cells) {
        let policy = &scenario.policies[&network.policies[index as usize]];
        if policy.kind == PolicyKind::Never {
            continue;
        }
        let order_days = policy.terms.order_days;
        // Order days are reviewed each week; `review_days` is their longest gap, for the levels.
        let every_days = if order_days.is_some() { 1 } else { policy.review_days };
        let offset = policy.review_offset;
        match groups.last_mut() {
            Some(group)
                if (group.site, group.every_days, group.offset) == (cell.site, every_days, offset)
                    && group.order_days == order_days
                    && group.cells.end == index =>
            {
                group.cells.end = index + 1;
            }
            _ => groups.push(ReviewGroup {
                site: cell.site,
                cells: Range { start: index, end: index + 1 },
                every_days,
                offset,
                order_days,
            }),
        }
    }
    let rank = |group: &ReviewGroup| network.sites[group.site as usize].rank;
    groups.order_by_key(|group| (std::cmp::Reverse(rank(group)), group.site, group.cells.start));
    groups
}

/// The rules of the levels as those of a phase from day 0 on; they are taken out of the levels.
pub fn from_day_0(levels: &mut Levels) -> Phase {
    use std::mem::take;
    Phase {
        from_day: 0,
        rules: take(&mut levels.rules),
        packs: take(&mut levels.packs),
        reviews: take(&mut levels.reviews),
        terms: take(&mut levels.terms),
        sourcing: Vec::new(),
    }
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
