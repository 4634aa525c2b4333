//! Collect: rows and tallies of all cells become findings. Each figure's definition is in `sim::measures`, `sim::cost` and
//! `sim::endurance`; here replications are put together, and nothing else.

use super::batch::CellRuns;
use super::design::StudyCell;
use super::findings::{
    CellFindings, CostFindings, CutFindings, DaysFindings, Estimate, LevelFindings, Readings, ShortageFindings, Verdict,
};
use super::phases::included;
use super::row::{ProbeRow, ReadingRow, Row};
use super::tally::ReadingTally;
use crate::inventory::rotation::rotation_index;
use crate::plan::Plan;
use crate::plan::endurance::NeedGroup;
use crate::plan::shortage::{KINDS, ReactionKind};
use crate::scenario::model::{Study, Title};
use crate::sim::cost::CostLine;
use crate::sim::measures::{Ratio, Service, SiteShortage};
use crate::stats::estimate::{Interval, USUAL_LEVEL, mean_interval};
use crate::stats::proportion::probability_interval;
use crate::stats::quantile::quantiles;
use crate::stats::ratio::ratio_interval;
use std::collections::BTreeMap;

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
    pub(super) fn of_ratio(ratios: impl Iterator<Item = Ratio>) -> Estimate {
        let (parts, wholes): (Vec<f64>, Vec<f64>) = ratios.map(|ratio| (ratio.part, ratio.whole)).unzip();
        let interval = ratio_interval(&parts, &wholes, USUAL_LEVEL).map(|interval| interval.clamped(0.0, 1.0));
        let values: Vec<f64> = parts.iter().zip(&wholes).filter(|(_, w)| **w != 0.0).map(|(p, w)| p / w).collect();
        Estimate::from_interval(interval, &values, "share")
    }
}

/// The findings of one cell of the study.
pub fn cell_findings(study: &Study, cell: &StudyCell, runs: &CellRuns) -> CellFindings {
    let plan = &cell.plan;
    CellFindings {
        scenario: study.scenarios[cell.scenario].id.clone(),
        reserve: study.reserves[cell.reserve].clone(),
        metrics: metrics(&runs.rows),
        cost: cost(plan, &runs.rows),
        shortage: shortage(plan, &runs.rows),
        endurance: plan.cuts.iter().enumerate().map(|(index, _)| cut(plan, runs, index)).collect(),
        stock_requirement: requirement(plan, &runs.rows, |row| &row.stock_in_region),
        stock_requirement_with_distant: requirement(plan, &runs.rows, |row| &row.stock_with_distant),
        phases: super::phases::findings(plan, &runs.rows),
    }
}

/// The figures of reactions to a shortage: what is not told as `substituted` or `moved_between_sites`.
const REACTIONS: [(ReactionKind, &str); 5] = [
    (ReactionKind::Wait, "reaction_wait"),
    (ReactionKind::Emergency, "reaction_emergency"),
    (ReactionKind::ComeBack, "reaction_come_back"),
    (ReactionKind::Elsewhere, "reaction_elsewhere"),
    (ReactionKind::Cancel, "reaction_cancel"),
];

fn metrics(rows: &[Row]) -> BTreeMap<&'static str, Estimate> {
    let ratio = |of: fn(&Service) -> Ratio| Estimate::of_ratio(rows.iter().map(|row| of(&row.service)));
    let mean = |of: &dyn Fn(&Row) -> f64, unit| Estimate::of_mean(&rows.iter().map(of).collect::<Vec<_>>(), unit);
    let mut metrics = BTreeMap::from([
        ("fill_rate", ratio(|service| service.fill_rate)),
        ("fill_rate_by_value", ratio(|service| service.fill_rate_by_value)),
        ("availability", ratio(|service| service.availability)),
        ("ready_rate", ratio(|service| service.ready_rate)),
        ("order_line_service", ratio(|service| service.order_line_service)),
        ("cycle_service", ratio(|service| service.cycle_service)),
        ("mean_stock", mean(&|row| row.service.mean_stock, "units")),
        ("mean_backlog", mean(&|row| row.service.mean_backlog, "units")),
        ("stock_value", mean(&|row| row.stock_value, "SEK")),
        ("issue_value", mean(&|row| row.issue_value, "SEK/year")),
        ("mean_in_transit", mean(&|row| row.service.mean_in_transit, "units")),
        ("mean_on_order", mean(&|row| row.service.mean_on_order, "units")),
        ("short_supplier_out", ratio(|service| service.short_by_cause[0])),
        ("short_not_stocked", ratio(|service| service.short_by_cause[1])),
        ("short_avoidable", ratio(|service| service.short_by_cause[2])),
        ("orders_per_year", mean(&|row| row.service.orders_per_year, "orders/year")),
    ]);
    let lost: Option<Vec<Ratio>> = rows.iter().map(|row| row.service.lost_share).collect();
    if let Some(lost) = lost {
        metrics.insert("lost_share", Estimate::of_ratio(lost.into_iter()));
    }
    let hours: Option<Vec<f64>> = rows.iter().map(|row| row.service.chasing_hours).collect();
    if let Some(hours) = hours {
        metrics.insert("chasing_hours", Estimate::of_mean(&hours, "hours/year"));
    }
    let expired: Option<Vec<f64>> = rows.iter().map(|row| row.service.expired).collect();
    if let Some(expired) = expired {
        metrics.insert("expired", Estimate::of_mean(&expired, "units/year"));
    }
    let openings: Option<Vec<f64>> = rows.iter().map(|row| row.service.openings).collect();
    if let Some(openings) = openings {
        metrics.insert("reserve_openings", Estimate::of_mean(&openings, "openings/year"));
    }
    let substituted: Option<Vec<Ratio>> = rows.iter().map(|row| row.service.substituted).collect();
    if let Some(ratios) = substituted {
        metrics.insert("substituted", Estimate::of_ratio(ratios.into_iter()));
    }
    let pallets: Option<Vec<f64>> = rows.iter().map(|row| row.service.overflow_pallets).collect();
    if let Some(pallets) = pallets {
        metrics.insert("overflow_pallets", Estimate::of_mean(&pallets, "pallets"));
    }
    let overfull: Option<Vec<Ratio>> = rows.iter().map(|row| row.service.days_overfull).collect();
    if let Some(overfull) = overfull {
        metrics.insert("days_overfull", Estimate::of_ratio(overfull.into_iter()));
    }
    metrics.extend(rotation(rows).map(|figure| ("rotation", figure)));
    metrics.extend(short_units(rows));
    metrics.extend(of_staff(rows));
    let reacted: Option<Vec<[f64; KINDS]>> = rows.iter().map(|row| row.service.reacted).collect();
    if let Some(reacted) = reacted {
        for (kind, name) in REACTIONS {
            let units: Vec<f64> = reacted.iter().map(|parts| parts[kind.place()]).collect();
            metrics.insert(name, Estimate::of_mean(&units, "units/year"));
        }
    }
    super::help::add(&mut metrics, rows);
    metrics
}

/// Rotation index (I31): the ratio of sums, so that a replication with little stock does not weigh more than another.
fn rotation(rows: &[Row]) -> Option<Estimate> {
    let (issued, stock): (Vec<f64>, Vec<f64>) = rows.iter().map(|row| (row.issue_value, row.stock_value)).unzip();
    let interval = ratio_interval(&issued, &stock, USUAL_LEVEL)?;
    let values: Vec<f64> =
        issued.iter().zip(&stock).filter_map(|(part, whole)| rotation_index(*part, *whole)).collect();
    Some(Estimate::from_interval(Some(interval), &values, "per year"))
}

/// Units per year that were short, in all and by cause.
fn short_units(rows: &[Row]) -> [(&'static str, Estimate); 4] {
    let units = |of: &dyn Fn(&[f64; 3]) -> f64| {
        Estimate::of_mean(&rows.iter().map(|row| of(&row.short_units)).collect::<Vec<_>>(), "units/year")
    };
    [
        ("short_units", units(&|causes| causes.iter().sum())),
        ("short_units_supplier_out", units(&|causes| causes[0])),
        ("short_units_not_stocked", units(&|causes| causes[1])),
        ("short_units_avoidable", units(&|causes| causes[2])),
    ]
}

/// Figures of sites with staff, if there are any.
fn of_staff(rows: &[Row]) -> Vec<(&'static str, Estimate)> {
    let ratio = |of: fn(&Service) -> Option<Ratio>| {
        let ratios: Option<Vec<Ratio>> = rows.iter().map(|row| of(&row.service)).collect();
        ratios.map(|ratios| Estimate::of_ratio(ratios.into_iter()))
    };
    let lines: Option<Vec<f64>> = rows.iter().map(|row| row.service.dock_lines).collect();
    let figures = [
        ("staff_used", ratio(|service| service.staff_used)),
        ("dock_lines", lines.map(|lines| Estimate::of_mean(&lines, "lines"))),
        ("days_with_work_left", ratio(|service| service.days_with_work_left)),
    ];
    figures.into_iter().filter_map(|(name, figure)| Some((name, figure?))).collect()
}

/// Who went without, site by site.
fn shortage(plan: &Plan, rows: &[Row]) -> Vec<ShortageFindings> {
    let Some(first) = rows.first() else { return Vec::new() };
    let of_site = |(place, known): (usize, &SiteShortage)| {
        let ratio = |part: &dyn Fn(&SiteShortage) -> f64| {
            Estimate::of_ratio(
                rows.iter().map(|row| &row.shortage[place]).map(|site| Ratio { part: part(site), whole: site.needed }),
            )
        };
        let site = &plan.sites[known.site as usize];
        ShortageFindings {
            site: site.id.clone(),
            title: Title { sv: site.name_sv.clone(), en: site.name_en.clone() },
            short: ratio(&|site| site.causes.iter().sum()),
            causes: std::array::from_fn(|cause| ratio(&|site| site.causes[cause])),
        }
    };
    first.shortage.iter().enumerate().map(of_site).collect()
}

fn cost(plan: &Plan, rows: &[Row]) -> CostFindings {
    // Without any price there is no cost to tell, which is not the same as a cost of 0.
    let estimate = |keep: &dyn Fn(&CostLine) -> bool| {
        let sum = |row: &Row| row.costs.iter().filter(|line| keep(line)).map(|line| line.per_year.sek()).sum::<f64>();
        let priced = rows.iter().filter(|row| !row.costs.is_empty());
        Estimate::of_mean(&priced.map(sum).collect::<Vec<_>>(), "SEK/year")
    };
    let components = included(plan);
    let pays = |payer: u32| rows.iter().any(|row| row.costs.iter().any(|line| line.payer == payer));
    CostFindings {
        total: estimate(&|_| true),
        components: components
            .into_iter()
            .map(|component| (component, estimate(&|line| line.component == component)))
            .collect(),
        payers: (0..)
            .zip(&plan.owners)
            .filter(|(payer, _)| pays(*payer))
            .map(|(payer, owner)| (owner.id.clone(), estimate(&|line| line.payer == payer)))
            .collect(),
        cash: estimate(&|line| line.component.is_cash()),
        imputed: estimate(&|line| !line.component.is_cash()),
        lump_sums: plan.prices.lump_sums.iter().map(|sum| sum.per_year.sek()).sum(),
    }
}

fn requirement(plan: &Plan, rows: &[Row], shares: fn(&Row) -> &Vec<Option<f64>>) -> Vec<LevelFindings> {
    let level_findings = |(index, &level): (usize, &u32)| {
        let values: Vec<f64> = rows.iter().filter_map(|row| shares(row)[index]).collect();
        let share = Estimate::of_share(&values);
        let verdict = Verdict::of(&share, plan.endurance.required_article_share);
        LevelFindings { level, share, verdict }
    };
    plan.endurance.levels.iter().enumerate().map(level_findings).collect()
}

fn cut(plan: &Plan, runs: &CellRuns, index: usize) -> CutFindings {
    let cut = &plan.cuts[index];
    let claims = cut.claims.iter().enumerate().map(|(claim_index, &claim)| {
        let view = View { plan, rows: &runs.rows, cut: index, claim: claim_index };
        (claim, view.readings(&runs.tallies[index][claim_index]))
    });
    let stop = runs.stops[index].as_ref().map(|tally| tally.findings(plan, &runs.rows, index));
    let slices = super::slices::findings(plan, runs, index);
    let failing = runs.failing[index].findings(plan);
    CutFindings { cut: cut.id.clone(), claims: claims.collect(), stop, slices, failing }
}

/// The readings of one cut and claim across rows.
struct View<'a> {
    plan: &'a Plan,
    rows: &'a [Row],
    cut: usize,
    claim: usize,
}

impl View<'_> {
    /// One value per replication: the mean of `of` over its probes that `keep` lets through; replications without such a probe are left out.
    fn values(&self, keep: &dyn Fn(&ProbeRow) -> bool, of: &dyn Fn(&ProbeRow, &ReadingRow) -> f64) -> Vec<f64> {
        let of_row = |row: &Row| {
            let probes: Vec<f64> = row
                .probes
                .iter()
                .filter(|probe| keep(probe))
                .map(|probe| of(probe, &probe.readings[self.cut][self.claim]))
                .collect();
            (!probes.is_empty()).then(|| probes.iter().sum::<f64>() / probes.len() as f64)
        };
        self.rows.iter().filter_map(of_row).collect()
    }

    fn all(&self, of: &dyn Fn(&ProbeRow, &ReadingRow) -> f64) -> Vec<f64> {
        self.values(&|_| true, of)
    }

    fn readings(&self, tally: &ReadingTally) -> Readings {
        let endurance = &self.plan.endurance;
        let groups = endurance.groups.len() as f64;
        let by_level = |of: &dyn Fn(usize) -> Estimate| (0..endurance.levels.len()).map(of).collect::<Vec<_>>();
        let p_at_least = self.p_at_least(&|_| true);
        let verdict = |estimate: &Estimate| Verdict::of(estimate, endurance.required_probability);
        Readings {
            days: endurance
                .thresholds
                .iter()
                .enumerate()
                .map(|(index, &threshold)| self.days(index, threshold))
                .collect(),
            share_served: by_level(&|level| Estimate::of_share(&self.all(&|_, reading| reading.share_served[level]))),
            groups_full: by_level(&|level| {
                Estimate::of_share(&self.all(&|_, reading| f64::from(reading.groups_full[level]) / groups))
            }),
            groups_at_zero: by_level(&|level| {
                Estimate::of_mean(&self.all(&|_, reading| f64::from(reading.groups_at_zero[level])), "groups")
            }),
            most_often_at_zero: by_zero(self.plan, tally),
            families_at_zero: families_at_zero(self.plan, tally),
            groups_out_before: Estimate::of_mean(&self.all(&|probe, _| f64::from(probe.groups_out_before)), "groups"),
            verdicts: p_at_least.iter().map(|levels| levels.iter().map(verdict).collect()).collect(),
            p_calm: self.p_at_least(&|probe| !probe.major_event),
            p_major_event: self.p_at_least(&|probe| probe.major_event),
            p_at_least,
            curve: tally.curve.curve(),
        }
    }

    fn days(&self, index: usize, threshold: f64) -> DaysFindings {
        let lasted = self.all(&|_, reading| if reading.lasted[index] { 1.0 } else { 0.0 });
        DaysFindings {
            threshold,
            days: Estimate::of_days(
                &self.all(&|_, reading| f64::from(reading.days[index])),
                f64::from(self.plan.endurance.cap_days),
            ),
            share_at_cap: if lasted.is_empty() { 0.0 } else { lasted.iter().sum::<f64>() / lasted.len() as f64 },
        }
    }

    /// P(endurance ≥ level) per threshold and level.
    fn p_at_least(&self, keep: &dyn Fn(&ProbeRow) -> bool) -> Vec<Vec<Estimate>> {
        let endurance = &self.plan.endurance;
        let p = |threshold: usize, level: u32| {
            let holds = |_: &ProbeRow, reading: &ReadingRow| if reading.days[threshold] >= level { 1.0 } else { 0.0 };
            Estimate::of_probability(&self.values(keep, &holds))
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
        ranked.sort_by_key(|&(count, name)| (std::cmp::Reverse(count), name));
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
        families.sort_by(|one, other| other.1.total_cmp(&one.1));
        families
    };
    tally.at_zero.iter().map(of_level).collect()
}
