//! `--set key.path=value`: the last layer, written on the command line.

use super::diagnosis::{Diagnosis, codes};
use super::overlay::{WITH_IDS, unknown_id_of_setting};
use super::source::{Kind, Place, Source, Sources};
use super::tree::{self, Entry, Node, Table, Value};

/// Most parts of a key path.
const LONGEST_PATH: usize = 16;

/// Tables that are about the study and not about its scenarios.
pub const OF_STUDY: [&str; 2] = ["study", "report"];

/// One setting.
#[derive(Clone, Debug)]
pub struct Setting {
    path: Vec<(String, Place)>,
    value: Node,
}

impl Setting {
    /// Whether it is about articles, which exist only when the item file is read.
    pub fn is_about_articles(&self) -> bool {
        self.path.first().is_some_and(|(key, _)| key == "article")
    }

    /// The table and the id that the key path begins with, if it names a single one, and where.
    pub fn id(&self) -> Option<(&str, &str, Place)> {
        let [(table, _), (id, place), ..] = self.path.as_slice() else { return None };
        (table != "*" && id != "*").then_some((table, id, *place))
    }

    /// Whether it is about the study itself and not about its scenarios.
    pub fn is_about_study(&self) -> bool {
        self.path.first().is_some_and(|(key, _)| OF_STUDY.contains(&key.as_str()))
    }
}

/// Reads the settings; they become one source with a line each.
pub fn read(settings: &[String], sources: &mut Sources, problems: &mut Vec<Diagnosis>) -> Vec<Setting> {
    let lines: Vec<_> = settings.iter().map(|setting| setting.replace(['\n', '\r'], " ")).collect();
    let file = sources.add(Source::new("--set".into(), lines.join("\n"), Kind::Settings));
    let mut start = 0;
    let mut out = Vec::new();
    for line in &lines {
        match read_one(file, start, line) {
            Ok(setting) => out.push(setting),
            Err(problem) => problems.push(*problem),
        }
        start += line.len() + 1;
    }
    out
}

/// A setting written in a file: the key path stands at a place. `None` if it cannot be read.
pub fn at(path: &str, place: Place, value: &Node) -> Option<Setting> {
    let parts = split_path(place.file, 0, path).filter(|parts| parts.len() <= LONGEST_PATH)?;
    let path = parts.into_iter().map(|(key, _)| (key, place)).collect();
    Some(Setting { path, value: value.clone() })
}

fn read_one(file: usize, start: usize, line: &str) -> Result<Setting, Box<Diagnosis>> {
    let whole = Place { file, start, end: start + line.len() };
    let refuse = |message: &str| {
        Box::new(Diagnosis::error(codes::SETTING, message, whole).label("write --set policy.main.review=\"2 days\""))
    };
    let (path_text, value_text) =
        line.split_once('=').ok_or_else(|| refuse("a setting has the form key.path=value"))?;
    let path =
        split_path(file, start, path_text).ok_or_else(|| refuse("a part of the key path is empty or not closed"))?;
    if path.len() > LONGEST_PATH {
        return Err(refuse("the key path has too many parts"));
    }
    let value_start = start + path_text.len() + 1;
    let trimmed = value_text.trim();
    let offset = value_start + (value_text.len() - value_text.trim_start().len());
    let place = Place { file, start: offset, end: offset + trimmed.len() };
    let value = tree::parse_value(file, offset, trimmed)
        .unwrap_or_else(|| Node { value: Value::Text(trimmed.to_owned()), place });
    Ok(Setting { path, value })
}

/// The parts between points; a part in quotes may hold points.
fn split_path(file: usize, start: usize, text: &str) -> Option<Vec<(String, Place)>> {
    let mut parts = Vec::new();
    let mut part_start = 0;
    let mut quoted = false;
    for (at, letter) in text.char_indices().chain([(text.len(), '.')]) {
        match letter {
            '"' => quoted = !quoted,
            '.' if !quoted => {
                let raw = text.get(part_start..at)?;
                let key = raw.trim().trim_matches('"');
                if key.is_empty() {
                    return None;
                }
                parts.push((key.to_owned(), Place { file, start: start + part_start, end: start + at }));
                part_start = at + 1;
            }
            _ => {}
        }
    }
    (!quoted).then_some(parts)
}

/// Applies a setting; `*` stands for every key of a table.
pub fn apply(root: &mut Table, setting: &Setting, problems: &mut Vec<Diagnosis>) {
    if let Some((table, id, place)) = setting.id()
        && WITH_IDS.contains(&table)
    {
        let empty = Table::new();
        let known = root.get(table).and_then(|entry| entry.node.table()).unwrap_or(&empty);
        if !known.contains_key(id) {
            problems.push(unknown_id_of_setting(table, id, place, known));
            return;
        }
    }
    walk(root, &setting.path, &setting.value, problems);
}

fn walk(table: &mut Table, path: &[(String, Place)], value: &Node, problems: &mut Vec<Diagnosis>) {
    let Some(((key, place), rest)) = path.split_first() else { return };
    if key == "*" {
        if table.is_empty() {
            problems.push(Diagnosis::error(codes::SETTING, "`*` matches nothing", *place));
        }
        for entry in table.values_mut() {
            step(entry, *place, rest, value, problems);
        }
        return;
    }
    let shell = Node { value: Value::Table(Table::new()), place: *place };
    let entry = table.entry(key.clone()).or_insert(Entry { key: *place, node: shell });
    step(entry, *place, rest, value, problems);
}

fn step(entry: &mut Entry, place: Place, rest: &[(String, Place)], value: &Node, problems: &mut Vec<Diagnosis>) {
    if rest.is_empty() {
        *entry = Entry { key: place, node: value.clone() };
        return;
    }
    match &mut entry.node.value {
        Value::Table(inner) => walk(inner, rest, value, problems),
        _ => {
            let message = format!("this is {} and has no keys of its own", entry.node.kind_name());
            let problem = Diagnosis::error(codes::SETTING, &message, place);
            problems.push(problem.help("it is set here:").second(entry.key));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, settings: &[&str]) -> (String, Vec<Diagnosis>) {
        let mut problems = Vec::new();
        let mut root = tree::parse(0, text, &mut problems).table().cloned().expect("a document is a table");
        let settings: Vec<_> = settings.iter().map(|setting| (*setting).to_owned()).collect();
        for setting in read(&settings, &mut Sources::default(), &mut problems) {
            apply(&mut root, &setting, &mut problems);
        }
        (Node { value: Value::Table(root), place: Place::default() }.to_text(), problems)
    }

    #[test]
    fn values_are_toml_or_else_text() {
        let (text, problems) = set("", &["a.b=2 days", "a.c=3", "a.d=[1, 2]", "a.e=\"x\"", "a.f=2026-01-01"]);
        assert_eq!(problems, []);
        assert_eq!(text, "{ a = { b = \"2 days\", c = 3, d = [1, 2], e = \"x\", f = 2026-01-01 } }");
    }

    #[test]
    fn a_star_is_every_id() {
        let (text, problems) = set("[site.a]\n[site.b]\nx = 1\n", &["site.*.x=2"]);
        assert_eq!(problems, []);
        assert_eq!(text, "{ site = { a = { x = 2 }, b = { x = 2 } } }");
    }

    #[test]
    fn an_unknown_id_and_a_broken_path_are_errors() {
        for setting in ["site.mian.x=1", "no equals sign", "a..b=1", "=1", "site.main.x.y=1", "a.\"b=1", "stock.*.x=1"]
        {
            let (_, problems) = set("[site.main]\nx = 1\n", &[setting]);
            assert_eq!(problems.len(), 1, "{setting}");
        }
    }
}
