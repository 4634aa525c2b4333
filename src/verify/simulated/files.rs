//! The scenario files of theory, carried by the program so that `verify` works without the repository.

/// Folder of the files in the repository.
pub const FOLDER: &str = "scenarios/theory/";

macro_rules! carried {
    ($($name:literal)+) => {
        /// Path and text of every file.
        pub const CARRIED: &[(&str, &str)] = &[
            $((concat!("scenarios/theory/", $name), include_str!(concat!("../../../scenarios/theory/", $name))),)+
        ];
    };
}

carried! {
    "base_stock.toml"
    "common_random_numbers.toml"
    "endurance.toml"
    "eoq.toml"
    "eoq_backorders.toml"
    "capacitated_base_stock.toml"
    "epq.toml"
    "newsvendor_discrete.toml"
    "newsvendor_lognormal.toml"
    "newsvendor_poisson.toml"
    "newsvendor_normal.toml"
    "periodic_review.toml"
    "perishable.toml"
    "risk_pooling.toml"
    "rq_normal.toml"
    "serial_normal.toml"
    "sS_poisson.toml"
    "wagner_whitin.toml"
    "bullwhip.toml"
    "base_stock_with_disruptions.toml"
    "markov_disruption.toml"
    "eoq_with_disruptions.toml"
    "palm_mg_infinity.toml"
    "erlang_b_lost_sales.toml"
    "rq_poisson.toml"
    "owmr_poisson.toml"
    "single_server_queue.toml"
}
