//! Trials: one holding by itself, under the same luck as every other trial.

use super::Question;
use super::options::{Holding, with};
use crate::plan::Plan;
use crate::plan::space::PALLET;
use crate::scenario::compile::{Compiled, Fault, compile};
use crate::scenario::diagnosis::codes;
use crate::scenario::model::Scenario;
use crate::sim::cost::price;
use crate::sim::drivers::Drivers;
use crate::sim::observer::Nobody;
use crate::study::batch::{self, Failure};

/// What one trial gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// Bottom-up cost per year, SEK, mean over replications.
    pub cost: f64,
    /// S day by day, probe after probe, replication after replication.
    pub served: Vec<f64>,
    /// Mean pallets at each site whose room is limited.
    pub pallets: Vec<f64>,
    /// How often the stock of the holding turns in a year, by value; absent where it has none.
    pub turns: Option<f64>,
    /// Why the holding cannot be had, whatever it does.
    pub refused: Option<Limit>,
}

/// What forbids a holding, or a choice of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// An article would stand longer than it keeps.
    ShelfLife,
    /// The stock turns too seldom.
    Turns,
    /// A site has no room for it.
    Room,
}

/// Why a trial could not be made.
#[derive(Debug)]
pub enum Trouble {
    /// The scenario cannot be compiled with the holding.
    Faults(Vec<Fault>),
    /// A fault of the program.
    Failure(Failure),
}

/// Compiles the scenario with these holdings and nothing else in reserve.
///
/// # Errors
/// Faults of the scenario.
pub fn compiled(question: &Question, scenario: &Scenario, holdings: &[&Holding]) -> Result<Compiled, Trouble> {
    let mut compiled =
        compile(&with(scenario, holdings), 0.0, std::slice::from_ref(&question.cut)).map_err(Trouble::Faults)?;
    // Nobody asks for parts of need here.
    compiled.plan.endurance.slices.clear();
    Ok(compiled)
}

/// Tries a holding, or none.
///
/// # Errors
/// Faults of the scenario, or of the program.
pub fn try_out(question: &Question, scenario: &Scenario, holding: Option<&Holding>) -> Result<Trial, Trouble> {
    let holdings: Vec<&Holding> = holding.into_iter().collect();
    let Compiled { plan, findings, .. } = compiled(question, scenario, &holdings)?;
    let replications = 0..u64::from(question.pilot);
    let seen =
        batch::readings(&plan, replications, question.seed, question.jobs, &|_| Nobody, &|prepared, outcome, _| {
            let plan = &*prepared.plan;
            let served: Vec<f64> =
                outcome.probes.iter().flat_map(|probe| &probe.readings[0][0].curve).copied().collect();
            let cost: f64 = price(plan, &outcome.drivers).iter().map(|line| line.per_year.sek()).sum();
            let turns = holding.and_then(|holding| turns(plan, &outcome.drivers, holding));
            (cost, served, pallets(plan, &outcome.drivers), turns)
        });
    let seen = seen.map_err(Trouble::Failure)?;
    let count = seen.len() as f64;
    let mut pallets = vec![0.0; plan.space.len()];
    seen.iter().for_each(|(_, _, more, _)| pallets.iter_mut().zip(more).for_each(|(sum, more)| *sum += more / count));
    let turned: Vec<f64> = seen.iter().filter_map(|(.., turns)| *turns).collect();
    let turns = (!turned.is_empty()).then(|| turned.iter().sum::<f64>() / turned.len() as f64);
    let seldom = turns.zip(question.least_turns).is_some_and(|(turns, least)| turns < least);
    let spoils = findings.iter().any(|finding| finding.code == codes::SHELF_LIFE);
    Ok(Trial {
        cost: seen.iter().map(|(cost, ..)| cost).sum::<f64>() / count,
        served: seen.into_iter().flat_map(|(_, served, ..)| served).collect(),
        pallets,
        turns,
        refused: if spoils { Some(Limit::ShelfLife) } else { seldom.then_some(Limit::Turns) },
    })
}

/// Mean pallets at the ends of days at each site whose room is limited.
fn pallets(plan: &Plan, drivers: &Drivers) -> Vec<f64> {
    let at_site = |site: u32| {
        let cells = plan.sites[site as usize].cells.indices();
        let pallets = |cell: usize| {
            let per_pallet = plan.articles[plan.cells[cell].article as usize].units_per_pallet;
            drivers.stock_days[cell] as f64 / per_pallet as f64
        };
        cells.map(pallets).sum::<f64>() / plan.resolution as f64 / drivers.days.max(1) as f64
    };
    plan.space.iter().map(|space| at_site(space.site)).collect()
}

/// Room of each site whose room is limited, in pallets.
pub fn room(plan: &Plan) -> Vec<f64> {
    plan.space.iter().map(|space| space.room as f64 / PALLET as f64).collect()
}

/// What leaves the holding's cells in a year ÷ what stands there on average, both by value.
fn turns(plan: &Plan, drivers: &Drivers, holding: &Holding) -> Option<f64> {
    let (mut left, mut stands) = (0.0, 0.0);
    for (site, articles) in &holding.place.sites {
        let Some(site) = plan.sites.iter().find(|known| known.id == *site) else { continue };
        for cell in site.cells.indices() {
            let article = &plan.articles[plan.cells[cell].article as usize];
            if articles.binary_search(&article.id).is_ok() {
                left += drivers.issued[cell] as f64 * article.price.sek() * 365.0;
                stands += drivers.stock_days[cell] as f64 * article.price.sek();
            }
        }
    }
    (stands > 0.0).then(|| left / stands)
}
