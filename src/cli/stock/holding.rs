//! What a unit in stock costs, as the command line says it.

use super::values::{part, positive, rate};
use crate::desk::holding::{CAPITAL_SHARE, Holding, Said};

/// The price of a unit and one way to say the holding cost.
#[derive(Debug, clap::Args)]
pub struct HoldingArguments {
    /// Price of a unit, SEK
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = positive)]
    pub price: Option<f64>,
    /// Holding cost, SEK per unit and year
    #[arg(long, value_name = "SEK", allow_negative_numbers = true, value_parser = positive, conflicts_with_all = ["holding_rate", "capital_rate"])]
    holding: Option<f64>,
    /// Holding cost all in, share of the price per year, e.g. 0.18 or 18%
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true, value_parser = rate, requires = "price", conflicts_with = "capital_rate")]
    holding_rate: Option<f64>,
    /// Capital rate per year, of which the holding cost follows, e.g. 15%
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true, value_parser = rate, requires = "price")]
    capital_rate: Option<f64>,
    /// Share of the holding cost that is capital
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true, default_value_t = CAPITAL_SHARE, value_parser = part)]
    capital_share: f64,
}

impl HoldingArguments {
    /// The holding cost, if one is said.
    pub fn holding(&self) -> Option<Holding> {
        let capital = self.capital_rate.map(|rate| Said::Capital { rate, share: self.capital_share });
        let said = self.holding.map(Said::PerUnit).or(self.holding_rate.map(Said::Rate)).or(capital)?;
        said.of(self.price)
    }
}
