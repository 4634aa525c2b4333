//! A case of shortage cost as its file says it.

use crate::inventory::retail_margin::{Kind, Rules};
use crate::scenario::model::{Id, Title, ValueOrigin};
use serde::Serialize;
use std::collections::BTreeMap;

/// A share, and the sample that it was seen in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Share {
    /// From 0 to 1.
    pub share: f64,
    /// How many of how many, where that is known.
    pub sample: Option<(u64, u64)>,
}

/// Step 1 and 2: what a customer buys, and what those who leave still buy.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Profit {
    /// SEK per prescription customer on prescribed articles.
    pub prescription: f64,
    /// SEK per prescription customer on other articles.
    pub otc: f64,
    /// Prescribed articles per customer.
    pub lines_per_customer: f64,
    /// SEK per prescribed article, if stated; else prescription ÷ lines.
    pub line_profit: Option<f64>,
    /// Prescribed articles that are still bought by those who buy any.
    pub kept_lines: f64,
    /// Share of those who leave that still buy prescribed articles.
    pub still_buys_prescription: Share,
    /// Share of those who leave that still buy other articles.
    pub still_buys_otc: Share,
    /// m is rounded to this, SEK.
    pub rounded_to: Option<f64>,
}

/// Step 3: customers lost for good.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Loyalty {
    /// Share that is loyal to the shop.
    pub loyal: Share,
    /// Share of the loyal that choose by assortment.
    pub by_assortment: Share,
    /// Whether the loss counts in m.
    pub counted: bool,
    /// Profit per year, years and yearly rate of a customer who stays.
    pub future: Option<(f64, f64, f64)>,
}

/// One source of u.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Leaving {
    /// Name.
    pub title: Title,
    /// Weight in u, at least 0.
    pub weight: f64,
    /// How it tells of those who leave.
    pub told: Told,
}

/// How a source tells of those who leave.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// Customers a week.
    Count(f64),
    /// Share of all customers.
    OfAll(Share),
    /// Share of customers who meet a shortage, and share of these that leave.
    OfThoseWhoMeetOne(Share, Share),
}

/// Shares of those who meet a shortage that leave, from other studies (T17, T29).
pub const PRESETS: [(&str, f64); 4] = [
    ("corsten-gruen-2004", 0.40),
    ("emmelhainz-1991", 0.14),
    ("apoteksforeningen", 0.26),
    ("kungens-kurva-2011", 11.0 / 61.0),
];

/// What stock costs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct HoldingCost {
    /// Capital rate per year.
    pub capital_rate: f64,
    /// Share of the holding cost that is capital.
    pub capital_share: f64,
    /// Whether the weekly rate is compound.
    pub compound: bool,
    /// How large the stock or its cost is.
    pub known: HoldingKnown,
}

/// What is known of the stock.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HoldingKnown {
    /// Mean value of the stock, SEK.
    StockValue(f64),
    /// Shortage cost as a share of holding cost: the holding cost is calibrated from it.
    ShortageShare(f64),
}

/// Why customers who left found the shelf empty: supplier out, both, rare, avoidable.
pub type Causes = [u64; 4];

/// A rank-sum test as a source prints it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Test {
    /// Name.
    pub title: Title,
    /// Sizes of the two groups.
    pub sizes: [u64; 2],
    /// U of the second.
    pub u: f64,
    /// Printed rank sum of the second.
    pub rank_sum: Option<f64>,
    /// Sizes of tied groups.
    pub ties: Option<Vec<u64>>,
    /// Printed score.
    pub z: Option<f64>,
    /// Printed probability.
    pub p: Option<f64>,
    /// Whether the source takes the difference for shown.
    pub claimed: bool,
}

/// The effect of a difference: up, down or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// Larger.
    Up,
    /// Smaller.
    Down,
    /// The same.
    None,
    /// Either.
    Unknown,
}

/// A difference between the shop and others, and what it does (T49).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// Name.
    pub title: Title,
    /// On m.
    pub m: Sign,
    /// On u.
    pub u: Sign,
    /// On holding cost.
    pub holding: Sign,
}

/// An article (T57).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleCase {
    /// Name.
    pub title: Title,
    /// SEK.
    pub price: f64,
    /// Whether the price is the purchase price.
    pub is_purchase: bool,
    /// What it is.
    pub kind: Kind,
    /// Customers a week who ask for it while it is out.
    pub short_per_week: Option<f64>,
}

/// Profits at selling prices that a source prints, to hold the bands against.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Margins {
    /// Whose bands.
    pub rules: Option<Rules>,
    /// Selling prices, SEK.
    pub prices: Vec<f64>,
    /// Selling price and printed profit.
    pub printed: Vec<(f64, f64)>,
}

/// Prescribed articles per customer who left, as printed and as the counts give it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Lines {
    /// Printed mean.
    pub mean: f64,
    /// Customers.
    pub of: u64,
    /// Customers who asked for several.
    pub several: u64,
    /// How many several are.
    pub several_lines: f64,
}

/// Customers who came for other articles only, for both, for prescriptions only, for something else.
pub type Mix = [f64; 4];

/// A whole case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Case {
    /// Name.
    pub title: Title,
    /// Customers a week.
    pub customers: Option<f64>,
    /// People asked.
    pub respondents: Option<u64>,
    /// Of them, people who came for a prescription.
    pub prescription_respondents: Option<u64>,
    /// Share of customers who meet a shortage.
    pub meeting: Option<Share>,
    /// What they do: substitute, come back, elsewhere, back-order.
    pub reactions: Option<[u64; 4]>,
    /// Step 1 and 2.
    pub profit: Profit,
    /// Step 3.
    pub loyalty: Option<Loyalty>,
    /// Sources of u.
    pub leaving: BTreeMap<Id, Leaving>,
    /// What stock costs.
    pub holding: Option<HoldingCost>,
    /// What orders cost, SEK a week.
    pub order_cost: Option<f64>,
    /// Back-orders a week and what each costs, SEK (T12).
    pub back_orders: Option<(f64, f64)>,
    /// Why shelves were empty.
    pub causes: Option<Causes>,
    /// The same in another reading of the source.
    pub causes_otherwise: Option<Causes>,
    /// Kinds of customers, by shop; `case` is this one.
    pub mix: BTreeMap<Id, (Title, Mix)>,
    /// Tests of differences.
    pub tests: BTreeMap<Id, Test>,
    /// Differences to other shops.
    pub differences: BTreeMap<Id, Difference>,
    /// Margins.
    pub margins: Margins,
    /// Articles.
    pub articles: BTreeMap<Id, ArticleCase>,
    /// Articles per customer who left.
    pub lines: Option<Lines>,
    /// What the file says beside.
    pub notes: BTreeMap<Id, Title>,
    /// Where values come from, by their path.
    pub origins: BTreeMap<String, ValueOrigin>,
}
