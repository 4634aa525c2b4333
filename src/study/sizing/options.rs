//! Options: so many days of reserve of one class at one place.

use super::Question;
use super::classes::Class;
use crate::order::Gather;
use crate::plan::Plan;
use crate::scenario::model::{Id, ReserveKind, ReservePlacement, Scenario};

/// Where the reserve of a class stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name: a site, or `as-placed`, or `stores`.
    pub name: String,
    /// Sites with the articles that each holds; empty = all of the class.
    pub sites: Vec<(Id, Vec<Id>)>,
}

/// So many days of the articles of a class at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// Index of the class.
    pub class: usize,
    /// The place.
    pub place: Place,
    /// Days of mean use.
    pub days: u32,
}

/// The places where a class may stand: as the scenario has it, in the stores that wards take from, and at each other site that
/// holds all of its articles. A place that is another one by name only is left out.
pub fn places(scenario: &Scenario, class: &Class, holds: &dyn Fn(&str, &str) -> bool) -> Vec<Place> {
    let held = |site: &str, among: &[Id]| -> Vec<Id> { among.iter().filter(|id| holds(site, id)).cloned().collect() };
    let placed = scenario.reserve_placements.values().filter_map(|placement| {
        let selected =
            |id: &&Id| scenario.articles.get(*id).is_some_and(|a| placement.select.matches(id, a, &scenario.suppliers));
        let articles = held(&placement.at, &class.articles.iter().filter(selected).cloned().collect::<Vec<_>>());
        (!articles.is_empty()).then(|| (placement.at.clone(), articles))
    });
    let stores = scenario.sites.iter().filter(|(_, site)| site.demand_share > 0.0);
    let of_store = stores.clone().map(|(id, _)| (id.clone(), held(id, &class.articles)));
    let mut found = vec![
        Place { name: "as-placed".into(), sites: together(placed.collect()) },
        Place { name: "stores".into(), sites: of_store.filter(|(_, articles)| !articles.is_empty()).collect() },
    ];
    for id in scenario.sites.keys().filter(|id| !stores.clone().any(|(store, _)| store == *id)) {
        let articles = held(id, &class.articles);
        if articles.len() == class.articles.len() {
            found.push(Place { name: id.clone(), sites: vec![(id.clone(), articles)] });
        }
    }
    found.retain(|place| !place.sites.is_empty());
    let mut apart: Vec<Place> = Vec::new();
    for place in found {
        if !apart.iter().any(|other| other.sites == place.sites) {
            apart.push(place);
        }
    }
    apart
}

/// Several placements at one site as one, sites by id.
fn together(placed: Vec<(Id, Vec<Id>)>) -> Vec<(Id, Vec<Id>)> {
    let mut by_site = std::collections::BTreeMap::<Id, std::collections::BTreeSet<Id>>::new();
    for (site, articles) in placed {
        by_site.entry(site).or_default().extend(articles);
    }
    by_site.into_iter().map(|(site, articles)| (site, articles.into_iter().collect())).collect()
}

/// The options of every class at the places where the plan of the scenario holds its articles.
pub fn all_options(
    question: &Question,
    scenario: &Scenario,
    plan: &Plan,
    classes: &[Class],
) -> Vec<Vec<Option<Holding>>> {
    let holds = |site: &str, article: &str| {
        plan.cells
            .iter()
            .any(|cell| plan.sites[cell.site as usize].id == site && plan.articles[cell.article as usize].id == article)
    };
    let places: Vec<_> = classes.iter().map(|class| places(scenario, class, &holds)).collect();
    options(question, classes, &places)
}

/// The options of every class, none first.
pub fn options(question: &Question, classes: &[Class], places: &[Vec<Place>]) -> Vec<Vec<Option<Holding>>> {
    let of_class = |(class, (weak, places)): (usize, (bool, &Vec<Place>))| {
        let sizes: Vec<u32> = match weak {
            true => question.sizes().chain(question.larger_sizes()).collect(),
            false => question.sizes().collect(),
        };
        let sized = places
            .iter()
            .flat_map(|place| sizes.iter().map(move |&days| Some(Holding { class, place: place.clone(), days })));
        std::iter::once(None).chain(sized).collect()
    };
    classes.iter().map(|class| class.weak).zip(places).enumerate().map(of_class).collect()
}

/// The scenario with these reserves and no others.
pub fn with(scenario: &Scenario, holdings: &[&Holding]) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.reserve_placements = holdings.iter().flat_map(|holding| placements(holding)).into_map();
    scenario
}

/// The reserve placements of a holding, with their ids.
pub fn placements(holding: &Holding) -> Vec<(Id, ReservePlacement)> {
    let of_site = |(site, articles): &(Id, Vec<Id>)| {
        let select = Class { name: String::new(), articles: articles.clone(), weak: false }.selection();
        let id = format!("sized-{}-{site}", holding.class + 1);
        (
            id,
            ReservePlacement { at: site.clone(), select, kind: ReserveKind::Free, days: Some(f64::from(holding.days)) },
        )
    };
    holding.place.sites.iter().map(of_site).collect()
}
