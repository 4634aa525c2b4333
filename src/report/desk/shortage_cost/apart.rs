//! What stock costs beside, what stock could have avoided, margins and articles.

use super::Page;
use crate::inventory::retail_margin::{Margin, Rules};
use crate::report::number::Numbers;
use crate::report::table::columns::{Cell, Table};
use crate::report::wording::desk::shortage_cost::ShortageCostWord as Say;

impl Page<'_> {
    pub(super) fn stock(&self) -> String {
        let title = self.text(Say::StockTitle);
        let total = self.total();
        let (Some(stock), Some(holding)) = (&self.found.stock, self.found.case.holding) else {
            return self.wrapped(&[title, total]);
        };
        let mut table = Table::new(vec![self.text(Say::StockFigure), self.text(Say::Sek), String::new()]);
        let mut row = |word: Say, value: String, rest: String| {
            table.row(vec![Cell::text(self.text(word)), Cell::number(value), Cell::text(rest)]);
        };
        row(Say::HoldingWeek, self.amount(stock.holding_week), String::new());
        row(Say::CapitalWeek, self.amount(stock.capital_week), self.percent(holding.capital_share));
        row(Say::HoldingYear, self.amount(stock.holding_year), String::new());
        row(Say::HoldingRate, self.percent(stock.holding_rate), String::new());
        let rate = |rate: f64, used: bool| {
            let used = if used { self.text(Say::StockChosen) } else { String::new() };
            let numbers = Numbers(self.language);
            format!("{} {used}", numbers.percent(&numbers.decimal(rate * 100.0, 4))).trim_end().to_owned()
        };
        row(Say::SimpleRate, self.amount(stock.stock_simple), rate(stock.simple_rate, !holding.compound));
        row(Say::CompoundRate, self.amount(stock.stock_compound), rate(stock.compound_rate, holding.compound));
        row(Say::Ratio, self.percent(stock.ratio), String::new());
        let calibrated = stock.calibrated.then(|| self.fill(Say::Calibrated, &[("ratio", &self.percent(stock.ratio))]));
        let after = self.wrapped(&[calibrated.unwrap_or_default(), total]);
        format!("{}\n{after}", self.section(&[title], &table.render()))
    }

    /// The total stock cost, or what is lacking for it (T47).
    fn total(&self) -> String {
        if let Some(total) = self.found.total_week {
            return self.fill(Say::TotalKnown, &[("total", &self.amount(total))]);
        }
        let missing = match (self.found.case.order_cost, &self.found.stock) {
            (None, None) => Say::MissingBoth,
            (None, _) => Say::MissingOrders,
            _ => Say::MissingHolding,
        };
        self.fill(Say::TotalUnknown, &[("missing", &self.text(missing))])
    }

    pub(super) fn causes(&self) -> String {
        let Some(causes) = &self.found.causes else { return String::new() };
        let heads = [Say::Cause, Say::Customers, Say::Share, Say::CostWeek, Say::Matrix].map(|word| self.text(word));
        let mut table = Table::new(heads.into());
        let words = [
            (Say::SupplierOut, Say::NoYes),
            (Say::Both, Say::NoNo),
            (Say::Rare, Say::YesNo),
            (Say::Avoidable, Say::YesYes),
        ];
        let numbers = Numbers(self.language);
        for (place, (cause, matrix)) in words.into_iter().enumerate() {
            table.row(vec![
                Cell::text(self.text(cause)),
                Cell::number(numbers.count(causes.counts[place])),
                Cell::number(self.whole_percent(causes.shares[place])),
                Cell::number(self.amount(causes.cost_week[place])),
                Cell::text(self.text(matrix)),
            ]);
        }
        let otherwise = self.found.causes_otherwise.as_ref().map(|other| {
            let counts = other.counts.map(|count| numbers.count(count)).join(" / ");
            self.fill(Say::Otherwise, &[("counts", &counts), ("share", &self.whole_percent(other.shares[3]))])
        });
        let section = self.section(&[self.text(Say::CausesTitle), self.text(Say::CausesHow)], &table.render());
        match otherwise {
            Some(otherwise) => format!("{section}\n{}", self.wrapped(&[otherwise])),
            None => section,
        }
    }

    fn whole_percent(&self, share: f64) -> String {
        let numbers = Numbers(self.language);
        numbers.percent(&numbers.decimal(share * 100.0, 0))
    }

    fn money(&self, value: f64) -> Cell {
        Cell::number(Numbers(self.language).decimal(value, 2))
    }

    pub(super) fn margins(&self) -> String {
        let Some(rules) = self.found.case.margins.rules.filter(|_| !self.found.margins.is_empty()) else {
            return String::new();
        };
        let heads = [Say::Selling, Say::Purchase, Say::GrossProfit, Say::Band].map(|word| self.text(word));
        let mut table = Table::new(heads.into());
        for margin in &self.found.margins {
            table.row(self.margin(margin).into());
        }
        let rules = match rules {
            Rules::Y2011 => "2011",
            Rules::Y2016 => "2016",
            Rules::Y2022 => "2022",
        };
        self.section(&[self.fill(Say::MarginsTitle, &[("rules", rules)])], &table.render())
    }

    fn margin(&self, margin: &Margin) -> [Cell; 4] {
        let [selling, purchase, profit] =
            [margin.selling, margin.purchase, margin.profit].map(|value| self.money(value));
        [selling, purchase, profit, Cell::number(Numbers(self.language).count(margin.band as u64))]
    }

    pub(super) fn articles(&self) -> String {
        let Some(first) = self.found.articles.first() else { return String::new() };
        let heads = [Say::Article, Say::Selling, Say::Purchase, Say::GrossProfit, Say::PerAsked, Say::CostWeek];
        let mut table = Table::new(heads.map(|word| self.text(word)).into());
        for one in &self.found.articles {
            let [selling, purchase, profit, _] = self.margin(&one.margin);
            let or_none = |value: Option<f64>| Cell::number(self.figures.amount_or_none(value));
            let name = Cell::text(self.title(&one.title));
            table.row(vec![name, selling, purchase, profit, or_none(one.shortage_cost), or_none(one.per_week)]);
        }
        let how = match first.leaving {
            Some(share) => self.fill(Say::ArticlesHow, &[("share", &self.percent(share))]),
            None => self.text(Say::ArticlesUnknown),
        };
        self.section(&[self.text(Say::ArticlesTitle), how], &table.render())
    }
}
