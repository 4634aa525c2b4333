//! Columns of text: as wide as their widest cell, numbers under numbers.

use crate::report::name::display_width;

const BETWEEN: &str = "  ";
const INDENT: &str = "  ";
/// A column of text is not made narrower than this.
const LEAST_TEXT: usize = 16;

/// One cell: a value, which stands right-aligned under the others, and what follows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::report) struct Cell {
    value: String,
    rest: String,
}

impl Cell {
    /// A text, left-aligned.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { value: String::new(), rest: text.into() }
    }

    /// A number, right-aligned.
    pub fn number(value: impl Into<String>) -> Cell {
        Cell { value: value.into(), rest: String::new() }
    }

    /// A number with its interval, verdict or both; empty parts are left out.
    pub fn number_with(value: impl Into<String>, parts: &[&str]) -> Cell {
        let rest = parts.iter().filter(|part| !part.is_empty()).map(|part| format!(" {part}")).collect();
        Cell { value: value.into(), rest }
    }
}

enum Row {
    Group(String),
    Cells(Vec<Cell>),
}

/// A table: heads, which may have several lines, and rows in groups.
pub(in crate::report) struct Table {
    heads: Vec<Vec<String>>,
    rows: Vec<Row>,
}

#[derive(Clone, Copy)]
struct Measure {
    value: usize,
    rest: usize,
    head: usize,
}

impl Measure {
    fn width(self) -> usize {
        (self.value + self.rest).max(self.head)
    }

    /// Numbers alone stand to the right, under the end of their head.
    fn is_right_aligned(self) -> bool {
        self.rest == 0 && self.value > 0
    }
}

impl Table {
    /// A table with these heads; a head's lines are separated by `\n`.
    pub fn new(heads: Vec<String>) -> Table {
        let heads = heads.iter().map(|head| head.split('\n').map(str::to_string).collect()).collect();
        Table { heads, rows: Vec::new() }
    }

    /// Starts a group of rows under a heading of its own.
    pub fn group(&mut self, heading: String) {
        self.rows.push(Row::Group(heading));
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Cell>) {
        debug_assert_eq!(cells.len(), self.heads.len());
        self.rows.push(Row::Cells(cells));
    }

    /// Columns of the terminal that the table takes; headings of groups may be longer.
    pub fn width(&self) -> usize {
        self.taken(&self.measures())
    }

    fn taken(&self, measures: &[Measure]) -> usize {
        let columns: usize = measures.iter().map(|measure| measure.width()).sum();
        columns + INDENT.len() + BETWEEN.len() * self.heads.len().saturating_sub(1)
    }

    /// The table as lines, no line ending in a space.
    pub fn render(&self) -> String {
        self.rendered(&self.measures())
    }

    /// The same within so many columns: texts of the widest columns are broken at spaces, numbers and heads never.
    pub fn render_in(&self, width: usize) -> String {
        let mut measures = self.measures();
        for _ in width..self.width() {
            let may_shrink =
                |measure: &&mut Measure| measure.value == 0 && measure.width() > LEAST_TEXT.max(measure.head);
            let Some(widest) = measures.iter_mut().filter(may_shrink).max_by_key(|measure| measure.width()) else {
                break;
            };
            widest.rest -= 1;
        }
        self.rendered(&measures)
    }

    fn rendered(&self, measures: &[Measure]) -> String {
        let lines = self.heads.iter().map(Vec::len).max().unwrap_or(0);
        let mut text = String::new();
        for line in 0..lines {
            let heads = self.heads.iter().zip(measures).map(|(head, measure)| head_line(head, lines, line, *measure));
            push_line(&mut text, &format!("{INDENT}{}", heads.collect::<Vec<_>>().join(BETWEEN)));
        }
        push_line(&mut text, &"─".repeat(self.taken(measures)));
        for (place, row) in self.rows.iter().enumerate() {
            match row {
                Row::Group(heading) => {
                    if place > 0 {
                        text.push('\n');
                    }
                    push_line(&mut text, heading);
                }
                Row::Cells(cells) => {
                    for cells in lines_of(cells, measures) {
                        let cells = cells.iter().zip(measures).map(|(cell, measure)| pad_cell(cell, *measure));
                        push_line(&mut text, &format!("{INDENT}{}", cells.collect::<Vec<_>>().join(BETWEEN)));
                    }
                }
            }
        }
        text
    }

    fn measures(&self) -> Vec<Measure> {
        let widest = |head: &[String]| head.iter().map(|line| display_width(line)).max().unwrap_or(0);
        let mut measures: Vec<Measure> =
            self.heads.iter().map(|head| Measure { value: 0, rest: 0, head: widest(head) }).collect();
        for row in &self.rows {
            let Row::Cells(cells) = row else { continue };
            for (measure, cell) in measures.iter_mut().zip(cells) {
                measure.value = measure.value.max(display_width(&cell.value));
                measure.rest = measure.rest.max(display_width(&cell.rest));
            }
        }
        measures
    }
}

/// The lines of a row: one, unless texts are wider than their columns.
fn lines_of(cells: &[Cell], measures: &[Measure]) -> Vec<Vec<Cell>> {
    let parts = |(cell, measure): (&Cell, &Measure)| -> Vec<Cell> {
        if display_width(&cell.rest) <= measure.rest {
            return vec![cell.clone()];
        }
        wrap(&cell.rest, measure.rest, "").lines().map(Cell::text).collect()
    };
    let columns: Vec<Vec<Cell>> = cells.iter().zip(measures).map(parts).collect();
    let lines = columns.iter().map(Vec::len).max().unwrap_or(0);
    (0..lines).map(|line| columns.iter().map(|parts| parts.get(line).cloned().unwrap_or_default()).collect()).collect()
}

/// Heads stand on the last lines, short ones over the values.
fn head_line(head: &[String], lines: usize, line: usize, measure: Measure) -> String {
    let text = (line + head.len()).checked_sub(lines).and_then(|place| head.get(place)).map_or("", String::as_str);
    let width = display_width(text);
    let before = if measure.is_right_aligned() { measure.width() - width } else { measure.value.saturating_sub(width) };
    let after = measure.width() - width - before;
    format!("{}{text}{}", " ".repeat(before), " ".repeat(after))
}

fn pad_cell(cell: &Cell, measure: Measure) -> String {
    let before_value = " ".repeat(measure.value - display_width(&cell.value));
    // A word may be longer than its column.
    let after_rest = " ".repeat(measure.rest.saturating_sub(display_width(&cell.rest)));
    let cell = format!("{before_value}{}{}{after_rest}", cell.value, cell.rest);
    let space = " ".repeat(measure.width() - measure.value - measure.rest);
    if measure.is_right_aligned() { space + &cell } else { cell + &space }
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line.trim_end_matches(' '));
    text.push('\n');
}

/// The text in lines of at most `width` columns, broken at spaces (never at no-break spaces); lines after the first
/// begin with `indent`.
pub(in crate::report) fn wrap(text: &str, width: usize, indent: &str) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let is_start = line.is_empty() || line == indent;
        if !is_start && display_width(&line) + 1 + display_width(word) > width {
            push_line(&mut lines, &line);
            line = indent.to_string();
        } else if !is_start {
            line.push(' ');
        }
        line.push_str(word);
    }
    push_line(&mut lines, &line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_numbers() {
        let mut table = Table::new(vec!["Reserv".into(), "S(30)\n%".into(), "Kostnad".into()]);
        table.group("Nuläge".into());
        table.row(vec![Cell::text("ingen"), Cell::number_with("9", &["(8–10)", ""]), Cell::number("41,0")]);
        table.row(vec![Cell::text("90 dygn"), Cell::number_with("100", &["(99–100)"]), Cell::number("5,25")]);
        let expected = "           S(30)\n  Reserv     %           Kostnad\n\
                        ────────────────────────────────\n\
                        Nuläge\n  ingen      9 (8–10)       41,0\n  90 dygn  100 (99–100)     5,25\n";
        assert_eq!(table.render(), expected);
        assert_eq!(table.width(), 32);
    }

    #[test]
    fn the_widest_texts_are_broken_where_the_page_ends() {
        let mut table = Table::new(vec!["Plats".into(), "Varför".into(), "n".into()]);
        table.row(vec![Cell::text("Granvik"), Cell::text("det finns hos förrådet men går inte ut"), Cell::number("1")]);
        table.row(vec![Cell::text("Ö"), Cell::text("slut"), Cell::number("20")]);
        let expected = [
            "  Granvik  det finns hos       1",
            "           förrådet men går",
            "           inte ut",
            "  Ö        slut               20",
        ];
        let text = table.render_in(32);
        assert!(text.lines().all(|line| display_width(line) <= 32), "{text}");
        assert_eq!(text.lines().skip(2).collect::<Vec<_>>(), expected);
        assert_eq!(table.render_in(80), table.render());
    }

    #[test]
    fn text_wraps_at_spaces_only() {
        assert_eq!(wrap("åtta öl 94\u{a0}% kvar", 8, "  "), "åtta öl\n  94\u{a0}%\n  kvar\n");
        assert_eq!(wrap("förlångtord", 3, ""), "förlångtord\n");
    }
}
