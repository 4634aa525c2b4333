//! The suppliers' scorecard, for people and as files.

use super::sheaf::{Part, Sheaf};
use crate::desk::suppliers::rows;
use crate::desk::suppliers::{Card, Figure, Question, Read, Scorecard, Verdict};
use crate::report::book::{Cell, Form, Head, Leaf};
use crate::report::name::visible;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::Language;
use crate::report::wording::desk::suppliers::SupplierWord as Word;

/// Rows of a table that are printed.
const PRINTED: usize = 40;

/// What was read.
#[derive(Clone, Debug)]
pub struct Given {
    /// The list of deliveries.
    pub file: String,
    /// The stock list whose critical articles alone count, and the order lines before that.
    pub critical: Option<(String, usize)>,
}

#[derive(Clone, Copy)]
struct Say {
    language: Language,
    numbers: Numbers,
}

impl Say {
    fn text(self, word: Word) -> String {
        word.text(self.language).to_owned()
    }

    fn fill(self, word: Word, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    fn count(self, count: u64) -> String {
        self.numbers.count(count)
    }

    fn contract(self, question: &Question) -> String {
        self.numbers.percent(&self.numbers.short(question.contract * 100.0, 1))
    }

    /// A share with its interval, per cent.
    fn share(self, figure: Option<Figure>) -> String {
        let Some(figure) = figure else { return ABSENT.to_owned() };
        let ends = self.numbers.interval(self.numbers.share(figure.low), self.numbers.share(figure.high));
        format!("{} {ends}", self.numbers.share(Some(figure.share))).trim_end().to_owned()
    }

    fn days(self, days: Option<f64>) -> String {
        days.map_or_else(|| ABSENT.to_owned(), |days| self.numbers.short(days, 1))
    }

    fn heads(self, heads: &[(Word, Form)]) -> Vec<Head> {
        heads.iter().map(|(word, form)| Head::new(self.text(*word), *form)).collect()
    }

    fn verdict(self, card: &Card, question: &Question) -> String {
        let word = match card.fulfilled.on_time.map(|figure| figure.verdict(question.contract)) {
            Some(Verdict::Reached) => Word::Reached,
            Some(Verdict::NotReached) => Word::NotReached,
            Some(Verdict::Undecided) => Word::Undecided,
            None => return self.text(Word::NotJudged),
        };
        let few = if card.fulfilled.due < question.few { self.text(Word::Few) } else { String::new() };
        self.text(word) + &few
    }
}

/// The scorecard.
pub fn scorecard(found: &Scorecard, read: &Read, question: &Question, given: &Given, language: Language) -> Sheaf {
    let say = Say { language, numbers: Numbers(language) };
    let verdicts = |wanted: Verdict| {
        let of = |card: &&Card| card.fulfilled.on_time.is_some_and(|one| one.verdict(question.contract) == wanted);
        say.count(found.suppliers.iter().filter(of).count() as u64)
    };
    let (lines, suppliers) = (say.count(found.all.lines), say.count(found.suppliers.len() as u64));
    let title = [("today", question.today.to_string()), ("lines", lines.clone()), ("suppliers", suppliers)];
    let mut head = vec![say.fill(Word::Title, &title.each_ref().map(|(place, text)| (*place, text.as_str())))];
    if let Some((file, all)) = &given.critical {
        let all = say.count(*all as u64);
        head.push(say.fill(Word::CriticalOnly, &[("file", &visible(file)), ("lines", &lines), ("all", &all)]));
    }
    let kept = [
        ("contract", say.contract(question)),
        ("reached", verdicts(Verdict::Reached)),
        ("missed", verdicts(Verdict::NotReached)),
        ("open", verdicts(Verdict::Undecided)),
    ];
    head.push(say.fill(Word::Kept, &kept.each_ref().map(|(place, text)| (*place, text.as_str()))));
    let tables = [availability(found, question, say), times(found, say), delays(found, say)];
    let body = tables.into_iter().flat_map(|leaf| [Part::Gap, Part::Table(leaf, PRINTED)]).collect();
    let named = |cards: &[(String, Card)], word: Word, name: Word| {
        let cards: Vec<(Option<&str>, &Card)> = cards.iter().map(|(by, card)| (Some(by.as_str()), card)).collect();
        full(&cards, name, say.text(word), question, say)
    };
    let suppliers: Vec<(Option<&str>, &Card)> =
        found.suppliers.iter().chain([&found.all]).map(|card| (None, card)).collect();
    let sheets = vec![
        full(&suppliers, Word::SupplierHead, say.text(Word::SuppliersSheet), question, say),
        named(&found.articles, Word::ArticlesSheet, Word::ArticleHead),
        named(&found.months, Word::MonthsSheet, Word::MonthHead),
    ];
    Sheaf { head, body, notes: notes(found, read, question, say), sheets }
}

fn notes(found: &Scorecard, read: &Read, question: &Question, say: Say) -> Vec<String> {
    let early = question.early.map(|days| say.fill(Word::EarlyLimit, &[("n", &days.to_string())])).unwrap_or_default();
    let mut notes = vec![
        say.text(Word::Definitions),
        say.fill(Word::Contract, &[("contract", &say.contract(question))]),
        say.text(Word::Censored),
        say.fill(Word::Late, &[("grace", &question.grace.to_string()), ("early", &early)]),
        say.text(Word::Notice),
        say.text(if read.by_order { Word::ByOrder } else { Word::NoOrder }),
    ];
    if let Some(agreed) = question.agreed {
        notes.push(say.fill(Word::Agreed, &[("n", &agreed.to_string())]));
    }
    if found.suppliers.iter().any(|card| card.fulfilled.due < question.few) {
        notes.push(say.fill(Word::FewNote, &[("n", &say.count(question.few))]));
    }
    if read.whole_receipts {
        notes.push(say.text(Word::Whole));
    }
    let groups = rows::alike(&read.lines);
    if !groups.is_empty() {
        let named = |names: &Vec<&str>| names.iter().map(|name| visible(name)).collect::<Vec<_>>().join(" / ");
        notes.push(say.fill(Word::Alike, &[("list", &groups.iter().map(named).collect::<Vec<_>>().join(", "))]));
    }
    if let Some(row) = read.promised_early.iter().min() {
        let n = say.count(read.promised_early.len() as u64);
        notes.push(say.fill(Word::PromisedEarly, &[("n", &n), ("row", &row.to_string())]));
    }
    let counted = [
        (Word::NoPromise, found.all.without_promise),
        (Word::NotDue, found.all.not_due),
        (Word::Moved, read.promises_moved as u64),
        (Word::Empty, read.empty_receipts as u64),
        (Word::Over, read.over_delivered as u64),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    notes.extend(counted.map(|(word, count)| say.fill(word, &[("n", &say.count(count))])));
    notes
}

/// All suppliers and, below them, all lines together.
fn cards(found: &Scorecard) -> impl Iterator<Item = &Card> {
    found.suppliers.iter().chain(Some(&found.all).filter(|_| found.suppliers.len() > 1))
}

fn availability(found: &Scorecard, question: &Question, say: Say) -> Leaf {
    let heads = say.heads(&[
        (Word::SupplierHead, Form::Text),
        (Word::DueHead, Form::Number(0)),
        (Word::OnTimeHead, Form::Text),
        (Word::FirstHead, Form::Text),
        (Word::QuantityHead, Form::Text),
        (Word::VerdictHead, Form::Text),
    ]);
    let row = |card: &Card| -> Vec<Cell> {
        let of = &card.fulfilled;
        vec![
            card.name.clone().into(),
            (of.due as f64).into(),
            say.share(of.on_time).into(),
            say.share(of.first).into(),
            say.share(of.quantity).into(),
            say.verdict(card, question).into(),
        ]
    };
    Leaf { name: say.text(Word::AvailabilityTitle), heads, rows: cards(found).map(row).collect() }
}

fn times(found: &Scorecard, say: Say) -> Leaf {
    let heads = say.heads(&[
        (Word::SupplierHead, Form::Text),
        (Word::CompleteHead, Form::Number(0)),
        (Word::OpenHead, Form::Number(0)),
        (Word::MeanHead, Form::Text),
        (Word::SdHead, Form::Number(1)),
        (Word::MedianHead, Form::Text),
        (Word::P90Head, Form::Text),
        (Word::LongestHead, Form::Number(0)),
    ]);
    let row = |card: &Card| -> Vec<Cell> {
        let of = &card.lead_time;
        let mean = say.days(of.mean);
        vec![
            card.name.clone().into(),
            (of.complete as f64).into(),
            (of.open as f64).into(),
            if of.at_least { say.fill(Word::AtLeast, &[("n", &mean)]) } else { mean }.into(),
            of.sd.into(),
            say.days(of.median).into(),
            say.days(of.p90).into(),
            of.longest.into(),
        ]
    };
    Leaf { name: say.text(Word::TimeTitle), heads, rows: cards(found).map(row).collect() }
}

fn delays(found: &Scorecard, say: Say) -> Leaf {
    let heads = say.heads(&[
        (Word::SupplierHead, Form::Text),
        (Word::LateHead, Form::Number(0)),
        (Word::LateShareHead, Form::Text),
        (Word::MeanDelayHead, Form::Number(1)),
        (Word::LongestDelayHead, Form::Number(0)),
        (Word::EarlyHead, Form::Number(0)),
        (Word::ForewarnedHead, Form::Number(0)),
        (Word::NoticeHead, Form::Number(0)),
        (Word::OpenNowHead, Form::Number(0)),
        (Word::OpenUnitsHead, Form::Number(0)),
        (Word::OpenAgeHead, Form::Number(1)),
        (Word::OldestHead, Form::Number(0)),
    ]);
    let row = |card: &Card| -> Vec<Cell> {
        vec![
            card.name.clone().into(),
            (card.late as f64).into(),
            say.share(card.late_share).into(),
            card.mean_delay.into(),
            card.longest_delay.map(|days| days as f64).into(),
            (card.early as f64).into(),
            (card.forewarned as f64).into(),
            card.notice_days.into(),
            (card.open as f64).into(),
            card.open_units.into(),
            card.open_age.into(),
            card.oldest_open.map(|days| days as f64).into(),
        ]
    };
    Leaf { name: say.text(Word::DelayTitle), heads, rows: cards(found).map(row).collect() }
}

/// All figures as numbers, for files. `name` heads the name of each card.
fn full(cards: &[(Option<&str>, &Card)], name: Word, title: String, question: &Question, say: Say) -> Leaf {
    let by_supplier = cards.iter().any(|(by, _)| by.is_some());
    let mut heads = if by_supplier { say.heads(&[(Word::SupplierHead, Form::Text)]) } else { Vec::new() };
    let counts = [Word::LinesHead, Word::NotDueHead, Word::NoPromiseHead, Word::DueHead];
    heads.push(Head::new(say.text(name), Form::Text));
    heads.extend(counts.map(|word| Head::new(say.text(word), Form::Number(0))));
    for word in [Word::OnTimeHead, Word::FirstHead, Word::QuantityHead, Word::LateShareHead] {
        let what = say.text(word).replace('\n', " ");
        heads.push(Head::new(what.clone(), Form::Share(1)));
        for end in [Word::LowHead, Word::HighHead] {
            heads.push(Head::new(say.fill(end, &[("what", &what)]), Form::Share(1)));
        }
    }
    heads.extend(say.heads(&[
        (Word::VerdictHead, Form::Text),
        (Word::CompleteHead, Form::Number(0)),
        (Word::OpenHead, Form::Number(0)),
        (Word::MeanHead, Form::Number(1)),
        (Word::AtLeastHead, Form::Text),
        (Word::SdHead, Form::Number(1)),
        (Word::MedianHead, Form::Number(0)),
        (Word::P90Head, Form::Number(0)),
        (Word::LongestHead, Form::Number(0)),
        (Word::LateHead, Form::Number(0)),
        (Word::MeanDelayHead, Form::Number(1)),
        (Word::LongestDelayHead, Form::Number(0)),
        (Word::EarlyHead, Form::Number(0)),
        (Word::ForewarnedHead, Form::Number(0)),
        (Word::NoticeHead, Form::Number(0)),
        (Word::OpenNowHead, Form::Number(0)),
        (Word::OpenUnitsHead, Form::Number(0)),
        (Word::OpenAgeHead, Form::Number(1)),
        (Word::OldestHead, Form::Number(0)),
    ]));
    let rows = cards.iter().map(|(by, card)| {
        let mut cells: Vec<Cell> = by.iter().map(|by| Cell::from(*by)).collect();
        cells.push(card.name.clone().into());
        cells.extend(figures(card, question, say));
        cells
    });
    Leaf { name: title, heads, rows: rows.collect() }
}

fn figures(card: &Card, question: &Question, say: Say) -> Vec<Cell> {
    let (of, time) = (&card.fulfilled, &card.lead_time);
    let counts = [card.lines, card.not_due, card.without_promise, of.due];
    let mut cells: Vec<Cell> = counts.iter().map(|count| Cell::from(*count as f64)).collect();
    for figure in [of.on_time, of.first, of.quantity, card.late_share] {
        cells.push(figure.map(|figure| figure.share).into());
        cells.push(figure.and_then(|figure| figure.low).into());
        cells.push(figure.and_then(|figure| figure.high).into());
    }
    cells.push(say.verdict(card, question).into());
    cells.extend([time.complete, time.open].map(|count| Cell::from(count as f64)));
    cells.push(time.mean.into());
    cells.push(say.text(if time.at_least { Word::Yes } else { Word::No }).into());
    cells.extend([time.sd, time.median, time.p90, time.longest].map(Cell::from));
    cells.push((card.late as f64).into());
    cells.extend([card.mean_delay, card.longest_delay.map(|days| days as f64)].map(Cell::from));
    cells.extend([card.early, card.forewarned].map(|count| Cell::from(count as f64)));
    cells.push(card.notice_days.into());
    cells.push((card.open as f64).into());
    let oldest = card.oldest_open.map(|days| days as f64);
    cells.extend([Some(card.open_units), card.open_age, oldest].map(Cell::from));
    cells
}

/// What was found, as one JSON document.
pub fn json(found: &Scorecard, question: &Question, given: &Given) -> String {
    #[derive(serde::Serialize)]
    struct Named<'a> {
        supplier: &'a str,
        card: &'a Card,
    }
    #[derive(serde::Serialize)]
    struct Rest<'a> {
        all: &'a Card,
        suppliers: &'a [Card],
        articles: Vec<Named<'a>>,
        months: Vec<Named<'a>>,
    }
    let asked = serde_json::json!({
        "schema": 1,
        "tool": "leverantor",
        "list": given.file,
        "critical_of": given.critical.as_ref().map(|(file, _)| file),
        "question": question,
    });
    fn by(cards: &[(String, Card)]) -> Vec<Named<'_>> {
        cards.iter().map(|(supplier, card)| Named { supplier, card }).collect()
    }
    let (articles, months) = (by(&found.articles), by(&found.months));
    let rest = Rest { all: &found.all, suppliers: &found.suppliers, articles, months };
    super::document(super::head(asked), &rest)
}
