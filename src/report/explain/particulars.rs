//! What is said in Swedish of faults that share a code and are mended in different ways.

use crate::report::wording::commands::Phrase;
use crate::scenario::diagnosis::{Particular, codes};

/// A number in a list with decimal commas.
const NUMBER_AMONG_COMMAS: (Phrase, Phrase) = (
    Phrase {
        sv: "En cell i en lista med decimalkomman är inget tal.",
        en: "A cell of a list with decimal commas is no number.",
    },
    Phrase { sv: "skriv bara talet, med decimalkomma: 12,5", en: "write only the number, with a decimal comma: 12,5" },
);

/// A name that an option gives.
const NAME_OF_AN_OPTION: (Phrase, Phrase) = (
    Phrase {
        sv: "Ett namn på kommandoraden som studien inte har.",
        en: "A name on the command line that the study does not have.",
    },
    Phrase { sv: "skriv ett av namnen som räknas upp", en: "write one of the names that are listed" },
);

/// Any other option.
const OPTION: (Phrase, Phrase) = (
    Phrase {
        sv: "Det som frågas kan inte besvaras för den här studien.",
        en: "What is asked cannot be answered for this study.",
    },
    Phrase {
        sv: "följ rådet ovan; `--help` visar alla val",
        en: "follow the advice above; `--help` shows all options",
    },
);

/// What is wrong and what to do, where it differs from what the code says; `commas` tells of a list with decimal commas.
pub fn of(particular: Particular, code: &str, commas: bool) -> Option<(Phrase, Phrase)> {
    let phrases = |what_sv, what_en, fix_sv, fix_en| {
        Some((Phrase { sv: what_sv, en: what_en }, Phrase { sv: fix_sv, en: fix_en }))
    };
    match particular {
        Particular::None if code == codes::NUMBER && commas => Some(NUMBER_AMONG_COMMAS),
        Particular::None => None,
        Particular::EmptyList => phrases(
            "En artikelfil har inga artiklar.",
            "An item file has no articles.",
            "skriv en rubrikrad och minst en artikel",
            "write a header and at least one article",
        ),
        Particular::BlankRow => phrases("En rad är tom.", "A row is empty.", "ta bort raden", "take the row away"),
        Particular::RowLength => phrases(
            "En rad har fler eller färre celler än rubrikraden.",
            "A row has more or fewer cells than the header.",
            "lägg till eller ta bort celler, och sätt en cell med skiljetecknet inom citattecken",
            "add or take away cells, and put a cell with the separator in quotes",
        ),
        Particular::SumRow => phrases(
            "En rad ser ut att summera andra.",
            "A row seems to sum up others.",
            "ta bort raden om den är en summa",
            "take the row away if it is a sum",
        ),
        Particular::OpenQuote => phrases(
            "Ett citattecken öppnas och stängs aldrig.",
            "A quote is opened and never closed.",
            "stäng det, eller skriv det två gånger",
            "close it, or write it twice",
        ),
        Particular::SameHeaders => phrases(
            "Två kolumner har samma rubrik.",
            "Two columns have the same header.",
            "byt namn på den ena",
            "rename one of them",
        ),
        Particular::MissingColumn => phrases(
            "En kolumn som behövs saknas.",
            "A column that is needed is missing.",
            "säg i [items] columns vad den heter i listan",
            "tell in [items] columns what it is called in the list",
        ),
        Particular::Option if code == codes::UNKNOWN_REFERENCE => Some(NAME_OF_AN_OPTION),
        Particular::Option => Some(OPTION),
        Particular::PointAmongCommas => phrases(
            "Ett tal har en punkt i en lista med decimalkomman.",
            "A number has a point in a list with decimal commas.",
            "skriv 1,5 för en och en halv och 1500 för femtonhundra",
            "write 1,5 for one and a half and 1500 for fifteen hundred",
        ),
    }
}
