//! Articles that are taken for each other: they must not stand side by side.

use super::Item;
use super::place::Layout;
use serde::Serialize;
use std::collections::BTreeMap;

/// Two look-alikes that stand side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Neighbours {
    /// Article number of the one.
    pub one: String,
    /// Where it stands.
    pub one_at: String,
    /// Article number of the other.
    pub other: String,
    /// Where it stands.
    pub other_at: String,
}

/// The articles of each group of two or more.
pub fn groups(items: &[Item]) -> BTreeMap<&str, Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if let Some(group) = &item.look_alike {
            groups.entry(group).or_default().push(at);
        }
    }
    groups.retain(|_, members| members.len() > 1);
    groups
}

/// All pairs of look-alikes that stand side by side, in the order of the list.
pub fn side_by_side(layout: &Layout, items: &[Item], places: &[usize]) -> Vec<Neighbours> {
    let mut found = Vec::new();
    for members in groups(items).values() {
        for (rank, &one) in members.iter().enumerate() {
            let near = members[rank + 1..].iter().filter(|&&other| layout.is_near(places[one], places[other]));
            found.extend(near.map(|&other| (one, other)));
        }
    }
    found.sort_unstable();
    let told = |(one, other): (usize, usize)| Neighbours {
        one: items[one].article.clone(),
        one_at: layout.places[places[one]].id.clone(),
        other: items[other].article.clone(),
        other_at: layout.places[places[other]].id.clone(),
    };
    found.into_iter().map(told).collect()
}

/// Whether places can be chosen, one for each list of candidates, none near another; `None` where the search was too long to tell.
pub fn can_stand_apart(layout: &Layout, candidates: &[Vec<usize>], most_steps: u64) -> Option<bool> {
    let mut steps = most_steps;
    search(layout, candidates, &mut Vec::new(), &mut steps)
}

fn search(layout: &Layout, candidates: &[Vec<usize>], chosen: &mut Vec<usize>, steps: &mut u64) -> Option<bool> {
    let Some((first, rest)) = candidates.split_first() else { return Some(true) };
    for &place in first {
        *steps = steps.checked_sub(1)?;
        if chosen.iter().any(|&other| layout.is_near(place, other)) {
            continue;
        }
        chosen.push(place);
        let found = search(layout, rest, chosen, steps);
        chosen.pop();
        if found != Some(false) {
            return found;
        }
    }
    Some(false)
}
