//! What `beredd verify` prints: every quantity of every case, expected and got, and a count at the end.

use super::columns::{Cell, Table, wrap};
use crate::report::name::visible;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::Language;
use crate::report::wording::verify::{Word, note};
use crate::verify::cases::Quantity;
use crate::verify::check::Checked;
use crate::verify::simulated::files::FOLDER;
use crate::verify::verdict::{Basis, Line};

/// Significant digits shown.
const DIGITS: i32 = 6;

/// How the cases were run, as the table tells it.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The seed.
    pub seed: u64,
    /// Whether each case's conventions, source and settings are told too.
    pub verbose: bool,
}

/// The checked cases as text of about `width` columns.
pub fn verify(checked: &[Checked], manner: Manner, language: Language, width: usize) -> String {
    let page = Page { language, numbers: Numbers(language) };
    let mut text = wrap(&page.opening(manner), width, "") + "\n" + &page.table(checked).render() + "\n";
    if manner.verbose {
        text += &checked.iter().map(|one| page.details(one, width) + "\n").collect::<String>();
    }
    text + &wrap(&page.closing(checked), width, "")
}

/// One line or two for each kind: its file, the order of events and what costs.
pub fn kinds<'k>(
    kinds: impl Iterator<Item = (&'k str, Option<&'static str>)>,
    language: Language,
    width: usize,
) -> String {
    let of_kind = |(kind, file): (&str, Option<&'static str>)| {
        let file = file.map_or_else(
            || Word::NoFile.text(language).to_owned(),
            |file| Word::InFile.fill(language, &[("file", &format!("{FOLDER}{file}"))]),
        );
        let note = note(kind).map_or("", |note| note.text(language));
        format!("{kind}\n") + &wrap(&format!("  {note}"), width, "  ") + &wrap(&format!("  {file}"), width, "  ")
    };
    kinds.map(of_kind).collect()
}

struct Page {
    language: Language,
    numbers: Numbers,
}

impl Page {
    fn opening(&self, manner: Manner) -> String {
        Word::Opening.fill(self.language, &[("seed", &manner.seed.to_string())])
    }

    fn table(&self, checked: &[Checked]) -> Table {
        let heads = [Word::Case, Word::Expected, Word::Got, Word::Interval, Word::By, Word::Verdict];
        let mut table = Table::new(heads.map(|head| head.text(self.language).to_owned()).into());
        let mut kind = "";
        for one in checked {
            if one.case.kind != kind {
                kind = &one.case.kind;
                table.group(visible(kind));
            }
            let mut name = vec![Cell::text(visible(&one.case.name))];
            name.resize(heads.len(), Cell::default());
            table.row(name);
            for line in &one.lines {
                self.rows(line, one.is_closed_form_only()).into_iter().for_each(|row| table.row(row));
            }
        }
        table
    }

    /// A quantity on a row; a list on a row for each of its numbers.
    fn rows(&self, line: &Line, closed_form_only: bool) -> Vec<Vec<Cell>> {
        let by = match line.basis {
            Basis::ClosedForm if closed_form_only => Word::ClosedFormOnly,
            Basis::ClosedForm => Word::Formula,
            Basis::Simulation => Word::Simulation,
        };
        let verdict = match line.agrees {
            None => ABSENT,
            Some(true) => Word::Pass.text(self.language),
            Some(false) => Word::Fail.text(self.language),
        };
        let empty = Vec::new();
        let [expected, got, low, high] = [line.expected.as_ref(), Some(&line.got), Some(&line.low), Some(&line.high)]
            .map(|quantity| match quantity {
                Some(quantity) => numbers_of(quantity),
                None => empty.clone(),
            });
        let figure = |list: &[f64], place: usize| {
            list.get(place).map_or_else(|| ABSENT.to_owned(), |value| self.numbers.figures(*value, DIGITS))
        };
        let row = |place: usize| {
            let number = if got.len() > 1 { format!(" {}", place + 1) } else { String::new() };
            let interval = match line.basis {
                Basis::ClosedForm => String::new(),
                Basis::Simulation => self.numbers.interval(figure(&low, place), figure(&high, place)),
            };
            let last = if place == 0 { [by.text(self.language), verdict] } else { ["", ""] };
            vec![
                Cell::text(format!("  {}{number}", visible(&line.key))),
                Cell::number(figure(&expected, place)),
                Cell::number(figure(&got, place)),
                Cell::text(interval),
                Cell::text(last[0]),
                Cell::text(last[1]),
            ]
        };
        (0..got.len().max(expected.len())).map(row).collect()
    }

    fn details(&self, checked: &Checked, width: usize) -> String {
        let case = &checked.case;
        let mut parts = vec![visible(&case.name)];
        let mut tell = |word: Word, text: &str| {
            if !text.is_empty() {
                parts.push(format!("  {}", word.fill(self.language, &[("text", &visible(text))])));
            }
        };
        tell(Word::Events, note(&case.kind).map_or("", |note| note.text(self.language)));
        tell(Word::Convention, &case.convention);
        tell(Word::Source, &case.source);
        tell(Word::NotFollowed, checked.not_followed.as_deref().unwrap_or_default());
        if let Some(told) = &checked.simulation {
            tell(Word::File, &format!("{FOLDER}{}", told.file));
            tell(Word::Replications, &self.numbers.count(told.replications));
            for settings in &told.settings {
                tell(
                    Word::Settings,
                    &settings.iter().map(|one| format!("--set '{one}'")).collect::<Vec<_>>().join(" "),
                );
            }
        }
        parts.iter().map(|part| wrap_line(part, width)).collect()
    }

    fn closing(&self, checked: &[Checked]) -> String {
        let count =
            |keep: &dyn Fn(&Checked) -> bool| self.numbers.count(checked.iter().filter(|one| keep(one)).count() as u64);
        let lines = || checked.iter().flat_map(|one| &one.lines);
        let compared = lines().filter(|line| line.agrees.is_some());
        let simulated = lines().filter(|line| line.agrees.is_some() && line.basis == Basis::Simulation);
        let chance: f64 = checked.iter().map(Checked::false_alarm).sum();
        let places = [
            ("cases", count(&|_| true)),
            ("passed", count(&|one| one.verdict() == Some(true))),
            ("failed", count(&|one| one.verdict() == Some(false))),
            ("open", count(&|one| one.verdict().is_none())),
            ("closed", count(&Checked::is_closed_form_only)),
            ("compared", self.numbers.count(compared.count() as u64)),
            ("simulated", self.numbers.count(simulated.count() as u64)),
            ("chance", power_of_ten(chance)),
        ];
        Word::Closing.fill(self.language, &places.each_ref().map(|(name, text)| (*name, text.as_str())))
    }
}

fn numbers_of(quantity: &Quantity) -> Vec<f64> {
    match quantity {
        Quantity::Number(value) => vec![*value],
        Quantity::List(list) => list.clone(),
    }
}

/// A chance rounded up to one digit, as a multiple of a power of ten; not told apart below 10⁻⁹.
fn power_of_ten(chance: f64) -> String {
    const LEAST: f64 = 1e-9;
    if chance <= LEAST {
        return "10⁻⁹".to_owned();
    }
    let exponent = libm::floor(libm::log10(chance)).min(-1.0);
    // A whole multiple that floating point left just above itself stays what it is.
    let multiple = libm::ceil(chance / libm::pow(10.0, exponent) - 1e-9);
    let digit = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"][-exponent as usize];
    format!("{multiple}·10⁻{digit}")
}

/// A line that keeps its indent, and is indented further where it goes on.
fn wrap_line(line: &str, width: usize) -> String {
    match line.strip_prefix("  ") {
        Some(rest) => format!("  {}", wrap(rest, width, "    ")),
        None => wrap(line, width, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_rounded_up_to_one_digit() {
        assert_eq!([0.0, 3e-20, 2.1e-5, 1e-4, 0.3].map(power_of_ten), ["10⁻⁹", "10⁻⁹", "3·10⁻⁵", "1·10⁻⁴", "3·10⁻¹"]);
    }
}
