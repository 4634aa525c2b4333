//! `beredd stock`: the daily tools of the pharmacist and the materials controller.

mod amount;
mod answer;
mod import;
mod input;
mod reorder;
mod shortages;
mod suppliers;
mod template;
mod today;

/// Which tool.
#[derive(Debug, clap::Subcommand)]
pub enum StockCommand {
    /// Read a list of any form, tell what was understood, and write it clean
    Import(import::ImportArguments),
    /// Write a workbook with all lists of the desk: what to ask a wholesaler for
    Template(template::TemplateArguments),
    /// What to order today: proposals by rule with reasons, joined by supplier; the rules side by side, or tried on issues
    Reorder(reorder::ReorderArguments),
    /// What runs out this week: until when, what stands in, whom to call
    Brist(shortages::ShortagesArguments),
    /// The suppliers' scorecard from actual deliveries
    Leverantor(suppliers::SuppliersArguments),
}

/// Runs a tool.
pub fn stock(command: &StockCommand) -> u8 {
    match command {
        StockCommand::Import(arguments) => import::import(arguments),
        StockCommand::Template(arguments) => template::template(arguments),
        StockCommand::Reorder(arguments) => reorder::reorder(arguments),
        StockCommand::Brist(arguments) => shortages::shortages_of(arguments),
        StockCommand::Leverantor(arguments) => suppliers::suppliers(arguments),
    }
}
