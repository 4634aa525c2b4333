//! Every command that a document shows is run, and prints what the document says.
//!
//! - A command stands in a `console` block on a line that begins with `$ beredd` or `$ cargo run --release --`; what it prints
//!   (results and talk, as a terminal mixes them) follows. `[…]` stands for lines left out.
//! - A block after a line `<!-- file: PATH -->` is written to that path first.
//! - A block after a line that says "not run by the tests" is left alone.

use crate::blocks::{Block, blocks, commands};
use crate::excerpt::{agrees, renewed};
use crate::{fresh_folder, markdown, read, root, updating};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

const NOT_RUN: [&str; 2] = ["not run by the tests", "körs inte av testerna"];

#[test]
fn every_command_prints_what_its_document_shows() {
    let mut run = 0;
    let wrong: Vec<String> = markdown().iter().flat_map(|path| document(path, &mut run)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(run >= 10, "only {run} commands were found");
}

/// Runs the commands of a document in a copy of the files it speaks of; tells what differs.
fn document(path: &Path, run: &mut u32) -> Vec<String> {
    let text = read(path);
    let found = blocks(&text);
    let speaks = |block: &Block| block.kind == "console" && !commands(&text, block).is_empty();
    if !found.iter().any(speaks) {
        return Vec::new();
    }
    let folder = fresh_folder(&path.to_string_lossy().replace(['/', '\\'], "-"));
    for name in ["scenarios", "data"] {
        copy(&root().join(name), &folder.join(name));
    }
    let lines: Vec<&str> = text.lines().collect();
    let (mut wrong, mut new, mut copied) = (Vec::new(), Vec::<String>::new(), 0);
    for block in &found {
        if let Some(name) = block.before.strip_prefix("<!-- file: ").and_then(|rest| rest.strip_suffix(" -->")) {
            let file = folder.join(name);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("the folder of the file");
            std::fs::write(file, lines[block.lines.clone()].join("\n") + "\n").expect("the file of the document");
        }
        if block.kind != "console" || NOT_RUN.iter().any(|words| block.before.contains(words)) {
            continue;
        }
        for shown in commands(&text, block) {
            *run += 1;
            let printed = printed(&folder, &shown.arguments);
            let (told, seen) = (&lines[shown.printed.clone()], printed.lines().collect::<Vec<_>>());
            new.extend(lines[copied..shown.printed.start].iter().map(|line| (*line).to_owned()));
            new.extend(renewed(told, &seen));
            copied = shown.printed.end;
            if !agrees(told, &seen) {
                let command = shown.arguments.join(" ");
                wrong.push(format!("{}:{}: {command}\n{printed}", path.display(), shown.printed.start));
            }
        }
    }
    if updating() && !wrong.is_empty() {
        new.extend(lines[copied..].iter().map(|line| (*line).to_owned()));
        std::fs::write(root().join(path), new.join("\n") + "\n").expect("the document can be rewritten");
        return Vec::new();
    }
    wrong
}

/// Results and talk of the program in the order in which they come.
fn printed(folder: &Path, arguments: &[String]) -> String {
    let (mut reader, writer) = std::io::pipe().expect("a pipe");
    let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command.stdout(writer.try_clone().expect("a second end")).stderr(writer);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let mut child = command.spawn().expect("the program starts");
    // The command holds the writing ends; the pipe ends when they are gone.
    drop(command);
    let mut text = String::new();
    reader.read_to_string(&mut text).expect("the program writes UTF-8");
    let status = child.wait().expect("the program ends");
    assert!(matches!(status.code(), Some(0..=2)), "{arguments:?}: {status}\n{text}");
    text
}

/// Copies a folder and what is in it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder of the copy");
    for entry in std::fs::read_dir(from).expect("the folder can be listed") {
        let path = entry.expect("the entry can be read").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("the file can be copied");
        }
    }
}
