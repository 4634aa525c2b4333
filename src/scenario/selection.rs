//! Which articles a rule is about.

use super::diagnosis::codes;
use super::model::{Article, Id, Selection, Supplier, Temperature};
use super::reader::Section;
use super::tree::{Table, Value};
use std::collections::BTreeMap;

/// The selection of a key; everything if it is not given.
pub fn read(section: &mut Section<'_, '_>, key: &'static str) -> Selection {
    let Some(node) = section.value(key) else { return Selection::default() };
    let Value::Table(table) = &node.value else {
        section.wrong(codes::KIND, key, "is not a selection", node.place, "write { critical = true } or {}");
        return Selection::default();
    };
    let mut inner = section.inner(table, node.place, key, "a selection");
    refuse_empty_lists(&mut inner, table);
    let selection = Selection {
        articles: inner.references("article", "article"),
        flows: words(&mut inner, "flow"),
        families: words(&mut inner, "family"),
        classes: words(&mut inner, "class"),
        channels: words(&mut inner, "channel"),
        suppliers: inner.references("supplier", "supplier"),
        origins: inner.references("origin", "origin"),
        temperatures: temperatures(&mut inner),
        critical: inner.truth("critical"),
    };
    inner.finish();
    selection
}

/// An empty list reads like "nothing" and would select everything.
fn refuse_empty_lists(section: &mut Section<'_, '_>, table: &Table) {
    for (key, entry) in table {
        if matches!(&entry.node.value, Value::List(list) if list.is_empty()) {
            let fix = "name at least one, or leave the key out: then it is no condition";
            section.wrong(codes::MATCHES_NOTHING, key, "is an empty list", entry.node.place, fix);
        }
    }
}

fn words(section: &mut Section<'_, '_>, key: &'static str) -> Vec<String> {
    let texts = section.texts(key);
    let plain = |word: String| if key == "channel" { super::channel::plain(&word) } else { word };
    let texts = texts.into_iter().map(|(word, place)| (plain(word), place));
    texts.filter(|(word, place)| section.ctx.knows_word(key, word, *place)).map(|(word, _)| word).collect()
}

fn temperatures(section: &mut Section<'_, '_>) -> Vec<Temperature> {
    let nodes = section.list("temperature").unwrap_or_default();
    nodes.into_iter().filter_map(|node| section.choice_of("temperature", node, &Temperature::WORDS)).collect()
}

impl Selection {
    /// Whether an article is selected.
    pub fn matches(&self, id: &str, article: &Article, suppliers: &BTreeMap<Id, Supplier>) -> bool {
        let holds = |wanted: &[String], found: &str| wanted.is_empty() || wanted.iter().any(|word| word == found);
        let origin = suppliers.get(&article.supplier).map_or("", |supplier| supplier.origin.as_str());
        self.critical.is_none_or(|critical| critical == article.critical)
            && holds(&self.flows, &article.flow)
            && holds(&self.families, &article.family)
            && holds(&self.classes, &article.class)
            && holds(&self.channels, &article.channel)
            && holds(&self.suppliers, &article.supplier)
            && holds(&self.origins, origin)
            && (self.temperatures.is_empty() || self.temperatures.contains(&article.temperature))
            && holds(&self.articles, id)
    }
}
