//! Components of cost: what there is to pay for, which of it has a price in a plan, and what a result is told to lack.

use super::drivers::prices_rise;
use crate::plan::Plan;
use crate::plan::cost::Prices;
use crate::units::MilliOre;
use serde::{Deserialize, Serialize};

/// What a cost is for. The order is that of tables and charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Capital tied up in stock, at the owner's rate (imputed).
    Capital,
    /// Pallet positions.
    Storage,
    /// Pallets in and out.
    Handling,
    /// Picked order lines.
    Picking,
    /// Orders sent (ordersärkostnad).
    Ordering,
    /// Departures and pallets on lanes.
    Transport,
    /// Expired, damaged and obsolete stock, as a share of its value.
    WriteOff,
    /// Staff time spent chasing late deliveries (V10).
    Chasing,
    /// Holding cost per unit and day (theory).
    Holding,
    /// Waiting units (theory).
    Backorder,
    /// Lost units (T12, T14).
    LostUnits,
    /// Express orders and their lines.
    Express,
    /// What is done about a shortage: emergency orders, substitutes, care cancelled.
    Reactions,
    /// Expired goods, where batches are followed.
    Expired,
    /// Pallets that stand elsewhere because a site is full.
    Overflow,
    /// Lines that neighbour sites give each other.
    Neighbours,
    /// Scheduled hours of staff.
    Staff,
    /// What is paid beyond the price of articles while a disruption makes them dear.
    PriceRise,
}

impl Component {
    /// All components, in the order of tables.
    pub const ALL: [Component; 18] = [
        Component::Capital,
        Component::Storage,
        Component::Handling,
        Component::Picking,
        Component::Ordering,
        Component::Transport,
        Component::WriteOff,
        Component::Chasing,
        Component::Holding,
        Component::Backorder,
        Component::LostUnits,
        Component::Express,
        Component::Reactions,
        Component::Expired,
        Component::Overflow,
        Component::Neighbours,
        Component::Staff,
        Component::PriceRise,
    ];

    /// The component's name in data files.
    pub fn id(self) -> &'static str {
        match self {
            Component::Capital => "capital",
            Component::Storage => "storage",
            Component::Handling => "handling",
            Component::Picking => "picking",
            Component::Ordering => "ordering",
            Component::Transport => "transport",
            Component::WriteOff => "write_off",
            Component::Chasing => "chasing",
            Component::Holding => "holding",
            Component::Backorder => "backorder",
            Component::LostUnits => "lost_units",
            Component::Express => "express",
            Component::Reactions => "reactions",
            Component::Expired => "expired",
            Component::Overflow => "overflow",
            Component::Neighbours => "neighbours",
            Component::Staff => "staff",
            Component::PriceRise => "price_rise",
        }
    }

    /// Whether money leaves an account; otherwise the cost is imputed.
    pub fn is_cash(self) -> bool {
        !matches!(self, Component::Capital | Component::Holding | Component::Chasing)
    }
}

/// Components that have no price anywhere in the plan: absent from every table, never zero.
pub fn without_price(plan: &Plan) -> Vec<Component> {
    Component::ALL.into_iter().filter(|&component| occurs(plan, component) && !is_priced(plan, component)).collect()
}

/// Whether the plan has what a component is a price of: where nothing can go by express, or no rule says how care reacts to a
/// shortage, there is nothing to include.
fn occurs(plan: &Plan, component: Component) -> bool {
    match component {
        // What only cuts call on costs nothing: copies have no account.
        Component::Express => !plan.transport.express_of_cell.is_empty(),
        Component::Reactions => !plan.shortage.reactions.is_empty(),
        Component::Expired => plan.shelf.is_used(),
        Component::Overflow => !plan.space.is_empty(),
        Component::Neighbours => plan.neighbours.is_used(),
        Component::Staff => !plan.staff.is_empty(),
        Component::PriceRise => prices_rise(plan),
        // Where every article has batches, what expires is charged instead.
        Component::WriteOff => {
            plan.articles.is_empty() || plan.cells.iter().any(|cell| plan.shelf.life(cell.article).is_none())
        }
        _ => true,
    }
}

/// Components that have a price somewhere in the plan.
pub fn included(plan: &Plan) -> impl Iterator<Item = Component> {
    Component::ALL.into_iter().filter(|&component| is_priced(plan, component))
}

/// Components without a price that the result is told to lack. A component of theory is
/// not missing where its practical parts are priced, or where none of theory's is: nobody meant to count by it.
pub fn not_included(plan: &Plan) -> Vec<Component> {
    let priced = |component: &Component| is_priced(plan, *component);
    let by_theory = OF_THEORY.iter().any(priced);
    let told = |component: &Component| match component {
        Component::Holding => by_theory && ![Component::Capital, Component::Storage].iter().any(priced),
        Component::Backorder | Component::LostUnits => by_theory,
        _ => true,
    };
    without_price(plan).into_iter().filter(told).collect()
}

/// Components that models of theory count by, and that the others stand for in practice.
const OF_THEORY: [Component; 3] = [Component::Holding, Component::Backorder, Component::LostUnits];

fn is_priced(plan: &Plan, component: Component) -> bool {
    let Prices { capital, sites, .. } = &plan.prices;
    let zero = MilliOre(0);
    match component {
        Component::Capital => plan.pools.iter().any(|pool| capital[pool.owner as usize].is_some()),
        Component::Storage => sites.iter().any(|site| site.pallet_year.is_some()),
        Component::Handling => sites.iter().any(|site| site.handling_pallet.is_some()),
        Component::Picking => sites.iter().any(|site| site.pick_line.is_some()),
        Component::WriteOff => occurs(plan, component) && sites.iter().any(|site| site.write_off.is_some()),
        Component::Ordering => plan.lanes.iter().any(|lane| lane.per_order > zero),
        Component::Transport => plan.lanes.iter().any(|lane| lane.per_departure > zero || lane.per_pallet > zero),
        Component::Chasing => plan.prices.staff_hour.is_some() && plan.prices.chasing_millihours.is_some(),
        Component::Holding => plan.prices.holding_per_unit_day.is_some(),
        Component::Backorder => plan.prices.backorder_per_unit_day.is_some(),
        Component::LostUnits => plan.prices.lost_per_unit.is_some(),
        Component::Express => {
            occurs(plan, component)
                && plan.transport.express.iter().any(|express| express.per_order.or(express.per_line).is_some())
        }
        Component::Reactions => {
            plan.shortage.reactions.iter().any(|reaction| reaction.costs.iter().any(Option::is_some))
        }
        // Every article has a price.
        Component::Expired => plan.shelf.is_used(),
        Component::Overflow => plan.space.iter().any(|space| space.overflow_price.is_some()),
        Component::Neighbours => plan.neighbours.rules.iter().any(|rule| rule.per_line.is_some()),
        Component::Staff => plan.staff.iter().any(|staff| staff.price.is_some()),
        // Every article has a price.
        Component::PriceRise => prices_rise(plan),
    }
}
