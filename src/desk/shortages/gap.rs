//! A stock walked through its days: use takes from it, what is on order adds its quantity on its day, and days that it does not
//! cover whole are counted.

/// Far beyond any list: a stock that lasts longer lasts for ever.
const FOR_EVER: i64 = 1_000_000;

/// Whole days that a stock covers.
pub(super) fn whole_days(stock: f64, daily_use: f64) -> i64 {
    if daily_use <= 0.0 {
        return FOR_EVER;
    }
    // Thirty tenths are three days, whatever a float makes of it.
    libm::floor(stock.max(0.0) / daily_use + 1e-9).min(FOR_EVER as f64) as i64
}

/// A stock on its way through the days; day 0 is today.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk {
    stock: f64,
    daily_use: f64,
    day: i64,
    /// Days before this one that were not covered whole.
    pub uncovered: i64,
}

impl Walk {
    pub fn new(stock: f64, daily_use: f64) -> Walk {
        Walk { stock: stock.max(0.0), daily_use, day: 0, uncovered: 0 }
    }

    /// Goes on to the morning of a day.
    pub fn to(&mut self, day: i64) {
        let span = (day - self.day).max(0);
        let covered = self.lasts().min(span);
        self.uncovered += span - covered;
        self.stock = if covered < span { 0.0 } else { (self.stock - self.daily_use * span as f64).max(0.0) };
        self.day = self.day.max(day);
    }

    /// Goods come in the morning and serve that day.
    pub fn receive(&mut self, units: f64) {
        self.stock += units;
    }

    /// Whole days from now on that are covered.
    pub fn lasts(&self) -> i64 {
        whole_days(self.stock, self.daily_use)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_not_covered_whole_counts_and_takes_what_is_left() {
        // 35 at 10 a day: days 0–2; day 3 has 5 and is not covered; 12 on day 5 cover it; day 6 has 2.
        let mut walk = Walk::new(35.0, 10.0);
        walk.to(5);
        assert_eq!((walk.uncovered, walk.lasts()), (2, 0));
        walk.receive(12.0);
        assert_eq!(walk.lasts(), 1);
        walk.to(8);
        assert_eq!(walk.uncovered, 4);
        // Back in time is nowhere.
        walk.to(2);
        assert_eq!(walk.uncovered, 4);
    }

    #[test]
    fn what_is_not_used_lasts_and_floats_do_not_cost_a_day() {
        assert_eq!(whole_days(0.0, 0.0), 1_000_000);
        assert_eq!(whole_days(0.3, 0.1), 3);
        assert_eq!(whole_days(-5.0, 1.0), 0);
    }
}
