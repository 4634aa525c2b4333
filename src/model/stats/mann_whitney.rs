//! The rank-sum test of Mann & Whitney (1947): whether one group tends to larger values, by the normal approximation.

use crate::random::normal::standard_normal_cdf;

/// Two groups and their U.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// Sizes of the groups; U is that of the second.
    pub sizes: [u64; 2],
    /// U: pairs in which the second group's value is the larger, ties counted as halves.
    pub u: f64,
}

impl Ranked {
    /// The rank sum W = U + n (n + 1) ÷ 2 of the second group (Wilcoxon 1945).
    pub fn rank_sum(self) -> f64 {
        let n = self.sizes[1] as f64;
        self.u + n * (n + 1.0) / 2.0
    }

    /// The mean rank of both groups.
    pub fn mean_ranks(self) -> [f64; 2] {
        let [first, second] = self.sizes.map(|size| size as f64);
        let all = first + second;
        let of_second = self.rank_sum();
        [(all * (all + 1.0) / 2.0 - of_second) / first, of_second / second]
    }

    /// (U − n₁ n₂ ÷ 2) ÷ σ with σ² = n₁ n₂ (N + 1 − Σ(t³ − t) ÷ (N (N − 1))) ÷ 12 for tied groups of t values (Lehmann 1975, ch. 1).
    /// `None` if all values are tied.
    pub fn score(self, ties: &[u64]) -> Option<f64> {
        let [first, second] = self.sizes.map(|size| size as f64);
        let all = first + second;
        let tied: f64 = ties.iter().map(|size| *size as f64).map(|size| size * size * size - size).sum();
        let variance = first * second / 12.0 * (all + 1.0 - tied / (all * (all - 1.0)));
        (variance > 0.0).then(|| (self.u - first * second / 2.0) / libm::sqrt(variance))
    }
}

/// The probability of a score as far from 0 or farther, on both sides.
pub fn two_sided(score: f64) -> f64 {
    2.0 * standard_normal_cdf(-score.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand_without_ties() {
        // 1 2 | 3 4 5: every pair has the second group ahead, U = 6, W = 3 + 4 + 5 = 12, mean ranks 1.5 and 4.
        let ranked = Ranked { sizes: [2, 3], u: 6.0 };
        assert_eq!((ranked.rank_sum(), ranked.mean_ranks()), (12.0, [1.5, 4.0]));
        // σ² = 2 · 3 · 6 / 12 = 3, score 3 / √3.
        assert!((ranked.score(&[]).unwrap() - libm::sqrt(3.0)).abs() < 1e-12);
        assert_eq!(ranked.score(&[5]), None);
    }

    #[test]
    fn a_table_of_two_answers_has_two_ties() {
        // 1 of 11 against 139 of 490 say yes: U = 1 · 351 + ½ (1 · 139 + 10 · 351) = 2,175.5; ties 140 and 361.
        let ranked = Ranked { sizes: [490, 11], u: 2175.5 };
        assert_eq!(ranked.rank_sum(), 2241.5);
        // σ² = 490 · 11 / 12 · (502 − (140³ − 140 + 361³ − 361) / (501 · 500)) = 136,205.3: score −519.5 / 369.06.
        let score = ranked.score(&[140, 361]).unwrap();
        assert!((score + 1.407_630).abs() < 1e-6, "{score}");
    }

    #[test]
    fn probabilities_of_the_normal_table() {
        assert!((two_sided(1.959_963_984_540_054) - 0.05).abs() < 1e-12);
        assert_eq!((two_sided(0.0), two_sided(-3.0)), (1.0, two_sided(3.0)));
    }
}
