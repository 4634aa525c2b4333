//! What `beredd breaking-point` says.

use super::Language;

words! {
    BreakingWord;
    Title:
        "Hur långt stopp klaras? Snitt: {cut}. Klaras: minst {threshold} av behovet betjänas, med sannolikheten {probability}.",
        "How long a stop is stood? Cut: {cut}. Stood: at least {threshold} of need is served, with probability {probability}.";
    How:
        "Varje stopp börjar vid ett prov, slutar efter så många dagar och följs {follow} {follow|dag|dagar} till. Brist: under tröskeln flera dagar i rad. Hela anspråket på \
        leverantörsägt lager. ● nås, ○ nås inte, ? oavgjort. Inget stopp: detsamma utan stopp, över det längsta stoppets alla dagar.",
        "Each stop begins at a probe, ends after so many days and is followed for {follow} {follow|day|days} more. Breach: below the threshold for days in a row. Full claim \
        on supplier-owned stock. ● reached, ○ not reached, ? undecided. No stop: the same without a stop, over all days of the longest one.";
    ChanceTitle: "1. Sannolikhet för ingen brist, %, efter stoppets längd", "1. Probability of no breach, %, by length of the stop";
    ServedTitle:
        "2. Andel av kritiskt behov som betjänas under stoppet och dagarna efter, %, medel / sämsta dagen",
        "2. Share of critical need served during the stop and the days after, %, mean / worst day";
    Length: "{days} d", "{days} d";
    Breaking: "Brister vid\ndagar", "Breaks at\ndays";
    Calm: "Inget\nstopp", "No\nstop";
    Both: "{mean} / {lowest}", "{mean} / {lowest}";
    Below: "<{days}", "<{days}";
    Beyond: "≥{days}", "≥{days}";
    Stood:
        "{scenario}, {reserve}: ett stopp på {days} d klaras.",
        "{scenario}, {reserve}: a stop of {days} d is stood.";
    NotStood: "Inte ens {days} d är visat för: {cells}.", "Not even {days} d is shown for: {cells}.";
    OneCell: "{scenario}, {reserve}", "{scenario}, {reserve}";
    StoodTitle: "Längsta stopp som klaras", "The longest stop that is stood";
    StoodHow:
        "Av de längder som prövades, den längsta som klaras liksom alla kortare, med intervallets nedre gräns. Brister vid: där sannolikheten faller under {probability}, på räta linjer mellan \
        längderna; intervallet är det där gränserna faller under.",
        "Of the lengths tried, the longest that is stood as all shorter ones are, by the lower end of the interval. Breaks at: where the probability falls below {probability}, on straight lines \
        between the lengths; the interval is where the ends fall below.";
    // The chart
    ChartTwo:
        "{reserve}: {second} klarar ett stopp på {d_second} d, {first} {d_first}",
        "{reserve}: {second} stands a stop of {d_second} d, {first} {d_first}";
    ChartOne: "{reserve}: {first} klarar ett stopp på {d_first} d", "{reserve}: {first} stands a stop of {d_first} d";
    ChartChanceTwo:
        "{reserve}: ett stopp på {days} d går utan brist med sannolikheten {p_second} i {second}, {p_first} i {first}",
        "{reserve}: a stop of {days} d passes without breach with probability {p_second} in {second}, {p_first} in {first}";
    ChartChanceOne:
        "{reserve}: ett stopp på {days} d går utan brist med sannolikheten {p_first} i {first}",
        "{reserve}: a stop of {days} d passes without breach with probability {p_first} in {first}";
    ChartSubtitle:
        "Sannolikheten att minst {threshold} av kritiskt behov betjänas genom stoppet och {follow} {follow|dag|dagar} till, efter stoppets längd. Snitt: {cut}.",
        "The probability that at least {threshold} of critical need is served through the stop and {follow} {follow|day|days} more, by length of the stop. Cut: {cut}.";
    ChartReading:
        "Punkter: längder som simulerats. Band: 95\u{a0}% intervall, för {names}. Tunn linje: det som krävs, {probability}.",
        "Dots: lengths that were simulated. Band: 95% interval, for {names}. Thin line: what is required, {probability}.";
    ChartAxis: "stoppets längd, dagar", "length of the stop, days";
    ChartAxisLog: "stoppets längd, dagar (logaritmisk skala)", "length of the stop, days (logarithmic scale)";
    ChartLabel: "brister vid {days} d: {name}", "breaks at {days} d: {name}";
    ChartPanel: "Reserv: {reserve}", "Reserve: {reserve}";
    ChartAlt:
        "Linjediagram med en ruta per reserv. Vågrätt: stoppets längd, 0–{most} {most|dag|dagar}. Lodrätt: sannolikheten för ingen brist, 0–100\u{a0}%.",
        "Line chart with one panel per reserve. Horizontal: length of the stop, 0–{most} {most|day|days}. Vertical: probability of no breach, 0–100%.";
}
