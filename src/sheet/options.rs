//! What a user may say of how a list is written; what is not said is found out and told.

use super::decode::Encoding;
use super::number::Decimal;

/// How a list is written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The sheet of a workbook (default: the one that has most of the columns).
    pub sheet: Option<String>,
    /// What stands between the cells of a text.
    pub separator: Option<char>,
    /// How the bytes of a text become letters.
    pub encoding: Option<Encoding>,
    /// The decimal sign.
    pub decimal: Option<Decimal>,
    /// Key of a column → header of the file.
    pub columns: Vec<(String, String)>,
}
