//! What `beredd stock shortage-cost` says.

use super::Language;

words! {
    ShortageCostWord;
    Title: "Vad brist kostar: {title}", "What shortages cost: {title}";
    Headline:
        "Bristkostnad: {m} SEK per kund som går × {u} kunder i veckan = {week} SEK per vecka, {year} SEK per år (52 veckor).",
        "Shortage cost: {m} SEK per customer who leaves × {u} customers a week = {week} SEK a week, {year} SEK a year (52 weeks).";
    HeadlineMore:
        "Bristkostnad: {week} SEK per vecka, {year} SEK per år (52 veckor): {m} SEK per kund som går × {u} kunder i veckan, och mer nedan.",
        "Shortage cost: {week} SEK a week, {year} SEK a year (52 weeks): {m} SEK per customer who leaves × {u} customers a week, and more below.";
    Unrounded: "Utan avrundning av m: {week} SEK per vecka.", "Without rounding m: {week} SEK a week.";
    Given:
        "Gäller givet antagandena i filen: {kinds}.",
        "Holds given the assumptions of the file: {kinds}.";
    OriginSeed: "ur källan", "of the source";
    OriginSourced: "belagda", "sourced";
    OriginDerived: "härledda", "derived";
    OriginAssumption: "antaganden", "assumptions";
    OriginFitted: "anpassade", "fitted";
    GivenKind: "{count} {kind}", "{count} {kind}";
    StepsTitle: "m, i tre steg, SEK per kund som går", "m, in three steps, SEK per customer who leaves";
    Step: "Steg", "Step";
    Sek: "SEK", "SEK";
    How: "Hur", "How";
    Before: "1 före rättelse", "1 before correction";
    BeforeHow: "recept {prescription} + egenvård {otc}", "prescription {prescription} + other {otc}";
    LostPrescription: "2 förlorat på recept", "2 lost on prescriptions";
    LostPrescriptionHow:
        "{prescription} − {share} × {lines} × {line}",
        "{prescription} − {share} × {lines} × {line}";
    LostOtc: "2 förlorat på egenvård", "2 lost on other articles";
    LostOtcHow: "{otc} × (100\u{a0}% − {share})", "{otc} × (100% − {share})";
    Profit: "m", "m";
    ProfitHow: "summan", "the sum";
    ProfitRounded: "avrundat till hela {to} SEK: {used}", "rounded to whole {to} SEK: {used}";
    Loyal: "3 lojalitet", "3 loyalty";
    LoyalHow:
        "{loyal} × {assortment} = {lost} för gott, × {value}; {counted}",
        "{loyal} × {assortment} = {lost} for good, × {value}; {counted}";
    Counted: "räknas med", "counted";
    NotCounted: "räknas inte med", "not counted";
    LeavingTitle: "u, kunder som går per vecka", "u, customers who leave a week";
    LeavingHow:
        "Vikten bestämmer u. Intervall 95\u{a0}%: av stickprovet, eller av räkningen själv (Poisson).",
        "The weight sets u. Intervals 95%: of the sample, or of the count itself (Poisson).";
    Source: "Källa", "Source";
    Weight: "Vikt", "Weight";
    PerWeek: "u per vecka", "u a week";
    CostWeek: "SEK per vecka", "SEK a week";
    Used: "u som används", "u as used";
    ShareOfAll:
        "{share} av alla {customers} kunder i veckan går.",
        "{share} of all {customers} customers a week leave.";
    Reactions:
        "Vid brist: annan vara {substitute}, kommer tillbaka {come_back}, annat apotek {elsewhere}, beställer {back_order}.",
        "At a shortage: another article {substitute}, comes back {come_back}, another pharmacy {elsewhere}, orders {back_order}.";
    Meeting: "{share} av kunderna möter brist.", "{share} of customers meet a shortage.";
    LineFill:
        "Av receptkunderna möter {share} brist, per rad {line}: radernas fyllnadsgrad är omkring {fill}, inte det som andelen av alla kunder ser ut att säga.",
        "Of prescription customers {share} meet a shortage, per line {line}: the fill rate of lines is about {fill}, not what the share of all customers seems to say.";
    KindsTitle: "Slag av bristkostnad, SEK per vecka", "Kinds of shortage cost, SEK a week";
    Kind: "Slag", "Kind";
    KindPrescription: "förlorad försäljning, recept", "lost sales, prescriptions";
    KindAdditional: "förlorad merförsäljning", "lost additional sales";
    KindRounding: "avrundning av m", "rounding of m";
    KindFuture: "förlorad framtida försäljning", "lost future sales";
    KindBackOrders: "hantering av restorder", "handling of back-orders";
    KindTotal: "bristkostnad", "shortage cost";
    NotIncluded: "ej medräknad", "not included";
    StockTitle: "Mot lagrets kostnad", "Against the cost of stock";
    StockFigure: "", "";
    HoldingWeek: "lagerhållning, SEK per vecka", "holding, SEK a week";
    CapitalWeek: "varav kapital, SEK per vecka", "of which capital, SEK a week";
    HoldingYear: "lagerhållning, SEK per år", "holding, SEK a year";
    HoldingRate: "lagerhållning, andel av lagervärdet per år", "holding, share of stock value per year";
    SimpleRate: "veckoränta enkel; lagervärde, SEK", "weekly rate, simple; value of stock, SEK";
    CompoundRate: "veckoränta på ränta; lagervärde, SEK", "weekly rate, compound; value of stock, SEK";
    StockChosen: "← används", "← used";
    Ratio: "bristkostnad av lagerhållningen", "shortage cost of holding";
    Calibrated:
        "Kalibrerad: lagerhållningens kostnad är känd bara genom andelen {ratio}, så att andelen inte kan prövas.",
        "Calibrated: the holding cost is known only through the share {ratio}, so that the share cannot be tested.";
    TotalKnown:
        "Total lagerkostnad (order + lagerhållning + brist): {total} SEK per vecka.",
        "Total stock cost (orders + holding + shortages): {total} SEK a week.";
    TotalUnknown:
        "Total lagerkostnad: okänd, eftersom {missing}.",
        "Total stock cost: unknown, since {missing}.";
    MissingOrders: "orderkostnaden inte är känd", "the order cost is not known";
    MissingHolding: "lagerhållningens kostnad inte är känd", "the holding cost is not known";
    MissingBoth: "varken orderkostnaden eller lagerhållningens kostnad är känd", "neither the order cost nor the holding cost is known";
    CausesTitle: "Vad lagret hade kunnat undvika", "What stock could have avoided";
    CausesHow:
        "Möjligt = leverantören kan leverera. Lämpligt = varan är värd att ha hemma (efterfrågan, pris, hållbarhet).",
        "Possible = the supplier can deliver. Suitable = the article is worth keeping (demand, price, shelf life).";
    Cause: "Orsak", "Cause";
    Matrix: "Möjligt, lämpligt", "Possible, suitable";
    Customers: "Kunder", "Customers";
    Share: "Andel", "Share";
    SupplierOut: "slut hos leverantören", "out at the supplier";
    Both: "slut och sällansåld", "out and rarely sold";
    Rare: "sällansåld", "rarely sold";
    Avoidable: "undvikbar", "avoidable";
    NoYes: "nej, ja: vänta ut, byt leverantör", "no, yes: wait, change supplier";
    NoNo: "nej, nej: beställ när den efterfrågas", "no, no: order on demand";
    YesNo: "ja, nej: beställ när den efterfrågas", "yes, no: order on demand";
    YesYes: "ja, ja: lagerför", "yes, yes: keep in stock";
    Otherwise:
        "I den andra läsningen av källan: {counts}; undvikbart är {share}.",
        "In the other reading of the source: {counts}; avoidable are {share}.";
    MarginsTitle: "Bruttovinst efter pris, regler {rules}, SEK", "Gross profit by price, rules of {rules}, SEK";
    Selling: "Utpris", "Selling\nprice";
    Purchase: "Inpris", "Purchase\nprice";
    GrossProfit: "Brutto-\nvinst", "Gross\nprofit";
    Band: "Intervall", "Band";
    ArticlesTitle: "Bristkostnad per vara", "Shortage cost per article";
    ArticlesHow:
        "Andelen {share} av dem som frågar förgäves går; då förloras varans vinst och det övriga i korgen. Använd talet som --shortage-cost i beredd stock eoq.",
        "A share of {share} of those who ask in vain leave; then the article's profit is lost and what else is in the basket. Use the figure as --shortage-cost of beredd stock eoq.";
    ArticlesUnknown:
        "Bristkostnaden per vara är okänd: [reactions] säger inte hur många som går.",
        "The shortage cost per article is unknown: [reactions] does not say how many leave.";
    Article: "Vara", "Article";
    PerAsked: "Brist, SEK\nper förfrågan", "Shortage, SEK\nper request";
    SensitivityTitle: "Känslighet: ett tal i taget, SEK per vecka", "Sensitivity: one figure at a time, SEK a week";
    Moved: "Vad som ändras", "What is moved";
    From: "Från", "From";
    To: "Till", "To";
    CostFrom: "SEK vid\nfrån", "SEK at\nfrom";
    CostTo: "SEK vid\ntill", "SEK at\nto";
    Change: "Ändring", "Change";
    MovedSources: "u, minsta till största källa", "u, smallest to largest source";
    MovedCount: "u, källans intervall", "u, interval of the source";
    MovedLeave: "andel som går vid brist, andra studier", "share that leaves at a shortage, other studies";
    MovedPrescription: "köper ändå recept, intervallet", "still buys prescriptions, interval";
    MovedOther: "köper ändå egenvård, intervallet", "still buys other articles, interval";
    MovedCorrection: "m, rättat till orättat", "m, corrected to not corrected";
    MovedLoyalty: "lojalitet, utan till med, SEK", "loyalty, without to with, SEK";
    MovedMix: "receptkunder som i {title}", "prescription customers as in {title}";
    DifferencesTitle: "Skillnader mot andra och deras tecken", "Differences to others and their signs";
    Difference: "Skillnad", "Difference";
    SignM: "m", "m";
    SignU: "u", "u";
    SignShortage: "Brist-\nkostnad", "Shortage\ncost";
    SignHolding: "Lager-\nhållning", "Holding\ncost";
    TestsTitle: "Test, räknade på nytt", "Tests, computed again";
    TestsHow:
        "W = rangsumma, z och p enligt Mann-Whitney. * som om inga värden vore lika; p följer då det tryckta z.",
        "W = rank sum, z and p by Mann-Whitney. * as if no values were tied; p then follows the printed z.";
    Test: "Test", "Test";
    RankSum: "W", "W";
    Ranks: "Medelrang", "Mean ranks";
    Score: "z", "z";
    P: "p", "p";
    Verdict: "Visad", "Shown";
    Shown: "ja", "yes";
    NotShown: "nej", "no";
    RanksOf: "{first} / {second}", "{first} / {second}";
    NoTies: "{z}*", "{z}*";
    DoubtsTitle: "Vad som inte stämmer", "What does not agree";
    DoubtShare:
        "{key}: {stated} anges, men {hits} av {of} är {counted}.",
        "{key}: {stated} is stated, but {hits} of {of} are {counted}.";
    DoubtSample:
        "{key}: stickprovet är {of}, men filen anger {respondents} svarande.",
        "{key}: the sample is {of}, but the file says {respondents} respondents.";
    DoubtMargin:
        "Bruttovinsten vid {price} SEK trycks som {printed}, men reglerna ger {profit}.",
        "The gross profit at {price} SEK is printed as {printed}, but the rules give {profit}.";
    DoubtBand:
        "Den följer av intervallet under, använt över sin gräns.",
        "It follows from the band below, used above its border.";
    DoubtNotShown:
        "”{title}”: p = {p}. Källan tar skillnaden för säker, men så stora skillnader är vanliga av en slump.",
        "“{title}”: p = {p}. The source takes the difference for certain, but differences as large are common by chance.";
    DoubtPrinted:
        "”{title}”: {figure} trycks som {printed}, men blir {computed}.",
        "“{title}”: {figure} is printed as {printed}, but comes out as {computed}.";
    DoubtLines:
        "{mean} läkemedel per kund som gick kräver {needed} för dem som bad om flera; {stated} ger {counted}.",
        "{mean} articles per customer who left need {needed} for those who asked for several; {stated} give {counted}.";
    DoubtCauses:
        "Orsakerna summerar till {causes}, men {u} kunder gick.",
        "The causes sum to {causes}, but {u} customers left.";
    NotesTitle: "Filens anmärkningar", "Notes of the file";
    // The chart
    ChartTitle:
        "Brist kostar {week} SEK per vecka; {most} ändrar det mest",
        "Shortages cost {week} SEK a week; {most} moves that most";
    ChartSubtitle:
        "Bristkostnad, SEK per vecka, när ett tal i taget ändras. {title}.",
        "Shortage cost, SEK a week, as one figure at a time is moved. {title}.";
    ChartX: "SEK per vecka", "SEK a week";
    ChartNow: "nu {week}", "now {week}";
    ChartRange: "{from}–{to}", "{from}–{to}";
    ChartSource: "beredd {version}, bristkostnad.", "beredd {version}, shortage cost.";
    ChartAlt:
        "Liggande staplar, en per tal, den längsta överst. Vågrätt: bristkostnad per vecka.",
        "Horizontal bars, one per figure, the longest first. Horizontal: shortage cost a week.";
}
