//! One figure moved at a time (T48, T49): what the shortage cost per week becomes; and differences with their signs.

use super::case::{Case, PRESETS, Sign};
use super::customers::LeavingFindings;
use super::money::{basket, loyalty};
use crate::inventory::lost_customer::Basket;
use crate::inventory::unanswered::Unanswered;
use crate::order::InOrder;
use crate::scenario::model::{Id, Title};
use crate::stats::proportion::wilson;
use serde::Serialize;

/// What is moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "moved")]
pub enum What {
    /// u, from the smallest source to the largest.
    Sources,
    /// u, over the interval of the count that is used.
    Count,
    /// Share of those who meet a shortage that leave, over other studies (T17, T29).
    LeaveShare,
    /// Share that still buys prescribed articles, over its interval.
    KeepsPrescription,
    /// Share that still buys other articles, over its interval.
    KeepsOther,
    /// Nothing kept by those who leave, against as it is (step 1 against step 2).
    Correction,
    /// Loyalty counted against not (T16).
    Loyalty,
    /// The mix of customers of another shop (T48).
    Mix {
        /// Its name.
        title: Title,
    },
}

/// One figure moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moved {
    /// What.
    #[serde(flatten)]
    pub what: What,
    /// From: customers a week, a share, or SEK.
    pub from: f64,
    /// To.
    pub to: f64,
    /// Shortage cost at `from`, SEK per week.
    pub cost_from: f64,
    /// Shortage cost at `to`, SEK per week.
    pub cost_to: f64,
}

pub(super) fn moved(case: &Case, per_leaver: f64, leaving: &LeavingFindings) -> Result<Vec<Moved>, Unanswered> {
    let (u, plain) = (leaving.u, basket(&case.profit));
    // What m is beside the steps: rounding and what is counted of loyalty.
    let beside_u = case.back_orders.map_or(0.0, |(count, cost)| count * cost);
    let beside = per_leaver - plain.lost().profit();
    let moved = |what, (from, to): (f64, f64), cost: &dyn Fn(f64) -> f64| Moved {
        what,
        from,
        to,
        cost_from: cost(from) + beside_u,
        cost_to: cost(to) + beside_u,
    };
    let mut all = Vec::new();
    let by_u = |u: f64| u * per_leaver;
    let us = leaving.sources.iter().map(|one| one.u);
    let ends = us.fold((f64::INFINITY, 0.0_f64), |(low, high), u| (low.min(u), high.max(u)));
    if ends.0 < ends.1 {
        all.push(moved(What::Sources, ends, &by_u));
    }
    // One source decides where only one has weight.
    let mut weighed = leaving.sources.iter().filter(|one| one.weight > 0.0);
    if let (Some(one), None) = (weighed.next(), weighed.next())
        && let Some(ends) = one.low.zip(one.high)
    {
        all.push(moved(What::Count, ends, &by_u));
    }
    if let Some(those) = case.customers.zip(case.meeting).map(|(customers, meeting)| customers * meeting.share) {
        let shares = PRESETS.map(|(_, share)| share);
        let ends = shares.into_iter().fold((1.0_f64, 0.0_f64), |(low, high), share| (low.min(share), high.max(share)));
        all.push(moved(What::LeaveShare, ends, &|share| share * those * per_leaver));
    }
    let interval = |share: super::case::Share| {
        let (hits, of) = share.sample?;
        let found = wilson(hits, of, 0.95)?;
        found.low.zip(found.high)
    };
    if let Some(ends) = interval(case.profit.still_buys_prescription) {
        let cost = |share| u * (Basket { keeps_prescription: share, ..plain }.lost().profit() + beside);
        all.push(moved(What::KeepsPrescription, ends, &cost));
    }
    if let Some(ends) = interval(case.profit.still_buys_otc) {
        let cost = |share| u * (Basket { keeps_other: share, ..plain }.lost().profit() + beside);
        all.push(moved(What::KeepsOther, ends, &cost));
    }
    let lost = plain.lost();
    all.push(moved(What::Correction, (lost.profit(), lost.before), &|m| u * (m + beside)));
    if let Some(future) = loyalty(case)?.and_then(|found| found.per_leaver) {
        let without = if case.loyalty.is_some_and(|one| one.counted) { per_leaver - future } else { per_leaver };
        all.push(moved(What::Loyalty, (0.0, future), &|future| u * (without + future)));
    }
    let prescribed = |mix: &super::case::Mix| mix[1] + mix[2];
    if let Some((_, own)) = case.mix.get("case") {
        for (_, (title, mix)) in case.mix.iter().filter(|(id, _)| *id != "case") {
            let ends = (prescribed(own), prescribed(mix));
            all.push(moved(What::Mix { title: title.clone() }, ends, &|share| by_u(u * share / prescribed(own))));
        }
    }
    let span = |one: &Moved| (one.cost_to - one.cost_from).abs();
    all.order_by(|one, other| span(other).total_cmp(&span(one)));
    Ok(all)
}

/// A difference with its signs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DifferenceFindings {
    /// Id.
    pub id: Id,
    /// Name.
    pub title: Title,
    /// On m.
    pub m: Sign,
    /// On u.
    pub u: Sign,
    /// On the shortage cost: that of a product.
    pub shortage: Sign,
    /// On holding cost.
    pub holding: Sign,
}

/// The sign of m × u: that of both, or of the one that moves; unknown where they pull apart.
pub(super) fn product(m: Sign, u: Sign) -> Sign {
    match (m, u) {
        (Sign::None, other) | (other, Sign::None) => other,
        (one, other) if one == other => one,
        _ => Sign::Unknown,
    }
}

pub(super) fn differences(case: &Case) -> Vec<DifferenceFindings> {
    let one = |(id, one): (&Id, &super::case::Difference)| DifferenceFindings {
        id: id.clone(),
        title: one.title.clone(),
        m: one.m,
        u: one.u,
        shortage: product(one.m, one.u),
        holding: one.holding,
    };
    case.differences.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_a_product() {
        assert_eq!(product(Sign::Up, Sign::Up), Sign::Up);
        assert_eq!(product(Sign::None, Sign::Down), Sign::Down);
        assert_eq!(product(Sign::Up, Sign::Down), Sign::Unknown);
        assert_eq!(product(Sign::None, Sign::None), Sign::None);
        assert_eq!(product(Sign::Unknown, Sign::Up), Sign::Unknown);
    }
}
