//! Rationing and express of a single cut, worked by hand, in both engines.

use crate::agreement::main_engine;
use crate::naive::simulate;
use crate::tiny::{Store, cut, plan, store, up_to};
use beredd::plan::Plan;
use beredd::plan::cut::{Cut, CutExpress};
use beredd::plan::endurance::{StopPlan, StopRule};
use beredd::plan::policy::Rule;
use beredd::plan::rationing::Rationing;
use beredd::plan::transport::{CellExpress, Express};
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;

/// Probed on its first day, under some cuts that stop nothing.
fn probed(mut plan: Plan, cuts: u32) -> Plan {
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(0);
    plan.endurance.levels = vec![4];
    plan.endurance.cap_days = 6;
    plan.endurance.thresholds = vec![0.9];
    plan.endurance.stop_rule = StopRule::ShareBelow { days_running: 1 };
    let named = |number: u32| Cut { id: format!("cut-{number}"), ..cut(&[], &[], false, &[1000]) };
    plan.cuts = (0..cuts).map(named).collect();
    plan
}

/// S of the days under each cut, which both engines give.
#[track_caller]
fn curves(plan: &Plan) -> Vec<Vec<f64>> {
    let (main, naive) = (main_engine(plan, 1, 0), simulate(plan, 1, 0));
    assert_eq!((&main.readings, &main.stops), (&naive.readings, &naive.stops));
    let calm = simulate(&Plan { cuts: Vec::new(), ..plan.clone() }, 1, 0);
    assert_eq!(main.events, calm.events, "the run itself knows nothing of a cut");
    main.readings.into_iter().map(|reading| reading.served).collect()
}

/// A warehouse with 10 and two stores with 4 that use 4 a day. On day 1 both ask for 8. In proportion each gets 5: day 2 is served, day 3
/// gets 1 of 4. By turns the one gets 8 and the other 2: day 2 gives 2 of 4 and 4 of 4, day 3 nothing and 4 of 4.
const IN_PROPORTION: [f64; 4] = [1.0, 1.0, 0.25, 0.0];
const BY_TURNS: [f64; 4] = [1.0, 0.75, 0.5, 0.0];

fn two_buyers(cuts: u32) -> Plan {
    let buyer = || Store { source: Some(0), need: Some(4.0), ..store(4, up_to(8)) };
    let mut plan = plan(2, &[store(10, Rule::Never), buyer(), buyer()]);
    plan.rationing.rules = vec![Rationing::Priority(vec![9, 9, 1, 0])];
    probed(plan, cuts)
}

#[test]
fn a_cut_shares_by_its_own_rule_or_by_none() {
    let mut plan = two_buyers(3);
    plan.rationing.of_cell = vec![Some(0), None, None];
    plan.cuts[1].rationing = Some(Vec::new());
    assert_eq!(curves(&plan), [BY_TURNS, IN_PROPORTION, BY_TURNS]);
    plan.rationing.of_cell = Vec::new();
    plan.cuts[1].rationing = Some(vec![Some(0), None, None]);
    assert_eq!(curves(&plan), [IN_PROPORTION, BY_TURNS, IN_PROPORTION]);
}

#[test]
fn the_rule_of_a_cut_ends_with_it() {
    // The warehouse has 6, owes 16 and orders 6, which come on day 2. In proportion, while the cut lasts: 3 and 3 on day 1, so day 2
    // serves 3 of 4 in both. The cut is over on day 2, and all 6 go to the one store: day 3 serves 4 of 4 there and nothing at the other.
    let mut plan = two_buyers(1);
    plan.cells[0].initial = 6;
    plan.phases[0].rules[0] = up_to(-4);
    plan.rationing.of_cell = vec![Some(0), None, None];
    plan.cuts[0].rationing = Some(Vec::new());
    plan.cuts[0].stop = Some(StopPlan { length_days: 1, follow_days: 3 });
    let run = main_engine(&plan, 1, 0);
    assert_eq!(run.stops, simulate(&plan, 1, 0).stops);
    assert_eq!(run.stops[0].served, [1.0, 0.75, 0.5]);
    // Without an end they go in proportion, day after day.
    assert_eq!(curves(&plan)[0], [1.0, 0.75, 0.75, 0.75]);
}

/// A store with 4 that uses 2 a day and orders up to 8, three days away: what is ordered on day 1 comes on day 4, and day 3 has nothing.
/// By express, below 3, it comes on day 2.
const SLOW: [f64; 4] = [1.0, 1.0, 0.0, 1.0];
const FAST: [f64; 4] = [1.0; 4];

#[test]
fn a_cut_calls_on_express_or_forbids_it() {
    let slow = plan(4, &[Store { need: Some(2.0), lead_days: 3.0, ..store(4, up_to(8)) }]);
    let mut plan = probed(slow, 3);
    let law = LeadTimeLaw::Fixed { days: 1.0 };
    let service = CellExpress { service: 0, below: 3, stream: StreamName::new(&["express"]) };
    plan.transport.express =
        vec![Express { id: "express".to_owned(), lane: 0, law, per_order: None, per_line: None, payer: 0 }];
    (plan.cuts[1].express, plan.cuts[2].express) = (CutExpress::OnCall, CutExpress::Nothing);
    plan.transport.express_on_call = vec![Some(service)];
    assert_eq!(curves(&plan), [SLOW, FAST, SLOW]);
    (plan.transport.express_of_cell, plan.transport.express_on_call) = (vec![Some(service)], Vec::new());
    assert_eq!(curves(&plan), [FAST, FAST, SLOW]);
}
