//! Layout of the survival curves: panels one under the other with the same axes.

use super::axes::Along;
use super::curves::Panel;
use super::page::{MARGIN, WIDTH, page};
use super::panel;
use super::scene::Scene;
use super::words::Words;
use crate::report::wording::Word;
use crate::study::findings::Inputs;

/// The drawing.
pub(super) fn scene(inputs: &Inputs, words: &Words, panels: &[Panel]) -> Scene {
    let shown: Vec<&Panel> = panels.iter().filter(|panel| !panel.curves.is_empty()).collect();
    page(&words.title, &[&words.subtitle, &words.reading], &[&words.footer], |scene, mut top| {
        for (place, panel) in shown.iter().enumerate() {
            let is_last = place + 1 == shown.len();
            let (language, axis) = (words.language, Word::ChartAxis.text(words.language));
            let frame =
                panel::Frame { left: MARGIN, right: WIDTH - MARGIN, top, inputs, language, axis, along: Along::Evenly };
            top = panel::draw(scene, &frame, panel, is_last);
        }
        top
    })
}
