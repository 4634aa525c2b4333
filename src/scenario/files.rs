//! Reading files once each: their text, their tree, their checksum.

use super::diagnosis::{Diagnosis, codes, nearest};
use super::dialect::AllAssumed;
use super::source::{Kind, Place, Source, Sources};
use super::tree::{self, Table};
use crate::order::InOrder;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// Largest file, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Number of the built-in defaults among the sources.
pub const DEFAULTS: usize = 0;

/// The files read so far.
#[derive(Debug, Default)]
pub struct Files {
    /// Their texts.
    pub sources: Sources,
    /// Path → SHA-256 in hexadecimal.
    pub checksums: BTreeMap<PathBuf, String>,
    /// Files with syntax errors, whose trees are incomplete.
    pub broken: BTreeSet<usize>,
    /// Whether a list of articles could not be read at all.
    pub lacks_list: bool,
    /// What was assumed of lists of articles.
    pub assumed: AllAssumed,
    numbers: BTreeMap<PathBuf, Option<usize>>,
    trees: BTreeMap<usize, Table>,
}

impl Files {
    /// The built-in defaults, parsed.
    pub fn with_defaults(problems: &mut Vec<Diagnosis>) -> (Files, Table) {
        let mut files = Files::default();
        let text = include_str!("defaults.toml");
        let file = files.sources.add(Source::new("built-in defaults".into(), text.into(), Kind::Toml));
        let node = tree::parse(file, text, problems);
        let table = node.table().cloned().unwrap_or_default();
        (files, table)
    }

    /// Knows a file that the program carries; its path is never looked up on the disk.
    pub fn carry(&mut self, path: &Path, text: &str) {
        let path = plain_path(path);
        self.checksums.insert(path.clone(), hex(&Sha256::digest(text.as_bytes())));
        let number = self.sources.add(Source::new(shown_path(&path), text.into(), Kind::Toml));
        self.numbers.insert(path, Some(number));
    }

    /// The tree of a TOML file; `None`, with a diagnosis at `asked_by`, if it cannot be read.
    pub fn tree(
        &mut self,
        path: &Path,
        asked_by: Option<Place>,
        problems: &mut Vec<Diagnosis>,
    ) -> Option<(usize, Table)> {
        let file = self.text(path, asked_by, problems)?;
        if let Some(table) = self.trees.get(&file) {
            return Some((file, table.clone()));
        }
        let before = problems.len();
        let text = self.sources.get(file).map(|source| source.text.clone()).unwrap_or_default();
        let table = tree::parse(file, &text, problems).table().cloned().unwrap_or_default();
        if problems.len() > before {
            self.broken.insert(file);
        }
        self.trees.insert(file, table.clone());
        Some((file, table))
    }

    /// The number of a file's text; `None`, with a diagnosis at `asked_by`, if it cannot be read.
    pub fn text(&mut self, path: &Path, asked_by: Option<Place>, problems: &mut Vec<Diagnosis>) -> Option<usize> {
        let path = plain_path(path);
        if let Some(known) = self.numbers.get(&path) {
            return *known;
        }
        let shown = shown_path(&path);
        let bytes = match read_limited(&path) {
            Ok(bytes) => bytes,
            Err(reason) => {
                let message = format!("`{shown}` cannot be read: {reason}");
                problems.push(match asked_by {
                    Some(place) => Diagnosis::error(codes::FILE, &message, place),
                    None => Diagnosis::nowhere(codes::FILE, &message),
                });
                if let (Some(near), Some(problem)) = (file_like(&path), problems.last_mut()) {
                    problem.help = format!("did you mean `{}`?", shown_path(&near));
                }
                return None;
            }
        };
        self.checksums.insert(path.clone(), hex(&Sha256::digest(&bytes)));
        let number = self.decode(shown, bytes, problems);
        self.numbers.insert(path, number);
        number
    }

    fn decode(&mut self, shown: String, bytes: Vec<u8>, problems: &mut Vec<Diagnosis>) -> Option<usize> {
        if is_binary(&bytes) {
            self.refuse_binary(shown, &bytes, problems);
            return None;
        }
        let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || has_zero(&bytes);
        match String::from_utf8(bytes) {
            Ok(text) if !utf16 => Some(self.sources.add(Source::new(shown, text, Kind::Toml))),
            Ok(text) => {
                self.refuse_encoding(shown, text, 0, "UTF-16", problems);
                None
            }
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let name = if utf16 { "UTF-16" } else { "Windows-1252 or another 8-bit code" };
                self.refuse_encoding(shown, text, at, name, problems);
                None
            }
        }
    }

    fn refuse_binary(&mut self, shown: String, bytes: &[u8], problems: &mut Vec<Diagnosis>) {
        let help = if bytes.starts_with(WORKBOOK) {
            "if it is a workbook, save its sheet as \"CSV UTF-8\" in Excel and name that file"
        } else {
            "name a study or scenario (TOML), or a list of articles (CSV)"
        };
        let file = self.sources.add(Source::new(shown, String::new(), Kind::Toml));
        self.broken.insert(file);
        let place = Place { file, start: 0, end: 0 };
        let message = "this file is no text but a program, an image, a workbook or the like";
        problems.push(Diagnosis::error(codes::ENCODING, message, place).help(help));
    }

    fn refuse_encoding(&mut self, shown: String, text: String, at: usize, name: &str, problems: &mut Vec<Diagnosis>) {
        let source = Source::new(shown, text, Kind::Toml);
        let start = source.char_start(at);
        let file = self.sources.add(source);
        self.broken.insert(file);
        let place = Place { file, start, end: start + 1 };
        let message = format!("this file is not UTF-8 text; it looks like {name}");
        let help = "save it again as UTF-8 (in Excel: \"CSV UTF-8\")";
        problems.push(Diagnosis::error(codes::ENCODING, &message, place).help(help));
    }

    /// A path written in a file: relative to the folder of that file.
    pub fn beside(&self, file: usize, written: &str) -> PathBuf {
        let folder = self.path_of(file).and_then(|path| path.parent().map(Path::to_path_buf)).unwrap_or_default();
        plain_path(&folder.join(written))
    }

    /// The path of a text, if it came from a file.
    pub fn path_of(&self, file: usize) -> Option<&PathBuf> {
        self.numbers.iter().find(|(_, number)| **number == Some(file)).map(|(path, _)| path)
    }

    /// The number of a file that was read.
    pub fn number_of(&self, path: &Path) -> Option<usize> {
        self.numbers.get(&plain_path(path)).copied().flatten()
    }

    /// Tells the sources that a file is a table of cells.
    pub fn mark_as_cells(&mut self, file: usize, kind: Kind) {
        self.sources.set_kind(file, kind);
    }
}

/// The file in the same folder whose name is nearest, where a file is not there.
fn file_like(path: &Path) -> Option<PathBuf> {
    if path.exists() {
        return None;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let is_alike = |other: &Path| other.extension() == path.extension() && other.is_file();
    let files =
        std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).filter(|file| is_alike(file));
    let mut stems: Vec<String> = files.filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned())).collect();
    stems.order_by(Ord::cmp);
    let near = nearest(path.file_stem()?.to_str()?, stems.iter().map(String::as_str))?;
    let name = path.extension().map_or(near.to_owned(), |ending| format!("{near}.{}", ending.to_string_lossy()));
    Some(path.with_file_name(name))
}

fn read_limited(path: &Path) -> Result<Vec<u8>, String> {
    let facts = std::fs::metadata(path).map_err(|error| reason(&error))?;
    if facts.is_dir() {
        return Err("it is a folder".into());
    }
    if !facts.is_file() {
        return Err("it is no ordinary file".into());
    }
    if facts.len() > LARGEST_FILE {
        return Err(format!("it is {} MB; at most {} MB are read", facts.len() >> 20, LARGEST_FILE >> 20));
    }
    std::fs::read(path).map_err(|error| reason(&error))
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".into(),
        std::io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => error.to_string(),
    }
}

/// The first bytes of a zipped file, such as a workbook of Excel.
const WORKBOOK: &[u8] = b"PK\x03\x04";
/// Bytes looked at to tell what a file is.
const LOOKED_AT: usize = 100;

/// Text with a zero byte in its beginning is no UTF-8 text of a person.
fn has_zero(bytes: &[u8]) -> bool {
    bytes.iter().take(LOOKED_AT).any(|&byte| byte == 0)
}

/// Whether this is no text in any code: zero bytes stand elsewhere than in every other place, as in UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let like_utf16 = start.starts_with(&[0xff, 0xfe])
        || start.starts_with(&[0xfe, 0xff])
        || (even.min(odd) == 0 && (even + odd) * 4 >= start.len());
    bytes.starts_with(WORKBOOK) || (even + odd > 0 && !like_utf16)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The path without `.` and with `..` taken away where a folder precedes it.
pub fn plain_path(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            _ => out.push(part),
        }
    }
    out
}

/// A path as shown: with `/` on every system.
pub fn shown_path(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// A path as seen from a folder.
pub fn seen_from(folder: &Path, path: &Path) -> PathBuf {
    let (folder, path) = (plain_path(folder), plain_path(path));
    let shared = folder.components().zip(path.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().count() - shared;
    if folder.components().skip(shared).any(|part| part == Component::ParentDir) {
        return path;
    }
    let down: PathBuf = path.components().skip(shared).collect();
    std::iter::repeat_n(PathBuf::from(".."), up).chain([down]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_made_plain_and_seen_from_a_folder() {
        assert_eq!(plain_path(Path::new("a/./b/../c.toml")), Path::new("a/c.toml"));
        assert_eq!(plain_path(Path::new("../../c.toml")), Path::new("../../c.toml"));
        assert_eq!(seen_from(Path::new("a/studies"), Path::new("a/data/x.csv")), Path::new("../data/x.csv"));
        assert_eq!(seen_from(Path::new(""), Path::new("x.csv")), Path::new("x.csv"));
    }

    #[test]
    fn a_missing_file_is_a_diagnosis() {
        let mut problems = Vec::new();
        assert_eq!(Files::default().text(Path::new("no/such/file.toml"), None, &mut problems), None);
        assert!(problems[0].message.contains("there is no such file"));
    }
}
