//! What does not agree in a case: figures that its own counts contradict, tests that do not show what is claimed.

use super::case::{Case, Share, Test};
use crate::inventory::retail_margin::{Kind, from_selling, profit_by_band_below};
use crate::inventory::unanswered::Unanswered;
use crate::scenario::model::{Id, Title};
use crate::stats::mann_whitney::{Ranked, two_sided};
use serde::Serialize;

/// Above this probability a difference is not shown.
const WEAK: f64 = 0.05;
/// Shares in whole per cent may miss their counts by so much.
const HALF_PERCENT: f64 = 0.0051;
/// Printed figures may miss by so much: half of the last digit shown.
const SCORE: f64 = 0.0011;
/// Profits in whole SEK.
const HALF_SEK: f64 = 0.51;
const HUNDREDTH: f64 = 0.0051;

/// A test computed again.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TestFindings {
    /// Id.
    pub id: Id,
    /// Name.
    pub title: Title,
    /// Rank sum of the second group.
    pub rank_sum: f64,
    /// Mean ranks of both groups.
    pub mean_ranks: [f64; 2],
    /// Score: with the ties, if they are known; else as if there were none.
    pub score: Option<f64>,
    /// Whether the ties are known.
    pub ties_known: bool,
    /// Two-sided probability by that score.
    pub p: Option<f64>,
    /// Two-sided probability by the printed score.
    pub p_of_printed: Option<f64>,
    /// What decides: by the ties if they are known, else by the printed score, else as if there were none.
    pub p_used: Option<f64>,
    /// Whether the source takes the difference for shown.
    pub claimed: bool,
    /// Whether it is shown at 5 %.
    pub shown: bool,
}

pub(super) fn tests(case: &Case) -> Vec<TestFindings> {
    case.tests.iter().map(|(id, test)| again(id, test)).collect()
}

fn again(id: &Id, test: &Test) -> TestFindings {
    let ranked = Ranked { sizes: test.sizes, u: test.u };
    let score = ranked.score(test.ties.as_deref().unwrap_or_default());
    let (p, p_of_printed) = (score.map(two_sided), test.z.map(two_sided));
    let p_used = if test.ties.is_some() { p } else { p_of_printed.or(p) };
    TestFindings {
        id: id.clone(),
        title: test.title.clone(),
        rank_sum: ranked.rank_sum(),
        mean_ranks: ranked.mean_ranks(),
        score,
        ties_known: test.ties.is_some(),
        p,
        p_of_printed,
        p_used,
        claimed: test.claimed,
        shown: p_used.is_some_and(|p| p <= WEAK),
    }
}

/// Something that does not agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "doubt")]
pub enum Doubt {
    /// A stated share is not that of its counts.
    ShareAgainstCounts {
        /// Key.
        key: String,
        /// As stated.
        stated: f64,
        /// Of the counts.
        counted: f64,
        /// Hits.
        hits: u64,
        /// Of how many.
        of: u64,
    },
    /// A sample is not as large as the case says.
    SampleAgainstRespondents {
        /// Key.
        key: String,
        /// Its size.
        of: u64,
        /// As the case says.
        respondents: u64,
    },
    /// A printed profit is not that of the bands.
    PrintedMargin {
        /// Selling price, SEK.
        price: f64,
        /// As printed.
        printed: f64,
        /// By the bands.
        profit: f64,
        /// Whether the band below, used above its border, gives the printed one.
        band_below: bool,
    },
    /// A difference is taken for shown, and is not.
    NotShown {
        /// The test's name.
        title: Title,
        /// Two-sided probability.
        p: f64,
    },
    /// A printed figure of a test is not what comes out.
    PrintedTest {
        /// The test's name.
        title: Title,
        /// Which figure.
        figure: &'static str,
        /// As printed.
        printed: f64,
        /// As computed.
        computed: f64,
    },
    /// The printed mean number of lines needs another number of lines than is stated.
    LinesOfLeavers {
        /// As printed.
        mean: f64,
        /// By the counts.
        counted: f64,
        /// Lines that customers with several must have had for the printed mean.
        needed: f64,
        /// Lines stated.
        stated: f64,
    },
    /// The causes do not sum to those who left.
    CausesAgainstLeaving {
        /// Sum of the causes.
        causes: u64,
        /// Customers who left.
        u: f64,
    },
}

pub(super) fn doubts(case: &Case, tests: &[TestFindings]) -> Result<Vec<Doubt>, Unanswered> {
    let mut doubts: Vec<Doubt> =
        shares(case).into_iter().flat_map(|(key, share, all)| of_share(case, key, share, all)).collect();
    doubts.extend(margins(case)?);
    for (test, found) in case.tests.values().zip(tests) {
        doubts.extend(of_test(test, found));
    }
    doubts.extend(lines(case));
    if let Some(causes) = case.causes {
        let (sum, u) = (causes.iter().sum::<u64>(), super::customers::leaving(case).u);
        if (sum as f64 - u).abs() > 0.5 {
            doubts.push(Doubt::CausesAgainstLeaving { causes: sum, u });
        }
    }
    Ok(doubts)
}

/// Shares of the case with their keys, and whether their sample is all who were asked.
fn shares(case: &Case) -> Vec<(String, Share, bool)> {
    use super::case::Told;
    let profit = &case.profit;
    let named = |key: &str, share| (key.to_owned(), share, false);
    let mut all = vec![
        named("profit.still-buys-prescription", profit.still_buys_prescription),
        named("profit.still-buys-otc", profit.still_buys_otc),
    ];
    if let Some(loyalty) = case.loyalty {
        all.extend([named("loyalty.loyal", loyalty.loyal), named("loyalty.by-assortment", loyalty.by_assortment)]);
    }
    all.extend(case.meeting.map(|share| ("interviews.met-a-shortage".to_owned(), share, true)));
    for (id, one) in &case.leaving {
        match one.told {
            Told::Count(_) => {}
            Told::OfAll(share) => all.push((format!("leaving.{id}.of-customers"), share, true)),
            Told::OfThoseWhoMeetOne(meet, leave) => {
                all.push((format!("leaving.{id}.meeting"), meet, false));
                all.push((format!("leaving.{id}.leaving"), leave, false));
            }
        }
    }
    all
}

fn of_share(case: &Case, key: String, share: Share, of_all: bool) -> Vec<Doubt> {
    let Some((hits, of)) = share.sample else { return Vec::new() };
    let counted = hits as f64 / of as f64;
    let mut doubts = Vec::new();
    if let Some(respondents) = case.respondents.filter(|respondents| of_all && *respondents != of) {
        doubts.push(Doubt::SampleAgainstRespondents { key: key.clone(), of, respondents });
    }
    if (counted - share.share).abs() > HALF_PERCENT {
        doubts.push(Doubt::ShareAgainstCounts { key, stated: share.share, counted, hits, of });
    }
    doubts
}

fn margins(case: &Case) -> Result<Vec<Doubt>, Unanswered> {
    let Some(rules) = case.margins.rules else { return Ok(Vec::new()) };
    let mut doubts = Vec::new();
    for &(price, printed) in &case.margins.printed {
        let profit = from_selling(rules, Kind::Drug, price)?.profit;
        if (profit - printed).abs() > HALF_SEK {
            let below = profit_by_band_below(rules, Kind::Drug, price)?;
            let band_below = below.is_some_and(|below| (below - printed).abs() <= HALF_SEK);
            doubts.push(Doubt::PrintedMargin { price, printed, profit, band_below });
        }
    }
    Ok(doubts)
}

fn of_test(test: &Test, found: &TestFindings) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut compare = |figure, printed: Option<f64>, computed: Option<f64>, room: f64| {
        if let Some((printed, computed)) = printed.zip(computed).filter(|(one, other)| (one - other).abs() > room) {
            doubts.push(Doubt::PrintedTest { title: test.title.clone(), figure, printed, computed });
        }
    };
    compare("W", test.rank_sum, Some(found.rank_sum), HUNDREDTH);
    // Without the ties the printed score cannot be found again.
    compare("z", test.z, found.score.filter(|_| found.ties_known), SCORE);
    compare("p", test.p, found.p_used, SCORE);
    if let Some(p) = found.p_used.filter(|_| found.claimed && !found.shown) {
        doubts.push(Doubt::NotShown { title: test.title.clone(), p });
    }
    doubts
}

fn lines(case: &Case) -> Option<Doubt> {
    let lines = case.lines?;
    let (all, several) = (lines.of as f64, lines.several as f64);
    let counted = (all - several + several * lines.several_lines) / all;
    let needed = (lines.mean * all - (all - several)) / several;
    let apart = (counted - lines.mean).abs() > HUNDREDTH;
    apart.then_some(Doubt::LinesOfLeavers { mean: lines.mean, counted, needed, stated: lines.several_lines })
}
