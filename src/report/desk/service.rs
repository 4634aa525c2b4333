//! What `beredd stock service` hands over: tables, JSON; the long table and the chart stand with the others of their kind.

mod target;

use super::figures::Figures;
use crate::desk::service::{Given, Law, Reading, ServiceFindings};
use crate::report::table::columns::{Cell, Table, wrap};
use crate::report::wording::Language;
use crate::report::wording::desk::service::ServiceWord as Say;

/// More of the normal law below zero than this is worth a word.
const MUCH_BELOW_ZERO: f64 = 0.01;
/// Fill rates further apart than this are worth a word.
const APART: f64 = 0.001;

/// The findings as JSON.
pub fn json(found: &ServiceFindings) -> String {
    super::json("service", found)
}

/// The findings as text of about `width` columns; ends in a newline.
pub fn human(found: &ServiceFindings, language: Language, width: usize) -> String {
    let page = Page { found, language, figures: Figures(language), width };
    let answer = found.answer.as_ref();
    let follows = answer.map(|answer| [page.answer(answer), page.remarks(answer), page.levels()]);
    let parts = std::iter::once(page.head()).chain(follows.into_iter().flatten()).chain(page.target());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

struct Page<'a> {
    found: &'a ServiceFindings,
    language: Language,
    figures: Figures,
    width: usize,
}

impl Page<'_> {
    fn fill(&self, word: Say, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    fn wrapped(&self, texts: &[String]) -> String {
        texts.iter().filter(|text| !text.is_empty()).map(|text| wrap(text, self.width, "")).collect()
    }

    fn head(&self) -> String {
        let (question, amount) = (&self.found.question, |value| self.figures.amount(value));
        let (demand, lead) = (amount(question.demand_day), amount(question.lead_time));
        let lot = self.found.lot.map_or_else(String::new, |lot| self.fill(Say::TitleLot, &[("lot", &amount(lot))]));
        let spread = question.lead_time_sd;
        let lead_sd = if spread > 0.0 { self.fill(Say::LeadSd, &[("sd", &amount(spread))]) } else { String::new() };
        let places = [("demand", demand.as_str()), ("lead", &lead), ("lead_sd", &lead_sd), ("lot", &lot)];
        let title = self.fill(Say::Title, &places);
        let law = match question.law {
            Law::Normal => Say::Normal,
            Law::Gamma => Say::Gamma,
            Law::Poisson => Say::Poisson,
        };
        let (mean, sd) = (amount(self.found.lead_time_mean), amount(self.found.lead_time_sd));
        let law = self.fill(Say::Law, &[("law", law.text(self.language)), ("mean", &mean), ("sd", &sd)]);
        self.wrapped(&[title, law])
    }

    fn given(&self) -> String {
        let (amount, percent) = (|value| self.figures.amount(value), |share| self.figures.percent(share));
        let (word, value) = match self.found.question.given {
            Given::CycleService(level) => (Say::FromCycle, percent(level)),
            Given::FillRate(level) => (Say::FromFill, percent(level)),
            Given::SafetyStock(units) => (Say::FromSafety, amount(units)),
            Given::ReorderPoint(units) => (Say::FromPoint, amount(units)),
            Given::ShareOfLeadTimeDemand(share) => (Say::FromShare, percent(share)),
            Given::ShortageCost(cost) => (Say::FromCost, amount(cost)),
        };
        self.fill(word, &[("value", &value)])
    }

    fn answer(&self, answer: &Reading) -> String {
        let (found, cost) = (self.found, self.found.question.shortage_cost);
        let justified = found
            .justified
            .as_ref()
            .zip(cost)
            .map(|(reading, cost)| (self.fill(Say::FromCost, &[("value", &self.figures.amount(cost))]), reading));
        let columns: Vec<(String, &Reading)> = std::iter::once((self.given(), answer)).chain(justified).collect();
        let heads = std::iter::once(Say::Figure.text(self.language).to_owned());
        let mut table = Table::new(heads.chain(columns.iter().map(|(head, _)| head.clone())).collect());
        for (word, write) in self.lines() {
            let cells: Vec<String> = columns.iter().filter_map(|(_, reading)| write(reading)).collect();
            if cells.len() == columns.len() {
                let cells = cells.into_iter().map(Cell::number);
                table.row(std::iter::once(Cell::text(word.text(self.language))).chain(cells).collect());
            }
        }
        let texts = [Say::AnswerTitle, Say::AnswerHow].map(|word| word.text(self.language).to_owned());
        self.wrapped(&texts) + "\n" + &table.render()
    }

    /// The lines of a reading; one that is not known anywhere is left out.
    fn lines(&self) -> Vec<(Say, Write<'_>)> {
        let figures = self.figures;
        let amount = |of: fn(&Reading) -> f64| -> Write<'_> { Box::new(move |one| Some(figures.amount(of(one)))) };
        let share = |of: fn(&Reading) -> f64| -> Write<'_> { Box::new(move |one| Some(figures.percent(of(one)))) };
        let known = |of: fn(&Reading) -> Option<f64>| -> Write<'_> {
            Box::new(move |one| of(one).map(|value| figures.amount(value)))
        };
        vec![
            (Say::Point, amount(|one| one.reorder_point)),
            (Say::Safety, amount(|one| one.safety_stock)),
            (Say::SafetyDays, amount(|one| one.safety_days)),
            (Say::SafetyShare, share(|one| one.share_of_lead_time_demand)),
            (Say::Factor, amount(|one| one.safety_factor)),
            (Say::Cycle, share(|one| one.cycle_service)),
            (Say::Fill, share(|one| one.fill_rate)),
            (Say::FillOverlap, share(|one| one.fill_rate_overlapping)),
            (Say::ShortYear, amount(|one| one.short_year)),
            (Say::MeanStock, amount(|one| one.mean_stock)),
            (Say::Turns, amount(|one| one.turns)),
            (Say::SafetyCapital, known(|one| one.safety_capital)),
            (Say::Capital, known(|one| one.capital)),
            (Say::SafetyCost, known(|one| one.safety_cost)),
            (Say::Implied, known(|one| one.implied_shortage_cost)),
        ]
    }

    fn remarks(&self, answer: &Reading) -> String {
        let found = self.found;
        let text = |word: Say| word.text(self.language).to_owned();
        let negative = found.negative_share.filter(|share| *share > MUCH_BELOW_ZERO);
        let overlaps = (answer.fill_rate_overlapping - answer.fill_rate).abs() > APART;
        let remarks = [
            negative.map(|share| self.fill(Say::Negative, &[("share", &self.figures.percent(share))])),
            (found.question.law == Law::Poisson).then(|| text(Say::Whole)),
            (answer.reorder_point < 0.0).then(|| text(Say::NegativePoint)),
            overlaps.then(|| text(Say::Overlap)),
            self.justified(answer),
        ];
        self.wrapped(&remarks.into_iter().flatten().collect::<Vec<_>>())
    }

    fn justified(&self, answer: &Reading) -> Option<String> {
        let (reading, cost) = self.found.justified.zip(self.found.question.shortage_cost)?;
        let cost = self.figures.amount(cost);
        let whole = if self.found.question.law == Law::Poisson { 1.0 } else { 1e-9 * self.found.lead_time_mean };
        if reading.safety_stock < whole {
            return Some(self.fill(Say::NothingJustified, &[("cost", &cost)]));
        }
        let (cycle, fill) = (self.figures.percent(reading.cycle_service), self.figures.percent(reading.fill_rate));
        let (safety, given) = (self.figures.amount(reading.safety_stock), self.figures.amount(answer.safety_stock));
        let places =
            [("cost", cost.as_str()), ("cycle", &cycle), ("fill", &fill), ("safety", &safety), ("given", &given)];
        Some(self.fill(Say::Justified, &places))
    }

    fn levels(&self) -> String {
        let priced = self.found.question.price.is_some();
        let held = self.found.question.holding.is_some();
        let mut heads = vec![Say::Level, Say::AsCycle, Say::GivesFill, Say::AsFill, Say::GivesCycle];
        heads.extend([Say::CycleCapital, Say::FillCapital].into_iter().filter(|_| priced));
        heads.push(Say::Difference);
        heads.extend([Say::CycleImplied, Say::FillImplied].into_iter().filter(|_| held));
        let mut table = Table::new(heads.iter().map(|word| word.text(self.language).to_owned()).collect());
        let number = |value: f64| Cell::number(self.figures.amount(value));
        let or_none = |value: Option<f64>| Cell::number(self.figures.amount_or_none(value));
        let share = |value: f64| Cell::number(self.figures.percent_bare(value));
        for row in &self.found.levels {
            let (cycle, fill) = (&row.cycle, &row.fill);
            let mut cells = vec![share(row.level), number(cycle.safety_stock), share(cycle.fill_rate)];
            cells.extend([number(fill.safety_stock), share(fill.cycle_service)]);
            let money = cycle.safety_capital.zip(fill.safety_capital);
            cells.extend(money.into_iter().flat_map(|(cycle, fill)| [number(cycle), number(fill)]));
            let difference = money.map_or(fill.safety_stock - cycle.safety_stock, |(cycle, fill)| fill - cycle);
            cells.push(Cell::number(self.figures.signed(difference)));
            cells.extend([cycle, fill].into_iter().filter(|_| held).map(|one| or_none(one.implied_shortage_cost)));
            table.row(cells);
        }
        let money = if priced { Say::LevelsMoney.text(self.language) } else { "" };
        let how = self.fill(Say::LevelsHow, &[("money", money)]);
        let implies = if held { Say::ImpliesHow.text(self.language).to_owned() } else { String::new() };
        self.wrapped(&[Say::LevelsTitle.text(self.language).to_owned(), how, implies]) + "\n" + &table.render()
    }
}

/// Writes one line of a reading.
type Write<'w> = Box<dyn Fn(&Reading) -> Option<String> + 'w>;
