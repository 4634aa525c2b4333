//! ABC classes by value (I5–I7): articles sorted by the value consumed, their shares added up, and a class by where the sum stands
//! against the limits. Sums are whole hundredths of an öre, so that a share of exactly 80 % is one.

use serde::{Deserialize, Serialize};

/// Parts in a unit of value (1 SEK): hundredths of an öre.
const GRAINS: f64 = 10_000.0;
/// Parts in one, for limits.
const MILLION: u32 = 1_000_000;

/// A class: A carries most of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// The few that carry most of the value.
    A,
    /// Those between.
    B,
    /// The many that carry little, and those without use.
    C,
}

impl Class {
    /// All classes, in order.
    pub const ALL: [Class; 3] = [Class::A, Class::B, Class::C];

    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Class::A => "A",
            Class::B => "B",
            Class::C => "C",
        }
    }
}

/// Where A and B end, in millionths of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    a: u32,
    b: u32,
}

impl Default for Limits {
    /// 80 and 90 % (I7).
    fn default() -> Limits {
        Limits { a: 800_000, b: 900_000 }
    }
}

impl Limits {
    /// Limits in per cent: above 0, A below B, B at most 100. `None` for all else.
    ///
    /// ```
    /// # use beredd_model::inventory::abc::Limits;
    /// assert_eq!(Limits::of(80.0, 90.0), Some(Limits::default()));
    /// assert_eq!(Limits::of(90.0, 80.0), None);
    /// ```
    pub fn of(a: f64, b: f64) -> Option<Limits> {
        let fits = a > 0.0 && a < b && b <= 100.0;
        let millionths = |percent: f64| libm::round(percent * f64::from(MILLION) / 100.0) as u32;
        fits.then(|| Limits { a: millionths(a), b: millionths(b) }).filter(|limits| limits.a > 0 && limits.a < limits.b)
    }

    /// Where a class ends, per cent of the total.
    pub fn percent(self, class: Class) -> f64 {
        let millionths = match class {
            Class::A => self.a,
            Class::B => self.b,
            Class::C => MILLION,
        };
        f64::from(millionths) * 100.0 / f64::from(MILLION)
    }

    /// The class of a cumulative share: an article that ends exactly at a limit belongs to the class before it.
    fn class(self, cumulative: i128, total: i128) -> Class {
        let within = |limit: u32| cumulative * i128::from(MILLION) <= i128::from(limit) * total;
        match () {
            () if within(self.a) => Class::A,
            () if within(self.b) => Class::B,
            () => Class::C,
        }
    }
}

/// An article in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// Which of the values it is.
    pub item: usize,
    /// Its share of the total, 0–1; `None` if nothing was consumed.
    pub share: Option<f64>,
    /// The shares of it and of all before it.
    pub cumulative: Option<f64>,
    /// The share of the number of articles that it and those before it are.
    pub cumulative_count: f64,
    /// Its class.
    pub class: Class,
}

/// Articles sorted and classified.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// What shares are shares of, in the unit of the values.
    pub total: f64,
    /// Sum of the values of the list, without those below 0.
    pub listed: f64,
    /// The articles, largest value first.
    pub places: Vec<Ranked>,
}

/// Sorts values and gives them classes (the seven steps of I6).
///
/// - Values below 0 (more returned than used) count as 0.
/// - Equal values keep the order in which they are given, and have the same class: that of the first of them.
/// - An article belongs to a class if its cumulative share is at most the limit. The largest is A in any case.
/// - Without value there is no share, and the class is C.
///
/// `total` is that of a whole of which the values are a part.
///
/// # Errors
/// The sum of the values, if it is above the total that is given.
///
/// ```
/// # use beredd_model::inventory::abc::{Class, Limits, rank};
/// let ranking = rank(&[10.0, 80.0, 10.0], None, Limits::default()).unwrap();
/// let classes: Vec<_> = ranking.places.iter().map(|one| (one.item, one.class)).collect();
/// // 80 % exactly is A; the two tens end at 90 and 100 %, and are equal: both are B.
/// assert_eq!(classes, [(1, Class::A), (0, Class::B), (2, Class::B)]);
/// ```
pub fn rank(values: &[f64], total: Option<f64>, limits: Limits) -> Result<Ranking, f64> {
    let grains: Vec<i128> = values.iter().map(|value| grains(*value)).collect();
    let listed: i128 = grains.iter().sum();
    let total = total.map_or(listed, self::grains);
    if total < listed {
        return Err(listed as f64 / GRAINS);
    }
    let mut order: Vec<usize> = (0..grains.len()).collect();
    order.sort_unstable_by(|&one, &other| grains[other].cmp(&grains[one]).then(one.cmp(&other)));
    let mut places = Vec::with_capacity(order.len());
    let (mut sum, mut before): (i128, Option<(i128, Class)>) = (0, None);
    for (place, &item) in order.iter().enumerate() {
        sum += grains[item];
        let class = match before {
            _ if grains[item] == 0 => Class::C,
            Some((value, class)) if value == grains[item] => class,
            Some(_) => limits.class(sum, total),
            None => Class::A,
        };
        before = Some((grains[item], class));
        let share = |part: i128| (total > 0).then(|| part as f64 / total as f64);
        let cumulative_count = (place + 1) as f64 / order.len() as f64;
        places.push(Ranked { item, share: share(grains[item]), cumulative: share(sum), cumulative_count, class });
    }
    Ok(Ranking { total: total as f64 / GRAINS, listed: listed as f64 / GRAINS, places })
}

/// A value in whole grains; below 0 it is none. Lists hold at most 10¹⁵, which fits by far.
fn grains(value: f64) -> i128 {
    libm::round(value.max(0.0) * GRAINS) as i128
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(values: &[f64], total: Option<f64>) -> String {
        let ranking = rank(values, total, Limits::default()).unwrap();
        ranking.places.iter().map(|one| one.class.letter()).collect()
    }

    #[test]
    fn a_share_that_is_exactly_the_limit_belongs_to_the_class() {
        // 50 + 30 = 80, + 10 = 90, + 6 + 4 = 100; sums of tenths are no sums of binary fractions.
        assert_eq!(letters(&[0.5, 0.3, 0.1, 0.06, 0.04], None), "AABCC");
        assert_eq!(letters(&[50.0, 30.01, 9.99, 6.0, 4.0], None), "ABBCC");
        let tenth: Vec<f64> = vec![0.1; 3].into_iter().chain([0.7]).collect();
        assert_eq!(letters(&tenth, None), "AAAA", "0.7, then three that are equal: the first ends at exactly 80 %");
    }

    #[test]
    fn equals_have_one_class_and_keep_their_order() {
        // 70, then four of 7.5: 77.5 is A, so all four are, though they end at 100.
        let ranking = rank(&[7.5, 7.5, 70.0, 7.5, 7.5], None, Limits::default()).unwrap();
        let order: Vec<usize> = ranking.places.iter().map(|one| one.item).collect();
        assert_eq!(order, [2, 0, 1, 3, 4]);
        assert!(ranking.places.iter().all(|one| one.class == Class::A));
    }

    #[test]
    fn nothing_and_less_than_nothing_are_c_and_one_giant_is_a() {
        assert_eq!(letters(&[0.0, -5.0, 95.0, 5.0], None), "ACCC");
        assert_eq!(letters(&[0.0, -1.0], None), "CC");
        assert_eq!(rank(&[0.0], None, Limits::default()).unwrap().places[0].share, None);
        let shares = rank(&[-5.0, 10.0], None, Limits::default()).unwrap();
        assert_eq!((shares.total, shares.places[0].share), (10.0, Some(1.0)));
    }

    #[test]
    fn a_part_of_a_whole_is_measured_by_the_whole() {
        assert_eq!(letters(&[50.0, 30.0, 10.0], Some(200.0)), "AAA");
        assert_eq!(rank(&[50.0, 30.0], Some(79.0), Limits::default()).unwrap_err(), 80.0);
    }

    #[test]
    fn limits_are_in_order() {
        assert_eq!(Limits::of(75.0, 100.0).unwrap().percent(Class::A), 75.0);
        for (a, b) in [(0.0, 90.0), (90.0, 90.0), (80.0, 100.1), (f64::NAN, 90.0), (-5.0, 90.0)] {
            assert_eq!(Limits::of(a, b), None, "{a} {b}");
        }
    }
}
