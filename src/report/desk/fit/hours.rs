//! The hours of the day: sentences and the table.

use super::super::told::{count, leaf as table, percent};
use crate::desk::fit::{ArticleFit, Hour, Hours};
use crate::report::book::{Form, Leaf};
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::fit::FitWord as Word;
use crate::report::wording::trace::weekday;

/// A day has no more hours.
pub(super) const PRINTED: usize = 24;

fn span(hour: &Hour) -> String {
    format!("{:02}–{:02}", hour.hour, hour.hour + 1)
}

/// What the hours tell; nothing where no issue has a time.
pub(super) fn says(fits: &[ArticleFit], hours: &Hours, says: &mut Vec<String>, language: Language) {
    let numbers = Numbers(language);
    let count = |count: u64| numbers.count(count);
    if hours.issues == 0 {
        return;
    }
    if !hours.enough {
        says.push(Word::FewHours.fill(language, &[("n", &count(hours.issues))]));
        return;
    }
    // Of equals the first.
    let busiest = hours.hours.iter().rev().max_by(|one, other| one.share.total_cmp(&other.share));
    let half = hours.hours.iter().find(|hour| hour.until >= 0.5);
    if let Some((busiest, half)) = busiest.zip(half) {
        let each = busiest.per_day.map(|mean| numbers.short(mean.estimate, 1)).unwrap_or_default();
        let places = [
            ("hour", span(busiest)),
            ("n", each),
            ("share", percent(busiest.share, language)),
            ("half", format!("{:02}", half.hour + 1)),
        ];
        let word = if hours.differ() { Word::HoursDiffer } else { Word::HoursAlike };
        says.push(word.fill(language, &places.each_ref().map(|(key, text)| (*key, text.as_str()))));
    }
    if hours.untimed > 0 {
        says.push(Word::Untimed.fill(language, &[("n", &count(hours.untimed))]));
    }
    let cut = fits.iter().filter(|fit| fit.all.ran_out > 0);
    let days: usize = cut.clone().map(|fit| fit.all.ran_out).sum();
    let articles = cut.count();
    if days > 0 {
        let places = [("n", count(days as u64)), ("articles", count(articles as u64))];
        says.push(Word::RanOut.fill(language, &places.each_ref().map(|(key, text)| (*key, text.as_str()))));
    }
}

/// Issues by hour.
pub(super) fn leaf(hours: &Hours, language: Language) -> Leaf {
    let words = [
        (Word::HourHead, Form::Text),
        (Word::PerDay, Form::Number(1)),
        (Word::ShareHead, Form::Share(1)),
        (Word::Until, Form::Share(1)),
        (Word::RanOutHead, Form::Number(0)),
    ];
    let bounds = [(Word::Low, Form::Number(2)), (Word::High, Form::Number(2))];
    let head = |(word, form): (Word, Form)| (word.text(language).to_owned(), form);
    let weekdays = (0..7).map(|day| (weekday(day).text(language).to_owned(), Form::Number(1)));
    let heads = words.into_iter().map(head).chain(weekdays).chain(bounds.into_iter().map(head)).collect();
    let row = |hour: &Hour| {
        let mut cells = vec![
            span(hour).into(),
            hour.per_day.map(|mean| mean.estimate).into(),
            hour.share.into(),
            hour.until.into(),
            count(hour.ran_out as usize),
        ];
        cells.extend(hour.weekdays.map(Into::into));
        cells.extend([hour.per_day.and_then(|mean| mean.low).into(), hour.per_day.and_then(|mean| mean.high).into()]);
        cells
    };
    table(Word::HoursLeaf.text(language), heads, hours.hours.iter().map(row).collect())
}
