//! Figures of the page. Each carries its unrounded value, its place in `results.json` (a JSON pointer) and how it was
//! written, so that anyone can check the page against the data.

use super::Page;
use super::markup::esc;
use crate::report::json::pointer_part;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::Word;
use crate::study::findings::Estimate;

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written {
    /// Share in per cent, one decimal.
    Share,
    /// Probability in whole per cent.
    Probability,
    /// Share in whole per cent that never rounds across this requirement.
    Against(f64),
    /// SEK as MSEK, three digits.
    Msek,
    /// The same with the sign turned: a saving told as "less".
    MinusMsek,
    /// The same with its sign.
    SignedMsek,
    /// Whole days, with this cap.
    Days(u32),
}

impl Written {
    /// The value in words of a language, without the per cent sign.
    pub fn text(self, numbers: Numbers, value: Option<f64>) -> String {
        match self {
            Written::Share => numbers.share(value),
            Written::Probability => numbers.probability(value),
            Written::Against(required) => numbers.share_against(value, required),
            Written::Msek => numbers.msek(value),
            Written::MinusMsek => numbers.msek(value.map(|sek| -sek)),
            Written::SignedMsek => numbers.signed(numbers.msek(value)),
            Written::Days(cap) => numbers.days(value, cap),
        }
    }

    /// The attribute that says how the value was written.
    pub fn code(self) -> String {
        match self {
            Written::Share => "share".into(),
            Written::Probability => "probability".into(),
            Written::Against(required) => format!("against {required}"),
            Written::Msek => "msek".into(),
            Written::MinusMsek => "minus-msek".into(),
            Written::SignedMsek => "signed-msek".into(),
            Written::Days(cap) => format!("days {cap}"),
        }
    }

    /// What [`Written::code`] said.
    pub fn of_code(code: &str) -> Option<Written> {
        let (name, number) = code.split_once(' ').unwrap_or((code, ""));
        match name {
            "share" => Some(Written::Share),
            "probability" => Some(Written::Probability),
            "against" => number.parse().ok().map(Written::Against),
            "msek" => Some(Written::Msek),
            "minus-msek" => Some(Written::MinusMsek),
            "signed-msek" => Some(Written::SignedMsek),
            "days" => number.parse().ok().map(Written::Days),
            _ => None,
        }
    }

    fn is_per_cent(self) -> bool {
        matches!(self, Written::Share | Written::Probability | Written::Against(_))
    }
}

impl Page<'_> {
    /// One value of `results.json`.
    pub(super) fn value(&self, value: Option<f64>, at: &str, written: Written) -> String {
        match value.filter(|value| value.is_finite()) {
            None => ABSENT.to_string(),
            Some(found) => format!(
                "<data value=\"{found}\" data-at=\"{}\" data-as=\"{}\">{}</data>",
                esc(at),
                written.code(),
                esc(&written.text(self.numbers, value))
            ),
        }
    }

    /// The mean of a figure, with its per cent sign.
    pub(super) fn mean(&self, figure: &Estimate, at: &str, written: Written) -> String {
        let mean = self.value(figure.mean, &format!("{at}/mean"), written);
        if written.is_per_cent() && mean != ABSENT { self.numbers.percent(&mean) } else { mean }
    }

    /// The interval of a figure in brackets; empty where the replications cannot give one.
    pub(super) fn interval(&self, figure: &Estimate, at: &str, written: Written) -> String {
        let (low, high) = ((figure.low, "low"), (figure.high, "high"));
        match written {
            Written::MinusMsek => self.between([high, low], at, written),
            // The sign of the mean is enough.
            Written::SignedMsek => self.between([low, high], at, Written::Msek),
            _ => self.between([low, high], at, written),
        }
    }

    /// The tenth and ninetieth percentile in brackets.
    pub(super) fn spread(&self, figure: &Estimate, at: &str, written: Written) -> String {
        let quantile = |place: usize| figure.quantiles.map(|quantiles| quantiles[place]);
        self.between([(quantile(1), "p10"), (quantile(3), "p90")], at, written)
    }

    /// Two values in brackets; empty where both are absent.
    pub(super) fn between(&self, ends: [(Option<f64>, &str); 2], at: &str, written: Written) -> String {
        let [low, high] = ends.map(|(value, _)| written.text(self.numbers, value));
        if low == ABSENT && high == ABSENT {
            return String::new();
        }
        let has_minus = low.starts_with('\u{2212}') || high.starts_with('\u{2212}');
        let between = if has_minus { format!(" {} ", Word::To.text(self.language)) } else { "–".to_string() };
        let [low, high] = ends.map(|(value, key)| self.value(value, &format!("{at}/{key}"), written));
        format!("<span class=\"interval\">({low}{between}{high})</span>")
    }

    /// A figure with its interval.
    pub(super) fn figure(&self, figure: &Estimate, at: &str, written: Written) -> String {
        format!("{} {}", self.mean(figure, at, written), self.interval(figure, at, written)).trim_end().to_string()
    }
}

/// A JSON pointer of these keys.
pub(super) fn pointer(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("/{}", pointer_part(key))).collect()
}
