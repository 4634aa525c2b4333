//! The whole of it: trials, search, and confirmation on fresh replications. Where the lower bound of the probability misses what is
//! required, the rule steps up: the next choice costs more, the trials must leave a margin above the threshold, half as many of their probes may fail, and twice as
//! many replications judge.

use super::Question;
use super::classes::{Class, classes};
use super::findings::{Answer, Chosen, Round, SizeFindings};
use super::options::{Holding, all_options};
use super::search::{Choice, Gain, Lasting, Task, at_most, cheapest};
use super::trial::{Limit, Trial, Trouble, compiled, room, try_out};
use super::weakest::{Weak, apart, weakest};
use crate::plan::Plan;
use crate::plan::endurance::StopRule;
use crate::scenario::model::{Scenario, Title};
use crate::sim::cost::price;
use crate::sim::observer::Nobody;
use crate::study::batch;
use crate::study::findings::Estimate;
use std::collections::BTreeSet;

/// Confirmations at the most; each has twice the replications of the one before.
const ROUNDS: u32 = 5;
/// How much more is asked of the trials after each miss: share of need.
const MARGIN: f64 = 0.005;

/// What is asked of the trials.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// The round: from the second on more is asked.
    round: u32,
    /// Days beyond the level.
    more_days: u32,
    /// What the choice must cost more than: what costs no more has missed.
    dearer_than: f64,
}

impl Step {
    const FIRST: Step = Step { round: 0, more_days: 0, dearer_than: f64::NEG_INFINITY };
}

/// Trials of every option, parallel to the options.
struct Tried {
    classes: Vec<Class>,
    /// Trials made, those of classes tried before included.
    made: usize,
    base: Trial,
    options: Vec<Vec<Option<Holding>>>,
    trials: Vec<Vec<Trial>>,
    room: Vec<f64>,
    lasting: Lasting,
}

/// Finds the cheapest reserve of a scenario that reaches the level, and proves it. `started` is told how many trials there are, `done`
/// is called after each.
///
/// # Errors
/// Faults of the scenario, or of the program.
pub fn size(
    question: &Question,
    scenario: &Scenario,
    started: &dyn Fn(usize),
    done: &dyn Fn(),
) -> Result<SizeFindings, Trouble> {
    let narrowed = question.narrowed(scenario);
    let plan = compiled(question, &narrowed, &[])?.plan;
    let trials = Trials { question, scenario: &narrowed, plan: &plan, started, done };
    let classes = classes(&narrowed, question.by, question.level);
    let articles = classes.iter().map(|class| class.articles.len()).sum();
    let (tried, weak) = trials.with_the_weakest_apart(classes)?;
    let answer = match tried.choice(question, Step::FIRST, &BTreeSet::new()) {
        Some(choice) => tried.confirmed(question, &narrowed, choice)?,
        None => tried.out_of_reach(question, weak),
    };
    Ok(SizeFindings {
        title: scenario.frame.title.clone(),
        replaced: scenario.reserve_placements.keys().cloned().collect(),
        cut: scenario.cuts.get(&question.cut).map_or_else(Title::default, |cut| cut.title.clone()),
        articles,
        question: question.clone(),
        trials: tried.made,
        classes: tried.classes,
        answer,
    })
}

/// How much work a question is, before any of it is done.
pub struct Planned {
    /// Trials of the classes, the one without a reserve included. The weakest articles add some.
    pub trials: usize,
    /// The plan without a reserve.
    pub plan: Plan,
}

/// Counts the trials of a question.
///
/// # Errors
/// Faults of the scenario.
pub fn planned(question: &Question, scenario: &Scenario) -> Result<Planned, Trouble> {
    let narrowed = question.narrowed(scenario);
    let plan = compiled(question, &narrowed, &[])?.plan;
    let classes = classes(&narrowed, question.by, question.level);
    let options = all_options(question, &narrowed, &plan, &classes);
    Ok(Planned { trials: 1 + options.iter().map(|options| options.len() - 1).sum::<usize>(), plan })
}

/// What trials need.
struct Trials<'t> {
    question: &'t Question,
    scenario: &'t Scenario,
    /// The scenario without a reserve.
    plan: &'t Plan,
    started: &'t dyn Fn(usize),
    done: &'t dyn Fn(),
}

impl Trials<'_> {
    /// Tries the classes, and then with the weakest articles apart; keeps what allows the cheaper choice. Also tells the weakest.
    fn with_the_weakest_apart(&self, classes: Vec<Class>) -> Result<(Tried, Vec<Weak>), Trouble> {
        let tried = self.try_all(classes, None)?;
        let found = tried.choice(self.question, Step::FIRST, &BTreeSet::new());
        let held = match &found {
            None => tried.largest().into_iter().cloned().collect(),
            Some(choice) => self.one_step_less(&tried.holdings(choice)),
        };
        let mut weak = weakest(self.question, self.scenario, &held.iter().collect::<Vec<_>>())?;
        weak.truncate(self.question.weakest);
        let Some(apart) = apart(&tried.classes, &weak) else { return Ok((tried, weak)) };
        let finer = self.try_all(apart, Some(&tried))?;
        let cost = |tried: &Tried| tried.choice(self.question, Step::FIRST, &BTreeSet::new()).map(|choice| choice.cost);
        let finer_is_better = match (cost(&tried), cost(&finer)) {
            (Some(coarse), Some(fine)) => fine < coarse,
            (None, _) => true,
            (Some(_), None) => false,
        };
        Ok((if finer_is_better { finer } else { Tried { made: finer.made, ..tried } }, weak))
    }

    /// These holdings, each by one step smaller: too little by what the choice adds.
    fn one_step_less(&self, holdings: &[&Holding]) -> Vec<Holding> {
        let smaller = |holding: &&Holding| {
            let days = holding.days.checked_sub(self.question.step).filter(|&days| days > 0)?;
            Some(Holding { days, ..(*holding).clone() })
        };
        holdings.iter().filter_map(smaller).collect()
    }

    /// Tries every option of some classes by itself; those of a class that was tried before are known.
    fn try_all(&self, classes: Vec<Class>, before: Option<&Tried>) -> Result<Tried, Trouble> {
        let options = all_options(self.question, self.scenario, self.plan, &classes);
        let known = |class: usize| {
            let before = before?;
            let place = before.classes.iter().position(|other| *other == classes[class])?;
            Some(before.trials[place].clone())
        };
        let new: usize =
            (0..classes.len()).filter(|&class| known(class).is_none()).map(|class| options[class].len() - 1).sum();
        let made = before.map_or(1, |before| before.made) + new;
        (self.started)(made);
        let try_it = |holding: Option<&Holding>| {
            let trial = try_out(self.question, self.scenario, holding);
            (self.done)();
            trial
        };
        let base = match before {
            Some(before) => before.base.clone(),
            None => try_it(None)?,
        };
        let of_class = |class: usize| {
            let trial = |option: &Option<Holding>| match option {
                None => Ok(base.clone()),
                Some(holding) => try_it(Some(holding)),
            };
            known(class).map_or_else(|| options[class].iter().map(trial).collect::<Result<Vec<_>, _>>(), Ok)
        };
        let trials = (0..classes.len()).map(of_class).collect::<Result<Vec<_>, _>>()?;
        Ok(Tried {
            base,
            trials,
            room: room(self.plan),
            lasting: lasting(self.question, self.plan),
            options,
            classes,
            made,
        })
    }
}

/// When a probe of the trials lasts.
fn lasting(question: &Question, plan: &Plan) -> Lasting {
    let level = question.level as usize;
    match plan.endurance.stop_rule {
        StopRule::ShareBelow { days_running } => {
            Lasting { threshold: question.threshold, days_running: days_running as usize, level }
        }
        // An unmet unit is a share below one.
        StopRule::FirstUnmetUnit => Lasting { threshold: 1.0, days_running: 1, level },
    }
}

impl Tried {
    /// The largest reserve that is allowed: of each class the option under which most is served.
    fn largest(&self) -> Vec<&Holding> {
        let served = |trial: &Trial| trial.served.iter().sum::<f64>();
        let of_class = |trials: &Vec<Trial>| {
            let allowed = (0..trials.len()).filter(|&option| trials[option].refused.is_none());
            allowed.max_by(|&one, &other| served(&trials[one]).total_cmp(&served(&trials[other])))
        };
        let best = self.trials.iter().map(of_class);
        best.zip(&self.options).filter_map(|(option, options)| options[option?].as_ref()).collect()
    }

    /// The cheapest choice for a round under which the level and some days more are reached, limits but the dropped ones kept.
    fn choice(&self, question: &Question, step: Step, dropped: &BTreeSet<Limit>) -> Option<Choice> {
        let (gains, names) = self.gains(dropped);
        let choice = cheapest(&self.task(question, &gains, step, dropped).as_task())?;
        let options = choice.options.iter().zip(&names).map(|(&option, names)| names[option]).collect();
        Some(Choice { options, ..choice })
    }

    /// What the options that are allowed add to the run without a reserve, with their own numbers.
    fn gains(&self, dropped: &BTreeSet<Limit>) -> (Vec<Vec<Gain>>, Vec<Vec<usize>>) {
        let allowed = |trial: &Trial| trial.refused.is_none_or(|limit| dropped.contains(&limit));
        let gain = |trial: &Trial| Gain {
            cost: trial.cost - self.base.cost,
            served: less(&trial.served, &self.base.served),
            pallets: less(&trial.pallets, &self.base.pallets),
        };
        let of_class = |trials: &Vec<Trial>| -> (Vec<Gain>, Vec<usize>) {
            let kept = trials.iter().enumerate().filter(|(_, trial)| allowed(trial));
            kept.map(|(number, trial)| (gain(trial), number)).unzip()
        };
        self.trials.iter().map(of_class).unzip()
    }

    fn task<'t>(
        &'t self,
        question: &Question,
        gains: &'t [Vec<Gain>],
        Step { round, more_days, dearer_than }: Step,
        dropped: &BTreeSet<Limit>,
    ) -> Asked<'t> {
        let lasting = Lasting {
            threshold: (self.lasting.threshold + margin(round)).min(1.0),
            level: self.lasting.level + more_days as usize,
            ..self.lasting
        };
        let room = match dropped.contains(&Limit::Room) {
            true => vec![f64::INFINITY; self.room.len()],
            false => less(&self.room, &self.base.pallets),
        };
        Asked {
            base: &self.base.served,
            gains,
            lasting,
            required: question.probability,
            room,
            days: question.days_of_a_curve(self.lasting),
            dearer_than,
        }
    }

    /// Runs the choice on fresh replications, and stronger ones until one proves itself.
    fn confirmed(&self, question: &Question, scenario: &Scenario, first: Choice) -> Result<Answer, Trouble> {
        let (mut choice, mut rounds, mut from) = (first, Vec::new(), u64::from(question.pilot));
        loop {
            let round = u32::try_from(rounds.len()).expect("few rounds");
            let count = question.fresh << round;
            let fresh = from..from + u64::from(count);
            from = fresh.end;
            let chosen: Vec<&Holding> = self.holdings(&choice);
            let plan = compiled(question, scenario, &chosen)?.plan;
            let without = compiled(question, scenario, &[])?.plan;
            let [held, bare] = [run(question, &plan, fresh.clone())?, run(question, &without, fresh)?];
            let probability = Estimate::of_probability(&held.iter().map(|(share, _)| *share).collect::<Vec<_>>());
            let holdings: Vec<Holding> = chosen.iter().copied().cloned().collect();
            rounds.push(Round {
                holdings: holdings.clone(),
                margin: margin(round),
                replications: count,
                probability: probability.clone(),
            });
            let reached = probability.low.is_some_and(|low| low >= question.probability);
            let stronger = (!reached && round + 1 < ROUNDS)
                .then(|| {
                    self.choice(
                        question,
                        Step { round: round + 1, more_days: 0, dearer_than: choice.cost },
                        &BTreeSet::new(),
                    )
                })
                .flatten();
            if let Some(stronger) = stronger {
                choice = stronger;
                continue;
            }
            let costs: Vec<f64> = held.iter().map(|(_, cost)| *cost).collect();
            let more: Vec<f64> = costs.iter().zip(&bare).map(|(with, (_, without))| with - without).collect();
            let chosen = Chosen {
                holdings,
                probability,
                cost: Estimate::of_mean(&costs, "SEK/year"),
                more: Estimate::of_mean(&more, "SEK/year"),
                next_day: self.next_day(question, round),
                cheapest: choice.cheapest,
                rounds,
            };
            return Ok(if reached { Answer::Reached(chosen) } else { Answer::Undecided(chosen) });
        }
    }

    /// What one more day would cost, by the trials: the cheapest choice for some days more against the cheapest for the level, under
    /// what is asked of both in the round.
    fn next_day(&self, question: &Question, round: u32) -> Option<f64> {
        let further = question.further_days();
        let cost = |more_days: u32| {
            let step = Step { round, more_days, ..Step::FIRST };
            self.choice(question, step, &BTreeSet::new()).map(|choice| choice.cost)
        };
        Some((cost(further)? - cost(0)?) / f64::from(further))
    }

    fn holdings(&self, choice: &Choice) -> Vec<&Holding> {
        choice.options.iter().zip(&self.options).filter_map(|(&option, options)| options[option].as_ref()).collect()
    }

    /// Which limits stand in the way: each alone, else all of them together.
    fn out_of_reach(&self, question: &Question, weakest: Vec<Weak>) -> Answer {
        let all = BTreeSet::from([Limit::ShelfLife, Limit::Turns, Limit::Room]);
        let would_do = |dropped: &BTreeSet<Limit>| self.choice(question, Step::FIRST, dropped).is_some();
        let mut limits: Vec<Limit> = all.iter().copied().filter(|&limit| would_do(&BTreeSet::from([limit]))).collect();
        if limits.is_empty() && would_do(&all) {
            limits = all.iter().copied().collect();
        }
        let (gains, _) = self.gains(&all);
        let at_most = at_most(&self.task(question, &gains, Step::FIRST, &all).as_task());
        Answer::OutOfReach { limits, at_most, weakest }
    }
}

/// A task with what it owns.
struct Asked<'t> {
    base: &'t [f64],
    gains: &'t [Vec<Gain>],
    lasting: Lasting,
    required: f64,
    room: Vec<f64>,
    days: usize,
    dearer_than: f64,
}

impl Asked<'_> {
    fn as_task(&self) -> Task<'_> {
        Task {
            base: self.base,
            days: self.days,
            classes: self.gains,
            lasting: self.lasting,
            required: self.required,
            room: &self.room,
            dearer_than: self.dearer_than,
        }
    }
}

/// What is asked of the trials beyond the threshold in a round, share of need.
fn margin(round: u32) -> f64 {
    f64::from(round) * MARGIN
}

fn less(these: &[f64], those: &[f64]) -> Vec<f64> {
    these.iter().zip(those).map(|(this, that)| this - that).collect()
}

/// For each replication the share of its probes that last, and its cost per year in SEK.
fn run(question: &Question, plan: &Plan, numbers: std::ops::Range<u64>) -> Result<Vec<(f64, f64)>, Trouble> {
    let level = question.level;
    let of = |prepared: &crate::sim::prepared::Prepared, outcome: &crate::sim::replication::Outcome, _: &Nobody| {
        let lasts = outcome.probes.iter().filter(|probe| probe.readings[0][0].days[0] >= level).count();
        let cost: f64 = price(&prepared.plan, &outcome.drivers).iter().map(|line| line.per_year.sek()).sum();
        (lasts as f64 / outcome.probes.len() as f64, cost)
    };
    batch::readings(plan, numbers, question.seed, question.jobs, &|_| Nobody, &of).map_err(Trouble::Failure)
}
