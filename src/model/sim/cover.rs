//! Cover: how many days of mean use the stock within reach would last.

use super::course::Course;
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::State;
use crate::plan::Plan;
use crate::sim::measures::own_use;
use crate::time::Day;
use crate::units::Quanta;

/// Watches a copy and writes the cover of its critical articles at each day's end.
pub(super) struct Cover<'a> {
    course: &'a Course<'a>,
    /// By phase, mean use per day, per article; 0 for an article that is not counted.
    daily: Vec<Vec<f64>>,
    /// Per cell: whether its stock can reach a ward today.
    within_reach: Vec<bool>,
    /// Per article: stock within reach today.
    stock: Vec<Quanta>,
    days: Vec<f64>,
}

impl<'a> Cover<'a> {
    /// Nothing seen yet. Counted are the articles of the need groups; an excerpt may carry others that are coupled with them.
    pub fn new(course: &'a Course<'a>) -> Cover<'a> {
        let plan = &*course.first.plan;
        let daily = (0..=course.later.len()).map(|phase| daily(&course.phase(phase).plan)).collect();
        Cover {
            course,
            daily,
            within_reach: vec![false; plan.cells.len()],
            stock: vec![0; plan.articles.len()],
            days: Vec::new(),
        }
    }

    /// Cover of each day, in days.
    pub fn into_days(self) -> Vec<f64> {
        self.days
    }
}

/// Says of each cell whether its stock is within reach: where no stop stands between it and a ward. Cells stand upstream first, so
/// buyers are judged before those they buy from.
pub(super) fn judge(prepared: &Prepared, state: &State, within_reach: &mut [bool]) {
    let plan = &*prepared.plan;
    for (index, cell) in plan.cells.iter().enumerate().rev() {
        let serves = prepared.demand_of_cell[index] != u32::MAX;
        let ships_to = |&way: &u32| {
            let way = plan.way(way);
            state.lane_stops[way.lane as usize] == 0 && within_reach[way.cell as usize]
        };
        let buyers = &plan.buyers[plan.buyer_ranges[index].indices()];
        within_reach[index] = state.site_open(cell.site) && (serves || buyers.iter().any(ships_to));
    }
}

/// Mean use of each article that need groups count.
pub(super) fn daily(plan: &Plan) -> Vec<f64> {
    let article_of = |demand: u32| plan.cells[plan.demands[demand as usize].cell as usize].article as usize;
    // An excerpt may hold articles that no need group counts, coupled by joint orders.
    let mut counted = vec![false; plan.articles.len()];
    let in_groups = plan.endurance.groups.iter().flat_map(|group| &group.demands);
    in_groups.for_each(|&demand| counted[article_of(demand)] = true);
    let mut daily = vec![0.0; plan.articles.len()];
    for demand in &plan.demands {
        let article = plan.cells[demand.cell as usize].article as usize;
        if counted[article] {
            daily[article] += own_use(plan, demand);
        }
    }
    daily
}

impl Observer for Cover<'_> {
    fn day_ended(&mut self, _day: Day, state: &State) {
        let (course, phase) = (self.course, state.phase);
        let prepared = course.phase(phase);
        let plan = &*prepared.plan;
        judge(prepared, state, &mut self.within_reach);
        self.stock.fill(0);
        for (index, cell) in plan.cells.iter().enumerate().filter(|(index, _)| self.within_reach[*index]) {
            self.stock[cell.article as usize] += state.on_hand[index];
        }
        let cap = f64::from(plan.endurance.cap_days);
        let (mut sum, mut counted) = (0.0, 0_u32);
        for (&stock, &daily) in self.stock.iter().zip(&self.daily[phase]).filter(|(_, daily)| **daily > 0.0) {
            sum += (stock as f64 / daily).min(cap);
            counted += 1;
        }
        self.days.push(sum / f64::from(counted.max(1)));
    }
}
