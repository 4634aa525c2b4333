//! A value of the document and where it stands, read as what is expected of it.

use super::ReadError;
use serde_json::Value;

/// A value and its JSON pointer.
#[derive(Clone, Debug)]
pub(super) struct At<'a> {
    value: &'a Value,
    place: String,
}

/// Characters of a foreign value that a message repeats.
const SHOWN: usize = 40;

impl<'a> At<'a> {
    /// The whole document.
    pub fn top(value: &'a Value) -> At<'a> {
        At { value, place: String::new() }
    }

    /// An error here.
    pub fn wrong(&self, message: &str) -> ReadError {
        let place = if self.place.is_empty() { "results.json".to_owned() } else { self.place.clone() };
        ReadError { place, message: message.to_owned() }
    }

    fn expected<T>(&self, what: &str) -> Result<T, ReadError> {
        let found: String = self.value.to_string().chars().take(SHOWN).collect();
        Err(self.wrong(&format!("expected {what}, found {found}; was the file changed after the run?")))
    }

    /// The value under a key, if there is one.
    pub fn maybe_key(&self, key: &str) -> Option<At<'a>> {
        let value = self.value.as_object()?.get(key)?;
        Some(At { value, place: format!("{}/{}", self.place, super::super::pointer_part(key)) })
    }

    /// The value under a key.
    pub fn key(&self, key: &str) -> Result<At<'a>, ReadError> {
        if !self.value.is_object() {
            return self.expected(&format!("an object with `{key}`"));
        }
        self.maybe_key(key)
            .ok_or_else(|| self.wrong(&format!("lacks `{key}`; another version wrote this file: run the study again")))
    }

    /// Every item of a list.
    pub fn list<T>(&self, read: impl Fn(&At<'a>) -> Result<T, ReadError>) -> Result<Vec<T>, ReadError> {
        let Some(items) = self.value.as_array() else { return self.expected("a list") };
        let at = |(number, value)| At { value, place: format!("{}/{number}", self.place) };
        items.iter().enumerate().map(|item| read(&at(item))).collect()
    }

    /// Exactly this many numbers.
    pub fn numbers<const N: usize>(&self, keys: [&str; N]) -> Result<[f64; N], ReadError> {
        let mut numbers = [0.0; N];
        for (number, key) in numbers.iter_mut().zip(keys) {
            *number = self.key(key)?.number()?;
        }
        Ok(numbers)
    }

    /// Every key of an object with its value, in the order of the document.
    pub fn entries<T>(&self, read: impl Fn(&str, &At<'a>) -> Result<T, ReadError>) -> Result<Vec<T>, ReadError> {
        let Some(object) = self.value.as_object() else { return self.expected("an object") };
        let at = |(key, value): (&'a String, &'a Value)| {
            let place = format!("{}/{}", self.place, super::super::pointer_part(key));
            read(key, &At { value, place })
        };
        object.iter().map(at).collect()
    }

    /// The values under keys that are known before, as many as stand there; another key is an error.
    pub fn keyed<K, T>(
        &self,
        keys: &[K],
        name: impl Fn(&K) -> String,
        read: impl Fn(&At<'a>) -> Result<T, ReadError>,
    ) -> Result<Vec<T>, ReadError> {
        let found: Vec<At> = keys.iter().map_while(|key| self.maybe_key(&name(key))).collect();
        let Some(object) = self.value.as_object() else { return self.expected("an object") };
        if found.len() != object.len() {
            let known: Vec<String> = keys.iter().map(name).collect();
            return self.expected(&format!("the keys {}", known.join(", ")));
        }
        found.iter().map(read).collect()
    }

    /// A text.
    pub fn text(&self) -> Result<String, ReadError> {
        self.value.as_str().map_or_else(|| self.expected("a text"), |text| Ok(text.to_owned()))
    }

    /// True or false.
    pub fn truth(&self) -> Result<bool, ReadError> {
        self.value.as_bool().map_or_else(|| self.expected("true or false"), Ok)
    }

    /// The one of these that the text is.
    pub fn one_of<T: Copy>(&self, known: &[T], name: impl Fn(T) -> &'static str) -> Result<T, ReadError> {
        let found = self.value.as_str().and_then(|text| known.iter().copied().find(|&one| name(one) == text));
        let names = || known.iter().map(|&one| name(one)).collect::<Vec<_>>().join(", ");
        found.map_or_else(|| self.expected(&format!("one of {}", names())), Ok)
    }

    /// A whole number from 0.
    pub fn count<T: TryFrom<u64>>(&self) -> Result<T, ReadError> {
        let found = self.value.as_u64().and_then(|count| T::try_from(count).ok());
        found.map_or_else(|| self.expected("a whole number"), Ok)
    }

    /// A whole number of either sign.
    pub fn whole(&self) -> Result<i64, ReadError> {
        self.value.as_i64().map_or_else(|| self.expected("a whole number"), Ok)
    }

    /// A number; `null` stands for what is none.
    pub fn number(&self) -> Result<f64, ReadError> {
        Ok(self.maybe_number()?.unwrap_or(f64::NAN))
    }

    /// A number or `null`.
    pub fn maybe_number(&self) -> Result<Option<f64>, ReadError> {
        match self.value {
            Value::Null => Ok(None),
            Value::Number(number) => Ok(number.as_f64()),
            _ => self.expected("a number or null"),
        }
    }

    /// What is read from the value; nothing if it is `null`.
    pub fn unless_null<T>(&self, read: impl Fn(&At<'a>) -> Result<T, ReadError>) -> Result<Option<T>, ReadError> {
        if self.value.is_null() { Ok(None) } else { read(self).map(Some) }
    }
}
