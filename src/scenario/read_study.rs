//! `[study]`: what to run and compare.

use super::amount::WHOLE_DAYS;
use super::assemble::{is_id, single};
use super::context::{Context, Taken};
use super::diagnosis::{Diagnosis, codes, nearest};
use super::files::Files;
use super::model::{Id, MoneyUnit, Reserve, Scenario, Study, Title};
use super::read_events::reserve_of_days;
use super::reader::Section;
use super::source::Place;
use super::tree::{Entry, Table};
use super::typed::whole_days;
use crate::order::InOrder;
use std::collections::BTreeMap;

/// Most replications.
const MOST_REPLICATIONS: i64 = 1_000_000;

/// The keys of `[study]`, names not yet checked.
#[derive(Debug, Default)]
pub struct StudyKeys {
    /// Title, if given.
    pub title: Option<Title>,
    largest_unmodelled_risk: Option<Title>,
    /// Names of scenarios and where they stand.
    pub scenarios: Vec<(Id, Place)>,
    reserves: Vec<(Id, Place)>,
    anonymous: BTreeMap<Id, Reserve>,
    cuts: Vec<(Id, Place)>,
    compare_to: Option<(Id, Place)>,
    replications: u32,
    seed: u64,
    money: MoneyUnit,
}

impl StudyKeys {
    /// Keeps these scenarios, in this order; what the study says of others no longer holds.
    pub fn keep(&mut self, scenarios: &[Id]) {
        let find = |id: &Id| self.scenarios.iter().find(|(name, _)| name == id).cloned();
        self.scenarios = scenarios.iter().filter_map(find).collect();
        self.compare_to = None;
    }
}

/// The key that names the scenarios of a study.
pub fn named_scenarios(about_study: &Table) -> Option<&Entry> {
    about_study.get("study")?.node.table()?.get("scenarios")
}

/// Reads `[study]`.
pub fn keys(files: &mut Files, table: &Table, problems: &mut Vec<Diagnosis>, taken: &mut Taken) -> StudyKeys {
    let off = BTreeMap::new();
    let mut ctx = Context::new(files, table, &off);
    let keys = single(&mut ctx, "study", study_keys);
    let money = single(&mut ctx, "report", report_keys).flatten().unwrap_or_default();
    problems.append(&mut ctx.diagnoses);
    taken.append(&mut ctx.taken);
    let keys = keys.unwrap_or_else(|| StudyKeys { replications: 200, seed: 1, ..StudyKeys::default() });
    StudyKeys { money, ..keys }
}

/// Reads `[report]`: how results are written.
fn report_keys(section: &mut Section<'_, '_>) -> Option<MoneyUnit> {
    section.choice("money", &[("MSEK", MoneyUnit::Msek), ("mnkr", MoneyUnit::Mnkr)])
}

fn study_keys(section: &mut Section<'_, '_>) -> StudyKeys {
    let title = section.title("title");
    let largest_unmodelled_risk = section.title("largest-unmodelled-risk");
    let mut scenarios = distinct(section, "scenarios");
    scenarios.retain(|(name, place)| {
        let good = is_id(name);
        if !good {
            let what = format!("has `{}`", super::render::printable(name, 40));
            section.wrong(codes::ID, "scenarios", &what, *place, "the name of a file beside this one, without .toml");
        }
        good
    });
    let cuts = distinct(section, "cuts");
    let mut anonymous = BTreeMap::new();
    let mut reserves = Vec::new();
    for (text, place) in distinct(section, "reserves") {
        let has_unit =
            text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-') && text.contains([' ', ',']);
        if !has_unit {
            reserves.push((text, place));
            continue;
        }
        match WHOLE_DAYS.read(&text) {
            Ok(days) => {
                let (id, reserve) = reserve_of_days(whole_days(days).unwrap_or(0));
                if reserves.iter().any(|(other, _)| *other == id) {
                    section.wrong(codes::EXCLUSIVE, "reserves", &format!("has `{id}` twice"), place, "name it once");
                }
                anonymous.insert(id.clone(), reserve);
                reserves.push((id, place));
            }
            Err(complaint) => section.wrong(complaint.code, "reserves", &complaint.what, place, &complaint.fix),
        }
    }
    let place = section.entry("compare-to").map(|entry| entry.node.place);
    let compare_to = section.text("compare-to").map(str::to_owned).zip(place);
    let replications = section.whole("replications", 1, MOST_REPLICATIONS).unwrap_or(200);
    let seed = section.whole("seed", 0, i64::MAX).unwrap_or(1);
    StudyKeys {
        title,
        largest_unmodelled_risk,
        scenarios,
        reserves,
        anonymous,
        cuts,
        compare_to,
        replications: u32::try_from(replications).unwrap_or(200),
        seed: u64::try_from(seed).unwrap_or(1),
        money: MoneyUnit::default(),
    }
}

/// The texts of a list, each once.
fn distinct(section: &mut Section<'_, '_>, key: &'static str) -> Vec<(String, Place)> {
    let mut out: Vec<(String, Place)> = Vec::new();
    for (text, place) in section.texts(key) {
        if out.iter().any(|(other, _)| *other == text) {
            section.wrong(codes::EXCLUSIVE, key, &format!("has `{text}` twice"), place, "name it once");
        } else {
            out.push((text, place));
        }
    }
    out
}

/// Gives a scenario the reserves that the study names only by their length.
pub fn add_reserves(keys: &StudyKeys, scenario: &mut Scenario) {
    for (id, reserve) in &keys.anonymous {
        scenario.reserves.entry(id.clone()).or_insert_with(|| reserve.clone());
    }
}

/// The study of its scenarios, with every name checked.
pub fn assemble(
    keys: StudyKeys,
    scenarios: Vec<Scenario>,
    complete: bool,
    problems: &mut Vec<Diagnosis>,
) -> Option<Study> {
    let reserves = if keys.reserves.is_empty() { vec![("none".into(), Place::default())] } else { keys.reserves };
    for scenario in &scenarios {
        for (id, place) in &reserves {
            known(&scenario.id, "reserve", id, *place, &scenario.reserves, problems);
        }
        for (id, place) in &keys.cuts {
            known(&scenario.id, "cut", id, *place, &scenario.cuts, problems);
        }
    }
    let names: Vec<_> = keys.scenarios.iter().map(|(name, _)| name.as_str()).collect();
    if let Some((id, place)) = &keys.compare_to
        && !names.is_empty()
        && !names.contains(&id.as_str())
    {
        let problem = Diagnosis::error(codes::UNKNOWN_REFERENCE, &format!("this study has no scenario `{id}`"), *place);
        problems.push(match nearest(id, names.iter().copied()) {
            Some(near) => problem.help(&format!("did you mean `{near}`?")),
            None => problem,
        });
    }
    let first = scenarios.first().filter(|_| complete)?;
    let shared = |id: &&Id| scenarios.iter().all(|scenario| scenario.cuts.contains_key(*id));
    let cuts = match keys.cuts.is_empty() {
        true => in_usual_order(first.cuts.keys().filter(shared).cloned().collect()),
        false => keys.cuts.into_iter().map(|(id, _)| id).collect(),
    };
    Some(Study {
        title: keys.title.unwrap_or_else(|| first.frame.title.clone()),
        largest_unmodelled_risk: keys.largest_unmodelled_risk,
        compare_to: keys.compare_to.map_or_else(|| first.id.clone(), |(id, _)| id),
        reserves: reserves.into_iter().map(|(id, _)| id).collect(),
        cuts,
        replications: keys.replications,
        seed: keys.seed,
        money: keys.money,
        scenarios,
    })
}

fn known<T>(
    scenario: &str,
    what: &str,
    id: &str,
    place: Place,
    things: &BTreeMap<Id, T>,
    problems: &mut Vec<Diagnosis>,
) {
    if things.contains_key(id) {
        return;
    }
    let message = format!("the scenario `{scenario}` has no {what} `{id}`");
    let problem = Diagnosis::error(codes::UNKNOWN_REFERENCE, &message, place);
    problems.push(match nearest(id, things.keys().map(String::as_str)) {
        Some(near) => problem.help(&format!("did you mean `{near}`?")),
        None if what == "reserve" => problem.label("write the id of a reserve, or whole days: \"30 days\""),
        None if things.is_empty() => problem,
        None => problem.help(&format!("there are: {}", things.keys().cloned().collect::<Vec<_>>().join(", "))),
    });
}

/// The built-in cuts first, the hardest question leading; then the study's own by id.
fn in_usual_order(mut cuts: Vec<Id>) -> Vec<Id> {
    const USUAL: [&str; 3] = ["outside-region", "all-suppliers", "largest-site"];
    cuts.order_by_key(|id| USUAL.iter().position(|usual| usual == id).unwrap_or(USUAL.len()));
    cuts
}
