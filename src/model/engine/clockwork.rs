//! The clockwork: the daily phases run from the calendar, irregular events from the queue, in one total order.

use super::calendar::DayPhase;
use super::queue::{EventKey, EventQueue};
use crate::time::{Day, MINUTES_PER_DAY, Minute};

/// The clock of a replication: which phase of which day is running, and what waits.
#[derive(Clone, Debug)]
pub struct Clockwork<P> {
    order: [DayPhase; 5],
    day: Day,
    place: u8,
    queue: EventQueue<P>,
}

impl<P: Copy> Clockwork<P> {
    /// A clock at the first phase of a day.
    pub fn new(order: [DayPhase; 5], day: Day) -> Clockwork<P> {
        Clockwork { order, day, place: 0, queue: EventQueue::default() }
    }

    /// The running day.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The running phase.
    pub fn phase(&self) -> DayPhase {
        self.order[usize::from(self.place)]
    }

    /// Moves to the next phase, and after the last one to the next day. Returns true when a day has ended.
    pub fn advance(&mut self) -> bool {
        self.place += 1;
        if usize::from(self.place) < self.order.len() {
            return false;
        }
        self.place = 0;
        self.day = self.day.plus(1);
        true
    }

    /// The day on which something due at `time` is noticed by a phase: the first that starts at or after it and whose
    /// phase has not passed.
    pub fn day_of(&self, time: Minute, phase: DayPhase) -> Day {
        let day = time.next_day_start().max(self.day);
        if day == self.day && phase.place(&self.order) < self.place { day.plus(1) } else { day }
    }

    /// Schedules an event for a phase on the day that [`Clockwork::day_of`] tells, and returns that day.
    pub fn schedule(&mut self, time: Minute, phase: DayPhase, rank: u8, id: u32, payload: P) -> Day {
        let day = self.day_of(time, phase);
        self.queue.push(EventKey::new(day.start(), phase.place(&self.order), rank, id), payload);
        day
    }

    /// The next event of the running phase, if any is left.
    pub fn next_event(&mut self) -> Option<P> {
        let end_of_phase = EventKey::new(self.day.start(), self.place + 1, 0, 0);
        self.queue.pop_before(end_of_phase).map(|(_, payload)| payload)
    }

    /// Whether the running phase is the last of its day.
    #[inline]
    pub fn in_last_phase(&self) -> bool {
        usize::from(self.place) + 1 == self.order.len()
    }

    /// The place of a timed event of this day among others.
    pub fn key_at(&self, minute: Minute, phase: DayPhase, rank: u8, id: u32) -> EventKey {
        EventKey::new(minute, phase.place(&self.order), rank, id)
    }

    /// Schedules an event for an exact minute, which lies ahead.
    pub fn schedule_at(&mut self, minute: Minute, phase: DayPhase, rank: u8, id: u32, payload: P) {
        let at_a_start = minute.0 % MINUTES_PER_DAY == 0;
        if at_a_start {
            self.schedule(minute, phase, rank, id, payload);
        } else {
            self.queue.push(self.key_at(minute, phase, rank, id), payload);
        }
    }

    /// Schedules an event again that had a running number before ([`Clockwork::waiting`]), at a minute of its own or, at the start of a
    /// day, in a phase.
    pub fn schedule_again(&mut self, minute: Minute, phase: DayPhase, (rank, id): (u8, u32), number: u64, payload: P) {
        let at_a_start = minute.0 % MINUTES_PER_DAY == 0;
        let key = if at_a_start {
            EventKey::new(self.day_of(minute, phase).start(), phase.place(&self.order), rank, id)
        } else {
            self.key_at(minute, phase, rank, id)
        };
        self.queue.push_again(key, number, payload);
    }

    /// The next event that comes before a timed event, or before the day ends, with its minute.
    pub fn next_timed(&mut self, before: Option<EventKey>) -> Option<(Minute, P)> {
        let end_of_day = EventKey::new(self.day.plus(1).start(), 0, 0, 0);
        let (key, payload) = self.queue.pop_before(before.unwrap_or(end_of_day))?;
        Some((key.time(), payload))
    }

    /// The events that wait with the minutes they wait for, in no particular order.
    pub fn waiting(&self) -> impl Iterator<Item = (EventKey, &P)> {
        self.queue.entries()
    }

    /// Forgets all events that wait.
    pub fn forget_waiting(&mut self) {
        self.queue.clear();
    }

    /// Moves from the first phase of a day to that of a later one. Whoever does this sees to all that would have happened between them.
    ///
    /// # Panics
    /// If the clock stands within a day, or at a later one.
    pub fn skip_to(&mut self, day: Day) {
        assert!(self.place == 0 && self.day <= day, "a clock skips from the start of a day to a later day");
        self.day = day;
    }

    /// Becomes a copy of another clock, reusing its own memory.
    pub fn copy_from(&mut self, other: &Clockwork<P>) {
        (self.order, self.day, self.place) = (other.order, other.day, other.place);
        self.queue.copy_from(&other.queue);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrival_whose_phase_has_passed_waits_for_the_next_day() {
        let mut clock = Clockwork::new(DayPhase::DEFAULT_ORDER, Day(4));
        clock.advance();
        assert_eq!(clock.phase(), DayPhase::Receive);
        assert_eq!(clock.schedule(Day(4).start(), DayPhase::Receive, 0, 0, 'a'), Day(4), "its phase is running");
        clock.advance();
        assert_eq!(clock.schedule(Day(4).start(), DayPhase::Receive, 0, 0, 'b'), Day(5), "its phase has passed");
        assert_eq!(
            clock.schedule(Minute(4 * 1440 + 1), DayPhase::Demand, 0, 0, 'c'),
            Day(5),
            "a minute past the start"
        );
    }

    #[test]
    fn events_leave_in_their_phase_and_no_earlier() {
        let mut clock = Clockwork::new(DayPhase::DEFAULT_ORDER, Day(0));
        clock.schedule(Day(1).start(), DayPhase::Receive, 0, 0, 'r');
        clock.schedule(Day(1).start(), DayPhase::State, 0, 0, 's');
        let mut seen = Vec::new();
        for _ in 0..10 {
            while let Some(event) = clock.next_event() {
                seen.push((clock.day(), clock.phase(), event));
            }
            clock.advance();
        }
        assert_eq!(seen, [(Day(1), DayPhase::State, 's'), (Day(1), DayPhase::Receive, 'r')]);
    }
}
