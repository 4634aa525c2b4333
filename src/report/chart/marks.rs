//! Labels of marks: neighbours of one group that lie together share a label, and each label stands where it covers nothing.

use super::canvas::text_width;
use super::page::SMALL;
use super::scene::Point;

/// Marks of one group nearer than this share a label.
const TOGETHER: f64 = 7.0;
/// Distances from the mark that are tried, nearest first.
const DISTANCES: [f64; 9] = [8.0, 16.0, 26.0, 38.0, 54.0, 74.0, 98.0, 126.0, 160.0];
/// Directions that are tried at each distance: right of the mark first, then above.
const DIRECTIONS: [(f64, f64); 8] =
    [(1.0, -0.3), (0.7, -0.7), (-0.7, -0.7), (-1.0, -0.3), (0.0, -1.0), (0.7, 0.7), (-0.7, 0.7), (0.0, 1.0)];
const CLEARANCE: f64 = 3.0;
/// Half the side of the square that a mark takes.
const MARK: f64 = 5.0;

/// Something to be labelled.
pub(super) struct Mark {
    /// Where it is.
    pub at: Point,
    /// Neighbours of one group may share a label.
    pub group: usize,
    /// What its label says.
    pub text: String,
}

/// A label with its place.
pub(super) struct Label {
    /// The mark.
    pub mark: Point,
    /// The end of the line from the mark.
    pub near: Point,
    /// Left end of the text.
    pub left: f64,
    /// Baseline of the text.
    pub baseline: f64,
    /// The text.
    pub text: String,
}

/// A box: left, top, right, bottom.
type Box = (f64, f64, f64, f64);

/// Labels with places within `bounds` (upper left, lower right), and the texts for which there is no room.
/// `lines` are kept free where that is possible. `text` makes a label from the group and what its marks say.
pub(super) fn place_labels(
    marks: &[Mark],
    lines: &[(Point, Point)],
    bounds: (Point, Point),
    text: &dyn Fn(usize, &str) -> String,
) -> (Vec<Label>, Vec<String>) {
    let mut taken: Vec<Box> = marks.iter().map(|mark| around(mark.at)).collect();
    let drawn: Vec<Box> = lines.iter().flat_map(sampled).collect();
    let (mut placed, mut lost) = (Vec::new(), Vec::new());
    for together in clusters(marks) {
        let said: Vec<&str> = together.iter().map(|mark| mark.text.as_str()).collect();
        let text = text(together[0].group, &said.join(", "));
        let (mark, width) = (together[together.len() - 1].at, text_width(&text, SMALL));
        let free_of_lines = free_place(mark, width, bounds, &[&taken, &drawn]);
        match free_of_lines.or_else(|| free_place(mark, width, bounds, &[&taken])) {
            Some((label, taking)) => {
                taken.push(taking);
                placed.push(Label { text, ..label });
            }
            None => lost.push(text),
        }
    }
    (placed, lost)
}

/// Small boxes along a line.
fn sampled((from, to): &(Point, Point)) -> Vec<Box> {
    let steps = ((to.x - from.x).hypot(to.y - from.y) / (2.0 * CLEARANCE)).ceil().clamp(1.0, 1000.0);
    let at = |step: u32| {
        let part = f64::from(step) / steps;
        let (x, y) = (from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
        (x - 1.0, y - 1.0, x + 1.0, y + 1.0)
    };
    (0..=steps as u32).map(at).collect()
}

fn around(at: Point) -> Box {
    (at.x - MARK, at.y - MARK, at.x + MARK, at.y + MARK)
}

/// Runs of marks of one group that lie together.
fn clusters(marks: &[Mark]) -> Vec<Vec<&Mark>> {
    let mut clusters: Vec<Vec<&Mark>> = Vec::new();
    for mark in marks {
        let near = |other: &&Mark| (other.at.x - mark.at.x).hypot(other.at.y - mark.at.y) < TOGETHER;
        match clusters.last_mut() {
            Some(last) if last[0].group == mark.group && last.last().is_some_and(near) => last.push(mark),
            _ => clusters.push(vec![mark]),
        }
    }
    clusters
}

fn free_place(mark: Point, width: f64, bounds: (Point, Point), taken: &[&[Box]]) -> Option<(Label, Box)> {
    let tried =
        DISTANCES.iter().flat_map(|distance| DIRECTIONS.map(|(right, down)| (right * distance, down * distance)));
    tried.map(|(right, down)| candidate(mark, width, right, down)).find(|(_, place)| {
        let (left, top, right, bottom) = *place;
        let inside = left >= bounds.0.x && top >= bounds.0.y && right <= bounds.1.x && bottom <= bounds.1.y;
        inside && taken.iter().copied().flatten().all(|other| apart(place, other))
    })
}

/// A label whose nearer end lies `right` and `down` of the mark.
fn candidate(mark: Point, width: f64, right: f64, down: f64) -> (Label, Box) {
    let near = Point { x: mark.x + right, y: mark.y + down };
    let left = match right {
        right if right > 0.0 => near.x,
        right if right < 0.0 => near.x - width,
        _ => near.x - width / 2.0,
    };
    let baseline = near.y + SMALL.size * 0.36;
    let taking = (left, baseline - SMALL.size, left + width, baseline + 3.0);
    (Label { mark, near, left, baseline, text: String::new() }, taking)
}

fn apart(one: &Box, other: &Box) -> bool {
    one.0 >= other.2 + CLEARANCE || other.0 >= one.2 + CLEARANCE || one.1 >= other.3 || other.1 >= one.3
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: (Point, Point) = (Point { x: 0.0, y: 0.0 }, Point { x: 300.0, y: 200.0 });

    fn mark(x: f64, y: f64, group: usize, text: &str) -> Mark {
        Mark { at: Point { x, y }, group, text: text.to_string() }
    }

    #[test]
    fn neighbours_of_one_group_share_a_label_and_no_label_covers_another() {
        let marks = [mark(100.0, 100.0, 0, "3"), mark(103.0, 100.0, 0, "7"), mark(104.0, 101.0, 1, "3")];
        let (labels, lost) = place_labels(&marks, &[], BOUNDS, &|group, text| format!("{group}:{text}"));
        let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
        assert_eq!((texts, lost.len()), (vec!["0:3, 7", "1:3"], 0));
        let place = |label: &Label| {
            let right = label.left + text_width(&label.text, SMALL);
            (label.left, label.baseline - SMALL.size, right, label.baseline + 3.0)
        };
        assert!(apart(&place(&labels[0]), &place(&labels[1])));
    }

    #[test]
    fn a_label_keeps_off_a_line_where_it_can() {
        let (from, to) = (Point { x: 0.0, y: 97.0 }, Point { x: 300.0, y: 97.0 });
        let one = [mark(100.0, 100.0, 0, "3")];
        let (labels, _) = place_labels(&one, &[(from, to)], BOUNDS, &|_, text| text.to_string());
        assert!(labels[0].baseline + 3.0 <= 96.0 || labels[0].baseline - SMALL.size >= 98.0);
        let narrow = (Point { x: 106.0, y: 88.0 }, Point { x: 300.0, y: 106.0 });
        assert_eq!(place_labels(&one, &[(from, to)], narrow, &|_, text| text.to_string()).0.len(), 1);
    }

    #[test]
    fn a_label_without_room_is_told() {
        let narrow = (Point { x: 95.0, y: 95.0 }, Point { x: 105.0, y: 105.0 });
        let (labels, lost) = place_labels(&[mark(100.0, 100.0, 0, "3")], &[], narrow, &|_, text| text.to_string());
        assert!(labels.is_empty());
        assert_eq!(lost, ["3"]);
    }
}
