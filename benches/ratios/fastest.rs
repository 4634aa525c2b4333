//! The least time that some work takes: a busy machine only ever adds.

use std::hint::black_box;
use std::time::Instant;

/// Rounds in which things that are compared take turns. Whoever shares the processor core slows all by half for a second or
/// two, so the rounds are spread over several seconds.
pub const ROUNDS: usize = 40;

/// Some work, the least seconds that it took, and what it gave last.
pub struct Fastest<W, T> {
    work: W,
    /// The least seconds so far.
    pub seconds: f64,
    /// What the work gave last.
    pub last: T,
}

impl<W: FnMut() -> T, T> Fastest<W, T> {
    /// Does the work once.
    pub fn of(mut work: W) -> Fastest<W, T> {
        let begun = Instant::now();
        let last = work();
        Fastest { work, seconds: begun.elapsed().as_secs_f64(), last }
    }

    /// Does the work that many times more.
    pub fn again(&mut self, repetitions: usize) {
        for _ in 0..repetitions {
            let begun = Instant::now();
            self.last = (self.work)();
            self.seconds = self.seconds.min(begun.elapsed().as_secs_f64());
        }
    }
}

/// The least seconds of that many repetitions, of which there is at least one. What the work gives is dropped at once and takes no
/// memory beside the next.
pub fn least<T>(repetitions: usize, mut work: impl FnMut() -> T) -> f64 {
    let mut fastest = Fastest::of(|| drop(black_box(work())));
    fastest.again(repetitions - 1);
    fastest.seconds
}
