//! The run folder. Each file is written under a temporary name, flushed, and renamed: it is there whole or not at all.

use crate::scenario::portable::{Portable, portable};
use crate::scenario::study::Loaded;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file of a run: its path within the folder and its bytes.
pub type RunFile = (String, Vec<u8>);

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

/// Writes a run. What an earlier run left under these names is replaced; other files of the folder stay.
///
/// # Errors
/// What could not be written, and why.
pub fn write(folder: &Path, files: &[RunFile]) -> Result<(), String> {
    for (name, bytes) in files {
        let path = folder.join(name);
        write_one(&path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}

/// Writes files that are worth nothing without each other: if one cannot be written, those that were not there before go away again.
///
/// # Errors
/// What could not be written, and why.
pub fn write_all_or_none(folder: &Path, files: &[RunFile]) -> Result<(), String> {
    let new_files: Vec<PathBuf> =
        files.iter().map(|(name, _)| folder.join(name)).filter(|path| !path.exists()).collect();
    let new_folders: Vec<&Path> = folder.ancestors().take_while(|above| !above.exists()).collect();
    let written = write(folder, files);
    if written.is_err() {
        // What cannot be taken away was never made; the error to tell is the one above.
        new_files.iter().for_each(|path| drop(std::fs::remove_file(path)));
        new_folders.iter().for_each(|path| drop(std::fs::remove_dir(path)));
    }
    written
}

/// Writes to a temporary name in the same folder, flushes to the disk, renames.
pub fn write_one(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(".part");
    let mut file = std::fs::File::create(&temporary)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written.and_then(|()| std::fs::rename(&temporary, path)) {
        // The first error is the one to tell; a leftover part file is harmless.
        drop(std::fs::remove_file(&temporary));
        return Err(error);
    }
    Ok(())
}
