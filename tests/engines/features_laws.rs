//! Which laws of demand a run exercised, read off its log: a need under the law, and what only the law can give.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::laws::{law_of, season};
use beredd::plan::Plan;
use beredd::plan::demand_law::{Law, SizeLaw};
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// How many features there are here.
pub const COUNT: usize = 12;

/// Notes what fired.
pub fn from_laws(plan: &Plan, run: &Run, features: &mut Features) {
    let mut needs: BTreeMap<u32, Vec<(i64, Quanta)>> = BTreeMap::new();
    for event in &run.events {
        if let Event::Demanded { day, demand, quantity, .. } = *event {
            let number = i64::from(day) - i64::from(plan.calendar.warm_up_days);
            needs.entry(demand).or_default().push((number, quantity));
        }
    }
    for (&demand, needs) in &needs {
        note_season(plan, demand, needs, features);
        let Some(law) = law_of(plan, demand) else { continue };
        let some = needs.iter().any(|(_, quantity)| *quantity > 0);
        let none = needs.iter().any(|(_, quantity)| *quantity == 0);
        let (name, fired) = match law {
            Law::Lognormal { .. } => ("lognormal demand", some),
            Law::Gamma { .. } => ("gamma demand", some),
            Law::Poisson { .. } => ("Poisson demand", some),
            Law::NegativeBinomial { .. } => ("negative binomial demand", some),
            Law::Intermittent { size: SizeLaw::Fixed { .. }, .. } => ("intermittent demand, fixed sizes", some && none),
            Law::Intermittent { size: SizeLaw::Lognormal { .. }, .. } => {
                ("intermittent demand, lognormal sizes", some && none)
            }
            Law::Intermittent { size: SizeLaw::Geometric { .. }, .. } => {
                ("intermittent demand, geometric sizes", some && none)
            }
            Law::Empirical { .. } => ("empirical demand", some && none),
            // Told by what happens at minutes.
            Law::Arrivals { .. } => continue,
            Law::Replay { series } => {
                let series = &plan.demand_laws.series[*series as usize];
                let past = series.first + series.quantities.len() as i64;
                let beyond = needs.iter().filter(|(number, _)| *number < series.first || *number >= past);
                let served = beyond.clone().any(|(_, quantity)| *quantity > 0);
                if series.repeats {
                    ("replayed demand, repeated", served)
                } else {
                    ("replayed demand, nothing beyond the file", some && beyond.count() > 0 && !served)
                }
            }
        };
        if fired {
            features.insert(name, true);
        }
    }
}

/// A season fires where needs stand on days with different factors.
fn note_season(plan: &Plan, demand: u32, needs: &[(i64, Quanta)], features: &mut Features) {
    if plan.demand_laws.season_of.is_empty() || matches!(law_of(plan, demand), Some(Law::Replay { .. })) {
        return;
    }
    let needed = needs.iter().filter(|(_, quantity)| *quantity > 0);
    let mut factors: Vec<f64> = needed.map(|(number, _)| season(plan, demand, *number)).collect();
    factors.sort_by(f64::total_cmp);
    factors.dedup();
    let growth = plan.demand_laws.seasons[plan.demand_laws.season_of[demand as usize] as usize].yearly_growth;
    if factors.len() > 1 {
        features.insert("factors by month", true);
    }
    if growth != 1.0 && factors.len() > 12 {
        features.insert("trend", true);
    }
}
