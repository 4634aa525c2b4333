//! Labels of marks: marks that lie together share a label, and each label stands where it covers nothing and where its
//! leader crosses no other.

use super::canvas::text_width;
use super::page::SMALL;
use super::scene::Point;

/// Marks nearer than this, which is about where they touch, share a label.
const TOGETHER: f64 = 9.0;
/// Distances from the mark that are tried, nearest first.
const DISTANCES: [f64; 9] = [8.0, 16.0, 26.0, 38.0, 54.0, 74.0, 98.0, 126.0, 160.0];
/// Directions that are tried at each distance: right of the mark first, then above. None lies along an axis: a leader straight up or
/// down would be taken for the bar of a spread.
const DIRECTIONS: [(f64, f64); 10] = [
    (1.0, -0.3),
    (0.7, -0.7),
    (-0.7, -0.7),
    (-1.0, -0.3),
    (0.3, -1.0),
    (-0.3, -1.0),
    (0.7, 0.7),
    (-0.7, 0.7),
    (0.3, 1.0),
    (-0.3, 1.0),
];
const CLEARANCE: f64 = 3.0;
/// Half the side of the square that a mark takes.
const MARK: f64 = 5.0;

/// Something to be labelled.
pub(super) struct Mark {
    /// Where it is.
    pub at: Point,
    /// What it belongs to; a label says the marks of each group together.
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
/// `lines` are kept free where that is possible. `text` makes a label from groups and what the marks of each say.
pub(super) fn place_labels(
    marks: &[Mark],
    lines: &[(Point, Point)],
    bounds: (Point, Point),
    text: &dyn Fn(&[usize], &str) -> String,
) -> (Vec<Label>, Vec<String>) {
    let drawn: Vec<Box> = lines.iter().flat_map(sampled).collect();
    let mut ground = Ground { bounds, marks: marks.iter().map(|mark| around(mark.at)).collect(), placed: Vec::new() };
    let (mut placed, mut lost) = (Vec::new(), Vec::new());
    for together in clusters(marks) {
        let text = said(&together, text);
        let (mark, width) = (together[together.len() - 1].at, text_width(&text, SMALL));
        let others: Vec<Box> = marks
            .iter()
            .filter(|mark| !together.iter().any(|own| std::ptr::eq(*own, *mark)))
            .map(|mark| around(mark.at))
            .collect();
        let found = ground.free_place(mark, width, &[&drawn], &others);
        let found = found.or_else(|| ground.free_place(mark, width, &[], &others));
        match found.or_else(|| ground.free_place(mark, width, &[], &[])) {
            Some((label, taking)) => {
                ground.placed.push((taking, (label.mark, label.near)));
                placed.push(Label { text, ..label });
            }
            None => lost.push(text),
        }
    }
    (placed, lost)
}

/// The text of marks that lie together; groups whose marks say the same are told together.
fn said(together: &[&Mark], text: &dyn Fn(&[usize], &str) -> String) -> String {
    let mut groups: Vec<(usize, Vec<&str>)> = Vec::new();
    for mark in together {
        match groups.iter_mut().find(|(group, _)| *group == mark.group) {
            Some((_, texts)) => texts.push(&mark.text),
            None => groups.push((mark.group, vec![&mark.text])),
        }
    }
    let mut told: Vec<(Vec<usize>, String)> = Vec::new();
    for (group, texts) in groups {
        let texts = texts.join(", ");
        match told.iter_mut().find(|(_, other)| *other == texts) {
            Some((groups, _)) => groups.push(group),
            None => told.push((vec![group], texts)),
        }
    }
    told.iter().map(|(groups, texts)| text(groups, texts)).collect::<Vec<_>>().join("; ")
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

/// Marks that lie together, in the order of the first of each.
fn clusters(marks: &[Mark]) -> Vec<Vec<&Mark>> {
    let mut clusters: Vec<Vec<&Mark>> = Vec::new();
    for mark in marks {
        let near = |other: &&Mark| (other.at.x - mark.at.x).hypot(other.at.y - mark.at.y) < TOGETHER;
        match clusters.iter_mut().find(|cluster| cluster.iter().any(near)) {
            Some(cluster) => cluster.push(mark),
            None => clusters.push(vec![mark]),
        }
    }
    clusters
}

/// What is taken already.
struct Ground {
    bounds: (Point, Point),
    marks: Vec<Box>,
    /// Labels with their leaders.
    placed: Vec<(Box, (Point, Point))>,
}

impl Ground {
    /// The nearest place for a label that covers neither marks, labels, leaders nor `drawn`, and whose leader runs
    /// through no label, no other leader and none of `others`.
    fn free_place(&self, mark: Point, width: f64, drawn: &[&[Box]], others: &[Box]) -> Option<(Label, Box)> {
        let tried =
            DISTANCES.iter().flat_map(|distance| DIRECTIONS.map(|(right, down)| (right * distance, down * distance)));
        tried.map(|(right, down)| candidate(mark, width, right, down)).find(|(label, place)| {
            let (left, top, right, bottom) = *place;
            let (upper, lower) = self.bounds;
            let inside = left >= upper.x && top >= upper.y && right <= lower.x && bottom <= lower.y;
            let leader = (label.mark, label.near);
            inside
                && self.marks.iter().chain(drawn.iter().copied().flatten()).all(|other| apart(place, other))
                && !others.iter().any(|other| runs_through(leader, other))
                && self.placed.iter().all(|(other, other_leader)| {
                    apart(place, other)
                        && !runs_through(leader, other)
                        && !runs_through(*other_leader, place)
                        && !cross(leader, *other_leader)
                })
        })
    }
}

fn runs_through(line: (Point, Point), place: &Box) -> bool {
    sampled(&line).iter().any(|point| !apart(point, place))
}

/// Whether two lines cross.
fn cross(one: (Point, Point), other: (Point, Point)) -> bool {
    let side =
        |(from, to): (Point, Point), at: Point| (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
    let splits = |line, ends: (Point, Point)| side(line, ends.0) * side(line, ends.1) < 0.0;
    splits(one, other) && splits(other, one)
}

/// A label whose nearer end lies `right` and `down` of the mark.
fn candidate(mark: Point, width: f64, right: f64, down: f64) -> (Label, Box) {
    let near = Point { x: mark.x + right, y: mark.y + down };
    let left = if right > 0.0 { near.x } else { near.x - width };
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
    fn neighbours_share_a_label_and_no_label_covers_another() {
        let marks = [
            mark(100.0, 100.0, 0, "3"),
            mark(103.0, 100.0, 0, "7"),
            mark(104.0, 101.0, 1, "3"),
            mark(140.0, 101.0, 1, "9"),
        ];
        let (labels, lost) = place_labels(&marks, &[], BOUNDS, &named);
        let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
        assert_eq!((texts, lost.len()), (vec!["0:3, 7; 1:3", "1:9"], 0));
        let place = |label: &Label| {
            let right = label.left + text_width(&label.text, SMALL);
            (label.left, label.baseline - SMALL.size, right, label.baseline + 3.0)
        };
        assert!(apart(&place(&labels[0]), &place(&labels[1])));
    }

    fn named(groups: &[usize], text: &str) -> String {
        format!("{}:{text}", groups.iter().map(usize::to_string).collect::<Vec<_>>().join("+"))
    }

    #[test]
    fn groups_that_say_the_same_at_one_place_are_told_together() {
        let marks = [mark(100.0, 100.0, 1, "0"), mark(100.0, 100.0, 2, "0")];
        let (labels, _) = place_labels(&marks, &[], BOUNDS, &named);
        assert_eq!(labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>(), ["1+2:0"]);
    }

    #[test]
    fn leaders_of_a_crowd_do_not_cross() {
        let marks: Vec<Mark> = (0..12)
            .map(|n| mark(100.0 + 11.0 * f64::from(n % 4), 190.0 - 12.0 * f64::from(n / 4), 0, "30 d"))
            .collect();
        let (labels, lost) =
            place_labels(&marks, &[], (Point { x: 0.0, y: 0.0 }, Point { x: 400.0, y: 200.0 }), &named);
        assert_eq!(labels.len() + lost.len(), marks.len());
        assert!(labels.len() >= 6, "{lost:?}");
        for (place, label) in labels.iter().enumerate() {
            for other in &labels[..place] {
                assert!(!cross((label.mark, label.near), (other.mark, other.near)), "{place}");
            }
        }
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
