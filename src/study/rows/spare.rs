//! Where rows go once there are many: a file that nobody else sees, and that is gone when the program ends, however it ends.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// How much of the rows of a cell of the study stays in memory, and where the rest goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spare {
    /// Folder for the file. It must be there once the rows of a cell take more than `kept_bytes`, not before.
    pub folder: PathBuf,
    /// Bytes of rows that stay in memory.
    pub kept_bytes: usize,
}

/// Bytes of a cell's rows that stay in memory: some hundred replications of a region. With twenty cells this is little beside what
/// drawing the charts takes.
const KEPT_BYTES: usize = 1 << 20;

impl Spare {
    /// The usual size, and a folder.
    pub fn within(folder: &Path) -> Spare {
        Spare { folder: folder.to_path_buf(), kept_bytes: KEPT_BYTES }
    }
}

/// The usual size, and the folder of the system for what is passing.
impl Default for Spare {
    fn default() -> Spare {
        Spare::within(&std::env::temp_dir())
    }
}

/// Rows could not be put away, or not be read back.
#[derive(Debug)]
pub struct SpareError {
    /// Folder of the file.
    pub folder: PathBuf,
    /// What the system says.
    pub error: std::io::Error,
}

impl std::fmt::Display for SpareError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "rows of replications could not be kept in {}: {}", self.folder.display(), self.error)
    }
}

/// The file.
#[derive(Debug)]
pub(super) struct SpareFile {
    folder: PathBuf,
    /// With its length. Whoever writes or reads moves its place, so one does at a time.
    file: Mutex<(File, u64)>,
}

impl SpareFile {
    /// Makes the file.
    pub fn new(folder: &Path) -> Result<SpareFile, SpareError> {
        match nameless(folder) {
            Ok(file) => Ok(SpareFile { folder: folder.to_path_buf(), file: Mutex::new((file, 0)) }),
            Err(error) => Err(SpareError { folder: folder.to_path_buf(), error }),
        }
    }

    /// Writes bytes at the end and gives the place where they begin.
    pub fn append(&self, bytes: &[u8]) -> Result<u64, SpareError> {
        let mut held = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, length) = &mut *held;
        let begin = *length;
        let written = file.seek(SeekFrom::Start(begin)).and_then(|_| file.write_all(bytes));
        *length += bytes.len() as u64;
        written.map(|()| begin).map_err(|error| self.failed(error))
    }

    /// Fills `bytes` with what begins at a place.
    pub fn read(&self, begin: u64, bytes: &mut [u8]) -> Result<(), SpareError> {
        let mut held = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let file = &mut held.0;
        file.seek(SeekFrom::Start(begin)).and_then(|_| file.read_exact(bytes)).map_err(|error| self.failed(error))
    }

    fn failed(&self, error: std::io::Error) -> SpareError {
        SpareError { folder: self.folder.clone(), error }
    }
}

/// A file that has no name, or loses it when it is closed: the system takes it away also where the program is killed.
fn nameless(folder: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    closing_removes(&mut options);
    let name = |number: u32| folder.join(format!(".beredd-rows-{}-{number}", std::process::id()));
    let mut number = 0;
    let (path, file) = loop {
        match options.open(name(number)) {
            // A process of this number that was killed between two lines left it, or we have one there ourselves.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < u32::MAX => number += 1,
            opened => break (name(number), opened?),
        }
    };
    take_name_away(&path)?;
    Ok(file)
}

#[cfg(windows)]
fn closing_removes(options: &mut OpenOptions) {
    use std::os::windows::fs::OpenOptionsExt;
    /// `FILE_FLAG_DELETE_ON_CLOSE`.
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    options.custom_flags(DELETE_ON_CLOSE);
}

#[cfg(not(windows))]
fn closing_removes(_: &mut OpenOptions) {}

#[cfg(windows)]
fn take_name_away(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(not(windows))]
fn take_name_away(path: &Path) -> std::io::Result<()> {
    std::fs::remove_file(path)
}

#[cfg(test)]
impl SpareFile {
    /// Loses what stands beyond a length.
    pub fn cut_to(&self, length: u64) {
        let held = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        held.0.set_len(length).expect("the file can be cut");
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_an_error() {
        let full = OpenOptions::new().read(true).write(true).open("/dev/full").expect("Linux has it");
        let file = SpareFile { folder: PathBuf::from("/full"), file: Mutex::new((full, 0)) };
        let failed = file.append(&[1, 2, 3]).expect_err("nothing goes there");
        assert_eq!(
            (failed.folder.as_path(), failed.error.kind()),
            (Path::new("/full"), std::io::ErrorKind::StorageFull)
        );
        assert!(failed.to_string().starts_with("rows of replications could not be kept in /full: "), "{failed}");
    }
}
