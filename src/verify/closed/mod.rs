//! What theory says about a case: every quantity of its kind, under the keys of the file of known answers.
//!
//! One file per family of kinds; each function reads the inputs of one kind and calls the formulas of `inventory`.

mod continuous;
mod disruption;
mod inputs;
mod lots;
mod network;
mod periodic;
mod service;
mod single_period;
mod statistics;

use super::cases::{Case, Fault, Quantity};
use inputs::{Answers, Inputs};
use std::collections::BTreeMap;

/// How the cases of a kind are answered.
type Solver = fn(&Inputs) -> Result<Answers, Fault>;

/// Every kind and its solver.
const SOLVERS: [(&str, Solver); 39] = [
    ("loss_function", single_period::loss_function),
    ("eoq", lots::eoq),
    ("eoq_backorders", lots::eoq_backorders),
    ("epq", lots::epq),
    ("eoq_discount", lots::eoq_discount),
    ("eoq_yield", lots::eoq_yield),
    ("wagner_whitin", lots::wagner_whitin),
    ("newsvendor_normal", single_period::newsvendor_normal),
    ("newsvendor_poisson", single_period::newsvendor_poisson),
    ("newsvendor_lognormal", single_period::newsvendor_lognormal),
    ("newsvendor_discrete", single_period::newsvendor_discrete),
    ("risk_pooling", single_period::risk_pooling),
    ("base_stock_normal", periodic::base_stock_normal),
    ("periodic_review_RS", periodic::periodic_review_rs),
    ("sS_poisson", periodic::ss_poisson),
    ("sS_power_approximation", periodic::ss_power_approximation),
    ("lead_time_demand", continuous::lead_time_demand),
    ("rq_normal", continuous::rq_normal),
    ("rq_approximation", continuous::rq_approximation),
    ("rq_hadley_whitin", continuous::rq_hadley_whitin),
    ("rq_service", continuous::rq_service),
    ("rq_poisson", continuous::rq_poisson),
    ("lost_sales_lead_time", periodic::lost_sales_lead_time),
    ("serial_normal", network::serial_normal),
    ("guaranteed_service", network::guaranteed_service),
    ("owmr_poisson", network::owmr_poisson),
    ("eoq_with_disruptions", disruption::eoq_with_disruptions),
    ("base_stock_with_disruptions", disruption::base_stock_with_disruptions),
    ("markov_disruption", disruption::markov_disruption),
    ("endurance", disruption::endurance),
    ("endurance_approximation", disruption::endurance_approximation),
    ("palm_mg_infinity", service::palm_mg_infinity),
    ("erlang_b_lost_sales", service::erlang_b_lost_sales),
    ("single_server_queue", service::single_server_queue),
    ("capacitated_base_stock", service::capacitated_base_stock),
    ("perishable", service::perishable),
    ("bullwhip", statistics::bullwhip),
    ("output_statistics", statistics::output_statistics),
    ("common_random_numbers", statistics::common_random_numbers),
];

/// The kinds of cases that have a closed form or a numerical answer.
pub const KINDS: &[&str] = &{
    let mut names = [""; SOLVERS.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = SOLVERS[index].0;
        index += 1;
    }
    names
};

/// Every quantity of the case's kind by its key, also when the case expects none of them.
///
/// # Errors
/// The first fault: an unknown kind, an input that is missing, unknown or out of range, or no answer at all.
pub fn answers(case: &Case) -> Result<BTreeMap<String, Quantity>, Fault> {
    let Some((_, solver)) = SOLVERS.iter().find(|(kind, _)| *kind == case.kind) else {
        let message = format!("no kind `{}`; the kinds are {}", case.kind, KINDS.join(", "));
        return Err(Fault::of_case(&case.name, "kind", &message));
    };
    let inputs = Inputs::of(case);
    let answers = solver(&inputs)?;
    if let Some(fault) = inputs.unread() {
        return Err(fault);
    }
    let endless = answers.iter().find(|(_, quantity)| !quantity.is_finite());
    if let Some((key, _)) = endless {
        return Err(Fault::of_case(&case.name, key, "has no finite value for these inputs; choose less extreme ones"));
    }
    Ok(answers)
}
