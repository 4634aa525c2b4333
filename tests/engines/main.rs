//! Two engines, one model: a naive second engine written from `docs/model.md` alone, runs worked by hand, and the
//! comparison of the naive engine with the main one over random plans.

mod by_hand;
mod conservation;
mod event;
mod features;
mod generate;
mod generate_rules;
mod naive;
mod probe;
mod splitmix;
