//! Stock that does not rotate (I27), and how much a reserve may slow it (V20): what expires before it is used, what lasts too long,
//! and the turns that a reserve leaves.

use crate::time::DAYS_PER_YEAR;

/// Units that use up to their last day leaves: at most the stock, if all of it has that day.
///
/// ```
/// # use beredd_model::inventory::slow_stock::left_at_expiry;
/// assert_eq!(left_at_expiry(3_500.0, 70.0, 28.0), 1_540.0);
/// assert_eq!(left_at_expiry(3_500.0, 70.0, 60.0), 0.0);
/// assert_eq!(left_at_expiry(10.0, 1.0, -3.0), 10.0); // expired: nothing of it is used
/// ```
pub fn left_at_expiry(stock: f64, daily_use: f64, days_left: f64) -> f64 {
    (stock - daily_use * days_left.max(0.0)).max(0.0)
}

/// Units above what so many days use.
pub fn above_days(stock: f64, daily_use: f64, days: f64) -> f64 {
    (stock - daily_use * days).max(0.0)
}

/// Days that a stock lasts; `None` where nothing is used.
pub fn days_of_use(stock: f64, daily_use: f64) -> Option<f64> {
    (daily_use > 0.0).then(|| stock / daily_use)
}

/// The most turns a year of a stock that never falls below so many days of use; `None` for no reserve.
///
/// ```
/// # use beredd_model::inventory::slow_stock::most_turns;
/// assert!((most_turns(90.0).unwrap() - 4.06).abs() < 0.005); // gold (domain 5.1)
/// assert_eq!(most_turns(0.0), None);
/// ```
pub fn most_turns(reserve_days: f64) -> Option<f64> {
    (reserve_days > 0.0).then(|| DAYS_PER_YEAR / reserve_days)
}

/// Whether goods that wait this long are still good when they are used: first expired, first out, and the wait is the stock in days.
pub fn rotates(days_of_stock: f64, shelf_life: f64) -> bool {
    days_of_stock < shelf_life
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reserve_as_long_as_the_shelf_life_does_not_rotate() {
        assert!(rotates(89.0, 90.0) && !rotates(90.0, 90.0));
        assert_eq!(above_days(400.0, 10.0, 30.0), 100.0);
        assert_eq!((days_of_use(30.0, 3.0), days_of_use(30.0, 0.0)), (Some(10.0), None));
    }
}
