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
fn a_file_in_the_place_of_the_folder_is_told_before_the_work() {
    let stage = Stage::new("places-file");
    stage.write("out", "I was here first.");
    let said = stage.run(&RUN).ends_with(2);
    assert_eq!(
        (said.err.as_str(), said.out.as_str()),
        ("out is a file, not a folder; choose another place with -o\n", ""),
        "nothing is simulated"
    );
    let below = [&RUN[..5], &["out/below"]].concat();
    assert!(stage.run(&below).ends_with(2).err.starts_with("out is a file, not a folder"));
    assert_eq!(stage.read("out"), "I was here first.");
}

#[cfg(unix)]
#[test]
fn a_link_to_nowhere_is_told_before_the_work() {
    let stage = Stage::new("places-link");
    std::os::unix::fs::symlink("gone", stage.path("out")).expect("a link");
    let said = stage.run(&RUN).ends_with(2);
    assert_eq!(
        (said.err.as_str(), said.out.as_str()),
        ("out is a link that leads nowhere; choose another place with -o\n", "")
    );
    let said = stage.run(&["items", "generate", "-o", "out"]).ends_with(2);
    assert!(said.err.starts_with("out is there already"), "{}", said.err);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_told_before_the_work_and_leaves_no_part() {
    let stage = Stage::new("places-folder");
    std::fs::create_dir_all(stage.path("out/results.csv/sub")).expect("a folder in the place of a file");
    let said = stage.run(&RUN).ends_with(2);
    assert!(said.err.starts_with("out/results.csv is a folder where a file is to stand"), "{}", said.err);
    assert!(said.out.is_empty() && !stage.files().keys().any(|name| name.ends_with(".part")), "no half file");
}

#[test]
fn another_run_replaces_its_files_and_leaves_others() {
    let stage = Stage::new("places-again");
    stage.run(&RUN).ends_with(0);
    stage.write("out/notes.txt", "mine");
    let whole = stage.read("out/results.json");
    stage.run(&[&RUN[..], &["--seed", "2"]].concat()).ends_with(0);
    assert_ne!(stage.read("out/results.json"), whole);
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
