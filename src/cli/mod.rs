//! The command line. Printing happens only in this room: results to stdout, talk to stderr.

mod amounts;
mod answer;
mod breaking_point;
mod check;
mod completions;
mod console;
mod delivery;
mod demo;
mod doctor;
mod dry_run;
mod effort;
mod explain;
mod exposure;
mod fault;
mod files;
mod frontier;
mod halt;
mod interrupt;
mod items;
mod loading;
mod lock;
mod new;
mod place;
mod report;
mod run;
mod sensitivity;
mod show;
mod size;
mod stock;
mod trace;
mod verify;

use crate::report::wording::Language;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Done.
const DONE: u8 = 0;
/// Done, but `check` found problems.
const FOUND_PROBLEMS: u8 = 1;
/// Wrong use, or unreadable or invalid input.
const BAD_INPUT: u8 = 2;
/// A fault of the program.
const OUR_FAULT: u8 = 70;
/// Results could not be written.
const CANNOT_WRITE: u8 = 74;
/// The user interrupted, as shells count it.
const INTERRUPTED: i32 = 130;

/// Simulates health-care supply: how many days we last, how well wards are served, what it costs per year, how sure we are.
#[derive(Debug, Parser)]
#[command(
    name = "beredd",
    version,
    arg_required_else_help = true,
    after_help = "Start here:\n  beredd demo\n\nExit codes: 0 done; 1 check, doctor or verify found problems; 2 wrong use or invalid input; 70 a fault of the program; 74 results could not be written; 130 interrupted."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Simulate a study or a scenario and print the decision tables
    Run(run::RunArguments),
    /// Move one assumption at a time and tell which of them turn the order of two scenarios
    Sensitivity(sensitivity::SensitivityArguments),
    /// Find the cheapest reserve under which a scenario lasts a level, and prove it on fresh replications
    Size(size::SizeArguments),
    /// Draw what more days of endurance cost in each scenario, and where the cheaper one changes
    Frontier(frontier::FrontierArguments),
    /// Find how long a stop may be in each scenario under each reserve
    BreakingPoint(breaking_point::BreakingPointArguments),
    /// Tell what is lost if a single supplier, site or lane fails, and name single points of failure
    Exposure(exposure::ExposureArguments),
    /// Read, merge and validate files without simulating
    Check(check::CheckArguments),
    /// Print a scenario as it is after merging
    Show(show::ShowArguments),
    /// Run the built-in made-up region: decision table, charts and data under output/demo/
    Demo(demo::DemoArguments),
    /// Write a project of your own: a made-up region to change piece by piece
    New(new::NewArguments),
    /// Explain a term, a code or a key
    Explain(explain::ExplainArguments),
    /// Test this installation: version, output folder, language, a case with a known answer
    Doctor(doctor::DoctorArguments),
    /// Print the completions for a shell
    Completions(completions::CompletionsArguments),
    /// Make a synthetic article list, or sum one up
    #[command(subcommand)]
    Items(items::ItemsCommand),
    /// Tools for daily stock work: classes, proposals, shortages, lot sizes, service, turnover
    #[command(subcommand)]
    Stock(stock::StockCommand),
    /// Write the report of a run as one HTML file
    Report(report::ReportArguments),
    /// Check known answers of theory against closed forms and simulation
    Verify(verify::VerifyArguments),
    /// Tell what happened to one article in one replication, and why
    Trace(trace::TraceArguments),
}

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables for people.
    Human,
    /// One JSON document (docs/reference/results-json.md).
    Json,
    /// One long table.
    Csv,
}

/// Language of what people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Lang {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// The language asked for, else the one of the environment: Swedish if `LANG` is, else English.
    fn or_of_environment(asked: Option<Lang>) -> Language {
        let swedish = match asked {
            Some(lang) => lang == Lang::Sv,
            None => ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
                .is_some_and(|value| value.starts_with("sv")),
        };
        if swedish { Language::Sv } else { Language::En }
    }
}

/// A study or scenario file with settings on top.
#[derive(Debug, clap::Args)]
struct Input {
    /// Study or scenario file
    file: PathBuf,
    /// Set a value on top of the files, e.g. --set site.umea.demand-share="60 %"
    #[arg(long = "set", value_name = "KEY=VALUE")]
    settings: Vec<String>,
}

/// Runs the program.
pub fn main() -> ExitCode {
    std::panic::set_hook(Box::new(fault::end));
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { BAD_INPUT } else { DONE };
            // A closed pipe is a normal end; there is nobody left to tell.
            drop(error.print());
            return ExitCode::from(code);
        }
    };
    ExitCode::from(match arguments.command {
        Command::Run(arguments) => run::run(&arguments),
        Command::Sensitivity(arguments) => sensitivity::sensitivity(&arguments),
        Command::Size(arguments) => size::size(&arguments),
        Command::Frontier(arguments) => frontier::frontier(&arguments),
        Command::BreakingPoint(arguments) => breaking_point::breaking_point(&arguments),
        Command::Exposure(arguments) => exposure::exposure(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Show(arguments) => show::show(&arguments),
        Command::Demo(arguments) => demo::demo(&arguments),
        Command::New(arguments) => new::new(&arguments),
        Command::Explain(arguments) => explain::explain(&arguments),
        Command::Doctor(arguments) => doctor::doctor(&arguments),
        Command::Completions(arguments) => completions::completions(&arguments),
        Command::Items(command) => items::items(&command),
        Command::Stock(command) => stock::stock(&command),
        Command::Report(arguments) => report::report(&arguments),
        Command::Verify(arguments) => verify::verify(&arguments),
        Command::Trace(arguments) => trace::trace(&arguments),
    })
}
