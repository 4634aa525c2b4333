//! Which need groups fail first under a cut, and why; and static days of supply beside simulated ones. At full claim.

use super::tally::place_of_quantile;
use crate::order::InOrder;
use crate::plan::Plan;
use crate::scenario::model::Title;
use crate::sim::failing::Failing;
use crate::sim::why_short::Why;
use std::collections::BTreeMap;

/// Groups named, at most.
const NAMED: usize = 10;
/// Static days are counted to a tenth of a day.
const BINS_PER_DAY: f64 = 10.0;

/// What a cut says of its groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FailingFindings {
    /// All groups together.
    pub supply: Supply,
    /// The groups whose median first day of shortage is earliest, at most ten.
    pub groups: Vec<FailingGroup>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct FailingGroup {
    /// Its name, as in the plan.
    pub name: String,
    /// Median over probes of the first day with unmet need; absent where half of the probes have none up to the last level.
    pub median_day: Option<u32>,
    /// Per level: share of probes in which it fell short on that day or before.
    pub short_by: Vec<f64>,
    /// The reason given most often, the site that it names, and its share of the probes with a reason.
    pub reason: Option<(WhyKind, Option<Title>, f64)>,
    /// Its supply.
    pub supply: Supply,
}

/// Static days of supply beside simulated ones, over probes; both up to the last level.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Supply {
    /// Stock within reach ÷ mean use: mean, and the 5 % quantile.
    pub static_days: [f64; 2],
    /// Full days before the first with unmet need: mean, and the 5 % quantile.
    pub simulated_days: [f64; 2],
}

impl Supply {
    /// Simulated ÷ static days, of the means.
    pub fn ratio(&self) -> Option<f64> {
        (self.static_days[0] > 0.0).then(|| self.simulated_days[0] / self.static_days[0])
    }
}

/// Reasons, without quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyKind {
    /// Its own site is stopped.
    SiteStopped,
    /// Goods are on their way to it.
    OnItsWay,
    /// Goods stand at a site from which nothing can come.
    BehindStop,
    /// A supplier keeps what stands at a site.
    Locked,
    /// There is nothing up to a site from which nothing can come.
    CutOff,
    /// Goods stand at a site: too few for all, or not ordered.
    Waits,
    /// There is nothing up to a supplier who delivers.
    Ordered,
}

impl WhyKind {
    /// All of them.
    pub const ALL: [WhyKind; 7] = [
        WhyKind::SiteStopped,
        WhyKind::OnItsWay,
        WhyKind::BehindStop,
        WhyKind::Locked,
        WhyKind::CutOff,
        WhyKind::Waits,
        WhyKind::Ordered,
    ];

    /// The name in data files.
    pub fn id(self) -> &'static str {
        match self {
            WhyKind::SiteStopped => "site-stopped",
            WhyKind::OnItsWay => "on-its-way",
            WhyKind::BehindStop => "behind-stop",
            WhyKind::Locked => "locked",
            WhyKind::CutOff => "cut-off",
            WhyKind::Waits => "waits",
            WhyKind::Ordered => "ordered",
        }
    }

    fn of(why: Why) -> (WhyKind, Option<u32>) {
        match why {
            Why::SiteStopped => (WhyKind::SiteStopped, None),
            Why::OnItsWay { .. } => (WhyKind::OnItsWay, None),
            Why::BehindStop { site, .. } => (WhyKind::BehindStop, Some(site)),
            Why::Locked { site, .. } => (WhyKind::Locked, Some(site)),
            Why::CutOff { site } => (WhyKind::CutOff, Some(site)),
            Why::Waits { site, .. } => (WhyKind::Waits, Some(site)),
            Why::Ordered { site } => (WhyKind::Ordered, Some(site)),
        }
    }
}

/// Counts of one group.
#[derive(Clone, Debug, Default, PartialEq)]
struct GroupTally {
    /// Probes by first day of shortage; those without one stand beyond the last day.
    first: BTreeMap<u32, u32>,
    reasons: BTreeMap<(WhyKind, Option<u32>), u32>,
    /// Probes by static days, in tenths.
    supply: BTreeMap<u32, u32>,
}

/// Counts of one cut; bounded by groups × days, whatever the number of replications.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FailingTally {
    probes: u32,
    groups: Vec<GroupTally>,
}

impl FailingTally {
    /// Counts one copy.
    pub fn add(&mut self, failing: &Failing) {
        self.probes += 1;
        self.groups.resize(failing.first_short.len(), GroupTally::default());
        for (index, group) in self.groups.iter_mut().enumerate() {
            *group.first.entry(failing.first_short[index]).or_default() += 1;
            if let Some(why) = failing.why[index] {
                *group.reasons.entry(WhyKind::of(why)).or_default() += 1;
            }
            let tenths = libm::round(failing.static_days[index] * BINS_PER_DAY) as u32;
            *group.supply.entry(tenths).or_default() += 1;
        }
    }

    /// What all replications say.
    pub fn findings(&self, plan: &Plan) -> FailingFindings {
        if self.probes == 0 {
            return FailingFindings::default();
        }
        let mut all = GroupTally::default();
        for group in &self.groups {
            group.first.iter().for_each(|(day, count)| *all.first.entry(*day).or_default() += count);
            group.supply.iter().for_each(|(bin, count)| *all.supply.entry(*bin).or_default() += count);
        }
        let median = |group: &GroupTally| quantile(&group.first, 0.5).unwrap_or(u32::MAX);
        let mut ranked: Vec<usize> = (0..self.groups.len()).collect();
        let names = &plan.endurance.groups;
        let early = |group: &GroupTally| std::cmp::Reverse(short_by(group, median(group)));
        ranked.order_by_key(|&place| (median(&self.groups[place]), early(&self.groups[place]), &names[place].name));
        let last = plan.endurance.curve_days();
        ranked.retain(|&place| self.groups[place].first.keys().any(|&day| day <= last));
        ranked.truncate(NAMED);
        let named = ranked.into_iter().map(|place| self.group(plan, place)).collect();
        FailingFindings { supply: supply(&all), groups: named }
    }

    fn group(&self, plan: &Plan, place: usize) -> FailingGroup {
        let (group, endurance) = (&self.groups[place], &plan.endurance);
        let share = |level: &u32| f64::from(short_by(group, *level)) / f64::from(self.probes);
        let reason = commonest(group).map(|((kind, site), share)| {
            let title = |site: u32| {
                let site = &plan.sites[site as usize];
                Title { sv: site.name_sv.clone(), en: site.name_en.clone() }
            };
            (kind, site.map(title), share)
        });
        FailingGroup {
            name: endurance.groups[place].name.clone(),
            median_day: quantile(&group.first, 0.5).filter(|&day| day <= endurance.curve_days()),
            short_by: endurance.levels.iter().map(share).collect(),
            reason,
            supply: supply(group),
        }
    }
}

/// The reason of most first days short, and its share of those with a reason.
fn commonest(group: &GroupTally) -> Option<((WhyKind, Option<u32>), f64)> {
    let with_reason: u32 = group.reasons.values().sum();
    let most = group.reasons.iter().max_by_key(|&(why, count)| (*count, std::cmp::Reverse(*why)));
    most.map(|(&why, &count)| (why, f64::from(count) / f64::from(with_reason)))
}

/// Probes that were short by a day.
fn short_by(group: &GroupTally, day: u32) -> u32 {
    group.first.range(..=day).map(|(_, count)| count).sum()
}

fn quantile(counts: &BTreeMap<u32, u32>, p: f64) -> Option<u32> {
    place_of_quantile(counts.iter().map(|(&bin, &count)| (bin, count)), counts.values().sum(), p)
}

fn supply(group: &GroupTally) -> Supply {
    let both = |counts: &BTreeMap<u32, u32>, value: &dyn Fn(u32) -> f64| {
        let n: u32 = counts.values().sum();
        let sum: f64 = counts.iter().map(|(&bin, &count)| value(bin) * f64::from(count)).sum();
        [sum / f64::from(n.max(1)), quantile(counts, 0.05).map_or(0.0, value)]
    };
    Supply {
        static_days: both(&group.supply, &|bin| f64::from(bin) / BINS_PER_DAY),
        simulated_days: both(&group.first, &|day| f64::from(day - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_told_by_its_median_its_shares_and_its_commonest_reason() {
        let mut tally = GroupTally::default();
        for (day, why, tenths) in [
            (4, Some(Why::CutOff { site: 1 }), 100),
            (2, Some(Why::Waits { site: 2, quantity: 7 }), 50),
            (9, None, 200),
            (3, Some(Why::CutOff { site: 1 }), 50),
        ] {
            *tally.first.entry(day).or_default() += 1;
            *tally.supply.entry(tenths).or_default() += 1;
            why.into_iter().for_each(|why| *tally.reasons.entry(WhyKind::of(why)).or_default() += 1);
        }
        // Of 2, 3, 4, 9 the second is the median; three are short by day 4. Static: 5, 5, 10, 20 days; simulated: 1, 2, 3, 8.
        assert_eq!(quantile(&tally.first, 0.5), Some(3));
        assert_eq!([1, 2, 4, 9].map(|day| short_by(&tally, day)), [0, 1, 3, 4]);
        let found = supply(&tally);
        assert_eq!((found.static_days, found.simulated_days), ([10.0, 5.0], [3.5, 1.0]));
        assert_eq!(found.ratio(), Some(0.35));
        // Of the three probes with a reason two were cut off.
        assert_eq!(commonest(&tally), Some(((WhyKind::CutOff, Some(1)), 2.0 / 3.0)));
        assert_eq!(commonest(&GroupTally::default()), None);
    }
}
