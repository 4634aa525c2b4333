//! The JSON of `beredd trace`: ids instead of names, quantities in units, days from the first measured day.

use crate::plan::policy::Rule;
use crate::plan::terms::Basis;
use crate::sim::batches::Expiry;
use crate::sim::observer::Weighing;
use crate::sim::trace::entry::{Balance, Disturbance, Entry, Help, Hindrance, Lot, ReserveChange, What};
use crate::study::trace::Traced;
use crate::time::Day;
use crate::units::Quanta;
use serde_json::{Map, Value, json};

/// Version of the format.
pub const SCHEMA: u32 = 1;

/// The trace as indented text, ending in a newline.
pub fn text(traced: &Traced) -> String {
    let told = Teller { traced };
    let (from, to) = traced.days;
    let document = json!({
        "schema": SCHEMA,
        "scenario": traced.scenario.id,
        "reserve": traced.reserve,
        "article": traced.plan.articles[traced.article as usize].id,
        "replication": traced.replication,
        "seed": traced.seed,
        "start": traced.scenario.frame.start,
        "from": traced.number(from),
        "to": traced.number(to),
        "entries": traced.entries.iter().map(|entry| told.entry(entry)).collect::<Vec<_>>(),
    });
    format!("{document:#}\n")
}

struct Teller<'a> {
    traced: &'a Traced<'a>,
}

impl Teller<'_> {
    fn entry(&self, entry: &Entry) -> Value {
        let plan = self.traced.plan;
        let mut object = Map::new();
        object.insert("day".into(), self.traced.number(entry.day).into());
        object.insert("date".into(), self.traced.date(entry.day).into());
        let site = entry.cell.map(|cell| plan.sites[plan.cells[cell as usize].site as usize].id.clone());
        object.insert("site".into(), site.into());
        let (what, more) = self.what(entry);
        object.insert("what".into(), what.into());
        if let Value::Object(more) = more {
            object.extend(more);
        }
        object.into()
    }

    fn what(&self, entry: &Entry) -> (&'static str, Value) {
        let of = |quantity: &Quanta| self.units(*quantity);
        let source = |way: u32| self.traced.source_id(way, entry.day);
        match &entry.what {
            What::Opening(balance) => ("opening", self.balance(balance)),
            What::Closing(balance) => ("closing", self.balance(balance)),
            What::Disruption { process, how } => self.disruption(*process, *how),
            What::PhaseBegins => {
                let phase = self.traced.plan_on(entry.day).phasing.name.as_ref();
                ("phase", json!({ "phase": phase.map(|phase| &phase.id) }))
            }
            What::TakenBack { quantity } => ("taken-back", json!({ "quantity": of(quantity) })),
            What::HandedOn { to, quantity } => {
                ("handed-on", json!({ "to": to.map(|to| self.site(to)), "quantity": of(quantity) }))
            }
            What::TookOver { from, quantity } => {
                ("took-over", json!({ "from": self.site(*from), "quantity": of(quantity) }))
            }
            What::Reserve { change, quantity } => (reserve(*change), json!({ "quantity": of(quantity) })),
            What::Expired { quantity, how } => {
                ("expired", json!({ "quantity": of(quantity), "on_arrival": *how == Expiry::OnArrival }))
            }
            What::Arrived { way, quantity, before, lots } => {
                let lots: Vec<Value> = lots.iter().map(|lot| self.lot(lot)).collect();
                (
                    "arrived",
                    json!({ "from": source(*way), "quantity": of(quantity), "before": of(before), "lots": lots }),
                )
            }
            What::BacklogServed { quantity } => ("backlog-served", json!({ "quantity": of(quantity) })),
            What::Needed { quantity, served, .. } => {
                ("needed", json!({ "quantity": of(quantity), "served": of(served) }))
            }
            What::Substituted { by, covered, taken } => ("substituted", self.exchanged(*by, *covered, *taken)),
            What::StoodIn { instead_of, covered, taken } => ("stood-in", self.exchanged(*instead_of, *covered, *taken)),
            What::Reacted { kind, quantity } => ("reacted", json!({ "reaction": kind.id(), "quantity": of(quantity) })),
            What::Help(help) => self.help(help),
            What::CameBack { quantity } => ("came-back", json!({ "quantity": of(quantity) })),
            What::Reviewed(why) => ("reviewed", self.weighing(why)),
            What::MovedOn { from, to, quantity } => {
                ("moved-on", json!({ "from": source(*from), "to": source(*to), "quantity": of(quantity) }))
            }
            What::Ordered { way, quantity, why } => {
                ("ordered", json!({ "from": source(*way), "quantity": of(quantity), "why": self.weighing(why) }))
            }
            What::SentBack { goods, cancelled } => {
                ("sent-back", json!({ "goods": of(goods), "cancelled": of(cancelled) }))
            }
            What::Sent { way, asked, quantity, arrival, express } => {
                let arrival = self.traced.number(*arrival);
                (
                    "sent",
                    json!({ "from": source(*way), "asked": of(asked), "quantity": of(quantity), "arrival": arrival, "express": express }),
                )
            }
            What::Left { way, asked, sent, why } => {
                let why = self.hindrances(why);
                ("left", json!({ "from": source(*way), "asked": of(asked), "sent": of(sent), "why": why }))
            }
        }
    }

    fn help(&self, help: &Help) -> (&'static str, Value) {
        let of = |quantity: &Quanta| self.units(*quantity);
        match help {
            Help::From { from, quantity, arrival } => {
                let arrival = arrival.map(|day| self.traced.number(day));
                ("helped", json!({ "from": self.site(*from), "quantity": of(quantity), "arrival": arrival }))
            }
            Help::To { to, quantity, arrival } => {
                let arrival = arrival.map(|day| self.traced.number(day));
                ("gave", json!({ "to": self.site(*to), "quantity": of(quantity), "arrival": arrival }))
            }
            Help::Came { quantity, before } => ("help-came", json!({ "quantity": of(quantity), "before": of(before) })),
            Help::HeldBack { quantity, missing } => {
                ("held-back", json!({ "quantity": of(quantity), "missing": self.article_of(*missing) }))
            }
        }
    }

    fn disruption(&self, process: u32, how: Disturbance) -> (&'static str, Value) {
        let name = self.process(process);
        match how {
            Disturbance::GoesOn => ("under-way", json!({ "disruption": name })),
            Disturbance::Begins => ("begins", json!({ "disruption": name })),
            Disturbance::Ends => ("ends", json!({ "disruption": name })),
            Disturbance::Strikes { lost, locked } => {
                ("struck", json!({ "disruption": name, "lost": self.units(lost), "locked": self.units(locked) }))
            }
            Disturbance::GivesBack { quantity } => {
                ("given-back", json!({ "disruption": name, "quantity": self.units(quantity) }))
            }
        }
    }

    fn exchanged(&self, demand: u32, covered: Quanta, taken: Quanta) -> Value {
        json!({ "article": self.article_of(demand), "covered": self.units(covered), "taken": self.units(taken) })
    }

    fn hindrances(&self, why: &[Hindrance]) -> Vec<Value> {
        why.iter().map(|one| self.hindrance(one)).collect()
    }

    /// A quantity in units; whole ones as whole numbers.
    fn units(&self, quantity: Quanta) -> Value {
        let resolution = self.traced.plan.resolution;
        if quantity % resolution == 0 {
            return (quantity / resolution).into();
        }
        super::number(quantity as f64 / resolution as f64)
    }

    fn process(&self, index: u32) -> &str {
        &self.traced.plan.disruptions[index as usize].name
    }

    /// Id of the site of a cell.
    fn site(&self, cell: u32) -> &str {
        let plan = self.traced.plan;
        &plan.sites[plan.cells[cell as usize].site as usize].id
    }

    fn article_of(&self, demand: u32) -> &str {
        let plan = self.traced.plan;
        &plan.articles[plan.cells[plan.demands[demand as usize].cell as usize].article as usize].id
    }

    fn balance(&self, balance: &Balance) -> Value {
        json!({
            "on_hand": self.units(balance.on_hand),
            "requested": self.units(balance.requested),
            "in_transit": self.units(balance.in_transit),
            "backlog": self.units(balance.backlog),
            "owed": self.units(balance.owed),
        })
    }

    fn lot(&self, lot: &Lot) -> Value {
        let number = |day: &Day| self.traced.number(*day);
        let orders = lot.ordered.iter();
        let ordered: Vec<Value> =
            orders.map(|(day, quantity)| json!({ "day": number(day), "quantity": self.units(*quantity) })).collect();
        json!({ "quantity": self.units(lot.quantity), "sent": number(&lot.sent), "ordered": ordered })
    }

    fn weighing(&self, why: &Weighing) -> Value {
        let of = |quantity: Quanta| self.units(quantity);
        let rule = match why.rule {
            Rule::Never => json!({ "kind": "none" }),
            Rule::List { .. } => json!({ "kind": "list" }),
            Rule::OrderUpTo { level } => json!({ "kind": "order-up-to", "level": of(level) }),
            Rule::ReorderPoint { point, lot } => {
                json!({ "kind": "reorder-point", "point": of(point), "lot": of(lot) })
            }
            Rule::FixedQuantity { point, lot } => {
                json!({ "kind": "fixed-quantity", "point": of(point), "lot": of(lot) })
            }
            Rule::Need { need, minimum } => json!({ "kind": "need", "need": of(need), "minimum": of(minimum) }),
            Rule::MinMax { point, level } => json!({ "kind": "min-max", "point": of(point), "level": of(level) }),
            Rule::Restore { point } => json!({ "kind": "restore", "point": of(point) }),
        };
        let basis = match why.terms.basis {
            Basis::Position => "position",
            Basis::Available => "available",
            Basis::OnHand => "on-hand",
            Basis::Echelon => "echelon",
        };
        json!({
            "rule": rule,
            "basis": basis,
            "stock": of(why.stock),
            "tolerance": of(why.tolerance),
            "wanted": of(why.wanted),
            "minimum_order": of(why.terms.minimum_order),
            "pack": of(why.pack),
            "approval_days": why.terms.approval_days,
        })
    }

    fn hindrance(&self, hindrance: &Hindrance) -> Value {
        let names = |by: &[u32]| by.iter().map(|&one| self.process(one)).collect::<Vec<_>>();
        match hindrance {
            Hindrance::NoDeparture => json!({ "what": "no-departure" }),
            Hindrance::LaneStopped(by) => json!({ "what": "lane-stopped", "by": names(by) }),
            Hindrance::OriginStopped(by) => json!({ "what": "origin-stopped", "by": names(by) }),
            Hindrance::OfferStopped(by) => json!({ "what": "offer-stopped", "by": names(by) }),
            Hindrance::Limited { most, by } => {
                json!({ "what": "limited", "most": self.units(*most), "by": names(by) })
            }
            Hindrance::Shared { stock, asked } => {
                json!({ "what": "shared", "stock": self.units(*stock), "asked": self.units(*asked) })
            }
            Hindrance::KeptBack { reserve } => json!({ "what": "kept-back", "reserve": self.units(*reserve) }),
            Hindrance::WholeLines => json!({ "what": "whole-lines" }),
            Hindrance::WholeOrders => json!({ "what": "whole-orders" }),
            Hindrance::Full => json!({ "what": "full" }),
            Hindrance::NoTime => json!({ "what": "no-time" }),
        }
    }
}

/// What becomes of a reserve that stands apart, as a word.
fn reserve(change: ReserveChange) -> &'static str {
    match change {
        ReserveChange::Opened => "reserve-opened",
        ReserveChange::Filled => "reserve-filled",
        ReserveChange::Expired => "reserve-expired",
        ReserveChange::Lost => "reserve-lost",
        ReserveChange::Released => "reserve-given-up",
    }
}
