//! Places with coordinates, and the ways between them.

use crate::order::InOrder;

/// Height that is reached without bending or stretching, millimetres; of places as far away the nearest to it comes first.
const REACH: i64 = 1_200;
const PER_METRE: f64 = 1_000.0;

/// A place in the store.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What it is called.
    pub id: String,
    /// Across the aisles, millimetres.
    pub x: i64,
    /// Along the aisles, millimetres.
    pub y: i64,
    /// Height, millimetres.
    pub z: i64,
    /// Zone; nothing where there is none.
    pub zone: String,
    /// What may stand there.
    pub kind: Kind,
    /// Room, litres, where it is known.
    pub litres: Option<f64>,
}

/// What may stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As the way of giving out places says.
    Free,
    /// One article, always.
    Dedicated,
    /// Several articles, where places are shared.
    Shared,
    /// Articles of the family that is called as the zone, and no others: a cold room, a safe.
    Zone,
}

/// The store.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The places.
    pub places: Vec<Place>,
    /// Where pickers start and end, x and y in millimetres.
    pub door: (i64, i64),
    /// The y of aisles across; x changes only there. None: it changes everywhere.
    pub cross_aisles: Vec<i64>,
    /// Look-alikes stand further apart than this, millimetres.
    pub apart: i64,
}

impl Layout {
    /// The way between two points, millimetres: along the axes, from aisle to aisle by the aisle across that makes it shortest.
    pub fn way(&self, (x, y): (i64, i64), (to_x, to_y): (i64, i64)) -> i64 {
        let straight = (y - to_y).abs();
        let along = match self.cross_aisles.iter().map(|across| (y - across).abs() + (across - to_y).abs()).min() {
            Some(by_aisle) if x != to_x => by_aisle,
            _ => straight,
        };
        (x - to_x).abs() + along
    }

    /// The way from the door to a place, millimetres.
    pub fn from_door(&self, place: usize) -> i64 {
        self.way(self.door, self.point(place))
    }

    /// The way between two places, millimetres.
    pub fn between(&self, one: usize, other: usize) -> i64 {
        self.way(self.point(one), self.point(other))
    }

    fn point(&self, place: usize) -> (i64, i64) {
        let place = &self.places[place];
        (place.x, place.y)
    }

    /// Whether two places are so near that look-alikes in them are taken for each other: the sum of the differences of x, y and z is
    /// at most the least distance. A place is near itself.
    pub fn is_near(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.places[one], &self.places[other]);
        (one.x - other.x).abs() + (one.y - other.y).abs() + (one.z - other.z).abs() <= self.apart
    }

    /// All places from the best: nearest to the door, then at the height of the hands, then in the order of the list.
    pub fn best_first(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.places.len()).collect();
        order.order_by_key(|&place| (self.from_door(place), (self.places[place].z - REACH).abs(), place));
        order
    }
}

/// Metres as whole millimetres.
pub fn millimetres(metres: f64) -> i64 {
    libm::round(metres * PER_METRE) as i64
}

/// Millimetres as metres.
pub fn metres(millimetres: i64) -> f64 {
    millimetres as f64 / PER_METRE
}
