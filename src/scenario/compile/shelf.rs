//! Shelf lives of the plan: which articles have batches, and how long they keep once delivered.

use super::Fault;
use crate::plan::shelf::ShelfPlan;
use crate::scenario::model::{Article, Scenario};

/// Builds the side table; it stays empty where batches are not followed.
pub fn build(scenario: &Scenario, faults: &mut Vec<Fault>) -> ShelfPlan {
    if !scenario.frame.batches {
        refuse_what_does_not_act(scenario, faults);
        return ShelfPlan::default();
    }
    let lives: Vec<Option<u32>> =
        scenario.articles.iter().map(|(id, article)| life(scenario, id, article, faults)).collect();
    if faults.is_empty() && lives.iter().all(Option::is_none) {
        faults.push(Fault::new(
            "scenario.batches",
            "`batches` follows the shelf life of articles, but none has one",
            "give articles a `shelf-life`, or leave `batches` out",
        ));
    }
    for (id, supplier) in &scenario.suppliers {
        let decides = |article: &Article| {
            article.supplier == *id && article.shelf_life_days.is_some() && article.shelf_life_left.is_none()
        };
        if supplier.shelf_life_left.is_some() && !scenario.articles.values().any(decides) {
            faults.push(nothing(
                format!("supplier.{id}.shelf-life-left"),
                "no article of the supplier has a shelf life and no word of its own about it",
            ));
        }
    }
    ShelfPlan { lives }
}

/// Whole days that an article keeps once it is delivered.
fn life(scenario: &Scenario, id: &str, article: &Article, faults: &mut Vec<Fault>) -> Option<u32> {
    let days = article.shelf_life_days?;
    let of_supplier = scenario.suppliers[&article.supplier].shelf_life_left;
    let left = article.shelf_life_left.or(of_supplier).unwrap_or(1.0);
    // A share that gives whole days must not lose one to binary fractions.
    let whole = libm::floor(days * left + 1e-9);
    if whole < 1.0 {
        faults.push(Fault::new(
            format!("article.{id}.shelf-life"),
            format!("article {id} keeps for less than a day once it is delivered"),
            "batches are followed in whole days: say at least 1 day, or take the article's shelf life away",
        ));
    }
    Some(whole as u32)
}

fn refuse_what_does_not_act(scenario: &Scenario, faults: &mut Vec<Fault>) {
    let articles = scenario.articles.iter().filter(|(_, article)| article.shelf_life_left.is_some());
    let suppliers = scenario.suppliers.iter().filter(|(_, supplier)| supplier.shelf_life_left.is_some());
    let paths = articles.map(|(id, _)| format!("article.{id}.shelf-life-left"));
    let paths = paths.chain(suppliers.map(|(id, _)| format!("supplier.{id}.shelf-life-left")));
    faults.extend(paths.map(|path| nothing(path, "batches are not followed")));
}

fn nothing(path: String, why: &str) -> Fault {
    let message = format!("`shelf-life-left` changes nothing: {why}");
    Fault::new(path, message, "write `batches = true` in [scenario] and give articles a `shelf-life`, or leave it out")
}
