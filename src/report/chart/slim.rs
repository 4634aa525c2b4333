//! Makes an SVG smaller without changing what it shows: dashes of one stroke become one path, and what is the default or
//! the same everywhere is said once or not at all.

use std::fmt::Write;

/// Attributes that say what holds anyway.
const IDLE: [&str; 3] = [" opacity=\"1\"", " stroke=\"none\"", " text-anchor=\"start\""];

/// The body of a drawing, one element a line as the drawing library writes it; `font` stands on the root instead.
pub(super) fn slim(body: &str, font: &str) -> String {
    let font = format!(" font-family=\"{font}\"");
    let mut slimmed = String::with_capacity(body.len() / 2);
    let mut path = Path::default();
    for line in body.lines() {
        // Only elements begin with a bracket: in texts it is escaped.
        let element = line.starts_with('<');
        let bare = if element { without(line, &font) } else { line.to_string() };
        match stroked(&bare) {
            Some((stroke, points)) => path.add(stroke, points, &mut slimmed),
            None => {
                path.close(&mut slimmed);
                slimmed.push_str(&bare);
                slimmed.push('\n');
            }
        }
    }
    path.close(&mut slimmed);
    slimmed
}

fn without(line: &str, font: &str) -> String {
    IDLE.into_iter().chain([font]).fold(line.to_string(), |line, idle| line.replacen(idle, "", 1))
}

/// A line's stroke and its points.
fn stroked(line: &str) -> Option<(&str, &str)> {
    let (stroke, points) = line.strip_prefix("<polyline")?.split_once(" points=\"")?;
    Some((stroke, points.strip_suffix("\"/>")?.trim_end()))
}

/// Lines of one stroke that follow one another.
#[derive(Default)]
struct Path {
    stroke: String,
    data: String,
}

impl Path {
    fn add(&mut self, stroke: &str, points: &str, into: &mut String) {
        if stroke != self.stroke {
            self.close(into);
            self.stroke = stroke.to_string();
        }
        self.data.push('M');
        self.data.push_str(points);
    }

    fn close(&mut self, into: &mut String) {
        if !self.data.is_empty() {
            // Writing to memory cannot fail.
            let _ = writeln!(into, "<path{} d=\"{}\"/>", self.stroke, self.data);
            self.data.clear();
            self.stroke.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn dashes_of_one_stroke_are_one_path_and_texts_stay() {
        let drawn = "\n<polyline fill=\"none\" opacity=\"1\" stroke=\"#111111\" stroke-width=\"4\" points=\"1,2 3,4 \"/>\n\
            <polyline fill=\"none\" opacity=\"1\" stroke=\"#111111\" stroke-width=\"4\" points=\"5,6 7,8 9,9 \"/>\n\
            <polyline fill=\"none\" opacity=\"1\" stroke=\"#222222\" stroke-width=\"4\" points=\"1,1 2,2 \"/>\n\
            <text x=\"1\" text-anchor=\"start\" font-family=\"F\" opacity=\"1\">\nA opacity=\"1\"\n</text>\n</svg>";
        let expected = "\n<path fill=\"none\" stroke=\"#111111\" stroke-width=\"4\" d=\"M1,2 3,4M5,6 7,8 9,9\"/>\n\
            <path fill=\"none\" stroke=\"#222222\" stroke-width=\"4\" d=\"M1,1 2,2\"/>\n\
            <text x=\"1\">\nA opacity=\"1\"\n</text>\n</svg>\n";
        assert_eq!(slim(drawn, "F"), expected);
    }
}
