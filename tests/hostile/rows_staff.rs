//! Rows of staff, and of what disruptions do to it and to prices.

use crate::rows::{MONEY, Row, any, more};

const STAFF: &str = "[staff.ID]";
const WEEK: &str = "[staff] weekday";
const DISRUPTION: &str = "[disruption.ID]";
/// Factors of weekdays and of disruptions.
const FACTOR: (f64, f64) = (0.0, 10.0);

/// A staff with one factor of the weekday of the name.
macro_rules! on {
    ($day:literal) => {
        any(
            (WEEK, $day),
            FACTOR,
            concat!(
                "[staff.x]\nweekday = { ",
                $day,
                " = <<@>> }\nnew = true\nat = [\"central\"]\nhours = \"8 h/day\"\nper-line-picked = \"3 min/line\""
            ),
        )
    };
}

pub const ROWS: &[Row] = &[
    more(
        (STAFF, "hours"),
        (0.0, 24_000.0),
        "[staff.x]\nhours = <<\"@ hours/day\">>\nnew = true\nat = [\"central\"]\nper-line-picked = \"3 min/line\"",
    ),
    any(
        (STAFF, "weekday"),
        FACTOR,
        "[staff.x]\nweekday = { wed = <<@>> }\nnew = true\nat = [\"central\"]\nhours = \"8 h/day\"\nper-line-picked = \"3 min/line\"",
    ),
    more(
        (STAFF, "per-line-received"),
        (0.0, 14_400.0),
        "[staff.x]\nper-line-received = <<\"@ min/line\">>\nnew = true\nat = [\"central\"]\nhours = \"8 h/day\"",
    ),
    more(
        (STAFF, "per-line-picked"),
        (0.0, 14_400.0),
        "[staff.x]\nper-line-picked = <<\"@ min/line\">>\nnew = true\nat = [\"central\"]\nhours = \"8 h/day\"",
    ),
    any(
        (STAFF, "price"),
        MONEY,
        "[staff.x]\nprice = <<\"@ SEK/hour\">>\nnew = true\nat = [\"central\"]\nhours = \"8 h/day\"\nper-line-picked = \"3 min/line\"",
    ),
    on!("mon"),
    on!("tue"),
    on!("wed"),
    on!("thu"),
    on!("fri"),
    on!("sat"),
    on!("sun"),
    any(
        (DISRUPTION, "price-factor"),
        (1.0, 1000.0),
        "[disruption.x]\nprice-factor = <<@>>\nday = \"3 days\"\nnew = true\nsuppliers = \"all\"\nduration = \"3 days\"",
    ),
    any(
        (DISRUPTION, "staff-factor"),
        FACTOR,
        "[disruption.x]\nstaff-factor = <<@>>\nday = \"3 days\"\nnew = true\nsites = [\"central\"]\nduration = \"3 days\"\n[staff.x]\nnew = true\nat = [\"central\"]\nhours = \"8 h/day\"\nper-line-picked = \"3 min/line\"",
    ),
];
