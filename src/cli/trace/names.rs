//! What was asked for by name, found in the study or refused with the names that there are.

use super::super::loading::Ready;
use crate::report::name::visible;
use crate::report::wording::trace::TraceWord as Word;
use crate::report::wording::{Language, filled};
use crate::scenario::diagnosis::{Diagnosis, codes, nearest};
use crate::study::design::StudyCell;

/// Most names that are listed.
const MOST_NAMES: usize = 12;

/// What was asked for, or why there is no such thing.
pub(super) type Refused<T> = Result<T, Box<Diagnosis>>;

/// Finds names in a study.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub ready: &'a Ready,
    pub language: Language,
}

impl<'a> Names<'a> {
    /// The cell of a scenario and a reserve, each the only one if it is not named.
    pub fn cell(self, (scenario, reserve): (Option<&str>, Option<&str>)) -> Refused<&'a StudyCell> {
        let study = &self.ready.loaded.study;
        let scenarios: Vec<&str> = study.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
        let words = (Word::NoSuchScenario, Word::SeveralScenarios);
        let scenario = self.one_of(scenario, &scenarios, words)?;
        let reserves: Vec<&str> = study.reserves.iter().map(String::as_str).collect();
        let words = (Word::NoSuchReserve, Word::SeveralReserves);
        let reserve = self.one_of(reserve, &reserves, words)?;
        let wanted = |cell: &&StudyCell| (cell.scenario, cell.reserve) == (scenario, reserve);
        self.ready.cells.iter().find(wanted).ok_or_else(|| self.refuse(codes::FILE, String::new()))
    }

    /// A refusal.
    pub fn refuse(self, code: &'static str, message: String) -> Box<Diagnosis> {
        Box::new(Diagnosis::nowhere(code, &message))
    }

    /// A word with its places filled.
    pub fn fill(self, word: Word, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    /// Names one after the other.
    pub fn listed(names: &[&str]) -> String {
        let more = if names.len() > MOST_NAMES { ", …" } else { "" };
        names.iter().take(MOST_NAMES).map(|name| visible(name)).collect::<Vec<_>>().join(", ") + more
    }

    /// A name that nothing has: the nearest one, or all.
    pub fn unknown(self, word: Word, name: &str, known: &[&str]) -> Box<Diagnosis> {
        self.unknown_of(word.text(self.language), name, known)
    }

    /// The same with a sentence of another list of words; `{name}` is its place for the name.
    pub fn unknown_of(self, sentence: &str, name: &str, known: &[&str]) -> Box<Diagnosis> {
        let problem = Diagnosis::nowhere(codes::UNKNOWN_REFERENCE, &filled(sentence, &[("name", &visible(name))]));
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => self.fill(Word::Meant, &[("near", &visible(near))]),
            None => self.fill(Word::Known, &[("names", &Self::listed(known))]),
        };
        Box::new(problem.help(&help))
    }

    /// The place of what is asked for, or of the only one.
    pub fn one_of(self, asked: Option<&str>, known: &[&str], (unknown, several): (Word, Word)) -> Refused<usize> {
        match asked {
            Some(name) => {
                known.iter().position(|other| *other == name).ok_or_else(|| self.unknown(unknown, name, known))
            }
            None if known.len() == 1 => Ok(0),
            None => Err(self.refuse(codes::MISSING, self.fill(several, &[("names", &Self::listed(known))]))),
        }
    }
}
