//! Rows of express.

use crate::bases::NET;
use crate::row::{Row, Table, acts};

pub const TABLES: &[Table] = &[Table { of: "an express rule", rows: EXPRESS }];

const ALL: &str = "express.e.new = true\nexpress.e.at = [\"ward\"]\nexpress.e.when-below = \"2 days\"\nexpress.e.lead-time = \"0 days\"\nlane.main-ward.lead-time = \"3 days\"";

const EXPRESS: &[Row] = &[
    acts("at", NET, "express.e.at = [\"ward\"]", "express.e.at = [\"clinic\"]").with("express.e.new = true\nexpress.e.when-below = \"2 days\"\nexpress.e.lead-time = \"0 days\""),
    acts("articles", NET, "express.e.articles = {}", "express.e.articles = { article = \"A\" }").with(ALL),
    acts("priority", NET, "express.e.priority = 1", "express.e.priority = 3").with(concat!(
        "express.e.new = true\nexpress.e.at = [\"ward\"]\nexpress.e.when-below = \"2 days\"\nexpress.e.lead-time = \"0 days\"\nlane.main-ward.lead-time = \"3 days\"\nexpress.e.articles = { article = [\"A\", \"B\"] }\n",
        "express.f = { new = true, at = [\"ward\"], when-below = \"2 days\", lead-time = \"1 day\", priority = 2, articles = { article = [\"B\", \"C\"] } }",
    )),
    acts("when-below", NET, "express.e.when-below = \"backlog\"", "express.e.when-below = \"3 days\"").with("express.e.new = true\nexpress.e.at = [\"ward\"]\nexpress.e.lead-time = \"0 days\"\nlane.main-ward.lead-time = \"3 days\""),
    acts("lead-time", NET, "express.e.lead-time = \"0 days\"", "express.e.lead-time = \"1 day\"").with("express.e.new = true\nexpress.e.at = [\"ward\"]\nexpress.e.when-below = \"2 days\"\nlane.main-ward.lead-time = \"3 days\""),
    acts("only-in-cuts", NET, "express.e.only-in-cuts = false", "express.e.only-in-cuts = true").with("express.e.new = true\nexpress.e.at = [\"ward\"]\nexpress.e.when-below = \"2 days\"\nexpress.e.lead-time = \"0 days\"\nlane.main-ward.lead-time = \"3 days\"\ncut.c = { new = true, stops = [\"suppliers\"], express = true }"),
    acts("per-order", NET, "", "express.e.per-order = \"2000 SEK/order\"").with(ALL),
    acts("per-line", NET, "", "express.e.per-line = \"300 SEK/line\"").with(ALL),
];
