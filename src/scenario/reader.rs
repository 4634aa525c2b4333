//! The one reader of tables: keys are asked for by name, and what nobody asked for is an error.

use super::context::{Context, ORIGIN_KINDS};
use super::diagnosis::{Diagnosis, codes, nearest};
use super::files::DEFAULTS;
use super::source::Place;
use super::tree::{Entry, Node, Table, Value};

/// One table being read.
pub struct Section<'a, 'c> {
    /// The reading it belongs to.
    pub ctx: &'c mut Context<'a>,
    /// Its path, e.g. `policy.main`.
    pub path: String,
    /// Where its header stands.
    pub place: Place,
    what: &'static str,
    layers: Vec<&'a Table>,
    asked: Vec<&'static str>,
    stated: Option<Stated>,
    may_state: bool,
}

/// What `origin` and `source` are keys of where they hold for a whole table.
const ANY_TABLE: &str = "any table";
/// What the keys of a value written as a table are keys of.
const A_VALUE: &str = "a value";
/// Keys of a value written as a table.
const KEYS_OF_A_VALUE: [&str; 4] = ["value", "origin", "source", "range"];

/// The origin that a table states for its values.
#[derive(Clone, Debug)]
struct Stated {
    file: usize,
    kind: String,
    source: String,
}

impl<'a, 'c> Section<'a, 'c> {
    /// Opens a table that may state an `origin` and a `source` for its values.
    pub fn open(ctx: &'c mut Context<'a>, table: &'a Table, place: Place, path: String, what: &'static str) -> Self {
        let mut section = Section::plain(ctx, table, place, path, what);
        section.may_state = true;
        section.stated = section.read_stated();
        section
    }

    /// Opens a table in which `origin` is a key like any other.
    pub fn plain(ctx: &'c mut Context<'a>, table: &'a Table, place: Place, path: String, what: &'static str) -> Self {
        Section { ctx, path, place, what, layers: vec![table], asked: Vec::new(), stated: None, may_state: false }
    }

    /// Adds a table that is asked for keys that the ones before do not have.
    pub fn fall_back(&mut self, table: &'a Table) {
        self.layers.push(table);
    }

    /// The table itself, without what it falls back on.
    pub fn own(&self) -> Option<&'a Table> {
        self.layers.first().copied()
    }

    /// Where a file states a key in the table itself; what it falls back on and the built-in defaults do not count.
    pub fn stated_here(&mut self, key: &'static str) -> Option<Place> {
        self.entry(key);
        let entry = self.own()?.get(key)?;
        let inside = entry.node.table().into_iter().flatten().map(|(_, inner)| inner.key);
        std::iter::once(entry.key).chain(inside).find(|place| place.file != DEFAULTS)
    }

    /// Opens a table inside this one.
    pub fn inner(&mut self, table: &'a Table, place: Place, key: &str, what: &'static str) -> Section<'a, '_> {
        let path = format!("{}.{key}", self.path);
        Section::plain(self.ctx, table, place, path, what)
    }

    /// The entry of a key, unread.
    pub fn entry(&mut self, key: &'static str) -> Option<&'a Entry> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.layers.iter().find_map(|layer| layer.get(key).filter(|entry| !is_empty_cell(&entry.node)))
    }

    /// The number of the first layer that has one of the keys, and which of them.
    pub fn first_of(&mut self, keys: [&'static str; 2]) -> Option<&'static str> {
        for key in keys {
            self.entry(key);
        }
        let has = |layer: &Table, key: &str| layer.get(key).is_some_and(|entry| !is_empty_cell(&entry.node));
        let layer = *self.layers.iter().find(|layer| keys.iter().any(|key| has(layer, key)))?;
        let [first, second] = keys;
        if has(layer, first) && has(layer, second) {
            let place = layer.get(second).map_or(self.place, |entry| entry.key);
            let message = format!("[{}] has both `{first}` and `{second}`", self.path);
            self.ctx.report(Diagnosis::error(codes::EXCLUSIVE, &message, place).label("leave one out"));
        }
        Some(if has(layer, first) { first } else { second })
    }

    /// The value of a key, out of its `{ value, origin, source, range }` if it has one; its origin is recorded.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Node> {
        let entry = self.entry(key)?;
        let own = self.layers.first().and_then(|own| own.get(key)).is_some_and(|own| std::ptr::eq(own, entry));
        // What comes from a class is recorded where the class is read.
        let path = if own { format!("{}.{key}", self.path) } else { String::new() };
        match entry.node.table() {
            Some(table) if table.contains_key("value") => self.unwrap_value(table, &entry.node, path),
            _ => {
                self.record(&entry.node, path);
                Some(&entry.node)
            }
        }
    }

    /// The value of a key that must be there.
    pub fn required(&mut self, key: &'static str) -> Option<&'a Node> {
        if self.entry(key).is_none() {
            self.missing(key, "");
        }
        self.value(key)
    }

    /// Reports a missing key.
    pub fn missing(&mut self, key: &str, help: &str) {
        let message = format!("`{key}` is missing in [{}]", self.path);
        self.ctx.report(Diagnosis::error(codes::MISSING, &message, self.place).label("needs it").help(help));
    }

    /// Reports something wrong with the value of a key.
    pub fn wrong(&mut self, code: &'static str, key: &str, what: &str, place: Place, fix: &str) {
        let message = format!("`{key}` in [{}] {what}", self.path);
        self.ctx.report(Diagnosis::error(code, &message, place).label(fix));
    }

    /// Ends the reading: keys that nobody asked for are errors.
    pub fn finish(self) {
        for &key in &self.asked {
            let of_any = self.may_state && matches!(key, "origin" | "source");
            self.ctx.taken.insert((if of_any { ANY_TABLE } else { self.what }, key));
        }
        let Some(own) = self.layers.first() else { return };
        for (key, entry) in own.iter() {
            if self.asked.iter().any(|asked| asked == key) {
                continue;
            }
            let message = format!("unknown key `{key}` in [{}]", self.path);
            let mut problem = Diagnosis::error(codes::UNKNOWN_KEY, &message, entry.key);
            problem = problem.label(&format!("not a key of {}", self.what));
            if let Some(near) = nearest(key, self.asked.iter().copied()) {
                let set = own.get(near).filter(|other| other.key.file != entry.key.file && other.key.file != DEFAULTS);
                problem = match set {
                    Some(other) => {
                        let help = format!("did you mean `{near}`? It is set in the base here:");
                        problem.help(&help).second(other.key)
                    }
                    None => problem.help(&format!("did you mean `{near}`?")),
                };
            }
            self.ctx.report(problem);
        }
    }

    fn read_stated(&mut self) -> Option<Stated> {
        let origin = self.entry("origin");
        let source = self.entry("source").and_then(|entry| self.plain_text("source", &entry.node)).unwrap_or_default();
        let origin = origin?;
        let kind = self.origin_kind(&origin.node)?;
        Some(Stated { file: origin.key.file, kind, source })
    }

    fn plain_text(&mut self, key: &str, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text(text) => Some(text.clone()),
            _ => {
                self.wrong(codes::KIND, key, &format!("is {}", node.kind_name()), node.place, "write a text in quotes");
                None
            }
        }
    }

    fn origin_kind(&mut self, node: &Node) -> Option<String> {
        let text = self.plain_text("origin", node)?;
        if ORIGIN_KINDS.contains(&text.as_str()) {
            return Some(text);
        }
        let fix = format!("one of {}", ORIGIN_KINDS.join(", "));
        self.wrong(codes::PROVENANCE, "origin", "is not a kind of origin", node.place, &fix);
        None
    }

    fn unwrap_value(&mut self, table: &'a Table, node: &Node, path: String) -> Option<&'a Node> {
        self.ctx.taken.extend(KEYS_OF_A_VALUE.map(|key| (A_VALUE, key)));
        for (key, entry) in table {
            if !KEYS_OF_A_VALUE.contains(&key.as_str()) {
                let message = format!("unknown key `{key}` in `{path}`");
                let problem = Diagnosis::error(codes::UNKNOWN_KEY, &message, entry.key);
                self.ctx.report(problem.label("a value has the keys value, origin, source and range"));
            }
        }
        let mut text =
            |key: &str| table.get(key).and_then(|entry| self.plain_text(key, &entry.node)).unwrap_or_default();
        let (source, range) = (text("source"), text("range"));
        let kind = match table.get("origin") {
            Some(entry) => self.origin_kind(&entry.node),
            None => self.stated_for(node.place.file).map(|stated| stated.kind.clone()),
        };
        let value = &table.get("value")?.node;
        if let Some(kind) = kind {
            self.ctx.record(path, &kind, &source, &range, value);
        }
        Some(value)
    }

    fn stated_for(&self, file: usize) -> Option<&Stated> {
        self.stated.as_ref().filter(|stated| stated.file == file)
    }

    fn record(&mut self, node: &Node, path: String) {
        if node.place.file == DEFAULTS {
            self.ctx.record(path, "tool", "built-in default", "", node);
        } else if let Some(stated) = self.stated_for(node.place.file).cloned() {
            self.ctx.record(path, &stated.kind, &stated.source, "", node);
        }
    }
}

fn is_empty_cell(node: &Node) -> bool {
    matches!(&node.value, Value::Cell(text) if text.trim().is_empty())
}
