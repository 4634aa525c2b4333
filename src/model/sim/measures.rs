//! The measures of a replication: each reported figure is defined here, once, from integer drivers.

use super::drivers::Drivers;
use super::help::{self, HelpMeasures};
use super::prepared::Prepared;
use super::staff::Work;
use crate::plan::Plan;
use crate::plan::demand::Unmet;
use crate::plan::shortage::KINDS;
use crate::plan::space::PALLET;
use serde::{Deserialize, Serialize};

/// A part and a whole, kept apart so that replications add up to a ratio of sums, never a mean of ratios.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ratio {
    /// The part.
    pub part: f64,
    /// The whole.
    pub whole: f64,
}

impl Ratio {
    fn of(part: i64, whole: i64) -> Ratio {
        Ratio { part: part as f64, whole: whole as f64 }
    }
}

/// The service measures of one replication.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// Fill rate, type 2 (T7): units served at once ÷ units needed, each demand weighted by its order lines per unit.
    pub fill_rate: Ratio,
    /// Fill rate weighted by value.
    pub fill_rate_by_value: Ratio,
    /// Availability (V43): critical articles in stock at the regional stock, counted daily after demand.
    pub availability: Ratio,
    /// Ready rate: days that ended with stock, over demand cells and days.
    pub ready_rate: Ratio,
    /// Order-line service: lines served whole at once ÷ lines.
    pub order_line_service: Ratio,
    /// Cycle service, type 1: replenishment cycles without unmet demand ÷ cycles.
    pub cycle_service: Ratio,
    /// Mean stock on hand, units, over all cells.
    pub mean_stock: f64,
    /// Mean backlog, units, over all demand cells.
    pub mean_backlog: f64,
    /// Mean of what is shipped and has not arrived, units, over all cells.
    pub mean_in_transit: f64,
    /// Mean of what is ordered and has not arrived, shipped or not, units, over all cells.
    pub mean_on_order: f64,
    /// Orders per year: days with an order, over all lanes.
    pub orders_per_year: f64,
    /// Units lost ÷ units needed, where unmet need is lost.
    pub lost_share: Option<Ratio>,
    /// Hours per year spent chasing open critical lines, if the time per line is given (V10).
    pub chasing_hours: Option<f64>,
    /// Need that other articles of its need group covered ÷ need, weighted as the fill rate; where there are need groups.
    pub substituted: Option<Ratio>,
    /// Units per year by kind of reaction, in their order; where there are reaction rules. Substitutes stand in `substituted`, neighbours in `help`.
    pub reacted: Option<[f64; KINDS]>,
    /// Need not served at once ÷ need, weighted as the fill rate, by cause; with the fill rate they sum to one.
    pub short_by_cause: [Ratio; 3],
    /// Units per year that expired; where articles have batches.
    pub expired: Option<f64>,
    /// Mean number of pallets that stood elsewhere because a site was full; where sites have a limit.
    pub overflow_pallets: Option<f64>,
    /// Share of (site with a limit, day) that ended with more than the room.
    pub days_overfull: Option<Ratio>,
    /// Times per year that a reserve that stands apart was opened; where there is one.
    pub openings: Option<f64>,
    /// Help from neighbours, and whole orders.
    pub help: HelpMeasures,

    /// Seconds of staff used ÷ scheduled; where sites have staff.
    pub staff_used: Option<Ratio>,
    /// Mean number of lines that wait at docks at the ends of days; where sites have staff.
    pub dock_lines: Option<f64>,
    /// Share of (site with staff, day) that ended with work left.
    pub days_with_work_left: Option<Ratio>,
}

/// The service measures from a replication's drivers.
pub fn service(prepared: &Prepared, drivers: &Drivers) -> Service {
    let plan = &*prepared.plan;
    let by_demand = |column: &[i64], weight: &dyn Fn(usize) -> f64| {
        column.iter().enumerate().map(|(index, &value)| value as f64 * weight(index)).sum::<f64>()
    };
    let lines = |index: usize| plan.demands[index].lines_per_quantum;
    let value = |index: usize| article_price(plan, plan.demands[index].cell);
    let days = drivers.days.max(1) as f64;
    let per_unit_day = |quantum_days: i64| quantum_days as f64 / plan.resolution as f64 / days;
    let (requested, in_transit): (i64, i64) = (drivers.requested_days.iter().sum(), drivers.transit_days.iter().sum());
    let needed: i64 = drivers.needed.iter().sum();
    let ready = plan.demands.iter().map(|demand| drivers.days_in_stock[demand.cell as usize]).sum();
    let (staff_used, dock_lines, days_with_work_left) = of_staff(plan, drivers);
    let (overflow_pallets, days_overfull) = of_space(plan, drivers).unzip();
    Service {
        fill_rate: Ratio { part: by_demand(&drivers.served, &lines), whole: by_demand(&drivers.needed, &lines) },
        fill_rate_by_value: Ratio {
            part: by_demand(&drivers.served, &value),
            whole: by_demand(&drivers.needed, &value),
        },
        availability: Ratio::of(drivers.available, drivers.availability_checks),
        ready_rate: Ratio::of(ready, drivers.days * plan.demands.len() as i64),
        order_line_service: Ratio::of(drivers.whole_lines.iter().sum(), drivers.lines.iter().sum()),
        cycle_service: Ratio::of(drivers.full_cycles.iter().sum(), drivers.cycles.iter().sum()),
        mean_stock: per_unit_day(drivers.stock_days.iter().sum()),
        mean_backlog: per_unit_day(drivers.backlog_days.iter().sum()),
        mean_in_transit: per_unit_day(in_transit),
        mean_on_order: per_unit_day(requested + in_transit),
        orders_per_year: drivers.orders.iter().sum::<i64>() as f64 * 365.0 / days,
        lost_share: (plan.unmet == Unmet::Lost || !plan.shortage.reactions.is_empty()).then(|| {
            let lost = (0..plan.demands.len()).map(|demand| super::cost::lost_at(plan, drivers, demand)).sum();
            Ratio::of(lost, needed)
        }),
        chasing_hours: chasing_hours(plan, drivers),
        substituted: (!plan.shortage.groups.is_empty()).then(|| Ratio {
            part: by_demand(&drivers.substituted, &lines),
            whole: by_demand(&drivers.needed, &lines),
        }),
        reacted: (!plan.shortage.reactions.is_empty()).then(|| {
            let of_kind = |kind: usize| drivers.reacted.iter().map(|parts| parts[kind]).sum::<i64>();
            std::array::from_fn(|kind| per_unit_day(of_kind(kind)) * 365.0)
        }),
        overflow_pallets,
        days_overfull,
        openings: (!plan.apart.is_empty()).then(|| drivers.openings as f64 * 365.0 / days),
        short_by_cause: std::array::from_fn(|cause| Ratio {
            part: drivers.short_by_cause.iter().enumerate().map(|(index, by)| by[cause] as f64 * lines(index)).sum(),
            whole: by_demand(&drivers.needed, &lines),
        }),
        help: help::measures(plan, drivers, &|column| by_demand(column, &lines)),
        expired: plan.shelf.is_used().then(|| per_unit_day(drivers.expired.iter().sum()) * 365.0),
        staff_used,
        dock_lines,
        days_with_work_left,
    }
}

/// Mean pallets that stood elsewhere, and the share of days that ended overfull.
fn of_space(plan: &Plan, drivers: &Drivers) -> Option<(f64, Ratio)> {
    let pallets: i64 = drivers.overflow.iter().map(|site| site.pallet_days).sum();
    let days = drivers.overflow.iter().map(|site| site.days).sum();
    let of_days = Ratio::of(days, drivers.days * plan.space.len() as i64);
    (!plan.space.is_empty()).then(|| (pallets as f64 / PALLET as f64 / drivers.days.max(1) as f64, of_days))
}

/// Share of scheduled hours used, mean lines at docks, share of days with work left; where sites have staff.
fn of_staff(plan: &Plan, drivers: &Drivers) -> (Option<Ratio>, Option<f64>, Option<Ratio>) {
    if plan.staff.is_empty() {
        return (None, None, None);
    }
    let sum = |part: fn(&Work) -> i64| drivers.work.iter().map(part).sum::<i64>();
    let lines = sum(|work| work.waiting_line_days) as f64 / drivers.days.max(1) as f64;
    let days = drivers.days * plan.staff.len() as i64;
    let used = Ratio::of(sum(|work| work.used), sum(|work| work.scheduled));
    (Some(used), Some(lines), Some(Ratio::of(sum(|work| work.days_left), days)))
}

/// Need of one site, in order lines (units × order lines per unit), and what of it was not served at once, by cause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SiteShortage {
    /// The site.
    pub site: u32,
    /// What was needed.
    pub needed: f64,
    /// What was short, by cause.
    pub causes: [f64; 3],
}

/// Who went without: sites with demand, in the order of the plan.
pub fn shortage_by_site(plan: &Plan, drivers: &Drivers) -> Vec<SiteShortage> {
    let mut sites: Vec<SiteShortage> = Vec::new();
    for (index, demand) in plan.demands.iter().enumerate() {
        let site = plan.cells[demand.cell as usize].site;
        if sites.last().is_none_or(|last| last.site != site) {
            sites.push(SiteShortage { site, needed: 0.0, causes: [0.0; 3] });
        }
        let last = sites.last_mut().expect("just pushed");
        last.needed += drivers.needed[index] as f64 * demand.lines_per_quantum;
        for (sum, &quanta) in last.causes.iter_mut().zip(&drivers.short_by_cause[index]) {
            *sum += quanta as f64 * demand.lines_per_quantum;
        }
    }
    sites
}

/// Value of what left the stocks for use (I31), SEK per year: what was needed and is not lost. What is still owed when the run
/// ends counts as issued, as what was owed when it began does not.
pub fn issue_value(plan: &Plan, drivers: &Drivers) -> f64 {
    let value = |(index, demand): (usize, &crate::plan::demand::Demand)| {
        let issued = drivers.needed[index] - super::cost::lost_at(plan, drivers, index);
        issued as f64 * plan.articles[plan.cells[demand.cell as usize].article as usize].price.sek()
    };
    let of_run: f64 = plan.demands.iter().enumerate().map(value).sum();
    of_run / plan.resolution as f64 * 365.0 / drivers.days.max(1) as f64
}

/// Units per year that were not served at once, by cause in their order.
pub fn short_units(plan: &Plan, drivers: &Drivers) -> [f64; 3] {
    let per_year = 365.0 / plan.resolution as f64 / drivers.days.max(1) as f64;
    std::array::from_fn(|cause| drivers.short_by_cause.iter().map(|by| by[cause]).sum::<i64>() as f64 * per_year)
}

/// Hours per year spent chasing open critical lines, if the time per line is given.
fn chasing_hours(plan: &Plan, drivers: &Drivers) -> Option<f64> {
    let millihours = plan.prices.chasing_millihours?;
    Some(critical_open_days(plan, drivers) as f64 * millihours as f64 / 1000.0 * 365.0 / drivers.days.max(1) as f64)
}

fn critical_open_days(plan: &Plan, drivers: &Drivers) -> i64 {
    let critical = |cell: &crate::plan::cell::Cell| plan.articles[cell.article as usize].critical;
    plan.cells.iter().zip(&drivers.open_line_days).filter(|(cell, _)| critical(cell)).map(|(_, &days)| days).sum()
}

fn article_price(plan: &Plan, cell: u32) -> f64 {
    plan.articles[plan.cells[cell as usize].article as usize].price.0 as f64
}

/// Lagerkrav: for each critical article the stock just before replenishment, in days of the region's mean use.
///
/// At a cell it is the mean over the cycle ends (days with an arrival), or the closing stock where nothing arrived; cells
/// of an article are added. `in_region` counts cells in the region only; otherwise all (V42, domain 4.9: distant stock beside it).
pub fn cycle_minimum_days(plan: &Plan, drivers: &Drivers, in_region: bool) -> Vec<f64> {
    let (mut stock, mut use_per_day) = (vec![0.0; plan.articles.len()], vec![0.0; plan.articles.len()]);
    for (index, cell) in plan.cells.iter().enumerate() {
        if in_region && !plan.sites[cell.site as usize].in_region {
            continue;
        }
        stock[cell.article as usize] += match drivers.arrivals[index] {
            0 => drivers.stock_at_end[index] as f64,
            arrivals => drivers.stock_before_arrival[index] as f64 / arrivals as f64,
        };
    }
    for demand in &plan.demands {
        let cell = &plan.cells[demand.cell as usize];
        use_per_day[cell.article as usize] += own_use(plan, demand);
    }
    let of_article = |(article, (stock, daily)): (&crate::plan::article::Article, (f64, f64))| {
        (article.critical && daily > 0.0).then(|| stock / daily)
    };
    plan.articles.iter().zip(stock.into_iter().zip(use_per_day)).filter_map(of_article).collect()
}

/// Mean use per calendar day of one demand entry, in quanta.
pub fn own_use(plan: &Plan, demand: &crate::plan::demand::Demand) -> f64 {
    let buyers = plan.buyer_ranges[demand.cell as usize].indices();
    let through = |&way: &u32| plan.cells[plan.buyer(way) as usize].mean_daily * plan.agreed_share(way);
    let below: f64 = plan.buyers[buyers].iter().map(through).sum();
    plan.cells[demand.cell as usize].mean_daily - below
}

/// Share of critical articles whose cycle minimum holds at least `level` days of use.
pub fn share_at_least(minimum_days: &[f64], level: u32) -> Option<f64> {
    let holding = minimum_days.iter().filter(|&&days| days >= f64::from(level)).count();
    (!minimum_days.is_empty()).then(|| holding as f64 / minimum_days.len() as f64)
}
