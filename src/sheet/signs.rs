//! Which decimal sign a list has, as its cells tell.

use super::number::{Decimal, Hint, hint};
use super::raw::{Broken, Cell, Raw};

/// What a list tells of its decimal sign.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// The sign of most cells.
    pub(super) sign: Option<Decimal>,
    /// A cell that shows it: its row and what stands there.
    pub(super) example: Option<(u32, String)>,
}

/// Cells that tell the same.
#[derive(Default)]
struct Seen {
    count: u64,
    first: Option<(u32, String)>,
}

impl Seen {
    fn see(&mut self, line: u32, text: &str) {
        self.count += 1;
        self.first.get_or_insert_with(|| (line, text.to_owned()));
    }
}

impl Signs {
    /// What the cells of these columns below the header tell. Cells that disagree, or that cannot tell, are problems of their own.
    pub(super) fn of(raw: &Raw, header: u32, numbers: &[usize]) -> Result<Signs, Broken> {
        let (mut commas, mut points, mut either, mut either_is) =
            (Seen::default(), Seen::default(), Seen::default(), None);
        raw.rows(|line, cells| {
            for &at in numbers.iter().filter(|_| line > header) {
                let Some(Cell::Text(text)) = cells.get(at) else { continue };
                let text = text.trim().trim_end_matches('%').trim_end();
                match hint(text) {
                    Hint::None => {}
                    Hint::Only(Decimal::Comma) => commas.see(line, text),
                    Hint::Only(Decimal::Point) => points.see(line, text),
                    Hint::Either(sign) => {
                        either_is = Some(sign);
                        either.see(line, text);
                    }
                }
            }
            true
        })?;
        // In a text with semicolons a comma is the decimal sign of whoever wrote it.
        let swedish = either_is == Some(Decimal::Comma) && matches!(raw, Raw::Text { separator: ';', .. });
        let (sign, example) = match (commas.count, points.count) {
            (0, 0) if swedish => (Some(Decimal::Comma), either.first),
            (0, 0) => (None, None),
            (commas_seen, points_seen) if commas_seen >= points_seen => (Some(Decimal::Comma), commas.first),
            _ => (Some(Decimal::Point), points.first),
        };
        Ok(Signs { sign, example })
    }
}
