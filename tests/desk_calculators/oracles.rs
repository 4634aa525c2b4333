//! The cases of the file of known answers whose kinds the calculators have, asked of the calculators.

use beredd::desk::eoq::{EoqFindings, Question, ServiceLevel, Waiting, eoq};
use beredd::desk::holding::Said;
use beredd::inventory::loss::NormalDemand;
use beredd::inventory::service_level::LeadTimeDemand;
use beredd::verify::cases::{Case, Quantity, parse};

const DAYS: f64 = 365.0;

fn cases(kind: &str) -> Vec<Case> {
    let cases = parse(include_str!("../data/oracles.json")).expect("the file of known answers");
    let found: Vec<Case> = cases.into_iter().filter(|case| case.kind == kind).collect();
    assert!(!found.is_empty(), "no case of {kind}");
    found
}

fn input(case: &Case, key: &str) -> f64 {
    case.inputs[key].as_f64().expect("a number")
}

#[track_caller]
fn agrees(case: &Case, key: &str, found: f64) {
    let expected = case.expected.get(key).expect("an expected value");
    assert!(Quantity::Number(found).agrees(expected, case.tolerance), "{} {key}: {found}, not {expected:?}", case.name);
}

fn question(case: &Case, demand: &str) -> Question {
    let holding = case.inputs.get("holding_cost").and_then(|value| value.as_f64()).unwrap_or(1.0);
    Question {
        demand: input(case, demand),
        order_cost: input(case, "fixed_cost"),
        holding: Said::PerUnit(holding).of(None).expect("a holding cost"),
        waiting: None,
        pack: None,
        service: None,
        shortage_cost: None,
        backorder_cost: None,
        production_rate: None,
        discounts: Vec::new(),
        incremental: false,
        lot: None,
        jit_lot: None,
        jit_order_cost: None,
    }
}

fn answered(question: &Question) -> EoqFindings {
    eoq(question).expect("an answer")
}

#[test]
fn plain_lots() {
    for case in cases("eoq") {
        let found = answered(&question(&case, "demand_rate"));
        agrees(&case, "order_quantity", found.lots[0].quantity);
        agrees(&case, "cost_per_year", found.lots[0].total);
        // The curve is lowest at the lot: no point of it costs less.
        assert!(found.curve.iter().all(|point| point.total >= found.lots[0].total * (1.0 - 1e-12)));
        assert!(
            found.curve.iter().all(|point| (point.ordering + point.holding - point.total).abs() < 1e-9 * point.total)
        );
    }
}

#[test]
fn lots_with_backorders_and_of_a_finite_rate() {
    for case in cases("eoq_backorders") {
        let asked = Question { backorder_cost: Some(input(&case, "stockout_cost")), ..question(&case, "demand_rate") };
        let found = answered(&asked);
        agrees(&case, "order_quantity", found.lots[1].quantity);
        agrees(&case, "cost_per_year", found.lots[1].total);
        agrees(&case, "stockout_fraction", found.lots[1].waiting_share.expect("a share"));
    }
    for case in cases("epq") {
        let asked =
            Question { production_rate: Some(input(&case, "production_rate")), ..question(&case, "demand_rate") };
        let found = answered(&asked);
        agrees(&case, "order_quantity", found.lots[1].quantity);
        agrees(&case, "cost_per_year", found.lots[1].total);
    }
}

#[test]
fn lots_under_discounts() {
    for case in cases("eoq_discount") {
        let list = |key: &str| -> Vec<f64> {
            let values = case.inputs[key].as_array().expect("a list");
            values.iter().map(|value| value.as_f64().expect("a number")).collect()
        };
        let (from, prices) = (list("breakpoints"), list("unit_costs"));
        let said = Said::Rate(input(&case, "holding_cost_rate"));
        let asked = Question {
            holding: said.of(Some(prices[0])).expect("a holding cost"),
            discounts: from[1..].iter().copied().zip(prices[1..].iter().copied()).collect(),
            incremental: case.inputs.get("discount_type").is_some_and(|kind| kind == "incremental"),
            ..question(&case, "demand_rate")
        };
        let found = answered(&asked);
        let row = found.lots.last().expect("a row");
        agrees(&case, "order_quantity", row.quantity);
        agrees(&case, "cost_per_year", row.total + row.goods.expect("the goods"));
    }
}

#[test]
fn lot_and_point_by_a_shortage_cost() {
    for case in cases("rq_hadley_whitin") {
        let waiting = Waiting {
            lead_time: input(&case, "lead_time") * DAYS,
            lead_time_sd: 0.0,
            demand_sd: input(&case, "demand_sd") / DAYS.sqrt(),
        };
        let asked = Question {
            waiting: Some(waiting),
            shortage_cost: Some(input(&case, "stockout_cost_per_unit")),
            service: Some(ServiceLevel::Cycle(0.95)),
            ..question(&case, "demand_mean")
        };
        let found = answered(&asked).policies.expect("policies");
        let [none, service, best] = found.rows.as_slice() else { panic!("{found:?}") };
        agrees(&case, "reorder_point", best.reorder_point);
        agrees(&case, "order_quantity", best.lot);
        agrees(&case, "cost_per_year", best.total);
        // A level chosen freely is never cheaper (T8).
        assert!(service.total >= best.total && none.total >= best.total);
        let above = found.service_above_best.expect("a difference");
        assert!((above - (service.total - best.total)).abs() < 1e-9);
    }
}

#[test]
fn points_for_a_service_level() {
    for case in cases("rq_service") {
        let over = NormalDemand { mean: input(&case, "ltd_mean"), sd: input(&case, "ltd_sd") };
        let law = LeadTimeDemand::normal(over).expect("a law");
        let found = match case.inputs.get("type1") {
            Some(level) => law.point_for_cycle_service(level.as_f64().expect("a level")),
            None => law.point_for_fill_rate(input(&case, "order_quantity"), input(&case, "type2")),
        };
        agrees(&case, "reorder_point", found.expect("a point"));
    }
}

#[test]
fn units_short_by_the_loss_functions() {
    for case in cases("loss_function") {
        let found = match case.inputs.get("mean") {
            Some(mean) => {
                LeadTimeDemand::poisson(mean.as_f64().expect("a mean")).expect("a law").short(input(&case, "x"))
            }
            // E(Z − z)⁺ of a standard normal Z, moved up by 10 so that its mean is above 0.
            None => {
                let law = LeadTimeDemand::normal(NormalDemand { mean: 10.0, sd: 1.0 }).expect("a law");
                law.short(10.0 + input(&case, "z"))
            }
        };
        agrees(&case, "loss", found);
    }
}

#[test]
fn demand_over_a_random_lead_time() {
    use beredd::desk::service::{Given, Law, Question, service};
    for case in cases("lead_time_demand") {
        let asked = Question {
            demand_day: input(&case, "demand_mean"),
            demand_sd: Some(input(&case, "demand_sd")),
            lead_time: input(&case, "lead_time_mean"),
            lead_time_sd: input(&case, "lead_time_sd"),
            law: Law::Normal,
            lot: Some(100.0),
            given: Given::CycleService(0.95),
            holding: None,
            price: None,
            shortage_cost: None,
            turnover: None,
        };
        let found = service(&asked).expect("an answer");
        agrees(&case, "ltd_mean", found.lead_time_mean);
        agrees(&case, "ltd_sd", found.lead_time_sd);
        agrees(&case, "safety_stock_95", found.answer.expect("a reading").safety_stock);
    }
}
