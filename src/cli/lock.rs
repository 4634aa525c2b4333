//! One process at a time writes into a folder: from before its simulation until its files are in place.

use super::CANNOT_WRITE;
use super::place::{Refusal, shown};
use crate::report::wording::{Language, commands as say};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, TryLockError as Locked};

/// The file that is locked; it goes away with the lock.
const NAME: &str = ".beredd-lock";

/// What is held now, for whoever ends the process from another thread.
static HELD: Mutex<Vec<Held>> = Mutex::new(Vec::new());

struct Held {
    path: PathBuf,
    /// Folders that were made for the lock, the deepest first.
    made: Vec<PathBuf>,
}

/// A folder that nobody else writes into as long as this lives.
#[must_use]
pub struct Hold {
    /// `None` where this process held it already.
    file: Option<(PathBuf, File)>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some((path, _)) = &self.file {
            let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
            held.iter().filter(|held| held.path == *path).for_each(Held::clear);
            held.retain(|held| held.path != *path);
        }
    }
}

impl Held {
    /// Takes the file away, and the folders made for it if nothing came into them.
    fn clear(&self) {
        // What cannot be taken away is empty and no obstacle to anyone.
        drop(std::fs::remove_file(&self.path));
        self.made.iter().for_each(|folder| drop(std::fs::remove_dir(folder)));
    }
}

/// Takes away all that is held; the process is about to end.
pub fn clear_all() {
    HELD.lock().unwrap_or_else(PoisonError::into_inner).iter().for_each(Held::clear);
}

/// The same for a process that ends by a fault of its own, which may lie in this file: nothing is waited for.
pub fn clear_at_hand() {
    let held = match HELD.try_lock() {
        Err(Locked::WouldBlock) => return,
        Err(Locked::Poisoned(held)) => held.into_inner(),
        Ok(held) => held,
    };
    held.iter().for_each(Held::clear);
}

/// Holds a folder, which is made if it is not there.
///
/// # Errors
/// Another process holds it, or nothing can be written there.
pub fn hold(folder: &Path, language: Language) -> Result<Hold, Refusal> {
    let path = folder.join(NAME);
    let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    if held.iter().any(|held| held.path == path) {
        return Ok(Hold { file: None });
    }
    let made: Vec<PathBuf> = folder
        .ancestors()
        .take_while(|above| !above.as_os_str().is_empty() && !above.exists())
        .map(Path::to_path_buf)
        .collect();
    let one = Held { path: path.clone(), made };
    match locked(folder, &path) {
        Ok(Some(file)) => {
            held.push(one);
            Ok(Hold { file: Some((path, file)) })
        }
        Ok(None) => {
            let message = say::PLACE_IS_BUSY.fill(language, &[("place", &shown(folder))]);
            Err(Refusal { message, code: CANNOT_WRITE })
        }
        Err(error) => {
            one.clear();
            Err(super::place::no_right(folder, &error, language))
        }
    }
}

/// The locked file; `None` if another process has locked it.
fn locked(folder: &Path, path: &Path) -> std::io::Result<Option<File>> {
    loop {
        std::fs::create_dir_all(folder)?;
        let file = File::options().create(true).write(true).truncate(false).open(path)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Some network folders know no locks; whoever writes there is as safe as without us.
            Ok(()) | Err(TryLockError::Error(_)) if is_at(&file, path) => return Ok(Some(file)),
            // Whoever held it took the file away in between: what is locked has no name any more.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
    }
}

/// Whether a file is the one of that name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |one: std::fs::Metadata, other: std::fs::Metadata| (one.dev(), one.ino()) == (other.dev(), other.ino());
    file.metadata().and_then(|one| Ok(same(one, std::fs::metadata(path)?))).unwrap_or(false)
}

/// Whether a file is the one of that name: elsewhere, a file that is open keeps its name.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
