//! Cells and comparisons: figures, cost, the stock rule, differences.

use super::ReadError;
use super::at::At;
use super::endurance::cuts;
use crate::order::Gather;
use crate::scenario::model::Title;
use crate::sim::cause::Cause;
use crate::sim::cost::Component;
use crate::study::findings::{
    CellFindings, Comparison, CostFindings, Difference, Estimate, Inputs, LevelFindings, PhaseFindings,
    ShortageFindings, Verdict,
};

/// Units of figures.
const UNITS: [&str; 14] = [
    "per year",
    "share",
    "days",
    "SEK/year",
    "SEK",
    "units",
    "groups",
    "units/year",
    "hours/year",
    "hours",
    "openings/year",
    "orders/year",
    "pallets",
    "lines",
];
/// Names of measures.
const METRICS: [&str; 40] = [
    "short_units",
    "short_units_supplier_out",
    "short_units_not_stocked",
    "short_units_avoidable",
    "issue_value",
    "rotation",
    "staff_used",
    "dock_lines",
    "days_with_work_left",
    "overflow_pallets",
    "days_overfull",
    "fill_rate",
    "fill_rate_by_value",
    "availability",
    "ready_rate",
    "order_line_service",
    "cycle_service",
    "mean_stock",
    "mean_backlog",
    "chasing_hours",
    "stock_value",
    "substituted",
    "reaction_wait",
    "reaction_emergency",
    "reaction_come_back",
    "reaction_elsewhere",
    "reaction_cancel",
    "mean_in_transit",
    "mean_on_order",
    "orders_per_year",
    "lost_share",
    "short_supplier_out",
    "short_not_stocked",
    "short_avoidable",
    "expired",
    "reserve_openings",
    "moved_between_sites",
    "moved_between_sites_units",
    "orders_served_whole",
    "blocked_by_other_lines",
];
/// Names of differences.
const DIFFERENCES: [&str; 4] = ["fill_rate", "availability", "days", "cost_per_year"];
/// Where the cost stands among the measures.
const COST: &str = "cost_per_year";

/// One scenario with one reserve.
pub(super) fn cell(at: &At, inputs: &Inputs) -> Result<CellFindings, ReadError> {
    let metrics = at.key("metrics")?.entries(|name, figure| match name {
        COST => Ok(None),
        _ => Ok(Some((known(figure, name, &METRICS)?, estimate(figure)?))),
    })?;
    Ok(CellFindings {
        scenario: at.key("scenario")?.text()?,
        reserve: at.key("reserve")?.text()?,
        metrics: metrics.into_iter().flatten().into_map(),
        cost: cost(&at.key("metrics")?.key(COST)?)?,
        shortage: at.key("shortage")?.list(shortage)?,
        endurance: cuts(at, inputs)?,
        stock_requirement: levels(&at.key("stock_requirement")?)?,
        stock_requirement_with_distant: levels(&at.key("stock_requirement_with_distant")?)?,
        phases: match at.maybe_key("phases") {
            Some(phases) => phases.list(phase)?,
            None => Vec::new(),
        },
    })
}

/// One phase of a run.
fn phase(at: &At) -> Result<PhaseFindings, ReadError> {
    let title = at.key("title")?;
    Ok(PhaseFindings {
        id: at.key("id")?.text()?,
        title: Title { sv: title.key("sv")?.text()?, en: title.key("en")?.text()? },
        days: at.key("days")?.count()?,
        fill_rate: estimate(&at.key("fill_rate")?)?,
        availability: estimate(&at.key("availability")?)?,
        cost: estimate(&at.key("cost_per_year")?)?,
    })
}

/// A paired difference of two cells.
pub(super) fn comparison(at: &At) -> Result<Comparison, ReadError> {
    let end = |at: At| Ok((at.key("scenario")?.text()?, at.key("reserve")?.text()?));
    let differences = at.key("metrics")?.entries(|name, at| Ok((known(at, name, &DIFFERENCES)?, difference(at)?)))?;
    Ok(Comparison {
        first: end(at.key("first")?)?,
        second: end(at.key("second")?)?,
        differences: differences.into_iter().into_map(),
        lacking: at.key("lacking")?.list(component)?,
    })
}

/// A figure: mean, interval, quantiles, replications, unit.
pub(super) fn estimate(at: &At) -> Result<Estimate, ReadError> {
    let maybe = |key: &str| at.key(key)?.maybe_number();
    let quantiles = match (maybe("p5")?, maybe("p10")?, maybe("p50")?, maybe("p90")?, maybe("p95")?) {
        (None, None, None, None, None) => None,
        (p5, p10, p50, p90, p95) => Some([p5, p10, p50, p90, p95].map(|value| value.unwrap_or(f64::NAN))),
    };
    Ok(Estimate {
        mean: maybe("mean")?,
        low: maybe("low")?,
        high: maybe("high")?,
        quantiles,
        n: at.key("n")?.count()?,
        unit: at.key("unit")?.one_of(&UNITS, |unit| unit)?,
    })
}

/// The verdict of a name.
pub(super) fn verdict(at: &At) -> Result<Verdict, ReadError> {
    at.one_of(&[Verdict::Reached, Verdict::NotReached, Verdict::Undecided, Verdict::NotJudged], Verdict::id)
}

/// The cost component of a name.
pub(super) fn component(at: &At) -> Result<Component, ReadError> {
    at.one_of(&Component::ALL, Component::id)
}

/// Who went without at one site.
fn shortage(at: &At) -> Result<ShortageFindings, ReadError> {
    let title = at.key("title")?;
    let causes = at.key("causes")?;
    let cause = |cause: Cause| estimate(&causes.key(cause.id())?);
    let [first, second, third] = Cause::ALL;
    Ok(ShortageFindings {
        site: at.key("site")?.text()?,
        title: Title { sv: title.key("sv")?.text()?, en: title.key("en")?.text()? },
        short: estimate(&at.key("short")?)?,
        causes: [cause(first)?, cause(second)?, cause(third)?],
    })
}

fn cost(at: &At) -> Result<CostFindings, ReadError> {
    let components = at.key("components")?.entries(|name, at| {
        let component = Component::ALL.into_iter().find(|component| component.id() == name);
        Ok((component.ok_or_else(|| at.wrong("is no cost component that this program knows"))?, estimate(at)?))
    })?;
    Ok(CostFindings {
        total: estimate(at)?,
        components,
        payers: at.key("payers")?.entries(|payer, at| Ok((payer.to_owned(), estimate(at)?)))?,
        cash: estimate(&at.key("cash")?)?,
        imputed: estimate(&at.key("imputed")?)?,
        lump_sums: at.key("lump_sums")?.number()?,
    })
}

fn levels(at: &At) -> Result<Vec<LevelFindings>, ReadError> {
    at.entries(|level, at| {
        let level = level.parse().map_err(|_| at.wrong("is no level in whole days"))?;
        Ok(LevelFindings { level, share: estimate(&at.key("share")?)?, verdict: verdict(&at.key("verdict")?)? })
    })
}

fn difference(at: &At) -> Result<Difference, ReadError> {
    let maybe = |key: &str| at.key(key)?.maybe_number();
    let paired = Estimate {
        mean: maybe("mean")?,
        low: maybe("low")?,
        high: maybe("high")?,
        quantiles: None,
        n: at.key("n")?.count()?,
        unit: at.key("unit")?.one_of(&UNITS, |unit| unit)?,
    };
    Ok(Difference { paired, unpaired: (maybe("unpaired_low")?, maybe("unpaired_high")?) })
}

/// The measure of a name.
fn known(at: &At, name: &str, names: &[&'static str]) -> Result<&'static str, ReadError> {
    let found = names.iter().find(|known| **known == name);
    found.copied().ok_or_else(|| at.wrong(&format!("is no measure that this program knows ({})", names.join(", "))))
}
