//! What `beredd run --dry-run` says beside its table.

use super::Language;

words! {
    DryRunWord;
    Title:
        "{title}: {cells} {cells|cell|celler} (alternativ × reserv), {replications} av varje",
        "{title}: {cells} {cells|cell|cells} (scenario × reserve), {replications} of each";
    Estimate:
        "Beräknad tid: {time} på {jobs} {jobs|tråd|trådar} (en simulering av varje cell är tidtagen på den här maskinen). Uthållighetens \
        prov tar ungefär {probes}\u{a0}% av den. Inget har skrivits.",
        "Estimated time: {time} on {jobs} {jobs|thread|threads} (one replication of each cell was timed on this machine). Probes of \
        endurance take about {probes}% of it. Nothing was written.";
    Seconds: "{n} s", "{n} s";
    Minutes: "{n} min", "{n} min";
    Hours: "{n} tim", "{n} h";
}
