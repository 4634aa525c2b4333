//! The only place that knows plotters: draws a scene as SVG or pixels, and measures text with the bundled font.
//!
//! Plotters counts in whole pixels, so a scene is drawn enlarged by [`GRAIN`] and shown at its own size.

use super::palette::Colour;
use super::scene::{Anchor, Item, Point, Scene, Type, Weight};
use super::slim::slim;
use plotters::backend::{BitMapBackend, DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle, register_font};
use std::sync::Once;

/// Drawn pixels per pixel of the scene.
pub(super) const GRAIN: f64 = 4.0;

/// The font's name, with look-alikes for viewers that do not have it.
const FAMILY: &str = "DejaVu Sans, Verdana, sans-serif";
static REGULAR: &[u8] = include_bytes!("../../../data/fonts/DejaVuSans.ttf");
static BOLD: &[u8] = include_bytes!("../../../data/fonts/DejaVuSans-Bold.ttf");

/// Plotters' size of a font over its em: it writes `size / 1.24` into an SVG …
const SVG_SIZE_PER_EM: f64 = 1.24;
/// … but draws pixels with the font's line height, which is 1.164 em for DejaVu Sans.
const PIXEL_SIZE_PER_EM: f64 = 1.164;
/// Where plotters puts the baseline of a text anchored at its top: in em below it in an SVG …
const SVG_BASELINE: f64 = 0.76;
/// … and in pixels at half the line height.
const PIXEL_BASELINE: f64 = PIXEL_SIZE_PER_EM / 2.0;

/// Width of a text in pixels of the scene.
pub(super) fn text_width(text: &str, font: Type) -> f64 {
    let style = text_style(font, Anchor::Start, (0, 0, 0), PIXEL_SIZE_PER_EM);
    let measured = style.font.layout_box(text).map_or(0, |((left, _), (right, _))| right - left);
    f64::from(measured) / GRAIN
}

/// The scene as SVG, with its title and description inside for those who do not see it, named after `id`.
pub(super) fn svg(scene: &Scene, id: &str, title: &str, description: &str) -> String {
    let mut drawn = String::new();
    let (full_width, full_height) = size(scene);
    {
        let mut backend = SVGBackend::with_string(&mut drawn, (full_width, full_height));
        let _ = backend.draw_rect((0, 0), (full_width as i32, full_height as i32), &RGBColor(255, 255, 255), true);
        draw(&mut backend, scene, SVG_SIZE_PER_EM, SVG_BASELINE);
        let _ = backend.present();
    }
    let body = drawn.split_once('>').map_or("", |(_, body)| body);
    let (width, height) = (scene.width, scene.height);
    format!(
        "<svg width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {full_width} {full_height}\" \
         xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" font-family=\"{FAMILY}\" \
         aria-labelledby=\"{id}-title {id}-desc\">\n<title id=\"{id}-title\">{}</title>\n\
         <desc id=\"{id}-desc\">{}</desc>{}\n",
        escape(title),
        escape(description),
        slim(body, FAMILY).trim_end()
    )
}

/// The scene as rows of red, green and blue, enlarged by [`GRAIN`].
pub(super) fn pixels(scene: &Scene) -> (u32, u32, Vec<u8>) {
    let (width, height) = size(scene);
    // White.
    let mut buffer = vec![255; width as usize * height as usize * 3];
    {
        let mut backend = BitMapBackend::with_buffer(&mut buffer, (width, height));
        draw(&mut backend, scene, PIXEL_SIZE_PER_EM, PIXEL_BASELINE);
        let _ = backend.present();
    }
    (width, height, buffer)
}

/// Drawing into memory cannot fail once the font is there, and the font is part of the program.
fn draw<B: DrawingBackend>(backend: &mut B, scene: &Scene, size_per_em: f64, baseline: f64) {
    for item in &scene.items {
        let drawn = match item {
            Item::Line { points, width, colour } => {
                backend.draw_path(points.iter().map(|&point| place(point)), &stroke(*colour, *width))
            }
            Item::Area { points, fill } => backend.fill_polygon(points.iter().map(|&point| place(point)), &rgb(*fill)),
            Item::Veil { points, fill, share } => {
                backend.fill_polygon(points.iter().map(|&point| place(point)), &rgb(*fill).mix(*share))
            }
            Item::Tag { centre, radius, fill, rim } => {
                let grown = |radius: f64| (radius * GRAIN).round() as u32;
                let outer = backend.draw_circle(place(*centre), grown(*radius), &rgb(*rim), true);
                outer.and_then(|()| backend.draw_circle(place(*centre), grown(radius - 1.5), &rgb(*fill), true))
            }
            Item::Text { at, text, font, anchor, colour } => {
                let style = text_style(*font, *anchor, *colour, size_per_em);
                let top = Point { x: at.x, y: at.y - baseline * font.size };
                backend.draw_text(text, &style, place(top))
            }
        };
        debug_assert!(drawn.is_ok(), "{item:?}");
    }
}

fn size(scene: &Scene) -> (u32, u32) {
    ((scene.width * GRAIN).round() as u32, (scene.height * GRAIN).round() as u32)
}

fn place(point: Point) -> (i32, i32) {
    ((point.x * GRAIN).round() as i32, (point.y * GRAIN).round() as i32)
}

fn rgb((red, green, blue): Colour) -> RGBColor {
    RGBColor(red, green, blue)
}

fn stroke(colour: Colour, width: f64) -> ShapeStyle {
    ShapeStyle { color: rgb(colour).into(), filled: false, stroke_width: (width * GRAIN).round().max(1.0) as u32 }
}

fn text_style(font: Type, anchor: Anchor, colour: Colour, size_per_em: f64) -> TextStyle<'static> {
    static FONTS: Once = Once::new();
    FONTS.call_once(|| {
        let regular = register_font(FAMILY, FontStyle::Normal, REGULAR);
        let bold = register_font(FAMILY, FontStyle::Bold, BOLD);
        debug_assert!(regular.is_ok() && bold.is_ok());
    });
    let weight = match font.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    };
    let side = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let size = font.size * GRAIN * size_per_em;
    let description = plotters::style::FontDesc::new(FontFamily::Name(FAMILY), size, weight);
    TextStyle { font: description, color: rgb(colour).to_backend_color(), pos: Pos::new(side, VPos::Top) }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(character),
        }
    }
    escaped
}
