//! The queue of irregular events, in a total order.

use super::heap::{Heap, Keyed};
use crate::time::Minute;
use std::cmp::Ordering;

/// The place of an event in time: (time, phase, echelon rank, stable id, running number), packed into 128 bits so that
/// one comparison decides. Relabelling and adding unrelated things change nothing about the order of the others.
///
/// The number is kept as two halves: next to a payload of 8 bytes an entry of the heap then takes 24 and not 32. From the top, the
/// high half holds 44 bits of minutes, 4 of the phase, 8 of the rank and 8 of the id; the low half the other 24 bits of the id and
/// 40 of the running number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventKey {
    high: u64,
    low: u64,
}

/// Bits of the running number, below the id in the low half.
const NUMBER_BITS: u32 = 40;
/// Bits of the id that stand in the low half.
const LOW_ID_BITS: u32 = u64::BITS - NUMBER_BITS;
/// Where the rank begins in the high half, above the rest of the id.
const RANK_AT: u32 = u32::BITS - LOW_ID_BITS;
/// Where the phase begins in the high half, above the rank.
const PHASE_AT: u32 = RANK_AT + u8::BITS;
/// Where the minutes begin in the high half, above the phase.
const TIME_AT: u32 = PHASE_AT + 4;

impl EventKey {
    /// Packs a key. The running number is added by the queue.
    ///
    /// # Panics
    /// If the time is negative or beyond 2⁴⁴ minutes, or the phase beyond 15.
    #[inline]
    pub fn new(time: Minute, phase: u8, rank: u8, id: u32) -> EventKey {
        // A negative time is a huge one without its sign.
        let minutes = time.0.cast_unsigned();
        assert!(minutes < 1 << (u64::BITS - TIME_AT) && phase < 16, "an event key out of range");
        let [phase, rank, id] = [phase.into(), rank.into(), u64::from(id)];
        EventKey {
            high: minutes << TIME_AT | phase << PHASE_AT | rank << RANK_AT | id >> LOW_ID_BITS,
            low: id << NUMBER_BITS,
        }
    }

    /// The whole key as one number, which orders events.
    #[inline]
    fn bits(self) -> u128 {
        u128::from(self.high) << u64::BITS | u128::from(self.low)
    }

    /// The time of the event.
    #[inline]
    pub fn time(self) -> Minute {
        Minute((self.high >> TIME_AT).cast_signed())
    }

    /// The running number of the event.
    pub fn number(self) -> u64 {
        self.low & ((1 << NUMBER_BITS) - 1)
    }

    /// The phase of the event.
    pub fn phase(self) -> u8 {
        u8::try_from(self.high >> PHASE_AT & 0xf).expect("four bits")
    }
}

impl PartialOrd for EventKey {
    #[inline]
    fn partial_cmp(&self, other: &EventKey) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for EventKey {
    #[inline]
    fn cmp(&self, other: &EventKey) -> Ordering {
        self.bits().cmp(&other.bits())
    }
}

/// Events that leave in the order of their keys; equal keys leave in the order they came.
///
/// Cancelling is lazy: the owner of an event remembers which number it waits for ([`EventQueue::push`] returns it) and
/// ignores any other.
#[derive(Clone, Debug)]
pub struct EventQueue<P> {
    heap: Heap<Entry<P>>,
    pushed: u64,
}

#[derive(Clone, Copy, Debug)]
struct Entry<P> {
    key: EventKey,
    payload: P,
}

impl<P: Copy> Keyed for Entry<P> {
    #[inline]
    fn key(&self) -> u128 {
        self.key.bits()
    }
}

impl<P> Default for EventQueue<P> {
    fn default() -> Self {
        EventQueue { heap: Heap::default(), pushed: 0 }
    }
}

impl<P: Copy> EventQueue<P> {
    /// Adds an event and returns its running number.
    ///
    /// # Panics
    /// After 2⁴⁰ events in one queue.
    pub fn push(&mut self, key: EventKey, payload: P) -> u64 {
        let number = self.pushed;
        assert!(number < 1 << NUMBER_BITS, "too many events in one replication");
        self.pushed += 1;
        self.push_again(key, number, payload);
        number
    }

    /// Adds an event that had a running number before: among its equals it comes where it would have come.
    pub fn push_again(&mut self, key: EventKey, number: u64, payload: P) {
        self.heap.push(Entry { key: EventKey { low: key.low | number, ..key }, payload });
    }

    /// Takes the earliest event if its key is below `limit`.
    #[inline]
    pub fn pop_before(&mut self, limit: EventKey) -> Option<(EventKey, P)> {
        if self.heap.least()?.key >= limit {
            return None;
        }
        self.heap.pop().map(|entry| (entry.key, entry.payload))
    }

    /// Number of events that wait.
    pub fn len(&self) -> usize {
        self.heap.entries().len()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.heap.entries().is_empty()
    }

    /// The events that wait, in no particular order.
    pub fn entries(&self) -> impl Iterator<Item = (EventKey, &P)> {
        self.heap.entries().iter().map(|entry| (entry.key, &entry.payload))
    }

    /// Forgets all events that wait. Running numbers go on.
    pub fn clear(&mut self) {
        self.heap.clear();
    }

    /// Becomes a copy of another queue, reusing its own memory.
    pub fn copy_from(&mut self, other: &EventQueue<P>) {
        self.heap.copy_from(&other.heap);
        self.pushed = other.pushed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const END: EventKey = EventKey { high: u64::MAX, low: u64::MAX };

    #[test]
    fn time_beats_phase_beats_rank_beats_id_beats_arrival() {
        let mut queue = EventQueue::default();
        queue.push(EventKey::new(Minute(5), 0, 0, 0), "late");
        queue.push(EventKey::new(Minute(4), 2, 0, 0), "phase");
        queue.push(EventKey::new(Minute(4), 1, 2, 0), "rank");
        queue.push(EventKey::new(Minute(4), 1, 1, 7), "id");
        queue.push(EventKey::new(Minute(4), 1, 1, 3), "first");
        queue.push(EventKey::new(Minute(4), 1, 1, 3), "second");
        let order: Vec<_> = std::iter::from_fn(|| queue.pop_before(END)).map(|(_, name)| name).collect();
        assert_eq!(order, ["first", "second", "id", "rank", "phase", "late"]);
    }

    #[test]
    fn an_event_at_the_limit_waits() {
        let mut queue = EventQueue::default();
        queue.push(EventKey::new(Minute(10), 1, 0, 0), ());
        assert!(queue.pop_before(EventKey::new(Minute(10), 1, 0, 0)).is_none());
        let (key, ()) = queue.pop_before(EventKey::new(Minute(10), 2, 0, 0)).expect("below the next phase");
        assert_eq!((key.time(), key.phase()), (Minute(10), 1));
    }

    #[test]
    fn agrees_with_an_ordered_map() {
        let (mut queue, mut shadow, mut state) = (EventQueue::default(), BTreeMap::new(), 1_u64);
        for step in 0..20_000_u64 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if state >> 62 == 0 {
                let expected = shadow.pop_first().map(|(_, payload)| payload);
                assert_eq!(queue.pop_before(END).map(|(_, payload)| payload), expected);
            } else {
                let (time, rank) =
                    (Minute(i64::try_from(state >> 33 & 0xff).unwrap()), u8::try_from(state >> 44 & 3).unwrap());
                queue.push(EventKey::new(time, 0, rank, 0), step);
                shadow.insert((time, rank, step), step);
            }
        }
        assert_eq!(queue.len(), shadow.len());
    }
}
