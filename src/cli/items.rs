//! `beredd items`: article lists, made and read.

use super::console::{result, talk};
use super::files::write;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, OUR_FAULT};
use crate::items::families::families;
use crate::items::generate::generate;
use crate::items::render;
use std::path::{Path, PathBuf};

/// Fewest and most articles of a generated list: the tiers of value need some articles each, and a file has its limit.
const ARTICLES: std::ops::RangeInclusive<i64> = 50..=100_000;

/// What to do with a list.
#[derive(Debug, clap::Subcommand)]
pub enum ItemsCommand {
    /// Make a synthetic article list (CSV); the same seed and number give the same bytes
    Generate(GenerateArguments),
}

/// Arguments of `items generate`.
#[derive(Debug, clap::Args)]
pub struct GenerateArguments {
    /// Number of articles
    #[arg(long, default_value_t = 1240, value_parser = clap::value_parser!(i64).range(ARTICLES))]
    articles: i64,
    /// Seed of the draws
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// File to write (standard output if not named)
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write the tables [flow.*] and [family.*] (TOML) that belong to a list instead of its rows
    #[arg(long, conflicts_with_all = ["articles", "seed"])]
    tables: bool,
}

/// Runs `items`.
pub fn items(command: &ItemsCommand) -> u8 {
    match command {
        ItemsCommand::Generate(arguments) => make(arguments),
    }
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
        // Within the range of the argument.
        render::csv(&generate(&table, arguments.articles as usize, arguments.seed))
    };
    match &arguments.output {
        None if result(&text) => DONE,
        None => CANNOT_WRITE,
        Some(path) => put(path, text),
    }
}

fn put(path: &Path, text: String) -> u8 {
    let (Some(name), folder) = (path.file_name(), path.parent().unwrap_or(Path::new(""))) else {
        talk(&format!("{} is no name of a file", path.display()));
        return BAD_INPUT;
    };
    match write(folder, &[(name.to_string_lossy().into_owned(), text.into_bytes())]) {
        Ok(()) => {
            talk(&format!("wrote {}", path.display()));
            DONE
        }
        Err(problem) => {
            talk(&problem);
            CANNOT_WRITE
        }
    }
}
