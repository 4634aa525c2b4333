//! Dates as offices write them, where they can be read one way only.

use jiff::civil::{Date, date};

/// A date: `2026-11-22` (also with a time behind it), `20261122`, `2026/11/22`, `22.11.2026`, and `22/11/2026` if the first
/// number can be no month; `None` for all else.
pub(super) fn parse(cell: &str) -> Option<Date> {
    let day = cell.split([' ', 'T']).next().unwrap_or(cell);
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        return of(day.get(..4)?, day.get(4..6)?, day.get(6..)?);
    }
    for sign in ['-', '/', '.'] {
        let parts: Vec<&str> = day.split(sign).collect();
        let [first, second, third] = parts[..] else { continue };
        if first.len() == 4 {
            return of(first, second, third);
        }
        let (left, right): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
        return match sign {
            '.' => of(third, second, first),
            _ if left > 12 => of(third, second, first),
            _ if right > 12 => of(third, first, second),
            _ if left == right => of(third, first, second),
            _ => None,
        };
    }
    None
}

fn of(year: &str, month: &str, day: &str) -> Option<Date> {
    let whole = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty();
    if year.len() != 4 || ![year, month, day].into_iter().all(whole) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok().filter(|&found| plausible(found))
}

/// Dates from 1950 to 2199: others are misread numbers.
fn plausible(found: Date) -> bool {
    found >= date(1950, 1, 1) && found < date(2200, 1, 1)
}

/// The date of a number of days as Excel counts them (1900 system, its leap day of 1900 included).
pub(super) fn of_excel(days: f64) -> Option<Date> {
    if !(0.0..200_000.0).contains(&days) {
        return None;
    }
    let span = jiff::Span::new().days(days.floor() as i64);
    date(1899, 12, 30).checked_add(span).ok().filter(|&found| plausible(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_where_they_can_be_read_one_way() {
        let day = Some(date(2026, 11, 22));
        for cell in
            ["2026-11-22", "20261122", "2026/11/22", "22.11.2026", "22/11/2026", "11/22/2026", "2026-11-22 07:30"]
        {
            assert_eq!(parse(cell), day, "{cell}");
        }
        for cell in
            ["03/04/2026", "2026-13-01", "2026-02-30", "igår", "", "26-11-22", "1026-11-22", "2026-11", "1-2-3-4"]
        {
            assert_eq!(parse(cell), None, "{cell}");
        }
        assert_eq!(parse("04/04/2026"), Some(date(2026, 4, 4)));
    }

    #[test]
    fn days_of_excel_are_counted_from_the_end_of_1899() {
        // 2026-01-01 is day 46023 in Excel.
        assert_eq!(of_excel(46023.25), Some(date(2026, 1, 1)));
        assert_eq!(of_excel(-1.0), None);
        assert_eq!(of_excel(f64::NAN), None);
    }
}
