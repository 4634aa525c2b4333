//! Classes: the tables of Turin as they were printed, and lists worked by hand.

use crate::{listing, near, places};
use beredd::desk::abc::{By, Found, Question, classify};
use beredd::desk::consumption::{UseRow, of_stock, of_use};
use beredd::desk::cross_abc::{TooSmall, cross};
use beredd::desk::lists::{STOCK, USE};
use beredd::inventory::abc::{Class, Limits};
use beredd::inventory::steadiness::{Steadiness, Variation, Vital};

const TURIN_2013: f64 = 11_941_012.45;
const TURIN_ISSUES: f64 = 26_808_136.97;

fn used(text: &str) -> Vec<UseRow> {
    of_use(&listing(&USE, &[], text)).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn found(text: &str, question: Question) -> Found {
    classify(&used(text), &Question { long_days: 30.0, ..question }).expect("the total is large enough")
}

/// Article and class, in order.
fn order(found: &Found, group: usize) -> Vec<(&str, &'static str)> {
    found.groups[group].articles.iter().map(|one| (one.net.article.as_str(), one.class.letter())).collect()
}

/// Checks every cumulative percentage against the last column, which the source prints with two decimals.
fn as_printed(text: &str, total: f64, rows: usize, listed_share: f64) {
    let found = found(text, Question { total: Some(total), ..Question::default() });
    let printed: Vec<f64> =
        text.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().parse().unwrap()).collect();
    let whole = &found.groups[0];
    assert_eq!((whole.articles.len(), printed.len()), (rows, rows));
    for (one, printed) in whole.articles.iter().zip(printed) {
        let percent = one.cumulative.unwrap() * 100.0;
        assert!((percent - printed).abs() <= 0.005 + 1e-9, "{}: {percent} instead of {printed}", one.net.name);
        assert_eq!(one.class, Class::A);
    }
    assert!((whole.listed / whole.total - listed_share).abs() < 5e-5, "{}", whole.listed / whole.total);
}

#[test]
fn every_percentage_of_turins_consumption_is_the_printed_one() {
    as_printed(include_str!("turin_consumption.csv"), TURIN_2013, 31, 0.7800);
}

#[test]
fn every_percentage_of_turins_cross_table_is_the_printed_one() {
    as_printed(include_str!("turin_cross.csv"), TURIN_ISSUES, 22, 0.5425);
}

/// 500 + 300 = 80 %, + 100 = 90 %, then a tie, a rest, nothing, and a net return. Rows of one article are far apart.
const EDGES: &str = "article,cost-centre,value\n\
    b,1,350\nz,1,0\nr,1,30\nc,1,100\ne,2,40\nd,1,40\nf,2,20\na,2,500\nb,2,-50\nr,2,-50\n";

#[test]
fn limits_that_are_hit_exactly_ties_nothing_and_returns() {
    let found = found(EDGES, Question::default());
    let expected = [("a", "A"), ("b", "A"), ("c", "B"), ("d", "C"), ("e", "C"), ("f", "C"), ("r", "C"), ("z", "C")];
    assert_eq!(order(&found, 0), expected);
    let whole = &found.groups[0];
    near(whole.total, 1000.0);
    let cumulative: Vec<f64> = whole.articles.iter().map(|one| (one.cumulative.unwrap() * 1e6).round() / 1e6).collect();
    assert_eq!(cumulative, [0.5, 0.8, 0.9, 0.94, 0.98, 1.0, 1.0, 1.0]);
    let counts: Vec<f64> = whole.articles.iter().map(|one| one.cumulative_count).collect();
    assert_eq!(counts, [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0]);
    assert_eq!(Class::ALL.map(|class| whole.sum(class).articles), [2, 1, 5]);
    assert_eq!(Class::ALL.map(|class| whole.sum(class).value), [800.0, 100.0, 100.0]);
    assert_eq!(whole.without_use(), 1);
    assert_eq!(whole.returned().map(|one| one.net.value).collect::<Vec<_>>(), [-20.0]);
}

#[test]
fn limits_can_be_moved() {
    let limits = Limits::of(79.9, 95.0).unwrap();
    let found = found(EDGES, Question { limits, ..Question::default() });
    assert_eq!(order(&found, 0)[..5], [("a", "A"), ("b", "B"), ("c", "B"), ("d", "B"), ("e", "B")]);
}

#[test]
fn each_cost_centre_has_classes_of_its_own() {
    let found = found(EDGES, Question { by: By::CostCentre, ..Question::default() });
    let names: Vec<Option<&str>> = found.groups.iter().map(|group| group.name.as_deref()).collect();
    assert_eq!(names, [None, Some("1"), Some("2")]);
    // 350 of 520 = 67 %; + 100 = 87 %; + 40 = 94 %; + 30.
    assert_eq!(order(&found, 1), [("b", "A"), ("c", "B"), ("d", "C"), ("r", "C"), ("z", "C")]);
    // 500 of 560 = 89 %, the largest; + 40 = 96 %; + 20; returns.
    assert_eq!(order(&found, 2), [("a", "A"), ("e", "C"), ("f", "C"), ("b", "C"), ("r", "C")]);
    near(found.groups[2].total, 560.0);
}

#[test]
fn a_total_below_the_list_is_refused() {
    let question = Question { total: Some(999.99), ..Question::default() };
    assert_eq!(classify(&used(EDGES), &question), Err(1000.0));
}

#[test]
fn steadiness_counts_periods_without_a_row_as_nothing() {
    let text = "article,period,quantity,price\n\
        x,1,2,1\nx,2,4,1\nx,3,6,1\ny,1,1,1\ny,2,4,1\ny,3,7,1\nz,2,9,1\no,1,5,0\no,1,-5,0\n";
    let found = found(text, Question { variation: Some(Variation::default()), ..Question::default() });
    let mut of: Vec<_> =
        found.groups[0].articles.iter().map(|one| (one.net.article.as_str(), one.variation, one.steadiness)).collect();
    of.sort_by_key(|one| one.0);
    assert_eq!(of[0], ("o", None, Some(Steadiness::Z)));
    assert_eq!(of[1], ("x", Some(0.5), Some(Steadiness::X)));
    assert_eq!(of[2], ("y", Some(0.75), Some(Steadiness::Y)));
    // 0, 9, 0: mean 3, squares 9 + 36 + 9 = 54, over 2 = 27.
    near(of[3].1.unwrap(), 27.0_f64.sqrt() / 3.0);
    assert_eq!(of[3].2, Some(Steadiness::Z));
    assert_eq!(found.periods, ["1", "2", "3"]);
}

#[test]
fn the_most_vital_row_of_an_article_counts_and_an_unknown_word_is_a_problem() {
    let found = found("article,value,ved\na,5,D\na,5,livsviktig\nb,1,\n", Question::default());
    assert_eq!(found.groups[0].articles.iter().map(|one| one.net.vital).collect::<Vec<_>>(), [Some(Vital::V), None]);
    let problems = of_use(&listing(&USE, &[], "article,value,ved\na,5,X\n")).unwrap_err();
    assert_eq!(places(&problems), [(Some(2), "other")]);
}

#[test]
fn a_value_is_given_or_the_product_of_quantity_and_price() {
    let rows = used("article,quantity,price,value\na,2,3.5,\nb,2,3.5,10\n");
    assert_eq!(rows.iter().map(|row| row.value).collect::<Vec<_>>(), [7.0, 10.0]);
    let problems = |text: &str| places(&of_use(&listing(&USE, &[], text)).unwrap_err());
    assert_eq!(problems("article,quantity,price\na,2,\nb,,1\n"), [(Some(2), "missing"), (Some(3), "missing")]);
    assert_eq!(problems("article,quantity\na,2\n"), [(None, "no-header")]);
    assert_eq!(problems("article,quantity,price\na,1000000000,1000000000\n"), [(Some(2), "huge")]);
}

/// Intensive care is refilled by the central store; both use a third article of their own.
const STORE: &str = "article,site,from,price,on-hand,daily-use,coverage\n\
    1,CL,,2,700,10,\n1,IVA,CL,2,100,4,40\n2,IVA,Elsewhere,1,10,1,\n";

#[test]
fn what_a_ward_uses_is_not_counted_twice() {
    let rows = of_stock(&listing(&STOCK, &["price", "on-hand"], STORE)).unwrap();
    let question = Question { by: By::Site, long_days: 30.0, ..Question::default() };
    let found = classify(&rows, &question).unwrap();
    // 10 × 365 × 2 + 365: the four a day at IVA have left CL before.
    near(found.groups[0].total, 7_665.0);
    near(found.groups[1].total, 7_300.0);
    near(found.groups[2].total, 4.0 * 365.0 * 2.0 + 365.0);
    assert_eq!(found.internal_rows, 1);
    // 70 days at CL: 700 − 300 units of 2; IVA holds 25 days but orders for 40.
    let long: Vec<_> = found.long.iter().map(|one| (one.site.as_str(), one.days, one.coverage, one.excess)).collect();
    assert_eq!(long, [("CL", Some(70.0), None, Some(800.0)), ("IVA", Some(25.0), Some(40.0), Some(0.0))]);
}

#[test]
fn a_stock_list_without_use_or_with_a_row_twice_is_refused() {
    let problems = |text: &str| places(&of_stock(&listing(&STOCK, &["price", "on-hand"], text)).unwrap_err());
    assert_eq!(problems("article,price,on-hand\n1,2,3\n"), [(None, "no-header")]);
    let twice = "article,site,price,on-hand,daily-use\n1,a,2,3,1\n1,b,2,3,1\n1,a,2,3,1\n";
    assert_eq!(problems(twice), [(Some(4), "duplicate")]);
}

#[test]
fn nine_articles_fall_into_nine_cells() {
    // 26 + 26 + 26 = 78: A. 3.9 ends at 81.9, so all of them are B, to 89.7. 3.5 ends at 93.2: C.
    let values = [26.0, 26.0, 26.0, 3.9, 3.9, 3.9, 3.5, 3.4, 3.4];
    let mut text = "article,value,stock-value\n".to_owned();
    for (use_class, stock_class) in (0..3).flat_map(|one| (0..3).map(move |other| (one, other))) {
        let (consumed, stock) = (values[3 * use_class + stock_class], values[3 * stock_class + use_class]);
        text += &format!("{use_class}{stock_class},{consumed},{stock}\n");
    }
    let rows = used(&text);
    let found = cross(&rows, Limits::default(), None, None).unwrap();
    for one in &found.articles {
        let expected = [one.by_use, one.by_stock].map(|class| class as usize);
        assert_eq!(one.net.article, format!("{}{}", expected[0], expected[1]));
    }
    let first = &found.articles[0];
    assert_eq!((first.by_use, first.by_stock), (Class::C, Class::A), "money that lies still comes first");
    let idle = found.sum(Class::C, Class::A);
    assert_eq!((idle.articles, idle.stock), (1, 26.0));
    near(idle.consumed, 3.5);
    assert_eq!(cross(&rows, Limits::default(), None, Some(99.0)), Err(TooSmall::Stock(100.0)));
    assert_eq!(cross(&rows, Limits::default(), Some(99.0), None), Err(TooSmall::Use(100.0)));
}
