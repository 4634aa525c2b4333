//! What `stock cross-abc` says.

use super::super::Language;

words! {
    CrossWord;
    Title: "ABC i kors: förbrukning mot lagervärde", "Crossed ABC: consumption against value of stock";
    Idle:
        "{n} {n|artikel|artiklar} har lågt förbrukat värde (C) och högt lagervärde (A): {stock} ligger still, {share} av lagrets värde.",
        "{n} {n|article has|articles have} little consumption (C) and much stock (A): {stock} lies still, {share} of the value of stock.";
    NoIdle: "Ingen artikel har låg förbrukning (C) och högt lagervärde (A).", "No article has little consumption (C) and much stock (A).";
    Lean:
        "{n} {n|artikel|artiklar} har hög förbrukning (A) och lågt lagervärde (C): {n|den|de} kommer i rätt tid, eller är på väg att ta slut.",
        "{n} {n|article has|articles have} much consumption (A) and little stock (C): {n|it comes|they come} just in time, or {n|is|are} about to run out.";
    CellsLeaf: "Rutor", "Cells";
    ArticlesLeaf: "Artiklar", "Articles";
    ByUse: "Förbruk-\nning", "Consump-\ntion";
    ByStock: "Lager-\nvärde", "Stock\nvalue";
    Consumed: "Förbrukat\nSEK", "Consumed\nSEK";
    InStock: "I lager\nSEK", "In stock\nSEK";
    CumulativeUse: "Ackumulerad\nförbrukning", "Cumulative\nconsumption";
    CumulativeStock: "Ackumulerat\nlager", "Cumulative\nstock";
    Meaning: "Betyder", "Means";
    AA: "hög förbrukning, högt lager: följ noga, korta täckningen", "much use, much stock: follow closely, shorten coverage";
    AB: "hög förbrukning, måttligt lager: åt det knappa hållet", "much use, moderate stock: on the lean side";
    AC: "hög förbrukning, lågt lager: i rätt tid; bevaka brist", "much use, little stock: just in time; watch for shortage";
    BA: "mer lager än förbrukningen kräver: sänk nivån", "more stock than use asks for: lower the level";
    BB: "i balans", "in balance";
    BC: "litet lager: i rätt tid", "little stock: just in time";
    CA: "låg förbrukning, högt lager: ligger still; stoppa inköp, flytta, lämna åter",
        "little use, much stock: lies still; stop buying, move, return";
    CB: "mer lager än förbrukningen kräver: sänk vid nästa beställning", "more stock than use asks for: lower it at the next order";
    CC: "litet av båda: enkla regler, få beställningar", "little of both: simple rules, few orders";
    HowStock:
        "Lagervärdet är {source}. Klasserna sätts med samma gränser för sig: A till {a}, B till {b}.",
        "The value of stock is {source}. Classes are set with the same limits for each: A to {a}, B to {b}.";
    SourceColumn: "listans kolumn", "the column of the list";
    SourceBalance: "saldo × pris i dag", "on hand × price today";
    HowNot:
        "En reserv för beredskap ser här ut som pengar som ligger still. Dra av den innan du säljer något.",
        "A preparedness reserve looks here like money that lies still. Take it off before anything is sold.";
}
