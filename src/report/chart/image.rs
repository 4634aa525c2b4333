//! The scene as PNG at twice its size: drawn larger and averaged, so that edges are smooth.

use super::canvas::{GRAIN, pixels};
use super::scene::Scene;

/// Pixels of the image per pixel of the scene.
const SCALE: usize = 2;
/// Drawn pixels per pixel of the image.
const STEP: usize = GRAIN as usize / SCALE;
/// Red, green and blue.
const CHANNELS: usize = 3;

/// The image's bytes.
pub(super) fn png(scene: &Scene) -> Vec<u8> {
    let (width, height, drawn) = pixels(scene);
    let (image_width, image_height) = (width as usize / STEP, height as usize / STEP);
    let averaged = average(&drawn, width as usize, image_width, image_height);
    let mut bytes = Vec::new();
    let written = encode(&mut bytes, image_width as u32, image_height as u32, &averaged);
    debug_assert!(written.is_ok(), "{written:?}");
    bytes
}

fn encode(bytes: &mut Vec<u8>, width: u32, height: u32, rows: &[u8]) -> Result<(), png::EncodingError> {
    let mut encoder = png::Encoder::new(bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rows)?;
    writer.finish()
}

/// Each pixel is the mean of a square of drawn ones.
fn average(drawn: &[u8], drawn_width: usize, width: usize, height: usize) -> Vec<u8> {
    let mut averaged = Vec::with_capacity(width * height * CHANNELS);
    for row in 0..height {
        for column in 0..width {
            for channel in 0..CHANNELS {
                let mut sum = 0;
                for down in 0..STEP {
                    for right in 0..STEP {
                        let pixel = (row * STEP + down) * drawn_width + column * STEP + right;
                        sum += usize::from(drawn[pixel * CHANNELS + channel]);
                    }
                }
                averaged.push(((sum + STEP * STEP / 2) / (STEP * STEP)) as u8);
            }
        }
    }
    averaged
}
