//! Closed forms of inventory theory, written from the books and not from the program.

use statrs::distribution::{Continuous, ContinuousCDF, Normal};

fn standard() -> Normal {
    Normal::new(0.0, 1.0).expect("the standard normal law exists")
}

/// Φ.
pub fn normal_cdf(z: f64) -> f64 {
    standard().cdf(z)
}

/// Φ⁻¹.
pub fn normal_quantile(p: f64) -> f64 {
    standard().inverse_cdf(p)
}

/// Independent normal demand, day by day.
#[derive(Clone, Copy, Debug)]
pub struct Daily {
    /// Mean of a day.
    pub mean: f64,
    /// Standard deviation of a day.
    pub sd: f64,
}

impl Daily {
    /// P(demand of `days` days ≤ `level`).
    pub fn covered(self, days: f64, level: f64) -> f64 {
        if days == 0.0 {
            return if level >= 0.0 { 1.0 } else { 0.0 };
        }
        normal_cdf((level - days * self.mean) / (self.sd * days.sqrt()))
    }

    /// E(demand of `days` days − `level`)⁺: the normal loss function (Snyder & Shen 2019, C.30–31).
    pub fn loss(self, days: f64, level: f64) -> f64 {
        if days == 0.0 {
            return (-level).max(0.0);
        }
        let sd = self.sd * days.sqrt();
        let z = (level - days * self.mean) / sd;
        sd * (standard().pdf(z) - z * (1.0 - normal_cdf(z)))
    }

    /// E(`level` − demand of `days` days)⁺.
    pub fn left_over(self, days: f64, level: f64) -> f64 {
        level - days * self.mean + self.loss(days, level)
    }

    /// P(stock covers every day up to `n`), n = 1, 2, …, for paths that may also fall (goods come back): the density of
    /// the sum of demand, day by day, of the paths that have not yet passed `stock`, on a grid by the trapezoid rule.
    pub fn survival(self, stock: f64, days: usize) -> Vec<f64> {
        let step = self.sd / 60.0;
        let reach = (9.0 * self.sd / step) as i64 + (self.mean / step) as i64;
        let kernel: Vec<f64> =
            (-reach..=reach).map(|k| standard().pdf((k as f64 * step - self.mean) / self.sd) / self.sd).collect();
        // Places on the grid: stock − step · index; the first is the boundary itself and counts half.
        let points = (stock / step) as usize + reach as usize;
        let place = |index: usize| stock - step * index as f64;
        let mut density: Vec<f64> =
            (0..points).map(|index| standard().pdf((place(index) - self.mean) / self.sd) / self.sd).collect();
        let mut survived = vec![self.covered(1.0, stock)];
        while survived.len() < days {
            let next = |to: usize| {
                let (first, last) = (to.saturating_sub(reach as usize), (to + reach as usize).min(points - 1));
                let part = |from: usize| {
                    let half = if from == 0 { 0.5 } else { 1.0 };
                    half * density[from] * kernel[(from as i64 - to as i64 + reach) as usize]
                };
                step * (first..=last).map(part).sum::<f64>()
            };
            density = (0..points).map(next).collect();
            survived.push(step * (density.iter().sum::<f64>() - 0.5 * density[0]));
        }
        survived
    }
}

#[test]
fn the_formulas_give_the_tabled_values() {
    // E(Z − z)⁺ at −1 and 0.5 (file of known answers, loss_function).
    let standard_demand = Daily { mean: 0.0, sd: 1.0 };
    assert!((standard_demand.loss(1.0, -1.0) - 1.083_315_470_587_686_4).abs() < 1e-9);
    assert!((standard_demand.loss(1.0, 0.5) - 0.197_796_557_401_306).abs() < 1e-9);
    assert!((normal_quantile(0.95) - 1.644_853_626_951_47).abs() < 1e-9);
}

#[test]
fn survival_by_recursion_meets_the_closed_form_where_paths_only_rise() {
    let demand = Daily { mean: 50.0, sd: 8.0 };
    for (n, survived) in (1..).zip(demand.survival(150.0, 5)) {
        let exact = demand.covered(f64::from(n), 150.0);
        assert!((survived - exact).abs() < 1e-6, "day {n}: {survived} and {exact}");
    }
}
