//! Rows of rules about articles at sites.

use crate::bases::{NET, SHELF};
use crate::row::{Row, Table, acts, prints};

pub const TABLES: &[Table] = &[
    Table { of: "a selection", rows: SELECTION },
    Table { of: "a pool", rows: POOL },
    Table { of: "a sourcing rule", rows: SOURCING },
    Table { of: "a source", rows: SOURCE },
    Table { of: "a policy", rows: POLICY },
    Table { of: "a safety stock", rows: SAFETY },
    Table { of: "a forecast", rows: FORECAST },
    Table { of: "a planned order", rows: PLANNED },
    Table { of: "a stock rule", rows: STOCK },
    Table { of: "a reserve", rows: RESERVE },
    Table { of: "a reserve placement", rows: PLACEMENT },
];

macro_rules! select {
    ($key:literal, $first:literal, $second:literal) => {
        acts(
            $key,
            NET,
            concat!("stock.s = { new = true, at = [\"ward\"], on-hand = \"500 units\", articles = { ", $key, " = ", $first, " } }"),
            concat!("stock.s = { new = true, at = [\"ward\"], on-hand = \"500 units\", articles = { ", $key, " = ", $second, " } }"),
        )
        .with("article.A.flow = \"a\"\narticle.B.flow = \"b\"\narticle.A.family = \"a\"\narticle.B.family = \"b\"\narticle.A.channel = \"a\"\narticle.B.channel = \"b\"\narticle.A.class = \"a\"\narticle.B.class = \"b\"\narticle.B.temperature = \"cool\"\narticle.B.critical = false")
    };
}

const SELECTION: &[Row] = &[
    select!("article", "\"A\"", "\"B\""),
    select!("flow", "\"a\"", "\"b\""),
    select!("family", "\"a\"", "\"b\""),
    select!("class", "\"a\"", "\"b\""),
    select!("channel", "\"a\"", "\"b\""),
    select!("supplier", "\"maker\"", "\"trader\""),
    select!("origin", "\"near\"", "\"far\""),
    select!("temperature", "\"ambient\"", "\"cool\""),
    select!("critical", "true", "false"),
];

const POOL: &[Row] = &[
    acts("at", NET, "pool.p.at = [\"ward\"]", "pool.p.at = [\"main\"]").with("pool.p.new = true\npool.p.owner = \"merchant\""),
    acts("articles", NET, "pool.p.articles = {}", "pool.p.articles = { article = \"A\" }").with("pool.p.new = true\npool.p.at = [\"ward\"]\npool.p.owner = \"merchant\""),
    acts("owner", NET, "pool.p.owner = \"merchant\"", "pool.p.owner = \"town\"").with("pool.p.new = true\npool.p.at = [\"ward\"]"),
    acts("priority", NET, "pool.p.priority = 1", "pool.p.priority = 3").with("pool.p.new = true\npool.p.at = [\"ward\"]\npool.p.owner = \"merchant\"\npool.q = { new = true, at = [\"ward\"], owner = \"town\", priority = 2 }"),
];

/// Another source than that of the base, farther away.
const FROM: &str =
    "origin.far.lead-time = \"9 days\"\nsourcing.s.new = true\nsourcing.s.at = [\"store\"]\nsourcing.s.priority = 1";
/// A source that fails.
const FAILS: &str = concat!(
    "origin.far.lead-time = \"9 days\"\nsourcing.s.new = true\nsourcing.s.at = [\"store\"]\nsourcing.s.priority = 1\n",
    "sourcing.s.from = \"maker\"\n",
    "disruption.d = { new = true, suppliers = [\"maker\"], day = \"5 days\", duration = \"30 days\" }",
);
const FAILS_OVER: &str = concat!(
    "origin.far.lead-time = \"9 days\"\nsourcing.s.new = true\nsourcing.s.at = [\"store\"]\nsourcing.s.priority = 1\n",
    "sourcing.s.from = \"maker\"\nsourcing.s.fail-over = [\"trader\"]\n",
    "disruption.d = { new = true, suppliers = [\"maker\"], day = \"5 days\", duration = \"30 days\" }",
);

const SOURCE: &[Row] = &[
    acts(
        "from",
        SHELF,
        "sourcing.s.sources = [{ from = \"maker\", share = \"100 %\" }]",
        "sourcing.s.sources = [{ from = \"trader\", share = \"100 %\" }]",
    )
    .with(FROM),
    acts(
        "share",
        SHELF,
        "sourcing.s.sources = [{ from = \"maker\", share = \"80 %\" }, { from = \"trader\", share = \"20 %\" }]",
        "sourcing.s.sources = [{ from = \"maker\", share = \"20 %\" }, { from = \"trader\", share = \"80 %\" }]",
    )
    .with(FROM),
];

const SOURCING: &[Row] = &[
    acts(
        "sources",
        SHELF,
        "sourcing.s.from = \"maker\"",
        "sourcing.s.sources = [{ from = \"maker\", share = \"50 %\" }, { from = \"trader\", share = \"50 %\" }]",
    )
    .with(FROM),
    acts("fail-over", SHELF, "", "sourcing.s.fail-over = [\"trader\"]\nsourcing.s.fail-over-after = \"1 day\"").with(FAILS),
    acts("fail-over-after", SHELF, "sourcing.s.fail-over-after = \"0 days\"", "sourcing.s.fail-over-after = \"9 days\"").with(FAILS_OVER),
    acts("at", NET, "sourcing.s.at = [\"ward\"]", "sourcing.s.at = [\"clinic\"]")
        .with("sourcing.s.new = true\nsourcing.s.from = \"supplier\"\nsourcing.s.priority = 1\nlane.w = { new = true, from = \"suppliers\", to = \"ward\" }\nlane.c = { new = true, from = \"suppliers\", to = \"clinic\" }"),
    acts("articles", NET, "sourcing.s.articles = {}", "sourcing.s.articles = { article = \"A\" }")
        .with("sourcing.s.new = true\nsourcing.s.at = [\"ward\"]\nsourcing.s.from = \"supplier\"\nsourcing.s.priority = 1\nlane.w = { new = true, from = \"suppliers\", to = \"ward\" }"),
    acts("from", NET, "sourcing.s.from = \"main\"", "sourcing.s.from = \"supplier\"")
        .with("sourcing.s.new = true\nsourcing.s.at = [\"ward\"]\nsourcing.s.priority = 1\nlane.w = { new = true, from = \"suppliers\", to = \"ward\" }"),
    acts("priority", NET, "sourcing.s.priority = -1", "sourcing.s.priority = 1")
        .with("sourcing.s.new = true\nsourcing.s.at = [\"ward\"]\nsourcing.s.from = \"supplier\"\nlane.w = { new = true, from = \"suppliers\", to = \"ward\" }"),
];

/// A policy that lies over that of the store: dotted keys of a row complete it.
macro_rules! rule {
    ($key:literal, $first:literal, $second:literal, $more:literal) => {
        acts($key, SHELF, concat!("policy.p.", $key, " = ", $first), concat!("policy.p.", $key, " = ", $second))
            .with(concat!("policy.p.new = true\npolicy.p.at = [\"store\"]\npolicy.p.priority = 1\n", $more))
    };
}

const POLICY: &[Row] = &[
    acts("at", NET, "policy.p.at = [\"ward\"]", "policy.p.at = [\"clinic\"]").with("policy.p.new = true\npolicy.p.priority = 1\npolicy.p.kind = \"order-up-to\"\npolicy.p.review = \"5 days\""),
    acts("articles", SHELF, "policy.p.articles = {}", "policy.p.articles = { article = \"A\" }").with("policy.p.new = true\npolicy.p.at = [\"store\"]\npolicy.p.priority = 1\npolicy.p.kind = \"none\""),
    acts("priority", SHELF, "policy.p.priority = 1", "policy.p.priority = -1").with("policy.p.new = true\npolicy.p.at = [\"store\"]\npolicy.p.kind = \"none\""),
    rule!("kind", "\"fixed-quantity\"", "\"reorder-point\"", "policy.p.point = \"60 units\"\npolicy.p.lot = \"20 units\""),
    rule!("review", "\"2 days\"", "\"9 days\"", "policy.p.kind = \"order-up-to\""),
    rule!("review", "\"1 day\"", "\"continuous\"", "policy.p.kind = \"order-up-to\""),
    rule!("review-offset", "\"0 days\"", "\"4 days\"", "policy.p.kind = \"order-up-to\"\npolicy.p.review = \"7 days\""),
    rule!("safety-stock", "\"0 days\"", "\"4 days\"", "policy.p.kind = \"order-up-to\""),
    rule!("at-least", "\"0 units\"", "\"400 units\"", "policy.p.kind = \"order-up-to\""),
    rule!("lead-time-quantile", "0.5", "0.99", "policy.p.kind = \"order-up-to\"\norigin.source.lead-time = { dist = \"lognormal\", mean = \"9 days\", cv = 0.5 }"),
    rule!("packs", "true", "false", "policy.p.kind = \"order-up-to\"\nitem-default.pack = \"50 units\""),
    rule!("level", "\"90 units\"", "\"140 units\"", "policy.p.kind = \"order-up-to\""),
    rule!("point", "\"40 units\"", "\"90 units\"", "policy.p.kind = \"reorder-point\"\npolicy.p.lot = \"100 units\""),
    rule!("lot", "\"14 days\"", "\"20 days\"", "policy.p.kind = \"reorder-point\""),
    rule!("coverage", "\"10 days\"", "\"20 days\"", "policy.p.kind = \"need\""),
    rule!("minimum-stock", "\"0 units\"", "\"7 days\"", "policy.p.kind = \"need\"\npolicy.p.coverage = \"10 days\""),
    rule!("orders", "[{ day = 0, quantity = \"210 units\" }]", "[{ day = 0, quantity = \"410 units\" }]", "policy.p.kind = \"list\""),
    rule!("basis", "\"position\"", "\"on-hand\"", "policy.p.kind = \"order-up-to\""),
    rule!("tolerance", "\"0 units\"", "\"50 %\"", "policy.p.kind = \"min-max\"\npolicy.p.lot = \"14 days\""),
    rule!("minimum-order", "\"0 units\"", "\"100 units\"", "policy.p.kind = \"order-up-to\""),
    rule!("round", "\"pack\"", "\"pallet\"", "policy.p.kind = \"order-up-to\"\nitem-default.pack = \"1 unit\"\nitem-default.pallet = \"80 units\""),
    acts("review-at", NET, "policy.wards.review-at = \"13:00\"", "policy.wards.review-at = \"15:00\"")
        .with("lane.main-ward.cut-off = \"14:00\""),
    rule!("approval", "\"0 days\"", "\"2 days\"", "policy.p.kind = \"order-up-to\""),
    acts("joint", SHELF, "", "policy.p.joint = \"supplier\"\npolicy.p.can-order = \"9 days\"").with("policy.p.new = true\npolicy.p.at = [\"store\"]\npolicy.p.priority = 1\npolicy.p.kind = \"min-max\"\npolicy.p.lot = \"14 days\""),
    rule!("can-order", "\"1 day\"", "\"9 days\"", "policy.p.kind = \"min-max\"\npolicy.p.lot = \"14 days\"\npolicy.p.joint = \"supplier\""),
    rule!("returns", "\"refuse\"", "\"allow\"", "policy.p.kind = \"order-up-to\"\ndemand.negative = \"allow\"\narticle.A.demand-sd = \"40 units/day\""),
    rule!("order-days", "[\"mon\"]", "[\"mon\", \"thu\"]", "policy.p.kind = \"order-up-to\""),
    rule!("safety", "{ days = \"1 day\" }", "{ days = \"4 days\" }", "policy.p.kind = \"order-up-to\""),
    rule!("forecast", "{ method = \"given\" }", "{ method = \"moving-average\", days = \"9 days\" }", "policy.p.kind = \"order-up-to\""),
];

macro_rules! safety {
    ($key:literal, $first:literal, $second:literal) => {
        acts(
            $key,
            SHELF,
            concat!("policy.store.safety = { ", $key, " = ", $first, " }"),
            concat!("policy.store.safety = { ", $key, " = ", $second, " }"),
        )
    };
}

const SAFETY: &[Row] = &[
    safety!("days", "\"1 day\"", "\"4 days\""),
    safety!("units", "\"10 units\"", "\"40 units\""),
    safety!("share-of-lead-time-demand", "0.1", "0.5"),
    safety!("cycle-service", "0.6", "0.99"),
    safety!("fill-rate", "0.7", "0.999"),
    acts(
        "shortage-cost",
        SHELF,
        "policy.store.safety = { shortage-cost = \"5 SEK/unit\" }",
        "policy.store.safety = { shortage-cost = \"500 SEK/unit\" }",
    ),
];

macro_rules! forecast {
    ($key:literal, $first:literal, $second:literal) => {
        acts($key, SHELF, concat!("policy.store.forecast = ", $first), concat!("policy.store.forecast = ", $second))
    };
}

const FORECAST: &[Row] = &[
    forecast!(
        "method",
        "{ method = \"moving-average\", days = \"9 days\" }",
        "{ method = \"exponential-smoothing\", alpha = 0.2 }"
    ),
    forecast!(
        "days",
        "{ method = \"moving-average\", days = \"9 days\" }",
        "{ method = \"moving-average\", days = \"3 days\" }"
    ),
    forecast!(
        "alpha",
        "{ method = \"exponential-smoothing\", alpha = 0.2 }",
        "{ method = \"exponential-smoothing\", alpha = 0.9 }"
    ),
    forecast!(
        "bias",
        "{ method = \"given\", bias = 0.0, noise = 0.1 }",
        "{ method = \"given\", bias = 0.5, noise = 0.1 }"
    ),
    forecast!(
        "noise",
        "{ method = \"given\", bias = 0.1, noise = 0.0 }",
        "{ method = \"given\", bias = 0.1, noise = 0.9 }"
    ),
];

const LIST: &str = "policy.p.new = true\npolicy.p.at = [\"store\"]\npolicy.p.priority = 1\npolicy.p.kind = \"list\"";

const PLANNED: &[Row] = &[
    acts(
        "day",
        SHELF,
        "policy.p.orders = [{ day = 0, quantity = \"210 units\" }]",
        "policy.p.orders = [{ day = 9, quantity = \"210 units\" }]",
    )
    .with(LIST),
    acts(
        "quantity",
        SHELF,
        "policy.p.orders = [{ day = 0, quantity = \"210 units\" }]",
        "policy.p.orders = [{ day = 0, quantity = \"310 units\" }]",
    )
    .with(LIST),
];

const STOCK: &[Row] = &[
    acts("at", NET, "stock.s.at = [\"ward\"]", "stock.s.at = [\"clinic\"]").with("stock.s.new = true\nstock.s.on-hand = \"300 units\""),
    acts("articles", SHELF, "stock.s.articles = {}", "stock.s.articles = { article = \"A\" }").with("stock.s.new = true\nstock.s.at = [\"store\"]\nstock.s.on-hand = \"300 units\""),
    acts("on-hand", SHELF, "stock.s.on-hand = \"300 units\"", "stock.s.on-hand = \"400 units\"").with("stock.s.new = true\nstock.s.at = [\"store\"]"),
    acts("priority", SHELF, "stock.s.priority = 1", "stock.s.priority = 3").with("stock.s.new = true\nstock.s.at = [\"store\"]\nstock.s.on-hand = \"300 units\"\nstock.t = { new = true, at = [\"store\"], on-hand = \"400 units\", priority = 2 }"),
];

const RESERVE: &[Row] = &[
    prints("title", SHELF, "reserve.r.title = \"Horse\"", "reserve.r.title = \"Zebra\"", "Zebra").with(HELD),
    acts("days", SHELF, "reserve.r.days = \"5 days\"", "reserve.r.days = \"9 days\"")
        .with("reserve.r.new = true\nstudy.reserves = [\"r\"]\nreserve-placement.x = { new = true, at = \"store\" }"),
];

const HELD: &str = "reserve.r.new = true\nreserve.r.days = \"5 days\"\nstudy.reserves = [\"r\"]\nreserve-placement.x = { new = true, at = \"store\" }";
const RESERVED: &str = "study.reserves = [\"9 days\"]\nreserve-placement.x.new = true";

const PLACEMENT: &[Row] = &[
    acts("at", NET, "reserve-placement.x.at = \"main\"", "reserve-placement.x.at = \"ward\"").with(RESERVED),
    acts("articles", SHELF, "reserve-placement.x.articles = {}", "reserve-placement.x.articles = { article = \"A\" }")
        .with("study.reserves = [\"9 days\"]\nreserve-placement.x.new = true\nreserve-placement.x.at = \"store\""),
    acts("days", SHELF, "reserve-placement.x.days = \"9 days\"", "reserve-placement.x.days = \"12 days\"")
        .with("study.reserves = [\"9 days\"]\nreserve-placement.x.new = true\nreserve-placement.x.at = \"store\""),
    acts("alarm", SHELF, "reserve-placement.x.alarm = [\"cut\"]", "reserve-placement.x.alarm = [\"stock-out\"]")
        .with(concat!(
            "study.reserves = [\"9 days\"]\nreserve-placement.x.new = true\nreserve-placement.x.at = \"store\"\n",
            "reserve-placement.x.kind = \"alarm\"\nreserve-placement.x.refill-time = \"5 days\"",
        )),
    acts("refill-time", SHELF, "reserve-placement.x.refill-time = \"2 days\"", "reserve-placement.x.refill-time = \"40 days\"")
        .with(concat!(
            "study.reserves = [\"9 days\"]\nreserve-placement.x.new = true\nreserve-placement.x.at = \"store\"\n",
            "reserve-placement.x.kind = \"alarm\"\nreserve-placement.x.alarm = [\"stock-out\"]\npolicy.store.level = \"9 units\"",
        )),
    acts("rotates", SHELF, "reserve-placement.x.rotates = false", "reserve-placement.x.rotates = true").with(concat!(
        "study.reserves = [\"9 days\"]\nreserve-placement.x.new = true\nreserve-placement.x.at = \"store\"\n",
        "reserve-placement.x.kind = \"alarm\"\nreserve-placement.x.alarm = [\"cut\"]\nreserve-placement.x.refill-time = \"2 days\"\n",
        "scenario.batches = true\nitem-default.shelf-life = \"15 days\"",
    )),
    acts("for", NET, "reserve-placement.x.for = [\"ward\"]", "reserve-placement.x.for = [\"clinic\"]").with(concat!(
        "study.reserves = [\"9 days\"]\nreserve-placement.x.new = true\nreserve-placement.x.at = \"main\"\n",
        "reserve-placement.x.kind = \"critical\"",
    )),
    acts(
        "kind",
        SHELF,
        "reserve-placement.x.kind = \"free\"",
        "reserve-placement.x.kind = \"alarm\"\nreserve-placement.x.alarm = [\"cut\"]\nreserve-placement.x.refill-time = \"5 days\"",
    )
    .with("study.reserves = [\"9 days\"]\nreserve-placement.x.new = true\nreserve-placement.x.at = \"store\""),
];
