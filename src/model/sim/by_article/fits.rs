//! Which plans can be gone through article by article, and for how many days at a time.

use crate::engine::calendar::DayPhase;
use crate::plan::Plan;
use crate::plan::cell::Cell;
use crate::plan::phase::{Phase, Phasing};
use crate::plan::policy::{CONTINUOUS, ReviewGroup, Rule};
use crate::plan::site::Site;
use crate::plan::transport::{Capacity, Delivery, LaneRules, TransportPlan};
use crate::sim::disturbed::is_calm;
use crate::sim::minutes::has_customers;
use crate::sim::state::{Keys, State};
use crate::sim::timeline::Kind;

/// Whether nothing in a plan joins its articles, and it has only what `day.rs` does. Every part of a plan is named, so that a
/// new one has to be thought of.
pub fn fits(plan: &Plan) -> bool {
    let Plan {
        calendar,
        resolution: _,
        articles,
        sites,
        pools: _,
        owners: _,
        lanes: _,
        lead_scores: _,
        offers: _,
        cells,
        buyer_ranges: _,
        buyers: _,
        demands: _,
        unmet: _,
        phases,
        // What they do beyond stopping things is left to the days on which they do it.
        disruptions: _,
        // Probes look at the state between two stretches; their copies go day by day.
        endurance: _,
        cuts: _,
        prices: _,
        transport,
        shortage,
        rationing,
        demand_laws: _,
        forecasts,
        order_lists,
        further_ways,
        shelf,
        phasing,
        space,
        apart,
        kept_back,
        neighbours,
        whole_orders,
        staff,
    } = plan;
    let side_tables_are_empty = [
        forecasts.is_empty(),
        order_lists.is_empty(),
        further_ways.is_empty(),
        space.is_empty(),
        apart.is_empty(),
        kept_back.is_empty(),
        whole_orders.is_empty(),
        staff.is_empty(),
        rationing.rules.is_empty(),
    ];
    calendar.day_order == DayPhase::DEFAULT_ORDER
        && has_few_cells_upstream_first(articles.len(), cells)
        && phases.iter().all(|phase| is_plain(phase, sites))
        && side_tables_are_empty.iter().all(|&empty| empty)
        && *phasing == Phasing::default()
        && carries_what_is_asked_for(transport)
        && !shortage.acts()
        && !shelf.is_used()
        && !neighbours.is_used()
        && !has_customers(plan)
}

/// A set of an article's cells is a word, in which sources come before their buyers.
fn has_few_cells_upstream_first(articles: usize, cells: &[Cell]) -> bool {
    let mut cells_of_article = vec![0; articles];
    cells.iter().for_each(|cell| cells_of_article[cell.article as usize] += 1);
    let upstream_first = (0..).zip(cells).all(|(index, cell)| cell.source.is_none_or(|source| source < index));
    upstream_first && cells_of_article.iter().all(|&cells| cells <= u64::BITS)
}

/// Rules that look at nothing but the inventory position, on days, buyers before those they buy from.
fn is_plain(phase: &Phase, sites: &[Site]) -> bool {
    let Phase { from_day: _, rules, packs: _, reviews, terms, sourcing } = phase;
    let rank = |group: &ReviewGroup| sites[group.site as usize].rank;
    terms.is_empty()
        && sourcing.is_empty()
        && reviews.is_sorted_by(|one, next| rank(one) >= rank(next))
        && reviews.iter().all(|group| group.every_days != CONTINUOUS)
        && !rules.iter().any(|rule| matches!(rule, Rule::List { .. }))
}

/// Days of departure and of receiving are known ahead; room, queues and parts of lines are shared.
fn carries_what_is_asked_for(transport: &TransportPlan) -> bool {
    let TransportPlan {
        lanes,
        unit_weights: _,
        flows: _,
        servers,
        express,
        express_of_cell: _,
        express_on_call: _,
        receives: _,
    } = transport;
    let is_plain = |lane: &LaneRules| {
        let LaneRules { departs: _, capacity, apart, delivers, receipt_per_day, server, cut_off } = lane;
        *capacity == Capacity::default()
            && !apart
            && *delivers == Delivery::Partial
            && receipt_per_day.is_none()
            && server.is_none()
            && cut_off.is_none()
    };
    servers.is_empty() && express.is_empty() && lanes.iter().all(is_plain)
}

/// How many days from today on, and before the day `until`, can be gone through in one stretch: none under a disruption that does
/// more than stop things, and none beyond the day on which one begins or the rules change.
pub fn calm_days(plan: &Plan, keys: &Keys, state: &State, until: u32) -> u32 {
    if !is_calm(state) {
        return 0;
    }
    let today = state.clock.day().0;
    let mut end = until.min(today + super::LONGEST);
    let new_rules = plan.phases.iter().map(|phase| phase.from_day).filter(|&day| day > today);
    end = new_rules.fold(end, u32::min);
    for change in &keys.timeline.changes[state.disturbed.next..] {
        if change.day.0 >= end {
            break;
        }
        if change.kind == Kind::Begin && !plan.disruptions[change.process as usize].effects.is_none() {
            end = end.min(change.day.0.max(today));
        }
    }
    end - today
}
