//! Laws of chance in files: fixed, lognormal, discrete; the others of lead times stand in [`super::lead_time_laws`].

use super::amount::DURATION;
use super::diagnosis::codes;
use super::duration_laws;
use super::lead_time_laws;
use super::model::Servers;
use super::reader::Section;
use super::tree::{Node, Value};
use super::typed::Range;
use crate::order::InOrder;
use crate::random::laws::{DurationLaw, LeadTimeLaw};

/// The 0.9 quantile of the standard normal law.
const Z90: f64 = 1.281_551_565_544_600_4;
/// Coefficients of variation and sigmas that make sense.
const SPREAD: Range = Range { least: 0.0, most: 10.0 };

/// Kinds of law in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Fixed,
    Lognormal,
    Discrete,
    Fitted,
    Gamma,
    Exponential,
    Uniform,
    Triangular,
    Empirical,
    Servers,
    Geometric,
}

/// Kinds of lead-time law.
const LEAD_TIMES: [(&str, Kind); 9] = [
    ("fixed", Kind::Fixed),
    ("lognormal", Kind::Lognormal),
    ("discrete", Kind::Discrete),
    ("gamma", Kind::Gamma),
    ("exponential", Kind::Exponential),
    ("uniform", Kind::Uniform),
    ("triangular", Kind::Triangular),
    ("empirical", Kind::Empirical),
    ("servers", Kind::Servers),
];

/// Kinds of law of durations.
const DURATIONS: [(&str, Kind); 7] = [
    ("fixed", Kind::Fixed),
    ("lognormal", Kind::Lognormal),
    ("fitted-lognormal", Kind::Fitted),
    ("exponential", Kind::Exponential),
    ("geometric", Kind::Geometric),
    ("gamma", Kind::Gamma),
    ("empirical", Kind::Empirical),
];

/// The lead-time law of a key, if given. Servers are for the lead times of origins and lanes alone.
pub fn lead_time<'a>(section: &mut Section<'a, '_>, key: &'static str) -> Option<LeadTimeLaw> {
    let (law, servers) = lead_time_and_servers(section, key)?;
    if servers.is_some() {
        let place = section.entry(key).map_or(section.place, |entry| entry.node.place);
        section.wrong(codes::LAW, key, "has servers", place, "servers belong to an origin's or a lane's lead time");
        return None;
    }
    Some(law)
}

/// The lead-time law of a key, if given, and where orders queue before it.
pub fn lead_time_and_servers<'a>(
    section: &mut Section<'a, '_>,
    key: &'static str,
) -> Option<(LeadTimeLaw, Option<Servers>)> {
    let node = section.value(key)?;
    let Value::Table(table) = &node.value else {
        return section.amount_of(key, node, DURATION).map(|days| (LeadTimeLaw::Fixed { days }, None));
    };
    let mut inner = section.inner(table, node.place, key, "a law of lead times");
    inner.required("dist");
    let kind = inner.choice("dist", &LEAD_TIMES)?;
    let law = match kind {
        Kind::Fixed => fixed(&mut inner).map(|days| (LeadTimeLaw::Fixed { days }, None)),
        Kind::Lognormal => lognormal(&mut inner).map(|(mu, sigma)| (LeadTimeLaw::Lognormal { mu, sigma }, None)),
        Kind::Discrete | Kind::Fitted | Kind::Geometric => discrete(&mut inner).map(|law| (law, None)),
        Kind::Gamma => lead_time_laws::gamma(&mut inner).map(|law| (law, None)),
        Kind::Exponential => lead_time_laws::exponential(&mut inner).map(|law| (law, None)),
        Kind::Uniform => lead_time_laws::uniform(&mut inner).map(|law| (law, None)),
        Kind::Triangular => lead_time_laws::triangular(&mut inner).map(|law| (law, None)),
        Kind::Empirical => lead_time_laws::empirical(&mut inner).map(|law| (law, None)),
        Kind::Servers => lead_time_laws::servers(&mut inner).map(|(law, servers)| (law, Some(servers))),
    };
    inner.finish();
    law
}

/// The duration law of a key, if given.
pub fn duration<'a>(section: &mut Section<'a, '_>, key: &'static str) -> Option<DurationLaw> {
    let node = section.value(key)?;
    let Value::Table(table) = &node.value else {
        return section.amount_of(key, node, DURATION).map(|days| DurationLaw::Fixed { days });
    };
    let mut inner = section.inner(table, node.place, key, "a law of durations");
    inner.required("dist");
    let kind = inner.choice("dist", &DURATIONS)?;
    let law = match kind {
        Kind::Fixed => fixed(&mut inner).map(|days| DurationLaw::Fixed { days }),
        Kind::Lognormal => lognormal(&mut inner).map(|(mu, sigma)| DurationLaw::Lognormal { mu, sigma }),
        Kind::Exponential => duration_laws::exponential(&mut inner),
        Kind::Geometric => duration_laws::geometric(&mut inner),
        Kind::Gamma => duration_laws::gamma(&mut inner),
        Kind::Empirical => duration_laws::empirical(&mut inner),
        _ => super::fitted_law::read(&mut inner),
    };
    inner.finish();
    law
}

fn fixed(section: &mut Section<'_, '_>) -> Option<f64> {
    section.required("days");
    section.amount("days", DURATION)
}

/// μ and σ from (median or mean) and (cv, sigma or p90).
fn lognormal(section: &mut Section<'_, '_>) -> Option<(f64, f64)> {
    let middle = section.first_of(["median", "mean"]);
    let spreads: Vec<_> = ["cv", "sigma", "p90"].into_iter().filter(|key| section.entry(key).is_some()).collect();
    let &[spread] = spreads.as_slice() else {
        let place = section.place;
        section.wrong(codes::LAW, "dist", "needs one of cv, sigma and p90", place, "give its spread once");
        return None;
    };
    let Some(middle) = middle else {
        section.missing("median", "or `mean`");
        return None;
    };
    let center = positive(section, middle)?;
    let sigma = match spread {
        "cv" => {
            let cv = section.number("cv", SPREAD)?;
            libm::sqrt(libm::log1p(cv * cv))
        }
        "sigma" => section.number("sigma", SPREAD)?,
        _ => sigma_from_p90(section, middle, center)?,
    };
    let mu = if middle == "mean" { libm::log(center) - sigma * sigma / 2.0 } else { libm::log(center) };
    Some((mu, sigma))
}

pub(super) fn positive(section: &mut Section<'_, '_>, key: &'static str) -> Option<f64> {
    let value = section.amount(key, DURATION)?;
    if value > 0.0 {
        return Some(value);
    }
    let place = section.entry(key).map_or(section.place, |entry| entry.node.place);
    section.wrong(codes::RANGE, key, "is zero", place, "must be more than 0 days");
    None
}

/// σ from the 90th percentile; with a mean it solves σ²/2 − z σ + ln(p90/mean) = 0 for the smaller root.
fn sigma_from_p90(section: &mut Section<'_, '_>, middle: &str, center: f64) -> Option<f64> {
    let p90 = positive(section, "p90")?;
    let log_ratio = libm::log(p90 / center);
    let root = Z90 * Z90 - 2.0 * log_ratio;
    if log_ratio >= 0.0 && (middle == "median" || root >= 0.0) {
        return Some(if middle == "median" { log_ratio / Z90 } else { Z90 - libm::sqrt(root) });
    }
    let place = section.entry("p90").map_or(section.place, |entry| entry.node.place);
    let fix = if log_ratio < 0.0 { format!("must be at least the {middle}") } else { "no lognormal law has it".into() };
    section.wrong(codes::LAW, "p90", &format!("does not fit the {middle}"), place, &fix);
    None
}

fn discrete(section: &mut Section<'_, '_>) -> Option<LeadTimeLaw> {
    section.required("days");
    section.required("probabilities");
    let day_nodes = section.list("days").unwrap_or_default();
    let probability_nodes = section.list("probabilities").unwrap_or_default();
    let (days, probabilities) = (amounts(section, &day_nodes)?, shares(section, &probability_nodes)?);
    let (days, cumulative) = ascending(section, "days", days, probabilities)?;
    Some(LeadTimeLaw::Discrete { days, cumulative })
}

/// Values in ascending order with their cumulative probabilities, the last one 1; `key` is that of the values.
pub(super) fn ascending(
    section: &mut Section<'_, '_>,
    key: &str,
    values: Vec<f64>,
    probabilities: Vec<f64>,
) -> Option<(Vec<f64>, Vec<f64>)> {
    // What comes from a file stands at no key of its own.
    let place = section.own().and_then(|own| own.get("probabilities")).map_or(section.place, |entry| entry.node.place);
    if values.is_empty() || values.len() != probabilities.len() {
        section.wrong(codes::LAW, key, "and `probabilities` are not equally many", place, "one for each");
        return None;
    }
    let sum: f64 = probabilities.iter().sum();
    if (sum - 1.0).abs() > 1e-9 {
        section.wrong(codes::LAW, "probabilities", &format!("sum to {sum}"), place, "must sum to 1");
        return None;
    }
    let mut pairs: Vec<_> = values.into_iter().zip(probabilities).collect();
    pairs.order_by(|a, b| a.0.total_cmp(&b.0));
    let mut cumulative: Vec<f64> = Vec::with_capacity(pairs.len());
    for (_, probability) in &pairs {
        cumulative.push(cumulative.last().copied().unwrap_or(0.0) + probability);
    }
    if let Some(last) = cumulative.last_mut() {
        *last = 1.0;
    }
    Some((pairs.into_iter().map(|(value, _)| value).collect(), cumulative))
}

fn amounts(section: &mut Section<'_, '_>, nodes: &[&Node]) -> Option<Vec<f64>> {
    let read: Vec<_> = nodes.iter().map(|node| section.amount_of("days", node, DURATION)).collect();
    read.into_iter().collect()
}

fn shares(section: &mut Section<'_, '_>, nodes: &[&Node]) -> Option<Vec<f64>> {
    let range = Range { least: 0.0, most: 1.0 };
    let read: Vec<_> = nodes.iter().map(|node| section.number_of("probabilities", node, range)).collect();
    read.into_iter().collect()
}
