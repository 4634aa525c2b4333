//! Reserves kept for critical use: which buyers may touch them, and how short stock is shared with them in it (docs/model.md,
//! *Reserves kept for critical use*).

use super::dispatch::allocate;
use super::prepared::Prepared;
use super::state::State;
use crate::plan::Plan;
use crate::units::Quanta;

/// Tables of a plan with such reserves; empty where it has none.
#[derive(Clone, Debug, Default)]
pub struct KeptBack {
    /// Per cell: the reserve in its stock.
    of_cell: Vec<Quanta>,
    /// Per way: what of the stock of its source it may not touch.
    from_way: Vec<Quanta>,
}

impl KeptBack {
    /// The tables of a plan.
    pub fn of(plan: &Plan) -> KeptBack {
        if plan.kept_back.is_empty() {
            return KeptBack::default();
        }
        let mut of_cell = vec![0; plan.cells.len()];
        let mut from_way = vec![0; plan.ways()];
        for reserve in &plan.kept_back {
            of_cell[reserve.cell as usize] = reserve.quantity;
            for &way in &plan.buyers[plan.buyer_ranges[reserve.cell as usize].indices()] {
                let site = plan.cells[plan.buyer(way) as usize].site;
                if reserve.named.binary_search(&site).is_err() {
                    from_way[way as usize] = reserve.quantity;
                }
            }
        }
        KeptBack { of_cell, from_way }
    }

    /// The reserve in the stock of a cell.
    pub fn at(&self, cell: u32) -> Quanta {
        self.of_cell.get(cell as usize).copied().unwrap_or(0)
    }

    /// Whether a way may touch the reserve of its source, or there is none.
    pub fn opens_to(&self, way: u32) -> bool {
        self.from_way.get(way as usize).is_none_or(|&kept| kept == 0)
    }
}

/// The stock of a selling cell, as far as a way may touch it.
pub fn within_reach(prepared: &Prepared, state: &State, source: u32, way: u32) -> Quanta {
    let stock = state.on_hand[source as usize];
    if prepared.kept_back.opens_to(way) { stock } else { (stock - prepared.kept_back.at(source)).max(0) }
}

/// Turns requests into shares of the stock of a cell: first of what stands above its reserve, for everybody; then of all that is
/// left, for what those still lack who may touch it. Nobody may ask for 0.
pub fn allocate_twice(kept_back: &KeptBack, cell: u32, stock: Quanta, requests: &mut [(u32, Quanta)]) {
    let asked: Vec<(u32, Quanta)> = requests.to_vec();
    allocate((stock - kept_back.at(cell)).max(0), requests);
    let left = stock - requests.iter().map(|&(_, quantity)| quantity).sum::<Quanta>();
    let lacking = asked.iter().zip(requests.iter()).map(|(&(way, wish), &(_, given))| (way, wish - given));
    let mut rest: Vec<(u32, Quanta)> = lacking.filter(|&(way, lacks)| lacks > 0 && kept_back.opens_to(way)).collect();
    allocate(left, &mut rest);
    for (way, more) in rest {
        let place = requests.iter().position(|&(of, _)| of == way).expect("it has asked");
        requests[place].1 += more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cell with a reserve of 6; the way 1 is not named, the ways 0 and 2 are.
    fn tables() -> KeptBack {
        KeptBack { of_cell: vec![6], from_way: vec![0, 6, 0] }
    }

    fn shared(stock: Quanta) -> Vec<Quanta> {
        let mut requests = [(0, 4), (1, 4), (2, 4)];
        allocate_twice(&tables(), 0, stock, &mut requests);
        requests.iter().map(|&(_, quantity)| quantity).collect()
    }

    #[test]
    fn what_stands_above_is_for_all_and_the_reserve_for_those_named() {
        // 12 above the reserve: everybody gets all.
        assert_eq!(shared(18), [4, 4, 4]);
        // 6 above it: 2 each; of the other 6 those named lack 2 each.
        assert_eq!(shared(12), [4, 2, 4]);
        // 3 above it: 1 each; 3 each from the reserve.
        assert_eq!(shared(9), [4, 1, 4]);
        // Nothing above it: 5 for two who ask for 4 each, 2 and 2 and the one left over to the first.
        assert_eq!(shared(5), [3, 0, 2]);
        assert_eq!(shared(0), [0, 0, 0]);
    }

    #[test]
    fn the_reach_of_a_way_ends_at_the_reserve() {
        assert!(tables().opens_to(0) && !tables().opens_to(1));
        assert!(KeptBack::default().opens_to(7));
        assert_eq!(KeptBack::default().at(7), 0);
    }
}
