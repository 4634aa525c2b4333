//! The calculators of the stock desk, through the program: lot sizes, service levels, the cost of shortages. Expected values are
//! those of the fact file, of the file of known answers, and worked out by hand.

mod eoq;
mod hostile;
mod oracles;
mod service;
mod shortage_cost;
mod shown;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The program with these arguments, in the folder of the package.
fn beredd(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.output().expect("the program starts")
}

/// The JSON that a tool prints; anything but success fails the test.
#[track_caller]
fn json(arguments: &[&str]) -> Value {
    let output = beredd(&[arguments, &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The number at a JSON pointer.
#[track_caller]
fn number(value: &Value, pointer: &str) -> f64 {
    value.pointer(pointer).and_then(Value::as_f64).unwrap_or_else(|| panic!("no number at {pointer}: {value:#}"))
}

#[track_caller]
fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected} ± {within}");
}

/// The row of a list that has this word under this key.
#[track_caller]
fn row<'v>(value: &'v Value, list: &str, key: &str, word: &str) -> &'v Value {
    let rows = value.pointer(list).and_then(Value::as_array).expect("a list");
    rows.iter().find(|row| row[key] == word).unwrap_or_else(|| panic!("no {key} {word} in {list}"))
}

/// A file of a test's own.
fn written(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desk_calculators");
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file for the test");
    path
}
