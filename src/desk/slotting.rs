//! Where articles stand in the store and how far pickers walk (I33): dedicated places, shared places and zones compared with today.
//!
//! Lengths are whole millimetres, so every comparison is exact.

pub mod assignment;
pub mod bound;
mod long;
pub mod look_alike;
pub mod place;
pub mod read;
pub mod route;
pub mod saved;

use crate::order::Gather;
use assignment::{Method, Unplaced};
use look_alike::Neighbours;
use place::Layout;
use saved::Walk;
use serde::Serialize;

/// An article that has to stand somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Article number.
    pub article: String,
    /// Its name, or nothing.
    pub name: String,
    /// Order lines per year.
    pub lines: f64,
    /// Litres of its stock, where they are known.
    pub litres: Option<f64>,
    /// Family; nothing where it has none.
    pub family: String,
    /// Articles of one group look alike.
    pub look_alike: Option<String>,
    /// The place where it stands today.
    pub today: Option<usize>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The places.
    pub layout: Layout,
    /// The articles, in the order of their list.
    pub items: Vec<Item>,
    /// Picking orders as articles; without them every line is fetched by itself.
    pub orders: Option<Vec<Vec<usize>>>,
    /// Working days that the orders are of.
    pub order_days: f64,
    /// Working days of a year.
    pub working_days: f64,
    /// Metres walked per second.
    pub speed: f64,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SlottingFindings {
    /// Articles.
    pub articles: usize,
    /// Places.
    pub places: usize,
    /// Picking orders; none where every line is fetched by itself.
    pub orders: Option<usize>,
    /// Working days of a year.
    pub working_days: f64,
    /// Metres walked per second.
    pub speed_m_s: f64,
    /// Look-alikes stand further apart than this, metres.
    pub apart_m: f64,
    /// As it is today, where the list tells every article's place.
    pub today: Option<Today>,
    /// The three ways.
    pub ways: Vec<Way>,
    /// The way that walks least, by its place in the list; of equals the first.
    pub best: Option<usize>,
    /// Where each article stands, in the order of the list.
    pub standing: Vec<Standing>,
}

/// As it is today.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Today {
    /// How far is walked.
    pub walk: Walk,
    /// Look-alikes that stand side by side.
    pub neighbours: Vec<Neighbours>,
}

/// One way of giving out places.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Way {
    /// Which.
    pub method: Method,
    /// How far is walked, where every article has a place.
    pub walk: Option<Walk>,
    /// Places in use.
    pub places_used: usize,
    /// Why it cannot be done.
    pub unplaced: Option<Unplaced>,
}

/// Where one article stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Class by order lines: A, B or C.
    pub class: &'static str,
    /// Order lines per year.
    pub lines_per_year: f64,
    /// Place today.
    pub today: Option<String>,
    /// Place in each way, in the order of the ways.
    pub places: Vec<Option<String>>,
}

/// Gives out places in the three ways and walks all orders.
pub fn slotting(question: &Question) -> SlottingFindings {
    let (layout, items) = (&question.layout, question.items.as_slice());
    let mut walker = saved::Walker::new(question);
    let standing_today: Option<Vec<usize>> = items.iter().map(|item| item.today).collect();
    let today = standing_today
        .as_deref()
        .map(|places| Today { walk: walker.walk(places), neighbours: look_alike::side_by_side(layout, items, places) });
    let given: Vec<Result<Vec<usize>, Unplaced>> =
        Method::ALL.iter().map(|&method| assignment::place(layout, items, method)).collect();
    let way = |(&method, placed): (&Method, &Result<Vec<usize>, Unplaced>)| Way {
        method,
        walk: placed.as_deref().ok().map(|places| walker.walk(places)),
        places_used: placed.as_deref().map_or(0, distinct),
        unplaced: placed.as_ref().err().cloned(),
    };
    let ways: Vec<Way> = Method::ALL.iter().zip(&given).map(way).collect();
    let walked = ways.iter().enumerate().filter_map(|(at, way)| Some((way.walk.as_ref()?.metres_per_year, at)));
    let best = walked.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, at)| at);
    SlottingFindings {
        articles: items.len(),
        places: layout.places.len(),
        orders: question.orders.as_ref().map(Vec::len),
        working_days: question.working_days,
        speed_m_s: question.speed,
        apart_m: place::metres(layout.apart),
        today,
        ways,
        best,
        standing: standing(question, &given),
    }
}

fn distinct(places: &[usize]) -> usize {
    places.iter().into_set().len()
}

fn standing(question: &Question, given: &[Result<Vec<usize>, Unplaced>]) -> Vec<Standing> {
    let classes = assignment::classes(&question.items);
    let id = |place: usize| question.layout.places[place].id.clone();
    let of_item = |(at, item): (usize, &Item)| Standing {
        article: item.article.clone(),
        name: item.name.clone(),
        class: classes[at],
        lines_per_year: item.lines,
        today: item.today.map(id),
        places: given.iter().map(|placed| placed.as_ref().ok().map(|places| id(places[at]))).collect(),
    };
    question.items.iter().enumerate().map(of_item).collect()
}
