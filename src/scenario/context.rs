//! What reading a merged tree needs and collects.

use super::diagnosis::{Diagnosis, codes, nearest};
use super::files::{DEFAULTS, Files};
use super::model::{Origins, ValueOrigin};
use super::source::Place;
use super::study::MOST_SUGGESTIONS;
use super::tree::{Node, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of origin that a file may state.
pub const ORIGIN_KINDS: [&str; 5] = ["seed", "sourced", "derived", "assumption", "fitted"];

/// The state of one reading.
pub struct Context<'a> {
    /// The files, for paths written in values.
    pub files: &'a mut Files,
    /// The merged tree.
    pub root: &'a Table,
    /// What was wrong.
    pub diagnoses: Vec<Diagnosis>,
    /// Where values came from.
    pub origins: Origins,
    /// What says `enabled = false`.
    pub off: &'a BTreeMap<(String, String), Place>,
    /// Words that exist: flows, families, classes and channels of articles, roles of sites.
    pub words: BTreeMap<&'static str, BTreeSet<String>>,
    /// Suppliers by their titles, in small letters; nothing where two have the same.
    pub supplier_titles: BTreeMap<String, Option<String>>,
    /// Suppliers that articles name and nobody describes: the number of the diagnosis, and how many articles name them.
    pub unknown_suppliers: BTreeMap<String, (usize, usize)>,
    /// Every key that was asked for, with what it is a key of: what the reference of keys is tested against.
    pub taken: Taken,
}

/// `an article`, `a site`.
pub fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {word}")
}

/// Names told before the rest is counted.
const MOST_LISTED: usize = 12;

/// `there are: a, b and 3 more`; empty where there is none.
fn listed(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(MOST_LISTED).map(|name| super::render::printable(name, 40)).collect();
    match (names.len(), names.len().saturating_sub(MOST_LISTED)) {
        (0, _) => String::new(),
        (_, 0) => format!("there are: {}", shown.join(", ")),
        (_, more) => format!("there are: {} and {more} more", shown.join(", ")),
    }
}

/// Keys that a reading asked for: (what, key), e.g. (`a site`, `owner`).
pub type Taken = BTreeSet<(&'static str, &'static str)>;

impl<'a> Context<'a> {
    /// A reading of a merged tree.
    pub fn new(files: &'a mut Files, root: &'a Table, off: &'a BTreeMap<(String, String), Place>) -> Context<'a> {
        let origins = Origins { entries: BTreeMap::new() };
        Context {
            files,
            root,
            diagnoses: Vec::new(),
            origins,
            off,
            words: BTreeMap::new(),
            supplier_titles: BTreeMap::new(),
            unknown_suppliers: BTreeMap::new(),
            taken: Taken::new(),
        }
    }

    /// Collects a diagnosis.
    pub fn report(&mut self, diagnosis: Diagnosis) {
        self.diagnoses.push(diagnosis);
    }

    /// The table of a name, empty if there is none.
    pub fn table(&self, name: &str) -> Option<&'a Table> {
        self.root.get(name).and_then(|entry| entry.node.table())
    }

    /// Whether a table has an id; if not, a diagnosis at the place that names it.
    pub fn knows(&mut self, table: &str, id: &str, place: Place) -> bool {
        let known = self.table(table);
        if known.is_some_and(|known| known.contains_key(id)) {
            return true;
        }
        if let Some(&switch) = self.off.get(&(table.to_owned(), id.to_owned())) {
            let message = format!("the {table} `{id}` is switched off");
            let problem = Diagnosis::error(codes::SWITCHED_OFF, &message, place).help("it is switched off here:");
            self.report(problem.second(switch));
            return false;
        }
        let mut problem = Diagnosis::error(codes::UNKNOWN_REFERENCE, &format!("there is no {table} `{id}`"), place);
        let known = known.filter(|_| self.diagnoses.len() < MOST_SUGGESTIONS);
        if let Some((near, known)) =
            known.and_then(|known| Some((nearest(id, known.keys().map(String::as_str))?, known)))
        {
            problem = problem.help(&format!("did you mean `{near}`?"));
            if let Some(entry) = known.get(near).filter(|entry| entry.key.file != DEFAULTS) {
                problem = problem.second(entry.key);
            }
        }
        self.report(problem.label(&format!("not {} of this scenario", with_article(table))));
        false
    }

    /// Whether a word is used by any article or site; if not, a diagnosis. Words never collected are not judged.
    pub fn knows_word(&mut self, kind: &'static str, word: &str, place: Place) -> bool {
        let Some(words) = self.words.get(kind) else { return true };
        if words.contains(word) {
            return true;
        }
        let message = format!("nothing has the {kind} `{word}`");
        let mut problem = Diagnosis::error(codes::UNKNOWN_REFERENCE, &message, place);
        problem = match nearest(word, words.iter().map(String::as_str)) {
            Some(near) => problem.help(&format!("did you mean `{near}`?")),
            None => problem,
        };
        self.report(problem);
        false
    }

    /// Adds to the diagnosis told last which ids a table has, if it does not suggest one. Gives nothing.
    pub fn list_ids<T>(&mut self, table: &str) -> Option<T> {
        let known: Vec<&str> = self.table(table).into_iter().flatten().map(|(id, _)| id.as_str()).collect();
        self.list(&listed(&known))
    }

    /// The same of words that articles or sites use.
    pub fn list_words<T>(&mut self, kind: &'static str) -> Option<T> {
        let known: Vec<&str> = self.words.get(kind).into_iter().flatten().map(String::as_str).collect();
        self.list(&listed(&known))
    }

    fn list<T>(&mut self, known: &str) -> Option<T> {
        if let Some(last) = self.diagnoses.last_mut().filter(|last| last.help.is_empty()) {
            known.clone_into(&mut last.help);
        }
        None
    }

    /// Records where a value came from; one without a path is recorded elsewhere.
    pub fn record(&mut self, path: String, kind: &str, source: &str, range: &str, node: &Node) {
        if path.is_empty() {
            return;
        }
        let (kind, source, range, value) = (kind.to_owned(), source.to_owned(), range.to_owned(), node.to_text());
        self.origins.entries.insert(path, ValueOrigin { kind, source, range, value });
    }
}
