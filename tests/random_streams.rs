//! Streams that lie next to each other, by name, occurrence or replication, look independent.
//!
//! A counter-based design stands or falls with this: neighbours differ in one bit of a counter or in one letter of a
//! name. Every statistic is turned into a standard normal score and held below [`LIMIT`].

use beredd::random::block::Block;
use beredd::random::key::{ReplicationKey, StreamKey, StreamName};
use rand::Rng;

/// Largest score allowed. A sound generator exceeds it with probability 2e-9 per score (a little more for the
/// chi-square scores, which are skewed: below 1e-8). About 60 scores are taken here, so that a false alarm at a new
/// choice of seeds has probability below 1e-6. With fixed seeds the tests always give the same answer.
const LIMIT: f64 = 6.0;

/// Number of neighbouring streams.
const STREAMS: u64 = 1_000_000;

fn stream(seed: u64, replication: u64, name: &[&str]) -> StreamKey {
    ReplicationKey::new(seed, replication).stream(StreamName::new(name))
}

/// What neighbours differ in, and how to open the i-th of them.
type Neighbourhood = (&'static str, fn(u64) -> Block);

/// Neighbours by name, by occurrence, by replication and by seed.
fn neighbourhoods() -> [Neighbourhood; 4] {
    [
        ("name", |i| stream(1, 0, &["demand", "umea", &i.to_string()]).occurrence(0)),
        ("occurrence", |i| stream(1, 0, &["demand", "umea", "gloves-m"]).occurrence(i)),
        ("replication", |i| stream(1, i, &["demand", "umea", "gloves-m"]).occurrence(0)),
        ("seed", |i| stream(i, 0, &["demand", "umea", "gloves-m"]).occurrence(0)),
    ]
}

/// Pearson's chi-square over 64 × 64 equally likely cells, as a score: (χ² − 4095) / √(2 · 4095).
fn chi_square_score(pairs: impl Iterator<Item = (u64, u64)>) -> f64 {
    let mut cells = vec![0_u32; 64 * 64];
    let mut n = 0.0;
    for (row, column) in pairs {
        cells[(row % 64 * 64 + column % 64) as usize] += 1;
        n += 1.0;
    }
    let expected = n / 4096.0;
    let square: f64 = cells.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
    (square - 4095.0) / (2.0 * 4095.0_f64).sqrt()
}

/// Σ (u − ½)(v − ½) over its standard deviation √n / 12 under independence.
fn correlation_score(pairs: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (mut n, mut sum) = (0.0, 0.0);
    for (u, v) in pairs {
        n += 1.0;
        sum += (u - 0.5) * (v - 0.5);
    }
    12.0 * sum / f64::sqrt(n)
}

fn hold(what: &str, score: f64) {
    assert!(score.abs() < LIMIT, "{what}: score {score}");
}

#[test]
fn first_and_second_words_of_neighbours_fill_all_cells_alike() {
    for (by, open) in neighbourhoods() {
        for shift in [0, 29, 58] {
            let pairs = (0..STREAMS).map(|i| {
                let mut block = open(i);
                (block.next_u64() >> shift, block.next_u64() >> shift)
            });
            hold(&format!("words 1 and 2 by {by}, bits from {shift}"), chi_square_score(pairs));
        }
    }
}

#[test]
fn words_of_one_neighbour_say_nothing_about_the_next() {
    for (by, open) in neighbourhoods() {
        for shift in [0, 29, 58] {
            // Pairs that do not overlap are independent, as the chi-square asks.
            let pairs =
                (0..STREAMS / 2).map(|i| (open(2 * i).next_u64() >> shift, open(2 * i + 1).next_u64() >> shift));
            hold(&format!("neighbours by {by}, bits from {shift}"), chi_square_score(pairs));
        }
    }
}

#[test]
fn lag_one_correlation_of_neighbours_is_nil() {
    for (by, open) in neighbourhoods() {
        let first: Vec<f64> = (0..STREAMS).map(|i| open(i).unit()).collect();
        let second = (0..STREAMS).map(|i| {
            let mut block = open(i);
            block.next_u64();
            block.unit()
        });
        let second: Vec<f64> = second.collect();
        let lagged = |words: &[f64]| correlation_score(words.iter().copied().zip(words[1..].iter().copied()));
        hold(&format!("first words by {by}"), lagged(&first));
        hold(&format!("second words by {by}"), lagged(&second));
        hold(&format!("first against second by {by}"), correlation_score(first.into_iter().zip(second)));
    }
}

#[test]
fn replications_of_one_story_are_independent() {
    // The whole history of one stream in ten replications, each against the next.
    for replication in 0..10 {
        let (here, there) = (stream(7, replication, &["offer"]), stream(7, replication + 1, &["offer"]));
        let both = |k| (here.occurrence(k), there.occurrence(k));
        let words = (0..200_000).map(|k| {
            let (mut a, mut b) = both(k);
            (a.next_u64() >> 58, b.next_u64() >> 58)
        });
        hold(&format!("cells, replication {replication}"), chi_square_score(words));
        let units = (0..200_000).map(|k| {
            let (mut a, mut b) = both(k);
            (a.unit(), b.unit())
        });
        hold(&format!("correlation, replication {replication}"), correlation_score(units));
    }
}

#[test]
fn every_bit_of_a_block_is_fair() {
    // 128 scores of a binomial count: false alarm 128 × 2e-9 at a new choice of seeds.
    let key = stream(3, 0, &["bits"]);
    let mut ones = [0_u32; 128];
    for k in 0..200_000 {
        let mut block = key.occurrence(k);
        for half in 0..2 {
            let word = block.next_u64();
            (0..64).for_each(|bit| ones[half * 64 + bit] += (word >> bit & 1) as u32);
        }
    }
    for (bit, count) in ones.iter().enumerate() {
        hold(&format!("bit {bit}"), (f64::from(*count) - 100_000.0) / (200_000.0_f64 / 4.0).sqrt());
    }
}

#[test]
fn words_of_long_blocks_are_uncorrelated() {
    // Words 1 … 100 of 10,000 blocks, each word against the next of its block: 99 × 10,000 pairs, one score.
    let key = stream(4, 0, &["long"]);
    let pairs = (0..10_000).flat_map(|k| {
        let mut block = key.occurrence(k);
        let units: Vec<f64> = (0..100).map(|_| block.unit()).collect();
        (1..100).map(move |i| (units[i - 1], units[i]))
    });
    hold("within blocks", correlation_score(pairs));
}
