//! The hold model on ixa: a plan is a closure that is called at its time.

use crate::hold::{Event, Run, Seen};
use ixa::prelude::*;

define_data_plugin!(Hold, Seen, Seen::default());

pub fn hold(waiting: u32, mut seen: Seen) -> Run {
    let mut context = Context::new();
    for (minute, event) in seen.first(waiting) {
        context.add_plan(minute as f64, move |context| happen(context, event));
    }
    *context.get_data_mut(Hold) = seen;
    Box::new(move |holds| {
        // Nothing but plans is scheduled, so a step is an event.
        (0..holds).for_each(|_| context.execute_single_step());
        context.get_data(Hold).checksum
    })
}

fn happen(context: &mut Context, event: Event) {
    let now = context.get_current_time();
    let (delay, successor) = context.get_data_mut(Hold).handle(now as u64, event);
    context.add_plan(now + delay as f64, move |context| happen(context, successor));
}
