//! What `beredd stock eoq` hands over: tables, JSON; the long table and the chart stand with the others of their kind.

mod policies;

use super::figures::Figures;
use crate::desk::eoq::assumptions::Assumption;
use crate::desk::eoq::{EoqFindings, Kind, LotRow};
use crate::report::table::columns::{Cell, Table, wrap};
use crate::report::wording::Language;
use crate::report::wording::desk::eoq::EoqWord as Say;

/// Below this share of a year's cost a difference is none.
const NOTHING: f64 = 1e-9;

/// The findings as JSON.
pub fn json(found: &EoqFindings) -> String {
    super::json("eoq", found)
}

/// The findings as text of about `width` columns; ends in a newline.
pub fn human(found: &EoqFindings, language: Language, width: usize) -> String {
    let page = Page { found, language, figures: Figures(language), width };
    let parts = [Some(page.head()), Some(page.lots()), Some(page.remarks()), page.policies(), Some(page.assumptions())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What a lot is called.
pub fn name(kind: Kind, language: Language) -> &'static str {
    let word = match kind {
        Kind::Economic => Say::Economic,
        Kind::Packs => Say::Packs,
        Kind::Production => Say::Production,
        Kind::Backorders => Say::Backorders,
        Kind::Discount => Say::Discount,
        Kind::Today => Say::Today,
        Kind::JustInTime => Say::JustInTime,
    };
    word.text(language)
}

/// Columns that not every table has.
#[derive(Clone, Copy)]
struct Shown {
    days: bool,
    price: bool,
    waits: bool,
    goods: bool,
}

struct Page<'a> {
    found: &'a EoqFindings,
    language: Language,
    figures: Figures,
    width: usize,
}

/// The letters of some assumptions, those in a row with a dash: `A–F`, `B–E, G`.
fn letters(assumes: &[Assumption]) -> String {
    let runs = assumes.chunk_by(|one, next| *next as u8 == *one as u8 + 1);
    let run = |run: &[Assumption]| match run {
        [one] => format!("{one:?}"),
        [first, second] => format!("{first:?}, {second:?}"),
        [first, .., last] => format!("{first:?}–{last:?}"),
        [] => String::new(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
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
        let holding = &question.holding;
        let (demand, order, per_unit) =
            (amount(question.demand), amount(question.order_cost), amount(holding.per_unit));
        let title = self.fill(Say::Title, &[("demand", &demand), ("order", &order), ("holding", &per_unit)]);
        let (rate, price) = (holding.rate.map(|rate| self.figures.percent(rate)), holding.price.map(amount));
        let how = match (rate, price) {
            (Some(rate), Some(price)) => {
                let share = |value: Option<f64>| value.map_or_else(String::new, |value| self.figures.percent(value));
                let (capital_rate, of_all) = (share(holding.capital_rate), share(holding.capital_share));
                let sek = |value: Option<f64>| self.figures.amount_or_none(value);
                let (capital, other) = (sek(holding.capital), sek(holding.other));
                let word = if holding.capital.is_some() { Say::Capital } else { Say::Rate };
                let places = [
                    ("rate", rate.as_str()),
                    ("price", &price),
                    ("capital_rate", &capital_rate),
                    ("share", &of_all),
                    ("capital", &capital),
                    ("other", &other),
                ];
                self.fill(word, &places)
            }
            _ => String::new(),
        };
        self.wrapped(&[title, how])
    }

    fn lots(&self) -> String {
        let rows = &self.found.lots;
        let (waits, goods) = (rows.iter().any(|row| row.waiting.is_some()), rows.iter().any(|row| row.goods.is_some()));
        // What has least to say gives way first where the table would be too wide; all stands in the JSON.
        let shows =
            [(true, true), (false, true), (false, false)].map(|(days, price)| Shown { days, price, waits, goods });
        let tables = shows.map(|shown| self.lot_table(shown));
        let fits = tables.iter().position(|table| table.width() <= self.width).unwrap_or(2);
        let table = &tables[fits];
        let texts = [Say::LotsTitle, Say::LotsHow].map(|word| word.text(self.language).to_owned());
        self.wrapped(&texts) + "\n" + &table.render()
    }

    fn lot_table(&self, shown: Shown) -> Table {
        let mut heads = vec![Say::Lot, Say::Units, Say::Orders];
        heads.extend(shown.days.then_some(Say::Between));
        heads.extend([Say::Ordering, Say::HoldingHead]);
        heads.extend(shown.waits.then_some(Say::WaitingHead));
        heads.push(Say::Total);
        heads.extend((shown.goods && shown.price).then_some(Say::Goods));
        heads.extend(shown.goods.then_some(Say::WithGoods));
        heads.push(Say::Assumes);
        let mut table = Table::new(heads.iter().map(|word| word.text(self.language).to_owned()).collect());
        self.found.lots.iter().for_each(|row| table.row(self.lot(row, shown)));
        table
    }

    fn lot(&self, row: &LotRow, shown: Shown) -> Vec<Cell> {
        let number = |value: f64| Cell::number(self.figures.amount(value));
        let or_none = |value: Option<f64>| Cell::number(self.figures.amount_or_none(value));
        let mut cells = vec![Cell::text(name(row.kind, self.language))];
        cells.extend([row.quantity, row.orders].map(number));
        cells.extend(shown.days.then(|| number(row.days_between)));
        cells.extend([row.ordering, row.holding].map(number));
        cells.extend(shown.waits.then(|| or_none(row.waiting)));
        cells.push(number(row.total));
        cells.extend((shown.goods && shown.price).then(|| or_none(row.goods)));
        cells.extend(shown.goods.then(|| or_none(row.goods.map(|goods| goods + row.total))));
        cells.push(Cell::text(letters(&row.assumes)));
        cells
    }

    /// What the table says, in sentences.
    fn remarks(&self) -> String {
        let rows = &self.found.lots;
        let Some(best) = rows.first() else { return String::new() };
        let mut texts = Vec::new();
        for row in rows.iter().filter(|row| matches!(row.kind, Kind::Packs | Kind::Today | Kind::JustInTime)) {
            let difference = row.total - best.total;
            if difference.abs() > NOTHING * best.total {
                let (sek, percent) = (self.figures.signed(difference), self.figures.percent(difference / best.total));
                let name = super::capital(name(row.kind, self.language));
                texts.push(self.fill(Say::More, &[("name", &name), ("difference", &sek), ("percent", &percent)]));
            }
        }
        for row in rows {
            if let Some(share) = row.waiting_share {
                texts.push(self.fill(Say::WaitingShare, &[("share", &self.figures.percent(share))]));
            }
            if let (Kind::Discount, Some(goods), Some(plain)) = (row.kind, row.goods, best.goods) {
                let difference = self.figures.signed(goods + row.total - plain - best.total);
                texts.push(self.fill(Say::DiscountSaves, &[("difference", &difference)]));
            }
        }
        texts.extend(self.just_in_time());
        self.wrapped(&texts)
    }

    fn just_in_time(&self) -> Option<String> {
        let (jit, lot) = (self.found.just_in_time?, self.found.question.jit_lot?);
        let (lot, economic) = (self.figures.amount(lot), self.figures.amount(jit.economic_at));
        let best = self.fill(Say::JitBest, &[("lot", &lot), ("economic", &economic)]);
        let even = match jit.break_even {
            Some(even) => self.fill(Say::JitEven, &[("even", &self.figures.amount(even))]),
            None => Say::JitNever.text(self.language).to_owned(),
        };
        Some(format!("{best} {even}"))
    }

    /// The letters that some row above has.
    fn assumptions(&self) -> String {
        let policies = self.found.policies.iter().flat_map(|found| &found.rows).map(|row| &row.assumes);
        let mut used: Vec<Assumption> =
            self.found.lots.iter().map(|row| &row.assumes).chain(policies).flatten().copied().collect();
        used.sort_unstable();
        used.dedup();
        let text = |one: Assumption| match one {
            Assumption::A => Say::A,
            Assumption::B => Say::B,
            Assumption::C => Say::C,
            Assumption::D => Say::D,
            Assumption::E => Say::E,
            Assumption::F => Say::F,
            Assumption::G => Say::G,
            Assumption::H => Say::H,
        };
        let lines = used.into_iter().map(|one| wrap(text(one).text(self.language), self.width, "    "));
        let texts = [Say::AssumptionsTitle, Say::AssumptionsHow].map(|word| word.text(self.language).to_owned());
        self.wrapped(&texts) + &lines.collect::<String>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::eoq::assumptions::{PLAIN, without};

    #[test]
    fn letters_in_a_row_have_a_dash() {
        assert_eq!(letters(&PLAIN), "A–F");
        assert_eq!(letters(&without(Assumption::C)), "A, B, D–F");
        assert_eq!(letters(&[Assumption::B, Assumption::E, Assumption::G, Assumption::H]), "B, E, G, H");
    }
}
