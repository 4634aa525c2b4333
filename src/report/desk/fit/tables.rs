//! Its tables.

use super::super::told::{count, leaf};
use super::About;
use crate::desk::fit::{ArticleFit, Class, Factor, Kind, LEVEL, Law, Lead, LeadLaw, Profile, Size, Use};
use crate::report::book::{Cell, Form, Leaf};
use crate::report::wording::Language;
use crate::report::wording::desk::DeskWord as Say;
use crate::report::wording::desk::fit::FitWord as Word;
use std::collections::BTreeMap;

fn heads(said: &[(Say, Form)], words: &[(Word, Form)], language: Language) -> Vec<(String, Form)> {
    let said = said.iter().map(|(word, form)| (word.text(language).to_owned(), *form));
    said.chain(words.iter().map(|(word, form)| (word.text(language).to_owned(), *form))).collect()
}

/// The word of a class.
pub(super) fn class(class: Class) -> Word {
    match class {
        Class::Smooth => Word::Smooth,
        Class::Erratic => Word::Erratic,
        Class::Intermittent => Word::Intermittent,
        Class::Lumpy => Word::Lumpy,
    }
}

fn law(law: Law) -> Word {
    match law.kind {
        Kind::Fixed => Word::Fixed,
        Kind::Normal => Word::Normal,
        Kind::Lognormal => Word::Lognormal,
        Kind::Gamma => Word::Gamma,
        Kind::Poisson => Word::Poisson,
        Kind::NegativeBinomial => Word::NegativeBinomial,
        Kind::Intermittent { size: Size::Fixed, .. } => Word::IntermittentFixed,
        Kind::Intermittent { size: Size::Lognormal(_), .. } => Word::IntermittentLognormal,
        Kind::Intermittent { size: Size::Geometric, .. } => Word::IntermittentGeometric,
    }
}

const USE: [(Word, Form); 6] = [
    (Word::Mean, Form::Number(2)),
    (Word::Sd, Form::Number(2)),
    (Word::Out, Form::Number(0)),
    (Word::Interval, Form::Number(2)),
    (Word::Variation, Form::Number(2)),
    (Word::Days, Form::Number(0)),
];

fn of_use(of: &Use) -> Vec<Cell> {
    vec![
        of.mean.map(|mean| mean.estimate).into(),
        of.sd.into(),
        count(of.out),
        of.shape.map(|shape| shape.interval).into(),
        of.shape.map(|shape| shape.variation).into(),
        count(of.days),
    ]
}

fn class_cell(of: &Use, language: Language) -> Cell {
    of.shape.map_or(Cell::Empty, |shape| class(shape.class).text(language).into())
}

/// The articles.
pub(super) fn articles(fits: &[ArticleFit], about: &BTreeMap<String, About>, language: Language) -> Leaf {
    // Columns of their own only where stock ran out at a known hour.
    let ran_out = fits.iter().any(|fit| fit.all.ran_out > 0);
    let words = [
        &USE[..5],
        &[
            (Word::Law, Form::Text),
            (Word::Chance, Form::Number(3)),
            (Word::Days, Form::Number(0)),
            (Word::Weekdays, Form::Text),
            (Word::Months, Form::Text),
            (Word::Trend, Form::Share(0)),
            (Word::Low, Form::Number(2)),
            (Word::High, Form::Number(2)),
            (Word::WeekSd, Form::Number(2)),
            (Word::Used, Form::Number(0)),
        ],
        if ran_out { &[(Word::RanOutDays, Form::Number(0)), (Word::Unseen, Form::Number(1))] } else { &[] },
    ]
    .concat();
    let heads =
        heads(&[(Say::Article, Form::Text), (Say::Name, Form::Text), (Say::Class, Form::Text)], &words, language);
    let taken = |profile: &Option<Profile>| {
        let word =
            profile.as_ref().map_or(Word::NotTried, |profile| if profile.used { Word::UsedYes } else { Word::UsedNo });
        Cell::from(word.text(language))
    };
    let row = |fit: &ArticleFit| {
        let name = about.get(&fit.article).map_or("", |about| about.name.as_str());
        let best = fit.laws.first();
        let mean = fit.all.mean;
        let mut cells = vec![fit.article.as_str().into(), name.into(), class_cell(&fit.all, language)];
        cells.extend(of_use(&fit.all).into_iter().take(5));
        cells.extend([
            best.map_or(Cell::Empty, |best| law(best.law).text(language).into()),
            best.and_then(|best| best.chance).into(),
            count(fit.all.days),
            taken(&fit.weekdays),
            taken(&fit.months),
            fit.trend.filter(|trend| trend.chance < LEVEL).map(|trend| trend.yearly).into(),
            mean.and_then(|mean| mean.low).into(),
            mean.and_then(|mean| mean.high).into(),
            fit.all.week_sd.into(),
            count(fit.all.used),
        ]);
        if ran_out {
            cells.extend([count(fit.all.ran_out), fit.all.unseen.into()]);
        }
        cells
    };
    leaf(Word::ArticlesLeaf.text(language), heads, fits.iter().map(row).collect())
}

/// The sites of each article.
pub(super) fn sites(fits: &[ArticleFit], language: Language) -> Leaf {
    let said = [(Say::Article, Form::Text), (Say::Site, Form::Text), (Say::Class, Form::Text)];
    let row = |fit: &ArticleFit| {
        let of = |(site, of): &(String, Use)| {
            let mut cells: Vec<Cell> =
                vec![fit.article.as_str().into(), site.as_str().into(), class_cell(of, language)];
            cells.extend(of_use(of));
            cells
        };
        fit.sites.iter().map(of).collect::<Vec<_>>()
    };
    leaf(Word::SitesLeaf.text(language), heads(&said, &USE, language), fits.iter().flat_map(row).collect())
}

/// Every law that was tried.
pub(super) fn laws(fits: &[ArticleFit], language: Language) -> Leaf {
    let words = [
        (Word::Law, Form::Text),
        (Word::Aic, Form::Number(1)),
        (Word::Chance, Form::Number(4)),
        (Word::TestClasses, Form::Number(0)),
        (Word::Mean, Form::Number(3)),
        (Word::Sd, Form::Number(3)),
    ];
    let rows = fits.iter().flat_map(|fit| fit.laws.iter().map(move |judged| (fit, judged)));
    let rows = rows.map(|(fit, judged)| {
        vec![
            fit.article.as_str().into(),
            law(judged.law).text(language).into(),
            judged.aic.into(),
            judged.chance.into(),
            count(judged.classes),
            judged.law.mean.into(),
            judged.law.sd.into(),
        ]
    });
    leaf(Word::LawsLeaf.text(language), heads(&[(Say::Article, Form::Text)], &words, language), rows.collect())
}

/// The weekdays of each article.
pub(super) fn weekdays(fits: &[ArticleFit], language: Language) -> Leaf {
    let rows = fits.iter().filter_map(|fit| Some((fit, fit.weekdays.as_ref()?)));
    profiles(Word::WeekdaysLeaf, Word::Day, rows, language)
}

/// The months of each article.
pub(super) fn months(fits: &[ArticleFit], language: Language) -> Leaf {
    let rows = fits.iter().filter_map(|fit| Some((fit, fit.months.as_ref()?)));
    profiles(Word::MonthsLeaf, Word::Month, rows, language)
}

fn profiles<'f>(
    name: Word,
    each: Word,
    profiles: impl Iterator<Item = (&'f ArticleFit, &'f Profile)>,
    language: Language,
) -> Leaf {
    let words = [
        (each, Form::Number(0)),
        (Word::Factor, Form::Number(3)),
        (Word::Low, Form::Number(3)),
        (Word::High, Form::Number(3)),
        (Word::Chance, Form::Number(4)),
        (Word::Taken, Form::Text),
    ];
    let row = |fit: &ArticleFit, profile: &Profile, at: usize, factor: &Factor| -> Vec<Cell> {
        let taken = if profile.used { Word::UsedYes } else { Word::UsedNo };
        vec![
            fit.article.as_str().into(),
            count(at + 1),
            factor.estimate.into(),
            factor.low.into(),
            factor.high.into(),
            profile.chance.into(),
            taken.text(language).into(),
        ]
    };
    let rows = profiles.flat_map(|(fit, profile)| {
        profile.factors.iter().enumerate().map(move |(at, factor)| row(fit, profile, at, factor)).collect::<Vec<_>>()
    });
    leaf(name.text(language), heads(&[(Say::Article, Form::Text)], &words, language), rows.collect())
}

/// The lead times.
pub(super) fn leads(leads: &[Lead], language: Language) -> Leaf {
    let words = [
        (Word::Mode, Form::Text),
        (Word::Lines, Form::Number(0)),
        (Word::Open, Form::Number(0)),
        (Word::Median, Form::Number(1)),
        (Word::MeanDays, Form::Number(1)),
        (Word::Beyond, Form::Share(0)),
        (Word::Longest, Form::Number(0)),
        (Word::Law, Form::Text),
    ];
    let name = |law: Option<LeadLaw>| match law {
        None => Word::NoLaw,
        Some(LeadLaw::Fixed(_)) => Word::Fixed,
        Some(LeadLaw::Few(_)) => Word::Few,
        Some(LeadLaw::Exponential(_)) => Word::Exponential,
        Some(LeadLaw::Lognormal { .. }) => Word::Lognormal,
    };
    let row = |lead: &Lead| {
        vec![
            lead.supplier.as_str().into(),
            lead.mode.as_str().into(),
            count(lead.lines),
            count(lead.open),
            lead.median.into(),
            lead.mean.into(),
            lead.beyond.into(),
            lead.longest.into(),
            name(lead.law).text(language).into(),
        ]
    };
    leaf(
        Word::LeadsLeaf.text(language),
        heads(&[(Say::Supplier, Form::Text)], &words, language),
        leads.iter().map(row).collect(),
    )
}
