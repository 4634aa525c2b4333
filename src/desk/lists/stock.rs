//! The stock list: what is there, on its way and used, and how it is controlled.

use super::{ARTICLE, List, NAME, PRICE, SITE, SUPPLIER, UNIT, column};
use crate::sheet::Kind;

/// What a stock holds, one row for each article and site.
pub const STOCK: List = List {
    key: "stock",
    title: ["Lagerlista", "Stock list"],
    about: [
        "En rad per artikel och lagerställe: vad som finns, är på väg, går åt, och hur det styrs",
        "A row for each article and site: what is there, on its way, used, and how it is controlled",
    ],
    columns: &[
        ARTICLE,
        NAME,
        SITE,
        SUPPLIER,
        UNIT,
        PRICE,
        column("on-hand", "Saldo", "On hand", Kind::Amount, ["Enheter i lager nu", "Units in stock now"]).also(&[
            "lagersaldo",
            "i lager",
            "disponibelt",
            "stock",
            "giacenza",
        ]),
        column(
            "mean-stock",
            "Medellager",
            "Mean stock",
            Kind::Amount,
            ["Enheter i lager i medel; utelämnat: saldot", "Units in stock on average; left out: on hand"],
        )
        .also(&["medelsaldo", "average stock", "giacenza media"]),
        column(
            "on-order",
            "På väg",
            "On order",
            Kind::Amount,
            ["Enheter beställda och inte mottagna", "Units ordered and not received"],
        )
        .also(&["i order", "beställt", "öppna order"]),
        column(
            "reserved",
            "Reserverat",
            "Reserved",
            Kind::Amount,
            ["Enheter lovade eller restnoterade åt andra", "Units promised or owed to others"],
        )
        .also(&["restorder ut", "backorders"]),
        column(
            "daily-use",
            "Förbrukning per dag",
            "Use per day",
            Kind::Amount,
            ["Enheter per kalenderdag i medel", "Units per calendar day on average"],
        )
        .also(&["dagsförbrukning", "medelförbrukning", "cmg"]),
        column(
            "yearly-use",
            "Årsförbrukning",
            "Use per year",
            Kind::Number,
            ["Enheter per år; minus är returer", "Units per year; minus is returns"],
        )
        .also(&["förbrukning per år", "årsvolym", "annual use", "yearly demand"]),
        column(
            "daily-sd",
            "Standardavvikelse per dag",
            "Standard deviation per day",
            Kind::Amount,
            ["Av förbrukningen en dag", "Of the use of a day"],
        )
        .also(&["sd", "stdav"]),
        column(
            "lead-time",
            "Ledtid",
            "Lead time",
            Kind::Amount,
            ["Kalenderdagar från order till mottaget", "Calendar days from order to receipt"],
        )
        .also(&["ledtid dagar", "leveranstid", "lead time days"]),
        column(
            "lead-time-sd",
            "Ledtidens standardavvikelse",
            "Standard deviation of lead time",
            Kind::Amount,
            ["Kalenderdagar", "Calendar days"],
        ),
        column(
            "review",
            "Beställningsintervall",
            "Review period",
            Kind::Positive,
            ["Kalenderdagar mellan beställningar", "Calendar days between reviews"],
        ),
        column(
            "coverage",
            "Täckningstid",
            "Coverage",
            Kind::Amount,
            ["Kalenderdagar som en beställning ska räcka", "Calendar days that an order is to last"],
        )
        .also(&["periodo di copertura", "täckning"]),
        column(
            "minimum",
            "Minimilager",
            "Minimum stock",
            Kind::Amount,
            ["Enheter som inte ska underskridas", "Units not to go below"],
        )
        .also(&["säkerhetslager", "min", "safety stock", "scorta minima"]),
        column(
            "reorder-point",
            "Beställningspunkt",
            "Reorder point",
            Kind::Amount,
            ["Enheter vid vilka det beställs", "Units at which it is ordered"],
        )
        .also(&["bp", "rop", "punto di riordino"]),
        column(
            "maximum",
            "Maxlager",
            "Maximum stock",
            Kind::Amount,
            ["Enheter som inte ska överskridas", "Units not to exceed"],
        )
        .also(&["max", "scorta massima"]),
        column(
            "order-quantity",
            "Orderkvantitet",
            "Order quantity",
            Kind::Positive,
            ["Enheter per beställning; utelämnad: EOQ", "Units per order; left out: EOQ"],
        )
        .also(&["beställningskvantitet", "eok", "eoq", "lot"]),
        column(
            "tolerance",
            "Tolerans",
            "Tolerance",
            Kind::Amount,
            [
                "Enheter över beställningspunkten som ändå räknas som lågt",
                "Units above the reorder point that still count as low",
            ],
        ),
        column("minimum-order", "Minsta order", "Minimum order", Kind::Amount, ["Enheter", "Units"]).also(&["moq"]),
        column("pack", "Förpackning", "Pack", Kind::Positive, ["Enheter per förpackning", "Units per pack"]).also(&[
            "antal per förpackning",
            "förp",
            "pack size",
        ]),
        column("case", "Kartong", "Case", Kind::Positive, ["Enheter per kartong", "Units per case"]).also(&["krt"]),
        column("pallet", "Pall", "Pallet", Kind::Positive, ["Enheter per pall", "Units per pallet"])
            .also(&["antal per pall"]),
        column(
            "rule",
            "Regel",
            "Rule",
            Kind::Text,
            ["behov, kvantitet eller nivå (need, quantity, level)", "need, quantity or level"],
        )
        .also(&["styrning", "policy"]),
        column(
            "from",
            "Hämtas från",
            "Supplied from",
            Kind::Code,
            ["Eget lagerställe som fyller på; tomt: leverantören", "Own site that refills it; empty: the supplier"],
        )
        .also(&["internt lager", "källa"]),
        column("order-cost", "Ordersärkostnad", "Order cost", Kind::Amount, ["SEK per beställning", "SEK per order"]),
        column(
            "holding-rate",
            "Lagerränta",
            "Holding rate",
            Kind::Share,
            ["Andel av värdet per år", "Share of value per year"],
        )
        .also(&["lagerhållningsränta"]),
        column(
            "critical",
            "Kritisk",
            "Critical",
            Kind::Flag,
            ["Ja om vården inte klarar sig utan", "Yes if care cannot do without"],
        ),
        column(
            "narcotic",
            "Narkotika",
            "Narcotic",
            Kind::Flag,
            ["Ja om den ska ligga inlåst", "Yes if it must lie locked"],
        ),
        column(
            "transit",
            "Transit",
            "Transit",
            Kind::Flag,
            ["Ja om den inte lagerhålls utan går rakt igenom", "Yes if it is not stocked but passes through"],
        )
        .also(&["genomgångsvara"]),
        column(
            "withdrawn",
            "Utgått",
            "Withdrawn",
            Kind::Flag,
            ["Ja om den inte längre får beställas", "Yes if it may not be ordered any more"],
        )
        .also(&["ur sortiment", "utgått ur sortiment"]),
        column(
            "ved",
            "VED",
            "VED",
            Kind::Text,
            ["V livsviktig, E nödvändig, D önskvärd", "V vital, E essential, D desirable"],
        ),
        column(
            "need-group",
            "Behovsgrupp",
            "Need group",
            Kind::Code,
            ["Artiklar som kan ersätta varandra", "Articles that can replace each other"],
        )
        .also(&["utbytesgrupp", "substitutgrupp"]),
        column(
            "need-factor",
            "Omräkning",
            "Need factor",
            Kind::Positive,
            ["Behovsenheter per enhet", "Units of need per unit"],
        ),
        column(
            "flow",
            "Flöde",
            "Flow",
            Kind::Code,
            ["T.ex. läkemedel, förbrukning, livsmedel", "E.g. drugs, consumables, food"],
        ),
        column("family", "Varugrupp", "Family", Kind::Code, ["Varugrupp", "Family of products"])
            .also(&["produktgrupp", "grupp"]),
        column(
            "temperature",
            "Temperatur",
            "Temperature",
            Kind::Text,
            ["rum, kyl eller frys (room, cold, frozen)", "room, cold or frozen"],
        )
        .also(&["temperaturklass", "förvaring"]),
        column("volume", "Volym", "Volume", Kind::Amount, ["Liter per enhet", "Litres per unit"])
            .also(&["volym liter", "liter"]),
        column("weight", "Vikt", "Weight", Kind::Amount, ["Kilogram per enhet", "Kilograms per unit"])
            .also(&["vikt kg", "kg"]),
        column("shelf-life", "Hållbarhet", "Shelf life", Kind::Positive, ["Dagar vid mottagande", "Days at receipt"]),
        column("expires", "Utgångsdatum", "Expires", Kind::Date, ["Det tidigaste i lager", "The earliest in stock"])
            .also(&["utgår", "bäst före"]),
        column(
            "last-issue",
            "Senaste uttag",
            "Last issue",
            Kind::Date,
            ["Dag för senaste uttag", "Day of the last issue"],
        ),
        column(
            "last-receipt",
            "Senaste inleverans",
            "Last receipt",
            Kind::Date,
            ["Dag för senaste inleverans", "Day of the last receipt"],
        ),
        column(
            "lines",
            "Orderrader per år",
            "Lines per year",
            Kind::Amount,
            ["Uttagsrader per år", "Issue lines per year"],
        )
        .also(&["uttagsrader"]),
        column("place", "Lagerplats", "Place", Kind::Code, ["Plats i lagret", "Place in the store"])
            .also(&["hyllplats", "location"]),
        column(
            "look-alike",
            "Förväxlingsgrupp",
            "Look-alike group",
            Kind::Code,
            ["Artiklar som liknar varandra", "Articles that look alike"],
        ),
    ],
};
