//! All words of the reports, in one place, in both languages. Terms follow the region's own usage.

pub mod commands;
mod fill;

/// The language of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// Both languages.
    pub const ALL: [Language; 2] = [Language::Sv, Language::En];

    /// The language's code in options and file names.
    pub fn code(self) -> &'static str {
        match self {
            Language::Sv => "sv",
            Language::En => "en",
        }
    }

    /// A title in this language; the other language's where this one is empty.
    pub fn title(self, title: &crate::scenario::model::Title) -> &str {
        let (first, second) = match self {
            Language::Sv => (&title.sv, &title.en),
            Language::En => (&title.en, &title.sv),
        };
        if first.is_empty() { second } else { first }
    }
}

macro_rules! words {
    ($name:ident; $($word:ident: $sv:literal, $en:literal;)+) => {
        /// A word, heading or sentence. `{…}` marks a place for `fill`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            // As code: a sentence may name a table of scenario files in its brackets, which is no link.
            $(#[doc = concat!("`` ", $en, " ``")] $word,)+
        }

        impl $name {
            /// Every entry.
            pub const ALL: &'static [$name] = &[$($name::$word,)+];

            /// The text in a language.
            pub fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $(($name::$word, Language::Sv) => $sv, ($name::$word, Language::En) => $en,)+
                }
            }

            /// The text with its places filled. What is filled in is never searched for places.
            pub fn fill(self, language: Language, places: &[(&str, &str)]) -> String {
                $crate::report::wording::filled(self.text(language), places)
            }
        }
    };
}

pub mod breaking;
pub mod charts;
pub mod cuts;
pub mod desk;
pub mod dry_run;
pub mod exposure;
pub mod failing;
pub mod frontier;
pub mod items;
pub mod page;
pub mod sheet;
pub mod size;
pub mod slices;
pub mod story;
pub mod trace;
pub mod verify;
pub mod weekly;

pub use fill::filled;

words! {
    Word;
    // What was run
    RunLine:
        "{replications} per rad, {days} {days|dag|dagar} mätta, frö {seed}, beredd {version}. Parenteser: 95\u{a0}% \
        intervall om inget annat sägs.",
        "{replications} per row, {days} {days|day|days} measured, seed {seed}, beredd {version}. Brackets: 95% \
        interval unless said otherwise.";
    Given:
        "Alla resultat gäller givet antagandena i scenariofilerna.",
        "All results hold given the assumptions in the scenario files.";
    // Headings of columns
    Reserve: "Reserv", "Reserve";
    Test: "Test", "Test";
    Claim: "Anspråk\n%", "Claim\n%";
    Days: "dagar", "days";
    Day: "dag", "day";
    To: "till", "to";
    And: "och", "and";
    LevelHead: "{days} {days|dag|dagar}, %", "{days} {days|day|days}, %";
    ServedHead: "S({days})\n%", "S({days})\n%";
    DaysHead: "Dagar\n{threshold}\u{a0}%", "Days\n{threshold}%";
    ProbabilityHead: "P(≥{days} {days|dag|dagar}) vid {threshold}\u{a0}%", "P(≥{days} {days|day|days}) at {threshold}%";
    FillRateHead: "Fyllnadsgrad\n%", "Fill rate\n%";
    AvailabilityHead: "Lagertillgäng-\nlighet, %", "Stock availa-\nbility, %";
    CostHead: "Kostnad\n{money}/år", "Cost\n{money}/year";
    CashHead: "varav\npengar", "of which\ncash";
    ImputedHead: "kalky-\nlerad", "im-\nputed";
    PayerHead: "betalar\n{payer}", "paid by\n{payer}";
    LumpSumHead: "klumpsumma\n(utanför)", "lump sum\n(apart)";
    FillDifferenceHead: "Fyllnadsgrad\nprocentenheter", "Fill rate\npercentage points";
    AvailabilityDifferenceHead: "Lagertillgänglighet\nprocentenheter", "Stock availability\npercentage points";
    DaysDifferenceHead: "Uthållighet\ndagar", "Endurance\ndays";
    CostDifferenceHead: "Kostnad\n{money}/år", "Cost\n{money}/year";
    // Tables
    DecisionTitle:
        "1. Beslutstabell: nås nivåerna? Snitt: {cut}",
        "1. Decision table: are the levels reached? Cut: {cut}";
    DecisionHow:
        "lagerkrav = andel kritiska artiklar som håller nivån i lager i regionen; nås vid {article}\u{a0}%. simulerad = \
        sannolikheten att minst {threshold}\u{a0}% av behovet betjänas så många dagar; nås vid {required}\u{a0}%. Två omdömen \
        som aldrig vägs ihop.",
        "stock rule = share of critical articles that hold the level as stock in the region; reached at {article}%. \
        simulated = probability that at least {threshold}% of need is served for that many days; reached at \
        {required}%. Two verdicts, never merged.";
    ClaimHow:
        "Procenttalet efter sim. är regionens anspråk på leverantörsägt lager när snittet kommer (100\u{a0}% = allt blir \
        regionens).",
        "The per cent after sim. is the region's claim on supplier-owned stock when the cut comes (100% = all \
        becomes the region's).";
    EnduranceTitle: "2{letter}. Uthållighet. Snitt: {cut}", "2{letter}. Endurance. Cut: {cut}";
    EnduranceHow:
        "S(d) = andel av de kritiska artiklarnas behov som betjänas dag d, medel (P5–P95). Dagar = median (P10–P90) \
        tills andelen stannar under tröskeln; ≥{cap} = räckte hela den simulerade tiden. P = sannolikhet (95\u{a0}% \
        intervall).",
        "S(d) = share of the critical articles' need served on day d, mean (P5–P95). Days = median (P10–P90) until \
        the share stays below the threshold; ≥{cap} = lasted the whole simulated time. P = probability (95% \
        interval).";
    Narrow:
        "Alla spridningar och intervall står i resultatfilerna.",
        "All spreads and intervals stand in the result files.";
    NoEndurance: "Inga prov på uthållighet kördes.", "No probes of endurance were run.";
    AllClaims: "alla", "any";
    ServiceTitle: "3. Service och kostnad per år", "3. Service and cost per year";
    ComponentTitle: "4. Kostnad per slag, {money}/år, medel", "4. Cost by component, {money}/year, mean";
    ServiceHow:
        "Medel (95\u{a0}% intervall). Kostnaden är beräknad nedifrån och upp; klumpsumman ingår inte i den.",
        "Mean (95% interval). The cost is built from below; the lump sum is not part of it.";
    DifferenceHow: "Medel (parat 95\u{a0}% intervall).", "Mean (paired 95% interval).";
    ComponentHow: "– = ej medräknad.", "– = not included.";
    ComparisonTitle:
        "5. Skillnader, parade simuleringar med gemensamma slumptal",
        "5. Differences, paired replications under common random numbers";
    ComparedTo: "{second} minus {first}", "{second} minus {first}";
    AlternativeZero: "{title} (alternativ 0)", "{title} (alternative 0)";
    ZeroHeading: "{title} – alternativ 0", "{title} – alternative 0";
    // Verdicts
    StockRule: "lagerkrav", "stock rule";
    StockRuleDistant: "+ fjärrlager", "+ distant";
    NotCompared: "jämförs inte", "not compared";
    OneReplication: "1 simulering", "1 replication";
    Replications: "{n} {n|simulering|simuleringar}", "{n} {n|replication|replications}";
    ReplicationsOf: "{n} av {asked}", "{n} of {asked}";
    Simulated: "simulerad", "simulated";
    SimulatedAt: "sim. {claim}\u{a0}%", "sim. {claim}%";
    Reached: "● nås", "● reached";
    NotReached: "○ nås inte", "○ not reached";
    Undecided: "? oavgjort", "? undecided";
    NotJudged: "– kan inte bedömas", "– cannot be judged";
    // Cost components
    Capital: "kapital-\nbindning", "capital\ntied up";
    Storage: "lager-\nplats", "storage";
    Handling: "hantering", "handling";
    Picking: "plock", "picking";
    Ordering: "order-\nsärkostnad", "ordering";
    Transport: "transport", "transport";
    WriteOff: "inkurans,\nkassation", "write-off";
    Chasing: "jakt på\nleveranser", "chasing\ndeliveries";
    Holding: "lager-\nhållning", "holding";
    Backorder: "rest-\nnotering", "backorder";
    LostUnits: "förlorat\nbehov", "lost\ndemand";
    ExpressCost: "express", "express";
    ReactionsCost: "bristens\nåtgärder", "shortage\nmeasures";
    OverflowCost: "överfullt", "overflow";
    NeighboursCost: "från grannar", "neighbours";
    ExpiredCost: "utgånget", "expired";
    StaffCost: "lager-\npersonal", "warehouse\nstaff";
    PriceRiseCost: "pris-\nökning", "price\nrise";
    // What this is not
    NotTitle: "Vad detta inte är", "What this is not";
    NotForecast:
        "Ingen prognos: resultaten gäller givet antagandena, och osäkerhet i antagandena ingår inte i intervallen.",
        "Not a forecast: results hold given the assumptions, and doubt about the assumptions is not in the \
        intervals.";
    NotMsb:
        "MSB 1693 handlar om sjukhusbyggnader; att använda dess nivåer för materiel är regionens tillämpning.",
        "MSB 1693 is about hospital buildings; using its levels for material is the region's application.";
    NotLumpSum:
        "Klumpsummor står för sig: vad de köper är inte känt, de ingår aldrig i kostnaden. {sums}",
        "Lump sums stand apart: what they buy is not known, they are never part of the cost. {sums}";
    NotAssessed:
        "Ej bedömd – {what}. Flödets artiklar ingår inte i något tal.",
        "Not assessed – {what}. The articles of the flow are in no figure.";
    RunPhasesTitle: "Körningens faser, var för sig", "The phases of the run, each by itself";
    RunPhasesHow:
        "Tabellerna ovan gäller hela körningen. Här är varje fas räknad för sig, med sina egna priser per år.",
        "The tables above are about the whole run. Here each phase is counted by itself, at its own prices per year.";
    RunPhaseHead: "Fas", "Phase";
    RunPhaseDaysHead: "Dygn", "Days";
    NotIncluded: "Ej medräknade kostnader – {what}.", "Costs not included – {what}.";
    NothingLeftOut: "inga", "none";
    DayOrder: "Dagens ordning – {what}.", "Order of the day – {what}.";
    OriginsOfInput: "Indatas ursprung, antal värden – {what}.", "Origins of the input, number of values – {what}.";
    RemarkLine: "Anmärkning: {what}", "Remark: {what}";
    PhaseState: "störningar börjar och slutar", "disruptions begin and end";
    PhaseReceive: "inleverans", "receive";
    PhaseDemand: "behov", "demand";
    PhaseReview: "beställning", "review";
    PhaseDispatch: "utleverans", "dispatch";
    OriginSeed: "ur uppdragets dokument", "from the assignment's documents";
    OriginSourced: "med källa", "sourced";
    OriginDerived: "härledda", "derived";
    OriginAssumption: "antaganden", "assumptions";
    OriginFitted: "anpassade till data", "fitted to data";
    OriginTool: "verktygets förval", "defaults of the tool";
    AllScenarios: "alla scenarier", "all scenarios";
    PerYear: "{money}/år", "{money}/year";
    ArticleLevel:
        "Fyllnadsgrad vägs med orderrader; lagertillgänglighet räknas på kritiska artiklar i det regionala lagret, \
        dagligen.",
        "Fill rate is weighted by order lines; stock availability counts critical articles in the regional stock, \
        daily.";
    // The last line
    ReserveOf: "Reserv {reserve}", "Reserve {reserve}";
    WithoutReserve: "Utan reserv", "Without a reserve";
    LastTwo:
        "{reserve}, snitt ”{cut}”{claim}: {second} betjänar minst {threshold}\u{a0}% av behovet i {level} {level|dag|dagar} i \
        {p_second} av simuleringarna {i_second}, {first} i {p_first} {i_first}, givet antagandena; {cost}{payers}.{zero}",
        "{reserve}, cut \"{cut}\"{claim}: {second} serves at least {threshold}% of need for {level} {level|day|days} in \
        {p_second} of replications {i_second}, {first} in {p_first} {i_first}, given the assumptions; {cost}{payers}.{zero}";
    LastPayers: "; betalas av {split} {money}/år", "; paid by {split} {money}/year";
    LastZero: " Reserven är en tillagd åtgärd också i {first}: utan reserv klarar {first} det i {p_zero}.",
        " The reserve is an added measure in {first} too: without a reserve, {first} does so in {p_zero}.";
    LastLeast: " Reserven är en tillagd åtgärd också i {first}: med den minsta reserven, {least}, klarar {first} det i {p_zero}.",
        " The reserve is an added measure in {first} too: with the smallest reserve, {least}, {first} does so in {p_zero}.";
    LastOne:
        "{reserve}, snitt ”{cut}”{claim}: {first} betjänar minst {threshold}\u{a0}% av behovet i {level} {level|dag|dagar} i \
        {p_first} av simuleringarna {i_first}, givet antagandena, och kostar {cost} {money}/år {i_cost}.",
        "{reserve}, cut \"{cut}\"{claim}: {first} serves at least {threshold}% of need for {level} {level|day|days} in \
        {p_first} of replications {i_first}, given the assumptions, and costs {cost} {money}/year {i_cost}.";
    FullClaim: ", hela anspråket på leverantörsägt lager", ", full claim on supplier-owned stock";
    CostsMore: "{second} kostar {cost} {money}/år mer {interval}", "{second} costs {cost} {money}/year more {interval}";
    CostsLess: "{second} kostar {cost} {money}/år mindre {interval}", "{second} costs {cost} {money}/year less {interval}";
    CostsEqual:
        "kostnadsskillnaden är inte skild från noll: {cost} {money}/år {interval}",
        "the difference in cost is not told from zero: {cost} {money}/year {interval}";
    CostsNotCompared:
        "kostnaderna jämförs inte, eftersom bara den ena räknar med {components}",
        "costs are not compared, because only one of them includes {components}";
    CostsUnknown: "kostnadsskillnad saknas", "no difference in cost is known";
    // Chart
    ChartTitleTwo:
        "{cut}: dag {level} betjänas {s_second} av behovet i {second} och {s_first} i {first}",
        "{cut}: on day {level}, {s_second} of need is served in {second} and {s_first} in {first}";
    ChartTitleOne:
        "{cut}: dag {level} betjänas {s_first} av behovet i {first}",
        "{cut}: on day {level}, {s_first} of need is served in {first}";
    ChartSubtitle:
        "Andel av kritiskt behov som betjänas,\u{a0}%, per dag efter snittet. Reserv: {reserve}. Anspråk på \
        leverantörsägt lager: {claim}.",
        "Share of critical need served, %, by day after the cut. Reserve: {reserve}. Claim on supplier-owned stock: \
        {claim}.";
    ChartBand:
        "Linje: medel. Ljust band: P10–P90, för {names}; alla andra står i tabellen.",
        "Line: mean. Light band: P10–P90, for {names}; all others stand in the table.";
    ChartShared:
        " Omväxlande färger: kurvor som sammanfaller.",
        " Alternating colours: curves that coincide.";
    ChartFooter:
        "Källa: beredd {version}, {title}, {replications}, frö {seed}. Ingen prognos: gäller givet \
        antagandena.",
        "Source: beredd {version}, {title}, {replications}, seed {seed}. Not a forecast: holds given \
        the assumptions.";
    ChartAxis: "dagar efter snittet", "days after the cut";
    ChartLevel: "{days} d", "{days} d";
    ChartThresholds:
        "Svaga vågräta linjer: trösklarna {thresholds}.",
        "Faint horizontal lines: the thresholds {thresholds}.";
    ChartLabel: "{share} dag {level}: {name}", "{share} on day {level}: {name}";
    ChartSame: "samma kurva som {other}: {name}", "same curve as {other}: {name}";
    ChartAltType:
        "Linjediagram med en ruta per snitt. Vågrätt: dagar efter snittet, 0–{cap}. Lodrätt: andel av kritiskt behov \
        som betjänas, 0–100\u{a0}%.",
        "Line chart with one panel per cut. Horizontal: days after the cut, 0–{cap}. Vertical: share of critical \
        need served, 0–100%.";
    ChartAltCut: "{cut}, dag {level}: {values}.", "{cut}, day {level}: {values}.";
    ChartAltTable:
        "Värdena finns i tabellen (CSV) bredvid bilden.",
        "The values are in the table (CSV) beside the image.";
    ChartEmpty: "Ingen uthållighet att visa", "No endurance to show";
    // Sensitivity
    SensitivityTitle:
        "Känslighet: {second} minus {first}, reserv {reserve}, snitt: {cut}",
        "Sensitivity: {second} minus {first}, reserve {reserve}, cut: {cut}";
    SensitivityHow:
        "Ett antagande i taget flyttas till vardera änden av sitt intervall, allt annat ligger kvar, med samma slump. \
        Utslag = största minus minsta skillnaden bland låg, oflyttat och hög. Ordningen byts: skillnaden byter tecken \
        och båda intervallen utesluter 0. Kan bytas: tecknet byts utan att det är säkert, eller ordningen är inte \
        längre säker.",
        "One assumption at a time is moved to each end of its range, all else stays, under the same luck. Swing = \
        largest less smallest difference among low, unmoved and high. Flips: the difference changes sign and both \
        intervals exclude 0. May flip: the sign changes without being sure, or the order is no longer sure.";
    SensitivityServed:
        "{number}. Andel av behovet betjänat dag {level}, skillnad i procentenheter. Oflyttat: {base}",
        "{number}. Share of need served on day {level}, difference in percentage points. Unmoved: {base}";
    SensitivityProbability:
        "{number}. P(uthållighet ≥ {level} {level|dag|dagar}) vid {threshold}\u{a0}%, skillnad i procentenheter. Oflyttat: {base}",
        "{number}. P(endurance ≥ {level} {level|day|days}) at {threshold}%, difference in percentage points. Unmoved: {base}";
    SensitivityCost:
        "{number}. Kostnad per år, skillnad i {money}/år. Oflyttat: {base}",
        "{number}. Cost per year, difference in {money}/year. Unmoved: {base}";
    SensitivityNoCost:
        "{number}. Kostnad per år: jämförs inte, de två har inte samma kostnadsposter eller samma behov.",
        "{number}. Cost per year: not compared, the two do not have the same components or the same need.";
    SensitivityAll:
        "{shown} av {all} antaganden visas, de med störst utslag; alla finns med --format json och csv.",
        "{shown} of {all} assumptions are shown, those with the largest swing; all are in --format json and csv.";
    SensitivityRanges: "Intervall:", "Ranges:";
    AssumptionHead: "Antagande", "Assumption";
    LowHead: "Vid låg", "At low";
    HighHead: "Vid hög", "At high";
    SwingHead: "Utslag", "Swing";
    OrderHead: "Ordning", "Order";
    OrderKeeps: "består", "stays";
    OrderMayFlip: "kan bytas", "may flip";
    OrderFlips: "byts", "flips";
    // Dry run
    ScenarioHead: "Alternativ", "Scenario";
    ArticlesHead: "Artiklar", "Articles";
    SitesHead: "Platser", "Sites";
    ArticleSitesHead: "Artiklar ×\nplatser", "Articles ×\nsites";
    SecondsHead: "Sekunder per\nsimulering", "Seconds per\nreplication";
}

#[cfg(test)]
mod tests;
