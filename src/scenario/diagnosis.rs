//! What is wrong with the input, where, and how to mend it.

use super::source::Place;
use crate::order::InOrder;

/// How serious a diagnosis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing runs until it is mended.
    Error,
    /// Legal but suspicious.
    Finding,
}

/// Which of the faults that share a code it is, where what to do differs between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Particular {
    /// The code says it.
    #[default]
    None,
    /// A list without a single row.
    EmptyList,
    /// A row without a single value.
    BlankRow,
    /// A row that has more or fewer cells than the header.
    RowLength,
    /// A row that sums up others.
    SumRow,
    /// A quote that is never closed.
    OpenQuote,
    /// Two columns with the same header.
    SameHeaders,
    /// A column that is asked for and not there.
    MissingColumn,
    /// A number with a point in a list with decimal commas.
    PointAmongCommas,
    /// An option of the command line that this study cannot answer.
    Option,
}

/// One diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// Code, e.g. `S0203`.
    pub code: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where; `None` if no text is to blame.
    pub place: Option<Place>,
    /// Words at the place.
    pub label: String,
    /// How to mend it; empty if the label says it.
    pub help: String,
    /// Another place that the help speaks of.
    pub second: Option<Place>,
    /// Which fault of its code it is.
    pub particular: Particular,
}

impl Diagnosis {
    /// An error at a place.
    pub fn error(code: &'static str, message: &str, place: Place) -> Diagnosis {
        let (message, label, help) = (message.to_owned(), String::new(), String::new());
        let (severity, particular) = (Severity::Error, Particular::None);
        Diagnosis { code, severity, message, place: Some(place), label, help, second: None, particular }
    }

    /// A finding at a place.
    pub fn finding(code: &'static str, message: &str, place: Place) -> Diagnosis {
        Diagnosis { severity: Severity::Finding, ..Diagnosis::error(code, message, place) }
    }

    /// An error that no text is to blame for.
    pub fn nowhere(code: &'static str, message: &str) -> Diagnosis {
        Diagnosis { place: None, ..Diagnosis::error(code, message, Place::default()) }
    }

    /// With words at the place.
    pub fn label(mut self, label: &str) -> Diagnosis {
        self.label = label.to_owned();
        self
    }

    /// With help.
    pub fn help(mut self, help: &str) -> Diagnosis {
        self.help = help.to_owned();
        self
    }

    /// Tells which fault of its code it is.
    pub fn particular(mut self, particular: Particular) -> Diagnosis {
        self.particular = particular;
        self
    }

    /// With another place that the help speaks of.
    pub fn second(mut self, place: Place) -> Diagnosis {
        self.second = Some(place);
        self
    }
}

/// Sorts by file and position and drops repetitions: a mistake in a shared file is told once.
pub fn in_order(mut diagnoses: Vec<Diagnosis>) -> Vec<Diagnosis> {
    diagnoses
        .order_by(|a, b| (a.place, a.severity, a.code, &a.message).cmp(&(b.place, b.severity, b.code, &b.message)));
    diagnoses.dedup_by(|a, b| a.place == b.place && a.code == b.code && a.message == b.message);
    diagnoses
}

/// The nearest of some words, if it is near enough to be meant.
pub fn nearest<'w>(word: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let mut best = None;
    for candidate in words {
        let likeness = strsim::jaro_winkler(&word.to_lowercase(), &candidate.to_lowercase());
        if likeness >= 0.8 && best.is_none_or(|(_, other)| likeness > other) {
            best = Some((candidate, likeness));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The codes of all diagnoses, with one line on each.
pub mod codes {
    macro_rules! codes {
        ($($name:ident $code:literal $what:literal)*) => {
            $(#[doc = $what] pub const $name: &str = $code;)*
            /// Every code and what it means.
            pub const ALL: &[(&str, &str)] = &[$(($code, $what)),*];
        };
    }

    codes! {
        FILE "S0101" "A file cannot be read."
        ENCODING "S0102" "A file is not UTF-8 text."
        SYNTAX "S0103" "A file breaks the rules of TOML."
        CYCLE "S0104" "Files extend each other in a circle."
        PARTS "S0105" "Two parts of a scenario set the same key."
        KIND "S0201" "A value is of the wrong kind."
        MISSING "S0202" "A key that must be there is not."
        UNKNOWN_KEY "S0203" "A key that nothing reads."
        UNKNOWN_ID "S0204" "An overlay changes something that its base does not have."
        ID "S0205" "An id has characters that ids may not have."
        EXCLUSIVE "S0206" "Keys that exclude each other, or one of several that must be there."
        SETTING "S0207" "A setting of the command line cannot be read or applied."
        UNIT "S0301" "A number needs a unit, or has another unit than the key asks for."
        NUMBER "S0302" "Something that should be a number is not written as one."
        RANGE "S0303" "A number outside of what is allowed."
        CHOICE "S0304" "A word that is not one of the words allowed."
        PROVENANCE "S0305" "The origin of a value is not one of the kinds that exist."
        LAW "S0306" "A law of chance that is not complete or not possible."
        CELLS "S0401" "An item file is not a table of articles as asked for."
        DUPLICATE "S0402" "Two rows of an item file have the same id."
        DIALECT "S0403" "A list of articles has tabs between its cells."
        CASE "S0404" "A case of known answers that cannot be checked."
        UNKNOWN_REFERENCE "S0501" "A name of something that the scenario does not have."
        SWITCHED_OFF "S0502" "A name of something that is switched off."
        SHARES "S0601" "Shares that do not make a whole."
        IMPOSSIBLE "S0602" "Values that cannot hold together."
        MATCHES_NOTHING "S0603" "A rule that is about nothing."
        SUSPICIOUS "S0604" "Legal, but probably not meant."
        NOT_ASSESSED "S0605" "A flow is not assessed: its articles are left out."
        PLAN "S0701" "Parts of a scenario that do not fit together."
        SHELF_LIFE "S0702" "Stock that stands longer than the article keeps."
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not() {
        let keys = ["review", "safety-stock", "lead-time-quantile"];
        assert_eq!(nearest("saftey-stock", keys), Some("safety-stock"));
        assert_eq!(nearest("price", keys), None);
    }

    #[test]
    fn order_is_by_place_and_repetitions_go() {
        let at = |start| Place { file: 0, start, end: start };
        let errors = [9, 2, 9].map(|start| Diagnosis::error(codes::RANGE, "x", at(start))).to_vec();
        let starts: Vec<_> = in_order(errors).iter().filter_map(|error| error.place).map(|place| place.start).collect();
        assert_eq!(starts, [2, 9]);
    }

    #[test]
    fn codes_are_unique_and_ascend() {
        assert!(codes::ALL.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
