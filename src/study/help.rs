//! Figures of help from neighbours and of whole orders; each is there where the scenario has something of the kind.

use super::findings::Estimate;
use super::row::Row;
use crate::sim::help::HelpMeasures;
use crate::sim::measures::Ratio;
use std::collections::BTreeMap;

/// Adds the figures to those of a cell.
pub(super) fn add(metrics: &mut BTreeMap<&'static str, Estimate>, rows: &[Row]) {
    let ratios = |of: fn(&HelpMeasures) -> Option<Ratio>| -> Option<Estimate> {
        let all: Option<Vec<Ratio>> = rows.iter().map(|row| of(&row.service.help)).collect();
        all.map(|all| Estimate::of_ratio(all.into_iter()))
    };
    let units = |of: fn(&HelpMeasures) -> Option<f64>| -> Option<Estimate> {
        let all: Option<Vec<f64>> = rows.iter().map(|row| of(&row.service.help)).collect();
        all.map(|all| Estimate::of_mean(&all, "units/year"))
    };
    let figures = [
        ("moved_between_sites", ratios(|help| help.moved_between_sites)),
        ("moved_between_sites_units", units(|help| help.moved_units)),
        ("orders_served_whole", ratios(|help| help.orders_served_whole)),
        ("blocked_by_other_lines", units(|help| help.blocked_units)),
    ];
    metrics.extend(figures.into_iter().filter_map(|(name, figure)| Some((name, figure?))));
}
