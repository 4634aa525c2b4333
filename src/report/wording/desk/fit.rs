//! Words of `stock fit`.

use crate::report::wording::Language;

words! {
    FitWord;
    Title: "Förbrukning och ledtider, anpassade till historiken", "Use and lead times, fitted to the history";
    // Sentences
    History: "{articles} artiklar, {from} till {to}: {days} kalenderdagar.", "{articles} articles, {from} to {to}: {days} calendar days.";
    ClassCount: "{class}: {n}", "{class}: {n}";
    Classes: "Klasser: {list}.", "Classes: {list}.";
    OutDays:
        "{n} dagar utan lager hos {articles} artiklar är inte med i medelvärdena: där saldot var 0 på kvällen, till nästa uttag eller inleverans.",
        "{n} days without stock of {articles} articles are not in the means: from an evening with a balance of 0 to the next issue or delivery.";
    NoOutDays: "Inga dagar utan lager.", "No days without stock.";
    NoBalances:
        "Saldo saknas för {n} artiklar: dagar utan lager syns inte, och deras förbrukning kan vara för låg.",
        "There are no balances of {n} articles: days without stock are not seen, and their use may be too low.";
    NoUse: "{n} artiklar utan förbrukning är inte med i articles.csv: {list}.", "{n} articles without use are not in articles.csv: {list}.";
    FewDays:
        "Färre än {least} dagar med lager bakom {n} artiklar: deras lag och spridning är osäkra: {list}.",
        "Fewer than {least} days with stock behind {n} articles: their law and spread are uncertain: {list}.";
    FewDaysOne:
        "Färre än {least} dagar med lager bakom 1 artikel: dess lag och spridning är osäkra: {list}.",
        "Fewer than {least} days with stock behind 1 article: its law and spread are uncertain: {list}.";
    NothingLeft:
        "{file}: ingen artikel har förbrukning på någon dag med lager; inget att anpassa, och inget skrevs. Kontrollera minustecken, saldo och --from/--to",
        "{file}: no article has use on any day with stock; there is nothing to fit, and nothing was written. Check minus signs, balances and --from/--to";
    Patterns:
        "Veckodagar skiljer sig hos {week} artiklar, månader hos {months}; på 1 % nivå, så av {tried} prövningar väntas {chance} falska.",
        "Weekdays differ in {week} articles, months in {months}; at the level of 1%, so that of {tried} trials {chance} are expected to be false.";
    Trends: "Trend hos {n} artiklar: {list}.", "A trend in {n} articles: {list}.";
    BadFits:
        "{n} artiklar följer ingen prövad lag väl (p under 1 % för den bästa): {list}.",
        "{n} articles follow none of the laws well (p below 1% for the best): {list}.";
    AssumedLeads:
        "Ingen leverans säger något om {list}: scenariot antar 14 dagar.",
        "No delivery tells of {list}: the scenario assumes 14 days.";
    NotShown: "{name} +{n}", "{name} +{n}";
    UnknownSupplier: "(leverantör okänd)", "(supplier unknown)";
    Next:
        "Filer för simulatorn: articles.csv och fitted.toml. Pröva: beredd check {folder}/fitted.toml",
        "Files for the simulator: articles.csv and fitted.toml. Try: beredd check {folder}/fitted.toml";
    NoNext: "Filer för simulatorn skrivs med -o MAPP.", "Files for the simulator are written with -o FOLDER.";
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
