//! Customers of a case: how many, how many meet a shortage, what they do, how many leave.

use super::super::case::{Leaving, Lines, Mix, PRESETS, Share, Told};
use super::place_of;
use crate::scenario::amount::SHARE;
use crate::scenario::context::Context;
use crate::scenario::diagnosis::{Diagnosis, codes};
use crate::scenario::model::{Id, Title};
use crate::scenario::reader::Section;
use crate::scenario::typed::Range;
use std::collections::BTreeMap;

/// Numbers of people, money and the like.
pub(super) const MANY: Range = Range { least: 0.0, most: 1e9 };
/// Sums of shares may miss the whole by so much.
const ROUNDING: f64 = 0.0051;
const MOST: i64 = 1_000_000_000;

/// `[case]`: title, customers a week, people asked.
pub(super) fn frame(section: &mut Section<'_, '_>) -> Option<(Title, Option<f64>, Option<u64>)> {
    section.required("title");
    let customers = section.number("customers-per-week", Range { least: 1.0, ..MANY });
    let respondents = section.whole("respondents", 1, MOST).map(|count| count as u64);
    Some((section.title("title")?, customers, respondents))
}

/// `[interviews]`: people with prescriptions, and the share that met a shortage.
pub(super) fn interviews(section: &mut Section<'_, '_>) -> (Option<u64>, Option<Share>) {
    let with_prescription = section.whole("with-prescription", 1, MOST).map(|count| count as u64);
    (with_prescription, share(section, "met-a-shortage"))
}

/// A share: `"28 %"`, `{ hits = 11, of = 39 }`, or both in one table.
pub(super) fn share(section: &mut Section<'_, '_>, key: &'static str) -> Option<Share> {
    let entry = section.entry(key)?;
    let sampled = entry.node.table().filter(|table| table.contains_key("hits") || table.contains_key("of"));
    let Some(table) = sampled else {
        return section.amount(key, SHARE).map(|share| Share { share, sample: None });
    };
    let mut inner = section.inner(table, entry.node.place, key, "a share");
    let stated = inner.amount("share", SHARE);
    inner.required("hits");
    inner.required("of");
    let (hits, of) = (inner.whole("hits", 0, MOST), inner.whole("of", 1, MOST));
    inner.finish();
    let (hits, of) = (hits? as u64, of? as u64);
    if hits > of {
        section.wrong(codes::IMPOSSIBLE, key, "has more hits than people", entry.node.place, "hits are at most `of`");
        return None;
    }
    Some(Share { share: stated.unwrap_or(hits as f64 / of as f64), sample: Some((hits, of)) })
}

/// A share that must be there.
pub(super) fn required_share(section: &mut Section<'_, '_>, key: &'static str) -> Option<Share> {
    section.required(key);
    share(section, key)
}

/// `[reactions]`: how many did what.
pub(super) fn reactions(section: &mut Section<'_, '_>) -> Option<[u64; 4]> {
    let counts = ["substitute", "come-back", "elsewhere", "back-order"].map(|key| {
        section.required(key);
        section.whole(key, 0, MOST).map(|count| count as u64)
    });
    let [substitute, come_back, elsewhere, back_order] = counts;
    let counts = [substitute?, come_back?, elsewhere?, back_order?];
    if counts.iter().sum::<u64>() == 0 {
        let place = section.place;
        section.wrong(codes::IMPOSSIBLE, "substitute", "and the others are all 0", place, "somebody must have reacted");
        return None;
    }
    Some(counts)
}

/// `[leaving.ID]`: one source of u.
pub(super) fn leaving(section: &mut Section<'_, '_>, id: &str) -> Option<Leaving> {
    let title = section.title_or(id);
    let weight = section.number("weight", MANY).unwrap_or(1.0);
    let presets = PRESETS;
    let count = section.number("per-week", MANY);
    let (of_all, meeting) = (share(section, "of-customers"), share(section, "meeting"));
    let leaving = share(section, "leaving");
    let preset = section.choice("leaving-preset", &presets).map(|share| Share { share, sample: None });
    if leaving.is_some() && preset.is_some() {
        let place = section.place;
        section.wrong(codes::EXCLUSIVE, "leaving", "stands beside `leaving-preset`", place, "leave one out");
    }
    let pair = meeting.zip(leaving.or(preset));
    let told = [
        count.map(Told::Count),
        of_all.map(Told::OfAll),
        pair.map(|(meet, leave)| Told::OfThoseWhoMeetOne(meet, leave)),
    ];
    let mut all = told.into_iter().flatten();
    let (first, second) = (all.next(), all.next());
    let one_alone = meeting.is_some() != (leaving.is_some() || preset.is_some());
    if first.is_none() || second.is_some() || one_alone {
        let place = section.place;
        let message = format!("[{}] must tell in one way how many leave", section.path);
        let help = "per-week = 43, or of-customers = \"2.1 %\", or meeting = \"12 %\" with leaving = \"18 %\" or leaving-preset";
        section.ctx.report(Diagnosis::error(codes::EXCLUSIVE, &message, place).label("one of three ways").help(help));
        return None;
    }
    Some(Leaving { title, weight, told: first? })
}

/// Weights must not all be 0.
pub(super) fn check_weights(ctx: &mut Context<'_>, leaving: &BTreeMap<Id, Leaving>) {
    if !leaving.is_empty() && leaving.values().all(|one| one.weight == 0.0) {
        let place = place_of(ctx, "leaving");
        let problem = Diagnosis::error(codes::SHARES, "every source of those who leave has the weight 0", place);
        ctx.report(problem.label("give at least one a weight above 0"));
    }
}

/// Shares of all customers need to know how many there are.
pub(super) fn check_customers(ctx: &mut Context<'_>, customers: Option<f64>, leaving: &BTreeMap<Id, Leaving>) {
    let needs = leaving.iter().find(|(_, one)| !matches!(one.told, Told::Count(_)));
    if let (None, Some((id, _))) = (customers, needs) {
        let message =
            format!("[leaving.{id}] tells shares of customers, and `customers-per-week` is missing in [case]");
        let place = place_of(ctx, "case");
        ctx.report(Diagnosis::error(codes::MISSING, &message, place).label("add customers-per-week"));
    }
}

/// `[mix.ID]`: kinds of customers.
pub(super) fn mix(section: &mut Section<'_, '_>, id: &str) -> Option<(Title, Mix)> {
    let title = section.title_or(id);
    let shares =
        ["otc-only", "both", "prescription-only", "other"].map(|key| section.amount(key, SHARE).unwrap_or(0.0));
    let sum: f64 = shares.iter().sum();
    if (sum - 1.0).abs() > ROUNDING {
        let (place, what) =
            (section.place, format!("and the others sum to {} %, not 100 %", libm::round(sum * 1000.0) / 10.0));
        section.wrong(codes::SHARES, "otc-only", &what, place, "let them sum to 100 %");
        return None;
    }
    if shares[1] + shares[2] <= 0.0 {
        let place = section.place;
        section.wrong(
            codes::IMPOSSIBLE,
            "both",
            "and `prescription-only` are 0",
            place,
            "somebody must come for a prescription",
        );
        return None;
    }
    Some((title, shares))
}

/// The case's own mix must be among them.
pub(super) fn check_mix(ctx: &mut Context<'_>, mix: &BTreeMap<Id, (Title, Mix)>) {
    if !mix.is_empty() && !mix.contains_key("case") {
        let place = place_of(ctx, "mix");
        let problem = Diagnosis::error(codes::MISSING, "the case's own mix of customers is missing", place);
        ctx.report(problem.label("call it [mix.case]"));
    }
}

/// `[leavers-lines]`: prescribed articles of those who left, as printed and as counted.
pub(super) fn lines(section: &mut Section<'_, '_>) -> Option<Lines> {
    for key in ["mean", "customers", "several", "several-lines"] {
        section.required(key);
    }
    let mean = section.number("mean", Range { least: 1.0, most: 1000.0 });
    let of = section.whole("customers", 1, MOST).map(|count| count as u64);
    let several = section.whole("several", 1, MOST).map(|count| count as u64);
    let several_lines = section.number("several-lines", Range { least: 2.0, most: 1000.0 });
    let (of, several) = (of?, several?);
    if several > of {
        let place = section.place;
        section.wrong(codes::IMPOSSIBLE, "several", "is more than `customers`", place, "at most all customers");
        return None;
    }
    Some(Lines { mean: mean?, of, several, several_lines: several_lines? })
}
