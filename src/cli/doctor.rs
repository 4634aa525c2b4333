//! `beredd doctor`: whether this installation works, told as a list of checks.

use super::console::result;
use super::run::TABLE_WIDTH;
use super::{CANNOT_WRITE, DONE, FOUND_PROBLEMS, Lang, files};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::{Language, commands as say, commands::Phrase};
use crate::scenario::study::load;
use crate::study::findings::{Estimate, Findings};
use crate::study::{batch, design, findings, inputs};
use std::path::Path;

/// The self-test: base stock under normal demand, whose cycle service has a closed form.
const THEORY: &str = include_str!("../../scenarios/theory/base_stock.toml");
/// The level at which stock stands one standard deviation above the demand of its four days: 4 × 50 + √4 × 8.
const LEVEL: &str = "policy.store.level=\"216 units\"";
/// Φ(1), the cycle service at that level.
const EXPECTED: f64 = 0.841_344_746_068_542_9;
/// Standard errors beyond which the program is taken to be wrong. The seed is fixed, so the answer never varies.
const MOST_SIGMAS: f64 = 4.0;
/// Standard errors in half the width of a 95 % interval of many replications.
const SIGMAS_IN_HALF_WIDTH: f64 = 1.96;
/// Free space below which a run may not fit: a full study with its charts takes some tens of megabytes.
const LEAST_FREE_MB: u64 = 100;
/// Replications of the self-test.
const REPLICATIONS: u32 = 60;

/// Arguments of `doctor`.
#[derive(Debug, clap::Args)]
pub struct DoctorArguments {
    /// Language (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// How a check went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Sound,
    Warning,
    Fault,
}

impl State {
    fn of(sound: bool) -> State {
        if sound { State::Sound } else { State::Fault }
    }

    fn word(self) -> Phrase {
        match self {
            State::Sound => say::DOCTOR_OK,
            State::Warning => say::DOCTOR_WARNING,
            State::Fault => say::DOCTOR_FAULT,
        }
    }
}

/// One line of the list.
struct Check {
    name: Phrase,
    state: State,
    found: String,
}

/// Runs all checks; 1 if one of them fails or warns.
pub fn doctor(arguments: &DoctorArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let mut checks = environment(language);
    checks.push(output_folder(language));
    checks.push(disk_space(free_mb(Path::new("output")), language));
    checks.extend(self_tests(language));
    let width = checks.iter().map(|check| check.name.text(language).chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for check in &checks {
        let verdict = check.state.word();
        let name = check.name.text(language);
        text += &format!("{:<5} {name:<width$}  {}\n", verdict.text(language), check.found);
    }
    let well = checks.iter().all(|check| check.state == State::Sound);
    text += if well { say::DOCTOR_WELL } else { say::DOCTOR_ILL }.text(language);
    text.push('\n');
    match (result(&text), well) {
        (false, _) => CANNOT_WRITE,
        (true, true) => DONE,
        (true, false) => FOUND_PROBLEMS,
    }
}

/// What is only told: nothing here can be wrong.
fn environment(language: Language) -> Vec<Check> {
    let told = |name, found| Check { name, state: State::Sound, found };
    let release = !cfg!(debug_assertions);
    let build = if release { say::DOCTOR_RELEASE } else { say::DOCTOR_DEBUG };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
    let locale = if locale.is_empty() { say::DOCTOR_NOTHING.text(language).to_owned() } else { visible(&locale) };
    let chosen = say::DOCTOR_LOCALE.fill(language, &[("language", language.code()), ("locale", &locale)]);
    let table = TABLE_WIDTH.to_string();
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<u16>().ok());
    let width = match columns {
        Some(columns) => say::DOCTOR_COLUMNS.fill(language, &[("columns", &columns.to_string()), ("table", &table)]),
        None => say::DOCTOR_WIDTH_UNKNOWN.fill(language, &[("table", &table)]),
    };
    let memory = match free_gib() {
        Some(gib) => say::DOCTOR_FREE.fill(language, &[("gib", &Numbers(language).decimal(gib, 1))]),
        None => say::DOCTOR_UNKNOWN.text(language).to_owned(),
    };
    vec![
        told(say::DOCTOR_VERSION, env!("CARGO_PKG_VERSION").to_owned()),
        told(say::DOCTOR_BUILD, build.text(language).to_owned()),
        told(say::DOCTOR_THREADS, threads.to_string()),
        told(say::DOCTOR_MEMORY, memory),
        told(say::DOCTOR_LANGUAGE, chosen),
        told(say::DOCTOR_WIDTH, width),
    ]
}

/// Memory that could be used now, where the system tells it.
fn free_gib() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("MemAvailable:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / (1024.0 * 1024.0))
}

/// Whether the folder of runs can be written; nothing stays behind.
fn output_folder(language: Language) -> Check {
    let folder = Path::new("output");
    let was_there = folder.exists();
    let name = format!("doctor-{}.tmp", std::process::id());
    let written = files::write_whole(folder, &[(name.clone(), vec![0; 1 << 20])], language);
    // What cannot be taken away again is harmless, and told by whoever meets it.
    drop(std::fs::remove_file(folder.join(name)));
    if !was_there {
        drop(std::fs::remove_dir(folder));
    }
    let sound = written.is_ok();
    let found = match written {
        Ok(()) => say::DOCTOR_CAN_WRITE.fill(language, &[("folder", "output")]),
        Err(error) => error,
    };
    Check { name: say::DOCTOR_OUTPUT, state: State::of(sound), found }
}

/// Megabytes that may be written where a folder is or would be made, where the system tells it.
fn free_mb(folder: &Path) -> Option<u64> {
    let absolute = std::path::absolute(folder).ok()?;
    let there = absolute.ancestors().find(|path| path.exists())?;
    fs4::available_space(there).ok().map(|bytes| bytes / 1_000_000)
}

/// Whether there is room for a run.
fn disk_space(free_mb: Option<u64>, language: Language) -> Check {
    let count = |mb: u64| Numbers(language).decimal(mb as f64, 0);
    let (state, found) = match free_mb {
        None => (State::Sound, say::DOCTOR_UNKNOWN.text(language).to_owned()),
        Some(mb) if mb < LEAST_FREE_MB => {
            let places = [("mb", count(mb)), ("least", count(LEAST_FREE_MB))];
            let found =
                say::DOCTOR_DISK_LOW.fill(language, &places.each_ref().map(|(name, text)| (*name, text.as_str())));
            (State::Warning, found)
        }
        Some(mb) => (State::Sound, say::DOCTOR_DISK_FREE.fill(language, &[("mb", &count(mb))])),
    };
    Check { name: say::DOCTOR_DISK, state, found }
}

/// A case with a known answer, and the same case on one and on two threads.
fn self_tests(language: Language) -> Vec<Check> {
    let folder = std::env::temp_dir().join(format!("beredd-doctor-{}", std::process::id()));
    let outcome = theory(&folder, language);
    // The system clears its own folder if this fails.
    drop(std::fs::remove_dir_all(&folder));
    let (one, two) = match outcome {
        Ok(pair) => pair,
        Err(error) => {
            let found = say::DOCTOR_CANNOT.fill(language, &[("error", &error)]);
            return vec![Check { name: say::DOCTOR_THEORY, state: State::Fault, found }];
        }
    };
    let same = one == two;
    let found = if same { say::DOCTOR_SAME } else { say::DOCTOR_DIFFERS }.text(language).to_owned();
    vec![against_theory(&one, language), Check { name: say::DOCTOR_REPEAT, state: State::of(same), found }]
}

/// The findings of the self-test on one thread and on two.
fn theory(folder: &Path, language: Language) -> Result<(Findings, Findings), String> {
    files::write_whole(folder, &[("case.toml".to_owned(), THEORY.as_bytes().to_vec())], language)?;
    let settings = [LEVEL.to_owned(), format!("study.replications={REPLICATIONS}"), "endurance.probes=0".to_owned()];
    let faults = |problems: Box<crate::scenario::study::Problems>| {
        problems.diagnoses.first().map_or_else(String::new, |problem| problem.message.clone())
    };
    let loaded = load(&folder.join("case.toml"), &settings).map_err(faults)?;
    let cells = design::cells(&loaded.study).map_err(|faults| format!("{faults:?}"))?;
    let ran = |jobs| {
        let study = &loaded.study;
        let runs = batch::run(&cells, study.replications, study.seed, Some(jobs), &|| ());
        let told = inputs::inputs(&loaded, &cells, &settings, Vec::new());
        let threads = batch::threads(Some(jobs));
        let found = runs.and_then(|runs| Ok(threads.install(|| findings(study, told, &cells, &runs))?));
        found.map_err(|halt| halt.to_string())
    };
    Ok((ran(1)?, ran(2)?))
}

fn against_theory(found: &Findings, language: Language) -> Check {
    let numbers = Numbers(language);
    let figure = found.cells.first().and_then(|cell| cell.metrics.get("cycle_service"));
    let Some(Estimate { mean: Some(mean), low: Some(low), .. }) = figure else {
        let found = say::DOCTOR_CANNOT.fill(language, &[("error", say::DOCTOR_NOTHING.text(language))]);
        return Check { name: say::DOCTOR_THEORY, state: State::Fault, found };
    };
    let sigmas = (mean - EXPECTED).abs() * SIGMAS_IN_HALF_WIDTH / (mean - low);
    let places = [
        ("found", numbers.decimal(*mean, 4)),
        ("expected", numbers.decimal(EXPECTED, 4)),
        ("sigma", numbers.decimal(sigmas, 1)),
    ];
    let found = say::DOCTOR_THEORY_SAYS.fill(language, &places.each_ref().map(|(name, text)| (*name, text.as_str())));
    let sound = sigmas.is_finite() && sigmas <= MOST_SIGMAS;
    Check { name: say::DOCTOR_THEORY, state: State::of(sound), found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_space_is_a_warning() {
        let told = |free| {
            let check = disk_space(free, Language::En);
            (check.state, check.found)
        };
        assert_eq!(told(Some(100)), (State::Sound, "100 MB free where the output folder is".into()));
        let low = "99 MB free where the output folder is, under 100 MB: a run may not fit";
        assert_eq!(told(Some(99)), (State::Warning, low.into()));
        assert_eq!(told(None), (State::Sound, "not known here".into()));
    }

    #[test]
    fn the_space_of_a_folder_to_come_is_that_of_the_one_above() {
        let here = free_mb(Path::new(env!("CARGO_MANIFEST_DIR"))).is_some();
        assert!(here && free_mb(Path::new("not/there/yet")).is_some());
    }
}
