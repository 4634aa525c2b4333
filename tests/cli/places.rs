//! Where results cannot go: a closed pipe is a normal end, a place that cannot be written ends with 74.

use crate::stage::{Stage, hear};
use std::process::Stdio;

const RUN: [&str; 6] = ["run", "study.toml", "-r", "2", "-o", "out"];

/// The writing end of a pipe that nobody reads.
fn closed_pipe() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

#[test]
fn a_closed_pipe_is_a_normal_end() {
    let stage = Stage::new("places-pipe");
    for arguments in [
        &RUN[..],
        &["check", "study.toml"],
        &["show", "study.toml"],
        &["--help"],
        &["--version"],
        &["demo"],
        &["explain"],
        &["completions", "bash"],
        &["doctor"],
        &["new", "mine"],
    ] {
        let said = hear(stage.command(arguments).stdout(closed_pipe())).ends_with(0);
        assert!(!said.err.contains("fault"), "{arguments:?}: {}", said.err);
    }
    assert!(stage.is_there("out/results.json"), "the run is kept");
}

#[test]
fn nobody_to_talk_to_is_no_fault() {
    let stage = Stage::new("places-silent");
    let mut command = stage.command(&RUN);
    let status = command.stdout(closed_pipe()).stderr(closed_pipe()).status().expect("the program starts");
    assert_eq!(status.code(), Some(0));
    stage.write("bad.toml", "extends = \"none.toml\"\n");
    let status = stage.command(&["check", "bad.toml"]).stderr(closed_pipe()).status().expect("the program starts");
    assert_eq!(status.code(), Some(2));
}

#[test]
fn a_file_in_the_place_of_the_folder_ends_with_74_after_the_results() {
    let stage = Stage::new("places-file");
    stage.write("out", "I was here first.");
    let said = stage.run(&RUN).ends_with(74);
    assert!(said.err.starts_with("cannot write out"), "{}", said.err);
    assert!(said.out.contains("Decision table"), "what was computed is still printed");
    assert!(!said.err.contains("wrote"), "{}", said.err);
    assert_eq!(stage.read("out"), "I was here first.");
}

#[test]
fn a_folder_in_the_place_of_a_file_ends_with_74_and_leaves_no_part() {
    let stage = Stage::new("places-folder");
    std::fs::create_dir_all(stage.path("out/results.csv/sub")).expect("a folder in the place of a file");
    let said = stage.run(&RUN).ends_with(74);
    assert!(said.err.contains("results.csv"), "{}", said.err);
    assert!(!stage.files().keys().any(|name| name.ends_with(".part")), "no half file");
}

#[test]
fn another_run_replaces_its_files_and_leaves_others() {
    let stage = Stage::new("places-again");
    stage.run(&RUN).ends_with(0);
    stage.write("out/notes.txt", "mine");
    stage.write("out/results.json", "old");
    stage.run(&RUN).ends_with(0);
    assert_eq!(stage.read("out/notes.txt"), "mine");
    assert!(stage.read("out/results.json").starts_with('{'));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_stdout_ends_with_74() {
    let stage = Stage::new("places-full");
    for arguments in [&RUN[..], &["check", "study.toml"], &["show", "study.toml"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        let said = hear(stage.command(arguments).stdout(full)).ends_with(74);
        assert!(said.err.contains("cannot write to standard output"), "{arguments:?}: {}", said.err);
    }
}
