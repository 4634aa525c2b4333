//! Which synthetic articles are critical, so that the shares of domain 4.9 hold.

use super::apportion::apportion;
use super::value::count_of;
use crate::order::InOrder;
use std::collections::BTreeMap;

/// Share of the articles that is critical (domain 4.9: 15 %, range 10–25).
pub const OF_ARTICLES: f64 = 0.15;
/// Share of the value that critical articles carry (domain 4.9: 30 %, range 20–40).
pub const OF_VALUE: f64 = 0.30;
/// Share of the critical articles that comes via the wholesaler (domain 4.9: 50 %, range 30–70).
pub const VIA_WHOLESALER: f64 = 0.50;
/// How near the share of value must come before the search stops.
const NEAR_ENOUGH: f64 = 0.002;
/// Most exchanges tried.
const MOST_SWAPS: usize = 50;

/// What the choice needs to know of an article.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Index of the family.
    pub family: usize,
    /// Whether it comes via the wholesaler.
    pub wholesaler: bool,
    /// The family's weight.
    pub weight: f64,
    /// Value a year, SEK.
    pub value: f64,
    /// Its place in the draw: lower comes first.
    pub draw: f64,
}

/// Chooses critical articles: a number per channel, shared over families by weight and drawn within each; then
/// exchanges within families, and across them where that is not enough, until the share of value is near.
pub fn choose(candidates: &[Candidate]) -> Vec<bool> {
    let total = count_of(candidates.len(), OF_ARTICLES);
    let via = count_of(total, VIA_WHOLESALER);
    let mut chosen = vec![false; candidates.len()];
    draw(candidates, true, via, &mut chosen);
    draw(candidates, false, total - via, &mut chosen);
    approach(candidates, &mut chosen, |one| Some(one.family), |one| Some(one.family));
    let channel = |one: &Candidate| Some(usize::from(one.wholesaler));
    approach(candidates, &mut chosen, channel, |one| (one.weight > 0.0).then(|| usize::from(one.wholesaler)));
    chosen
}

fn draw(candidates: &[Candidate], wholesaler: bool, total: usize, chosen: &mut [bool]) {
    let families = candidates.iter().map(|one| one.family + 1).max().unwrap_or(0);
    let mut weights = vec![0.0; families];
    for one in candidates.iter().filter(|one| one.wholesaler == wholesaler) {
        weights[one.family] += one.weight;
    }
    for (family, count) in apportion(total, &weights).into_iter().enumerate() {
        let mut members: Vec<usize> = (0..candidates.len()).filter(|&at| candidates[at].family == family).collect();
        members.order_by(|&a, &b| candidates[a].draw.total_cmp(&candidates[b].draw).then(a.cmp(&b)));
        for at in members.into_iter().take(count) {
            chosen[at] = true;
        }
    }
}

/// Exchanges a chosen for an unchosen article of the same group, the pair that comes nearest each time. `group` is the
/// group that a chosen article may be exchanged in, `enters` the one that an unchosen article may come from.
fn approach(
    candidates: &[Candidate],
    chosen: &mut [bool],
    group: impl Fn(&Candidate) -> Option<usize>,
    enters: impl Fn(&Candidate) -> Option<usize>,
) {
    let sum: f64 = candidates.iter().map(|one| one.value).sum();
    let mut free = Free::of(candidates, chosen, &enters);
    for _ in 0..MOST_SWAPS {
        let of_chosen: f64 =
            candidates.iter().zip(&*chosen).filter(|(_, chosen)| **chosen).map(|(one, _)| one.value).sum();
        let lacking = OF_VALUE * sum - of_chosen;
        if lacking.abs() <= NEAR_ENOUGH * sum {
            return;
        }
        let mut best = (lacking.abs(), None);
        for (out, one) in candidates.iter().enumerate().filter(|(at, _)| chosen[*at]) {
            let Some((left, into)) = group(one).and_then(|group| free.nearest(group, lacking, one.value)) else {
                continue;
            };
            if left < best.0 {
                best = (left, Some((out, into)));
            }
        }
        let Some((out, into)) = best.1 else { return };
        chosen[out] = false;
        chosen[into] = true;
        free.exchange(candidates, &enters, out, into);
    }
}

/// The unchosen articles of each group, by value and then by their place: the nearest to a value is found by halving.
struct Free(BTreeMap<usize, Vec<(f64, usize)>>);

impl Free {
    fn of(candidates: &[Candidate], chosen: &[bool], enters: impl Fn(&Candidate) -> Option<usize>) -> Free {
        let mut groups: BTreeMap<usize, Vec<(f64, usize)>> = BTreeMap::new();
        for (at, one) in candidates.iter().enumerate().filter(|(at, _)| !chosen[*at]) {
            if let Some(group) = enters(one) {
                groups.entry(group).or_default().push((one.value, at));
            }
        }
        groups.values_mut().for_each(|free| free.order_by(order));
        Free(groups)
    }

    /// What would be lacking after the exchange that comes nearest, and the article that enters: of equals, the first.
    fn nearest(&self, group: usize, lacking: f64, leaves: f64) -> Option<(f64, usize)> {
        let free = self.0.get(&group)?;
        let left = |at: usize| lacking - (free[at].0 - leaves);
        // Falls with the value, so the smallest distances stand around the place where it passes 0.
        let middle = free.partition_point(|(value, _)| lacking - (value - leaves) > 0.0);
        let below = middle.checked_sub(1).map(|at| left(at).abs());
        let above = (middle < free.len()).then(|| left(middle).abs());
        let least = below.into_iter().chain(above).min_by(f64::total_cmp)?;
        // Different values can come equally near.
        let down = (0..middle).rev().take_while(|&at| left(at).abs() == least);
        let up = (middle..free.len()).take_while(|&at| left(at).abs() == least);
        down.chain(up).map(|at| free[at].1).min().map(|into| (least, into))
    }

    fn exchange(
        &mut self,
        candidates: &[Candidate],
        enters: impl Fn(&Candidate) -> Option<usize>,
        out: usize,
        into: usize,
    ) {
        let entry = |at: usize| (candidates[at].value, at);
        if let Some(free) = enters(&candidates[into]).and_then(|group| self.0.get_mut(&group)) {
            free.retain(|(_, at)| *at != into);
        }
        if let Some(group) = enters(&candidates[out]) {
            let free = self.0.entry(group).or_default();
            let place = free.partition_point(|other| order(other, &entry(out)).is_lt());
            free.insert(place, entry(out));
        }
    }
}

fn order(one: &(f64, usize), other: &(f64, usize)) -> std::cmp::Ordering {
    one.0.total_cmp(&other.0).then(one.1.cmp(&other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_hold_and_the_value_comes_near() {
        let candidates: Vec<Candidate> = (0..200_u32)
            .map(|n| Candidate {
                family: n as usize / 10,
                wholesaler: n < 80,
                weight: if n / 10 == 3 { 0.0 } else { 0.4 },
                value: f64::from(n % 10 + 1),
                draw: f64::from(n * 7 % 10),
            })
            .collect();
        let chosen = choose(&candidates);
        let count = |from: usize, to: usize| chosen[from..to].iter().filter(|chosen| **chosen).count();
        assert_eq!((count(0, 80), count(80, 200), count(30, 40)), (15, 15, 0));
        let value: f64 = candidates.iter().zip(&chosen).filter(|(_, c)| **c).map(|(one, _)| one.value).sum();
        // 30 % of the value (330) is out of reach. The most there is: wholesaler 7 × 10 + 7 × 9 + 8, others 12 × 10 + 3 × 9.
        assert_eq!(value, 288.0);
    }
}
