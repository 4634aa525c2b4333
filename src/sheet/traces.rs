//! What spreadsheets leave in cells that were something else once: words of errors, rows of sums, identities turned into numbers.

/// Words with which spreadsheets begin a row of sums.
const SUMS: [&str; 8] = ["summa", "totalt", "total", "totalsumma", "delsumma", "sum", "subtotal", "grand total"];

/// Whether a text is what a row of sums begins with.
///
/// ```
/// # use beredd_sheet::is_sum;
/// assert!(is_sum("Summa:") && is_sum("TOTALT") && !is_sum("Summaformin"));
/// ```
pub fn is_sum(text: &str) -> bool {
    SUMS.contains(&text.trim_end_matches(':').trim_end().to_lowercase().as_str())
}

/// Errors as English and Swedish Excel write them into a CSV.
const ERRORS: [&str; 15] = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#REFERENS!",
    "#SAKNAS!",
    "#VÄRDEFEL!",
    "#DIVISION/0!",
    "#NAMN?",
    "#OGILTIGT!",
    "#SKÄRNING!",
    "#SPILL!",
];

/// Whether a text is an error of a spreadsheet.
pub(super) fn is_error(text: &str) -> bool {
    text.starts_with('#') && ERRORS.contains(&text.to_uppercase().as_str())
}

/// Whether a text is an identity of many digits that a spreadsheet has rounded: 7,35001E+12.
pub(super) fn is_rounded_code(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let (whole, fraction) = mantissa.split_once([',', '.']).unwrap_or((mantissa, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    whole.len() == 1 && digits(whole) && digits(fraction) && exponent.strip_prefix('+').is_some_and(digits)
}

/// Whether a number of a workbook cannot be the identity that was meant: Excel keeps fifteen digits, and identities have no fraction.
pub(super) fn is_rounded_number(number: f64) -> bool {
    number.fract() != 0.0 || number.abs() >= 1e15
}

/// Whether a spreadsheet would take a text for a formula.
pub fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// A text without the apostrophe that keeps a formula a text, as clean files write it.
pub(super) fn unguarded(text: &str) -> Option<&str> {
    text.strip_prefix('\'').filter(|rest| looks_like_formula(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_that_was_rounded_is_known_from_one_that_was_not() {
        for lost in ["7,35001E+12", "7.35E+12", "7E+12"] {
            assert!(is_rounded_code(lost), "{lost}");
        }
        for whole in ["7350011234567", "12E4", "E+12", "1E+", "AB,5E+1", "12,5E+3", "000125"] {
            assert!(!is_rounded_code(whole), "{whole}");
        }
        assert!(is_rounded_number(12.5) && is_rounded_number(7.35e17) && !is_rounded_number(7_350_011_234_567.0));
    }

    #[test]
    fn errors_are_known_in_both_languages() {
        assert!(is_error("#REF!") && is_error("#saknas!") && !is_error("#12") && !is_error("REF"));
    }
}
