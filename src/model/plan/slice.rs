//! Parts of need that are read by themselves: one flow, site, class of articles, or family.

use serde::{Deserialize, Serialize};

/// What a part is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SliceKind {
    /// A flow of goods.
    Flow,
    /// A site where wards take articles.
    Site,
    /// A class of articles (A, B, C).
    Class,
    /// A product family.
    Family,
}

impl SliceKind {
    /// All kinds, in the order in which they are told.
    pub const ALL: [SliceKind; 4] = [SliceKind::Flow, SliceKind::Site, SliceKind::Class, SliceKind::Family];

    /// The kind's name in data files.
    pub fn id(self) -> &'static str {
        match self {
            SliceKind::Flow => "flow",
            SliceKind::Site => "site",
            SliceKind::Class => "class",
            SliceKind::Family => "family",
        }
    }
}

/// A part of need: some of the need groups, at least one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slice {
    /// What it is a part of.
    pub kind: SliceKind,
    /// Id of the flow, site, class or family.
    pub id: String,
    /// Name in Swedish.
    pub name_sv: String,
    /// Name in English.
    pub name_en: String,
    /// Its groups: indices into [`super::endurance::EndurancePlan::groups`]. Ascending.
    pub groups: Vec<u32>,
}
