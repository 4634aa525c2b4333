//! What `beredd frontier` says.

use super::Language;

words! {
    FrontierWord;
    Title:
        "Kostnad mot uthållighet. Snitt: {cut}. Uthållighet: dagar tills mindre än {threshold} av behovet betjänas.",
        "Cost against endurance. Cut: {cut}. Endurance: days until less than {threshold} of need is served.";
    How:
        "Medelvärden. ● = effektiv: ingen annan reserv i samma alternativ kostar högst lika mycket och räcker minst lika länge. Hela anspråket \
        på leverantörsägt lager.",
        "Means. ● = efficient: no other reserve of the same alternative costs at most as much and lasts at least as long. Full claim on \
        supplier-owned stock.";
    Days: "Dagar\nmedel", "Days\nmean";
    Served: "S({days})\n%", "S({days})\n%";
    Chance: "P(≥{days})\n%", "P(≥{days})\n%";
    Efficient: "Effek-\ntiv", "Effi-\ncient";
    AtCap:
        "≥: somliga prov räckte så länge de följdes ({cap} {cap|dag|dagar}); dagarna är då minst så många.",
        "≥: some probes lasted as long as they were followed ({cap} {cap|day|days}); the days are then at least so many.";
    MeetTitle: "Var alternativen möts", "Where the alternatives meet";
    MeetHow:
        "Lägsta kostnad för minst så många dagar, rät linje mellan effektiva reserver. Intervall: mittersta 95\u{a0}% av {resamples} omdragningar av \
        simuleringarna, samma för alla alternativ.",
        "Least cost of at least so many days, straight lines between efficient reserves. Intervals: the middle 95% of {resamples} resamples of the \
        replications, the same for all alternatives.";
    Cross:
        "{first} och {second} korsas vid {days} {days|dag|dagar} {between}, {cost} {money}/år: under det är {below} billigare, över det {above}.",
        "{first} and {second} cross at {days} {days|day|days} {between}, {cost} {money}/year: below it {below} is cheaper, above it {above}.";
    Throughout:
        "{first} och {second} korsas inte mellan {from} och {to} {to|dag|dagar}: {cheaper} är billigare hela vägen, med {least} {least_between} till {most} {most_between} {money}/år.",
        "{first} and {second} do not cross between {from} and {to} {to|day|days}: {cheaper} is cheaper throughout, by {least} {least_between} to {most} {most_between} {money}/year.";
    ThroughoutOne:
        "{first} och {second} har bara {to} {to|dag|dagar} gemensamt: där är {cheaper} billigare, med {least} {least_between} {money}/år.",
        "{first} and {second} have only {to} {to|day|days} in common: there {cheaper} is cheaper, by {least} {least_between} {money}/year.";
    EqualOne:
        "{first} och {second} har bara {to} {to|dag|dagar} gemensamt, och kostar lika mycket där.",
        "{first} and {second} have only {to} {to|day|days} in common, and cost the same there.";
    Equal:
        "{first} och {second} kostar lika mycket mellan {from} och {to} {to|dag|dagar}.",
        "{first} and {second} cost the same between {from} and {to} {to|day|days}.";
    Same: "Så i {same} av omdragningarna.", "So in {same} of the resamples.";
    TooFew:
        "{n} {n|simulering|simuleringar} är för få att dra om: intervallen och andelen omdragningar säger inget förrän de är minst {least}.",
        "{n} {n|replication|replications} are too few to resample: the intervals and the share of resamples say nothing until there are at least {least}.";
    Unsure:
        "Bara i {same} av omdragningarna ser det ut så: det är inte visat.",
        "It looks so in only {same} of the resamples: it is not shown.";
    Further:
        "Bara {name} når längre än {to} {to|dag|dagar}, till {days}.",
        "Only {name} lasts longer than {to} {to|day|days}, up to {days}.";
    Lacking:
        "{first} och {second}: kostnaden jämförs inte, för bara det ena räknar med {components}.",
        "{first} and {second}: not compared by cost, for only one of them includes {components}.";
    UnlikeNeeds:
        "{first} och {second}: kostnaden jämförs inte, för de försörjer olika stora behov.",
        "{first} and {second}: not compared by cost, for they serve unlike needs.";
    NoCost: "{first} och {second}: kostnaden jämförs inte, för ett av dem saknar priser.", "{first} and {second}: not compared by cost, for one of them has no prices.";
    // The chart
    ChartCross:
        "{second} och {first} kostar lika mycket vid {days} {days|dag|dagar}; för fler dagar är {above} billigare",
        "{second} and {first} cost the same at {days} {days|day|days}; for more days {above} is cheaper";
    ChartThroughout:
        "{cheaper} är billigare än {dearer} för varje uthållighet mellan {from} och {to} {to|dag|dagar}",
        "{cheaper} is cheaper than {dearer} for every endurance between {from} and {to} {to|day|days}";
    ChartPlain:
        "Vad fler dagar kostar i {count} alternativ",
        "What more days cost in {count} alternatives";
    ChartSubtitle:
        "Kostnad per år, {money}, mot medeldagar tills mindre än {threshold} av kritiskt behov betjänas. Snitt: {cut}, hela anspråket.",
        "Cost per year, {money}, against mean days until less than {threshold} of critical need is served. Cut: {cut}, full claim.";
    ChartReading:
        "Fyllt märke: effektiv reserv; ihåligt: en annan är billigare och räcker längre. Streck: 95\u{a0}% intervall. Ring: här byter det billigaste av två \
        alternativ. Siffran före kolon är alternativet, efter kolon står reserven.",
        "Filled mark: efficient reserve; hollow: another one is cheaper and lasts longer. Bars: 95% interval. Ring: here the cheaper of two alternatives \
        changes. The number before the colon is the alternative, after it stands the reserve.";
    ChartEntry:
        "{name}: {from}–{to} {to|dag|dagar}, {least}–{most} {money}/år",
        "{name}: {from}–{to} {to|day|days}, {least}–{most} {money}/year";
}
