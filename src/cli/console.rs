//! What goes to the terminal. A closed pipe is a normal end, never a panic.

use crate::report::wording::commands as say;
use std::ffi::OsStr;
use std::io::{IsTerminal, Write};

/// Prints a result to stdout. Returns false if nobody takes it for another reason than a closed pipe (a full disk).
pub fn result(text: &str) -> bool {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => true,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => true,
        Err(error) => {
            // Here nobody knows what `--lang` said.
            let language = super::Lang::or_of_environment(None);
            talk(&say::CANNOT_PRINT.fill(language, &[("error", &error.to_string())]));
            false
        }
    }
}

/// Says something to the person at the terminal, on stderr.
pub fn talk(text: &str) {
    // Nobody is left to tell if stderr is closed.
    drop(writeln!(std::io::stderr().lock(), "{text}"));
}

/// Whether messages may be coloured.
pub fn colours() -> bool {
    let of = |name: &str| std::env::var_os(name);
    std::io::stderr().is_terminal() && wanted(of("NO_COLOR").as_deref(), of("TERM").as_deref())
}

/// Whether a terminal wants colours: not if `NO_COLOR` says anything, not if it is a dumb one.
fn wanted(no_color: Option<&OsStr>, term: Option<&OsStr>) -> bool {
    no_color.is_none_or(OsStr::is_empty) && term != Some(OsStr::new("dumb"))
}

/// A progress bar over replications on stderr; hidden when stderr is no terminal or when quiet.
pub fn progress(total: u64, quiet: bool) -> indicatif::ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let style = indicatif::ProgressStyle::with_template("{bar:40} {pos}/{len} replications, {eta} left")
        .unwrap_or_else(|_| indicatif::ProgressStyle::default_bar());
    indicatif::ProgressBar::new(total).with_style(style)
}

/// A sign of life with the time that has passed, for work whose length is not known; hidden when stderr is no terminal.
pub fn busy(what: &str) -> indicatif::ProgressBar {
    if !std::io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let style = indicatif::ProgressStyle::with_template("{spinner} {msg}, {elapsed}")
        .unwrap_or_else(|_| indicatif::ProgressStyle::default_spinner());
    let bar = indicatif::ProgressBar::new_spinner().with_style(style).with_message(what.to_owned());
    bar.enable_steady_tick(std::time::Duration::from_millis(250));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_coloured_unless_asked_not_to() {
        let (some, none) = (|text: &'static str| Some(OsStr::new(text)), None);
        assert!(wanted(none, none) && wanted(some(""), some("xterm")));
        assert!(!wanted(some("1"), some("xterm")) && !wanted(some("0"), none));
        assert!(!wanted(none, some("dumb")));
    }
}
