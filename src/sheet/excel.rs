//! Workbooks of Excel (.xlsx, .xlsm) as rows of cells. What unpacks to too much is refused before it is read.

use super::date::of_excel;
use super::problem::{Fault, Limit};
use super::raw::{Cell, Raw};
use super::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED};
use calamine::{CellErrorType, DataRef, Reader, Xlsx};
use std::io::{Cursor, Read};

/// A part of a workbook may unpack to so many times its packed size (and to `SMALL` bytes in any case).
const MOST_RATIO: u64 = 100;
const SMALL: u64 = 4 << 20;

/// A workbook that can be read.
pub(super) struct Workbook {
    book: Xlsx<Cursor<Vec<u8>>>,
}

/// A sheet as it was read.
pub(super) struct ReadSheet {
    /// Its rows.
    pub(super) raw: Raw,
    /// Cells with formulas that have a computed value.
    pub(super) formulas: u32,
    /// Places (row, column, counted from 1) of formulas without one.
    pub(super) uncomputed: Vec<(u32, u32)>,
}

/// Whether the bytes begin as those of a workbook of this kind do.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether the bytes are an old or a protected workbook, which begin alike.
pub(super) fn is_old_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

impl Workbook {
    /// Opens a workbook.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Workbook, Fault> {
        unpacks_to_little(&bytes)?;
        let book = Xlsx::new(Cursor::new(bytes)).map_err(|error| Fault::NotAList(error.to_string()))?;
        Ok(Workbook { book })
    }

    /// The names of its sheets, in their order.
    pub(super) fn sheets(&self) -> Vec<String> {
        self.book.sheet_names()
    }

    /// Reads a sheet; with `most` rows only the first ones.
    pub(super) fn sheet(&mut self, name: &str, most: u32) -> Result<ReadSheet, Fault> {
        let wrong = |error: calamine::XlsxError| Fault::NotAList(error.to_string());
        let mut reader = self.book.worksheet_cells_reader(name).map_err(wrong)?;
        let mut rows: Vec<(u32, Vec<Cell<'static>>)> = Vec::new();
        let (mut formulas, mut uncomputed, mut count) = (0, Vec::new(), 0);
        while let Some(record) = reader.next_cell_with_formula_metadata().map_err(wrong)? {
            let (row, column) = (record.pos.0 + 1, record.pos.1);
            if row > most || row > MOST_ROWS {
                break;
            }
            let found = cell(&record.value);
            if record.formula.is_some() {
                if found == Cell::Empty {
                    uncomputed.push((row, column + 1));
                } else {
                    formulas += 1;
                }
            }
            if found == Cell::Empty {
                continue;
            }
            count += 1;
            if column >= MOST_COLUMNS {
                return Err(Fault::TooLarge(Limit::Columns(MOST_COLUMNS)));
            }
            if count > MOST_CELLS {
                return Err(Fault::TooLarge(Limit::Cells(MOST_CELLS)));
            }
            put(&mut rows, row, column as usize, found);
        }
        rows.sort_by_key(|(row, _)| *row);
        Ok(ReadSheet { raw: Raw::Sheet(rows), formulas, uncomputed })
    }
}

fn put(rows: &mut Vec<(u32, Vec<Cell<'static>>)>, row: u32, column: usize, found: Cell<'static>) {
    if rows.last().is_none_or(|(last, _)| *last != row) {
        rows.push((row, Vec::new()));
    }
    if let Some((_, cells)) = rows.last_mut() {
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = found;
    }
}

fn cell(value: &DataRef<'_>) -> Cell<'static> {
    let text = |text: &str| match text.trim().is_empty() {
        true => Cell::Empty,
        false => Cell::Text(text.to_owned().into()),
    };
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(string) => text(string),
        DataRef::SharedString(string) => text(string),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(moment) => {
            let (days, found) = (moment.as_f64(), of_excel(moment.as_f64()));
            let minute = super::clock::of_excel(days).filter(|_| days.fract() != 0.0);
            found.map_or(Cell::Number(days), |found| Cell::Date(found, minute))
        }
        DataRef::DateTimeIso(string) => match super::date::parse(string) {
            Some(found) => Cell::Date(found, super::clock::behind_date(string)),
            None => text(string),
        },
        DataRef::DurationIso(string) => text(string),
        DataRef::Error(error) => Cell::Error(error_text(error).to_owned()),
    }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#ERROR!",
    }
}

/// Unpacks every part, counting only: what a workbook says of its own size is not believed.
fn unpacks_to_little(bytes: &[u8]) -> Result<(), Fault> {
    let wrong = |error: zip::result::ZipError| Fault::NotAList(error.to_string());
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(wrong)?;
    let mut left = MOST_UNPACKED;
    for number in 0..parts.len() {
        let part = parts.by_index(number).map_err(wrong)?;
        let most = left.min((part.compressed_size().saturating_mul(MOST_RATIO)).max(SMALL));
        let mut counted = part.take(most + 1);
        let took = std::io::copy(&mut counted, &mut std::io::sink());
        let took = took.map_err(|error| Fault::NotAList(error.to_string()))?;
        if took > most {
            return Err(Fault::Bomb);
        }
        left -= took;
    }
    Ok(())
}
