//! The frontier of one way of supply: the least cost at which so many days are reached; and where two frontiers cross.

use crate::order::InOrder;

/// Mean cost and mean endurance of one size of reserve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Bottom-up cost, SEK per year.
    pub cost: f64,
    /// Days of endurance.
    pub days: f64,
}

impl Spot {
    /// Whether this one costs no more and lasts no less, and is better in one of them.
    fn beats(self, other: Spot) -> bool {
        self.cost <= other.cost && self.days >= other.days && self != other
    }
}

/// Which spots no other one beats.
pub fn efficient(spots: &[Spot]) -> Vec<bool> {
    spots.iter().map(|&spot| !spots.iter().any(|other| other.beats(spot))).collect()
}

/// Costs nearer to each other than this part of them are the same: what interpolation leaves.
const ROUNDING: f64 = 1e-9;

/// The least cost by days: a straight line from one efficient spot to the next, and left of the first the cost of that one, which lasts
/// longer than it must.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve(Vec<Spot>);

impl Curve {
    /// The curve through the efficient ones of some spots; absent where there are none.
    pub fn of(spots: &[Spot]) -> Option<Curve> {
        let keep = efficient(spots);
        let mut kept: Vec<Spot> = spots.iter().zip(keep).filter(|(_, keep)| *keep).map(|(spot, _)| *spot).collect();
        kept.order_by(|one, other| one.days.total_cmp(&other.days));
        kept.dedup();
        (!kept.is_empty()).then_some(Curve(kept))
    }

    fn first(&self) -> Spot {
        self.0[0]
    }

    /// Days that the longest spot reaches.
    pub fn most_days(&self) -> f64 {
        self.0[self.0.len() - 1].days
    }

    /// Least cost at which at least so many days are reached; `days` is not beyond the longest spot.
    pub fn cost(&self, days: f64) -> f64 {
        let after = self.0.iter().position(|spot| spot.days >= days).unwrap_or(self.0.len() - 1);
        if after == 0 {
            return self.first().cost;
        }
        let (from, to) = (self.0[after - 1], self.0[after]);
        from.cost + (to.cost - from.cost) * (days - from.days) / (to.days - from.days)
    }
}

/// One of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    First,
    /// The second.
    Second,
}

/// How the costs of two curves differ over the days that both reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// First day: the fewest days of a spot of either.
    pub from: f64,
    /// Last day that both reach.
    pub to: f64,
    /// Cost of the second less that of the first, SEK per year, where it is least and where it is most.
    pub least: f64,
    /// See `least`.
    pub most: f64,
    /// Which one is cheaper, from few days to many; one entry between each two crossings. Empty where they cost the same throughout.
    pub cheaper: Vec<Side>,
    /// Where the cheaper one changes.
    pub crossings: Vec<Spot>,
}

impl Course {
    /// Follows two curves side by side.
    pub fn of(first: &Curve, second: &Curve) -> Course {
        let (from, to) = (first.first().days.min(second.first().days), first.most_days().min(second.most_days()));
        let mut bends: Vec<f64> = first.0.iter().chain(&second.0).map(|spot| spot.days).collect();
        bends.retain(|days| *days <= to);
        bends.order_by(f64::total_cmp);
        bends.dedup();
        let at = |days: f64| {
            let (one, other) = (first.cost(days), second.cost(days));
            let difference = other - one;
            if difference.abs() <= ROUNDING * one.abs().max(other.abs()) { 0.0 } else { difference }
        };
        let mut course = Course {
            from,
            to,
            least: f64::INFINITY,
            most: f64::NEG_INFINITY,
            cheaper: Vec::new(),
            crossings: Vec::new(),
        };
        let mut before: Option<(f64, f64)> = None;
        for days in bends {
            let difference = at(days);
            course.least = course.least.min(difference);
            course.most = course.most.max(difference);
            if difference == 0.0 {
                // Where the curves touch, the crossing is, if the other one is cheaper afterwards: at the first day of equal cost.
                before =
                    before.map(|(day, side)| if side == 0.0 { (day, side) } else { (days, 0.0) }).or(Some((days, 0.0)));
                continue;
            }
            let side = if difference > 0.0 { Side::First } else { Side::Second };
            if course.cheaper.last().is_some_and(|last| *last != side) {
                let crossing = match before {
                    Some((day, past)) if past != 0.0 => day + (days - day) * past / (past - difference),
                    Some((day, _)) => day,
                    None => days,
                };
                course.crossings.push(Spot { days: crossing, cost: first.cost(crossing) });
            }
            if course.cheaper.last() != Some(&side) {
                course.cheaper.push(side);
            }
            before = Some((days, difference));
        }
        course
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spots(of: &[(f64, f64)]) -> Vec<Spot> {
        of.iter().map(|&(days, cost)| Spot { days, cost }).collect()
    }

    fn curve(of: &[(f64, f64)]) -> Curve {
        Curve::of(&spots(of)).expect("a spot")
    }

    #[test]
    fn what_costs_more_and_lasts_no_longer_is_not_efficient() {
        // 5 days at 3 is beaten by 6 at 2; 8 at 4 is beaten by 8 at 3; twins beat neither.
        let five = spots(&[(1.0, 1.0), (5.0, 3.0), (6.0, 2.0), (8.0, 4.0), (8.0, 3.0), (8.0, 3.0)]);
        assert_eq!(efficient(&five), [true, false, true, false, true, true]);
        assert_eq!(Curve::of(&five), Some(Curve(spots(&[(1.0, 1.0), (6.0, 2.0), (8.0, 3.0)]))));
        assert_eq!(Curve::of(&[]), None);
    }

    #[test]
    fn cost_is_interpolated_and_no_less_than_the_cheapest_spot() {
        let curve = curve(&[(2.0, 10.0), (4.0, 20.0), (10.0, 50.0)]);
        assert_eq!([0.0, 2.0, 3.0, 4.0, 7.0, 10.0].map(|days| curve.cost(days)), [10.0, 10.0, 15.0, 20.0, 35.0, 50.0]);
    }

    #[test]
    fn two_lines_cross_where_they_meet() {
        // 10 + 2 d and 4 + 3 d, d from 0: equal at d = 6, where both cost 22.
        let (one, other) = (curve(&[(0.0, 10.0), (20.0, 50.0)]), curve(&[(0.0, 4.0), (30.0, 94.0)]));
        let course = Course::of(&one, &other);
        assert_eq!((course.from, course.to, course.least, course.most), (0.0, 20.0, -6.0, 14.0));
        assert_eq!(course.cheaper, [Side::Second, Side::First]);
        assert_eq!(course.crossings, spots(&[(6.0, 22.0)]));
        let turned = Course::of(&other, &one);
        assert_eq!((turned.cheaper, turned.crossings), (vec![Side::First, Side::Second], course.crossings));
    }

    #[test]
    fn one_that_begins_later_costs_its_least_before() {
        // The second begins at 5 days for 10. The first costs 2 d: 10 at 5 days. They touch at 5, and the first is cheaper after it (16
        // against 20 at 8 days) as before it.
        let (one, other) = (curve(&[(1.0, 2.0), (8.0, 16.0)]), curve(&[(5.0, 10.0), (8.0, 20.0)]));
        let course = Course::of(&one, &other);
        assert_eq!((course.from, course.to, course.least, course.most), (1.0, 8.0, 0.0, 8.0));
        assert_eq!((course.cheaper, course.crossings.len()), (vec![Side::First], 0));
        // With 13 at 8 days instead the other one is cheaper after it.
        let course = Course::of(&one, &curve(&[(5.0, 10.0), (8.0, 13.0)]));
        assert_eq!((course.cheaper, course.crossings), (vec![Side::First, Side::Second], spots(&[(5.0, 10.0)])));
    }

    #[test]
    fn the_same_curve_costs_the_same() {
        // A spot between two of the other one, on its line.
        let (one, other) = (curve(&[(0.1, 1.1), (0.7, 2.3)]), curve(&[(0.1, 1.1), (0.3, 1.5), (0.7, 2.3)]));
        let course = Course::of(&one, &other);
        assert_eq!((course.least, course.most, course.cheaper.len()), (0.0, 0.0, 0));
    }

    #[test]
    fn lines_may_cross_twice() {
        let (one, other) = (curve(&[(0.0, 10.0), (10.0, 20.0)]), curve(&[(0.0, 8.0), (5.0, 18.0), (10.0, 19.0)]));
        // 10 + d against 8 + 2 d: equal at 2. Then 18 + (d − 5) / 5: equal to 10 + d at 0.8 d = 7, d = 8.75.
        let course = Course::of(&one, &other);
        assert_eq!(course.cheaper, [Side::Second, Side::First, Side::Second]);
        assert_eq!(course.crossings, spots(&[(2.0, 12.0), (8.75, 18.75)]));
    }
}
