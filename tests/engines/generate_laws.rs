//! The generator's laws of demand and seasons, from draws of their own, so that they change nothing else of a plan.
#![expect(clippy::disallowed_methods, reason = "tests may use the functions of the platform; results may not")]

use crate::generate::index;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::demand::Negative;
use beredd::plan::demand_law::{EntryLaw, Law, Season, Series, SizeLaw};
use beredd::random::key::StreamName;

/// Gives some demand entries of some plans another law, and some a season.
pub fn fill_in(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x6c61_7773);
    if random.chance(0.85) {
        for demand in 0..plan.demands.len() {
            if random.chance(0.8) {
                give_law(plan, demand, random);
            }
        }
    }
    if random.chance(0.4) {
        plan.demand_laws.seasons = (0..random.one_of(1, 2)).map(|_| season(random)).collect();
        let seasons = plan.demand_laws.seasons.len();
        plan.demand_laws.season_of = plan.demands.iter().map(|_| index(random.below(seasons))).collect();
    }
}

fn give_law(plan: &mut Plan, demand: usize, random: &mut SplitMix) {
    let mean = plan.demands[demand].location;
    let units = mean / plan.resolution as f64;
    let kind = random.below(10);
    let law = match kind {
        0 => lognormal(mean, random.between(0.0, 1.5)),
        1 => Law::Gamma { shape: random.between(0.2, 4.0), scale: mean / 2.0 },
        2 => Law::Poisson { mean: units * *random.pick(&[0.1, 1.0, 3.0]) },
        3 => Law::NegativeBinomial { mean: units, shape: random.between(0.3, 5.0) },
        4 => Law::Intermittent { probability: random.between(0.1, 0.6), size: SizeLaw::Fixed { quanta: 2.0 * mean } },
        5 => {
            let Law::Lognormal { mu, sigma } = lognormal(3.0 * mean, 0.8) else { unreachable!("a lognormal law") };
            Law::Intermittent { probability: random.between(0.1, 0.6), size: SizeLaw::Lognormal { mu, sigma } }
        }
        6 => {
            let size = SizeLaw::Geometric { mean: 1.0 + units * random.unit() };
            Law::Intermittent { probability: random.between(0.1, 0.6), size }
        }
        7 => Law::Empirical { values: vec![0.0, 0.7 * mean, 3.0 * mean], cumulative: vec![0.3, 0.9, 1.0] },
        _ => replayed(plan, mean, kind == 8, random),
    };
    let entry = &mut plan.demands[demand];
    (entry.deviation, entry.negative) = (0.0, Negative::Truncate);
    let cell = &plan.cells[entry.cell as usize];
    entry.stream = StreamName::new(&["demand", &cell.site.to_string(), &cell.article.to_string(), "law"]);
    plan.demand_laws.laws.push(EntryLaw { demand: index(demand), law });
}

fn lognormal(mean: f64, cv: f64) -> Law {
    let variance = (1.0 + cv * cv).ln();
    Law::Lognormal { mu: mean.ln() - variance / 2.0, sigma: variance.sqrt() }
}

fn replayed(plan: &mut Plan, mean: f64, repeats: bool, random: &mut SplitMix) -> Law {
    let days = random.one_of(3, 40);
    let quantities = (0..days).map(|_| random.between(0.0, 2.5 * mean) as i64).collect();
    let first = random.one_of(0, 20) as i64 - 10;
    plan.demand_laws.series.push(Series { first, quantities, repeats });
    Law::Replay { series: index(plan.demand_laws.series.len() - 1) }
}

fn season(random: &mut SplitMix) -> Season {
    let months = std::array::from_fn(|_| random.between(0.2, 2.0));
    let yearly_growth = *random.pick(&[1.0, 1.0, 0.5, 3.0]);
    // Any day of the years 2020 to 2031, leap years among them.
    Season { months, yearly_growth, start: random.one_of(18_262, 22_280) as i64 }
}
