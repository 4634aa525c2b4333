//! The run folder. Files are written beside their place, flushed, and renamed: the run is there whole or not at all.

use crate::report::wording::Language;
use crate::scenario::portable::{Portable, portable};
use crate::scenario::study::Loaded;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file of a run: its path within the folder and its bytes.
pub type RunFile = (String, Vec<u8>);

/// The file of a run that tells what the others are; the last one to be in place.
pub const MARK: &str = "run.json";
/// How the name of the file ends that tells of an answer beside a run: `exposure.run.json`.
pub const ANSWER_MARK: &str = ".run.json";
/// The folder, within the one that they go to, where files wait until all are written.
const STAGE: &str = ".beredd-part";
/// Where the mark of the run before stands while its files are replaced.
const OLD_MARK: &str = "run.old.json";

/// The folder of a run when none is named: `output/<date>-<study>-<start of the hash of results.json>`.
pub fn default_folder(study: &Path, results: &str) -> PathBuf {
    let date = jiff::Zoned::now().date();
    let stem = study.file_stem().map_or_else(|| "run".into(), |stem| stem.to_string_lossy().into_owned());
    PathBuf::from("output").join(format!("{date}-{stem}-{}", &sha256(results.as_bytes())[..8]))
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The merged scenarios as files of the run, with the data files that they name: they run from where they are.
pub fn resolved(loaded: &Loaded) -> Vec<RunFile> {
    let mut list = BTreeMap::new();
    for id in loaded.resolved.keys() {
        if let Some(Portable { scenario, data }) = portable(loaded, id) {
            list.insert(format!("resolved/{id}.toml"), scenario.into_bytes());
            list.extend(data.into_iter().map(|(name, text)| (format!("resolved/{name}"), text.into_bytes())));
        }
    }
    list.into_iter().collect()
}

/// Writes files that are worth nothing without each other. They wait in a folder of their own until all are written and are then
/// renamed into place, the last of the list last. Whoever is stopped while writing leaves the place as it was; whoever is stopped
/// while renaming leaves the waiting folder, which [`is_mixed`] sees.
///
/// # Errors
/// What could not be written, and why. Nothing is changed then, unless the renaming itself was stopped.
pub fn write_whole(folder: &Path, files: &[RunFile], language: Language) -> Result<(), String> {
    let written = super::interrupt::undisturbed(|| write_and_move(folder, files));
    written.map_err(|failure| failure.within(folder, language))
}

fn write_and_move(folder: &Path, files: &[RunFile]) -> Result<(), Failure> {
    let new_folders: Vec<&Path> = folder.ancestors().take_while(|above| !above.exists()).collect();
    let stage = folder.join(STAGE);
    let staged = clear(&stage).and_then(|()| put_all(&stage, files)).and_then(|()| no_folder_in_the_way(folder, files));
    if let Err(failure) = staged {
        // What cannot be taken away was never made; the error to tell is the one above.
        drop(std::fs::remove_dir_all(&stage));
        new_folders.iter().for_each(|path| drop(std::fs::remove_dir(path)));
        return Err(failure);
    }
    move_in(folder, &stage, files).and_then(|()| clear(&stage))
}

/// Whether a run was stopped while its files were renamed into place: some are of one run and some of another.
pub fn is_mixed(folder: &Path) -> bool {
    folder.join(STAGE).is_dir() && !folder.join(MARK).exists()
}

/// SHA-256 of every file of a folder that a run tells of, whole or interrupted, by its name there.
pub fn told_hashes(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let stage = folder.join(STAGE);
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let of_answers = [folder, &stage].into_iter().flat_map(answer_marks);
    for mark in [folder.join(MARK), stage.join(MARK), stage.join(OLD_MARK)].into_iter().chain(of_answers) {
        let Some(json) = read_mark(&mark) else { continue };
        for (name, hash) in json["sha256"].as_object().into_iter().flatten() {
            told.entry(name.clone()).or_default().extend(hash.as_str().map(str::to_owned));
        }
    }
    told
}

fn answer_marks(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| is_answer_mark(path)).collect()
}

/// Whether a file has the name of a mark of an answer.
pub fn is_answer_mark(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ANSWER_MARK))
}

/// What a mark says: the program, the command, when it ended, the hashes of what was written, and what is added.
pub fn mark<'f>(list: impl Iterator<Item = &'f RunFile>, added: serde_json::Value) -> String {
    let hashes: serde_json::Map<String, serde_json::Value> =
        list.map(|(name, bytes)| (name.clone(), sha256(bytes).into())).collect();
    let mut mark = serde_json::json!({
        "schema": 1,
        "program": concat!("beredd ", env!("CARGO_PKG_VERSION")),
        "command": std::env::args().collect::<Vec<_>>(),
        "finished": jiff::Timestamp::now().to_string(),
    });
    for (key, value) in added.as_object().into_iter().flatten() {
        mark[key] = value.clone();
    }
    mark["sha256"] = hashes.into();
    format!("{mark:#}\n")
}

/// What the mark of a run says; nothing if it is none of ours.
pub fn read_mark(path: &Path) -> Option<serde_json::Value> {
    let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
    json["program"].as_str().is_some_and(|program| program.starts_with("beredd ")).then_some(json)
}

/// What could not be written, and why.
struct Failure {
    /// Path within the folder.
    name: PathBuf,
    error: std::io::Error,
}

impl Failure {
    fn of(name: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Failure {
        let name = name.into();
        |error| Failure { name, error }
    }

    fn within(self, folder: &Path, language: Language) -> String {
        super::place::cannot_write(&folder.join(self.name), &self.error, language)
    }
}

fn clear(stage: &Path) -> Result<(), Failure> {
    match std::fs::remove_dir_all(stage) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure { name: STAGE.into(), error }),
        _ => Ok(()),
    }
}

fn put_all(stage: &Path, files: &[RunFile]) -> Result<(), Failure> {
    files.iter().try_for_each(|(name, bytes)| write_one(&stage.join(name), bytes).map_err(Failure::of(name)))
}

/// A folder in the place of a file would stop the renaming half way.
fn no_folder_in_the_way(folder: &Path, files: &[RunFile]) -> Result<(), Failure> {
    let in_the_way = files.iter().find(|(name, _)| folder.join(name).is_dir());
    in_the_way.map_or(Ok(()), |(name, _)| Err(Failure::of(name)(std::io::ErrorKind::IsADirectory.into())))
}

/// Renames what waits into place. The mark of the last run steps aside first: a folder without one and with a stage is mixed.
fn move_in(folder: &Path, stage: &Path, files: &[RunFile]) -> Result<(), Failure> {
    let (mark, has_mark) = (folder.join(MARK), files.iter().any(|(name, _)| name == MARK));
    if has_mark && mark.exists() {
        std::fs::rename(&mark, stage.join(OLD_MARK)).map_err(Failure::of(MARK))?;
    }
    files.iter().try_for_each(|(name, _)| {
        let path = folder.join(name);
        let above = path.parent().unwrap_or(folder);
        let moved = std::fs::create_dir_all(above).and_then(|()| std::fs::rename(stage.join(name), &path));
        moved.map_err(Failure::of(name))
    })
}

/// Writes to a temporary name in the same folder, flushes to the disk, renames.
pub fn write_one(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut temporary = path.as_os_str().to_owned();
    // With the number of this process, so that no file of the user's has the name.
    temporary.push(format!(".{}.part", std::process::id()));
    let mut file = std::fs::File::create(&temporary)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written.and_then(|()| std::fs::rename(&temporary, path)) {
        // The first error is the one to tell; a leftover part file is harmless.
        drop(std::fs::remove_file(&temporary));
        return Err(error);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("beredd-files-{name}-{}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        folder
    }

    fn run(word: &str) -> Vec<RunFile> {
        let mark = format!("{{\"program\": \"beredd 0\", \"sha256\": {{\"a\": \"{word}\"}}}}");
        [("a", word), ("sub/b", word), (MARK, &mark)]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    fn text(path: PathBuf) -> String {
        std::fs::read_to_string(path).unwrap_or_default()
    }

    #[test]
    fn who_is_stopped_while_writing_leaves_the_run_before() {
        let place = folder("writing");
        write_whole(&place, &run("one"), Language::En).unwrap();
        // Stopped here: some files wait, none is in place.
        write_one(&place.join(STAGE).join("a"), b"two").unwrap();
        assert!(!is_mixed(&place) && text(place.join("a")) == "one");
        write_whole(&place, &run("three"), Language::En).unwrap();
        assert!(!place.join(STAGE).exists() && text(place.join("sub/b")) == "three");
        std::fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn who_is_stopped_while_renaming_leaves_a_mixture_that_is_seen_and_still_ours() {
        let place = folder("renaming");
        write_whole(&place, &run("one"), Language::En).unwrap();
        let stage = place.join(STAGE);
        put_all(&stage, &run("two")).map_err(|failure| failure.within(&place, Language::En)).unwrap();
        // Stopped after the mark stepped aside and the first file came.
        move_in(&place, &stage, &run("two")[..1]).map_err(|failure| failure.within(&place, Language::En)).unwrap();
        std::fs::rename(place.join(MARK), stage.join(OLD_MARK)).unwrap();
        assert!(is_mixed(&place) && text(place.join("a")) == "two" && text(place.join("sub/b")) == "one");
        assert_eq!(told_hashes(&place)["a"], BTreeSet::from(["one".to_owned(), "two".to_owned()]));
        write_whole(&place, &run("three"), Language::En).unwrap();
        assert!(!is_mixed(&place) && text(place.join("sub/b")) == "three");
        std::fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn a_folder_in_the_way_changes_nothing() {
        let place = folder("in-the-way");
        std::fs::create_dir_all(place.join("sub/b/c")).unwrap();
        assert!(write_whole(&place, &run("one"), Language::En).is_err_and(|error| error.contains("b: ")));
        assert!(!place.join("a").exists() && !place.join(STAGE).exists());
        std::fs::remove_dir_all(place).unwrap();
    }
}
