//! Laws of demand of the second engine, from the model page. Samplers are shared, as draws are.
#![expect(clippy::disallowed_methods, reason = "tests may use the functions of the platform; results may not")]

use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::demand::Demand;
use beredd::plan::demand_law::{Law, Season, SizeLaw};
use beredd::random::counts::{Geometric, NegativeBinomial, Poisson};
use beredd::random::gamma::Gamma;
use beredd::random::normal::standard_normal;
use beredd::units::Quanta;
use rand_distr::Distribution;

/// The law of an entry, searched for from the first to the last.
pub fn law_of(plan: &Plan, demand: u32) -> Option<&Law> {
    plan.demand_laws.laws.iter().find(|one| one.demand == demand).map(|one| &one.law)
}

/// The factor of an entry's season on a day.
pub fn season(plan: &Plan, demand: u32, number: i64) -> f64 {
    if plan.demand_laws.season_of.is_empty() {
        return 1.0;
    }
    let season: &Season = &plan.demand_laws.seasons[plan.demand_laws.season_of[demand as usize] as usize];
    let years = if number < 0 { 0.0 } else { number as f64 / 365.0 };
    season.months[month(season.start + number)] * season.yearly_growth.powf(years)
}

/// The month of a day since 1970, by walking through years and months.
fn month(mut days: i64) -> usize {
    let leap = |year: i64| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let length = |year: i64| if leap(year) { 366 } else { 365 };
    let mut year = 1970;
    while days < 0 {
        year -= 1;
        days += length(year);
    }
    while days >= length(year) {
        days -= length(year);
        year += 1;
    }
    let february = if leap(year) { 29 } else { 28 };
    let mut month = 0;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    month
}

/// The need of an entry with a law of its own; `factor` is that of the day, `surge` that of the disruptions.
pub fn need(world: &World, demand: &Demand, law: &Law, number: i64, (factor, surge): (f64, f64)) -> Quanta {
    let mut block = world.block(demand.stream, number);
    let unit = world.plan.resolution;
    let (x, size) = match law {
        Law::Lognormal { mu, sigma } => (factor * (mu + sigma * standard_normal(&mut block)).exp(), 1),
        Law::Gamma { shape, scale } => (factor * Gamma { shape: *shape, scale: *scale }.sample(&mut block), 1),
        Law::Poisson { mean } => (Poisson { mean: factor * mean }.sample(&mut block), unit),
        Law::NegativeBinomial { mean, shape } => {
            (NegativeBinomial { mean: factor * mean, shape: *shape }.sample(&mut block), unit)
        }
        Law::Intermittent { probability, size } => {
            if block.unit() >= *probability {
                return 0;
            }
            match size {
                SizeLaw::Fixed { quanta } => (factor * quanta, 1),
                SizeLaw::Lognormal { mu, sigma } => (factor * (mu + sigma * standard_normal(&mut block)).exp(), 1),
                SizeLaw::Geometric { mean } => (factor * Geometric { mean: *mean }.sample(&mut block), unit),
            }
        }
        Law::Empirical { values, cumulative } => {
            let p = 1.0 - block.unit();
            let place = cumulative.iter().position(|reached| *reached >= p).expect("the last one is 1");
            (factor * values[place], 1)
        }
        Law::Arrivals { .. } => return 0,
        Law::Replay { series } => {
            let series = &world.plan.demand_laws.series[*series as usize];
            let length = series.quantities.len() as i64;
            let place = number - series.first;
            let inside = (0..length).contains(&place);
            let known = if inside || series.repeats { series.quantities[place.rem_euclid(length) as usize] } else { 0 };
            (known as f64, 1)
        }
    };
    rounded(x * surge, block.unit()) * size
}

/// ⌊x + u⌋, the fraction compared by itself so that a whole x stays.
pub fn rounded(x: f64, u: f64) -> Quanta {
    let whole = x.floor();
    let up = x - whole + u >= 1.0 && x > whole;
    whole as i64 + i64::from(up)
}
