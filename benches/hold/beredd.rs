//! The hold model on Beredd's own engine.

use super::{Run, Seen};
use beredd::engine::calendar::DayPhase;
use beredd::engine::clockwork::Clockwork;
use beredd::engine::queue::{EventKey, EventQueue};
use beredd::time::{Day, Minute};

/// The queue alone. All events have the same phase, rank and id, so that those of the same minute leave as they came.
pub fn queue(waiting: u32, mut seen: Seen) -> Run {
    let mut queue = EventQueue::default();
    let key = |minute: u64| EventKey::new(Minute(minute.cast_signed()), 0, 0, 0);
    for (minute, event) in seen.first(waiting) {
        queue.push(key(minute), event);
    }
    let end = key((1 << 44) - 1);
    Box::new(move |holds| {
        for _ in 0..holds {
            let (popped, event) = queue.pop_before(end).expect("as many come as leave");
            let now = popped.time().0.cast_unsigned();
            let (delay, successor) = seen.handle(now, event);
            queue.push(key(now + delay), successor);
        }
        seen.checksum
    })
}

/// The whole clock as the simulator uses it: events wait for their minute, days end, phases pass.
pub fn clockwork(waiting: u32, mut seen: Seen) -> Run {
    let mut clock = Clockwork::new(DayPhase::DEFAULT_ORDER, Day(0));
    for (minute, event) in seen.first(waiting) {
        clock.schedule_at(Minute(minute.cast_signed()), DayPhase::Receive, 0, 0, event);
    }
    Box::new(move |holds| {
        let mut left = holds;
        while left > 0 {
            let Some((now, event)) = clock.next_timed(None) else {
                while !clock.advance() {}
                continue;
            };
            let (delay, successor) = seen.handle(now.0.cast_unsigned(), event);
            clock.schedule_at(Minute(now.0 + delay.cast_signed()), DayPhase::Receive, 0, 0, successor);
            left -= 1;
        }
        seen.checksum
    })
}
