//! What `beredd stock reorder` says.

use super::Language;

words! {
    ReorderWord;
    // Headings
    TitleProposal: "Förslag till beställning {today}", "Proposals to order, {today}";
    TitleOrder: "Order {today}", "Orders, {today}";
    TitleRequest: "Interna rekvisitioner {today}", "Internal requests, {today}";
    TitleCompare: "Reglerna sida vid sida {today}", "The rules side by side, {today}";
    TitleSimulate: "Reglerna prövade på uttagen {from}–{to}", "The rules tried on the issues of {from} to {to}";
    Sum:
        "{rows} {rows|rad|rader}: {lines} att beställa för {value} SEK, {enough} räcker, {lacking} saknar uppgifter.",
        "{rows} {rows|row|rows}: {lines} to order for {value} SEK, {enough} {enough|has|have} enough, {lacking} {lacking|lacks|lack} data.";
    BasisAvailability:
        "Jämförs med regeln: tillgängligt = saldo + på väg − reserverat.",
        "Held against the rule: available = on hand + on order − reserved.";
    BasisOnHand: "Jämförs med regeln: saldot; det som är på väg räknas inte.", "Held against the rule: on hand; what is on order does not count.";
    NoColumn: "Listan saknar {list}: räknat som 0.", "The list has no {list}: reckoned as 0.";
    RuleChoice:
        "Regel: listans egen{asked}; annars nivå där ett eget lager fyller på, kvantitet där det finns beställningspunkt, behov i övrigt.",
        "Rule: that of the list{asked}; else level where an own site refills, quantity where there is a reorder point, need otherwise.";
    RuleAsked: ", annars {rule}", ", else {rule}";
    ListHolds: "Allt är räknat på listan som den är; ingenting är beställt.", "All is reckoned from the list as it is; nothing has been ordered.";
    NotIncluded:
        "Inte med: osäkerhet i förbrukning och ledtid utöver minimilagret, rabatter, leverantörens minsta ordervärde, budget.",
        "Not included: uncertainty of use and lead time beyond the minimum stock, discounts, the supplier's least order value, budget.";
    ApproveFirst:
        "Ett förslag blir order när någon har godkänt det: ta bort rader i arbetsboken, eller begränsa med --supplier och --site, och skriv --document order.",
        "A proposal becomes an order when somebody has approved it: remove rows in the workbook, or narrow it with --supplier and --site, and say --document order.";
    Others: "{n} {n|rad|rader} hör till en annan handling: --document {other}.", "{n} {n|line belongs|lines belong} to another document: --document {other}.";
    NothingTo: "Inget att beställa.", "Nothing to order.";
    // Orders
    OrderTo: "{to} → {site}", "{to} → {site}";
    OrderToNowhere: "{to}", "{to}";
    NoName: "(ingen leverantör)", "(no supplier)";
    OrderHead:
        "{who}: {lines}, {value} SEK{pallets}{saved}",
        "{who}: {lines}, {value} SEK{pallets}{saved}";
    OneLine: "1 rad", "1 line";
    Lines: "{n} rader", "{n} lines";
    Pallets: ", {n} {n|pall|pallar}", ", {n} {n|pallet|pallets}";
    PalletsAtLeast: ", minst {n} {n|pall|pallar}", ", at least {n} {n|pallet|pallets}";
    Saved: ", {n} SEK i ordersärkostnad sparas av att raderna slås ihop", ", {n} SEK of order costs saved by joining the lines";
    Unpriced: " ({n} {n|rad|rader} utan pris)", " ({n} {n|line|lines} without a price)";
    // A line
    LineHead: "{article} {name}: {quantity}{packs}{value}", "{article} {name}: {quantity}{packs}{value}";
    LineValue: ", {n} SEK", ", {n} SEK";
    OfUnit: "{n} st", "{n} {n|unit|units}";
    InPacks: " = {n} {n|förpackning|förpackningar} om {of}", " = {n} {n|pack|packs} of {of}";
    InCases: " = {n} {n|kartong|kartonger} om {of}", " = {n} {n|case|cases} of {of}";
    InPallets: " = {n} {n|pall|pallar} om {of}", " = {n} {n|pallet|pallets} of {of}";
    InPack: " = 1 förpackning om {of}", " = 1 pack of {of}";
    InCase: " = 1 kartong om {of}", " = 1 case of {of}";
    InPallet: " = 1 pall om {of}", " = 1 pallet of {of}";
    InUnits: "", "";
    // The reason of a line
    StockIs: "saldo {hand} + på väg {order} = {stock}", "on hand {hand} + on order {order} = {stock}";
    StockIsReserved:
        "saldo {hand} + på väg {order} − reserverat {reserved} = {stock}",
        "on hand {hand} + on order {order} − reserved {reserved} = {stock}";
    HandIs: "saldo {stock}", "on hand {stock}";
    Below: "{stock} under beställningspunkten {point}", "{stock} below the reorder point {point}";
    BelowWithin: "{stock} under beställningspunkten {point} + tolerans {tolerance}", "{stock} below the reorder point {point} + tolerance {tolerance}";
    NotBelow: "{stock} inte under beställningspunkten {point}", "{stock} not below the reorder point {point}";
    NotBelowWithin: "{stock} inte under beställningspunkten {point} + tolerans {tolerance}", "{stock} not below the reorder point {point} + tolerance {tolerance}";
    PointReckoned: "{point} (förbrukning × ledtid + minimilager)", "{point} (use × lead time + minimum stock)";
    OneLot: "1 orderkvantitet {lot}", "1 order quantity {lot}";
    OneEoq: "1 EOQ {lot}", "1 EOQ {lot}";
    Restores: "{wanted} återställer den", "{wanted} restores it";
    NeedIs:
        "{stock}; behov {use} × {coverage} dagar = {need}; kvar {delta}",
        "{stock}; need {use} × {coverage} days = {need}; left {delta}";
    NeedReckoned: "{days} (ledtid + intervall)", "{days} (lead time + review period)";
    NeedLacks: "{need}, under minimilagret {minimum}; {wanted} fattas", "{need}, below the minimum stock {minimum}; {wanted} is lacking";
    NeedEnough: "{need}, inte under minimilagret {minimum}", "{need}, not below the minimum stock {minimum}";
    Raised: ", höjt till minsta order {minimum}", ", raised to the minimum order {minimum}";
    Rounded: " avrundat till {n} {what}", " rounded to {n} {what}";
    WhatUnits: "hela enheter", "whole units";
    WhatPacks: "förpackningar", "packs";
    WhatCases: "kartonger", "cases";
    WhatPallets: "pallar", "pallets";
    WhatPack: "förpackning", "pack";
    WhatCase: "kartong", "case";
    WhatPallet: "pall", "pallet";
    // Warnings
    Warn: "Obs: {what}", "Note: {what}";
    StillBelow: "räcker inte upp till beställningspunkten", "does not reach the reorder point";
    AboveMaximum: "{n} över maxlagret efteråt", "{n} above the maximum afterwards";
    ShortCoverage: "täckningstiden är kortare än ledtid + intervall, {n} {n|dag|dagar}", "the coverage is shorter than lead time + review period, {n} {n|day|days}";
    LongCoverage: "klass A och {n} {n|dags|dagars} täckning: beställ oftare och mindre", "class A and {n} {n|day|days} of coverage: order less and more often";
    LevelFromSupplier: "nivå är till för lager som ett eget lager fyller på; här köps av leverantör", "level is meant for sites that an own site refills; this one buys";
    NoSupplier: "ingen leverantör angiven", "no supplier is named";
    Owed: "mer är lovat än vad som finns och är på väg", "more is promised than there is and is coming";
    Expired: "{n} utgångna räknas inte", "{n} expired do not count";
    WardsApart:
        "{n} {n|rad|rader} fylls på av ett eget lager i listan. {n|Dess rekvisition|Deras rekvisitioner} är inte med i det lagrets behov: det räknas på lagrets egen förbrukning.",
        "{n} {n|row is|rows are} refilled by an own site of the list. {n|Its request is|Their requests are} not in that site's need: it is reckoned from the site's own use.";
    // What lacks data
    LackingTitle: "Saknar uppgifter för sin regel", "Lack data for their rule";
    LacksFor: "{rule}: {columns} saknas eller är orimligt", "{rule}: {columns} is missing or out of range";
    // What no rule is for
    ApartTitle: "Utan regel: transit eller utgått", "Without a rule: transit or withdrawn";
    ApartHead: "Varför", "Why";
    Transit: "transit: beställs åt en avdelning när den behövs", "transit: ordered for a ward when it is needed";
    Withdrawn: "utgått: får inte beställas", "withdrawn: may not be ordered";
    WithdrawnWithStock: "utgått: får inte beställas; förbruka det som finns", "withdrawn: may not be ordered; use up what is there";
    EnoughTitle: "Räcker", "Have enough";
    OrdersTitle: "Sammanslagna", "Joined";
    LinesTitle: "Rader", "Lines";
    // Columns
    RowHead: "Rad", "Row";
    KindHead: "Handling", "Document";
    KindOrder: "order", "order";
    KindRequest: "rekvisition", "request";
    ToHead: "Till", "To";
    SiteHead: "Lagerställe", "Site";
    ArticleHead: "Artikelnr", "Article";
    NameHead: "Benämning", "Name";
    RuleHead: "Regel", "Rule";
    ClassHead: "Klass", "Class";
    StockHead: "Jämförs\nmed regeln", "Held against\nthe rule";
    WantedHead: "Regeln\nbegär", "The rule\nasks for";
    QuantityHead: "Antal", "Quantity";
    MultiplesHead: "Hela", "Whole";
    MultipleHead: "Förpackade i", "Packed in";
    PriceHead: "Pris\nSEK", "Price\nSEK";
    ValueHead: "Värde\nSEK", "Value\nSEK";
    PalletsHead: "Pallar", "Pallets";
    LinesHead: "Rader", "Lines";
    SavedHead: "Sparad order-\nkostnad, SEK", "Order costs\nsaved, SEK";
    ReasonHead: "Varför", "Why";
    WarningsHead: "Obs", "Note";
    LacksHead: "Saknas", "Missing";
    Need: "behov", "need";
    Quantity: "kvantitet", "quantity";
    Level: "nivå", "level";
    // Compare
    CompareHow:
        "Antal och värde som varje regel föreslår med listans uppgifter. Tomt: regeln saknar uppgifter om artikeln.",
        "Quantity and value that each rule proposes with the data of the list. Empty: the rule lacks data of the article.";
    CompareSum:
        "{common} rader som alla tre kan räkna på: behov {l1} rader för {v1} SEK, kvantitet {l2} för {v2}, nivå {l3} för {v3}.",
        "{common} rows that all three can reckon: need {l1} lines for {v1} SEK, quantity {l2} for {v2}, level {l3} for {v3}.";
    RuleQuantityHead: "{rule}\nantal", "{rule}\nquantity";
    RuleValueHead: "{rule}\nSEK", "{rule}\nSEK";
    // Simulate
    SimulateHow:
        "Dag för dag: inleverans, uttag, granskning. Order kommer efter artikelns ledtid, tidigast nästa morgon; granskas vart intervall, annars dagligen. Uttag som lagret inte räcker till väntar.",
        "Day by day: receipt, issue, review. Orders come after the article's lead time, the next morning at the earliest; reviewed every review period, else daily. Issues that stock does not cover wait.";
    SimulateDemand:
        "Behovet är uttagen som de är bokförda: dagar då lagret var tomt har bokfört för lite. Fast ledtid; inga restnoteringar.",
        "Need is the issues as recorded: days without stock have recorded too little. Fixed lead time; no back-orders of the supplier.";
    StartOnHand: "Lager vid början: listans saldo.", "Stock at the beginning: what the list has on hand.";
    StartDays: "Lager vid början: {days} dagars medeluttag.", "Stock at the beginning: {days} days of mean issues.";
    BySite: "Uttag per artikel och lagerställe.", "Issues by article and site.";
    NoSite: "Uttagslistan saknar lagerställe: alla uttag av en artikel räknas på varje rad av den.", "The issues name no site: all issues of an article count at each row of it.";
    WithoutHistory: "{n} {n|rad|rader} saknar uttag: {list}.", "{n} {n|row has|rows have} no issues: {list}.";
    DaysHead: "Dagar", "Days";
    FillHead: "Fyllnads-\ngrad", "Fill\nrate";
    CycleHead: "Cykel-\nservice", "Cycle\nservice";
    MeanStockHead: "Medel-\nlager", "Mean\nstock";
    MeanValueHead: "Medellager\nSEK", "Mean stock\nSEK";
    OrdersHead: "Order", "Orders";
    EmptyHead: "Dagar utan\nlager", "Days without\nstock";
    MeanIssueHead: "Uttag\nper dag", "Issues\nper day";
    TotalRow: "Summa av {n} {n|rad|rader} som alla tre kan räkna på (fyllnadsgrad efter värde)", "Sum of {n} {n|row|rows} that all three can reckon (fill rate by value)";
    TooLongHistory: "{file}: uttagen spänner över mer än hundra år", "{file}: the issues span more than a hundred years";
    NoneKept: "{file}: ingen rad har det lagerstället och den leverantören", "{file}: no row has that site and that supplier";
    NoneTried: "Ingen rad har både uttag och uppgifter för någon regel.", "No row has both issues and the data of a rule.";
}
