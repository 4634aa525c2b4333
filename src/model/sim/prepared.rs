//! What every replication of a plan needs and no replication changes: tables worked out once per plan.

use super::kept_back::KeptBack;
use super::minutes::MinuteTables;
use super::need_table::NeedTable;
use super::shortage::ShortageTables;
use super::under_way::TransportUse;
use crate::plan::Plan;
use crate::plan::cell::Cell;
use std::borrow::Cow;

/// Where a demand entry is served from: what the plan says of its cell, packed, since every day asks for every entry.
#[derive(Clone, Copy, Debug)]
pub struct ServedFrom {
    /// The cell.
    pub cell: u32,
    /// Its site.
    pub site: u32,
    /// Its article.
    pub article: u32,
}

/// A plan with derived tables.
#[derive(Clone, Debug)]
pub struct Prepared<'p> {
    /// The plan.
    pub plan: Cow<'p, Plan>,
    /// Rank of each way in the order in which dispatch serves requests: by lane origin (upstream first), source cell, way.
    pub dispatch_rank: Vec<u32>,
    /// The way of each rank.
    pub way_of_rank: Vec<u32>,
    /// Critical cells at the regional stock: what lagertillgänglighet counts.
    pub availability_cells: Vec<u32>,
    /// For each cell the demand entry it serves, or `u32::MAX`.
    pub demand_of_cell: Vec<u32>,
    /// For each demand entry where it is served from.
    pub served_from: Vec<ServedFrom>,
    /// The normal laws of the demand entries.
    pub need_laws: NeedTable,
    /// For each demand entry its need group, or `u32::MAX`.
    pub group_of_demand: Vec<u32>,
    /// For each cell whether its pool belongs to a supplier.
    pub supplier_owned: Vec<bool>,
    /// Which parts of transport the plan uses.
    pub transport: TransportUse,
    /// What shortage needs.
    pub shortage: ShortageTables,
    /// For each cell its forecast, or `u32::MAX`; empty where the plan has none.
    forecast_of_cell: Vec<u32>,
    /// Whether some order waits to be approved, or in line.
    pub approves: bool,
    /// What happens at minutes.
    pub minutes: MinuteTables,
    /// Reserves kept for critical use.
    pub kept_back: KeptBack,
}

impl<'p> Prepared<'p> {
    /// Works the tables out.
    pub fn new(plan: &'p Plan) -> Prepared<'p> {
        Prepared::of(Cow::Borrowed(plan))
    }

    /// Works the tables out for a plan that is borrowed or owned.
    pub fn of(plan: Cow<'p, Plan>) -> Prepared<'p> {
        let mut demand_of_cell = vec![u32::MAX; plan.cells.len()];
        for (index, demand) in (0..).zip(&plan.demands) {
            demand_of_cell[demand.cell as usize] = index;
        }
        let supplier_owned = plan
            .cells
            .iter()
            .map(|cell| plan.owners[plan.pools[cell.pool as usize].owner as usize].is_supplier)
            .collect();
        let minutes = MinuteTables::of(&plan);
        let way_of_rank = ways_in_dispatch_order(&plan);
        Prepared {
            dispatch_rank: places(&way_of_rank),
            way_of_rank,
            availability_cells: availability_cells(&plan),
            demand_of_cell,
            served_from: served_from(&plan),
            need_laws: NeedTable::of(&plan),
            group_of_demand: group_of_demand(&plan),
            supplier_owned,
            transport: TransportUse::of(&plan),
            shortage: ShortageTables::of(&plan),
            forecast_of_cell: forecast_of_cell(&plan),
            approves: minutes.reviews
                || plan.phases.iter().flat_map(|phase| &phase.terms).any(|terms| terms.approval_days > 0)
                || plan.transport.lanes.iter().any(|lane| lane.cut_off.is_some()),
            minutes,
            kept_back: KeptBack::of(&plan),
            plan,
        }
    }

    /// The forecast of a cell, if it has one.
    pub fn forecast_of(&self, cell: usize) -> Option<usize> {
        self.forecast_of_cell.get(cell).filter(|&&forecast| forecast != u32::MAX).map(|&forecast| forecast as usize)
    }
}

fn forecast_of_cell(plan: &Plan) -> Vec<u32> {
    if plan.forecasts.is_empty() {
        return Vec::new();
    }
    let mut of_cell = vec![u32::MAX; plan.cells.len()];
    for (index, forecast) in (0..).zip(&plan.forecasts) {
        of_cell[forecast.cell as usize] = index;
    }
    of_cell
}

fn served_from(plan: &Plan) -> Vec<ServedFrom> {
    let of_cell = |cell: u32| {
        let Cell { site, article, .. } = plan.cells[cell as usize];
        ServedFrom { cell, site, article }
    };
    plan.demands.iter().map(|demand| of_cell(demand.cell)).collect()
}

fn group_of_demand(plan: &Plan) -> Vec<u32> {
    let mut group_of = vec![u32::MAX; plan.demands.len()];
    for (index, group) in (0..).zip(&plan.endurance.groups) {
        for &demand in &group.demands {
            let before = std::mem::replace(&mut group_of[demand as usize], index);
            assert_eq!(before, u32::MAX, "demand entry {demand} is in two need groups");
        }
    }
    group_of
}

fn ways_in_dispatch_order(plan: &Plan) -> Vec<u32> {
    let mut order: Vec<u32> = (0..u32::try_from(plan.ways()).expect("ways are counted by a u32")).collect();
    order.sort_unstable_by_key(|&index| {
        let way = plan.way(index);
        (plan.lanes[way.lane as usize].from, way.source.unwrap_or(u32::MAX), index)
    });
    order
}

/// The place of each index in an order of all of them.
fn places(order: &[u32]) -> Vec<u32> {
    let mut places = vec![0; order.len()];
    for (place, &index) in (0..).zip(order) {
        places[index as usize] = place;
    }
    places
}

fn availability_cells(plan: &Plan) -> Vec<u32> {
    (0..)
        .zip(&plan.cells)
        .filter(|(index, cell)| {
            plan.sites[cell.site as usize].regional_stock
                && plan.articles[cell.article as usize].critical
                && !plan.phasing.is_closed(*index)
        })
        .map(|(index, _)| index)
        .collect()
}
