//! One warehouse and several equal wards, every unit ordered one for one, Poisson demand, backorders, first come first served.

use super::newsvendor::poisson_mean;
use super::unanswered::{Unanswered, need, not_negative, positive, whole};
use crate::stats::poisson;

/// The network and its levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneWarehouse {
    /// Units, whole.
    pub warehouse_base_stock: f64,
    /// Units, whole.
    pub ward_base_stock: f64,
    /// Units per unit of time at each ward.
    pub ward_demand_rate: f64,
    /// Number of wards.
    pub wards: f64,
    /// To the warehouse, constant.
    pub warehouse_lead_time: f64,
    /// From the warehouse to a ward, constant.
    pub ward_lead_time: f64,
}

/// Long-run service.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetworkService {
    /// Units of all wards' orders waiting at the warehouse.
    pub warehouse_mean_backorders: f64,
    /// Share of demand served at once at a ward.
    pub ward_fill_rate: f64,
    /// Units waiting at a ward.
    pub ward_mean_backorders: f64,
    /// Units in stock at a ward.
    pub ward_mean_on_hand: f64,
}

/// The most orders in the warehouse's pipeline that the exact sum is made for.
const LARGEST_LOAD: f64 = 20_000.0;

impl OneWarehouse {
    /// Exact service: the warehouse's backorders fall to the wards at random, a binomial share of each number (Simon 1971; Graves
    /// 1985), and the demand of the ward's own lead time comes on top.
    ///
    /// # Errors
    /// If a number is out of range.
    pub fn service(&self) -> Result<NetworkService, Unanswered> {
        let central = whole("warehouse_base_stock", self.warehouse_base_stock)?;
        let level = whole("ward_base_stock", self.ward_base_stock)?;
        positive("ward_demand_rate", self.ward_demand_rate)?;
        need(whole("wards", self.wards)? >= 1, "wards", self.wards, "at least 1")?;
        not_negative("warehouse_lead_time", self.warehouse_lead_time)?;
        not_negative("ward_lead_time", self.ward_lead_time)?;
        let load = self.wards * self.ward_demand_rate * self.warehouse_lead_time;
        let few = "short enough for at most 20,000 orders under way to the warehouse";
        need(load <= LARGEST_LOAD, "warehouse_lead_time", self.warehouse_lead_time, few)?;
        let local = self.ward_demand_rate * self.ward_lead_time;
        poisson_mean("ward_lead_time", local)?;
        let waiting = thinned(&backorders(load, central), 1.0 / self.wards);
        // What is out for the ward is its share of the backorders plus a Poisson part of mean `local`.
        let over =
            |part: &dyn Fn(u64) -> f64| -> f64 { waiting.iter().zip(0..).map(|(chance, k)| chance * part(k)).sum() };
        let stock = self.ward_base_stock;
        Ok(NetworkService {
            warehouse_mean_backorders: poisson::excess(load, self.warehouse_base_stock),
            ward_fill_rate: over(&|k| if k < level { poisson::at_most(local, level - 1 - k) } else { 0.0 }),
            ward_mean_backorders: over(&|k| poisson::excess(local, stock - k as f64)),
            ward_mean_on_hand: over(&|k| poisson::shortfall(local, stock - k as f64)),
        })
    }
}

/// P(k orders wait at the warehouse), k = 0, 1, …: what exceeds the stock of the orders under way. Chances below 1e-20 end it.
fn backorders(load: f64, stock: u64) -> Vec<f64> {
    let mut chances = vec![poisson::at_most(load, stock)];
    for n in stock + 1.. {
        let chance = poisson::probability(load, n);
        if chance < 1e-20 && n as f64 > load {
            return chances;
        }
        chances.push(chance);
    }
    chances
}

/// The law of a number of which each unit is kept with probability `keep`, by Horner's rule: from the largest number down, one more unit
/// is thinned. Leading chances that have sunk below 1e-30 are dropped, so that the work stays near the bulk.
fn thinned(chances: &[f64], keep: f64) -> Vec<f64> {
    let mut kept = vec![0.0];
    for chance in chances.iter().rev() {
        kept.push(0.0);
        for k in (1..kept.len()).rev() {
            kept[k] = (1.0 - keep) * kept[k] + keep * kept[k - 1];
        }
        kept[0] = (1.0 - keep) * kept[0] + chance;
        while kept.len() > 1 && kept[kept.len() - 1] < 1e-30 {
            kept.pop();
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinning_by_hand() {
        // 0, 1 or 2 with ½, ¼, ¼, each kept with ½: none 11/16, one ¼ · ½ + ¼ · ½ = 4/16, two 1/16.
        assert_eq!(thinned(&[0.5, 0.25, 0.25], 0.5), [0.6875, 0.25, 0.0625]);
        assert_eq!(thinned(&[0.5, 0.25, 0.25], 1.0), [0.5, 0.25, 0.25]);
    }

    #[test]
    fn without_central_stock_a_ward_waits_for_both_lead_times() {
        // Then each ward orders from the supplier through the warehouse: Poisson over 3 + 1.
        let network = OneWarehouse {
            warehouse_base_stock: 0.0,
            ward_base_stock: 6.0,
            ward_demand_rate: 0.5,
            wards: 40.0,
            warehouse_lead_time: 3.0,
            ward_lead_time: 1.0,
        };
        let found = network.service().unwrap();
        assert!((found.ward_fill_rate - poisson::at_most(2.0, 5)).abs() < 1e-12);
        assert!((found.ward_mean_backorders / poisson::excess(2.0, 6.0) - 1.0).abs() < 1e-10);
    }

    #[test]
    fn with_plenty_of_central_stock_only_the_own_lead_time_counts() {
        let network = OneWarehouse {
            warehouse_base_stock: 400.0,
            ward_base_stock: 2.0,
            ward_demand_rate: 0.5,
            wards: 10.0,
            warehouse_lead_time: 4.0,
            ward_lead_time: 1.0,
        };
        assert!((network.service().unwrap().ward_fill_rate - poisson::at_most(0.5, 1)).abs() < 1e-12);
        assert_eq!(OneWarehouse { wards: 0.0, ..network }.service().unwrap_err().parameter, "wards");
    }
}
