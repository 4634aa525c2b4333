//! `[sensitivity.ID]` of a study: an assumption with the two ends of its range, and a study read at one of them.

use super::assemble::{self, each};
use super::context::{Context, Taken};
use super::diagnosis::{Diagnosis, Severity, codes};
use super::files::Files;
use super::model::{Id, Title};
use super::overlay::{WITH_IDS, switch_off, unknown_id_of_setting};
use super::reader::Section;
use super::settings::{self, Setting};
use super::source::Place;
use super::tree::{Node, Table, Value, shell};
use crate::order::Gather;
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
    /// No scenario so far has what it names.
    Absent(Absent),
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
                Some(absent) => fate.miss(absent),
            }
        }
    }

    /// The settings that no scenario has had anything for.
    pub fn idle(self) -> impl Iterator<Item = Diagnosis> {
        self.fate.into_iter().filter_map(|fate| match fate {
            Fate::Absent(absent) => Some(absent.told()),
            Fate::Waiting | Fate::Taken => None,
        })
    }
}

impl Fate {
    /// Another scenario does not have it. What it has instead is remembered: the nearest of all is told.
    fn miss(&mut self, absent: Absent) {
        match self {
            Fate::Waiting => *self = Fate::Absent(absent),
            Fate::Absent(before) => before.known.extend(absent.known),
            Fate::Taken => {}
        }
    }
}

/// Why a setting means nothing: no scenario has the id, or it is switched off.
#[derive(Debug)]
struct Absent {
    table: String,
    id: String,
    place: Place,
    /// Ids that there are.
    known: Table,
    switched_off: Option<Place>,
}

impl Absent {
    fn told(self) -> Diagnosis {
        match self.switched_off {
            Some(switch) => {
                let message = format!("the {} `{}` is switched off", self.table, self.id);
                let problem = Diagnosis::error(codes::SWITCHED_OFF, &message, self.place);
                problem.help("it is switched off here:").second(switch)
            }
            None => unknown_id_of_setting(&self.table, &self.id, self.place, &self.known),
        }
    }
}

/// Why a setting means nothing to a scenario: it does not have the id, or has switched it off.
fn absent(tree: &Table, setting: &Setting) -> Option<Absent> {
    let (table, id, place) = setting.id()?;
    if !WITH_IDS.contains(&table) {
        return None;
    }
    let empty = Table::new();
    let known = tree.get(table).and_then(|entry| entry.node.table()).unwrap_or(&empty);
    let ids = || known.iter().map(|(id, entry)| (id.clone(), shell(entry.key))).into_map();
    let absent = |known, switched_off| Some(Absent { table: table.into(), id: id.into(), place, known, switched_off });
    let Some(entry) = known.get(id) else { return absent(ids(), None) };
    let switch = entry.node.table()?.get("enabled")?;
    if switch.node.value == Value::Bool(false) { absent(Table::new(), Some(switch.key)) } else { None }
}

/// Every assumption at both ends of its range, laid over the scenarios while they are read only to see whether it could be: so a
/// wrong `[sensitivity.ID]` is told by every command and not first by `sensitivity`.
#[derive(Debug, Default)]
pub struct Trials {
    /// Assumptions that set different keys are tried together.
    rounds: Vec<[Varied; 2]>,
    /// Where the assumptions are written.
    places: Vec<Place>,
}

impl Trials {
    /// The trials of some assumptions.
    pub fn of(assumptions: &[Assumption]) -> Trials {
        let mut rounds: Vec<Vec<&Assumption>> = Vec::new();
        for one in assumptions {
            let shares = |other: &&Assumption| {
                one.set.iter().any(|(path, _)| other.set.iter().any(|(taken, _)| overlap(path, taken)))
            };
            match rounds.iter_mut().find(|round| !round.iter().any(shares)) {
                Some(round) => round.push(one),
                None => rounds.push(vec![one]),
            }
        }
        let at = |round: &[&Assumption], end| {
            round.iter().map(|one| Varied::of(one, end)).fold(Varied::default(), |mut all, one| {
                all.settings.extend(one.settings);
                all.fate.extend(one.fate);
                all
            })
        };
        let places = |one: &Assumption| {
            let paths: Vec<Place> = one.set.iter().map(|(_, place)| *place).collect();
            paths.into_iter().chain([one.low.place, one.high.place])
        };
        Trials {
            rounds: rounds.iter().map(|round| End::BOTH.map(|end| at(round, end))).collect(),
            places: assumptions.iter().flat_map(places).collect(),
        }
    }

    /// Reads a scenario with each round laid over it, and keeps what is said of the assumptions themselves.
    pub fn read(&mut self, files: &mut Files, tree: &Table, id: &str, problems: &mut Vec<Diagnosis>) {
        for varied in self.rounds.iter_mut().flatten() {
            let (mut trial, mut said) = (tree.clone(), Vec::new());
            varied.apply(&mut trial, false, &mut said);
            varied.apply(&mut trial, true, &mut said);
            let off = switch_off(&mut trial, &mut said);
            let mut ctx = Context::new(files, &trial, &off);
            // Only what is said in reading it counts.
            drop(assemble::scenario(&mut ctx, id));
            said.append(&mut ctx.diagnoses);
            let within = |place: Place| {
                self.places
                    .iter()
                    .any(|own| own.file == place.file && own.start <= place.start && place.start <= own.end)
            };
            problems.extend(
                said.into_iter().filter(|one| one.severity == Severity::Error && one.place.is_some_and(within)),
            );
        }
    }

    /// What no scenario has anything for.
    pub fn idle(self) -> impl Iterator<Item = Diagnosis> {
        self.rounds.into_iter().flatten().flat_map(Varied::idle)
    }
}

/// Whether two key paths set the same: one begins with the other.
fn overlap(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    one.contains('*')
        || other.contains('*')
        || long == short
        || long.strip_prefix(short).is_some_and(|rest| rest.starts_with('.'))
}
