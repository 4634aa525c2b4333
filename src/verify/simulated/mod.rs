//! Known answers by simulation: for each kind the scenario file, the settings that make a case of it, and how its quantities
//! are read off the replications. A simulation goes the ordinary way: scenario, plan, replication.
//!
//! What a case asks to be decided (a level, an order quantity) comes from the closed form and is a setting; what the
//! decision leads to comes out of the simulation.

mod base_stock_normal;
mod base_stock_with_disruptions;
mod bullwhip;
mod capacitated_base_stock;
mod common_random_numbers;
mod endurance;
mod eoq;
mod eoq_backorders;
mod eoq_with_disruptions;
mod epq;
pub mod figures;
pub mod files;
mod given;
mod markov_disruption;
mod newsvendor_discrete;
mod newsvendor_lognormal;
mod newsvendor_normal;
mod newsvendor_poisson;
mod one_for_one;
mod owmr_poisson;
mod periodic_review;
mod perishable;
mod risk_pooling;
mod rq_normal;
mod rq_poisson;
mod s_big_s_poisson;
mod serial_normal;
mod single_server_queue;
mod wagner_whitin;
pub mod watch;

pub use figures::{Figure, Figures, Seen};
pub use given::Given;

use super::cases::{Case, Fault, Quantity};
use super::found::Found;
use std::collections::BTreeMap;

/// One run of the file: settings on top of it, and whether it has luck of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// As after `--set`.
    pub settings: Vec<String>,
    /// 0 shares the draws of every other run with 0; another number has draws of its own.
    pub luck: u64,
}

/// How quantities come out of what was read off the replications.
pub type Quantities = Box<dyn Fn(&Figures) -> BTreeMap<&'static str, Found> + Send + Sync>;

/// A case as a simulation.
pub struct Simulation {
    /// Name of the file in `scenarios/theory/`.
    pub file: &'static str,
    /// Runs of the file; the quantities may compare them.
    pub runs: Vec<Run>,
    /// What is read off every replication of every run.
    pub figures: Vec<Figure>,
    /// Replications of the first round; the rounds grow until the answers are sharp.
    pub replications: u64,
    /// What comes out.
    pub quantities: Quantities,
}

/// A kind of case that can be simulated.
pub struct Kind {
    /// Its name in the file of cases.
    pub name: &'static str,
    /// Name of the file in `scenarios/theory/`.
    pub file: &'static str,
    build: fn(&Given) -> Result<Simulation, Fault>,
}

/// The kinds that can be simulated.
pub const KINDS: &[Kind] = &[
    Kind { name: "base_stock_normal", file: "base_stock.toml", build: base_stock_normal::simulation },
    Kind {
        name: "common_random_numbers",
        file: "common_random_numbers.toml",
        build: common_random_numbers::simulation,
    },
    Kind { name: "endurance", file: "endurance.toml", build: endurance::simulation },
    Kind { name: "eoq", file: "eoq.toml", build: eoq::simulation },
    Kind { name: "eoq_backorders", file: "eoq_backorders.toml", build: eoq_backorders::simulation },
    Kind { name: "epq", file: "epq.toml", build: epq::simulation },
    Kind { name: "newsvendor_discrete", file: "newsvendor_discrete.toml", build: newsvendor_discrete::simulation },
    Kind { name: "newsvendor_lognormal", file: "newsvendor_lognormal.toml", build: newsvendor_lognormal::simulation },
    Kind { name: "newsvendor_poisson", file: "newsvendor_poisson.toml", build: newsvendor_poisson::simulation },
    Kind {
        name: "capacitated_base_stock",
        file: "capacitated_base_stock.toml",
        build: capacitated_base_stock::simulation,
    },
    Kind { name: "newsvendor_normal", file: "newsvendor_normal.toml", build: newsvendor_normal::simulation },
    Kind { name: "periodic_review_RS", file: "periodic_review.toml", build: periodic_review::simulation },
    Kind { name: "perishable", file: "perishable.toml", build: perishable::simulation },
    Kind { name: "risk_pooling", file: "risk_pooling.toml", build: risk_pooling::simulation },
    Kind { name: "rq_normal", file: "rq_normal.toml", build: rq_normal::simulation },
    Kind { name: "serial_normal", file: "serial_normal.toml", build: serial_normal::simulation },
    Kind { name: "sS_poisson", file: "sS_poisson.toml", build: s_big_s_poisson::simulation },
    Kind { name: "wagner_whitin", file: "wagner_whitin.toml", build: wagner_whitin::simulation },
    Kind { name: "bullwhip", file: "bullwhip.toml", build: bullwhip::simulation },
    Kind {
        name: "base_stock_with_disruptions",
        file: "base_stock_with_disruptions.toml",
        build: base_stock_with_disruptions::simulation,
    },
    Kind { name: "markov_disruption", file: "markov_disruption.toml", build: markov_disruption::simulation },
    Kind { name: "eoq_with_disruptions", file: "eoq_with_disruptions.toml", build: eoq_with_disruptions::simulation },
    // Continuous time.
    Kind { name: "palm_mg_infinity", file: "palm_mg_infinity.toml", build: one_for_one::palm },
    Kind { name: "erlang_b_lost_sales", file: "erlang_b_lost_sales.toml", build: one_for_one::erlang },
    Kind { name: "rq_poisson", file: "rq_poisson.toml", build: rq_poisson::simulation },
    Kind { name: "owmr_poisson", file: "owmr_poisson.toml", build: owmr_poisson::simulation },
    Kind { name: "single_server_queue", file: "single_server_queue.toml", build: single_server_queue::simulation },
];

/// The kind of a case, if it can be simulated.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// The simulation of a case, with the decisions that the closed form makes; `None` if its kind has none.
///
/// # Errors
/// An input that is missing, or that the scenario file cannot follow.
pub fn simulation(case: &Case, answers: &BTreeMap<String, Quantity>) -> Result<Option<Simulation>, Fault> {
    kind(&case.kind).map(|kind| (kind.build)(&Given { case, answers, file: kind.file })).transpose()
}
