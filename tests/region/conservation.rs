//! Units are conserved in every replication, and the check sees it when they are not.

use crate::support::{compiled, ran, read, settings, shipped};
use beredd::sim::conservation::check;
use beredd::sim::observer::Nobody;
use beredd::sim::prepared::Prepared;
use beredd::sim::replication::simulate_observed;
use beredd::sim::state::State;

#[test]
fn units_are_conserved_in_every_replication_and_every_copy() {
    // A run fails on the first replication, or copy for a cut, in which a unit is missing or too many.
    let ran = ran(&shipped("scenarios/vasterbotten/study.toml"), &settings(&["study.replications=3"]), None);
    let rows: usize = ran.runs.iter().map(|cell| cell.rows.len()).sum();
    assert_eq!(rows, 4 * 5 * 3);
}

/// What is tampered with, the difference it makes, and how.
type Tampering<'a> = (&'a str, i64, &'a dyn Fn(&mut State));

#[test]
fn a_single_unit_out_of_place_is_seen() {
    let loaded = read(&shipped("scenarios/vasterbotten/today.toml"), &settings(&["endurance.probes=0"]));
    let cells = compiled(&loaded);
    let plan = &cells[0].plan;
    let (_, state) = simulate_observed(plan, 1, 0, &mut Nobody).unwrap_or_else(|fault| panic!("{fault}"));
    let prepared = Prepared::new(plan);
    assert_eq!(check(&prepared, &state), Ok(()));
    let bought = plan.cells.iter().position(|cell| cell.source.is_some()).expect("a cell that buys within the region");
    let tamperings: [Tampering; 7] = [
        ("on hand", 1, &|state| state.on_hand[0] += 1),
        ("under way", -1, &|state| state.in_transit[7] -= 1),
        ("consumed", 1, &|state| state.consumed[0] += 1),
        ("withheld", 1, &|state| state.withheld[0] += 1),
        ("supplied", -1, &|state| state.supplied[0] += 1),
        ("requested", 1, &|state| state.requested[bought] += 1),
        ("owed", -1, &|state| state.owed[0] += 1),
    ];
    for (what, difference, tamper) in tamperings {
        let mut tampered = state.clone();
        tamper(&mut tampered);
        let violation = check(&prepared, &tampered).expect_err(what);
        assert_eq!(violation.difference, difference, "{what}");
    }
    // A unit that moves from one article to another leaves the sum as it was, but not the articles.
    let mut tampered = state.clone();
    let other = plan.cells.iter().position(|cell| cell.article != plan.cells[0].article).expect("two articles");
    tampered.on_hand[0] -= 1;
    tampered.on_hand[other] += 1;
    assert!(check(&prepared, &tampered).is_err());
}
