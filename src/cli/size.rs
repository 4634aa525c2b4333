//! `beredd size`: the cheapest reserve under which a scenario lasts a level.

use super::amounts::{days, probability, share, some_share};
use super::answer::{Refused, middle, one_of, probed, refused, tell_refusal};
use super::console::{progress, result, talk};
use super::dry_run::{seconds_of, threads};
use super::effort::Effort;
use super::loading::{read, tell, tell_assumed};
use super::place;
use super::run::TABLE_WIDTH;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Input, Lang, OUR_FAULT, files, interrupt};
use crate::report::wording::size::SizeWord as Word;
use crate::report::wording::{Language, commands as say};
use crate::report::{json, table};
use crate::scenario::diagnosis::Diagnosis;
use crate::scenario::files::{seen_from, shown_path};
use crate::scenario::model::{Scenario, Study, Title};
use crate::scenario::study::Loaded;
use crate::study::sizing::classes::Grouping;
use crate::study::sizing::confirm::{Planned, planned, size as find};
use crate::study::sizing::findings::{Answer, SizeFindings};
use crate::study::sizing::trial::Trouble;
use crate::study::sizing::{Question, overlay};
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// Replications of a trial, if the command line does not say.
const PILOT: u32 = 40;
/// Steps up to the level, if the command line does not say.
const STEPS: u32 = 6;

/// Weakest articles that are tried by themselves, if the command line does not say.
const WEAKEST: u8 = 3;

/// Arguments of `size`.
#[derive(Debug, clap::Args)]
pub struct SizeArguments {
    #[command(flatten)]
    input: Input,
    /// What it must last: bronze (7 days), silver (30), gold (90), or days
    #[arg(long, value_parser = level)]
    level: u32,
    /// Scenario of the study; needed if it has several
    #[arg(long, value_name = "ID")]
    scenario: Option<String>,
    /// Share of need that must be served (default: the middle threshold of the study)
    #[arg(long, allow_negative_numbers = true, value_parser = some_share)]
    threshold: Option<f64>,
    /// Probability with which it must last (default: the study's `required-probability`)
    #[arg(long, allow_negative_numbers = true, value_parser = probability)]
    probability: Option<f64>,
    /// Cut (default: the first of the study)
    #[arg(long, value_name = "ID")]
    cut: Option<String>,
    /// Claim on stock of suppliers, 0 to 1 (default: the largest of the study)
    #[arg(long, allow_negative_numbers = true, value_parser = share)]
    claim: Option<f64>,
    /// What tells classes of articles apart
    #[arg(long, value_enum, default_value = "class")]
    by: By,
    /// How many of the articles that run out most often are tried by themselves, with up to twice the largest size
    #[arg(long, allow_negative_numbers = true, default_value_t = WEAKEST, value_parser = clap::value_parser!(u8).range(0..=20))]
    weakest: u8,
    /// Days between one size and the next (default: a sixth of the level)
    #[arg(long, allow_negative_numbers = true, value_parser = days::<1, 3650>)]
    step: Option<u32>,
    /// Largest size in days (default: twice the level)
    #[arg(long, allow_negative_numbers = true, value_parser = days::<1, 3650>)]
    most: Option<u32>,
    /// Times a year that the stock of a class must turn (default: not asked)
    #[arg(long, allow_negative_numbers = true, value_parser = turns)]
    least_turns: Option<f64>,
    /// Replications of each trial
    #[arg(long, allow_negative_numbers = true, default_value_t = PILOT, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    trial_replications: u32,
    #[command(flatten)]
    effort: Effort,
    /// Form of what is printed
    #[arg(long, value_enum, default_value = "human")]
    format: SizeFormat,
    /// Language of the table (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Scenario file for the reserve found, which extends the scenario (default: nothing is written)
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
    /// Tell how many trials there are and how long they would take, from one timed replication; write nothing
    #[arg(long, conflicts_with_all = ["format", "output"])]
    dry_run: bool,
    /// Print the result only
    #[arg(short, long)]
    quiet: bool,
}

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SizeFormat {
    /// A table for people.
    Human,
    /// One JSON document (docs/reference/size-json.md).
    Json,
}

/// What tells classes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    /// Nothing: one size for all.
    Together,
    /// The class of the list.
    Class,
    /// The flow.
    Flow,
    /// The product family.
    Family,
    /// The channel.
    Channel,
    /// Each article has its own.
    Article,
}

impl By {
    fn grouping(self) -> Grouping {
        match self {
            By::Together => Grouping::Together,
            By::Class => Grouping::Class,
            By::Flow => Grouping::Flow,
            By::Family => Grouping::Family,
            By::Channel => Grouping::Channel,
            By::Article => Grouping::Article,
        }
    }
}

fn level(text: &str) -> Result<u32, String> {
    match text {
        "bronze" | "brons" => Ok(7),
        "silver" => Ok(30),
        "gold" | "guld" => Ok(90),
        _ => days::<1, 1825>(text)
            .map_err(|days| format!("write bronze, silver or gold, or {}", days.trim_start_matches("write "))),
    }
}

fn turns(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(turns) if (0.0..=1e6).contains(&turns) => Ok(turns),
        _ => Err("write how many times a year, e.g. 4".to_owned()),
    }
}

/// Sizes a reserve.
pub fn size(arguments: &SizeArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    interrupt::watch(language);
    let Some(mut loaded) = read(&arguments.input, None, language) else { return BAD_INPUT };
    arguments.effort.apply(&mut loaded.study);
    if !arguments.quiet {
        tell_assumed(&loaded.assumed, language);
        tell(&loaded.findings, &loaded.sources, language);
    }
    let question = match question(arguments, &loaded.study) {
        Ok(question) => question,
        Err(problem) => return tell_refusal(&problem, language),
    };
    if let Some(path) = &arguments.output
        && let Err(refusal) = place::file(path, None, arguments.force, language)
    {
        talk(&refusal.message);
        return refusal.code;
    }
    let scenario = loaded.study.scenarios.iter().find(|scenario| scenario.id == question.scenario);
    let scenario = scenario.expect("the question names a scenario of the study");
    if arguments.dry_run {
        return dry_run(&question, scenario, language)
            .unwrap_or_else(|trouble| tell_trouble(trouble, &loaded, language));
    }
    let bar = progress(0, arguments.quiet);
    let started = |trials: usize| bar.set_length(trials as u64);
    let found = find(&question, scenario, &started, &|| bar.inc(1));
    bar.finish_and_clear();
    match found {
        Ok(found) => told(arguments, &loaded, scenario, &found),
        Err(trouble) => tell_trouble(trouble, &loaded, language),
    }
}

/// Tells why there is no answer.
fn tell_trouble(trouble: Trouble, loaded: &Loaded, language: Language) -> u8 {
    match trouble {
        Trouble::Faults(faults) => {
            let told = faults.iter().map(|fault| Diagnosis::nowhere(fault.code, &fault.message).help(&fault.help));
            tell(&told.collect::<Vec<_>>(), &loaded.sources, language);
            BAD_INPUT
        }
        Trouble::Failure(failure) => fault(&failure.to_string(), language),
    }
}

fn fault(failure: &str, language: Language) -> u8 {
    talk(&say::HAS_FAULT.fill(language, &[("failure", failure)]));
    OUR_FAULT
}

/// Times one replication without a reserve, and prints what the trials would take. The clock is read here and reaches no result.
fn dry_run(question: &Question, scenario: &Scenario, language: Language) -> Result<u8, Trouble> {
    let Planned { trials, plan } = planned(question, scenario)?;
    let seconds = match seconds_of(&plan, question.seed) {
        Ok(seconds) => seconds,
        Err(failure) => return Ok(fault(&failure, language)),
    };
    let effort = table::size::Effort { trials, jobs: threads(question.jobs), seconds };
    let text = table::size::planned(question, effort, language, TABLE_WIDTH);
    Ok(if result(&text) { DONE } else { CANNOT_WRITE })
}

/// Prints the answer, and writes the file if it was asked for and there is one.
fn told(arguments: &SizeArguments, loaded: &Loaded, scenario: &Scenario, found: &SizeFindings) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let printed = result(&match arguments.format {
        SizeFormat::Human => table::size::human(found, loaded.study.money, language, TABLE_WIDTH),
        SizeFormat::Json => json::size::text(found),
    });
    let chosen = match &found.answer {
        Answer::Reached(chosen) | Answer::Undecided(chosen) => Some(chosen),
        Answer::OutOfReach { .. } => None,
    };
    if let (Some(path), Some(chosen)) = (&arguments.output, chosen) {
        let text = overlay::text(found, chosen, scenario, &names(&arguments.input.file, scenario, found, path));
        let made = missing_folder(path);
        if let Err(error) = files::write_one(path, text.as_bytes()) {
            talk(&place::cannot_write(path, &error, language));
            return CANNOT_WRITE;
        }
        if !arguments.quiet {
            talk(&wrote(path, language));
            if let Some(folder) = made {
                talk(&Word::Made.fill(language, &[("folder", &place::shown(folder))]));
            }
        }
    }
    if printed { DONE } else { CANNOT_WRITE }
}

fn wrote(path: &Path, language: Language) -> String {
    Word::Wrote.fill(language, &[("place", &place::shown(path))])
}

/// The highest folder on the way to a file that is not there yet.
fn missing_folder(path: &Path) -> Option<&Path> {
    let above = path.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty());
    above.take_while(|folder| !folder.exists()).last()
}

/// What the written file is called, and the scenario's file as seen from its folder.
fn names(input: &Path, scenario: &Scenario, found: &SizeFindings, output: &Path) -> overlay::Names {
    let level = found.question.level.to_string();
    let of = |word: Word| {
        let fill = |language: Language| {
            let title = language.title(&scenario.frame.title);
            word.fill(language, &[("title", title), ("level", &level)])
        };
        Title { sv: fill(Language::Sv), en: fill(Language::En) }
    };
    let extends = extended(input, &scenario.id, output);
    overlay::Names { extends: shown_path(&extends), title: of(Word::SizedTitle), reserve: of(Word::SizedReserve) }
}

/// The scenario's file as seen from the folder of the written one.
fn extended(input: &Path, scenario: &str, output: &Path) -> PathBuf {
    let folder = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // A folder that is yet to be made has no canonical path; the one above it that is there has.
        let there = folder.ancestors().find(|above| above.exists()).unwrap_or(Path::new("."));
        let there = if there.as_os_str().is_empty() { Path::new(".") } else { there };
        let rest = folder.strip_prefix(there).unwrap_or(Path::new(""));
        there.canonicalize().map_or_else(|_| folder.to_path_buf(), |there| there.join(rest))
    };
    seen_from(&folder(output), &folder(input).join(format!("{scenario}.toml")))
}

/// The question asked; what is not given is chosen from the study.
fn question(arguments: &SizeArguments, study: &Study) -> Refused<Question> {
    let ids: Vec<&str> = study.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let scenario = one_of("scenario", arguments.scenario.as_deref(), &ids, ids.len() == 1)?;
    let scenario = &study.scenarios[scenario];
    if !scenario.phases.is_empty() {
        let help = "size the reserve of one of its phases: each is a scenario of its own";
        return Err(refused("a scenario with phases has no one reserve", help));
    }
    probed(study)?;
    let cuts: Vec<&str> = study.cuts.iter().map(String::as_str).collect();
    let cut = one_of("cut", arguments.cut.as_deref(), &cuts, !cuts.is_empty())?;
    let endurance = &scenario.endurance;
    let claim = arguments.claim.map(|claim| libm::round(claim * 1000.0) as u16);
    let (level, step) = (arguments.level, arguments.step.unwrap_or((arguments.level / STEPS).max(1)));
    let most = arguments.most.unwrap_or(2 * level);
    if most < step {
        return Err(refused("the largest size is smaller than a step", "raise --most, or lower --step"));
    }
    Ok(Question {
        scenario: scenario.id.clone(),
        level,
        threshold: arguments.threshold.unwrap_or_else(|| middle(study)),
        probability: arguments.probability.unwrap_or(endurance.required_probability),
        cut: cuts[cut].to_owned(),
        claim: claim.or(endurance.claims.last().copied()).unwrap_or(1000),
        by: arguments.by.grouping(),
        weakest: usize::from(arguments.weakest),
        step,
        most,
        least_turns: arguments.least_turns,
        pilot: arguments.trial_replications,
        fresh: study.replications,
        seed: study.seed,
        jobs: arguments.effort.threads(),
    })
}
