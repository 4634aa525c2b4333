//! One shortage in words.

use super::Word;
use crate::desk::shortages::{Shortage, Source};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;

/// The words of a language with their numbers.
#[derive(Clone, Copy)]
pub struct Say {
    pub language: Language,
    pub numbers: Numbers,
}

impl Say {
    pub fn text(self, word: Word) -> String {
        word.text(self.language).to_owned()
    }

    pub fn fill(self, word: Word, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    fn days(self, days: i64) -> String {
        self.numbers.decimal(days as f64, 0)
    }

    /// When it is out, when it is back, how long without, and what stands in.
    pub fn told(self, one: &Shortage) -> String {
        let mut told = format!("{}, {}: {}", self.out(one), self.back(one), self.without(one));
        let short = one.without.is_none_or(|days| days > 0);
        if short {
            told += &format!("; {}", self.stand_in(one));
        }
        if !one.elsewhere.is_empty() && one.expected.source != Source::Refill {
            let sites = one.elsewhere.iter().map(|(site, units)| {
                self.fill(Word::ElsewhereOne, &[("site", &visible(site)), ("n", &self.numbers.short(*units, 1))])
            });
            let list = sites.collect::<Vec<_>>().join(", ");
            told += &format!("; {}", self.fill(Word::Elsewhere, &[("list", &list)]));
        }
        if !one.expected.reason.is_empty() {
            told += &format!("; {}", self.fill(Word::Reason, &[("reason", &visible(&one.expected.reason))]));
        }
        told
    }

    fn out(self, one: &Shortage) -> String {
        match libm::floor(one.days) {
            _ if one.free <= 0.0 => self.text(Word::OutNow),
            0.0 => self.text(Word::OutToday),
            1.0 => self.text(Word::OutTomorrow),
            days => self.fill(Word::OutIn, &[("n", &self.numbers.decimal(days, 0))]),
        }
    }

    fn back(self, one: &Shortage) -> String {
        let expected = &one.expected;
        let date = expected.date.map(|date| date.to_string()).unwrap_or_default();
        let order = match expected.order.as_str() {
            "" => String::new(),
            order => self.fill(Word::BackOrder, &[("order", &visible(order))]),
        };
        let late = self.days(expected.overdue_days);
        let from = visible(&one.from);
        let places =
            [("date", date.as_str()), ("order", order.as_str()), ("from", from.as_str()), ("n", late.as_str())];
        let word = match expected.source {
            Source::Promise => Word::Back,
            Source::Notice => Word::BackNotice,
            Source::Contradiction => Word::BackLater,
            Source::IfOrderedToday => Word::IfOrdered,
            Source::Refill => Word::Refill,
            Source::RefillWaits if expected.date.is_some() => Word::RefillWaits,
            Source::RefillWaits => Word::RefillUnknown,
            Source::Overdue => Word::Overdue,
            Source::NoticeWithoutDate => Word::NoDate,
            Source::NoOrder => Word::NoOrder,
            Source::OrderWithoutDate => Word::OrderNoDate,
            Source::TooLittle if expected.date.is_some() => Word::OrderedToday,
            Source::TooLittle => Word::LeadTimeUnknown,
            Source::Withdrawn if expected.too_little.is_empty() => Word::WithdrawnNoOrder,
            Source::Withdrawn => Word::Withdrawn,
        };
        let told = self.too_little(one) + &self.fill(word, &places);
        if expected.overdue_days > 0 && expected.source != Source::Overdue {
            return told + &self.fill(Word::OverdueToo, &places);
        }
        told
    }

    /// What comes and does not suffice, before what does.
    fn too_little(self, one: &Shortage) -> String {
        let told = one.expected.too_little.iter().map(|some| {
            let (date, order) = (some.date.to_string(), visible(&some.order));
            let (from, units) = (visible(&one.from), self.numbers.short(some.units, 1));
            let by_order = one.expected.source != Source::RefillWaits;
            let word = match order.is_empty() {
                _ if !by_order => Word::RefillTooLittle,
                true => Word::TooLittleNoNumber,
                false => Word::TooLittle,
            };
            self.fill(word, &[("date", &date), ("order", &order), ("n", &units), ("from", &from)]) + "; "
        });
        told.collect()
    }

    fn without(self, one: &Shortage) -> String {
        match one.without {
            None => self.text(Word::WithoutUnknown),
            Some(0) if matches!(one.expected.source, Source::IfOrderedToday | Source::TooLittle) => {
                self.text(Word::NoGapIfOrdered)
            }
            Some(0) => self.text(Word::NoGap),
            Some(1) => self.text(Word::OneWithout),
            Some(days) => self.fill(Word::Without, &[("n", &self.days(days))]),
        }
    }

    fn stand_in(self, one: &Shortage) -> String {
        let Some(best) = one.substitutes.first() else { return self.text(Word::NoStandIn) };
        let days = libm::floor(best.days);
        let word = if days == 1.0 { Word::StandInOne } else { Word::StandIn };
        self.fill(word, &[("article", &visible(&best.article)), ("n", &self.numbers.decimal(days, 0))])
    }

    /// Whom to call.
    pub fn call(self, one: &Shortage) -> String {
        if one.expected.source == Source::Refill {
            return self.fill(Word::CallSite, &[("from", &visible(&one.from))]);
        }
        let supplier = visible(&one.supplier);
        match &one.contact {
            Some((name, phone, mail)) => {
                let parts = [&supplier, &visible(name), &visible(phone), &visible(mail)];
                let said: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                self.fill(Word::Call, &[("who", &said.join(", "))])
            }
            None if one.supplier.is_empty() && !one.from.is_empty() => {
                self.fill(Word::CallSite, &[("from", &visible(&one.from))])
            }
            None if one.supplier.is_empty() => self.text(Word::CallNobody),
            None => self.fill(Word::CallSupplier, &[("supplier", &supplier)]),
        }
    }
}
