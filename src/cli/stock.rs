//! `beredd stock`: the daily tools of the pharmacist and the materials controller.

mod abc;
mod annex;
mod consumption;
mod cross_abc;
mod eoq;
mod fit;
mod hand;
mod holding;
mod import;
mod input;
mod reorder;
mod service;
mod shortage_cost;
mod shortages;
mod slotting;
mod suppliers;
mod template;
mod today;
mod turnover;
mod values;

/// Which tool.
#[derive(Debug, clap::Subcommand)]
pub enum StockCommand {
    /// Classes of articles by the value consumed (ABC), how steady their use is (XYZ) and how vital they are (VED)
    Abc(abc::AbcArguments),
    /// Consumption against value of stock: what binds money, what runs lean
    CrossAbc(cross_abc::CrossArguments),
    /// Fit use and lead times to the history of issues and deliveries, as articles and laws for the simulator
    Fit(fit::FitArguments),
    /// How fast stock moves, what does not move and should be written off, and what a reserve allows
    Turnover(turnover::TurnoverArguments),
    /// Annex for a tender or a building brief: pallets, area, lines and volumes a day, now and with each reserve
    Underlag(annex::AnnexArguments),
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
    /// Tell the economic order quantity, what it costs, the reorder point and what a service level costs
    Eoq(eoq::EoqArguments),
    /// Turn cycle service, fill rate, safety stock and reorder point into each other, and tell what they tie up
    Service(service::ServiceArguments),
    /// Find places for articles so that pickers walk less, with look-alikes apart
    Slotting(slotting::SlottingArguments),
    /// Tell what shortages cost a shop per week, in three steps, from the file of a case
    ShortageCost(shortage_cost::ShortageCostArguments),
}

/// Runs a tool.
pub fn stock(command: &StockCommand) -> u8 {
    match command {
        StockCommand::Abc(arguments) => abc::abc(arguments),
        StockCommand::CrossAbc(arguments) => cross_abc::cross_abc(arguments),
        StockCommand::Fit(arguments) => fit::fit(arguments),
        StockCommand::Turnover(arguments) => turnover::turnover(arguments),
        StockCommand::Underlag(arguments) => annex::annex(arguments),
        StockCommand::Import(arguments) => import::import(arguments),
        StockCommand::Template(arguments) => template::template(arguments),
        StockCommand::Reorder(arguments) => reorder::reorder(arguments),
        StockCommand::Brist(arguments) => shortages::shortages_of(arguments),
        StockCommand::Leverantor(arguments) => suppliers::suppliers(arguments),
        StockCommand::Eoq(arguments) => eoq::eoq(arguments),
        StockCommand::Service(arguments) => service::service(arguments),
        StockCommand::Slotting(arguments) => slotting::slotting(arguments),
        StockCommand::ShortageCost(arguments) => shortage_cost::shortage_cost(arguments),
    }
}

/// Columns of the tables.
const WIDTH: usize = 100;
