//! A merged scenario that runs from any folder: the data files that it names come along.

use super::files::{plain_path, shown_path};
use super::show::text;
use super::source::Sources;
use super::study::Loaded;
use super::tree::{Node, Table, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// A scenario as text, and the data files that stand beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portable {
    /// The scenario after merging.
    pub scenario: String,
    /// Name → text of a data file.
    pub data: BTreeMap<String, String>,
}

/// A merged scenario whose paths lead to files beside it; `None` if the study has no such scenario.
pub fn portable(loaded: &Loaded, scenario: &str) -> Option<Portable> {
    let mut tree = loaded.resolved.get(scenario)?.clone();
    let mut data = BTreeMap::new();
    name_phases(&mut tree, scenario);
    bring_files(&mut tree, &loaded.sources, &mut data);
    bring_demand(&mut tree, &loaded.sources, &mut data);
    Some(Portable { scenario: text(&tree), data })
}

/// Phases name the merged scenarios of their files, which stand beside it.
fn name_phases(tree: &mut Table, scenario: &str) {
    let Some(Value::Table(phases)) = tree.get_mut("phase").map(|entry| &mut entry.node.value) else { return };
    for (id, entry) in phases {
        let Value::Table(own) = &mut entry.node.value else { continue };
        let file = own.remove("overlay").or_else(|| own.remove("scenario"));
        if let Some(mut file) = file {
            file.node.value = Value::Text(format!("{scenario}.{id}.toml"));
            own.insert("scenario".to_owned(), file);
        }
    }
}

/// Brings the files of demand laws.
fn bring_demand(tree: &mut Table, sources: &Sources, data: &mut BTreeMap<String, String>) {
    let own = |name: &str, tree: &mut Table| match tree.get_mut(name).map(|entry| &mut entry.node.value) {
        Some(Value::Table(table)) => std::mem::take(table),
        _ => Table::new(),
    };
    let (mut demand, mut rules) = (own("demand", tree), own("demand-rule", tree));
    let tables = rules.values_mut().filter_map(|entry| match &mut entry.node.value {
        Value::Table(table) => Some(table),
        _ => None,
    });
    for entry in std::iter::once(&mut demand).chain(tables).filter_map(|table| table.get_mut("file")) {
        bring(&mut entry.node, sources, data);
    }
    for (name, table) in [("demand", demand), ("demand-rule", rules)] {
        if let Some(entry) = tree.get_mut(name).filter(|_| !table.is_empty()) {
            entry.node.value = Value::Table(table);
        }
    }
}

/// Looks for fitted and empirical laws. Of other values only `[items]`, which is merged into articles, and laws of demand name a file.
fn bring_files(table: &mut Table, sources: &Sources, data: &mut BTreeMap<String, String>) {
    let reads =
        |entry: &super::tree::Entry| is_text(&entry.node, "fitted-lognormal") || is_text(&entry.node, "empirical");
    let is_fitted = table.get("dist").is_some_and(reads);
    if is_fitted && let Some(entry) = table.get_mut("file") {
        bring(&mut entry.node, sources, data);
    }
    for entry in table.values_mut() {
        if let Value::Table(inner) = &mut entry.node.value {
            bring_files(inner, sources, data);
        }
    }
}

fn is_text(node: &Node, wanted: &str) -> bool {
    matches!(&node.value, Value::Text(text) if text == wanted)
}

/// Takes the file that the node names along, under a name that no other file has.
fn bring(node: &mut Node, sources: &Sources, data: &mut BTreeMap<String, String>) {
    let Value::Text(written) = &mut node.value else { return };
    let folder = sources.get(node.place.file).and_then(|source| Path::new(&source.path).parent());
    let path = plain_path(&folder.unwrap_or(Path::new("")).join(&*written));
    let Some(text) = sources.text_of(&shown_path(&path)) else { return };
    let last = path.file_name().map_or_else(|| "data.csv".into(), |name| name.to_string_lossy().into_owned());
    let numbered = (2..).map(|number: u32| format!("{number}-{last}"));
    let mut names = std::iter::once(last.clone()).chain(numbered);
    if let Some(name) = names.find(|name| data.get(name).is_none_or(|taken| taken == text)) {
        data.insert(name.clone(), text.to_owned());
        *written = name;
    }
}
