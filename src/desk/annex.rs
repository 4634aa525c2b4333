//! The annex of a tender or a building brief: what a stock takes of pallets, places and floor, what goes in and out in a day, now and
//! with each reserve of critical articles, and whether an area that is offered holds it (V37).

use super::stock_rows::StockRow;
use crate::inventory::room::{PALLET, area_of, millionths};
use crate::sheet::{Fault, Listing, Problem};
use crate::time::DAYS_PER_YEAR;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Thousandths of a unit are the quanta in which stock is laid on pallets.
const QUANTA: f64 = 1000.0;
/// The longest reserve that is reckoned, days. With the bounds of a row below, millionths of pallets stay within an `i64`.
pub const LONGEST: u32 = 3650;
/// More units than a store has of an article, or uses in a year.
const MOST_UNITS: f64 = 1e9;
/// Fewest units on a pallet.
const LEAST_ON_PALLET: f64 = 0.01;

/// How goods are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keeping {
    /// At room temperature.
    Room,
    /// Cold, 2–8 °C.
    Cold,
    /// Frozen.
    Frozen,
}

impl Keeping {
    /// All ways.
    pub const ALL: [Keeping; 3] = [Keeping::Room, Keeping::Cold, Keeping::Frozen];

    /// The way of a word.
    pub fn read(text: &str) -> Option<Keeping> {
        match text.trim().to_lowercase().as_str() {
            "room" | "rum" | "rumstemperatur" | "r" => Some(Keeping::Room),
            "cold" | "kyl" | "kylvara" | "k" => Some(Keeping::Cold),
            "frozen" | "frys" | "fryst" | "f" => Some(Keeping::Frozen),
            _ => None,
        }
    }

    /// Its name in files and arguments.
    pub fn key(self) -> &'static str {
        match self {
            Keeping::Room => "room",
            Keeping::Cold => "cold",
            Keeping::Frozen => "frozen",
        }
    }
}

/// What an area is offered for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Goods {
    /// All of it.
    All,
    /// One way of keeping.
    Kept(Keeping),
    /// One flow.
    Flow(String),
}

impl Goods {
    fn has(&self, keeping: Keeping, flow: &str) -> bool {
        match self {
            Goods::All => true,
            Goods::Kept(kept) => *kept == keeping,
            Goods::Flow(name) => name == flow,
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// Floor of a pallet place with all that belongs to it, m².
    pub m2_per_pallet: f64,
    /// Goods on a pallet of an article that has only a volume, m³.
    pub m3_per_pallet: f64,
    /// Busiest day over the mean calendar day.
    pub peak_factor: f64,
    /// Reserves, days of critical use.
    pub reserves: Vec<f64>,
    /// Areas that are offered, m², and for what.
    pub offered: Vec<(Goods, f64)>,
    /// Whether the list says what is critical; else reserves are of all articles.
    pub knows_critical: bool,
    /// Day that counts as today.
    #[serde(skip)]
    pub today: Date,
    /// The site that it is for; `None` for all of the list.
    pub site: Option<String>,
}

/// What stands in one part of the house.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Room {
    /// Pallets of goods, if articles could share them.
    pub pallets: f64,
    /// Pallet places, each for one article.
    pub places: u64,
    /// Floor of the places, m².
    pub area_m2: f64,
}

/// A way of keeping and a flow.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// How it is kept.
    pub keeping: Keeping,
    /// The flow; empty if the list does not say.
    pub flow: String,
    /// Articles at sites.
    pub rows: usize,
    /// Lines picked on the mean calendar day.
    pub lines_per_day: f64,
    /// Volume that comes in and goes out on the mean calendar day, m³ each.
    pub m3_per_day: f64,
    /// Pallets that come in and go out on the mean calendar day, each.
    pub pallets_per_day: f64,
    /// Room now, and with each reserve.
    pub rooms: Vec<Room>,
}

/// Room needed against room offered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// For what.
    pub goods: Goods,
    /// Area offered, m².
    pub offered_m2: f64,
    /// Area needed now and with each reserve, m².
    pub needed_m2: Vec<f64>,
    /// Longest reserve in whole days that fits; `None` if not even what stands there now does, or it cannot be judged. At most ten
    /// years.
    pub most_days: Option<u32>,
    /// Rows of these goods.
    pub rows: usize,
    /// Of them, those that say neither units per pallet nor volume: not in the area.
    pub without_size: usize,
    /// Column that the judgement lacks; `None` if it can be made.
    pub lacks: Option<Lack>,
}

/// What a judgement lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// No row of the goods says units per pallet or volume.
    Size,
    /// No row says that it is kept so, and some do not say how they are kept.
    Temperature,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// Reserves in days; the first is 0, now.
    pub levels: Vec<f64>,
    /// By way of keeping and flow.
    pub parts: Vec<Part>,
    /// Against what is offered.
    pub fits: Vec<Fit>,
    /// Articles that say neither units per pallet nor volume: left out of pallets, volume and floor.
    pub without_size: Vec<String>,
    /// Rows that do not say how they are kept: taken as room temperature.
    pub without_keeping: usize,
    /// Rows that do not say their lines: taken as none.
    pub without_lines: usize,
    /// Rows whose pallets follow from their volume.
    pub by_volume: usize,
    /// Rows with stock whose last day has passed; it takes room until it is cleared out.
    pub expired_rows: usize,
    /// Rows whose use is counted at the site that refills them.
    pub internal_rows: usize,
}

impl Found {
    /// Room of some goods at a level.
    pub fn room(&self, goods: &Goods, level: usize) -> Room {
        let parts = self.parts.iter().filter(|part| goods.has(part.keeping, &part.flow));
        parts.filter_map(|part| part.rooms.get(level)).fold(Room::default(), |sum, room| Room {
            pallets: sum.pallets + room.pallets,
            places: sum.places + room.places,
            area_m2: sum.area_m2 + room.area_m2,
        })
    }
}

/// A row as it is laid on pallets.
struct Laid<'r> {
    row: &'r StockRow,
    keeping: Keeping,
    /// Thousandths of a unit on a pallet.
    per_pallet: Option<i128>,
    /// Thousandths of a unit of reserve for each day.
    reserve_per_day: f64,
}

impl Laid<'_> {
    /// Millionths of a pallet with a reserve of so many days on top of what is there.
    fn millionths(&self, days: f64) -> i64 {
        let stock = libm::ceil(self.row.mean() * QUANTA + self.reserve_per_day * days);
        self.per_pallet.map_or(0, |per_pallet| millionths(stock as i64, per_pallet))
    }
}

/// What of a list cannot be laid on pallets: unknown words on temperature, and figures beyond any store.
pub fn problems(listing: &Listing, m3_per_pallet: f64) -> Vec<Problem> {
    let other = |sv: &str, en: &str| Fault::Other { sv: sv.to_owned(), en: en.to_owned() };
    let mut found = Vec::new();
    for row in listing.rows() {
        if row.text("temperature").is_some_and(|text| Keeping::read(text).is_none()) {
            let fault = other("varken rum, kyl eller frys", "neither room, cold nor frozen");
            found.push(listing.problem(row, "temperature", fault));
        }
        for (key, times) in [("on-hand", 1.0), ("mean-stock", 1.0), ("yearly-use", 1.0), ("daily-use", DAYS_PER_YEAR)] {
            if row.number(key).is_some_and(|units| units.abs() * times > MOST_UNITS) {
                found.push(listing.problem(row, key, other("mer än en miljard enheter", "more than a billion units")));
            }
        }
        let units = row.number("volume").filter(|litres| *litres > 0.0).map(|litres| m3_per_pallet * 1000.0 / litres);
        for (key, units) in [("pallet", row.number("pallet")), ("volume", units)] {
            if units.is_some_and(|units| units < LEAST_ON_PALLET) {
                let fault = other("en enhet tar mer än hundra pallar", "a unit takes more than a hundred pallets");
                found.push(listing.problem(row, key, fault));
            }
        }
    }
    found
}

/// Reckons.
pub fn annex(rows: &[StockRow], question: &Question) -> Found {
    let kept = |row: &&StockRow| question.site.as_deref().is_none_or(|site| row.site == site);
    let laid: Vec<Laid<'_>> = rows.iter().filter(kept).map(|row| lay(row, question)).collect();
    let levels: Vec<f64> = [0.0].into_iter().chain(question.reserves.iter().copied()).collect();
    let mut parts: BTreeMap<(Keeping, &str), Vec<&Laid<'_>>> = BTreeMap::new();
    for one in &laid {
        parts.entry((one.keeping, &one.row.flow)).or_default().push(one);
    }
    let parts =
        parts.into_iter().map(|((keeping, flow), laid)| part(keeping, flow, &laid, &levels, question)).collect();
    let sized = |one: &&Laid<'_>| one.per_pallet.is_none();
    let mut found = Found {
        parts,
        fits: Vec::new(),
        without_size: laid.iter().filter(sized).map(|one| one.row.article.clone()).collect(),
        without_keeping: laid.iter().filter(|one| one.row.temperature.is_empty()).count(),
        without_lines: laid.iter().filter(|one| one.row.lines.is_none()).count(),
        by_volume: laid.iter().filter(|one| one.row.pallet.is_none() && one.per_pallet.is_some()).count(),
        expired_rows: laid.iter().filter(|one| one.row.is_expired(question.today)).count(),
        internal_rows: laid.iter().filter(|one| passes_through(one.row, question)).count(),
        levels,
    };
    found.fits = fits(&found, &laid, question);
    found
}

/// Whether the use of a row is not counted: its goods pass through another site of the same annex.
fn passes_through(row: &StockRow, question: &Question) -> bool {
    row.is_internal && question.site.is_none()
}

fn lay<'r>(row: &'r StockRow, question: &Question) -> Laid<'r> {
    let by_volume = row.volume.filter(|litres| *litres > 0.0).map(|litres| question.m3_per_pallet * 1000.0 / litres);
    let units = row.pallet.or(by_volume);
    let counts = (row.critical || !question.knows_critical) && !passes_through(row, question);
    Laid {
        row,
        keeping: Keeping::read(&row.temperature).unwrap_or(Keeping::Room),
        per_pallet: units.map(|units| (libm::round(units * QUANTA) as i128).max(1)),
        reserve_per_day: if counts { row.daily_use() * QUANTA } else { 0.0 },
    }
}

fn part(keeping: Keeping, flow: &str, laid: &[&Laid<'_>], levels: &[f64], question: &Question) -> Part {
    let used = || laid.iter().filter(|one| !passes_through(one.row, question));
    let cubic = |one: &&&Laid<'_>| {
        let litres = one.row.volume.map(|litres| litres / 1000.0);
        let share = one.row.pallet.map(|units| question.m3_per_pallet / units);
        one.row.daily_use() * litres.or(share).unwrap_or(0.0)
    };
    let pallets = |one: &&&Laid<'_>| one.per_pallet.map_or(0.0, |units| one.row.daily_use() * QUANTA / units as f64);
    Part {
        keeping,
        flow: flow.to_owned(),
        rows: laid.len(),
        lines_per_day: laid.iter().filter_map(|one| one.row.lines).sum::<f64>() / DAYS_PER_YEAR,
        m3_per_day: used().map(|one| cubic(&one)).sum(),
        pallets_per_day: used().map(|one| pallets(&one)).sum(),
        rooms: levels.iter().map(|days| room(laid.iter().copied(), *days, question.m2_per_pallet)).collect(),
    }
}

fn room<'l, 'r: 'l>(laid: impl Iterator<Item = &'l Laid<'r>>, days: f64, m2_per_pallet: f64) -> Room {
    let (mut pallets, mut places) = (0.0, 0);
    for one in laid {
        let millionths = one.millionths(days);
        pallets += millionths as f64 / PALLET as f64;
        // Not negative: stock and use are not.
        places += (millionths + PALLET - 1).max(0) as u64 / PALLET as u64;
    }
    Room { pallets, places, area_m2: area_of(places as f64, m2_per_pallet) }
}

fn fits(found: &Found, laid: &[Laid<'_>], question: &Question) -> Vec<Fit> {
    let fit = |(goods, offered_m2): &(Goods, f64)| {
        let needed = |days: u32| {
            let meant = laid.iter().filter(|one| goods.has(one.keeping, &one.row.flow));
            room(meant, f64::from(days), question.m2_per_pallet).area_m2
        };
        let meant = || laid.iter().filter(|one| goods.has(one.keeping, &one.row.flow));
        let (rows, without_size) = (meant().count(), meant().filter(|one| one.per_pallet.is_none()).count());
        let lacks = match goods {
            Goods::Kept(_) if rows == 0 && found.without_keeping > 0 => Some(Lack::Temperature),
            _ if rows > 0 && rows == without_size => Some(Lack::Size),
            _ => None,
        };
        Fit {
            goods: goods.clone(),
            offered_m2: *offered_m2,
            needed_m2: (0..found.levels.len()).map(|level| found.room(goods, level).area_m2).collect(),
            most_days: longest(|days| needed(days) <= *offered_m2).filter(|_| lacks.is_none()),
            rows,
            without_size,
            lacks,
        }
    };
    question.offered.iter().map(fit).collect()
}

/// The most days that fit, where more days never take less; `None` if 0 does not.
fn longest(fits: impl Fn(u32) -> bool) -> Option<u32> {
    if !fits(0) {
        return None;
    }
    let (mut low, mut high) = (0, LONGEST + 1);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if fits(middle) { low = middle } else { high = middle }
    }
    Some(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_stretch_is_found() {
        assert_eq!([longest(|_| false), longest(|days| days <= 41), longest(|_| true)], [None, Some(41), Some(3650)]);
    }
}
