//! How it was computed, in plain words, and what the words mean.

use super::Page;
use crate::report::wording::page::PageWord;

/// The section.
pub(super) fn section(page: &Page) -> String {
    let paragraphs = [PageWord::MethodModel, PageWord::MethodProbe, PageWord::MethodRead];
    let paragraphs: String = paragraphs.map(|word| format!("<p>{}</p>\n", page.text(word))).concat();
    let terms = [
        (PageWord::TermFill, PageWord::TermFillText),
        (PageWord::TermAvailability, PageWord::TermAvailabilityText),
        (PageWord::TermReserve, PageWord::TermReserveText),
        (PageWord::TermClaim, PageWord::TermClaimText),
    ];
    let terms: String =
        terms.map(|(term, text)| format!("<dt>{}</dt><dd>{}</dd>\n", page.text(term), page.text(text))).concat();
    let glossary = format!("<h3>{}</h3>\n<dl>\n{terms}</dl>\n", page.text(PageWord::Glossary));
    page.part("method", PageWord::MethodHead, &(paragraphs + &glossary))
}
