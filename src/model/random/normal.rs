//! The standard normal law: draws, density, cumulative probability and its inverse.

use super::block::{Block, open_unit_from, unit_from};
use super::normal_tables::{HEIGHT, TAIL_START, WIDTH};
use rand::Rng;
use rand_distr::Distribution;
use std::f64::consts::FRAC_1_SQRT_2;

/// The standard normal law, sampled by ziggurat with 256 layers (Marsaglia & Tsang 2000).
///
/// One word gives the layer (its low eight bits) and a signed fraction of the layer's width (its high 54 bits, the
/// last one set: odd multiples of 2⁻⁵³, symmetric about 0), which keeps layer and value independent (Doornik 2005).
/// About 99 draws of 100 end there, after one comparison. The rest take further words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandardNormal;

impl Distribution<f64> for StandardNormal {
    #[inline]
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let (layer, x) = layer_and_point(rng.next_u64());
        if x.abs() < WIDTH[layer + 1] { x } else { beyond_the_sure_part(rng, layer, x) }
    }
}

/// A draw from the standard normal law. Takes one word of the block, rarely more.
#[inline]
pub fn standard_normal(block: &mut Block) -> f64 {
    let (layer, x) = layer_and_point(block.next_u64());
    if x.abs() < WIDTH[layer + 1] {
        return x;
    }
    // On a copy, so that the common path can keep the block in registers.
    let mut rest = block.clone();
    let x = beyond_the_sure_part(&mut rest, layer, x);
    *block = rest;
    x
}

/// A draw from a layer and a fraction of its width in (−1, 1) that were drawn elsewhere; `more` opens the block of the further
/// words that one draw of a hundred takes.
#[inline(always)]
pub(super) fn from_layer(layer: usize, fraction: f64, more: impl FnOnce() -> Block) -> f64 {
    let x = fraction * WIDTH[layer];
    if x.abs() < WIDTH[layer + 1] { x } else { beyond_the_sure_part(&mut more(), layer, x) }
}

/// A layer and a point uniform in (−`X[layer]`, `X[layer]`).
#[inline(always)]
fn layer_and_point(word: u64) -> (usize, f64) {
    const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
    let layer = (word & 0xff) as usize;
    let fraction = ((word as i64) >> 10 | 1) as f64 * STEP;
    (layer, fraction * WIDTH[layer])
}

/// The rest of the ziggurat: the tail for layer 0, the wedge right of the sure part for the others.
#[cold]
#[inline(never)]
fn beyond_the_sure_part<R: Rng + ?Sized>(rng: &mut R, mut layer: usize, mut x: f64) -> f64 {
    loop {
        if layer == 0 {
            return libm::copysign(tail(rng), x);
        }
        let height = HEIGHT[layer] + (HEIGHT[layer + 1] - HEIGHT[layer]) * unit_from(rng.next_u64());
        if height < libm::exp(-x * x / 2.0) {
            return x;
        }
        (layer, x) = layer_and_point(rng.next_u64());
        if x.abs() < WIDTH[layer + 1] {
            return x;
        }
    }
}

/// A draw from the normal law beyond R (Marsaglia 1964): an exponential step, accepted with probability exp(−x²/2).
fn tail<R: Rng + ?Sized>(rng: &mut R) -> f64 {
    loop {
        let step = -libm::log(open_unit_from(rng.next_u64())) / TAIL_START;
        let bound = -libm::log(open_unit_from(rng.next_u64()));
        if 2.0 * bound > step * step {
            return TAIL_START + step;
        }
    }
}

/// φ(z) = exp(−z²/2) / √(2π).
pub fn standard_normal_density(z: f64) -> f64 {
    const SCALE: f64 = 0.398_942_280_401_432_7;
    SCALE * libm::exp(-z * z / 2.0)
}

/// Φ(z) = ½ erfc(−z/√2), with small relative error in the lower tail.
pub fn standard_normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// z with Φ(z) = p, for 0 ≤ p ≤ 1; −∞ at 0 and +∞ at 1. Relative error about 1e-16 (algorithm AS 241, PPND16,
/// Wichura 1988).
///
/// # Panics
/// If p is no probability.
pub fn standard_normal_quantile(p: f64) -> f64 {
    assert!((0.0..=1.0).contains(&p), "{p} is no probability");
    let centred = p - 0.5;
    if centred.abs() <= 0.425 {
        let r = 0.180625 - centred * centred;
        return centred * horner(&CENTRE[0], r) / horner(&CENTRE[1], r);
    }
    let tail = p.min(1.0 - p);
    if tail == 0.0 {
        return libm::copysign(f64::INFINITY, centred);
    }
    let r = libm::sqrt(-libm::log(tail));
    let (coefficients, r) = if r <= 5.0 { (&MIDDLE, r - 1.6) } else { (&FAR, r - 5.0) };
    libm::copysign(horner(&coefficients[0], r) / horner(&coefficients[1], r), centred)
}

/// The polynomial with these coefficients, the highest power last.
fn horner(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// AS 241: numerator (a₀ … a₇) and denominator (1, b₁ … b₇) for |p − ½| ≤ 0.425.
#[expect(clippy::excessive_precision, reason = "digits as published")]
const CENTRE: [[f64; 8]; 2] = [
    [
        3.387_132_872_796_366_608,
        133.141_667_891_784_377_45,
        1_971.590_950_306_551_442_7,
        13_731.693_765_509_461_125,
        45_921.953_931_549_871_457,
        67_265.770_927_008_700_853,
        33_430.575_583_588_128_105,
        2_509.080_928_730_122_672_7,
    ],
    [
        1.0,
        42.313_330_701_600_911_252,
        687.187_007_492_057_908_3,
        5_394.196_021_424_751_107_7,
        21_213.794_301_586_595_867,
        39_307.895_800_092_710_61,
        28_729.085_735_721_942_674,
        5_226.495_278_852_854_561,
    ],
];

/// AS 241: numerator (c) and denominator (1, d) for tail probabilities down to exp(−25).
#[expect(clippy::excessive_precision, reason = "digits as published")]
const MIDDLE: [[f64; 8]; 2] = [
    [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_9,
        5.769_497_221_460_691_405_5,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        0.241_780_725_177_450_611_77,
        0.022_723_844_989_269_184_583,
        7.745_450_142_783_414_076_4e-4,
    ],
    [
        1.0,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_4,
        0.689_767_334_985_100_004_55,
        0.148_103_976_427_480_074_59,
        0.015_198_666_563_616_457_196_6,
        5.475_938_084_995_344_946e-4,
        1.050_750_071_644_416_843_24e-9,
    ],
];

/// AS 241: numerator (e) and denominator (1, f) for smaller tail probabilities.
#[expect(clippy::excessive_precision, reason = "digits as published")]
const FAR: [[f64; 8]; 2] = [
    [
        6.657_904_643_501_103_777_2,
        5.463_784_911_164_114_369_9,
        1.784_826_539_917_291_335_8,
        0.296_560_571_828_504_891_23,
        0.026_532_189_526_576_123_093,
        0.001_242_660_947_388_078_438_6,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ],
    [
        1.0,
        0.599_832_206_555_887_937_69,
        0.136_929_880_922_735_805_31,
        0.014_875_361_290_850_615_025,
        7.868_691_311_456_132_591e-4,
        1.846_318_317_510_054_681_8e-5,
        1.421_511_758_316_445_888_7e-7,
        2.044_263_103_389_939_785_64e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_published_values() {
        // Sources: tables of the normal law; SciPy 1.17.1 for 1e-9.
        for (p, z, tolerance) in [
            (0.5, 0.0, 0.0),
            (0.975, 1.959_963_984_540_054, 1e-15),
            (0.025, -1.959_963_984_540_054, 1e-15),
            (0.95, 1.644_853_626_951_472_2, 1e-15),
            (0.999, 3.090_232_306_167_813, 2e-14),
            (1e-9, -5.997_807_015_008, 1e-12),
        ] {
            let found = standard_normal_quantile(p);
            assert!((found - z).abs() <= tolerance, "{p}: {found} {z}");
        }
    }

    #[test]
    fn quantile_inverts_the_cumulative_probability() {
        for k in 1..=380 {
            let z = -f64::from(k) / 10.0;
            let p = standard_normal_cdf(z);
            let back = if p < 1e-300 { continue } else { standard_normal_quantile(p) };
            assert!((back / z - 1.0).abs() < 1e-14, "{z}: {back}");
        }
        for k in 1..1000 {
            let p = f64::from(k) / 1000.0;
            assert!((standard_normal_cdf(standard_normal_quantile(p)) / p - 1.0).abs() < 1e-14, "{p}");
        }
    }

    #[test]
    fn quantile_at_the_ends_is_infinite() {
        assert_eq!(standard_normal_quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(standard_normal_quantile(1.0), f64::INFINITY);
    }

    #[test]
    #[should_panic(expected = "is no probability")]
    fn quantile_of_no_number_is_refused() {
        standard_normal_quantile(f64::NAN);
    }

    #[test]
    fn density_and_cumulative_probability_agree_with_tables() {
        assert!((standard_normal_density(0.0) - 0.398_942_280_401_432_7).abs() < 1e-16);
        assert!((standard_normal_density(1.0) - 0.241_970_724_519_143_37).abs() < 1e-16);
        assert!((standard_normal_cdf(-1.0) - 0.158_655_253_931_457_05).abs() < 1e-16);
        assert!((standard_normal_cdf(-6.0) / 9.865_876_450_376_98e-10 - 1.0).abs() < 1e-13);
    }

    #[test]
    fn both_ways_to_draw_agree() {
        for k in 0..10_000 {
            let (mut here, mut there) = (Block::new(5, k), Block::new(5, k));
            assert_eq!(standard_normal(&mut here), StandardNormal.sample(&mut there));
            assert_eq!(here.next_u64(), there.next_u64(), "both stand at the same word");
        }
    }

    #[test]
    fn tail_has_its_conditional_law() {
        // Mean φ(R)/Φ(−R) = λ and variance 1 + R λ − λ² of Z beyond R; the score of the mean and of the share of draws
        // beyond 4 have a false-alarm rate of 2e-9 each at a limit of 6.
        let n = 1_000_000;
        let draws: Vec<f64> = (0..n).map(|k| tail(&mut Block::new(6, k))).collect();
        let beyond = standard_normal_cdf(-TAIL_START);
        let mean = standard_normal_density(TAIL_START) / beyond;
        let deviation = libm::sqrt((1.0 + TAIL_START * mean - mean * mean) / n as f64);
        let score = (draws.iter().sum::<f64>() / n as f64 - mean) / deviation;
        assert!(score.abs() < 6.0, "mean: {score}");
        let share = standard_normal_cdf(-4.0) / beyond;
        let found = draws.iter().filter(|z| **z > 4.0).count() as f64 / n as f64;
        let score = (found - share) / libm::sqrt(share * (1.0 - share) / n as f64);
        assert!(score.abs() < 6.0, "beyond 4: {score}");
    }

    #[test]
    fn points_are_symmetric_and_never_zero() {
        let (layer, x) = layer_and_point(0x7fff_ffff_ffff_ffff);
        let (mirrored, y) = layer_and_point(0x8000_0000_0000_00ff);
        assert_eq!((layer, x), (mirrored, -y));
        assert!(layer_and_point(0).1 > 0.0 && layer_and_point(u64::MAX).1 < 0.0);
        assert!(x < WIDTH[255]);
    }
}
