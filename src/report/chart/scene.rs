//! A drawing as plain data: lines, rectangles and texts at places in pixels. Layout makes it, the canvas draws it.

use super::palette::Colour;

/// A place: right and down from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Weight and size of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Type {
    pub size: f64,
    pub weight: Weight,
}

/// Thickness of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    /// A line through points.
    Line { points: Vec<Point>, width: f64, colour: Colour },
    /// A filled polygon.
    Area { points: Vec<Point>, fill: Colour },
    /// A filled polygon through which what is below shows: `share` of its colour covers it.
    Veil { points: Vec<Point>, fill: Colour, share: f64 },
    /// A filled circle with a rim.
    Tag { centre: Point, radius: f64, fill: Colour, rim: Colour },
    /// A text; its place is on the baseline.
    Text { at: Point, text: String, font: Type, anchor: Anchor, colour: Colour },
}

/// A whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scene {
    pub width: f64,
    pub height: f64,
    pub items: Vec<Item>,
}

impl Scene {
    /// Adds a line; with a dash, as many short ones.
    pub fn line(&mut self, points: Vec<Point>, width: f64, colour: Colour, dash: Option<(u32, u32)>) {
        let pieces = match dash {
            None => vec![points],
            Some((on, off)) => dashes(&points, f64::from(on), f64::from(off)),
        };
        self.items.extend(pieces.into_iter().map(|points| Item::Line { points, width, colour }));
    }

    /// Adds a filled rectangle between two corners.
    pub fn rectangle(&mut self, one: Point, other: Point, fill: Colour) {
        let points = vec![one, Point { x: other.x, ..one }, other, Point { y: other.y, ..one }];
        self.items.push(Item::Area { points, fill });
    }

    /// Adds a text.
    pub fn text(&mut self, at: Point, text: &str, font: Type, anchor: Anchor, colour: Colour) {
        self.items.push(Item::Text { at, text: text.to_string(), font, anchor, colour });
    }
}

/// Cuts a line into dashes along its length.
fn dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut is_on, mut left) = (true, on);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let length = (to.x - from.x).hypot(to.y - from.y);
            if length <= left {
                left -= length;
                if is_on {
                    piece.push(to);
                }
                break;
            }
            let part = left / length;
            from = Point { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
            if is_on {
                piece.push(from);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![from];
            }
            is_on = !is_on;
            left = if is_on { on } else { off };
        }
    }
    if is_on && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_go_round_corners() {
        let at = |x: f64, y: f64| Point { x, y };
        let pieces = dashes(&[at(0.0, 0.0), at(3.0, 0.0), at(3.0, 7.0)], 4.0, 2.0);
        assert_eq!(pieces, vec![vec![at(0.0, 0.0), at(3.0, 0.0), at(3.0, 1.0)], vec![at(3.0, 3.0), at(3.0, 7.0)]]);
    }
}
