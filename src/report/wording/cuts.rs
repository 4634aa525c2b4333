//! What is said of the store that the cut "largest site" takes.

use super::Language;

words! {
    CutWord;
    LargestSite: "Snittet ”{cut}” slår ut – {what}.", "The cut \"{cut}\" takes out – {what}.";
    LargestSiteDiffers:
        "Det är inte samma lager i alla alternativ: en skillnad kan bero på vilket lager som slås ut.",
        "It is not the same store in all alternatives: a difference may be due to which store is taken out.";
    LargestSiteMoves:
        "Med en annan reserv kan det vara ett annat lager: siffror för olika reserver går då inte att jämföra rakt av.",
        "With another reserve it may be another store: figures of different reserves then do not compare directly.";
}
