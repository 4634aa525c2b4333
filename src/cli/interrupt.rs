//! Ctrl-C: files that are being written are finished, what was only begun is taken away, and one line tells which it was.

use super::{INTERRUPTED, console, lock};
use crate::report::wording::{Language, commands as say};
use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};

/// Locked while files are put in place; whether any are.
static WROTE: Mutex<bool> = Mutex::new(false);

/// Ends the program with a line from now on when the user interrupts it.
pub fn watch(language: Language) {
    let end = move || {
        let wrote = WROTE.lock().unwrap_or_else(PoisonError::into_inner);
        lock::clear_all();
        let said = if *wrote { say::INTERRUPTED_AFTER } else { say::INTERRUPTED };
        // Below the progress bar, if there is one.
        let gap = if std::io::stderr().is_terminal() { "\n" } else { "" };
        console::talk(&format!("{gap}{}", said.text(language)));
        std::process::exit(INTERRUPTED);
    };
    // The first command that watches stays the one that speaks: `demo` runs `run`.
    drop(ctrlc::set_handler(end));
}

/// Puts files in place; an interruption waits until all of them are.
pub fn undisturbed<E>(write: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
    let mut wrote = WROTE.lock().unwrap_or_else(PoisonError::into_inner);
    write().inspect(|()| *wrote = true)
}
