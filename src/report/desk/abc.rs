//! The answer of `stock abc`.

mod json;

pub use json::json;

use super::told::{PRINTED, Told, count, from, group_name, leaf, percent, sek};
use crate::desk::abc::{Classified, Found, Group, Question};
use crate::inventory::abc::Class;
use crate::inventory::steadiness::{Steadiness, Vital};
use crate::report::book::{Cell, Form, Leaf};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::DeskWord as Say;
use crate::report::wording::desk::abc::AbcWord as Word;
use crate::sheet::Listing;
use jiff::civil::Date;

/// Articles named in a sentence.
const NAMED: usize = 5;

/// What the answer is of.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// The list.
    pub listing: &'a Listing,
    /// Day of the answer.
    pub today: Date,
    /// What was asked.
    pub question: Question,
    /// Whether VED is shown.
    pub ved: bool,
    /// Whether it is a stock list.
    pub is_stock: bool,
}

/// The answer in words and tables. The second table is the articles.
pub fn told(found: &Found, of: Of<'_>, language: Language) -> Told {
    let mut leaves = vec![(classes(found, of, language), usize::MAX), (articles(found, of, language), PRINTED)];
    if of.question.variation.is_some() {
        let kinds: Vec<_> = Steadiness::ALL
            .into_iter()
            .zip([Word::X, Word::Y, Word::Z])
            .map(|(kind, word)| (Some(kind), word))
            .collect();
        leaves.push((matrix(found, Word::XyzLeaf, &kinds, |one| one.steadiness, language), usize::MAX));
    }
    if of.ved {
        let known = Vital::ALL.into_iter().zip([Word::V, Word::E, Word::D]).map(|(kind, word)| (Some(kind), word));
        let kinds: Vec<_> = known.chain([(None, Word::NoVed)]).collect();
        leaves.push((matrix(found, Word::VedLeaf, &kinds, |one| one.net.vital, language), usize::MAX));
    }
    leaves.push((long(found, of.question.long_days, language), PRINTED));
    Told {
        title: Word::Title.text(language).to_owned(),
        from: from(of.listing, of.today, language),
        says: says(found, of, language),
        leaves,
        notes: notes(found, of, language),
    }
}

fn says(found: &Found, of: Of<'_>, language: Language) -> Vec<String> {
    let Some(whole) = found.groups.first() else { return Vec::new() };
    let mut says = Vec::new();
    if whole.total == 0.0 {
        says.push(Word::NothingUsed.text(language).to_owned());
    }
    for class in Class::ALL.into_iter().filter(|_| whole.total > 0.0) {
        says.push(
            Word::Headline.fill(language, &headline(whole, class, language).each_ref().map(|(k, v)| (*k, v.as_str()))),
        );
    }
    if of.question.total.is_some() {
        let rest = whole.total - whole.listed;
        let (total, share) = (sek(whole.total, language), percent(rest / whole.total, language));
        says.push(Word::Rest.fill(language, &[("total", &total), ("rest", &sek(rest, language)), ("share", &share)]));
    }
    let returned: Vec<String> = whole.returned().take(NAMED).map(|one| visible(&one.net.article)).collect();
    if !returned.is_empty() {
        let more = whole.returned().count() > returned.len();
        let list = returned.join(", ") + if more { " …" } else { "" };
        says.push(Word::ReturnsSay.fill(language, &[("list", &list)]));
    }
    says.push(long_says(found, of, language));
    says
}

/// What a class carries, as places of a sentence.
pub(in crate::report) fn headline(whole: &Group, class: Class, language: Language) -> [(&'static str, String); 6] {
    let numbers = Numbers(language);
    let (sum, all) = (whole.sum(class), whole.articles.len());
    let part = |part: f64, of: f64| percent(if of > 0.0 { part / of } else { 0.0 }, language);
    [
        ("class", class.letter().to_owned()),
        ("n", numbers.count(sum.articles as u64)),
        ("all", numbers.count(all as u64)),
        ("count", part(sum.articles as f64, all as f64)),
        ("share", part(sum.value, whole.total)),
        ("total", sek(whole.total, language)),
    ]
}

fn long_says(found: &Found, of: Of<'_>, language: Language) -> String {
    let days = Numbers(language).short(of.question.long_days, 1);
    match found.long.len() {
        0 if !of.is_stock => Word::LongUnknown.text(language).to_owned(),
        0 => Word::NoLong.fill(language, &[("days", &days)]),
        n => {
            let excess = sek(found.long.iter().filter_map(|one| one.excess).sum(), language);
            let n = Numbers(language).count(n as u64);
            Word::LongSays.fill(language, &[("n", &n), ("days", &days), ("excess", &excess)])
        }
    }
}

fn classes(found: &Found, of: Of<'_>, language: Language) -> Leaf {
    let text = |word: Word| word.text(language).to_owned();
    let heads = vec![
        (Say::Part.text(language).to_owned(), Form::Text),
        (Say::Class.text(language).to_owned(), Form::Text),
        (text(Word::EndsAt), Form::Number(1)),
        (Say::Articles.text(language).to_owned(), Form::Number(0)),
        (text(Word::ShareOfArticles), Form::Share(1)),
        (text(Word::Value), Form::Number(0)),
        (text(Word::Share), Form::Share(1)),
        (text(Word::NoUse), Form::Number(0)),
        (text(Word::Returned), Form::Number(0)),
    ];
    let mut rows = Vec::new();
    for group in &found.groups {
        for class in Class::ALL {
            let sum = group.sum(class);
            let of_c = |number: usize| if class == Class::C { count(number) } else { Cell::Empty };
            let all = group.articles.len().max(1) as f64;
            rows.push(vec![
                group_name(group.name.as_deref(), language).into(),
                class.letter().into(),
                of.question.limits.percent(class).into(),
                count(sum.articles),
                (sum.articles as f64 / all).into(),
                sum.value.into(),
                (group.total > 0.0).then(|| sum.value / group.total).into(),
                of_c(group.without_use()),
                of_c(group.returned().count()),
            ]);
        }
    }
    leaf(text(Word::ClassesLeaf), heads, rows)
}

fn articles(found: &Found, of: Of<'_>, language: Language) -> Leaf {
    let text = |word: Word| word.text(language).to_owned();
    let said = |word: Say| word.text(language).to_owned();
    let (grouped, varied) = (found.groups.len() > 1, of.question.variation.is_some());
    let mut heads = Vec::new();
    if grouped {
        heads.push((said(Say::Part), Form::Text));
    }
    heads.extend([
        (said(Say::Article), Form::Text),
        (said(Say::Name), Form::Text),
        (said(Say::Class), Form::Text),
        (text(Word::Value), Form::Number(0)),
        (text(Word::Cumulative), Form::Share(2)),
    ]);
    if varied {
        heads.extend([(text(Word::Xyz), Form::Text), (text(Word::Variation), Form::Number(2))]);
    }
    if of.ved {
        heads.extend([(text(Word::Ved), Form::Text), (text(Word::VedGroup), Form::Number(0))]);
    }
    heads.extend([
        (text(Word::Share), Form::Share(2)),
        (text(Word::CumulativeCount), Form::Share(1)),
        (text(Word::Units), Form::Number(0)),
    ]);
    let row = |group: &Group, one: &Classified| {
        let mut cells: Vec<Cell> = Vec::with_capacity(heads.len());
        if grouped {
            cells.push(group_name(group.name.as_deref(), language).into());
        }
        let net = &one.net;
        cells.extend([net.article.as_str().into(), net.name.as_str().into(), one.class.letter().into()]);
        cells.extend([net.value.into(), one.cumulative.into()]);
        if varied {
            cells.extend([one.steadiness.map_or("", Steadiness::letter).into(), one.variation.into()]);
        }
        if of.ved {
            let group = net.vital.map(|vital| f64::from(vital.group_with(one.class)));
            cells.extend([net.vital.map_or("", Vital::letter).into(), group.into()]);
        }
        cells.extend([one.share.into(), one.cumulative_count.into(), net.quantity.into()]);
        cells
    };
    let rows = found.groups.iter().flat_map(|group| group.articles.iter().map(move |one| (group, one)));
    let rows = rows.map(|(group, one)| row(group, one)).collect();
    leaf(text(Word::ArticlesLeaf), heads, rows)
}

/// How many articles of the whole list have each pair of classes.
fn matrix<T: PartialEq + Copy>(
    found: &Found,
    name: Word,
    kinds: &[(Option<T>, Word)],
    of: impl Fn(&Classified) -> Option<T>,
    language: Language,
) -> Leaf {
    let mut heads = vec![(Say::Class.text(language).to_owned(), Form::Text)];
    heads.extend(kinds.iter().map(|(_, word)| (word.text(language).to_owned(), Form::Number(0))));
    let Some(whole) = found.groups.first() else { return Leaf::default() };
    let row = |class: Class| {
        let counts = kinds.iter().map(|(kind, _)| count(whole.count(class, &of, *kind)));
        [Cell::from(class.letter())].into_iter().chain(counts).collect()
    };
    leaf(name.text(language), heads, Class::ALL.into_iter().map(row).collect())
}

fn long(found: &Found, days: f64, language: Language) -> Leaf {
    let text = |word: Word| word.text(language).to_owned();
    let said = |word: Say| word.text(language).to_owned();
    let above = Word::Excess.fill(language, &[("days", &Numbers(language).short(days, 1))]);
    let heads = vec![
        (said(Say::Article), Form::Text),
        (said(Say::Name), Form::Text),
        (said(Say::Site), Form::Text),
        (text(Word::Days), Form::Number(0)),
        (text(Word::Coverage), Form::Number(0)),
        (above, Form::Number(0)),
    ];
    let rows = found.long.iter().map(|one| {
        let names = [&one.article, &one.name, &one.site].map(|text| Cell::from(text.as_str()));
        names.into_iter().chain([one.days.into(), one.coverage.into(), one.excess.into()]).collect()
    });
    leaf(text(Word::LongLeaf), heads, rows.collect())
}

fn notes(found: &Found, of: Of<'_>, language: Language) -> Vec<String> {
    let numbers = Numbers(language);
    let limit = |class: Class| numbers.percent(&numbers.short(of.question.limits.percent(class), 4));
    let (a, b) = (limit(Class::A), limit(Class::B));
    let mut notes =
        vec![Word::HowSort.fill(language, &[("a", &a), ("b", &b)]), Word::HowTies.text(language).to_owned()];
    if of.is_stock {
        notes.push(Word::HowYear.text(language).to_owned());
    }
    if found.internal_rows > 0 {
        let n = numbers.count(found.internal_rows as u64);
        notes.push(Say::InternalRows.fill(language, &[("n", &n)]));
    }
    if let Some(limits) = of.question.variation {
        let [x, y] = limits.limits().map(|limit| numbers.short(limit, 3));
        let n = numbers.count(found.periods.len() as u64);
        notes.push(Word::HowXyz.fill(language, &[("n", &n), ("x", &x), ("y", &y)]));
    }
    if of.ved {
        notes.push(Word::HowVed.text(language).to_owned());
    }
    notes.push(Word::HowNot.text(language).to_owned());
    notes
}
