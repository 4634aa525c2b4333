//! What no round is shorter than: the best 1-tree found by moving the prices of points (Held & Karp 1970, 1971).
//!
//! A 1-tree is a cheapest tree over all points but the door, and the door's two cheapest ways. Every round is a 1-tree, and a round pays
//! each point's price twice whatever its order; so the cheapest 1-tree under any prices, less twice their sum, is at most the shortest
//! round. All is whole numbers, so the bound is exact. Where going straight is never longer than going by a third point, no round is
//! shorter than to the farthest point and back either.

use super::route::Ways;

/// Times that prices are moved, for rounds of up to [`MANY`] points; for longer ones fewer by the square, since a step takes so much longer, and
/// never fewer than [`FEWEST`].
const STEPS: usize = 200;
const MANY: usize = 50;
const FEWEST: usize = 20;
/// Steps without a better bound after which prices move half as much.
const PATIENCE: u32 = 8;

/// A length that no round through these points is below; at most `length`, that of a known round.
pub fn at_least(ways: &Ways, length: i64) -> i64 {
    let farthest = ways.first().and_then(|door| door.iter().max()).map_or(0, |way| 2 * way);
    if ways.len() < 3 {
        return farthest;
    }
    let mut prices = vec![0_i64; ways.len()];
    let (mut best, mut waited, mut halved) = (farthest, 0, 0);
    let steps = (STEPS * MANY * MANY / (ways.len() * ways.len())).clamp(FEWEST, STEPS);
    for _ in 0..steps {
        let (value, degrees) = one_tree(ways, &prices);
        waited = if value > best { 0 } else { waited + 1 };
        best = best.max(value);
        if waited == PATIENCE {
            (halved, waited) = (halved + 1, 0);
        }
        // The usual step: twice the gap over the squares of what is too many or too few, halved as often as it has not helped.
        let uneven: i64 = degrees.iter().map(|degree| (degree - 2) * (degree - 2)).sum();
        if uneven == 0 || best >= length {
            break;
        }
        let stride = (2 * (length - value) / uneven) >> halved;
        if stride == 0 {
            break;
        }
        for (price, degree) in prices.iter_mut().zip(&degrees) {
            *price += stride * (degree - 2);
        }
    }
    best.min(length)
}

/// The cheapest 1-tree under these prices less twice their sum, and how many ways meet at each point.
fn one_tree(ways: &Ways, prices: &[i64]) -> (i64, Vec<i64>) {
    let count = ways.len();
    let priced = |from: usize, to: usize| ways[from][to] + prices[from] + prices[to];
    let (mut degrees, mut value) = (vec![0_i64; count], 0);
    // Prim's tree over the points but the door: for each point outside its cheapest way in.
    let mut nearest: Vec<Option<(i64, usize)>> =
        (0..count).map(|point| (point > 1).then(|| (priced(1, point), 1))).collect();
    for _ in 2..count {
        let outside = nearest.iter().enumerate().filter_map(|(point, way)| way.map(|(cost, from)| (cost, point, from)));
        let Some((cost, point, from)) = outside.min() else { break };
        value += cost;
        degrees[point] += 1;
        degrees[from] += 1;
        nearest[point] = None;
        for (other, way) in nearest.iter_mut().enumerate() {
            if let Some(way) = way {
                *way = (*way).min((priced(point, other), point));
            }
        }
    }
    let mut of_door: Vec<(i64, usize)> = (1..count).map(|point| (priced(0, point), point)).collect();
    of_door.sort_unstable();
    for &(cost, point) in of_door.iter().take(2) {
        value += cost;
        degrees[0] += 1;
        degrees[point] += 1;
    }
    (value - 2 * prices.iter().sum::<i64>(), degrees)
}
