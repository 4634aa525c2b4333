//! Statistical tests that would see a bias of one per cent: in each family of laws the mean of a replication is held to theory by
//! a z-test on its own standard error, once as it should be and once with one per cent more of something planted.
//!
//! **False alarms.** A test fails a right program if |z| > 5.91 (Student's t with 399 degrees of freedom: 8·10⁻⁹). **Power.** The
//! shift that one per cent makes is at least 7.2 standard errors, so a bias of that size is seen with a probability of 90 % or
//! more, whatever the seed: Φ(7.2 − 5.91) = 0.90. Seeds are fixed. Theory comes from statrs and closed forms, never from the program.

mod alarms;
mod families;
mod supply;
mod verdict;
