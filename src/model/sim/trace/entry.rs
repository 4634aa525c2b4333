//! What a trace tells: one entry for each thing that happened to a watched cell, and why.

use crate::plan::shortage::ReactionKind;
use crate::sim::batches::Expiry;
use crate::sim::observer::Weighing;
use crate::time::Day;
use crate::units::Quanta;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day.
    pub day: Day,
    /// The cell; absent where it is about none.
    pub cell: Option<u32>,
    /// What happened.
    pub what: What,
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// On hand.
    pub on_hand: Quanta,
    /// Ordered and not shipped.
    pub requested: Quanta,
    /// Shipped and not arrived.
    pub in_transit: Quanta,
    /// Owed to wards.
    pub backlog: Quanta,
    /// Owed to cells that buy here.
    pub owed: Quanta,
}

/// Goods of one arrival that were sent together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// How much.
    pub quantity: Quanta,
    /// When it was sent, or bought in an emergency.
    pub sent: Day,
    /// When it was ordered, with how much of each order; empty for an emergency.
    pub ordered: Vec<(Day, Quanta)>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The window begins, with this in the cell.
    Opening(Balance),
    /// A disruption that touches what is watched.
    Disruption {
        /// Index into the plan's disruptions.
        process: u32,
        /// What it does.
        how: Disturbance,
    },
    /// Goods expired.
    Expired {
        /// How much.
        quantity: Quanta,
        /// In stock or on arrival.
        how: Expiry,
    },
    /// Goods joined the stock.
    Arrived {
        /// The way by which they came.
        way: u32,
        /// How much.
        quantity: Quanta,
        /// Stock on hand just before.
        before: Quanta,
        /// Where they come from; empty if they were neither ordered nor bought.
        lots: Vec<Lot>,
    },
    /// Those who waited were served.
    BacklogServed {
        /// How much.
        quantity: Quanta,
    },
    /// Wards needed something.
    Needed {
        /// How much; below zero where goods come back.
        quantity: Quanta,
        /// Served from stock at once.
        served: Quanta,
        /// Whether a reaction rule says what becomes of the rest.
        reacts: bool,
    },
    /// Another article covered what the stock lacked.
    Substituted {
        /// Demand entry of the other article.
        by: u32,
        /// How much of the need it covered.
        covered: Quanta,
        /// How much of the other article went.
        taken: Quanta,
    },
    /// The stock covered what another article lacked.
    StoodIn {
        /// Demand entry of the other article.
        instead_of: u32,
        /// How much of the other's need it covered.
        covered: Quanta,
        /// How much went.
        taken: Quanta,
    },
    /// What became of need that stock did not cover.
    Reacted {
        /// The way it went.
        kind: ReactionKind,
        /// How much.
        quantity: Quanta,
    },
    /// Need came back, and waits.
    CameBack {
        /// How much.
        quantity: Quanta,
    },
    /// A review ordered nothing.
    Reviewed(Weighing),
    /// A review ordered.
    Ordered {
        /// The way by which it is to come.
        way: u32,
        /// How much, rounded.
        quantity: Quanta,
        /// Why.
        why: Weighing,
    },
    /// A review sent goods back.
    SentBack {
        /// Stock that went.
        goods: Quanta,
        /// Requests that were taken back.
        cancelled: Quanta,
    },
    /// Another source takes over what one has not sent.
    MovedOn {
        /// The way that it was asked for by.
        from: u32,
        /// The way that it is asked for by from now on.
        to: u32,
        /// How much.
        quantity: Quanta,
    },
    /// Goods left for the cell.
    Sent {
        /// The way by which it comes.
        way: u32,
        /// What was asked for before anything left today.
        asked: Quanta,
        /// What leaves.
        quantity: Quanta,
        /// When it joins the stock.
        arrival: Day,
        /// Whether it goes by express.
        express: bool,
    },
    /// Something that was asked for did not leave.
    Left {
        /// The way by which it was to come.
        way: u32,
        /// What was asked for.
        asked: Quanta,
        /// What left.
        sent: Quanta,
        /// What stood in the way.
        why: Vec<Hindrance>,
    },
    /// Help from neighbours, or an order held back.
    Help(Help),
    /// A later phase of the run begins.
    PhaseBegins,
    /// At the switch of phases the cell took back what it had requested.
    TakenBack {
        /// How much.
        quantity: Quanta,
    },
    /// A closed cell handed its stock on.
    HandedOn {
        /// To which cell; absent if it went back to the supplier.
        to: Option<u32>,
        /// How much.
        quantity: Quanta,
    },
    /// The cell took over the stock of a closed one.
    TookOver {
        /// The closed cell.
        from: u32,
        /// How much.
        quantity: Quanta,
    },
    /// Something happened to the reserve that stands apart beside the cell.
    Reserve {
        /// What.
        change: ReserveChange,
        /// How much of it.
        quantity: Quanta,
    },
    /// The day ends, with this in the cell.
    Closing(Balance),
}

/// What becomes of a reserve that stands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReserveChange {
    /// It joins the stock.
    Opened,
    /// It is made whole.
    Filled,
    /// It is too old.
    Expired,
    /// A disruption destroys some of it.
    Lost,
    /// A switch of phases gives some of it to the stock.
    Released,
}

/// What neighbours and whole orders did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// A neighbour gave what was short.
    From {
        /// The cell that gave.
        from: u32,
        /// How much.
        quantity: Quanta,
        /// When it is there; absent where it was used at once.
        arrival: Option<Day>,
    },
    /// The cell gave to a neighbour.
    To {
        /// The cell that was short.
        to: u32,
        /// How much.
        quantity: Quanta,
        /// When it is there; absent where it was used at once.
        arrival: Option<Day>,
    },
    /// What a neighbour had sent joined the stock.
    Came {
        /// How much.
        quantity: Quanta,
        /// Stock on hand just before.
        before: Quanta,
    },
    /// Stock covered the need, but the order was not whole.
    HeldBack {
        /// The need.
        quantity: Quanta,
        /// The demand entry of the first missing line.
        missing: u32,
    },
}

/// What a disruption does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disturbance {
    /// It is under way when the window begins.
    GoesOn,
    /// It begins.
    Begins,
    /// It ends.
    Ends,
    /// It takes stock.
    Strikes {
        /// Lost for good.
        lost: Quanta,
        /// Locked until it ends.
        locked: Quanta,
    },
    /// It gives back what it had locked.
    GivesBack {
        /// How much.
        quantity: Quanta,
    },
}

/// What kept goods from leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Nothing departs today.
    NoDeparture,
    /// The lane is stopped.
    LaneStopped(Vec<u32>),
    /// The place that goods leave from is stopped.
    OriginStopped(Vec<u32>),
    /// The supplier does not deliver the article.
    OfferStopped(Vec<u32>),
    /// Disruptions let through only so much.
    Limited {
        /// The most that may leave.
        most: Quanta,
        /// Indices of the processes.
        by: Vec<u32>,
    },
    /// The stock at the source did not suffice.
    Shared {
        /// The stock when dispatch began.
        stock: Quanta,
        /// What all buyers asked for.
        asked: Quanta,
    },
    /// What stood at the source is a reserve kept for others.
    KeptBack {
        /// The reserve.
        reserve: Quanta,
    },
    /// Only whole lines leave.
    WholeLines,
    /// Only whole orders leave.
    WholeOrders,
    /// The departure is full.
    Full,
    /// Nobody at the origin had time to pick it.
    NoTime,
}
