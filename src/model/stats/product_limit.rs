//! The product-limit estimate (Kaplan & Meier 1958): the law of times of which some are known only to be longer.

use crate::order::InOrder;

/// A time, and whether it is known to its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    /// How long it was, or has been so far.
    pub length: f64,
    /// Whether it has ended.
    pub ended: bool,
}

/// The estimated law: points with their probabilities, and what lies beyond the longest time.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductLimit {
    /// Lengths at which times ended, rising, each with its probability.
    pub points: Vec<(f64, f64)>,
    /// Probability of more than the longest time; 0 if that one ended.
    pub beyond: f64,
    /// The longest time, ended or not.
    pub longest: f64,
}

/// The estimate; none without times. A time that ends and one that is cut off at the same length: the cut one counts as longer.
///
/// ```
/// # use beredd_model::stats::product_limit::{Time, product_limit};
/// let times = [(1.0, true), (2.0, false), (3.0, true)].map(|(length, ended)| Time { length, ended });
/// let law = product_limit(&times).unwrap();
/// // A third at 1; of the two thirds beyond, one is at risk at 3 and ends there.
/// assert!((law.points[1].1 - 2.0 / 3.0).abs() < 1e-15 && law.beyond == 0.0);
/// assert_eq!(law.quantile(0.5), Some(3.0));
/// ```
pub fn product_limit(times: &[Time]) -> Option<ProductLimit> {
    let mut sorted = times.to_vec();
    sorted.order_by(|one, other| one.length.total_cmp(&other.length).then(other.ended.cmp(&one.ended)));
    let longest = sorted.last()?.length;
    let (mut survival, mut points): (f64, Vec<(f64, f64)>) = (1.0, Vec::new());
    let mut at = 0;
    while let Some(time) = sorted.get(at) {
        let at_risk = sorted.len() - at;
        let same = sorted.iter().skip(at).take_while(|other| *other == time).count();
        if time.ended {
            let left = if same == at_risk { 0.0 } else { survival * (1.0 - same as f64 / at_risk as f64) };
            points.push((time.length, survival - left));
            survival = left;
        }
        at += same;
    }
    Some(ProductLimit { points, beyond: survival, longest })
}

impl ProductLimit {
    /// The least length that at least the share `p` of times does not exceed; none if the times do not tell.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let mut sum = 0.0;
        self.points.iter().find_map(|(length, probability)| {
            sum += probability;
            (sum >= p - 1e-12).then_some(*length)
        })
    }

    /// The mean, where what lies beyond the longest time counts as that: then it is at least so much.
    pub fn mean(&self) -> f64 {
        self.points.iter().map(|(length, probability)| length * probability).sum::<f64>() + self.beyond * self.longest
    }

    /// The standard deviation, with what lies beyond counted as in [`mean`](Self::mean).
    pub fn standard_deviation(&self) -> f64 {
        let mean = self.mean();
        let all = self.points.iter().copied().chain([(self.longest, self.beyond)]);
        libm::sqrt(all.map(|(length, probability)| probability * (length - mean) * (length - mean)).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(list: &[(f64, bool)]) -> Vec<Time> {
        list.iter().map(|&(length, ended)| Time { length, ended }).collect()
    }

    #[test]
    fn the_published_remissions_have_their_published_curve() {
        // 6-mercaptopurine in leukaemia (Freireich et al. 1963, as in Cox & Oakes 1984): S(6) = 0.857, S(7) = 0.807,
        // S(10) = 0.753, S(13) = 0.690, S(16) = 0.627, S(22) = 0.538, S(23) = 0.448; median 23 weeks.
        let ended = [6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0].map(|length| (length, true));
        let cut = [6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0].map(|length| (length, false));
        let law = product_limit(&times(&[&ended[..], &cut[..]].concat())).unwrap();
        let mut survival = 1.0;
        let curve =
            [(6.0, 0.857), (7.0, 0.807), (10.0, 0.753), (13.0, 0.690), (16.0, 0.627), (22.0, 0.538), (23.0, 0.448)];
        for ((length, probability), (at, published)) in law.points.iter().zip(curve) {
            survival -= probability;
            assert!(*length == at && (survival - published).abs() < 6e-4, "{length}: {survival}");
        }
        assert_eq!((law.points.len(), law.quantile(0.5), law.quantile(0.9), law.longest), (7, Some(23.0), None, 35.0));
    }

    #[test]
    fn without_cut_times_it_is_the_sample() {
        let law = product_limit(&times(&[(2.0, true), (4.0, true), (4.0, true), (10.0, true)])).unwrap();
        assert!((law.mean() - 5.0).abs() < 1e-12 && (law.standard_deviation() - 3.0).abs() < 1e-12);
        assert_eq!([0.25, 0.5, 0.9].map(|p| law.quantile(p)), [Some(2.0), Some(4.0), Some(10.0)]);
        assert_eq!(product_limit(&[]), None);
    }
}
