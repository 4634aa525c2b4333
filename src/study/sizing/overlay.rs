//! A choice as a scenario file that extends the one it is for.

use super::findings::{Chosen, SizeFindings};
use super::options::placements;
use crate::scenario::model::{Id, Scenario, Title};
use crate::scenario::tree::quoted;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What the file and its reserve are called, and what it extends.
#[derive(Clone, Debug)]
pub struct Names {
    /// The file that it extends, as seen from its own folder.
    pub extends: String,
    /// The title of the scenario with the reserve.
    pub title: Title,
    /// What the reserve is called in tables.
    pub reserve: Title,
}

/// An id that a table does not have: a scenario that was sized before has the first one.
fn fresh<T>(id: &str, known: &BTreeMap<Id, T>) -> Id {
    let numbered = (2..).map(|number: u32| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    ids.find(|id| !known.contains_key(id)).expect("numbers do not end")
}

fn title(title: &Title) -> String {
    format!("{{ sv = {}, en = {} }}", quoted(&title.sv), quoted(&title.en))
}

/// The file: what it extends, the reserves of the scenario switched off, those of the choice.
pub fn text(found: &SizeFindings, chosen: &Chosen, scenario: &Scenario, names: &Names) -> String {
    let question = &found.question;
    let reserve = fresh("sized", &scenario.reserves);
    let mut text = format!(
        "# The reserve under which {} lasts {} days (cut {}, {} of need, probability {}); written by `beredd size`.\n\
         # Run it without another reserve on top: these placements have days of their own.\n\nextends = {}\n\n\
         [scenario]\ntitle = {}\n\n[reserve.{reserve}]\nnew = true\ntitle = {}\ndays = \"0 days\"\n\n\
         [study]\nreserves = [\"{reserve}\"]\n",
        scenario.id,
        question.level,
        question.cut,
        question.threshold,
        question.probability,
        quoted(&names.extends),
        title(&names.title),
        title(&names.reserve)
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
                "\n[reserve-placement.{}]\nnew = true\nat = {}\nkind = \"free\"\ndays = \"{} days\"\narticles = {{ critical = true, article = [{}] }}\n",
                fresh(&id, &scenario.reserve_placements),
                quoted(&placement.at),
                holding.days,
                articles.join(", ")
            );
        }
    }
    text
}
