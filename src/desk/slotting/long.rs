//! Rounds of many stops: the same two moves as for short ones, but every move that helps is made as the round is gone through, in place, so
//! that hundreds of stops take moments.

use super::route::{LONGEST_MOVED, Ways};

/// Makes every move that helps until none does.
pub(super) fn improve(round: &mut [usize], ways: &Ways) {
    loop {
        let reversed = reverse_all(round, ways);
        let moved = move_all(round, ways);
        if !(reversed || moved) {
            return;
        }
    }
}

/// 2-opt: reverses each stretch whose reversal makes the round shorter.
fn reverse_all(round: &mut [usize], ways: &Ways) -> bool {
    let (count, mut changed) = (round.len(), false);
    for first in 1..count {
        for last in first + 1..count {
            let (before, after) = (round[first - 1], round[(last + 1) % count]);
            let now = ways[before][round[first]] + ways[round[last]][after];
            if ways[before][round[last]] + ways[round[first]][after] < now {
                round[first..=last].reverse();
                changed = true;
            }
        }
    }
    changed
}

/// Or-opt: moves each stretch of up to three stops to the first way where it makes the round shorter, as it is or reversed.
fn move_all(round: &mut [usize], ways: &Ways) -> bool {
    let (count, mut changed) = (round.len(), false);
    for size in 1..=LONGEST_MOVED.min(count.saturating_sub(2)) {
        for first in 1..=count - size {
            if let Some((way, is_reversed)) = better_way(round, first, size, ways) {
                shift(round, first, size, way, is_reversed);
                changed = true;
            }
        }
    }
    changed
}

/// The way, by the place where it begins, into which the stretch is better put, and whether reversed.
fn better_way(round: &[usize], first: usize, size: usize, ways: &Ways) -> Option<(usize, bool)> {
    let count = round.len();
    let (head, tail) = (round[first], round[first + size - 1]);
    let (left, right) = (round[first - 1], round[(first + size) % count]);
    let saved = ways[left][head] + ways[tail][right] - ways[left][right];
    // The ways that the stretch does not touch.
    let others = (0..first - 1).chain(first + size..count);
    for way in others {
        let (from, to) = (round[way], round[(way + 1) % count]);
        let between = ways[from][to];
        if ways[from][head] + ways[tail][to] - between < saved {
            return Some((way, false));
        }
        if ways[from][tail] + ways[head][to] - between < saved {
            return Some((way, true));
        }
    }
    None
}

/// Puts a stretch into a way.
fn shift(round: &mut [usize], first: usize, size: usize, way: usize, is_reversed: bool) {
    let stands = if way < first {
        round[way + 1..first + size].rotate_right(size);
        way + 1..way + 1 + size
    } else {
        round[first..=way].rotate_left(size);
        way + 1 - size..way + 1
    };
    if is_reversed {
        round[stands].reverse();
    }
}
