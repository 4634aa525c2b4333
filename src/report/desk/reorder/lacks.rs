//! What rules lack, in a table of its own for people: it is never the column that does not fit.

use super::super::sheaf::Part;
use super::{PRINTED, Say, Word};
use crate::report::book::{Cell, Leaf};

/// A table whose last column tells what is missing, as two: the figures, and the rows in which something is missing, with these of
/// their columns.
pub fn apart(leaf: &Leaf, columns: &[usize], say: Say) -> Vec<Part> {
    let last = leaf.heads.len().saturating_sub(1);
    let mut figures = leaf.clone();
    figures.heads.truncate(last);
    figures.rows.iter_mut().for_each(|row| row.truncate(last));
    let of: Vec<usize> = columns.iter().copied().chain([last]).collect();
    let lacks = |row: &&Vec<Cell>| row.get(last).is_some_and(|cell| *cell != Cell::Empty);
    let rows: Vec<Vec<Cell>> = leaf
        .rows
        .iter()
        .filter(lacks)
        .map(|row| of.iter().filter_map(|&column| row.get(column).cloned()).collect())
        .collect();
    let mut parts = vec![Part::Gap, Part::Table(figures, PRINTED)];
    if !rows.is_empty() {
        let heads = of.iter().filter_map(|&column| leaf.heads.get(column).cloned()).collect();
        let name = say.text(Word::LackingTitle);
        parts.extend([Part::Gap, Part::Table(Leaf { name, heads, rows }, PRINTED)]);
    }
    parts
}
