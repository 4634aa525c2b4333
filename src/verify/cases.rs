//! A file of known answers: each case has a kind, inputs and what must come out.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;

/// One case of known answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its name, unique in the file.
    pub name: String,
    /// Its kind, such as `eoq`; the kinds are listed in [`super::closed::KINDS`].
    pub kind: String,
    /// What is given, by key.
    pub inputs: Map<String, Value>,
    /// What must come out, by key; empty if the file does not say.
    pub expected: BTreeMap<String, Quantity>,
    /// Relative tolerance of a closed form or numerical answer.
    pub tolerance: f64,
    /// Whether a simulation must reproduce it.
    pub simulate: bool,
    /// Relative tolerance of a simulation, or its own interval if that is wider.
    pub simulation_tolerance: Option<f64>,
    /// The order of events and other conventions, in words.
    pub convention: String,
    /// Where the expected values come from.
    pub source: String,
}

/// A value of a case: one number, or a list of them (order quantities by period, levels by stage).
#[derive(Clone, Debug, PartialEq)]
pub enum Quantity {
    /// One number.
    Number(f64),
    /// Several, in the order that the key says.
    List(Vec<f64>),
}

impl Quantity {
    /// The numbers of it: one, or those of the list.
    pub fn numbers(&self) -> &[f64] {
        match self {
            Quantity::Number(number) => std::slice::from_ref(number),
            Quantity::List(list) => list,
        }
    }

    /// Whether all its numbers are finite.
    pub fn is_finite(&self) -> bool {
        self.numbers().iter().all(|number| number.is_finite())
    }

    /// Whether it has the shape of `expected` and each number differs by at most the relative tolerance.
    pub fn agrees(&self, expected: &Quantity, tolerance: f64) -> bool {
        let same_shape = matches!(self, Quantity::Number(_)) == matches!(expected, Quantity::Number(_));
        let near = |(found, expected): (&f64, &f64)| (found - expected).abs() <= tolerance * expected.abs();
        let (found, expected) = (self.numbers(), expected.numbers());
        same_shape && found.len() == expected.len() && found.iter().zip(expected).all(near)
    }
}

/// What is wrong with a case. An empty `case` means the file as a whole, an empty `key` the case as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Name of the case; its number in the file (`case 3`) if it has none.
    pub case: String,
    /// The key at fault, such as `inputs.holding_cost`.
    pub key: String,
    /// What is wrong, what was expected and what to do.
    pub message: String,
    /// Line and column in the file, from 1, where known.
    pub place: Option<(usize, usize)>,
}

/// Relative tolerance where a case gives none: that of a closed form.
pub const USUAL_TOLERANCE: f64 = 1e-9;

/// The cases of a file: an object with `cases`, or a bare list of cases.
///
/// # Errors
/// All faults of the file, in its order.
pub fn parse(text: &str) -> Result<Vec<Case>, Vec<Fault>> {
    let value: Value = serde_json::from_str(text).map_err(|error| vec![not_json(&error)])?;
    let list = match &value {
        Value::Array(list) => list,
        Value::Object(object) => match object.get("cases") {
            Some(Value::Array(list)) => list,
            _ => return Err(vec![Fault::of_file("cases", "the object needs a list `cases`")]),
        },
        _ => return Err(vec![Fault::of_file("", "expected an object with a list `cases`, or a list of cases")]),
    };
    let (mut cases, mut faults) = (Vec::new(), Vec::new());
    for (number, value) in (1..).zip(list) {
        match read::case(number, value) {
            Ok(case) => cases.push(case),
            Err(mut found) => faults.append(&mut found),
        }
    }
    faults.extend(twice(&cases));
    if faults.is_empty() { Ok(cases) } else { Err(faults) }
}

/// Cases that share a name: a result could not be told from the other.
fn twice(cases: &[Case]) -> impl Iterator<Item = Fault> {
    cases.iter().enumerate().filter_map(|(index, case)| {
        let seen = cases[..index].iter().any(|earlier| earlier.name == case.name);
        seen.then(|| Fault::of_case(&case.name, "name", "another case has this name; give each its own"))
    })
}

fn not_json(error: &serde_json::Error) -> Fault {
    let place = Some((error.line(), error.column()));
    Fault { place, ..Fault::of_file("", &format!("the file is not JSON: {error}")) }
}

impl Fault {
    /// A fault of the file as a whole.
    pub fn of_file(key: &str, message: &str) -> Fault {
        Fault::of_case("", key, message)
    }

    /// A fault of one case.
    pub fn of_case(case: &str, key: &str, message: &str) -> Fault {
        Fault { case: case.to_owned(), key: key.to_owned(), message: message.to_owned(), place: None }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.case, &self.key] {
            if !part.is_empty() {
                write!(to, "{part}: ")?;
            }
        }
        to.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

/// Reading one case.
mod read {
    use super::{BTreeMap, Case, Fault, Map, Quantity, USUAL_TOLERANCE, Value};

    /// Keys of a case. `verified` and `note` tell a reader where values were checked; nothing is computed from them.
    const KEYS: [&str; 11] = [
        "name",
        "kind",
        "inputs",
        "expected",
        "tolerance",
        "simulate",
        "simulation_tolerance",
        "convention",
        "source",
        "verified",
        "note",
    ];

    /// A case under reading, and what is wrong with it so far.
    struct Reading<'a> {
        name: String,
        object: &'a Map<String, Value>,
        faults: Vec<Fault>,
    }

    pub fn case(number: usize, value: &Value) -> Result<Case, Vec<Fault>> {
        let nameless = format!("case {number}");
        let Value::Object(object) = value else {
            return Err(vec![Fault::of_case(&nameless, "", "expected an object with name, kind and inputs")]);
        };
        let mut reading = Reading { name: nameless, object, faults: Vec::new() };
        if let Some(name) = reading.needed_text("name") {
            reading.name = name;
        }
        reading.no_others();
        let case = Case {
            kind: reading.needed_text("kind").unwrap_or_default(),
            inputs: reading.inputs(),
            expected: reading.expected(),
            tolerance: reading.tolerance("tolerance").unwrap_or(USUAL_TOLERANCE),
            simulate: reading.yes("simulate"),
            simulation_tolerance: reading.tolerance("simulation_tolerance"),
            convention: reading.text("convention").unwrap_or_default(),
            source: reading.text("source").unwrap_or_default(),
            name: reading.name.clone(),
        };
        if reading.faults.is_empty() { Ok(case) } else { Err(reading.faults) }
    }

    impl Reading<'_> {
        fn fault(&mut self, key: &str, message: &str) {
            self.faults.push(Fault::of_case(&self.name, key, message));
        }

        /// The value of a key, unless it is absent or null.
        fn get(&self, key: &str) -> Option<&Value> {
            self.object.get(key).filter(|value| !value.is_null())
        }

        fn text(&mut self, key: &str) -> Option<String> {
            match self.get(key) {
                None => None,
                Some(Value::String(text)) => Some(text.clone()),
                Some(_) => {
                    self.fault(key, "expected text");
                    None
                }
            }
        }

        fn needed_text(&mut self, key: &str) -> Option<String> {
            if self.get(key).is_none() {
                self.fault(key, "missing; every case needs it, as text");
                return None;
            }
            let text = self.text(key)?;
            if text.trim().is_empty() {
                self.fault(key, "is empty; every case needs it, as text");
                return None;
            }
            Some(text)
        }

        fn yes(&mut self, key: &str) -> bool {
            match self.get(key) {
                None => false,
                Some(Value::Bool(yes)) => *yes,
                Some(_) => {
                    self.fault(key, "expected true or false");
                    false
                }
            }
        }

        fn tolerance(&mut self, key: &str) -> Option<f64> {
            let value = self.get(key)?.as_f64();
            let good = value.filter(|value| value.is_finite() && *value >= 0.0);
            if good.is_none() {
                self.fault(key, "expected a relative tolerance, a number of at least 0");
            }
            good
        }

        fn inputs(&mut self) -> Map<String, Value> {
            match self.get("inputs") {
                Some(Value::Object(inputs)) => inputs.clone(),
                Some(_) => {
                    self.fault("inputs", "expected an object of what is given");
                    Map::new()
                }
                None => {
                    self.fault("inputs", "missing; every case needs an object of what is given");
                    Map::new()
                }
            }
        }

        fn expected(&mut self) -> BTreeMap<String, Quantity> {
            let given = match self.get("expected") {
                None => return BTreeMap::new(),
                Some(Value::Object(given)) => given.clone(),
                Some(_) => {
                    self.fault("expected", "expected an object of what must come out");
                    return BTreeMap::new();
                }
            };
            let mut expected = BTreeMap::new();
            for (key, value) in &given {
                match quantity(value) {
                    Some(quantity) => drop(expected.insert(key.clone(), quantity)),
                    None => self.fault(&format!("expected.{key}"), "expected a number or a list of numbers"),
                }
            }
            expected
        }

        fn no_others(&mut self) {
            let others: Vec<String> = self.object.keys().filter(|key| !KEYS.contains(&key.as_str())).cloned().collect();
            for key in others {
                self.fault(&key, &format!("no such key; a case has {}", KEYS.join(", ")));
            }
        }
    }

    fn quantity(value: &Value) -> Option<Quantity> {
        match value {
            Value::Number(number) => number.as_f64().map(Quantity::Number),
            Value::Array(list) => list.iter().map(Value::as_f64).collect::<Option<Vec<f64>>>().map(Quantity::List),
            _ => None,
        }
    }
}
