//! The words of the summary of an article list.

use super::Language;

words! {
    ItemsWord;
    Line:
        "{articles} {articles|artikel|artiklar} i {families} produktfamiljer från {suppliers} leverantörer. {top}",
        "{articles} {articles|article|articles} in {families} product families from {suppliers} suppliers. {top}";
    Top:
        "De {top} {top|artikel|artiklar} som har störst värde (8\u{a0}% av artiklarna, avrundat till hela) står för {share}\u{a0}% av värdet.",
        "The {top} {top|article|articles} with the largest value (8% of the articles, rounded to whole ones) carry {share}% of the \
        value.";
    TopOne:
        "Den artikel som har störst värde (8\u{a0}% av artiklarna, avrundat till hela och minst en) står för {share}\u{a0}% av \
        värdet.",
        "The article with the largest value (8% of the articles, rounded to whole ones and at least one) carries \
        {share}% of the value.";
    Flow: "Per flöde", "By flow";
    Channel: "Per inköpskanal", "By purchasing channel";
    Class: "Per klass", "By class";
    All: "Hela listan", "The whole list";
    NotSaid: "ej angivet", "not said";
    ArticlesHead: "Artiklar", "Articles";
    CriticalHead: "varav\nkritiska", "of which\ncritical";
    ValueHead: "Värde\n{money}/år", "Value\n{money}/year";
    ShareHead: "Andel av\nvärdet, %", "Share of\nvalue, %";
    CriticalValueHead: "Kritiska,\n% av värdet", "Critical,\n% of value";
    PalletsHead: "Pallar\nper år", "Pallets\nper year";
    DecidedBy:
        "Kritiska enligt, antal artiklar: {whom}.",
        "Critical according to, number of articles: {whom}.";
}
