//! What a user may say of how a list is written; what is not said is found out and told.

use super::decode::Encoding;
use super::listing::Listing;
use super::number::Decimal;
use super::problem::Problem;

/// What a tool finds wrong in a list.
pub type Check<'c> = &'c dyn Fn(&Listing) -> Vec<Problem>;

/// How a list is written.
#[derive(Clone, Default)]
pub struct Options<'c> {
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
    /// Columns that together tell rows apart; none: the same row may stand twice.
    pub identity: &'static [&'static str],
    /// What the tool that reads it would find wrong: asked only where cells cannot be read, so that all is told at once.
    pub check: Option<Check<'c>>,
}
