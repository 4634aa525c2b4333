//! Times of day as offices write them, in whole minutes.

/// Minutes of a day.
const MINUTES: u16 = 24 * 60;

/// Minutes after midnight: `07:30`, `7.30`, `07:30:12`, `07:30:12.000`, `2:35 PM`; `None` for all else, also for a time with a zone, whose
/// hour here is not known.
pub(super) fn parse(cell: &str) -> Option<u16> {
    let upper = cell.trim().to_ascii_uppercase();
    let (digits, half) = match (upper.strip_suffix("AM"), upper.strip_suffix("PM")) {
        (Some(rest), _) => (rest.trim_end(), Some(0)),
        (_, Some(rest)) => (rest.trim_end(), Some(12)),
        _ => (upper.as_str(), None),
    };
    let sign = if digits.contains(':') { ':' } else { '.' };
    let mut parts = digits.split(sign);
    let (hour, minute) = (whole(parts.next()?, 1)?, whole(parts.next()?, 2)?);
    let seconds = parts.next().unwrap_or("00");
    let (second, part) = seconds.split_once(['.', ',']).unwrap_or((seconds, "0"));
    let is_time = whole(second, 2)? < 60 && part.bytes().all(|byte| byte.is_ascii_digit()) && parts.next().is_none();
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
    };
    (is_time && hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// A number of at least so many digits, and at most two.
fn whole(text: &str, least: usize) -> Option<u16> {
    let fits = (least..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// What stands behind a date: the time of `2026-11-22 07:30` or `2026-11-22T07:30:00`.
pub(super) fn behind_date(cell: &str) -> Option<u16> {
    parse(cell.trim().split_once([' ', 'T'])?.1)
}

/// The time of a part of a day, as Excel keeps it; whole days before it are left out. Half a minute is rounded up.
pub(super) fn of_excel(days: f64) -> Option<u16> {
    let part = days - days.floor();
    // The last half minute of a day is 23:59 and no other day.
    let minute = ((part * f64::from(MINUTES)).round() as u16).min(MINUTES - 1);
    (days.is_finite() && days >= 0.0).then_some(minute)
}

/// A time as people write it.
pub fn shown(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_where_they_can_be_read_one_way() {
        for cell in ["07:30", "7:30", "07.30", "07:30:59", "07:30:12.000", "7:30 AM", " 07:30 "] {
            assert_eq!(parse(cell), Some(450), "{cell}");
        }
        assert_eq!(["2:35 PM", "12:00 AM", "12:00 PM", "23:59", "00:00"].map(parse), [875, 0, 720, 1439, 0].map(Some));
        for cell in [
            "",
            "7",
            "24:00",
            "07:60",
            "0730",
            "7:3",
            "07:30Z",
            "07:30+01:00",
            "13:00 PM",
            "0:10 AM",
            "7:30:61",
            "1:2:3:4",
        ] {
            assert_eq!(parse(cell), None, "{cell}");
        }
        assert_eq!(behind_date("2026-11-22 07:30"), Some(450));
        assert_eq!(behind_date("2026-11-22T07:30:00"), Some(450));
        assert_eq!(["2026-11-22", "2026-11-22 kväll"].map(behind_date), [None, None]);
    }

    #[test]
    fn parts_of_a_day_are_times() {
        // A quarter of a day is six o'clock; 07:30 is 450/1440.
        assert_eq!([0.25, 46_023.25, 0.3125, 0.0, 0.999_99].map(of_excel), [360, 360, 450, 0, 1439].map(Some));
        assert_eq!([-0.5, f64::NAN].map(of_excel), [None, None]);
        assert_eq!(shown(450), "07:30");
    }
}
