//! Rows of the network and of rules about articles at sites.

use crate::rows::{DAYS, FROM_A_DAY, MONEY, PERCENT, PRIORITY, RATE, Row, SPREAD, UNITS, any, more, whole};

/// A probability of service.
const SERVICE: (f64, f64) = (0.5, 0.999_999);

const LAW: &str = "{ dist } lead time";

pub const ROWS: &[Row] = &[
    any(("[origin.ID]", "lead-time"), DAYS, "[origin.asia]\nlead-time = <<\"@ days\">>"),
    any((LAW, "days"), DAYS, "[origin.asia]\nlead-time = { dist = \"fixed\", days = <<\"@ days\">> }"),
    any((LAW, "days"), DAYS, "[origin.asia]\nlead-time = { dist = \"empirical\", days = [<<\"@ days\">>] }"),
    any(
        (LAW, "days"),
        DAYS,
        "[origin.asia]\nlead-time = { dist = \"discrete\", days = [<<\"@ days\">>], probabilities = [1.0] }",
    ),
    any(
        (LAW, "probabilities"),
        (0.3, 0.3),
        "[origin.asia]\nlead-time = { dist = \"discrete\", probabilities = [0.7, <<@>>], days = [\"1 day\", \"2 days\"] }",
    ),
    more(
        (LAW, "median"),
        DAYS,
        "[origin.asia]\nlead-time = { dist = \"lognormal\", median = <<\"@ days\">>, cv = 0.5 }",
    ),
    more(
        (LAW, "mean"),
        DAYS,
        "[origin.asia]\nlead-time = { dist = \"lognormal\", mean = <<\"@ days\">>, sigma = 0.5 }",
    ),
    more((LAW, "mean"), DAYS, "[origin.asia]\nlead-time = { dist = \"gamma\", mean = <<\"@ days\">>, cv = 0.5 }"),
    more((LAW, "mean"), DAYS, "[origin.asia]\nlead-time = { dist = \"exponential\", mean = <<\"@ days\">> }"),
    any((LAW, "cv"), SPREAD, "[origin.asia]\nlead-time = { dist = \"lognormal\", cv = <<@>>, median = \"14 days\" }"),
    any((LAW, "cv"), (0.01, 10.0), "[origin.asia]\nlead-time = { dist = \"gamma\", cv = <<@>>, mean = \"14 days\" }"),
    any(
        (LAW, "sigma"),
        SPREAD,
        "[origin.asia]\nlead-time = { dist = \"lognormal\", sigma = <<@>>, median = \"14 days\" }",
    ),
    any(
        (LAW, "p90"),
        (14.0, 36_500.0),
        "[origin.asia]\nlead-time = { dist = \"lognormal\", p90 = <<\"@ days\">>, median = \"14 days\" }",
    ),
    any(
        (LAW, "least"),
        (0.0, 36_499.0),
        "[origin.asia]\nlead-time = { dist = \"uniform\", least = <<\"@ days\">>, most = \"36500 days\" }",
    ),
    any(
        (LAW, "mode"),
        (1.0, 900.0),
        "[origin.asia]\nlead-time = { dist = \"triangular\", mode = <<\"@ days\">>, least = \"1 day\", most = \"900 days\" }",
    ),
    more(
        (LAW, "most"),
        DAYS,
        "[origin.asia]\nlead-time = { dist = \"uniform\", most = <<\"@ days\">>, least = \"0 days\" }",
    ),
    whole(
        (LAW, "servers"),
        (1.0, 1e6),
        "[origin.asia]\nlead-time = { dist = \"servers\", servers = <<@>>, service = \"1 hour\" }",
    ),
    any(
        (LAW, "service"),
        DAYS,
        "[origin.asia]\nlead-time = { dist = \"servers\", service = <<\"@ days\">>, servers = 2 }",
    ),
    any(
        (LAW, "then"),
        DAYS,
        "[origin.asia]\nlead-time = { dist = \"servers\", then = <<\"@ days\">>, servers = 2, service = \"1 hour\" }",
    ),
    any(("[owner.ID]", "capital-rate"), RATE, "[owner.region]\ncapital-rate = <<\"@ %/year\">>"),
    any(
        ("[owner.ID]", "shares"),
        (40.0, 40.0),
        "[owner.both]\nshares = { region = \"60 %\", wholesaler = <<\"@ %\">> }\nnew = true",
    ),
    // The only site with demand has it all.
    any(("[site.ID]", "demand-share"), (100.0, 100.0), "[site.hospital]\ndemand-share = <<\"@ %\">>"),
    any(("[site.ID]", "added-demand"), PERCENT, "[site.central]\nadded-demand = <<\"@ %\">>"),
    any(("[site.ID]", "pallet-position"), MONEY, "[site.central]\npallet-position = <<\"@ SEK/pallet/year\">>"),
    any(("[site.ID]", "handling"), MONEY, "[site.central]\nhandling = <<\"@ SEK/pallet\">>"),
    any(("[site.ID]", "pick"), MONEY, "[site.central]\npick = <<\"@ SEK/line\">>"),
    any(
        ("[site.ID]", "pallet-positions"),
        (0.0, 1e6),
        "[site.central]\npallet-positions = <<\"@ pallets\">>\noverflow-price = \"40 SEK/pallet/day\"",
    ),
    any(("[site.ID]", "area"), (0.0, 1e9), "[site.central]\narea = <<\"@ m2\">>\nm2-per-pallet = \"1.6 m2/pallet\""),
    any(
        ("[site.ID]", "m2-per-pallet"),
        (0.01, 1000.0),
        "[site.central]\nm2-per-pallet = <<\"@ m2/pallet\">>\narea = \"400 m2\"",
    ),
    any(
        ("[site.ID]", "overflow-price"),
        MONEY,
        "[site.central]\noverflow-price = <<\"@ SEK/pallet/day\">>\npallet-positions = \"8 pallets\"",
    ),
    any(("[site.ID]", "write-off"), RATE, "[site.central]\nwrite-off = <<\"@ %/year\">>"),
    any(("[lane.ID]", "lead-time"), DAYS, "[lane.delivery]\nlead-time = <<\"@ days\">>"),
    any(("[lane.ID]", "per-departure"), MONEY, "[lane.delivery]\nper-departure = <<\"@ SEK/departure\">>"),
    any(("[lane.ID]", "per-pallet"), MONEY, "[lane.delivery]\nper-pallet = <<\"@ SEK/pallet\">>"),
    any(("[lane.ID]", "per-order"), MONEY, "[lane.delivery]\nper-order = <<\"@ SEK/order\">>"),
    whole(("[lane.ID]", "every"), FROM_A_DAY, "[lane.delivery]\nevery = <<\"@ days\">>"),
    whole(
        ("[lane.ID]", "every-offset"),
        (0.0, 6.0),
        "[lane.delivery]\nevery-offset = <<\"@ days\">>\nevery = \"7 days\"",
    ),
    more(("[lane.ID]", "capacity"), (0.0, 1e6), "[lane.delivery]\ncapacity = <<\"@ pallets\">>"),
    more(("[lane.ID]", "capacity"), UNITS, "[lane.delivery]\ncapacity = <<\"@ units\">>"),
    more(
        ("[lane.ID]", "payload"),
        (0.0, 1e9),
        "[lane.delivery]\npayload = <<\"@ kg\">>\n[item-default]\nweight = \"1 kg/unit\"",
    ),
    more(("[lane.ID]", "receipt-rate"), UNITS, "[lane.delivery]\nreceipt-rate = <<\"@ units/day\">>"),
    whole(("[pool.ID]", "priority"), PRIORITY, "[pool.wholesaler-stock]\npriority = <<@>>"),
    whole(("[sourcing.ID]", "priority"), PRIORITY, "[sourcing.central]\npriority = <<@>>"),
    whole(
        ("[sourcing.ID]", "fail-over-after"),
        DAYS,
        "[sourcing.y]\nfail-over-after = <<\"@ days\">>\nfail-over = [\"acme\"]\nnew = true\nat = [\"hospital\"]\nfrom = \"central\"\npriority = 9\n[lane.y]\nnew = true\nfrom = \"suppliers\"\nto = \"hospital\"",
    ),
    // Together with the other share it must be all.
    any(
        ("{ from, share }", "share"),
        (40.0, 40.0),
        "[sourcing.y]\nsources = [{ from = \"central\", share = \"60 %\" }, { from = \"acme\", share = <<\"@ %\">> }]\nnew = true\nat = [\"hospital\"]\npriority = 9\n[lane.y]\nnew = true\nfrom = \"suppliers\"\nto = \"hospital\"",
    ),
    whole(("[stock.ID]", "priority"), PRIORITY, "[stock.hospital]\npriority = <<@>>"),
    any(("[stock.ID]", "on-hand"), UNITS, "[stock.hospital]\non-hand = <<\"@ units\">>"),
    any(("[reserve-placement.ID]", "days"), DAYS, "[reserve-placement.central]\ndays = <<\"@ days\">>"),
    any(("[reserve.ID]", "days"), DAYS, "[reserve.7-days]\ndays = <<\"@ days\">>"),
    whole(
        ("[reserve-placement.ID]", "refill-time"),
        DAYS,
        "[reserve-placement.central]\nrefill-time = <<\"@ days\">>\nkind = \"alarm\"\nalarm = [\"cut\"]",
    ),
    whole(("[policy.ID]", "priority"), PRIORITY, "[policy.central]\npriority = <<@>>"),
    // More than the offset of one day.
    whole(("[policy.ID]", "review"), (2.0, 36_500.0), "[policy.central]\nreview = <<\"@ days\">>"),
    whole(("[policy.ID]", "review-offset"), (0.0, 6.0), "[policy.central]\nreview-offset = <<\"@ days\">>"),
    any(("[policy.ID]", "safety-stock"), DAYS, "[policy.central]\nsafety-stock = <<\"@ days\">>"),
    any(("[policy.ID]", "at-least"), UNITS, "[policy.central]\nat-least = <<\"@ units\">>"),
    any(("[policy.ID]", "lead-time-quantile"), (0.5, 0.999), "[policy.central]\nlead-time-quantile = <<@>>"),
    any(("[policy.ID]", "level"), (-1e12, 1e12), "[policy.central-levels]\nlevel = <<\"@ units\">>"),
    any(("[policy.ID]", "point"), (-1e12, 1e12), "[policy.hospital]\npoint = <<\"@ units\">>"),
    more(("[policy.ID]", "lot"), UNITS, "[policy.hospital]\nlot = <<\"@ units\">>"),
    more(("[policy.ID]", "lot"), DAYS, "[policy.hospital]\nlot = <<\"@ days\">>"),
    any(
        ("[policy.ID]", "coverage"),
        DAYS,
        "[policy.x]\ncoverage = <<\"@ days\">>\nnew = true\nat = [\"central\"]\nkind = \"need\"\npriority = 9",
    ),
    any(
        ("[policy.ID]", "minimum-stock"),
        UNITS,
        "[policy.x]\nminimum-stock = <<\"@ units\">>\nnew = true\nat = [\"central\"]\nkind = \"need\"\npriority = 9\ncoverage = \"9 days\"",
    ),
    any(
        ("[policy.ID]", "minimum-stock"),
        DAYS,
        "[policy.x]\nminimum-stock = <<\"@ days\">>\nnew = true\nat = [\"central\"]\nkind = \"need\"\npriority = 9\ncoverage = \"9 days\"",
    ),
    any(("[policy.ID]", "tolerance"), UNITS, "[policy.hospital]\ntolerance = <<\"@ units\">>"),
    any(("[policy.ID]", "tolerance"), PERCENT, "[policy.hospital]\ntolerance = <<\"@ %\">>"),
    any(("[policy.ID]", "minimum-order"), UNITS, "[policy.central]\nminimum-order = <<\"@ units\">>"),
    whole(("[policy.ID]", "approval"), DAYS, "[policy.central]\napproval = <<\"@ days\">>"),
    any(("[policy.ID]", "can-order"), DAYS, "[policy.hospital]\ncan-order = <<\"@ days\">>\njoint = \"supplier\""),
    any(("[policy.ID]", "can-order"), UNITS, "[policy.hospital]\ncan-order = <<\"@ units\">>\njoint = \"supplier\""),
    any(
        ("{ safety stock }", "days"),
        DAYS,
        "[policy.x]\nsafety = { days = <<\"@ days\">> }\nnew = true\nat = [\"central\"]\nkind = \"order-up-to\"\npriority = 9",
    ),
    any(
        ("{ safety stock }", "units"),
        UNITS,
        "[policy.x]\nsafety = { units = <<\"@ units\">> }\nnew = true\nat = [\"central\"]\nkind = \"order-up-to\"\npriority = 9",
    ),
    any(
        ("{ safety stock }", "share-of-lead-time-demand"),
        (0.0, 100.0),
        "[policy.x]\nsafety = { share-of-lead-time-demand = <<@>> }\nnew = true\nat = [\"central\"]\nkind = \"order-up-to\"\npriority = 9",
    ),
    any(
        ("{ safety stock }", "cycle-service"),
        SERVICE,
        "[policy.x]\nsafety = { cycle-service = <<@>> }\nnew = true\nat = [\"central\"]\nkind = \"order-up-to\"\npriority = 9",
    ),
    any(
        ("{ safety stock }", "fill-rate"),
        SERVICE,
        "[policy.x]\nsafety = { fill-rate = <<@>> }\nnew = true\nat = [\"central\"]\nkind = \"order-up-to\"\npriority = 9",
    ),
    // Prices are counted in thousandths of an öre.
    any(
        ("{ safety stock }", "shortage-cost"),
        (0.000_01, 1e13),
        "[policy.x]\nsafety = { shortage-cost = <<\"@ SEK/unit\">> }\nnew = true\nat = [\"central\"]\nkind = \"order-up-to\"\npriority = 9",
    ),
    whole(
        ("{ forecast }", "days"),
        FROM_A_DAY,
        "[policy.central]\nforecast = { days = <<\"@ days\">>, method = \"moving-average\" }",
    ),
    any(
        ("{ forecast }", "alpha"),
        (0.001, 1.0),
        "[policy.central]\nforecast = { alpha = <<@>>, method = \"exponential-smoothing\" }",
    ),
    any(("{ forecast }", "bias"), (-0.99, 10.0), "[policy.central]\nforecast = { bias = <<@>>, method = \"given\" }"),
    any(("{ forecast }", "noise"), (0.0, 1.0), "[policy.central]\nforecast = { noise = <<@>>, method = \"given\" }"),
    whole(
        ("{ planned order }", "day"),
        (0.0, 36_500.0),
        "[policy.x]\norders = [{ day = <<@>>, quantity = \"1 unit\" }]\nnew = true\nat = [\"central\"]\nkind = \"list\"\npriority = 9",
    ),
    any(
        ("{ planned order }", "quantity"),
        UNITS,
        "[policy.x]\norders = [{ day = 1, quantity = <<\"@ units\">> }]\nnew = true\nat = [\"central\"]\nkind = \"list\"\npriority = 9",
    ),
];
