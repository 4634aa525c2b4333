//! Costs worked by hand: ten units are used every day, nothing varies.

use crate::run::{outcome, plan};
use beredd::sim::cost::price;
use std::collections::BTreeMap;

const BASE: &str = "[scenario]\nwarm-up = \"0 days\"\nmeasured = \"20 days\"\nunmet = \"lost\"\n[endurance]\nprobes = 0\n[demand]\nlaw = \"fixed\"\n\
    [owner.region]\ncapital-rate = \"7.3 %/year\"\n[supplier.s]\norigin = \"o\"\n[origin.o]\nlead-time = \"1 day\"\n\
    [site.store]\nowner = \"region\"\ndemand-share = \"100 %\"\npallet-position = \"730 SEK/pallet/year\"\nwrite-off = \"14.6 %/year\"\n\
    [lane.in]\nfrom = \"suppliers\"\nto = \"store\"\nper-order = \"400 SEK/order\"\nper-departure = \"600 SEK/departure\"\n\
    per-pallet = \"50 SEK/pallet\"\npayer = \"region\"\n[sourcing.store]\nat = [\"store\"]\nfrom = \"supplier\"\n\
    [article.a]\nsupplier = \"s\"\ndemand = \"10 units/day\"\nprice = \"100 SEK/unit\"\npallet = \"100 units\"\n\
    [cost]\nholding = \"2 SEK/unit/day\"\nlost = \"5 SEK/unit\"\ncare-payer = \"region\"\n";

/// Öre per year by component.
fn costs(rest: &str) -> BTreeMap<&'static str, i64> {
    let plan = plan(&format!("{BASE}{rest}"));
    let lines = price(&plan, &outcome(&plan, 0).drivers);
    lines.into_iter().map(|line| (line.component.id(), line.per_year.0)).collect()
}

#[test]
fn stock_that_is_used_up_by_hand() {
    let costs = costs(
        "[policy.store]\nat = [\"store\"]\nkind = \"none\"\n[stock.store]\nat = [\"store\"]\non-hand = \"100 units\"\n",
    );
    // At the ends of the days 90, 80, …, 10, 0 and then nothing: 450 unit-days; the last 100 units are lost. A year is 18.25 times 20 days.
    assert_eq!(costs["holding"], 1_642_500, "450 · 2 SEK · 18.25");
    assert_eq!(costs["lost_units"], 912_500, "100 · 5 SEK · 18.25");
    // 45 000 SEK-days · 7.3 % ÷ 365 = 9 SEK.
    assert_eq!(costs["capital"], 16_425, "9 SEK · 18.25");
    // 4.5 pallet-days · 730 SEK ÷ 365 = 9 SEK.
    assert_eq!(costs["storage"], 16_425, "9 SEK · 18.25");
    assert_eq!(costs["write_off"], 32_850, "45 000 SEK-days · 14.6 % ÷ 365 = 18 SEK, · 18.25");
    assert_eq!((costs["ordering"], costs["transport"]), (0, 0));
}

#[test]
fn a_store_that_orders_every_day_by_hand() {
    let costs = costs(
        "[policy.store]\nat = [\"store\"]\nkind = \"order-up-to\"\nlevel = \"40 units\"\n[stock.store]\nat = [\"store\"]\non-hand = \"40 units\"\n",
    );
    // Each evening ten units are ordered and leave; they are there next morning. So 30 stand at every day's end.
    assert_eq!(costs["holding"], 2_190_000, "30 · 20 · 2 SEK · 18.25");
    assert_eq!(costs["lost_units"], 0);
    assert_eq!(costs["ordering"], 14_600_000, "20 · 400 SEK · 18.25");
    // 20 departures, and 19 arrivals of a tenth of a pallet: 12 000 + 95 SEK.
    assert_eq!(costs["transport"], 22_073_375, "12 095 SEK · 18.25");
}
