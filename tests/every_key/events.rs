//! Rows of disruptions, cuts and cost.

use crate::bases::{NET, SHELF};
use crate::row::{Row, Table, acts, prints, tells, traces};

pub const TABLES: &[Table] = &[
    Table { of: "a disruption", rows: DISRUPTION },
    Table { of: "needs that a disruption changes", rows: NEEDS },
    Table { of: "a law of durations", rows: LAW },
    Table { of: "a cut", rows: CUT },
    Table { of: "[cost]", rows: COST },
    Table { of: "a lump sum", rows: LUMP_SUM },
];

/// A disruption of the small network of which the rows complete the rest.
macro_rules! disrupts {
    ($key:literal, $first:literal, $second:literal, $more:literal) => {
        acts($key, NET, concat!("disruption.d.", $key, " = ", $first), concat!("disruption.d.", $key, " = ", $second))
            .with(concat!("disruption.d.new = true\n", $more))
    };
}

const DISRUPTION: &[Row] = &[
    traces("title", NET, "", "disruption.d.title = \"Zebra\"", "Zebra").with("disruption.d.new = true\ndisruption.d.offers = {}\ndisruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("major", "false", "true", "disruption.d.offers = {}\ndisruption.d.day = \"3 days\"\ndisruption.d.duration = \"90 days\"\nendurance.day = 20"),
    disrupts!("offers", "{ article = \"A\" }", "{ article = \"B\" }", "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("suppliers", "[\"maker\"]", "[\"trader\"]", "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("roles", "[\"main\"]", "[\"depot\"]", "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("lanes", "[\"main-ward\"]", "[\"main-clinic\"]", "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("sites", "[\"main\"]", "[\"ward\"]", "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("origins", "[\"near\"]", "[\"far\"]", "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\""),
    acts("outside-region", NET, "", "disruption.d = { new = true, outside-region = true, day = \"3 days\", duration = \"20 days\" }"),
    disrupts!("demand", "{ articles = { article = \"A\" } }", "{ articles = {} }", "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\"\ndisruption.d.demand-factor = 3.0"),
    disrupts!("together", "false", "true", "disruption.d.suppliers = \"all\"\ndisruption.d.rate = \"9 per year\"\ndisruption.d.duration = \"9 days\""),
    disrupts!("rate", "\"3 per year\"", "\"9 per year\"", "disruption.d.suppliers = \"all\"\ndisruption.d.duration = \"9 days\""),
    disrupts!("up", "\"10 days\"", "\"20 days\"", "disruption.d.suppliers = \"all\"\ndisruption.d.duration = \"9 days\""),
    disrupts!("at", "[2026-01-15]", "[2026-01-20]", "disruption.d.suppliers = \"all\"\ndisruption.d.duration = \"9 days\""),
    disrupts!("day", "\"4 days\"", "\"9 days\"", "disruption.d.suppliers = \"all\"\ndisruption.d.duration = \"9 days\""),
    disrupts!("after", "\"one\"", "\"two\"", "disruption.d.suppliers = \"all\"\ndisruption.d.duration = \"9 days\"\ndisruption.one = { new = true, lanes = [\"main-ward\"], day = \"4 days\", duration = \"1 day\" }\ndisruption.two = { new = true, lanes = [\"main-ward\"], day = \"9 days\", duration = \"1 day\" }"),
    disrupts!("delay", "\"0 days\"", "\"9 days\"", "disruption.d.suppliers = \"all\"\ndisruption.d.duration = \"9 days\"\ndisruption.d.after = \"one\"\ndisruption.one = { new = true, lanes = [\"main-ward\"], day = \"4 days\", duration = \"1 day\" }"),
    acts("only-in-cuts", NET, "disruption.d.day = \"4 days\"", "disruption.d.only-in-cuts = true").with("disruption.d.new = true\ndisruption.d.demand = {}\ndisruption.d.duration = \"9 days\"\ndisruption.d.demand-factor = 4.0\ncut.c = { new = true, stops = [\"suppliers\"], with = [\"d\"] }"),
    disrupts!("probability", "0.0", "1.0", "disruption.d.suppliers = \"all\"\ndisruption.d.duration = \"9 days\"\ndisruption.d.day = \"4 days\""),
    disrupts!("duration", "\"9 days\"", "\"20 days\"", "disruption.d.suppliers = \"all\"\ndisruption.d.day = \"4 days\""),
    disrupts!("stop", "false", "true", "disruption.d.lanes = [\"main-ward\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"9 days\"\ndisruption.d.lead-time-factor = 2.0"),
    disrupts!("capacity", "0.2", "0.9", "disruption.d.lanes = [\"main-ward\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("lead-time-factor", "1.5", "5.0", "disruption.d.lanes = [\"main-ward\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("lead-time-added", "\"1 day\"", "\"5 days\"", "disruption.d.lanes = [\"main-ward\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("demand-factor", "0.5", "3.0", "disruption.d.demand = { articles = {} }\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("price-factor", "1.5", "3.0", "disruption.d.suppliers = [\"maker\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("staff-factor", "0.0", "1.0", "disruption.d.sites = [\"main\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"20 days\"\nstaff.s = { new = true, at = [\"main\"], hours = \"1 h/day\", per-line-picked = \"6 min/line\" }"),
    disrupts!("stock-lost", "\"30 %\"", "\"90 %\"", "disruption.d.sites = [\"main\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"2 days\""),
    disrupts!("stock-locked", "\"30 %\"", "\"90 %\"", "disruption.d.sites = [\"main\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"20 days\""),
    disrupts!("information-delay", "\"0 days\"", "\"9 days\"", "disruption.d.suppliers = \"all\"\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"30 days\"\nstudy.reserves = [\"9 days\"]\nreserve-placement.x = { new = true, at = \"main\", kind = \"alarm\", alarm = [\"disruption:d\"], refill-time = \"20 days\" }"),
    disrupts!("articles", "{ article = \"A\" }", "{ article = \"B\" }", "disruption.d.sites = [\"main\"]\ndisruption.d.day = \"4 days\"\ndisruption.d.duration = \"2 days\"\ndisruption.d.stock-lost = \"90 %\""),
];

const NEEDS: &[Row] = &[
    disrupts!(
        "demand.articles",
        "{ article = \"A\" }",
        "{ article = \"B\" }",
        "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\"\ndisruption.d.demand-factor = 3.0"
    )
    .of("articles"),
    disrupts!(
        "demand.at",
        "[\"ward\"]",
        "[\"clinic\"]",
        "disruption.d.day = \"3 days\"\ndisruption.d.duration = \"20 days\"\ndisruption.d.demand-factor = 3.0"
    )
    .of("at"),
];

macro_rules! lasts {
    ($key:literal, $first:literal, $second:literal) => {
        acts($key, SHELF, concat!("disruption.d.duration = ", $first), concat!("disruption.d.duration = ", $second))
            .with("disruption.d.new = true\ndisruption.d.suppliers = \"all\"\ndisruption.d.up = \"10 days\"")
    };
}

const LAW: &[Row] = &[
    lasts!(
        "dist",
        r#"{ dist = "gamma", mean = "9 days", cv = 0.5 }"#,
        r#"{ dist = "lognormal", mean = "9 days", cv = 0.5 }"#
    ),
    lasts!("days", r#"{ dist = "fixed", days = "5 days" }"#, r#"{ dist = "fixed", days = "9 days" }"#),
    lasts!(
        "median",
        r#"{ dist = "lognormal", median = "5 days", cv = 0.5 }"#,
        r#"{ dist = "lognormal", median = "9 days", cv = 0.5 }"#
    ),
    lasts!(
        "mean",
        r#"{ dist = "lognormal", mean = "5 days", cv = 0.5 }"#,
        r#"{ dist = "lognormal", mean = "9 days", cv = 0.5 }"#
    ),
    lasts!(
        "cv",
        r#"{ dist = "lognormal", mean = "9 days", cv = 0.1 }"#,
        r#"{ dist = "lognormal", mean = "9 days", cv = 0.9 }"#
    ),
    lasts!(
        "sigma",
        r#"{ dist = "lognormal", mean = "9 days", sigma = 0.1 }"#,
        r#"{ dist = "lognormal", mean = "9 days", sigma = 0.9 }"#
    ),
    lasts!(
        "p90",
        r#"{ dist = "lognormal", median = "9 days", p90 = "10 days" }"#,
        r#"{ dist = "lognormal", median = "9 days", p90 = "30 days" }"#
    ),
    lasts!(
        "file",
        r#"{ dist = "empirical", file = "gaps.csv", column = "days" }"#,
        r#"{ dist = "empirical", file = "longer.csv", column = "days" }"#
    ),
    lasts!(
        "column",
        r#"{ dist = "empirical", file = "longer.csv", column = "days" }"#,
        r#"{ dist = "empirical", file = "longer.csv", column = "other" }"#
    ),
    lasts!(
        "from",
        r#"{ dist = "fitted-lognormal", file = "cases.csv", from = 2019-01-01, censored-at = 2020-09-16 }"#,
        r#"{ dist = "fitted-lognormal", file = "cases.csv", from = 2020-01-01, censored-at = 2020-09-16 }"#
    ),
    lasts!(
        "censored-at",
        r#"{ dist = "fitted-lognormal", file = "cases.csv", from = 2019-01-01, censored-at = 2020-09-16 }"#,
        r#"{ dist = "fitted-lognormal", file = "cases.csv", from = 2019-01-01, censored-at = 2020-12-16 }"#
    ),
];

const CUT: &[Row] = &[
    prints("title", SHELF, "", "cut.all-suppliers.title = \"Zebra\"", "Zebra"),
    acts("stops", NET, "cut.c.stops = [\"site:main\"]", "cut.c.stops = [\"lane:main-ward\"]").with("cut.c.new = true"),
    acts("locks-supplier-stock", NET, "cut.c.locks-supplier-stock = false", "cut.c.locks-supplier-stock = true")
        .with("cut.c.new = true\ncut.c.stops = [\"suppliers\"]"),
    acts("length", NET, "cut.c.length = \"2 days\"", "cut.c.length = \"9 days\"")
        .with("cut.c.new = true\ncut.c.stops = [\"suppliers\"]\ncut.c.follow = \"12 days\""),
    acts("follow", NET, "cut.c.follow = \"12 days\"", "cut.c.follow = \"15 days\"")
        .with("cut.c.new = true\ncut.c.stops = [\"suppliers\"]\ncut.c.length = \"9 days\""),
    acts("rationing", NET, "cut.c.rationing = \"none\"", "cut.c.rationing = \"r\"").with("cut.c.new = true\ncut.c.stops = [\"suppliers\"]\nrationing.r = { new = true, at = [\"main\"], kind = \"priority\", order = [\"clinic\"], only-in-cuts = true }"),
    acts("express", NET, "cut.c.express = false", "cut.c.express = true").with("cut.c.new = true\ncut.c.stops = [\"suppliers\"]\nexpress.e = { new = true, at = [\"ward\"], when-below = \"2 days\", lead-time = \"0 days\", only-in-cuts = true }\nlane.main-ward.lead-time = \"3 days\""),
    acts("with", NET, "cut.c.with = [\"one\"]", "cut.c.with = [\"two\"]").with(
        "cut.c.new = true\ncut.c.stops = [\"suppliers\"]\ncut.e = { new = true, stops = [], with = [\"one\", \"two\"] }\ndisruption.one = { new = true, demand = {}, only-in-cuts = true, duration = \"9 days\", demand-factor = 1.5 }\ndisruption.two = { new = true, demand = {}, only-in-cuts = true, duration = \"9 days\", demand-factor = 4.0 }",
    ),
];

const COST: &[Row] = &[
    tells("price-year", SHELF, "", "cost.price-year = 1987"),
    acts("staff-hour", SHELF, "cost.staff-hour = \"100 SEK/hour\"", "cost.staff-hour = \"420 SEK/hour\"")
        .with("cost.chasing = \"0.5 hours/line/day\"\ncost.care-payer = \"region\""),
    acts("chasing", SHELF, "cost.chasing = \"0.5 hours/line/day\"", "cost.chasing = \"1.5 hours/line/day\"")
        .with("cost.staff-hour = \"100 SEK/hour\"\ncost.care-payer = \"region\""),
    acts("holding", SHELF, "", "cost.holding = \"0.18 SEK/unit/day\"").with("cost.care-payer = \"region\""),
    acts("backorder", SHELF, "", "cost.backorder = \"19 SEK/unit/day\"").with("cost.care-payer = \"region\""),
    acts("lost", SHELF, "", "cost.lost = \"3 SEK/unit\"")
        .with("cost.care-payer = \"region\"\nscenario.unmet = \"lost\""),
    acts("care-payer", NET, "cost.care-payer = \"region\"", "cost.care-payer = \"town\"")
        .with("cost.backorder = \"19 SEK/unit/day\""),
];

const LUMP_SUM: &[Row] = &[
    prints("title", SHELF, "", "lump-sum.x.title = \"Zebra\"", "Zebra")
        .with("lump-sum.x.new = true\nlump-sum.x.amount = \"1 MSEK/year\""),
    acts("amount", SHELF, "lump-sum.x.amount = \"1 MSEK/year\"", "lump-sum.x.amount = \"2 MSEK/year\"")
        .with("lump-sum.x.new = true"),
];
