//! Worked by hand: 23 November 2026, a Monday.

use super::*;
use jiff::civil::{Date, date};

fn row(article: &str, free: f64, daily_use: f64) -> StockRow {
    StockRow {
        article: article.to_owned(),
        site: "IVA".to_owned(),
        supplier: "Nordmed".to_owned(),
        free,
        daily_use: Some(daily_use),
        lead_time: Some(6.0),
        critical: true,
        need_factor: 1.0,
        ..StockRow::default()
    }
}

fn order(article: &str, promised: Option<Date>) -> OpenOrder {
    OpenOrder { article: article.to_owned(), site: "IVA".to_owned(), order: "B1".to_owned(), quantity: 500.0, promised }
}

fn notice(article: &str, back: Option<Date>) -> Notice {
    Notice { article: article.to_owned(), since: None, back, reason: String::new(), substitute: String::new() }
}

fn question() -> Question {
    Question { today: date(2026, 11, 23), days: 7.0, all: false, chasing: 210.0 }
}

fn only(lists: &Lists) -> Shortage {
    let mut found = shortages(lists, &question());
    assert_eq!(found.short.len(), 1, "{found:?}");
    found.short.remove(0)
}

#[test]
fn eighteen_days_without_and_a_substitute_for_eleven() {
    // 35 of 10 a day: three whole days, the 26th is not covered; back 14 December: 18 days. Of the substitute half a unit does
    // for one; it is used 3 a day itself: 88 / (3 + 10 / 2) = 11 days.
    let lacking = StockRow { need_group: "infusion".to_owned(), ..row("000101", 35.0, 10.0) };
    let other = StockRow { need_factor: 2.0, need_group: "infusion".to_owned(), ..row("000102", 88.0, 3.0) };
    let lists = Lists {
        stock: vec![lacking, other],
        orders: vec![order("000101", Some(date(2026, 12, 14)))],
        ..Lists::default()
    };
    let found = only(&lists);
    assert_eq!((found.days, found.out), (3.5, Some(date(2026, 11, 26))));
    assert_eq!(
        (found.without, found.expected.source, found.expected.date),
        (Some(18), Source::Promise, Some(date(2026, 12, 14)))
    );
    let [stand_in] = &found.substitutes[..] else { panic!("{found:?}") };
    assert_eq!((stand_in.article.as_str(), stand_in.days, found.uncovered), ("000102", 11.0, Some(7)));
    assert_eq!(found.harm(), 180.0);
}

#[test]
fn the_later_of_two_dates_counts_and_a_passed_one_does_not() {
    let (early, late, passed) = (date(2026, 11, 27), date(2026, 12, 14), date(2026, 11, 20));
    let said = |orders: Vec<OpenOrder>, notices: Vec<Notice>| {
        let found = only(&Lists { stock: vec![row("1", 10.0, 10.0)], orders, notices, ..Lists::default() }).expected;
        (found.date, found.source, found.overdue_days)
    };
    let promise = |day| vec![order("1", Some(day))];
    assert_eq!(said(promise(early), vec![notice("1", Some(late))]), (Some(late), Source::Contradiction, 0));
    assert_eq!(said(promise(late), vec![notice("1", Some(early))]), (Some(late), Source::Contradiction, 0));
    assert_eq!(said(promise(early), vec![notice("1", Some(early))]), (Some(early), Source::Promise, 0));
    assert_eq!(said(promise(early), vec![notice("1", None)]), (None, Source::NoticeWithoutDate, 0));
    assert_eq!(said(promise(early), vec![notice("1", Some(passed))]), (None, Source::NoticeWithoutDate, 0));
    assert_eq!(said(promise(passed), vec![]), (None, Source::Overdue, 3));
    assert_eq!(said(promise(passed), vec![notice("1", Some(late))]), (Some(late), Source::Notice, 3));
    assert_eq!(said(vec![order("1", None)], vec![]), (None, Source::OrderWithoutDate, 0));
    // Of two orders the first to come counts, the other is late.
    let two = vec![order("1", Some(passed)), order("1", Some(early))];
    assert_eq!(said(two, vec![]), (Some(early), Source::Promise, 3));
    // A notice that begins later does not hold up what comes before it.
    let from_december = Notice { since: Some(date(2026, 12, 1)), ..notice("1", Some(late)) };
    assert_eq!(said(promise(early), vec![from_december]), (Some(early), Source::Promise, 0));
    // Nothing ordered: six days from today, and not before the supplier is back.
    assert_eq!(said(vec![], vec![]), (Some(date(2026, 11, 29)), Source::IfOrderedToday, 0));
    assert_eq!(said(vec![], vec![notice("1", Some(late))]), (Some(late), Source::IfOrderedToday, 0));
}

#[test]
fn a_site_that_another_one_refills_looks_there_first() {
    let ward = StockRow { from: "CL".to_owned(), lead_time: Some(1.0), ..row("1", 10.0, 10.0) };
    let central = |free| StockRow { site: "CL".to_owned(), critical: false, ..row("1", free, 20.0) };
    let told = |free, orders: Vec<OpenOrder>| {
        let found = only(&Lists { stock: vec![ward.clone(), central(free)], orders, ..Lists::default() });
        (found.expected.source, found.expected.date)
    };
    // 60 last six days from the 24th, until the central store could be refilled itself; 40 do not.
    assert_eq!(told(60.0, vec![]), (Source::Refill, Some(date(2026, 11, 24))));
    assert_eq!(told(40.0, vec![]), (Source::RefillWaits, Some(date(2026, 11, 30))));
    // An internal order that is promised counts, whatever the supplier says of the article.
    let lists = Lists {
        stock: vec![ward.clone(), central(40.0)],
        orders: vec![order("1", Some(date(2026, 11, 25)))],
        notices: vec![notice("1", None)],
        ..Lists::default()
    };
    assert_eq!(only(&lists).expected.date, Some(date(2026, 11, 25)));
    // The central store has none and waits until 30 November; a day more to the ward.
    let coming = OpenOrder { site: "CL".to_owned(), ..order("1", Some(date(2026, 11, 30))) };
    assert_eq!(told(0.0, vec![coming]), (Source::RefillWaits, Some(date(2026, 12, 1))));
}

#[test]
fn what_harms_most_comes_first_and_nothing_is_left_out_in_silence() {
    let back = |day: i8| Some(date(2026, 11, day));
    let stock = vec![
        row("gap 2 × 10", 10.0, 10.0),
        row("gap 1 × 30", 60.0, 30.0),
        StockRow { critical: false, ..row("not critical", 0.0, 99.0) },
        row("no date", 60.0, 10.0),
        StockRow { daily_use: None, ..row("unknown use", 0.0, 0.0) },
        row("not used", 0.0, 0.0),
        row("on notice", 100.0, 10.0),
        row("enough", 100.0, 10.0),
    ];
    let orders = vec![
        order("gap 2 × 10", back(26)),
        order("gap 1 × 30", back(26)),
        order("no date", back(20)),
        order("nowhere", back(20)),
    ];
    let notices = vec![notice("on notice", Some(date(2026, 12, 14))), notice("elsewhere", None)];
    let lists = Lists { stock, orders, notices, ..Lists::default() };
    let found = shortages(&lists, &question());
    let names = |list: &[Shortage]| list.iter().map(|one| one.article.clone()).collect::<Vec<_>>();
    assert_eq!(names(&found.short), ["no date", "gap 1 × 30", "gap 2 × 10"]);
    assert_eq!(names(&found.ahead), ["on notice"]);
    assert_eq!(found.ahead[0].without, Some(11), "ten days of stock: out on 3 December, back on the 14th");
    assert_eq!((found.judged, found.unused, found.unknown.len()), (7, 1, 1));
    assert_eq!(
        (found.orders_unknown, found.notices_unknown),
        (vec!["nowhere".to_owned()], vec!["elsewhere".to_owned()])
    );
    assert_eq!(found.chasing_hours, 14.0, "four articles of three and a half hours");
    let all = shortages(&lists, &Question { all: true, ..question() });
    assert_eq!(names(&all.short).last().map(String::as_str), Some("not critical"));
}

#[test]
fn substitutes_come_from_lists_and_notices_too() {
    let lists = |pairs: Vec<Pair>, notices: Vec<Notice>| Lists {
        stock: vec![row("1", 10.0, 10.0), row("2", 120.0, 0.0), row("3", 0.0, 0.0)],
        notices,
        substitutes: pairs,
        ..Lists::default()
    };
    let pair = |substitute: &str| Pair { article: "1".to_owned(), substitute: substitute.to_owned(), factor: 2.0 };
    // Two units of the substitute for one: 120 / 20 = 6 days. None in stock is none.
    assert_eq!(only(&lists(vec![pair("2"), pair("3")], vec![])).substitutes[0].days, 6.0);
    let offered = Notice { substitute: "2".to_owned(), ..notice("1", None) };
    assert_eq!(only(&lists(vec![], vec![offered])).substitutes[0].days, 12.0);
    assert!(only(&lists(vec![], vec![])).substitutes.is_empty());
}

/// 500 in stock, 100 used a day, five days of lead time.
fn five_days() -> StockRow {
    StockRow { lead_time: Some(5.0), ..row("1", 500.0, 100.0) }
}

fn coming(units: f64, day: i8) -> OpenOrder {
    OpenOrder { quantity: units, ..order("1", Some(date(2026, 11, day))) }
}

#[test]
fn one_unit_on_order_closes_no_gap() {
    let told = |row: StockRow, orders: Vec<OpenOrder>| {
        let found = only(&Lists { stock: vec![row], orders, ..Lists::default() });
        (found.expected.source, found.expected.date, found.without)
    };
    let late = || StockRow { lead_time: Some(8.0), ..five_days() };
    let day = |day: i8| Some(date(2026, 11, day));
    // 501 units last days 0 to 4; an order of today is here on day 5, or on day 8: days 5, 6 and 7 are without.
    assert_eq!(told(five_days(), vec![coming(1.0, 24)]), (Source::TooLittle, day(28), Some(0)));
    assert_eq!(told(late(), vec![coming(1.0, 24)]), (Source::TooLittle, Some(date(2026, 12, 1)), Some(3)));
    assert_eq!(told(late(), vec![]), (Source::IfOrderedToday, Some(date(2026, 12, 1)), Some(3)), "as without it");
    // 500 + 399 last days 0 to 7: day 8 needs the order of today. 400 cover day 8 too, so nothing has to be ordered today.
    assert_eq!(told(late(), vec![coming(399.0, 24)]), (Source::TooLittle, Some(date(2026, 12, 1)), Some(0)));
    assert_eq!(told(late(), vec![coming(400.0, 24)]), (Source::Promise, day(24), Some(0)));
}

#[test]
fn small_orders_add_up_until_one_suffices() {
    // Out after day 4. 100 on day 6 (the 29th) cover that day only; 1,000 on day 7 last. Day 5 is without.
    let lists = |quantity| Lists {
        stock: vec![StockRow { lead_time: Some(9.0), ..five_days() }],
        orders: vec![coming(100.0, 29), coming(quantity, 30)],
        ..Lists::default()
    };
    let found = only(&lists(1000.0));
    assert_eq!((found.expected.date, found.without), (Some(date(2026, 11, 30)), Some(1)));
    assert_eq!(found.expected.too_little.len(), 1);
    // With 100 on day 7 too, day 8 is without as well: an order of today is here on day 9.
    let found = only(&lists(100.0));
    assert_eq!((found.expected.date, found.without), (Some(date(2026, 12, 2)), Some(2)));
}

#[test]
fn what_may_not_be_ordered_is_not_ordered_today() {
    let gone = || StockRow { withdrawn: true, ..five_days() };
    let told = |orders: Vec<OpenOrder>| {
        let found = only(&Lists { stock: vec![gone()], orders, ..Lists::default() });
        (found.expected.source, found.expected.date, found.without)
    };
    assert_eq!(told(vec![]), (Source::Withdrawn, None, None));
    assert_eq!(told(vec![coming(1.0, 24)]), (Source::Withdrawn, None, None));
    // What is on order still comes: 1,200 last the seven days that are asked for.
    assert_eq!(told(vec![coming(1200.0, 24)]), (Source::Promise, Some(date(2026, 11, 24)), Some(0)));
}

#[test]
fn a_site_with_little_left_refills_little() {
    let ward = StockRow { from: "CL".to_owned(), lead_time: Some(1.0), ..row("1", 10.0, 10.0) };
    let central = StockRow { site: "CL".to_owned(), critical: false, ..row("1", 5.0, 20.0) };
    // The ward is out after today; 5 do not cover a day. The central store is back in six days (lead time), a day more here.
    let found = only(&Lists { stock: vec![ward, central], ..Lists::default() });
    assert_eq!((found.expected.source, found.expected.date), (Source::RefillWaits, Some(date(2026, 11, 30))));
    assert_eq!(found.without, Some(6), "days 1 to 6");
}

#[test]
fn a_critical_article_without_stock_and_use_is_named() {
    let unused = StockRow { name: "Adrenalin".to_owned(), ..row("9", 0.0, 0.0) };
    let unknown = StockRow { daily_use: None, ..row("8", 0.0, 0.0) };
    let stock = vec![unused, unknown, row("7", 5.0, 0.0), StockRow { critical: false, ..row("6", 0.0, 0.0) }];
    let found = shortages(&Lists { stock, ..Lists::default() }, &question());
    let named: Vec<_> = found.empty.iter().map(|one| (one.article.as_str(), one.name.as_str())).collect();
    assert_eq!(named, [("9", "Adrenalin"), ("8", "")]);
}
