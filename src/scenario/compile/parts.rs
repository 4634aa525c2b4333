//! The side tables of a plan that stand on finished levels: prices, transport, how goods keep, reserves, room, help, staff.

use super::network::Network;
use super::rules::{self, Levels};
use super::{Fault, helping, kept_back, prices, reserve, shelf, space, staff, transport};
use crate::plan::cost::Prices;
use crate::plan::demand::Demand;
use crate::plan::disruption::Process;
use crate::plan::neighbour::NeighbourPlan;
use crate::plan::reserve::{Apart, KeptBack};
use crate::plan::shelf::ShelfPlan;
use crate::plan::shortage::ShortagePlan;
use crate::plan::space::SiteSpace;
use crate::plan::staff::SiteStaff;
use crate::plan::transport::TransportPlan;
use crate::plan::whole_order::WholeOrder;
use crate::scenario::model::Scenario;

/// Side tables.
pub struct Parts {
    pub prices: Prices,
    pub transport: TransportPlan,
    pub shelf: ShelfPlan,
    pub apart: Vec<Apart>,
    pub kept_back: Vec<KeptBack>,
    pub shortage: ShortagePlan,
    pub space: Vec<SiteSpace>,
    pub neighbours: NeighbourPlan,
    pub whole_orders: Vec<WholeOrder>,
    pub staff: Vec<SiteStaff>,
}

/// Builds them, and writes the levels into the cells.
pub fn build(
    scenario: &Scenario,
    network: &mut Network,
    levels: &Levels,
    (demands, disruptions): (&[Demand], &[Process]),
    faults: &mut Vec<Fault>,
) -> Parts {
    let prices = prices::build(scenario, network, faults);
    let transport = transport::build(scenario, network, levels, faults);
    let shelf = shelf::build(scenario, faults);
    let apart = reserve::build(scenario, network, levels, (&shelf, disruptions), faults);
    let space = space::build(scenario, network, faults);
    let kept_back = kept_back::build(scenario, network, levels, demands, faults);
    network.cells = rules::finished_cells(std::mem::take(&mut network.cells), levels);
    let (shortage, neighbours, whole_orders) = helping::build(scenario, network, demands, &kept_back, faults);
    let staff = staff::build(scenario, network, faults);
    Parts { prices, transport, shelf, apart, kept_back, shortage, space, neighbours, whole_orders, staff }
}
