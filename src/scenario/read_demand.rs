//! How demand varies: `[demand]`, and `[demand-rule.ID]` for some articles.

use super::amount::{AT_LEAST_A_DAY_LONG, CUSTOMERS, GROWTH};
use super::assemble::single;
use super::context::Context;
use super::diagnosis::codes;
use super::law;
use super::model::{CustomerRule, DemandLaw, DemandRule, DemandRules, SizeRule};
use super::read_replay;
use super::read_rules::{priority, sites};
use super::reader::Section;
use super::selection;
use super::tree::Value;
use super::typed::Range;
use crate::plan::demand::Negative;

/// Days of the week as keys.
pub(super) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Months as keys, with their days in a year of 365.
const MONTHS: [(&str, f64); 12] = [
    ("jan", 31.0),
    ("feb", 28.0),
    ("mar", 31.0),
    ("apr", 30.0),
    ("may", 31.0),
    ("jun", 30.0),
    ("jul", 31.0),
    ("aug", 31.0),
    ("sep", 30.0),
    ("oct", 31.0),
    ("nov", 30.0),
    ("dec", 31.0),
];
/// Factors of a profile.
const FACTOR: Range = Range { least: 0.0, most: 1000.0 };
/// Coefficients of variation of sizes.
const SIZE_CV: Range = Range { least: 0.0, most: 10.0 };

/// Laws in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Normal,
    Fixed,
    Lognormal,
    Gamma,
    Poisson,
    NegativeBinomial,
    Intermittent,
    Empirical,
    Replay,
    Arrivals,
}

const WORDS: [(&str, Kind); 10] = [
    ("normal", Kind::Normal),
    ("fixed", Kind::Fixed),
    ("lognormal", Kind::Lognormal),
    ("gamma", Kind::Gamma),
    ("poisson", Kind::Poisson),
    ("negative-binomial", Kind::NegativeBinomial),
    ("intermittent", Kind::Intermittent),
    ("empirical", Kind::Empirical),
    ("replay", Kind::Replay),
    ("arrivals", Kind::Arrivals),
];
/// Keys that only some laws have.
const OF_LAWS: [(&str, &[Kind]); 9] = [
    ("negative", &[Kind::Normal]),
    ("interval", &[Kind::Intermittent]),
    ("rate", &[Kind::Arrivals]),
    ("size", &[Kind::Intermittent, Kind::Arrivals]),
    ("size-cv", &[Kind::Intermittent, Kind::Arrivals]),
    ("values", &[Kind::Empirical, Kind::Arrivals]),
    ("probabilities", &[Kind::Empirical, Kind::Arrivals]),
    ("file", &[Kind::Empirical, Kind::Replay, Kind::Arrivals]),
    ("beyond", &[Kind::Replay]),
];
/// Factors, which a series of days has in it.
const OF_FACTORS: [&str; 3] = ["weekday", "month", "trend"];

/// Reads `[demand]`.
pub fn demand(ctx: &mut Context<'_>) -> Option<DemandRules> {
    single(ctx, "demand", |section| {
        // The table begins in the built-in defaults; what is missing is missing where a file chose the law.
        if let Some(place) = section.stated_here("law") {
            section.place = place;
        }
        let kind = kind(section);
        refuse_idle(section, kind);
        let law = law_of(section, kind);
        rules(section, law)
    })?
}

/// Reads `[demand-rule.ID]`. What it does not say is as in `[demand]`; what belongs to another law than that of `[demand]` is not.
pub fn rule<'a>(section: &mut Section<'a, '_>, _id: &str) -> Option<DemandRule> {
    let at = if section.entry("at").is_some() { sites(section) } else { Some(Vec::new()) };
    let (select, priority) = (selection::read(section, "articles"), priority(section));
    let base = section.ctx.table("demand");
    let text = |table: Option<&super::tree::Table>| match table.and_then(|table| Some(&table.get("law")?.node.value)) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let own_law = section.stated_here("law").is_some();
    let same_law = !own_law || text(section.own()) == text(base);
    let inherit = |section: &mut Section<'a, '_>| base.into_iter().for_each(|base| section.fall_back(base));
    if same_law {
        inherit(section);
    }
    let kind = kind(section);
    refuse_idle(section, kind);
    let law = if same_law || kind == Some(Kind::Normal) {
        if !same_law {
            inherit(section);
        }
        law_of(section, kind)
    } else {
        let law = law_of(section, kind);
        inherit(section);
        law
    };
    Some(DemandRule { at: at?, select, priority, rules: rules(section, law)? })
}

fn kind(section: &mut Section<'_, '_>) -> Option<Kind> {
    section.choice("law", &WORDS)
}

/// Refuses what a table says and its law does not use.
fn refuse_idle(section: &mut Section<'_, '_>, kind: Option<Kind>) {
    for (key, laws) in OF_LAWS {
        let place = section.stated_here(key);
        if let (Some(place), Some(kind)) = (place, kind.filter(|kind| !laws.contains(kind))) {
            refuse(section, key, kind, place);
        }
    }
    for key in OF_FACTORS {
        let place = section.stated_here(key);
        if let (Some(place), Some(Kind::Replay)) = (place, kind) {
            refuse(section, key, Kind::Replay, place);
        }
    }
}

fn refuse(section: &mut Section<'_, '_>, key: &str, kind: Kind, place: super::source::Place) {
    let word = WORDS.iter().find(|(_, one)| *one == kind).map_or("", |(word, _)| *word);
    let what = format!("changes nothing under the law \"{word}\"");
    section.wrong(codes::EXCLUSIVE, key, &what, place, "leave it out, or choose another law");
}

fn rules(section: &mut Section<'_, '_>, law: Option<DemandLaw>) -> Option<DemandRules> {
    let (weekday, month) = (weekday(section), month(section));
    let trend = section.amount("trend", GROWTH).unwrap_or(0.0);
    Some(DemandRules { law: law?, weekday: weekday?, month: month?, trend })
}

fn law_of(section: &mut Section<'_, '_>, kind: Option<Kind>) -> Option<DemandLaw> {
    match kind? {
        Kind::Normal => {
            let words = [("truncate", Negative::Truncate), ("allow", Negative::Allow)];
            section.choice("negative", &words).map(|negative| DemandLaw::Normal { negative })
        }
        Kind::Fixed => Some(DemandLaw::Fixed),
        Kind::Lognormal => Some(DemandLaw::Lognormal),
        Kind::Gamma => Some(DemandLaw::Gamma),
        Kind::Poisson => Some(DemandLaw::Poisson),
        Kind::NegativeBinomial => Some(DemandLaw::NegativeBinomial),
        Kind::Intermittent => {
            section.required("interval");
            let (interval_days, size) = (section.amount("interval", AT_LEAST_A_DAY_LONG), size(section));
            Some(DemandLaw::Intermittent { interval_days: interval_days?, size: size? })
        }
        Kind::Empirical => {
            let (values, probabilities) = read_replay::values(section)?;
            let (values, cumulative) = law::ascending(section, "values", values, probabilities)?;
            Some(DemandLaw::Empirical { values, cumulative })
        }
        Kind::Arrivals => customers(section).map(|size| DemandLaw::Arrivals { size }),
        Kind::Replay => read_replay::replay(section).map(DemandLaw::Replay),
    }
}

/// What a customer takes: one unit, a size whose mean follows from their number, or values with probabilities.
fn customers(section: &mut Section<'_, '_>) -> Option<CustomerRule> {
    let word = section.value("size").and_then(|node| match &node.value {
        Value::Text(text) => Some(text.trim().to_owned()),
        _ => None,
    });
    let (own, rule): (&[&str], _) = match word.as_deref() {
        None if section.entry("size").is_none() => (&[], Some(CustomerRule::Unit)),
        Some("unit") => (&["size"], Some(CustomerRule::Unit)),
        Some("empirical") => {
            let values = read_replay::values(section);
            let rule = values.and_then(|(values, chances)| law::ascending(section, "values", values, chances));
            let rule = rule.map(|(values, cumulative)| CustomerRule::Empirical { values, cumulative });
            (&["size", "values", "probabilities", "file"], rule)
        }
        _ => {
            section.required("rate");
            let (per_day, size) = (section.amount("rate", CUSTOMERS), size(section));
            let rule = per_day.zip(size).map(|(per_day, size)| CustomerRule::Rate { per_day, size });
            (&["size", "size-cv", "rate"], rule)
        }
    };
    for key in ["rate", "size-cv", "values", "probabilities", "file"] {
        if let Some(place) = section.stated_here(key).filter(|_| !own.contains(&key)) {
            let fix = match key {
                "rate" => "leave it out (the article's mean use says how many come), or choose another `size`",
                "size-cv" => "leave it out, or write size = \"lognormal\"",
                _ => "leave it out, or write size = \"empirical\"",
            };
            section.wrong(codes::EXCLUSIVE, key, "changes nothing with this `size`", place, fix);
        }
    }
    rule
}

fn size(section: &mut Section<'_, '_>) -> Option<SizeRule> {
    #[derive(Clone, Copy, PartialEq)]
    enum Size {
        Fixed,
        Lognormal,
        Geometric,
    }
    section.required("size");
    let words = [("fixed", Size::Fixed), ("lognormal", Size::Lognormal), ("geometric", Size::Geometric)];
    let size = section.choice("size", &words)?;
    if size == Size::Lognormal {
        section.required("size-cv");
        return section.number("size-cv", SIZE_CV).map(|cv| SizeRule::Lognormal { cv });
    }
    if let Some(place) = section.stated_here("size-cv") {
        let fix = "leave it out, or write size = \"lognormal\"";
        section.wrong(codes::EXCLUSIVE, "size-cv", "changes nothing with this `size`", place, fix);
    }
    Some(if size == Size::Fixed { SizeRule::Fixed } else { SizeRule::Geometric })
}

/// Factors of the weekdays, scaled to mean one.
fn weekday(section: &mut Section<'_, '_>) -> Option<[f64; 7]> {
    let days = WEEKDAYS.map(|day| (day, 1.0));
    factors(section, "weekday", "a week", "is no table of days", "write { sat = 0.5, sun = 0.5 }", days)
}

/// Factors of the months, scaled to mean one over the days of a year of 365.
fn month(section: &mut Section<'_, '_>) -> Option<[f64; 12]> {
    if section.entry("month").is_none() {
        return Some([1.0; 12]);
    }
    factors(section, "month", "a year", "is no table of months", "write { jul = 0.7, jan = 1.1 }", MONTHS)
}

/// A table of factors, scaled so that their mean with these weights is one.
fn factors<const N: usize>(
    section: &mut Section<'_, '_>,
    key: &'static str,
    what: &'static str,
    complaint: &str,
    fix: &str,
    weights: [(&'static str, f64); N],
) -> Option<[f64; N]> {
    let node = section.value(key)?;
    let Value::Table(table) = &node.value else {
        section.wrong(codes::KIND, key, complaint, node.place, fix);
        return None;
    };
    let mut inner = section.inner(table, node.place, key, what);
    let factors = weights.map(|(name, _)| inner.number(name, FACTOR).unwrap_or(1.0));
    inner.finish();
    let whole: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let sum: f64 = factors.iter().zip(weights).map(|(factor, (_, weight))| factor * weight).sum();
    if sum <= 0.0 {
        section.wrong(codes::IMPOSSIBLE, key, "has nothing above zero", node.place, "give one a factor");
        return None;
    }
    Some(factors.map(|factor| factor * whole / sum))
}
