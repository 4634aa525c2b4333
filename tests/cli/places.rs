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
    for arguments in [
        &RUN[..],
        &["check", "study.toml"],
        &["show", "study.toml"],
        &["demo"],
        &["new", "mine"],
        &["doctor"],
        &["explain"],
    ] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        let said = hear(stage.command(arguments).stdout(full)).ends_with(74);
        assert!(said.err.contains("cannot write to standard output"), "{arguments:?}: {}", said.err);
    }
}

/// The program where no file may grow beyond some blocks of 512 bytes, as on a disk that is nearly full.
#[cfg(target_os = "linux")]
fn with_little_room(stage: &Stage, blocks: u32, arguments: &[&str]) -> crate::stage::Said {
    let mut command = std::process::Command::new("sh");
    // The signal that the limit sends would end the program before it could say anything.
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_beredd")]).args(arguments).current_dir(stage.path(""));
    command.stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    hear(&mut command)
}

#[cfg(target_os = "linux")]
#[test]
fn rows_for_which_there_is_no_room_end_with_74_and_leave_nothing() {
    let stage = Stage::new("places-little-rows");
    let before = stage.files();
    // A replication takes some 350 bytes, and a megabyte stays in memory.
    let short = ["--set", "scenario.measured=\"10 days\"", "--set", "endurance.probes=0"];
    let many = [&["run", "today.toml", "-r", "5000", "-o", "out", "-q"], &short[..]].concat();
    let said = with_little_room(&stage, 200, &many).ends_with(74);
    assert!(said.out.is_empty() && said.err.starts_with("cannot write out: "), "{}{}", said.out, said.err);
    assert_eq!(stage.files(), before, "nothing stays");
    assert!(!stage.is_there("out"), "no folder that was not there");
}

#[cfg(target_os = "linux")]
#[test]
fn a_project_that_does_not_fit_ends_with_74_and_leaves_nothing() {
    let stage = Stage::new("places-little-project");
    std::fs::create_dir(stage.path("empty")).expect("an empty folder");
    let before = stage.files();
    for (arguments, file) in [
        (&["new", "mine/region"][..], "mine/region/common.toml"),
        (&["new", "empty"], "empty/common.toml"),
        (&["demo"], "output/demo/project/common.toml"),
    ] {
        let said = with_little_room(&stage, 2, arguments).ends_with(74);
        assert!(said.out.is_empty(), "{}", said.out);
        assert!(said.err.starts_with(&format!("cannot write {file}: ")), "{}", said.err);
    }
    assert_eq!(stage.files(), before, "no project without all its files");
    assert!(!stage.is_there("mine") && !stage.is_there("output"), "no folder that was not there");
    assert!(stage.is_there("empty"), "the user's own folder stays");
}

#[cfg(target_os = "linux")]
#[test]
fn a_project_that_cannot_be_renewed_keeps_what_was_there() {
    let stage = Stage::new("places-little-again");
    stage.write_below("output/demo/project/study.toml", "an older study");
    stage.write_below("output/demo/project/common.toml", "older assumptions");
    with_little_room(&stage, 2, &["demo", "--force"]).ends_with(74);
    assert_eq!(stage.read("output/demo/project/common.toml"), "older assumptions");
    let names: Vec<String> = stage.files().into_keys().filter(|name| name.starts_with("output/")).collect();
    assert_eq!(names, ["output/demo/project/common.toml", "output/demo/project/study.toml"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_demo_whose_results_do_not_fit_prints_them_and_ends_with_74() {
    let stage = Stage::new("places-little-demo");
    let said = with_little_room(&stage, 40, &["demo"]).ends_with(74);
    assert!(said.out.contains("1. Decision table") && !said.out.contains("Tables, charts and data"), "{}", said.out);
    assert!(said.err.starts_with("cannot write output/demo/results.json: "), "{}", said.err);
    let files = stage.files();
    assert!(!files.keys().any(|name| name.ends_with(".part") || name.ends_with("results.json")), "no half file");
    assert!(stage.is_there("output/demo/project/study.toml"), "the project fitted");
}

/// A folder that nobody may write to, not even the one who may write everywhere.
#[cfg(target_os = "linux")]
fn read_only(stage: &Stage) -> String {
    use std::os::unix::fs::PermissionsExt;
    let folder = stage.path("locked");
    std::fs::create_dir(&folder).expect("a folder to lock");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).expect("it is the test's own");
    if std::fs::write(folder.join("probe"), "x").is_ok() { "/proc".into() } else { "locked".into() }
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_place_ends_with_74() {
    let stage = Stage::new("places-read-only");
    let locked = read_only(&stage);
    let before = stage.files();
    let within = format!("{locked}/beredd");
    for arguments in [&["new", &within][..], &["demo", "-o", &within], &["run", "study.toml", "-r", "2", "-o", &within]]
    {
        let said = stage.run(arguments).ends_with(74);
        assert!(said.err.contains(&format!("cannot write {within}")), "{arguments:?}: {}", said.err);
    }
    assert_eq!(stage.files(), before);
}
