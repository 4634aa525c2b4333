//! `beredd demo`: the made-up region that the program carries, from nothing to tables, charts and data.

use super::console::{result, talk};
use super::run::{RunArguments, TABLE_WIDTH, run_and_print, usual_names};
use super::{CANNOT_WRITE, DONE, Lang, files, interrupt, lock, new, place};
use crate::project;
use crate::report::table;
use crate::report::wording::commands as say;
use std::path::PathBuf;

/// The folder of the scenario files within the demo's.
const PROJECT: &str = "project";

/// Arguments of `demo`.
#[derive(Debug, clap::Args)]
pub struct DemoArguments {
    /// Folder for the files; what an earlier demo left there is replaced, unless it was changed
    #[arg(short, long, default_value = "output/demo")]
    output: PathBuf,
    /// Threads (default: one per core); the results do not depend on it
    #[arg(short, long, allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// Replace files that are there, whoever wrote them
    #[arg(long)]
    force: bool,
    /// Language of tables and report (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Writes the project into the folder, runs its study, and tells how to go on.
pub fn demo(arguments: &DemoArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let folder = &arguments.output;
    let home = folder.join(PROJECT);
    let project = new::project_files();
    let beside: Vec<files::RunFile> =
        project.iter().map(|(name, bytes)| (format!("{PROJECT}/{name}"), bytes.clone())).collect();
    let names = usual_names();
    interrupt::watch(language);
    let held = match place::folder(folder, language).and_then(|()| lock::hold(folder, language)) {
        Ok(held) => held,
        Err(refusal) => {
            talk(&refusal.message);
            return refusal.code;
        }
    };
    let free = place::known_files(folder, &beside, arguments.force, language)
        .and_then(|()| place::files(folder, names.iter().map(String::as_str), arguments.force, language));
    if let Err(refusal) = free {
        talk(&refusal.message);
        return refusal.code;
    }
    if let Err(error) = files::write_whole(&home, &project, language) {
        talk(&error);
        return CANNOT_WRITE;
    }
    if !result(&format!("{}\n\n", say::DEMO_IS.text(language))) {
        return CANNOT_WRITE;
    }
    let study = home.join(project::STUDY);
    let run = RunArguments::of_study(study, folder.clone(), arguments.jobs, arguments.lang, arguments.force);
    let code = run_and_print(&run, &beside, |found, language| table::decision(found, language, TABLE_WIDTH));
    drop(held);
    if code != DONE {
        return code;
    }
    let page = folder.join(format!("report.{}.html", language.code()));
    let report = page.is_file().then(|| say::DEMO_REPORT.fill(language, &[("page", &place::shown(&page))]));
    let data = say::DEMO_FILES.fill(language, &[("folder", &place::shown(folder))]);
    let lines: Vec<String> = report.into_iter().chain([data, say::DEMO_OWN.text(language).to_owned()]).collect();
    if result(&format!("\n{}\n", lines.join("\n"))) { DONE } else { CANNOT_WRITE }
}
