//! A made-up region of any size: a central warehouse and stores, on the suppliers, disruptions and prices of the demo.

use beredd::items::families::families;
use beredd::items::generate::generate;
use beredd::items::render::{csv, tables};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// How large the region is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Articles.
    pub articles: usize,
    /// Sites, the central warehouse included.
    pub sites: u32,
    /// Measured days.
    pub days: u32,
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{} articles x {} sites x {} days", self.articles, self.sites, self.days)
    }
}

impl std::str::FromStr for Size {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Size, Self::Err> {
        let numbers: Result<Vec<u32>, _> =
            text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::parse).collect();
        let numbers = numbers?;
        Ok(Size { articles: numbers[0] as usize, sites: numbers[1], days: numbers[2] })
    }
}

impl Size {
    /// Writes the region into a folder of its own among temporary files.
    pub fn write(self) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("beredd-full-size-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the bench makes a folder");
        let families = families().expect("the built-in table is right");
        std::fs::write(folder.join("articles.csv"), csv(&generate(&families, self.articles, 1)))
            .expect("the list is written");
        std::fs::write(folder.join("region.toml"), self.scenario(&tables(&families))).expect("the region is written");
        folder
    }

    fn scenario(self, tables: &str) -> String {
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/demo/common.toml");
        let demo = std::fs::read_to_string(demo).expect("the demo is there");
        let of_the_demo = |table: &&str| {
            let own = ["site.", "scenario]", "items]", "flow.", "reserve."];
            !own.iter().any(|name| table.starts_with(name))
        };
        let tables_of_the_demo: Vec<&str> = demo.split("\n[").skip(1).filter(of_the_demo).collect();
        let mut text = format!(
            "[scenario]\ntitle = {{ sv = \"Full storlek\", en = \"Full size\" }}\nstart = 2026-01-05\nwarm-up = \"0 days\"\n\
             measured = \"{} days\"\n\n[items]\nfile = \"articles.csv\"\n\n[study]\nreplications = 1\nseed = 1\n\n{tables}\n[{}\n",
            self.days,
            tables_of_the_demo.join("\n[")
        );
        text.push_str(CENTRAL);
        let stores: Vec<String> = (1..self.sites).map(|store| format!("store-{store}")).collect();
        for (place, store) in (0..).zip(&stores) {
            let of = self.sites - 1;
            let share = if place == 0 { 100 - (100 / of) * (of - 1) } else { 100 / of };
            write!(
                text,
                "[site.{store}]\ntitle = {{ sv = \"Förråd {place}\", en = \"Store {place}\" }}\nowner = \"region\"\nrole = \"hospital-store\"\n\
                 demand-share = \"{share} %\"\npallet-position = \"900 SEK/pallet/year\"\n\n\
                 [lane.central-{store}]\nfrom = \"central\"\nto = \"{store}\"\npayer = \"region\"\nper-departure = \"600 SEK/departure\"\n\
                 lead-time = {{ dist = \"discrete\", days = [\"1 day\", \"2 days\", \"3 days\"], probabilities = [0.2, 0.6, 0.2] }}\n\n"
            )
            .expect("text is written to memory");
        }
        write!(
            text,
            "[sourcing.stores]\nat = {stores:?}\narticles = {{}}\nfrom = \"central\"\n\n\
             [policy.stores]\nat = {stores:?}\narticles = {{}}\nkind = \"order-up-to\"\nreview = \"3 days\"\nsafety-stock = \"5 days\"\n"
        )
        .expect("text is written to memory");
        text
    }
}

const CENTRAL: &str = r#"
[site.central]
title = { sv = "Centrallager", en = "Central warehouse" }
regional-stock = true
owner = "region"
role = "main-stock"
pallet-position = "900 SEK/pallet/year"
handling = "120 SEK/pallet"
pick = "15 SEK/line"

[lane.suppliers-central]
from = "suppliers"
to = "central"
per-pallet = "600 SEK/pallet"
per-order = "400 SEK/order"
payer = "region"

[sourcing.central]
at = ["central"]
articles = {}
from = "supplier"

[policy.central]
at = ["central"]
articles = {}
kind = "order-up-to"
review = "7 days"
safety-stock = "14 days"

"#;
