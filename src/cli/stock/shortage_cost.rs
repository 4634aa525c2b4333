//! `beredd stock shortage-cost`: what shortages cost a shop per week.

use super::WIDTH;
use crate::cli::BAD_INPUT;
use crate::cli::delivery::{Answer, Delivery};
use crate::cli::loading::tell;
use crate::desk::shortage_cost::{ShortageCostFindings, read, shortage_cost as answered};
use crate::report::wording::Language;
use crate::report::{chart, csv, desk};
use std::path::PathBuf;

/// Arguments of `stock shortage-cost`.
#[derive(Debug, clap::Args)]
pub struct ShortageCostArguments {
    /// File of the case (TOML), e.g. scenarios/apotek/shortage-cost.toml
    file: PathBuf,
    #[command(flatten)]
    delivery: Delivery,
}

/// Tells what shortages cost.
pub fn shortage_cost(arguments: &ShortageCostArguments) -> u8 {
    let language = arguments.delivery.language();
    let case = match read(&arguments.file) {
        Ok(case) => case,
        Err(problems) => {
            tell(&problems.diagnoses, &problems.sources, language);
            return BAD_INPUT;
        }
    };
    match answered(&case) {
        Ok(found) => arguments.delivery.hand_over("shortage-cost", answer(&found, &arguments.delivery)),
        Err(why) => super::values::tell_unanswered(&why, language),
    }
}

fn answer(found: &ShortageCostFindings, delivery: &Delivery) -> Answer {
    let language = delivery.language();
    let chart = |language| Some((language, chart::desk::shortage_cost::chart(found, language)?));
    Answer {
        human: desk::shortage_cost::human(found, language, WIDTH),
        json: desk::shortage_cost::json(found),
        csv: csv::desk::shortage_cost::tidy(found),
        // Drawn only where they are written.
        charts: Language::ALL.into_iter().filter(|_| delivery.output.is_some()).filter_map(chart).collect(),
        files: Vec::new(),
    }
}
