//! The hold model on nexosim, on one thread: one model, which schedules its own input.

use crate::hold::{Event, Run, Seen};
use nexosim::model::{Context, Model, schedulable};
use nexosim::simulation::{Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// What can be seen of the model from outside. A step runs all events of an instant, so the checksum is noted at the event asked for.
#[derive(Debug, Default)]
struct Window {
    asked: AtomicU64,
    happened: AtomicU64,
    checksum: AtomicU64,
}

#[derive(Default, Serialize, Deserialize)]
struct Hold {
    waiting: u32,
    #[serde(skip)]
    seen: Seen,
    #[serde(skip)]
    window: Arc<Window>,
}

#[Model]
impl Hold {
    #[nexosim(init)]
    async fn begin(&mut self, context: &Context<Self>, _: &mut ()) {
        for (minute, event) in self.seen.first(self.waiting) {
            context
                .schedule_event(Duration::from_secs(minute), schedulable!(Self::happen), event)
                .expect("a minute ahead");
        }
    }

    #[nexosim(schedulable)]
    fn happen(&mut self, event: Event, context: &Context<Self>) {
        let now = context.time().as_secs().cast_unsigned();
        let (delay, successor) = self.seen.handle(now, event);
        context
            .schedule_event(Duration::from_secs(delay), schedulable!(Self::happen), successor)
            .expect("a minute ahead");
        let happened = self.window.happened.load(Relaxed) + 1;
        self.window.happened.store(happened, Relaxed);
        if happened == self.window.asked.load(Relaxed) {
            self.window.checksum.store(self.seen.checksum, Relaxed);
        }
    }
}

pub fn hold(waiting: u32, seen: Seen) -> Run {
    let window = Arc::<Window>::default();
    let model = Hold { waiting, seen, window: window.clone() };
    let mut simulation = SimInit::with_num_threads(1)
        .add_model(model, Mailbox::new(), "hold")
        .init(MonotonicTime::EPOCH)
        .expect("a model alone");
    Box::new(move |holds| {
        let asked = window.asked.load(Relaxed) + holds;
        window.asked.store(asked, Relaxed);
        while window.happened.load(Relaxed) < asked {
            simulation.step().expect("events wait");
        }
        window.checksum.load(Relaxed)
    })
}
