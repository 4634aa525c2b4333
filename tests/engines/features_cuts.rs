//! Which parts of cuts a run exercised: read off what ended, and noted by the second engine in its copies.

use crate::event::Run;
use crate::features::Features;
use crate::naive::State;
use crate::processes::Changed;
use beredd::plan::Plan;
use beredd::plan::disruption::Source;

/// How many features there are here.
pub const COUNT: usize = 4 + NOTES.len();

/// What begins or ends in copies.
const NOTES: [&str; 9] = [
    "with a cut: begins",
    "with a cut: ends before the copy",
    "with a cut: something stops",
    "with a cut: needs change",
    "with a cut: less capacity",
    "with a cut: lead times change",
    "with a cut: stock is lost or locked",
    "with a cut: less staff",
    "with a cut: something follows",
];

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    for stop in &run.stops {
        if plan.cuts[stop.cut as usize].stop.is_some() {
            features.insert("stop that ends after its own length", true);
        }
    }
    note_slices(run, features);
    let none = |cut: &beredd::plan::cut::Cut| cut.stop.is_some_and(|stop| stop.length_days == 0);
    if plan.endurance.stop.is_some() && !run.readings.is_empty() && plan.cuts.iter().any(none) {
        features.insert("own length of nothing beside a common one", true);
    }
}

/// Notes what parts of need said.
fn note_slices(run: &Run, features: &mut Features) {
    for reading in &run.readings {
        let differs = |(_, days): &(Vec<f64>, Vec<u32>)| days != &reading.endurance;
        if !reading.slices.is_empty() {
            features.insert("part of need", true);
        }
        if reading.slices.iter().any(differs) {
            features.insert("part of need lasts longer or shorter than all", true);
        }
    }
}

/// Notes a change in a copy.
pub fn note_change(state: &State, plan: &Plan, change: &Changed) {
    let process = &plan.disruptions[change.process];
    let with_cut = |index: u32| plan.disruptions[index as usize].source == Source::WithCut;
    let (begun, follows) = match process.source {
        Source::WithCut => (true, false),
        Source::After { process, .. } => (false, with_cut(process)),
        _ => (false, false),
    };
    let effects = &process.effects;
    let here = [
        begun && change.down,
        begun && !change.down,
        begun && change.down && !process.targets.is_empty(),
        begun && change.down && !effects.demands.is_empty(),
        begun && change.down && !effects.limited.is_empty(),
        begun && change.down && !effects.lanes.is_empty(),
        begun
            && change.down
            && effects.cells.iter().any(|&cell| state.on_hand[cell as usize] > 1)
            && effects.lost.0 > 0,
        begun && change.down && !effects.staffed.is_empty(),
        follows && change.down,
    ];
    let noted = NOTES.iter().zip(here).filter(|(_, here)| *here);
    state.notes.borrow_mut().extend(noted.map(|(note, _)| *note));
}
