//! `beredd trace`: what happened to one article in one replication, and why.

use super::console::{result, talk};
use super::loading::{Ready, ready, tell, tell_assumed};
use super::run::TABLE_WIDTH;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Input, Lang, OUR_FAULT};
use crate::plan::Plan;
use crate::report::name::visible;
use crate::report::wording::Language;
use crate::report::wording::trace::TraceWord as Word;
use crate::report::{json, table};
use crate::scenario::diagnosis::{Diagnosis, codes, nearest};
use crate::scenario::source::Sources;
use crate::sim::trace::{Window, trace as run_trace};
use crate::study::design::StudyCell;
use crate::study::trace::{Traced, date};
use crate::time::Day;
use clap::ValueEnum;

/// Days told if no end is given.
const USUAL_DAYS: i64 = 14;
/// Most names that are listed.
const MOST_NAMES: usize = 12;

/// Arguments of `trace`.
#[derive(Debug, clap::Args)]
pub struct TraceArguments {
    #[command(flatten)]
    input: Input,
    /// Number of the replication, from 0
    #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
    replication: u64,
    /// Id of the article
    #[arg(long, value_name = "ID")]
    article: String,
    /// One site only (default: all that have the article)
    #[arg(long, value_name = "ID")]
    site: Option<String>,
    /// First day: a date, or days from the first measured day (negative: in the warm-up)
    #[arg(long, value_name = "DAY", default_value = "0", allow_hyphen_values = true)]
    from: String,
    /// Last day (default: two weeks in all)
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    to: Option<String>,
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
    /// Print the trace only, without what is suspicious in the files
    #[arg(short, long)]
    quiet: bool,
}

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TraceFormat {
    /// A table for people.
    Human,
    /// One JSON document (docs/reference/trace-json.md).
    Json,
}

/// Traces an article.
pub fn trace(arguments: &TraceArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let Some(ready) = ready(&arguments.input, language) else { return BAD_INPUT };
    if !arguments.quiet {
        tell_assumed(&ready.loaded.assumed, language);
        tell(&ready.findings, &ready.loaded.sources, language);
    }
    let asked = Asking { arguments, ready: &ready, language };
    let question = match asked.question() {
        Ok(question) => question,
        Err(problem) => {
            tell(&[*problem], &Sources::default(), language);
            return BAD_INPUT;
        }
    };
    let (cell, study) = (question.cell, &ready.loaded.study);
    let seed = arguments.seed.unwrap_or(study.seed);
    let window = Window { cells: &question.cells, from: question.days.0, to: question.days.1 };
    let entries = match run_trace(&cell.plan, seed, arguments.replication, &window) {
        Ok(entries) => entries,
        Err(violation) => {
            talk(&format!("beredd has a fault: {violation}"));
            return OUR_FAULT;
        }
    };
    let traced = Traced {
        scenario: &study.scenarios[cell.scenario],
        reserve: &study.reserves[cell.reserve],
        plan: &cell.plan,
        article: question.article,
        replication: arguments.replication,
        seed,
        days: question.days,
        entries,
    };
    let text = match arguments.format {
        TraceFormat::Human => table::trace::trace(&traced, language, TABLE_WIDTH),
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
    arguments: &'a TraceArguments,
    ready: &'a Ready,
    language: Language,
}

type Refused<T> = Result<T, Box<Diagnosis>>;

impl<'a> Asking<'a> {
    fn question(&self) -> Refused<Question<'a>> {
        let study = &self.ready.loaded.study;
        let scenarios: Vec<&str> = study.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
        let words = (Word::NoSuchScenario, Word::SeveralScenarios);
        let scenario = self.one_of(self.arguments.scenario.as_deref(), &scenarios, words)?;
        let reserves: Vec<&str> = study.reserves.iter().map(String::as_str).collect();
        let words = (Word::NoSuchReserve, Word::SeveralReserves);
        let reserve = self.one_of(self.arguments.reserve.as_deref(), &reserves, words)?;
        let wanted = |cell: &&StudyCell| (cell.scenario, cell.reserve) == (scenario, reserve);
        let cell = self.ready.cells.iter().find(wanted).ok_or_else(|| self.refuse(codes::FILE, String::new()))?;
        let (article, cells) = self.cells(&cell.plan)?;
        let days = self.days(&cell.plan, &study.scenarios[scenario].frame.start)?;
        Ok(Question { cell, article, cells, days })
    }

    fn refuse(&self, code: &'static str, message: String) -> Box<Diagnosis> {
        Box::new(Diagnosis::nowhere(code, &message))
    }

    fn fill(&self, word: Word, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    fn listed(names: &[&str]) -> String {
        let more = if names.len() > MOST_NAMES { ", …" } else { "" };
        names.iter().take(MOST_NAMES).map(|name| visible(name)).collect::<Vec<_>>().join(", ") + more
    }

    /// A name that nothing has: the nearest one, or all.
    fn unknown(&self, word: Word, name: &str, known: &[&str]) -> Box<Diagnosis> {
        let problem = Diagnosis::nowhere(codes::UNKNOWN_REFERENCE, &self.fill(word, &[("name", &visible(name))]));
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => self.fill(Word::Meant, &[("near", &visible(near))]),
            None => self.fill(Word::Known, &[("names", &Self::listed(known))]),
        };
        Box::new(problem.help(&help))
    }

    /// The place of what is asked for, or of the only one.
    fn one_of(&self, asked: Option<&str>, known: &[&str], (unknown, several): (Word, Word)) -> Refused<usize> {
        match asked {
            Some(name) => {
                known.iter().position(|other| *other == name).ok_or_else(|| self.unknown(unknown, name, known))
            }
            None if known.len() == 1 => Ok(0),
            None => Err(self.refuse(codes::MISSING, self.fill(several, &[("names", &Self::listed(known))]))),
        }
    }

    /// The article and its cells, at one site or at all.
    fn cells(&self, plan: &Plan) -> Refused<(u32, Vec<u32>)> {
        let name = self.arguments.article.as_str();
        let Some((article, _)) = (0..).zip(&plan.articles).find(|(_, article)| article.id == name) else {
            let known: Vec<&str> = plan.articles.iter().map(|article| article.id.as_str()).collect();
            return Err(self.unknown(Word::NoSuchArticle, name, &known));
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
            return Err(self.unknown(Word::NoSuchSite, asked, &sites));
        }
        let names: Vec<&str> = has.iter().map(|&cell| site_of(cell)).collect();
        let places = [("site", asked), ("article", name), ("names", &Self::listed(&names))];
        Err(self.refuse(codes::MATCHES_NOTHING, self.fill(Word::NotAtSite, &places)))
    }

    /// The first and the last day of the window, within the run.
    fn days(&self, plan: &Plan, start: &str) -> Refused<(Day, Day)> {
        let (first, last) = (-i64::from(plan.calendar.warm_up_days), i64::from(plan.calendar.measured_days) - 1);
        let day = |text: &str| {
            let number = number_of(text, start)
                .ok_or_else(|| self.refuse(codes::KIND, self.fill(Word::NoDay, &[("text", &visible(text))])))?;
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
                self.refuse(codes::RANGE, self.fill(Word::OutsideRun, &places))
            })
        };
        let from = day(&self.arguments.from)?;
        let usual = (plan.calendar.number(from) + USUAL_DAYS - 1).min(last);
        let to = day(self.arguments.to.as_deref().unwrap_or(&usual.to_string()))?;
        if to < from {
            return Err(self.refuse(codes::RANGE, self.fill(Word::Backwards, &[])));
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
