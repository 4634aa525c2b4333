//! The words of the report's page. They may hold no `<`, `>` or `&`: places are filled with finished markup.

use super::Language;

words! {
    PageWord;
    // Frame
    Skip: "Hoppa till innehållet", "Skip to the content";
    ShowTable: "Visa värdena som tabell", "Show the values as a table";
    ReserveLegend: "Reserv", "Reserve";
    CutLegend: "Snitt", "Cut";
    Printed:
        "Utskriften visar bara denna översikt. Varje värde med källa och spann fälls ut i filen och står i resolved/ i \
        körningens mapp.",
        "A print shows this overview only. Every value with source and range unfolds in the file and stands in resolved/ \
        in the folder of the run.";
    // Headline
    HeadlineTwo:
        "{second} klarar {level} i {p_second} av simuleringarna {i_second}, {first} i {p_first} {i_first}. {cost}",
        "{second} lasts {level} in {p_second} of replications {i_second}, {first} in {p_first} {i_first}. {cost}";
    HeadlineOne:
        "{first} klarar {level} i {p_first} av simuleringarna {i_first} och kostar {cost} {money}/år {i_cost}.",
        "{first} lasts {level} in {p_first} of replications {i_first} and costs {cost} {money}/year {i_cost}.";
    HeadlineNone:
        "Ingen uthållighet är simulerad i denna körning.",
        "No endurance was simulated in this run.";
    HeadlineLikely:
        "Givet antagandena är det alltså {w_second} ({p_second}) att {second} klarar nivån och {w_first} ({p_first}) \
        att {first} gör det.",
        "Given the assumptions it is thus {w_second} ({p_second}) that {second} lasts that long and {w_first} \
        ({p_first}) that {first} does.";
    HeadlineLikelyOne:
        "Givet antagandena är det alltså {w_first} ({p_first}) att nivån klaras.",
        "Given the assumptions it is thus {w_first} ({p_first}) that the level is met.";
    HeadlineWhat:
        "Reserv: {reserve}. Snitt: {cut}. Klara = minst {threshold} av det kritiska behovet betjänas varje dag i {days} \
        dagar (tre dagar i rad under gränsen räknas som slut). Parenteser: 95 % intervall.{claim}",
        "Reserve: {reserve}. Cut: {cut}. To last = at least {threshold} of critical need is served each day for {days} \
        days (three days in a row below the limit count as the end). Brackets: 95% intervals.{claim}";
    HeadlineClaim:
        " Hela anspråket på leverantörsägt lager antas gälla; andra anspråk står i tabellen.",
        " The full claim on supplier-owned stock is assumed; other claims stand in the table.";
    CostMore: "{second} kostar {cost} {money}/år mer {interval}.", "{second} costs {cost} {money}/year more {interval}.";
    CostLess: "{second} kostar {cost} {money}/år mindre {interval}.", "{second} costs {cost} {money}/year less {interval}.";
    CostEqual:
        "Kostnadsskillnaden är inte skild från noll: {cost} {money}/år {interval}.",
        "The difference in cost is not told from zero: {cost} {money}/year {interval}.";
    CostNotCompared:
        "Kostnaderna jämförs inte: bara den ena räknar med {components}.",
        "Costs are not compared: only one of them includes {components}.";
    CostUnknown: "Kostnadsskillnad saknas.", "No difference in cost is known.";
    PayerSplit: " Betalas av {split} {money}/år.", " Paid by {split} {money}/year.";
    PayerShare: "{payer} {first} → {second}", "{payer} {first} → {second}";
    HeadlineZero:
        "Reserven är en tillagd åtgärd också i {first}: utan reserv klarar {first} nivån i {p_zero} {i_zero}. ",
        "The reserve is an added measure in {first} too: without a reserve, {first} lasts that long in {p_zero} {i_zero}. ";
    HeadlineLeast:
        "Reserven är en tillagd åtgärd också i {first}: med den minsta reserven ({least}) klarar {first} nivån i {p_zero} {i_zero}. ",
        "The reserve is an added measure in {first} too: with the smallest reserve ({least}), {first} lasts that long in {p_zero} {i_zero}. ";
    HeadlineTorn:
        "Medianen ger en annan ordning: {high} räcker {d_high} {d_high|dag|dagar} {s_high}, {low} {d_low} {s_low} (median, P10–P90). \
        {high} når oftare hela nivån, men räcker också oftare kortare än {d_low} {d_low|dag|dagar}: utfallen sprider sig olika.",
        "The median ranks them the other way: {high} lasts {d_high} {d_high|day|days} {s_high}, {low} {d_low} {s_low} (median, P10–P90). \
        {high} more often lasts the whole level, but also more often less than {d_low} {d_low|day|days}: their outcomes spread differently.";
    CutTakes: "snittet slår ut: {store}", "the cut takes out: {store}";
    PayerRow: "varav betalas av {payer}", "of which paid by {payer}";
    BuiltIn: "inbyggt förval", "built-in default";
    // Words for probability (IPCC; Swedish by the translation of the key messages)
    VirtuallyCertain: "praktiskt taget säkert", "virtually certain";
    VeryLikely: "mycket sannolikt", "very likely";
    Likely: "sannolikt", "likely";
    AsLikelyAsNot: "ungefär lika sannolikt som osannolikt", "about as likely as not";
    Unlikely: "osannolikt", "unlikely";
    VeryUnlikely: "mycket osannolikt", "very unlikely";
    ExceptionallyUnlikely: "praktiskt taget helt osannolikt", "exceptionally unlikely";
    // Decision table
    DecisionHead: "Nås nivåerna?", "Are the levels reached?";
    DecisionCaption:
        "Beslutstabell. Reserv: {reserve}. Snitt: {cut}.",
        "Decision table. Reserve: {reserve}. Cut: {cut}.";
    LevelColumn: "Nivå", "Level";
    TestColumn: "Test", "Test";
    ThreeDays: "3 dagar", "3 days";
    OneWeek: "1 vecka", "1 week";
    OneMonth: "1 månad", "1 month";
    ThreeMonths: "3 månader", "3 months";
    OtherLevel: "{days} {days|dag|dagar}", "{days} {days|day|days}";
    Bronze: "brons", "bronze";
    Silver: "silver", "silver";
    Gold: "guld", "gold";
    LevelWith: "{level} ({metal})", "{level} ({metal})";
    ServedRow: "behov som betjänas", "need served";
    RuleRow: "lagerkrav", "stock rule";
    SimulatedRow: "simulerad uthållighet", "simulated endurance";
    SimulatedWithout: "simulerad, anspråk {claim}", "simulated, claim {claim}";
    CostRow: "Kostnad, {money}/år", "Cost, {money}/year";
    DifferenceRow: "skillnad mot {reference}, samma reserv", "difference to {reference}, same reserve";
    FillRow: "Fyllnadsgrad", "Fill rate";
    SupplierOut: "Kort: tillförseln stod still", "Short: supply stood still";
    NotStocked: "Kort: artikeln hålls inte där", "Short: article not kept there";
    Avoidable: "Kort: hade kunnat undvikas", "Short: could have been avoided";
    ShortAt: "Kort hos {site}", "Short at {site}";
    ShortageCaption:
        "Vem som blev utan, reserv {reserve}. Andel av behovet som inte betjänades direkt, efter orsak och plats. Medel (95\u{a0}% intervall).",
        "Who went without, reserve {reserve}. Share of need not served at once, by cause and by place. Mean (95% interval).";
    PhasesCaption:
        "Körningens faser, reserv {reserve}: varje fas räknad för sig, med sina egna priser per år. Medel (95\u{a0}% intervall).",
        "The phases of the run, reserve {reserve}: each counted by itself, at its own prices per year. Mean (95% interval).";
    NotCompared: "jämförs inte", "not compared";
    ItIsReference: "alternativ 0", "alternative 0";
    NoDecision: "Alternativ 0, inget beslut", "Alternative 0, no decision";
    ZeroWithReserve: "Alternativ 0 med tillagd reserv", "Alternative 0 with an added reserve";
    DecisionHow:
        "Behov som betjänas: andel av det kritiska behovet på nivåns dag. Lagerkrav: andel kritiska artiklar som håller \
        nivån i lager i regionen; nås vid {article}. Simulerad uthållighet: sannolikheten att minst {threshold} av behovet \
        betjänas så länge; nås vid {required}, ett val av verktyget. Två omdömen som aldrig vägs ihop. ● nås, ○ nås inte, \
        ? oavgjort: intervallet rymmer gränsen.",
        "Need served: share of critical need on the day of the level. Stock rule: share of critical articles that hold the \
        level as stock in the region; reached at {article}. Simulated endurance: probability that at least {threshold} of \
        need is served that long; reached at {required}, a choice of this tool. Two verdicts, never merged. ● reached, \
        ○ not reached, ? undecided: the interval holds the limit.";
    // What this is not
    NotHead: "Vad detta inte är", "What this is not";
    NotForecast:
        "Ingen prognos. Allt gäller givet antagandena; tvivel om antagandena ingår inte i intervallen.",
        "Not a forecast. All holds given the assumptions; doubt about the assumptions is not in the intervals.";
    NotOfficial:
        "Inget officiellt omdöme. MSB 1693 handlar om sjukhusbyggnader; regionen tillämpar dess nivåer på materiel.",
        "Not an official verdict. MSB 1693 is about hospital buildings; the region applies its levels to material.";
    NotWhole:
        "Ingen full kostnad. Byggnader, personal, system och övergången är inte prissatta; klumpsummor ingår aldrig.{what}{fees}",
        "Not the full cost. Buildings, staff, systems and the transition are not priced; lump sums are never part of it.{what}{fees}";
    NotWholeLacks: " Utan pris i studien: {what}.", " Without a price in the study: {what}.";
    NotWholeFees:
        " Vad betalarna tar ut av varandra, som en grossists avgift, ingår inte: jämför summor, inte enskilda betalare.",
        " What the payers charge each other, such as a wholesaler's fee, is not included: compare totals, not single payers.";
    NotAssessed: "Ej bedömt: {what}.", "Not assessed: {what}.";
    RiskHead: "Största risken utanför modellen:", "Largest risk outside the model:";
    RiskNotSaid:
        "inte angiven (nyckeln largest-unmodelled-risk i studien).",
        "not stated (key largest-unmodelled-risk of the study).";
    ConfidenceHead: "Tilltro till indata:", "Confidence in the input:";
    ConfidenceHigh: "hög", "high";
    ConfidenceMedium: "medel", "medium";
    ConfidenceLow: "låg", "low";
    ConfidenceWhy:
        "{supported} av {all} värden har stöd i en källa eller i data; resten är antaganden.",
        "{supported} of {all} values rest on a source or on data; the rest are assumptions.";
    ConfidenceNone: "inga värden har ett angivet ursprung.", "no value has a stated origin.";
    // Charts
    ChartsHead: "Diagram", "Charts";
    PageChartRead:
        "Läs så: {alt}",
        "How to read: {alt}";
    // Alternative 0
    ZeroHead: "Alternativ 0: inget beslut", "Alternative 0: no decision";
    ZeroText:
        "Alternativ 0 är {name} utan tillagd reserv ({reserve}): så fortsätter det om inget beslut tas. Då betjänas dag \
        {level} efter snittet {served} av det kritiska behovet {interval}, givet antagandena, och kostnaden är \
        {cost} {money}/år {i_cost}. De andra alternativen jämförs med {name} vid samma reserv; reserven är i så fall en \
        tillagd åtgärd också där.",
        "Alternative 0 is {name} without an added reserve ({reserve}): what goes on if nothing is decided. Then {served} \
        of critical need is served on day {level} after the cut {interval}, given the assumptions, and the cost is \
        {cost} {money}/year {i_cost}. The other alternatives are compared with {name} at the same reserve, which is an \
        added measure there too.";
    ZeroTextLeast:
        "Alternativ 0 är {name}: så fortsätter det om inget beslut tas. Studien har ingen rad utan reserv; den minsta är \
        {reserve}. Med den betjänas dag {level} efter snittet {served} av det kritiska behovet {interval}, givet \
        antagandena, och kostnaden är {cost} {money}/år {i_cost}. De andra alternativen jämförs med {name} vid samma reserv.",
        "Alternative 0 is {name}: what goes on if nothing is decided. The study has no row without a reserve; the smallest \
        is {reserve}. With it, {served} of critical need is served on day {level} after the cut {interval}, given the \
        assumptions, and the cost is {cost} {money}/year {i_cost}. The other alternatives are compared with {name} at the \
        same reserve.";
    ZeroAlone:
        "Alternativ 0 är {name}: så fortsätter det om inget beslut tas. Mot det mäts alla andra.",
        "Alternative 0 is {name}: what goes on if nothing is decided. All others are measured against it.";
    // Detail
    DetailHead: "Resultat i detalj", "Results in detail";
    ServiceCaption:
        "Service och kostnad per år, reserv {reserve}. Medel (95 % intervall).",
        "Service and cost per year, reserve {reserve}. Mean (95% interval).";
    ComponentCaption:
        "Kostnad per slag och betalare, {money}/år, reserv {reserve}. Medel. – = ej medräknad.",
        "Cost by component and payer, {money}/year, reserve {reserve}. Mean. – = not included.";
    EnduranceCaption:
        "Uthållighet i dagar, reserv {reserve}. Median (P10–P90) tills andelen stannar under tröskeln.",
        "Endurance in days, reserve {reserve}. Median (P10–P90) until the share stays below the threshold.";
    MeasureColumn: "Mått", "Measure";
    PaidBy: "betalas av {payer}", "paid by {payer}";
    Cash: "varav pengar", "of which cash";
    Imputed: "varav kalkylerad", "of which imputed";
    LumpSum: "klumpsumma, utanför", "lump sum, apart";
    Total: "summa", "total";
    Availability: "lagertillgänglighet", "stock availability";
    FillByValue: "fyllnadsgrad efter värde", "fill rate by value";
    OrderLines: "hela orderrader", "order-line service";
    DaysAt: "dagar vid {threshold}", "days at {threshold}";
    CutWithClaim: "{cut}, anspråk {claim}", "{cut}, claim {claim}";
    ZeroCaption:
        "Vad som tar slut, dag {level}, reserv {reserve}, snitt: {cut}. Andel prov då inget betjänades.",
        "What runs out, day {level}, reserve {reserve}, cut: {cut}. Share of probes in which nothing was served.";
    FamilyCaption:
        "Varufamiljer, dag {level}, reserv {reserve}, snitt: {cut}. Andel av familjens artiklar där inget betjänades.",
        "Product families, day {level}, reserve {reserve}, cut: {cut}. Share of the family's articles of which nothing was served.";
    FamilyColumn: "Varufamilj", "Product family";
    NothingOut: "Inget stod utan.", "Nothing was out.";
    FlowCaption: "Flöden", "Flows";
    FlowColumn: "Flöde", "Flow";
    NeedColumn: "Behov", "Need";
    UnitColumn: "Enhet", "Unit";
    ArticlesColumn: "Artiklar", "Articles";
    StatusColumn: "Bedömning", "Assessment";
    Assessed: "bedömt", "assessed";
    FlowNotAssessed: "ej bedömd: {why}", "not assessed: {why}";
    // Assumptions
    AssumptionsHead: "Antaganden och deras ursprung", "Assumptions and where they come from";
    AssumptionsText:
        "Värdena står som i scenariofilerna, med enhet. Ursprung: {origins}.",
        "Values stand as in the scenario files, with their units. Origins: {origins}.";
    DiffersCaption:
        "Vad som skiljer alternativen ({count} värden)",
        "What differs between the alternatives ({count} values)";
    SameCaption: "Lika i alla alternativ ({count} värden)", "The same in all alternatives ({count} values)";
    ToolCaption: "Verktygets förval ({count} värden)", "Defaults of the tool ({count} values)";
    OverviewCaption: "Antagandena i översikt", "The assumptions at a glance";
    GroupColumn: "Del av scenariot", "Part of the scenario";
    CountColumn: "Värden", "Values";
    DifferColumn: "varav skiljer", "of which differ";
    RankColumn: "Plats", "Rank";
    KeyColumn: "Antagande", "Assumption";
    ValueColumn: "Värde", "Value";
    AlternativesColumn: "Alternativ", "Alternatives";
    OriginColumn: "Ursprung", "Origin";
    SourceColumn: "Källa eller skäl", "Source or reason";
    RangeColumn: "Rimligt spann", "Plausible range";
    EverywhereWord: "alla", "all";
    Remarks: "Anmärkningar från kontrollen", "Remarks of the check";
    // Method
    MethodHead: "Så är det räknat", "How it was computed";
    MethodModel:
        "Försörjningen simuleras dag för dag: vården tar ut, förråd beställer, leverantörer levererar med växlande \
        ledtider, och leverantörer, artiklar och lager drabbas av störningar. En simulering är ett möjligt förlopp; många \
        simuleringar visar spridningen.",
        "Supply is simulated day by day: care takes out, stores order, suppliers deliver with varying lead times, and \
        suppliers, articles and stocks meet disruptions. One replication is one possible course; many show the spread.";
    MethodProbe:
        "På en dag som ingen vet i förväg kommer ett snitt: tillförseln stoppas i en kopia av läget, och andelen betjänat \
        behov följs dag för dag. Alla kritiska artiklar väger lika. Alternativen möter samma slump, så skillnader är \
        säkrare än nivåer.",
        "On a day that nobody knows in advance comes a cut: supply stops in a copy of the state, and the share of need \
        served is followed day by day. All critical articles weigh the same. The alternatives meet the same luck, so \
        differences are surer than levels.";
    MethodRead:
        "Intervall är 95 % och rymmer bara slumpen mellan simuleringar. Sannolikhetsord: över 99 % praktiskt taget säkert, \
        över 90 % mycket sannolikt, över 66 % sannolikt, 33–66 % ungefär lika sannolikt som osannolikt, under 33 % osannolikt, \
        under 10 % mycket osannolikt, under 1 % praktiskt taget helt osannolikt.",
        "Intervals are 95% and hold only the luck between replications. Words for probability: above 99% virtually certain, \
        above 90% very likely, above 66% likely, 33–66% about as likely as not, below 33% unlikely, below 10% very unlikely, \
        below 1% exceptionally unlikely.";
    Glossary: "Ord", "Terms";
    TermFill: "fyllnadsgrad", "fill rate";
    TermFillText:
        "andel av efterfrågade enheter som betjänas genast, vägd med orderrader",
        "share of demanded units served at once, weighted by order lines";
    TermAvailability: "lagertillgänglighet", "stock availability";
    TermAvailabilityText:
        "andel kritiska artiklar som finns i det regionala lagret, räknat dagligen",
        "share of critical articles in the regional stock, counted daily";
    TermReserve: "reserv", "reserve";
    TermReserveText:
        "lager utöver vanligt säkerhetslager, i dagar av kritiska artiklars medelbehov",
        "stock on top of the ordinary safety stock, in days of mean use of critical articles";
    TermClaim: "anspråk", "claim";
    TermClaimText:
        "den del av leverantörsägt lager i regionen som blir regionens när snittet kommer",
        "the part of supplier-owned stock in the region that becomes the region's when the cut comes";
    // Reproduction
    ReproHead: "Så görs det om", "How to reproduce it";
    ReproProgram: "Program", "Program";
    ReproDate: "Datum", "Date";
    ReproCommand: "Kommando", "Command";
    ReproInRunJson: "står i run.json bredvid resultaten", "stands in run.json beside the results";
    ReproSeed: "Frö", "Seed";
    ReproReplications: "Simuleringar", "Replications";
    ReproDays: "Dagar mätta", "Days measured";
    ReproWarmUp: "Dagar insvängning", "Days of warm-up";
    ReproSettings: "Inställningar utöver filerna", "Settings on top of the files";
    ReproNone: "inga", "none";
    ReproFiles: "Indatafiler och deras SHA-256", "Input files and their SHA-256";
    FileColumn: "Fil", "File";
    // Headings of charts' tables
    ColumnCut: "snitt", "cut";
    ColumnScenario: "alternativ", "alternative";
    ColumnReserve: "reserv", "reserve";
    ColumnClaim: "anspråk", "claim";
    ColumnDay: "dag", "day";
    ColumnUnit: "enhet", "unit";
    ColumnMean: "medel", "mean";
    ColumnShare: "andel", "share";
    ColumnLevel: "nivå, dagar", "level, days";
    ColumnThreshold: "tröskel", "threshold";
    ColumnComponent: "kostnadsslag", "component";
    ColumnLow: "intervallets nedre gräns", "lower bound";
    ColumnHigh: "intervallets övre gräns", "upper bound";
    ColumnDays: "dagar", "days";
    ColumnSek: "SEK/år", "SEK/year";
    ColumnCover: "räckvidd", "cover";
    ColumnServed: "behov som betjänas", "need served";
    ColumnCost: "kostnad per år", "cost per year";
    ColumnEndurance: "uthållighet", "endurance";
    ColumnExample: "simulering {number}", "replication {number}";
}
