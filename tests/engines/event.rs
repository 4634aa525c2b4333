//! What both engines tell about a run, in one language.

use beredd::plan::shortage::ReactionKind;
use beredd::units::Quanta;
use std::collections::BTreeSet;

/// Something that happened. Days count from the start of the run (the first day of the warm-up is 0); processes, cells
/// and demands are indices into the plan. The cell of an order or of a line is the number of its way; that of a first way is its
/// cell's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A disruption process went down or came up again. A process that is down when the run starts tells nothing
    /// until it recovers.
    Toggled { day: u32, process: u32, down: bool },
    /// A process that began took stock: some is lost, some locked until it ends.
    Struck { day: u32, process: u32, cell: u32, lost: Quanta, locked: Quanta },
    /// A process that ended gave back what it had locked.
    GivenBack { day: u32, process: u32, cell: u32, quantity: Quanta },
    /// Goods of a cell expired, in stock or by arriving too old.
    Expired { day: u32, cell: u32, quantity: Quanta, arriving: bool },
    /// Something of a reserve that stands apart expired or was destroyed.
    ReserveGone { day: u32, reserve: u32, quantity: Quanta, expired: bool },
    /// A reserve that stands apart was made whole.
    ReserveFilled { day: u32, reserve: u32, quantity: Quanta },
    /// A reserve was opened: it joined the stock of its cell.
    ReserveOpened { day: u32, reserve: u32, quantity: Quanta },
    /// At a switch of phases stock that stood apart joined the stock of its cell.
    ReserveReleased { day: u32, cell: u32, quantity: Quanta },
    /// One line of goods joined the stock of its cell.
    Received { day: u32, cell: u32, quantity: Quanta },
    /// The day's need of one demand entry, also when it is zero. A return is negative, and served in full.
    Demanded { day: u32, demand: u32, quantity: Quanta, served: Quanta },
    /// Units of the article of entry `by` took the place of units that entry `demand` lacked.
    Substituted { day: u32, demand: u32, by: u32, covered: Quanta, taken: Quanta },
    /// What became of need that stock did not cover, where a reaction rule holds.
    Reacted { day: u32, demand: u32, kind: ReactionKind, quantity: Quanta },
    /// Need came back, and waits.
    CameBack { day: u32, demand: u32, quantity: Quanta },
    /// A neighbour's cell gave to an entry what it lacked: used at once, or there on `arrival`.
    Helped { day: u32, demand: u32, from: u32, quantity: Quanta, arrival: Option<u32> },
    /// What a neighbour had sent joined the stock of a cell.
    HelpCame { day: u32, cell: u32, quantity: Quanta },
    /// Whether a whole order with a line, told by its first entry, is served.
    OrderDecided { day: u32, first: u32, whole: bool },
    /// The stock of an entry covered its need, but another line of its order was missing.
    HeldBack { day: u32, demand: u32, missing: u32, quantity: Quanta },
    /// A review wrote an order.
    Ordered { day: u32, cell: u32, quantity: Quanta },
    /// What one way had not shipped is requested by another way of the same cell.
    MovedOn { day: u32, from: u32, to: u32, quantity: Quanta },
    /// One line left for its cell and will join the stock there on `arrival_day`.
    Dispatched { day: u32, cell: u32, quantity: Quanta, arrival_day: u32 },
    /// Goods that leave a supplier cost so many thousandths of their price more than it.
    Dearer { day: u32, cell: u32, quantity: Quanta, thousandths: i64 },
    /// At a switch of phases a cell took back what it had requested.
    TakenBack { day: u32, cell: u32, quantity: Quanta },
    /// A closed cell handed stock on to another, or back to the supplier.
    HandedOn { day: u32, from: u32, to: Option<u32>, quantity: Quanta },
    /// The clock has moved to a minute within the day, for one event.
    Clock { day: u32, minute: i64 },
    /// The sums over all cells after the last phase of the day.
    DayEnd { day: u32, on_hand: Quanta, backlog: Quanta, in_transit: Quanta, requested: Quanta },
}

impl Event {
    /// The day of the event.
    pub fn day(&self) -> u32 {
        match *self {
            Event::Toggled { day, .. }
            | Event::Struck { day, .. }
            | Event::GivenBack { day, .. }
            | Event::Expired { day, .. }
            | Event::ReserveGone { day, .. }
            | Event::ReserveFilled { day, .. }
            | Event::ReserveOpened { day, .. }
            | Event::ReserveReleased { day, .. }
            | Event::Received { day, .. }
            | Event::Demanded { day, .. }
            | Event::Substituted { day, .. }
            | Event::Reacted { day, .. }
            | Event::CameBack { day, .. }
            | Event::Helped { day, .. }
            | Event::HelpCame { day, .. }
            | Event::OrderDecided { day, .. }
            | Event::HeldBack { day, .. }
            | Event::Ordered { day, .. }
            | Event::MovedOn { day, .. }
            | Event::Dispatched { day, .. }
            | Event::Dearer { day, .. }
            | Event::TakenBack { day, .. }
            | Event::HandedOn { day, .. }
            | Event::Clock { day, .. }
            | Event::DayEnd { day, .. } => day,
        }
    }

    /// Events of one class may stand beside each other in one phase. Goods with lead time zero are received within the
    /// dispatch phase, so receiving and dispatching are one class.
    fn class(&self) -> u8 {
        match self {
            Event::Toggled { .. } | Event::Struck { .. } | Event::GivenBack { .. } => 0,
            Event::Expired { arriving: false, .. } | Event::ReserveGone { .. } => 0,
            Event::ReserveFilled { .. } | Event::ReserveOpened { .. } | Event::ReserveReleased { .. } => 5,
            Event::Received { .. } | Event::Dispatched { .. } | Event::MovedOn { .. } | Event::Expired { .. } => 1,
            Event::HelpCame { .. } => 1,
            Event::Dearer { .. } => 1,
            Event::Demanded { .. } | Event::Substituted { .. } | Event::Reacted { .. } | Event::CameBack { .. } => 2,
            Event::Helped { .. } | Event::OrderDecided { .. } | Event::HeldBack { .. } => 2,
            Event::Ordered { .. } => 3,
            Event::DayEnd { .. } => 4,
            Event::TakenBack { .. } => 5,
            Event::HandedOn { .. } => 6,
            Event::Clock { .. } => 7,
        }
    }
}

/// Sorts the events within each phase of each day, because the model leaves their order open there: two arrivals at
/// sites of one rank, two toggles of one morning, the lines of one dispatch.
///
/// A phase is read off the log as a run of neighbours with one day and one class. The order of the phases themselves
/// is not touched. (When `receive` and `dispatch` are neighbours in the order of the day, their runs merge.)
pub fn normalise(log: &mut [Event]) {
    for run in log.chunk_by_mut(|one, next| (one.day(), one.class()) == (next.day(), next.class())) {
        run.sort();
    }
}

/// One copy of the state under one cut and claim, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Number of the probe.
    pub probe: u32,
    /// Day of the probe, counted from the start of the run.
    pub day: u32,
    /// The cut.
    pub cut: u32,
    /// The claim, in thousandths.
    pub claim: u16,
    /// S(1), S(2), … to the last level.
    pub served: Vec<f64>,
    /// Days of endurance at each threshold; the cap stands for "the cap or more".
    pub endurance: Vec<u32>,
    /// Whether a process marked as major was down when the probe was taken.
    pub major: bool,
    /// Parts of need: S at each level, and days of endurance at each threshold. Only at the largest claim.
    pub slices: Vec<(Vec<f64>, Vec<u32>)>,
}

/// One copy of the state under a cut that ends, read.
#[derive(Clone, Debug, PartialEq)]
pub struct StopRun {
    /// Number of the probe.
    pub probe: u32,
    /// The cut.
    pub cut: u32,
    /// S(1), S(2), … to the end of what is followed.
    pub served: Vec<f64>,
    /// Cover at the end of each day.
    pub cover: Vec<f64>,
    /// First day of breach.
    pub breach: Option<u32>,
    /// First day recovered.
    pub recovered: Option<u32>,
}

/// All that a replication told.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The log of the run itself, without the copies.
    pub events: Vec<Event>,
    /// The readings, by probe, cut and claim.
    pub readings: Vec<Reading>,
    /// The cuts that ended, by probe and cut.
    pub stops: Vec<StopRun>,
    /// What was short in the run itself, in the order in which it was found.
    pub causes: Vec<crate::causes::Short>,
    /// What the second engine notes of its copies, which have no log; empty in the main engine's.
    pub notes: BTreeSet<&'static str>,
}
