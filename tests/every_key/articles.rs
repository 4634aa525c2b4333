//! Rows of articles, their list, flows and families.

use crate::bases::{LIST, NET, SHELF};
use crate::row::{Row, Table, acts, prints, tells};

pub const TABLES: &[Table] = &[
    Table { of: "[items]", rows: ITEMS },
    Table {
        of: "an item file",
        rows: &[acts(
            "id",
            LIST,
            "items.file = \"one.csv\"\nitems.ignore-columns = [\"Anm\", \"Pris\"]",
            "items.file = \"two.csv\"",
        )],
    },
    Table { of: "an article", rows: ARTICLE },
    Table { of: "a flow", rows: FLOW },
    Table {
        of: "a product family",
        rows: &[prints("title", SHELF, "", "family.gloves = { new = true, title = \"Zebra\" }", "Zebra").with(GLOVES)],
    },
];

const GLOVES: &str = "item-default.family = \"gloves\"";

const ITEMS: &[Row] = &[
    acts("file", LIST, "items.file = \"noted.csv\"\nitems.ignore-columns = [\"Anm\"]", "items.file = \"two.csv\""),
    acts(
        "columns",
        LIST,
        "items.ignore-columns = [\"Anm\", \"Pris\"]",
        "items.columns = { price = \"Pris\" }\nitems.ignore-columns = [\"Anm\", \"price\"]",
    )
    .with("items.file = \"one.csv\""),
    acts("ignore-columns", LIST, "items.ignore-columns = [\"Anm\"]", "items.ignore-columns = [\"Anm\", \"price\"]")
        .with("items.file = \"noted.csv\""),
];

/// A cost for the volume, weight and rounding of goods.
const FREIGHT: &str = "lane.main-ward.per-pallet = \"500 SEK/pallet\"\nlane.main-ward.payer = \"region\"";

const ARTICLE: &[Row] = &[
    prints("name-sv", SHELF, "", "article.A.name-sv = \"Zebra\"", "Zebra"),
    prints("name-en", SHELF, "", "article.A.name-en = \"Zebra\"", "Zebra"),
    acts("flow", SHELF, "", "article.A.flow = \"drugs\"").with("article.B.flow = \"drugs\"\npolicy.drugs = { new = true, at = [\"store\"], articles = { flow = \"drugs\" }, priority = 1, kind = \"none\" }"),
    acts("family", SHELF, "", "article.A.family = \"gloves\"").with("article.B.family = \"gloves\"\npolicy.gloves = { new = true, at = [\"store\"], articles = { family = \"gloves\" }, priority = 1, kind = \"none\" }"),
    acts("class", SHELF, "article.A.class = \"fast\"", "article.A.class = \"slow\"").with("item-class.fast = { new = true, price = \"1 SEK/unit\" }\nitem-class.slow = { new = true, demand = \"7 units/day\" }"),
    acts("channel", SHELF, "", "article.A.channel = \"direct\"").with("article.B.channel = \"direct\"\npolicy.direct = { new = true, at = [\"store\"], articles = { channel = \"direct\" }, priority = 1, kind = \"none\" }"),
    acts("supplier", NET, "article.A.supplier = \"maker\"", "article.A.supplier = \"trader\""),
    acts("critical", SHELF, "article.A.critical = true", "article.A.critical = false"),
    tells("critical-decided-by", SHELF, "", "item-default.critical-decided-by = \"Zebra\""),
    acts("price", SHELF, "article.A.price = \"1 SEK/unit\"", "article.A.price = \"2 SEK/unit\""),
    acts("pack", SHELF, "article.A.pack = \"1 unit\"", "article.A.pack = \"50 units\""),
    acts("case", SHELF, "article.A.case = \"50 units\"", "article.A.case = \"90 units\"").with("article.B.case = \"5 units\"\npolicy.store.round = \"case\""),
    acts("pallet", NET, "article.A.pallet = \"10 units\"", "article.A.pallet = \"20 units\"").with(FREIGHT),
    acts("weight", NET, "article.A.weight = \"1 kg/unit\"", "article.A.weight = \"9 kg/unit\"").with("item-default.weight = \"1 kg/unit\"\nlane.main-ward.payload = \"40 kg\""),
    acts("volume", NET, "article.A.volume = \"100 l/unit\"", "article.A.volume = \"200 l/unit\"").with(FREIGHT),
    acts("temperature", SHELF, "", "article.A.temperature = \"cool\"").with("article.B.temperature = \"cool\"\npolicy.cool = { new = true, at = [\"store\"], articles = { temperature = \"cool\" }, priority = 1, kind = \"none\" }"),
    acts("need-group", SHELF, "", "item-default.need-group = \"gloves\"").with("policy.b = { new = true, at = [\"store\"], articles = { article = \"B\" }, priority = 1, kind = \"none\" }"),
    acts("need-factor", SHELF, "", "article.A.need-factor = 3").with("item-default.need-group = \"gloves\"\npolicy.b = { new = true, at = [\"store\"], articles = { article = \"B\" }, priority = 1, kind = \"none\" }"),
    acts("shelf-life", SHELF, "item-default.shelf-life = \"15 days\"", "item-default.shelf-life = \"30 days\"")
        .with("scenario.batches = true\npolicy.store.safety-stock = \"20 days\""),
    acts("shelf-life-left", SHELF, "", "article.A.shelf-life-left = \"40 %\"").with(concat!(
        "scenario.batches = true\nitem-default.shelf-life = \"20 days\"\n",
        "policy.store.safety-stock = \"20 days\"",
    )),
    acts("demand", SHELF, "article.A.demand = \"10 units/day\"", "article.A.demand = \"11 units/day\""),
    acts("demand-sd", SHELF, "article.A.demand-sd = \"1 unit/day\"", "article.A.demand-sd = \"5 units/day\""),
    acts("weekly-cv", LIST, "article.C.weekly-cv = 0.1", "article.C.weekly-cv = 0.4")
        .with("article.C.new = true\narticle.C.supplier = \"maker\"\narticle.C.demand = \"9 units/day\""),
];

const FLOW: &[Row] = &[
    prints("title", SHELF, "", "flow.drugs.title = \"Zebra\"", "Zebra").with(DRUGS),
    prints("need", SHELF, "", "flow.drugs.need = \"Zebra\"", "Zebra").with(DRUGS),
    prints("unit", SHELF, "", "flow.drugs.unit = \"Zebra\"", "Zebra").with(DRUGS),
    acts("assessed", SHELF, "", "flow.drugs.assessed = false\nflow.drugs.reason = \"none\"").with(DRUGS),
    prints("reason", SHELF, "flow.drugs.reason = \"Horse\"", "flow.drugs.reason = \"Zebra\"", "Zebra")
        .with(concat!("article.A.flow = \"drugs\"\nflow.drugs.new = true\n", "flow.drugs.assessed = false")),
];

const DRUGS: &str = "article.A.flow = \"drugs\"\nflow.drugs.new = true";
