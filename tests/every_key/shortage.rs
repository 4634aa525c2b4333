//! Rows of shortage: reactions and rationing.

use crate::bases::{NET, SHELF};
use crate::row::{Row, Table, acts};

pub const TABLES: &[Table] = &[
    Table { of: "a reaction rule", rows: REACTION },
    Table { of: "a rationing rule", rows: RATIONING },
    Table { of: "a neighbour rule", rows: NEIGHBOUR },
    Table { of: "a whole-order rule", rows: WHOLE_ORDER },
];

/// A rule for the store, whose shares a row completes.
const RULE: &str = "reaction.r.new = true\nreaction.r.at = [\"store\"]";

macro_rules! half {
    ($key:literal, $more:literal) => {
        acts(
            $key,
            SHELF,
            concat!("reaction.r.", $key, " = \"50 %\"\nreaction.r.cancel = \"50 %\"\n", $more),
            concat!("reaction.r.", $key, " = \"30 %\"\nreaction.r.cancel = \"70 %\"\n", $more),
        )
        .with(RULE)
    };
}

macro_rules! priced {
    ($key:literal, $share:literal) => {
        acts($key, SHELF, "", concat!("reaction.r.", $key, " = \"5 SEK/unit\""))
            .with(concat!("cost.care-payer = \"region\"\nreaction.r.new = true\nreaction.r.at = [\"store\"]\n", $share))
    };
}

/// The ward keeps nothing and the clinic much.
macro_rules! helped {
    ($key:literal, $first:literal, $second:literal, $more:literal $(,)?) => {
        acts($key, NET, $first, $second).with(concat!(
            "neighbour.n.new = true\npolicy.w = { new = true, at = [\"ward\"], priority = 1, kind = \"none\" }\n",
            "policy.c = { new = true, at = [\"clinic\"], priority = 1, kind = \"order-up-to\", review = \"2 days\", safety-stock = \"30 days\" }\n",
            $more
        ))
    };
}

const REACTION: &[Row] = &[
    acts("at", NET, "reaction.r.at = [\"ward\"]", "reaction.r.at = [\"clinic\"]")
        .with("reaction.r.new = true\nreaction.r.cancel = \"100 %\""),
    acts("articles", SHELF, "reaction.r.articles = {}", "reaction.r.articles = { article = \"A\" }")
        .with("reaction.r.new = true\nreaction.r.at = [\"store\"]\nreaction.r.cancel = \"100 %\""),
    acts("priority", SHELF, "reaction.r.priority = 1", "reaction.r.priority = 3").with(concat!(
        "reaction.r.new = true\nreaction.r.at = [\"store\"]\nreaction.r.cancel = \"100 %\"\n",
        "reaction.s = { new = true, at = [\"store\"], priority = 2, elsewhere = \"100 %\" }",
    )),
    half!("wait", ""),
    half!(
        "substitute",
        "item-default.need-group = \"gloves\"\npolicy.b = { new = true, at = [\"store\"], articles = { article = \"B\" }, priority = 1, kind = \"order-up-to\", safety-stock = \"30 days\" }"
    ),
    helped!(
        "neighbour",
        "reaction.r.neighbour = \"50 %\"\nreaction.r.cancel = \"50 %\"",
        "reaction.r.neighbour = \"30 %\"\nreaction.r.cancel = \"70 %\"",
        "reaction.r.new = true\nreaction.r.at = [\"ward\"]\nneighbour.n.at = [\"ward\"]\nneighbour.n.from = [\"clinic\"]\n",
    ),
    helped!(
        "neighbour-cost",
        "",
        "reaction.r.neighbour-cost = \"5 SEK/unit\"",
        "cost.care-payer = \"region\"\nreaction.r.new = true\nreaction.r.at = [\"ward\"]\nreaction.r.neighbour = \"100 %\"\nneighbour.n.at = [\"ward\"]\nneighbour.n.from = [\"clinic\"]\n",
    ),
    half!("emergency", "reaction.r.emergency-lead-time = \"2 days\""),
    half!("come-back", "reaction.r.come-back-after = \"2 days\""),
    half!("elsewhere", ""),
    acts(
        "cancel",
        SHELF,
        "reaction.r.cancel = \"50 %\"\nreaction.r.wait = \"50 %\"",
        "reaction.r.cancel = \"20 %\"\nreaction.r.wait = \"80 %\"",
    )
    .with(RULE),
    acts(
        "emergency-lead-time",
        SHELF,
        "reaction.r.emergency-lead-time = \"1 day\"",
        "reaction.r.emergency-lead-time = \"4 days\"",
    )
    .with("reaction.r.new = true\nreaction.r.at = [\"store\"]\nreaction.r.emergency = \"100 %\""),
    acts("come-back-after", SHELF, "reaction.r.come-back-after = \"1 day\"", "reaction.r.come-back-after = \"4 days\"")
        .with("reaction.r.new = true\nreaction.r.at = [\"store\"]\nreaction.r.come-back = \"100 %\""),
    priced!("wait-cost", "reaction.r.wait = \"100 %\""),
    priced!(
        "substitute-cost",
        "reaction.r.substitute = \"100 %\"\nitem-default.need-group = \"gloves\"\npolicy.b = { new = true, at = [\"store\"], articles = { article = \"B\" }, priority = 1, kind = \"order-up-to\", safety-stock = \"30 days\" }"
    ),
    priced!("emergency-cost", "reaction.r.emergency = \"100 %\"\nreaction.r.emergency-lead-time = \"0 days\""),
    priced!("come-back-cost", "reaction.r.come-back = \"100 %\"\nreaction.r.come-back-after = \"2 days\""),
    priced!("elsewhere-cost", "reaction.r.elsewhere = \"100 %\""),
    priced!("cancel-cost", "reaction.r.cancel = \"100 %\""),
];

const RATIONING: &[Row] = &[
    acts("at", NET, "rationing.r.at = [\"main\"]", "rationing.r.at = [\"depot\"]").with("rationing.r.new = true\npolicy.main.review = \"14 days\"\nrationing.r.kind = \"priority\"\nrationing.r.order = [\"clinic\", \"main\"]"),
    acts("articles", NET, "rationing.r.articles = {}", "rationing.r.articles = { article = \"A\" }").with("rationing.r.new = true\npolicy.main.review = \"14 days\"\nrationing.r.at = [\"main\"]\nrationing.r.kind = \"priority\"\nrationing.r.order = [\"clinic\"]"),
    acts("priority", NET, "rationing.r.priority = 1", "rationing.r.priority = 3").with(concat!(
        "rationing.r.new = true\npolicy.main.review = \"14 days\"\nrationing.r.at = [\"main\"]\nrationing.r.kind = \"priority\"\nrationing.r.order = [\"clinic\"]\n",
        "rationing.s = { new = true, at = [\"main\"], kind = \"priority\", order = [\"ward\"], priority = 2 }",
    )),
    acts("kind", NET, "rationing.r.kind = \"proportional\"", "rationing.r.kind = \"first-come\"").with(concat!(
        "rationing.r.at = [\"main\"]\nrationing.r.new = true\npolicy.main.level = \"60 units\"\n",
        "policy.c = { new = true, at = [\"clinic\"], priority = 1, kind = \"order-up-to\", review = \"3 days\" }",
    )),
    acts("only-in-cuts", NET, "rationing.r.only-in-cuts = false", "rationing.r.only-in-cuts = true").with("rationing.r.new = true\nrationing.r.at = [\"main\"]\nrationing.r.kind = \"priority\"\nrationing.r.order = [\"clinic\"]\npolicy.main.review = \"14 days\"\ncut.c = { new = true, stops = [\"suppliers\"], rationing = \"r\" }"),
    acts("order", NET, "rationing.r.order = [\"ward\"]", "rationing.r.order = [\"clinic\"]").with("rationing.r.new = true\nrationing.r.at = [\"main\"]\nrationing.r.kind = \"priority\"\npolicy.main.review = \"14 days\""),
];

const NEIGHBOUR: &[Row] = &[
    helped!(
        "at",
        "neighbour.n.at = [\"ward\"]",
        "neighbour.n.at = [\"clinic\"]",
        "neighbour.n.from = [\"ward\", \"clinic\"]\n"
    ),
    helped!(
        "from",
        "neighbour.n.from = [\"clinic\"]",
        "neighbour.n.from = [\"main\"]",
        "neighbour.n.at = [\"ward\"]\n"
    ),
    helped!(
        "articles",
        "neighbour.n.articles = {}",
        "neighbour.n.articles = { article = \"A\" }",
        "neighbour.n.at = [\"ward\", \"clinic\"]\n"
    ),
    helped!(
        "priority",
        "neighbour.n.priority = 1",
        "neighbour.n.priority = 3",
        "neighbour.n.at = [\"ward\", \"clinic\"]\nneighbour.m = { new = true, at = [\"ward\", \"clinic\"], keep = \"20 days\", priority = 2 }\n"
    ),
    helped!(
        "keep",
        "neighbour.n.keep = \"0 days\"",
        "neighbour.n.keep = \"20 days\"",
        "neighbour.n.at = [\"ward\", \"clinic\"]\n"
    ),
    helped!(
        "lead-time",
        "neighbour.n.lead-time = \"0 days\"",
        "neighbour.n.lead-time = \"2 days\"",
        "neighbour.n.at = [\"ward\", \"clinic\"]\n"
    ),
    helped!(
        "price",
        "",
        "neighbour.n.price = \"5 SEK/line\"",
        "cost.care-payer = \"region\"\nneighbour.n.at = [\"ward\", \"clinic\"]\n"
    ),
    helped!(
        "in-stop",
        "neighbour.n.in-stop = false",
        "neighbour.n.in-stop = true",
        "neighbour.n.at = [\"ward\", \"clinic\"]\n"
    ),
];

/// The main store is short of the articles now and then.
const SCARCE: &str = "whole-order.o.new = true\npolicy.main.review = \"14 days\"\n";

const WHOLE_ORDER: &[Row] = &[
    acts("at", NET, "whole-order.o.at = [\"ward\"]", "whole-order.o.at = [\"clinic\"]").with(SCARCE),
    acts("articles", NET, "whole-order.o.articles = {}", "whole-order.o.articles = { article = [\"A\"] }")
        .with("whole-order.o.new = true\npolicy.main.review = \"14 days\"\nwhole-order.o.at = [\"ward\"]\n"),
    acts("priority", NET, "whole-order.o.priority = 1", "whole-order.o.priority = 3").with(concat!(
        "whole-order.o.new = true\npolicy.main.review = \"14 days\"\nwhole-order.o.at = [\"ward\"]\n",
        "whole-order.p = { new = true, at = [\"ward\"], articles = { article = \"A\" }, priority = 2 }\n",
    )),
];
