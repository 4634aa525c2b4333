//! Where the number of a curve stands: on the curve, as far from the others as it can be.

use super::axes::Plot;
use super::curves::Curve;
use super::scene::Point;

/// Farther than this from other curves is no better.
const FAR_ENOUGH: f64 = 42.0;
/// At most so many places are tried per curve.
const MOST_CANDIDATES: usize = 160;

/// One place per curve, on it, at least `apart` from each other where that is possible.
pub(super) fn places(plot: Plot, curves: &[Curve], apart: f64) -> Vec<Option<Point>> {
    let lines: Vec<Vec<Point>> = curves.iter().map(|curve| sampled(plot, curve)).collect();
    let mut taken: Vec<Point> = Vec::new();
    let mut places = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let twin = |other: usize| curves[number].same_as == Some(other) || curves[other].same_as == Some(number);
        let others: Vec<&[Point]> = (0..lines.len())
            .filter(|&other| other != number && !twin(other))
            .map(|other| lines[other].as_slice())
            .collect();
        let inside = line.iter().filter(|point| point.x > plot.left + apart && point.x < plot.right - apart / 2.0);
        let best = inside
            .map(|&point| (score(plot, point, &others, &taken, apart), point))
            .max_by(|one, other| one.0.total_cmp(&other.0));
        let place = best.map(|(_, point)| point);
        taken.extend(place);
        places.push(place);
    }
    places
}

fn sampled(plot: Plot, curve: &Curve) -> Vec<Point> {
    let step = (curve.points.len() / MOST_CANDIDATES).max(1);
    curve.points.iter().step_by(step).map(|point| plot.at(f64::from(point.day), point.mean)).collect()
}

/// Distance to other curves up to what is enough; near numbers weigh most; then half height, then the
/// middle, is preferred.
fn score(plot: Plot, point: Point, others: &[&[Point]], taken: &[Point], apart: f64) -> f64 {
    let distance = |other: &Point| (other.x - point.x).hypot(other.y - point.y);
    let to_curves = others.iter().flat_map(|line| line.iter()).map(distance).fold(FAR_ENOUGH, f64::min);
    let to_taken = taken.iter().map(distance).fold(f64::INFINITY, f64::min);
    let too_near = (apart - to_taken).max(0.0);
    let from_half = (point.y - (plot.top + plot.bottom) / 2.0).abs() / (plot.bottom - plot.top);
    let from_centre = (point.x - (plot.left + plot.right) / 2.0).abs() / (plot.right - plot.left);
    to_curves - 20.0 * too_near - 10.0 * from_half - from_centre
}
