//! Rows of staff.

use crate::bases::NET;
use crate::row::{Row, Table, acts};

pub const TABLES: &[Table] =
    &[Table { of: "a staff rule", rows: STAFF }, Table { of: "the weekdays of staff", rows: WEEKDAYS }];

/// A staff of which the rows complete the rest.
macro_rules! works {
    ($key:literal, $first:literal, $second:literal, $more:literal) => {
        acts($key, NET, concat!("staff.s.", $key, " = ", $first), concat!("staff.s.", $key, " = ", $second))
            .with(concat!("staff.s.new = true\n", $more))
    };
}

const STAFF: &[Row] = &[
    works!(
        "at",
        "[\"main\"]",
        "[\"ward\"]",
        "staff.s.hours = \"6 min/day\"\nstaff.s.per-line-received = \"6 min/line\""
    ),
    works!(
        "hours",
        "\"6 min/day\"",
        "\"9 min/day\"",
        "staff.s.at = [\"main\"]\nstaff.s.per-line-picked = \"3 min/line\""
    ),
    works!(
        "weekday",
        "{ mon = 0 }",
        "{ mon = 0, tue = 0, wed = 0 }",
        "staff.s.at = [\"main\"]\nstaff.s.hours = \"1 h/day\"\nstaff.s.per-line-received = \"6 min/line\""
    ),
    works!(
        "per-line-received",
        "\"6 min/line\"",
        "\"12 min/line\"",
        "staff.s.at = [\"main\"]\nstaff.s.hours = \"12 min/day\""
    ),
    works!(
        "per-line-picked",
        "\"2 min/line\"",
        "\"6 min/line\"",
        "staff.s.at = [\"main\"]\nstaff.s.hours = \"12 min/day\""
    ),
    acts("price", NET, "staff.s.price = \"300 SEK/h\"", "staff.s.price = \"350 SEK/h\"")
        .with("staff.s.new = true\nstaff.s.at = [\"main\"]\nstaff.s.hours = \"8 h/day\"\nstaff.s.per-line-picked = \"3 min/line\""),
];

/// A weekday with little work.
macro_rules! on {
    ($day:literal) => {
        acts(
            $day,
            NET,
            concat!("staff.s.weekday = { ", $day, " = 1 }"),
            concat!("staff.s.weekday = { ", $day, " = 0 }"),
        )
        .with("staff.s.new = true\nstaff.s.at = [\"main\"]\nstaff.s.hours = \"1 h/day\"\nstaff.s.per-line-picked = \"9 min/line\"")
    };
}

const WEEKDAYS: &[Row] = &[on!("mon"), on!("tue"), on!("wed"), on!("thu"), on!("fri"), on!("sat"), on!("sun")];
