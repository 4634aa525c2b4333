//! An article list by itself, without a scenario around it: the rows are read and checked as a scenario reads them.

use super::context::Context;
use super::diagnosis::{Diagnosis, Severity, codes, in_order};
use super::dialect::AllAssumed;
use super::files::Files;
use super::model::{Article, Id};
use super::source::{Place, Sources};
use super::study::Problems;
use super::tree::{Entry, Node, Table, Value};
use super::{item_file, read_articles, settings};
use crate::order::Gather;
use std::collections::BTreeMap;
use std::path::Path;

/// A list that was read.
#[derive(Clone, Debug)]
pub struct List {
    /// Its articles.
    pub articles: BTreeMap<Id, Article>,
    /// What was assumed in reading it.
    pub assumed: AllAssumed,
}

/// Reads the CSV file at `path`; `given` are settings of `[items]` such as `items.columns={ id = "Artikelnr" }`. Suppliers need no
/// table, and a spread of demand need not be said: a list alone has neither.
///
/// # Errors
/// Everything that is wrong with the list, at once.
pub fn read_list(path: &Path, given: &[String]) -> Result<List, Box<Problems>> {
    let mut problems = Vec::new();
    let (mut files, _) = Files::with_defaults(&mut problems);
    let file = format!("items.file={}", path.display());
    let all: Vec<String> = std::iter::once(file).chain(given.iter().cloned()).collect();
    let mut root = Table::new();
    for setting in settings::read(&all, &mut files.sources, &mut problems) {
        settings::apply(&mut root, &setting, &mut problems);
    }
    for (key, entry) in root.iter().filter(|(key, _)| *key != "items") {
        let message = format!("a list alone has no `{key}`");
        problems.push(Diagnosis::error(codes::SETTING, &message, entry.key).help("set keys of [items] only"));
    }
    let off = BTreeMap::new();
    let mut ctx = Context::new(&mut files, &root, &off);
    let rows = item_file::read(&mut ctx);
    problems.append(&mut ctx.diagnoses);
    let tree = around(rows);
    let mut ctx = Context::new(&mut files, &tree, &off);
    let articles = read_articles::read(&mut ctx);
    problems.append(&mut ctx.diagnoses);
    let assumed = std::mem::take(&mut files.assumed);
    finish(articles, problems, files.sources).map(|articles| List { articles, assumed })
}

fn finish(
    articles: BTreeMap<Id, Article>,
    problems: Vec<Diagnosis>,
    sources: Sources,
) -> Result<BTreeMap<Id, Article>, Box<Problems>> {
    let diagnoses = in_order(problems);
    if diagnoses.iter().any(|one| one.severity == Severity::Error) {
        return Err(Box::new(Problems { diagnoses, sources }));
    }
    Ok(articles)
}

/// The least scenario around rows: every supplier that they name, and a spread for those that state none.
fn around(rows: Table) -> Table {
    let entry = |value: Value| Entry { key: Place::default(), node: Node { value, place: Place::default() } };
    let mut suppliers = Table::new();
    for row in rows.values().filter_map(|row| row.node.table()) {
        if let Some(Value::Cell(name)) = row.get("supplier").map(|cell| &cell.node.value) {
            suppliers.insert(name.trim().to_owned(), entry(Value::Table(Table::new())));
        }
    }
    let spread = Table::from([("weekly-cv".to_owned(), entry(Value::Float(1.0)))]);
    [("article", rows), ("supplier", suppliers), ("item-default", spread)]
        .into_iter()
        .map(|(key, table)| (key.to_owned(), entry(Value::Table(table))))
        .into_map()
}
