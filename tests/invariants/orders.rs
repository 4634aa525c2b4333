//! What every rule of ordering promises, over random levels, stocks, minimum orders and packs: bounds, multiples, where the
//! order leaves the stock, and that more stock never orders more.

use crate::splitmix::SplitMix;
use beredd::inventory::reorder::{
    by_need, fixed_lots, fixed_lots_within, fixed_quantity, min_max, order_quantity, order_up_to, restore, whole_packs,
};
use beredd::plan::policy::Rule;
use beredd::sim::ordering::wanted;
use beredd::units::Quanta;

const DRAWS: u64 = 20_000;

/// One draw of everything that rules look at.
#[derive(Clone, Copy, Debug)]
struct Draw {
    stock: Quanta,
    point: Quanta,
    above: Quanta,
    lot: Quanta,
    tolerance: Quanta,
    minimum: Quanta,
    pack: Quanta,
}

fn draw(number: u64) -> Draw {
    let random = &mut SplitMix::new(number ^ 0x6f72_6465_7273);
    let between =
        |random: &mut SplitMix, least: i64, most: i64| least + random.below((most - least + 1) as usize) as i64;
    // Often close together, so that equality happens.
    let wide = if random.chance(0.5) { 12 } else { 4000 };
    let point = between(random, -wide, wide);
    Draw {
        stock: point + between(random, -wide, wide),
        point,
        above: between(random, 0, wide),
        lot: between(random, 1, wide),
        tolerance: between(random, 0, 6),
        minimum: between(random, 0, wide),
        pack: between(random, 1, 9),
    }
}

fn rules(draw: &Draw) -> [Rule; 6] {
    let Draw { point, above, lot, minimum, .. } = *draw;
    [
        Rule::OrderUpTo { level: point },
        Rule::ReorderPoint { point, lot },
        Rule::Need { need: point, minimum },
        Rule::MinMax { point, level: point + above },
        Rule::FixedQuantity { point, lot },
        Rule::Restore { point },
    ]
}

#[test]
fn no_rule_orders_less_than_nothing_or_more_with_more_stock() {
    let mut ordered = [0_u32; 6];
    for number in 0..DRAWS {
        let one = draw(number);
        for (place, rule) in rules(&one).into_iter().enumerate() {
            let asked = wanted(rule, one.stock, one.tolerance);
            assert!(asked >= 0, "{rule:?} {one:?}: {asked}");
            ordered[place] += u32::from(asked > 0);
            // Where one lot is ordered within the tolerance, and as many as it takes at the point, more stock may not ask for more.
            let more = wanted(rule, one.stock + 1, one.tolerance);
            assert!(more <= asked, "{rule:?} {one:?}: {more} with one more than {asked}");
            // What is asked for does not depend on where zero lies.
            let moved = match rule {
                Rule::OrderUpTo { level } => Rule::OrderUpTo { level: level + 37 },
                Rule::ReorderPoint { point, lot } => Rule::ReorderPoint { point: point + 37, lot },
                Rule::Need { need, minimum } => Rule::Need { need: need + 37, minimum },
                Rule::MinMax { point, level } => Rule::MinMax { point: point + 37, level: level + 37 },
                Rule::FixedQuantity { point, lot } => Rule::FixedQuantity { point: point + 37, lot },
                Rule::Restore { point } => Rule::Restore { point: point + 37 },
                other => other,
            };
            assert_eq!(wanted(moved, one.stock + 37, one.tolerance), asked, "{rule:?} {one:?}");
        }
        assert_eq!(wanted(Rule::Never, one.stock, one.tolerance) + wanted(Rule::List { list: 0 }, one.stock, 0), 0);
    }
    println!("orders of {DRAWS} draws: {ordered:?}");
    assert!(
        ordered.iter().all(|count| u64::from(*count) > DRAWS / 4 && u64::from(*count) < DRAWS * 3 / 4 + DRAWS / 10),
        "{ordered:?}"
    );
}

#[test]
fn orders_bring_the_stock_where_the_rule_says() {
    for number in 0..DRAWS {
        let one = draw(number);
        let Draw { stock, point, above, lot, tolerance, minimum, .. } = one;
        assert_eq!(stock + order_up_to(stock, point), stock.max(point), "{one:?}");
        let lots = fixed_lots(stock, point, lot);
        assert_eq!(lots % lot, 0, "{one:?}");
        assert!(stock + lots > point && (lots == 0 || stock + lots - lot <= point), "the fewest lots: {one:?}");
        assert_eq!(lots > 0, stock <= point, "at the point it orders: {one:?}");
        let within = fixed_lots_within(stock, point, lot, tolerance);
        assert_eq!(within > 0, stock <= point + tolerance, "{one:?}");
        assert!(within == lots || (within == lot && stock > point), "{one:?}");
        let need = by_need(stock, point, minimum);
        assert_eq!(stock + need, stock.max(point + minimum), "need and minimum stock together: {one:?}");
        let level = point + above;
        let ordered = min_max(stock, point, level, tolerance);
        assert_eq!(ordered > 0, stock <= point + tolerance && stock < level, "{one:?}");
        assert!(ordered == 0 || stock + ordered == level, "{one:?}");
        let fixed = fixed_quantity(stock, point, lot, tolerance);
        assert_eq!(fixed, if point + tolerance > stock { lot } else { 0 }, "one lot, however far below: {one:?}");
        let restored = restore(stock, point, tolerance);
        assert_eq!(restored > 0, stock < point + tolerance, "{one:?}");
        assert!(restored == 0 || stock + restored == point.max(stock + 1), "{one:?}");
    }
}

#[test]
fn orders_are_whole_packs_at_or_above_the_minimum_and_no_more_than_needed() {
    for number in 0..DRAWS {
        let one = draw(number);
        for rule in rules(&one) {
            let asked = wanted(rule, one.stock, one.tolerance);
            let order = order_quantity(asked, one.minimum, one.pack);
            assert_eq!(order == 0, asked == 0, "{rule:?} {one:?}");
            assert_eq!(order % one.pack, 0, "{rule:?} {one:?}");
            if asked > 0 {
                assert!(order >= asked && order >= one.minimum, "{rule:?} {one:?}");
                assert!(order - one.pack < asked.max(one.minimum), "a pack too many: {rule:?} {one:?}");
            }
        }
        let quantity = one.above;
        let packed = whole_packs(quantity, one.pack);
        assert_eq!(whole_packs(packed, one.pack), packed, "rounding twice changes nothing: {one:?}");
        assert_eq!(whole_packs(quantity, 1), quantity);
        assert!(whole_packs(quantity + 1, one.pack) >= packed, "{one:?}");
    }
}
