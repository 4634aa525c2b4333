//! Worked by hand: five order lines on 1 March 2026.

use super::*;
use crate::desk::lists::DELIVERIES;
use crate::sheet::{Fault, Listing, Options, read_bytes};
use jiff::civil::{Date, date};

const HEAD: &str =
    "Ordernr;Artikelnr;Leverantör;Beställt antal;Levererat antal;Orderdatum;Lovat datum;Leveransdatum;Förvarnat\n";
const TODAY: Date = date(2026, 3, 1);

fn listing(text: &str) -> Listing {
    let bytes = text.as_bytes().to_vec();
    read_bytes("leveranser.csv", bytes, &DELIVERIES.with(&[]), &Options::default()).unwrap()
}

fn lines(rows: &str) -> Read {
    rows::read(&listing(&(HEAD.to_owned() + rows)), TODAY).unwrap()
}

fn question() -> Question {
    Question { today: TODAY, contract: 0.98, agreed: None, grace: 0, early: None, few: 30 }
}

/// 1: early and whole. 2: in two parts, the second four days late and told two days before. 3: nine days late and not here.
/// 4: not due. 5: without a promise.
const FIVE: &str = "\
    1;a;N;10;10;2026-02-01;2026-02-08;2026-02-07;\n\
    2;a;N;10;6;2026-02-01;2026-02-08;2026-02-08;\n\
    2;a;N;10;4;2026-02-01;2026-02-08;2026-02-12;2026-02-06\n\
    3;b;N;20;;2026-02-10;2026-02-20;;\n\
    4;b;N;10;;2026-02-25;2026-03-05;;\n\
    5;b;N;5;5;2026-02-01;;2026-02-06;\n";

fn five(question: &Question) -> Card {
    let read = lines(FIVE);
    let found = scorecard(&read.lines, question, "all");
    assert_eq!((found.suppliers.len(), found.articles.len(), found.months.len()), (1, 2, 2));
    let named = |card: &Card| Card { name: String::new(), ..card.clone() };
    assert_eq!(named(&found.all), named(&found.suppliers[0]));
    found.all
}

#[test]
fn the_three_readings_of_availability() {
    let card = five(&question());
    let of = &card.fulfilled;
    assert_eq!((card.lines, card.not_due, card.without_promise, of.due), (5, 1, 1, 3));
    assert_eq!(
        (of.in_full_on_time, of.full_at_first, of.judged_by_first),
        (1, 1, 3),
        "the line without a promise is not judged"
    );
    // Wilson's interval of 1 of 3, as R's prop.test without correction gives it.
    let on_time = of.on_time.unwrap();
    assert!((on_time.low.unwrap() - 0.061_49).abs() < 1e-4 && (on_time.high.unwrap() - 0.792_34).abs() < 1e-4);
    assert_eq!(on_time.verdict(0.98), Verdict::NotReached);
    assert_eq!(on_time.verdict(0.5), Verdict::Undecided);
    assert_eq!(on_time.verdict(0.05), Verdict::Reached);
    // 10 + 6 + 0 of 10 + 10 + 20 units.
    assert_eq!((of.units_on_time, of.units_due, of.quantity.unwrap().share), (16.0, 40.0, 0.4));
}

#[test]
fn delays_notices_and_what_is_open() {
    let card = five(&question());
    assert_eq!((card.late, card.mean_delay, card.longest_delay, card.early), (2, Some(6.5), Some(9), 1));
    assert_eq!((card.forewarned, card.notice_days), (1, Some(2.0)));
    assert_eq!((card.open, card.open_units, card.open_age, card.oldest_open), (1, 20.0, Some(9.0), Some(9)));
    // Four days of grace: the second line is on time then.
    let patient = five(&Question { grace: 4, ..question() });
    assert_eq!((patient.fulfilled.in_full_on_time, patient.late), (2, 1));
    // No more than 0 days early: the first line is not.
    assert_eq!(five(&Question { early: Some(0), ..question() }).fulfilled.in_full_on_time, 0);
    // Seven days agreed: the fifth line was promised on 8 February, and came.
    let agreed = five(&Question { agreed: Some(7), ..question() });
    assert_eq!((agreed.fulfilled.due, agreed.fulfilled.in_full_on_time, agreed.without_promise), (4, 2, 0));
}

#[test]
fn open_lines_count_in_the_lead_time() {
    // 4 and 19 days so far; 5, 6 and 11 to the end. A quarter each at 5, 6, 11, and a quarter beyond 19.
    let time = five(&question()).lead_time;
    assert_eq!((time.complete, time.open, time.mean, time.at_least), (3, 2, Some(10.25), true));
    assert_eq!((time.median, time.p90, time.longest), (Some(6.0), None, Some(19.0)));
}

#[test]
fn receipts_of_a_line_belong_together_with_and_without_order_numbers() {
    assert_eq!(lines(FIVE).lines.len(), 5);
    let text = "Artikelnr;Leverantör;Beställt antal;Orderdatum;Lovat datum;Leveransdatum\n\
                a;N;10;2026-02-01;2026-02-08;2026-02-07\na;N;10;2026-02-02;2026-02-08;2026-02-07\n";
    let read = rows::read(&listing(text), TODAY).unwrap();
    assert_eq!((read.lines.len(), read.by_order, read.whole_receipts), (2, false, true));
    assert_eq!(read.lines[0].receipts, [Receipt { date: date(2026, 2, 7), quantity: 10.0 }]);
    // More than ordered is full; nothing is no receipt; of two promises the earlier one counts.
    let odd = "1;a;N;10;12;2026-02-01;2026-02-09;2026-02-07;\n1;a;N;10;0;2026-02-01;2026-02-08;2026-02-08;\n";
    let read = lines(odd);
    assert_eq!((read.over_delivered, read.empty_receipts, read.promises_moved), (1, 1, 1));
    assert_eq!(read.lines[0].promised, Some(date(2026, 2, 8)));
    // Two receipts of one day are one.
    let same_day = "1;a;N;10;6;2026-02-01;2026-02-08;2026-02-07;\n1;a;N;10;4;2026-02-01;2026-02-08;2026-02-07;\n";
    let read = lines(same_day);
    assert_eq!(scorecard(&read.lines, &question(), "all").all.fulfilled.full_at_first, 1);
}

#[test]
fn rows_that_cannot_be_true_are_refused_with_their_place() {
    let rows = "1;a;N;10;10;2026-02-01;2026-02-08;2026-02-07;\n\
                1;a;N;10;10;2026-02-01;2026-02-08;2026-02-07;\n\
                2;a;N;10;10;2026-02-05;2026-02-08;2026-02-04;\n\
                3;a;N;10;10;2026-02-01;2026-02-08;2026-03-02;\n\
                4;a;N;10;;2026-02-01;2026-02-08;2026-02-07;\n\
                5;a;N;10;10;2026-02-01;2026-02-08;;\n\
                6;a;N;10;5;2026-02-01;2026-02-08;2026-02-07;\n\
                6;a;N;12;5;2026-02-01;2026-02-08;2026-02-08;\n";
    let problems = rows::read(&listing(&(HEAD.to_owned() + rows)), TODAY).unwrap_err();
    let places: Vec<(Option<u32>, &str)> =
        problems.iter().map(|problem| (problem.row, problem.column.as_deref().unwrap_or(""))).collect();
    let expected = [
        (Some(3), "Artikelnr"),
        (Some(4), "Leveransdatum"),
        (Some(5), "Leveransdatum"),
        (Some(6), "Levererat antal"),
        (Some(7), "Leveransdatum"),
        (Some(9), "Beställt antal"),
    ];
    assert_eq!(places, expected);
    assert_eq!(problems[0].fault, Fault::Duplicate(2));
}
