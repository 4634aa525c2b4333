//! From a command's file to compiled cells, telling everything that is wrong on the way.

use super::Input;
use super::console::{busy, colours, talk};
use crate::report::explain;
use crate::report::name::visible;
use crate::report::wording::{Language, commands as say};
use crate::scenario::compile::Fault;
use crate::scenario::diagnosis::{Diagnosis, in_order};
use crate::scenario::dialect::AllAssumed;
use crate::scenario::render::{Colour, render_with};
use crate::scenario::sensitivity::Variation;
use crate::scenario::source::{Kind, Place, Sources};
use crate::scenario::study::{Loaded, load_varied};
use crate::scenario::tree::Table;
use crate::study::design::{StudyCell, cells};
use crate::study::idle;

/// A study whose cells are compiled.
pub struct Ready {
    /// The study and what it was read from.
    pub loaded: Loaded,
    /// Its cells.
    pub cells: Vec<StudyCell>,
    /// What is legal but suspicious, from reading and from compiling.
    pub findings: Vec<Diagnosis>,
}

/// Reads and compiles, or tells why not.
pub fn ready(input: &Input, language: Language) -> Option<Ready> {
    read(input, None, language).and_then(|loaded| compiled(loaded, language))
}

/// Reads a study, all of it or with an assumption moved, or tells why not.
pub fn read(input: &Input, variation: Option<Variation>, language: Language) -> Option<Loaded> {
    let life = busy(say::READING.text(language));
    let loaded = load_varied(&input.file, &input.settings, variation);
    life.finish_and_clear();
    match loaded {
        Ok(loaded) => Some(loaded),
        Err(problems) => {
            tell(&problems.diagnoses, &problems.sources, language);
            None
        }
    }
}

/// Compiles what was read, or tells why not.
pub fn compiled(loaded: Loaded, language: Language) -> Option<Ready> {
    let life = busy(say::CHECKING.text(language));
    let compiled = cells(&loaded.study);
    life.finish_and_clear();
    match compiled {
        Ok(cells) => {
            let of_cell = |cell: &StudyCell| {
                let scenario = &loaded.study.scenarios[cell.scenario].id;
                cell.findings.iter().map(|fault| finding(&loaded, scenario, fault)).collect::<Vec<_>>()
            };
            let compiled = cells.iter().flat_map(of_cell).chain(idle::findings(&loaded, &cells));
            let findings = in_order(loaded.findings.iter().cloned().chain(compiled).collect());
            Some(Ready { loaded, cells, findings })
        }
        Err(failed) => {
            let faults = failed
                .iter()
                .flat_map(|scenario| scenario.faults.iter().map(|fault| error(&loaded, &scenario.scenario, fault)));
            tell(&in_order(faults.collect()), &loaded.sources, language);
            None
        }
    }
}

/// Tells what was assumed of lists that are written in the Swedish way.
pub fn tell_assumed(assumed: &AllAssumed, language: Language) {
    for one in assumed {
        let phrase = if one.commas { say::LIST_HAS_COMMAS } else { say::LIST_HAS_SEMICOLONS };
        talk(&phrase.fill(language, &[("file", &visible(&one.file))]));
    }
}

/// Tells what is suspicious in settings of the command line, even to those who asked for results only: a change that does nothing
/// is not what anybody means.
pub fn tell_of_settings(findings: &[Diagnosis], sources: &Sources, language: Language) {
    let by_setting = |place: Place| sources.get(place.file).is_some_and(|source| source.kind == Kind::Settings);
    let about: Vec<Diagnosis> = findings.iter().filter(|one| one.place.is_some_and(by_setting)).cloned().collect();
    tell(&about, sources, language);
}

/// Renders diagnoses on stderr, each with a line in the reader's language below it if that is not English.
pub fn tell(diagnoses: &[Diagnosis], sources: &Sources, language: Language) {
    if !diagnoses.is_empty() {
        let colour = if colours() { Colour::Terminal } else { Colour::Plain };
        let below = |one: &Diagnosis| explain::below_diagnosis(one, sources, language);
        talk(render_with(diagnoses, sources, colour, below).trim_end());
    }
}

fn error(loaded: &Loaded, scenario: &str, fault: &Fault) -> Diagnosis {
    let diagnosis = match place(loaded, scenario, &fault.path) {
        Some(place) => Diagnosis::error(fault.code, &fault.message, place),
        None => Diagnosis::nowhere(fault.code, &fault.message),
    };
    diagnosis.help(&fault.help)
}

fn finding(loaded: &Loaded, scenario: &str, fault: &Fault) -> Diagnosis {
    let place = place(loaded, scenario, &fault.path);
    let finding = Diagnosis::finding(fault.code, &fault.message, place.unwrap_or_default()).help(&fault.help);
    Diagnosis { place, ..finding }
}

/// Where a key path of a scenario was written. What is said of a phase is sought in the files of the phase first.
fn place(loaded: &Loaded, scenario: &str, path: &str) -> Option<Place> {
    let in_phase = path.strip_prefix("phase.").and_then(|rest| rest.split_once('.'));
    let of_phase = in_phase.and_then(|(id, rest)| place_in(loaded.resolved.get(&format!("{scenario}.{id}"))?, rest));
    of_phase.or_else(|| place_in(loaded.resolved.get(scenario)?, path))
}

/// Where a key path was written: the deepest part of it that is there.
fn place_in(resolved: &Table, path: &str) -> Option<Place> {
    let (mut table, mut found) = (Some(resolved), None);
    for part in path.split('.') {
        let Some(entry) = table.and_then(|table| table.get(part)) else { break };
        found = Some(entry.key);
        table = entry.node.table();
    }
    found
}
