//! `beredd trace`: what happened to one article in one replication, and why; `beredd trace endurance`: the story of a probe.

mod endurance;
mod names;

use super::console::{result, talk};
use super::loading::{Ready, ready, tell, tell_assumed};
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Input, Lang, OUR_FAULT};
use crate::plan::Plan;
use crate::report::name::visible;
use crate::report::wording::trace::TraceWord as Word;
use crate::report::wording::{Language, commands as say};
use crate::report::{json, table};
use crate::scenario::diagnosis::{Diagnosis, codes};
use crate::scenario::source::Sources;
use crate::sim::trace::{Window, trace as run_trace};
use crate::study::design::StudyCell;
use crate::study::trace::{Traced, date};
use crate::time::Day;
use clap::ValueEnum;
use names::{Names, Refused};
use std::path::PathBuf;

/// Columns of what is told: it is read line by line, and not held beside another table.
const TRACE_WIDTH: usize = 120;
/// Days told if no end is given.
const USUAL_DAYS: i64 = 14;
/// Arguments of `trace`.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct TraceArguments {
    #[command(subcommand)]
    other: Option<Other>,
    #[command(flatten)]
    article: ArticleArguments,
}

/// What else than an article can be traced.
#[derive(Debug, clap::Subcommand)]
enum Other {
    /// Tell day by day what ran out after a cut at one probe of endurance, and why
    Endurance(endurance::EnduranceArguments),
}

/// Arguments of the trace of an article.
#[derive(Debug, clap::Args)]
struct ArticleArguments {
    /// Study or scenario file
    #[arg(required = true)]
    file: Option<PathBuf>,
    /// Set a value on top of the files, e.g. --set site.umea.demand-share="60 %"
    #[arg(long = "set", value_name = "KEY=VALUE")]
    settings: Vec<String>,
    /// Id of the article
    #[arg(long, value_name = "ID", required = true)]
    article: Option<String>,
    /// One site only (default: all that have the article)
    #[arg(long, value_name = "ID")]
    site: Option<String>,
    /// First day: a date, or days from the first measured day (negative: in the warm-up)
    #[arg(long, value_name = "DAY", default_value = "0", allow_hyphen_values = true)]
    from: String,
    /// Last day (default: two weeks in all)
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    to: Option<String>,
    #[command(flatten)]
    which: Which,
}

/// Which replication of which cell is told, and how.
#[derive(Debug, clap::Args)]
struct Which {
    /// Number of the replication, from 0
    #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
    replication: u64,
    /// Scenario of the study; needed if it has several
    #[arg(long, value_name = "ID")]
    scenario: Option<String>,
    /// Reserve of the study; needed if it has several
    #[arg(long, value_name = "ID")]
    reserve: Option<String>,
    /// Seed (default: from the study)
    #[arg(long, allow_negative_numbers = true)]
    seed: Option<u64>,
    /// Form of what is printed
    #[arg(long, value_enum, default_value = "human")]
    format: TraceFormat,
    /// Language (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Print what is asked for only, without what is suspicious in the files
    #[arg(short, long)]
    quiet: bool,
}

impl Which {
    fn language(&self) -> Language {
        Lang::or_of_environment(self.lang)
    }

    /// The study, read and compiled, with what is suspicious told.
    fn study(&self, input: &Input) -> Option<Ready> {
        let ready = ready(input, self.language())?;
        if !self.quiet {
            tell_assumed(&ready.loaded.assumed, self.language());
            tell(&ready.findings, &ready.loaded.sources, self.language());
        }
        Some(ready)
    }

    /// The cell asked for.
    fn cell<'a>(&self, names: Names<'a>) -> Refused<&'a StudyCell> {
        names.cell((self.scenario.as_deref(), self.reserve.as_deref()))
    }
}

/// Tells why something cannot be told.
fn refuse(problem: &Diagnosis, language: Language) -> u8 {
    tell(std::slice::from_ref(problem), &Sources::default(), language);
    BAD_INPUT
}

/// Tells of a fault of the program.
fn fault(violation: &dyn std::fmt::Display, language: Language) -> u8 {
    talk(&say::HAS_FAULT.fill(language, &[("failure", &violation.to_string())]));
    OUR_FAULT
}

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TraceFormat {
    /// A table for people.
    Human,
    /// One JSON document (docs/reference/trace-json.md).
    Json,
}

/// Traces an article or a probe.
pub fn trace(arguments: &TraceArguments) -> u8 {
    if let Some(Other::Endurance(arguments)) = &arguments.other {
        return endurance::trace(arguments);
    }
    // The command line asks for a file, unless something else than an article is traced.
    let article = &arguments.article;
    let Some(file) = article.file.clone() else { return BAD_INPUT };
    trace_article(article, &Input { file, settings: article.settings.clone() })
}

fn trace_article(arguments: &ArticleArguments, input: &Input) -> u8 {
    let which = &arguments.which;
    let language = which.language();
    let Some(ready) = which.study(input) else { return BAD_INPUT };
    let asked = Asking { arguments, names: Names { ready: &ready, language } };
    let question = match asked.question() {
        Ok(question) => question,
        Err(problem) => return refuse(&problem, language),
    };
    let (cell, study) = (question.cell, &ready.loaded.study);
    let seed = which.seed.unwrap_or(study.seed);
    let window = Window { cells: &question.cells, from: question.days.0, to: question.days.1 };
    let entries = match run_trace(&cell.plan, seed, which.replication, &window) {
        Ok(entries) => entries,
        Err(violation) => return fault(&violation, language),
    };
    let traced = Traced {
        scenario: &study.scenarios[cell.scenario],
        reserve: &study.reserves[cell.reserve],
        plan: &cell.plan,
        article: question.article,
        replication: which.replication,
        seed,
        days: question.days,
        entries,
    };
    let text = match which.format {
        TraceFormat::Human => table::trace::trace(&traced, language, TRACE_WIDTH),
        TraceFormat::Json => json::trace::text(&traced),
    };
    if result(&text) { DONE } else { CANNOT_WRITE }
}

/// What is to be traced.
struct Question<'a> {
    cell: &'a StudyCell,
    article: u32,
    cells: Vec<u32>,
    days: (Day, Day),
}

struct Asking<'a> {
    arguments: &'a ArticleArguments,
    names: Names<'a>,
}

impl<'a> Asking<'a> {
    fn question(&self) -> Refused<Question<'a>> {
        let cell = self.arguments.which.cell(self.names)?;
        let (article, cells) = self.cells(&cell.plan)?;
        let start = &self.names.ready.loaded.study.scenarios[cell.scenario].frame.start;
        let days = self.days(&cell.plan, start)?;
        Ok(Question { cell, article, cells, days })
    }

    /// The article and its cells, at one site or at all.
    fn cells(&self, plan: &Plan) -> Refused<(u32, Vec<u32>)> {
        let name = self.arguments.article.as_deref().unwrap_or_default();
        let Some((article, _)) = (0..).zip(&plan.articles).find(|(_, article)| article.id == name) else {
            let known: Vec<&str> = plan.articles.iter().map(|article| article.id.as_str()).collect();
            return Err(self.names.unknown(Word::NoSuchArticle, name, &known));
        };
        let has: Vec<u32> =
            (0..).zip(&plan.cells).filter(|(_, cell)| cell.article == article).map(|(index, _)| index).collect();
        let Some(asked) = self.arguments.site.as_deref() else { return Ok((article, has)) };
        let site_of = |cell: u32| plan.sites[plan.cells[cell as usize].site as usize].id.as_str();
        let here: Vec<u32> = has.iter().copied().filter(|&cell| site_of(cell) == asked).collect();
        if !here.is_empty() {
            return Ok((article, here));
        }
        let sites: Vec<&str> =
            plan.sites.iter().filter(|site| !site.is_supplier).map(|site| site.id.as_str()).collect();
        if !sites.contains(&asked) {
            return Err(self.names.unknown(Word::NoSuchSite, asked, &sites));
        }
        let names: Vec<&str> = has.iter().map(|&cell| site_of(cell)).collect();
        let places = [("site", asked), ("article", name), ("names", &Names::listed(&names))];
        Err(self.names.refuse(codes::MATCHES_NOTHING, self.names.fill(Word::NotAtSite, &places)))
    }

    /// The first and the last day of the window, within the run.
    fn days(&self, plan: &Plan, start: &str) -> Refused<(Day, Day)> {
        let (first, last) = (-i64::from(plan.calendar.warm_up_days), i64::from(plan.calendar.measured_days) - 1);
        let day = |text: &str| {
            let number = number_of(text, start).ok_or_else(|| {
                self.names.refuse(codes::KIND, self.names.fill(Word::NoDay, &[("text", &visible(text))]))
            })?;
            let inside = u32::try_from(number - first).ok().filter(|_| number <= last);
            inside.map(Day).ok_or_else(|| {
                let date = |number: i64| date(start, number).unwrap_or_default();
                let places = [
                    ("day", number.to_string()),
                    ("first", first.to_string()),
                    ("last", last.to_string()),
                    ("from", date(first)),
                    ("to", date(last)),
                ];
                let places = places.each_ref().map(|(name, text)| (*name, text.as_str()));
                self.names.refuse(codes::RANGE, self.names.fill(Word::OutsideRun, &places))
            })
        };
        let from = day(&self.arguments.from)?;
        let usual = (plan.calendar.number(from) + USUAL_DAYS - 1).min(last);
        let to = day(self.arguments.to.as_deref().unwrap_or(&usual.to_string()))?;
        if to < from {
            return Err(self.names.refuse(codes::RANGE, self.names.fill(Word::Backwards, &[])));
        }
        Ok((from, to))
    }
}

/// The number of a day, from the first measured day, that is written as such or as a date.
fn number_of(text: &str, start: &str) -> Option<i64> {
    if let Ok(number) = text.trim().parse::<i64>() {
        return Some(number);
    }
    let (date, start): (jiff::civil::Date, jiff::civil::Date) = (text.trim().parse().ok()?, start.parse().ok()?);
    Some(i64::from((date - start).get_days()))
}
