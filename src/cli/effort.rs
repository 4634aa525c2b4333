//! How much is simulated, and with what luck: options that every command with replications shares.

use crate::scenario::model::Study;

/// Replications, seed, threads.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Effort {
    /// Replications of everything that is run (default: from the study)
    #[arg(short, long, allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub replications: Option<u32>,
    /// Seed (default: from the study)
    #[arg(long, allow_negative_numbers = true)]
    pub seed: Option<u64>,
    /// Threads (default: one per core); the results do not depend on it
    #[arg(short, long, allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

impl Effort {
    /// Puts what is asked for in the place of what the study says.
    pub fn apply(&self, study: &mut Study) {
        study.replications = self.replications.unwrap_or(study.replications);
        study.seed = self.seed.unwrap_or(study.seed);
    }

    /// Threads; absent = one per core.
    pub fn threads(&self) -> Option<usize> {
        self.jobs.map(usize::from)
    }
}
