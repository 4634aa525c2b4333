//! Finding the header of a list: the row, among the first ones, that names most of the columns that the list should have.

use super::column::{Column, Must, plain};
use super::options::Options;
use super::problem::{Fault, Problem, Problems};
use super::raw::{Cell, HEADER_WITHIN};

/// A header that was found.
#[derive(Debug)]
pub(super) struct Header {
    /// Its row, counted from 1.
    pub(super) line: u32,
    /// Its cells.
    pub(super) cells: Vec<String>,
    /// For every column asked for, where it stands.
    pub(super) places: Vec<Option<usize>>,
}

/// Where each column stands in a row of headers.
fn places(cells: &[String], columns: &[Column], options: &Options<'_>) -> Vec<Option<usize>> {
    let plain_cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let taken = |header: &str| options.columns.iter().any(|(_, named)| plain(named) == header);
    let place = |column: &Column| {
        let asked = options.columns.iter().find(|(key, _)| key == column.key);
        match asked {
            Some((_, header)) => plain_cells.iter().position(|cell| *cell == plain(header)),
            None => plain_cells.iter().position(|cell| column.is_named(cell) && !taken(cell)),
        }
    };
    columns.iter().map(place).collect()
}

/// The header among the first rows.
pub(super) fn find(
    file: &str,
    first: &[(u32, Vec<String>)],
    columns: &[Column],
    options: &Options<'_>,
) -> Result<Header, Problems> {
    let found = |places: &[Option<usize>]| places.iter().flatten().count();
    let lacks = |places: &[Option<usize>]| {
        let pairs = columns.iter().zip(places);
        pairs.filter(|(column, place)| column.must != Must::Optional && place.is_none()).count()
    };
    let rows = first.iter().take(HEADER_WITHIN).map(|(line, cells)| (*line, cells, places(cells, columns, options)));
    // The fewest lacking, then the most found, then the first.
    let best = rows.rev().max_by_key(|(_, _, places)| (std::cmp::Reverse(lacks(places)), found(places)));
    let Some((line, cells, places)) = best else { return Err(Problems::whole(file, Fault::Empty)) };
    let mut problems = Problems::of(file);
    for (key, header) in &options.columns {
        let at = columns.iter().position(|column| column.key == key).and_then(|at| places.get(at));
        if !at.is_some_and(Option::is_some) {
            problems.push(of_header(line, None, header, Fault::NoSuchColumn(key.clone())));
        }
    }
    let missing =
        columns.iter().zip(&places).filter(|(column, place)| column.must != Must::Optional && place.is_none());
    if problems.is_empty() {
        for (column, _) in missing {
            problems.push(of_header(line, None, "", Fault::NoHeader(vec![column.key.to_owned()])));
        }
    }
    twins(line, cells, columns, options, &places, &mut problems);
    if problems.is_empty() { Ok(Header { line, cells: cells.clone(), places }) } else { Err(problems) }
}

/// Two headers that mean the same column.
fn twins(
    line: u32,
    cells: &[String],
    columns: &[Column],
    options: &Options<'_>,
    places: &[Option<usize>],
    problems: &mut Problems,
) {
    for (column, place) in columns.iter().zip(places) {
        let Some(place) = place else { continue };
        let is_asked = options.columns.iter().any(|(key, _)| key == column.key);
        let other_column = |at: usize| places.contains(&Some(at));
        let twin = cells.iter().enumerate().skip(place + 1).find(|&(at, cell)| {
            let same = cells.get(*place).is_some_and(|first| plain(first) == plain(cell));
            same || (!is_asked && column.is_named(&plain(cell)) && !other_column(at))
        });
        if let Some((at, cell)) = twin {
            problems.push(of_header(line, Some(at), cell, Fault::SameColumn(column.key.to_owned())));
        }
    }
}

fn of_header(line: u32, at: Option<usize>, cell: &str, fault: Fault) -> Problem {
    Problem {
        row: Some(line),
        column: (!cell.is_empty()).then(|| cell.to_owned()),
        column_number: at.map(|at| at as u32 + 1),
        cell: cell.to_owned(),
        fault,
    }
}

/// The cells of a row as headers.
pub(super) fn texts(cells: &[Cell<'_>]) -> Vec<String> {
    cells.iter().map(Cell::shown).collect()
}
