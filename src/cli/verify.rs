//! `beredd verify`: known answers of theory against the closed forms and the simulation.

use super::console::{result, talk};
use super::loading::tell;
use super::run::TABLE_WIDTH;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, FOUND_PROBLEMS, Lang, OUR_FAULT, interrupt};
use crate::order::Gather;
use crate::report::name::visible;
use crate::report::table::verify::{self as table, Manner};
use crate::report::wording::verify::Word;
use crate::report::wording::{Language, commands as say};
use crate::scenario::diagnosis::{Diagnosis, codes};
use crate::scenario::files::Files;
use crate::scenario::source::{Place, Sources};
use crate::verify::cases::{Case, Fault, parse};
use crate::verify::check::{Checked, Trouble, check};
use crate::verify::simulate::Luck;
use crate::verify::{KNOWN_ANSWERS, closed, simulated};
use clap::ValueEnum;
use std::collections::BTreeSet;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::PathBuf;

/// Seed without another one.
const USUAL_SEED: u64 = 1;

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub struct VerifyArguments {
    /// Cases of your own, in the form of the known answers (default: those that the program carries)
    #[arg(long, value_name = "FILE")]
    case_file: Option<PathBuf>,
    /// Cases of one kind only
    #[arg(long)]
    kind: Option<String>,
    /// Form of what is printed
    #[arg(long, value_enum, default_value = "table")]
    format: VerifyFormat,
    /// Seed of the simulations
    #[arg(long)]
    seed: Option<u64>,
    /// Draw the seed from the system's randomness, and tell it
    #[arg(long, conflicts_with = "seed")]
    fresh_seed: bool,
    /// Threads (default: one per core); the results do not depend on it
    #[arg(short, long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// Tell the conventions, the source and the settings of each case too
    #[arg(short, long, conflicts_with = "format")]
    verbose: bool,
    /// List the kinds with their order of events, what costs and their scenario file; check nothing
    #[arg(long, conflicts_with_all = ["case_file", "format", "seed", "fresh_seed", "verbose"])]
    list: bool,
    /// Language of the table (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum VerifyFormat {
    /// A table for people.
    Table,
    /// One JSON document.
    Json,
}

/// Checks the cases; 1 if one of them misses.
pub fn verify(arguments: &VerifyArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    if let Some(kind) = arguments.kind.as_deref().filter(|kind| !kinds().contains(kind)) {
        let known = kinds().into_iter().collect::<Vec<_>>().join(", ");
        talk(&Word::NoKind.fill(language, &[("kind", &visible(kind)), ("kinds", &known)]));
        return BAD_INPUT;
    }
    if arguments.list {
        return list(arguments, language);
    }
    let given = match Given::read(arguments, language) {
        Ok(given) => given,
        Err(Told) => return BAD_INPUT,
    };
    let cases: Vec<&Case> = given.cases.iter().filter(|case| arguments.takes(&case.kind)).collect();
    if let (Some(kind), true) = (&arguments.kind, cases.is_empty()) {
        talk(&Word::NoCase.fill(language, &[("kind", &visible(kind))]));
        return BAD_INPUT;
    }
    let seed = if arguments.fresh_seed { fresh_seed() } else { arguments.seed.unwrap_or(USUAL_SEED) };
    if arguments.fresh_seed {
        talk(&format!("--seed {seed}"));
    }
    interrupt::watch(language);
    let luck = Luck { seed, jobs: arguments.jobs.map(usize::from) };
    let (mut checked, mut faults) = (Vec::new(), Vec::new());
    for case in cases {
        match check(case, luck) {
            Ok(one) => checked.push(one),
            Err(Trouble::Input(fault)) => faults.push(fault),
            Err(Trouble::Program(message)) => {
                talk(&say::HAS_FAULT.fill(language, &[("failure", &message.to_string())]));
                return OUR_FAULT;
            }
        }
    }
    if !faults.is_empty() {
        given.tell(&faults, language);
        return BAD_INPUT;
    }
    let text = match arguments.format {
        VerifyFormat::Json => crate::report::json::verify::text(&checked),
        VerifyFormat::Table => {
            table::verify(&checked, Manner { seed, verbose: arguments.verbose }, language, TABLE_WIDTH)
        }
    };
    let missed = checked.iter().any(|one: &Checked| one.verdict() == Some(false));
    match (result(&text), missed) {
        (false, _) => CANNOT_WRITE,
        (true, true) => FOUND_PROBLEMS,
        (true, false) => DONE,
    }
}

impl VerifyArguments {
    fn takes(&self, kind: &str) -> bool {
        self.kind.as_ref().is_none_or(|wanted| wanted == kind)
    }
}

/// All kinds that can be checked.
fn kinds() -> BTreeSet<&'static str> {
    closed::KINDS.iter().copied().into_set()
}

fn list(arguments: &VerifyArguments, language: Language) -> u8 {
    let kinds = kinds().into_iter().filter(|kind| arguments.takes(kind));
    let with_files = kinds.map(|kind| (kind, simulated::kind(kind).map(|kind| kind.file)));
    if result(&table::kinds(with_files, language, TABLE_WIDTH)) { DONE } else { CANNOT_WRITE }
}

/// What was wrong has been told.
struct Told;

/// The cases with the text they were read from.
struct Given {
    cases: Vec<Case>,
    sources: Sources,
    file: usize,
}

impl Given {
    fn read(arguments: &VerifyArguments, language: Language) -> Result<Given, Told> {
        let (mut files, mut problems) = (Files::default(), Vec::new());
        let path = match &arguments.case_file {
            Some(path) => path.clone(),
            None => {
                let path = PathBuf::from("oracles.json");
                files.carry(&path, KNOWN_ANSWERS);
                path
            }
        };
        let Some(file) = files.text(&path, None, &mut problems) else {
            tell(&problems, &files.sources, language);
            return Err(Told);
        };
        let text = files.sources.get(file).map_or("", |source| source.text.as_str());
        let parsed = parse(text);
        let mut given = Given { cases: Vec::new(), sources: files.sources, file };
        match parsed {
            Ok(cases) => {
                given.cases = cases;
                Ok(given)
            }
            Err(faults) => {
                given.tell(&faults, language);
                Err(Told)
            }
        }
    }

    fn tell(&self, faults: &[Fault], language: Language) {
        let diagnoses: Vec<Diagnosis> = faults.iter().map(|fault| self.diagnosis(fault)).collect();
        tell(&diagnoses, &self.sources, language);
    }

    /// A fault at the name of its case, or where the reader of JSON stopped.
    fn diagnosis(&self, fault: &Fault) -> Diagnosis {
        Diagnosis::error(codes::CASE, &fault.to_string(), self.place(fault))
    }

    fn place(&self, fault: &Fault) -> Place {
        let Some(source) = self.sources.get(self.file) else { return Place::default() };
        let span = match fault.place {
            Some((line, column)) => {
                let (start, end) = source.line_span(line);
                let at = (start + column.saturating_sub(1)).min(end);
                Some((source.char_start(at), at))
            }
            None => {
                let name = serde_json::Value::from(fault.case.as_str()).to_string();
                source.text.find(&name).filter(|_| !fault.case.is_empty()).map(|start| (start, start + name.len()))
            }
        };
        let (start, end) = span.unwrap_or_default();
        Place { file: self.file, start, end }
    }
}

/// A seed that nobody chose: the standard library keys its hashers from the system's randomness.
fn fresh_seed() -> u64 {
    RandomState::new().build_hasher().finish()
}
