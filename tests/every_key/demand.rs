//! Rows of demand.

use crate::bases::SHELF;
use crate::row::{Row, Table, acts};

pub const TABLES: &[Table] = &[
    Table { of: "[demand]", rows: DEMAND },
    Table { of: "a week", rows: WEEK },
    Table { of: "a year", rows: YEAR },
    Table { of: "a demand rule", rows: RULE },
];

const DEMAND: &[Row] = &[
    acts("rate", SHELF, "demand.rate = \"2 per day\"", "demand.rate = \"5 per day\"").with(CUSTOMERS),
    acts("law", SHELF, "demand.law = \"normal\"", "demand.law = \"gamma\""),
    acts("negative", SHELF, "demand.negative = \"truncate\"", "demand.negative = \"allow\"")
        .with("article.A.demand-sd = \"30 units/day\""),
    acts("interval", SHELF, "demand.interval = \"2 days\"", "demand.interval = \"5 days\"")
        .with("demand.law = \"intermittent\"\ndemand.size = \"fixed\""),
    acts("rate", SHELF, "demand.rate = \"2 per day\"", "demand.rate = \"5 per day\"")
        .with("demand.law = \"arrivals\"\ndemand.size = \"fixed\""),
    acts("size", SHELF, "demand.size = \"fixed\"", "demand.size = \"geometric\"")
        .with("demand.law = \"intermittent\"\ndemand.interval = \"3 days\""),
    acts("size-cv", SHELF, "demand.size-cv = 0.2", "demand.size-cv = 0.9")
        .with("demand.law = \"intermittent\"\ndemand.interval = \"3 days\"\ndemand.size = \"lognormal\""),
    acts("values", SHELF, "demand.values = [\"5 units\", \"15 units\"]", "demand.values = [\"0 units\", \"20 units\"]")
        .with("demand.law = \"empirical\"\ndemand.probabilities = [0.5, 0.5]"),
    acts("probabilities", SHELF, "demand.probabilities = [0.5, 0.5]", "demand.probabilities = [0.1, 0.9]")
        .with("demand.law = \"empirical\"\ndemand.values = [\"5 units\", \"15 units\"]"),
    acts("file", SHELF, "demand.file = \"few.csv\"", "demand.file = \"many.csv\"").with("demand.law = \"empirical\""),
    acts("file", SHELF, "demand.file = \"series.csv\"", "demand.file = \"other.csv\"")
        .with("demand.law = \"replay\"\ndemand.beyond = \"repeat\""),
    acts("beyond", SHELF, "demand.beyond = \"repeat\"", "demand.beyond = \"nothing\"")
        .with("demand.law = \"replay\"\ndemand.file = \"series.csv\""),
    acts("weekday", SHELF, "", "demand.weekday = { sat = 0, sun = 0 }"),
    acts("month", SHELF, "", "demand.month = { jan = 2 }"),
    acts("trend", SHELF, "demand.trend = \"0 %/year\"", "demand.trend = \"90 %/year\""),
];

/// Customers at minutes.
const CUSTOMERS: &str = "demand.law = \"arrivals\"\ndemand.size = \"fixed\"";
const SOME_CUSTOMERS: &str =
    "demand-rule.r.new = true\ndemand-rule.r.law = \"arrivals\"\ndemand-rule.r.size = \"fixed\"";

const WEEK: &[Row] = &[
    acts("mon", SHELF, "demand.weekday = { mon = 1 }", "demand.weekday = { mon = 3 }"),
    acts("tue", SHELF, "demand.weekday = { tue = 1 }", "demand.weekday = { tue = 3 }"),
    acts("wed", SHELF, "demand.weekday = { wed = 1 }", "demand.weekday = { wed = 3 }"),
    acts("thu", SHELF, "demand.weekday = { thu = 1 }", "demand.weekday = { thu = 3 }"),
    acts("fri", SHELF, "demand.weekday = { fri = 1 }", "demand.weekday = { fri = 3 }"),
    acts("sat", SHELF, "demand.weekday = { sat = 1 }", "demand.weekday = { sat = 3 }"),
    acts("sun", SHELF, "demand.weekday = { sun = 1 }", "demand.weekday = { sun = 3 }"),
];

/// A month counts in its own days, so each has a run of sixty days that begins in it. The weights of the others stay.
const fn month(key: &'static str, first: &'static str, second: &'static str, start: &'static str) -> Row {
    acts(key, SHELF, first, second).with(start)
}

const YEAR: &[Row] = &[
    month("jan", "demand.month = { jan = 1 }", "demand.month = { jan = 3 }", "scenario.start = 2026-01-05"),
    month("feb", "demand.month = { feb = 1 }", "demand.month = { feb = 3 }", "scenario.start = 2026-02-05"),
    month("mar", "demand.month = { mar = 1 }", "demand.month = { mar = 3 }", "scenario.start = 2026-03-05"),
    month("apr", "demand.month = { apr = 1 }", "demand.month = { apr = 3 }", "scenario.start = 2026-04-05"),
    month("may", "demand.month = { may = 1 }", "demand.month = { may = 3 }", "scenario.start = 2026-05-05"),
    month("jun", "demand.month = { jun = 1 }", "demand.month = { jun = 3 }", "scenario.start = 2026-06-05"),
    month("jul", "demand.month = { jul = 1 }", "demand.month = { jul = 3 }", "scenario.start = 2026-07-05"),
    month("aug", "demand.month = { aug = 1 }", "demand.month = { aug = 3 }", "scenario.start = 2026-08-05"),
    month("sep", "demand.month = { sep = 1 }", "demand.month = { sep = 3 }", "scenario.start = 2026-09-05"),
    month("oct", "demand.month = { oct = 1 }", "demand.month = { oct = 3 }", "scenario.start = 2026-10-05"),
    month("nov", "demand.month = { nov = 1 }", "demand.month = { nov = 3 }", "scenario.start = 2026-11-05"),
    month("dec", "demand.month = { dec = 1 }", "demand.month = { dec = 3 }", "scenario.start = 2026-12-05"),
];

const RULE: &[Row] = &[
    acts("rate", SHELF, "demand-rule.r.rate = \"2 per day\"", "demand-rule.r.rate = \"5 per day\"").with(SOME_CUSTOMERS),
    acts("at", crate::bases::NET, "demand-rule.r.at = [\"ward\"]", "demand-rule.r.at = [\"clinic\"]").with("demand-rule.r.new = true\ndemand-rule.r.law = \"fixed\""),
    acts("articles", SHELF, "demand-rule.r.articles = { article = \"A\" }", "demand-rule.r.articles = {}").with("demand-rule.r.new = true\ndemand-rule.r.law = \"fixed\""),
    acts("priority", SHELF, "demand-rule.r.priority = 1", "demand-rule.r.priority = 3").with("demand-rule.r.new = true\ndemand-rule.r.law = \"fixed\"\ndemand-rule.s = { new = true, law = \"poisson\", priority = 2 }"),
    acts("law", SHELF, "demand-rule.r.law = \"gamma\"", "demand-rule.r.law = \"lognormal\"").with("demand-rule.r.new = true"),
    acts("negative", SHELF, "demand-rule.r.negative = \"truncate\"", "demand-rule.r.negative = \"allow\"").with("demand-rule.r.new = true\narticle.A.demand-sd = \"30 units/day\""),
    acts("interval", SHELF, "demand-rule.r.interval = \"2 days\"", "demand-rule.r.interval = \"5 days\"").with("demand-rule.r.new = true\ndemand-rule.r.law = \"intermittent\"\ndemand-rule.r.size = \"fixed\""),
    acts("rate", SHELF, "demand-rule.r.rate = \"2 per day\"", "demand-rule.r.rate = \"5 per day\"").with("demand-rule.r.new = true\ndemand-rule.r.law = \"arrivals\"\ndemand-rule.r.size = \"fixed\""),
    acts("size", SHELF, "demand-rule.r.size = \"fixed\"", "demand-rule.r.size = \"geometric\"").with("demand-rule.r.new = true\ndemand-rule.r.law = \"intermittent\"\ndemand-rule.r.interval = \"3 days\""),
    acts("size-cv", SHELF, "demand-rule.r.size-cv = 0.2", "demand-rule.r.size-cv = 0.9").with("demand-rule.r.new = true\ndemand-rule.r.law = \"intermittent\"\ndemand-rule.r.interval = \"3 days\"\ndemand-rule.r.size = \"lognormal\""),
    acts("values", SHELF, "demand-rule.r.values = [\"5 units\", \"15 units\"]", "demand-rule.r.values = [\"0 units\", \"20 units\"]").with("demand-rule.r.new = true\ndemand-rule.r.law = \"empirical\"\ndemand-rule.r.probabilities = [0.5, 0.5]"),
    acts("probabilities", SHELF, "demand-rule.r.probabilities = [0.5, 0.5]", "demand-rule.r.probabilities = [0.1, 0.9]").with("demand-rule.r.new = true\ndemand-rule.r.law = \"empirical\"\ndemand-rule.r.values = [\"5 units\", \"15 units\"]"),
    acts("file", SHELF, "demand-rule.r.file = \"series.csv\"", "demand-rule.r.file = \"other.csv\"").with("demand-rule.r.new = true\ndemand-rule.r.law = \"replay\"\ndemand-rule.r.beyond = \"repeat\""),
    acts("beyond", SHELF, "demand-rule.r.beyond = \"repeat\"", "demand-rule.r.beyond = \"nothing\"").with("demand-rule.r.new = true\ndemand-rule.r.law = \"replay\"\ndemand-rule.r.file = \"series.csv\""),
    acts("weekday", SHELF, "", "demand-rule.r.weekday = { sat = 0, sun = 0 }").with("demand-rule.r.new = true"),
    acts("month", SHELF, "", "demand-rule.r.month = { jan = 2 }").with("demand-rule.r.new = true"),
    acts("trend", SHELF, "demand-rule.r.trend = \"0 %/year\"", "demand-rule.r.trend = \"90 %/year\"").with("demand-rule.r.new = true"),
];
