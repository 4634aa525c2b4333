//! `beredd stock`: the daily tools of the pharmacist and the materials controller.

/// Which tool.
#[derive(Debug, clap::Subcommand)]
pub enum StockCommand {}

/// Runs a tool.
pub fn stock(command: &StockCommand) -> u8 {
    match *command {}
}
