//! The frame of a scenario: `[scenario]`.

use super::amount::{AT_LEAST_A_DAY, WHOLE_DAYS, read_resolution};
use super::assemble::single;
use super::context::Context;
use super::diagnosis::codes;
use super::model::{Frame, Title};
use super::reader::Section;
use super::tree::Value;
use crate::engine::calendar::DayPhase;
use crate::plan::demand::Unmet;

/// Reads `[scenario]`.
pub fn frame(ctx: &mut Context<'_>, id: &str) -> Option<Frame> {
    let mut frame = single(ctx, "scenario", frame_rules)??;
    if frame.title == Title::default() {
        frame.title = Title { sv: id.to_owned(), en: id.to_owned() };
    }
    Some(frame)
}

fn frame_rules(section: &mut Section<'_, '_>) -> Option<Frame> {
    let title = section.title("title").unwrap_or_default();
    let remark = section.title("remark");
    let start = section.date("start");
    let warm_up_days = warm_up(section);
    let measured_days = section.days("measured", AT_LEAST_A_DAY);
    let resolution = resolution(section);
    let day_order = day_order(section);
    let unmet = section.choice("unmet", &[("backorder", Unmet::Backorder), ("lost", Unmet::Lost)]);
    let correlated_lead_times = section.choice("lead-times", &[("correlated", true), ("independent", false)]);
    let batches = section.truth("batches").unwrap_or(false);
    let start = start?;
    Some(Frame {
        title,
        remark,
        start_weekday: u8::try_from(start.weekday().to_monday_zero_offset()).ok()?,
        start: start.to_string(),
        warm_up_days,
        measured_days: measured_days?,
        resolution: resolution?,
        day_order: day_order?,
        unmet: unmet?,
        correlated_lead_times: correlated_lead_times?,
        batches,
    })
}

/// Whole days, or `None` for `auto`.
fn warm_up(section: &mut Section<'_, '_>) -> Option<u32> {
    let node = section.value("warm-up")?;
    match &node.value {
        Value::Text(text) if text == "auto" => None,
        _ => section.days("warm-up", WHOLE_DAYS),
    }
}

fn resolution(section: &mut Section<'_, '_>) -> Option<i64> {
    let node = section.value("resolution")?;
    if matches!(node.value, Value::Integer(_) | Value::Float(_)) {
        let what = "is a bare number and needs a unit";
        section.wrong(codes::UNIT, "resolution", what, node.place, "write \"1 unit\" or \"1/1000 unit\"");
        return None;
    }
    let text = section.text_of("resolution", node)?;
    let read = read_resolution(text);
    read.map_err(|complaint| section.wrong(complaint.code, "resolution", &complaint.what, node.place, &complaint.fix))
        .ok()
}

fn day_order(section: &mut Section<'_, '_>) -> Option<[DayPhase; 5]> {
    let place = section.value("day-order")?.place;
    let nodes = section.list("day-order")?;
    let words = DayPhase::DEFAULT_ORDER.map(|phase| (phase.name(), phase));
    let phases: Vec<_> = nodes.into_iter().filter_map(|node| section.choice_of("day-order", node, &words)).collect();
    let order = <[DayPhase; 5]>::try_from(phases).ok();
    let complete = order.filter(|order| DayPhase::DEFAULT_ORDER.iter().all(|phase| order.contains(phase)));
    if complete.is_none() {
        let fix = "state, receive, demand, review, dispatch, each once, in any order";
        section.wrong(codes::CHOICE, "day-order", "does not name the five phases", place, fix);
    }
    complete
}
