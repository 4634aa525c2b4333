//! What `beredd trace endurance` says.

use super::Language;

words! {
    StoryWord;
    Title:
        "{scenario}, reserv: {reserve}. Vad som tog slut efter snittet \"{cut}\" i simulering {replication}, prov {probe} av {probes} (frö {seed}).",
        "{scenario}, reserve: {reserve}. What ran out after the cut \"{cut}\" in replication {replication}, probe {probe} of {probes} (seed {seed}).";
    When:
        "Snittet sker vid dagens början {date} (dag {day} från första mätdagen).{claim} Dagarna nedan räknas från snittet; S är den andel av behovet i {groups} kritiska grupper som betjänas den dagen.",
        "The cut comes at the start of {date} (day {day} from the first measured day).{claim} The days below are counted from the cut; S is the share of need in {groups} critical groups that is served on that day.";
    ClaimSays:
        " Regionen får {claim}\u{a0}% av det som leverantörerna äger i lagren.",
        " The region gets {claim}% of what suppliers own in the warehouses.";
    UnderWay: "Pågick redan: {names}.", "Was under way already: {names}.";
    Calm: "Inget var stört innan.", "Nothing was disturbed before.";
    OutBefore: "Utan lager redan före snittet: {names}.", "Without stock before the cut already: {names}.";
    NoneOut: "Alla grupper hade lager före snittet.", "Every group had stock before the cut.";
    Held: "Når inte fram: {names}.", "Does not arrive: {names}.";
    LinesFrom: "{count} {count|orderrad|orderrader} från {site}", "{count} {count|line|lines} from {site}";
    Locked: "Låst av leverantörerna: {names}.", "Locked by the suppliers: {names}.";
    ArticlesAt: "{count} {count|artikel|artiklar} hos {site}", "{count} {count|article|articles} at {site}";
    Day: "Dag {number}, {date}: S {served}\u{a0}%", "Day {number}, {date}: S {served}%";
    WhatHead: "Vad", "What";
    GroupHead: "Plats: artikel", "Place: article";
    WhyHead: "Hur och varför", "How and why";
    Begins: "störning börjar", "disruption begins";
    Ends: "störning slutar", "disruption ends";
    ComesIn: "kommer in", "comes in";
    RunsShort: "brist", "runs short";
    IsOut: "tar slut", "runs out";
    IsBack: "åter i full takt", "served again";
    More: "… och {count} till (--all visar alla)", "… and {count} more (--all shows them)";
    Served: "{served}\u{a0}% betjänat; {why}", "{served}% served; {why}";
    NothingServed: "inget betjänat; {why}", "nothing served; {why}";
    SiteStopped: "platsen står själv still", "the place itself is stopped";
    OnItsWay: "{quantity} är på väg dit", "{quantity} is on its way there";
    BehindStop: "{quantity} finns hos {site}, men därifrån går inget", "{quantity} stands at {site}, but nothing leaves there";
    KeptThere: "{quantity} finns hos {site}, men leverantören behåller det", "{quantity} stands at {site}, but the supplier keeps it";
    CutOff: "inget finns kvar innanför snittet; {site} levererar inte", "nothing is left inside the cut; {site} does not deliver";
    Waits: "{quantity} finns hos {site} och räckte inte i dag eller är inte beställt", "{quantity} stands at {site} and was too little today, or is not ordered";
    Ordered: "inget finns kvar på vägen från {site}, som levererar", "nothing is left on the way from {site}, who delivers";
    Ended: "Uthållighet: {ends}.", "Endurance: {ends}.";
    EndsAt: "{days} {days|dag|dagar} vid {threshold}\u{a0}%", "{days} {days|day|days} at {threshold}%";
    Quiet: "Dagar utan nyheter är utelämnade.", "Days without news are left out.";
    NoSuchCut: "studien har inget snitt `{name}`", "the study has no cut `{name}`";
    NoSuchClaim: "snittet prövas inte med anspråket {claim}; det prövas med: {claims}", "the cut is not tried with the claim {claim}; it is tried with: {claims}";
    NoSuchProbe: "prov {probe} finns inte; proven har nummer 0 till {last}", "there is no probe {probe}; probes are numbered 0 to {last}";
    NothingProbed: "scenariot prövar ingen uthållighet: probes i [endurance] är 0, det finns inga snitt, eller ingen artikel är kritisk", "the scenario probes no endurance: probes of [endurance] is 0, there are no cuts, or no article is critical";
}
