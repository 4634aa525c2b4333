//! Reactions to need that stock does not cover, and rationing of what there is.

use super::amount::{AT_LEAST_A_DAY, PER_UNIT, SHARE, WHOLE_DAYS};
use super::diagnosis::{Diagnosis, codes};
use super::model::{RationingKind, RationingRule, ReactionRule};
use super::read_events::NO_RATIONING;
use super::read_rules::{priority, sites};
use super::reader::Section;
use super::selection;
use crate::plan::shortage::{KINDS, ReactionKind, WHOLE};

/// The keys of the costs, in the order of the kinds.
const COSTS: [&str; KINDS] = [
    "wait-cost",
    "substitute-cost",
    "neighbour-cost",
    "emergency-cost",
    "come-back-cost",
    "elsewhere-cost",
    "cancel-cost",
];

/// Reads `[reaction.ID]`.
pub fn reaction(section: &mut Section<'_, '_>, _id: &str) -> Option<ReactionRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    let read = ReactionKind::ALL.map(|kind| share(section, kind.id()));
    let shares = read.map(|share| share.unwrap_or(0));
    let costs = COSTS.map(|key| section.price(key, PER_UNIT));
    let sum: i64 = shares.iter().sum();
    // Seven shares, each rounded to a millionth.
    if (sum - WHOLE).abs() > 3 && read.iter().all(Option::is_some) {
        let what = format!("has shares that sum to {} %, not 100 %", sum as f64 / 10_000.0);
        let given = ReactionKind::ALL.into_iter().find_map(|kind| section.entry(kind.id()));
        let place = given.map_or(section.place, |entry| entry.node.place);
        section.wrong(codes::SHARES, "wait", &what, place, "let the reactions sum to 100 %");
    }
    let has = |kind: ReactionKind| shares[kind.place()] > 0;
    for (kind, key) in ReactionKind::ALL.into_iter().zip(COSTS).filter(|(kind, _)| !has(*kind)) {
        refuse(section, key, kind);
    }
    let emergency_days = days_of(section, "emergency-lead-time", ReactionKind::Emergency, has(ReactionKind::Emergency));
    let come_back_days = days_of(section, "come-back-after", ReactionKind::ComeBack, has(ReactionKind::ComeBack));
    Some(ReactionRule { at: at?, select, priority, shares: whole(shares), emergency_days, come_back_days, costs })
}

/// The millionths of a kind, 0 if it is not given; `None` if what is given is no share.
fn share(section: &mut Section<'_, '_>, key: &'static str) -> Option<i64> {
    section
        .entry(key)
        .map_or(Some(0), |_| section.amount(key, SHARE).map(|share| libm::round(share * WHOLE as f64) as i64))
}

/// Shares that sum to exactly the whole: the largest takes what rounding to millionths has left.
fn whole(mut shares: [i64; KINDS]) -> [i64; KINDS] {
    let left = WHOLE - shares.iter().sum::<i64>();
    if let Some(largest) = shares.iter_mut().max() {
        *largest += left;
    }
    shares
}

/// The days of a kind: required where the kind has a share, refused elsewhere.
fn days_of(section: &mut Section<'_, '_>, key: &'static str, kind: ReactionKind, acts: bool) -> u32 {
    if !acts {
        refuse(section, key, kind);
        return 0;
    }
    section.required(key);
    // An emergency order may be there at once; need that comes back the same day would be plain waiting.
    let measure = if kind == ReactionKind::ComeBack { AT_LEAST_A_DAY } else { WHOLE_DAYS };
    section.days(key, measure).unwrap_or(1)
}

fn refuse(section: &mut Section<'_, '_>, key: &'static str, kind: ReactionKind) {
    if let Some(entry) = section.entry(key) {
        let what = format!("changes nothing without a share of `{}`", kind.id());
        section.wrong(codes::EXCLUSIVE, key, &what, entry.key, "give the share, or leave it out");
    }
}

/// Kinds of rationing in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Proportional,
    FirstCome,
    Priority,
}

/// Reads `[rationing.ID]`.
pub fn rationing(section: &mut Section<'_, '_>, id: &str) -> Option<RationingRule> {
    if id == NO_RATIONING {
        let message = "a rule of rationing cannot be called `none`";
        let help = "a cut says `rationing = \"none\"` where no rule is to hold; give the rule another name";
        section.ctx.report(Diagnosis::error(codes::ID, message, section.place).help(help));
    }
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    section.required("kind");
    let words = [("proportional", Kind::Proportional), ("first-come", Kind::FirstCome), ("priority", Kind::Priority)];
    let kind = section.choice("kind", &words);
    if kind == Some(Kind::Priority) {
        section.required("order");
    } else if let Some(entry) = section.entry("order") {
        let what = "changes nothing without kind = \"priority\"";
        section.wrong(codes::EXCLUSIVE, "order", what, entry.key, "change the kind, or leave it out");
    }
    let order = section.references("order", "site");
    if let Some(twice) = order.iter().enumerate().find(|(place, site)| order[..*place].contains(site)) {
        let place = section.entry("order").map_or(section.place, |entry| entry.node.place);
        let what = format!("names {} twice", twice.1);
        section.wrong(codes::IMPOSSIBLE, "order", &what, place, "name each site once");
    }
    let kind = match kind? {
        Kind::Proportional => RationingKind::Proportional,
        Kind::FirstCome => RationingKind::FirstCome,
        Kind::Priority => RationingKind::Priority(order),
    };
    let only_in_cuts = section.truth("only-in-cuts").unwrap_or(false);
    Some(RationingRule { at: at?, select, priority, kind, only_in_cuts })
}
