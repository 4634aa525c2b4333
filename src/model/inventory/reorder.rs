//! Reorder rules: what to order, given the inventory position. The simulator's reviews and the stock desk call these.

use crate::units::Quanta;

/// (R, S): lifts the position to the level; at or above it nothing is ordered.
///
/// ```
/// # use beredd_model::inventory::reorder::order_up_to;
/// assert_eq!(order_up_to(30, 100), 70);
/// assert_eq!(order_up_to(100, 100), 0);
/// ```
pub fn order_up_to(position: Quanta, level: Quanta) -> Quanta {
    (level - position).max(0)
}

/// (R, s, nQ): at or below the point, the fewest lots that lift the position above it (Hadley & Whitin 1963, ch. 5).
///
/// ```
/// # use beredd_model::inventory::reorder::fixed_lots;
/// assert_eq!(fixed_lots(20, 20, 10), 10);
/// assert_eq!(fixed_lots(5, 20, 10), 20);
/// assert_eq!(fixed_lots(21, 20, 10), 0);
/// ```
pub fn fixed_lots(position: Quanta, point: Quanta, lot: Quanta) -> Quanta {
    if position > point { 0 } else { ((point - position) / lot + 1) * lot }
}

/// Rounds an order up to whole packs (I18).
///
/// ```
/// # use beredd_model::inventory::reorder::whole_packs;
/// assert_eq!(whole_packs(41, 20), 60);
/// assert_eq!(whole_packs(40, 20), 40);
/// assert_eq!(whole_packs(0, 20), 0);
/// ```
pub fn whole_packs(quantity: Quanta, pack: Quanta) -> Quanta {
    // Often nothing is wanted or goods come in ones, and a division takes longer than all the rest of a review.
    if pack == 1 || quantity == 0 {
        return quantity;
    }
    let over = quantity % pack;
    if over == 0 { quantity } else { quantity + (pack - over) }
}

/// Periodic review by need (I10–I12). Need = mean daily use × coverage; delta = availability − need; if delta is below the
/// minimum stock, the proposal is minimum − delta; if it is above or equal, nothing is ordered.
///
/// ```
/// # use beredd_model::inventory::reorder::by_need;
/// // 10 a day for 30 days: need 300. Minimum stock 50.
/// assert_eq!(by_need(320, 300, 50), 30); // delta 20 < 50: 50 − 20
/// assert_eq!(by_need(100, 300, 50), 250); // delta −200: 50 + 200
/// assert_eq!(by_need(350, 300, 50), 0); // delta 50: equality orders nothing
/// assert_eq!(by_need(351, 300, 50), 0);
/// ```
pub fn by_need(availability: Quanta, need: Quanta, minimum: Quanta) -> Quanta {
    let delta = availability - need;
    if delta < minimum { minimum - delta } else { 0 }
}

/// (R, s, S): at or below the point (or up to `tolerance` above it, I19) orders up to the level (Scarf 1960).
///
/// ```
/// # use beredd_model::inventory::reorder::min_max;
/// assert_eq!(min_max(6, 6, 40, 0), 34);
/// assert_eq!(min_max(7, 6, 40, 0), 0);
/// assert_eq!(min_max(7, 6, 40, 1), 33);
/// assert_eq!(min_max(-5, 6, 40, 0), 45);
/// ```
pub fn min_max(stock: Quanta, point: Quanta, level: Quanta, tolerance: Quanta) -> Quanta {
    if stock <= point + tolerance { order_up_to(stock, level) } else { 0 }
}

/// Fixed quantity (I17): below the reorder point one lot is proposed, however far below. With a tolerance (I19) stock
/// slightly above the point is treated as low: everything below point + tolerance.
///
/// ```
/// # use beredd_model::inventory::reorder::fixed_quantity;
/// assert_eq!(fixed_quantity(19, 20, 100, 0), 100);
/// assert_eq!(fixed_quantity(20, 20, 100, 0), 0); // at the point is not below it
/// assert_eq!(fixed_quantity(21, 20, 100, 2), 100); // 21 < 20 + 2
/// assert_eq!(fixed_quantity(22, 20, 100, 2), 0);
/// assert_eq!(fixed_quantity(-500, 20, 100, 0), 100);
/// ```
pub fn fixed_quantity(stock: Quanta, point: Quanta, lot: Quanta, tolerance: Quanta) -> Quanta {
    if stock < point + tolerance { lot } else { 0 }
}

/// (R, s, nQ) with a tolerance: at or below point + tolerance at least one lot, and as many as lift the stock above the point.
///
/// ```
/// # use beredd_model::inventory::reorder::fixed_lots_within;
/// assert_eq!(fixed_lots_within(5, 20, 10, 3), 20);
/// assert_eq!(fixed_lots_within(23, 20, 10, 3), 10);
/// assert_eq!(fixed_lots_within(24, 20, 10, 3), 0);
/// ```
pub fn fixed_lots_within(stock: Quanta, point: Quanta, lot: Quanta, tolerance: Quanta) -> Quanta {
    if stock > point && stock <= point + tolerance { lot } else { fixed_lots(stock, point, lot) }
}

/// Level restore (I21): requests what restores the **reorder point itself**. Stock within the tolerance above the point is
/// treated as low too (I19); as nothing is lacking then, one quantum is requested, which becomes a whole pack.
///
/// ```
/// # use beredd_model::inventory::reorder::restore;
/// assert_eq!(restore(12, 20, 0), 8);
/// assert_eq!(restore(20, 20, 0), 0);
/// assert_eq!(restore(20, 20, 2), 1);
/// assert_eq!(restore(21, 20, 2), 1);
/// assert_eq!(restore(22, 20, 2), 0);
/// ```
pub fn restore(stock: Quanta, point: Quanta, tolerance: Quanta) -> Quanta {
    if stock < point + tolerance { (point - stock).max(1) } else { 0 }
}

/// What is ordered when `wanted` is wanted: at least the minimum order, in whole packs.
///
/// ```
/// # use beredd_model::inventory::reorder::order_quantity;
/// assert_eq!(order_quantity(7, 0, 10), 10);
/// assert_eq!(order_quantity(7, 25, 10), 30);
/// assert_eq!(order_quantity(0, 25, 10), 0);
/// ```
pub fn order_quantity(wanted: Quanta, minimum_order: Quanta, pack: Quanta) -> Quanta {
    if wanted == 0 { 0 } else { whole_packs(wanted.max(minimum_order), pack) }
}
