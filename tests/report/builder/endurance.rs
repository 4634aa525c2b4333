//! Invented readings of a cut: how long need is served, part by part, what fails first, and the stop that ends. All follow from the days
//! that the system lasts.

use super::figures::{WithinOne, absent, figure, share};
use super::{CAP, LEVELS, REPLICATIONS, REQUIRED, THRESHOLDS, title};
use beredd::plan::slice::SliceKind;
use beredd::study::breach::BreachFindings;
use beredd::study::failing::{FailingFindings, FailingGroup, Supply, WhyKind};
use beredd::study::findings::*;
use beredd::study::slices::{SliceFindings, Spread};

/// S(d) of a system that lasts about `endurance` days: a smooth step, nine days wide.
pub fn served(endurance: f64, day: f64) -> f64 {
    1.0 / (1.0 + libm::exp((day - endurance - 12.0) / 3.0))
}

pub(super) fn readings(endurance: f64) -> Readings {
    let at_levels = |f: &dyn Fn(f64) -> Estimate| -> Vec<Estimate> { LEVELS.map(|level| f(f64::from(level))).into() };
    let chance = |threshold: f64, level: f64| {
        let until = endurance + (0.95 - threshold) * 100.0;
        share(
            (1.0 / (1.0 + libm::exp((level - until) / 2.0)) * f64::from(REPLICATIONS)).round()
                / f64::from(REPLICATIONS),
        )
    };
    let chances: Vec<Vec<Estimate>> = THRESHOLDS.map(|threshold| at_levels(&|level| chance(threshold, level))).into();
    let verdicts = chances.iter().map(|levels| levels.iter().map(|p| Verdict::of(p, REQUIRED)).collect());
    let days = THRESHOLDS.map(|threshold| {
        let until = (endurance + (0.95 - threshold) * 100.0).clamp(0.0, f64::from(CAP));
        DaysFindings { threshold, days: figure(until, 2.0, "days"), share_at_cap: 0.0 }
    });
    let point = |day: u32| {
        let at = |shift: f64| (served(endurance + shift, f64::from(day)) * 100.0).round() / 100.0;
        CurvePoint { day, mean: served(endurance, f64::from(day)), p10: at(-4.0), p90: at(4.0) }
    };
    Readings {
        days: days.into(),
        share_served: at_levels(&|level| figure(served(endurance, level), 0.01, "share").within_one()),
        groups_full: at_levels(&|level| figure(served(endurance - 3.0, level), 0.01, "share").within_one()),
        groups_at_zero: at_levels(&|level| figure(20.0 * (1.0 - served(endurance + 3.0, level)), 1.0, "units")),
        most_often_at_zero: LEVELS.map(|_| vec![("Handskar, nitril".to_string(), 0.25)]).into(),
        families_at_zero: LEVELS.map(|level| families_at_zero(endurance, f64::from(level))).into(),
        groups_out_before: figure(1.5, 0.5, "units"),
        verdicts: verdicts.collect(),
        p_calm: chances.clone(),
        p_major_event: THRESHOLDS.map(|_| LEVELS.map(|_| absent("share")).into()).into(),
        p_at_least: chances,
        curve: (1..=CAP).map(point).collect(),
    }
}

/// Three families, of which gloves run out first.
fn families_at_zero(endurance: f64, level: f64) -> Vec<(String, f64)> {
    let families = [("gloves", -6.0), ("masks", 0.0), ("wound-care", 9.0)];
    families.map(|(family, later)| (family.to_string(), 1.0 - served(endurance + later, level))).into()
}

/// Parts of need: a flow that is all of it, two sites, two classes, three families; the later ones last longer.
pub(super) fn slices(endurance: f64) -> Vec<SliceFindings> {
    let parts = [
        (SliceKind::Flow, "consumables", "Förbrukningsmateriel", "Consumables"),
        (SliceKind::Site, "granvik", "Granviks sjukhus", "Granvik hospital"),
        (SliceKind::Site, "skogby", "Skogby sjukhus", "Skogby hospital"),
        (SliceKind::Class, "A", "A", "A"),
        (SliceKind::Class, "B", "B", "B"),
        (SliceKind::Family, "gloves", "Handskar", "Gloves"),
        (SliceKind::Family, "masks", "Munskydd", "Masks"),
        (SliceKind::Family, "wound-care", "Sårvård", "Wound care"),
    ];
    let slice = |(place, (kind, id, sv, en)): (u32, (SliceKind, &str, &str, &str))| {
        let lasts = endurance + 2.0 * f64::from(place) - 6.0;
        let spread = |mean: f64, around: f64, most: f64| {
            let at = |shift: f64| Some((mean + shift * around).clamp(0.0, most));
            Spread { mean: at(0.0), low: at(-1.0), high: at(1.0), p5: at(-4.0), p95: at(4.0) }
        };
        SliceFindings {
            kind,
            id: id.into(),
            title: title(sv, en),
            groups: 12 + place,
            share_served: LEVELS.map(|level| spread(served(lasts, f64::from(level)), 0.01, 1.0)).into(),
            days: THRESHOLDS
                .map(|threshold| spread((lasts + (0.95 - threshold) * 100.0).max(0.0), 1.0, f64::from(CAP)))
                .into(),
            share_at_cap: THRESHOLDS.map(|_| 0.0).into(),
            p_at_least: LEVELS.map(|level| spread(served(lasts - 8.0, f64::from(level)), 0.02, 1.0)).into(),
        }
    };
    (0..).zip(parts).map(slice).collect()
}

/// Two needs that fail, one for want of stock and one that nobody can say, and one that mostly lasts.
pub(super) fn failing(endurance: f64) -> FailingFindings {
    let group = |name: &str, later: f64, reason| {
        let day = endurance + later;
        FailingGroup {
            name: name.into(),
            median_day: (day < f64::from(CAP)).then_some(day as u32 + 1),
            short_by: LEVELS.map(|level| 1.0 - served(day, f64::from(level))).into(),
            reason,
            supply: Supply { static_days: [day * 1.5, day], simulated_days: [day, day / 2.0] },
        }
    };
    let stands = Some((WhyKind::BehindStop, Some(title("Grossisten", "The wholesaler")), 0.75));
    FailingFindings {
        supply: Supply { static_days: [endurance * 1.5, endurance], simulated_days: [endurance, 0.0] },
        groups: vec![
            group("granvik / gloves", 0.0, stands),
            group("granvik / masks", 2.0, Some((WhyKind::SiteStopped, None, 1.0))),
            group("skogby / masks", 400.0, None),
        ],
    }
}

/// A stop of 30 days: cover falls a day per day and comes back over as many days as it took.
pub(super) fn stop(endurance: f64) -> StopFindings {
    let cover = |day: u32| {
        let lowest = (endurance - 30.0).max(0.0);
        if day <= 30 { (endurance - f64::from(day)).max(0.0) } else { (lowest + f64::from(day - 30)).min(endurance) }
    };
    let point = |day: u32| PathPoint {
        day,
        cover: [0.7, 0.85, 1.0, 1.1, 1.3].map(|factor| factor * cover(day)),
        served: [0.0, -4.0].map(|shift| {
            served(endurance + shift, f64::from(if day <= 30 { day } else { 61_u32.saturating_sub(day) }))
        }),
    };
    StopFindings {
        length_days: 30,
        breach_below: 0.95,
        recovered_at: 0.98,
        path: (1..=90).map(point).collect(),
        examples: [0.8, 1.0, 1.2].map(|factor| (1..=90).map(|day| factor * cover(day)).collect()).into(),
        breached: share(if endurance < 30.0 { 0.8 } else { 0.1 }),
        breach: BreachFindings {
            day: figure(endurance.clamp(1.0, 30.0), 1.0, "days"),
            recovery_days: figure(12.0, 2.0, "days"),
            not_recovered: share(0.05),
        },
        refill_days: figure(21.0, 2.0, "days"),
        not_refilled: share(0.1),
    }
}
