//! Figures of help from neighbours and of whole orders; each is there where the scenario has something of the kind.

use super::figures::Figures;
use super::findings::Estimate;
use super::rows::SpareError;
use crate::sim::help::HelpMeasures;
use crate::sim::measures::Ratio;

/// The figures by their names.
pub(super) fn figures(figures: &Figures) -> Result<[(&'static str, Option<Estimate>); 4], SpareError> {
    let ratio = |of: fn(&HelpMeasures) -> Option<Ratio>| figures.ratio_if_any(|row| of(&row.service.help));
    let units = |of: fn(&HelpMeasures) -> Option<f64>| figures.mean_if_any("units/year", |row| of(&row.service.help));
    Ok([
        ("moved_between_sites", ratio(|help| help.moved_between_sites)?),
        ("moved_between_sites_units", units(|help| help.moved_units)?),
        ("orders_served_whole", ratio(|help| help.orders_served_whole)?),
        ("blocked_by_other_lines", units(|help| help.blocked_units)?),
    ])
}
