//! Shelf life: how long each article keeps once it has come from outside.

use serde::{Deserialize, Serialize};

/// Shelf lives; empty where batches are not followed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShelfPlan {
    /// Whole days from the day on which goods join a stock from outside to their expiry day, at least 1, parallel to
    /// [`super::Plan::articles`]; `None` for articles that keep. Empty where no article has batches.
    pub lives: Vec<Option<u32>>,
}

impl ShelfPlan {
    /// Days that fresh goods of an article keep, if it has batches.
    pub fn life(&self, article: u32) -> Option<u32> {
        self.lives.get(article as usize).copied().flatten()
    }

    /// Whether any article has batches.
    pub fn is_used(&self) -> bool {
        !self.lives.is_empty()
    }
}
