//! Nothing appears from nowhere and nothing vanishes in the naive engine, on any generated plan.

use crate::event::{Event, Run, normalise};
use crate::{features, generate, naive};
use beredd::plan::Plan;
use beredd::plan::demand::Unmet;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// Goods of one article, rebuilt from the log.
#[derive(Default, Clone)]
struct Book {
    /// On hand minus backlog, at all cells together.
    net: Quanta,
    in_transit: Quanta,
    requested: Quanta,
    unmet: Quanta,
}

/// Rebuilds every article's books from the log and holds their sums against the sums at each day's end.
fn check(plan: &Plan, run: &Run) {
    let mut books = vec![Book::default(); plan.articles.len()];
    for cell in &plan.cells {
        books[cell.article as usize].net += cell.initial;
    }
    for event in &run.events {
        match *event {
            Event::Ordered { cell, quantity, .. } => book(&mut books, plan, cell).requested += quantity,
            Event::Dispatched { cell, quantity, .. } => {
                let from_stock = plan.cells[cell as usize].source.is_some();
                let book = book(&mut books, plan, cell);
                book.requested -= quantity;
                book.in_transit += quantity;
                book.net -= if from_stock { quantity } else { 0 };
            }
            Event::Received { cell, quantity, .. } => {
                let book = book(&mut books, plan, cell);
                book.in_transit -= quantity;
                book.net += quantity;
            }
            Event::Demanded { demand, quantity, served, .. } => {
                let lost = plan.unmet == Unmet::Lost;
                let book = book(&mut books, plan, plan.demands[demand as usize].cell);
                book.net -= if lost { served } else { quantity };
                book.unmet += quantity - served;
                assert!(served <= quantity, "nobody gets more than they need");
            }
            Event::DayEnd { day, on_hand, backlog, in_transit, requested } => {
                let sum = |part: fn(&Book) -> Quanta| books.iter().map(part).sum::<Quanta>();
                assert_eq!(on_hand - backlog, sum(|book| book.net), "stock on day {day}");
                assert_eq!(in_transit, sum(|book| book.in_transit), "goods under way on day {day}");
                assert_eq!(requested, sum(|book| book.requested), "orders on day {day}");
                assert!(on_hand >= 0 && (0..=sum(|book| book.unmet)).contains(&backlog), "day {day}");
                assert!(books.iter().all(|book| book.in_transit >= 0 && book.requested >= 0), "day {day}");
            }
            Event::Toggled { .. } => {}
        }
    }
}

fn book<'a>(books: &'a mut [Book], plan: &Plan, cell: u32) -> &'a mut Book {
    &mut books[plan.cells[cell as usize].article as usize]
}

/// Every line that left arrives on its day, and nothing else does.
fn check_arrivals(run: &Run, total_days: u32) {
    let mut due: BTreeMap<(u32, u32, Quanta), i32> = BTreeMap::new();
    for event in &run.events {
        match *event {
            Event::Dispatched { cell, quantity, arrival_day, .. } if arrival_day < total_days => {
                *due.entry((arrival_day, cell, quantity)).or_default() += 1;
            }
            Event::Received { day, cell, quantity } => *due.entry((day, cell, quantity)).or_default() -= 1,
            _ => {}
        }
    }
    assert!(due.values().all(|balance| *balance == 0), "{due:?}");
}

#[test]
fn the_naive_engine_conserves_goods_and_the_plans_reach_every_feature() {
    let plans = 400;
    let mut fired: BTreeMap<&str, u32> = BTreeMap::new();
    for number in 0..plans {
        let plan = generate::plan(number);
        let mut run = naive::simulate(&plan, 7, number);
        check(&plan, &run);
        check_arrivals(&run, plan.calendar.total_days());
        for (feature, here) in features::features(&plan, &run) {
            *fired.entry(feature).or_default() += u32::from(here);
        }
        normalise(&mut run.events);
        check(&plan, &run);
    }
    for (feature, plans) in &fired {
        println!("{plans:5} {feature}");
    }
}
