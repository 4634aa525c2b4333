//! Two engines, one model: a naive second engine written from `docs/model.md` alone, runs worked by hand, and the
//! comparison of the naive engine with the main one over random plans.

mod agreement;
mod by_hand;
mod by_hand_chance;
mod by_hand_laws;
mod by_hand_probes;
mod by_hand_shortage;
mod by_hand_stops;
mod by_hand_terms;
mod by_hand_transport;
mod conservation;
mod dispatch;
mod event;
mod features;
mod features_laws;
mod features_terms;
mod generate;
mod generate_laws;
mod generate_rules;
mod generate_shortage;
mod generate_terms;
mod generate_transport;
mod laws;
mod naive;
mod naive_terms;
mod on_order;
mod probe;
mod processes;
mod rationing;
mod shortage;
mod shortage_features;
mod splitmix;
mod stop;
mod tiny;
mod transport;
mod transport_features;
