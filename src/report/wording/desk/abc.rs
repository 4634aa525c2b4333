//! What `stock abc` says.

use super::super::Language;

words! {
    AbcWord;
    Title: "ABC-klasser efter förbrukat värde", "ABC classes by value consumed";
    Headline:
        "{class}: {n} av {all} {all|artikel|artiklar} ({count}) står för {share} av {total}.",
        "{class}: {n} of {all} {all|article|articles} ({count}) {n|carries|carry} {share} of {total}.";
    NothingUsed: "Ingenting är förbrukat: alla artiklar är C.", "Nothing was consumed: every article is C.";
    Rest:
        "Listan är en del av en helhet på {total}: {rest} ({share}) ligger i artiklar som inte står i den.",
        "The list is a part of a whole of {total}: {rest} ({share}) lies in articles that are not in it.";
    ClassesLeaf: "Klasser", "Classes";
    ArticlesLeaf: "Artiklar", "Articles";
    XyzLeaf: "ABC och XYZ", "ABC and XYZ";
    VedLeaf: "ABC och VED", "ABC and VED";
    LongLeaf: "A-artiklar som räcker länge", "A articles that last long";
    EndsAt: "Slutar vid\n%", "Ends at\n%";
    ShareOfArticles: "Andel av\nartiklarna", "Share of\narticles";
    Value: "Värde\nSEK", "Value\nSEK";
    Share: "Andel av\nvärdet", "Share of\nvalue";
    Cumulative: "Ackumulerad\nandel", "Cumulative\nshare";
    CumulativeCount: "Andel av\nantalet", "Share of\nnumber";
    Units: "Enheter", "Units";
    NoUse: "utan\nförbrukning", "without\nuse";
    Returned: "mer retur\nän uttag", "returned\nmore";
    Variation: "Variations-\nkoefficient", "Coefficient\nof variation";
    Xyz: "XYZ", "XYZ";
    Ved: "VED", "VED";
    VedGroup: "Grupp", "Group";
    Days: "Räcker\ndagar", "Lasts\ndays";
    Coverage: "Täckningstid\ndagar", "Coverage\ndays";
    Excess: "Över {days} dagar\nSEK", "Above {days} days\nSEK";
    X: "X jämn", "X steady";
    Y: "Y varierar", "Y varies";
    Z: "Z ryckig", "Z in leaps";
    V: "V livsviktig", "V vital";
    E: "E nödvändig", "E essential";
    D: "D önskvärd", "D desirable";
    NoVed: "utan VED", "no VED";
    LongSays:
        "A-artiklar som räcker mer än {days} {days|dag|dagar}: {n}, med {excess} över dem. För A lönar sig kort täckning och täta beställningar – om inte en \
        reserv är meningen.",
        "A articles that last more than {days} {days|day|days}: {n}, with {excess} above them. For A short coverage and frequent orders pay – unless a \
        reserve is meant.";
    NoLong: "Ingen A-artikel räcker mer än {days} dagar.", "No A article lasts more than {days} days.";
    LongUnknown:
        "Om A-artiklar räcker länge syns bara i en lagerlista (saldo, täckningstid).",
        "Whether A articles last long shows only in a stock list (on hand, coverage).";
    ReturnsSay:
        "Mer retur än uttag: {list}. De räknas som 0 i andelarna och står i klass C; se efter om returerna hör till en tidigare period.",
        "Returned more than used: {list}. They count as 0 in the shares and stand in class C; see whether the returns belong to an earlier period.";
    // How
    HowSort:
        "Artiklarna är sorterade efter förbrukat värde (per artikel, returer avdragna), andelarna summerade uppifrån, och klassen satt efter \
        var summan står: A till {a}, B till {b}, resten C. Exakt på gränsen hör till klassen före den.",
        "Articles are sorted by value consumed (per article, returns taken off), shares added from the top, and the class set by where the \
        sum stands: A to {a}, B to {b}, the rest C. Exactly at a limit belongs to the class before it.";
    HowTies:
        "Lika värde ger lika klass (den förstas), i artikelnumrets ordning. Den största artikeln är alltid A. Utan förbrukning är klassen C.",
        "Equal value gives equal class (that of the first), in the order of article numbers. The largest article is always A. Without use the class is C.";
    HowYear:
        "Förbrukningen är lagerlistans för ett år (årsförbrukning, annars 365 × förbrukning per dag) gånger priset.",
        "Use is that of the stock list for a year (use per year, else 365 × use per day) times the price.";
    HowXyz:
        "XYZ: variationskoefficient över {n} {n|period|perioder} (stickprovets standardavvikelse / medel; period utan rad = 0): X till {x}, Y till {y}, resten Z; utan förbrukning Z.",
        "XYZ: coefficient of variation over {n} {n|period|periods} (sample standard deviation / mean; a period without a row is 0): X to {x}, Y to {y}, the rest Z; without use Z.";
    HowVed:
        "VED: artikelns viktigaste rad. Grupp 1 = A eller V (styr noga), 3 = C och D (styr enkelt), 2 = resten.",
        "VED: the article's most vital row. Group 1 = A or V (control closely), 3 = C and D (control simply), 2 = the rest.";
    HowNot:
        "ABC säger vad som kostar, inte vad som är viktigt för vården: en billig artikel kan vara livsviktig. Klassa också efter VED eller kritikalitet.",
        "ABC tells what costs, not what matters to care: a cheap article can be vital. Classify by VED or criticality too.";
    // Chart
    ChartTitle: "{n} av {all} {all|artikel|artiklar} ({count}) står för {share} av det förbrukade värdet", "{n} of {all} {all|article|articles} ({count}) {n|carries|carry} {share} of the value consumed";
    ChartReading:
        "Ackumulerad andel av värdet mot ackumulerad andel av antalet artiklar, största först. Prickade linjer: där klasserna slutar.",
        "Cumulative share of value against cumulative share of the number of articles, largest first. Dotted lines: where classes end.";
    ChartBorder: "{class}: {n} {n|artikel|artiklar}, till {share}", "{class}: {n} {n|article|articles}, to {share}";
    ChartX: "andel av antalet artiklar", "share of the number of articles";
    ChartY: "andel av värdet", "share of value";
    ChartFrom: "Ur {file}, {day}.", "From {file}, {day}.";
    ChartAlt: "Paretodiagram: kurva från 0 till {end} av värdet.", "Pareto chart: a curve from 0 to {end} of value.";
}
