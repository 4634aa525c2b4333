//! Why a ward did not get what it needed at once (T51): its supply was cut off, nobody keeps the article there, or it could
//! have been avoided (docs/model.md, *Causes*).

use super::disturbed::is_limited;
use super::ordering::phase_of_day;
use super::prepared::Prepared;
use super::road::road_open;
use super::sourcing;
use super::state::State;
use crate::plan::policy::Rule;

/// Why need was not served at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Its site or every way to it is stopped or limited, as far up as there is no stock.
    SupplierOut,
    /// The rule of the article never keeps any stock there.
    NotStocked,
    /// Neither: more stock, or ordering earlier, would have served it.
    Avoidable,
}

impl Cause {
    /// All causes, in the order of tables.
    pub const ALL: [Cause; 3] = [Cause::SupplierOut, Cause::NotStocked, Cause::Avoidable];

    /// Its name in data files.
    pub fn id(self) -> &'static str {
        match self {
            Cause::SupplierOut => "supplier_out",
            Cause::NotStocked => "not_stocked",
            Cause::Avoidable => "avoidable",
        }
    }

    /// The cause, given whether nothing can come to the cell, and its rule.
    pub fn given(is_cut_off: bool, rule: Rule) -> Cause {
        match rule {
            _ if is_cut_off => Cause::SupplierOut,
            rule if keeps_nothing(rule) => Cause::NotStocked,
            _ => Cause::Avoidable,
        }
    }

    /// Its place in the order.
    pub fn place(self) -> usize {
        self as usize
    }
}

/// Why a demand entry is short, as the state stands now.
pub fn of(prepared: &Prepared, state: &State, demand: u32) -> Cause {
    let cell = prepared.plan.demands[demand as usize].cell;
    Cause::given(cut_off(prepared, state, cell), phase_of_day(prepared, state).rules[cell as usize])
}

/// Whether nothing can come to a cell by any of its ways.
fn cut_off(prepared: &Prepared, state: &State, cell: u32) -> bool {
    let plan = &*prepared.plan;
    if !state.site_open(plan.cells[cell as usize].site) {
        return true;
    }
    match sourcing::rule(phase_of_day(prepared, state), cell) {
        None => way_cut_off(prepared, state, cell),
        Some(rule) => {
            let mut ways = rule.agreed.iter().map(|(way, _)| *way).chain(rule.fail_over.iter().copied());
            ways.all(|way| way_cut_off(prepared, state, way))
        }
    }
}

fn way_cut_off(prepared: &Prepared, state: &State, number: u32) -> bool {
    let way = prepared.plan.way(number);
    let stopped = !road_open(prepared, state, way.lane)
        || way.offer.is_some_and(|offer| state.offer_stops[offer as usize] > 0)
        || is_limited(prepared, state, number);
    stopped || way.source.is_some_and(|source| state.on_hand[source as usize] == 0 && cut_off(prepared, state, source))
}

/// Whether a rule never lifts stock above nothing.
fn keeps_nothing(rule: Rule) -> bool {
    match rule {
        Rule::Never => true,
        Rule::OrderUpTo { level } | Rule::MinMax { level, .. } | Rule::Restore { point: level } => level <= 0,
        Rule::Need { need, minimum } => need + minimum <= 0,
        Rule::ReorderPoint { .. } | Rule::FixedQuantity { .. } | Rule::List { .. } => false,
    }
}
