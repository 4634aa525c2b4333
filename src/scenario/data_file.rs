//! A CSV file that a value names: a header with known columns, and rows of cells that know their place.

use super::cells::{self, Cell};
use super::diagnosis::{Diagnosis, codes, nearest};
use super::item_file::foreign_dialect;
use super::reader::Section;
use super::source::{Kind, Place};
use super::tree::{Node, Value};

/// The rows of a file.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// The header.
    pub header: Place,
    /// Columns that the file has, in its order.
    pub columns: Vec<&'static str>,
    /// Rows, each as wide as the header.
    pub rows: Vec<Vec<Cell>>,
}

impl DataFile {
    /// The place of a column in a row, if the file has it.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| *column == name)
    }
}

/// A cell as a value that the readers of amounts and numbers take.
pub fn node(cell: &Cell) -> Node {
    Node { value: Value::Cell(cell.text.clone()), place: cell.place }
}

/// Reads the file that the key `file` names. Columns other than those known are refused.
pub fn read(section: &mut Section<'_, '_>, known: &[&'static str]) -> Option<DataFile> {
    section.required("file");
    let named = section.value("file")?;
    let written = section.text_of("file", named)?;
    let path = section.ctx.files.beside(named.place.file, written);
    let file = section.ctx.files.text(&path, Some(named.place), &mut section.ctx.diagnoses)?;
    let text = section.ctx.files.sources.get(file).map(|source| source.text.clone()).unwrap_or_default();
    let start = Place { file, start: 0, end: text.lines().next().map_or(0, str::len) };
    if let Some(problem) = foreign_dialect(&text, start) {
        section.ctx.report(problem);
        return None;
    }
    let cells = cells::split(file, &text, b',');
    let mut rows = cells.rows.into_iter();
    let header = rows.next().unwrap_or_default();
    let headers = header.iter().map(|cell| cell.text.trim().to_owned()).collect();
    let starts = rows.as_slice().iter().filter_map(|row| row.first()).map(|cell| cell.place.start);
    let starts = std::iter::once(0).chain(starts).collect();
    section.ctx.files.mark_as_cells(file, Kind::Cells { rows: starts, headers, separator: ',', commas: false });
    if let Some(place) = cells.open_quote {
        refuse(section, "a quote is opened here and never closed", place, "close it, or double it: \"\"");
        return None;
    }
    let columns = columns(section, &header, known)?;
    let rows: Vec<_> = rows.filter(|row| as_wide(section, row, columns.len())).collect();
    if rows.is_empty() {
        refuse(section, "this file has no rows of data", start, "a header and at least one row");
        return None;
    }
    Some(DataFile { header: start, columns, rows })
}

fn columns(section: &mut Section<'_, '_>, header: &[Cell], known: &[&'static str]) -> Option<Vec<&'static str>> {
    let before = section.ctx.diagnoses.len();
    let mut columns = Vec::new();
    for cell in header {
        let name = cell.text.trim();
        match known.iter().find(|column| **column == name) {
            Some(&column) if columns.contains(&column) => {
                refuse(section, &format!("the header `{name}` stands twice"), cell.place, "leave one out");
            }
            Some(&column) => columns.push(column),
            None => {
                let fix = match nearest(name, known.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("known columns are {}", known.join(", ")),
                };
                refuse(section, &format!("unknown column `{}`", super::render::printable(name, 40)), cell.place, &fix);
            }
        }
    }
    (section.ctx.diagnoses.len() == before).then_some(columns)
}

fn as_wide(section: &mut Section<'_, '_>, row: &[Cell], width: usize) -> bool {
    if row.len() != width {
        let place = row.first().map(|cell| cell.place).unwrap_or_default();
        let message = format!("this row has {} cells and the header {width}", row.len());
        refuse(section, &message, place, "as many cells as the header");
    }
    row.len() == width
}

/// Reports something wrong with the file.
pub fn refuse(section: &mut Section<'_, '_>, message: &str, place: Place, label: &str) {
    section.ctx.report(Diagnosis::error(codes::CELLS, message, place).label(label));
}
