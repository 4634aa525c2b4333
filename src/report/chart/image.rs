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

/// Each pixel is the rounded mean of a square of two by two drawn ones.
fn average(drawn: &[u8], drawn_width: usize, width: usize, height: usize) -> Vec<u8> {
    const PAIR: usize = STEP * CHANNELS;
    const { assert!(STEP == 2) };
    let line = drawn_width * CHANNELS;
    let mut averaged = vec![0; width * height * CHANNELS];
    for (row, lines) in averaged.chunks_exact_mut(width * CHANNELS).zip(drawn.chunks_exact(line * STEP)) {
        let (above, below) = lines.split_at(line);
        let squares = above.as_chunks::<PAIR>().0.iter().zip(below.as_chunks::<PAIR>().0);
        for (pixel, (above, below)) in row.as_chunks_mut::<CHANNELS>().0.iter_mut().zip(squares) {
            for channel in 0..CHANNELS {
                let two = |line: &[u8; PAIR]| u16::from(line[channel]) + u16::from(line[channel + CHANNELS]);
                pixel[channel] = ((two(above) + two(below) + 2) / 4) as u8;
            }
        }
    }
    averaged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_is_the_rounded_mean_of_its_square() {
        // One square, in which every drawn pixel has its number in red, the same plus 100 in green, and 255 in blue.
        let side = STEP as u8;
        let drawn: Vec<u8> = (0..side * side).flat_map(|number| [number, number + 100, 255]).collect();
        let mean = f64::from(side * side - 1) / 2.0;
        let rounded = |mean: f64| libm::floor(mean + 0.5) as u8;
        assert_eq!(average(&drawn, STEP, 1, 1), [rounded(mean), rounded(mean + 100.0), 255]);
    }

    #[test]
    fn squares_lie_beside_and_below_each_other() {
        let square = |value: u8| vec![value; STEP * CHANNELS];
        let line = |left: u8, right: u8| [square(left), square(right)].concat();
        let drawn = [line(1, 2).repeat(STEP), line(3, 4).repeat(STEP)].concat();
        assert_eq!(average(&drawn, 2 * STEP, 2, 2), [[1; 3], [2; 3], [3; 3], [4; 3]].concat());
    }
}
