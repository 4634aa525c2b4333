//! `explain`, `doctor` and `completions`.

use crate::stage::{Stage, hear};
use beredd::scenario::diagnosis::codes;

#[test]
fn a_term_is_explained_in_both_languages_by_all_its_names() {
    let stage = Stage::new("explain-terms");
    for (word, part) in [
        ("fill-rate", "The share of need served at once"),
        ("Fill Rate", "In Swedish: fyllnadsgrad"),
        ("fyllnadsgrad", "The share of need served at once"),
        ("lagertillgänglighet", "stock availability"),
        ("replications", "One run of the whole time"),
        ("3PL", "A store that somebody else runs"),
    ] {
        let said = stage.run(&["explain", word]).ends_with(0);
        assert!(said.out.contains(part) && said.err.is_empty(), "{word}: {}", said.out);
    }
    let said = stage.run(&["explain", "fill rate", "--lang", "sv"]).ends_with(0);
    assert!(said.out.starts_with("fyllnadsgrad") && said.out.contains("På engelska: fill rate"), "{}", said.out);
}

#[test]
fn every_code_is_explained_with_an_example_and_what_to_do() {
    let stage = Stage::new("explain-codes");
    for (code, what) in codes::ALL {
        let said = stage.run(&["explain", &code.to_lowercase()]).ends_with(0);
        for part in [*code, *what, "Example:", "What to do:"] {
            assert!(said.out.contains(part), "{code}: {}", said.out);
        }
    }
}

#[test]
fn keys_are_explained_and_listed() {
    let stage = Stage::new("explain-keys");
    let said = stage.run(&["explain", "site.demand-share"]).ends_with(0);
    assert_eq!(said.out, "[site.ID]\n  demand-share: Share of the region's need. (\"55 %\"; `\"0 %\"`)\n");
    let said = stage.run(&["explain", "[lump-sum.ID]", "--lang", "sv"]).ends_with(0);
    assert!(said.out.contains("amount: Belopp per år."), "{}", said.out);
    let said = stage.run(&["explain", "--keys", "--lang", "sv"]).ends_with(0);
    assert!(said.out.contains("### `[site.ID]`") && said.out.contains("| nyckel |"), "{}", said.out);
    let said = stage.run(&["explain"]).ends_with(0);
    assert!(said.out.contains("endurance (uthållighet)") && said.out.contains("S0203"), "{}", said.out);
}

#[test]
fn an_unknown_word_is_told_with_the_nearest_ones() {
    let stage = Stage::new("explain-unknown");
    let said = stage.run(&["explain", "filrate"]).ends_with(2);
    assert!(
        said.out.is_empty() && said.err.starts_with("nothing is called `filrate`\nDid you mean fill rate"),
        "{}",
        said.err
    );
    let said = stage.run(&["explain", "S0230", "--lang", "sv"]).ends_with(2);
    assert!(said.err.contains("inget heter `S0230`") && said.err.contains("S0203"), "{}", said.err);
    let said = stage.run(&["explain", "x\u{1b}[31m\u{202e}"]).ends_with(2);
    assert!(!said.err.contains(['\u{1b}', '\u{202e}']), "{}", said.err);
}

#[test]
fn the_doctor_finds_nothing_wrong_and_leaves_nothing() {
    let stage = Stage::new("doctor-well");
    let before = stage.files();
    let said = stage.run(&["doctor"]).ends_with(0);
    for part in [
        "version",
        env!("CARGO_PKG_VERSION"),
        "threads",
        "output folder",
        "MB free where the output folder is",
        "against 0.8413 in closed form",
        "All is well.",
    ] {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
    assert_eq!(stage.files(), before);
    assert!(!stage.is_there("output"));
    let said = hear(stage.command(&["doctor"]).env("LANG", "sv_SE.UTF-8").env("COLUMNS", "80")).ends_with(0);
    assert!(said.out.contains("Allt är som det ska.") && said.out.contains("80 kolumner"), "{}", said.out);
}

#[test]
fn the_doctor_tells_a_folder_that_cannot_be_written_and_ends_with_1() {
    let stage = Stage::new("doctor-ill");
    stage.write("output", "a file in the place of the folder");
    let said = stage.run(&["doctor"]).ends_with(1);
    assert!(
        said.out.contains("FAULT output folder") && said.out.ends_with("Something is wrong; see above.\n"),
        "{}",
        said.out
    );
    assert_eq!(stage.read("output"), "a file in the place of the folder");
}

#[test]
fn completions_know_every_command() {
    let stage = Stage::new("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = stage.run(&["completions", shell]).ends_with(0);
        for command in ["run", "check", "show", "demo", "new", "explain", "doctor", "completions"] {
            assert!(said.out.contains(command), "{shell}: {command}");
        }
    }
    stage.run(&["completions", "tcsh"]).ends_with(2);
}

#[test]
fn names_of_cuts_and_of_levels_are_found() {
    let stage = Stage::new("explain-cuts");
    for (asked, words) in [
        ("largest-site", "each alternative loses the site whose stock is worth most"),
        ("outside-region", "nothing comes into the region"),
        ("all-suppliers", "all suppliers stop"),
        ("månad", "1 month 30"),
    ] {
        let said = stage.run(&["explain", asked]).ends_with(0);
        assert!(said.out.contains(words), "{asked}: {}", said.out);
    }
}
