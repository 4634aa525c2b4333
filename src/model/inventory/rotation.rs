//! How often a stock is turned over (I31): what is issued in a year ÷ what stands there on average, both by value.

/// Rotation index: value issued per year ÷ mean value of the stock, times per year. `None` without stock.
///
/// ```
/// # use beredd_model::inventory::rotation::rotation_index;
/// // The example of the course: 26.8 million issued from a stock of 1.5 million.
/// let index = rotation_index(26_808_136.97, 1_500_000.0).unwrap();
/// assert!((index - 17.87).abs() < 0.005);
/// assert_eq!(rotation_index(1.0, 0.0), None);
/// ```
pub fn rotation_index(issued_per_year: f64, mean_stock: f64) -> Option<f64> {
    (mean_stock > 0.0).then(|| issued_per_year / mean_stock)
}

/// The mean time that goods stand in a stock with this rotation index, days of a year of 365. `None` where nothing is issued.
///
/// ```
/// # use beredd_model::inventory::rotation::days_in_stock;
/// assert!((days_in_stock(17.872).unwrap() - 20.4).abs() < 0.05);
/// assert_eq!(days_in_stock(0.0), None);
/// ```
pub fn days_in_stock(rotation_index: f64) -> Option<f64> {
    (rotation_index > 0.0).then(|| 365.0 / rotation_index)
}
