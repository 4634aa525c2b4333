//! Room: pallets that stock takes, and floor that pallets take. The simulator's room for stock and the annexes of the desk call these.

/// Millionths in a pallet.
pub const PALLET: i64 = 1_000_000;

/// Millionths of a pallet that a stock takes, rounded up. `stock` and `per_pallet` are in the same quanta.
///
/// ```
/// # use beredd_model::inventory::room::millionths;
/// assert_eq!(millionths(150, 600), 250_000);
/// assert_eq!(millionths(1, 3), 333_334);
/// ```
///
/// # Panics
/// If the pallets are above 9 × 10¹².
pub fn millionths(stock: i64, per_pallet: i128) -> i64 {
    let millionths = (i128::from(stock) * i128::from(PALLET) + per_pallet - 1) / per_pallet;
    i64::try_from(millionths).expect("the measures of stock keep pallets far below 2⁶³ millionths")
}

/// Pallets that an area holds.
///
/// ```
/// # use beredd_model::inventory::room::{area_of, pallets_in};
/// assert_eq!(pallets_in(400.0, 1.6), 250.0);
/// assert_eq!(area_of(250.0, 1.6), 400.0);
/// ```
pub fn pallets_in(area_m2: f64, m2_per_pallet: f64) -> f64 {
    area_m2 / m2_per_pallet
}

/// Floor that pallets take, m².
pub fn area_of(pallets: f64, m2_per_pallet: f64) -> f64 {
    pallets * m2_per_pallet
}

/// Floor of one pallet position, m²: its footprint shared by those stacked above it, with aisles, docks and the rest of the house.
///
/// ```
/// # use beredd_model::inventory::room::m2_per_pallet;
/// assert_eq!(m2_per_pallet(0.96, 4.0, 3.5), 0.84);
/// ```
pub fn m2_per_pallet(footprint_m2: f64, levels: f64, gross_factor: f64) -> f64 {
    footprint_m2 / levels * gross_factor
}
