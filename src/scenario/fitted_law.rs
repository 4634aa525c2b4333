//! A duration law fitted to a file of cases.

use super::diagnosis::codes;
use super::reader::Section;
use crate::random::laws::DurationLaw;

/// Reads `{ dist = "fitted-lognormal", file, from, censored-at }` and fits it.
pub fn read(section: &mut Section<'_, '_>) -> Option<DurationLaw> {
    for key in ["file", "from", "censored-at"] {
        section.required(key);
    }
    section.date("from");
    section.date("censored-at");
    let place = section.place;
    section.wrong(codes::LAW, "dist", "cannot be fitted yet", place, "give a lognormal law");
    None
}
