//! Diagnoses as text for people: the message, the line it is about, and help.

use super::diagnosis::{Diagnosis, Severity};
use super::source::{Place, Source, Sources};
use super::tree::is_unsafe_to_print;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

/// Whether the text may carry colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Plain,
    /// Terminal colours.
    Terminal,
}

/// Most diagnoses shown at once.
const MOST_SHOWN: usize = 20;
/// Most characters shown before, in and after the place in its line.
const CONTEXT: usize = 60;

/// Renders diagnoses, the first twenty of them, with a count of the rest.
pub fn render(diagnoses: &[Diagnosis], sources: &Sources, colour: Colour) -> String {
    render_with(diagnoses, sources, colour, |_| None)
}

/// Renders diagnoses as [`render`] does, each followed by a line of the caller's, if there is one.
pub fn render_with(
    diagnoses: &[Diagnosis],
    sources: &Sources,
    colour: Colour,
    line: impl Fn(&Diagnosis) -> Option<String>,
) -> String {
    let text = |one: &Diagnosis| {
        let added = line(one).map_or_else(String::new, |line| format!("\n{line}"));
        render_one(one, sources, colour) + &added
    };
    let mut texts: Vec<_> = diagnoses.iter().take(MOST_SHOWN).map(text).collect();
    if diagnoses.len() > MOST_SHOWN {
        texts.push(format!("... and {} more", diagnoses.len() - MOST_SHOWN));
    }
    texts.join("\n\n") + "\n"
}

/// Renders one diagnosis, without a line break at the end.
pub fn render_one(diagnosis: &Diagnosis, sources: &Sources, colour: Colour) -> String {
    let level = match diagnosis.severity {
        Severity::Error => Level::ERROR,
        Severity::Finding => Level::WARNING.with_name("finding"),
    };
    let mut title = printable(&diagnosis.message, 400);
    if let Some((source, place)) = located(diagnosis.place, sources)
        && let Some(cell) = source.cell_name(place)
    {
        title = format!("{}, {}: {title}", printable(&source.path, 200), printable(&cell, 200));
    }
    let mut first = Group::with_title(level.primary_title(title).id(diagnosis.code));
    if let Some((source, place)) = located(diagnosis.place, sources) {
        first = first.element(excerpt(source, place, AnnotationKind::Primary, &diagnosis.label));
    }
    let mut report = vec![first];
    if !diagnosis.help.is_empty() {
        let mut help = Group::with_title(Level::HELP.secondary_title(printable(&diagnosis.help, 400)));
        if let Some((source, place)) = located(diagnosis.second, sources) {
            help = help.element(excerpt(source, place, AnnotationKind::Context, ""));
        }
        report.push(help);
    }
    let renderer = match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Terminal => Renderer::styled(),
    };
    let places = [diagnosis.place, diagnosis.second].into_iter().filter_map(|place| located(place, sources));
    places.fold(renderer.render(&report), |text, (source, place)| with_true_column(text, source, place))
}

/// Where a line was cut or escaped, the column of the text shown is not the column of the file.
fn with_true_column(text: String, source: &Source, place: Place) -> String {
    let line = source.line_of(place.start);
    let (line_start, line_end) = source.line_span(line);
    let start = source.char_start(place.start).clamp(line_start, line_end);
    let shown = tail(source.text.get(line_start..start).unwrap_or(""), CONTEXT).chars().count() + 1;
    let path = printable(&source.path, 200);
    let (shown, real) = (format!("{path}:{line}:{shown}"), format!("{path}:{line}:{}", source.column_of(start)));
    if shown == real { text } else { text.replacen(&shown, &real, 1) }
}

fn located(place: Option<Place>, sources: &Sources) -> Option<(&Source, Place)> {
    place.and_then(|place| sources.get(place.file).map(|source| (source, place)))
}

/// `file:line:column` and the line with the place marked; a long line is cut on both sides.
fn excerpt<'e>(source: &Source, place: Place, kind: AnnotationKind, label: &str) -> Element<'e> {
    let line = source.line_of(place.start);
    let (line_start, line_end) = source.line_span(line);
    let start = source.char_start(place.start).clamp(line_start, line_end);
    let end = source.char_start(place.end).clamp(start, line_end);
    let path = printable(&source.path, 200);
    if source.text.is_empty() {
        return Element::Origin(Origin::path(path).line(1).char_column(1));
    }
    let before = tail(source.text.get(line_start..start).unwrap_or(""), CONTEXT);
    let marked = printable(source.text.get(start..end).unwrap_or(""), CONTEXT);
    let after = printable(source.text.get(end..line_end).unwrap_or(""), CONTEXT);
    let span = before.len()..before.len() + marked.len();
    let mut annotation: Annotation<'e> = kind.span(span);
    if !label.is_empty() {
        annotation = annotation.label(printable(label, 200));
    }
    let snippet = Snippet::source(format!("{before}{marked}{after}")).line_start(line).path(path);
    Element::Cause(snippet.annotation(annotation))
}

/// The text with unsafe characters escaped, cut to a number of characters.
pub fn printable(text: &str, most: usize) -> String {
    let mut out = escaped(text.chars().take(most));
    if text.chars().nth(most).is_some() {
        out.push_str("...");
    }
    out
}

/// The last characters of a text, escaped.
fn tail(text: &str, most: usize) -> String {
    let skipped = text.chars().count().saturating_sub(most);
    let dots = if skipped > 0 { "..." } else { "" };
    format!("{dots}{}", escaped(text.chars().skip(skipped)))
}

fn escaped(letters: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for letter in letters {
        match letter {
            '\u{feff}' => {}
            '\t' => out.push(' '),
            _ if is_unsafe_to_print(letter) => out.extend(letter.escape_unicode()),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::diagnosis::codes;
    use crate::scenario::source::Kind;

    #[test]
    fn a_hostile_line_is_escaped_and_cut() {
        let mut sources = Sources::default();
        let text = format!("{} = \"\u{1b}[31m\u{202e}\u{9b}\" # {}\n", "a".repeat(100_000), "b".repeat(100_000));
        sources.add(Source::new("x\u{1b}.toml".into(), text, Kind::Toml));
        let place = Place { file: 0, start: 100_003, end: 100_014 };
        let shown = render(&[Diagnosis::error(codes::RANGE, "bad\u{7}", place)], &sources, Colour::Plain);
        assert!(shown.len() < 1200, "{}", shown.len());
        assert!(shown.contains(":1:100004"), "{shown}");
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']), "{shown}");
    }

    #[test]
    fn the_rest_of_many_is_counted() {
        let many = vec![Diagnosis::nowhere(codes::FILE, "x"); 25];
        assert!(render(&many, &Sources::default(), Colour::Plain).ends_with("... and 5 more\n"));
    }
}
