//! The JSON of `beredd verify`: one entry per case, quantities keyed as in the file of cases.

use crate::verify::cases::Quantity;
use crate::verify::check::Checked;
use crate::verify::verdict::Line;
use serde_json::{Map, Value, json};

/// The checked cases as text: indented, ending in a newline.
pub fn text(checked: &[Checked]) -> String {
    format!("{:#}\n", json!({ "cases": checked.iter().map(case).collect::<Vec<_>>() }))
}

fn case(checked: &Checked) -> Value {
    let keyed = |of: &dyn Fn(&Line) -> Option<Quantity>| {
        let entry = |line: &Line| of(line).map(|quantity| (line.key.clone(), value(&quantity)));
        checked.lines.iter().filter_map(entry).collect::<Map<_, _>>()
    };
    json!({
        "name": checked.case.name,
        "kind": checked.case.kind,
        "expected": keyed(&|line| line.expected.clone()),
        "got": keyed(&|line| Some(line.got.clone())),
        "low": keyed(&|line| Some(line.low.clone())),
        "high": keyed(&|line| Some(line.high.clone())),
        "verdict": checked.verdict().map(|agrees| if agrees { "pass" } else { "fail" }),
    })
}

/// Whole numbers are written as such, so that a level of 6 reads 6.
fn value(quantity: &Quantity) -> Value {
    let number = |value: f64| {
        let whole = value as i64;
        // Beyond 2^53 not every whole number is a float; those stay floats.
        if whole as f64 == value && whole.unsigned_abs() < 1 << 53 { json!(whole) } else { json!(value) }
    };
    match quantity {
        Quantity::Number(value) => number(*value),
        Quantity::List(list) => list.iter().map(|value| number(*value)).collect(),
    }
}
