//! Laying files over each other: the chain of `extends`, what may be new, and what is switched off.

use super::diagnosis::{Diagnosis, codes, nearest};
use super::files::{DEFAULTS, Files};
use super::source::Place;
use super::tree::{Entry, Node, Table, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Tables whose entries have ids.
pub const WITH_IDS: [&str; 26] = [
    "staff",
    "article",
    "item-class",
    "flow",
    "family",
    "supplier",
    "origin",
    "owner",
    "site",
    "pool",
    "lane",
    "sourcing",
    "policy",
    "stock",
    "reserve-placement",
    "demand-rule",
    "disruption",
    "lump-sum",
    "cut",
    "reserve",
    "express",
    "reaction",
    "rationing",
    "phase",
    "neighbour",
    "whole-order",
];

/// Longest chain of files that extend each other.
const LONGEST_CHAIN: usize = 32;

/// Which ids a layer may bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newcomers {
    /// Any: the layer is a base.
    Any,
    /// Only those that say `new = true`.
    Declared,
    /// Those that say `new = true`, and reserves and cuts: the layer is a study.
    OfStudy,
}

/// What laying over collects.
#[derive(Debug, Default)]
pub struct Layering {
    /// What went wrong.
    pub problems: Vec<Diagnosis>,
    /// Articles that an overlay changes and that only an item file can know.
    pub awaited: Vec<(String, Place)>,
}

/// Reads a file and everything it extends, merged on the defaults; its own `extends` is gone.
pub fn read_chain(
    files: &mut Files,
    defaults: &Table,
    path: &Path,
    asked_by: Option<Place>,
    above: &mut Vec<PathBuf>,
    layering: &mut Layering,
) -> Option<Table> {
    let path = super::files::plain_path(path);
    if let Some(problem) = circle(above, &path, asked_by) {
        layering.problems.push(problem);
        return None;
    }
    let (_, mut own) = files.tree(&path, asked_by, &mut layering.problems)?;
    let Some(extends) = own.remove("extends") else {
        let mut base = defaults.clone();
        lay_over(&mut base, own, Newcomers::Any, layering);
        return Some(base);
    };
    above.push(path);
    let mut base = defaults.clone();
    for (place, written) in names(&extends.node, &mut layering.problems) {
        let target = files.beside(place.file, &written);
        if let Some(part) = read_chain(files, defaults, &target, Some(place), above, layering) {
            join_parts(&mut base, part, &mut String::new(), &mut layering.problems);
        }
    }
    above.pop();
    lay_over(&mut base, own, Newcomers::Declared, layering);
    Some(base)
}

fn circle(above: &[PathBuf], path: &Path, asked_by: Option<Place>) -> Option<Diagnosis> {
    let place = asked_by?;
    if above.iter().any(|file| file == path) {
        let links: Vec<_> = above.iter().map(|file| super::files::shown_path(file)).collect();
        let message =
            format!("files extend each other in a circle: {} → {}", links.join(" → "), super::files::shown_path(path));
        return Some(Diagnosis::error(codes::CYCLE, &message, place).label("leads back here"));
    }
    (above.len() >= LONGEST_CHAIN)
        .then(|| Diagnosis::error(codes::CYCLE, &format!("more than {LONGEST_CHAIN} files extend each other"), place))
}

fn names(node: &Node, problems: &mut Vec<Diagnosis>) -> Vec<(Place, String)> {
    match &node.value {
        Value::Text(text) => vec![(node.place, text.clone())],
        Value::List(nodes) if nodes.iter().all(|node| matches!(node.value, Value::Text(_))) => {
            nodes.iter().flat_map(|node| names(node, problems)).collect()
        }
        _ => {
            let message = format!("`extends` names files; this is {}", node.kind_name());
            problems.push(Diagnosis::error(codes::KIND, &message, node.place).label("write \"base.toml\""));
            Vec::new()
        }
    }
}

/// Joins parts that must not set the same key; what both have from one and the same file is no conflict.
fn join_parts(base: &mut Table, part: Table, path: &mut String, problems: &mut Vec<Diagnosis>) {
    for (key, entry) in part {
        let Some(known) = base.get_mut(&key) else {
            base.insert(key, entry);
            continue;
        };
        let length = path.len();
        path.push_str(if length == 0 { "" } else { "." });
        path.push_str(&key);
        let single =
            [&known.node, &entry.node].into_iter().any(|node| node.table().is_some_and(|table| !merges(table)));
        match (&mut known.node.value, entry.node.value) {
            (Value::Table(known), Value::Table(part)) if !single => join_parts(known, part, path, problems),
            _ if known.node.place == entry.node.place || entry.key.file == DEFAULTS => {}
            (_, value) if known.key.file == DEFAULTS => {
                *known = Entry { key: entry.key, node: Node { value, place: entry.node.place } };
            }
            _ => {
                let message = format!("`{path}` is set in two parts of the same scenario");
                let problem = Diagnosis::error(codes::PARTS, &message, entry.key).label("set here");
                problems.push(problem.help("parts must not overlap; it is also set here:").second(known.key));
            }
        }
        path.truncate(length);
    }
}

/// Lays a layer over a base: tables merge, everything else replaces, and an id must exist or say that it is new.
pub fn lay_over(base: &mut Table, over: Table, newcomers: Newcomers, layering: &mut Layering) {
    for (key, entry) in over {
        let with_ids = WITH_IDS.contains(&key.as_str());
        match (with_ids, entry.node.value) {
            (true, Value::Table(over)) => {
                let shell = Node { value: Value::Table(Table::new()), place: entry.node.place };
                let known = base.entry(key.clone()).or_insert(Entry { key: entry.key, node: shell });
                if let Value::Table(known) = &mut known.node.value {
                    lay_over_ids(&key, known, over, newcomers, layering);
                }
            }
            (_, value) => {
                let node = Node { value, place: entry.node.place };
                merge_entry(base, key, Entry { key: entry.key, node });
            }
        }
    }
}

fn lay_over_ids(table: &str, base: &mut Table, over: Table, newcomers: Newcomers, layering: &mut Layering) {
    for (id, mut entry) in over {
        let says_new = take_new(&mut entry, &mut layering.problems);
        let free = newcomers == Newcomers::Any
            || says_new
            || (newcomers == Newcomers::OfStudy && matches!(table, "reserve" | "cut"));
        if !base.contains_key(&id) && !free {
            if table != "article" {
                layering.problems.push(unknown_id(table, &id, entry.key, base));
                continue;
            }
            layering.awaited.push((id.clone(), entry.key));
        }
        merge_entry(base, id, entry);
    }
}

/// Lays tables of articles over the rows of the item file.
pub fn lay_over_articles(rows: &mut Table, over: Table, layering: &mut Layering) {
    lay_over_ids("article", rows, over, Newcomers::Any, layering);
}

/// The diagnosis of an id that the base does not have.
pub fn unknown_id(table: &str, id: &str, place: Place, base: &Table) -> Diagnosis {
    let message = format!("there is no [{table}.{}] to change", super::render::printable(id, 40));
    let problem = Diagnosis::error(codes::UNKNOWN_ID, &message, place).label("not in the base");
    match nearest(id, base.keys().map(String::as_str)) {
        Some(near) => {
            let problem = problem.help(&format!("did you mean `{near}`? What is new says `new = true`."));
            match base.get(near) {
                Some(entry) if entry.key.file != DEFAULTS => problem.second(entry.key),
                _ => problem,
            }
        }
        None => problem.help("what is new says `new = true`"),
    }
}

/// The diagnosis of an id in the path of a setting, which cannot bring anything new.
pub fn unknown_id_of_setting(table: &str, id: &str, place: Place, base: &Table) -> Diagnosis {
    let message = format!("there is no [{table}.{}] to set", super::render::printable(id, 40));
    let problem = Diagnosis::error(codes::UNKNOWN_ID, &message, place).label("no scenario has it");
    match nearest(id, base.keys().map(String::as_str)) {
        Some(near) => {
            let problem = problem.help(&format!("did you mean `{near}`?"));
            match base.get(near) {
                Some(entry) if entry.key.file != DEFAULTS => problem.second(entry.key),
                _ => problem,
            }
        }
        None if base.is_empty() => problem.help(&format!("no [{table}.*] is written")),
        None => {
            let known: Vec<&str> = base.keys().take(MOST_NAMED).map(String::as_str).collect();
            let more = if base.len() > MOST_NAMED { ", …" } else { "" };
            problem.help(&format!("there are: {}{more}", known.join(", ")))
        }
    }
}

/// Ids named in help before the rest is left out.
const MOST_NAMED: usize = 12;

fn take_new(entry: &mut Entry, problems: &mut Vec<Diagnosis>) -> bool {
    let Value::Table(table) = &mut entry.node.value else { return false };
    match table.remove("new").map(|new| new.node) {
        None => false,
        Some(Node { value: Value::Bool(new), .. }) => new,
        Some(node) => {
            problems.push(Diagnosis::error(codes::KIND, "`new` is true or false", node.place).label("write true"));
            true
        }
    }
}

fn merge_entry(base: &mut Table, key: String, over: Entry) {
    let replaced = matches!(key.as_str(), "articles" | "offers") || !over.node.table().is_some_and(merges);
    match base.get_mut(&key) {
        Some(known) if !replaced && known.node.table().is_some_and(merges) => {
            if let (Value::Table(known), Value::Table(over)) = (&mut known.node.value, over.node.value) {
                for (key, entry) in over {
                    merge_entry(known, key, entry);
                }
            }
        }
        _ => {
            base.insert(key, over);
        }
    }
}

/// A single value written as a table (a law, a value with its origin) is replaced as a whole.
fn merges(table: &Table) -> bool {
    !table.contains_key("value") && !table.contains_key("dist")
}

/// Takes away what says `enabled = false` and gives its names: (table, id) → place.
pub fn switch_off(root: &mut Table, problems: &mut Vec<Diagnosis>) -> BTreeMap<(String, String), Place> {
    let mut off = BTreeMap::new();
    for name in WITH_IDS {
        let Some(Value::Table(table)) = root.get_mut(name).map(|entry| &mut entry.node.value) else { continue };
        table.retain(|id, entry| {
            let Value::Table(own) = &mut entry.node.value else { return true };
            match own.remove("enabled").map(|enabled| enabled.node) {
                None | Some(Node { value: Value::Bool(true), .. }) => true,
                Some(Node { value: Value::Bool(false), place }) => {
                    off.insert((name.to_owned(), id.clone()), place);
                    false
                }
                Some(Node { value: Value::Cell(_), .. }) => true,
                Some(node) => {
                    let problem = Diagnosis::error(codes::KIND, "`enabled` is true or false", node.place);
                    problems.push(problem.label("write false to switch it off"));
                    true
                }
            }
        });
    }
    off
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::tree::parse;

    fn table(file: usize, text: &str) -> Table {
        parse(file, text, &mut Vec::new()).table().cloned().expect("a document is a table")
    }

    fn merged(base: &str, over: &str) -> (String, Layering) {
        let mut layering = Layering::default();
        let mut base = table(1, base);
        lay_over(&mut base, table(2, over), Newcomers::Declared, &mut layering);
        let place = Place::default();
        (Node { value: Value::Table(base), place }.to_text(), layering)
    }

    #[test]
    fn tables_merge_and_scalars_replace() {
        let (text, _) = merged("[site.a]\nx = 1\ny = [1, 2]\n", "[site.a]\ny = [3]\nz = 4\n");
        assert_eq!(text, "{ site = { a = { x = 1, y = [3], z = 4 } } }");
    }

    #[test]
    fn laws_selections_and_values_with_origin_replace_as_a_whole() {
        let base = "[lane.a]\nlead-time = { dist = \"fixed\", days = \"2 days\" }\narticles = { critical = true }\n";
        let over = "[lane.a]\nlead-time = { value = \"3 days\" }\narticles = { flow = \"x\" }\n";
        let (text, _) = merged(base, over);
        assert_eq!(text, "{ lane = { a = { articles = { flow = \"x\" }, lead-time = { value = \"3 days\" } } } }");
    }

    #[test]
    fn an_unknown_id_is_an_error_unless_it_says_new() {
        let (_, layering) = merged("[site.main]\n", "[site.mian]\nx = 1\n[site.other]\nnew = true\n");
        assert_eq!(layering.problems.len(), 1);
        assert!(layering.problems[0].help.contains("`main`"));
    }

    #[test]
    fn what_is_switched_off_is_gone_and_remembered() {
        let mut root = table(1, "[site.a]\nenabled = false\n[site.b]\nenabled = true\n");
        let off = switch_off(&mut root, &mut Vec::new());
        assert_eq!(off.keys().cloned().collect::<Vec<_>>(), [("site".to_owned(), "a".to_owned())]);
        assert_eq!(Node { value: Value::Table(root), place: Place::default() }.to_text(), "{ site = { b = {} } }");
    }

    #[test]
    fn parts_may_not_set_the_same_key() {
        let mut problems = Vec::new();
        let mut base = table(1, "[site.a]\nx = 1\n");
        join_parts(&mut base, table(2, "[site.a]\ny = 1\n"), &mut String::new(), &mut problems);
        assert_eq!(problems.len(), 0);
        join_parts(&mut base, table(3, "[site.a]\nx = 1\n"), &mut String::new(), &mut problems);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].message.contains("`site.a.x`"));
    }
}
