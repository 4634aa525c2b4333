//! What is said of cuts: the store that "largest site" takes, what only one cut says, which breaches count.

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
    Length:
        "Prövat som ett stopp som tar slut varar det {days} {days|dag|dagar} och följs i {follow}.",
        "Tried as a stop that ends it lasts {days} {days|day|days} and is followed for {follow}.";
    With:
        "Med det börjar: {names}. Det varar så länge det självt säger, hur långt stoppet än är.",
        "With it begins: {names}. That lasts as long as it says itself, whatever the length of the stop.";
    SharedBy: "Lager delas då enligt {rule}.", "Stock is then shared by {rule}.";
    SharedByNone: "Lager delas då i proportion.", "Stock is then shared in proportion.";
    Express: "Också de expressregler gäller som bara avskärningar ropar in.", "The express rules act too that only cuts call on.";
    NoExpress: "Inget går då med express.", "Nothing then goes by express.";
    CountsEvery:
        "Varje brist räknas från första dagen till den sista som följs, även den som hade kommit utan stoppet.",
        "Every breach counts from the first day to the last that is followed, also one that would have come without the stop.";
}
