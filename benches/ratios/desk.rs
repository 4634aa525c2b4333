//! How long do the tools of the stock desk take on a large list?
//!
//! A list of 100,000 articles: values with many ties, packs, three in ten used seldom. Reading the CSV is part of the time. Each tool
//! must take less than 2 s.

use crate::fastest::least;
use crate::table::{Bar, Row};
use beredd::desk::abc::{Question, classify};
use beredd::desk::consumption::of_stock;
use beredd::desk::lists::STOCK;
use beredd::desk::reorder::rows::rows as reorder_rows;
use beredd::desk::reorder::{Terms, propose};
use beredd::desk::stock_rows;
use beredd::desk::turnover::{Question as TurnoverQuestion, turnover};
use beredd::inventory::abc::Limits;
use beredd::report::desk::abc::{Of, json, told};
use beredd::report::wording::Language;
use beredd::sheet::{Listing, Options, read_bytes};
use jiff::civil::{Date, date};
use std::fmt::Write;
use std::hint::black_box;

const ARTICLES: u32 = 100_000;
const REPETITIONS: usize = 3;
/// Seconds that a tool may take.
const MOST_SECONDS: f64 = 2.0;
const TODAY: Date = date(2026, 11, 22);

/// The list, and each tool on it.
pub fn rows() -> Vec<Row> {
    let text = list();
    let timed = [
        ("reading", least(REPETITIONS, || listing(&text))),
        ("abc, with table, JSON and CSV", least(REPETITIONS, || abc(&text))),
        ("reorder, proposals", least(REPETITIONS, || reorder(&text))),
        ("turnover", least(REPETITIONS, || turn(&text))),
    ];
    let tools = timed.map(|(name, seconds)| Row::asked(name, seconds, "s", Bar::Below(MOST_SECONDS)));
    let list = Row::told("a list in CSV", text.len() as f64 / 1e6, format!("MB, {ARTICLES} articles"));
    [list].into_iter().chain(tools).collect()
}

/// Articles as a Swedish office writes them. The same list every time.
fn list() -> String {
    let mut text = "Artikelnr;Benämning;Lagerställe;Leverantör;Pris;Saldo;På väg;Förbrukning per dag;Ledtid;Beställningsintervall;\
                    Täckningstid;Minimilager;Beställningspunkt;Maxlager;Orderkvantitet;Förpackning;Kritisk\n"
        .to_owned();
    for article in 0..ARTICLES {
        // Numbers without a pattern that sorting could profit from, and with many that are equal.
        let mixed = article.wrapping_mul(2_654_435_761) >> 12;
        let (price, pack) = (1 + mixed % 400, [1, 10, 50, 100][mixed as usize % 4]);
        // Three in ten go less than once a week.
        let daily = if mixed % 10 < 3 { f64::from(1 + mixed % 7) / 60.0 } else { f64::from(1 + mixed % 90) };
        let point = (daily * 14.0).ceil();
        let on_hand = mixed % (1 + point as u32 * 3);
        let critical = if mixed.is_multiple_of(6) { "ja" } else { "nej" };
        let daily = format!("{daily:.3}").replace('.', ",");
        let written = writeln!(
            text,
            "{article:06};Förbrukningsartikel {article} åäö;CL;Lev {};{price},50;{on_hand};0;{daily};7;7;14;{};{point};{};{};{pack};{critical}",
            mixed % 300,
            (point / 2.0).ceil(),
            point * 3.0,
            point.max(f64::from(pack)),
        );
        written.expect("writing to memory");
    }
    text
}

fn listing(text: &str) -> Listing {
    let columns = STOCK.with(&["on-hand", "price"]);
    read_bytes("list.csv", text.as_bytes().to_vec(), &columns, &Options::default()).expect("the list is clean")
}

fn abc(text: &str) {
    let listing = listing(text);
    let question = Question { long_days: 30.0, ..Question::default() };
    let found = classify(&of_stock(&listing).expect("every row has use"), &question).expect("no total was given");
    assert_eq!(found.groups[0].articles.len(), ARTICLES as usize);
    let of = Of { listing: &listing, today: TODAY, question, ved: false, is_stock: true };
    let told = told(&found, of, Language::Sv);
    black_box((told.human(Language::Sv, 130), told.csv(1, Language::Sv), json(&found, of)));
}

fn turn(text: &str) -> beredd::desk::turnover::Found {
    let rows = stock_rows::read(&listing(text)).expect("every row has use");
    let question = TurnoverQuestion {
        today: TODAY,
        slow_days: 180.0,
        dead_days: 365.0,
        most_days: 365.0,
        reserves: vec![3.0, 7.0, 30.0, 90.0],
        knows_critical: true,
        limits: Limits::default(),
    };
    turnover(&rows, &question)
}

fn reorder(text: &str) {
    let listing = listing(text);
    let rows = reorder_rows(&listing, TODAY).expect("every row can be weighed");
    let classes = vec![None; rows.len()];
    black_box(propose(&rows, &classes, None, &Terms::default(), 30.0));
}
