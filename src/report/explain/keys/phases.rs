//! Keys of the phases of a run.

group! { PHASE, "[phase.ID]", "a phase",
    "Ett annat scenario från ett datum i samma körning: andra platser, källor, regler, nivåer och priser.", "Another scenario from a date on, within one run: other sites, sources, rules, levels and prices.";
    "title" "{ sv, en }" "" "Namn; annars det som fasens fil har." "Name; else that of the file of the phase.";
    "at" "2028-01-01" "!" "Fasens första dag. Eller `day`." "First day of the phase. Or `day`.";
    "day" "\"365 days\"" "" "Fasens första dag, räknad från den första mätta (0)." "First day of the phase, counted from the first measured day (0).";
    "scenario" "\"file.toml\"" "!" "Scenariot som gäller från dess, med allt det bygger på. Dagar och uthållighet är körningens. Eller `overlay`." "The scenario that holds from then on, with all that it extends. Days and endurance are those of the run. Or `overlay`.";
    "overlay" "\"file.toml\"" "" "En fil utan `extends` som läggs över det här scenariot." "A file without `extends` that is laid over this scenario.";
    "stock-to" "{ site = \"site\" }" "{}" "Vem som tar över det som står på en plats som stängs. Annars går leverantörers lager tillbaka, och annat till dem som köpte därifrån, efter medelbehov." "Who takes over what stands at a site that closes. Otherwise suppliers' stock goes back, and other stock to those that bought there, by mean use.";
}
