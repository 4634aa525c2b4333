//! What the documents say is so: commands print what is shown, links lead somewhere, traceability is complete and true.
//! `UPDATE_SNAPSHOTS=1 cargo test --test documents` rewrites what commands print and the images; read the difference then.

mod blocks;
mod commands;
mod excerpt;
mod images;
mod links;
mod traceability;

use std::path::{Path, PathBuf};

/// The folder of the package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether snapshots are to be rewritten.
fn updating() -> bool {
    std::env::var_os("UPDATE_SNAPSHOTS").is_some()
}

/// Reads a file of the package.
#[track_caller]
fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Markdown file of the package, by its path in it; build folders and runs left out.
fn markdown() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if path.is_dir() {
                let left_out = name == "target" || (name.starts_with('.') && name != ".ci");
                let a_run = folder.file_name().is_some_and(|folder| folder == "output");
                if !left_out && !a_run {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path.strip_prefix(root()).expect("below the package").to_owned());
            }
        }
    }
    found.sort();
    found
}

/// A fresh folder of the test's own.
fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an earlier run's folder goes away");
    }
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}
