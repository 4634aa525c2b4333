//! The draft of a scenario: an owned tree of values that remember where they stand.

use super::diagnosis::{Diagnosis, codes};
use super::source::Place;
use std::collections::BTreeMap;
use std::num::IntErrorKind;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
}

/// A value as written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A cell of an item file: text that may be a bare number in the unit of its column.
    Cell(String),
    /// Whole number.
    Integer(i64),
    /// Number.
    Float(f64),
    /// Truth.
    Bool(bool),
    /// Date or time, as text.
    Date(String),
    /// List.
    List(Vec<Node>),
    /// Table.
    Table(Table),
}

/// A table: key → entry.
pub type Table = BTreeMap<String, Entry>;

/// A value with the place of its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where the key stands.
    pub key: Place,
    /// The value.
    pub node: Node,
}

impl Node {
    /// The table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The value as TOML text.
    pub fn to_text(&self) -> String {
        match &self.value {
            Value::Text(text) | Value::Cell(text) => quoted(text),
            Value::Integer(number) => number.to_string(),
            Value::Float(number) => float_text(*number),
            Value::Bool(truth) => truth.to_string(),
            Value::Date(date) => date.clone(),
            Value::List(nodes) => format!("[{}]", nodes.iter().map(Node::to_text).collect::<Vec<_>>().join(", ")),
            Value::Table(table) if table.is_empty() => "{}".into(),
            Value::Table(table) => {
                let pairs: Vec<_> =
                    table.iter().map(|(key, entry)| format!("{} = {}", key_text(key), entry.node.to_text())).collect();
                format!("{{ {} }}", pairs.join(", "))
            }
        }
    }

    /// What kind of value it is, for messages.
    pub fn kind_name(&self) -> &'static str {
        match self.value {
            Value::Text(_) | Value::Cell(_) => "a text",
            Value::Integer(_) => "a whole number",
            Value::Float(_) => "a number",
            Value::Bool(_) => "true or false",
            Value::Date(_) => "a date",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}

/// A float as TOML writes it: always with a point or exponent, infinity and NaN by name.
fn float_text(number: f64) -> String {
    if number.is_nan() {
        "nan".into()
    } else if number.is_infinite() {
        if number > 0.0 { "inf".into() } else { "-inf".into() }
    } else {
        format!("{number:?}")
    }
}

/// A text in quotes, with everything that is not plain escaped.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if is_unsafe_to_print(letter) => out.push_str(&format!("\\U{:08X}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Control characters and characters that reorder text.
pub fn is_unsafe_to_print(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{61c}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// A key as TOML writes it: bare where possible.
pub fn key_text(key: &str) -> String {
    let bare = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if bare { key.into() } else { quoted(key) }
}

/// Parses a TOML text; every syntax error becomes a diagnosis and the rest is kept.
pub fn parse(file: usize, text: &str, problems: &mut Vec<Diagnosis>) -> Node {
    if let Some(place) = too_many_dots(file, text) {
        problems.push(Diagnosis::error(codes::SYNTAX, "a key has too many parts", place).label("at most 16 parts"));
        return Node { value: Value::Table(Table::new()), place };
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let place = Place { file, start: span.start, end: span.end };
        let problem = Diagnosis::error(codes::SYNTAX, &format!("this is not TOML: {}", error.message()), place);
        let comma = has_decimal_comma(text, span.start);
        problems.push(if comma { problem.label("if this is a decimal comma, use a point") } else { problem });
    }
    let place = Place { file, start: root.span().start, end: root.span().end };
    Node { value: Value::Table(convert_table(file, 0, root.get_ref(), problems)), place }
}

/// Whether a comma between digits stands at a byte, or just before it.
fn has_decimal_comma(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    (at.saturating_sub(1)..=at)
        .any(|comma| comma > 0 && bytes.get(comma) == Some(&b',') && digit(comma - 1) && digit(comma + 1))
}

/// Parses one TOML value that stands at `offset` of a text; `None` if it is not one.
pub fn parse_value(file: usize, offset: usize, text: &str) -> Option<Node> {
    let value = DeValue::parse(text).ok()?;
    let mut problems = Vec::new();
    let node = convert(file, offset, &value, &mut problems);
    problems.is_empty().then_some(node)
}

/// A run of more than 256 dots in one line outside of what looks like text: keys nested so deeply overflow a stack.
fn too_many_dots(file: usize, text: &str) -> Option<Place> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let code = match line.split_once('#') {
            Some((code, _)) if !code.contains(['"', '\'']) => code,
            _ => line,
        };
        let key = code.split('=').next().unwrap_or("");
        let dotted = |part: &str| part.bytes().filter(|&byte| byte == b'.').count() > 256;
        if dotted(key) || code.split(['=', ',', '{']).any(|part| !part.contains(['"', '\'']) && dotted(part)) {
            return Some(Place { file, start, end: start + line.len().min(60) });
        }
        start += line.len();
    }
    None
}

fn convert_table(file: usize, offset: usize, table: &DeTable<'_>, problems: &mut Vec<Diagnosis>) -> Table {
    let mut out = Table::new();
    for (key, value) in table.iter() {
        let span = key.span();
        let place = Place { file, start: span.start + offset, end: span.end + offset };
        let node = convert(file, offset, value, problems);
        out.insert(key.get_ref().clone().into_owned(), Entry { key: place, node });
    }
    out
}

fn convert(file: usize, offset: usize, value: &Spanned<DeValue<'_>>, problems: &mut Vec<Diagnosis>) -> Node {
    let span = value.span();
    let place = Place { file, start: span.start + offset, end: span.end + offset };
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.clone().into_owned()),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Integer(number),
            Err(error) if matches!(error.kind(), IntErrorKind::PosOverflow | IntErrorKind::NegOverflow) => {
                too_large(place, problems, Value::Integer(0))
            }
            Err(_) => no_number(place, problems, Value::Integer(0)),
        },
        DeValue::Float(number) => match number.as_str().parse::<f64>() {
            Ok(float)
                if float.is_finite()
                    || !number.as_str().contains(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) =>
            {
                Value::Float(float)
            }
            Ok(_) => too_large(place, problems, Value::Float(0.0)),
            Err(_) => no_number(place, problems, Value::Float(0.0)),
        },
        DeValue::Boolean(truth) => Value::Bool(*truth),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(nodes) => Value::List(nodes.iter().map(|node| convert(file, offset, node, problems)).collect()),
        DeValue::Table(table) => Value::Table(convert_table(file, offset, table, problems)),
    };
    Node { value, place }
}

fn too_large(place: Place, problems: &mut Vec<Diagnosis>, instead: Value) -> Value {
    let problem = Diagnosis::error(codes::SYNTAX, "this number is too large for any computer to hold", place);
    problems.push(problem.label("write a smaller number"));
    instead
}

/// Tells of digits and letters that make no number.
fn no_number(place: Place, problems: &mut Vec<Diagnosis>, instead: Value) -> Value {
    let problem = Diagnosis::error(codes::SYNTAX, "this is not a number", place);
    problems.push(problem.label("write digits, with a point for decimals: 12.5"));
    instead
}

/// An entry with an empty table.
pub fn shell(place: Place) -> Entry {
    Entry { key: place, node: Node { value: Value::Table(Table::new()), place } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_clean(text: &str) -> Table {
        let mut problems = Vec::new();
        let node = parse(0, text, &mut problems);
        assert_eq!(problems.len(), 0, "{problems:?}");
        node.table().cloned().expect("a document is a table")
    }

    #[test]
    fn every_value_knows_its_place() {
        let text = "[a.b]\nc = [1, \"två\"]\n";
        let root = parse_clean(text);
        let b = root["a"].node.table().expect("a is a table")["b"].clone();
        let c = &b.node.table().expect("b is a table")["c"];
        assert_eq!(&text[c.key.start..c.key.end], "c");
        assert_eq!(&text[c.node.place.start..c.node.place.end], "[1, \"två\"]");
        assert_eq!(&text[b.key.start..b.key.end], "b");
    }

    #[test]
    fn all_syntax_errors_are_found() {
        let mut problems = Vec::new();
        parse(0, "a = \nb = 1\nc = [1\nd == 3\n", &mut problems);
        assert!(problems.len() >= 2, "{problems:?}");
    }

    #[test]
    fn numbers_no_machine_holds_are_syntax_errors() {
        for text in ["a = 1e999", "a = 99999999999999999999", "a = { b = [1e999] }"] {
            let mut problems = Vec::new();
            parse(0, text, &mut problems);
            assert_eq!(problems.len(), 1, "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_without_overflow() {
        let nested = |open: &str, close: &str| format!("a = {}1{}", open.repeat(100_000), close.repeat(100_000));
        let dotted = format!("{}a = 1", "a.".repeat(100_000));
        let headers = format!("[{}a]", "a.".repeat(100_000));
        let inline = format!("b = {{ {}a = 1 }}", "a.".repeat(100_000));
        let quoted_first = format!("\"#\".{}a = 1", "a.".repeat(100_000));
        let hidden = format!("b = {{ \"x\".{}a = 1 }}", "a.".repeat(100_000));
        for text in [nested("[", "]"), nested("{a=", "}"), dotted, headers, inline, quoted_first, hidden] {
            let mut problems = Vec::new();
            parse(0, &text, &mut problems);
            assert!(!problems.is_empty());
        }
    }

    #[test]
    fn unsafe_characters_are_escaped_in_text() {
        assert_eq!(quoted("a\u{1b}[31m\u{202e}\"å"), "\"a\\U0000001B[31m\\U0000202E\\\"å\"");
    }

    #[test]
    fn a_value_prints_as_it_can_be_read_again() {
        let root = parse_clean("a = { b = [1.0, 2, true, 2026-01-01], c = \"x\" }\n");
        assert_eq!(root["a"].node.to_text(), "{ b = [1.0, 2, true, 2026-01-01], c = \"x\" }");
    }
}
