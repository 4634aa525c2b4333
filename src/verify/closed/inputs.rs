//! The inputs of a case under reading: typed, and none left unread.

use super::super::cases::{Case, Fault, Quantity};
use crate::inventory::unanswered::Unanswered;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The answers to a case, by key.
pub type Answers = BTreeMap<String, Quantity>;

/// The inputs of a case, with the keys that have been asked for.
pub struct Inputs<'a> {
    case: &'a Case,
    asked: RefCell<BTreeSet<String>>,
}

/// Numbers by key.
pub fn numbers<const N: usize>(pairs: [(&str, f64); N]) -> Answers {
    pairs.map(|(key, value)| (key.to_owned(), Quantity::Number(value))).into()
}

/// `list` under `key`, beside the other answers.
pub fn with_list(mut answers: Answers, key: &str, list: Vec<f64>) -> Answers {
    answers.insert(key.to_owned(), Quantity::List(list));
    answers
}

impl<'a> Inputs<'a> {
    /// The inputs of a case, none of them read.
    pub fn of(case: &'a Case) -> Inputs<'a> {
        Inputs { case, asked: RefCell::default() }
    }

    fn get(&self, key: &str) -> Option<&'a Value> {
        self.asked.borrow_mut().insert(key.to_owned());
        self.case.inputs.get(key).filter(|value| !value.is_null())
    }

    /// Whether the case gives this input.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// A fault of this input.
    pub fn fault(&self, key: &str, message: &str) -> Fault {
        Fault::of_case(&self.case.name, &format!("inputs.{key}"), message)
    }

    /// A number that must be given.
    pub fn number(&self, key: &str) -> Result<f64, Fault> {
        self.optional(key)?.ok_or_else(|| self.missing(key, "a number"))
    }

    /// A number that may be given.
    pub fn optional(&self, key: &str) -> Result<Option<f64>, Fault> {
        self.get(key).map(|value| value.as_f64().ok_or_else(|| self.fault(key, "expected a number"))).transpose()
    }

    /// A number that is `usual` unless given.
    pub fn number_or(&self, key: &str, usual: f64) -> Result<f64, Fault> {
        Ok(self.optional(key)?.unwrap_or(usual))
    }

    /// A list of numbers that must be given.
    pub fn list(&self, key: &str) -> Result<Vec<f64>, Fault> {
        self.optional_list(key)?.ok_or_else(|| self.missing(key, "a list of numbers"))
    }

    /// A list of numbers that may be given.
    pub fn optional_list(&self, key: &str) -> Result<Option<Vec<f64>>, Fault> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let list = value.as_array().and_then(|list| list.iter().map(Value::as_f64).collect());
        list.map(Some).ok_or_else(|| self.fault(key, "expected a list of numbers"))
    }

    /// One number for all of `n`, or a list of `n`; `usual` if absent.
    pub fn for_each(&self, key: &str, n: usize, usual: Option<f64>) -> Result<Vec<f64>, Fault> {
        let value = self.get(key);
        if let Some(one) = value.and_then(Value::as_f64).or(usual.filter(|_| value.is_none())) {
            return Ok(vec![one; n]);
        }
        let list = self.list(key)?;
        if list.len() == n {
            return Ok(list);
        }
        Err(self.fault(key, &format!("expected one number, or {n} of them; {} given", list.len())))
    }

    /// Pairs of whole numbers, such as the edges of a network.
    pub fn pairs(&self, key: &str) -> Result<Vec<(i64, i64)>, Fault> {
        let value = self.get(key).ok_or_else(|| self.missing(key, "a list of pairs"))?;
        let pair = |value: &Value| match value.as_array()?.as_slice() {
            [from, to] => Some((from.as_i64()?, to.as_i64()?)),
            _ => None,
        };
        let pairs = value.as_array().and_then(|list| list.iter().map(pair).collect());
        pairs.ok_or_else(|| self.fault(key, "expected a list of pairs of whole numbers"))
    }

    /// An object that must be given.
    pub fn object(&self, key: &str) -> Result<&'a Map<String, Value>, Fault> {
        let value = self.get(key).ok_or_else(|| self.missing(key, "an object"))?;
        value.as_object().ok_or_else(|| self.fault(key, "expected an object"))
    }

    /// A word, one of `known`, compared without regard to case; the first of them unless given.
    pub fn word(&self, key: &str, known: &[&'static str]) -> Result<&'static str, Fault> {
        let Some(value) = self.get(key) else { return Ok(known[0]) };
        let plain = |text: &str| text.to_lowercase().replace(['-', ' '], "_");
        let given = value.as_str().map(plain);
        let found = known.iter().find(|word| given.as_deref() == Some(&plain(word)));
        found.copied().ok_or_else(|| self.fault(key, &format!("expected one of: {}", known.join(", "))))
    }

    /// The given keys that begin so, with the rest of each key.
    pub fn beginning(&self, start: &str) -> Vec<(&'a str, &'a str)> {
        let keys = self.case.inputs.keys();
        keys.filter_map(|key| key.strip_prefix(start).map(|rest| (key.as_str(), rest))).collect()
    }

    /// What a formula said, with the fault at the input of that name, or at the case if there is none.
    pub fn told<T>(&self, answer: Result<T, Unanswered>) -> Result<T, Fault> {
        answer.map_err(|unanswered| {
            let key = unanswered.parameter;
            let known = self.case.inputs.contains_key(key);
            let place = if known { format!("inputs.{key}") } else { "inputs".to_owned() };
            let name = if known { String::new() } else { format!("{key}: ") };
            Fault::of_case(&self.case.name, &place, &format!("{name}{unanswered}"))
        })
    }

    /// The first input that nothing asked for: it would change no answer.
    pub fn unread(&self) -> Option<Fault> {
        let asked = self.asked.borrow();
        let unread = self.case.inputs.keys().find(|key| !asked.contains(*key))?;
        let known: Vec<&str> = asked.iter().map(String::as_str).collect();
        Some(self.fault(unread, &format!("no such input for `{}`; it has {}", self.case.kind, known.join(", "))))
    }

    fn missing(&self, key: &str, what: &str) -> Fault {
        self.fault(key, &format!("missing; `{}` needs {what} here", self.case.kind))
    }
}
