//! What happens to need that an article's own stock does not cover: substitutes within a need group, reactions.
//!
//! Side tables: each is empty where the scenario has nothing of its kind, so a plan without them pays nothing.

use crate::random::key::StreamName;
use crate::units::{MilliOre, Quanta};
use serde::{Deserialize, Serialize};

/// All of a need, in the parts that shares and factors are counted in.
pub const WHOLE: i64 = 1_000_000;

/// How many kinds of reaction there are.
pub const KINDS: usize = 7;

/// Substitutes and reactions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ShortagePlan {
    /// Millionths of the common unit of its need group in a unit of each article, parallel to [`super::Plan::articles`];
    /// empty where every factor is one.
    pub need_factors: Vec<i64>,
    /// Demand entries of one site that can stand in for each other, ascending; each entry is in one group at most.
    pub groups: Vec<Vec<u32>>,
    /// Reaction rules.
    pub reactions: Vec<Reaction>,
    /// The reaction of each demand entry, parallel to [`super::Plan::demands`]; empty where there are none.
    pub of_demand: Vec<Option<DemandReaction>>,
}

impl ShortagePlan {
    /// Whether anything but waiting or being lost can happen to need that is not covered.
    pub fn acts(&self) -> bool {
        !self.groups.is_empty() || !self.reactions.is_empty()
    }

    /// Whether an emergency order of a demand entry is under way for some days.
    pub fn emergency_travels(&self, demand: u32) -> bool {
        let reaction = self.of_demand.get(demand as usize).copied().flatten();
        reaction.is_some_and(|on| self.reactions[on.reaction as usize].emergency_days > 0)
    }

    /// Millionths of the common unit in a unit of an article.
    pub fn factor(&self, article: u32) -> i64 {
        self.need_factors.get(article as usize).copied().unwrap_or(WHOLE)
    }
}

/// Units of one article taken in place of units of another: what they cover, and what is taken.
///
/// `need` quanta are wanted and `stock` quanta of the other article are there; factors are in common units. What is taken is
/// rounded up to whole quanta, what it covers down; never more than the need, never more than the stock.
pub fn exchange(need: Quanta, stock: Quanta, own: i64, other: i64) -> (Quanta, Quanta) {
    let quanta = |number: i128| Quanta::try_from(number).expect("no larger than the need or the stock");
    let up = |covered: Quanta| {
        let (units, of) = (i128::from(covered) * i128::from(own), i128::from(other));
        (units + of - 1) / of
    };
    if up(need) <= i128::from(stock) {
        return (need, quanta(up(need)));
    }
    let covered = quanta(i128::from(stock) * i128::from(other) / i128::from(own));
    (covered, quanta(up(covered)))
}

/// What becomes of a unit that is not there. The order is that in which the shares are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ReactionKind {
    /// It waits and is served first when goods arrive.
    Wait,
    /// Another article of the need group takes its place.
    Substitute,
    /// A neighbour site gives it from its stock.
    Neighbour,
    /// It is bought outside the usual way.
    Emergency,
    /// The need comes back some days later, and waits from then on.
    ComeBack,
    /// It is found elsewhere: lost to this supply.
    Elsewhere,
    /// The care is cancelled: lost.
    Cancel,
}

impl ReactionKind {
    /// All kinds, in their order.
    pub const ALL: [ReactionKind; KINDS] = [
        ReactionKind::Wait,
        ReactionKind::Substitute,
        ReactionKind::Neighbour,
        ReactionKind::Emergency,
        ReactionKind::ComeBack,
        ReactionKind::Elsewhere,
        ReactionKind::Cancel,
    ];

    /// Its key in scenarios and data files.
    pub fn id(self) -> &'static str {
        match self {
            ReactionKind::Wait => "wait",
            ReactionKind::Substitute => "substitute",
            ReactionKind::Neighbour => "neighbour",
            ReactionKind::Emergency => "emergency",
            ReactionKind::ComeBack => "come-back",
            ReactionKind::Elsewhere => "elsewhere",
            ReactionKind::Cancel => "cancel",
        }
    }

    /// Its place in the order.
    pub fn place(self) -> usize {
        self as usize
    }
}

/// A reaction rule: what becomes of need that stock does not cover.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reaction {
    /// Id of the rule.
    pub id: String,
    /// Share of each kind, in millionths; they sum to [`WHOLE`].
    pub shares: [i64; KINDS],
    /// Days until what is bought in an emergency arrives; 0 = it serves the need at once.
    pub emergency_days: u32,
    /// Days until need comes back, at least 1 where any does.
    pub come_back_days: u32,
    /// Price of a unit of each kind; absent = not included.
    pub costs: [Option<MilliOre>; KINDS],
}

/// The reaction of one demand entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandReaction {
    /// Index into [`ShortagePlan::reactions`].
    pub reaction: u32,
    /// Draws how units are split; the occurrence is the day's number.
    pub stream: StreamName,
}

impl Reaction {
    /// Splits a number of units by the shares, given a point between 0 and [`WHOLE`] (exclusive). The parts sum to the number,
    /// and over uniform points the mean of each is its share.
    pub fn split(&self, quantity: Quanta, point: i64) -> [Quanta; KINDS] {
        let (mut so_far, mut given) = (0, 0);
        self.shares.map(|share| {
            so_far += i128::from(share);
            let until = (i128::from(quantity) * so_far + i128::from(point)) / i128::from(WHOLE);
            let until = Quanta::try_from(until).expect("a part is no larger than the whole");
            let part = until - given;
            given = until;
            part
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_rounded_up_and_what_it_covers_down() {
        // Half a litre in a unit, replaced by litres: 5 need 2.5 litres, so 3 are opened.
        assert_eq!(exchange(5, 10, 500_000, WHOLE), (5, 3));
        // 2 litres cover 4 of the 5.
        assert_eq!(exchange(5, 2, 500_000, WHOLE), (4, 2));
        // The other way round: each litre needs two halves; 5 halves cover 2 litres and one half is left.
        assert_eq!(exchange(3, 5, WHOLE, 500_000), (2, 4));
        assert_eq!(exchange(3, 0, WHOLE, WHOLE), (0, 0));
        assert_eq!(exchange(3, 1, WHOLE, 300_000), (0, 0));
    }

    #[test]
    fn a_split_sums_to_the_whole_and_keeps_its_shares_in_the_mean() {
        let shares = [400_000, 100_000, 0, 0, 320_000, 180_000, 0];
        let reaction =
            Reaction { id: String::new(), shares, emergency_days: 0, come_back_days: 2, costs: [None; KINDS] };
        // 7 units: 2.8, 3.5, 3.5, 3.5, 5.74, 7, 7 running; at the point 0.5 they are 3, 4, 4, 4, 6, 7, 7.
        assert_eq!(reaction.split(7, 500_000), [3, 1, 0, 0, 2, 1, 0]);
        assert_eq!(reaction.split(7, 0), [2, 1, 0, 0, 2, 2, 0]);
        let mut sums = [0; KINDS];
        for point in (0..WHOLE).step_by(10_000) {
            let parts = reaction.split(7, point);
            assert_eq!(parts.iter().sum::<Quanta>(), 7);
            sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
        }
        assert_eq!(sums, [280, 70, 0, 0, 224, 126, 0]);
    }
}
