//! Policies from files: what each key makes of a plan, worked by hand, what is refused, and the theory that policies follow.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;

use beredd::plan::Plan;
use beredd::plan::policy::Rule;
use beredd::plan::terms::{Basis, Follows, Method, PlannedOrder, Terms};
use beredd::scenario::study::load;
use beredd::sim::observer::Observer;
use beredd::sim::replication::{Outcome, simulate_observed};
use beredd::time::Day;
use beredd::units::Quanta;
use support::{compiled, quoted, read, settings, shipped, written};

/// The store of `base_stock.toml` (50 a day ± 8, 4 days away, thousandths of a unit) with a policy of these lines.
fn file(name: &str, lines: &str) -> std::path::PathBuf {
    let base = quoted("scenarios/theory/base_stock.toml");
    let text = format!(
        "extends = {base}\n[article.item]\ncase = \"12 units\"\n[lane.in]\nper-order = \"400 SEK/order\"\npayer = \"region\"\n\
         [policy.store]\nenabled = false\n[policy.own]\nnew = true\nat = [\"store\"]\n{lines}\n"
    );
    written(&format!("policies-{name}"), &[("over.toml", &text)]).join("over.toml")
}

fn plan(name: &str, lines: &str) -> Plan {
    compiled(&read(&file(name, lines), &[])).remove(0).plan
}

fn rule(name: &str, lines: &str) -> Rule {
    plan(name, lines).phases[0].rules[0]
}

fn terms(name: &str, lines: &str) -> Terms {
    plan(name, lines).phases[0].terms.first().copied().unwrap_or_default()
}

fn refused(name: &str, lines: &str) -> Vec<(String, String)> {
    let problems = load(&file(name, lines), &[]).expect_err("refused");
    problems.diagnoses.iter().map(|one| (one.code.to_owned(), one.message.clone())).collect()
}

#[test]
fn every_kind_has_its_rule() {
    let need = rule("need", "kind = \"need\"\ncoverage = \"10 days\"\nminimum-stock = \"25 units\"");
    assert_eq!(need, Rule::Need { need: 500_000, minimum: 25_000 });
    let in_days = rule("need-days", "kind = \"need\"\ncoverage = \"10 days\"\nminimum-stock = \"2 days\"");
    assert_eq!(in_days, Rule::Need { need: 500_000, minimum: 100_000 });
    let levels = rule("min-max", "kind = \"min-max\"\npoint = \"-20 units\"\nlevel = \"150 units\"");
    assert_eq!(levels, Rule::MinMax { point: -20_000, level: 150_000 });
    // 50 a day over a day of review and 4 of lead time, and 3 days more.
    let lots = rule("min-lot", "kind = \"min-max\"\nlot = \"3 days\"");
    assert_eq!(lots, Rule::MinMax { point: 250_000, level: 400_000 });
    // √(2 · 18250 · 400 ÷ 365) = 200.
    let eoq = rule("eoq", "kind = \"fixed-quantity\"\nlot = \"eoq\"");
    assert_eq!(eoq, Rule::FixedQuantity { point: 250_000, lot: 200_000 });
    assert_eq!(rule("restore", "kind = \"restore\"\npoint = \"40 units\""), Rule::Restore { point: 40_000 });
    let list = plan(
        "list",
        "kind = \"list\"\norders = [{ day = 3, quantity = \"2 units\" }, { day = 1, quantity = \"5 units\" }]",
    );
    let planned = |day, quantity| PlannedOrder { day, quantity };
    assert_eq!(list.phases[0].rules[0], Rule::List { list: 0 });
    assert_eq!(list.order_lists, [vec![planned(1, 5000), planned(3, 2000)]]);
}

#[test]
fn safety_stock_follows_its_definition() {
    let level = |name: &str, safety: &str| {
        let Rule::OrderUpTo { level } = rule(name, &format!("kind = \"order-up-to\"\nsafety = {safety}")) else {
            panic!("order-up-to")
        };
        level
    };
    assert_eq!(level("days", "{ days = \"2 days\" }"), 350_000);
    assert_eq!(level("units", "{ units = \"7 units\" }"), 257_000);
    assert_eq!(level("share", "{ share-of-lead-time-demand = 0.5 }"), 350_000); // half of 4 · 50
    // Spread over 5 days: √(5 · 64) = 17.8885. z(0.98) = 2.053749: 36.7386.
    assert_eq!(level("cycle", "{ cycle-service = 0.98 }"), 286_739);
    // 1 − Φ(z) = 50 · 365 ÷ (18250 · 50) = 0.02: the same.
    assert_eq!(level("cost", "{ shortage-cost = \"50 SEK/unit\" }"), 286_739);
    // E(z) = 0.01 · 50 ÷ 17.8885, solved outside of the program.
    assert_eq!(level("fill", "{ fill-rate = 0.99 }"), 277_203);
    // Lead time 2 or 6 days alike: variance 4, so √(5 · 64 + 2500 · 4) = 101.5874 · 2.053749 = 208.6350.
    let lead = "[origin.source]\nlead-time = { dist = \"discrete\", days = [\"2 days\", \"6 days\"], probabilities = [0.5, 0.5] }";
    let both = rule("lead", &format!("kind = \"order-up-to\"\nsafety = {{ cycle-service = 0.98 }}\n{lead}"));
    assert_eq!(both, Rule::OrderUpTo { level: 458_635 });
}

#[test]
fn terms_are_what_the_keys_say() {
    let all = terms(
        "terms",
        "kind = \"min-max\"\nlot = \"1 day\"\nbasis = \"on-hand\"\ntolerance = \"10 %\"\nminimum-order = \"80 units\"\n\
         approval = \"2 days\"\njoint = \"supplier\"\ncan-order = \"2 days\"\n\
         forecast = { method = \"exponential-smoothing\", alpha = 0.2, bias = 0.1, noise = 0.3 }",
    );
    let follows = Follows { days: 5.0, constant: 0.0, least: 0 };
    let expected = Terms {
        basis: Basis::OnHand,
        tolerance: 25_000,
        minimum_order: 80_000,
        approval_days: 2,
        joint: Some(100_000),
        returns: false,
        follows: Some(follows),
        written_at: 0,
    };
    assert_eq!(all, expected);
    let followed =
        plan("followed", "kind = \"order-up-to\"\nforecast = { method = \"moving-average\", days = \"30 days\" }");
    assert_eq!(followed.forecasts[0].method, Method::MovingAverage { days: 30 });
    let cases = plan("cases", "kind = \"order-up-to\"\nround = \"case\"");
    assert_eq!(cases.phases[0].packs, [12_000]);
    assert!(cases.phases[0].terms.is_empty(), "nothing to pay for");
    assert_eq!(plan("pallets", "kind = \"order-up-to\"\nround = \"pallet\"").phases[0].packs, [1_000_000]);
    assert_eq!(plan("loose", "kind = \"order-up-to\"\nround = \"none\"").phases[0].packs, [1]);
    // The longest gap of Monday and Thursday is 4 days: 50 · (4 + 4).
    let days = plan("order-days", "kind = \"order-up-to\"\norder-days = [\"mon\", \"thu\"]");
    assert_eq!(days.phases[0].rules[0], Rule::OrderUpTo { level: 400_000 });
    let on = [true, false, false, true, false, false, false];
    assert_eq!((days.phases[0].reviews[0].every_days, days.phases[0].reviews[0].order_days), (1, Some(on)));
}

#[test]
fn keys_that_would_change_nothing_are_refused() {
    let cases = [
        ("r-tolerance", "kind = \"order-up-to\"\ntolerance = \"5 units\"", "S0206", "`tolerance`"),
        (
            "r-joint",
            "kind = \"need\"\ncoverage = \"3 days\"\njoint = \"supplier\"\ncan-order = \"1 day\"",
            "S0206",
            "`joint`",
        ),
        ("r-can", "kind = \"min-max\"\nlot = \"1 day\"\ncan-order = \"1 day\"", "S0206", "`can-order`"),
        ("r-returns", "kind = \"min-max\"\nlot = \"1 day\"\nreturns = \"allow\"", "S0206", "`returns`"),
        (
            "r-safety",
            "kind = \"order-up-to\"\nsafety-stock = \"1 day\"\nsafety = { days = \"1 day\" }",
            "S0206",
            "`safety-stock`",
        ),
        ("r-two", "kind = \"order-up-to\"\nsafety = { days = \"1 day\", units = \"3 units\" }", "S0206", "`safety`"),
        (
            "r-forecast",
            "kind = \"order-up-to\"\nlevel = \"3 units\"\nforecast = { method = \"given\", bias = 0.1 }",
            "S0206",
            "`forecast`",
        ),
        ("r-lot", "kind = \"restore\"\nlot = \"3 units\"", "S0203", "`lot`"),
        ("r-level", "kind = \"min-max\"\npoint = \"9 units\"\nlevel = \"3 units\"", "S0303", "`level`"),
        ("r-days", "kind = \"order-up-to\"\nreview = \"2 days\"\norder-days = [\"mon\"]", "S0206", "`review`"),
        ("r-round", "kind = \"order-up-to\"\npacks = true\nround = \"case\"", "S0206", "`round`"),
    ];
    for (name, lines, code, key) in cases {
        let found = refused(name, lines);
        assert!(found.iter().any(|(of, message)| of == code && message.starts_with(key)), "{name}: {found:?}");
    }
}

/// Quantities ordered and needed per day.
#[derive(Default)]
struct Flows {
    ordered: Vec<f64>,
    needed: Vec<f64>,
    first: u32,
}

impl Observer for Flows {
    fn demanded(&mut self, day: Day, _demand: u32, quantity: Quanta, _served: Quanta) {
        if day.0 >= self.first {
            self.needed.push(quantity as f64);
            self.ordered.push(0.0);
        }
    }
    fn ordered(&mut self, day: Day, _cell: u32, quantity: Quanta) {
        if day.0 >= self.first {
            *self.ordered.last_mut().expect("reviewed after the demand") += quantity as f64;
        }
    }
}

fn simulated(path: &str, more: &[&str], number: u64, flows: &mut Flows) -> (Plan, Outcome) {
    let plan = compiled(&read(&shipped(path), &settings(more))).remove(0).plan;
    flows.first = plan.calendar.warm_up_days;
    let (outcome, _) = simulate_observed(&plan, 1, number, flows).expect("units are conserved");
    (plan, outcome)
}

/// Cost per day of a single store, SEK: holding, backorder and ordering prices in this order.
fn cost_per_day(path: &str, more: &[&str], number: u64, [holding, backorder, order]: [f64; 3]) -> f64 {
    let (plan, Outcome { drivers, .. }) = simulated(path, more, number, &mut NobodyCounts::default().0);
    let per_unit = |quantum_days: i64| quantum_days as f64 / plan.resolution as f64;
    (holding * per_unit(drivers.stock_days[0])
        + backorder * per_unit(drivers.backlog_days[0])
        + order * drivers.orders[0] as f64)
        / drivers.days as f64
}

/// Flows that are never looked at; the review stands before the demand there.
struct NobodyCounts(Flows);

impl Default for NobodyCounts {
    fn default() -> NobodyCounts {
        NobodyCounts(Flows { ordered: vec![0.0], ..Flows::default() })
    }
}

#[test]
fn planned_orders_cost_what_wagner_and_whitin_say() {
    let path = "scenarios/theory/wagner_whitin.toml";
    // Examples 3.9 and problem 3.29 of Snyder & Shen (2019): 1380 and 423 over 4 and 5 periods.
    let first = 4.0 * cost_per_day(path, &[], 0, [2.0, 0.0, 500.0]);
    assert!((first - 1380.0).abs() < 1e-9, "{first}");
    let second = [
        "policy.store.orders=[{ day = 0, quantity = \"1310 units\" }, { day = 2, quantity = \"1095 units\" }, { day = 4, quantity = \"880 units\" }]",
        "demand.weekday={ mon = 730, tue = 580, wed = 445, thu = 650, fri = 880, sat = 0, sun = 0 }",
        "article.item.demand=469.28571428571428 units/day",
        "scenario.measured=5 days",
    ];
    let second = 5.0 * cost_per_day(path, &second, 0, [0.1, 0.0, 100.0]);
    assert!((second - 423.0).abs() < 1e-9, "{second}");
}

#[test]
fn orders_vary_as_much_more_than_demand_as_chen_and_others_say() {
    // 1 + 2 L ÷ p + 2 L² ÷ p² for L days in all and a moving average of p days, with independent demand.
    let ratio = |days: &str, lead: &str| {
        let texts = [
            format!("policy.store.forecast={{ method = \"moving-average\", days = \"{days} days\" }}"),
            format!("origin.source.lead-time={lead} days"),
        ];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let variance = |values: &[f64]| {
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / values.len() as f64
        };
        let (mut ordered, mut needed) = (0.0, 0.0);
        for number in 0..20 {
            let mut flows = Flows::default();
            simulated("scenarios/theory/bullwhip.toml", &texts, number, &mut flows);
            ordered += variance(&flows.ordered);
            needed += variance(&flows.needed);
        }
        ordered / needed
    };
    // 100 000 days: the ratio's own standard error is below 0.4 %; 2 % is five of them.
    for (days, lead, expected) in [("5", "0", 1.48), ("10", "3", 2.12)] {
        let found = ratio(days, lead);
        println!("L = {lead} + 1, p = {days}: {found:.4} against {expected}");
        assert!((found / expected - 1.0).abs() < 0.02, "{found} against {expected}");
    }
}

#[test]
fn min_max_costs_about_what_zheng_and_federgruen_say() {
    // Poisson demand of mean 20: s = 14, S = 62, 49.173 a day. The file's demand is normal with the same mean and variance, in
    // whole units: near, not the same. A reorder point one too low or an order one too small moves the cost less than
    // that; the equality cases are the hand-worked runs' business.
    let costs: f64 =
        (0..20).map(|number| cost_per_day("scenarios/theory/sS_poisson.toml", &[], number, [1.0, 9.0, 64.0])).sum();
    println!("{:.3} against 49.173", costs / 20.0);
    assert!((costs / 20.0 / 49.173 - 1.0).abs() < 0.02, "{}", costs / 20.0);
}
