//! What `stock turnover` says.

use super::super::Language;

words! {
    TurnoverWord;
    Title: "Omsättning: hur fort lagret rör sig", "Turnover: how fast the stock moves";
    Whole:
        "Lagret omsätts {index} gånger per år: en vara ligger {days} {days|dag|dagar} i medel. {stock} är bundet, {issued} lämnar det per år.",
        "The stock turns over {index} times a year: goods lie for {days} {days|day|days} on average. {stock} are tied up, {issued} leave it in a year.";
    WholeNoUse: "Ingenting lämnar lagret: {stock} är bundet.", "Nothing leaves the stock: {stock} are tied up.";
    WholeNoStock: "Listan har inget lager med värde.", "The list has no stock of value.";
    WriteOff:
        "Förslag att skriva av: {n} {n|rad|rader}, {value} ({share} av lagrets värde).",
        "Proposal to write off: {n} {n|row|rows}, {value} ({share} of the value of stock).";
    NoWriteOff: "Ingenting att skriva av.", "Nothing to write off.";
    Watch: "Att se över, flytta eller lämna tillbaka: {n} {n|rad|rader}, {value}.", "To look at, move or return: {n} {n|row|rows}, {value}.";
    CriticalSlow:
        "Kritiska bland dem: {n}. De kan vara en reserv: fråga beredskapen innan något skrivs av.",
        "Critical among them: {n}. They may be a reserve: ask before anything is written off.";
    CannotRotate:
        "En reserv på {days} {days|dag|dagar} kan inte omsättas för {n} {n|artikel: den hinner bli för gammal|artiklar: de hinner bli för gamla}. Längsta reserv för {name}: {most} {most|dag|dagar}.",
        "A reserve of {days} {days|day|days} cannot be rotated for {n} {n|article: it gets|articles: they get} too old first. Longest reserve for {name}: {most} {most|day|days}.";
    TurnsLeaf: "Omsättning", "Turnover";
    ReasonsLeaf: "Vad som inte rör sig", "What does not move";
    SlowLeaf: "Förslag rad för rad", "Proposals row by row";
    ArticlesLeaf: "Artiklar", "Articles";
    ReservesLeaf: "Vad reserver tillåter", "What reserves allow";
    TightLeaf: "Hållbarhet mot reserv", "Shelf life against reserve";
    CausesLeaf: "Orsaker till mer lager", "Causes of more stock";
    Rows: "Rader", "Rows";
    Issued: "Uttag per år\nSEK", "Issued a year\nSEK";
    Stock: "Medellager\nSEK", "Mean stock\nSEK";
    Index: "Omsättning\nggr/år", "Turns\na year";
    Days: "Ligger\ndagar", "Lies\ndays";
    PartSite: "Lagerställe {name}", "Site {name}";
    PartClass: "Klass {name}", "Class {name}";
    PartFlow: "Flöde {name}", "Flow {name}";
    Reason: "Varför", "Why";
    Proposal: "Förslag", "Proposal";
    Units: "Enheter", "Units";
    Value: "Värde\nSEK", "Value\nSEK";
    SinceIssue: "Dagar sedan\nuttag", "Days since\nissue";
    ToExpiry: "Dagar till\nutgång", "Days to\nexpiry";
    InStock: "Räcker\ndagar", "Lasts\ndays";
    Critical: "Kritisk", "Critical";
    Yes: "ja", "yes";
    Expired: "utgången", "expired";
    Dead: "inget uttag på {dead} {dead|dag|dagar}", "no issue for {dead} {dead|day|days}";
    Expires: "går ut innan den används", "expires before it is used";
    Unused: "lager utan förbrukning", "stock without use";
    Slow: "inget uttag på {slow} {slow|dag|dagar}", "no issue for {slow} {slow|day|days}";
    TooMuch: "mer än {most} {most|dags|dagars} förbrukning", "more than {most} {most|day|days} of use";
    DoWriteOff: "skriv av", "write off";
    DoMoveFirst: "flytta eller lämna tillbaka nu, annars skriv av", "move or return now, else write off";
    DoLook: "se över: behövs den i sortimentet?", "look: does the range need it?";
    DoReturn: "flytta eller lämna tillbaka; köp inte mer", "move or return; buy no more";
    Reserve: "Reserv\ndagar", "Reserve\ndays";
    MostTurns: "Högst\nggr/år", "At most\nturns";
    Now: "Nu", "Now";
    FasterNow: "omsätts fortare: reserven finns inte i dag", "turns faster: the reserve is not there today";
    SlowerNow: "dagens omsättning hindrar den inte", "the turns of today do not rule it out";
    Holding: "Har så\nmycket nu", "Hold it\nnow";
    Bound: "Binder\nSEK", "Binds\nSEK";
    Cannot: "Hinner bli\nför gamla", "Get too\nold";
    ShelfLife: "Hållbarhet\ndagar", "Shelf life\ndays";
    Lot: "Order räcker\ndagar", "Order lasts\ndays";
    MostReserve: "Längsta reserv\ndagar", "Longest reserve\ndays";
    TooOldNow: "Redan för\nmycket", "Too much\nalready";
    Cause: "Orsak", "Cause";
    Shows: "Vad listan visar", "What the list shows";
    Explains: "Förklarar\nSEK", "Explains\nSEK";
    CauseRange: "Bredare sortiment", "A wider range";
    CauseForecast: "För höga prognoser", "Forecasts too high";
    CauseLots: "Mängdrabatter och stora partier", "Volume discounts and large lots";
    CauseDeliveries: "Glesare leveranser, fulla bilar", "Fewer deliveries, full lorries";
    CauseAccounting: "Ändrad bokföring", "Changed accounting";
    ShowsRange: "lager utan förbrukning", "stock without use";
    ShowsForecast: "lager över maxlager", "stock above its maximum";
    ShowsLots: "order som räcker mer än 90 dagar", "orders that last more than 90 days";
    ShowsDeliveries:
        "order mer sällan än var 30:e dag, eller hela pallar som räcker längre",
        "orders more seldom than every 30 days, or whole pallets that last longer";
    ShowsNot: "syns inte i en lagerlista", "does not show in a stock list";
    ShowsLacking: "kolumnen {key} saknas", "the column {key} is not there";
    // How
    HowIndex:
        "Omsättning = uttag per år ÷ medellager, båda till pris; dagar = 365 ÷ omsättning. Medellager är {source}.",
        "Turns = issues in a year ÷ mean stock, both at price; days = 365 ÷ turns. Mean stock is {source}.";
    SourceGiven: "listans kolumn", "the column of the list";
    SourceNow: "dagens saldo (listan har ingen kolumn Medellager)", "what is there today (the list has no column Mean stock)";
    HowReason:
        "Varje rad står en gång, under sitt allvarligaste skäl. Listan har bara tidigaste utgångsdatum: utgångna och utgående enheter är därför högst så många.",
        "Each row stands once, under its gravest reason. The list has only the earliest last day: expired and expiring units are therefore at most so many.";
    HowReserve:
        "En reserv på L dagar omsätts högst 365 ÷ L gånger per år. Den går att omsätta om L plus en order räcker kortare tid än hållbarheten vid mottagande. Räknat på {which}.",
        "A reserve of L days turns at most 365 ÷ L times a year. It can be rotated if L plus an order lasts a shorter time than the shelf life at receipt. Reckoned on {which}.";
    WhichCritical: "kritiska artiklar", "critical articles";
    WhichAll: "alla artiklar (listan säger inte vilka som är kritiska)", "all articles (the list does not say which are critical)";
    HowCauses:
        "Orsakerna utesluter inte varandra, och en lista visar spår, inte skäl. Av order räknas halva överskottet: så mycket av det ligger i lager i medel.",
        "The causes do not exclude each other, and a list shows traces, not reasons. Of orders half of the excess counts: so much of it lies in stock on average.";
}
