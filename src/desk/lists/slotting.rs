//! The two lists that only slotting reads: places and picks. The articles come from the stock list.

use super::{ARTICLE, List};
use crate::sheet::{Column, Kind, Must};

const fn column(key: &'static str, [sv, en]: [&'static str; 2], kind: Kind, about: [&'static str; 2]) -> Column {
    Column { key, sv, en, also: &[], about, kind, must: Must::Optional }
}

const fn needed(column: Column) -> Column {
    Column { must: Must::Filled, ..column }
}

/// Places in the store.
pub const PLACES: List = List {
    key: "places",
    title: ["Lagerplatser", "Places"],
    about: ["En rad per plats, i meter från samma hörn", "A row for each place, in metres from one corner"],
    columns: &[
        needed(Column {
            also: &["plats", "hyllplats", "location", "id"],
            ..column("place", ["Lagerplats", "Place"], Kind::Code, ["Platsens namn", "Name of the place"])
        }),
        needed(column("x", ["X", "X"], Kind::Number, ["Meter tvärs gångarna", "Metres across the aisles"])),
        needed(column("y", ["Y", "Y"], Kind::Number, ["Meter längs gångarna", "Metres along the aisles"])),
        column("z", ["Z", "Z"], Kind::Number, ["Höjd i meter; utelämnad: 1,2", "Height in metres; left out: 1.2"]),
        column("zone", ["Zon", "Zone"], Kind::Code, ["Zonens namn", "Name of the zone"]),
        column(
            "kind",
            ["Slag", "Kind"],
            Kind::Text,
            ["fast, delad, zon; utelämnat: fri", "dedicated, shared, zone; left out: free"],
        ),
        Column {
            also: &["volym liter", "liter", "litres"],
            ..column("volume", ["Volym", "Volume"], Kind::Positive, ["Rum i liter", "Room in litres"])
        },
    ],
};

/// What was picked.
pub const PICKS: List = List {
    key: "picks",
    title: ["Plock", "Picks"],
    about: ["En rad per orderrad som plockats", "A row for each order line that was picked"],
    columns: &[
        needed(Column {
            also: &["order", "ordernummer", "plockorder"],
            ..column("order", ["Ordernr", "Order"], Kind::Code, ["Plockorderns nummer", "Number of the picking order"])
        }),
        ARTICLE,
    ],
};
