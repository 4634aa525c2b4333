//! The table of product families that synthetic articles are made from: `data/product_families.toml`, built in.

use crate::scenario::model::Title;
use serde::Deserialize;
use std::collections::BTreeMap;

const TABLE: &str = include_str!("../../data/product_families.toml");

/// The whole table.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Families {
    /// Groups of one flow and channel, by id.
    pub group: BTreeMap<String, Group>,
    /// Flows, by id.
    pub flow: BTreeMap<String, Flow>,
    /// Families, by id.
    pub family: BTreeMap<String, Family>,
}

/// What is bought of one flow through one channel.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Flow.
    pub flow: String,
    /// Channel.
    pub channel: String,
    /// Value of a year's use, MSEK.
    pub spend: f64,
}

/// A flow's words.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// "Swedish|English".
    pub title: String,
    /// What the need is.
    pub need: String,
    /// What it is counted in.
    pub unit: String,
}

/// A product family.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Family {
    /// "Swedish|English".
    pub title: String,
    /// Group.
    pub group: String,
    /// Supplier id.
    pub supplier: String,
    /// Share of the articles of the list, as a weight.
    pub articles: f64,
    /// Share of the group's value, as a weight.
    pub spend: f64,
    /// Lowest and highest price per unit, SEK.
    pub price: [f64; 2],
    /// Least and largest volume per unit, litres.
    pub volume: [f64; 2],
    /// Packs that occur, units, ascending.
    pub pack: Vec<u32>,
    /// Shelf life, days, if it has one.
    pub shelf_life: Option<u32>,
    /// Temperature class; ambient if not said.
    pub temperature: Option<String>,
    /// Share of its articles taken for critical, as a weight.
    pub critical: f64,
    /// Kinds of product, "Swedish|English".
    pub kinds: Vec<String>,
    /// Sizes, grades or strengths of each kind, the commonest first.
    pub grades: Vec<String>,
}

/// The built-in table.
///
/// # Errors
/// What is wrong with it: a mistake of ours, which a test looks for.
pub fn families() -> Result<Families, String> {
    toml::from_str(TABLE).map_err(|error| format!("data/product_families.toml: {error}"))
}

/// "Swedish|English", or one text for both.
pub fn title(text: &str) -> Title {
    let (sv, en) = text.split_once('|').unwrap_or((text, text));
    Title { sv: sv.to_owned(), en: en.to_owned() }
}

impl Family {
    /// The name of the family's article number `number`, counted from 0: all kinds of the commonest grade, then of the
    /// next. Beyond all grades, the same again of another make.
    pub fn name(&self, number: usize) -> Title {
        let (kinds, grades) = (self.kinds.len(), self.grades.len());
        let (kind, grade) = (title(&self.kinds[number % kinds]), title(&self.grades[number / kinds % grades]));
        let make = number / (kinds * grades);
        let (of_make, av_fabrikat) = match make {
            0 => (String::new(), String::new()),
            _ => (format!(", make {}", make + 1), format!(", fabrikat {}", make + 1)),
        };
        Title { sv: format!("{} {}{av_fabrikat}", kind.sv, grade.sv), en: format!("{} {}{of_make}", kind.en, grade.en) }
    }

    /// Position of the article among its family's kinds.
    pub fn kind(&self, number: usize) -> usize {
        number % self.kinds.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_every_family_can_be_drawn_from() {
        let table = families().unwrap();
        for (id, family) in &table.family {
            let group = &table.group[&family.group];
            assert!(table.flow.contains_key(&group.flow), "{id}");
            assert!(crate::scenario::assemble::is_id(id), "{id}");
            let rising = |[low, high]: [f64; 2]| low > 0.0 && high >= low;
            assert!(rising(family.price) && rising(family.volume), "{id}");
            assert!(family.articles > 0.0 && family.spend > 0.0 && (0.0..=1.0).contains(&family.critical), "{id}");
            assert!(!family.kinds.is_empty() && !family.grades.is_empty(), "{id}");
            assert!(!family.pack.is_empty() && family.pack.is_sorted() && family.pack[0] > 0, "{id}");
        }
    }

    #[test]
    fn names_go_through_kinds_grades_and_makes() {
        let table = families().unwrap();
        let masks = &table.family["masks"];
        assert_eq!(masks.name(1).en, "Face mask type IIR ear loop");
        assert_eq!(masks.name(4).sv, "Munskydd typ II knytband");
        assert_eq!(masks.name(16).en, "Face mask type II ear loop, make 2");
    }
}
