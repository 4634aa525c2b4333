//! Which parts of need are told, and how they are called.

use super::wording::Language;
use super::wording::slices::SliceWord;
use crate::plan::slice::SliceKind;
use crate::study::findings::CutFindings;
use crate::study::slices::SliceFindings;

/// A part's name with the word for what it is.
pub fn name(found: &SliceFindings, language: Language) -> String {
    let word = match found.kind {
        SliceKind::Flow => SliceWord::Flow,
        SliceKind::Site => SliceWord::Site,
        SliceKind::Class => SliceWord::Class,
        SliceKind::Family => SliceWord::Family,
    };
    word.fill(language, &[("name", &super::name::visible(language.title(&found.title)))])
}

/// The parts with their places, without those that are all of need: a kind with a single part.
pub fn told(cut: &CutFindings) -> Vec<(usize, &SliceFindings)> {
    let of_kind = |kind: SliceKind| cut.slices.iter().filter(|found| found.kind == kind).count();
    cut.slices.iter().enumerate().filter(|(_, found)| of_kind(found.kind) > 1).collect()
}
