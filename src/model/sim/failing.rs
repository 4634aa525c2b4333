//! When each need group first falls short in a copy, and why; and how long its stock would last by a static view.

use super::cover::{daily, judge};
use super::prepared::Prepared;
use super::state::State;
use super::why_short::{Why, why};
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// One copy, group by group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Failing {
    /// The first day with unmet need, counted from 1; a day beyond the curve where there was none in it.
    pub first_short: Vec<u32>,
    /// Why, on that day; absent where nothing was short, or nobody could say.
    pub why: Vec<Option<Why>>,
    /// Stock within reach under the cut ÷ mean daily use of the group's articles, in days; the days of the curve at most.
    pub static_days: Vec<f64>,
}

/// Watches a copy.
pub(super) struct Watch {
    /// Groups short today, with the reason when it was first seen.
    noted: Vec<(u32, Why)>,
    failing: Failing,
}

impl Watch {
    /// Looks at a copy just after its cut.
    pub fn new(prepared: &Prepared, state: &State) -> Watch {
        let plan = &*prepared.plan;
        let failing = Failing {
            first_short: Vec::new(),
            why: vec![None; plan.endurance.groups.len()],
            static_days: static_days(prepared, state),
        };
        Watch { noted: Vec::new(), failing }
    }

    /// An entry is short; `first_short` tells which groups were short before.
    pub fn short(&mut self, prepared: &Prepared, state: &State, (demand, missing): (u32, u32), first_short: &[u32]) {
        let group = prepared.group_of_demand[demand as usize];
        let known =
            |group: u32| first_short[group as usize] != u32::MAX || self.noted.iter().any(|(of, _)| *of == group);
        if group != u32::MAX && !known(group) {
            self.noted.push((group, why(prepared, state, missing)));
        }
    }

    /// A group is short for the first time.
    pub fn first(&mut self, group: u32) {
        self.failing.why[group as usize] = self.noted.iter().find(|(of, _)| *of == group).map(|(_, why)| *why);
    }

    /// A day is read.
    pub fn day_ended(&mut self) {
        self.noted.clear();
    }

    /// What was seen, up to a day.
    pub fn failing(mut self, first_short: &[u32], days: u32) -> Failing {
        self.failing.first_short = first_short.iter().map(|&day| day.min(days + 1)).collect();
        for (why, _) in self.failing.why.iter_mut().zip(first_short).filter(|(_, day)| **day > days) {
            *why = None;
        }
        self.failing
    }
}

fn static_days(prepared: &Prepared, state: &State) -> Vec<f64> {
    let plan = &*prepared.plan;
    let mut within_reach = vec![false; plan.cells.len()];
    judge(prepared, state, &mut within_reach);
    let (mut stock, daily): (Vec<Quanta>, Vec<f64>) = (vec![0; plan.articles.len()], daily(plan));
    for (index, cell) in plan.cells.iter().enumerate().filter(|(index, _)| within_reach[*index]) {
        stock[cell.article as usize] += state.on_hand[index];
    }
    let most = f64::from(plan.endurance.curve_days());
    let of_group = |group: &crate::plan::endurance::NeedGroup| {
        let (mut there, mut used) = (0.0, 0.0);
        for &demand in &group.demands {
            let article = plan.cells[plan.demands[demand as usize].cell as usize].article;
            let factor = plan.shortage.factor(article) as f64;
            there += stock[article as usize] as f64 * factor;
            used += daily[article as usize] * factor;
        }
        if used > 0.0 { (there / used).min(most) } else { most }
    };
    plan.endurance.groups.iter().map(of_group).collect()
}
