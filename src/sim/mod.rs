//! One replication: a pure function of (plan, seed, replication number).
//!
//! The rules are those of `docs/model.md`. Each phase of a day is a file; [`replication`] strings them together.

pub mod batches;
pub mod cause;
pub mod conservation;
pub mod cost;
pub mod cost_shares;
mod cover;
pub mod day;
pub mod demand;
pub mod dispatch;
pub mod disruption;
pub mod disturbed;
pub mod downtime;
pub mod endurance;
pub mod excerpt;
pub mod forecast;
pub mod lead_time;
pub mod ledger;
pub mod loading;
pub mod measures;
pub mod need_laws;
pub mod needs;
pub mod observer;
pub mod ordering;
pub mod prepared;
pub mod receive;
pub mod replication;
pub mod reserve;
pub mod road;
pub mod sending;
pub mod shortage;
pub mod sourcing;
pub mod state;
pub mod stop;
pub mod terms;
pub mod timeline;
pub mod transit;
pub mod under_way;
pub mod vehicle;
pub mod workspace;
