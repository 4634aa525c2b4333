//! The newsvendor under lognormal demand, given by the mean and the deviation of its logarithm.

use super::Simulation;
use super::given::{Given, daily_demand};
use super::newsvendor_normal::of_demand;
use crate::verify::cases::Fault;

const REPLICATIONS: u64 = 400;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (mu, sigma) = (given.number("mu")?, given.number("sigma")?);
    let mean = libm::exp(mu + sigma * sigma / 2.0);
    let sd = mean * libm::sqrt(libm::expm1(sigma * sigma));
    let mut settings = vec!["scenario.measured=1000 days".to_owned()];
    settings.extend(daily_demand(mean, sd));
    of_demand(given, settings, REPLICATIONS)
}
