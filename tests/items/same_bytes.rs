//! The same seed and number give the same bytes.

use crate::support::shipped;
use beredd::items::families::families;
use beredd::items::generate::generate;
use beredd::items::render::{csv, tables};
use sha2::Digest;
use std::fs::read_to_string;

fn made(articles: usize, seed: u64) -> String {
    csv(&generate(&families().expect("the table is whole"), articles, seed))
}

fn digest(text: &str) -> String {
    sha2::Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_shipped_lists_are_what_their_commands_make() {
    let full = made(1240, 1);
    assert_eq!(
        digest(&full),
        "fb51565d0b732ca0905327a87e49021b3b78d0b1fe0f9bbe1dcfb1e5474280ae",
        "beredd items generate"
    );
    assert_eq!(full, read_to_string(shipped("scenarios/vasterbotten/articles-full.csv")).expect("the full list"));
    assert_eq!(made(100, 1), read_to_string(shipped("scenarios/demo/articles.csv")).expect("the short list"));
    let words = tables(&families().expect("the table is whole"));
    assert_eq!(words, read_to_string(shipped("scenarios/vasterbotten/families.toml")).expect("the tables"));
}

#[test]
fn another_seed_gives_another_list_of_the_same_articles() {
    let (one, two) = (made(200, 1), made(200, 2));
    assert_ne!(one, two);
    let names = |text: &str| {
        text.lines().map(|line| line.split(',').take(3).map(str::to_owned).collect()).collect::<Vec<Vec<_>>>()
    };
    assert_eq!(names(&one), names(&two), "ids and names do not depend on the seed");
}

#[test]
fn a_longer_list_keeps_prices_and_packs_of_the_articles_it_shares() {
    let table = families().expect("the table is whole");
    let (short, long) = (generate(&table, 300, 5), generate(&table, 900, 5));
    for item in &short {
        let same =
            long.iter().find(|other| other.id == item.id).expect("a longer list has the articles of a shorter one");
        assert_eq!((item.price, item.pack, item.volume), (same.price, same.pack, same.volume), "{}", item.id);
    }
}
