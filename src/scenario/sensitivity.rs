//! `[sensitivity.ID]` of a study: an assumption with the two ends of its range, and a study read at one of them.

use super::assemble::each;
use super::context::{Context, Taken};
use super::diagnosis::{Diagnosis, codes};
use super::files::Files;
use super::model::{Id, Title};
use super::overlay::{WITH_IDS, unknown_id};
use super::reader::Section;
use super::settings::{self, Setting};
use super::source::Place;
use super::tree::{Node, Table, Value};
use std::collections::BTreeMap;

/// An assumption that may be moved from one end of its range to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// Id.
    pub id: Id,
    /// Title.
    pub title: Title,
    /// Key paths that move together, and where they are written.
    pub set: Vec<(String, Place)>,
    /// The value at the low end.
    pub low: Node,
    /// The value at the high end.
    pub high: Node,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The value `low`.
    Low,
    /// The value `high`.
    High,
}

impl End {
    /// Both ends.
    pub const BOTH: [End; 2] = [End::Low, End::High];
}

impl Assumption {
    /// The value at an end.
    pub fn value(&self, end: End) -> &Node {
        match end {
            End::Low => &self.low,
            End::High => &self.high,
        }
    }

    /// The value at an end as it stands in the file, a text without its quotes.
    pub fn written(&self, end: End) -> String {
        match &self.value(end).value {
            Value::Text(text) => text.clone(),
            _ => self.value(end).to_text(),
        }
    }
}

/// What is asked of a study besides itself: some of its scenarios, with one assumption at an end of its range.
#[derive(Clone, Debug, PartialEq)]
pub struct Variation {
    /// Scenarios to read, in this order.
    pub scenarios: Vec<Id>,
    /// Id of the assumption.
    pub assumption: Id,
    /// Which end.
    pub end: End,
}

/// Reads `[sensitivity.*]`, in the order of their ids.
pub fn read(files: &mut Files, table: &Table, problems: &mut Vec<Diagnosis>, taken: &mut Taken) -> Vec<Assumption> {
    let off = BTreeMap::new();
    let mut ctx = Context::new(files, table, &off);
    for entry in table.get("sensitivity").into_iter().filter(|entry| entry.node.table().is_none()) {
        let message = format!("`sensitivity` is {} and should be a table", entry.node.kind_name());
        ctx.report(Diagnosis::error(codes::KIND, &message, entry.node.place).label("write [sensitivity.ID]"));
    }
    let assumptions = each(&mut ctx, "sensitivity", assumption);
    problems.append(&mut ctx.diagnoses);
    taken.append(&mut ctx.taken);
    assumptions.into_values().collect()
}

fn assumption(section: &mut Section<'_, '_>, id: &str) -> Option<Assumption> {
    let title = section.title_or(id);
    section.required("set");
    let set = section.texts("set");
    let (low, high) = (section.required("low").cloned(), section.required("high").cloned());
    let place = section.place;
    if section.entry("set").is_some() && set.is_empty() {
        section.wrong(codes::MISSING, "set", "names no key", place, "write \"origin.eu.lead-time.median\"");
    }
    let mut good = !set.is_empty();
    for (number, (path, place)) in set.iter().enumerate() {
        let complaint = match settings::at(path, *place, low.as_ref()?) {
            None => Some("has a key path that cannot be read"),
            Some(setting) if setting.is_about_study() => Some("names a key of the study, which is no assumption"),
            Some(_) if set.iter().take(number).any(|(other, _)| other == path) => Some("names a key twice"),
            Some(_) => None,
        };
        if let Some(what) = complaint {
            good = false;
            section.wrong(codes::SETTING, "set", what, *place, "write a key of the scenarios as in --set");
        }
    }
    let (low, high) = (low?, high?);
    if low.to_text() == high.to_text() {
        section.wrong(codes::IMPOSSIBLE, "high", "is the same as `low`", high.place, "give the range two ends");
        good = false;
    }
    good.then(|| Assumption { id: id.to_owned(), title, set, low, high })
}

/// The settings of a variation, each laid over every scenario that has what it names.
#[derive(Debug, Default)]
pub struct Varied {
    settings: Vec<Setting>,
    /// For each setting.
    fate: Vec<Fate>,
}

/// What became of a setting.
#[derive(Debug)]
enum Fate {
    /// No scenario has been read yet.
    Waiting,
    /// No scenario so far has what it names: why not.
    Absent(Diagnosis),
    /// A scenario has taken it.
    Taken,
}

impl Varied {
    /// The settings of an assumption at an end.
    pub fn of(assumption: &Assumption, end: End) -> Varied {
        let value = assumption.value(end);
        let settings: Vec<Setting> =
            assumption.set.iter().filter_map(|(path, place)| settings::at(path, *place, value)).collect();
        let fate = settings.iter().map(|_| Fate::Waiting).collect();
        Varied { settings, fate }
    }

    /// Lays the settings over a scenario: those about articles, or the others.
    pub fn apply(&mut self, tree: &mut Table, about_articles: bool, problems: &mut Vec<Diagnosis>) {
        let settings = self.settings.iter().zip(&mut self.fate);
        for (setting, fate) in settings.filter(|(setting, _)| setting.is_about_articles() == about_articles) {
            match absent(tree, setting) {
                None => {
                    settings::apply(tree, setting, problems);
                    *fate = Fate::Taken;
                }
                Some(problem) if matches!(fate, Fate::Waiting) => *fate = Fate::Absent(problem),
                Some(_) => {}
            }
        }
    }

    /// The settings that no scenario has had anything for.
    pub fn idle(self) -> impl Iterator<Item = Diagnosis> {
        self.fate.into_iter().filter_map(|fate| match fate {
            Fate::Absent(problem) => Some(problem),
            Fate::Waiting | Fate::Taken => None,
        })
    }
}

/// Why a setting means nothing to a scenario: it does not have the id, or has switched it off.
fn absent(tree: &Table, setting: &Setting) -> Option<Diagnosis> {
    let (table, id, place) = setting.id()?;
    if !WITH_IDS.contains(&table) {
        return None;
    }
    let empty = Table::new();
    let known = tree.get(table).and_then(|entry| entry.node.table()).unwrap_or(&empty);
    let Some(entry) = known.get(id) else { return Some(unknown_id(table, id, place, known)) };
    let switch = entry.node.table()?.get("enabled")?;
    let is_off = switch.node.value == Value::Bool(false);
    let message = format!("the {table} `{id}` is switched off");
    let problem = Diagnosis::error(codes::SWITCHED_OFF, &message, place).help("it is switched off here:");
    is_off.then(|| problem.second(switch.key))
}
