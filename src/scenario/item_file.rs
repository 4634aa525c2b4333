//! The item file: rows of articles become tables of the tree, so that one reader reads both.

use super::cells::{self, Cell};
use super::context::Context;
use super::diagnosis::{Diagnosis, Particular, codes, nearest};
use super::dialect::{Assumed, NUMBERS, has_decimal_comma, plain};
use super::reader::Section;
use super::source::{Kind, Place};
use super::tree::{Entry, Node, Table, Value};
use crate::order::Gather;
use crate::sheet::{is_sum, separator};
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
    let ignored: BTreeMap<String, Place> = section.texts("ignore-columns").into_iter().into_map();
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
    /// Headers that are left out, and where that is said.
    ignored: BTreeMap<String, Place>,
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
            let label = "needs a header and at least one article";
            self.refuse(Particular::EmptyList, "this item file is empty", start, label);
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
        self.kind = Kind::Cells { rows: starts, headers, separator, commas: false };
        if let Some(place) = cells.open_quote {
            let message = "a quote is opened here and never closed";
            self.refuse(Particular::OpenQuote, message, place, "close it, or double it: \"\"");
            return None;
        }
        let keys = self.keys_of(header)?;
        if separator == ';' {
            let has_commas =
                cells.rows.iter().skip(1).any(|row| numbers(row, &keys).any(|cell| has_decimal_comma(&cell.text)));
            self.swedish = Some(has_commas);
            if let Kind::Cells { commas, .. } = &mut self.kind {
                *commas = has_commas;
            }
        }
        let mut articles = Table::new();
        for row in rows {
            self.read_row(row, header, &keys, &mut articles);
        }
        if cells.rows.len() < 2 {
            let message = "this item file has a header and no articles";
            self.refuse(Particular::EmptyList, message, start, "no rows follow");
            return None;
        }
        Some(articles)
    }

    fn refuse(&mut self, which: Particular, message: &str, place: Place, label: &str) {
        self.problems.push(Diagnosis::error(codes::CELLS, message, place).label(label).particular(which));
    }

    /// The key of every column; `None` for those that are ignored.
    fn keys_of(&mut self, header: &[Cell]) -> Option<Vec<Option<&'static str>>> {
        let before = self.problems.len();
        let by_header: BTreeMap<String, &'static str> = COLUMNS
            .into_iter()
            .map(|key| (self.columns.get(key).map_or(key.to_owned(), |(header, _)| header.clone()), key))
            .into_map();
        let mut seen = BTreeSet::new();
        let mut keys = Vec::new();
        let mut unknown = 0;
        for cell in header {
            let name = cell.text.trim();
            if !seen.insert(name) {
                let message = format!("the header `{name}` stands twice");
                self.refuse(Particular::SameHeaders, &message, cell.place, "rename one");
            }
            let left_out = self.ignored.contains_key(name);
            let key = by_header.get(name).copied().filter(|_| !left_out);
            if key.is_none() && !left_out {
                self.unknown_column(cell, &by_header, unknown);
                unknown += 1;
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
            let problem = problem.particular(Particular::MissingColumn);
            self.problems.push(match renamed {
                Some(place) => problem.help("[items] names it here:").second(place),
                None if self.by_setting => {
                    problem.help("name the column with the ids: --set 'items.columns.id=\"Artikelnr\"'")
                }
                None => problem.help("name the column with the ids: [items] columns = { id = \"Artikelnr\" }"),
            });
        }
        self.left_out_in_vain(&by_header);
        (self.problems.len() == before).then_some(keys)
    }

    /// A header that is to be left out must not be needed. One that a list lacks is left out already: scenarios that bring their own
    /// lists share the name.
    fn left_out_in_vain(&mut self, by_header: &BTreeMap<String, &'static str>) {
        for (name, &place) in &self.ignored {
            let shown = super::render::printable(name, 40);
            let key = by_header.get(name).copied();
            let (message, help) = if key == Some("id") {
                (format!("the column `{shown}` has the ids"), "every article needs its id")
            } else if key.is_some_and(|key| self.columns.contains_key(key)) {
                let help = "take it out of one of `columns` and `ignore-columns`";
                (format!("the column `{shown}` is named and left out"), help)
            } else {
                continue;
            };
            self.problems.push(Diagnosis::error(codes::CELLS, &message, place).help(help));
        }
    }

    /// Tells of a column that is no key; the first one is told what all keys are.
    fn unknown_column(&mut self, cell: &Cell, by_header: &BTreeMap<String, &'static str>, before: usize) {
        let name = cell.text.trim();
        let shown = super::render::printable(name, 40);
        let tell = |key: &str| match self.by_setting {
            true => format!("--set 'items.columns.{key}=\"{shown}\"'"),
            false => format!("{key} = \"{shown}\" in [items] columns"),
        };
        let leave_out = match self.by_setting {
            true => format!("--set 'items.ignore-columns=[\"{shown}\"]'"),
            false => "[items] ignore-columns".to_owned(),
        };
        let near = nearest(name, by_header.keys().map(String::as_str)).and_then(|near| by_header.get(near));
        let mut help = match near {
            Some(near) => format!("did you mean `{near}`? Then tell it: {}", tell(near)),
            None => format!("tell its key: {}, or leave it out: {leave_out}", tell("KEY")),
        };
        if before == 0 {
            help += &format!("; keys are {}", COLUMNS.join(", "));
        }
        let message = format!("unknown column `{name}`");
        self.problems.push(Diagnosis::error(codes::CELLS, &message, cell.place).help(&help));
    }

    /// The text of a cell; numbers of a Swedish list are written plainly.
    fn text_of(&mut self, key: &str, cell: &Cell) -> String {
        let Some(commas) = self.swedish.filter(|_| NUMBERS.contains(&key)) else { return cell.text.clone() };
        let number = cell.text.trim();
        if commas
            && number.contains('.')
            && number.trim_start_matches(['-', '+']).starts_with(|one: char| one.is_ascii_digit())
        {
            let shown = super::render::printable(number, 40);
            let message = format!("`{shown}` has a point, and this list has decimal commas");
            let fix = if has_decimal_comma(number) {
                format!("write it without the point: {}", shown.replace('.', ""))
            } else {
                "write 1,5 for one and a half and 1500 for a thousand and five hundred".to_owned()
            };
            let problem = Diagnosis::error(codes::NUMBER, &message, cell.place).label(&fix);
            self.problems.push(problem.particular(Particular::PointAmongCommas));
            // The list is refused; any number will do for what else is read.
            return "1".to_owned();
        }
        let number = plain(&cell.text);
        if commas && has_decimal_comma(&number) {
            let message = format!("`{}` is no number", super::render::printable(cell.text.trim(), 40));
            let problem = Diagnosis::error(codes::NUMBER, &message, cell.place);
            self.problems.push(problem.label("write digits and at most one decimal comma: 12,5"));
            return "1".to_owned();
        }
        number
    }

    /// Whether a row sums up others and is no article; one that has all that an article needs is read, and told as a finding.
    fn sums_up(&mut self, row: &[Cell], keys: &[Option<&'static str>], whole: Place) -> bool {
        let of = |wanted: &str| {
            row.iter().zip(keys).find(|(_, key)| **key == Some(wanted)).map(|(cell, _)| cell.text.trim())
        };
        let first = row.iter().map(|cell| cell.text.trim()).find(|text| !text.is_empty()).unwrap_or_default();
        let named = [of("id").unwrap_or_default(), first].into_iter().find(|text| is_sum(text));
        let Some(named) = named else { return false };
        let message = format!(
            "`{}` looks like the sum of other rows and not like an article",
            super::render::printable(named, 40)
        );
        let is_article = ["id", "supplier", "demand"].iter().all(|key| of(key).is_some_and(|text| !text.is_empty()));
        if is_article {
            let problem = Diagnosis::finding(codes::SUSPICIOUS, &message, whole).particular(Particular::SumRow);
            self.problems.push(problem.help("if it is one, take the row away; if it is an article, let it stand"));
        } else {
            self.refuse(Particular::SumRow, &message, whole, "take it away");
        }
        !is_article
    }

    fn read_row(&mut self, row: &[Cell], header: &[Cell], keys: &[Option<&'static str>], articles: &mut Table) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else { return };
        let whole = Place { end: last.place.end, ..first.place };
        if row.iter().all(|cell| cell.text.trim().is_empty()) {
            self.refuse(Particular::BlankRow, "this row is empty", whole, "take it away");
            return;
        }
        if self.sums_up(row, keys, whole) {
            return;
        }
        if row.len() != header.len() {
            let message = format!("this row has {} cells and the header {}", row.len(), header.len());
            let between = if self.swedish.is_some() { "semicolon" } else { "comma" };
            self.refuse(Particular::RowLength, &message, whole, &format!("a cell with a {between} needs quotes"));
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

/// Whether two parts of a scenario set the same key of `[items]`, which the other place of such a fault tells.
pub fn is_disputed<'d>(tree: &Table, mut problems: impl Iterator<Item = &'d Diagnosis>) -> bool {
    fn keys(table: &Table) -> Vec<Place> {
        let below = |entry: &Entry| entry.node.table().map(keys).unwrap_or_default();
        table.values().flat_map(|entry| std::iter::once(entry.key).chain(below(entry))).collect()
    }
    let items = tree.get("items").and_then(|entry| entry.node.table()).map(keys).unwrap_or_default();
    problems.any(|one| one.code == codes::PARTS && one.second.is_some_and(|place| items.contains(&place)))
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
