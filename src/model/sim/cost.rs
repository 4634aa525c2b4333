//! Cost per year: the one function that turns integer drivers into öre, after the replication (design.md 2).
//!
//! All arithmetic is exact until the last division of each line, so a change of price needs no new simulation and the
//! total is the sum of what is shown.

pub use super::component::{Component, included, not_included, without_price};

use super::cost_shares::shared;
use super::drivers::Drivers;
use super::help;
use crate::plan::Plan;
use crate::plan::demand::Unmet;
use crate::plan::shortage::ReactionKind;
use crate::plan::space::PALLET;
use crate::plan::staff::HOUR;
use crate::units::Ore;
use serde::{Deserialize, Serialize};

/// Cost per year of one component for one payer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostLine {
    /// What for.
    pub component: Component,
    /// Who pays: index of an owner.
    pub payer: u32,
    /// Öre per year.
    pub per_year: Ore,
}

/// A sum of exact fractions of öre over the measured days, divided once.
#[derive(Clone, Debug, Default)]
pub(super) struct Account {
    lines: std::collections::BTreeMap<(Component, u32), i128>,
}

/// Denominator of an [`Account`]: thousandths of öre × millionths. Every charge is rounded to this grain, which is finer
/// than a billionth of an öre.
const GRAIN: i128 = 1_000_000_000;

impl Account {
    /// Charges `numerator / denominator` thousandths of öre.
    pub(super) fn charge(&mut self, component: Component, payer: u32, numerator: i128, denominator: i128) {
        let grains = rounded(numerator * (GRAIN / 1000), denominator);
        *self.lines.entry((component, payer)).or_default() += grains;
    }
}

/// Division rounded to nearest, half away from zero.
fn rounded(numerator: i128, denominator: i128) -> i128 {
    let half = if numerator >= 0 { denominator / 2 } else { -(denominator / 2) };
    (numerator + half) / denominator
}

/// Prices a replication's drivers: öre per year of 365 days, by component and payer, sorted.
///
/// Every priced component appears for its payers, also when it is 0, so that the lines of all replications of a plan
/// are the same.
pub fn price(plan: &Plan, drivers: &Drivers) -> Vec<CostLine> {
    let mut account = Account::default();
    charge_stock(plan, drivers, &mut account);
    charge_flows(plan, drivers, &mut account);
    charge_lanes(plan, drivers, &mut account);
    charge_care(plan, drivers, &mut account);
    charge_express(plan, drivers, &mut account);
    charge_reactions(plan, drivers, &mut account);
    charge_expired(plan, drivers, &mut account);
    charge_overflow(plan, drivers, &mut account);
    help::charge(plan, &drivers.help, &mut account);
    charge_staff(plan, drivers, &mut account);
    charge_price_rise(plan, drivers, &mut account);
    let days = i128::from(drivers.days.max(1));
    let lines = account
        .lines
        .into_iter()
        .map(|((component, payer), grains)| {
            let per_year = rounded(grains * 365, days * GRAIN);
            let per_year = Ore(i64::try_from(per_year).expect("a yearly cost fits in 64 bits of öre"));
            CostLine { component, payer, per_year }
        })
        .collect();
    shared(&plan.owners, lines)
}

/// What stands in stock: capital, pallet positions, write-off, theory's holding cost.
fn charge_stock(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    let resolution = i128::from(plan.resolution);
    for (cell, &stock_days) in plan.cells.iter().zip(&drivers.stock_days) {
        let (article, site) = (&plan.articles[cell.article as usize], &plan.prices.sites[cell.site as usize]);
        let owner = plan.pools[cell.pool as usize].owner;
        let stock_days = i128::from(stock_days);
        let value_days = stock_days * i128::from(article.price.0);
        if let Some(rate) = plan.prices.capital[owner as usize] {
            let numerator = value_days * i128::from(rate.0);
            account.charge(Component::Capital, owner, numerator, 365 * 1_000_000 * resolution);
        }
        // What expires from batches is charged as it happens.
        if let Some(rate) = site.write_off.filter(|_| plan.shelf.life(cell.article).is_none()) {
            let numerator = value_days * i128::from(rate.0);
            account.charge(Component::WriteOff, site.payer, numerator, 365 * 1_000_000 * resolution);
        }
        if let Some(price) = site.pallet_year {
            let denominator = 365 * resolution * i128::from(article.units_per_pallet);
            account.charge(Component::Storage, site.payer, stock_days * i128::from(price.0), denominator);
        }
        if let Some(price) = plan.prices.holding_per_unit_day {
            account.charge(Component::Holding, owner, stock_days * i128::from(price.0), resolution);
        }
    }
}

/// What passes through sites: pallets handled (half at arrival, half at departure), lines picked.
fn charge_flows(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    let resolution = i128::from(plan.resolution);
    for (index, cell) in plan.cells.iter().enumerate() {
        let (article, site) = (&plan.articles[cell.article as usize], &plan.prices.sites[cell.site as usize]);
        if let Some(price) = site.handling_pallet {
            let moved = i128::from(drivers.received[index]) + i128::from(drivers.issued[index]);
            let denominator = 2 * resolution * i128::from(article.units_per_pallet);
            account.charge(Component::Handling, site.payer, moved * i128::from(price.0), denominator);
        }
        if let Some(price) = site.pick_line {
            let numerator = i128::from(drivers.picks[index]) * i128::from(price.0);
            account.charge(Component::Picking, site.payer, numerator, 1);
        }
    }
}

/// What moves on lanes: orders, departures, pallets.
fn charge_lanes(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    let resolution = i128::from(plan.resolution);
    for (index, lane) in plan.lanes.iter().enumerate() {
        let charges = [
            (Component::Ordering, lane.per_order, drivers.orders[index]),
            (Component::Transport, lane.per_departure, drivers.departures[index]),
        ];
        for (component, price, count) in charges {
            if price.0 > 0 {
                account.charge(component, lane.payer, i128::from(count) * i128::from(price.0), 1);
            }
        }
    }
    let further = plan.further_ways.iter().zip(&drivers.received_by_further).map(|(way, &received)| (*way, received));
    let mut by_first = drivers.received.clone();
    further.clone().for_each(|(way, received)| by_first[way.cell as usize] -= received);
    by_first.iter_mut().zip(&drivers.help.arrived).for_each(|(received, arrived)| *received -= arrived);
    let first = by_first.into_iter().zip(0..).map(|(received, cell)| (plan.way(cell), received));
    for (way, received) in first.chain(further) {
        let (cell, lane) = (&plan.cells[way.cell as usize], &plan.lanes[way.lane as usize]);
        if lane.per_pallet.0 > 0 {
            let denominator = resolution * i128::from(plan.articles[cell.article as usize].units_per_pallet);
            let numerator = i128::from(received) * i128::from(lane.per_pallet.0);
            account.charge(Component::Transport, lane.payer, numerator, denominator);
        }
    }
}

/// Express orders and lines.
fn charge_express(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    let counts = drivers.express_orders.iter().zip(&drivers.express_lines);
    for (express, (&orders, &lines)) in plan.transport.express.iter().zip(counts) {
        for (price, count) in [(express.per_order, orders), (express.per_line, lines)] {
            if let Some(price) = price {
                account.charge(Component::Express, express.payer, i128::from(count) * i128::from(price.0), 1);
            }
        }
    }
}

/// What shortages cost: chasing of critical lines, waiting units, lost units.
fn charge_care(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    let (prices, resolution) = (&plan.prices, i128::from(plan.resolution));
    for (cell, (&open_days, &backlog_days)) in
        plan.cells.iter().zip(drivers.open_line_days.iter().zip(&drivers.backlog_days))
    {
        if let (Some(hour), Some(millihours)) = (prices.staff_hour, prices.chasing_millihours) {
            let open = if plan.articles[cell.article as usize].critical { i128::from(open_days) } else { 0 };
            let numerator = open * i128::from(millihours) * i128::from(hour.0);
            account.charge(Component::Chasing, prices.care_payer, numerator, 1000);
        }
        if let Some(price) = prices.backorder_per_unit_day {
            let numerator = i128::from(backlog_days) * i128::from(price.0);
            account.charge(Component::Backorder, prices.care_payer, numerator, resolution);
        }
    }
    let lost: i64 = (0..plan.demands.len()).map(|demand| lost_at(plan, drivers, demand)).sum();
    if let Some(price) = prices.lost_per_unit {
        let numerator = i128::from(lost) * i128::from(price.0);
        account.charge(Component::LostUnits, prices.care_payer, numerator, resolution);
    }
}

/// Quanta of one demand entry that nobody served and nobody waits for.
pub(super) fn lost_at(plan: &Plan, drivers: &Drivers, demand: usize) -> i64 {
    if plan.shortage.of_demand.get(demand).is_some_and(Option::is_some) {
        let of_kind = |kind: ReactionKind| drivers.reacted[demand][kind.place()];
        return of_kind(ReactionKind::Elsewhere) + of_kind(ReactionKind::Cancel);
    }
    match plan.unmet {
        Unmet::Backorder => 0,
        Unmet::Lost => {
            let covered = drivers.substituted[demand] + drivers.help.moved_to(demand);
            drivers.needed[demand] - drivers.served[demand] - covered
        }
    }
}

/// What each reaction to a shortage costs, with the units that substitutes covered.
fn charge_reactions(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    let resolution = i128::from(plan.resolution);
    let reactions = plan.shortage.of_demand.iter().zip(drivers.reacted.iter().zip(&drivers.substituted));
    for (demand, (reaction, (reacted, &substituted))) in reactions.enumerate() {
        let Some(reaction) = reaction.map(|on| &plan.shortage.reactions[on.reaction as usize]) else { continue };
        for kind in ReactionKind::ALL {
            let units = match kind {
                ReactionKind::Substitute => substituted,
                ReactionKind::Neighbour => drivers.help.moved_to(demand),
                _ => reacted[kind.place()],
            };
            if let Some(price) = reaction.costs[kind.place()] {
                let numerator = i128::from(units) * i128::from(price.0);
                account.charge(Component::Reactions, plan.prices.care_payer, numerator, resolution);
            }
        }
    }
}

/// Pallets beyond the room of a site, each day that they stood elsewhere.
fn charge_overflow(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    for (space, overflow) in plan.space.iter().zip(&drivers.overflow) {
        if let Some(price) = space.overflow_price {
            let numerator = i128::from(overflow.pallet_days) * i128::from(price.0);
            let payer = plan.prices.sites[space.site as usize].payer;
            account.charge(Component::Overflow, payer, numerator, i128::from(PALLET));
        }
    }
}

/// The scheduled hours of staff.
fn charge_staff(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    for (staff, work) in plan.staff.iter().zip(&drivers.work) {
        if let Some(price) = staff.price {
            let payer = plan.prices.sites[staff.site as usize].payer;
            let numerator = i128::from(work.scheduled) * i128::from(price.0);
            account.charge(Component::Staff, payer, numerator, i128::from(HOUR));
        }
    }
}

/// What was paid beyond the price of articles.
fn charge_price_rise(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    for (cell, &rise) in plan.cells.iter().zip(&drivers.price_rise) {
        if cell.offer.is_some() || rise > 0 {
            let owner = plan.pools[cell.pool as usize].owner;
            let numerator = rise * i128::from(plan.articles[cell.article as usize].price.0);
            account.charge(Component::PriceRise, owner, numerator, 1000 * i128::from(plan.resolution));
        }
    }
}

/// What was thrown away because it had expired, at the price of the article.
fn charge_expired(plan: &Plan, drivers: &Drivers, account: &mut Account) {
    let batched = plan.cells.iter().zip(&drivers.expired).filter(|(cell, _)| plan.shelf.life(cell.article).is_some());
    for (cell, &expired) in batched {
        let payer = plan.prices.sites[cell.site as usize].payer;
        let numerator = i128::from(expired) * i128::from(plan.articles[cell.article as usize].price.0);
        account.charge(Component::Expired, payer, numerator, i128::from(plan.resolution));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(rounded(5, 2), 3);
        assert_eq!(rounded(-5, 2), -3);
        assert_eq!(rounded(4, 3), 1);
    }

    #[test]
    fn a_year_of_one_pallet_costs_its_price() {
        let mut account = Account::default();
        // 900 SEK per pallet and year, one pallet of 100 units kept 365 days.
        account.charge(Component::Storage, 0, 365 * 100 * 90_000_000, 365 * 100);
        assert_eq!(account.lines[&(Component::Storage, 0)], 90_000 * GRAIN);
    }
}
