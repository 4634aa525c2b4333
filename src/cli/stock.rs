//! `beredd stock`: the daily tools of the pharmacist and the materials controller.

mod import;
mod input;
mod template;

/// Which tool.
#[derive(Debug, clap::Subcommand)]
pub enum StockCommand {
    /// Read a list of any form, tell what was understood, and write it clean
    Import(import::ImportArguments),
    /// Write a workbook with all lists of the desk: what to ask a wholesaler for
    Template(template::TemplateArguments),
}

/// Runs a tool.
pub fn stock(command: &StockCommand) -> u8 {
    match command {
        StockCommand::Import(arguments) => import::import(arguments),
        StockCommand::Template(arguments) => template::template(arguments),
    }
}
