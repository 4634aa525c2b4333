//! The lists of daily stock work: their columns, as the template names them and as other systems do.

use crate::sheet::{Column, Kind, Must};

/// A kind of list.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Its name on the command line and in file names.
    pub key: &'static str,
    /// Its name in Swedish and English.
    pub title: [&'static str; 2],
    /// What it holds and who has it.
    pub about: [&'static str; 2],
    /// Its columns; those of [`Must::Filled`] are needed by every tool, others by some.
    pub columns: &'static [Column],
}

impl List {
    /// Its columns, where those named must be there and filled.
    pub fn with(&self, needed: &[&str]) -> Vec<Column> {
        let must = |column: &Column| if needed.contains(&column.key) { Must::Filled } else { column.must };
        self.columns.iter().map(|column| Column { must: must(column), ..*column }).collect()
    }
}

impl List {
    /// The columns that together tell its rows apart; none where the same row may stand twice.
    pub fn identity(&self) -> &'static [&'static str] {
        match self.key {
            "stock" => &["article", "site"],
            "contacts" => &["supplier"],
            "substitutes" => &["article", "substitute"],
            _ => &[],
        }
    }
}

/// Every list that the desk reads.
pub const LISTS: [&List; 8] = [&STOCK, &USE, &ORDERS, &NOTICES, &DELIVERIES, &ISSUES, &CONTACTS, &SUBSTITUTES];

const fn column(key: &'static str, sv: &'static str, en: &'static str, kind: Kind, about: [&'static str; 2]) -> Column {
    Column { key, sv, en, also: &[], about, kind, must: Must::Optional }
}

impl Column {
    const fn also(self, also: &'static [&'static str]) -> Column {
        Column { also, ..self }
    }

    const fn filled(self) -> Column {
        Column { must: Must::Filled, ..self }
    }
}

const ARTICLE: Column =
    column("article", "Artikelnr", "Article", Kind::Code, ["Artikelnummer, som text", "Article number, as text"])
        .also(&[
            "artikelnummer",
            "artikel",
            "artnr",
            "varunr",
            "varunummer",
            "article number",
            "article id",
            "item",
            "id",
            "codice",
        ])
        .filled();
const NAME: Column = column("name", "Benämning", "Name", Kind::Text, ["Artikelns namn", "Name of the article"])
    .also(&["artikelbenämning", "namn", "produkt", "product", "description", "name-sv", "prodotto"]);
const SITE: Column =
    column("site", "Lagerställe", "Site", Kind::Code, ["Var varan ligger eller ska", "Where the goods are or go"])
        .also(&["lager", "förråd", "enhet", "site id", "warehouse", "magazzino"]);
const SUPPLIER: Column =
    column("supplier", "Leverantör", "Supplier", Kind::Code, ["Vem som levererar", "Who delivers"]).also(&[
        "lev",
        "leverantörsnamn",
        "vendor",
        "fornitore",
    ]);
const COST_CENTRE: Column =
    column("cost-centre", "Kostnadsställe", "Cost centre", Kind::Code, ["Vem som förbrukar", "Who consumes"]).also(&[
        "ks",
        "kst",
        "avdelning",
        "cost center",
        "ward",
        "centro di costo",
    ]);
const PRICE: Column =
    column("price", "Pris", "Price", Kind::Amount, ["SEK per enhet, utan moms", "SEK per unit, without VAT"]).also(&[
        "styckpris",
        "á-pris",
        "a-pris",
        "inköpspris",
        "unit price",
    ]);
const QUANTITY: Column = column("quantity", "Antal", "Quantity", Kind::Number, ["Enheter", "Units"]).also(&[
    "kvantitet",
    "mängd",
    "qty",
    "quantità",
]);
const UNIT: Column =
    column("unit", "Enhet (mått)", "Unit", Kind::Text, ["Vad antal räknas i", "What quantities count"]).also(&[
        "mått",
        "måttenhet",
        "uom",
        "u.m.",
    ]);

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

/// Orders that are placed and not fully received.
pub const ORDERS: List =
    List {
        key: "orders",
        title: ["Öppna order", "Open orders"],
        about: ["En rad per orderrad som inte är fullt levererad", "A row for each order line not fully delivered"],
        columns: &[
            column("order", "Ordernr", "Order", Kind::Code, ["Orderns nummer", "Number of the order"]).also(&[
                "order",
                "ordernummer",
                "po",
            ]),
            ARTICLE,
            SITE,
            SUPPLIER,
            Column { kind: Kind::Positive, ..QUANTITY }.filled(),
            column("ordered", "Orderdatum", "Ordered", Kind::Date, ["När den lades", "When it was placed"])
                .also(&["beställd", "order date"]),
            column("promised", "Lovat datum", "Promised", Kind::Date, ["När den ska komma", "When it is to come"])
                .also(&["leveransdatum", "bekräftat datum", "delivery date"]),
        ],
    };

/// What suppliers say that they cannot deliver.
pub const NOTICES: List = List {
    key: "notices",
    title: ["Restnoteringar", "Back-order notices"],
    about: ["Leverantörens restlista: en rad per artikel", "The supplier's back-order list: a row for each article"],
    columns: &[
        ARTICLE,
        NAME,
        SUPPLIER,
        column("noticed", "Meddelat", "Noticed", Kind::Date, ["När det meddelades", "When it was told"])
            .also(&["publicerad"]),
        column("since", "Från", "Since", Kind::Date, ["Från när den saknas", "Since when it is lacking"])
            .also(&["startdatum", "start"]),
        column(
            "back",
            "Åter",
            "Back",
            Kind::Date,
            ["När den väntas åter; tomt: okänt", "When it is expected back; empty: unknown"],
        )
        .also(&["beräknat åter", "åter i lager", "slutdatum", "expected back"]),
        column("reason", "Orsak", "Reason", Kind::Text, ["Vad leverantören säger", "What the supplier says"])
            .also(&["kommentar"]),
        column(
            "substitute",
            "Ersättning",
            "Substitute",
            Kind::Code,
            ["Artikel som leverantören erbjuder", "Article that the supplier offers"],
        )
        .also(&["ersättningsartikel", "utbyte"]),
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

/// Whom to call.
pub const CONTACTS: List = List {
    key: "contacts",
    title: ["Kontakter", "Contacts"],
    about: ["En rad per leverantör", "A row for each supplier"],
    columns: &[
        SUPPLIER.filled(),
        column("contact", "Kontakt", "Contact", Kind::Text, ["Vem som svarar", "Who answers"])
            .also(&["kontaktperson", "namn"]),
        column("phone", "Telefon", "Phone", Kind::Code, ["Nummer, som text", "Number, as text"])
            .also(&["tel", "telefonnummer"]),
        column("mail", "E-post", "Mail", Kind::Text, ["Adress", "Address"]).also(&["epost", "mejl", "email"]),
    ],
};

/// Which article may stand in for which.
pub const SUBSTITUTES: List = List {
    key: "substitutes",
    title: ["Utbyten", "Substitutes"],
    about: [
        "En rad per artikel och ersättare; behövs inte där lagerlistan har behovsgrupper",
        "A row for each article and what replaces it; not needed where the stock list has need groups",
    ],
    columns: &[
        ARTICLE,
        column(
            "substitute",
            "Ersättning",
            "Substitute",
            Kind::Code,
            ["Artikel som ersätter", "Article that replaces it"],
        )
        .also(&["ersättningsartikel", "utbyte"])
        .filled(),
        column(
            "factor",
            "Omräkning",
            "Factor",
            Kind::Positive,
            ["Enheter av ersättaren per enhet; utelämnad: 1", "Units of the substitute per unit; left out: 1"],
        ),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_columns_of_a_list_answer_to_one_header() {
        for list in LISTS {
            let mut names = std::collections::BTreeMap::new();
            for column in list.columns {
                for name in [column.key, column.sv, column.en].into_iter().chain(column.also.iter().copied()) {
                    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).collect();
                    let before = names.insert(plain.to_lowercase(), column.key);
                    assert!(
                        before.is_none_or(|key| key == column.key),
                        "{}: {name} is {before:?} and {}",
                        list.key,
                        column.key
                    );
                }
            }
        }
    }
}
