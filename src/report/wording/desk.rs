//! What the tools of the stock desk say; the words that several of them use stand here.

use super::Language;

pub mod abc;
pub mod annex;
pub mod cross_abc;
pub mod eoq;
pub mod fit;
pub mod reorder;
pub mod service;
pub mod shortage_cost;
pub mod shortages;
pub mod slotting;
pub mod suppliers;
pub mod turnover;

words! {
    DeskWord;
    // Heads
    Article: "Artikelnr", "Article";
    Name: "Benämning", "Name";
    Site: "Lagerställe", "Site";
    CostCentre: "Kostnadsställe", "Cost centre";
    Supplier: "Leverantör", "Supplier";
    Class: "Klass", "Class";
    Articles: "Artiklar", "Articles";
    Part: "Del", "Part";
    What: "Vad", "What";
    Unknown: "(saknas)", "(none)";
    WholeList: "Hela listan", "The whole list";
    Sek: "{n} SEK", "SEK {n}";
    // Around an answer
    FromList: "Ur {file} ({rows} {rows|rad|rader}), {day}. Beredd {version}.", "From {file} ({rows} {rows|row|rows}), {day}. Beredd {version}.";
    HowTitle: "Så är det räknat", "How it was reckoned";
    InternalRows:
        "{n} {n|rad|rader} fylls på av ett eget lagerställe i listan: {n|dess|deras} förbrukning har redan lämnat det och räknas inte en gång till i helheten.",
        "{n} {n|row is|rows are} refilled by an own site of the list: what {n|it uses|they use} has left that site already and is not counted again in the whole.";
    ExpiredRows:
        "{n} {n|rad|rader} har passerat utgångsdatum: {n|dess|deras} saldo räknas inte som lager.",
        "{n} {n|row has passed its|rows have passed their} last day: what {n|it has|they have} on hand does not count as stock.";
    ExpiredTakesRoom:
        "Rader som har passerat utgångsdatum: {n}. De tar plats tills de är utrensade och räknas därför med.",
        "Rows that have passed their last day: {n}. They take room until they are cleared out, and so they count.";
    TotalTooSmall:
        "--{key} {given} är mindre än listans egen summa {sum}. Ange helhetens summa, eller utelämna den.",
        "--{key} {given} is less than the list's own sum {sum}. Give the sum of the whole, or leave it out.";
    NoSuchSite: "listan har inget lagerställe {name}; den har {known}", "the list has no site {name}; it has {known}";
    NoSuchGoods:
        "varken rum, kyl, frys eller ett flöde i listan: {name}; den har {known}",
        "neither room, cold, frozen nor a flow of the list: {name}; it has {known}";
}
