//! Lists of what has been: consumption, issues, deliveries.

use super::{ARTICLE, COST_CENTRE, List, NAME, PRICE, QUANTITY, SITE, SUPPLIER, column};
use crate::sheet::{Column, Kind, Must};

/// What was consumed, one row for each article (and cost centre, and period).
pub const USE: List = List {
    key: "use",
    title: ["Förbrukning", "Consumption"],
    about: [
        "En rad per artikel, eller per artikel och kostnadsställe: mängd och pris, eller värde",
        "A row for each article, or article and cost centre: quantity and price, or value",
    ],
    columns: &[
        ARTICLE,
        NAME,
        COST_CENTRE,
        SITE,
        SUPPLIER,
        QUANTITY,
        PRICE,
        column(
            "value",
            "Värde",
            "Value",
            Kind::Number,
            ["SEK; utelämnat: antal × pris", "SEK; left out: quantity × price"],
        )
        .also(&["belopp", "kostnad", "valore", "amount"]),
        column("stock-value", "Lagervärde", "Stock value", Kind::Amount, ["SEK i lager", "SEK in stock"]),
        column("period", "Period", "Period", Kind::Code, ["T.ex. 2026-10", "E.g. 2026-10"]).also(&["månad", "år"]),
        column("ved", "VED", "VED", Kind::Text, ["V, E eller D", "V, E or D"]),
    ],
};

/// The history of issues.
pub const ISSUES: List = List {
    key: "issues",
    title: ["Uttag", "Issues"],
    about: [
        "En rad per uttag (minus är retur), gärna med saldot efteråt så att dagar utan lager syns",
        "A row for each issue (minus is a return), best with the balance after it, so that days without stock are seen",
    ],
    columns: &[
        column("date", "Datum", "Date", Kind::Date, ["Dagen för uttaget", "Day of the issue"])
            .also(&["uttagsdatum", "dag", "day"])
            .filled(),
        column(
            "time",
            "Klockslag",
            "Time",
            Kind::Time,
            ["När på dagen; får stå efter datumet", "When in the day; may stand behind the date"],
        )
        .also(&["tid", "kl", "uttagstid", "time of day"]),
        ARTICLE,
        NAME,
        SITE,
        COST_CENTRE,
        QUANTITY.filled(),
        column(
            "balance",
            "Saldo efter",
            "Balance after",
            Kind::Amount,
            ["Enheter i lager efter uttaget", "Units in stock after the issue"],
        )
        .also(&["saldo", "lagersaldo"]),
    ],
};

/// Order lines with their deliveries.
pub const DELIVERIES: List = List {
    key: "deliveries",
    title: ["Leveranser", "Deliveries"],
    about: [
        "En rad per orderrad och inleverans; ej levererat har tomt leveransdatum",
        "A row for each order line and receipt; what is not delivered has no date of delivery",
    ],
    columns: &[
        column("order", "Ordernr", "Order", Kind::Code, ["Orderns nummer", "Number of the order"]).also(&[
            "order",
            "ordernummer",
            "po",
        ]),
        ARTICLE,
        SUPPLIER.filled(),
        SITE,
        column("mode", "Transportsätt", "Mode", Kind::Code, ["T.ex. lastbil, flyg", "E.g. lorry, air"])
            .also(&["transport"]),
        column("ordered-quantity", "Beställt antal", "Ordered quantity", Kind::Positive, ["Enheter", "Units"])
            .also(&["beställt"])
            .filled(),
        column(
            "delivered-quantity",
            "Levererat antal",
            "Delivered quantity",
            Kind::Amount,
            ["Enheter i denna inleverans", "Units in this receipt"],
        )
        .also(&["levererat"]),
        Column {
            must: Must::Filled,
            ..column("ordered", "Orderdatum", "Ordered", Kind::Date, ["När den lades", "When it was placed"])
                .also(&["beställd", "order date"])
        },
        column("promised", "Lovat datum", "Promised", Kind::Date, ["Lovat vid ordern", "Promised at the order"])
            .also(&["bekräftat datum"]),
        column(
            "delivered",
            "Leveransdatum",
            "Delivered",
            Kind::Date,
            ["När den kom; tomt: inte än", "When it came; empty: not yet"],
        )
        .also(&["levererad", "mottagen", "inleverans"]),
        column(
            "noticed",
            "Förvarnat",
            "Noticed",
            Kind::Date,
            ["När förseningen meddelades", "When the delay was told"],
        )
        .also(&["meddelat"]),
    ],
};
