//! Colours and dashes of scenarios. Colour is never alone: every curve carries a number, and the reference is dashed.

/// A colour, red, green and blue.
pub type Colour = (u8, u8, u8);

/// White, the ground.
pub const WHITE: Colour = (255, 255, 255);
/// Text.
pub const BLACK: Colour = (0, 0, 0);
/// Axes and secondary text.
pub const AXIS: Colour = (0x59, 0x59, 0x59);
/// Faint lines that need not be read.
pub const FAINT: Colour = (0xD4, 0xD4, 0xD4);

const REFERENCE: Colour = (0x76, 0x76, 0x76);
const DELMAL_1: Colour = (0xD5, 0x5E, 0x00);
const DELMAL_2: Colour = (0x00, 0x30, 0x4D);
/// For further scenarios, in order. Each has at least 3:1 against white.
const FURTHER: [Colour; 6] = [
    (0x00, 0x72, 0xB2),
    (0x00, 0x9E, 0x73),
    (0x88, 0x22, 0x55),
    (0x6B, 0x4C, 0x9A),
    (0x7A, 0x52, 0x2E),
    (0xB8, 0x3B, 0x8B),
];

/// A stop's window, behind everything.
pub const SHADE: Colour = (0xEC, 0xEC, 0xEC);

/// Components of a cost, in their order; each carries white text.
pub const PARTS: [Colour; 12] = [
    (0x00, 0x30, 0x4D),
    (0xA8, 0x43, 0x00),
    (0x00, 0x72, 0xB2),
    (0x59, 0x59, 0x59),
    (0x00, 0x6B, 0x4F),
    (0x88, 0x22, 0x55),
    (0x6B, 0x4C, 0x9A),
    (0x7A, 0x52, 0x2E),
    (0x00, 0x5F, 0x73),
    (0x9B, 0x22, 0x26),
    (0x3D, 0x40, 0x5B),
    (0x5F, 0x6B, 0x00),
];

/// A colour mixed with white: `share` of it is left.
pub fn tint((red, green, blue): Colour, share: f64) -> Colour {
    let mixed = |channel: u8| (255.0 - (255.0 - f64::from(channel)) * share).round() as u8;
    (mixed(red), mixed(green), mixed(blue))
}

/// How a curve is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    /// Colour.
    pub colour: Colour,
    /// Lengths of dash and gap; none for a whole line.
    pub dash: Option<(u32, u32)>,
}

/// The pens of scenarios, by id, in order: grey dashes for the reference, the region's colours for its two delmål.
pub fn pens(ids: &[&str], reference: &str) -> Vec<Pen> {
    let mut further = 0;
    let mut taken: Vec<Colour> = Vec::new();
    let mut pens = Vec::new();
    for id in ids {
        let wanted = if *id == reference { Some(REFERENCE) } else { colour_of_delmal(id) };
        let free = wanted.filter(|colour| !taken.contains(colour));
        let colour = free.unwrap_or_else(|| {
            let colour = FURTHER[further % FURTHER.len()];
            further += 1;
            colour
        });
        taken.push(colour);
        let round = further.saturating_sub(1) / FURTHER.len();
        let dash = if *id == reference { Some((7, 4)) } else { (free.is_none() && round > 0).then_some((2, 3)) };
        pens.push(Pen { colour, dash });
    }
    pens
}

fn colour_of_delmal(id: &str) -> Option<Colour> {
    match id {
        _ if id.starts_with("delmal-1") => Some(DELMAL_1),
        _ if id.starts_with("delmal-2") => Some(DELMAL_2),
        _ => None,
    }
}

/// Contrast of two colours by WCAG 2.1, from 1 to 21.
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance((red, green, blue): Colour) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_has_contrast_three_and_every_text_four_and_a_half() {
        for colour in FURTHER.into_iter().chain([REFERENCE, DELMAL_1, DELMAL_2]) {
            assert!(contrast(colour, WHITE) >= 3.0, "{colour:?}");
        }
        for colour in [BLACK, AXIS].into_iter().chain(PARTS) {
            assert!(contrast(colour, WHITE) >= 4.5, "{colour:?}");
        }
        assert!(contrast(AXIS, SHADE) >= 4.5, "text in a stop's window");
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(DELMAL_1, WHITE) - 3.87).abs() < 0.01);
    }

    #[test]
    fn parts_and_tints_can_be_told_apart() {
        for (place, colour) in PARTS.iter().enumerate() {
            assert!(!PARTS[..place].contains(colour), "{place}");
        }
        assert_eq!(tint((0, 0x80, 0xFF), 0.0), WHITE);
        assert_eq!(tint((0, 0x80, 0xFF), 1.0), (0, 0x80, 0xFF));
        assert_eq!(tint((0, 0, 0), 0.2), (204, 204, 204));
    }

    #[test]
    fn the_regions_colours_stay_with_their_scenarios() {
        let ids = ["today", "delmal-1", "delmal-1-raised", "delmal-2"];
        let colours: Vec<Colour> = pens(&ids, "today").iter().map(|pen| pen.colour).collect();
        assert_eq!(colours, [REFERENCE, DELMAL_1, FURTHER[0], DELMAL_2]);
        assert!(pens(&ids, "today")[0].dash.is_some());
    }

    #[test]
    fn many_scenarios_never_share_a_pen() {
        let names: Vec<String> = (0..13).map(|number| format!("s{number}")).collect();
        let ids: Vec<&str> = names.iter().map(String::as_str).collect();
        let pens = pens(&ids, "s0");
        for (place, pen) in pens.iter().enumerate() {
            assert!(!pens[..place].contains(pen), "{place}");
        }
    }
}
