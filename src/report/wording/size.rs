//! What `beredd size` says.

use super::Language;

words! {
    SizeWord;
    Title:
        "Billigaste reserv för {level} dygn: {scenario}, snitt: {cut}, anspråk {claim}, minst {threshold} av behovet, sannolikhet minst {probability}.",
        "Cheapest reserve for {level} {level|day|days}: {scenario}, cut: {cut}, claim {claim}, at least {threshold} of need, probability at least {probability}.";
    How:
        "{trials} försök med {pilot} {pilot|simulering|simuleringar} var, steg om {step} dygn upp till {most}, frö {seed}; valet prövat på nya simuleringar. {articles} kritiska artiklar; klasser ({by}): {classes}.",
        "{trials} {trials|trial|trials} of {pilot} {pilot|replication|replications} each, in steps of {step} {step|day|days} up to {most}, seed {seed}; the choice tried on fresh replications. {articles} critical articles; classes ({by}): {classes}.";
    Replaces:
        "Scenariots egna reserver ersätts ({names}): scenarier som bara skiljer sig i dem får samma svar.",
        "The scenario's own reserve placements are replaced ({names}): scenarios that differ in them only get the same answer.";
    DryRun:
        "{trials} försök med {pilot} {pilot|simulering|simuleringar} var på {jobs} {jobs|tråd|trådar}: ungefär {time}. Därtill försök med de svagaste artiklarna var för sig och en bekräftelse med {fresh} {fresh|simulering|simuleringar}, \
        ungefär {confirm}; om den missar fler och längre. En simulering är tidtagen på den här maskinen. Inget har skrivits.",
        "{trials} {trials|trial|trials} of {pilot} {pilot|replication|replications} each on {jobs} {jobs|thread|threads}: about {time}. Beside them trials of the weakest articles by themselves and a confirmation with {fresh} {fresh|replication|replications}, \
        about {confirm}; if it misses, more and longer ones. One replication was timed on this machine. Nothing was written.";
    SizedTitle: "{title}, reserv för {level} {level|dag|dagar}", "{title}, reserve for {level} {level|day|days}";
    SizedReserve: "dimensionerad för {level} {level|dag|dagar}", "sized for {level} {level|day|days}";
    Made: "Mappen {folder} skapades.", "Made the folder {folder}.";
    Class: "Klass", "Class";
    Articles: "Artiklar", "Articles";
    Place: "Plats", "Place";
    Days: "Dygn", "Days";
    Nothing: "ingen reserv", "no reserve";
    AsPlaced: "som i scenariot", "as in the scenario";
    Stores: "förråden", "the stores";
    Reached: "Nås: P(≥ {level} dygn) = {probability} ({low}–{high}) på {n} nya simuleringar.", "Reached: P(≥ {level} {level|day|days}) = {probability} ({low}–{high}) on {n} fresh replications.";
    Undecided:
        "Inte visat: P(≥ {level} dygn) = {probability} ({low}–{high}) på {n} nya simuleringar, med det starkaste val som prövades.",
        "Not shown: P(≥ {level} {level|day|days}) = {probability} ({low}–{high}) on {n} fresh replications, with the strongest choice that was tried.";
    NotReached:
        "Inte nått: P(≥ {level} dygn) = {probability} ({low}–{high}) på {n} nya simuleringar, med det starkaste val som prövades. Försöken såg mer än så: pröva större lager (--most), finare klasser (--by) eller fler simuleringar av varje försök (--trial-replications).",
        "Not reached: P(≥ {level} {level|day|days}) = {probability} ({low}–{high}) on {n} fresh replications, with the strongest choice that was tried. The trials saw more than that: try larger sizes (--most), finer classes (--by) or more replications of each trial (--trial-replications).";
    Cost:
        "Kostnad nedifrån: {cost} {money}/år, {more} mot ingen reserv ({low} till {high}).",
        "Bottom-up cost: {cost} {money}/year, {more} against no reserve ({low} to {high}).";
    NextDay: "Ett dygn till kostar omkring {next} SEK/år.", "One more day costs about {next} SEK/year.";
    Steps: "Prövat {rounds} {rounds|gång|gånger}: efter varje miss krävs {margin} mer av behovet i försöken, hälften så många av deras prov får falla, och dubbelt så många simuleringar dömer.", "Tried {rounds} {rounds|time|times}: after each miss {margin} more of need is asked of the trials, half as many of their probes may fail, and twice as many replications judge.";
    NotAll: "Sökningen avbröts: det kan finnas ett billigare val.", "The search was ended early: a cheaper choice may exist.";
    OutOfReach:
        "Nås inte: ingen reserv bland de prövade storlekarna räcker. Som mest står sig {most} av proven, vad som än hålls: resten faller på brist som fanns före snittet eller kommer av annat än lagrets storlek.",
        "Out of reach: no reserve among the sizes tried is enough. At the most {most} of the probes last, whatever is held: the rest fail by shortage from before the cut, or by something else than the size of stock.";
    Limited: "Nås inte: det som skulle räcka förbjuds av {limits}.", "Out of reach: what would be enough is forbidden by {limits}.";
    ShelfLife: "hållbarhet", "shelf life";
    Turns: "omsättningskravet", "the turns asked for";
    Room: "plats i lagret", "room for stock";
    AllArticles: "alla", "all";
    ShortLived: "{class}, kort hållbarhet", "{class}, short-lived";
    ByTogether: "alla tillsammans", "all together";
    ByClass: "klass", "class";
    ByFlow: "flöde", "flow";
    ByFamily: "produktfamilj", "product family";
    ByChannel: "kanal", "channel";
    ByArticle: "artikel", "article";
    Weakest:
        "Utan något på dag {level} oftast, även med den största reserv som får hållas: {names}.",
        "Most often without anything on day {level}, even with the largest reserve that may be held: {names}.";
    WeakestOne: "{article} (i {share} av proven)", "{article} (in {share} of the probes)";
    Wrote: "Skrev reserven till {place}", "Wrote the reserve to {place}";
}
