//! Variability: of orders, of estimates, and of differences.

use super::inputs::{Answers, Inputs, numbers};
use super::single_period::normal_demand;
use crate::inventory::bullwhip::{Forecast, variance_ratio};
use crate::inventory::paired_shortage::difference_variance;
use crate::stats::estimate::{USUAL_LEVEL, mean_interval, standard_deviation};
use crate::verify::cases::Fault;

/// Variance of orders over that of demand. `correlation` is that of successive demands, 0 unless given.
pub fn bullwhip(inputs: &Inputs) -> Result<Answers, Fault> {
    inputs.word("demand", &["iid normal", "iid", "ar(1)"])?;
    if inputs.number_or("z", 0.0)? != 0.0 {
        return Err(inputs.fault("z", "the formula is exact without safety stock only; it must be 0"));
    }
    let forecast = match inputs.word("forecast", &["moving_average", "exponential_smoothing"])? {
        "moving_average" => Forecast::MovingAverage { periods: inputs.number("periods")? },
        _ => Forecast::Smoothing { alpha: inputs.number("alpha")? },
    };
    let (lead_time, correlation) = (inputs.number("lead_time")?, inputs.number_or("correlation", 0.0)?);
    Ok(numbers([("variance_ratio", inputs.told(variance_ratio(forecast, lead_time, correlation))?)]))
}

/// Mean, standard deviation and half the width of Student's interval.
pub fn output_statistics(inputs: &Inputs) -> Result<Answers, Fault> {
    let values = inputs.list("values")?;
    let level = inputs.number_or("confidence", USUAL_LEVEL)?;
    if !(level > 0.0 && level < 1.0) {
        return Err(inputs.fault("confidence", "must be above 0 and below 1"));
    }
    let (interval, sd) = (mean_interval(&values, level), standard_deviation(&values));
    let found = interval.and_then(|interval| Some((interval.estimate, sd?, interval.half_width()?)));
    let Some((mean, sd, half_width)) = found else {
        return Err(inputs.fault("values", "at least two values are needed for an interval"));
    };
    Ok(numbers([("mean", mean), ("sd", sd), ("half_width", half_width)]))
}

/// The variance of a difference of shortages, with separate and with common demand.
pub fn common_random_numbers(inputs: &Inputs) -> Result<Answers, Fault> {
    let (first, second) = (inputs.number("level_1")?, inputs.number("level_2")?);
    let found = inputs.told(difference_variance(normal_demand(inputs)?, first, second))?;
    Ok(numbers([
        ("var_independent", found.independent),
        ("var_common", found.common),
        ("reduction_factor", found.independent / found.common),
    ]))
}
