//! Two processes and one folder, and Ctrl-C: what is there stays whole, and one line tells what happened.

use crate::stage::{Stage, hear};
use std::process::{Child, Command, Stdio};

/// So many replications that the first process surely works while the second one asks.
const LONG: [&str; 6] = ["run", "study.toml", "-r", "60000", "-o", "out"];

/// Starts a long run and waits until it holds its folder.
fn long_run(stage: &Stage, more: &[&str]) -> Child {
    let mut child = stage
        .command(&[&LONG, more].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    while !stage.is_there("out/.beredd-lock") {
        assert!(child.try_wait().expect("a child").is_none(), "it ended before it held its folder");
        std::thread::yield_now();
    }
    child
}

#[test]
fn the_second_run_into_a_folder_is_told_and_the_run_before_stays_whole() {
    let stage = Stage::new("two-runs");
    stage.run(&["run", "study.toml", "-r", "2", "-q", "-o", "out"]).ends_with(0);
    let before = (stage.bytes("out/run.json"), stage.bytes("out/results.json"));
    let mut first = long_run(&stage, &["-q"]);
    let said = stage.run(&["run", "study.toml", "-r", "3", "-q", "-o", "out"]).ends_with(74);
    assert!(said.err.starts_with("another run is writing in out; nothing was written."), "{}", said.err);
    let said = stage.run(&["run", "study.toml", "-r", "3", "-q", "-o", "out", "--lang", "sv"]).ends_with(74);
    assert!(said.err.starts_with("en annan körning skriver i out; inget skrevs."), "{}", said.err);
    stage.run(&["report", "out", "--lang", "en"]).ends_with(0);
    stage.run(&["run", "study.toml", "-r", "2", "-q", "-o", "elsewhere"]).ends_with(0);
    first.kill().expect("it can be killed");
    first.wait().expect("it ends");
    assert_eq!(stage.bytes("out/results.json"), before.1);
    assert!(!stage.is_there("out/.beredd-part"));
    // A lock whose holder was killed is no obstacle, and goes away.
    stage.run(&["run", "study.toml", "-r", "2", "-q", "-o", "out"]).ends_with(0);
    assert!(!stage.is_there("out/.beredd-lock"));
}

#[test]
#[cfg(unix)]
fn an_interrupted_run_says_in_one_line_that_nothing_was_written() {
    for (language, line) in [("en", "interrupted; nothing was written\n"), ("sv", "avbrutet; inget skrevs\n")] {
        let stage = Stage::new(&format!("interrupted-{language}"));
        let child = long_run(&stage, &["--lang", language]);
        let told = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill is there");
        assert!(told.success());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(130));
        assert_eq!((String::from_utf8_lossy(&output.stderr).as_ref(), output.stdout.len()), (line, 0));
        assert!(!stage.is_there("out"), "the folder that was made for it is gone");
    }
}

#[test]
fn what_is_written_is_told_in_the_language_asked_for() {
    let stage = Stage::new("wrote-swedish");
    let run = ["run", "study.toml", "-r", "2", "-o", "out"];
    assert!(stage.run(&[&run[..], &["--lang", "sv"]].concat()).ends_with(0).err.ends_with("skrev out\n"));
    assert!(stage.run(&run).ends_with(0).err.ends_with("wrote out\n"));
    let said = hear(stage.command(&["report", "out"]).env("LANG", "sv_SE.UTF-8")).ends_with(0);
    assert!(said.err.ends_with("skrev out/report.sv.html\n"), "{}", said.err);
    let said = stage.run(&["show", "study.toml", "--scenario", "nowhere", "--lang", "sv"]).ends_with(2);
    assert_eq!(said.err, "studien har inget scenario `nowhere`; den har: today, tomorrow\n");
}
