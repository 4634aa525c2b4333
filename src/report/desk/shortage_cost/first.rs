//! The answer, the three steps of m, the sources of u, and the kinds of shortage cost.

use super::Page;
use crate::desk::shortage_cost::{Counted, Source};
use crate::report::number::{ABSENT, Numbers};
use crate::report::table::columns::{Cell, Table};
use crate::report::wording::desk::shortage_cost::ShortageCostWord as Say;
use std::collections::BTreeMap;

impl Page<'_> {
    pub(super) fn head(&self) -> String {
        let found = self.found;
        let title = self.fill(Say::Title, &[("title", &self.title(&found.case.title))]);
        let (m, u) = (self.amount(found.profit.used), self.amount(found.leaving.u));
        let (week, year) = (self.amount(found.shortage_week), self.amount(found.shortage_year));
        let more = found.kinds.future.is_some() || found.kinds.back_orders.is_some();
        let word = if more { Say::HeadlineMore } else { Say::Headline };
        let answer = self.fill(word, &[("m", &m), ("u", &u), ("week", &week), ("year", &year)]);
        let unrounded = (found.profit.used != found.profit.lost)
            .then(|| self.fill(Say::Unrounded, &[("week", &self.amount(found.shortage_week_unrounded))]));
        self.wrapped(&[title, answer, unrounded.unwrap_or_default(), self.given()])
    }

    /// How many values have which origin.
    fn given(&self) -> String {
        let mut kinds: BTreeMap<&str, u64> = BTreeMap::new();
        for origin in self.found.case.origins.values() {
            *kinds.entry(&origin.kind).or_default() += 1;
        }
        if kinds.is_empty() {
            return String::new();
        }
        let numbers = Numbers(self.language);
        let kind = |(kind, count): (&&str, &u64)| {
            self.fill(Say::GivenKind, &[("count", &numbers.count(*count)), ("kind", origin(kind, self.language))])
        };
        self.fill(Say::Given, &[("kinds", &kinds.iter().map(kind).collect::<Vec<_>>().join(", "))])
    }

    /// A share with its interval.
    fn counted(&self, one: &Counted) -> String {
        let share = self.percent(one.share);
        let numbers = Numbers(self.language);
        let ends = one.low.zip(one.high).map(|(low, high)| {
            let (low, high) = (self.figures.percent_bare(low), self.figures.percent_bare(high));
            numbers.interval(low, high)
        });
        ends.map_or(share.clone(), |ends| format!("{share} {ends}"))
    }

    pub(super) fn steps(&self) -> String {
        let (profit, case) = (&self.found.profit, &self.found.case.profit);
        let heads = [Say::Step, Say::Sek, Say::How].map(|word| self.text(word));
        let mut table = Table::new(heads.into());
        let mut row = |word: Say, value: String, how: String| {
            table.row(vec![Cell::text(self.text(word)), Cell::number(value), Cell::text(how)]);
        };
        let (prescription, otc) = (self.amount(case.prescription), self.amount(case.otc));
        let how = self.fill(Say::BeforeHow, &[("prescription", &prescription), ("otc", &otc)]);
        row(Say::Before, self.amount(profit.before), how);
        let (share, line) = (self.counted(&profit.still_buys_prescription), self.amount(profit.line));
        let lines = self.amount(case.kept_lines);
        let places = [("prescription", prescription.as_str()), ("share", &share), ("lines", &lines), ("line", &line)];
        row(Say::LostPrescription, self.amount(profit.lost_prescription), self.fill(Say::LostPrescriptionHow, &places));
        let share = self.counted(&profit.still_buys_otc);
        let how = self.fill(Say::LostOtcHow, &[("otc", &otc), ("share", &share)]);
        row(Say::LostOtc, self.amount(profit.lost_otc), how);
        let rounded = case.rounded_to.map(|to| {
            let (to, used) = (self.amount(to), self.amount(profit.used));
            self.fill(Say::ProfitRounded, &[("to", &to), ("used", &used)])
        });
        row(Say::Profit, self.amount(profit.lost), rounded.unwrap_or_else(|| self.text(Say::ProfitHow)));
        if let Some(loyalty) = &self.found.loyalty {
            let (loyal, assortment) = (self.counted(&loyalty.loyal), self.counted(&loyalty.by_assortment));
            let counted = self.text(if loyalty.counted { Say::Counted } else { Say::NotCounted });
            let (lost, value) =
                (self.percent(loyalty.lost_for_good), self.figures.amount_or_none(loyalty.present_value));
            let places = [
                ("loyal", loyal.as_str()),
                ("assortment", &assortment),
                ("lost", &lost),
                ("value", &value),
                ("counted", &counted),
            ];
            row(Say::Loyal, self.figures.amount_or_none(loyalty.per_leaver), self.fill(Say::LoyalHow, &places));
        }
        self.section(&[self.text(Say::StepsTitle)], &table.render())
    }

    pub(super) fn leaving(&self) -> String {
        let found = &self.found.leaving;
        let heads = [Say::Source, Say::Weight, Say::PerWeek, Say::CostWeek].map(|word| self.text(word));
        let mut table = Table::new(heads.into());
        let per = self.found.profit.used;
        let cost = |u: f64| Cell::number(self.amount(u * per));
        for one in &found.sources {
            let u = Cell::number_with(self.amount(one.u), &[&self.ends(one)]);
            table.row(vec![Cell::text(self.title(&one.title)), Cell::number(self.amount(one.weight)), u, cost(one.u)]);
        }
        let used = Cell::number(self.amount(found.u));
        table.row(vec![Cell::text(self.text(Say::Used)), Cell::number(""), used, cost(found.u)]);
        let texts = [Say::LeavingTitle, Say::LeavingHow].map(|word| self.text(word));
        let after = self.wrapped(&self.about_customers());
        let gap = if after.is_empty() { "" } else { "\n" };
        format!("{}{gap}{after}", self.section(&texts, &table.render()))
    }

    fn ends(&self, one: &Source) -> String {
        let ends = one.low.zip(one.high).map(|(low, high)| (self.amount(low), self.amount(high)));
        ends.map_or_else(String::new, |(low, high)| Numbers(self.language).interval(low, high))
    }

    fn about_customers(&self) -> Vec<String> {
        let found = self.found;
        let of_all = found.leaving.share_of_customers.zip(found.case.customers).map(|(share, all)| {
            self.fill(Say::ShareOfAll, &[("share", &self.percent(share)), ("customers", &self.amount(all))])
        });
        let meeting = found.meeting.map(|share| self.fill(Say::Meeting, &[("share", &self.counted(&share))]));
        let reactions = found.reactions.map(|one| {
            let [substitute, come_back, elsewhere, back_order] =
                [one.substitute, one.come_back, one.elsewhere, one.back_order].map(|share| self.counted(&share));
            let places = [
                ("substitute", substitute.as_str()),
                ("come_back", &come_back),
                ("elsewhere", &elsewhere),
                ("back_order", &back_order),
            ];
            self.fill(Say::Reactions, &places)
        });
        let line_fill = found.line_fill.map(|one| {
            let (share, line) = (self.percent(one.of_prescription_customers), self.percent(one.short_per_line));
            self.fill(Say::LineFill, &[("share", &share), ("line", &line), ("fill", &self.percent(one.line_fill_rate))])
        });
        [of_all, meeting, reactions, line_fill].into_iter().flatten().collect()
    }

    pub(super) fn kinds(&self) -> String {
        let kinds = &self.found.kinds;
        let mut table = Table::new([Say::Kind, Say::CostWeek].map(|word| self.text(word)).into());
        let lacking = self.text(Say::NotIncluded);
        let rows = [
            (Say::KindPrescription, Some(kinds.prescription)),
            (Say::KindAdditional, Some(kinds.additional)),
            (Say::KindFuture, kinds.future),
            (Say::KindBackOrders, kinds.back_orders),
            (Say::KindRounding, Some(kinds.rounding).filter(|rounding| rounding.abs() > 1e-9)),
            (Say::KindTotal, Some(kinds.total())),
        ];
        for (word, value) in rows {
            if word == Say::KindRounding && value.is_none() {
                continue;
            }
            let cell = value.map_or_else(|| lacking.clone(), |value| self.amount(value));
            table.row(vec![Cell::text(self.text(word)), Cell::number(cell)]);
        }
        self.section(&[self.text(Say::KindsTitle)], &table.render())
    }
}

/// The word for where a value comes from.
fn origin(kind: &str, language: crate::report::wording::Language) -> &'static str {
    let word = match kind {
        "seed" => Say::OriginSeed,
        "sourced" => Say::OriginSourced,
        "derived" => Say::OriginDerived,
        "assumption" => Say::OriginAssumption,
        "fitted" => Say::OriginFitted,
        _ => return ABSENT,
    };
    word.text(language)
}
