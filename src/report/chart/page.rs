//! The frame of every chart: the claim above, what is shown and how to read it, the drawing, and where it comes from.

use super::canvas::text_width;
use super::palette::{AXIS, BLACK};
use super::scene::{Anchor, Point, Scene, Type, Weight};

/// Width of a chart.
pub(super) const WIDTH: f64 = 1200.0;
/// White on every side.
pub(super) const MARGIN: f64 = 40.0;
/// Font of the claim.
pub(super) const TITLE: Type = Type { size: 23.0, weight: Weight::Bold };
/// Font of headings within a chart.
pub(super) const HEADING: Type = Type { size: 16.0, weight: Weight::Bold };
const BODY: Type = Type { size: 15.0, weight: Weight::Regular };
/// Font of what stands below the drawing, and of labels in it.
pub(super) const SMALL: Type = Type { size: 14.0, weight: Weight::Regular };
const BALANCE_STEP: f64 = 20.0;
const LINE_HEIGHT: f64 = 1.35;

/// A chart: texts above, a body that draws from a height down and says where it ends, texts below.
pub(super) fn page(title: &str, above: &[&str], below: &[&str], body: impl FnOnce(&mut Scene, f64) -> f64) -> Scene {
    let mut scene = Scene { width: WIDTH, height: 0.0, items: Vec::new() };
    let mut top = MARGIN - 8.0;
    top = paragraph(&mut scene, top, title, TITLE) + 6.0;
    for text in above {
        top = paragraph(&mut scene, top, text, BODY);
    }
    top = body(&mut scene, top + 14.0) + 10.0;
    for text in below.iter().filter(|text| !text.is_empty()) {
        top = paragraph(&mut scene, top, text, SMALL);
    }
    scene.height = (top + MARGIN / 2.0).round();
    scene
}

/// Lines of a text from `top` down; returns where they end.
fn paragraph(scene: &mut Scene, top: f64, text: &str, font: Type) -> f64 {
    let mut top = top;
    let colour = if font.weight == Weight::Bold { BLACK } else { AXIS };
    for line in balanced(text, font, WIDTH - 2.0 * MARGIN) {
        let at = Point { x: MARGIN, y: top + font.size };
        scene.text(at, &line, font, Anchor::Start, colour);
        top += font.size * LINE_HEIGHT;
    }
    top
}

/// Breaks a text into as few lines as fit, of about the same width, so that no single word is left over.
fn balanced(text: &str, font: Type, width: f64) -> Vec<String> {
    let mut best = lines(text, font, width);
    let mut narrower = width - BALANCE_STEP;
    while best.len() > 1 && narrower > width / 2.0 {
        let tried = lines(text, font, narrower);
        if tried.len() > best.len() {
            break;
        }
        best = tried;
        narrower -= BALANCE_STEP;
    }
    best
}

/// Breaks a text at spaces; a word that is too long by itself is cut.
pub(super) fn lines(text: &str, font: Type, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in unbreakable(text) {
        let word = fitting(&word, font, width);
        let line = lines.last().map_or("", String::as_str);
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if text_width(&longer, font) <= width {
            lines.pop();
            lines.push(longer);
        } else {
            lines.push(word);
        }
    }
    lines
}

/// Words of a text; a number stays with the word before it ("Delmål 2", "dag 30", "transport (45 %)").
fn unbreakable(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(before) if word.trim_start_matches('(').starts_with(|first: char| first.is_ascii_digit()) => {
                before.push(' ');
                before.push_str(word);
            }
            _ => words.push(word.to_string()),
        }
    }
    words
}

/// The text, or as much of its beginning as fits, with an ellipsis.
pub(super) fn fitting(text: &str, font: Type, width: f64) -> String {
    if text_width(text, font) <= width {
        return text.to_string();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let cut: String = kept.iter().collect();
        let cut = cut.trim_end();
        if text_width(&format!("{cut}…"), font) > width {
            continue;
        }
        // Whole words where that leaves at least half.
        let is_within_word = text[cut.len()..].starts_with(|next: char| !next.is_whitespace());
        let word_end = cut.rfind(char::is_whitespace).filter(|&end| is_within_word && 2 * end >= cut.len());
        return format!("{}…", cut[..word_end.unwrap_or(cut.len())].trim_end());
    }
    String::new()
}
