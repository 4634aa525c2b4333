//! Words of `stock fit`.

use crate::report::wording::Language;

words! {
    FitWord;
    Title: "Förbrukning och ledtider, anpassade till historiken", "Use and lead times, fitted to the history";
    // Sentences
    History: "{articles} {articles|artikel|artiklar}, {from} till {to}: {days} {days|kalenderdag|kalenderdagar}.",
        "{articles} {articles|article|articles}, {from} to {to}: {days} calendar {days|day|days}.";
    ClassCount: "{class}: {n}", "{class}: {n}";
    Classes: "Klasser: {list}.", "Classes: {list}.";
    OutDays:
        "{n} {n|dag|dagar} utan lager hos {articles} {articles|artikel|artiklar} är inte med i medelvärdena: där saldot var 0 på kvällen, till nästa uttag eller inleverans.",
        "{n} {n|day|days} without stock of {articles} {articles|article|articles} {n|is|are} not in the means: from an evening with a balance of 0 to the next issue or delivery.";
    NoOutDays: "Inga dagar utan lager.", "No days without stock.";
    NoBalances:
        "Saldo saknas för {n} {n|artikel|artiklar}: dagar utan lager syns inte, och {n|dess|deras} förbrukning kan vara för låg.",
        "There are no balances of {n} {n|article|articles}: days without stock are not seen, and {n|its|their} use may be too low.";
    NoUse: "{n} {n|artikel|artiklar} utan förbrukning är inte med i articles.csv: {list}.", "{n} {n|article|articles} without use {n|is|are} not in articles.csv: {list}.";
    FewDays:
        "Färre än {least} dagar med lager bakom {n} {n|artikel|artiklar}: {n|dess|deras} lag och spridning är osäkra: {list}.",
        "Fewer than {least} days with stock behind {n} {n|article|articles}: {n|its|their} law and spread are uncertain: {list}.";
    NothingLeft:
        "{file}: ingen artikel har förbrukning på någon dag med lager; inget att anpassa, och inget skrevs. Kontrollera minustecken, saldo och --from/--to",
        "{file}: no article has use on any day with stock; there is nothing to fit, and nothing was written. Check minus signs, balances and --from/--to";
    Patterns:
        "Veckodagar skiljer sig hos {week} {week|artikel|artiklar}, månader hos {months}; på 1 % nivå, så av {tried} {tried|prövning|prövningar} väntas {chance} falska.",
        "Weekdays differ in {week} {week|article|articles}, months in {months}; at the level of 1%, so that of {tried} {tried|trial|trials} {chance} {chance|is|are} expected to be false.";
    Trends: "Trend hos {n} {n|artikel|artiklar}: {list}.", "A trend in {n} {n|article|articles}: {list}.";
    BadFits:
        "{n} {n|artikel|artiklar} följer ingen prövad lag väl (p under 1 % för den bästa): {list}.",
        "{n} {n|article follows|articles follow} none of the laws well (p below 1% for the best): {list}.";
    AssumedLeads:
        "Ingen leverans säger något om {list}: scenariot antar 14 dagar.",
        "No delivery tells of {list}: the scenario assumes 14 days.";
    NotShown: "{name} +{n}", "{name} +{n}";
    UnknownSupplier: "(leverantör okänd)", "(supplier unknown)";
    Next:
        "Filer för simulatorn: articles.csv och fitted.toml. Pröva: beredd check {folder}/fitted.toml",
        "Files for the simulator: articles.csv and fitted.toml. Try: beredd check {folder}/fitted.toml";
    NoNext: "Filer för simulatorn skrivs med -o MAPP.", "Files for the simulator are written with -o FOLDER.";
    // The hours of the day
    HoursDiffer:
        "Timmar på dagen: flest uttag {hour}, {n} i timmen ({share} av dagens); hälften är gjorda till kl. {half}.",
        "Hours of the day: most issues {hour}, {n} an hour ({share} of the day's); half of them are made by {half}:00.";
    HoursAlike:
        "Timmar på dagen: skillnaderna är inte större än slumpen; flest uttag {hour}, {n} i timmen ({share} av dagens), hälften till kl. {half}.",
        "Hours of the day: they differ by no more than chance; most issues {hour}, {n} an hour ({share} of the day's), half of them by {half}:00.";
    FewHours:
        "Bara {n} uttag med klockslag: för få för att räkna på timmar (100 uttag på 5 dagar behövs).",
        "Only {n} {n|issue|issues} with a time: too few to reckon with hours (100 issues on 5 days are needed).";
    Untimed: "{n} uttag saknar klockslag och är inte med i timmarna.", "{n} {n|issue has|issues have} no time and {n|is|are} not in the hours.";
    RanOut:
        "{n} {n|dag|dagar} då lagret tog slut under dagen hos {articles} {articles|artikel|artiklar} räknas till klockslaget då det tog slut.",
        "{n} {n|day|days} on which stock of {articles} {articles|article|articles} ran out count until the hour at which it did.";
    HoursLeaf: "Timmar på dagen (uttag i timmen)", "Hours of the day (issues an hour)";
    HourHead: "Kl.", "Hour";
    PerDay: "Per dag", "Per day";
    ShareHead: "Andel", "Share";
    Until: "Dittills", "Until\nthen";
    RanOutHead: "Lagret\ntog slut", "Stock\nran out";
    RanOutDays: "Dagar lagret\ntog slut", "Days stock\nran out";
    Unseen: "Troligen\nönskat mer", "Probably\nwanted more";
    NoteHours:
        "Timmarna räknar uttag (rader) av alla artiklar på dagar med uttag: bemanning och tider för beställning. En dag då lagret tog slut räknas för jämna och ojämna artiklar med minst två uttag om dagen som den andel av dagens uttag som brukar komma dittills (veckodagens egna timmar från 100 uttag, annars alla dagars); för andra räknas den hel. Simulatorn har inga timmar på dagen: de når den genom förbrukningen.",
        "The hours count issues (rows) of all articles on days with issues: for staffing and times of ordering. A day on which stock ran out counts, for smooth and erratic articles with at least two issues a day, as the share of a day's issues that usually comes until then (the weekday's own hours from 100 issues on, else those of all days); for others it counts whole. The simulator knows no hours of the day: they reach it through the use.";
    // Tables
    ArticlesLeaf: "Artiklar", "Articles";
    SitesLeaf: "Per lagerställe", "By site";
    LawsLeaf: "Prövade lagar", "Laws tried";
    WeekdaysLeaf: "Veckodagar (faktor, 95 %)", "Weekdays (factor, 95%)";
    MonthsLeaf: "Månader (faktor, 95 %)", "Months (factor, 95%)";
    LeadsLeaf: "Ledtider", "Lead times";
    Days: "Dagar", "Days";
    Out: "Utan\nlager", "Without\nstock";
    Used: "Med\nuttag", "With\nuse";
    Mean: "Per dag\nenheter", "Per day\nunits";
    Low: "95 %\nfrån", "95%\nfrom";
    High: "95 %\ntill", "95%\nto";
    Sd: "Stdav\nper dag", "SD\nper day";
    WeekSd: "Stdav\nper vecka", "SD\nper week";
    Interval: "ADI\ndagar", "ADI\ndays";
    Variation: "CV²", "CV²";
    Law: "Lag", "Law";
    Chance: "p", "p";
    Aic: "AIC", "AIC";
    TestClasses: "Klasser\ni χ²", "Classes\nof χ²";
    Weekdays: "Vecko-\ndagar", "Week-\ndays";
    Months: "Månader", "Months";
    Trend: "Trend\nper år", "Trend\nper year";
    UsedYes: "ja", "yes";
    UsedNo: "nej", "no";
    NotTried: "ej prövat", "not tried";
    Day: "Dag", "Day";
    Month: "Månad", "Month";
    Factor: "Faktor", "Factor";
    Taken: "Används", "Used";
    Mode: "Transport-\nsätt", "Mode";
    Lines: "Rader", "Lines";
    Open: "Öppna", "Open";
    Median: "Median\ndagar", "Median\ndays";
    MeanDays: "Medel\ndagar", "Mean\ndays";
    Beyond: "Längre än\nlängsta", "Beyond\nlongest";
    Longest: "Längsta\ndagar", "Longest\ndays";
    // Laws
    Fixed: "fast", "fixed";
    Normal: "normal", "normal";
    Lognormal: "lognormal", "lognormal";
    Gamma: "gamma", "gamma";
    Poisson: "Poisson", "Poisson";
    NegativeBinomial: "negativ binomial", "negative binomial";
    IntermittentFixed: "intermittent, fast storlek", "intermittent, fixed size";
    IntermittentLognormal: "intermittent, lognormal", "intermittent, lognormal";
    IntermittentGeometric: "intermittent, geometrisk", "intermittent, geometric";
    Few: "medianen (för få rader)", "the median (too few lines)";
    Exponential: "exponentiell", "exponential";
    NoLaw: "ingen", "none";
    // Classes
    Smooth: "jämn", "smooth";
    Erratic: "ojämn", "erratic";
    Intermittent: "gles", "intermittent";
    Lumpy: "klumpig", "lumpy";
    // Notes
    NoteDays:
        "Medel per kalenderdag med lager, alla lagerställen tillsammans; intervallet räknar dagar som oberoende. En retur minskar de senaste uttagen före den.",
        "Means per calendar day with stock, all sites together; the interval takes days as independent. A return reduces the latest issues before it.";
    NoteOut:
        "En dag räknas som utan lager om saldot var 0 kvällen före och inget togs ut, kom eller fanns den dagen. Utan --deliveries ses påfyllning först vid nästa uttag: då blir förbrukningen hos glesa artiklar något för hög.",
        "A day counts as without stock if the balance was 0 on the evening before and nothing was issued, came or stood there on that day. Without --deliveries a refill is seen at the next issue only: the use of intermittent articles then becomes somewhat too high.";
    NoteClass:
        "Klasser efter Syntetos och Boylan: ADI = dagar per dag med uttag (gräns 1,32), CV² av storlekarna (gräns 0,49).",
        "Classes of Syntetos and Boylan: ADI = days for each day with use (limit 1.32), CV² of the sizes (limit 0.49).";
    NoteLaw:
        "Varje lag får historikens medel och spridning, så som simulatorn tar dem; lägst AIC väljs. p är chansen för en så stor χ² om lagen gäller; dagar räknas som oberoende. Med under 60 dagar förkastas nästan ingenting: ett högt p är då inget bevis.",
        "Every law gets the mean and spread of the history, as the simulator takes them; the lowest AIC is chosen. p is the chance of so large a χ² if the law holds; days are taken as independent. With fewer than 60 days hardly anything is rejected: a high p is no proof then.";
    NoteProfile:
        "Veckodagar och månader används bara om Kruskal–Wallis p är under 1 %. Månader prövas först med två års historik. En trend visas men skrivs inte i scenariot: om den fortsätter är din bedömning.",
        "Weekdays and months are used only if the p of Kruskal and Wallis is below 1%. Months are tried from two years of history on. A trend is shown but not written into the scenario: whether it goes on is for you to judge.";
    NoteLead:
        "Ledtid från order till dess raden är full; rader som inte är fulla räknas som längre än hittills (Kaplan–Meier, medel till längsta tiden; lognormal och exponentiell med störst sannolikhet, lägst AIC). Under 8 fulla rader: medianen. Samma dag räknas som en halv dag.",
        "Lead time from the order until the line is whole; lines that are not count as longer than so far (Kaplan and Meier, mean to the longest time; lognormal and exponential by maximum likelihood, lowest AIC). Below 8 whole lines: the median. The same day counts as half a day.";
    NoteScenario:
        "fitted.toml går att köra: nät, policy och det som ingen lista säger är antaganden och märkta så. Skriv in dina egna.",
        "fitted.toml runs: the network, the policy and what no list tells are assumptions and marked as such. Put your own in their place.";
    NoHistory: "inga uttag mellan {from} och {to}; ändra --from eller --to", "no issues between {from} and {to}; change --from or --to";
    Future: "efter den dag då listan läses, {day}", "after the day of the list, {day}";
}
