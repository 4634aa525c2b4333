//! The answer of `stock fit`.

mod hours;
mod scenario;
mod tables;

pub use scenario::{About, Written, write};

use super::told::{PRINTED, Told, from};
use crate::desk::fit::{ArticleFit, Class, Hours, LEVEL, Lead};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::fit::FitWord as Word;
use crate::sheet::Listing;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Days with stock below which a fit is told to be uncertain: four weeks.
const FEW_DAYS: usize = 28;

/// Articles named in a sentence.
const NAMED: usize = 5;

/// What the answer is of.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// The list of issues.
    pub listing: &'a Listing,
    /// Day of the answer.
    pub today: Date,
    /// First and last day of the history.
    pub span: (Date, Date),
    /// What other lists tell of articles.
    pub about: &'a BTreeMap<String, About>,
    /// The hours of the day.
    pub hours: &'a Hours,
    /// Articles without any balance.
    pub without_balances: usize,
    /// The folder that is written.
    pub folder: Option<&'a str>,
}

/// The answer in words and tables. The first table is the articles.
pub fn told(fits: &[ArticleFit], leads: &[Lead], written: &Written, of: Of<'_>, language: Language) -> Told {
    let sites = fits.iter().any(|fit| fit.sites.len() > 1);
    let mut leaves = vec![(tables::articles(fits, of.about, language), PRINTED)];
    leaves.push((tables::sites(fits, language), if sites { PRINTED } else { 0 }));
    leaves.push((tables::leads(leads, language), PRINTED));
    leaves.push((hours::leaf(of.hours, language), hours::PRINTED));
    leaves.push((tables::weekdays(fits, language), 0));
    leaves.push((tables::months(fits, language), 0));
    leaves.push((tables::laws(fits, language), 0));
    let mut notes =
        vec![Word::NoteDays, Word::NoteOut, Word::NoteClass, Word::NoteLaw, Word::NoteProfile, Word::NoteLead];
    if of.hours.issues > 0 {
        notes.insert(5, Word::NoteHours);
    }
    notes.push(Word::NoteScenario);
    Told {
        title: Word::Title.text(language).to_owned(),
        from: from(of.listing, of.today, language),
        says: says(fits, written, of, language),
        leaves,
        notes: notes.into_iter().map(|word| word.text(language).to_owned()).collect(),
    }
}

/// Names, as many as a sentence takes.
fn named<'n>(names: impl Iterator<Item = &'n str>, language: Language) -> (usize, String) {
    let all: Vec<String> = names.map(visible).collect();
    let list = all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = all.len().saturating_sub(NAMED);
    let list = match more {
        0 => list,
        more => Word::NotShown.fill(language, &[("name", &list), ("n", &more.to_string())]),
    };
    (all.len(), list)
}

fn says(fits: &[ArticleFit], written: &Written, of: Of<'_>, language: Language) -> Vec<String> {
    let numbers = Numbers(language);
    let count = |count: usize| numbers.count(count as u64);
    let days = fits.iter().map(|fit| fit.all.days).max().unwrap_or(0);
    let (from, to) = (of.span.0.to_string(), of.span.1.to_string());
    let history = [("articles", count(fits.len())), ("from", from), ("to", to), ("days", count(days))];
    let mut says = vec![Word::History.fill(language, &history.each_ref().map(|(key, text)| (*key, text.as_str())))];
    let in_class = |class| fits.iter().filter(|fit| fit.all.shape.is_some_and(|shape| shape.class == class)).count();
    let classes = Class::ALL.map(|class| {
        let name = tables::class(class).text(language);
        Word::ClassCount.fill(language, &[("class", name), ("n", &count(in_class(class)))])
    });
    says.push(Word::Classes.fill(language, &[("list", &classes.join(", "))]));
    let out: usize = fits.iter().map(|fit| fit.all.out).sum();
    let with_out = fits.iter().filter(|fit| fit.all.out > 0).count();
    says.push(match out {
        0 => Word::NoOutDays.text(language).to_owned(),
        out => Word::OutDays.fill(language, &[("n", &count(out)), ("articles", &count(with_out))]),
    });
    if of.without_balances > 0 {
        says.push(Word::NoBalances.fill(language, &[("n", &count(of.without_balances))]));
    }
    patterns(fits, &mut says, language);
    hours::says(fits, of.hours, &mut says, language);
    let (n, list) = named(written.left_out.iter().map(String::as_str), language);
    if n > 0 {
        says.push(Word::NoUse.fill(language, &[("n", &count(n)), ("list", &list)]));
    }
    let few = fits.iter().filter(|fit| fit.mean > 0.0 && fit.all.days - fit.all.out < FEW_DAYS);
    let (n, list) = named(few.map(|fit| fit.article.as_str()), language);
    if n > 0 {
        says.push(Word::FewDays.fill(language, &[("least", &FEW_DAYS.to_string()), ("n", &count(n)), ("list", &list)]));
    }
    let unknown = Word::UnknownSupplier.text(language);
    let assumed = written.assumed_leads.iter().map(|name| if name.is_empty() { unknown } else { name });
    let (n, list) = named(assumed, language);
    if n > 0 {
        says.push(Word::AssumedLeads.fill(language, &[("list", &list)]));
    }
    says.push(match of.folder {
        Some(folder) => Word::Next.fill(language, &[("folder", folder)]),
        None => Word::NoNext.text(language).to_owned(),
    });
    says
}

fn patterns(fits: &[ArticleFit], says: &mut Vec<String>, language: Language) {
    let numbers = Numbers(language);
    let count = |count: usize| numbers.count(count as u64);
    let used = |profile: &Option<crate::desk::fit::Profile>| profile.as_ref().is_some_and(|profile| profile.used);
    let tried =
        fits.iter().map(|fit| usize::from(fit.weekdays.is_some()) + usize::from(fit.months.is_some())).sum::<usize>();
    let places = [
        ("week", count(fits.iter().filter(|fit| used(&fit.weekdays)).count())),
        ("months", count(fits.iter().filter(|fit| used(&fit.months)).count())),
        ("tried", count(tried)),
        ("chance", numbers.short(tried as f64 * LEVEL, 1)),
    ];
    if tried > 0 {
        says.push(Word::Patterns.fill(language, &places.each_ref().map(|(key, text)| (*key, text.as_str()))));
    }
    let trends = fits.iter().filter(|fit| fit.trend.is_some_and(|trend| trend.chance < LEVEL));
    let (n, list) = named(trends.map(|fit| fit.article.as_str()), language);
    if n > 0 {
        says.push(Word::Trends.fill(language, &[("n", &count(n)), ("list", &list)]));
    }
    let bad =
        fits.iter().filter(|fit| fit.laws.first().and_then(|law| law.chance).is_some_and(|chance| chance < LEVEL));
    let (n, list) = named(bad.map(|fit| fit.article.as_str()), language);
    if n > 0 {
        says.push(Word::BadFits.fill(language, &[("n", &count(n)), ("list", &list)]));
    }
}

/// The answer as JSON.
pub fn json(fits: &[ArticleFit], leads: &[Lead], written: &Written, of: Of<'_>) -> String {
    #[derive(serde::Serialize)]
    struct Rest<'a> {
        articles: &'a [ArticleFit],
        lead_times: &'a [Lead],
        left_out: &'a [String],
        assumed_lead_times: &'a [String],
        assumed: &'a [crate::sheet::Assumed],
    }
    let asked = serde_json::json!({
        "schema": 1,
        "tool": "fit",
        "file": of.listing.file,
        "today": of.today.to_string(),
        "from": of.span.0.to_string(),
        "to": of.span.1.to_string(),
        "level": LEVEL,
        "hours": (of.hours.issues > 0).then_some(of.hours),
        "without_balances": of.without_balances,
    });
    let rest = Rest {
        articles: fits,
        lead_times: leads,
        left_out: &written.left_out,
        assumed_lead_times: &written.assumed_leads,
        assumed: &of.listing.assumed,
    };
    super::document(super::head(asked), &rest)
}
