//! A folder of the test's own with a small study in it, and the program run there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The files of the small study.
const FILES: [(&str, &str); 4] = [
    ("today.toml", include_str!("files/today.toml")),
    ("tomorrow.toml", include_str!("files/tomorrow.toml")),
    ("study.toml", include_str!("files/study.toml")),
    ("items.csv", include_str!("files/items.csv")),
];

/// What the program said and how it ended.
pub struct Said {
    /// Exit code; `None` if a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Said {
    /// Checks the exit code, telling all that was said if it differs, and that no panic was ever shown.
    #[track_caller]
    pub fn ends_with(self, code: i32) -> Said {
        assert_eq!(self.code, Some(code), "\n--- stdout ---\n{}\n--- stderr ---\n{}", self.out, self.err);
        assert!(!self.err.contains("panicked") && !self.err.contains("RUST_BACKTRACE"), "{}", self.err);
        self
    }
}

/// A fresh folder with the small study.
pub struct Stage {
    folder: PathBuf,
}

impl Stage {
    /// Makes the folder anew. Every test takes a name of its own.
    pub fn new(test: &str) -> Stage {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(test);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("an earlier run's folder goes away");
        }
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        let stage = Stage { folder };
        for (name, text) in FILES {
            stage.write(name, text);
        }
        stage
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Whether something of this name is there.
    pub fn is_there(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.join(name), text).expect("a file for the test");
    }

    /// Writes a file in a folder below.
    pub fn write_below(&self, name: &str, text: &str) {
        let folder = self.path(name).parent().expect("a folder").to_owned();
        std::fs::create_dir_all(folder).expect("the folder below");
        self.write(name, text);
    }

    /// Reads a file as text.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).unwrap_or_else(|error| panic!("{name} is no UTF-8: {error}"))
    }

    /// Reads a file.
    #[track_caller]
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Every file below the folder, by its path with slashes, with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).expect("the folder can be listed") {
                let path = entry.expect("the entry can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&self.folder).expect("below the folder").to_string_lossy();
                    found.insert(name.replace('\\', "/"), std::fs::read(&path).expect("the file can be read"));
                }
            }
        }
        found
    }

    /// The program with these arguments in this folder, in English, without colours being asked for.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Said {
        hear(&mut self.command(arguments))
    }
}

/// Runs a command and hears it out.
pub fn hear(command: &mut Command) -> Said {
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}
