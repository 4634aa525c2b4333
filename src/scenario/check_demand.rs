//! Laws of demand and the articles that they are about.

use super::compile::law_at;
use super::context::Context;
use super::diagnosis::{Diagnosis, codes};
use super::model::{Article, CustomerRule, DemandLaw, Scenario, SizeRule};
use super::source::Place;
use std::collections::{BTreeMap, BTreeSet};

/// What does not fit, and for which articles.
type Misfits<'s> = BTreeMap<(String, Misfit), BTreeSet<&'s str>>;

/// Why an article and a law do not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Misfit {
    /// The law needs a deviation and the article has none.
    NoDeviation,
    /// The article has a deviation and the law does not use it.
    IdleDeviation,
    /// A negative binomial law has a variance above its mean.
    TooEven,
    /// A geometric size has at least one unit.
    TooSmall,
    /// The same of a customer.
    CustomerTooSmall,
    /// The article's mean is not the law's.
    OtherMean,
    /// The file to be replayed has no row of the article.
    NoRows,
}

/// Checks every article at every demand point.
pub fn check(ctx: &mut Context<'_>, scenario: &Scenario) {
    let plain = scenario.demand_rules.is_empty() && matches!(scenario.demand.law, DemandLaw::Normal { .. });
    if plain {
        return;
    }
    let mut misfits = Misfits::new();
    for (id, article) in &scenario.articles {
        for (site, _) in scenario.sites.iter().filter(|(_, site)| site.demand() > 0.0) {
            let (path, rules) = law_at(scenario, site, id, article);
            for misfit in misfits_of(&rules.law, id, article) {
                misfits.entry((path.clone(), misfit)).or_default().insert(id);
            }
        }
    }
    for ((path, misfit), articles) in misfits {
        let (count, first) = (articles.len(), articles.first().copied().unwrap_or_default());
        let table = path.split_once('.').map_or((path.as_str(), None), |(table, id)| (table, Some(id)));
        report(ctx, scenario, table, misfit, (count, first));
    }
}

fn misfits_of(law: &DemandLaw, id: &str, article: &Article) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    match article.demand_sd {
        None if law.uses_deviation() => misfits.push(Misfit::NoDeviation),
        Some(_) if !law.uses_deviation() => misfits.push(Misfit::IdleDeviation),
        _ => {}
    }
    let mean = article.demand_mean;
    match law {
        DemandLaw::NegativeBinomial if article.demand_sd.is_some_and(|sd| mean > 0.0 && sd * sd <= mean) => {
            misfits.push(Misfit::TooEven);
        }
        DemandLaw::Intermittent { interval_days, size: SizeRule::Geometric }
            if mean > 0.0 && mean * interval_days < 1.0 - 1e-9 =>
        {
            misfits.push(Misfit::TooSmall);
        }
        DemandLaw::Arrivals { size: CustomerRule::Rate { per_day, size: SizeRule::Geometric } }
            if mean > 0.0 && mean < per_day * (1.0 - 1e-9) =>
        {
            misfits.push(Misfit::CustomerTooSmall);
        }
        DemandLaw::Empirical { values, cumulative } => {
            let below = std::iter::once(&0.0).chain(cumulative);
            let steps = cumulative.iter().zip(below).map(|(upto, below)| upto - below);
            let of_law: f64 = values.iter().zip(steps).map(|(value, chance)| value * chance).sum();
            if (of_law - mean).abs() > 0.01 * mean.max(of_law) {
                misfits.push(Misfit::OtherMean);
            }
        }
        DemandLaw::Replay(replay) if !replay.series.iter().any(|series| series.article == id) => {
            misfits.push(Misfit::NoRows);
        }
        _ => {}
    }
    misfits
}

fn report(
    ctx: &mut Context<'_>,
    scenario: &Scenario,
    (table, id): (&str, Option<&str>),
    misfit: Misfit,
    (count, first): (usize, &str),
) {
    let path = id.map_or(table.to_owned(), |id| format!("{table}.{id}"));
    let law = match id {
        Some(id) => scenario.demand_rules[id].rules.law.word(),
        None => scenario.demand.law.word(),
    };
    let rule = place(ctx, table, id, "law");
    let article = place(ctx, "article", Some(first), "demand-sd");
    let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
    let whose = format!("article {first}{more}");
    let problem = match misfit {
        Misfit::NoDeviation => {
            let message = format!("`demand-sd` is missing in [article.{first}]{more}");
            Diagnosis::error(codes::MISSING, &message, article)
                .label("needs it")
                .help(&format!("or `weekly-cv`; the law \"{law}\" of [{path}] has a deviation"))
        }
        Misfit::IdleDeviation => {
            let message = format!("the law \"{law}\" of [{path}] does not use the deviation of {whose}");
            Diagnosis::finding(codes::SUSPICIOUS, &message, rule).help("its spread follows from the law alone")
        }
        Misfit::TooEven => {
            let message = match count {
                1 => format!("the variance of {whose} is not above the mean"),
                _ => format!("the variances of {whose} are not above their means"),
            };
            Diagnosis::error(codes::LAW, &message, rule)
                .label("a negative binomial law has more variance than mean")
                .help("choose \"poisson\", or a larger `demand-sd`")
        }
        Misfit::TooSmall => {
            let message = format!("the mean size of a need of {whose} is below one unit");
            Diagnosis::error(codes::LAW, &message, place(ctx, table, id, "interval"))
                .label("mean use × interval is at least 1 unit with size = \"geometric\"")
                .help("choose a longer interval")
        }
        Misfit::CustomerTooSmall => {
            let message = format!("a customer of {whose} takes less than one unit in the mean");
            Diagnosis::error(codes::LAW, &message, place(ctx, table, id, "rate"))
                .label("mean use ÷ rate is at least 1 unit with size = \"geometric\"")
                .help("let fewer customers come")
        }
        Misfit::OtherMean => {
            let message = format!("the values of [{path}] have another mean than the `demand` of {whose}");
            Diagnosis::finding(codes::SUSPICIOUS, &message, rule)
                .help("levels in days of use follow `demand`, the wards follow the values")
        }
        Misfit::NoRows => {
            let message = format!("the file of [{path}] has no row of {whose}");
            Diagnosis::finding(codes::SUSPICIOUS, &message, place(ctx, table, id, "file"))
                .help("nothing is needed of it; narrow `articles`, or add rows")
        }
    };
    ctx.report(problem);
}

/// The place of a key, or of its table.
fn place(ctx: &Context<'_>, table: &str, id: Option<&str>, key: &str) -> Place {
    let entry = match id {
        Some(id) => ctx.table(table).and_then(|table| table.get(id)),
        None => ctx.root.get(table),
    };
    let Some(entry) = entry else { return Place::default() };
    entry.node.table().and_then(|own| own.get(key)).map_or(entry.key, |entry| entry.node.place)
}
