//! Staff, cut-off times and dear goods for generated plans. The draws are the generator's own.

use crate::generate::index;
use crate::splitmix::SplitMix;
use crate::ways::way;
use beredd::plan::Plan;
use beredd::plan::disruption::{Effects, Process, Ramp, Source, Step, Target};
use beredd::plan::policy::CONTINUOUS;
use beredd::plan::staff::SiteStaff;
use beredd::plan::terms::Terms;
use beredd::plan::transport::LaneRules;
use beredd::random::key::StreamName;
use beredd::random::laws::DurationLaw;

/// Gives half of the plans staff at some sites, and processes that change its work.
pub fn add_staff(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x73_7461_6666);
    if random.chance(0.5) {
        return;
    }
    // A receipt rate does not go together with a dock.
    for rules in &mut plan.transport.lanes {
        rules.receipt_per_day = None;
    }
    for (site, place) in plan.sites.iter().zip(0..) {
        if site.is_supplier || random.chance(0.3) {
            continue;
        }
        let cells = plan.cells.iter().filter(|cell| cell.site == place).count() as i64;
        let line = *random.pick(&[60, 300, 421]);
        let lines_a_day = random.between(0.2, cells as f64 + 0.5);
        let seconds = (line as f64 * lines_a_day) as i64 + 1;
        let short_day = *random.pick(&[0, seconds / 2, seconds]);
        let which = random.below(5);
        plan.staff.push(SiteStaff {
            site: place,
            scheduled: [seconds, seconds, short_day, seconds, seconds, 0, short_day],
            per_line_received: (which != 0).then_some(line),
            per_line_picked: (which != 1).then_some(line - 7),
            price: None,
        });
    }
    if !plan.staff.is_empty() && random.chance(0.8) {
        let some: Vec<u32> = plan.staff.iter().map(|staff| staff.site).filter(|_| random.chance(0.7)).collect();
        let steps = vec![Step { after: 0, factor: 0.3 }, Step { after: 2000, factor: *random.pick(&[0.0, 0.6, 1.7]) }];
        // What is away is away from suppliers too.
        let limited = (0..index(plan.offers.len())).map(Target::Offer).filter(|_| random.chance(0.5)).collect();
        let capacity = Ramp(vec![Step { after: 0, factor: 0.3 }]);
        let effects = Effects { staff_factor: Ramp(steps), staffed: some, capacity, limited, ..Effects::default() };
        plan.disruptions.push(process("staff", effects, random));
    }
}

/// Gives a third of the plans a process that makes goods dear.
pub fn add_prices(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x0070_7269_6365);
    if random.chance(0.6) {
        return;
    }
    for name in ["dear", "dearer"] {
        let offers = (0..index(plan.offers.len())).map(Target::Offer);
        let suppliers = (0..).zip(&plan.sites).filter(|(_, site)| site.is_supplier).map(|(site, _)| Target::Site(site));
        let mut dearer: Vec<Target> = offers.chain(suppliers).filter(|_| random.chance(0.5)).collect();
        dearer.sort_unstable();
        let steps =
            vec![Step { after: 0, factor: *random.pick(&[1.0, 1.5, 21.0]) }, Step { after: 2880, factor: 3.0004 }];
        let effects = Effects { price_factor: Ramp(steps), dearer, ..Effects::default() };
        plan.disruptions.push(process(name, effects, random));
    }
}

fn process(name: &str, effects: Effects, random: &mut SplitMix) -> Process {
    let mean = random.between(2.0, 15.0);
    Process {
        name: name.to_owned(),
        major: false,
        source: Source::Renewal { up: DurationLaw::Exponential { mean } },
        down: DurationLaw::Fixed { days: *random.pick(&[1.5, 4.0, 9.0]) },
        stream: StreamName::new(&["staff and prices", name]),
        targets: Vec::new(),
        effects,
        information_delay: 0,
    }
}

/// Gives two plans in five cut-off times, and reviews that miss them or do not.
pub fn add_cut_offs(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x6375_746f_6666);
    if random.chance(0.6) {
        return;
    }
    if plan.transport.lanes.is_empty() {
        plan.transport.lanes = vec![LaneRules::default(); plan.lanes.len()];
        plan.transport.unit_weights.resize(plan.articles.len(), 0);
        plan.transport.flows.resize(plan.articles.len(), 0);
    }
    for rules in &mut plan.transport.lanes {
        rules.cut_off = random.chance(0.6).then(|| *random.pick(&[1, 600, 840]));
    }
    for phase in &mut plan.phases {
        phase.terms.resize(plan.cells.len(), Terms::default());
        for terms in phase.terms.iter_mut().filter(|terms| !terms.returns) {
            terms.written_at = *random.pick(&[0, 0, 600, 839, 840, 1439]);
        }
    }
}

/// Takes away the staff of sites that have to do with continuous review.
pub fn without_continuous(plan: &mut Plan) {
    let mut concerned: Vec<u32> = Vec::new();
    let groups = plan.phases.iter().flat_map(|phase| &phase.reviews).filter(|group| group.every_days == CONTINUOUS);
    for cell in groups.flat_map(|group| group.cells.indices()) {
        for number in crate::ways::ways_of(plan, index(cell)) {
            let lane = &plan.lanes[way(plan, number).lane as usize];
            concerned.extend([lane.from, lane.to]);
        }
    }
    plan.staff.retain(|staff| !concerned.contains(&staff.site));
}
