//! The item file: rows of articles become tables of the tree, so that one reader reads both.

use super::cells::{self, Cell};
use super::context::Context;
use super::diagnosis::{Diagnosis, codes, nearest};
use super::dialect::{Assumed, NUMBERS, has_decimal_comma, plain, separator};
use super::reader::Section;
use super::source::{Kind, Place};
use super::tree::{Entry, Node, Table, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The columns an item file may have: `id` and the keys of an article.
pub const COLUMNS: [&str; 24] = [
    "id",
    "name-sv",
    "name-en",
    "flow",
    "family",
    "class",
    "channel",
    "supplier",
    "critical",
    "critical-decided-by",
    "price",
    "pack",
    "pallet",
    "case",
    "volume",
    "temperature",
    "need-group",
    "need-factor",
    "shelf-life",
    "shelf-life-left",
    "weight",
    "demand",
    "demand-sd",
    "weekly-cv",
];

/// Reads `[items]` and its file; the articles by id.
pub fn read(ctx: &mut Context<'_>) -> Table {
    let Some(entry) = ctx.root.get("items") else { return Table::new() };
    let Some(table) = entry.node.table() else {
        ctx.report(Diagnosis::error(codes::KIND, "`items` should be a table", entry.key).label("write [items]"));
        return Table::new();
    };
    let mut section = Section::open(ctx, table, entry.key, "items".into(), "[items]");
    let columns = column_names(&mut section);
    let ignored: BTreeSet<String> = section.texts("ignore-columns").into_iter().map(|(name, _)| name).collect();
    section.required("file");
    let named = section.value("file").and_then(|node| Some((section.text_of("file", node)?.to_owned(), node.place)));
    section.finish();
    let Some((written, place)) = named else { return Table::new() };
    let path = ctx.files.beside(place.file, &written);
    let Some(file) = ctx.files.text(&path, Some(place), &mut ctx.diagnoses) else {
        ctx.files.lacks_list = true;
        return Table::new();
    };
    let text = ctx.files.sources.get(file).map(|source| source.text.clone()).unwrap_or_default();
    let by_setting = ctx.files.sources.get(place.file).is_some_and(|source| source.kind == Kind::Settings);
    let mut sheet = Sheet { file, columns, ignored, by_setting, problems: Vec::new(), kind: Kind::Toml, swedish: None };
    let articles = sheet.read(&text);
    if articles.is_none() {
        // Whatever else names an article, a class or a channel cannot be judged.
        ctx.files.lacks_list = true;
    }
    ctx.files.mark_as_cells(file, sheet.kind);
    if let (Some(commas), Some(source)) = (sheet.swedish, ctx.files.sources.get(file)) {
        ctx.files.assumed.insert(Assumed { file: source.path.clone(), commas });
    }
    ctx.diagnoses.extend(sheet.problems);
    articles.unwrap_or_default()
}

/// Key → header, where the file has other headers than the keys.
fn column_names(section: &mut Section<'_, '_>) -> BTreeMap<&'static str, (String, Place)> {
    let mut names = BTreeMap::new();
    let Some(node) = section.value("columns") else { return names };
    let Value::Table(table) = &node.value else {
        section.wrong(codes::KIND, "columns", "should be a table", node.place, "write { price = \"Pris\" }");
        return names;
    };
    let mut inner = section.inner(table, node.place, "columns", "an item file");
    for key in COLUMNS {
        if let Some(value) = inner.value(key)
            && let Some(header) = inner.text_of(key, value)
        {
            names.insert(key, (header.to_owned(), value.place));
        }
    }
    inner.finish();
    names
}

/// One item file.
struct Sheet {
    file: usize,
    columns: BTreeMap<&'static str, (String, Place)>,
    ignored: BTreeSet<String>,
    /// Whether a setting of the command line names the file, so that no `[items]` may be there to write in.
    by_setting: bool,
    problems: Vec<Diagnosis>,
    kind: Kind,
    /// Whether it has semicolons between its cells, and then whether it has decimal commas.
    swedish: Option<bool>,
}

impl Sheet {
    /// The rows; `None` if the file is no table of articles.
    fn read(&mut self, text: &str) -> Option<Table> {
        let start = Place { file: self.file, start: 0, end: text.lines().next().map_or(0, str::len) };
        if text.trim_matches(['\u{feff}', ' ', '\r', '\n', '\t']).is_empty() {
            self.refuse(codes::CELLS, "this item file is empty", start, "needs a header and at least one article");
            return None;
        }
        let separator = separator(text);
        if separator == '\t' {
            let problem = Diagnosis::error(codes::DIALECT, "tabs stand between the cells of this list", start);
            self.problems.push(problem.help("save it as CSV, with commas or semicolons between the cells"));
            return None;
        }
        let cells = cells::split(self.file, text, separator as u8);
        let mut rows = cells.rows.iter();
        let header = rows.next()?;
        let headers: Vec<_> = header.iter().map(|cell| cell.text.trim().to_owned()).collect();
        let starts = cells.rows.iter().filter_map(|row| row.first()).map(|cell| cell.place.start).collect();
        self.kind = Kind::Cells { rows: starts, headers, separator };
        if let Some(place) = cells.open_quote {
            self.refuse(codes::CELLS, "a quote is opened here and never closed", place, "close it, or double it: \"\"");
            return None;
        }
        let keys = self.keys_of(header)?;
        if separator == ';' {
            self.swedish = Some(
                cells.rows.iter().skip(1).any(|row| numbers(row, &keys).any(|cell| has_decimal_comma(&cell.text))),
            );
        }
        let mut articles = Table::new();
        for row in rows {
            self.read_row(row, header, &keys, &mut articles);
        }
        if cells.rows.len() < 2 {
            self.refuse(codes::CELLS, "this item file has a header and no articles", start, "no rows follow");
            return None;
        }
        Some(articles)
    }

    fn refuse(&mut self, code: &'static str, message: &str, place: Place, label: &str) {
        self.problems.push(Diagnosis::error(code, message, place).label(label));
    }

    /// The key of every column; `None` for those that are ignored.
    fn keys_of(&mut self, header: &[Cell]) -> Option<Vec<Option<&'static str>>> {
        let before = self.problems.len();
        let by_header: BTreeMap<String, &'static str> = COLUMNS
            .into_iter()
            .map(|key| (self.columns.get(key).map_or(key.to_owned(), |(header, _)| header.clone()), key))
            .collect();
        let mut seen = BTreeSet::new();
        let mut keys = Vec::new();
        for cell in header {
            let name = cell.text.trim();
            if !seen.insert(name) {
                self.refuse(codes::CELLS, &format!("the header `{name}` stands twice"), cell.place, "rename one");
            }
            let key = by_header.get(name).copied();
            if key.is_none() && !self.ignored.contains(name) {
                self.unknown_column(cell, &by_header);
            }
            keys.push(key);
        }
        let whole = match (header.first(), header.last()) {
            (Some(first), Some(last)) => Place { end: last.place.end, ..first.place },
            _ => Place { file: self.file, start: 0, end: 0 },
        };
        for (name, key) in &by_header {
            let renamed = self.columns.get(key).map(|(_, place)| *place);
            if seen.contains(name.as_str()) || (renamed.is_none() && *key != "id") {
                continue;
            }
            let message = format!("the column `{name}` is missing");
            let problem = Diagnosis::error(codes::CELLS, &message, whole).label("not among these headers");
            self.problems.push(match renamed {
                Some(place) => problem.help("[items] names it here:").second(place),
                None if self.by_setting => {
                    problem.help("name the column with the ids: --set 'items.columns.id=\"Artikelnr\"'")
                }
                None => problem.help("name the column with the ids: [items] columns = { id = \"Artikelnr\" }"),
            });
        }
        (self.problems.len() == before).then_some(keys)
    }

    fn unknown_column(&mut self, cell: &Cell, by_header: &BTreeMap<String, &'static str>) {
        let name = cell.text.trim();
        let problem = Diagnosis::error(codes::CELLS, &format!("unknown column `{name}`"), cell.place);
        self.problems.push(match nearest(name, by_header.keys().map(String::as_str)) {
            Some(near) => problem.help(&format!("did you mean `{near}`?")),
            None if self.by_setting => {
                let shown = super::render::printable(name, 40);
                problem.help(&format!(
                    "tell its key: --set 'items.columns.KEY=\"{shown}\"', or leave it out: --set 'items.ignore-columns=[\"{shown}\"]'"
                ))
            }
            None => problem.help("name it in [items] columns, or in [items] ignore-columns"),
        });
    }

    /// The text of a cell; numbers of a Swedish list are written plainly.
    fn text_of(&mut self, key: &str, cell: &Cell) -> String {
        let Some(commas) = self.swedish.filter(|_| NUMBERS.contains(&key)) else { return cell.text.clone() };
        let number = cell.text.trim();
        if commas
            && number.contains('.')
            && number.trim_start_matches(['-', '+']).starts_with(|one: char| one.is_ascii_digit())
        {
            let message =
                format!("`{}` has a point, and this list has decimal commas", super::render::printable(number, 40));
            self.refuse(
                codes::NUMBER,
                &message,
                cell.place,
                "write 1,5 for one and a half and 1500 for a thousand and five hundred",
            );
        }
        plain(&cell.text)
    }

    fn read_row(&mut self, row: &[Cell], header: &[Cell], keys: &[Option<&'static str>], articles: &mut Table) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else { return };
        let whole = Place { end: last.place.end, ..first.place };
        if row.iter().all(|cell| cell.text.trim().is_empty()) {
            self.refuse(codes::CELLS, "this row is empty", whole, "take it away");
            return;
        }
        if row.len() != header.len() {
            let message = format!("this row has {} cells and the header {}", row.len(), header.len());
            let between = if self.swedish.is_some() { "semicolon" } else { "comma" };
            self.refuse(codes::CELLS, &message, whole, &format!("a cell with a {between} needs quotes"));
            return;
        }
        let mut table = Table::new();
        let mut id = None;
        for (cell, key) in row.iter().zip(keys) {
            match key {
                Some("id") => id = Some(cell),
                Some(key) => {
                    let node = Node { value: Value::Cell(self.text_of(key, cell)), place: cell.place };
                    table.insert((*key).to_owned(), Entry { key: cell.place, node });
                }
                None => {}
            }
        }
        let Some(id) = id else { return };
        let name = id.text.trim();
        if let Some(other) = articles.get(name) {
            let message = format!("the id `{}` stands twice", super::render::printable(name, 40));
            let problem = Diagnosis::error(codes::DUPLICATE, &message, id.place).label("an id is for one row");
            self.problems.push(problem.help("it also stands here:").second(other.key));
            return;
        }
        let node = Node { value: Value::Table(table), place: whole };
        articles.insert(name.to_owned(), Entry { key: id.place, node });
    }
}

/// The cells of a row that hold numbers.
fn numbers<'c>(row: &'c [Cell], keys: &'c [Option<&'static str>]) -> impl Iterator<Item = &'c Cell> {
    row.iter().zip(keys).filter(|(_, key)| key.is_some_and(|key| NUMBERS.contains(&key))).map(|(cell, _)| cell)
}

/// A semicolon in the header and no comma: another dialect, most likely of a Swedish Excel.
pub(super) fn foreign_dialect(text: &str, place: Place) -> Option<Diagnosis> {
    let header = text.lines().next()?;
    let (semicolons, tabs) = (header.matches(';').count(), header.matches('\t').count());
    if header.contains(',') || semicolons + tabs == 0 {
        return None;
    }
    let commas = text.lines().skip(1).take(100).any(|line| {
        line.split([';', '\t']).any(|cell| {
            let mut parts = cell.trim().trim_matches('"').split(',');
            let digits =
                |part: Option<&str>| part.is_some_and(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
            digits(parts.next()) && digits(parts.next()) && parts.next().is_none()
        })
    });
    let separator = if semicolons > 0 { "semicolons" } else { "tabs" };
    let more = if commas { " and decimal commas" } else { "" };
    let message = format!("this looks like an export from a Swedish Excel: {separator} between the cells{more}");
    let help = "save it with commas between the cells and points in the numbers (15.4); nothing is guessed";
    Some(Diagnosis::error(codes::DIALECT, &message, place).help(help))
}
