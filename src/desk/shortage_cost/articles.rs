//! Shortage cost per article (T57), from its margin.
//!
//! A customer who asks for the article while it is out leaves with the share ℓ. Then the article's own profit is lost in place of
//! the mean line's, and with it what else m holds: k = ℓ (profit + max(0, m − mean line) + future).

use super::case::Case;
use super::money::ProfitFindings;
use crate::inventory::retail_margin::{Kind, Margin, Rules, from_purchase, from_selling};
use crate::inventory::unanswered::Unanswered;
use crate::scenario::model::{Id, Title};
use serde::Serialize;

/// An article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleFindings {
    /// Id.
    pub id: Id,
    /// Name.
    pub title: Title,
    /// Its margin.
    pub margin: Margin,
    /// Share of those who ask for it in vain that leave; none where the case does not tell.
    pub leaving: Option<f64>,
    /// SEK per customer who asks in vain.
    pub shortage_cost: Option<f64>,
    /// SEK per week, where it is told how many ask in vain.
    pub per_week: Option<f64>,
}

/// Margins at selling prices of drugs.
pub(super) fn margins(rules: Rules, prices: &[f64]) -> Result<Vec<Margin>, Unanswered> {
    prices.iter().map(|price| from_selling(rules, Kind::Drug, *price)).collect()
}

/// The share of those who meet a shortage that leave: by the reactions counted.
fn leaving_share(case: &Case) -> Option<f64> {
    let counts = case.reactions?;
    let [_, _, elsewhere, _] = counts;
    Some(elsewhere as f64 / counts.iter().sum::<u64>() as f64)
}

pub(super) fn articles(case: &Case, profit: &ProfitFindings, future: f64) -> Result<Vec<ArticleFindings>, Unanswered> {
    let Some(rules) = case.margins.rules else { return Ok(Vec::new()) };
    let leaving = leaving_share(case);
    let beside = (profit.lost - profit.line).max(0.0) + future;
    let one = |(id, article): (&Id, &super::case::ArticleCase)| {
        let margin = if article.is_purchase { from_purchase } else { from_selling };
        let margin = margin(rules, article.kind, article.price)?;
        let shortage_cost = leaving.map(|share| share * (margin.profit + beside));
        let per_week = shortage_cost.zip(article.short_per_week).map(|(cost, count)| cost * count);
        let (id, title) = (id.clone(), article.title.clone());
        Ok(ArticleFindings { id, title, margin, leaving, shortage_cost, per_week })
    };
    case.articles.iter().map(one).collect()
}
