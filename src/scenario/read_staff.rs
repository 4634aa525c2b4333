//! `[staff.ID]`: hours of work at sites, and what lines take of them. And times of the day.

use super::amount::{LINE_TIME, PER_HOUR, WORKING_TIME};
use super::diagnosis::codes;
use super::model::StaffRule;
use super::read_demand::WEEKDAYS;
use super::read_rules::sites;
use super::read_transport::more_than_nothing;
use super::reader::Section;
use super::tree::Value;
use super::typed::Range;

/// Factors of weekdays: up to ten times the hours.
const FACTORS: Range = Range { least: 0.0, most: 10.0 };

/// Reads `[staff.ID]`.
pub fn staff(section: &mut Section<'_, '_>, _id: &str) -> Option<StaffRule> {
    let at = sites(section);
    section.required("hours");
    let hours = more_than_nothing(section, "hours", WORKING_TIME);
    let weekday = weekday(section);
    let received = more_than_nothing(section, "per-line-received", LINE_TIME);
    let picked = more_than_nothing(section, "per-line-picked", LINE_TIME);
    let price = section.price("price", PER_HOUR);
    if section.entry("per-line-received").or(section.entry("per-line-picked")).is_none() {
        section.missing("per-line-received", "without it and without `per-line-picked` nobody has anything to do");
    }
    Some(StaffRule {
        at: at?,
        hours: hours?,
        weekday: weekday?,
        per_line_received: received,
        per_line_picked: picked,
        price,
    })
}

/// Factors of the weekdays, 1 for those that are not named.
fn weekday(section: &mut Section<'_, '_>) -> Option<[f64; 7]> {
    let Some(node) = section.value("weekday") else { return Some([1.0; 7]) };
    let Value::Table(table) = &node.value else {
        let fix = "write { sat = 0.5, sun = 0 }";
        section.wrong(codes::KIND, "weekday", "is no table of days", node.place, fix);
        return None;
    };
    let mut inner = section.inner(table, node.place, "weekday", "the weekdays of staff");
    let factors = WEEKDAYS.map(|day| if inner.entry(day).is_some() { inner.number(day, FACTORS) } else { Some(1.0) });
    inner.finish();
    let mut found = [0.0; 7];
    for (factor, read) in found.iter_mut().zip(factors) {
        *factor = read?;
    }
    if found.iter().all(|factor| *factor == 0.0) {
        section.wrong(codes::IMPOSSIBLE, "weekday", "leaves no day of work", node.place, "let somebody work");
        return None;
    }
    Some(found)
}

/// A time of the day after its first minute, if given: `"14:00"` as minutes from midnight.
pub fn time_of_day(section: &mut Section<'_, '_>, key: &'static str) -> Option<u32> {
    let node = section.value(key)?;
    let Value::Text(text) = &node.value else {
        let what = format!("is {} and should be a time of the day", node.kind_name());
        section.wrong(codes::KIND, key, &what, node.place, "write \"14:00\"");
        return None;
    };
    let Some(minutes) = minutes_of(text.trim()) else {
        section.wrong(codes::NUMBER, key, "is no time of the day", node.place, "write \"14:00\"");
        return None;
    };
    if !(1..1440).contains(&minutes) {
        section.wrong(codes::RANGE, key, "is not within the day", node.place, "must be between 00:01 and 23:59");
        return None;
    }
    Some(minutes)
}

/// Minutes from midnight of a text of hours and minutes.
fn minutes_of(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60).then_some(60 * hours + minutes)
}

#[cfg(test)]
mod tests {
    use super::minutes_of;

    #[test]
    fn times_have_two_digits_each() {
        assert_eq!(minutes_of("14:30"), Some(870));
        assert_eq!(minutes_of("00:00"), Some(0));
        for text in ["14", "14.30", "1:30", "14:3", "14:60", "-1:30", "14:30:00", "+1:30", ""] {
            assert_eq!(minutes_of(text), None, "{text}");
        }
    }
}
