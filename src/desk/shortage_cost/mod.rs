//! `beredd stock shortage-cost`: what shortages cost a shop per week, in the thesis's three steps, beside what its stock costs.

mod articles;
pub mod case;
mod checks;
mod customers;
mod money;
mod read;
mod sensitivity;

pub use articles::ArticleFindings;
pub use checks::{Doubt, TestFindings};
pub use customers::{CauseShares, Counted, LeavingFindings, LineFill, Reactions, Source};
pub use money::{Kinds, LoyaltyFindings, ProfitFindings, StockCost};
pub use read::read;
pub use sensitivity::{DifferenceFindings, Moved, What};

use crate::inventory::lost_customer::WEEKS_PER_YEAR;
use crate::inventory::retail_margin::Margin;
use crate::inventory::unanswered::Unanswered;
use case::Case;
use serde::Serialize;

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShortageCostFindings {
    /// The case as its file says it.
    pub case: Case,
    /// Steps 1 and 2, and m.
    pub profit: ProfitFindings,
    /// Step 3.
    pub loyalty: Option<LoyaltyFindings>,
    /// u, and the sources of it.
    pub leaving: LeavingFindings,
    /// What those do who meet a shortage.
    pub reactions: Option<Reactions>,
    /// Share of customers who meet a shortage.
    pub meeting: Option<Counted>,
    /// What the interviews say of prescription lines.
    pub line_fill: Option<LineFill>,
    /// m × u, SEK per week, with m as used.
    pub shortage_week: f64,
    /// The same with m not rounded.
    pub shortage_week_unrounded: f64,
    /// SEK per year.
    pub shortage_year: f64,
    /// The kinds of shortage cost (T12), SEK per week.
    pub kinds: Kinds,
    /// What stock costs.
    pub stock: Option<StockCost>,
    /// Orders, stock and shortages, SEK per week; none where a part is not known (T47).
    pub total_week: Option<f64>,
    /// How many of those who left could have been served.
    pub causes: Option<CauseShares>,
    /// The same in another reading.
    pub causes_otherwise: Option<CauseShares>,
    /// Margins at the prices asked for.
    pub margins: Vec<Margin>,
    /// Shortage cost per article.
    pub articles: Vec<ArticleFindings>,
    /// Tests computed again.
    pub tests: Vec<TestFindings>,
    /// What moves the answer, the most first.
    pub sensitivity: Vec<Moved>,
    /// Differences to other shops with their signs.
    pub differences: Vec<DifferenceFindings>,
    /// What does not agree in the file.
    pub doubts: Vec<Doubt>,
}

/// Works out a case.
///
/// # Errors
/// If a figure is out of range for a formula; reading has refused what it could see.
pub fn shortage_cost(case: &Case) -> Result<ShortageCostFindings, Unanswered> {
    let profit = money::profit(case);
    let loyalty = money::loyalty(case)?;
    let leaving = customers::leaving(case);
    let future = loyalty.as_ref().filter(|loyalty| loyalty.counted).and_then(|loyalty| loyalty.per_leaver);
    let per_leaver = profit.used + future.unwrap_or(0.0);
    let kinds = money::kinds(case, &profit, future, leaving.u);
    let shortage_week = kinds.total();
    let stock = money::stock(case, shortage_week);
    let tests = checks::tests(case);
    let margins = case.margins.rules.map(|rules| articles::margins(rules, &case.margins.prices)).transpose()?;
    Ok(ShortageCostFindings {
        shortage_week,
        shortage_week_unrounded: shortage_week - (profit.used - profit.lost) * leaving.u,
        shortage_year: shortage_week * WEEKS_PER_YEAR,
        total_week: stock
            .as_ref()
            .zip(case.order_cost)
            .map(|(stock, orders)| stock.holding_week + orders + shortage_week),
        reactions: customers::reactions(case),
        meeting: case.meeting.map(customers::counted),
        line_fill: customers::line_fill(case),
        causes: case.causes.map(|causes| customers::causes(causes, shortage_week)),
        causes_otherwise: case.causes_otherwise.map(|causes| customers::causes(causes, shortage_week)),
        margins: margins.unwrap_or_default(),
        articles: articles::articles(case, &profit, future.unwrap_or(0.0))?,
        sensitivity: sensitivity::moved(case, per_leaver, &leaving)?,
        differences: sensitivity::differences(case),
        doubts: checks::doubts(case, &tests)?,
        case: case.clone(),
        profit,
        loyalty,
        leaving,
        kinds,
        stock,
        tests,
    })
}
