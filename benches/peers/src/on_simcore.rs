//! The hold model on simcore: one component, which emits to itself.

use crate::hold::{Event, Run, Seen};
use simcore::{EventHandler, Simulation, SimulationContext};
use std::cell::RefCell;
use std::rc::Rc;

struct Component {
    context: SimulationContext,
    seen: Seen,
}

impl EventHandler for Component {
    fn on(&mut self, event: simcore::Event) {
        let now = event.time as u64;
        // An enum is one type of payload here, and the handler of the model tells its kinds apart, as in every other engine.
        let waited: Event = *event.data.downcast_ref().expect("nothing else is emitted");
        let (delay, successor) = self.seen.handle(now, waited);
        self.context.emit_self(successor, delay as f64);
    }
}

pub fn hold(waiting: u32, mut seen: Seen) -> Run {
    let mut simulation = Simulation::new(1);
    let context = simulation.create_context("hold");
    for (minute, event) in seen.first(waiting) {
        context.emit_self(event, minute as f64);
    }
    let component = Rc::new(RefCell::new(Component { context, seen }));
    simulation.add_handler("hold", component.clone());
    Box::new(move |holds| {
        assert!(simulation.steps(holds), "events wait");
        component.borrow().seen.checksum
    })
}
