//! Reorder rules: what to order, given the inventory position. The simulator's reviews and the stock desk call these.

use crate::units::Quanta;

/// (R, S): lifts the position to the level; at or above it nothing is ordered.
///
/// ```
/// # use beredd::inventory::reorder::order_up_to;
/// assert_eq!(order_up_to(30, 100), 70);
/// assert_eq!(order_up_to(100, 100), 0);
/// ```
pub fn order_up_to(position: Quanta, level: Quanta) -> Quanta {
    (level - position).max(0)
}

/// (R, s, nQ): at or below the point, the fewest lots that lift the position above it (Hadley & Whitin 1963, ch. 5).
///
/// ```
/// # use beredd::inventory::reorder::fixed_lots;
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
/// # use beredd::inventory::reorder::whole_packs;
/// assert_eq!(whole_packs(41, 20), 60);
/// assert_eq!(whole_packs(40, 20), 40);
/// assert_eq!(whole_packs(0, 20), 0);
/// ```
pub fn whole_packs(quantity: Quanta, pack: Quanta) -> Quanta {
    let over = quantity % pack;
    if over == 0 { quantity } else { quantity + (pack - over) }
}
