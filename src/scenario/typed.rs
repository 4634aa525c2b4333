//! Typed values of a table: text, truth, numbers, amounts, choices, dates, lists, titles, references.

use super::amount::{Complaint, Measure};
use super::diagnosis::{Diagnosis, codes, nearest};
use super::model::{Id, Title};
use super::reader::Section;
use super::source::Place;
use super::tree::{Node, Value};
use crate::units::{MilliOre, PerMillion};

/// A range of bare numbers.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// Least.
    pub least: f64,
    /// Largest.
    pub most: f64,
}

impl<'a> Section<'a, '_> {
    /// The text of a value.
    pub fn text_of(&mut self, key: &str, node: &'a Node) -> Option<&'a str> {
        match &node.value {
            Value::Text(text) | Value::Cell(text) => Some(text.trim()),
            _ => {
                self.wrong(codes::KIND, key, &format!("is {}", node.kind_name()), node.place, "write a text in quotes");
                None
            }
        }
    }

    /// A text, if given.
    pub fn text(&mut self, key: &'static str) -> Option<&'a str> {
        self.value(key).and_then(|node| self.text_of(key, node))
    }

    /// True or false; in an item file also yes, no, ja, nej, 1 and 0.
    pub fn truth(&mut self, key: &'static str) -> Option<bool> {
        let node = self.value(key)?;
        let found = match &node.value {
            Value::Bool(truth) => Some(*truth),
            Value::Cell(text) => match text.trim().to_lowercase().as_str() {
                "yes" | "ja" | "true" | "1" => Some(true),
                "no" | "nej" | "false" | "0" => Some(false),
                _ => None,
            },
            _ => None,
        };
        if found.is_none() {
            let fix = if matches!(node.value, Value::Cell(_)) { "write yes or no" } else { "write true or false" };
            self.wrong(codes::KIND, key, "is neither true nor false", node.place, fix);
        }
        found
    }

    /// A bare number in a range, if given.
    pub fn number(&mut self, key: &'static str, range: Range) -> Option<f64> {
        let node = self.value(key)?;
        self.number_of(key, node, range)
    }

    /// The bare number of a value.
    pub fn number_of(&mut self, key: &str, node: &Node, range: Range) -> Option<f64> {
        let number = match &node.value {
            // Whole numbers of TOML beyond 2^53 are far outside of every range.
            Value::Integer(number) => *number as f64,
            Value::Float(number) => *number,
            Value::Cell(text) => match text.trim().parse::<f64>() {
                Ok(number) => number,
                Err(_) if text.contains(',') => {
                    let fix =
                        format!("use a point here: {}", super::render::printable(&text.trim().replace(',', "."), 40));
                    self.wrong(codes::NUMBER, key, "has a decimal comma", node.place, &fix);
                    return None;
                }
                Err(_) => {
                    self.wrong(codes::NUMBER, key, "is not a number", node.place, "write a number");
                    return None;
                }
            },
            Value::Text(text) => {
                let bare = text.trim().parse::<f64>().is_ok();
                let fix =
                    if bare { "write the number without quotes" } else { "write a number, without quotes and unit" };
                self.wrong(codes::KIND, key, "is a text and should be a number", node.place, fix);
                return None;
            }
            _ => {
                let what = format!("is {} and should be a number", node.kind_name());
                self.wrong(codes::KIND, key, &what, node.place, "write a number");
                return None;
            }
        };
        if number.is_finite() && number >= range.least && number <= range.most {
            return Some(number);
        }
        let fix = format!("must be between {} and {}", range.least, range.most);
        self.wrong(codes::RANGE, key, &format!("is {number}"), node.place, &fix);
        None
    }

    /// A bare whole number in a range, if given.
    pub fn whole(&mut self, key: &'static str, least: i64, most: i64) -> Option<i64> {
        let node = self.value(key)?;
        match node.value {
            Value::Integer(number) if (least..=most).contains(&number) => Some(number),
            Value::Integer(number) => {
                let fix = format!("must be between {least} and {most}");
                self.wrong(codes::RANGE, key, &format!("is {number}"), node.place, &fix);
                None
            }
            _ => {
                let what = format!("is {} and should be a whole number", node.kind_name());
                self.wrong(codes::KIND, key, &what, node.place, "write a whole number, without quotes and unit");
                None
            }
        }
    }

    /// An amount in the unit of its dimension, if given.
    pub fn amount(&mut self, key: &'static str, measure: Measure) -> Option<f64> {
        let node = self.value(key)?;
        self.amount_of(key, node, measure)
    }

    /// The amount of a value.
    pub fn amount_of(&mut self, key: &str, node: &Node, measure: Measure) -> Option<f64> {
        let read = match &node.value {
            Value::Text(text) => measure.read(text),
            Value::Cell(text) => measure.read_cell(text),
            Value::Integer(_) | Value::Float(_) => Err(bare_number(node, measure)),
            _ => {
                let what = format!("is {} and should be an amount", node.kind_name());
                Err(Complaint { code: codes::KIND, what, fix: format!("write \"30 {}\"", measure.unit) })
            }
        };
        read.map_err(|complaint| self.wrong(complaint.code, key, &complaint.what, node.place, &complaint.fix)).ok()
    }

    /// A price, if given.
    pub fn price(&mut self, key: &'static str, measure: Measure) -> Option<MilliOre> {
        let node = self.value(key)?;
        let sek = self.amount_of(key, node, measure)?;
        let price = MilliOre::from_sek(sek);
        if price.is_none() {
            self.wrong(codes::RANGE, key, "is too much money", node.place, "must be less than 10^13 SEK");
        }
        price
    }

    /// A yearly rate, if given.
    pub fn yearly_rate(&mut self, key: &'static str) -> Option<PerMillion> {
        self.amount(key, super::amount::YEARLY_SHARE).and_then(PerMillion::from_share)
    }

    /// Whole days, if given.
    pub fn days(&mut self, key: &'static str, measure: Measure) -> Option<u32> {
        self.amount(key, measure).and_then(whole_days)
    }

    /// One of some words, if given.
    pub fn choice<T: Copy>(&mut self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let node = self.value(key)?;
        self.choice_of(key, node, words)
    }

    /// The meaning of a value that is one of some words.
    pub fn choice_of<T: Copy>(&mut self, key: &str, node: &'a Node, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text_of(key, node)?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*meaning);
        }
        let fix = match nearest(text, words.iter().map(|(word, _)| *word)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("one of {}", words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")),
        };
        let what = format!("is `{}`", super::render::printable(text, 40));
        self.wrong(codes::CHOICE, key, &what, node.place, &fix);
        None
    }

    /// The values of a list, or the one value written without brackets.
    pub fn list(&mut self, key: &'static str) -> Option<Vec<&'a Node>> {
        let node = self.value(key)?;
        match &node.value {
            Value::List(nodes) => Some(nodes.iter().filter(|node| self.states_nothing(key, node)).collect()),
            _ => Some(vec![node]),
        }
    }

    /// Whether an element of a list is a plain value; one that states an origin of its own is refused.
    fn states_nothing(&mut self, key: &str, node: &Node) -> bool {
        let stated = node.table().is_some_and(|table| table.contains_key("value"));
        if stated {
            let fix = format!("state the origin of the whole list: {key} = {{ value = […], origin = … }}");
            self.wrong(codes::KIND, key, "has an element that states an origin of its own", node.place, &fix);
        }
        !stated
    }

    /// Texts with their places; empty if not given.
    pub fn texts(&mut self, key: &'static str) -> Vec<(String, Place)> {
        let nodes = self.list(key).unwrap_or_default();
        nodes.into_iter().filter_map(|node| Some((self.text_of(key, node)?.to_owned(), node.place))).collect()
    }

    /// Ids of a table that must exist; empty if not given.
    pub fn references(&mut self, key: &'static str, table: &'static str) -> Vec<Id> {
        let texts = self.texts(key);
        texts.into_iter().filter(|(id, place)| self.ctx.knows(table, id, *place)).map(|(id, _)| id).collect()
    }

    /// The id of a thing that must exist, if given.
    pub fn reference(&mut self, key: &'static str, table: &'static str) -> Option<Id> {
        let node = self.value(key)?;
        let id = self.text_of(key, node)?;
        self.ctx.knows(table, id, node.place).then(|| id.to_owned())
    }

    /// A text in both languages, if given: a table `{ sv, en }`, or one text for both.
    pub fn title(&mut self, key: &'static str) -> Option<Title> {
        let node = self.value(key)?;
        let Value::Table(table) = &node.value else {
            let text = self.text_of(key, node)?.to_owned();
            self.tell_unseen(key, node);
            return Some(Title { sv: text.clone(), en: text });
        };
        let mut inner = self.inner(table, node.place, key, "a title");
        let mut name = |key| {
            let node = inner.value(key)?;
            inner.tell_unseen(key, node);
            inner.text_of(key, node).map(str::to_owned)
        };
        let (sv, en) = (name("sv"), name("en"));
        inner.finish();
        let one = sv.clone().or(en.clone())?;
        Some(Title { sv: sv.unwrap_or_else(|| one.clone()), en: en.unwrap_or(one) })
    }

    /// Tells of letters that nobody sees or that turn text around; they are written as escapes wherever they are shown.
    pub fn tell_unseen(&mut self, key: &str, node: &Node) {
        let unseen = |text: &str| text.chars().find(|letter| super::tree::is_unsafe_to_print(*letter));
        let (Value::Text(text) | Value::Cell(text)) = &node.value else { return };
        if let Some(letter) = unseen(text.trim()) {
            let message =
                format!("`{key}` in [{}] has a letter that cannot be seen: U+{:04X}", self.path, u32::from(letter));
            let finding = Diagnosis::finding(codes::SUSPICIOUS, &message, node.place);
            self.ctx.report(finding.help("take it away; it is shown as an escape in tables, charts and reports"));
        }
    }

    /// A title, or the id where none is given.
    pub fn title_or(&mut self, id: &str) -> Title {
        self.title("title").unwrap_or_else(|| Title { sv: id.to_owned(), en: id.to_owned() })
    }

    /// A calendar date, if given.
    pub fn date(&mut self, key: &'static str) -> Option<jiff::civil::Date> {
        let node = self.value(key)?;
        let parsed = match &node.value {
            Value::Date(text) if text.len() == 10 => text.parse::<jiff::civil::Date>().ok(),
            _ => None,
        };
        if parsed.is_none() {
            self.wrong(codes::KIND, key, "is not a date", node.place, "write a date without quotes: 2026-01-01");
        }
        parsed
    }
}

/// Whole days as a number of days.
pub fn whole_days(days: f64) -> Option<u32> {
    let fits = days.is_finite() && days >= 0.0 && days <= f64::from(u32::MAX);
    // Checked above; the measures of whole days give whole numbers.
    fits.then_some(days as u32)
}

fn bare_number(node: &Node, measure: Measure) -> Complaint {
    let number = match node.value {
        Value::Float(number) if !number.is_finite() => "30".to_owned(),
        _ => node.to_text(),
    };
    let what = "is a bare number and needs a unit".to_owned();
    Complaint { code: codes::UNIT, what, fix: format!("write \"{number} {}\"", measure.unit) }
}
