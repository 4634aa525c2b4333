//! The reorder point and the policies side by side, one column each.

use super::{Page, letters};
use crate::desk::eoq::{Policies, Policy, PolicyKind, ServiceLevel};
use crate::report::table::columns::{Cell, Table};
use crate::report::wording::desk::eoq::EoqWord as Say;

/// More of the normal law below zero than this is worth a word.
const MUCH_BELOW_ZERO: f64 = 0.01;

impl Page<'_> {
    /// The section, where a lead time was given.
    pub(super) fn policies(&self) -> Option<String> {
        let found = self.found.policies.as_ref()?;
        let (mean, sd) = (self.figures.amount(found.lead_time_mean), self.figures.amount(found.lead_time_sd));
        let title = Say::PolicyTitle.text(self.language).to_owned();
        let how = self.fill(Say::PolicyHow, &[("mean", &mean), ("sd", &sd)]);
        let section = self.wrapped(&[title, how]) + "\n" + &self.policy_table(found).render();
        let after = self.wrapped(&self.policy_remarks(found));
        Some(if after.is_empty() { section } else { format!("{section}\n{after}") })
    }

    fn policy_head(&self, row: &Policy) -> String {
        match (row.kind, self.found.question.service, self.found.question.shortage_cost) {
            (PolicyKind::ServiceLevel, Some(ServiceLevel::Cycle(level)), _) => {
                self.fill(Say::ByCycle, &[("level", &self.figures.percent(level))])
            }
            (PolicyKind::ServiceLevel, Some(ServiceLevel::Fill(level)), _) => {
                self.fill(Say::ByFill, &[("level", &self.figures.percent(level))])
            }
            (PolicyKind::ShortageCost, _, Some(cost)) => {
                self.fill(Say::ByCost, &[("cost", &self.figures.amount(cost))])
            }
            _ => Say::NoSafety.text(self.language).to_owned(),
        }
    }

    fn policy_table(&self, found: &Policies) -> Table {
        let heads = std::iter::once(Say::Figure.text(self.language).to_owned());
        let mut table = Table::new(heads.chain(found.rows.iter().map(|row| self.policy_head(row))).collect());
        let amount = |value: f64| self.figures.amount(value);
        let or_none = |value: Option<f64>| self.figures.amount_or_none(value);
        let share = |value: Option<f64>| value.map_or_else(|| or_none(None), |value| self.figures.percent(value));
        let total = if self.found.question.shortage_cost.is_some() { Say::PolicyTotal } else { Say::PolicyKnown };
        type Write<'w> = Box<dyn Fn(&Policy) -> String + 'w>;
        let lines: [(Say, Write<'_>); 13] = [
            (Say::PolicyLot, Box::new(|row| amount(row.lot))),
            (Say::Point, Box::new(|row| amount(row.reorder_point))),
            (Say::Safety, Box::new(|row| amount(row.safety_stock))),
            (Say::Factor, Box::new(|row| or_none(row.safety_factor))),
            (Say::CycleService, Box::new(|row| share(row.cycle_service))),
            (Say::FillRate, Box::new(|row| share(row.fill_rate))),
            (Say::ShortYear, Box::new(|row| or_none(row.short_year))),
            (Say::PolicyOrdering, Box::new(|row| amount(row.ordering))),
            (Say::PolicyHolding, Box::new(|row| amount(row.holding))),
            (Say::PolicyShortage, Box::new(|row| or_none(row.shortage))),
            (total, Box::new(|row| amount(row.total))),
            (Say::Implied, Box::new(|row| or_none(row.implied_shortage_cost))),
            (Say::PolicyAssumes, Box::new(|row| letters(&row.assumes))),
        ];
        for (word, write) in lines {
            let cells = found.rows.iter().map(|row| Cell::number(write(row)));
            table.row(std::iter::once(Cell::text(word.text(self.language))).chain(cells).collect());
        }
        table
    }

    fn policy_remarks(&self, found: &Policies) -> Vec<String> {
        let difference = found.service_above_best.map(|difference| self.figures.amount(difference));
        let dearer = difference.map(|sek| self.fill(Say::ServiceCosts, &[("difference", &sek)]));
        let unknown = self.found.question.shortage_cost.is_none() && found.lead_time_sd > 0.0;
        let unknown = unknown.then(|| Say::ShortageUnknown.text(self.language).to_owned());
        let negative = (found.negative_share > MUCH_BELOW_ZERO)
            .then(|| self.fill(Say::Negative, &[("share", &self.figures.percent(found.negative_share))]));
        [dearer, unknown, negative].into_iter().flatten().collect()
    }
}
