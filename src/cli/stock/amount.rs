//! Numbers of the command line, with a comma or a point.

/// A number above 0.
pub fn above_zero(text: &str) -> Result<f64, String> {
    at_least_zero(text).and_then(|number| if number > 0.0 { Ok(number) } else { Err("more than 0".to_owned()) })
}

/// A number, 0 or more.
pub fn at_least_zero(text: &str) -> Result<f64, String> {
    match text.replace(',', ".").parse::<f64>() {
        Ok(number) if number.is_finite() && number >= 0.0 => Ok(number),
        _ => Err("write a number, 0 or more".to_owned()),
    }
}

/// A share: 0.98 or 98%.
pub fn share(text: &str) -> Result<f64, String> {
    let (digits, per) = match text.trim().strip_suffix('%') {
        Some(digits) => (digits.trim(), 100.0),
        None => (text.trim(), 1.0),
    };
    match at_least_zero(digits) {
        Ok(number) if number > 0.0 && number <= per => Ok(number / per),
        _ => Err("write a share as 0.98 or 98%".to_owned()),
    }
}
