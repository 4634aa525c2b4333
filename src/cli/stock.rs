//! `beredd stock`: the daily tools of the pharmacist and the materials controller.

mod import;
mod input;
mod template;
mod eoq;
mod holding;
mod service;
mod slotting;
mod values;

/// Which tool.
#[derive(Debug, clap::Subcommand)]
pub enum StockCommand {
    /// Read a list of any form, tell what was understood, and write it clean
    Import(import::ImportArguments),
    /// Write a workbook with all lists of the desk: what to ask a wholesaler for
    Template(template::TemplateArguments),
    /// Tell the economic order quantity, what it costs, the reorder point and what a service level costs
    Eoq(eoq::EoqArguments),
    /// Turn cycle service, fill rate, safety stock and reorder point into each other, and tell what they tie up
    Service(service::ServiceArguments),
    /// Find places for articles so that pickers walk less, with look-alikes apart
    Slotting(slotting::SlottingArguments),
}

/// Runs a tool.
pub fn stock(command: &StockCommand) -> u8 {
    match command {
        StockCommand::Import(arguments) => import::import(arguments),
        StockCommand::Template(arguments) => template::template(arguments),
        StockCommand::Eoq(arguments) => eoq::eoq(arguments),
        StockCommand::Service(arguments) => service::service(arguments),
        StockCommand::Slotting(arguments) => slotting::slotting(arguments),
    }
}

/// Columns of the tables.
const WIDTH: usize = 100;
