//! A choice as a scenario file that extends the one it is for.

use super::findings::{Chosen, SizeFindings};
use super::options::placements;
use crate::scenario::model::Scenario;
use crate::scenario::tree::quoted;
use std::fmt::Write;

/// The file: what it extends, the reserves of the scenario switched off, those of the choice.
pub fn text(found: &SizeFindings, chosen: &Chosen, scenario: &Scenario, extends: &str) -> String {
    let question = &found.question;
    let mut text = format!(
        "# The reserve under which {} lasts {} days (cut {}, {} of need, probability {}); written by `beredd size`.\n\
         # Run it without another reserve on top: these placements have days of their own.\n\nextends = {}\n",
        scenario.id,
        question.level,
        question.cut,
        question.threshold,
        question.probability,
        quoted(extends)
    );
    for id in scenario.reserve_placements.keys() {
        // Writing to a text cannot fail.
        let _ = write!(text, "\n[reserve-placement.{id}]\nenabled = false\n");
    }
    for holding in &chosen.holdings {
        for (id, placement) in placements(holding) {
            let articles: Vec<String> = placement.select.articles.iter().map(|id| quoted(id)).collect();
            let _ = write!(
                text,
                "\n[reserve-placement.{id}]\nnew = true\nat = {}\nkind = \"free\"\ndays = \"{} days\"\narticles = {{ critical = true, article = [{}] }}\n",
                quoted(&placement.at),
                holding.days,
                articles.join(", ")
            );
        }
    }
    text
}
