//! Closed forms against known answers: the file of cases, and further instances worked out by other means.

mod further;
mod given;
mod wrong;
