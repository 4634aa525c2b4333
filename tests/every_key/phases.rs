//! Rows of the phases of a run.

use crate::bases::{NET, SHELF};
use crate::row::{Row, Table, acts, traces};

pub const TABLES: &[Table] = &[Table { of: "a phase", rows: PHASE }];

const LATER: &str = "phase.p.new = true\nphase.p.overlay = \"raised.toml\"";

const PHASE: &[Row] = &[
    traces("title", SHELF, "phase.p.title = \"Horse\"", "phase.p.title = \"Zebra\"", "Zebra")
        .with("phase.p.new = true\nphase.p.overlay = \"raised.toml\"\nphase.p.day = \"20 days\""),
    acts("at", SHELF, "phase.p.at = 2026-01-25", "phase.p.at = 2026-02-10").with(LATER),
    acts("day", SHELF, "phase.p.day = \"20 days\"", "phase.p.day = \"40 days\"").with(LATER),
    acts("scenario", SHELF, "phase.p.scenario = \"later.toml\"", "phase.p.scenario = \"latest.toml\"")
        .with("phase.p.new = true\nphase.p.day = \"20 days\""),
    acts("overlay", SHELF, "phase.p.overlay = \"raised.toml\"", "phase.p.overlay = \"doubled.toml\"")
        .with("phase.p.new = true\nphase.p.day = \"20 days\""),
    acts("stock-to", NET, "", "phase.p.stock-to = { depot = \"main\" }")
        .with("phase.p.new = true\nphase.p.day = \"20 days\"\nphase.p.overlay = \"without-depot.toml\""),
];
