//! `beredd completions`: what a shell needs to complete commands and options.

use super::console::result;
use super::{Arguments, CANNOT_WRITE, DONE};
use clap::CommandFactory;
use clap_complete::{Shell, generate};

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the completions.
pub fn completions(arguments: &CompletionsArguments) -> u8 {
    let mut text = Vec::new();
    generate(arguments.shell, &mut Arguments::command(), "beredd", &mut text);
    if result(&String::from_utf8_lossy(&text)) { DONE } else { CANNOT_WRITE }
}
