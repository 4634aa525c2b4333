//! Every link of a document that stays in the package leads to a file, and to a heading of it if it names one.

use crate::{markdown, read, root};

/// Targets of `[text](target)` and `![text](target)`, code left out.
fn targets(text: &str) -> Vec<String> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        if fenced {
            continue;
        }
        // Every second part stands between backticks.
        for plain in line.split('`').step_by(2) {
            found.extend(plain.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned));
        }
    }
    found
}

/// The name by which a link finds a heading: small letters, digits, hyphens for spaces.
fn anchor(heading: &str) -> String {
    let letters = heading.trim().to_lowercase();
    letters
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

#[test]
fn every_relative_link_leads_somewhere() {
    let mut checked = 0;
    for document in markdown() {
        for target in targets(&read(&document)) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            checked += 1;
            let (file, heading) = target.split_once('#').unwrap_or((&target, ""));
            let beside = document.parent().expect("a folder").join(file);
            let path = if file.is_empty() { document.clone() } else { beside };
            assert!(root().join(&path).exists(), "{}: {target} leads nowhere", document.display());
            if !heading.is_empty() {
                let text = read(&path);
                let mut headings =
                    text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#'));
                assert!(headings.any(|one| anchor(one) == heading), "{}: no heading for {target}", document.display());
            }
        }
    }
    assert!(checked >= 40, "only {checked} links were found");
}

#[test]
fn links_are_found_outside_code() {
    assert_eq!(targets("[a](b) ![c](d.svg)\n```\n[x](y)\n```\n`[x](y)` [e](f#g)"), ["b", "d.svg", "f#g"]);
    assert_eq!(anchor(" What the region's verdicts are, and why"), "what-the-regions-verdicts-are-and-why");
}
