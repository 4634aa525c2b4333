//! Sensitivity, differences with their signs, and the tests computed again.

use super::Page;
use crate::desk::shortage_cost::{Moved, What, case::Sign};
use crate::report::name::visible;
use crate::report::number::{ABSENT, Numbers};
use crate::report::table::columns::{Cell, Table};
use crate::report::wording::Language;
use crate::report::wording::desk::shortage_cost::ShortageCostWord as Say;

/// What is moved, in words.
pub fn name(what: &What, language: Language) -> String {
    let word = match what {
        What::Sources => Say::MovedSources,
        What::Count => Say::MovedCount,
        What::LeaveShare => Say::MovedLeave,
        What::KeepsPrescription => Say::MovedPrescription,
        What::KeepsOther => Say::MovedOther,
        What::Correction => Say::MovedCorrection,
        What::Loyalty => Say::MovedLoyalty,
        What::Mix { title } => {
            return Say::MovedMix.fill(language, &[("title", &visible(language.title(title)))]);
        }
    };
    word.text(language).to_owned()
}

/// Whether what is moved is a share.
fn is_share(what: &What) -> bool {
    matches!(what, What::LeaveShare | What::KeepsPrescription | What::KeepsOther | What::Mix { .. })
}

impl Page<'_> {
    pub(super) fn sensitivity(&self) -> String {
        let heads = [Say::Moved, Say::From, Say::To, Say::CostFrom, Say::CostTo, Say::Change];
        let mut table = Table::new(heads.map(|word| self.text(word)).into());
        for one in &self.found.sensitivity {
            table.row(self.moved(one));
        }
        self.section(&[self.text(Say::SensitivityTitle)], &table.render())
    }

    fn moved(&self, one: &Moved) -> Vec<Cell> {
        let input =
            |value: f64| Cell::number(if is_share(&one.what) { self.percent(value) } else { self.amount(value) });
        let change = self.figures.signed(one.cost_to - one.cost_from);
        let costs = [self.amount(one.cost_from), self.amount(one.cost_to), change].map(Cell::number);
        let first = [Cell::text(name(&one.what, self.language)), input(one.from), input(one.to)];
        first.into_iter().chain(costs).collect()
    }

    pub(super) fn differences(&self) -> String {
        if self.found.differences.is_empty() {
            return String::new();
        }
        let heads = [Say::Difference, Say::SignM, Say::SignU, Say::SignShortage, Say::SignHolding];
        let mut table = Table::new(heads.map(|word| self.text(word)).into());
        for one in &self.found.differences {
            let signs = [one.m, one.u, one.shortage, one.holding].map(|sign| Cell::number(shown(sign)));
            table.row(std::iter::once(Cell::text(self.title(&one.title))).chain(signs).collect());
        }
        self.section(&[self.text(Say::DifferencesTitle)], &table.render())
    }

    pub(super) fn tests(&self) -> String {
        if self.found.tests.is_empty() {
            return String::new();
        }
        let heads = [Say::Test, Say::RankSum, Say::Ranks, Say::Score, Say::P, Say::Verdict];
        let mut table = Table::new(heads.map(|word| self.text(word)).into());
        let numbers = Numbers(self.language);
        let three = |value: Option<f64>| value.map_or_else(|| ABSENT.to_owned(), |value| numbers.decimal(value, 3));
        for one in &self.found.tests {
            let [first, second] = one.mean_ranks.map(|rank| numbers.decimal(rank, 2));
            let z = three(one.score);
            let z = if one.ties_known { z } else { self.fill(Say::NoTies, &[("z", &z)]) };
            table.row(vec![
                Cell::text(self.title(&one.title)),
                Cell::number(numbers.short(one.rank_sum, 1)),
                Cell::number(self.fill(Say::RanksOf, &[("first", &first), ("second", &second)])),
                Cell::number(z),
                Cell::number(three(one.p_used)),
                Cell::text(self.text(if one.shown { Say::Shown } else { Say::NotShown })),
            ]);
        }
        self.section(&[self.text(Say::TestsTitle), self.text(Say::TestsHow)], &table.render())
    }
}

fn shown(sign: Sign) -> &'static str {
    match sign {
        Sign::Up => "+",
        Sign::Down => "\u{2212}",
        Sign::None => "0",
        Sign::Unknown => "?",
    }
}
