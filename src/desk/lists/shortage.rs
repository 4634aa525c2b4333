//! Lists that tell of shortages and what to do: open orders, back-order notices, contacts, substitutes.

use super::{ARTICLE, List, NAME, QUANTITY, SITE, SUPPLIER, column};
use crate::sheet::{Column, Kind};

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
