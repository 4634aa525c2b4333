//! Sorting, and maps and sets in order, with little code.
//!
//! The standard sort is generated anew for each type and each comparison, some 8 kB every time, and `collect` into a `BTreeMap` or a
//! `BTreeSet` is one more of them. Here all share one: what is sorted are places in the list, by a comparison that is called through a
//! pointer. What sorts 100,000 rows, or sorts on every day of a replication, keeps the standard sort; where it matters is in
//! `docs/explanation/performance.md`.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A short list that is put in order where it is. Equal elements keep their order.
pub trait InOrder<T> {
    /// As `sort_by` of the standard library.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// As `sort_by_key` of the standard library.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(self.len(), &mut |one, other| compare(&self[one], &self[other]));
        arrange(self, places);
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }
}

/// What becomes a map or a set. One is put in after the other, so that nothing need be sorted.
pub trait Gather: IntoIterator + Sized {
    /// As `collect` into a map: of equal keys the last value stays.
    fn into_map<K: Ord, V>(self) -> BTreeMap<K, V>
    where
        Self: IntoIterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new();
        for (key, value) in self {
            map.insert(key, value);
        }
        map
    }

    /// As `collect` into a set.
    fn into_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        for one in self {
            set.insert(one);
        }
        set
    }
}

impl<I: IntoIterator> Gather for I {}

/// The places of a list in their new order. It is not generic: this is the one sort.
fn places(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|&one, &other| compare(one, other));
    places
}

/// Brings to each place what `from` names for it. Each round of places is gone through once; a place that is done names itself.
fn arrange<T>(list: &mut [T], mut from: Vec<usize>) {
    for start in 0..from.len() {
        let mut place = start;
        loop {
            let next = std::mem::replace(&mut from[place], place);
            if next == start {
                break;
            }
            list.swap(place, next);
            place = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys that repeat, each with the place it had, from a plain generator of numbers.
    fn list(length: usize, keys: u64) -> Vec<(u64, usize)> {
        let mut state = 1 + length as u64 * 7 + keys;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % keys
        };
        (0..length).map(|place| (next(), place)).collect()
    }

    fn lists() -> impl Iterator<Item = Vec<(u64, usize)>> {
        let lengths = (0..40).chain([100, 1_000, 5_000]);
        lengths.flat_map(|length| [1, 2, 5, 1_000_000].map(|keys| list(length, keys)))
    }

    #[test]
    fn lists_are_in_the_order_of_the_standard_sort() {
        for list in lists() {
            let (mut own, mut standard) = (list.clone(), list.clone());
            own.order_by_key(|&(key, _)| key);
            standard.sort_by_key(|&(key, _)| key);
            assert_eq!(own, standard);
            own.order_by(|one, other| other.0.cmp(&one.0));
            standard.sort_by_key(|one| std::cmp::Reverse(one.0));
            assert_eq!(own, standard, "backwards");
        }
    }

    #[test]
    fn what_is_moved_is_not_lost() {
        for list in lists() {
            let mut own: Vec<String> = list.iter().map(|(key, place)| format!("{key} {place}")).collect();
            let mut standard = own.clone();
            own.order_by(String::cmp);
            standard.sort();
            assert_eq!(own, standard);
        }
    }

    #[test]
    fn maps_and_sets_are_those_of_collect() {
        for list in lists() {
            assert_eq!(list.iter().copied().into_map(), list.iter().copied().collect::<BTreeMap<_, _>>());
            let keys = || list.iter().map(|(key, _)| *key);
            assert_eq!(keys().into_set(), keys().collect::<BTreeSet<_>>());
        }
    }
}
