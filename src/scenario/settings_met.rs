//! Where settings of the command line met what they set. A study's scenarios need not all have it; one of them must.

use super::diagnosis::{Diagnosis, codes};
use super::model::Id;
use super::settings::{self, Setting};
use super::source::Place;
use super::tree::Table;
use std::collections::BTreeMap;

/// What became of the settings so far, by where they stand.
#[derive(Debug, Default)]
pub struct Met(BTreeMap<Place, OfSetting>);

#[derive(Debug, Default)]
struct OfSetting {
    /// What is set: `[site.north]`.
    what: String,
    /// The scenarios that have it.
    met: Vec<Id>,
    /// Those that do not, and what is to be said if none has it.
    missed: Vec<Id>,
    refusal: Vec<Diagnosis>,
}

impl Met {
    /// Applies a setting to the tree of a scenario.
    pub fn apply(&mut self, scenario: &str, tree: &mut Table, setting: &Setting, problems: &mut Vec<Diagnosis>) {
        let mut here = Vec::new();
        settings::apply(tree, setting, &mut here);
        self.note(scenario, setting, here, problems);
    }

    /// Notes what came of a setting in a scenario: an id that the scenario does not have is judged at the end, all else at once.
    pub fn note(&mut self, scenario: &str, setting: &Setting, here: Vec<Diagnosis>, problems: &mut Vec<Diagnosis>) {
        let is_unknown = here.iter().any(|problem| problem.code == codes::UNKNOWN_ID);
        let Some((table, id, place)) = setting.id() else {
            problems.extend(here);
            return;
        };
        let one = self.0.entry(place).or_default();
        one.what = format!("[{table}.{}]", super::render::printable(id, 40));
        if is_unknown {
            one.missed.push(scenario.to_owned());
            if one.refusal.is_empty() {
                one.refusal = here;
            }
        } else {
            one.met.push(scenario.to_owned());
            problems.extend(here);
        }
    }

    /// What no scenario has is refused; of what only some have it is told where it was set.
    pub fn told(self) -> impl Iterator<Item = Diagnosis> {
        self.0.into_iter().filter(|(_, one)| !one.missed.is_empty()).flat_map(|(place, one)| {
            if one.met.is_empty() {
                return one.refusal;
            }
            let message = format!("{} is set in {} only", one.what, one.met.join(", "));
            let label = format!("not in {}", one.missed.join(", "));
            vec![Diagnosis::finding(codes::SETTING, &message, place).label(&label)]
        })
    }
}
