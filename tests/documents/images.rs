//! The chart of the README is the one its command draws, and its words are those of the chart.

use crate::blocks::{blocks, commands};
use crate::{alone, fresh_folder, read, root, updating};
use std::process::Command;

fn the_chart_is_its_commands(document: &str, language: &str) {
    let _alone = alone();
    let text = read(document);
    let shown = blocks(&text).iter().flat_map(|block| commands(&text, block)).find(|one| one.arguments[0] == "demo");
    let arguments = shown.expect("the document runs the demo").arguments;
    let folder = fresh_folder(&format!("image-{language}"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
    // What is named last holds.
    let kept = arguments.iter().take_while(|word| *word != "-o");
    let status = command.args(kept).arg("-o").arg(&folder).current_dir(root()).output();
    assert!(status.expect("the program starts").status.success());
    let drawn = |ending: &str| {
        let path = folder.join(format!("charts/survival.{language}.{ending}"));
        std::fs::read_to_string(path).expect("the chart of the run")
    };
    let (image, alt) = (format!("docs/images/survival.{language}.svg"), drawn("alt.txt"));
    let line = format!("![{alt}]({image})", alt = alt.trim());
    if updating() {
        std::fs::write(root().join(&image), drawn("svg")).expect("the image can be rewritten");
        let lines = text.lines().map(|old| if old.starts_with("![") { line.as_str() } else { old });
        std::fs::write(root().join(document), lines.collect::<Vec<_>>().join("\n") + "\n").expect("rewritten");
        return;
    }
    assert!(read(&image) == drawn("svg"), "{image} is not the chart of the command in {document}");
    assert!(text.contains(&line), "the words beside the image in {document} should be\n{line}");
}

#[test]
fn the_english_chart_is_the_one_of_its_command() {
    the_chart_is_its_commands("README.md", "en");
}

#[test]
fn the_swedish_chart_is_the_one_of_its_command() {
    the_chart_is_its_commands("README.sv.md", "sv");
}
