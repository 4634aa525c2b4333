//! What `beredd stock leverantor` says.

use super::Language;

words! {
    SupplierWord;
    Title: "Leverantörer {today}: {lines} {lines|orderrad|orderrader} av {suppliers} {suppliers|leverantör|leverantörer}", "Suppliers, {today}: {lines} order {lines|line|lines} of {suppliers} {suppliers|supplier|suppliers}";
    Kept: "Avtalets {contract} nås av {reached}, nås inte av {missed}, oavgjort för {open}.", "The contract's {contract} is reached by {reached}, missed by {missed}, undecided for {open}.";
    CriticalOnly: "Bara kritiska artiklar enligt {file}: {lines} av {all} {all|orderrad|orderrader}.", "Critical articles by {file} only: {lines} of {all} order {all|line|lines}.";
    AvailabilityTitle: "1. Tillgänglighet enligt tre definitioner, % (95\u{a0}% intervall)", "1. Availability by three definitions, % (95% interval)";
    TimeTitle: "2. Ledtid, dagar från order till allt mottaget", "2. Lead time, days from order to all received";
    DelayTitle: "3. Förseningar mot lovat datum, och vad som är öppet nu", "3. Delays against the promised date, and what is open now";
    // Columns
    SupplierHead: "Leverantör", "Supplier";
    ArticleHead: "Artikelnr", "Article";
    MonthHead: "Månad", "Month";
    All: "Alla", "All";
    LinesHead: "Rader", "Lines";
    DueHead: "Förfallna", "Due";
    OnTimeHead: "Fullt i tid\nrader", "In full on time\nlines";
    FirstHead: "Fullt i första\nleveransen, rader", "In full at first\ndelivery, lines";
    QuantityHead: "I tid\nav mängden", "On time\nof quantity";
    VerdictHead: "Mot\navtalet", "Against\ncontract";
    Reached: "● nås", "● reached";
    NotReached: "○ nås inte", "○ not reached";
    Undecided: "? oavgjort", "? undecided";
    NotJudged: "– inget förfallet", "– nothing due";
    Few: ", få rader", ", few lines";
    CompleteHead: "Fullt\nmottagna", "All\nreceived";
    OpenHead: "Inte\nännu", "Not\nyet";
    MeanHead: "Medel", "Mean";
    SdHead: "Standard-\navvikelse", "Standard\ndeviation";
    MedianHead: "Median", "Median";
    P90Head: "P90", "P90";
    LongestHead: "Längsta", "Longest";
    AtLeast: "≥{n}", "≥{n}";
    LateHead: "Sena", "Late";
    LateShareHead: "Sena\n%", "Late\n%";
    MeanDelayHead: "Medel\ndagar sen", "Mean\ndays late";
    LongestDelayHead: "Mest\ndagar sen", "Most\ndays late";
    EarlyHead: "Tidiga", "Early";
    ForewarnedHead: "Förvarnade\nav de sena", "Forewarned\nof the late";
    NoticeHead: "Förvarning\ndagar", "Notice\ndays";
    OpenNowHead: "Restade\nnu", "Back-orders\nnow";
    OpenUnitsHead: "Enheter\nsom saknas", "Units\nlacking";
    OpenAgeHead: "Medel-\nålder", "Mean\nage";
    OldestHead: "Äldst\ndagar", "Oldest\ndays";
    LowHead: "{what}, nedre", "{what}, lower";
    HighHead: "{what}, övre", "{what}, upper";
    NotDueHead: "Inte\nförfallna", "Not\ndue";
    NoPromiseHead: "Utan\nlöfte", "Without\npromise";
    AtLeastHead: "Medel är\nminst", "Mean is\nat least";
    Yes: "ja", "yes";
    No: "nej", "no";
    SuppliersSheet: "Leverantörer", "Suppliers";
    ArticlesSheet: "Per artikel", "By article";
    MonthsSheet: "Per månad", "By month";
    // Notes
    Definitions:
        "Fullt i tid: hela antalet här senast lovat datum. Fullt i första leveransen: första inleveransen höll allt. I tid av mängden: enheter i tid av beställda enheter, så att stora antal väger tyngst. Räknat på rader vars lovade dag har gått.",
        "In full on time: the whole quantity here by the promised date. In full at first delivery: the first receipt held all. On time of quantity: units on time of units ordered, so that large numbers weigh most. Reckoned on lines whose promised day has passed.";
    Contract:
        "Avtalet säger {contract} lagertillgänglighet utan att säga hur den räknas; därför tre definitioner. Mot avtalet: fullt i tid; nås när intervallets nedre gräns når det, nås inte när den övre är under. Andel artiklar i lager en dag syns inte i leveranser: se simulatorns lagertillgänglighet.",
        "The contract says {contract} availability without saying how it is reckoned; hence three definitions. Against the contract: in full on time; reached when the lower end of the interval reaches it, missed when the upper end is below. The share of articles in stock on a day cannot be seen in deliveries: see the availability of the simulator.";
    Censored:
        "Rader som inte är fullt mottagna räknas med: deras ledtid är längre än till i dag (Kaplan–Meier), deras försening minst så många dagar. ≥: den längsta raden är öppen. –: för många är öppna för att det ska kunna sägas.",
        "Lines that are not received in full count: their lead time is longer than until today (Kaplan–Meier), their delay at least so many days. ≥: the longest line is open. –: too many are open to tell.";
    Late: "Sen: fullt mottagen mer än {grace} dagar efter lovat datum, eller inte ännu. Tidig: före lovat datum; räknas som i tid{early}.", "Late: received in full more than {grace} days after the promised date, or not yet. Early: before the promised date; counts as on time{early}.";
    EarlyLimit: " om högst {n} {n|dag|dagar} före", " if at most {n} {n|day|days} before";
    Notice: "Förvarning: median av dagar från meddelad försening till lovat datum, för sena rader som meddelats; minus är efteråt.", "Notice: median of days from being told to the promised date, of late lines that were told of; minus is afterwards.";
    Agreed: "Rader utan löfte: lovat = order + {n} {n|dag|dagar} (--agreed).", "Lines without a promise: promised = order + {n} {n|day|days} (--agreed).";
    NoPromise: "{n} {n|rad|rader} saknar löfte och är bara med i ledtiden; säg --agreed DAGAR för avtalad ledtid.", "{n} {n|line has|lines have} no promise and {n|counts|count} only in the lead time; say --agreed DAYS for an agreed lead time.";
    NotDue: "{n} {n|rad är inte förfallen|rader är inte förfallna}.", "{n} {n|line is|lines are} not due.";
    FewNote: "Få rader: färre än {n} förfallna; intervallen är vida.", "Few lines: fewer than {n} due; the intervals are wide.";
    ByOrder: "En orderrad = samma order, artikel, lagerställe och leverantör; dess rader i filen är delleveranser.", "An order line = same order, article, site and supplier; its rows of the file are part deliveries.";
    NoOrder: "Filen saknar ordernummer: rader med samma leverantör, artikel, lagerställe, orderdatum och beställt antal är delleveranser av en orderrad.", "The file has no order number: rows of the same supplier, article, site, order date and ordered quantity are part deliveries of one order line.";
    Whole: "Filen saknar levererat antal: varje leverans räknas som hela.", "The file has no delivered quantity: every delivery counts as whole.";
    Alike:
        "Leverantörer som bara skiljer sig i versaler eller mellanslag räknas var för sig: {list}. Skriv dem lika om de är samma.",
        "Suppliers that differ only in capitals or spaces are reckoned apart: {list}. Write them alike if they are the same.";
    PromisedEarly:
        "Lovat datum före orderdatum ({n}), första rad {row}: raden räknas mot det datumet. Rätta listan om det är ett skrivfel.",
        "Promised before the order was placed ({n}), first row {row}: held against that date. Correct the list if it is a slip.";
    Moved: "{n} {n|orderrad|orderrader} har flera lovade datum: det tidigaste gäller.", "{n} order {n|line has|lines have} several promised dates: the earliest counts.";
    Empty: "{n} {n|leverans av 0 enheter är ingen leverans|leveranser av 0 enheter är inga leveranser}.", "{n} {n|delivery of 0 units is|deliveries of 0 units are} none.";
    Over: "{n} {n|orderrad|orderrader} har fått mer än beställt: räknas som {n|full|fulla}.", "{n} order {n|line|lines} got more than was ordered: {n|it counts|they count} as full.";
    NothingKept: "{file}: ingen orderrad gäller en kritisk artikel i {list}", "{file}: no order line is of a critical article of {list}";
    // The chart
    ChartTitleSome: "Av {all} leverantörer är det visat för {reached} att de når avtalets {contract}", "Of {all} suppliers {reached} are shown to reach the contract's {contract}";
    ChartTitleNone: "Av {all} leverantörer är det inte visat för någon att den når avtalets {contract}", "Of {all} suppliers none is shown to reach the contract's {contract}";
    ChartSubtitle: "Orderrader som kom i full mängd senast lovat datum, % av förfallna rader, {today}.", "Order lines that came in full by the promised date, % of lines due, {today}.";
    ChartReading: "Fylld: avtalet nås; ihålig: nås inte eller oavgjort. Streck: 95\u{a0}% intervall. Streckad linje: avtalet. Efter namnet: förfallna rader.", "Filled: contract reached; hollow: missed or undecided. Bars: 95% interval. Dashed line: the contract. Behind the name: lines due.";
    ChartAxis: "fullt i tid, % av raderna", "in full on time, % of lines";
    ChartSource: "Ur {file}. beredd {version}", "From {file}. beredd {version}";
    ChartLabel: "{name} ({n})", "{name} ({n})";
    ChartRow: "{name} {share} av {n} {n|rad|rader}", "{name} {share} of {n} {n|line|lines}";
    ChartAlt: "Punktdiagram med en rad per leverantör, den sämsta överst.", "Dot plot with a row for each supplier, the worst on top.";
}
