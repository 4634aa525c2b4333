//! Where results may go: looked at before the work, so that no file of the user's is lost and no work is for nothing.

use super::files::{MARK, RunFile, is_answer_mark, read_mark, sha256, told_hashes};
use super::{BAD_INPUT, CANNOT_WRITE};
use crate::report::name::visible;
use crate::report::wording::{Language, commands as say, commands::Phrase};
use std::io::ErrorKind;
use std::path::Path;

/// Names told before the rest is counted.
const MOST_TOLD: usize = 3;

/// Why a place is not taken, and the exit code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What to tell.
    pub message: String,
    /// The exit code.
    pub code: u8,
}

impl Refusal {
    fn of(phrase: Phrase, language: Language, path: &Path) -> Refusal {
        Refusal { message: phrase.fill(language, &[("place", &shown(path))]), code: BAD_INPUT }
    }
}

/// A path as it may be shown.
pub fn shown(path: &Path) -> String {
    visible(&path.display().to_string())
}

/// Whether a folder is there, or could be made, and whether it takes a file.
///
/// # Errors
/// A file or a dead link in its way, or no right to write.
pub fn folder(folder: &Path, language: Language) -> Result<(), Refusal> {
    let here = Path::new(".");
    let above = folder.ancestors().map(|path| if path.as_os_str().is_empty() { here } else { path });
    for path in above {
        match std::fs::symlink_metadata(path) {
            // Nothing is there, or what is above it is no folder: the way up tells.
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(error) => return Err(no_right(folder, &error, language)),
            Ok(_) if !path.exists() => return Err(Refusal::of(say::PLACE_IS_DEAD, language, path)),
            Ok(_) if !path.is_dir() => return Err(Refusal::of(say::PLACE_IS_FILE, language, path)),
            Ok(_) => return probe(path).map_err(|error| no_right(folder, &error, language)),
        }
    }
    Ok(())
}

/// That nothing can be written into a folder.
pub fn no_right(folder: &Path, error: &std::io::Error, language: Language) -> Refusal {
    Refusal { message: cannot_write(folder, error, language), code: CANNOT_WRITE }
}

/// That a path cannot be written, why, and what to do.
pub fn cannot_write(path: &Path, error: &std::io::Error, language: Language) -> String {
    let (why, what_to_do) = match error.kind() {
        ErrorKind::PermissionDenied => (Some(say::NO_RIGHT), Some(say::CHOOSE_ANOTHER)),
        ErrorKind::ReadOnlyFilesystem => (Some(say::READ_ONLY), Some(say::CHOOSE_ANOTHER)),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (Some(say::DISK_IS_FULL), Some(say::MAKE_ROOM)),
        ErrorKind::NotFound => (Some(say::NO_PLACE), Some(say::CHOOSE_ANOTHER)),
        ErrorKind::IsADirectory => (Some(say::IS_A_FOLDER), Some(say::CHOOSE_ANOTHER)),
        _ => (None, None),
    };
    let why = why.map_or_else(|| error.to_string(), |why| why.text(language).to_owned());
    let told = say::PLACE_TAKES_NOTHING.fill(language, &[("place", &shown(path)), ("error", &why)]);
    told + what_to_do.map_or("", |phrase| phrase.text(language))
}

/// Makes a file and takes it away.
fn probe(folder: &Path) -> std::io::Result<()> {
    let path = folder.join(format!(".beredd-{}.part", std::process::id()));
    std::fs::File::create(&path)?;
    std::fs::remove_file(path)
}

/// Whether files may be written at these names of a folder: nothing is there, or what a run of ours told of and nobody changed.
///
/// # Errors
/// A folder in the place of a file; a file that is not ours, unless it is to be forced.
pub fn files<'n>(
    within: &Path,
    names: impl IntoIterator<Item = &'n str>,
    force: bool,
    language: Language,
) -> Result<(), Refusal> {
    folder(within, language)?;
    let told = told_hashes(within);
    let is_ours = |name: &str| {
        let path = within.join(name);
        let hash = || std::fs::read(&path).ok().map(|bytes| sha256(&bytes));
        ((name == MARK || is_answer_mark(&path)) && read_mark(&path).is_some())
            || told.get(name).is_some_and(|told| hash().is_some_and(|hash| told.contains(&hash)))
    };
    let mut foreign = Vec::new();
    for name in names {
        let path = within.join(name);
        if path.is_dir() {
            return Err(Refusal::of(say::PLACE_IS_FOLDER, language, &path));
        }
        if std::fs::symlink_metadata(&path).is_ok() && !force && !is_ours(name) {
            foreign.push(shown(&path));
        }
    }
    if foreign.is_empty() { Ok(()) } else { Err(taken(&foreign, language)) }
}

/// Whether one file may be written: nothing is there, or the very same bytes.
///
/// # Errors
/// As for [`files`].
pub fn file(path: &Path, bytes: Option<&[u8]>, force: bool, language: Language) -> Result<(), Refusal> {
    folder(path.parent().unwrap_or(Path::new("")), language)?;
    if path.is_dir() {
        return Err(Refusal::of(say::PLACE_IS_FOLDER, language, path));
    }
    let is_there = std::fs::symlink_metadata(path).is_ok();
    let is_same = || bytes.is_some_and(|bytes| std::fs::read(path).is_ok_and(|there| there == bytes));
    if is_there && !force && !is_same() { Err(taken(&[shown(path)], language)) } else { Ok(()) }
}

/// Whether files with known bytes may be written: nothing is there, or the same, or what a run told of.
///
/// # Errors
/// As for [`files`].
pub fn known_files(within: &Path, list: &[RunFile], force: bool, language: Language) -> Result<(), Refusal> {
    let same = |name: &str, bytes: &[u8]| std::fs::read(within.join(name)).is_ok_and(|there| there == bytes);
    let other = list.iter().filter(|(name, bytes)| !same(name, bytes)).map(|(name, _)| name.as_str());
    files(within, other, force, language)
}

fn taken(names: &[String], language: Language) -> Refusal {
    let told = names.iter().take(MOST_TOLD).cloned().collect::<Vec<_>>().join(", ");
    let rest = names.len().saturating_sub(MOST_TOLD);
    let more = if rest > 0 { say::AND_MORE.fill(language, &[("n", &rest.to_string())]) } else { String::new() };
    let message = say::PLACE_IS_TAKEN.fill(language, &[("files", &(told + &more))]);
    Refusal { message, code: BAD_INPUT }
}
