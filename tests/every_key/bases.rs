//! Small scenarios in which keys can act.

use crate::row::Base;

/// One store, two articles that it needs every day, a supplier five days away. Short runs, one probe.
pub const SHELF: Base = &[
    ("shelf.toml", SHELF_TEXT),
    ("gaps.csv", "days\n1\n9\n"),
    ("longer.csv", "days,other\n20,1\n30,2\n"),
    ("cases.csv", CASES),
    ("later.toml", "extends = \"shelf.toml\"\npolicy.store.safety-stock = \"9 days\"\n"),
    ("latest.toml", "extends = \"shelf.toml\"\npolicy.store.safety-stock = \"20 days\"\n"),
    ("raised.toml", "policy.store.safety-stock = \"9 days\"\n"),
    ("doubled.toml", "policy.store.safety-stock = \"20 days\"\n"),
    ("few.csv", "value,probability\n5,0.5\n15,0.5\n"),
    ("many.csv", "value,probability\n0,0.5\n20,0.5\n"),
    ("series.csv", "article,day,quantity\nA,0,30\nA,1,0\nA,2,7\nB,0,4\n"),
    ("other.csv", "article,day,quantity\nA,0,3\nA,1,50\nA,2,7\nB,0,9\n"),
];

/// Shortages of four articles; the last is still open.
const CASES: &str = "product_id,start,forecast_end,actual_end,first_published,last_published,packs\n\
    1,2019-03-01,2019-04-01,2019-03-06,2019-03-01,2019-03-06,1\n\
    2,2019-06-01,2019-06-09,2019-06-15,2019-06-01,2019-06-15,1\n\
    3,2020-02-01,2020-02-09,2020-02-09,2020-02-01,2020-02-09,1\n\
    4,2020-03-01,2020-04-09,2020-04-20,2020-03-01,2020-04-20,1\n\
    5,2020-08-01,2020-10-09,,2020-08-01,2020-09-10,1\n";

const SHELF_TEXT: &str = r#"[scenario]
title = { sv = "Hylla", en = "Shelf" }
start = 2026-01-05
warm-up = "0 days"
measured = "60 days"

[supplier.maker]
origin = "source"

[supplier.trader]
origin = "far"

[origin.source]
lead-time = "5 days"

[origin.far]
lead-time = "5 days"

[owner.region]
kind = "region"
capital-rate = "2 %/year"

[site.store]
owner = "region"
regional-stock = true
demand-share = "100 %"

[lane.in]
from = "suppliers"
to = "store"

[sourcing.store]
at = ["store"]
from = "supplier"

[policy.store]
at = ["store"]
kind = "order-up-to"
review = "7 days"

[item-default]
supplier = "maker"
critical = true
price = "10 SEK/unit"
demand = "10 units/day"
demand-sd = "3 units/day"
pack = "1 unit"

[article.A]

[article.B]

[endurance]
cap = "30 days"
levels = ["3 days", "7 days"]

[study]
replications = 2
"#;

/// Suppliers, a merchant's depot outside the region, a main store, a ward and a clinic. The depot buys C and sells it to
/// the main store, which buys A and B from suppliers.
pub const NET: Base = &[("net.toml", NET_TEXT), ("without-depot.toml", WITHOUT_DEPOT)];

const WITHOUT_DEPOT: &str = r#"[site.depot]
enabled = false
[lane.suppliers-depot]
enabled = false
[lane.depot-main]
enabled = false
[sourcing.depot]
enabled = false
[policy.depot]
enabled = false
[sourcing.main-c]
from = "supplier"
"#;

const NET_TEXT: &str = r#"[scenario]
title = { sv = "Nät", en = "Net" }
start = 2026-01-05
warm-up = "0 days"
measured = "60 days"

[supplier.maker]
origin = "near"

[supplier.trader]
origin = "far"

[origin.near]
lead-time = "3 days"

[origin.far]
lead-time = { dist = "lognormal", median = "8 days", cv = 0.5 }

[owner.region]
kind = "region"
capital-rate = "2 %/year"

[owner.merchant]
kind = "supplier"
capital-rate = "6 %/year"

[owner.town]
kind = "partner"

[site.depot]
owner = "merchant"
in-region = false

[site.main]
owner = "region"
regional-stock = true

[site.ward]
owner = "region"
demand-share = "60 %"

[site.clinic]
owner = "region"
demand-share = "40 %"

[lane.suppliers-depot]
from = "suppliers"
to = "depot"

[lane.suppliers-main]
from = "suppliers"
to = "main"

[lane.depot-main]
from = "depot"
to = "main"
lead-time = "1 day"

[lane.main-ward]
from = "main"
to = "ward"
lead-time = "1 day"

[lane.main-clinic]
from = "main"
to = "clinic"
lead-time = "1 day"

[sourcing.depot]
at = ["depot"]
articles = { article = "C" }
from = "supplier"

[sourcing.main]
at = ["main"]
articles = { article = ["A", "B"] }
from = "supplier"

[sourcing.main-c]
at = ["main"]
articles = { article = "C" }
from = "depot"

[sourcing.wards]
at = ["ward", "clinic"]
from = "main"

[policy.depot]
at = ["depot"]
articles = { article = "C" }
kind = "order-up-to"
review = "7 days"

[policy.main]
at = ["main"]
kind = "order-up-to"
review = "4 days"

[policy.wards]
at = ["ward", "clinic"]
kind = "order-up-to"
review = "2 days"

[item-default]
critical = true
price = "10 SEK/unit"
demand = "20 units/day"
demand-sd = "6 units/day"

[article.A]
supplier = "maker"

[article.B]
supplier = "trader"

[article.C]
supplier = "maker"

[endurance]
cap = "30 days"
levels = ["3 days", "7 days"]

[study]
replications = 2
"#;

/// A study of two scenarios and two reserves.
pub const STUDY: Base =
    &[("study.toml", STUDY_TEXT), ("now.toml", NOW_TEXT), ("then.toml", THEN_TEXT), ("shelf.toml", SHELF_TEXT)];

const STUDY_TEXT: &str = "";
const NOW_TEXT: &str = "extends = \"shelf.toml\"\nscenario.title = \"Now\"\n";
const THEN_TEXT: &str = "extends = \"shelf.toml\"\nscenario.title = \"Then\"\norigin.source.lead-time = \"9 days\"\n";

/// A store whose articles stand in a file.
pub const LIST: Base = &[
    ("list.toml", LIST_TEXT),
    ("one.csv", "id,supplier,demand,demand-sd,price,Pris,Anm\nA,maker,3650,3,10,99,x\nB,maker,3650,3,10,99,x\n"),
    ("two.csv", "id,supplier,demand,demand-sd,price\nA,maker,3650,3,10\nC,maker,7300,3,10\n"),
    ("noted.csv", "id,supplier,demand,demand-sd,price,Anm\nA,maker,3650,3,10,x\nB,maker,3650,3,10,x\n"),
];

const LIST_TEXT: &str = r#"[scenario]
title = "List"
start = 2026-01-05
warm-up = "0 days"
measured = "60 days"

[supplier.maker]
origin = "source"

[origin.source]
lead-time = "5 days"

[owner.region]
kind = "region"
capital-rate = "2 %/year"

[site.store]
owner = "region"
demand-share = "100 %"

[lane.in]
from = "suppliers"
to = "store"

[sourcing.store]
at = ["store"]
from = "supplier"

[policy.store]
at = ["store"]
kind = "order-up-to"
review = "7 days"

[endurance]
cap = "30 days"
levels = ["3 days", "7 days"]

[study]
replications = 1
"#;
