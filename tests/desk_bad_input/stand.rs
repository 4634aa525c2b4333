//! A folder of the test's own, and the program run there.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A fresh folder.
pub struct Stand {
    pub folder: PathBuf,
}

/// A row of the table of problems: row, column, what stands there, and words of the reason.
pub type Expected<'e> = (&'e str, &'e str, &'e str, &'e str);

impl Stand {
    pub fn new(name: &str) -> Stand {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desk-bad-input").join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("an earlier run's folder goes away");
        }
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Stand { folder }
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.folder.join(name), bytes).expect("a file for the test");
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null());
        let output = command.output().expect("the program starts");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(!told.contains("panicked"), "{told}");
        output
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.folder).expect("the folder can be listed");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The program refuses a file that is already in the folder for these reasons and no others, and writes nothing but the table
    /// of problems that was asked for.
    #[track_caller]
    pub fn refuses_there(&self, file: &str, list: &str, more: &[&str], expected: &[Expected<'_>]) {
        let before = self.names();
        let base = ["stock", "import", file, "--as", list, "-o", "out", "--problems", "problems.csv", "--lang", "en"];
        let output = self.run(&[&base[..], more].concat());
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{file}: {told}");
        assert!(output.stdout.is_empty(), "{file}: something was printed as a result");
        let mut after = self.names();
        after.retain(|name| name != "problems.csv");
        assert_eq!(after, before, "{file}: something was written");
        let bytes = std::fs::read(self.folder.join("problems.csv")).expect("the table of problems");
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let found: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        let shown = String::from_utf8_lossy(&bytes);
        assert_eq!(found.len(), expected.len(), "{file}:\n{shown}");
        for (row, (line, column, cell, reason)) in found.iter().zip(expected) {
            assert_eq!((&row[0], &row[1], &row[2]), (*line, *column, *cell), "{file}:\n{shown}");
            assert!(row[3].contains(reason), "{file}: {reason}\n{shown}");
            assert!(!row[4].is_empty(), "{file}: what to do is not told\n{shown}");
        }
        std::fs::remove_file(self.folder.join("problems.csv")).expect("the table of problems goes away");
    }
}

/// A file of these bytes, read as a stock list, is refused for these reasons.
#[track_caller]
pub fn refused(name: &str, bytes: &[u8], expected: &[Expected<'_>]) {
    refused_as(name, bytes, "stock", &[], expected);
}

/// The same as another list, and with more arguments.
#[track_caller]
pub fn refused_as(name: &str, bytes: &[u8], list: &str, more: &[&str], expected: &[Expected<'_>]) {
    let stand = Stand::new(name);
    stand.put(name, bytes);
    stand.refuses_there(name, list, more, expected);
}
