//! The cheapest way to choose one option per class so that enough probes last: exact, by branch and bound.
//!
//! What an option does is told as a difference to the run without any reserve: what it costs more, and how much more is served on
//! each day of each probe. Where articles share nothing (no capacity, no allocation, no substitute), the differences of several
//! classes add up, and the choice is the cheapest of all. Where they share something the sum is a good guess, and the
//! [confirmation](super::confirm) on fresh replications has the last word.

use crate::order::InOrder;

/// Rounding of sums of shares; a group's share is never this small.
const ROUNDING: f64 = 1e-9;
/// Choices looked into before the best found so far is taken.
const MOST_STEPS: u64 = 3_000_000;

/// What an option adds to the run without a reserve.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain {
    /// Cost per year, SEK.
    pub cost: f64,
    /// Change of S, day by day, probe after probe.
    pub served: Vec<f64>,
    /// Pallets more, for each site whose room is limited.
    pub pallets: Vec<f64>,
}

/// When a probe lasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lasting {
    /// Share of need that must be served.
    pub threshold: f64,
    /// Days in a row below the threshold that end it.
    pub days_running: usize,
    /// Days that it must last.
    pub level: usize,
}

impl Lasting {
    /// Days of a curve that the question is about.
    pub fn days(&self) -> usize {
        self.level + self.days_running - 1
    }

    /// Whether endurance does not end before the level.
    pub fn lasts(&self, curve: &[f64]) -> bool {
        let below = |share: &f64| *share < self.threshold - ROUNDING;
        let mut running = 0;
        curve[..self.days()].iter().all(|share| {
            running = if below(share) { running + 1 } else { 0 };
            running < self.days_running
        })
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// S without a reserve, day by day, probe after probe.
    pub base: &'a [f64],
    /// Days of each probe in these rows.
    pub days: usize,
    /// The options of each class.
    pub classes: &'a [Vec<Gain>],
    /// When a probe lasts.
    pub lasting: Lasting,
    /// Share of the probes that must last.
    pub required: f64,
    /// Pallets for which there is room, for each site whose room is limited.
    pub room: &'a [f64],
    /// A choice must cost more than this: what costs no more has failed already.
    pub dearer_than: f64,
}

/// A choice of one option per class.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Index of the option of each class.
    pub options: Vec<usize>,
    /// Cost per year more than without a reserve, SEK.
    pub cost: f64,
    /// Whether no cheaper choice exists; otherwise the search was ended and this is the best it met.
    pub cheapest: bool,
}

/// The cheapest choice, or none if no choice will do.
pub fn cheapest(task: &Task) -> Option<Choice> {
    let mut search = Search::new(task);
    search.descend(0, 0.0, task.base.to_vec(), vec![0.0; task.room.len()]);
    let cheapest = search.steps < MOST_STEPS;
    search.best.map(|(cost, options)| Choice { options, cost, cheapest })
}

/// Share of the probes that last at the most: every class with whatever of its options serves most on each day.
pub fn at_most(task: &Task) -> f64 {
    let search = Search::new(task);
    let curves: Vec<f64> = task.base.iter().zip(&search.most_served[0]).map(|(base, more)| base + more).collect();
    search.lasting(&curves) as f64 / (task.base.len() / task.days) as f64
}

struct Search<'a> {
    task: &'a Task<'a>,
    /// Options of each class, the cheapest first.
    order: Vec<Vec<usize>>,
    /// For each class: the least cost of it and all classes behind it.
    least_cost: Vec<f64>,
    /// The same of what they serve at the most, day by day.
    most_served: Vec<Vec<f64>>,
    /// The same of the room that they take at the least.
    least_pallets: Vec<Vec<f64>>,
    needed: usize,
    chosen: Vec<usize>,
    best: Option<(f64, Vec<usize>)>,
    steps: u64,
}

impl<'a> Search<'a> {
    fn new(task: &'a Task<'a>) -> Search<'a> {
        let probes = task.base.len() / task.days;
        let mut least_cost = vec![0.0];
        let mut most_served = vec![vec![0.0; task.base.len()]];
        let mut least_pallets = vec![vec![0.0; task.room.len()]];
        for options in task.classes.iter().rev() {
            let least = |of: &dyn Fn(&Gain) -> f64| options.iter().map(of).fold(f64::INFINITY, f64::min);
            let most = |at: usize| options.iter().map(|option| option.served[at]).fold(f64::NEG_INFINITY, f64::max);
            let behind = least_cost.len() - 1;
            least_cost.push(least_cost[behind] + least(&|option| option.cost));
            most_served.push(most_served[behind].iter().enumerate().map(|(at, rest)| rest + most(at)).collect());
            let pallets = least_pallets[behind].iter().enumerate();
            least_pallets.push(pallets.map(|(site, rest)| rest + least(&|option| option.pallets[site])).collect());
        }
        least_cost.reverse();
        most_served.reverse();
        least_pallets.reverse();
        Search {
            order: task.classes.iter().map(|options| by_cost(options)).collect(),
            needed: libm::ceil(task.required * probes as f64 - ROUNDING) as usize,
            chosen: Vec::new(),
            best: None,
            steps: 0,
            task,
            least_cost,
            most_served,
            least_pallets,
        }
    }

    /// Probes that last.
    fn lasting(&self, curves: &[f64]) -> usize {
        curves.chunks_exact(self.task.days).filter(|curve| self.task.lasting.lasts(curve)).count()
    }

    /// Tries every option of a class and of those behind it, unless no such choice can be cheaper than the best one, or suffice.
    fn descend(&mut self, class: usize, cost: f64, curves: Vec<f64>, pallets: Vec<f64>) {
        self.steps += 1;
        let (task, most) = (self.task, &self.most_served[class]);
        let hoped: Vec<f64> = curves.iter().zip(most).map(|(sum, more)| sum + more).collect();
        let too_full = pallets
            .iter()
            .zip(&self.least_pallets[class])
            .zip(task.room)
            .any(|((sum, more), room)| sum + more > room + ROUNDING);
        if too_full || self.lasting(&hoped) < self.needed {
            return;
        }
        if class == task.classes.len() {
            if cost <= task.dearer_than + ROUNDING {
                return;
            }
            // It costs less than the best: the caller has looked.
            self.best = Some((cost, self.chosen.clone()));
            return;
        }
        for place in 0..self.order[class].len() {
            let option = self.order[class][place];
            let gain = &task.classes[class][option];
            let bound = cost + gain.cost + self.least_cost[class + 1];
            if self.steps >= MOST_STEPS || self.best.as_ref().is_some_and(|(best, _)| bound >= *best) {
                return;
            }
            self.chosen.push(option);
            let add = |sum: &[f64], more: &[f64]| sum.iter().zip(more).map(|(sum, more)| sum + more).collect();
            self.descend(class + 1, cost + gain.cost, add(&curves, &gain.served), add(&pallets, &gain.pallets));
            self.chosen.pop();
        }
    }
}

/// Options by cost; of equal cost the first one first.
fn by_cost(options: &[Gain]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..options.len()).collect();
    order.order_by(|&one, &other| options[one].cost.total_cmp(&options[other].cost));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::key::{ReplicationKey, StreamName};

    const NONE: f64 = f64::NEG_INFINITY;
    const LASTING: Lasting = Lasting { threshold: 0.9, days_running: 2, level: 3 };

    #[test]
    fn a_probe_lasts_until_it_is_below_for_days_running() {
        // Days 1–4 are looked at: a run that begins before day 4 ends it within three days.
        assert!(LASTING.lasts(&[1.0, 0.8, 1.0, 0.8]));
        assert!(!LASTING.lasts(&[1.0, 0.8, 0.8, 1.0]));
        assert!(!LASTING.lasts(&[1.0, 1.0, 0.8, 0.8]));
        assert!(LASTING.lasts(&[1.0, 1.0, 1.0, 0.8]));
    }

    fn gain(cost: f64, served: &[f64]) -> Gain {
        Gain { cost, served: served.to_vec(), pallets: Vec::new() }
    }

    #[test]
    fn the_cheaper_class_is_taken() {
        let lasting = Lasting { threshold: 0.9, days_running: 1, level: 1 };
        let nothing = gain(0.0, &[0.0, 0.0]);
        let classes = [
            vec![nothing.clone(), gain(5.0, &[0.4, 0.4])],
            vec![nothing.clone(), gain(2.0, &[0.2, 0.2]), gain(4.0, &[0.4, 0.4])],
        ];
        let task = |required, classes| Task {
            base: &[0.5, 0.6],
            days: 1,
            classes,
            lasting,
            required,
            room: &[],
            dearer_than: NONE,
        };
        let all = cheapest(&task(1.0, &classes)).expect("a choice");
        assert_eq!((all.options, all.cost, all.cheapest), (vec![0, 2], 4.0, true));
        // Of two probes one is enough: 0.6 needs 0.3 more, so two parts of 0.2 do not do, and 0.4 does.
        let half = cheapest(&task(0.5, &classes)).expect("a choice");
        assert_eq!(half.options, vec![0, 2]);
        let dearer = Task { dearer_than: 4.0, ..task(1.0, &classes) };
        assert_eq!(cheapest(&dearer).expect("a choice").options, vec![1, 0]);
        let small = [vec![nothing.clone(), gain(1.0, &[0.1, 0.1])]];
        assert_eq!(cheapest(&task(1.0, &small)), None);
        assert_eq!(at_most(&task(1.0, &small)), 0.0);
        assert_eq!(at_most(&task(1.0, &classes)), 1.0);
    }

    #[test]
    fn room_is_a_limit() {
        let lasting = Lasting { threshold: 0.9, days_running: 1, level: 1 };
        let option = |cost, served, pallets| Gain { cost, served: vec![served], pallets: vec![pallets] };
        let classes = [vec![option(0.0, 0.0, 0.0), option(1.0, 0.5, 8.0), option(3.0, 0.5, 4.0)]];
        let task =
            |room| Task { base: &[0.5], days: 1, classes: &classes, lasting, required: 1.0, room, dearer_than: NONE };
        assert_eq!(cheapest(&task(&[9.0])).expect("a choice").options, vec![1]);
        assert_eq!(cheapest(&task(&[5.0])).expect("a choice").options, vec![2]);
        assert_eq!(cheapest(&task(&[3.0])), None);
    }

    /// Every choice there is.
    fn by_force(task: &Task) -> Option<f64> {
        let mut best: Option<f64> = None;
        let mut choice = vec![0; task.classes.len()];
        loop {
            let picked = || task.classes.iter().zip(&choice).map(|(options, &option)| &options[option]);
            let mut curves = task.base.to_vec();
            picked().for_each(|gain| curves.iter_mut().zip(&gain.served).for_each(|(sum, more)| *sum += more));
            let lasting = curves.chunks(task.days).filter(|curve| task.lasting.lasts(curve)).count();
            let cost: f64 = picked().map(|gain| gain.cost).sum();
            if lasting as f64 >= task.required * (curves.len() / task.days) as f64 - ROUNDING {
                best = Some(best.map_or(cost, |least: f64| least.min(cost)));
            }
            let Some(class) = (0..choice.len()).find(|&class| choice[class] + 1 < task.classes[class].len()) else {
                return best;
            };
            choice[..class].fill(0);
            choice[class] += 1;
        }
    }

    #[test]
    fn no_choice_is_cheaper() {
        let key = ReplicationKey::new(7, 0).stream(StreamName::new(&["sizing"]));
        let mut found = 0;
        for number in 0..300_u64 {
            let mut block = key.occurrence(number);
            let mut unit = || block.unit();
            let days = LASTING.days();
            let base: Vec<f64> = (0..5 * days).map(|_| 0.5 + 0.2 * unit()).collect();
            let mut option = |size: f64| {
                let served = (0..5 * days).map(|_| size * (0.05 + 0.03 * unit())).collect();
                Gain { cost: size * (0.5 + unit()), served, pallets: Vec::new() }
            };
            let classes: Vec<Vec<Gain>> =
                (0..4).map(|_| (0..4).map(|size| option(f64::from(size))).collect()).collect();
            let task = Task {
                base: &base,
                days,
                classes: &classes,
                lasting: LASTING,
                required: 0.8,
                room: &[],
                dearer_than: NONE,
            };
            let by_force = by_force(&task);
            let choice = cheapest(&task);
            assert_eq!(choice.is_some(), by_force.is_some());
            if let (Some(choice), Some(least)) = (choice, by_force) {
                assert!((choice.cost - least).abs() < 1e-9, "{} and {least}", choice.cost);
                found += 1;
            }
        }
        assert!(found > 100, "only {found} of the tasks can be done");
    }
}
