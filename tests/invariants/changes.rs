//! Changes that must not matter: the order of tables, titles, an unrelated article and site, later dates, higher prices.

use crate::run::{outcome, plan, story};
use crate::scenario::{Change, text};
use beredd::sim::cost::{CostLine, price};
use std::collections::BTreeSet;

/// Scenarios of each test.
const SCENARIOS: u64 = 300;

#[test]
fn the_order_of_tables_changes_no_bit_of_the_plan() {
    for number in 0..SCENARIOS {
        let shuffled = Change { shuffled: true, ..Change::default() };
        assert_eq!(plan(&text(number, Change::default())), plan(&text(number, shuffled)), "scenario {number}");
    }
}

#[test]
fn titles_change_nothing_that_happens() {
    for number in 0..SCENARIOS {
        let renamed = Change { renamed: true, ..Change::default() };
        let (one, other) = (plan(&text(number, Change::default())), plan(&text(number, renamed)));
        assert_ne!(one, other, "titles are part of the plan");
        assert_eq!(outcome(&one, number), outcome(&other, number), "scenario {number}");
    }
}

#[test]
fn an_unrelated_article_and_site_change_nothing_for_the_others() {
    let mut kinds = BTreeSet::new();
    for number in 0..SCENARIOS {
        let unrelated = Change { unrelated: true, ..Change::default() };
        let (one, other) = (plan(&text(number, Change::default())), plan(&text(number, unrelated)));
        assert_eq!(other.sites.len(), one.sites.len() + 4);
        let (before, after) = (story(&one, number), story(&other, number));
        assert!(after["at-aaa aaa"].len() > 5, "something happens at the new site");
        for (name, events) in &before {
            kinds.extend(events.iter().map(|(_, what, _)| *what));
            assert_eq!(Some(events), after.get(name), "{name} of scenario {number}");
        }
    }
    println!("{SCENARIOS} scenarios; told of: {kinds:?}");
    assert!(kinds.len() >= 15, "{kinds:?}");
}

#[test]
fn weeks_later_the_same_happens() {
    for number in 0..SCENARIOS {
        for weeks in [1, 9, 52, 1043] {
            let later = Change { days: 7 * weeks, ..Change::default() };
            let (one, other) = (plan(&text(number, Change::default())), plan(&text(number, later)));
            assert_eq!(one.calendar, other.calendar);
            assert_eq!(outcome(&one, number), outcome(&other, number), "scenario {number}, {weeks} weeks");
        }
        if number % 10 == 0 {
            // A day later weekdays are others: the change is one that could be seen.
            let later = Change { days: 1, ..Change::default() };
            assert_ne!(
                outcome(&plan(&text(number, Change::default())), number),
                outcome(&plan(&text(number, later)), number)
            );
        }
    }
}

#[test]
fn prices_a_hundred_times_as_high_make_every_cost_a_hundred_times_as_high() {
    let mut components = BTreeSet::new();
    for number in 0..SCENARIOS {
        let lines = |money: Option<i64>| -> Vec<CostLine> {
            let plan = plan(&text(number, Change { money, ..Change::default() }));
            price(&plan, &outcome(&plan, number).drivers)
        };
        let (one, hundred) = (lines(None), lines(Some(100)));
        assert_eq!(one.len(), hundred.len(), "scenario {number}");
        for (one, hundred) in one.iter().zip(&hundred) {
            assert_eq!((one.component, one.payer), (hundred.component, hundred.payer));
            // Each line is rounded to öre once: half an öre of one is fifty of the other.
            let gap = hundred.per_year.0 - 100 * one.per_year.0;
            assert!(
                gap.abs() <= 51,
                "{:?} of scenario {number}: {} and {}",
                one.component,
                one.per_year.0,
                hundred.per_year.0
            );
            if one.per_year.0 > 0 {
                components.insert(one.component.id());
            }
        }
    }
    println!("{SCENARIOS} scenarios; priced: {components:?}");
    assert!(components.len() >= 10, "{components:?}");
}
