//! Rows of suppliers, origins, owners, sites, lanes and their lead times.

use crate::bases::{NET, SHELF};
use crate::row::{Row, Table, acts, prints, traces};

pub const TABLES: &[Table] = &[
    Table { of: "a supplier", rows: SUPPLIER },
    Table { of: "an origin", rows: ORIGIN },
    Table { of: "a law of lead times", rows: LAW },
    Table { of: "an owner", rows: OWNER },
    Table { of: "a site", rows: SITE },
    Table { of: "a lane", rows: LANE },
];

const SUPPLIER: &[Row] = &[
    acts(
        "title",
        NET,
        "supplier.maker.title = \"Zebra\"\nsupplier.trader.title = \"Horse\"",
        "supplier.maker.title = \"Horse\"\nsupplier.trader.title = \"Zebra\"",
    )
    .with("article.A.supplier = \"Zebra\""),
    acts("origin", NET, "supplier.maker.origin = \"near\"", "supplier.maker.origin = \"far\""),
    acts("shelf-life-left", SHELF, "", "supplier.maker.shelf-life-left = \"40 %\"").with(AGEING),
    acts("in-region", SHELF, "supplier.maker.in-region = false", "supplier.maker.in-region = true"),
];

/// Goods that expire, and stock enough for it.
const AGEING: &str = concat!(
    "scenario.batches = true\nitem-default.shelf-life = \"20 days\"\n",
    "policy.store.safety-stock = \"20 days\"",
);

const ORIGIN: &[Row] = &[
    traces("title", SHELF, "", "origin.source.title = \"Zebra\"", "Zebra"),
    acts("lead-time", SHELF, "origin.source.lead-time = \"5 days\"", "origin.source.lead-time = \"6 days\""),
];

macro_rules! lead {
    ($key:literal, $first:literal, $second:literal) => {
        acts($key, SHELF, concat!("origin.source.lead-time = ", $first), concat!("origin.source.lead-time = ", $second))
    };
}

const LAW: &[Row] = &[
    lead!(
        "dist",
        r#"{ dist = "gamma", mean = "9 days", cv = 0.5 }"#,
        r#"{ dist = "lognormal", mean = "9 days", cv = 0.5 }"#
    ),
    lead!("days", r#"{ dist = "fixed", days = "5 days" }"#, r#"{ dist = "fixed", days = "6 days" }"#),
    lead!(
        "probabilities",
        r#"{ dist = "discrete", days = ["2 days", "9 days"], probabilities = [0.9, 0.1] }"#,
        r#"{ dist = "discrete", days = ["2 days", "9 days"], probabilities = [0.1, 0.9] }"#
    ),
    lead!(
        "median",
        r#"{ dist = "lognormal", median = "5 days", cv = 0.5 }"#,
        r#"{ dist = "lognormal", median = "7 days", cv = 0.5 }"#
    ),
    lead!(
        "mean",
        r#"{ dist = "lognormal", mean = "5 days", cv = 0.5 }"#,
        r#"{ dist = "lognormal", mean = "7 days", cv = 0.5 }"#
    ),
    lead!(
        "cv",
        r#"{ dist = "lognormal", mean = "9 days", cv = 0.1 }"#,
        r#"{ dist = "lognormal", mean = "9 days", cv = 0.9 }"#
    ),
    lead!(
        "sigma",
        r#"{ dist = "lognormal", median = "9 days", sigma = 0.1 }"#,
        r#"{ dist = "lognormal", median = "9 days", sigma = 0.9 }"#
    ),
    lead!(
        "p90",
        r#"{ dist = "lognormal", median = "9 days", p90 = "10 days" }"#,
        r#"{ dist = "lognormal", median = "9 days", p90 = "20 days" }"#
    ),
    lead!(
        "least",
        r#"{ dist = "uniform", least = "2 days", most = "9 days" }"#,
        r#"{ dist = "uniform", least = "6 days", most = "9 days" }"#
    ),
    lead!(
        "mode",
        r#"{ dist = "triangular", least = "2 days", mode = "3 days", most = "9 days" }"#,
        r#"{ dist = "triangular", least = "2 days", mode = "8 days", most = "9 days" }"#
    ),
    lead!(
        "most",
        r#"{ dist = "uniform", least = "2 days", most = "4 days" }"#,
        r#"{ dist = "uniform", least = "2 days", most = "9 days" }"#
    ),
    lead!(
        "file",
        r#"{ dist = "empirical", file = "gaps.csv", column = "days" }"#,
        r#"{ dist = "empirical", file = "longer.csv", column = "days" }"#
    ),
    lead!(
        "column",
        r#"{ dist = "empirical", file = "longer.csv", column = "days" }"#,
        r#"{ dist = "empirical", file = "longer.csv", column = "other" }"#
    ),
    lead!(
        "servers",
        r#"{ dist = "servers", servers = 1, service = "4 days" }"#,
        r#"{ dist = "servers", servers = 2, service = "4 days" }"#
    ),
    lead!(
        "service",
        r#"{ dist = "servers", servers = 1, service = "1 day" }"#,
        r#"{ dist = "servers", servers = 1, service = "4 days" }"#
    ),
    lead!(
        "then",
        r#"{ dist = "servers", servers = 1, service = "1 day", then = "1 day" }"#,
        r#"{ dist = "servers", servers = 1, service = "1 day", then = "4 days" }"#
    ),
];

const OWNER: &[Row] = &[
    prints("title", SHELF, "", "owner.region.title = \"Zebra\"", "Zebra"),
    acts("kind", SHELF, "owner.region.kind = \"region\"", "owner.region.kind = \"supplier\""),
    acts("capital-rate", SHELF, "owner.region.capital-rate = \"2 %/year\"", "owner.region.capital-rate = \"3 %/year\""),
    acts(
        "shares",
        NET,
        "owner.joint.shares = { region = \"60 %\", town = \"40 %\" }",
        "owner.joint.shares = { region = \"50 %\", town = \"50 %\" }",
    )
    .with("owner.joint.new = true\nsite.ward.owner = \"joint\"\nowner.joint.capital-rate = \"2 %/year\""),
];

/// A store of large goods with a price for what has no room.
const FULL: &str = "item-default.pallet = \"10 units\"\nsite.store.overflow-price = \"40 SEK/pallet/day\"";
const ROOM: &str = "item-default.pallet = \"10 units\"\nsite.store.pallet-positions = \"2 pallets\"";
const AREA: &str = concat!(
    "item-default.pallet = \"10 units\"\nsite.store.overflow-price = \"40 SEK/pallet/day\"\n",
    "site.store.area = \"5 m2\"",
);
const FLOOR: &str = concat!(
    "item-default.pallet = \"10 units\"\nsite.store.overflow-price = \"40 SEK/pallet/day\"\n",
    "site.store.m2-per-pallet = \"1.6 m2/pallet\"",
);

const SITE: &[Row] = &[
    acts("pallet-positions", SHELF, "site.store.pallet-positions = \"9 pallets\"", "site.store.pallet-positions = \"2 pallets\"").with(FULL),
    acts("area", SHELF, "site.store.area = \"9 m2\"", "site.store.area = \"3 m2\"").with(FLOOR),
    acts("m2-per-pallet", SHELF, "site.store.m2-per-pallet = \"1 m2/pallet\"", "site.store.m2-per-pallet = \"3 m2/pallet\"").with(AREA),
    acts("overflow-price", SHELF, "site.store.overflow-price = \"40 SEK/pallet/day\"", "site.store.overflow-price = \"50 SEK/pallet/day\"").with(ROOM),
    prints("title", SHELF, "", "site.store.title = \"Zebra\"", "Zebra"),
    acts("in-region", NET, "site.main.in-region = true", "site.main.in-region = false"),
    acts("regional-stock", NET, "site.ward.regional-stock = false", "site.ward.regional-stock = true"),
    acts("role", NET, "site.main.role = \"centre\"\nsite.depot.role = \"hub\"", "site.main.role = \"hub\"\nsite.depot.role = \"centre\"").with("disruption.d = { new = true, roles = [\"hub\"], day = \"9 days\", duration = \"9 days\" }"),
    acts("demand-share", NET, "site.ward.demand-share = \"60 %\"\nsite.clinic.demand-share = \"40 %\"", "site.ward.demand-share = \"50 %\"\nsite.clinic.demand-share = \"50 %\""),
    acts("added-demand", NET, "site.depot.added-demand = \"0 %\"", "site.depot.added-demand = \"20 %\"")
        .with("sourcing.more = { new = true, at = [\"depot\"], from = \"supplier\", priority = -1 }\npolicy.more = { new = true, at = [\"depot\"], kind = \"order-up-to\", priority = -1 }"),
    acts("pallet-position", SHELF, "", "site.store.pallet-position = \"900 SEK/pallet/year\""),
    acts("handling", SHELF, "", "site.store.handling = \"120 SEK/pallet\""),
    acts("pick", SHELF, "", "site.store.pick = \"15 SEK/line\""),
    acts("write-off", SHELF, "", "site.store.write-off = \"1.5 %/year\""),
    acts("receives", SHELF, "site.store.receives = [\"mon\"]", "site.store.receives = [\"fri\"]"),
    acts("payer", NET, "site.ward.payer = \"region\"", "site.ward.payer = \"town\"").with("site.ward.pick = \"15 SEK/line\""),
    acts("owner", NET, "site.ward.owner = \"region\"", "site.ward.owner = \"merchant\""),
];

const PAYS: &str = "lane.main-ward.payer = \"region\"";

const LANE: &[Row] = &[
    acts("from", NET, "lane.k.from = \"main\"\nlane.l.from = \"depot\"", "lane.k.from = \"depot\"\nlane.l.from = \"main\"").with(
        "lane.main-ward.enabled = false\nlane.k.new = true\nlane.k.to = \"ward\"\nlane.k.lead-time = \"1 day\"\nlane.l.new = true\nlane.l.to = \"ward\"\nlane.l.lead-time = \"4 days\"",
    ),
    acts("to", NET, "lane.k.to = \"ward\"\nlane.l.to = \"clinic\"", "lane.k.to = \"clinic\"\nlane.l.to = \"ward\"").with(
        "lane.main-ward.enabled = false\nlane.main-clinic.enabled = false\nlane.k.new = true\nlane.k.from = \"main\"\nlane.k.lead-time = \"1 day\"\nlane.l.new = true\nlane.l.from = \"main\"\nlane.l.lead-time = \"4 days\"",
    ),
    acts("lead-time", NET, "lane.main-ward.lead-time = \"1 day\"", "lane.main-ward.lead-time = \"2 days\""),
    acts("per-departure", NET, "", "lane.main-ward.per-departure = \"600 SEK/departure\"").with(PAYS),
    acts("per-pallet", NET, "", "lane.main-ward.per-pallet = \"667 SEK/pallet\"").with(PAYS),
    acts("per-order", NET, "", "lane.main-ward.per-order = \"400 SEK/order\"").with(PAYS),
    acts("payer", NET, "lane.main-ward.payer = \"region\"", "lane.main-ward.payer = \"town\"").with("lane.main-ward.per-order = \"400 SEK/order\""),
    acts("departures", NET, "lane.main-ward.departures = [\"mon\"]", "lane.main-ward.departures = [\"mon\", \"thu\"]"),
    acts("every", NET, "lane.main-ward.every = \"2 days\"", "lane.main-ward.every = \"5 days\""),
    acts("every-offset", NET, "lane.main-ward.every-offset = \"0 days\"", "lane.main-ward.every-offset = \"3 days\"").with("lane.main-ward.every = \"5 days\""),
    acts("capacity", NET, "lane.main-ward.capacity = \"40 units\"", "lane.main-ward.capacity = \"30 units\""),
    acts("payload", NET, "lane.main-ward.payload = \"40 kg\"", "lane.main-ward.payload = \"30 kg\"").with("item-default.weight = \"1 kg/unit\""),
    acts("consolidate", NET, "lane.main-ward.consolidate = true", "lane.main-ward.consolidate = false")
        .with("article.A.flow = \"drugs\"\nlane.main-ward.per-departure = \"600 SEK/departure\"\nlane.main-ward.payer = \"region\""),
    acts("deliver", NET, "lane.main-ward.deliver = \"partial\"", "lane.main-ward.deliver = \"complete-lines\""),
    acts("receipt-rate", NET, "", "lane.main-ward.receipt-rate = \"10 units/day\""),
    acts("cut-off", NET, "lane.main-ward.cut-off = \"14:00\"", "lane.main-ward.cut-off = \"16:00\"").with("policy.wards.review-at = \"15:00\""),
];
