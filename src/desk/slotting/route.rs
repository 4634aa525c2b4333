//! The round of one picking order: from the door to each stop once and back.
//!
//! Up to [`MOST_EXACT`] stops the shortest round by dynamic programming over subsets (Held & Karp 1962); beyond that a round by nearest
//! neighbour, improved by reversing and moving stretches until neither helps (2-opt, Or-opt), beside a length that no round is below.

use super::{bound, long};

/// Most stops for which the shortest round is found.
pub const MOST_EXACT: usize = 12;
/// Stops that are moved together, at most.
pub(super) const LONGEST_MOVED: usize = 3;

/// Most stops for which each move begins anew with the whole round.
const MOST_ANEW: usize = 40;

/// Ways between points, millimetres; point 0 is the door. Symmetric.
pub type Ways = Vec<Vec<i64>>;

/// The length of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// Millimetres walked.
    pub length: i64,
    /// No round is shorter than this, millimetres.
    pub at_least: i64,
    /// Whether no round is shorter than this one.
    pub is_shortest: bool,
}

/// The round through all points.
pub fn round(ways: &Ways) -> Round {
    if ways.len() <= MOST_EXACT + 1 {
        let length = shortest(ways);
        return Round { length, at_least: length, is_shortest: true };
    }
    let length = length(&improved(ways), ways);
    let at_least = bound::at_least(ways, length);
    Round { length, at_least, is_shortest: at_least == length }
}

/// The length of the shortest round. Time and memory double with every stop.
pub fn shortest(ways: &Ways) -> i64 {
    let stops = ways.len().saturating_sub(1);
    if stops == 0 {
        return 0;
    }
    // least[set · stops + last]: from the door through the set, ending at its stop `last`.
    let mut least = vec![i64::MAX; (1 << stops) * stops];
    for last in 0..stops {
        least[(1 << last) * stops + last] = ways[0][last + 1];
    }
    for set in 1..1usize << stops {
        for last in (0..stops).filter(|last| set & (1 << last) != 0) {
            let so_far = least[set * stops + last];
            for next in (0..stops).filter(|next| set & (1 << next) == 0) {
                let place = (set | (1 << next)) * stops + next;
                least[place] = least[place].min(so_far + ways[last + 1][next + 1]);
            }
        }
    }
    let all = ((1 << stops) - 1) * stops;
    (0..stops).map(|last| least[all + last] + ways[last + 1][0]).min().unwrap_or(0)
}

/// The length of a round.
pub fn length(round: &[usize], ways: &Ways) -> i64 {
    let back = round.iter().skip(1).chain(round.first());
    round.iter().zip(back).map(|(&from, &to)| ways[from][to]).sum()
}

/// A round that neither reversing a stretch nor moving a short one makes shorter; it begins at the door.
pub fn improved(ways: &Ways) -> Vec<usize> {
    let mut round = nearest_neighbour(ways);
    if ways.len() > MOST_ANEW + 1 {
        long::improve(&mut round, ways);
        return round;
    }
    while reverse_one(&mut round, ways) || move_one(&mut round, ways) {}
    round
}

fn nearest_neighbour(ways: &Ways) -> Vec<usize> {
    let mut left: Vec<usize> = (1..ways.len()).collect();
    let mut round = vec![0];
    while !left.is_empty() {
        let here = round[round.len() - 1];
        let nearest = (0..left.len()).min_by_key(|&place| (ways[here][left[place]], left[place])).unwrap_or(0);
        round.push(left.remove(nearest));
    }
    round
}

/// 2-opt: reverses the first stretch that makes the round shorter.
fn reverse_one(round: &mut [usize], ways: &Ways) -> bool {
    let count = round.len();
    for first in 1..count {
        for last in first + 1..count {
            let (before, after) = (round[first - 1], round[(last + 1) % count]);
            let now = ways[before][round[first]] + ways[round[last]][after];
            if ways[before][round[last]] + ways[round[first]][after] < now {
                round[first..=last].reverse();
                return true;
            }
        }
    }
    false
}

/// Or-opt: moves the first stretch of up to three stops that makes the round shorter, as it is or reversed.
fn move_one(round: &mut Vec<usize>, ways: &Ways) -> bool {
    let before = length(round, ways);
    for size in 1..=LONGEST_MOVED.min(round.len().saturating_sub(2)) {
        for first in 1..=round.len() - size {
            let saved = {
                let (left, right) = (round[first - 1], round[(first + size) % round.len()]);
                ways[left][round[first]] + ways[round[first + size - 1]][right] - ways[left][right]
            };
            let mut rest = round.clone();
            let stretch: Vec<usize> = rest.drain(first..first + size).collect();
            for place in 0..rest.len() {
                let (left, right) = (rest[place], rest[(place + 1) % rest.len()]);
                for is_reversed in [false, true] {
                    let (head, tail) = (stretch[0], stretch[size - 1]);
                    let (head, tail) = if is_reversed { (tail, head) } else { (head, tail) };
                    if ways[left][head] + ways[tail][right] - ways[left][right] < saved {
                        let ordered: Vec<usize> =
                            if is_reversed { stretch.iter().rev().copied().collect() } else { stretch.clone() };
                        rest.splice(place + 1..place + 1, ordered);
                        *round = rest;
                        debug_assert!(length(round, ways) < before);
                        return true;
                    }
                }
            }
        }
    }
    false
}
