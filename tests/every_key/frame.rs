//! Rows of the study, the frame of a scenario, endurance, and what any table and value may say.

use crate::bases::{NET, SHELF, STUDY};
use crate::row::{Row, Table, acts, prints, tells};

pub const TABLES: &[Table] = &[
    Table { of: "[study]", rows: STUDY_ROWS },
    Table { of: "[report]", rows: &[prints("money", SHELF, "", "report.money = \"mnkr\"", "mnkr")] },
    Table { of: "[scenario]", rows: SCENARIO },
    Table { of: "[endurance]", rows: ENDURANCE },
    Table { of: "any table", rows: ANY_TABLE },
    Table { of: "a value", rows: A_VALUE },
    Table { of: "a title", rows: A_TITLE },
];

const TWO: &str = "study.scenarios = [\"now\", \"then\"]\nstudy.replications = 2";

const STUDY_ROWS: &[Row] = &[
    prints("title", STUDY, "", "study.title = \"Zebra\"", "Zebra").with(TWO),
    prints("largest-unmodelled-risk", STUDY, "", "study.largest-unmodelled-risk = \"Zebra\"", "Zebra").with(TWO),
    acts("scenarios", STUDY, "study.scenarios = [\"now\"]", "study.scenarios = [\"then\"]")
        .with("study.replications = 2"),
    acts("reserves", STUDY, "study.reserves = [\"none\"]", "study.reserves = [\"9 days\"]").with(concat!(
        "study.scenarios = [\"now\"]\nstudy.replications = 2\n",
        "reserve-placement.store = { new = true, at = \"store\" }",
    )),
    acts("cuts", STUDY, "study.cuts = [\"all-suppliers\"]", "study.cuts = [\"largest-site\"]").with(TWO),
    acts("compare-to", STUDY, "study.compare-to = \"now\"", "study.compare-to = \"then\"").with(TWO),
    acts("replications", STUDY, "study.replications = 2", "study.replications = 3").with("study.scenarios = [\"now\"]"),
    acts("seed", STUDY, "study.seed = 1", "study.seed = 2").with(TWO),
];

const SCENARIO: &[Row] = &[
    prints("title", SHELF, "", "scenario.title = \"Zebra\"", "Zebra"),
    prints("remark", SHELF, "", "scenario.remark = \"Zebra\"", "Zebra"),
    acts("start", SHELF, "scenario.start = 2026-01-05", "scenario.start = 2026-01-10")
        .with("demand.weekday = { sat = 0 }"),
    acts("warm-up", SHELF, "scenario.warm-up = \"0 days\"", "scenario.warm-up = \"30 days\""),
    acts("measured", SHELF, "scenario.measured = \"60 days\"", "scenario.measured = \"61 days\""),
    acts("resolution", SHELF, "scenario.resolution = \"1 unit\"", "scenario.resolution = \"1/1000 unit\""),
    acts(
        "day-order",
        SHELF,
        "scenario.day-order = [\"state\", \"receive\", \"demand\", \"review\", \"dispatch\"]",
        "scenario.day-order = [\"state\", \"receive\", \"review\", \"dispatch\", \"demand\"]",
    ),
    acts("unmet", SHELF, "scenario.unmet = \"backorder\"", "scenario.unmet = \"lost\""),
    acts("batches", SHELF, "scenario.batches = false", "scenario.batches = true")
        .with("item-default.shelf-life = \"15 days\"\npolicy.store.safety-stock = \"20 days\""),
    acts("lead-times", NET, "scenario.lead-times = \"correlated\"", "scenario.lead-times = \"independent\""),
];

const ENDURANCE: &[Row] = &[
    acts("probes", SHELF, "endurance.probes = 1", "endurance.probes = 2"),
    acts("day", SHELF, "endurance.day = 3", "endurance.day = 20"),
    acts("cap", SHELF, "endurance.cap = \"8 days\"", "endurance.cap = \"30 days\"").with("policy.store.safety-stock = \"30 days\""),
    acts("thresholds", SHELF, "endurance.thresholds = [0.5, 0.9]", "endurance.thresholds = [0.6, 0.95]"),
    acts("levels", SHELF, "endurance.levels = [\"3 days\"]", "endurance.levels = [\"4 days\"]"),
    acts("claims", NET, "endurance.claims = [\"0 %\", \"50 %\"]", "endurance.claims = [\"0 %\", \"100 %\"]"),
    acts("stop-rule", SHELF, "endurance.stop-rule = \"share-below\"", "endurance.stop-rule = \"first-unmet-unit\"")
        .with("endurance.thresholds = [0.5]\nendurance.day = 30\npolicy.store.safety-stock = \"9 days\""),
    acts("days-running", NET, "endurance.days-running = 1", "endurance.days-running = 6"),
    acts("stop-length", SHELF, "", "endurance.stop-length = \"9 days\""),
    acts("stop-follow", SHELF, "endurance.stop-follow = \"20 days\"", "endurance.stop-follow = \"40 days\"")
        .with("endurance.stop-length = \"9 days\""),
    acts("required-probability", SHELF, "endurance.required-probability = 0.01", "endurance.required-probability = 0.99")
        .with("policy.store.safety-stock = \"9 days\""),
    acts("required-article-share", SHELF, "endurance.required-article-share = 0.01", "endurance.required-article-share = 0.99")
        .with("policy.a = { new = true, at = [\"store\"], articles = { article = \"A\" }, priority = 1, kind = \"order-up-to\", safety-stock = \"40 days\" }"),
];

const ANY_TABLE: &[Row] = &[
    tells("origin", SHELF, "", "site.store.origin = \"sourced\"")
        .with("site.store.pallet-position = \"900 SEK/pallet/year\""),
    tells("source", SHELF, "", "site.store.source = \"a book\"")
        .with("site.store.pallet-position = \"900 SEK/pallet/year\"\nsite.store.origin = \"sourced\""),
];

const A_VALUE: &[Row] = &[
    acts(
        "value",
        SHELF,
        "article.A.demand = { value = \"10 units/day\" }",
        "article.A.demand = { value = \"12 units/day\" }",
    ),
    tells(
        "origin",
        SHELF,
        "article.A.demand = { value = \"10 units/day\", origin = \"sourced\" }",
        "article.A.demand = { value = \"10 units/day\", origin = \"assumption\" }",
    ),
    tells(
        "source",
        SHELF,
        "article.A.demand = { value = \"10 units/day\", origin = \"sourced\", source = \"a\" }",
        "article.A.demand = { value = \"10 units/day\", origin = \"sourced\", source = \"b\" }",
    ),
    tells(
        "range",
        SHELF,
        "article.A.demand = { value = \"10 units/day\", origin = \"assumption\" }",
        "article.A.demand = { value = \"10 units/day\", origin = \"assumption\", range = \"8–12\" }",
    ),
];

const A_TITLE: &[Row] = &[
    prints("sv", SHELF, "", "scenario.title = { sv = \"Zebra\", en = \"Horse\" }", "Zebra"),
    prints("en", SHELF, "", "scenario.title = { sv = \"Häst\", en = \"Zebra\" }", "Zebra"),
];
