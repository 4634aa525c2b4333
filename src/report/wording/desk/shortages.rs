//! What `beredd stock brist` says.

use super::Language;

words! {
    ShortageWord;
    Title: "Brister {today}: kritiska artiklar under {days} {days|dag|dagar}", "Shortages, {today}: critical articles below {days} {days|day|days}";
    TitleAll: "Brister {today}: alla artiklar under {days} {days|dag|dagar}", "Shortages, {today}: all articles below {days} {days|day|days}";
    Sum:
        "{judged} {judged|rad bedömd|rader bedömda}: {short} under {days} {days|dag|dagar}, {ahead} restnoterade eller försenade som tar slut före leverans, {unknown} utan känd förbrukning.",
        "{judged} {judged|row|rows} judged: {short} below {days} {days|day|days}, {ahead} on notice or late that run out before delivery, {unknown} without known use.";
    Hours:
        "Att jaga dem som får glapp: {hours} timmar i veckan, räknat med {minutes} minuter per artikel och vecka.",
        "Chasing those with a gap: {hours} hours a week, at {minutes} minutes per article and week.";
    HoursSource:
        "210 minuter = 0,5 timmar per öppen kritisk rad och dag, som i simulatorn: ett antagande, rimligt mellan 0,2 och 1,5 timmar. Ändra med --chasing.",
        "210 minutes = 0.5 hours per open critical line and day, as in the simulator: an assumption, likely between 0.2 and 1.5 hours. Change it with --chasing.";
    None: "Ingen artikel är under {days} {days|dag|dagar}.", "No article is below {days} {days|day|days}.";
    ShortTitle: "Under {days} {days|dag|dagar}, det som skadar mest först", "Below {days} {days|day|days}, what harms most first";
    AheadTitle: "Längre fram: restnoterade eller försenade som tar slut före leverans", "Further ahead: on notice or late, and out before delivery";
    UnknownTitle: "Kan inte bedömas: förbrukningen är inte känd", "Cannot be judged: the use is not known";
    EmptyTitle: "Kritiska utan lager och utan känd förbrukning: behövs de?", "Critical, nothing in stock and no known use: are they needed?";
    EmptySum: "Dessutom {n} {n|kritisk|kritiska} utan lager och utan känd förbrukning.", "Besides, {n} critical with nothing in stock and no known use.";
    WithdrawnHead: "Utgången", "Withdrawn";
    // One article
    ItemHead: "{n}. {article} {name}, {site}{critical}", "{n}. {article} {name}, {site}{critical}";
    ItemHeadNowhere: "{n}. {article} {name}{critical}", "{n}. {article} {name}{critical}";
    Critical: " (kritisk)", " (critical)";
    OutNow: "slut nu", "out now";
    OutToday: "slut i dag", "out today";
    OutTomorrow: "slut om 1 dag", "out in 1 day";
    OutIn: "slut om {n} {n|dag|dagar}", "out in {n} {n|day|days}";
    Back: "åter {date}{order}", "back {date}{order}";
    BackOrder: " (order {order})", " (order {order})";
    BackNotice: "åter {date} enligt restnoteringen{order}", "back {date} by the notice{order}";
    BackLater:
        "åter {date}{order}, det senare av order och restnotering",
        "back {date}{order}, the later of order and notice";
    IfOrdered: "ingen order lagd; beställd i dag tidigast {date}", "nothing ordered; ordered today {date} at the earliest";
    Refill: "hämta från {from}, här {date}", "fetch it from {from}, here {date}";
    RefillWaits: "{from} väntar själv; här {date}", "{from} is waiting itself; here {date}";
    RefillUnknown: "{from} väntar själv och har inget datum", "{from} is waiting itself and has no date";
    Overdue: "försenad {n} {n|dag|dagar}{order} och inget nytt datum", "overdue by {n} {n|day|days}{order} and no new date";
    OverdueToo: ", försenad {n} {n|dag|dagar}", ", overdue by {n} {n|day|days}";
    NoDate: "restnoterad utan datum", "on notice without a date";
    NoOrder: "ingen order lagd, och ledtiden är inte känd", "nothing ordered, and the lead time is not known";
    OrderNoDate: "order utan datum{order}", "order without a date{order}";
    TooLittle: "order {order} {date} på {n} räcker inte", "order {order}, {date}, of {n} does not suffice";
    TooLittleNoNumber: "order {date} på {n} räcker inte", "an order, {date}, of {n} does not suffice";
    RefillTooLittle: "{n} på {from} räcker inte", "the {n} at {from} do not suffice";
    OrderedToday: "beställd i dag tidigast {date}", "ordered today {date} at the earliest";
    LeadTimeUnknown: "ledtiden för en ny är inte känd", "the lead time of a new one is not known";
    Withdrawn: "utgången: får inte beställas", "withdrawn: may not be ordered";
    WithdrawnNoOrder: "ingen order lagd; utgången: får inte beställas", "nothing ordered; withdrawn: may not be ordered";
    NoGapIfOrdered: "inget glapp om den beställs i dag", "no gap if it is ordered today";
    NoGap: "inget glapp", "no gap";
    OneWithout: "1 dag utan", "1 day without";
    Without: "{n} dagar utan", "{n} days without";
    WithoutUnknown: "okänt hur länge utan", "unknown how long without";
    StandIn: "ersättare {article} räcker {n} {n|dag|dagar}", "substitute {article} lasts {n} {n|day|days}";
    StandInOne: "ersättare {article} räcker 1 dag", "substitute {article} lasts 1 day";
    NoStandIn: "ingen ersättare i lager", "no substitute in stock";
    Elsewhere: "finns på {list}", "there is some at {list}";
    ElsewhereOne: "{site}: {n}", "{site}: {n}";
    Reason: "leverantören: {reason}", "the supplier: {reason}";
    Call: "Ring {who}", "Call {who}";
    CallSupplier: "Ring {supplier}: ingen kontakt i listan", "Call {supplier}: the list has no contact";
    CallNobody: "Leverantör saknas i lagerlistan", "The stock list names no supplier";
    CallSite: "Begär från {from}", "Request it from {from}";
    // Notes
    Free: "Lager = saldo − reserverat. Dagar = lager / förbrukning per dag, dag för dag i kalendern.", "Stock = on hand − reserved. Days = stock / use per day, calendar days.";
    HowExpected:
        "Åter = första öppna order som räcker längre än till dess en order i dag kan vara här: lovat datum eller restnoteringens, det senare om de skiljer sig; passerade datum gäller inte. Räcker ingen: ledtid från i dag.",
        "Back = the first open order that lasts beyond the day on which one of today could be here: its promised date or that of the notice, the later one if they differ; dates that have passed do not count. If none does: lead time from today.";
    HowWithout:
        "Dagar utan = dagar före Åter som lager och det som kommer dessförinnan inte räcker till helt, dag för dag.",
        "Days without = days before Back that stock and what comes until then do not cover whole, day by day.";
    HowStandIn:
        "Ersättare räknas i den gemensamma behovsenheten och bär både sin egen förbrukning och den som saknas. Varje brist räknas för sig: två artiklar kan peka på samma ersättare.",
        "Substitutes are reckoned in the common unit of need and carry their own use and the lacking one. Each shortage is reckoned by itself: two articles may point at the same substitute.";
    HowSorted:
        "Ordning: kritiska först, sedan dagar utan × förbrukning; okänt datum räknas som värst.",
        "Order: critical first, then days without × use; an unknown date counts as the worst.";
    NotOrders: "Öppna order är inte med (--orders): varje artikel räknas som inte beställd.", "Open orders are not given (--orders): every article counts as not ordered.";
    NotNotices: "Restnoteringar är inte med (--notices).", "Back-order notices are not given (--notices).";
    UseFilled: "{n} {n|rad|rader} saknar förbrukning i lagerlistan och har fått den ur uttagen; övriga har listans.", "{n} {n|row lacks its|rows lack their} use in the stock list and took it from the issues; the others have that of the list.";
    OrdersUnknown: "Order på artiklar som inte finns i lagerlistan: {list}.", "Orders of articles that the stock list does not have: {list}.";
    NoticesUnknown: "Restnoteringar på artiklar som inte finns i lagerlistan: {list}.", "Notices of articles that the stock list does not have: {list}.";
    NotIncluded: "Inte med: hur säkra leverantörens datum är, stigande förbrukning, lager som går ut senare.", "Not included: how sure the suppliers' dates are, rising use, stock that expires later.";
    NoneCritical:
        "{file}: ingen rad är kritisk (kolumnen Kritisk, eller V i VED). Säg --all för alla artiklar",
        "{file}: no row is critical (column Critical, or V in VED). Say --all for all articles";
    // Columns
    CriticalHead: "Kri-\ntisk", "Crit-\nical";
    Yes: "ja", "yes";
    No: "nej", "no";
    ArticleHead: "Artikelnr", "Article";
    NameHead: "Benämning", "Name";
    SiteHead: "Lager-\nställe", "Site";
    StockHead: "Lager", "Stock";
    UseHead: "Per\ndag", "Per\nday";
    DaysHead: "Dagar\nkvar", "Days\nleft";
    OutHead: "Slut", "Out";
    BackHead: "Åter", "Back";
    WithoutHead: "Dagar\nutan", "Days\nwithout";
    StandInHead: "Ersättare", "Substitute";
    StandInDaysHead: "Ersättare\ndagar", "Substitute\ndays";
    UncoveredHead: "Dagar utan\nersättare", "Days without\nsubstitute";
    SupplierHead: "Leverantör", "Supplier";
    ContactHead: "Kontakt", "Contact";
    PhoneHead: "Telefon", "Phone";
    MailHead: "E-post", "Mail";
    TextHead: "I ord", "In words";
    OverdueHead: "Försenad\ndagar", "Overdue\ndays";
    OrderHead: "Order", "Order";
    HarmHead: "Behov utan\nlager", "Need without\nstock";
}
