//! Worked by hand: every rule, its packs, its reasons to look twice, and a trial of six days.

use super::backtest::{Tried, try_one};
use super::rows::{Apart, StockRow};
use super::*;
use crate::desk::lists::STOCK;
use crate::sheet::{Options, read_bytes};
use jiff::civil::date;
use std::collections::BTreeMap;

fn row(line: u32, on_hand: f64) -> StockRow {
    let text = |text: &str| text.to_owned();
    StockRow {
        line,
        article: format!("00{line}"),
        site: text("CL"),
        supplier: text("Nordmed"),
        on_hand,
        price: Some(10.0),
        ..StockRow::default()
    }
}

fn ordered(row: &StockRow, rule: RuleKind, terms: &Terms) -> (f64, f64) {
    let weighed = weigh(row, rule, terms).unwrap();
    (weighed.wanted, weighed.quantity)
}

#[test]
fn need_orders_what_lacks_to_the_minimum_after_the_coverage() {
    // 10 a day for 30 days: need 300; minimum 50. 250 in stock, 70 coming: 320 − 300 = 20, and 30 lack; in packs of 20: 40.
    let list = StockRow {
        on_order: 70.0,
        daily_use: Some(10.0),
        coverage: Some(30.0),
        minimum: Some(50.0),
        pack: Some(20.0),
        ..row(2, 250.0)
    };
    let terms = Terms::default();
    assert_eq!(ordered(&list, RuleKind::Need, &terms), (30.0, 40.0));
    let weighed = weigh(&list, RuleKind::Need, &terms).unwrap();
    let Figures::Need { need, delta, .. } = weighed.figures else { panic!("{weighed:?}") };
    assert_eq!((need, delta, weighed.multiples, weighed.multiple), (300.0, 20.0, 2.0, Multiple::Pack));
    // On hand alone: 250 − 300 = −50, and 100 lack.
    let on_hand = Terms { basis: Basis::OnHand, ..terms };
    assert_eq!(ordered(&list, RuleKind::Need, &on_hand), (100.0, 100.0));
    // 350 is exactly enough, and 20 promised to others is not there.
    let enough = StockRow { on_order: 100.0, ..list.clone() };
    assert_eq!(ordered(&enough, RuleKind::Need, &terms), (0.0, 0.0));
    assert_eq!(ordered(&StockRow { reserved: 20.0, ..enough }, RuleKind::Need, &terms), (20.0, 20.0));
    // Without a coverage: lead time 4 + review 7 days, need 110.
    let reckoned = StockRow { coverage: None, lead_time: Some(4.0), review: Some(7.0), on_hand: 90.0, ..list };
    assert_eq!(ordered(&reckoned, RuleKind::Need, &terms).0, 0.0, "160 − 110 = 50 is the minimum");
    assert_eq!(ordered(&StockRow { on_hand: 89.0, ..reckoned }, RuleKind::Need, &terms).0, 1.0);
}

#[test]
fn a_fixed_quantity_is_one_lot_below_the_point_and_economic_where_none_is_given() {
    let list = StockRow { reorder_point: Some(20.0), order_quantity: Some(100.0), ..row(2, 12.0) };
    let terms = Terms::default();
    assert_eq!(ordered(&list, RuleKind::Quantity, &terms), (100.0, 100.0));
    assert_eq!(
        ordered(&StockRow { on_hand: 20.0, ..list.clone() }, RuleKind::Quantity, &terms).0,
        0.0,
        "at it is not below"
    );
    let tolerant = StockRow { tolerance: 2.0, on_hand: 21.0, ..list.clone() };
    assert_eq!(ordered(&tolerant, RuleKind::Quantity, &terms).0, 100.0);
    assert_eq!(ordered(&StockRow { on_hand: 22.0, ..tolerant }, RuleKind::Quantity, &terms).0, 0.0);
    // √(2 · 200 SEK · 3,650 a year / (20 % of 730 SEK)) = √10,000 = 100; 5 cases of 20.
    let economic = StockRow {
        order_quantity: None,
        price: Some(730.0),
        daily_use: Some(10.0),
        case: Some(20.0),
        pack: Some(3.0),
        ..list.clone()
    };
    let costs = Terms { order_cost: Some(200.0), holding_rate: Some(0.2), rounding: Rounding::Case, ..terms };
    let weighed = weigh(&economic, RuleKind::Quantity, &costs).unwrap();
    assert_eq!((weighed.quantity, weighed.multiples, weighed.multiple), (100.0, 5.0, Multiple::Case));
    assert!(matches!(weighed.figures, Figures::Quantity { lot: Lot { economic: true, .. }, .. }));
    assert_eq!(
        weigh(&economic, RuleKind::Quantity, &terms).unwrap_err(),
        ["order-quantity", "order-cost", "holding-rate"]
    );
    // Without a point: 10 a day · 3 days + minimum 5 = 35.
    let reckoned = StockRow { reorder_point: None, lead_time: Some(3.0), minimum: Some(5.0), ..economic };
    let weighed = weigh(&reckoned, RuleKind::Quantity, &costs).unwrap();
    assert!(matches!(weighed.figures, Figures::Quantity { point: Point { units: 35.0, reckoned: true }, .. }));
}

#[test]
fn level_restores_the_reorder_point_itself() {
    let list = StockRow { reorder_point: Some(20.0), from: "CL".to_owned(), pack: Some(5.0), ..row(2, 12.0) };
    let terms = Terms::default();
    assert_eq!(ordered(&list, RuleKind::Level, &terms), (8.0, 10.0));
    assert_eq!(ordered(&StockRow { on_hand: 20.0, ..list.clone() }, RuleKind::Level, &terms), (0.0, 0.0));
    // Within the tolerance nothing lacks, and a whole pack is asked for.
    let tolerant = StockRow { on_hand: 21.0, tolerance: 2.0, ..list.clone() };
    assert_eq!(ordered(&tolerant, RuleKind::Level, &terms).1, 5.0);
    let least = StockRow { minimum_order: 25.0, pack: Some(10.0), ..list };
    let weighed = weigh(&least, RuleKind::Level, &terms).unwrap();
    assert_eq!((weighed.wanted, weighed.quantity, weighed.raised), (8.0, 30.0, true));
}

#[test]
fn multiples_fall_back_to_what_the_list_knows() {
    let list = StockRow { reorder_point: Some(20.0), order_quantity: Some(41.0), pack: Some(2.0), ..row(2, 0.0) };
    let with = |rounding| weigh(&list, RuleKind::Quantity, &Terms { rounding, ..Terms::default() }).unwrap();
    assert_eq!((with(Rounding::Pallet).multiple, with(Rounding::Pallet).quantity), (Multiple::Pack, 42.0));
    let bare = StockRow { pack: None, order_quantity: Some(40.5), ..list };
    assert_eq!(weigh(&bare, RuleKind::Quantity, &Terms::default()).unwrap().quantity, 41.0, "whole units");
}

#[test]
fn proposals_are_joined_by_supplier_and_nothing_is_left_out_in_silence() {
    let base =
        StockRow { reorder_point: Some(20.0), order_quantity: Some(50.0), order_cost: Some(200.0), ..row(2, 12.0) };
    let rows = [
        StockRow { pallet: Some(100.0), ..base.clone() },
        StockRow { line: 3, article: "003".to_owned(), on_hand: 2.0, price: None, ..base.clone() },
        StockRow { line: 4, article: "004".to_owned(), on_hand: 30.0, ..base.clone() },
        StockRow { line: 5, article: "002".to_owned(), site: "IVA".to_owned(), from: "CL".to_owned(), ..base.clone() },
        StockRow { line: 6, article: "006".to_owned(), rule: Some(RuleKind::Need), ..base.clone() },
        StockRow { line: 7, article: "007".to_owned(), on_hand: 2e9, ..base },
    ];
    let found = propose(&rows, &[None; 6], None, &Terms::default(), 30.0);
    let lines: Vec<(u32, f64)> = found.lines.iter().map(|line| (line.line, line.weighed.quantity)).collect();
    assert_eq!(lines, [(3, 50.0), (2, 50.0), (5, 8.0)], "the least share of the point first: 10 %, 60 %, 60 %");
    assert_eq!(found.enough.iter().map(|line| line.line).collect::<Vec<_>>(), [4]);
    let lacking: Vec<_> = found.lacking.iter().map(|one| (one.line, one.columns.clone())).collect();
    assert_eq!(lacking, [(6, vec!["daily-use", "coverage", "minimum"]), (7, vec!["on-hand"])]);
    let [order, request] = &found.orders[..] else { panic!("{:?}", found.orders) };
    assert_eq!((order.to.as_str(), order.lines, order.value, order.unpriced), ("Nordmed", 2, 500.0, 1));
    assert_eq!((order.saved, order.pallets, order.unpalleted), (Some(200.0), 0.5, 1));
    assert_eq!(
        (request.internal, request.to.as_str(), request.site.as_str(), request.value),
        (true, "CL", "IVA", 80.0)
    );
}

#[test]
fn what_its_reader_should_look_at_is_told() {
    let base = StockRow { reorder_point: Some(20.0), order_quantity: Some(10.0), ..row(2, 5.0) };
    let warned =
        |row: StockRow, class| propose(&[row], &[class], None, &Terms::default(), 30.0).lines.remove(0).warnings;
    assert_eq!(warned(base.clone(), None), [Warning::StillBelow]);
    let owed = StockRow { reserved: 9.0, supplier: String::new(), ..base.clone() };
    assert_eq!(warned(owed, None), [Warning::StillBelow, Warning::NoSupplier, Warning::Owed]);
    // 5 + 100 above a maximum of 60; 100 units are 50 days at 2 a day: long for class A, not for C.
    let much = StockRow { order_quantity: Some(100.0), maximum: Some(60.0), daily_use: Some(2.0), ..base.clone() };
    assert_eq!(warned(much.clone(), Some('A')), [Warning::LongCoverage(50.0), Warning::AboveMaximum(45.0)]);
    assert_eq!(warned(much, Some('C')), [Warning::AboveMaximum(45.0)]);
    let need = StockRow {
        rule: Some(RuleKind::Need),
        daily_use: Some(10.0),
        coverage: Some(7.0),
        minimum: Some(0.0),
        lead_time: Some(6.0),
        review: Some(7.0),
        ..base.clone()
    };
    assert_eq!(warned(need, None), [Warning::ShortCoverage(13.0)]);
    assert_eq!(warned(StockRow { rule: Some(RuleKind::Level), ..base }, None), [Warning::LevelFromSupplier]);
}

#[test]
fn classes_count_the_use_of_an_article_where_it_is_bought() {
    // A year at 10 SEK: 8,000, 1,000 and 1,000 at those that buy; what IVA uses of 002 has left CL already.
    let used = |line, yearly: f64| StockRow { daily_use: Some(yearly / 3_650.0), ..row(line, 0.0) };
    let iva =
        StockRow { article: "002".to_owned(), site: "IVA".to_owned(), from: "CL".to_owned(), ..used(5, 90_000.0) };
    let list = [used(2, 8_000.0), used(3, 1_000.0), used(4, 1_000.0), iva, StockRow { price: None, ..used(6, 1.0) }];
    assert_eq!(classes(&list), [Some('A'), Some('B'), Some('B'), Some('A'), None]);
}

#[test]
fn a_trial_of_six_days_by_hand() {
    // Point 5, lot 10, two days of lead time, 8 in stock. Issues 4, 3, 4, 9, –, 1.
    // 0: 4 left, below 5: 10 for day 2. 1: 1 left. 2: 10 come; 7 left. 3: 7 of 9 served, 2 wait; −2: 10 for day 5. 4: empty.
    // 5: 10 come, 2 go to those who wait, 1 is used: 7 left.
    let list = StockRow { reorder_point: Some(5.0), order_quantity: Some(10.0), lead_time: Some(2.0), ..row(2, 8.0) };
    let issues = BTreeMap::from([(0, 4.0), (1, 3.0), (2, 4.0), (3, 9.0), (5, 1.0)]);
    let tried = try_one(&list, RuleKind::Quantity, &Terms::default(), (&issues, 6), 8.0).unwrap();
    let expected = Tried {
        demand: 21.0,
        served: 19.0,
        cycles: 3,
        cycles_served: 2,
        mean_stock: 19.0 / 6.0,
        orders: 2,
        ordered: 20.0,
        empty_days: 2,
        days: 6,
    };
    assert_eq!(tried, expected);
    assert_eq!((tried.fill_rate(), tried.cycle_service()), (Some(19.0 / 21.0), Some(2.0 / 3.0)));
    let no_lead_time = StockRow { lead_time: None, ..list };
    let lacks = try_one(&no_lead_time, RuleKind::Level, &Terms::default(), (&issues, 6), 8.0);
    assert_eq!(lacks.unwrap_err(), ["lead-time"]);
}

#[test]
fn a_trial_sees_what_its_basis_sees() {
    // On hand alone: the order of day 0 is not seen on day 1, and a second one is written.
    let list = StockRow { reorder_point: Some(5.0), order_quantity: Some(10.0), lead_time: Some(3.0), ..row(2, 8.0) };
    let issues = BTreeMap::from([(0, 4.0)]);
    let on_hand = Terms { basis: Basis::OnHand, ..Terms::default() };
    let orders = |terms: &Terms| try_one(&list, RuleKind::Quantity, terms, (&issues, 3), 8.0).unwrap().orders;
    assert_eq!((orders(&Terms::default()), orders(&on_hand)), (1, 3));
}

#[test]
fn transit_and_withdrawn_articles_are_told_and_never_proposed() {
    let empty = StockRow { reorder_point: Some(20.0), order_quantity: Some(100.0), ..row(2, 0.0) };
    let transit = StockRow { apart: Some(Apart::Transit), ..empty.clone() };
    let withdrawn = StockRow { line: 3, apart: Some(Apart::Withdrawn), ..empty.clone() };
    let rows = [empty, transit, withdrawn];
    let found = propose(&rows, &[None; 3], None, &Terms::default(), 30.0);
    assert_eq!(found.lines.len(), 1);
    let apart: Vec<_> = found.apart.iter().map(|one| (one.line, one.why)).collect();
    assert_eq!(apart, [(2, Apart::Transit), (3, Apart::Withdrawn)]);
}

#[test]
fn transit_and_withdrawn_articles_are_read_from_the_list() {
    let text =
        "Artikelnr;Lager;Lagersaldo;Transit;Utgått\n1;CL;0;;\n2;CL;0;Ja;\n3;CL;0;;Ja\n4;CL;0;Ja;Ja\n5;CL;0;Nej;Nej\n";
    let listing = read_bytes("lager.csv", text.as_bytes().to_vec(), &STOCK.with(&[]), &Options::default()).unwrap();
    let apart: Vec<_> = rows::rows(&listing, date(2026, 11, 23)).unwrap().into_iter().map(|row| row.apart).collect();
    // One that passes through and may not be ordered any more may not be ordered any more.
    assert_eq!(apart, [None, Some(Apart::Transit), Some(Apart::Withdrawn), Some(Apart::Withdrawn), None]);
}

#[test]
fn expired_stock_is_no_stock() {
    // Need 10 × 30 = 300 and a minimum of 50: 1,500 were enough, if they were good.
    let text = "article,on-hand,daily-use,coverage,minimum,expires\n1,1500,10,30,50,2020-01-01\n";
    let listing = read_bytes("s.csv", text.into(), &STOCK.with(&[]), &Options::default()).unwrap();
    let asked = |today| {
        let rows = rows::rows(&listing, today).unwrap();
        let found = propose(&rows, &[None], None, &Terms::default(), 30.0);
        let line = found.lines.iter().chain(&found.enough).next().unwrap();
        (line.weighed.quantity, line.warnings.contains(&Warning::Expired(1500.0)))
    };
    assert_eq!(asked(date(2026, 11, 23)), (350.0, true));
    assert_eq!(asked(date(2020, 1, 1)), (0.0, false), "good on its last day");
}
