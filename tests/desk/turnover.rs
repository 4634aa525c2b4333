//! Turnover: the figure of the course, and lists worked by hand.

use crate::{listing, near};
use beredd::desk::lists::STOCK;
use beredd::desk::stock_rows::read;
use beredd::desk::turnover::{Cause, Found, Part, Question, Reason, turnover};
use beredd::inventory::abc::{Class, Limits};
use jiff::civil::date;

fn found(text: &str) -> Found {
    let listing = listing(&STOCK, &["price", "on-hand"], text);
    let question = Question {
        today: date(2026, 11, 22),
        slow_days: 180.0,
        dead_days: 365.0,
        most_days: 300.0,
        reserves: vec![7.0, 30.0],
        knows_critical: listing.has("critical"),
        limits: Limits::default(),
    };
    turnover(&read(&listing).unwrap(), &question)
}

#[test]
fn the_index_of_the_course_is_17_87_and_20_4_days() {
    let found = found("article,price,mean-stock,on-hand,yearly-use\nall,1,1500000,9,26808136.97\n");
    let whole = &found.turns[0];
    // 26 808 136.97 / 1 500 000.
    near(whole.rotation_index.unwrap(), 17.872_091_313_333_334);
    assert!((whole.days.unwrap() - 20.423).abs() < 0.0005, "{:?}", whole.days);
    assert!(found.mean_is_given);
}

#[test]
fn parts_turn_by_what_leaves_them() {
    let found = found(
        "article,site,from,flow,price,on-hand,daily-use\n\
         1,CL,,drugs,2,700,10\n1,IVA,CL,drugs,2,100,4\n2,CL,,food,1,365,1\n",
    );
    let of = |part: Part| found.turns.iter().find(|turn| turn.part == part).unwrap();
    // Out of the house: 7300 + 365; in it: 1400 + 200 + 365.
    near(of(Part::Whole).rotation_index.unwrap(), 7_665.0 / 1_965.0);
    near(of(Part::Site("IVA".into())).rotation_index.unwrap(), 14.6);
    near(of(Part::Site("CL".into())).stock_sek, 1_765.0);
    near(of(Part::Flow("drugs".into())).rotation_index.unwrap(), 7_300.0 / 1_600.0);
    near(of(Part::Flow("food".into())).days.unwrap(), 365.0);
    // 7300 of 7665 is 95 %, but the largest is A; the rest C.
    near(of(Part::Class(Class::A)).issued_sek, 7_300.0);
    near(of(Part::Class(Class::C)).stock_sek, 365.0);
    assert_eq!(found.internal_rows, 1);
    let first = &found.articles[0];
    assert_eq!((first.article.as_str(), first.days), ("2", Some(365.0)), "what lies longest comes first");
}

#[test]
fn every_row_stands_under_its_gravest_reason() {
    let found = found(
        "article,price,on-hand,daily-use,expires,last-issue,critical\n\
         expired,2,10,1,2026-11-21,2026-11-20,no\n\
         last-day,2,10,1,2026-11-22,2026-11-20,no\n\
         dead,3,5,0,2030-01-01,2025-11-22,no\n\
         nearly-dead,3,5,0,2030-01-01,2025-11-23,yes\n\
         expires,24.5,3500,70,2026-12-20,2026-11-21,yes\n\
         unused,1,7,0,,,no\n\
         slow,1,8,1,,2026-05-26,no\n\
         not-slow,1,8,1,,2026-05-27,no\n\
         too-much,2,310,1,,2026-11-21,no\n\
         fine,1,300,1,2028-01-01,2026-11-21,no\n\
         gone,1,0,0,2020-01-01,2020-01-01,no\n",
    );
    let of: Vec<_> =
        found.slow.iter().map(|one| (one.article.as_str(), one.reason, one.units, one.value_sek)).collect();
    let expected = [
        ("expired", Reason::Expired, 10.0, 20.0),
        ("dead", Reason::Dead, 5.0, 15.0),
        // 28 days left at 70 a day: 1960 of 3500 are used.
        ("expires", Reason::Expires, 1540.0, 37_730.0),
        ("last-day", Reason::Expires, 10.0, 20.0),
        ("unused", Reason::Unused, 7.0, 7.0),
        ("nearly-dead", Reason::Slow, 5.0, 15.0),
        ("slow", Reason::Slow, 8.0, 8.0),
        ("too-much", Reason::TooMuch, 10.0, 20.0),
    ];
    assert_eq!(of, expected);
    let off: f64 = found.slow.iter().filter(|one| one.write_off).map(|one| one.value_sek).sum();
    near(off, 20.0 + 15.0 + 37_730.0 + 20.0);
    let expires = found.slow.iter().find(|one| one.article == "expires").unwrap();
    assert_eq!((expires.days_to_expiry, expires.days_since_issue, expires.critical), (Some(28), Some(1), true));
}

#[test]
fn a_reserve_turns_seldom_and_must_be_younger_than_its_shelf_life() {
    let found = found(
        "article,site,from,price,on-hand,daily-use,shelf-life,order-quantity,critical\n\
         short,CL,,2,200,10,60,300,yes\nshort,IVA,CL,2,90,2,60,20,yes\nlong,CL,,1,10,1,1000,10,yes\n\
         other,CL,,1,10,1,5,1,no\n",
    );
    let [week, month] = found.reserves.as_slice() else { panic!("two reserves") };
    near(week.most_turns.unwrap(), 365.0 / 7.0);
    near(month.most_turns.unwrap(), 365.0 / 30.0);
    assert_eq!((week.articles, week.holding, month.holding), (2, 2, 0), "29 and 10 days are held");
    // Units a day that leave the house: 10 of 2 SEK and 1 of 1 SEK.
    near(month.value_sek, 30.0 * 21.0);
    // An order lasts 30 days: 7 + 30 is below 60, 30 + 30 is not.
    assert_eq!((week.cannot_rotate, month.cannot_rotate), (0, 1));
    let tight = &found.tight[0];
    assert_eq!((tight.article.as_str(), tight.most_reserve_days, tight.days_in_stock), ("short", 30.0, Some(29.0)));
    assert_eq!(found.tight.len(), 1);
    // Issues 365 × (10 × 2 + 1 + 1) = 8030; stock 400 + 180 + 10 + 10 = 600: 13.4 turns, between 12.2 and 52.1.
    assert_eq!((week.turns_faster, month.turns_faster), (Some(false), Some(true)));
}

#[test]
fn causes_are_shown_where_the_list_tells() {
    let found = found(
        "article,price,on-hand,daily-use,maximum,order-quantity,pallet\n\
         idle,2,50,0,100,,\nabove,3,120,10,100,10,\nlot,1,10,1,100,100,\npallet,1,10,1,100,40,40\n",
    );
    let of = |cause: Cause| {
        let one = found.causes.iter().find(|one| one.cause == cause).unwrap();
        (one.lacks, one.rows, one.value_sek)
    };
    assert_eq!(of(Cause::Range), (None, 1, 100.0));
    assert_eq!(of(Cause::Forecast), (None, 1, 60.0));
    assert_eq!(of(Cause::Lots), (None, 1, 5.0), "100 days of use, 10 above 90, half of it");
    assert_eq!(of(Cause::Deliveries), (None, 1, 5.0), "a pallet of 40 days, 10 above 30, half of it");
    assert_eq!(of(Cause::Accounting).0, Some(""));
    let bare = self::found("article,price,on-hand,daily-use\n1,1,1,1\n");
    let lacks: Vec<_> = bare.causes.iter().filter_map(|one| one.lacks).collect();
    assert_eq!(lacks, ["maximum", "order-quantity", "review", ""]);
}

#[test]
fn expired_stock_is_no_reserve() {
    // 100 days at one site and 10 at the other: expired where the most is, on the last day still good.
    let of = |day: &str| {
        let text = format!(
            "article,site,price,on-hand,daily-use,shelf-life,expires,critical\n\
             1,CL,1,200,1,50,{day},yes\n1,IVA,1,20,1,50,2027-01-01,yes\n"
        );
        let found = found(&text);
        let tight = found.tight.first().map(|one| (one.days_in_stock, one.too_much_now));
        (found.reserves[0].holding, found.reserves[1].holding, found.expired_rows, tight)
    };
    assert_eq!(of("2026-11-22"), (1, 1, 0, Some((Some(110.0), true))));
    assert_eq!(of("2026-11-21"), (1, 0, 1, None));
}
