//! Which article stands where: the most fetched nearest the door, as far as room, zones and look-alikes allow.

use super::Item;
use super::look_alike::{can_stand_apart, groups};
use super::place::{Kind, Layout};
use crate::inventory::abc::{Limits, rank};
use crate::order::{Gather, InOrder};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Choices that are tried before the search for a proof is given up.
const MOST_STEPS: u64 = 200_000;

/// A way of giving out places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// Each article has a place of its own.
    Dedicated,
    /// Articles share a place as far as their litres fit.
    Shared,
    /// Each family stands together in one zone.
    Zoned,
}

impl Method {
    /// All ways.
    pub const ALL: [Method; 3] = [Method::Dedicated, Method::Shared, Method::Zoned];

    /// Its name in files.
    pub fn id(self) -> &'static str {
        match self {
            Method::Dedicated => "dedicated",
            Method::Shared => "shared",
            Method::Zoned => "zoned",
        }
    }
}

/// Why places cannot be given out so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Unplaced {
    /// No place has room for an article, or none of those that it may stand in is left.
    NoRoom {
        /// Article number.
        article: String,
    },
    /// No place keeps an article apart from its look-alikes.
    LookAlike {
        /// Article number.
        article: String,
        /// The group.
        group: String,
        /// Whether it is proved that no choice of places keeps the group apart; else none was found.
        is_proved: bool,
    },
    /// No zone has as many places left as a family has articles.
    NoZone {
        /// The family.
        family: String,
        /// Its articles.
        articles: usize,
        /// Most places that a zone has left.
        most: usize,
    },
    /// The places are in no zones.
    NoZones,
    /// Litres of articles or places are not known, so nobody knows what fits together.
    NoLitres,
}

/// Class by order lines, A, B or C, for each article.
pub fn classes(items: &[Item]) -> Vec<&'static str> {
    let lines: Vec<f64> = items.iter().map(|item| item.lines).collect();
    let mut letters = vec!["C"; items.len()];
    if let Ok(ranking) = rank(&lines, None, Limits::default()) {
        ranking.places.iter().for_each(|ranked| letters[ranked.item] = ranked.class.letter());
    }
    letters
}

/// A place for each article, in their order. The most fetched choose first; where a look-alike finds no place, its group chooses before
/// all others, and all begin again.
///
/// # Errors
/// Why there is none.
pub fn place(layout: &Layout, items: &[Item], method: Method) -> Result<Vec<usize>, Unplaced> {
    let mut hands = Hands::new(layout, items, method)?;
    let mut first = BTreeSet::new();
    loop {
        match hands.give_out(&first) {
            Err(Unplaced::LookAlike { ref group, is_proved: false, .. }) if first.insert(group.clone()) => {
                hands.take_back()
            }
            given => return given,
        }
    }
}

/// By order lines, from the most; equals in the order of the list. Groups that come first do so in the same order.
fn most_fetched_first(items: &[Item], first: &BTreeSet<String>) -> Vec<usize> {
    let is_later = |item: usize| !items[item].look_alike.as_ref().is_some_and(|group| first.contains(group));
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.order_by(|&one, &other| {
        is_later(one).cmp(&is_later(other)).then(items[other].lines.total_cmp(&items[one].lines))
    });
    order
}

/// Places as they are given out.
struct Hands<'a> {
    layout: &'a Layout,
    items: &'a [Item],
    method: Method,
    /// Places from the best.
    best: Vec<usize>,
    /// Ranks in `best` of places that may still take an article.
    open: BTreeSet<usize>,
    /// Zone of each family, where families stand together.
    zones: BTreeMap<&'a str, &'a str>,
    /// Look-alikes of each group.
    groups: BTreeMap<&'a str, Vec<usize>>,
    /// Families with places of their own.
    reserved: BTreeSet<&'a str>,
    standing: Vec<Option<usize>>,
    /// Who stands in each place.
    inside: Vec<Vec<usize>>,
}

impl<'a> Hands<'a> {
    fn new(layout: &'a Layout, items: &'a [Item], method: Method) -> Result<Hands<'a>, Unplaced> {
        let of_zone = layout.places.iter().filter(|place| place.kind == Kind::Zone);
        let reserved: BTreeSet<&str> = of_zone.map(|place| place.zone.as_str()).into_set();
        let knows_litres = items.iter().any(|item| item.litres.is_some())
            && layout.places.iter().any(|place| place.litres.is_some() && place.kind != Kind::Dedicated);
        if method == Method::Shared && !knows_litres {
            return Err(Unplaced::NoLitres);
        }
        let zones = if method == Method::Zoned { zones(layout, items, &reserved)? } else { BTreeMap::new() };
        Ok(Hands {
            layout,
            items,
            method,
            best: layout.best_first(),
            open: (0..layout.places.len()).into_set(),
            zones,
            groups: groups(items),
            reserved,
            standing: vec![None; items.len()],
            inside: vec![Vec::new(); layout.places.len()],
        })
    }

    /// Gives every article a place; the groups named choose first.
    fn give_out(&mut self, first: &BTreeSet<String>) -> Result<Vec<usize>, Unplaced> {
        for item in most_fetched_first(self.items, first) {
            if !self.take(item) && !self.make_way(item) {
                return Err(self.why_not(item));
            }
        }
        Ok(self.standing.iter().copied().flatten().collect())
    }

    /// Empties all places.
    fn take_back(&mut self) {
        self.open = (0..self.layout.places.len()).into_set();
        self.standing.fill(None);
        self.inside.iter_mut().for_each(Vec::clear);
    }

    /// Whether an article may ever stand in a place that is empty: zone and room.
    fn may(&self, item: usize, place: usize) -> bool {
        let (item, place) = (&self.items[item], &self.layout.places[place]);
        let in_its_zone = match place.kind {
            Kind::Zone => place.zone == item.family,
            _ if self.reserved.contains(item.family.as_str()) => false,
            _ => self.zones.get(item.family.as_str()).is_none_or(|zone| *zone == place.zone),
        };
        in_its_zone && !matches!((item.litres, place.litres), (Some(needs), Some(has)) if needs > has)
    }

    /// Whether it fits beside those who stand there.
    fn fits(&self, item: usize, place: usize) -> bool {
        let inside = &self.inside[place];
        if inside.is_empty() {
            return true;
        }
        let is_shared = self.method == Method::Shared && self.layout.places[place].kind != Kind::Dedicated;
        let litres: Option<f64> = inside.iter().chain([&item]).map(|&one| self.items[one].litres).sum();
        is_shared && matches!((litres, self.layout.places[place].litres), (Some(needs), Some(has)) if needs <= has)
    }

    /// Whether no look-alike stands side by side with the place.
    fn is_apart(&self, item: usize, place: usize) -> bool {
        let mates = self.items[item].look_alike.as_deref().and_then(|group| self.groups.get(group));
        let mut places =
            mates.into_iter().flatten().filter(|&&mate| mate != item).filter_map(|&mate| self.standing[mate]);
        places.all(|at| !self.layout.is_near(at, place))
    }

    fn can_take(&self, item: usize, place: usize) -> bool {
        self.may(item, place) && self.fits(item, place) && self.is_apart(item, place)
    }

    fn put(&mut self, item: usize, place: usize) {
        self.standing[item] = Some(place);
        self.inside[place].push(item);
    }

    /// Gives the article the best place that can take it.
    fn take(&mut self, item: usize) -> bool {
        let found = self.open.iter().copied().find(|&rank| self.can_take(item, self.best[rank]));
        let Some(rank) = found else { return false };
        self.put(item, self.best[rank]);
        if self.method != Method::Shared || self.layout.places[self.best[rank]].kind == Kind::Dedicated {
            self.open.remove(&rank);
        }
        true
    }

    /// Gives the article the place of another one that can stand elsewhere, the best such place.
    fn make_way(&mut self, item: usize) -> bool {
        for rank in 0..self.best.len() {
            let place = self.best[rank];
            let &[other] = self.inside[place].as_slice() else { continue };
            if !self.may(item, place) {
                continue;
            }
            self.inside[place].clear();
            self.standing[other] = None;
            if self.is_apart(item, place) {
                self.put(item, place);
                if self.take(other) {
                    return true;
                }
                self.standing[item] = None;
                self.inside[place].clear();
            }
            self.put(other, place);
        }
        false
    }

    fn why_not(&self, item: usize) -> Unplaced {
        let article = self.items[item].article.clone();
        let is_free = |&place: &usize| self.may(item, place) && self.fits(item, place);
        let group = self.items[item].look_alike.clone();
        match group {
            Some(group) if (0..self.best.len()).any(|place| is_free(&place)) => {
                let is_proved = self.is_impossible(&group);
                Unplaced::LookAlike { article, group, is_proved }
            }
            _ => Unplaced::NoRoom { article },
        }
    }

    /// Whether the group could not stand apart even if all places were empty.
    fn is_impossible(&self, group: &str) -> bool {
        let members = self.groups.get(group).map(Vec::as_slice).unwrap_or_default();
        let of_member = |&member: &usize| self.best.iter().copied().filter(|&place| self.may(member, place)).collect();
        let candidates: Vec<Vec<usize>> = members.iter().map(of_member).collect();
        can_stand_apart(self.layout, &candidates, MOST_STEPS) == Some(false)
    }
}

/// A zone for each family without places of its own: the family with most lines for each article first, into the nearest zone that has
/// room for all of it.
fn zones<'a>(
    layout: &'a Layout,
    items: &'a [Item],
    reserved: &BTreeSet<&str>,
) -> Result<BTreeMap<&'a str, &'a str>, Unplaced> {
    let mut rooms: BTreeMap<&str, (usize, i64)> = BTreeMap::new();
    for (at, place) in
        layout.places.iter().enumerate().filter(|(_, place)| place.kind != Kind::Zone && !place.zone.is_empty())
    {
        let room = rooms.entry(&place.zone).or_default();
        *room = (room.0 + 1, room.1 + layout.from_door(at));
    }
    if rooms.is_empty() {
        return Err(Unplaced::NoZones);
    }
    let mut near: Vec<(&str, usize, f64)> =
        rooms.into_iter().map(|(zone, (places, sum))| (zone, places, sum as f64 / places as f64)).collect();
    near.order_by(|one, other| one.2.total_cmp(&other.2));
    let mut families: BTreeMap<&str, (usize, f64)> = BTreeMap::new();
    for item in items.iter().filter(|item| !reserved.contains(item.family.as_str())) {
        let family = families.entry(&item.family).or_default();
        *family = (family.0 + 1, family.1 + item.lines);
    }
    let mut families: Vec<(&str, usize, f64)> =
        families.into_iter().map(|(family, (articles, lines))| (family, articles, lines / articles as f64)).collect();
    families.order_by(|one, other| other.2.total_cmp(&one.2));
    let mut given = BTreeMap::new();
    for (family, articles, _) in families {
        let Some(zone) = near.iter_mut().find(|zone| zone.1 >= articles) else {
            let most = near.iter().map(|zone| zone.1).max().unwrap_or(0);
            return Err(Unplaced::NoZone { family: family.to_owned(), articles, most });
        };
        zone.1 -= articles;
        given.insert(family, zone.0);
    }
    Ok(given)
}
