//! What is said of two scenarios whose costs are compared over days of endurance.

use super::headline;
use super::number::{ABSENT, Numbers};
use super::table::cost::component_name;
use super::wording::Language;
use super::wording::frontier::FrontierWord as Say;
use crate::sim::cost::Component;
use crate::study::findings::{Estimate, Inputs};
use crate::study::frontier::curve::Side;
use crate::study::frontier::{Compared, Crossing, Pair, Verdict};

/// Of fewer replications than this, resamples show little but the same ones again.
pub const FEWEST: u32 = 20;
/// A picture is shown if so large a share of the resamples has it.
const SHOWN: f64 = 0.95;
/// Below so many days they are written with a decimal.
const FEW_DAYS: f64 = 10.0;

/// Mean days: with a decimal where they are few, and with what tells that they are at least so many.
pub fn days(numbers: Numbers, days: Option<f64>, cap: u32, at_least: bool) -> String {
    match days {
        None => ABSENT.to_owned(),
        Some(value) if value >= f64::from(cap) => numbers.days(days, cap),
        Some(value) => {
            let written = if value < FEW_DAYS { numbers.short(value, 1) } else { numbers.decimal(value, 0) };
            if at_least { format!("≥{written}") } else { written }
        }
    }
}

/// All that is said of a pair, sentence by sentence.
pub fn sentences(inputs: &Inputs, pair: &Pair, language: Language) -> Vec<String> {
    let names = pair.scenarios.map(|place| headline::short_title(inputs, &inputs.scenarios[place].id, language));
    let told = Told { inputs, language, numbers: Numbers(language), names: &names };
    let plain = |word: Say| vec![told.fill(word, &[])];
    match &pair.verdict {
        Verdict::NoCost => plain(Say::NoCost),
        Verdict::UnlikeNeeds => plain(Say::UnlikeNeeds),
        Verdict::Lacking(components) => vec![told.lacking(components)],
        Verdict::Compared(compared) => told.compared(compared),
    }
}

struct Told<'a> {
    inputs: &'a Inputs,
    language: Language,
    numbers: Numbers,
    names: &'a [String; 2],
}

impl Told<'_> {
    fn fill(&self, word: Say, places: &[(&str, &str)]) -> String {
        let [first, second] = self.names;
        let money = self.numbers.money_unit(self.inputs.money);
        let common = [("first", first.as_str()), ("second", second), ("money", money)];
        word.fill(self.language, &[places, &common].concat())
    }

    fn name(&self, side: Side) -> &str {
        let [first, second] = self.names;
        if side == Side::First { first } else { second }
    }

    fn days(&self, value: f64) -> String {
        days(self.numbers, Some(value), self.inputs.cap_days, false)
    }

    fn lacking(&self, components: &[Component]) -> String {
        let names: Vec<String> = components.iter().map(|&component| component_name(self.language, component)).collect();
        self.fill(Say::Lacking, &[("components", &names.join(", "))])
    }

    fn compared(&self, compared: &Compared) -> Vec<String> {
        let mut sentences: Vec<String> = match compared.cheaper.as_slice() {
            [] => vec![self.range(if self.is_one(compared) { Say::EqualOne } else { Say::Equal }, compared, &[])],
            [only] => vec![self.throughout(compared, *only)],
            turns => {
                let sides = turns.windows(2).zip(&compared.crossings);
                sides.map(|(sides, crossing)| self.cross(crossing, (sides[0], sides[1]))).collect()
            }
        };
        if compared.same.is_some() && self.inputs.replications < FEWEST {
            let (n, least) = (self.numbers.count(self.inputs.replications), self.numbers.count(FEWEST));
            sentences.push(self.fill(Say::TooFew, &[("n", &n), ("least", &least)]));
        } else if let Some(same) = compared.same {
            let share = self.numbers.percent(&self.numbers.share_against(Some(same), SHOWN));
            sentences.push(self.fill(if same >= SHOWN { Say::Same } else { Say::Unsure }, &[("same", &share)]));
        }
        if let Some((side, reach)) = compared.further {
            let (to, reach) = (self.days(compared.to), self.days(reach));
            if to != reach {
                sentences.push(self.fill(Say::Further, &[("name", self.name(side)), ("to", &to), ("days", &reach)]));
            }
        }
        sentences
    }

    fn range(&self, word: Say, compared: &Compared, more: &[(&str, &str)]) -> String {
        let (from, to) = (self.days(compared.from), self.days(compared.to));
        self.fill(word, &[&[("from", from.as_str()), ("to", to.as_str())], more].concat())
    }

    /// Whether the days compared are written as one and the same number.
    fn is_one(&self, compared: &Compared) -> bool {
        self.days(compared.from) == self.days(compared.to)
    }

    fn cross(&self, crossing: &Crossing, (below, above): (Side, Side)) -> String {
        let days = |value: Option<f64>| value.map_or_else(|| ABSENT.to_owned(), |value| self.days(value));
        let between = self.numbers.interval(days(crossing.days.low), days(crossing.days.high));
        let (at, cost) = (days(crossing.days.mean), self.numbers.msek(Some(crossing.cost)));
        let places = [
            ("days", at.as_str()),
            ("between", &between),
            ("cost", &cost),
            ("below", self.name(below)),
            ("above", self.name(above)),
        ];
        tidied(&self.fill(Say::Cross, &places))
    }

    /// The difference is that of the second less the first: turned where the second is cheaper.
    fn throughout(&self, compared: &Compared, cheaper: Side) -> String {
        let turned = |figure: &Estimate| Estimate {
            mean: figure.mean.map(|sek| -sek),
            low: figure.high.map(|sek| -sek),
            high: figure.low.map(|sek| -sek),
            ..figure.clone()
        };
        let (least, most) = match cheaper {
            Side::First => (compared.least.clone(), compared.most.clone()),
            Side::Second => (turned(&compared.most), turned(&compared.least)),
        };
        let money = |sek: Option<f64>| self.numbers.msek(sek);
        let between = |figure: &Estimate| self.numbers.interval(money(figure.low), money(figure.high));
        let (least_between, most_between) = (between(&least), between(&most));
        let (least, most) = (money(least.mean), money(most.mean));
        let places = [
            ("cheaper", self.name(cheaper)),
            ("least", &least),
            ("least_between", &least_between),
            ("most", &most),
            ("most_between", &most_between),
        ];
        let word = if self.is_one(compared) { Say::ThroughoutOne } else { Say::Throughout };
        tidied(&self.range(word, compared, &places))
    }
}

/// Without the gap that an interval leaves which is not there.
fn tidied(text: &str) -> String {
    text.replace("  ", " ").replace(" ,", ",")
}
