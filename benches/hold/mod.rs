//! The hold model (Vaucher and Duval 1975, Jones 1986): N events wait; the earliest leaves, and a new one comes an exponential time
//! later. Here: what every contender runs, and how contenders are timed side by side.

pub mod beredd;

use ::beredd::random::key::{ReplicationKey, StreamName};
use ::beredd::random::sampling::exponential;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;
use std::time::Instant;

/// Minutes from one event to the next, on average, however many wait. Whole minutes: one event in ten shares its minute with another,
/// so the order of equals counts.
const MINUTES_APART: f64 = 10.0;

/// Increments beyond the last round: an engine that runs all events of an instant at once draws a few more.
const SPARE: u64 = 1_000;

/// What waits. Two kinds, so that the handler has something to tell apart.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Event {
    Even { id: u32 },
    Odd { id: u32 },
}

/// What a contender has seen, and the increments that it still has to draw.
///
/// The increments are drawn before the clock runs and are the same for all: times then tell of queues and not of logarithms.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Depends on every event, its time and the order of all.
    pub checksum: u64,
    increments: Arc<[u32]>,
    drawn: usize,
}

impl Seen {
    /// For that many waiting events and that many holds.
    pub fn new(waiting: u32, holds: u64) -> Seen {
        let key = ReplicationKey::new(1, 0).stream(StreamName::new(&["bench", "hold"]));
        let mean = MINUTES_APART * f64::from(waiting);
        let drawn = u64::from(waiting) + holds + SPARE;
        let increments = (0..drawn).map(|k| exponential(&mut key.occurrence(k), mean).ceil() as u32).collect();
        Seen { increments, ..Seen::default() }
    }

    /// The first minutes of all that wait, by id.
    pub fn first(&mut self, waiting: u32) -> impl Iterator<Item = (u64, Event)> {
        (0..waiting).map(|id| (self.draw(), if id % 2 == 0 { Event::Even { id } } else { Event::Odd { id } }))
    }

    /// What happens at an event: it is noted, and its successor comes so many minutes later.
    #[inline]
    pub fn handle(&mut self, now: u64, event: Event) -> (u64, Event) {
        let (noted, successor) = match event {
            Event::Even { id } => (u64::from(id), Event::Odd { id }),
            Event::Odd { id } => (!u64::from(id), Event::Even { id }),
        };
        self.checksum = (self.checksum.rotate_left(5) ^ noted).wrapping_add(now);
        (self.draw(), successor)
    }

    #[inline]
    fn draw(&mut self) -> u64 {
        let increment = self.increments[self.drawn];
        self.drawn += 1;
        u64::from(increment)
    }
}

/// Runs that many more holds and returns the checksum of all so far.
pub type Run = Box<dyn FnMut(u64) -> u64>;

/// An engine in the race.
pub struct Contender {
    /// What the table calls it.
    pub name: &'static str,
    /// Sets up an engine in which that many events wait.
    pub make: fn(u32, Seen) -> Run,
    /// The least nanoseconds that a hold took in a round.
    pub ns: f64,
}

impl Contender {
    pub fn new(name: &'static str, make: fn(u32, Seen) -> Run) -> Contender {
        Contender { name, make, ns: f64::INFINITY }
    }
}

/// Rounds of a heat, in which the contenders take turns, so that a busy second hits all.
const ROUNDS: u64 = 8;
/// Holds of a contender in a round.
const HOLDS: u64 = 250_000;

/// One heat: everybody starts afresh, elsewhere in memory, and runs all rounds. The time of the best round counts.
///
/// # Panics
/// If a contender saw other events than the first one, or saw them in another order.
pub fn heat(waiting: u32, contenders: &mut [Contender]) {
    let seen = Seen::new(waiting, ROUNDS * HOLDS);
    let mut runs: Vec<Run> = contenders.iter().map(|one| (one.make)(waiting, seen.clone())).collect();
    for _ in 0..ROUNDS {
        let mut expected = None;
        for (contender, run) in contenders.iter_mut().zip(&mut runs) {
            let begun = Instant::now();
            let checksum = run(HOLDS);
            contender.ns = contender.ns.min(begun.elapsed().as_secs_f64() * 1e9 / HOLDS as f64);
            assert_eq!(
                checksum,
                *expected.get_or_insert(checksum),
                "{} saw other events than the first",
                contender.name
            );
        }
    }
}

/// The bare loop: an enum, a `match` and a heap of the standard library; events of the same minute leave as they came.
pub fn bare(waiting: u32, mut seen: Seen) -> Run {
    struct Entry(u64, u64, Event);
    impl PartialEq for Entry {
        fn eq(&self, other: &Entry) -> bool {
            (self.0, self.1) == (other.0, other.1)
        }
    }
    impl Eq for Entry {}
    impl PartialOrd for Entry {
        fn partial_cmp(&self, other: &Entry) -> Option<std::cmp::Ordering> {
            Some(self.cmp(other))
        }
    }
    impl Ord for Entry {
        fn cmp(&self, other: &Entry) -> std::cmp::Ordering {
            (self.0, self.1).cmp(&(other.0, other.1))
        }
    }
    let mut heap: BinaryHeap<_> =
        (0..).zip(seen.first(waiting)).map(|(n, (at, event))| Reverse(Entry(at, n, event))).collect();
    let mut number = u64::from(waiting);
    Box::new(move |holds| {
        for _ in 0..holds {
            let Reverse(Entry(now, _, event)) = heap.pop().expect("as many come as leave");
            let (delay, successor) = seen.handle(now, event);
            heap.push(Reverse(Entry(now + delay, number, successor)));
            number += 1;
        }
        seen.checksum
    })
}
