//! What is said of parts of need: flows, sites, classes, families.

use super::Language;

words! {
    SliceWord;
    ServedTitle: "2{letter}. Delarna, andel som betjänas: {cut}. Reserv: {reserve}", "2{letter}. The parts, share served: {cut}. Reserve: {reserve}";
    DaysTitle: "2{letter}. Delarna, dagar: {cut}. Reserv: {reserve}", "2{letter}. The parts, days: {cut}. Reserve: {reserve}";
    LastingTitle: "2{letter}. Delarna, sannolikhet: {cut}. Reserv: {reserve}", "2{letter}. The parts, probability: {cut}. Reserve: {reserve}";
    ServedHow:
        "Var del för sig, med hela anspråket på leverantörsägt lager: andel av delens kritiska behov som betjänas, medel (P5–P95). Ett behov hör \
        till sin första artikels flöde, klass och familj. Delar som är hela behovet visas inte.",
        "Each part by itself, with the full claim on supplier-owned stock: share of the part's critical need that is served, mean (P5–P95). A need \
        belongs to the flow, class and family of its first article. Parts that are all of need are not shown.";
    DaysHow: "Dagars uthållighet vid varje tröskel, medel (P5–P95).", "Days of endurance at each threshold, mean (P5–P95).";
    LastingHow: "P vid den mittersta tröskeln (95\u{a0}% intervall).", "P at the middle threshold (95% interval).";
    Caption:
        "{cut}, {scenario}, reserv {reserve}: uthållighet i delar, med hela anspråket på leverantörsägt lager. Andel av delens kritiska behov som \
        betjänas och dagar: medel (P5–P95). Av familjerna de {most} med minst betjänat på dag {level}; alla, och andra snitt, står i results.json.",
        "{cut}, {scenario}, reserve {reserve}: endurance in parts, with the full claim on supplier-owned stock. Share of the part's critical need that \
        is served, and days: mean (P5–P95). Of the families the {most} with the least served on day {level}; all, and other cuts, stand in results.json.";
    Summary: "{cut}, {scenario}: flöden, platser, klasser och familjer var för sig", "{cut}, {scenario}: flows, sites, classes and families by themselves";
    Part: "Del", "Part";
    Needs: "Behov", "Needs";
    Flow: "Flöde: {name}", "Flow: {name}";
    Site: "Plats: {name}", "Site: {name}";
    Class: "Klass {name}", "Class {name}";
    Family: "Familj: {name}", "Family: {name}";
    Served: "S({days}), %", "S({days}), %";
    Days: "Dagar vid {threshold}\u{a0}%", "Days at {threshold}%";
    Lasts: "P(≥ {days} d), %", "P(≥ {days} d), %";
}
