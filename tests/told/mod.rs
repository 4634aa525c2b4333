//! Writes wrong files and hears what is said of them.

use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::load;
use std::path::{Path, PathBuf};

/// A complete scenario without an item file.
pub const BASE: &str = r#"[scenario]
title = { sv = "Nu", en = "Now" }

[supplier.acme]
origin = "asia"

[origin.asia]
lead-time = "30 days"

[owner.region]
kind = "region"

[site.main]
owner = "region"
demand-share = "100 %"

[policy.main]
at = ["main"]
kind = "order-up-to"
review = "7 days"
safety-stock = "30 days"

[article.A1]
supplier = "acme"
demand = "5 units/day"
demand-sd = "2 units/day"
"#;

pub const HEADER: &str = "id,supplier,critical,price,demand,demand-sd";

/// Writes files into a folder of the test's own.
pub fn written(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("errors").join(test);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file for the test");
    }
    folder
}

/// What is said of the first file, with its folder left out of paths.
pub fn told(test: &str, files: &[(&str, &str)], settings: &[&str]) -> String {
    let folder = written(test, files);
    let settings: Vec<_> = settings.iter().map(|setting| (*setting).to_owned()).collect();
    let (diagnoses, sources) = match load(&folder.join(files[0].0), &settings) {
        Ok(loaded) => (loaded.findings, loaded.sources),
        Err(problems) => (problems.diagnoses, problems.sources),
    };
    let prefix = format!("{}/", folder.display());
    render(&diagnoses, &sources, Colour::Plain).replace(&prefix, "")
}

/// What is said of an overlay on the base.
pub fn overlay(test: &str, text: &str) -> String {
    told(test, &[("over.toml", &format!("extends = \"base.toml\"\n{text}")), ("base.toml", BASE)], &[])
}

/// What is said of an item file with these rows under the usual header.
pub fn items(test: &str, csv: &str) -> String {
    let base = BASE.split("[article.A1]").next().expect("the part before articles");
    told(test, &[("base.toml", &format!("{base}[items]\nfile = \"items.csv\"\n")), ("items.csv", csv)], &[])
}

#[track_caller]
pub fn assert_told(found: &str, expected: &str) {
    assert_eq!(found.trim(), expected.trim(), "\n--- found ---\n{found}\n--- expected ---\n{expected}");
}
