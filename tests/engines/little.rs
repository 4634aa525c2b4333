//! Little's law as an identity of integers, over generated plans: what is under way, summed over the days, is the time that each
//! quantum travels, summed over the quanta; what waits, summed over the days, is the time that each waits. What has not
//! ended with the run counts up to its end. The sums over days are those of the ledger, the times come from the events alone.

use crate::generate;
use beredd::plan::demand::{Negative, Unmet};
use beredd::sim::observer::Observer;
use beredd::sim::replication::simulate_observed;
use beredd::time::Day;
use beredd::units::Quanta;
use std::collections::VecDeque;

/// Times of quanta, per cell.
struct Times {
    end: u32,
    cells_of_demands: Vec<usize>,
    buyers: Vec<usize>,
    travelled: Vec<i64>,
    waited: Vec<i64>,
    /// (day, quanta) that still wait, the earliest first.
    waiting: Vec<VecDeque<(u32, Quanta)>>,
}

impl Observer for Times {
    fn dispatched(&mut self, day: Day, way: u32, quantity: Quanta, arrival: Day) {
        self.travelled[self.buyers[way as usize]] += quantity * i64::from(arrival.0.min(self.end) - day.0);
    }
    fn demanded(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        let cell = self.cells_of_demands[demand as usize];
        if quantity > served {
            self.waiting[cell].push_back((day.0, quantity - served));
        }
    }
    fn backlog_served(&mut self, day: Day, cell: u32, quantity: Quanta) {
        let mut left = quantity;
        while left > 0 {
            let (since, waits) = self.waiting[cell as usize].front_mut().expect("something waits");
            let part = left.min(*waits);
            self.waited[cell as usize] += part * i64::from(day.0 - *since);
            *waits -= part;
            left -= part;
            if *waits == 0 {
                self.waiting[cell as usize].pop_front();
            }
        }
    }
}

#[test]
fn what_is_under_way_and_what_waits_are_the_times_of_quanta() {
    let (mut travelled, mut waited) = (0, 0);
    for number in 0..1500 {
        let mut plan = generate::plan(number);
        // Lines at docks are in transit for longer than was told when they left.
        plan.staff.clear();
        let returns = plan.demands.iter().any(|demand| demand.negative == Negative::Allow);
        if plan.shortage.acts() || plan.neighbours.is_used() || returns {
            // Reactions and returns have lines and waits of their own.
            continue;
        }
        // The ledger counts measured days: here all days.
        plan.calendar.measured_days += plan.calendar.warm_up_days;
        plan.calendar.warm_up_days = 0;
        let (cells, end) = (plan.cells.len(), plan.calendar.total_days());
        let mut times = Times {
            end,
            cells_of_demands: plan.demands.iter().map(|demand| demand.cell as usize).collect(),
            buyers: (0..).take(cells + plan.further_ways.len()).map(|way| plan.buyer(way) as usize).collect(),
            travelled: vec![0; cells],
            waited: vec![0; cells],
            waiting: vec![VecDeque::new(); cells],
        };
        let (outcome, _) = simulate_observed(&plan, 1, number, &mut times).expect("units are conserved");
        for (waited, waiting) in times.waited.iter_mut().zip(&times.waiting) {
            *waited += waiting.iter().map(|(since, quantity)| quantity * i64::from(end - since)).sum::<i64>();
        }
        assert_eq!(outcome.drivers.transit_days, times.travelled, "under way, plan {number}");
        travelled += usize::from(times.travelled.iter().any(|&sum| sum > 0));
        if plan.unmet == Unmet::Backorder {
            assert_eq!(outcome.drivers.backlog_days, times.waited, "waiting, plan {number}");
            waited += usize::from(times.waited.iter().any(|&sum| sum > 0));
        }
    }
    println!("goods travelled in {travelled} plans, need waited in {waited}");
    assert!(travelled > 150 && waited > 60, "{travelled} {waited}");
}
