//! The words of the charts of cost, stops and families.

use super::Language;

words! {
    ChartWord;
    // Cost against endurance
    CostEnduranceTwo:
        "{second} kostar {c_second} {money}/år och räcker {level} {level|dag|dagar} i {p_second} av simuleringarna, {first} kostar {c_first} {money}/år och räcker så länge i {p_first}",
        "{second} costs {c_second} {money}/year and lasts {level} {level|day|days} in {p_second} of replications, {first} costs {c_first} {money}/year and lasts that long in {p_first}";
    CostEnduranceOne:
        "{first} kostar {c_first} {money}/år och räcker {level} {level|dag|dagar} i {p_first} av simuleringarna",
        "{first} costs {c_first} {money}/year and lasts {level} {level|day|days} in {p_first} of replications";
    CostEnduranceTorn:
        "Medianen ger en annan ordning: {high} {d_high} {d_high|dag|dagar} {s_high}, {low} {d_low} {s_low}. {high} når oftare hela nivån, \
        men räcker också oftare kortare än {d_low} {d_low|dag|dagar}: utfallen sprider sig olika.",
        "The median ranks them the other way: {high} {d_high} {d_high|day|days} {s_high}, {low} {d_low} {s_low}. {high} more often lasts \
        the whole level, but also more often less than {d_low} {d_low|day|days}: their outcomes spread differently.";
    CostEnduranceSubtitle:
        "Kostnad per år, {money}, mot dagar tills mindre än {threshold} av kritiskt behov betjänas. Snitt: {cut}, hela \
        anspråket. Rubriken gäller: {reserve}.",
        "Cost per year, {money}, against days until less than {threshold} of critical need is served. Cut: {cut}, full \
        claim. The title is about: {reserve}.";
    CostEnduranceReading:
        "Märke: medelkostnad och mediandagar. Korsade streck: P10–P90 över simuleringarna. Siffran före kolon är \
        alternativet, efter kolon står reserven; linjen går från minsta till största reserv.",
        "Mark: mean cost and median days. Crossed bars: P10–P90 over replications. The number before the colon is the \
        alternative, after it stands the reserve; the line goes from the smallest reserve to the largest.";
    CostAxis: "kostnad, {money}/år", "cost, {money}/year";
    CostAxisFrom:
        "kostnad, {money}/år (axeln börjar på {least}, inte på 0)",
        "cost, {money}/year (the axis begins at {least}, not at 0)";
    DaysAxis: "dagar, median", "days, median";
    MeanDaysAxis: "dagar, medel", "days, mean";
    MeanDaysAxisLog: "dagar, medel (logaritmisk skala)", "days, mean (logarithmic scale)";
    MarkLabel: "{number}: {reserves} d", "{number}: {reserves} d";
    Unlabelled:
        "Utan plats för sin text i bilden: {marks}.",
        "Without room for their text in the image: {marks}.";
    Bronze: "{days} d brons", "{days} d bronze";
    Silver: "{days} d silver", "{days} d silver";
    Gold: "{days} d guld", "{days} d gold";
    CostEnduranceAlt:
        "Punktdiagram. Vågrätt: kostnad per år, {least}–{most} {money}. Lodrätt: dagar av uthållighet, 0–{cap}.",
        "Scatter chart. Horizontal: cost per year, {least}–{most} {money}. Vertical: days of endurance, 0–{cap}.";
    ScenarioPoint: "{cost} {money}/år, {days} {days|dag|dagar}: {name}", "{cost} {money}/year, {days} {days|day|days}: {name}";
    NoPoint: "saknar kostnad eller uthållighet: {name}", "no cost or no endurance: {name}";
    // Cost breakdown
    BreakdownTwo:
        "{second} kostar {c_second} {money}/år, mest {m_second}, mot {c_first} {money}/år i {first}, mest {m_first}",
        "{second} costs {c_second} {money}/year, mostly {m_second}, against {c_first} {money}/year in {first}, mostly {m_first}";
    BreakdownOne: "{first} kostar {c_first} {money}/år, mest {m_first}", "{first} costs {c_first} {money}/year, mostly {m_first}";
    MostlyOf: "{component} ({share})", "{component} ({share})";
    BreakdownSubtitle:
        "Kostnad per år och slag, {money}, medel, byggd nedifrån och upp. Reserv: {reserve}. Parentes: 95\u{a0}% intervall.",
        "Cost per year by component, {money}, mean, built from below. Reserve: {reserve}. Brackets: 95% interval.";
    BreakdownTotal: "{total} {interval}", "{total} {interval}";
    BreakdownApart: "utanför stapeln: {sums}", "apart from the bar: {sums}";
    BreakdownAlt:
        "Staplade vågräta staplar, en per alternativ. Vågrätt: kostnad per år, 0–{most} {money}.",
        "Stacked horizontal bars, one per alternative. Horizontal: cost per year, 0–{most} {money}.";
    ScenarioCost: "{name}: {cost} {money}/år", "{name}: {cost} {money}/year";
    // Stop
    StopTwo:
        "{cut} i {days} {days|dag|dagar}: {second} får brist i {p_second} av simuleringarna, {first} i {p_first}",
        "{cut} for {days} {days|day|days}: {second} is in breach in {p_second} of replications, {first} in {p_first}";
    StopOne:
        "{cut} i {days} {days|dag|dagar}: {first} får brist i {p_first} av simuleringarna",
        "{cut} for {days} {days|day|days}: {first} is in breach in {p_first} of replications";
    StopSubtitle:
        "Lagrets räckvidd vid dagens slut, dagar av medelbehov, medel över kritiska artiklar. Reserv: {reserve}, hela anspråket.",
        "Cover of the stock at each day's end, days of mean use, mean over critical articles. Reserve: {reserve}, full claim.";
    StopReading:
        "Tjock linje: median. Mörkare band: mittersta 50\u{a0}%. Ljusare band: mittersta 80\u{a0}%. Prickade svarta linjer: tre \
        simuleringar. Brist: under {below} av behovet betjänas, åter: minst {at_least}, \
        båda flera dagar i rad. Brist kommer av att enstaka artiklar tar slut, också när lagret i medel räcker länge. Dagarna är medelvärden.",
        "Thick line: median. Darker band: middle 50%. Lighter band: middle 80%. Dotted black lines: three replications. \
        Breach: less than {below} of need is served, back: at least {at_least}, both for days in a row. \
        A breach comes from single articles that run out, also while the mean cover is long. The days are means.";
    StopWindow: "stopp, {days} d", "stop, {days} d";
    StopBreach: "brist dag {day}", "breach on day {day}";
    StopBack: "åter dag {day}", "back on day {day}";
    StopBackSome: "åter dag {day}, {share} av dem", "back on day {day}, {share} of them";
    StopBreachLine: "Brist: {share} av simuleringarna", "Breach: {share} of replications";
    StopBreachDay: "första bristdag {day} {spread}", "first day of breach {day} {spread}";
    StopBackLine:
        "av dem som kom åter: efter {days} {days|dag|dagar} {spread}",
        "of those that came back: after {days} {days|day|days} {spread}";
    StopFullLine:
        "lagren fyllda igen {days} {days|dag|dagar} efter stoppet {spread}",
        "stocks full again {days} {days|day|days} after the stop {spread}";
    StopNotBack:
        "av dem med brist ej åter inom {follow} {follow|dag|dagar}: {share}",
        "of those in breach not back within {follow} {follow|day|days}: {share}";
    StopAxis: "dagar från stoppets början", "days from the start of the stop";
    StopAlt:
        "Linjediagram med band, en ruta per alternativ. Vågrätt: dagar från stoppets början, 0–{follow}. Lodrätt: \
        lagrets räckvidd, 0–{most} {most|dag|dagar}.",
        "Line chart with bands, one panel per alternative. Horizontal: days from the start of the stop, 0–{follow}. \
        Vertical: cover of the stock, 0–{most} {most|day|days}.";
    StopAltScenario:
        "{name}: lägst {lowest} dagars räckvidd i median, brist i {share} av simuleringarna.",
        "{name}: lowest median cover {lowest} {lowest|day|days}, breach in {share} of replications.";
    // Families at zero
    FamiliesTwo:
        "{cut}, dag {level}: {family} saknas mest, {s_first} av behovsgrupperna i {first}, {s_second} i {second}",
        "{cut}, day {level}: {family} is short the most, {s_first} of need groups in {first}, {s_second} in {second}";
    FamiliesOne:
        "{cut}, dag {level}: {family} saknas mest, {s_first} av behovsgrupperna i {first}",
        "{cut}, day {level}: {family} is short the most, {s_first} of need groups in {first}";
    FamiliesNone:
        "{cut}: ingen produktfamilj har någon behovsgrupp utan betjäning dag {level}",
        "{cut}: no product family has a need group without service on day {level}";
    FamiliesSubtitle:
        "Andel av familjens behovsgrupper (artikel på en plats) som inte får något dag {level},\u{a0}%, medel. Reserv: \
        {reserve}, hela anspråket.",
        "Share of the family's need groups (an article at a site) that get nothing on day {level}, %, mean. Reserve: \
        {reserve}, full claim.";
    FamiliesShown:
        "{shown} av {all} familjer visas, de värst drabbade; alla finns i tabellen.",
        "{shown} of {all} families are shown, the most stricken; all are in the table.";
    FamiliesAlt:
        "Punktdiagram, en rad per produktfamilj, värst drabbad överst. Vågrätt: andel behovsgrupper utan betjäning, \
        0–{end}.",
        "Dot plot, one row per product family, the most stricken first. Horizontal: share of need groups without \
        service, 0–{end}.";
    FamilyShares: "{family}: {values}.", "{family}: {values}.";
    FamilyUnnamed: "utan familj", "no family";
}
