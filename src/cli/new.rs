//! `beredd new`: a project of the user's own, from the made-up region that the program carries.

use super::console::{result, talk};
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Lang, files};
use crate::project;
use crate::report::name::visible;
use crate::report::wording::{Language, commands as say};
use std::path::{Path, PathBuf};

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct NewArguments {
    /// New or empty folder
    folder: PathBuf,
    /// Language of what is said (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Writes the project. A folder that holds anything is left alone.
pub fn new(arguments: &NewArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let folder = &arguments.folder;
    if let Err(refusal) = is_free(folder, language) {
        talk(&refusal);
        return BAD_INPUT;
    }
    if let Err(error) = files::write_whole(folder, &project_files(), language) {
        talk(&error);
        return CANNOT_WRITE;
    }
    let shown = |path: &Path| visible(&path.display().to_string());
    let (study, readme) = (shown(&folder.join(project::STUDY)), shown(&folder.join(readme(language))));
    let count = project::files().count().to_string();
    let wrote = say::NEW_WROTE.fill(language, &[("folder", &shown(folder)), ("count", &count)]);
    let next = say::NEW_NEXT.fill(language, &[("study", &study), ("readme", &readme)]);
    if result(&format!("{wrote}\n{next}\n")) { DONE } else { CANNOT_WRITE }
}

/// The files of the project as files to write.
pub fn project_files() -> Vec<files::RunFile> {
    project::files().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
}

fn readme(language: Language) -> &'static str {
    match language {
        Language::Sv => "README.sv.md",
        Language::En => "README.md",
    }
}

/// Whether nothing is there, or an empty folder; else why not.
fn is_free(folder: &Path, language: Language) -> Result<(), String> {
    let shown = visible(&folder.display().to_string());
    let told =
        |error: &std::io::Error| say::CANNOT_LOOK.fill(language, &[("folder", &shown), ("error", &error.to_string())]);
    match std::fs::symlink_metadata(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(told(&error)),
        Ok(_) if !folder.is_dir() => return Err(say::NOT_A_FOLDER.fill(language, &[("folder", &shown)])),
        Ok(_) => {}
    }
    match std::fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Err(error) => Err(told(&error)),
        Ok(true) => Err(say::NOT_EMPTY.fill(language, &[("folder", &shown)])),
        Ok(false) => Ok(()),
    }
}
