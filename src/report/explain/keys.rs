//! The one table of the keys of scenario files. A test holds it against the keys that the readers really ask for.

/// A group of keys as a constant.
macro_rules! group {
    ($name:ident, $heading:literal, $reader:literal, $about_sv:literal, $about_en:literal;
     $($key:literal $form:literal $default:literal $sv:literal $en:literal;)+) => {
        pub(super) const $name: crate::report::explain::keys::Group = crate::report::explain::keys::Group {
            heading: $heading,
            reader: $reader,
            about: crate::report::wording::commands::Phrase { sv: $about_sv, en: $about_en },
            keys: &[$(crate::report::explain::keys::Key {
                name: $key,
                form: $form,
                default: $default,
                meaning: crate::report::wording::commands::Phrase { sv: $sv, en: $en },
            },)+],
        };
    };
}

mod articles;
mod events;
mod network;
mod phases;
mod rules;
mod shortage;
mod staff;
mod study;
mod transport;

use super::terms::plain;
use crate::report::wording::commands::Phrase;

/// Keys that stand in one kind of table.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The table as it is written, e.g. `[site.ID]`.
    pub heading: &'static str,
    /// What the readers call it.
    pub reader: &'static str,
    /// What it is about.
    pub about: Phrase,
    /// Its keys.
    pub keys: &'static [Key],
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// How its value is written, with the unit.
    pub form: &'static str,
    /// Its value where none is given; `!` if it must be given, empty if it then has none.
    pub default: &'static str,
    /// What it means.
    pub meaning: Phrase,
}

impl Group {
    /// The word of the heading: `site` of `[site.ID]`.
    fn word(&self) -> &'static str {
        self.heading.trim_matches(['[', ']', '{', '}', ' ']).split(['.', ']']).next().unwrap_or_default()
    }

    /// Whether a word asks for a key of this group: by its name, or as `site.owner`, or for the whole table.
    pub fn names(&self, key: &Key, asked: &str) -> bool {
        let asked = plain(asked.trim_matches(['[', ']']));
        let (table, name) = (plain(self.word()), plain(key.name));
        asked == name || asked == format!("{table}.{name}") || asked == table || asked == format!("{table}.id")
    }

    /// Every key as `table.key`, and the table.
    pub fn full_names(&self) -> impl Iterator<Item = String> {
        let word = self.word();
        self.keys.iter().map(move |key| format!("{word}.{}", key.name)).chain([word.to_owned()])
    }
}

/// Every group, in the order in which a scenario is best read.
pub const GROUPS: &[Group] = &[
    study::STUDY,
    study::REPORT,
    study::SENSITIVITY,
    study::SCENARIO,
    study::ENDURANCE,
    study::ANY_TABLE,
    study::A_VALUE,
    study::A_TITLE,
    articles::ITEMS,
    articles::COLUMNS,
    articles::ARTICLE,
    articles::FLOW,
    articles::FAMILY,
    articles::DEMAND,
    articles::WEEK,
    articles::YEAR,
    articles::DEMAND_RULE,
    network::SUPPLIER,
    network::ORIGIN,
    network::LEAD_TIME_LAW,
    network::OWNER,
    network::SITE,
    network::LANE,
    transport::EXPRESS,
    staff::STAFF,
    staff::STAFF_WEEK,
    phases::PHASE,
    shortage::REACTION,
    shortage::RATIONING,
    shortage::NEIGHBOUR,
    shortage::WHOLE_ORDER,
    rules::SELECTION,
    rules::POOL,
    rules::SOURCING,
    rules::SOURCE,
    rules::POLICY,
    rules::SAFETY,
    rules::FORECAST,
    rules::PLANNED,
    rules::STOCK,
    rules::RESERVE,
    rules::RESERVE_PLACEMENT,
    events::DISRUPTION,
    events::DISRUPTED_DEMAND,
    events::DURATION_LAW,
    events::CUT,
    events::COST,
    events::LUMP_SUM,
];
