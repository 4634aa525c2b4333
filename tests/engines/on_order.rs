//! What was on order, summed over the days: the ledger counts it from events, and must find what a count at every day's end
//! finds.

use crate::generate;
use beredd::sim::observer::Observer;
use beredd::sim::replication::simulate_observed;
use beredd::sim::state::State;
use beredd::time::Day;

/// Counts at the end of every measured day.
struct Count {
    warm_up_days: u32,
    requested: Vec<i64>,
    in_transit: Vec<i64>,
}

impl Observer for Count {
    fn day_ended(&mut self, day: Day, state: &State) {
        if day.0 < self.warm_up_days {
            return;
        }
        let sums = [(&mut self.requested, &state.requested), (&mut self.in_transit, &state.in_transit)];
        for (sums, today) in sums {
            sums.iter_mut().zip(today).for_each(|(sum, today)| *sum += today);
        }
    }
}

#[test]
fn what_was_on_order_is_what_a_count_at_every_days_end_finds() {
    let (mut requested, mut in_transit) = (0, 0);
    for number in 0..400 {
        let plan = generate::plan(number);
        let cells = plan.cells.len();
        let warm_up_days = plan.calendar.warm_up_days;
        let mut count = Count { warm_up_days, requested: vec![0; cells], in_transit: vec![0; cells] };
        let (outcome, _) = simulate_observed(&plan, 1, 0, &mut count).expect("units are conserved");
        assert_eq!(outcome.drivers.requested_days, count.requested, "plan {number}");
        assert_eq!(outcome.drivers.transit_days, count.in_transit, "plan {number}");
        requested += usize::from(count.requested.iter().any(|&sum| sum > 0));
        in_transit += usize::from(count.in_transit.iter().any(|&sum| sum > 0));
    }
    println!("400 plans, {requested} with open requests at a day's end, {in_transit} with goods under way");
    assert!(requested > 100 && in_transit > 100);
}
