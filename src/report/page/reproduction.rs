//! What it takes to get the same figures again.

use super::Page;
use super::markup::{Table, esc};
use crate::report::wording::page::PageWord;

/// The section.
pub(super) fn section(page: &Page) -> String {
    let inputs = &page.findings.inputs;
    let elsewhere = || page.text(PageWord::ReproInRunJson).to_string();
    let code = |text: &str| format!("<code>{}</code>", esc(text));
    let command = match &page.info.command[..] {
        [] => elsewhere(),
        words => code(&words.iter().map(|word| shell_word(word)).collect::<Vec<_>>().join(" ")),
    };
    let date = if page.info.finished.is_empty() { elsewhere() } else { esc(&page.info.finished) };
    let settings = match &inputs.settings[..] {
        [] => page.text(PageWord::ReproNone).to_string(),
        settings => settings.iter().map(|setting| code(setting)).collect::<Vec<_>>().join("<br>"),
    };
    let mut warm_up: Vec<u32> = inputs.scenarios.iter().map(|scenario| scenario.warm_up_days).collect();
    warm_up.sort_unstable();
    warm_up.dedup();
    let warm_up = warm_up.iter().map(|&days| page.numbers.count(days)).collect::<Vec<_>>().join(", ");
    let facts = [
        (PageWord::ReproProgram, esc(&format!("beredd {}", inputs.version))),
        (PageWord::ReproDate, date),
        (PageWord::ReproCommand, command),
        (PageWord::ReproSeed, code(&inputs.seed.to_string())),
        (PageWord::ReproReplications, page.numbers.count(inputs.replications)),
        (PageWord::ReproDays, page.numbers.count(inputs.measured_days)),
        (PageWord::ReproWarmUp, warm_up),
        (PageWord::ReproSettings, settings),
    ];
    let facts: String =
        facts.iter().map(|(word, value)| format!("<dt>{}</dt><dd>{value}</dd>\n", page.text(*word))).collect();
    let heads = vec![page.text(PageWord::FileColumn).to_string(), "SHA-256".to_string()];
    let mut files = Table::new(page.text(PageWord::ReproFiles).to_string(), heads);
    for (path, hash) in &inputs.files {
        files.row(&code(path), &[code(hash)]);
    }
    page.part(
        "reproduction",
        PageWord::ReproHead,
        &format!("<dl class=\"facts\">\n{facts}</dl>\n{}", files.html("files")),
    )
}

/// A word of a command as a shell takes it.
fn shell_word(word: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "-_./=,:+@".contains(character);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_string()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::shell_word;

    #[test]
    fn words_are_quoted_where_a_shell_needs_it() {
        assert_eq!(["-r", "20", "a b", "it's", ""].map(shell_word), ["-r", "20", "'a b'", "'it'\\''s'", "''"]);
    }
}
