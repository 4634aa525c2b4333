//! What still fits into a departure.

use crate::plan::Plan;
use crate::plan::transport::Capacity;
use crate::units::Quanta;

/// Millionths in a whole.
const MILLION: i128 = 1_000_000;

/// The room that is left in one departure.
#[derive(Clone, Copy, Debug)]
pub struct Vehicle {
    left: Capacity,
    /// Nothing is loaded yet.
    pub empty: bool,
}

impl Vehicle {
    /// An empty departure.
    pub fn of(capacity: Capacity) -> Vehicle {
        Vehicle { left: capacity, empty: true }
    }

    /// The largest part of a line that still fits.
    pub fn most(&self, plan: &Plan, article: u32, quantity: Quanta) -> Quanta {
        let resolution = i128::from(plan.resolution);
        let fits = |left: i64, times: i128, over: i128| {
            let most = i128::from(left) * times / over;
            Quanta::try_from(most).unwrap_or(Quanta::MAX)
        };
        let mut most = quantity;
        if let Some(left) = self.left.quantity {
            most = most.min(left);
        }
        if let Some(left) = self.left.pallets {
            let per_pallet = resolution * i128::from(plan.articles[article as usize].units_per_pallet);
            most = most.min(fits(left, per_pallet, MILLION));
        }
        if let (Some(left), weight @ 1..) = (self.left.payload, weight(plan, article)) {
            most = most.min(fits(left, resolution, weight));
        }
        most
    }

    /// Loads a part of a line that fits.
    pub fn load(&mut self, plan: &Plan, article: u32, quantity: Quanta) {
        let resolution = i128::from(plan.resolution);
        let taken = |times: i128, over: i128| {
            let room = (i128::from(quantity) * times + over - 1) / over;
            i64::try_from(room).expect("what fits takes no more room than there is")
        };
        self.empty = false;
        if let Some(left) = &mut self.left.quantity {
            *left -= quantity;
        }
        if let Some(left) = &mut self.left.pallets {
            *left -= taken(MILLION, resolution * i128::from(plan.articles[article as usize].units_per_pallet));
        }
        if let Some(left) = &mut self.left.payload {
            *left -= taken(weight(plan, article), resolution);
        }
    }
}

/// Weight of a unit, milligrams.
fn weight(plan: &Plan, article: u32) -> i128 {
    plan.transport.unit_weights.get(article as usize).copied().unwrap_or(0).into()
}
