//! Collect: rows and tallies of all cells become findings. Each figure's definition is in `sim::measures`, `sim::cost` and
//! `sim::endurance`; here replications are put together, and nothing else.

use super::batch::CellRuns;
use super::design::StudyCell;
use super::figures::{Figures, mean};
use super::findings::{
    CellFindings, CostFindings, CutFindings, DaysFindings, Estimate, LevelFindings, Readings, ShortageFindings, Verdict,
};
use super::phases::included;
use super::row::{ReadingRow, RunRow};
use super::rows::{Rows, SpareError};
use super::tally::ReadingTally;
use crate::inventory::rotation::rotation_index;
use crate::order::{Gather, InOrder};
use crate::plan::Plan;
use crate::plan::endurance::NeedGroup;
use crate::plan::shortage::ReactionKind;
use crate::plan::site::Owner;
use crate::scenario::model::{Study, Title};
use crate::sim::cost::CostLine;
use crate::sim::measures::{Ratio, Service, SiteShortage};
use crate::stats::estimate::{Interval, USUAL_LEVEL, mean_interval};
use crate::stats::proportion::probability_interval;
use crate::stats::quantile::quantiles;
use crate::stats::ratio::ratio_interval;
use std::collections::{BTreeMap, BTreeSet};

/// Quantiles over replications that every estimate tells.
const QUANTILES: [f64; 5] = [0.05, 0.10, 0.50, 0.90, 0.95];
/// Groups named per level, at most.
const NAMED_GROUPS: usize = 10;

impl Estimate {
    /// An estimate from an interval and the values behind it, one per replication.
    pub fn from_interval(interval: Option<Interval>, values: &[f64], unit: &'static str) -> Estimate {
        Estimate {
            mean: interval.map(|interval| interval.estimate),
            low: interval.and_then(|interval| interval.low),
            high: interval.and_then(|interval| interval.high),
            quantiles: quantiles(values, QUANTILES),
            n: u32::try_from(values.len()).expect("replications are counted by a u32"),
            unit,
        }
    }

    /// A mean over replications with its Student t interval.
    pub fn of_mean(values: &[f64], unit: &'static str) -> Estimate {
        Estimate::from_interval(mean_interval(values, USUAL_LEVEL), values, unit)
    }

    /// A mean of days from 0 to `most`: the t interval cut to them, beyond which no mean of such days can lie.
    pub(super) fn of_days(values: &[f64], most: f64) -> Estimate {
        let interval = mean_interval(values, USUAL_LEVEL).map(|interval| interval.clamped(0.0, most));
        Estimate::from_interval(interval, values, "days")
    }

    /// A mean of shares: the t interval cut to [0, 1].
    pub(super) fn of_share(values: &[f64]) -> Estimate {
        let interval = mean_interval(values, USUAL_LEVEL).map(|interval| interval.clamped(0.0, 1.0));
        Estimate::from_interval(interval, values, "share")
    }

    /// A probability from one value in [0, 1] per replication.
    pub(super) fn of_probability(values: &[f64]) -> Estimate {
        Estimate::from_interval(probability_interval(values, USUAL_LEVEL), values, "share")
    }

    /// A ratio of sums over replications with its delta-method interval, cut to [0, 1].
    pub(super) fn of_ratio(parts: Vec<f64>, wholes: Vec<f64>) -> Estimate {
        let interval = ratio_interval(&parts, &wholes, USUAL_LEVEL).map(|interval| interval.clamped(0.0, 1.0));
        // Parts and wholes are gone before the values are sorted: there may be a million replications.
        let both = parts.into_iter().zip(wholes).filter(|(_, whole)| *whole != 0.0);
        let values: Vec<f64> = both.map(|(part, whole)| part / whole).collect();
        Estimate::from_interval(interval, &values, "share")
    }
}

/// The findings of one cell of the study.
///
/// # Errors
/// Rows that were put away cannot be read back.
pub fn cell_findings(study: &Study, cell: &StudyCell, runs: &CellRuns) -> Result<CellFindings, SpareError> {
    let (plan, rows) = (&cell.plan, &runs.rows);
    let endurance = (0..plan.cuts.len()).map(|index| cut(plan, runs, index));
    Ok(CellFindings {
        scenario: study.scenarios[cell.scenario].id.clone(),
        reserve: study.reserves[cell.reserve].clone(),
        metrics: metrics(rows)?,
        cost: cost(plan, rows)?,
        shortage: shortage(plan, rows)?,
        endurance: endurance.collect::<Result<_, _>>()?,
        stock_requirement: requirement(plan, rows, |row| &row.stock_in_region)?,
        stock_requirement_with_distant: requirement(plan, rows, |row| &row.stock_with_distant)?,
        phases: super::phases::findings(plan, rows)?,
    })
}

/// The figures of reactions to a shortage: what is not told as `substituted` or `moved_between_sites`.
const REACTIONS: [(ReactionKind, &str); 5] = [
    (ReactionKind::Wait, "reaction_wait"),
    (ReactionKind::Emergency, "reaction_emergency"),
    (ReactionKind::ComeBack, "reaction_come_back"),
    (ReactionKind::Elsewhere, "reaction_elsewhere"),
    (ReactionKind::Cancel, "reaction_cancel"),
];

fn metrics(rows: &Rows) -> Result<BTreeMap<&'static str, Estimate>, SpareError> {
    let figures = Figures { rows };
    let ratio = |of: fn(&Service) -> Ratio| figures.ratio(|row| of(&row.service));
    let mut metrics = [
        ("fill_rate", ratio(|service| service.fill_rate)?),
        ("fill_rate_by_value", ratio(|service| service.fill_rate_by_value)?),
        ("availability", ratio(|service| service.availability)?),
        ("ready_rate", ratio(|service| service.ready_rate)?),
        ("order_line_service", ratio(|service| service.order_line_service)?),
        ("cycle_service", ratio(|service| service.cycle_service)?),
        ("mean_stock", figures.mean("units", |row| row.service.mean_stock)?),
        ("mean_backlog", figures.mean("units", |row| row.service.mean_backlog)?),
        ("stock_value", figures.mean("SEK", |row| row.stock_value)?),
        ("issue_value", figures.mean("SEK/year", |row| row.issue_value)?),
        ("mean_in_transit", figures.mean("units", |row| row.service.mean_in_transit)?),
        ("mean_on_order", figures.mean("units", |row| row.service.mean_on_order)?),
        ("short_supplier_out", ratio(|service| service.short_by_cause[0])?),
        ("short_not_stocked", ratio(|service| service.short_by_cause[1])?),
        ("short_avoidable", ratio(|service| service.short_by_cause[2])?),
        ("orders_per_year", figures.mean("orders/year", |row| row.service.orders_per_year)?),
        ("short_units", figures.mean("units/year", |row| row.short_units.iter().sum())?),
        ("short_units_supplier_out", figures.mean("units/year", |row| row.short_units[0])?),
        ("short_units_not_stocked", figures.mean("units/year", |row| row.short_units[1])?),
        ("short_units_avoidable", figures.mean("units/year", |row| row.short_units[2])?),
    ]
    .into_map();
    let of_some = of_some_scenarios(&figures)?.into_iter().chain(super::help::figures(&figures)?);
    metrics.extend(of_some.filter_map(|(name, figure)| Some((name, figure?))));
    for (kind, name) in REACTIONS {
        let units = |row: &RunRow| Some(row.service.reacted?[kind.place()]);
        metrics.extend(figures.mean_if_any("units/year", units)?.map(|figure| (name, figure)));
    }
    Ok(metrics)
}

/// Figures of what only some scenarios have: lost sales, batches, full sites, staff, ….
fn of_some_scenarios(figures: &Figures) -> Result<[(&'static str, Option<Estimate>); 11], SpareError> {
    let ratio = |of: fn(&Service) -> Option<Ratio>| figures.ratio_if_any(|row| of(&row.service));
    let mean = |unit, of: fn(&Service) -> Option<f64>| figures.mean_if_any(unit, |row| of(&row.service));
    Ok([
        ("rotation", rotation(figures.rows)?),
        ("lost_share", ratio(|service| service.lost_share)?),
        ("chasing_hours", mean("hours/year", |service| service.chasing_hours)?),
        ("expired", mean("units/year", |service| service.expired)?),
        ("reserve_openings", mean("openings/year", |service| service.openings)?),
        ("substituted", ratio(|service| service.substituted)?),
        ("overflow_pallets", mean("pallets", |service| service.overflow_pallets)?),
        ("days_overfull", ratio(|service| service.days_overfull)?),
        ("staff_used", ratio(|service| service.staff_used)?),
        ("dock_lines", mean("lines", |service| service.dock_lines)?),
        ("days_with_work_left", ratio(|service| service.days_with_work_left)?),
    ])
}

/// Rotation index (I31): the ratio of sums, so that a replication with little stock does not weigh more than another.
fn rotation(rows: &Rows) -> Result<Option<Estimate>, SpareError> {
    let both = rows.of_runs(|row| (row.issue_value, row.stock_value));
    let (issued, stock): (Vec<f64>, Vec<f64>) = both.collect::<Result<_, _>>()?;
    Ok(ratio_interval(&issued, &stock, USUAL_LEVEL).map(|interval| {
        let values: Vec<f64> =
            issued.iter().zip(&stock).filter_map(|(part, whole)| rotation_index(*part, *whole)).collect();
        Estimate::from_interval(Some(interval), &values, "per year")
    }))
}

/// Who went without, site by site.
fn shortage(plan: &Plan, rows: &Rows) -> Result<Vec<ShortageFindings>, SpareError> {
    let figures = Figures { rows };
    let sites = |row: &RunRow| row.shortage.iter().map(|known| known.site).collect::<Vec<_>>();
    let Some(sites) = rows.of_runs(sites).next().transpose()? else { return Ok(Vec::new()) };
    let of_site = |(place, site): (usize, u32)| {
        let ratio = |part: &dyn Fn(&SiteShortage) -> f64| {
            figures.ratio(|row| Ratio { part: part(&row.shortage[place]), whole: row.shortage[place].needed })
        };
        let site = &plan.sites[site as usize];
        Ok(ShortageFindings {
            site: site.id.clone(),
            title: Title { sv: site.name_sv.clone(), en: site.name_en.clone() },
            short: ratio(&|site| site.causes.iter().sum())?,
            causes: [ratio(&|site| site.causes[0])?, ratio(&|site| site.causes[1])?, ratio(&|site| site.causes[2])?],
        })
    };
    sites.into_iter().enumerate().map(of_site).collect()
}

fn cost(plan: &Plan, rows: &Rows) -> Result<CostFindings, SpareError> {
    let figures = Figures { rows };
    // Without any price there is no cost to tell, which is not the same as a cost of 0.
    let estimate = |keep: &dyn Fn(&CostLine) -> bool| {
        let sum =
            |row: &RunRow| row.costs.iter().filter(|line| keep(line)).map(|line| line.per_year.sek()).sum::<f64>();
        figures.mean_of_those("SEK/year", |row| (!row.costs.is_empty()).then(|| sum(row)))
    };
    let mut payers = BTreeSet::new();
    rows.of_runs(|row| payers.extend(row.costs.iter().map(|line| line.payer))).collect::<Result<(), _>>()?;
    let of_component = |component| Ok((component, estimate(&|line| line.component == component)?));
    let of_payer = |(payer, owner): (u32, &Owner)| Ok((owner.id.clone(), estimate(&|line| line.payer == payer)?));
    Ok(CostFindings {
        total: estimate(&|_| true)?,
        components: included(plan).into_iter().map(of_component).collect::<Result<_, _>>()?,
        payers: (0..)
            .zip(&plan.owners)
            .filter(|(payer, _)| payers.contains(payer))
            .map(of_payer)
            .collect::<Result<_, _>>()?,
        cash: estimate(&|line| line.component.is_cash())?,
        imputed: estimate(&|line| !line.component.is_cash())?,
        lump_sums: plan.prices.lump_sums.iter().map(|sum| sum.per_year.sek()).sum(),
    })
}

fn requirement(
    plan: &Plan,
    rows: &Rows,
    shares: fn(&RunRow) -> &Vec<Option<f64>>,
) -> Result<Vec<LevelFindings>, SpareError> {
    let level_findings = |(index, &level): (usize, &u32)| {
        let values = rows.of_runs(|row| shares(row)[index]).filter_map(Result::transpose);
        let share = Estimate::of_share(&values.collect::<Result<Vec<f64>, _>>()?);
        let verdict = Verdict::of(&share, plan.endurance.required_article_share);
        Ok(LevelFindings { level, share, verdict })
    };
    plan.endurance.levels.iter().enumerate().map(level_findings).collect()
}

fn cut(plan: &Plan, runs: &CellRuns, index: usize) -> Result<CutFindings, SpareError> {
    let cut = &plan.cuts[index];
    let claims = cut.claims.iter().enumerate().map(|(claim_index, &claim)| {
        let view = View { plan, rows: &runs.rows, cut: index, claim: claim_index };
        Ok((claim, view.readings(&runs.tallies[index][claim_index])?))
    });
    Ok(CutFindings {
        cut: cut.id.clone(),
        claims: claims.collect::<Result<_, _>>()?,
        stop: runs.stops[index].as_ref().map(|tally| tally.findings(plan, &runs.rows, index)).transpose()?,
        slices: super::slices::findings(plan, runs, index)?,
        failing: runs.failing[index].findings(plan),
    })
}

/// The readings of one cut and claim across rows.
struct View<'a> {
    plan: &'a Plan,
    rows: &'a Rows,
    cut: usize,
    claim: usize,
}

/// One value per replication, or what kept it from being read.
type Values = Result<Vec<f64>, SpareError>;

impl View<'_> {
    /// One value per replication: the mean of `of` over its probes that `keep` lets through; replications without such a probe are left out.
    fn values(&self, keep: &dyn Fn(&ReadingRow) -> bool, of: &dyn Fn(&ReadingRow) -> f64) -> Values {
        let of_replication = |readings: &[ReadingRow]| mean(readings.iter().filter(|reading| keep(reading)).map(of));
        let values = self.rows.of_readings(self.cut, self.claim, of_replication);
        values.filter_map(Result::transpose).collect()
    }

    fn all(&self, of: &dyn Fn(&ReadingRow) -> f64) -> Values {
        self.values(&|_| true, of)
    }

    fn readings(&self, tally: &ReadingTally) -> Result<Readings, SpareError> {
        let endurance = &self.plan.endurance;
        let groups = endurance.groups.len() as f64;
        let by_level = |of: &dyn Fn(&ReadingRow, usize) -> f64, estimate: &dyn Fn(&[f64]) -> Estimate| {
            let of_level = |level| Ok(estimate(&self.all(&|reading| of(reading, level))?));
            (0..endurance.levels.len()).map(of_level).collect::<Result<Vec<_>, SpareError>>()
        };
        let in_groups = |values: &[f64]| Estimate::of_mean(values, "groups");
        let p_at_least = self.p_at_least(&|_| true)?;
        let verdict = |estimate: &Estimate| Verdict::of(estimate, endurance.required_probability);
        let days = endurance.thresholds.iter().enumerate().map(|(index, &threshold)| self.days(index, threshold));
        Ok(Readings {
            days: days.collect::<Result<_, _>>()?,
            share_served: by_level(&|reading, level| reading.share_served[level], &Estimate::of_share)?,
            groups_full: by_level(
                &|reading, level| f64::from(reading.groups_full[level]) / groups,
                &Estimate::of_share,
            )?,
            groups_at_zero: by_level(&|reading, level| f64::from(reading.groups_at_zero[level]), &in_groups)?,
            most_often_at_zero: by_zero(self.plan, tally),
            families_at_zero: families_at_zero(self.plan, tally),
            groups_out_before: in_groups(&self.all(&|reading| f64::from(reading.groups_out_before))?),
            verdicts: p_at_least.iter().map(|levels| levels.iter().map(verdict).collect()).collect(),
            p_calm: self.p_at_least(&|reading| !reading.major_event)?,
            p_major_event: self.p_at_least(&|reading| reading.major_event)?,
            p_at_least,
            curve: tally.curve.curve(),
        })
    }

    fn days(&self, index: usize, threshold: f64) -> Result<DaysFindings, SpareError> {
        let days = self.all(&|reading| f64::from(reading.days[index]))?;
        let lasted = self.all(&|reading| if reading.lasted[index] { 1.0 } else { 0.0 })?;
        Ok(DaysFindings {
            threshold,
            days: Estimate::of_days(&days, f64::from(self.plan.endurance.cap_days)),
            share_at_cap: mean(lasted.into_iter()).unwrap_or(0.0),
        })
    }

    /// P(endurance ≥ level) per threshold and level.
    fn p_at_least(&self, keep: &dyn Fn(&ReadingRow) -> bool) -> Result<Vec<Vec<Estimate>>, SpareError> {
        let endurance = &self.plan.endurance;
        let p = |threshold: usize, level: u32| {
            let holds = |reading: &ReadingRow| if reading.days[threshold] >= level { 1.0 } else { 0.0 };
            Ok(Estimate::of_probability(&self.values(keep, &holds)?))
        };
        (0..endurance.thresholds.len())
            .map(|threshold| endurance.levels.iter().map(|&level| p(threshold, level)).collect())
            .collect()
    }
}

/// For each level the groups most often at zero, with the share of probes; ties by name.
fn by_zero(plan: &Plan, tally: &ReadingTally) -> Vec<Vec<(String, f64)>> {
    let of_level = |counts: &Vec<u32>| {
        let mut ranked: Vec<(u32, &String)> =
            counts.iter().copied().zip(plan.endurance.groups.iter().map(|group| &group.name)).collect();
        ranked.retain(|&(count, _)| count > 0);
        ranked.order_by_key(|&(count, name)| (std::cmp::Reverse(count), name));
        ranked.truncate(NAMED_GROUPS);
        let share = |count: u32| f64::from(count) / f64::from(tally.curve.probes);
        ranked.into_iter().map(|(count, name)| (name.clone(), share(count))).collect()
    };
    tally.at_zero.iter().map(of_level).collect()
}

/// For each level the mean share of each family's groups at zero, the most stricken first, ties by id. A group belongs to
/// the family of its first demand entry.
fn families_at_zero(plan: &Plan, tally: &ReadingTally) -> Vec<Vec<(String, f64)>> {
    let family = |group: &NeedGroup| {
        let cell = plan.demands[group.demands[0] as usize].cell;
        plan.articles[plan.cells[cell as usize].article as usize].family.as_str()
    };
    let of_level = |counts: &Vec<u32>| {
        let mut sums: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for (group, &count) in plan.endurance.groups.iter().zip(counts) {
            let (at_zero, groups) = sums.entry(family(group)).or_default();
            (*at_zero, *groups) = (*at_zero + u64::from(count), *groups + 1);
        }
        let probes = tally.curve.probes.max(1);
        let share = |(at_zero, groups): (u64, u64)| at_zero as f64 / (groups as f64 * f64::from(probes));
        let mut families: Vec<(String, f64)> =
            sums.into_iter().map(|(family, counted)| (family.to_owned(), share(counted))).collect();
        families.order_by(|one, other| other.1.total_cmp(&one.1));
        families
    };
    tally.at_zero.iter().map(of_level).collect()
}
