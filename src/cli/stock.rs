//! `beredd stock`: the daily tools of the pharmacist and the materials controller.

mod abc;
mod consumption;
mod cross_abc;
mod hand;
mod import;
mod input;
mod template;
mod today;

/// Which tool.
#[derive(Debug, clap::Subcommand)]
pub enum StockCommand {
    /// Classes of articles by the value consumed (ABC), how steady their use is (XYZ) and how vital they are (VED)
    Abc(abc::AbcArguments),
    /// Consumption against value of stock: what binds money, what runs lean
    CrossAbc(cross_abc::CrossArguments),
    /// Read a list of any form, tell what was understood, and write it clean
    Import(import::ImportArguments),
    /// Write a workbook with all lists of the desk: what to ask a wholesaler for
    Template(template::TemplateArguments),
}

/// Runs a tool.
pub fn stock(command: &StockCommand) -> u8 {
    match command {
        StockCommand::Abc(arguments) => abc::abc(arguments),
        StockCommand::CrossAbc(arguments) => cross_abc::cross_abc(arguments),
        StockCommand::Import(arguments) => import::import(arguments),
        StockCommand::Template(arguments) => template::template(arguments),
    }
}
