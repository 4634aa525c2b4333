//! Where a probability falls below what is required as stops get longer.

/// A length of stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// Shorter than the shortest that was tried, days.
    Below(u32),
    /// Days.
    At(f64),
    /// At least the longest that was tried, days.
    Beyond(u32),
}

/// The first length at which the line through the points falls below what is required; points by length, ascending.
pub fn reach(points: &[(u32, f64)], required: f64) -> Reach {
    let Some(under) = points.iter().position(|(_, probability)| *probability < required) else {
        return Reach::Beyond(points.last().map_or(0, |(length, _)| *length));
    };
    if under == 0 {
        return Reach::Below(points[0].0);
    }
    let ((from, above), (to, below)) = (points[under - 1], points[under]);
    let part = (above - required) / (above - below);
    Reach::At(f64::from(from) + part * f64::from(to - from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_followed_to_where_it_falls_below() {
        let points = [(1, 1.0), (3, 0.98), (7, 0.9), (30, 0.95)];
        // From 0.98 at 3 to 0.90 at 7: 0.95 is three eighths of the way, at 4.5.
        let Reach::At(days) = reach(&points, 0.95) else { panic!("{:?}", reach(&points, 0.95)) };
        assert!((days - 4.5).abs() < 1e-9, "{days}");
        assert_eq!(reach(&points, 0.5), Reach::Beyond(30));
        assert_eq!(reach(&points[2..], 0.95), Reach::Below(7));
        assert_eq!(reach(&[], 0.95), Reach::Beyond(0));
        // What is reached exactly is reached.
        assert_eq!(reach(&points[..2], 0.98), Reach::Beyond(3));
    }
}
