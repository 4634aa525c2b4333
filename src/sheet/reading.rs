//! Reading a list: bytes, encoding, separator, header, decimal sign, cells; then either the whole list or all of its problems.

use super::column::{Column, Kind, Must};
use super::decode::{BadByte, text};
use super::excel::{Workbook, is_old_workbook, is_workbook};
use super::header::{self, Header};
use super::listing::{Assumed, Listing, ReadColumn, Values};
use super::number::{Decimal, Hint, LARGEST, hint, parse_number};
use super::options::Options;
use super::problem::{Fault, Limit, Problem, Problems, together};
use super::raw::{Broken, Cell, HEADER_WITHIN, Raw, separator_below_titles};
use super::signs::Signs;
use super::traces::{is_error, is_rounded_code, is_rounded_number, is_sum, unguarded};
use super::typed::{dated, flag, kept, time_behind, timed};
use super::{MOST_BYTES, MOST_COLUMNS, MOST_ROWS};
use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

/// Reads the list of a file.
///
/// # Errors
/// Every problem with its row and column; nothing is read then.
pub fn read(path: &Path, columns: &[Column], options: &Options<'_>) -> Result<Listing, Problems> {
    let name = path.display().to_string();
    let whole = |fault| Problems::whole(&name, fault);
    let unreadable = |error: std::io::Error| {
        whole(match error.kind() {
            std::io::ErrorKind::NotFound => Fault::NotThere,
            std::io::ErrorKind::PermissionDenied => Fault::NoRight,
            _ => Fault::Unreadable(error.to_string()),
        })
    };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        return Err(whole(Fault::Folder));
    }
    let mut bytes = Vec::new();
    // One byte more than may be, so that a pipe of any length is seen to be too long.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    read_bytes(&name, bytes, columns, options)
}

/// Reads a list from bytes; `name` is how problems call the file.
///
/// # Errors
/// As for [`read`].
pub fn read_bytes(name: &str, bytes: Vec<u8>, columns: &[Column], options: &Options<'_>) -> Result<Listing, Problems> {
    let whole = |fault| Problems::whole(name, fault);
    if bytes.len() as u64 > MOST_BYTES {
        return Err(whole(Fault::TooLarge(Limit::Megabytes(MOST_BYTES >> 20))));
    }
    if bytes.is_empty() {
        return Err(whole(Fault::Empty));
    }
    if is_old_workbook(&bytes) {
        return Err(whole(Fault::OldWorkbook));
    }
    if is_workbook(&bytes) {
        return of_workbook(name, bytes, columns, options);
    }
    let (text, encoding) = match text(bytes, options.encoding) {
        Ok(read) => read,
        Err(bad) => return Err(bad_byte(name, &bad)),
    };
    let separator = options.separator.unwrap_or_else(|| separator_below_titles(&text));
    let assumed = vec![Assumed::Encoding(encoding.name()), Assumed::Separator(separator)];
    let raw = Raw::Text { text, separator };
    Reading { name, columns, options, raw: &raw, uncomputed: &[] }.list(assumed)
}

fn of_workbook(name: &str, bytes: Vec<u8>, columns: &[Column], options: &Options<'_>) -> Result<Listing, Problems> {
    let whole = |fault| Problems::whole(name, fault);
    let mut book = Workbook::open(bytes).map_err(whole)?;
    let sheets = book.sheets();
    let mut others = Vec::new();
    let chosen = match &options.sheet {
        Some(asked) if !sheets.contains(asked) => return Err(whole(Fault::NoSuchSheet(sheets))),
        Some(asked) => asked.clone(),
        None => {
            let mut best: Option<(usize, String)> = None;
            for sheet in &sheets {
                let top = book.sheet(sheet, HEADER_WITHIN as u32).map_err(whole)?;
                let reading = Reading { name, columns, options, raw: &top.raw, uncomputed: &[] };
                let found = reading.header().map_or(0, |header| header.places.iter().flatten().count());
                let most = best.as_ref().map_or(0, |(most, _)| *most);
                if found > most {
                    best = Some((found, sheet.clone()));
                    others.clear();
                } else if found > 0 && found == most {
                    others.push(sheet.clone());
                }
            }
            let first = sheets.first().cloned();
            best.map(|(_, sheet)| sheet).or(first).ok_or_else(|| whole(Fault::Empty))?
        }
    };
    let read = book.sheet(&chosen, u32::MAX).map_err(whole)?;
    let mut assumed = vec![Assumed::Sheet(chosen)];
    if !others.is_empty() {
        assumed.push(Assumed::OtherSheets(others));
    }
    if read.formulas > 0 {
        assumed.push(Assumed::Formulas(read.formulas));
    }
    Reading { name, columns, options, raw: &read.raw, uncomputed: &read.uncomputed }.list(assumed)
}

fn bad_byte(name: &str, bad: &BadByte) -> Problems {
    let mut problems = Problems::of(name);
    let (row, cell, fault) = (Some(bad.row), format!("0x{:02X}", bad.byte), Fault::BadByte);
    problems.push(Problem { row, column: None, column_number: None, cell, fault });
    problems
}

struct Reading<'r> {
    name: &'r str,
    columns: &'r [Column],
    options: &'r Options<'r>,
    raw: &'r Raw,
    /// Places of formulas without a computed value.
    uncomputed: &'r [(u32, u32)],
}

/// What is gathered while rows are read.
struct Gathered {
    problems: Problems,
    empty_rows: u32,
    quoted_formulas: u32,
    numeric_codes: Vec<(u32, String)>,
    decimal: Option<Decimal>,
    /// The column of dates whose times are kept, and those times.
    behind: Option<(usize, Vec<Option<u16>>)>,
}

impl Reading<'_> {
    fn header(&self) -> Result<Header, Problems> {
        let mut first = Vec::new();
        let read = self.raw.rows(|line, cells| {
            if cells.iter().any(|cell| *cell != Cell::Empty) {
                first.push((line, header::texts(cells)));
            }
            first.len() < HEADER_WITHIN
        });
        if let Err(broken) = read {
            return Err(self.broken(broken));
        }
        header::find(self.name, &first, self.columns, self.options)
    }

    fn broken(&self, broken: Broken) -> Problems {
        let mut problems = Problems::of(self.name);
        let (row, column_number, cell, fault) = match broken {
            Broken::OpenQuote(row, column) => (row, Some(column), "\"", Fault::OpenQuote),
            Broken::Wide(row) => (row, None, "", Fault::TooLarge(Limit::Columns(MOST_COLUMNS))),
        };
        problems.push(Problem { row: Some(row), column: None, column_number, cell: cell.to_owned(), fault });
        problems
    }

    fn signs(&self, header: &Header) -> Result<Signs, Problems> {
        if let Some(asked) = self.options.decimal {
            return Ok(Signs { sign: Some(asked), example: None });
        }
        let pairs = self.columns.iter().zip(&header.places);
        let numbers: Vec<usize> =
            pairs.filter(|(column, _)| column.kind.is_number()).filter_map(|(_, at)| *at).collect();
        Signs::of(self.raw, header.line, &numbers).map_err(|broken| self.broken(broken))
    }

    fn list(&self, mut assumed: Vec<Assumed>) -> Result<Listing, Problems> {
        let header = self.header()?;
        let decimal = self.signs(&header)?;
        let mut columns: Vec<ReadColumn> = Vec::new();
        for (column, place) in self.columns.iter().zip(&header.places) {
            let Some(place) = *place else { continue };
            let head = header.cells.get(place).cloned().unwrap_or_default();
            let values = Values::of(column.kind);
            columns.push(ReadColumn { column: *column, header: head, number: place as u32 + 1, values });
        }
        let mut gathered = Gathered {
            problems: Problems::of(self.name),
            empty_rows: 0,
            quoted_formulas: 0,
            numeric_codes: vec![(0, String::new()); columns.len()],
            decimal: decimal.sign,
            behind: self.lacking_time(&columns).and(first_date(&columns)).map(|at| (at, Vec::new())),
        };
        let lines = self.cells(&header, &mut columns, &mut gathered)?;
        if lines.is_empty() && gathered.problems.is_empty() {
            return Err(Problems::whole(self.name, Fault::NoRows));
        }
        if !gathered.problems.is_empty() {
            let partly = Listing { file: self.name.to_owned(), assumed: Vec::new(), lines, columns };
            return Err(together(gathered.problems, &partly, self.options));
        }
        if header.line > 1 {
            assumed.push(Assumed::HeaderRow(header.line));
        }
        if let (Some(decimal), Some((row, cell))) = (decimal.sign, decimal.example) {
            assumed.push(Assumed::Decimal { sign: decimal.sign(), row, cell });
        }
        self.add_times(&mut columns, gathered.behind.take());
        assumed.extend(told(&header, &columns, &gathered));
        Ok(Listing { file: self.name.to_owned(), assumed, lines, columns })
    }

    /// A column of times that is asked for and that the file does not have.
    fn lacking_time(&self, columns: &[ReadColumn]) -> Option<&Column> {
        let has = |column: &&Column| columns.iter().any(|read| read.column.key == column.key);
        self.columns.iter().find(|column| column.kind == Kind::Time && !has(column))
    }

    /// The times behind dates as a column. Where all are midnight they are only how a system writes dates.
    fn add_times(&self, columns: &mut Vec<ReadColumn>, behind: Option<(usize, Vec<Option<u16>>)>) {
        let Some((at, times)) = behind.filter(|(_, times)| times.iter().flatten().any(|minute| *minute > 0)) else {
            return;
        };
        if let Some((column, date)) = self.lacking_time(columns).zip(columns.get(at)) {
            let (header, number) = (date.header.clone(), date.number);
            columns.push(ReadColumn { column: *column, header, number, values: Values::Time(times) });
        }
    }

    /// Reads every cell; the rows of the file that hold something.
    fn cells(
        &self,
        header: &Header,
        columns: &mut [ReadColumn],
        gathered: &mut Gathered,
    ) -> Result<Vec<u32>, Problems> {
        let (mut lines, mut too_long) = (Vec::new(), false);
        let read = self.raw.rows(|line, cells| {
            if line <= header.line {
                return true;
            }
            if cells.iter().all(|cell| *cell == Cell::Empty) {
                gathered.empty_rows += 1;
                return true;
            }
            too_long = lines.len() >= MOST_ROWS as usize;
            lines.push(line);
            let beyond = cells.iter().enumerate().skip(header.cells.len()).find(|(_, cell)| **cell != Cell::Empty);
            if let Some((at, cell)) = beyond {
                let (column, column_number) = (None, Some(at as u32 + 1));
                let fault = Fault::TooManyCells;
                gathered.problems.push(Problem { row: Some(line), column, column_number, cell: cell.shown(), fault });
            }
            for (at, column) in columns.iter_mut().enumerate() {
                let cell = cells.get(column.number as usize - 1).unwrap_or(&Cell::Empty);
                let is_formula = self.uncomputed.binary_search(&(line, column.number)).is_ok();
                let found = if is_formula { Err(Fault::Formula) } else { gathered.value(at, column, cell) };
                if let Err(fault) = found {
                    let (row, head, number) = (Some(line), Some(column.header.clone()), Some(column.number));
                    let cell = cell.shown();
                    gathered.problems.push(Problem { row, column: head, column_number: number, cell, fault });
                }
            }
            !too_long
        });
        match read {
            Err(broken) => Err(self.broken(broken)),
            Ok(()) if too_long => Err(Problems::whole(self.name, Fault::TooLarge(Limit::Rows(MOST_ROWS)))),
            Ok(()) => Ok(lines),
        }
    }
}

impl Gathered {
    /// Reads one cell into its column.
    fn value(&mut self, at: usize, column: &mut ReadColumn, cell: &Cell<'_>) -> Result<(), Fault> {
        let kind = column.column.kind;
        let is_missing = *cell == Cell::Empty && column.column.must == Must::Filled && kind != Kind::Flag;
        let outcome = match &mut column.values {
            Values::Text(texts) => {
                let read = self.words(at, &column.column, cell);
                texts.push(read.as_deref().unwrap_or_default());
                read.map(drop)
            }
            Values::Number(numbers) => kept(self.number(kind, cell), numbers, f64::NAN),
            Values::Date(dates) => {
                if let Some((_, times)) = self.behind.as_mut().filter(|(from, _)| *from == at) {
                    times.push(time_behind(cell));
                }
                kept(dated(cell), dates, None)
            }
            Values::Time(times) => kept(timed(cell), times, None),
            Values::Flag(flags) => kept(flag(cell), flags, false),
        };
        outcome.and(if is_missing { Err(Fault::Missing) } else { Ok(()) })
    }

    fn words<'t>(&mut self, at: usize, column: &Column, cell: &'t Cell<'_>) -> Result<Cow<'t, str>, Fault> {
        let is_code = column.kind == Kind::Code;
        // What tells which row it is, such as the article's number.
        let is_identity = is_code && column.must == Must::Filled;
        match cell {
            Cell::Empty => Ok("".into()),
            Cell::Error(_) => Err(Fault::ExcelError),
            Cell::Text(text) => {
                let text = text.trim();
                if let Some(rest) = unguarded(text) {
                    return Ok(rest.into());
                }
                match text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
                    Some(inner) if !inner.contains('"') => {
                        self.quoted_formulas += 1;
                        Ok(inner.trim().into())
                    }
                    _ if is_code && text.starts_with('=') => Err(Fault::Formula),
                    _ if is_error(text) => Err(Fault::ExcelError),
                    _ if is_identity && is_sum(text) => Err(Fault::SumRow),
                    _ if is_code && is_rounded_code(text) => Err(Fault::LostCode),
                    _ => Ok(text.into()),
                }
            }
            Cell::Date(..) if is_identity => Err(Fault::LostCode),
            Cell::Number(number) if is_identity && is_rounded_number(*number) => Err(Fault::LostCode),
            Cell::Number(_) | Cell::Date(..) | Cell::Flag(_) => {
                let shown = cell.shown();
                if let (true, Cell::Number(_), Some((count, example))) = (is_code, cell, self.numeric_codes.get_mut(at))
                {
                    *count += 1;
                    example.clone_from(&shown);
                }
                Ok(shown.into())
            }
        }
    }

    /// A number that is written as text, with the sign of its list.
    fn written(&self, text: &str) -> Result<f64, Fault> {
        match (self.decimal, hint(text)) {
            (Some(sign), Hint::Only(other)) if other != sign => Err(Fault::OtherDecimal(sign.sign())),
            (None, Hint::Either(_)) => Err(Fault::Ambiguous),
            (sign, _) => parse_number(text, sign.unwrap_or(Decimal::Comma)).ok_or(Fault::NotANumber),
        }
    }

    fn number(&self, kind: Kind, cell: &Cell<'_>) -> Result<f64, Fault> {
        let number = match cell {
            Cell::Empty => return Ok(f64::NAN),
            Cell::Error(_) => return Err(Fault::ExcelError),
            Cell::Number(number) => *number,
            Cell::Date(..) | Cell::Flag(_) => return Err(Fault::NotANumber),
            Cell::Text(text) if text.trim_start().starts_with('=') => return Err(Fault::Formula),
            Cell::Text(text) if is_error(text.trim()) => return Err(Fault::ExcelError),
            Cell::Text(text) => {
                let text = text.trim();
                let (text, scale) = match text.strip_suffix('%') {
                    Some(percent) if kind == Kind::Share => (percent.trim_end(), 100.0),
                    _ => (text, 1.0),
                };
                self.written(text)? / scale
            }
        };
        match kind {
            _ if !number.is_finite() || number.abs() > LARGEST => Err(Fault::Huge),
            Kind::Amount if number < 0.0 => Err(Fault::Negative),
            Kind::Positive if number <= 0.0 => Err(Fault::NotPositive),
            Kind::Share if !(0.0..=1.0).contains(&number) => Err(Fault::NotAShare),
            // A negative zero is a zero.
            _ => Ok(number + 0.0),
        }
    }
}

/// The first column of dates.
fn first_date(columns: &[ReadColumn]) -> Option<usize> {
    columns.iter().position(|read| read.column.kind == Kind::Date)
}

/// What was found out in reading, to be told.
fn told(header: &Header, columns: &[ReadColumn], gathered: &Gathered) -> Vec<Assumed> {
    let named = columns.iter().map(|read| Assumed::Column { key: read.column.key, header: read.header.clone() });
    let mut list: Vec<Assumed> = named.collect();
    let is_read = |at: usize| header.places.contains(&Some(at));
    let idle = header.cells.iter().enumerate().filter(|(at, cell)| !is_read(*at) && !cell.is_empty());
    let idle: Vec<String> = idle.map(|(_, cell)| cell.clone()).collect();
    if !idle.is_empty() {
        list.push(Assumed::NotRead(idle));
    }
    for ((count, example), read) in gathered.numeric_codes.iter().zip(columns).filter(|((count, _), _)| *count > 0) {
        let (count, header, example) = (*count, read.header.clone(), example.clone());
        list.push(Assumed::NumericCodes { count, header, example });
    }
    if gathered.quoted_formulas > 0 {
        list.push(Assumed::QuotedFormulas(gathered.quoted_formulas));
    }
    if gathered.empty_rows > 0 {
        list.push(Assumed::EmptyRows(gathered.empty_rows));
    }
    list
}
