//! Rows of disruptions, costs, shortage and express.

use crate::rows::{DAYS, FACTOR, FROM_A_DAY, MONEY, PERCENT, PRIORITY, Row, SHARE, SPREAD, any, more, whole};

const LAW: &str = "{ dist } duration";
const DISRUPTION: &str = "[disruption.ID]";
const REACTION: &str = "[reaction.ID]";
const NEIGHBOUR: &str = "[neighbour.ID]";

pub const ROWS: &[Row] = &[
    // Together with a duration of 30 days it must be over before it begins again.
    any((DISRUPTION, "rate"), (0.0, 12.16), "[disruption.fire]\nrate = <<\"@ per year\">>"),
    any(
        (DISRUPTION, "up"),
        DAYS,
        "[disruption.x]\nup = <<\"@ days\">>\nnew = true\nsites = [\"central\"]\nduration = \"3 days\"",
    ),
    whole(
        (DISRUPTION, "day"),
        DAYS,
        "[disruption.x]\nday = <<\"@ days\">>\nnew = true\nsites = [\"central\"]\nduration = \"3 days\"",
    ),
    any(
        (DISRUPTION, "delay"),
        DAYS,
        "[disruption.x]\ndelay = <<\"@ days\">>\nafter = \"fire\"\nnew = true\nsites = [\"central\"]\nduration = \"3 days\"",
    ),
    any(
        (DISRUPTION, "probability"),
        SHARE,
        "[disruption.x]\nprobability = <<@>>\nday = \"3 days\"\nnew = true\nsites = [\"central\"]\nduration = \"3 days\"",
    ),
    any(
        (DISRUPTION, "duration"),
        DAYS,
        "[disruption.x]\nduration = <<\"@ days\">>\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    whole(
        (DISRUPTION, "information-delay"),
        DAYS,
        "[disruption.fire]\ninformation-delay = <<\"@ days\">>\n[reserve-placement.central]\nkind = \"alarm\"\nalarm = [\"disruption:fire\"]\nrefill-time = \"3 days\"",
    ),
    any((DISRUPTION, "capacity"), SHARE, "[disruption.fire]\ncapacity = <<@>>"),
    any((DISRUPTION, "capacity"), SHARE, "[disruption.fire]\ncapacity = [[\"0 days\", <<@>>]]"),
    any((DISRUPTION, "capacity"), DAYS, "[disruption.fire]\ncapacity = [[<<\"@ days\">>, 0.5]]"),
    any((DISRUPTION, "lead-time-factor"), (1.0, 1000.0), "[disruption.fire]\nlead-time-factor = <<@>>"),
    any((DISRUPTION, "lead-time-added"), DAYS, "[disruption.fire]\nlead-time-added = <<\"@ days\">>"),
    any(
        (DISRUPTION, "demand-factor"),
        FACTOR,
        "[disruption.x]\ndemand-factor = <<@>>\nday = \"3 days\"\nnew = true\ndemand = { at = [\"hospital\"] }\nduration = \"3 days\"",
    ),
    any((DISRUPTION, "stock-lost"), PERCENT, "[disruption.fire]\nstock-lost = <<\"@ %\">>"),
    any((DISRUPTION, "stock-locked"), PERCENT, "[disruption.fire]\nstock-locked = <<\"@ %\">>"),
    any(
        (LAW, "days"),
        DAYS,
        "[disruption.x]\nduration = { dist = \"fixed\", days = <<\"@ days\">> }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    any(
        (LAW, "days"),
        DAYS,
        "[disruption.x]\nduration = { dist = \"empirical\", days = [<<\"@ days\">>] }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    more(
        (LAW, "median"),
        DAYS,
        "[disruption.x]\nduration = { dist = \"lognormal\", median = <<\"@ days\">>, cv = 0.5 }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    more(
        (LAW, "mean"),
        DAYS,
        "[disruption.x]\nduration = { dist = \"lognormal\", mean = <<\"@ days\">>, cv = 0.5 }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    more(
        (LAW, "mean"),
        DAYS,
        "[disruption.x]\nduration = { dist = \"exponential\", mean = <<\"@ days\">> }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    more(
        (LAW, "mean"),
        DAYS,
        "[disruption.x]\nduration = { dist = \"gamma\", mean = <<\"@ days\">>, cv = 0.5 }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    any(
        (LAW, "mean"),
        FROM_A_DAY,
        "[disruption.x]\nduration = { dist = \"geometric\", mean = <<\"@ days\">> }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    any(
        (LAW, "cv"),
        SPREAD,
        "[disruption.x]\nduration = { dist = \"lognormal\", cv = <<@>>, median = \"9 days\" }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    any(
        (LAW, "sigma"),
        SPREAD,
        "[disruption.x]\nduration = { dist = \"lognormal\", sigma = <<@>>, median = \"9 days\" }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    any(
        (LAW, "p90"),
        (9.0, 36_500.0),
        "[disruption.x]\nduration = { dist = \"lognormal\", p90 = <<\"@ days\">>, median = \"9 days\" }\nday = \"3 days\"\nnew = true\nsites = [\"central\"]",
    ),
    whole(("[phase.ID]", "day"), (0.0, 24.0), "[phase.x]\nday = <<\"@ days\">>\nnew = true\noverlay = \"phase.toml\""),
    whole(("[cost]", "price-year"), (1900.0, 2200.0), "[cost]\nprice-year = <<@>>"),
    any(("[cost]", "staff-hour"), MONEY, "[cost]\nstaff-hour = <<\"@ SEK/hour\">>"),
    any(("[cost]", "chasing"), (0.0, 24.0), "[cost]\nchasing = <<\"@ hours/line/day\">>"),
    any(("[cost]", "holding"), MONEY, "[cost]\nholding = <<\"@ SEK/unit/day\">>"),
    any(("[cost]", "backorder"), MONEY, "[cost]\nbackorder = <<\"@ SEK/unit/day\">>"),
    any(("[cost]", "lost"), MONEY, "[cost]\nlost = <<\"@ SEK/unit\">>"),
    any(("[lump-sum.ID]", "amount"), MONEY, "[lump-sum.service]\namount = <<\"@ SEK/year\">>"),
    whole(
        (REACTION, "priority"),
        PRIORITY,
        "[reaction.x]\npriority = <<@>>\nnew = true\nat = [\"hospital\"]\nwait = \"100 %\"",
    ),
    // Together with the other share it must be all.
    any(
        (REACTION, "wait"),
        (60.0, 60.0),
        "[reaction.x]\nwait = <<\"@ %\">>\nnew = true\nat = [\"hospital\"]\ncancel = \"40 %\"",
    ),
    any(
        (REACTION, "substitute"),
        (60.0, 60.0),
        "[reaction.x]\nsubstitute = <<\"@ %\">>\nnew = true\nat = [\"hospital\"]\ncancel = \"40 %\"",
    ),
    any(
        (REACTION, "emergency"),
        (60.0, 60.0),
        "[reaction.x]\nemergency = <<\"@ %\">>\nnew = true\nat = [\"hospital\"]\ncancel = \"40 %\"\nemergency-lead-time = \"1 day\"",
    ),
    any(
        (REACTION, "come-back"),
        (60.0, 60.0),
        "[reaction.x]\ncome-back = <<\"@ %\">>\nnew = true\nat = [\"hospital\"]\ncancel = \"40 %\"\ncome-back-after = \"1 day\"",
    ),
    any(
        (REACTION, "elsewhere"),
        (60.0, 60.0),
        "[reaction.x]\nelsewhere = <<\"@ %\">>\nnew = true\nat = [\"hospital\"]\ncancel = \"40 %\"",
    ),
    any((REACTION, "cancel"), (100.0, 100.0), "[reaction.x]\ncancel = <<\"@ %\">>\nnew = true\nat = [\"hospital\"]"),
    whole(
        (REACTION, "emergency-lead-time"),
        DAYS,
        "[reaction.x]\nemergency-lead-time = <<\"@ days\">>\nnew = true\nat = [\"hospital\"]\nemergency = \"100 %\"",
    ),
    whole(
        (REACTION, "come-back-after"),
        FROM_A_DAY,
        "[reaction.x]\ncome-back-after = <<\"@ days\">>\nnew = true\nat = [\"hospital\"]\ncome-back = \"100 %\"",
    ),
    any(
        (REACTION, "wait-cost"),
        MONEY,
        "[reaction.x]\nwait-cost = <<\"@ SEK/unit\">>\nnew = true\nat = [\"hospital\"]\nwait = \"100 %\"",
    ),
    any(
        (REACTION, "substitute-cost"),
        MONEY,
        "[reaction.x]\nsubstitute-cost = <<\"@ SEK/unit\">>\nnew = true\nat = [\"hospital\"]\nsubstitute = \"100 %\"\n[item-class.gloves]\nneed-group = \"gloves\"",
    ),
    any(
        (REACTION, "emergency-cost"),
        MONEY,
        "[reaction.x]\nemergency-cost = <<\"@ SEK/unit\">>\nnew = true\nat = [\"hospital\"]\nemergency = \"100 %\"\nemergency-lead-time = \"1 day\"",
    ),
    any(
        (REACTION, "come-back-cost"),
        MONEY,
        "[reaction.x]\ncome-back-cost = <<\"@ SEK/unit\">>\nnew = true\nat = [\"hospital\"]\ncome-back = \"100 %\"\ncome-back-after = \"1 day\"",
    ),
    any(
        (REACTION, "elsewhere-cost"),
        MONEY,
        "[reaction.x]\nelsewhere-cost = <<\"@ SEK/unit\">>\nnew = true\nat = [\"hospital\"]\nelsewhere = \"100 %\"",
    ),
    any(
        (REACTION, "cancel-cost"),
        MONEY,
        "[reaction.x]\ncancel-cost = <<\"@ SEK/unit\">>\nnew = true\nat = [\"hospital\"]\ncancel = \"100 %\"",
    ),
    whole(
        ("[rationing.ID]", "priority"),
        PRIORITY,
        "[rationing.x]\npriority = <<@>>\nnew = true\nat = [\"central\"]\nkind = \"first-come\"",
    ),
    whole(
        ("[express.ID]", "priority"),
        PRIORITY,
        "[express.x]\npriority = <<@>>\nnew = true\nat = [\"central\"]\nwhen-below = \"1 day\"\nlead-time = \"1 day\"",
    ),
    more(
        ("[express.ID]", "when-below"),
        DAYS,
        "[express.x]\nwhen-below = <<\"@ days\">>\nnew = true\nat = [\"central\"]\nlead-time = \"1 day\"",
    ),
    any(
        ("[express.ID]", "lead-time"),
        DAYS,
        "[express.x]\nlead-time = <<\"@ days\">>\nnew = true\nat = [\"central\"]\nwhen-below = \"1 day\"",
    ),
    any(
        ("[express.ID]", "per-order"),
        MONEY,
        "[express.x]\nper-order = <<\"@ SEK/order\">>\nnew = true\nat = [\"central\"]\nwhen-below = \"1 day\"\nlead-time = \"1 day\"",
    ),
    any(
        ("[express.ID]", "per-line"),
        MONEY,
        "[express.x]\nper-line = <<\"@ SEK/line\">>\nnew = true\nat = [\"central\"]\nwhen-below = \"1 day\"\nlead-time = \"1 day\"",
    ),
    any(
        (REACTION, "neighbour"),
        (60.0, 60.0),
        "[reaction.x]\nneighbour = <<\"@ %\">>\nnew = true\nat = [\"hospital\"]\ncancel = \"40 %\"\n[neighbour.n]\nnew = true\nat = [\"hospital\"]\nfrom = [\"central\"]",
    ),
    any(
        (REACTION, "neighbour-cost"),
        MONEY,
        "[reaction.x]\nneighbour-cost = <<\"@ SEK/unit\">>\nnew = true\nat = [\"hospital\"]\nneighbour = \"100 %\"\n[neighbour.n]\nnew = true\nat = [\"hospital\"]\nfrom = [\"central\"]",
    ),
    whole(
        (NEIGHBOUR, "priority"),
        PRIORITY,
        "[neighbour.x]\npriority = <<@>>\nnew = true\nat = [\"hospital\"]\nfrom = [\"central\"]",
    ),
    any(
        (NEIGHBOUR, "keep"),
        DAYS,
        "[neighbour.x]\nkeep = <<\"@ days\">>\nnew = true\nat = [\"hospital\"]\nfrom = [\"central\"]",
    ),
    whole(
        (NEIGHBOUR, "lead-time"),
        DAYS,
        "[neighbour.x]\nlead-time = <<\"@ days\">>\nnew = true\nat = [\"hospital\"]\nfrom = [\"central\"]",
    ),
    any(
        (NEIGHBOUR, "price"),
        MONEY,
        "[neighbour.x]\nprice = <<\"@ SEK/line\">>\nnew = true\nat = [\"hospital\"]\nfrom = [\"central\"]",
    ),
    whole(
        ("[whole-order.ID]", "priority"),
        PRIORITY,
        "[whole-order.x]\npriority = <<@>>\nnew = true\nat = [\"hospital\"]",
    ),
];
