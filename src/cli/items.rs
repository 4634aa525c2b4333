//! `beredd items`: article lists, made and read.

use super::console::{busy, result, talk};
use super::files::write_one;
use super::loading::{tell, tell_assumed};
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Input, Lang, OUR_FAULT, place};
use crate::items::families::families;
use crate::items::generate::generate;
use crate::items::render;
use crate::items::summary::summary;
use crate::order::Gather;
use crate::report::wording::{Language, commands as say};
use crate::report::{json, table};
use crate::scenario::list::read_list;
use crate::scenario::model::{Article, Id};
use crate::scenario::study::{Problems, load};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Fewest and most articles of a generated list: the tiers of value need some articles each, and a file has its limit.
const ARTICLES: std::ops::RangeInclusive<i64> = 50..=100_000;

/// What to do with a list.
#[derive(Debug, clap::Subcommand)]
pub enum ItemsCommand {
    /// Make a synthetic article list (CSV); the same seed and number give the same bytes
    Generate(GenerateArguments),
    /// Read and check the articles of a CSV file, a scenario or a study (its first scenario), and sum them up
    Read(ReadArguments),
}

/// Columns of the summary.
const WIDTH: usize = 100;

/// Form of a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum SummaryFormat {
    /// Tables for people.
    Human,
    /// One JSON document.
    Json,
}

/// Arguments of `items read`.
#[derive(Debug, clap::Args)]
pub struct ReadArguments {
    #[command(flatten)]
    input: Input,
    /// Form of what is printed
    #[arg(long, value_enum, default_value = "human")]
    format: SummaryFormat,
    /// Language of tables (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Arguments of `items generate`.
#[derive(Debug, clap::Args)]
pub struct GenerateArguments {
    /// Number of articles
    #[arg(long, default_value_t = 1240, allow_negative_numbers = true, value_parser = clap::value_parser!(i64).range(ARTICLES))]
    articles: i64,
    /// Seed of the draws
    #[arg(long, default_value_t = 1, allow_negative_numbers = true)]
    seed: u64,
    /// File to write (standard output if not named)
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace a file that is there
    #[arg(long, requires = "output")]
    force: bool,
    /// Write the tables [flow.*] and [family.*] (TOML) that belong to a list instead of its rows
    #[arg(long, conflicts_with_all = ["articles", "seed"])]
    tables: bool,
}

/// Runs `items`.
pub fn items(command: &ItemsCommand) -> u8 {
    match command {
        ItemsCommand::Generate(arguments) => make(arguments),
        ItemsCommand::Read(arguments) => read(arguments),
    }
}

/// Articles, and what a scenario or a study says about how they are shown.
type Listed = (BTreeMap<Id, Article>, table::Shown);

fn listed(input: &Input, language: Language) -> Result<Listed, Box<Problems>> {
    let is_csv = input.file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    if is_csv {
        let list = read_list(&input.file, &input.settings)?;
        tell_assumed(&list.assumed, language);
        return Ok((list.articles, table::Shown::default()));
    }
    let loaded = load(&input.file, &input.settings)?;
    tell_assumed(&loaded.assumed, language);
    tell(&loaded.findings, &loaded.sources, language);
    let money = loaded.study.money;
    let first = loaded.study.scenarios.into_iter().next();
    let (articles, flows) = first.map(|scenario| (scenario.articles, scenario.flows)).unwrap_or_default();
    let flows = flows.into_iter().map(|(id, flow)| (id, flow.title)).into_map();
    Ok((articles, table::Shown { flows, money }))
}

fn read(arguments: &ReadArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let (articles, shown) = match listed(&arguments.input, language) {
        Ok(listed) => listed,
        Err(problems) => {
            tell(&problems.diagnoses, &problems.sources, language);
            return BAD_INPUT;
        }
    };
    let summary = summary(&articles);
    let text = match arguments.format {
        SummaryFormat::Human => table::items(&summary, &shown, language, WIDTH),
        SummaryFormat::Json => json::items_text(&summary),
    };
    if result(&text) { DONE } else { CANNOT_WRITE }
}

fn make(arguments: &GenerateArguments) -> u8 {
    let table = match families() {
        Ok(table) => table,
        Err(error) => {
            talk(&error);
            return OUR_FAULT;
        }
    };
    let text = if arguments.tables {
        render::tables(&table)
    } else {
        let life = busy(say::GENERATING.text(Lang::or_of_environment(None)));
        // Within the range of the argument.
        let text = render::csv(&generate(&table, arguments.articles as usize, arguments.seed));
        life.finish_and_clear();
        text
    };
    match &arguments.output {
        None if result(&text) => DONE,
        None => CANNOT_WRITE,
        Some(path) => put(path, &text, arguments.force),
    }
}

fn put(path: &Path, text: &str, force: bool) -> u8 {
    let language = Lang::or_of_environment(None);
    if path.file_name().is_none() {
        talk(&say::NO_FILE_NAME.fill(language, &[("place", &place::shown(path))]));
        return BAD_INPUT;
    }
    if let Err(refusal) = place::file(path, Some(text.as_bytes()), force, language) {
        talk(&refusal.message);
        return refusal.code;
    }
    match write_one(path, text.as_bytes()) {
        Ok(()) => {
            talk(&say::WROTE.fill(language, &[("place", &place::shown(path))]));
            DONE
        }
        Err(error) => {
            talk(&place::cannot_write(path, &error, language));
            CANNOT_WRITE
        }
    }
}
