//! What `beredd exposure` says.

use super::Language;

words! {
    ExposureWord;
    Title:
        "Vad som förloras om en enda leverantör, plats eller väg slutar fungera: {scenario}. Reserv: {reserve}.",
        "What is lost if a single supplier, site or lane fails: {scenario}. Reserve: {reserve}.";
    How:
        "Var och en faller bort för sig vid samma prov, så länge det tar att komma åter. Förlorat = kritiskt behov som inte betjänas på grund av bortfallet, gruppdygn (en artikel på en plats i ett dygn). Brist: under \
        {threshold} av behovet flera dagar i rad, i de prov där det inte är så utan bortfall. Utsatt = dagar som bortfallet varar längre än regionen klarar sig.",
        "Each fails by itself at the same probes, for as long as it takes to recover. Lost = critical need not served because of the failure, group-days (an article at a site for a day). Breach: below \
        {threshold} of need for days in a row, among the probes where that is not so without any failure. Exposed = days that the failure outlasts what the region can stand.";
    Rank: "Nr", "No.";
    Node: "Vad", "What";
    Recovery: "Åter\ndagar", "Recovers\ndays";
    Lost: "Förlorat\ngruppdygn", "Lost\ngroup-days";
    Breached: "Brist\n%", "Breach\n%";
    BreachDay: "Första\nbristdag", "First day\nof breach";
    Back: "Regionen åter\nefter, dagar", "Region back\nafter, days";
    Exposed: "Utsatt\ndagar", "Exposed\ndays";
    Supplier: "leverantör {name}", "supplier {name}";
    Site: "plats {name}", "site {name}";
    Lane: "väg {from} → {to}", "lane {from} → {to}";
    LaneId: "väg {id}", "lane {id}";
    Suppliers: "leverantörerna", "the suppliers";
    More: "{more} till förlorar mindre än så.", "{more} more {more|loses|lose} less.";
    Nothing: "{nothing} förlorar ingenting.", "{nothing} {nothing|loses|lose} nothing.";
    AllStand: "Alla står i JSON och i den långa tabellen.", "All stand in the JSON and in the long table.";
    Single:
        "Ensamma svaga punkter (deras bortfall leder ensamt till brist i minst hälften av de prov som inte har brist ändå): {names}.",
        "Single points of failure (their failure alone leads to a breach in at least half of the probes that have none anyway): {names}.";
    NoSingle:
        "Ingen ensam svag punkt: inget bortfall leder till brist i hälften av de prov som inte har brist ändå.",
        "No single point of failure: no failure leads to a breach in half of the probes that have none anyway.";
    Already:
        "I {share} av proven har regionen brist även utan bortfall, inom den längsta tiden för att komma åter; de proven säger inget om brist och räknas inte där.",
        "In {share} of the probes the region is in breach without any failure, within the longest recovery; these probes say nothing about breach and do not count there.";
    NotJudged:
        "Ensamma svaga punkter kan inte bedömas: i alla prov har regionen brist även utan bortfall. Pröva en lägre nivå (--threshold) eller en större reserv (--reserve).",
        "Single points of failure cannot be judged: in all probes the region is in breach without any failure. Try a lower share (--threshold) or a larger reserve (--reserve).";
    // The chart
    ChartSingle:
        "{scenario}: {count} ensamma svaga punkter; mest förloras om {name} faller bort",
        "{scenario}: {count} single points of failure; most is lost if {name} fails";
    ChartOne:
        "{scenario}: en ensam svag punkt; mest förloras om {name} faller bort",
        "{scenario}: one single point of failure; most is lost if {name} fails";
    ChartNone:
        "{scenario}: ingen ensam svag punkt; mest förloras om {name} faller bort",
        "{scenario}: no single point of failure; most is lost if {name} fails";
    ChartSubtitle:
        "Kritiskt behov som förloras när en nod faller bort så länge det tar att komma åter, gruppdygn, medel. Reserv: {reserve}.",
        "Critical need lost when a node fails for as long as it takes to recover, group-days, mean. Reserve: {reserve}.";
    ChartReading:
        "Streck: 95\u{a0}% intervall. Fyllt märke: bortfallet leder ensamt till brist (under {threshold} av behovet) i minst hälften av de prov som inte har brist ändå. {shown} av {all} visas.",
        "Bars: 95% interval. Filled mark: the failure alone leads to a breach (below {threshold} of need) in at least half of the probes that have none anyway. {shown} of {all} are shown.";
    ChartNotJudged:
        "{scenario}: mest förloras om {name} faller bort",
        "{scenario}: most is lost if {name} fails";
    ChartAxis: "förlorat kritiskt behov, gruppdygn", "critical need lost, group-days";
    ChartAlt:
        "Punktdiagram, en rad per nod, värst överst. Vågrätt: förlorat behov, 0–{most} gruppdygn.",
        "Dot plot, one row per node, the worst first. Horizontal: need lost, 0–{most} group-days.";
    ChartRow: "{name}: {lost} gruppdygn, brist {breached}", "{name}: {lost} group-days, breach {breached}";
}
